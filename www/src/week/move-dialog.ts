import { type Fact, newId, NextsaleError, type PlannedView, type WeekContact } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import { sayMinutes } from "../say/count.ts";
import { objectives } from "../say/names.ts";
import { plainText } from "../say/reason.ts";
import { fieldTime, readFieldTime, sayNear } from "../say/when.ts";

/** A time that does not do. */
interface Refused {
  readonly at: number;
  readonly words: readonly string[];
  /** Times that would do instead. */
  readonly times: readonly number[];
  /** Whether a reason is enough to move all the same. */
  readonly open: boolean;
}

/** Moves a planned contact to another time, or says what stands against it. */
export class MoveDialog extends Part {
  #contact: WeekContact | undefined;
  #refused: Refused | undefined;
  readonly #sheet = new Sheet(this, () => `move/${this.#contact?.interaction ?? ""}`);

  /** Asks where to. */
  open(contact: WeekContact): void {
    this.#begin(contact, contact.time.from);
    this.#show();
  }

  /** Moves at once; where that can't be, it is shown why, and asked again. */
  move(contact: WeekContact, at: number): void {
    this.#begin(contact, at);
    this.#attempt(at);
  }

  override render(): TemplateResult {
    return html`<dialog class="move" aria-labelledby="move-title" @close=${this.#closed}>${this.#contact === undefined ? nothing : this.#renderForm(this.#contact)}</dialog>`;
  }

  #renderForm({ name, objective, time }: WeekContact): TemplateResult {
    const sheet = this.#sheet;
    return html`
      <header>
        <h2 id="move-title">Move the contact with <bdi>${name}</bdi></h2>
        <button type="button" class="quiet round" aria-label="Close" @click=${this.#close}>${icon("close")}</button>
      </header>
      <p class="sub">${objectives[objective]}, ${sayNear(time.from)}, ${sayMinutes(Math.round((time.to - time.from) / 60_000))}</p>
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        ${textField(sheet, { name: "at", label: "To which day and time", type: "datetime-local", required: true })}
        ${this.#refused === undefined ? nothing : this.#renderRefused(this.#refused)}
        <footer>
          <button type="button" @click=${this.#close}>Leave it</button>
          <button type="submit" class="primary">${this.#overrides ? "Move all the same" : "Move it"}</button>
        </footer>
      </form>
    `;
  }

  #renderRefused({ at, words, times, open }: Refused): TemplateResult {
    return html`<div class="refused">
      <div role="alert">
        <p><strong>Not moved to ${sayNear(at)}.</strong></p>
        <ul class="plain">${words.map((text) => html`<li><bdi>${text}</bdi></li>`)}</ul>
      </div>
      ${times.length === 0 ? nothing : html`<div class="actions">${times.map((time) => html`<button type="button" @click=${() => this.#take(time)}>${sayNear(time)}</button>`)}</div>`}
      ${open && this.#overrides ? textField(this.#sheet, { name: "reason", label: "Move all the same, because", required: true, hint: "Such as: they asked for it. The reason is kept in the history." }) : nothing}
    </div>`;
  }

  /** Whether the time that stands in the field is the one that needs a reason. */
  get #overrides(): boolean {
    return this.#refused?.open === true && readFieldTime(this.#sheet.value("at")) === this.#refused.at;
  }

  #begin(contact: WeekContact, at: number): void {
    this.#contact = contact;
    this.#refused = undefined;
    this.#sheet.clear();
    this.#sheet.begin({ at: fieldTime(at) });
  }

  #show(field = "at"): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (!this.isOpen) this.querySelector("dialog")?.showModal();
      this.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
    });
  }

  #take(time: number): void {
    this.#sheet.set("at", fieldTime(time));
    this.#attempt(time);
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const at = readFieldTime(this.#sheet.value("at"));
    if (at === undefined) return this.#sheet.complain("at", "Give a day and a time that exist.");
    this.#attempt(at);
  };

  #attempt(at: number): void {
    const contact = this.#contact;
    if (contact === undefined) return;
    const reason = this.#overrides ? this.#sheet.value("reason").trim() : "";
    try {
      const view = this.desk.look({ type: "planned", interaction: contact.interaction, at });
      if (view.held.length > 0 && reason === "") return this.#refuse({ at, words: view.held.map(({ text }) => text), times: [], open: true });
      const moved = newId("interaction");
      this.desk.record(factsOf(view, moved, at, reason), `${contact.name} moved to ${sayNear(at)}`);
      this.#sheet.clear();
      this.dispatchEvent(new CustomEvent<string>("moved", { detail: moved, bubbles: true }));
      this.#close();
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      const reasons = problem.reasons.map((one) => ({ ...one, path: one.path.replace(/^facts\[\d+\]\./, "") }));
      this.#refuse({ at, words: problem.reasons.length === 0 ? [problem.message] : reasons.map(plainText), times: reasons.flatMap(({ times }) => times), open: false });
    }
  }

  #refuse(refused: Refused): void {
    const again = this.#refused?.open === true && refused.open && this.#refused.at === refused.at;
    this.#refused = refused;
    if (again) return this.#sheet.complain("reason", "Say why it moves all the same.");
    this.#show(refused.open ? "reason" : "at");
  }

  readonly #close = (): void => {
    this.querySelector("dialog")?.close();
    this.#closed();
  };

  readonly #closed = (): void => {
    if (this.isOpen || this.#contact === undefined) return;
    this.#sheet.clear();
    this.#contact = undefined;
    this.#refused = undefined;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("put-down", { bubbles: true }));
  };
}

/** Planned anew, with all that was said of it: the old time goes together with the new one's coming. */
function factsOf({ contact }: PlannedView, interaction: string, at: number, reason: string): Fact[] {
  const said = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null)) as typeof contact;
  return [
    { type: "contactCancelled", interaction: contact.interaction, reason: reason === "" ? "Moved to another time" : `Moved to another time all the same: ${reason}` },
    { type: "contactPlanned", ...said, interaction, at },
  ];
}

customElements.define("move-dialog", MoveDialog);

declare global {
  interface HTMLElementTagNameMap {
    "move-dialog": MoveDialog;
  }
}
