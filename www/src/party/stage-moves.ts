import type { MoveView, StageView, Subject } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { count } from "../say/count.ts";
import { paceChip } from "../say/pace.ts";
import "./excuse-form.ts";

/** A stage: what it is for, how long it has lasted, and where it can go. What is missing for a move is said; a move can be forced with a reason. */
export class StageMoves extends Part {
  static override properties = { ...Part.properties, subject: { attribute: false }, name: { attribute: false }, stage: { attribute: false } };

  declare subject: Subject;
  declare name: string;
  declare stage: StageView;

  /** The stage that somebody wants although something is missing. */
  #wanted: string | undefined;
  readonly #sheet = new Sheet(this, () => `move/${this.#subjectId}/${this.#wanted ?? ""}`);

  override render(): TemplateResult {
    const { purpose, actions, days, idealDays, moves } = this.stage;
    return html`
      <p>${purpose}</p>
      <p class="sub">
        ${count(days, "day")} in it of about ${idealDays}
      </p>
      ${this.#renderProgress()}
      ${actions.length === 0 ? nothing : html`<ul class="todo">${actions.map((action) => html`<li><bdi>${action}</bdi></li>`)}</ul>`}
      <ul class="moves">
        ${moves.map((move) => this.#renderMove(move))}
      </ul>
    `;
  }

  /** The pace, and where it is too slow, a form to say that it may take longer, or now something else about that. */
  #renderProgress(): TemplateResult | typeof nothing {
    const { progress } = this.stage;
    if (progress === null) return nothing;
    const slow = progress.pace === "late" || progress.pace === "stale";
    const excused = progress.excuse !== null;
    return html`<p class="sub">${paceChip(progress.pace)} <bdi>${progress.text}</bdi></p>
      ${slow || excused
        ? html`<details>
            <summary>${excused ? "Change the reason or the day" : "It may take longer"}</summary>
            <excuse-form .desk=${this.desk} .subject=${this.subject} .name=${this.name} .progress=${progress}></excuse-form>
          </details>`
        : nothing}`;
  }

  #renderMove({ to, missing }: MoveView): TemplateResult {
    const may = missing.length === 0;
    return html`<li>
      <button type="button" class=${may ? "" : "quiet"} aria-expanded=${may ? nothing : String(this.#wanted === to.id)} @click=${() => (may ? this.#move(to.id, to.name) : this.#want(to.id))}>
        Move to ${to.name}
      </button>
      ${may ? nothing : html`<div class="missing"><p>Not yet:</p><ul>${missing.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul></div>`}
      ${this.#wanted === to.id ? this.#renderOverride(to.id, to.name) : nothing}
    </li>`;
  }

  #renderOverride(to: string, name: string): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<form class="inset" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${(event: Event) => this.#override(event, to, name)}>
      ${textField(sheet, { name: "overridden.reason", label: "Move all the same, because", required: true, hint: "The reason is kept in the history." })}
      ${generalFault(sheet)}
      <footer>
        <button type="button" @click=${() => this.#want(undefined)}>Cancel</button>
        <button type="submit" class="primary">Move to ${name}</button>
      </footer>
    </form>`;
  }

  #want(to: string | undefined): void {
    this.#sheet.leave();
    this.#wanted = this.#wanted === to ? undefined : to;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("form input")?.focus());
  }

  #move(to: string, name: string): void {
    try {
      this.desk.record({ type: "stageMoved", subject: this.subject, to }, `${this.name} moved to ${name}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }

  #override(event: Event, to: string, name: string): void {
    event.preventDefault();
    const sheet = this.#sheet;
    const reason = sheet.value("overridden.reason");
    const saved = sheet.attempt(
      () => this.desk.record({ type: "stageMoved", subject: this.subject, to, overridden: { reason } }, `${this.name} moved to ${name}`),
      withoutIndex,
    );
    if (saved) this.#want(undefined);
  }

  get #subjectId(): string {
    return this.subject.type === "deal" ? this.subject.deal : this.subject.party;
  }
}

customElements.define("stage-moves", StageMoves);
