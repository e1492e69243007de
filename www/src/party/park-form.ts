import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { dayAhead, sayDay } from "../say/when.ts";

const QUARTER_DAYS = 90;

/** Parks somebody: with a reason, and a day to look again. */
export class ParkForm extends Part {
  static override properties = { ...Part.properties, party: { attribute: false }, reason: { attribute: false }, until: { attribute: false } };

  declare party: string;
  /** A reason to begin with. */
  declare reason: string | undefined;
  /** A day to begin with. */
  declare until: string | undefined;

  readonly #sheet = new Sheet(this, () => `park/${this.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ reason: this.reason ?? "", until: this.until ?? dayAhead(QUARTER_DAYS) });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${textField(sheet, { name: "reason", label: "Why", required: true })}
        ${textField(sheet, { name: "until", label: "Look again on", type: "date", required: true })}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">Park</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const until = sheet.value("until");
    sheet.attempt(() => {
      this.desk.record({ type: "partyParked", party: this.party, reason: sheet.value("reason"), until }, `Parked until ${until === "" ? "…" : sayDay(until)}`);
    }, withoutIndex);
  };
}

customElements.define("park-form", ParkForm);
