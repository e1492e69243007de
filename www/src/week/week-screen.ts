import type { WeekContact, WeekDay, WeekView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { download } from "../backup/download.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { partyLink } from "../route.ts";
import { dayAhead, sayClock, sayDay, sayNear, sayShortDay } from "../say/when.ts";
import { Wide } from "../shell/wide.ts";
import { calendar, entryWords, type Hands, momentUnder } from "./calendar.ts";
import "./move-dialog.ts";
import { type Lifted, movedBy, weeksBetween } from "./moving.ts";
import "./week.css";

/** So many pixels a pointer may wander before it drags. */
const SLACK = 6;

/** The calendar of a week: seven days beside each other, or one below the other on a phone. */
export class WeekScreen extends LivePart {
  #ahead = 0;
  #lifted: Lifted | undefined;
  /** Whether what is held was dragged: letting it go is no click. */
  #dragged = false;
  readonly #wide = new Wide(this, "62rem");

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  override render(): TemplateResult {
    const week = this.#week;
    return html`<section class="screen week" @keydown=${this.#press} @moved=${this.#moved} @put-down=${this.#putDown}>
      <header class="head">
        <div>
          <h1 tabindex="-1">Week</h1>
          <p class="sub" role="status">From ${sayDay(week.monday)}${this.#ahead === 0 ? ", this week" : nothing}</p>
          <p class="unseen" role="status">${this.#status()}</p>
        </div>
        <div class="actions no-print">
          <button type="button" class="round" aria-label="Week before" @click=${() => this.#go(-1)}>${icon("back")}</button>
          <button type="button" ?disabled=${this.#ahead === 0} @click=${() => this.#go(-this.#ahead)}>This week</button>
          <button type="button" class="round" aria-label="Week after" @click=${() => this.#go(1)}>${icon("forward")}</button>
          <button type="button" @click=${() => this.#export(week)}>${icon("week")}<span>Into a calendar</span></button>
        </div>
      </header>
      ${this.#wide.yes ? this.#renderCalendar(week) : week.days.map((day) => dayList(day, week.today, this.#hands.ask))}
      <move-dialog .desk=${this.desk}></move-dialog>
    </section>`;
  }

  #renderCalendar(week: WeekView): TemplateResult {
    const any = week.days.some(({ contacts }) => contacts.length > 0);
    return html`
      <p class="hint no-print" id="week-keys" ?hidden=${!any}>Drag a contact to another time. With one in focus, the arrow keys choose the time, Enter moves it there, and Escape leaves it.</p>
      ${calendar(week, this.#hands)} ${promises(week)}
    `;
  }

  get #week(): WeekView {
    return this.desk.look({ type: "week", date: dayAhead(this.#ahead * 7) });
  }

  /** Where what is held would go to, for those who don't see it there: in words that take no room, since nothing may shift under a finger. */
  #status(): string {
    if (this.#lifted === undefined) return "";
    return `${this.#lifted.contact.name}: to ${sayNear(this.#lifted.at)}. ${this.#dragged ? "Let go to move it there." : "Enter moves it there, Escape leaves it."}`;
  }

  #export({ monday, days }: WeekView): void {
    const { text } = this.desk.look({ type: "calendar", from: monday, to: days.at(-1)?.date ?? monday });
    download(`nextsale-week-${monday}.ics`, text, "text/calendar");
  }

  #go(weeks: number): void {
    this.#ahead += weeks;
    this.requestUpdate();
  }

  readonly #hands: Hands = ((self: WeekScreen) => ({
    get lifted(): Lifted | undefined {
      return self.#lifted;
    },
    ask: (contact: WeekContact) => self.querySelector("move-dialog")?.open(contact),
    press: (event: KeyboardEvent, contact: WeekContact) => self.#lift(event, contact),
    grasp: (event: PointerEvent, contact: WeekContact) => self.#grasp(event, contact),
    click: (event: MouseEvent) => self.#dragged && event.preventDefault(),
  }))(this);

  /** An arrow key takes a contact up. */
  #lift(event: KeyboardEvent, contact: WeekContact): void {
    if (this.#lifted !== undefined || event.altKey || event.ctrlKey || event.metaKey || movedBy(0, event.key) === undefined) return;
    this.#dragged = false;
    this.#lifted = { contact, at: contact.time.from };
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      this.#go(event.key === "PageUp" ? -1 : 1);
    } else if (this.#lifted !== undefined && !(event.target as HTMLElement).closest("dialog")) this.#carry(event, this.#lifted);
  };

  #carry(event: KeyboardEvent, { contact, at }: Lifted): void {
    if (event.key === "Escape" || event.key === "Tab") return this.#back(contact.interaction);
    const to = movedBy(at, event.key);
    if (to === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (to === undefined) return this.#settle();
    this.#lifted = { contact, at: to };
    const weeks = weeksBetween(this.#week.monday, to);
    this.#go(weeks);
    if (weeks !== 0) void this.updateComplete.then(() => this.querySelector<HTMLElement>(".calendar")?.focus());
  }

  #grasp(event: PointerEvent, contact: WeekContact): void {
    if (event.button !== 0 || !event.isPrimary || (event.target as HTMLElement).closest("button") !== null) return;
    this.#letGo();
    this.#dragged = false;
    const grip = new AbortController();
    const within = event.clientY - (event.currentTarget as HTMLElement).getBoundingClientRect().top;
    const drag = (moved: PointerEvent): void => {
      if (!this.#dragged && Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < SLACK) return;
      this.#dragged = true;
      const calendarElement = this.querySelector<HTMLElement>(".calendar");
      const at = calendarElement === null ? undefined : momentUnder(calendarElement, moved.clientX, moved.clientY - within);
      if (at !== undefined) this.#lifted = { contact, at };
      this.requestUpdate();
    };
    const { signal } = grip;
    addEventListener("pointermove", drag, { signal });
    addEventListener("pointerup", () => { this.#letGo(); if (this.#dragged) this.#settle(); }, { signal });
    addEventListener("pointercancel", this.#putDown, { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.#putDown(), { signal });
    this.#letGo = () => grip.abort();
  }

  /** Ends a drag. */
  #letGo: () => void = () => {};

  #settle(): void {
    const lifted = this.#lifted;
    if (lifted === undefined) return;
    if (lifted.at === lifted.contact.time.from) return this.#back(lifted.contact.interaction);
    this.querySelector("move-dialog")?.move(lifted.contact, lifted.at);
  }

  readonly #putDown = (): void => {
    this.#letGo();
    this.#lifted = undefined;
    this.requestUpdate();
  };

  /** Leaves it where it was. */
  #back(interaction: string): void {
    this.#ahead += this.#lifted === undefined ? 0 : weeksBetween(this.#week.monday, this.#lifted.contact.time.from);
    this.#putDown();
    this.#focus(interaction);
  }

  readonly #moved = ({ detail }: CustomEvent<string>): void => {
    this.#putDown();
    this.#focus(detail);
  };

  #focus(interaction: string): void {
    // What went to another week leaves nothing behind that could have the focus.
    void this.updateComplete.then(() => (this.querySelector<HTMLElement>(`[data-interaction="${interaction}"] a`) ?? this.querySelector("h1"))?.focus());
  }
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
function dayList(day: WeekDay, today: string, ask: (contact: WeekContact) => void): TemplateResult {
  const free = day.contacts.length + day.busy.length + day.promises.length === 0;
  const hours = day.working.map(({ fromClock, toClock }) => `${sayClock(fromClock)}–${sayClock(toClock)}`).join(", ");
  return html`<section class="card" aria-label=${sayShortDay(day.date)}>
    <h2 class=${day.date === today ? "now" : ""}>${sayShortDay(day.date)} ${day.holidays.map((name) => html`<span class="chip"><bdi>${name}</bdi></span>`)}</h2>
    <p class="sub">${hours === "" ? "Free" : hours}</p>
    ${free
      ? nothing
      : html`<ul class="rows tight">
          ${day.busy.map(({ time, summary, calendar: from }) => html`<li><div><span class="sub">${sayClock(time.fromClock)}–${sayClock(time.toClock)}</span> <bdi>${summary ?? from}</bdi></div></li>`)}
          ${day.contacts.map((contact) => html`<li data-interaction=${contact.interaction}>
            <div><a href=${partyLink(contact.party)}>${entryWords(contact)}</a>${contact.commitment === "appointment" ? html` <span class="chip planned">Appointment</span>` : nothing}</div>
            <button type="button" class="quiet" aria-label="Move ${contact.name}, ${sayClock(contact.time.fromClock)}" @click=${() => ask(contact)}>Move to…</button>
          </li>`)}
          ${day.promises.map(({ party, name, text }) => html`<li><div>${icon("check")} <a href=${partyLink(party)}><bdi>${name}</bdi></a> <bdi>${text}</bdi></div></li>`)}
        </ul>`}
  </section>`;
}

customElements.define("week-screen", WeekScreen);
