import type { DealView } from "nextsale/slim";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, generalFault } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";

/** The outcome that the customer wants of a deal, in their words. */
export class DesiredOutcomeForm extends Part {
  static override properties = { ...Part.properties, deal: { attribute: false } };

  declare deal: DealView;

  readonly #sheet = new Sheet(this, () => `outcome/${this.deal.deal}`);

  /** What was just saved arrives after the form was begun anew: it begins with that. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("deal");
    if (before !== undefined && before.desiredOutcome !== this.deal.desiredOutcome) this.#sheet.leave();
  }

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ desiredOutcome: this.deal.desiredOutcome ?? "" });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      ${areaField(sheet, { name: "desiredOutcome", label: "The outcome they want, in their words", required: true })} ${generalFault(sheet)}
      <footer><button type="submit">Save the outcome</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { deal, name } = this.deal;
    const desiredOutcome = this.#sheet.value("desiredOutcome");
    this.#sheet.attempt(() => this.desk.record({ type: "dealCorrected", deal, desiredOutcome }, `What they want of “${name}”: ${desiredOutcome}`), withoutIndex);
  };
}

customElements.define("desired-outcome-form", DesiredOutcomeForm);
