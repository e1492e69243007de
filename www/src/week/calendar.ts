import type { WeekContact, WeekDay, WeekView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { partyLink } from "../route.ts";
import { objectives } from "../say/names.ts";
import { clockOf, dayOf, sayClock, sayShortDay } from "../say/when.ts";
import { type Lifted, QUARTER } from "./moving.ts";

/** Rows of the calendar in an hour. */
const QUARTERS = 4;

/** What somebody does to an entry of the calendar, and what they hold above it meanwhile. */
export interface Hands {
  readonly lifted: Lifted | undefined;
  ask(contact: WeekContact): void;
  press(event: KeyboardEvent, contact: WeekContact): void;
  grasp(event: PointerEvent, contact: WeekContact): void;
  click(event: MouseEvent): void;
}

/** Hours down, days across. What lies at a time is put there by its rows. */
export function calendar(week: WeekView, hands: Hands): TemplateResult {
  const [first, last] = hoursOf(week, hands.lifted);
  const rows = Array.from({ length: last - first }, (_, hour) => first + hour);
  const { lifted } = hands;
  return html`<div class="calendar" role="group" tabindex="0" aria-label="Calendar" data-first=${first} data-last=${last} .style=${`grid-template-rows: auto repeat(${(last - first) * QUARTERS}, 1rem)`}>
    ${rows.map((hour) => html`<span class="hour sub" .style=${`grid-area: ${row(`${hour}:00`, first)} / 1`}>${sayClock(`${hour}:00`)}</span>`)}
    ${week.days.map((day, at) => dayColumn(day, at + 2, first, week.today, hands))}
    ${lifted === undefined ? nothing : shadow(week, lifted, first)}
  </div>`;
}

function dayColumn(day: WeekDay, column: number, first: number, today: string, hands: Hands): TemplateResult {
  const place = (from: string, to: string): string => placed(from, to, column, first);
  return html`
    <h2 class=${day.date === today ? "now" : ""} data-date=${day.date} .style=${`grid-area: 1 / ${column}`}>${sayShortDay(day.date)}${day.holidays.map((name) => html` <span class="chip"><bdi>${name}</bdi></span>`)}</h2>
    ${day.working.map(({ fromClock, toClock }) => html`<span class="working" .style=${place(fromClock, toClock)}></span>`)}
    ${day.breaks.map(({ name, fromClock, toClock }) => html`<span class="sub break" .style=${place(fromClock, toClock)}><bdi>${name}</bdi></span>`)}
    ${day.busy.map(({ summary, calendar: from, time }) => html`<span class="busy" .style=${place(time.fromClock, time.toClock)}><bdi>${summary ?? from}</bdi></span>`)}
    ${day.contacts.map((contact, at) => entry(contact, `${place(contact.time.fromClock, contact.time.toClock)}; margin-inline-start: ${besides(day.contacts, at)}rem`, hands))}
  `;
}

/** How far a contact stands aside for those before it that are not over yet: none may lie hidden below another. */
function besides(contacts: readonly WeekContact[], at: number): number {
  const from = contacts[at]?.time.from ?? 0;
  return Math.min(contacts.slice(0, at).filter(({ time }) => from < time.to).length, 3) * 1.4;
}

/** What is held above the calendar, where it would go to. */
function shadow(week: WeekView, { contact, at }: Lifted, first: number): TemplateResult | typeof nothing {
  const column = week.days.findIndex(({ date }) => date === dayOf(at));
  if (column < 0) return nothing;
  const ends = at + contact.time.to - contact.time.from;
  const to = dayOf(ends) === dayOf(at) ? clockOf(ends) : "24:00";
  return html`<div class="entry lifted" aria-hidden="true" .style=${placed(clockOf(at), to, column + 2, first)}>${entryWords(contact, clockOf(at))}</div>`;
}

function entry(contact: WeekContact, place: string, hands: Hands): TemplateResult {
  const { interaction, party, name, commitment, time } = contact;
  const held = hands.lifted?.contact.interaction === interaction ? "held" : "";
  return html`<div class="entry ${commitment} ${held}" data-interaction=${interaction} .style=${place} @pointerdown=${(event: PointerEvent) => hands.grasp(event, contact)}>
    <a href=${partyLink(party)} draggable="false" aria-describedby="week-keys" @keydown=${(event: KeyboardEvent) => hands.press(event, contact)} @click=${hands.click}>${entryWords(contact)}</a>
    <button type="button" class="quiet" aria-label="Move ${name}, ${sayClock(time.fromClock)}" title="Move to…" @click=${() => hands.ask(contact)}>${icon("week")}</button>
  </div>`;
}

export function entryWords({ name, time, theirClock, channel, objective }: WeekContact, clock = time.fromClock): TemplateResult {
  const theirs = clock === time.fromClock ? theirClock : null;
  return html`<strong>${sayClock(clock)} <bdi>${name}</bdi></strong> <span>${icon(channel)} ${objectives[objective]}${theirs === null ? nothing : html`, ${sayClock(theirs)} for them`}</span>`;
}

function placed(from: string, to: string, column: number, first: number): string {
  return `grid-area: ${row(from, first)} / ${column} / ${Math.max(row(to, first), row(from, first) + 2)}`;
}

/** The moment under a point of the calendar; the nearest one, where it lies beside it. */
export function momentUnder(element: HTMLElement, x: number, y: number): number | undefined {
  const headings = [...element.querySelectorAll<HTMLElement>("h2[data-date]")];
  const heading = headings.findLast((one) => one.getBoundingClientRect().left <= x) ?? headings[0];
  if (heading === undefined) return undefined;
  const [first, last] = [Number(element.dataset["first"]), Number(element.dataset["last"])];
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const quarters = Math.round((y - heading.getBoundingClientRect().bottom) / rem);
  const [year = 0, month = 1, day = 1] = (heading.dataset["date"] ?? "").split("-").map(Number);
  return new Date(year, month - 1, day, first, 15 * Math.min(Math.max(quarters, 0), (last - first) * QUARTERS - 1)).getTime();
}

/** From the first hour that anything begins in to the last that anything ends in. */
function hoursOf({ days }: WeekView, lifted: Lifted | undefined): readonly [number, number] {
  const times = days.flatMap(({ working, contacts, busy }) => [...working, ...contacts.map(({ time }) => time), ...busy.map(({ time }) => time)]);
  // Where something is held, there has to be a row.
  if (lifted !== undefined) times.push({ ...lifted.contact.time, fromClock: clockOf(lifted.at), toClock: clockOf(lifted.at + QUARTER) });
  const first = Math.min(9, ...times.map(({ fromClock }) => Math.floor(minutes(fromClock) / 60)));
  const last = Math.max(17, ...times.map(({ toClock }) => Math.ceil(minutes(toClock) / 60)));
  return [first, last];
}

function row(clock: string, firstHour: number): number {
  return Math.round(((minutes(clock) - firstHour * 60) / 60) * QUARTERS) + 2;
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  return hours * 60 + rest;
}
