import { type AcceptedQuoteView, type Fact, newId, type Query, type QuoteView, type ReasonView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import type { Json } from "../plan/document.ts";
import { reasonsOf } from "../promotion/try-out.ts";
import { Work } from "../promotion/work.ts";
import { partyLink } from "../route.ts";
import { sayMoney } from "../say/money.ts";
import { plainText } from "../say/reason.ts";
import { sayDate } from "../say/when.ts";
import "./accepted-quotes.ts";
import { dealOf, type QuotedDeal } from "./deal.ts";
import "./quote.css";
import { currencyOf, emptyQuote, placed, quoteFields, requestOf } from "./quote-fields.ts";
import { quoteReasons, quoteTable } from "./quote-result.ts";
import { countedAt, validityFields, validityLine, type WrittenValidity, writtenValidity } from "./validity.ts";

/** Makes a quote for a deal: what it comes to is counted with every keystroke; accepting it is recorded. */
export class QuoteScreen extends LivePart {
  static override properties = { ...LivePart.properties, deal: { attribute: false }, customer: { attribute: false } };

  declare deal: string;
  declare customer: string | undefined;

  readonly #work = new Work(emptyQuote(), () => this.#changed());
  /** Why accepting was refused. */
  #refused: readonly ReasonView[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const text = this.desk.drafts.get(this.#draftName)?.["text"];
    if (text !== undefined) this.#work.document = JSON.parse(text) as Json;
  }

  override render(): TemplateResult {
    const deal = dealOf(this.desk, this.deal, this.customer);
    if (deal === undefined) {
      return html`<section class="screen"><h1 tabindex="-1">There is no such deal</h1><p>It may be closed, or was taken back: <a href="#/board/deal">go to the deals</a>, or open it from whom it is with.</p></section>`;
    }
    const accepted = this.desk.look({ type: "acceptedQuotes", deal: this.deal });
    const answer = this.#ask(deal);
    return html`<section class="screen quote-screen">
      <header class="head">
        <div>
          <h1 tabindex="-1">Quote for <bdi>${deal.name}</bdi></h1>
          ${deal.customer === null ? nothing : html`<p class="sub"><a href=${partyLink(deal.customer)}><bdi>${deal.customerName}</bdi></a></p>`}
          <p class="print-only">${sayDate(Date.now())}</p>
          ${validityLine(this.#validity)}
        </div>
        <div class="actions no-print"><button type="button" @click=${() => print()}>${icon("print")}<span>Print</span></button></div>
      </header>
      ${accepted.length === 0 ? nothing : html`<accepted-quotes .desk=${this.desk} .quotes=${accepted} .deal=${deal}></accepted-quotes>`}
      ${deal.open ? this.#renderBuilder(deal, answer, accepted) : nothing}
    </section>`;
  }

  #renderBuilder(deal: QuotedDeal, answer: QuoteView | undefined, accepted: readonly AcceptedQuoteView[]): TemplateResult {
    const standing = accepted.some((quote) => quote.standing === "accepted");
    const { products } = this.desk.look({ type: "book" });
    const body = html`<div class="two">
      <section class="card no-print" aria-labelledby="lines-title"><h2 id="lines-title">What they want</h2>${quoteFields(this.#work, this.#currency(deal), products, [this.#planCurrency])}</section>
      <section class="card" aria-labelledby="result-title">
        <h2 id="result-title">What it comes to</h2>
        <div aria-live="polite">${answer === undefined ? html`<p class="sub">Name what they want and what a unit costs: it is counted at once, with the best of the promotions that apply.</p>` : this.#renderAnswer(answer)}</div>
        ${validityFields(this.#work, this.#validity)} ${this.#renderRefused()}
        <div class="actions no-print accept">
          <button type="button" class="primary big" ?disabled=${answer === undefined || this.#validity.fault !== undefined} @click=${() => this.#accept(deal, answer)}>${icon("check")}<span>${answer === undefined ? "Accept" : `They accept ${sayMoney({ minor: answer.total.after, currency: answer.currency })}`}</span></button>
        </div>
      </section>
    </div>`;
    return standing ? html`<details class="no-print"><summary>Make another quote</summary>${body}</details>` : body;
  }

  #renderAnswer(answer: QuoteView): TemplateResult {
    return html`${quoteTable(answer, (product) => this.#nameOf(product))} ${quoteReasons(answer)}`;
  }

  #renderRefused(): TemplateResult | typeof nothing {
    if (this.#refused.length === 0) return nothing;
    return html`<div class="fault whole no-print" role="alert" tabindex="-1">
      <p>It was not accepted:</p>
      <ul class="plain">${this.#refused.map((reason) => html`<li><bdi>${plainText(reason)}</bdi></li>`)}</ul>
      <p>Above it is counted anew.</p>
    </div>`;
  }

  /** The quote as it stands; undefined while there is nothing to count, or something is wrong with it. */
  #ask(deal: QuotedDeal): QuoteView | undefined {
    const { request, rows } = requestOf(this.#work.document, this.#currency(deal));
    this.#work.problems = [];
    if (rows.length === 0) return undefined;
    let answer: QuoteView | undefined;
    const party = deal.customer === null ? {} : { party: deal.customer };
    const query = { type: "quote", ...request, deal: deal.deal, ...party } as unknown as Extract<Query, { type: "quote" }>;
    const at = countedAt(this.#validity);
    const reasons = reasonsOf(() => {
      answer = at === undefined ? this.desk.look(query) : this.desk.engine.look(query, { now: at });
    });
    this.#work.problems = placed(reasons, rows);
    return answer;
  }

  #accept(deal: QuotedDeal, answer: QuoteView | undefined): void {
    if (answer === undefined) return;
    const { reservation } = answer;
    const { validity } = this.#validity;
    const fact: Fact = {
      type: "quoteAccepted", quote: newId("quote"), deal: deal.deal, ...(deal.customer !== null && { party: deal.customer }), reservation, ...(validity && { validity }),
    };
    this.#refused = reasonsOf(() => this.desk.record(fact, `Accepted the quote for “${deal.name}”`));
    if (this.#refused.length === 0) {
      this.desk.drafts.forget(this.#draftName);
      this.#work.document = emptyQuote();
    }
    this.requestUpdate();
    const next = this.#refused.length === 0 ? "accepted-quotes button" : "[role=alert]";
    void this.updateComplete.then(async () => {
      await this.querySelector<LivePart>("accepted-quotes")?.updateComplete;
      this.querySelector<HTMLElement>(next)?.focus();
    });
  }

  #changed(): void {
    this.#refused = [];
    this.desk.drafts.keep(this.#draftName, { text: JSON.stringify(this.#work.document) });
    this.requestUpdate();
  }

  get #validity(): WrittenValidity {
    return writtenValidity(this.#work.document);
  }

  get #draftName(): string {
    return `quote/${this.deal}`;
  }

  /** As somebody chose; else that of the deal's worth, else the plan's. */
  #currency(deal: QuotedDeal): string {
    return currencyOf(this.#work.document) ?? deal.currency ?? this.#planCurrency;
  }

  get #planCurrency(): string {
    return this.desk.look({ type: "plan" }).plan.currency;
  }

  #nameOf(product: string): string {
    return this.desk.look({ type: "book" }).products.find((one) => one.product === product)?.name ?? product;
  }
}

customElements.define("quote-screen", QuoteScreen);
