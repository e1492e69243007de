import type { Channel } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { channels, choices } from "../say/names.ts";

/** Adds a way to reach somebody. */
export class ContactPointForm extends Part {
  static override properties = { ...Part.properties, party: { attribute: false } };

  declare party: string;

  readonly #sheet = new Sheet(this, () => `point/${this.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ "contactPoint.channel": "phone" });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${choiceField(sheet, { name: "contactPoint.channel", label: "How", options: choices(channels) })}
        ${textField(sheet, { name: "contactPoint.value", label: "Number or address", required: true })}
        ${textField(sheet, { name: "contactPoint.label", label: "Which", hint: "Work, mobile …" })}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">Add this way</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const value = sheet.value("contactPoint.value").trim();
    const label = sheet.value("contactPoint.label").trim();
    const channel = sheet.value("contactPoint.channel") as Channel;
    sheet.attempt(() => {
      this.desk.record({ type: "contactPointAdded", party: this.party, contactPoint: { channel, value, ...(label && { label }) } }, `Added ${value}`);
    }, withoutIndex);
  };
}

customElements.define("contact-point-form", ContactPointForm);
