import type { DoNotContact } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";

const scopes: Readonly<Record<DoNotContact["type"], string>> = {
  never: "Leave them alone", notBefore: "Leave them alone until a day", contactable: "They may be contacted",
};

/** Somebody asked to be left alone, or no longer does. */
export class AloneForm extends Part {
  static override properties = { ...Part.properties, party: { attribute: false }, name: { attribute: false } };

  declare party: string;
  declare name: string;

  readonly #sheet = new Sheet(this, () => `alone/${this.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ scope: "never" });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      ${choiceField(sheet, { name: "scope", label: "What they want", options: Object.entries(scopes) })}
      ${sheet.value("scope") === "notBefore" ? textField(sheet, { name: "scope.date", label: "Until", type: "date", required: true }) : nothing}
      ${generalFault(sheet)}
      <footer><button type="submit">Save their wish</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#sheet.attempt(() => {
      this.desk.record({ type: "doNotContactAsked", party: this.party, scope: this.#scope() }, `${this.name}: ${scopes[this.#scope().type].toLowerCase()}`);
    }, withoutIndex);
  };

  #scope(): DoNotContact {
    const scope = this.#sheet.value("scope");
    if (scope === "notBefore") return { type: "notBefore", date: this.#sheet.value("scope.date") };
    return scope === "contactable" ? { type: "contactable" } : { type: "never" };
  }
}

customElements.define("alone-form", AloneForm);
