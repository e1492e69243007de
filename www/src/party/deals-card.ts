import { type DealOpened, type DealView, newId, type PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { quoteLink } from "../route.ts";
import { readMinor, sayMoney } from "../say/money.ts";
import { lossReasons } from "../say/names.ts";
import { sayDate, sayDay } from "../say/when.ts";
import "./close-deal-form.ts";
import "./desired-outcome-form.ts";
import "./rules-card.ts";
import "./stage-moves.ts";

/** Their deals, and where to open one. */
export class DealsCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `deal/${this.view.party}`);

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="deals-title">
      <h2 id="deals-title">Deals</h2>
      ${this.view.deals.map((deal) => this.#renderDeal(deal))}
      <details>
        <summary>Open a deal</summary>
        ${this.#renderForm()}
      </details>
    </section>`;
  }

  #renderDeal(deal: DealView): TemplateResult {
    return html`<article class="deal">
      <div class="top">
        <h3><bdi>${deal.name}</bdi></h3>
        ${deal.worth === null ? nothing : html`<strong>${sayMoney(deal.worth)}</strong>`}
      </div>
      ${deal.desiredOutcome === null ? nothing : html`<p class="question">“<bdi>${deal.desiredOutcome}</bdi>”</p>`}
      <p class="sub">
        ${deal.outcome === null ? html`<span class="chip">${deal.stage.stage.name}</span>` : this.#renderOutcome(deal)} opened ${sayDate(deal.openedAt)}
        ${deal.expectedClose === null ? nothing : html` · expected ${sayDay(deal.expectedClose)}`}
        ${deal.products.length === 0 ? nothing : html` · <bdi>${deal.products.join(", ")}</bdi>`}
        ${deal.ownerName === null ? nothing : html` · <bdi>${deal.ownerName}</bdi>`}
      </p>
      <p><a href=${quoteLink(deal.deal, this.view.party)} aria-label="${deal.outcome === null ? "Make a quote" : "Quotes"} for ${deal.name}">${deal.outcome === null ? "Make a quote" : "Quotes"}</a></p>
      ${deal.outcome !== null
        ? nothing
        : html`<details>
              <summary>What they want of <bdi>${deal.name}</bdi></summary>
              <desired-outcome-form .desk=${this.desk} .deal=${deal}></desired-outcome-form>
            </details>
            <details>
              <summary>Stage and result of <bdi>${deal.name}</bdi></summary>
              <stage-moves .desk=${this.desk} .subject=${{ type: "deal", deal: deal.deal }} .name=${deal.name} .stage=${deal.stage}></stage-moves>
              <close-deal-form .desk=${this.desk} .deal=${deal}></close-deal-form>
            </details>
            <rules-card .desk=${this.desk} .subject=${{ type: "deal", deal: deal.deal }} .name=${deal.name}></rules-card>`}
    </article>`;
  }

  #renderOutcome({ outcome, closedAt }: DealView): TemplateResult | typeof nothing {
    if (outcome === null) return nothing;
    const day = closedAt === null ? "" : ` ${sayDate(closedAt)}`;
    if (outcome.type === "won") return html`<span class="chip reached">Won${day}</span>`;
    return html`<span class="chip notReached">Lost${day}: ${lossReasons[outcome.reason]}</span>${outcome.detail ? html` <bdi>${outcome.detail}</bdi>` : nothing}`;
  }

  #renderForm(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    const { products } = this.desk.look({ type: "book" });
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      <div class="grid">
        ${textField(sheet, { name: "name", label: "What it is about", required: true })}
        ${textField(sheet, { name: "worth", label: `Worth in ${this.#currency}`, type: "number", step: "any", min: "0" })}
        ${textField(sheet, { name: "expectedClose", label: "Expected to close", type: "date" })}
        ${products.length === 0
          ? nothing
          : choiceField(sheet, { name: "products", label: "Product", none: "None yet", options: products.map(({ product, name }) => [product, name] as const) })}
      </div>
      ${areaField(sheet, { name: "desiredOutcome", label: "The outcome they want" })} ${generalFault(sheet)}
      <footer><button type="submit">Open the deal</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const name = sheet.value("name");
    sheet.attempt(() => {
      const worth = sheet.value("worth");
      const minor = worth === "" ? undefined : readMinor(worth, this.#currency);
      if (worth !== "" && minor === undefined) return sheet.complain("worth", `Give an amount in ${this.#currency}.`);
      const deal: DealOpened = {
        deal: newId("deal"),
        party: this.view.party,
        name,
        ...(minor !== undefined && { worth: { minor, currency: this.#currency } }),
        ...(sheet.value("desiredOutcome").trim() && { desiredOutcome: sheet.value("desiredOutcome") }),
        ...(sheet.value("expectedClose") && { expectedClose: sheet.value("expectedClose") }),
        ...(sheet.value("products") && { products: [sheet.value("products")] }),
      };
      this.desk.record({ type: "dealOpened", ...deal }, `Opened the deal “${name}”`);
    }, (path) => withoutIndex(path).replace(/^(worth|products)\b.*/, "$1"));
  };

  get #currency(): string {
    return this.desk.look({ type: "plan" }).plan.currency;
  }
}

customElements.define("deals-card", DealsCard);
