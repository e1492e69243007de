import type { Subject } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { dayOf, sayDay } from "../say/when.ts";

/** It may take longer than the plan says: why, and until when. */
export class ExcuseForm extends Part {
  static override properties = { ...Part.properties, subject: { attribute: false }, name: { attribute: false } };

  declare subject: Subject;
  declare name: string;

  readonly #sheet = new Sheet(this, () => `excuse/${this.subject.type === "deal" ? this.subject.deal : this.subject.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${textField(sheet, { name: "reason", label: "Why it takes longer", required: true })}
        ${textField(sheet, { name: "until", label: "It may, until", type: "date", min: dayOf(Date.now()), required: true })}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">Give it time</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const [reason, until] = [this.#sheet.value("reason"), this.#sheet.value("until")];
    this.#sheet.attempt(() => {
      this.desk.record({ type: "delayExcused", subject: this.subject, reason, until }, `${this.name} may take longer, until ${until === "" ? "…" : sayDay(until)}`);
    }, withoutIndex);
  };
}

customElements.define("excuse-form", ExcuseForm);
