import type { ComplaintView } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, generalFault } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";

/** How a complaint was put right. */
export class PutRightForm extends Part {
  static override properties = { ...Part.properties, party: { attribute: false }, complaint: { attribute: false } };

  declare party: string;
  declare complaint: ComplaintView;

  readonly #sheet = new Sheet(this, () => `putRight/${this.complaint.complaint}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      ${areaField(sheet, { name: "how", label: "How it was put right", required: true })} ${generalFault(sheet)}
      <footer><button type="submit">Close the complaint</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { party, complaint: { complaint, words } } = this;
    const how = this.#sheet.value("how");
    this.#sheet.attempt(() => this.desk.record({ type: "complaintResolved", party, complaint, how }, `Put right: ${words}`), withoutIndex);
  };
}

customElements.define("put-right-form", PutRightForm);
