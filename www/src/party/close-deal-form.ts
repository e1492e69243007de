import type { DealView, LossReason, Outcome } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { fieldMoney, readMinor } from "../say/money.ts";
import { choices, lossReasons } from "../say/names.ts";

/** Ends a deal: won, for how much; or lost, and then why. */
export class CloseDealForm extends Part {
  static override properties = { ...Part.properties, deal: { attribute: false } };

  declare deal: DealView;

  readonly #sheet = new Sheet(this, () => `close/${this.deal.deal}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ outcome: "won", worth: this.deal.worth === null ? "" : fieldMoney(this.deal.worth) });
    const won = sheet.value("outcome") === "won";
    // That a reason was not recorded is for imports; a person is asked.
    const reasons = choices(lossReasons).filter(([reason]) => reason !== "notRecorded");
    return html`<form class="inset" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${choiceField(sheet, { name: "outcome", label: "It ended", options: [["won", "Won"], ["lost", "Lost"]] })}
        ${won
          ? textField(sheet, { name: "worth", label: `Sold for, in ${this.#currency}`, type: "number", step: "any", min: "0" })
          : html`${choiceField(sheet, { name: "outcome.reason", label: "Why", required: true, none: "Choose the reason", options: reasons })}
            ${textField(sheet, { name: "outcome.detail", label: "In words" })}`}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">Close the deal</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { deal, name } = this.deal;
    this.#sheet.attempt(() => {
      const outcome = this.#outcome();
      if (outcome === undefined) return;
      this.desk.record({ type: "dealClosed", deal, outcome }, `“${name}” was ${outcome.type}`);
    }, withoutIndex);
  };

  /** The outcome, or nothing when something has to be said first. */
  #outcome(): Outcome | undefined {
    const sheet = this.#sheet;
    if (sheet.value("outcome") === "won") {
      const worth = sheet.value("worth");
      if (worth === "") return { type: "won" };
      const minor = readMinor(worth, this.#currency);
      if (minor !== undefined) return { type: "won", worth: { minor, currency: this.#currency } };
      sheet.complain("worth", `Give an amount in ${this.#currency}.`);
      return undefined;
    }
    const reason = sheet.value("outcome.reason") as LossReason | "";
    const detail = sheet.value("outcome.detail").trim();
    if (reason !== "") return { type: "lost", reason, ...(detail && { detail }) };
    sheet.complain("outcome.reason", "Say why. “No decision” is a reason too.");
    return undefined;
  }

  get #currency(): string {
    return this.deal.worth?.currency ?? this.desk.look({ type: "plan" }).plan.currency;
  }
}

customElements.define("close-deal-form", CloseDealForm);
