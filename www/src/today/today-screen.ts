import type { DayItem, DayView, StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { download } from "../backup/download.ts";
import type { Logged } from "../contact/log-form.ts";
import type { PlanDialog, ToPlan } from "../contact/plan-dialog.ts";
import "../contact/plan-dialog.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { count, sayMinutes } from "../say/count.ts";
import { DAY, dayAhead, sayLongDay } from "../say/when.ts";
import "./current-step.ts";
import { dayTimeline } from "./day-timeline.ts";
import { firstSteps } from "./first-steps.ts";
import { doneList } from "./done-list.ts";
import { heldBackList } from "./held-back-list.ts";
import { leftOverList, MORE } from "./left-over-list.ts";
import "../promise/promises-card.ts";
import { missedList } from "./missed-list.ts";
import { stepName } from "./step-name.ts";

/** So many of the steps that are not in the day are shown at first. */
const FIRST = 25;

/** The day: one step at a time, and below it the whole day with what did not fit and what must wait. */
export class TodayScreen extends LivePart {
  /** How many days after today is shown. */
  #ahead = 0;
  /** How many of the steps are shown that did not fit, and that wait. */
  #limit = FIRST;
  /** Steps put off until the others are done, by name. */
  #skipped = new Set<string>();
  /** The step that is worked on. It stays until it is done or put off, also when the day is planned anew around it. */
  #picked: string | undefined;
  /** What could be done again when the step was picked: an Undo brings another step back, and that one comes first. */
  #redoable: string | undefined;

  override render(): TemplateResult {
    const book = this.desk.look({ type: "book" });
    if (book.parties === 0 && book.openDeals === 0) return firstSteps(this);
    const date = dayAhead(this.#ahead);
    const day = this.desk.look({ type: "day", limit: this.#limit, ...(this.#ahead > 0 && { date }) });
    return html`
      <section class="screen today" @logged=${this.#logged} @plan-later=${this.#planLater} @skip-step=${this.#skip}>
        ${this.#renderHead(day)} ${this.#ahead === 0 ? html`<promises-card .desk=${this.desk}></promises-card>` : nothing} ${missedList(day)} ${this.#ahead === 0 ? this.#renderCurrent(day) : nothing}
        ${dayTimeline(day, this.#ahead === 0 ? (item) => this.#pick(item.step) : undefined)}
        ${leftOverList(day, this.#showMore, this.#ahead === 0 ? (left) => this.#pick(left.step) : undefined)} ${heldBackList(day, this.#showMore)}
        ${doneList(day, this.#showMore)}
        <plan-dialog .desk=${this.desk}></plan-dialog>
      </section>
    `;
  }

  #renderHead(day: DayView): TemplateResult {
    return html`<header class="head">
      <div>
        <h1 tabindex="-1">${["Today", "Tomorrow"][this.#ahead] ?? "The day"}</h1>
        <p class="sub">
          ${sayLongDay(day.date)} · ${count(day.items.length, "step")}, ${sayMinutes(day.plannedMinutes)} of ${sayMinutes(day.workingMinutes)}
        </p>
      </div>
      <div class="actions no-print">
        <button type="button" class="round" aria-label="Day before" ?disabled=${this.#ahead === 0} @click=${() => this.#go(-1)}>${icon("back")}</button>
        <button type="button" class="round" aria-label="Day after" @click=${() => this.#go(1)}>${icon("forward")}</button>
        <button type="button" class="round" aria-label="Put the day into a calendar" title="iCalendar file" @click=${() => this.#export(day)}>${icon("week")}</button>
        <button type="button" class="round" aria-label="Print the day" @click=${() => print()}>${icon("print")}</button>
      </div>
    </header>`;
  }

  #renderCurrent(day: DayView): TemplateResult {
    if (this.desk.redoable !== this.#redoable) this.#picked = undefined;
    this.#redoable = this.desk.redoable;
    const waiting = [...day.items, ...day.leftOver].filter(({ step }) => !this.#skipped.has(stepName(step)));
    const picked = waiting.find(({ step }) => stepName(step) === this.#picked);
    const current = picked ?? waiting.find((one): one is DayItem => "from" in one);
    if (current === undefined) return this.#renderDone(day);
    this.#picked = stepName(current.step);
    const item: DayItem | undefined = "from" in current ? current : undefined;
    const place = day.items.findIndex(({ step }) => step === current.step) + 1;
    return html`${keyed(
      stepName(current.step),
      html`<current-step
        class="no-print"
        .desk=${this.desk}
        .step=${current.step}
        .item=${item}
        .place=${place === 0 ? "Not in today’s plan" : `${place} of ${day.items.length}`}
      ></current-step>`,
    )}`;
  }

  #renderDone(day: DayView): TemplateResult {
    const skipped = this.#skipped.size > 0 && day.items.length > 0;
    return html`<div class="card calm no-print">
      <h2>${skipped ? "All others are done" : "Nothing more for today"}</h2>
      ${skipped
        ? html`<p>${count(this.#skipped.size, "step")} skipped so far.</p>
            <button type="button" class="primary" @click=${this.#bringBack}>Bring them back</button>`
        : html`<p>
            ${day.workingMinutes === 0 ? "It is no working day in your sales plan." : "Every lead has its next step at its time."} Use the
            calm: <a href="#/add">add a lead</a>, or look at <a href="#/leads">all leads</a>.
          </p>
          ${this.#renderNextWorkingDay(day)}`}
    </div>`;
  }

  #renderNextWorkingDay({ date, workingMinutes, nextWorkingDay }: DayView): TemplateResult | typeof nothing {
    if (workingMinutes > 0 || nextWorkingDay === null) return nothing;
    // Both are days of the calendar, so that clock changes don't matter.
    const days = Math.round((Date.parse(nextWorkingDay) - Date.parse(date)) / DAY);
    return html`<button type="button" class="primary" @click=${() => this.#go(days)}>Look at ${sayLongDay(nextWorkingDay)}</button>`;
  }

  #export({ date }: DayView): void {
    const { text } = this.desk.look({ type: "calendar", from: date, to: date, include: "proposed" });
    download(`nextsale-${date}.ics`, text, "text/calendar");
  }

  #go(days: number): void {
    this.#ahead = Math.max(0, this.#ahead + days);
    this.#limit = FIRST;
    this.requestUpdate();
  }

  #pick(step: StepView): void {
    this.#picked = stepName(step);
    this.#skipped.delete(this.#picked);
    this.#showCurrent();
  }

  readonly #showMore = (): void => {
    this.#limit += MORE;
    this.requestUpdate();
  };

  readonly #skip = (event: CustomEvent<StepView>): void => {
    this.#skipped.add(stepName(event.detail));
    this.#picked = undefined;
    this.#showCurrent();
  };

  readonly #bringBack = (): void => {
    this.#skipped = new Set();
    this.#showCurrent();
  };

  readonly #planLater = ({ detail }: CustomEvent<ToPlan>): void => {
    this.querySelector<PlanDialog>("plan-dialog")?.open(detail);
  };

  readonly #logged = ({ detail }: CustomEvent<Logged>): void => {
    this.#picked = undefined;
    this.#showCurrent();
    const { party, unplanned } = detail;
    if (unplanned !== undefined) this.querySelector<PlanDialog>("plan-dialog")?.open({ party, ...unplanned });
  };

  /** The next one opens by itself, for the eyes and for the keyboard. */
  #showCurrent(): void {
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const current = this.querySelector<LivePart>("current-step");
      await current?.updateComplete;
      (current?.querySelector("h2") ?? this.querySelector("h1"))?.focus({ preventScroll: true });
      current?.scrollIntoView({ block: "nearest" });
    });
  }
}

customElements.define("today-screen", TodayScreen);

