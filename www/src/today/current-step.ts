import type { ContactPoint, DayItem, PartyView, StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { ToPlan } from "../contact/plan-dialog.ts";
import "../contact/log-form.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { partyLink, prepareLink } from "../route.ts";
import { sayMinutes } from "../say/count.ts";
import { reachLink } from "../say/reach.ts";
import { sayAgo, sayClock } from "../say/when.ts";
import "./other-step.ts";
import "./reject-step.ts";
import { stepHeld, stepReasons, stepWords } from "./step-words.ts";

/** The step to do now, with everything at hand to do it, and where its result goes. */
export class CurrentStep extends LivePart {
  static override properties = { ...LivePart.properties, step: { attribute: false }, item: { attribute: false }, place: { attribute: false } };

  declare step: StepView;
  /** Its time in the day, if it has one. */
  declare item: DayItem | undefined;
  /** Where in the day it stands, in words. */
  declare place: string;

  #logging = false;

  override render(): TemplateResult {
    const { step } = this;
    const party = step.party === null ? undefined : this.desk.look({ type: "party", party: step.party });
    return html`<article class="card current" aria-labelledby="current-who">
      <p class="eyebrow">
        <span>Next</span> <span>${this.place}</span> ${this.#renderTime()} <span>${sayMinutes(step.minutes)}</span>
      </p>
      <h2 id="current-who" tabindex="-1">
        ${step.party === null ? html`<bdi>${step.name}</bdi>` : html`<a href=${partyLink(step.party)}><bdi>${step.name}</bdi></a>`}
        ${step.organisation === null ? nothing : html`<small><bdi>${step.organisation}</bdi></small>`}
      </h2>
      ${step.dealName === null ? nothing : html`<p class="sub">Deal: <bdi>${step.dealName}</bdi></p>`}
      ${party === undefined ? nothing : this.#renderReach(party)} ${stepWords(step)} ${stepHeld(step)}
      ${party === undefined ? nothing : this.#renderBrief(party)}
      <details class="because" open>
        <summary>What led to this</summary>
        ${stepReasons(step)}
      </details>
      <reject-step .desk=${this.desk} .step=${step}></reject-step>
      ${step.action.type === "contact" && party !== undefined ? this.#renderContact(party) : this.#renderOther()}
    </article>`;
  }

  #renderTime(): TemplateResult | typeof nothing {
    if (this.item === undefined) return nothing;
    const { fromClock, toClock, theirClock } = this.item;
    return html`<span>${sayClock(fromClock)}–${sayClock(toClock)}${theirClock === null ? nothing : html` (${sayClock(theirClock)} for them)`}</span>`;
  }

  #renderReach({ contactPoints }: PartyView): TemplateResult | typeof nothing {
    if (contactPoints.length === 0) return nothing;
    const { action } = this.step;
    const first = action.type === "contact" ? action.contactPoint : null;
    const isFirst = (point: ContactPoint): boolean => point.channel === first?.channel && point.value === first.value;
    const ordered = [...contactPoints.filter(isFirst), ...contactPoints.filter((point) => !isFirst(point))];
    return html`<ul class="reach">
      ${ordered.map((point) => {
        const link = reachLink(point);
        const words = html`${icon(point.channel)} <bdi>${point.value}</bdi>${point.label ? html` <small><bdi>${point.label}</bdi></small>` : nothing}`;
        return html`<li class=${isFirst(point) ? "best" : ""}>${link === undefined ? html`<span>${words}</span>` : html`<a href=${link}>${words}</a>`}</li>`;
      })}
    </ul>`;
  }

  /** What to have in mind when they answer. */
  #renderBrief({ askNext, contacts, notes }: PartyView): TemplateResult | typeof nothing {
    const last = contacts.find(({ outcome }) => outcome !== null);
    const note = notes[0];
    const open = last?.hesitations ?? [];
    if (askNext === null && last === undefined && note === undefined) return nothing;
    return html`<dl class="brief">
      ${askNext === null ? nothing : html`<div><dt>Ask</dt><dd>“<bdi>${askNext.question}</bdi>”</dd></div>`}
      ${last === undefined ? nothing : html`<div><dt>Last time</dt><dd>${sayAgo(last.at)}: <bdi>${last.notes ?? last.text}</bdi></dd></div>`}
      ${open.length === 0 ? nothing : html`<div><dt>Hesitations</dt><dd><bdi>${open.join("; ")}</bdi></dd></div>`}
      ${note === undefined ? nothing : html`<div><dt>Note</dt><dd><bdi>${note.text}</bdi></dd></div>`}
    </dl>`;
  }

  #renderContact(party: PartyView): TemplateResult {
    if (this.#logging) {
      return html`<log-form .desk=${this.desk} .party=${party} .step=${this.step}></log-form>
        <button type="button" class="quiet" @click=${() => this.#log(false)}>Not yet</button>`;
    }
    return html`<div class="actions">
      <button type="button" class="primary big" @click=${() => this.#log(true)}>${icon("check")}<span>Log the result</span></button>
      <a class="button" href=${prepareLink(party.party)}>${icon("today")}<span>Prepare</span></a>
      <button type="button" @click=${() => this.#planLater(party)}>${icon("clock")}<span>Plan for later</span></button>
      ${this.#renderSkip()}
    </div>`;
  }

  #renderOther(): TemplateResult {
    return html`<other-step .desk=${this.desk} .step=${this.step}></other-step>
      <div class="actions">${this.#renderSkip()}</div>`;
  }

  #renderSkip(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${this.#skip}>Skip for now</button>`;
  }

  #log(logging: boolean): void {
    this.#logging = logging;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (!logging) return this.querySelector<HTMLElement>(".actions .primary")?.focus();
      // Under a thumb, a field with the focus would bring up a keyboard over the buttons that save.
      const thumb = matchMedia("(pointer: coarse)").matches;
      const first = this.querySelector<HTMLElement>(thumb ? "log-form .outcomes" : "log-form textarea");
      first?.focus({ preventScroll: true });
      this.querySelector("log-form")?.scrollIntoView({ block: "nearest" });
    });
  }

  #planLater({ party }: PartyView): void {
    this.dispatchEvent(new CustomEvent<ToPlan>("plan-later", { detail: { party, step: this.step }, bubbles: true }));
  }

  readonly #skip = (): void => {
    this.dispatchEvent(new CustomEvent<StepView>("skip-step", { detail: this.step, bubbles: true }));
  };
}

customElements.define("current-step", CurrentStep);
