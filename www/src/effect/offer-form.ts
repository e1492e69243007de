import type { Assignment, Fact, OfferedGroup, PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { choiceField, generalFault } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { effectLink, newPromotionLink } from "../route.ts";
import { isPaused } from "../say/offers.ts";

/** Says of a promotion whether they get it: chosen, or by chance, so that it can be found out whether it works. */
export class OfferForm extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `offer/${this.view.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    const { promotions } = this.desk.look({ type: "promotions" });
    const given = promotions.filter(({ terms }) => !isPaused(terms));
    const open = this.view.deals.filter(({ outcome }) => outcome === null);
    sheet.begin({ promotion: given[0]?.promotion ?? "", deal: open[0]?.deal ?? "" });
    if (given.length === 0) return html`<p>There is none to offer yet. <a href=${newPromotionLink()}>Make a promotion</a></p>`;
    return html`<form class="inset" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${(event: SubmitEvent) => event.preventDefault()}>
      <div class="grid">
        ${choiceField(sheet, { name: "promotion", label: "Promotion", options: given.map(({ promotion, terms }) => [promotion, terms.name] as const) })}
        ${open.length === 0 ? nothing : choiceField(sheet, { name: "deal", label: "For the deal", none: "None in particular", options: open.map(({ deal, name }) => [deal, name] as const) })}
      </div>
      ${generalFault(sheet)}
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#record(byChance(), "atRandom")}>Decide at random for me</button>
        <button type="button" @click=${() => this.#record("offered", "chosen")}>Offered it</button>
        <button type="button" @click=${() => this.#record("withheld", "chosen")}>Withheld it</button>
      </div>
      <p class="hint">Only chance makes groups that can be compared: chosen customers are others than the rest. <a href=${effectLink(sheet.value("promotion"))}>See its effect</a></p>
    </form>`;
  }

  #record(group: OfferedGroup, assigned: Assignment): void {
    const sheet = this.#sheet;
    const promotion = sheet.value("promotion");
    const deal = sheet.value("deal");
    const name = this.desk.look({ type: "promotions" }).promotions.find((one) => one.promotion === promotion)?.terms.name ?? promotion;
    const fact: Fact = { type: "promotionOffered", promotion, party: this.view.party, group, assigned, ...(deal !== "" && { deal }) };
    const words = group === "offered" ? `Offer “${name}” to ${this.view.name}` : `Don’t offer “${name}” to ${this.view.name}`;
    sheet.attempt(() => void this.desk.record(fact, assigned === "atRandom" ? `Chance decided: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words), () => "promotion");
  }
}

/** One of two, each as likely. */
function byChance(): OfferedGroup {
  const [number = 0] = crypto.getRandomValues(new Uint8Array(1));
  return number % 2 === 0 ? "offered" : "withheld";
}

customElements.define("offer-form", OfferForm);
