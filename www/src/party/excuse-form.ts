import type { ProgressView, Subject } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { dayOf, sayDay } from "../say/when.ts";

/** It may take longer than the plan says: why, and until when. What was said before can be changed. */
export class ExcuseForm extends Part {
  static override properties = { ...Part.properties, subject: { attribute: false }, name: { attribute: false }, progress: { attribute: false } };

  declare subject: Subject;
  declare name: string;
  declare progress: ProgressView;

  // With what holds now in its name: when that changes, the form begins anew with it.
  readonly #sheet = new Sheet(this, () => `excuse/${this.subject.type === "deal" ? this.subject.deal : this.subject.party}/${this.progress.excusedUntil ?? ""}/${this.progress.excuse ?? ""}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    const { excuse, excusedUntil } = this.progress;
    sheet.begin({ reason: excuse ?? "", until: excusedUntil ?? "" });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${textField(sheet, { name: "reason", label: "Why it takes longer", required: true })}
        ${textField(sheet, { name: "until", label: "It may, until", type: "date", min: dayOf(Date.now()), required: true })}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">${excuse === null ? "Give it time" : "Change it"}</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const [reason, until] = [this.#sheet.value("reason"), this.#sheet.value("until")];
    const saved = this.#sheet.attempt(() => {
      this.desk.record({ type: "delayExcused", subject: this.subject, reason, until }, `${this.name} may take longer, until ${until === "" ? "…" : sayDay(until)}`);
    }, withoutIndex);
    // What is said stands above; the form folds away, and the focus stays where it can be unfolded again.
    const folded = saved ? this.closest("details") : null;
    folded?.removeAttribute("open");
    folded?.querySelector("summary")?.focus();
  };
}

customElements.define("excuse-form", ExcuseForm);
