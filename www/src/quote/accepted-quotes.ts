import type { AcceptedQuoteView, Fact, ReasonView, ReservedLine } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { Part } from "../part.ts";
import { reasonsOf } from "../promotion/try-out.ts";
import { sayMoney } from "../say/money.ts";
import { sayGiven } from "../say/offers.ts";
import { plainText } from "../say/reason.ts";
import { sayDate } from "../say/when.ts";
import type { QuotedDeal } from "./deal.ts";
import "./quote.css";

/** The quotes that were accepted for a deal, with what can still happen to them. */
export class AcceptedQuotes extends Part {
  static override properties = { ...Part.properties, quotes: { attribute: false }, deal: { attribute: false } };

  declare quotes: readonly AcceptedQuoteView[];
  declare deal: QuotedDeal;

  /** Of which quote something was refused, and why. */
  #refused: { readonly quote: string; readonly reasons: readonly ReasonView[] } | undefined;

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="accepted-title">
      <h2 id="accepted-title">Accepted</h2>
      ${this.quotes.map((quote) => this.#renderQuote(quote))}
    </section>`;
  }

  #renderQuote(quote: AcceptedQuoteView): TemplateResult {
    const { standing, acceptedAt, paid, reservation } = quote;
    const stands = standing === "accepted";
    const money = (minor: number): string => sayMoney({ minor, currency: reservation.currency });
    const uses = reservation.uses ?? [];
    return html`<article class="accepted" aria-label="Quote of ${sayDate(acceptedAt)}">
      <div class="top">
        <p><span class="chip ${stands ? "reached" : "notReached"}">${stands ? "Accepted" : "Cancelled"}</span> ${sayDate(acceptedAt)}</p>
        <strong>${sayMoney(paid)}</strong>
      </div>
      <table class="quote">
        <thead><tr><th scope="col">Line</th><th scope="col" class="amount">Before</th><th scope="col" class="amount">After</th></tr></thead>
        <tbody>
          ${(reservation.lines ?? []).map((line) => html`<tr>
            <th scope="row"><bdi>${this.#nameOfLine(line)}</bdi> <span class="sub">${line.quantity.toLocaleString()} × ${money(line.unitPrice)}</span></th>
            <td class="amount">${money(line.unitPrice * line.quantity)}</td>
            <td class="amount"><strong>${money(line.total)}</strong></td>
          </tr>`)}
          ${uses.flatMap(({ gives, promotion }) => (gives ?? []).map((given) => html`<tr>
            <th scope="row"><bdi>${sayGiven(given, (product) => this.#nameOf(product))}</bdi><span class="share"><bdi>${this.#promotion(promotion)}</bdi></span></th>
            <td class="amount">–</td><td class="amount"><strong>free</strong></td>
          </tr>`))}
          ${this.#renderDelivery(quote)}
        </tbody>
        <tfoot><tr class="total"><th scope="row" colspan="2">Total</th><td class="amount">${money(reservation.total)}</td></tr></tfoot>
      </table>
      ${uses.length === 0 ? nothing : html`<p class="saved">With ${uses.map(({ promotion, amount }, at) => html`${at > 0 ? ", " : nothing}<bdi>${this.#promotion(promotion)}</bdi>${amount === 0 ? nothing : html` (−${money(amount)})`}`)}.</p>`}
      ${quote.credits.map(({ granted, spent, until }) => html`<p class="saved">${sayMoney(granted)} off later purchases until ${sayDate(until)}, ${sayMoney(spent)} of it spent.</p>`)}
      ${stands ? this.#renderNext(quote) : nothing}
    </article>`;
  }

  #renderDelivery({ reservation }: AcceptedQuoteView): TemplateResult | typeof nothing {
    const { delivery = 0, uses = [], currency } = reservation;
    if (delivery === 0) return nothing;
    const after = uses.reduce((left, use) => left - (use.delivery ?? 0), delivery);
    return html`<tr><th scope="row">Delivery</th><td class="amount">${sayMoney({ minor: delivery, currency })}</td><td class="amount"><strong>${sayMoney({ minor: after, currency })}</strong></td></tr>`;
  }

  #renderNext(quote: AcceptedQuoteView): TemplateResult {
    const { returnable, quote: id } = quote;
    const reasons = this.#refused?.quote === id ? this.#refused.reasons : [];
    const close = (): void => this.#record(quote, { type: "dealClosed", deal: this.deal.deal, outcome: { type: "won", worth: quote.paid } }, `“${this.deal.name}” was won`);
    return html`<div class="no-print">
      ${reasons.length === 0 ? nothing : html`<p class="fault whole" role="alert" tabindex="-1"><bdi>${reasons.map(plainText).join(" ")}</bdi></p>`}
      ${this.deal.open ? html`<div class="actions accept"><button type="button" class="primary" @click=${close}>Close the deal as won for ${sayMoney(quote.paid)}</button></div>` : html`<p class="sub">The deal is closed.</p>`}
      ${returnable.every(({ units }) => units === 0) ? nothing : this.#renderReturn(quote)}
      <details>
        <summary>Cancel this quote</summary>
        <form novalidate @submit=${(event: SubmitEvent) => this.#cancel(event, quote)}>
          <div class="field"><label for="reason-${id}">Why</label><input id="reason-${id}" name="reason" autocomplete="off" dir="auto" /></div>
          <footer><button type="submit">Cancel the quote</button></footer>
        </form>
      </details>
    </div>`;
  }

  #renderReturn(quote: AcceptedQuoteView): TemplateResult {
    const lines = quote.reservation.lines ?? [];
    return html`<details>
      <summary>Goods came back</summary>
      <form novalidate @submit=${(event: SubmitEvent) => this.#return(event, quote)}>
        <p class="hint">What promotions had in them is taken back with them, to the last cent.</p>
        <div class="returns">
          ${quote.returnable.filter(({ units }) => units > 0).map(({ line, units }) => {
            const found = lines.find((one) => one.line === line);
            const id = `return-${quote.quote}-${line}`;
            return html`<label for=${id}><bdi>${found === undefined ? line : this.#nameOfLine(found)}</bdi> <span class="sub">of ${units.toLocaleString()}</span></label>
              <input id=${id} name=${line} type="number" min="0" max=${units} value="0" />`;
          })}
        </div>
        <footer><button type="submit">Record what came back</button></footer>
      </form>
    </details>`;
  }

  #cancel(event: SubmitEvent, quote: AcceptedQuoteView): void {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get("reason") ?? "").trim();
    this.#record(quote, { type: "quoteCancelled", quote: quote.quote, ...(reason !== "" && { reason }) }, `Cancelled the quote for “${this.deal.name}”`);
  }

  #return(event: SubmitEvent, quote: AcceptedQuoteView): void {
    event.preventDefault();
    const lines = [...new FormData(event.target as HTMLFormElement)].map(([line, units]) => ({ line, quantity: Number(units) })).filter(({ quantity }) => quantity !== 0);
    if (lines.length > 0) this.#record(quote, { type: "goodsReturned", quote: quote.quote, lines }, `Goods of “${this.deal.name}” came back`);
    else this.desk.say({ text: "Say of at least one line how many units came back.", tone: "trouble", undoable: false });
  }

  #record({ quote }: AcceptedQuoteView, fact: Fact, words: string): void {
    const reasons = reasonsOf(() => this.desk.record(fact, words));
    this.#refused = reasons.length === 0 ? undefined : { quote, reasons };
    this.requestUpdate();
    if (reasons.length > 0) void this.updateComplete.then(() => this.querySelector<HTMLElement>("[role=alert]")?.focus());
    else void this.updateComplete.then(() => this.closest<HTMLElement>("[data-screen]")?.querySelector<HTMLElement>("h1")?.focus());
  }

  #nameOfLine({ name, product, line }: ReservedLine): string {
    return name ?? (product === undefined ? line : this.#nameOf(product));
  }

  #nameOf(product: string): string {
    return this.desk.look({ type: "book" }).products.find((one) => one.product === product)?.name ?? product;
  }

  #promotion(id: string): string {
    return this.desk.look({ type: "promotions" }).promotions.find(({ promotion }) => promotion === id)?.terms.name ?? id;
  }
}

customElements.define("accepted-quotes", AcceptedQuotes);
