import type { WeekContact, WeekDay, WeekView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { download } from "../backup/download.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { partyLink } from "../route.ts";
import { objectives } from "../say/names.ts";
import { dayAhead, sayClock, sayDay, sayShortDay } from "../say/when.ts";
import { Wide } from "../shell/wide.ts";
import "./week.css";

/** Rows of the calendar in an hour. */
const QUARTERS = 4;

/** The calendar of a week: seven days beside each other, or one below the other on a phone. */
export class WeekScreen extends LivePart {
  #ahead = 0;
  readonly #wide = new Wide(this, "62rem");

  override render(): TemplateResult {
    const week = this.desk.look({ type: "week", date: dayAhead(this.#ahead * 7) });
    return html`<section class="screen week" @keydown=${this.#press}>
      <header class="head">
        <div>
          <h1 tabindex="-1">Week</h1>
          <p class="sub" role="status">From ${sayDay(week.monday)}${this.#ahead === 0 ? ", this week" : nothing}</p>
        </div>
        <div class="actions no-print">
          <button type="button" class="round" aria-label="Week before" @click=${() => this.#go(-1)}>${icon("back")}</button>
          <button type="button" ?disabled=${this.#ahead === 0} @click=${() => this.#go(-this.#ahead)}>This week</button>
          <button type="button" class="round" aria-label="Week after" @click=${() => this.#go(1)}>${icon("forward")}</button>
          <button type="button" @click=${() => this.#export(week)}>${icon("week")}<span>Into a calendar</span></button>
        </div>
      </header>
      ${this.#wide.yes ? calendar(week) : week.days.map((day) => dayList(day, week.today))}
    </section>`;
  }

  #export({ monday, days }: WeekView): void {
    const { text } = this.desk.look({ type: "calendar", from: monday, to: days.at(-1)?.date ?? monday });
    download(`nextsale-week-${monday}.ics`, text, "text/calendar");
  }

  #go(weeks: number): void {
    this.#ahead += weeks;
    this.requestUpdate();
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    this.#go(event.key === "PageUp" ? -1 : 1);
  };
}

/** Hours down, days across. What lies at a time is put there by its rows. */
function calendar(week: WeekView): TemplateResult {
  const [first, last] = hoursOf(week);
  const rows = Array.from({ length: last - first }, (_, hour) => first + hour);
  const place = (from: string, to: string, column: number): string => `grid-area: ${row(from, first)} / ${column} / ${Math.max(row(to, first), row(from, first) + 2)}`;
  return html`<div class="calendar" role="group" tabindex="0" aria-label="Calendar" .style=${`grid-template-rows: auto repeat(${(last - first) * QUARTERS}, 1rem)`}>
    ${rows.map((hour) => html`<span class="hour sub" .style=${`grid-area: ${row(`${hour}:00`, first)} / 1`}>${sayClock(`${hour}:00`)}</span>`)}
    ${week.days.map((day, at) => {
      const column = at + 2;
      return html`
        <h2 class=${day.date === week.today ? "now" : ""} .style=${`grid-area: 1 / ${column}`}>${sayShortDay(day.date)}${day.holidays.map((name) => html` <span class="chip"><bdi>${name}</bdi></span>`)}</h2>
        ${day.working.map(({ fromClock, toClock }) => html`<span class="working" .style=${place(fromClock, toClock, column)}></span>`)}
        ${day.breaks.map(({ name, fromClock, toClock }) => html`<span class="sub break" .style=${place(fromClock, toClock, column)}><bdi>${name}</bdi></span>`)}
        ${day.busy.map(({ summary, calendar: from, time }) => html`<span class="busy" .style=${place(time.fromClock, time.toClock, column)}><bdi>${summary ?? from}</bdi></span>`)}
        ${day.contacts.map((contact) => html`<a class="entry ${contact.commitment}" href=${partyLink(contact.party)} .style=${place(contact.time.fromClock, contact.time.toClock, column)}>${entryWords(contact)}</a>`)}
      `;
    })}
  </div>
  ${promises(week)}`;
}

function entryWords({ name, time, theirClock, channel, objective }: WeekContact): TemplateResult {
  return html`<strong>${sayClock(time.fromClock)} <bdi>${name}</bdi></strong> <span>${icon(channel)} ${objectives[objective]}${theirClock === null ? nothing : html`, ${sayClock(theirClock)} for them`}</span>`;
}

function promises({ days }: WeekView): TemplateResult | typeof nothing {
  const due = days.flatMap((day) => day.promises.map((promise) => ({ ...promise, date: day.date })));
  if (due.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="week-promises">
    <h2 id="week-promises">Promises of the week</h2>
    <ul class="rows tight">
      ${due.map(({ party, name, text, date }) => html`<li><div><a href=${partyLink(party)}><strong><bdi>${name}</bdi></strong></a> <bdi>${text}</bdi></div><span class="sub">${sayShortDay(date)}</span></li>`)}
    </ul>
  </section>`;
}

/** A day on a phone. */
function dayList(day: WeekDay, today: string): TemplateResult {
  const free = day.contacts.length + day.busy.length + day.promises.length === 0;
  const hours = day.working.map(({ fromClock, toClock }) => `${sayClock(fromClock)}–${sayClock(toClock)}`).join(", ");
  return html`<section class="card" aria-label=${sayShortDay(day.date)}>
    <h2 class=${day.date === today ? "now" : ""}>${sayShortDay(day.date)} ${day.holidays.map((name) => html`<span class="chip"><bdi>${name}</bdi></span>`)}</h2>
    <p class="sub">${hours === "" ? "Free" : hours}</p>
    ${free
      ? nothing
      : html`<ul class="rows tight">
          ${day.busy.map(({ time, summary, calendar: from }) => html`<li><div><span class="sub">${sayClock(time.fromClock)}–${sayClock(time.toClock)}</span> <bdi>${summary ?? from}</bdi></div></li>`)}
          ${day.contacts.map((contact) => html`<li><a href=${partyLink(contact.party)}>${entryWords(contact)}</a>${contact.commitment === "appointment" ? html` <span class="chip planned">Appointment</span>` : nothing}</li>`)}
          ${day.promises.map(({ party, name, text }) => html`<li><div>${icon("check")} <a href=${partyLink(party)}><bdi>${name}</bdi></a> <bdi>${text}</bdi></div></li>`)}
        </ul>`}
  </section>`;
}

/** From the first hour that anything begins in to the last that anything ends in. */
function hoursOf({ days }: WeekView): readonly [number, number] {
  const times = days.flatMap(({ working, contacts, busy }) => [...working, ...contacts.map(({ time }) => time), ...busy.map(({ time }) => time)]);
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

customElements.define("week-screen", WeekScreen);
