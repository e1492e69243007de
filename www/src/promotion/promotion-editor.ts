import { type Fact, newId, type QuoteView, type ReasonView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LivePart } from "../part.ts";
import { fields } from "../plan/controls.ts";
import { isObject, type Json, textOf } from "../plan/document.ts";
import type { Options } from "../plan/specs.ts";
import "../plan/plan.css";
import { currencyOf, emptyQuote, placed, quoteFields, requestOf } from "../quote/quote-fields.ts";
import { quoteReasons, quoteTable } from "../quote/quote-result.ts";
import { count } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { plainText } from "../say/reason.ts";
import { blank, examples } from "./examples.ts";
import { within } from "./forms.ts";
import "./promotion.css";
import { firstSpecs, moreParts, type PromotionPart } from "./promotion-specs.ts";
import { type Customer, reasonsOf, TryOut } from "./try-out.ts";
import { Work } from "./work.ts";

const customers: Options = [["nobody", "Somebody we don’t know"], ["new", "New business"], ["existing", "Existing business"]];

/** Makes a promotion or changes its terms, and shows at once what it does to an example quote. */
export class PromotionEditor extends LivePart {
  static override properties = { ...LivePart.properties, promotion: { attribute: false }, example: { attribute: false } };

  /** The promotion; undefined for a new one. */
  declare promotion: string | undefined;
  /** The example that a new one begins with. */
  declare example: string | undefined;

  readonly #terms = new Work(blank(), () => this.#changed());
  readonly #quote = new Work(emptyQuote(), () => this.requestUpdate());
  readonly #opened = new Set<string>();
  #tryOut: TryOut | undefined;
  #answer: QuoteView | undefined;
  #customer: Customer = "new";
  #alone = true;
  /** The text of the whole as somebody is typing it. */
  #text: string | undefined;
  /** Whether what is typed is no JSON yet. */
  #broken = false;
  /** Whether somebody tried to save it as it was. */
  #tried = false;
  #missing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
    void TryOut.open(this.desk, this.promotion).then((tryOut) => {
      if (!this.isConnected) return tryOut.close();
      this.#tryOut = tryOut;
      this.requestUpdate();
    }, (problem: unknown) => this.desk.sayTrouble(problem));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tryOut?.close();
    this.#tryOut = undefined;
  }

  override render(): TemplateResult {
    if (this.#missing) return html`<section class="screen"><h1 tabindex="-1">There is no such promotion</h1><p><a href="#/promotions">Go to the promotions</a></p></section>`;
    const problems = this.#check();
    const answer = problems.length > 0 ? undefined : this.#ask();
    this.#answer = answer !== undefined && isQuote(answer) ? answer : undefined;
    const around = { currency: this.#currency, products: this.#products, lanes: this.#lanes };
    return html`<section class="screen promotion">
      <header class="head">
        <div>
          <h1 tabindex="-1">${this.promotion === undefined ? "New promotion" : "Edit the promotion"}</h1>
          <p class="sub">${this.promotion === undefined ? "Nothing is given before you save it." : "New terms hold from now on; what was accepted stays as it was."}</p>
        </div>
        <div class="actions"><a class="button" href="#/promotions">Back to the promotions</a></div>
      </header>
      <div class="two">
        <div>
          <section class="card" aria-labelledby="terms-title"><h2 id="terms-title">The offer</h2>${fields(this.#terms, [], firstSpecs(around))}</section>
          ${moreParts(around).map((part) => this.#renderPart(part))} ${this.#renderText()} ${this.#renderEnd(problems)}
        </div>
        <div>${this.#renderPreview(problems)}</div>
      </div>
    </section>`;
  }

  #begin(): void {
    const listed = this.desk.look({ type: "promotions" }).promotions.find(({ promotion }) => promotion === this.promotion);
    this.#missing = this.promotion !== undefined && listed === undefined;
    const example = examples.find(({ id }) => id === this.example)?.terms(this.#currency);
    const draft = this.desk.drafts.get(this.#draftName)?.["text"];
    this.#terms.document = draft === undefined ? ((listed?.terms as Json | undefined) ?? example ?? blank()) : (JSON.parse(draft) as Json);
    const { facts } = this.desk.look({ type: "planDraft", text: JSON.stringify(this.desk.look({ type: "plan" }).plan) });
    this.#terms.facts = facts;
    this.#terms.stages = this.desk.look({ type: "plan" }).plan.pipelines.flatMap(({ stages }) => stages.map(({ id, name }) => [id, name] as const));
    const [product] = this.desk.look({ type: "book" }).products.filter(({ price }) => price?.currency === this.#currency);
    const line = product?.price ? { product: product.product, name: product.name, unitPrice: product.price.minor } : { name: "An example", unitPrice: 10_000 };
    const codes = isObject(this.#terms.document) ? this.#terms.document["codes"] : undefined;
    const first = Array.isArray(codes) ? (codes as readonly Json[])[0] : undefined;
    const code = textOf(isObject(first) ? first["code"] : first);
    this.#quote.document = { quote: { lines: [{ line: "line-1", quantity: 3, ...line }], ...(code !== "" && { codes: [code] }) } };
  }

  get #draftName(): string {
    return `promotion/${this.promotion ?? `new/${this.example ?? ""}`}`;
  }

  get #currency(): string {
    return this.desk.look({ type: "plan" }).plan.currency;
  }

  get #quoteCurrency(): string {
    return currencyOf(this.#quote.document) ?? this.#currency;
  }

  get #products(): Options {
    return this.desk.look({ type: "book" }).products.map(({ product, name }) => [product, name] as const);
  }

  get #lanes(): Options {
    return (this.desk.look({ type: "plan" }).plan.quotes?.lanes ?? []).map(({ id, name }) => [id, name ?? id] as const);
  }

  /** What is wrong with the terms. Of a name that nobody has typed yet nothing is said before it is saved. */
  #check(): readonly ReasonView[] {
    const problems = this.#tryOut === undefined ? [] : within(this.#tryOut.list(this.#terms.document), "terms");
    const untouched = isObject(this.#terms.document) && textOf(this.#terms.document["name"]) === "" && !this.#tried;
    this.#terms.problems = untouched ? problems.filter(({ path }) => path !== "name") : problems;
    return problems;
  }

  #renderPart({ title, hint, specs }: PromotionPart): TemplateResult {
    const faults = specs.reduce((sum, { key }) => sum + this.#terms.faults([key], "within").length, 0);
    const open = this.#opened.has(title);
    return html`<details class="card fold" ?open=${open} @toggle=${(event: Event) => event.target === event.currentTarget && this.#fold(title, (event.target as HTMLDetailsElement).open)}>
      <summary><h2>${title}</h2> ${faults === 0 ? html`<span class="sub">${hint}</span>` : html`<span class="chip warn">${count(faults, "problem")}</span>`}</summary>
      ${open ? fields(this.#terms, [], specs) : nothing}
    </details>`;
  }

  #renderText(): TemplateResult {
    const text = this.#text ?? JSON.stringify(this.#terms.document, null, 2);
    return html`<details class="card fold">
      <summary><h2>All terms as text</h2></summary>
      <div class="field">
        <label for="promotion-text">Terms as JSON</label>
        <textarea id="promotion-text" class="code" rows="12" spellcheck="false" aria-invalid=${this.#broken ? "true" : nothing} aria-describedby=${this.#broken ? "promotion-text-fault" : nothing} .value=${live(text)} @input=${this.#type}></textarea>
        ${!this.#broken ? nothing : html`<p class="fault" id="promotion-text-fault">This is not JSON yet.</p>`}
        <p class="hint">For experts: everything that a promotion can say. The fields above keep what they don’t show.</p>
      </div>
    </details>`;
  }

  #renderEnd(problems: readonly ReasonView[]): TemplateResult {
    const shown = this.#tried ? problems : [];
    return html`<section class="card" aria-label="Save">
      ${shown.length === 0
        ? nothing
        : html`<div class="fault whole" role="alert" tabindex="-1">
            <p>It can’t be saved yet:</p>
            <ul class="plain">${shown.map((reason) => html`<li><code><bdi>${reason.path || "terms"}</bdi></code> <bdi>${plainText(reason)}</bdi></li>`)}</ul>
          </div>`}
      ${this.#answer === undefined ? nothing : html`<p class="sub">On the example, ${sayMoney({ minor: this.#answer.total.before, currency: this.#answer.currency })} become ${sayMoney({ minor: this.#answer.total.after, currency: this.#answer.currency })}.</p>`}
      <div class="actions">
        <button type="button" class="primary" @click=${this.#save}>Save the promotion</button>
        ${this.desk.drafts.get(this.#draftName) === undefined ? nothing : html`<button type="button" @click=${this.#discard}>Discard the changes</button>`}
      </div>
    </section>`;
  }

  #renderPreview(problems: readonly ReasonView[]): TemplateResult {
    return html`<section class="card preview" aria-labelledby="preview-title">
      <h2 id="preview-title">On an example quote</h2>
      <div aria-live="polite">${problems.length > 0 ? html`<p class="sub">It can be tried as soon as the terms are whole.</p>` : this.#renderQuote()}</div>
      <details>
        <summary>Change the example</summary>
        ${quoteFields(this.#quote, this.#quoteCurrency, this.desk.look({ type: "book" }).products, [this.#currency])}
        <div class="field">
          <label for="preview-customer">Customer</label>
          <select id="preview-customer" @change=${this.#choose}>
            ${customers.map(([value, words]) => html`<option value=${value} .selected=${live(value === this.#customer)}>${words}</option>`)}
          </select>
        </div>
        <div class="tick"><input id="preview-alone" type="checkbox" .checked=${live(!this.#alone)} @change=${this.#among} /><label for="preview-alone">Together with the other promotions</label></div>
      </details>
    </section>`;
  }

  /** The example, counted; undefined while the engine for it is being started. */
  #ask(): QuoteView | readonly ReasonView[] | undefined {
    if (this.#tryOut === undefined) return undefined;
    const { request, rows } = requestOf(this.#quote.document, this.#quoteCurrency);
    const answer = this.#tryOut.quote(request, this.#customer, this.#alone);
    this.#quote.problems = isQuote(answer) ? [] : placed(answer, rows);
    return answer;
  }

  #renderQuote(): TemplateResult {
    const answer = this.#answer;
    if (this.#tryOut === undefined) return html`<p class="sub">One moment …</p>`;
    if (answer === undefined) return html`<p class="sub">The example can’t be counted yet.</p>`;
    return html`${quoteTable(answer, (product) => this.#nameOf(product))} ${quoteReasons(answer)}`;
  }

  #nameOf(product: string): string {
    return this.#products.find(([id]) => id === product)?.[1] ?? product;
  }

  #changed(): void {
    this.#text = undefined;
    this.#broken = false;
    this.desk.drafts.keep(this.#draftName, { text: JSON.stringify(this.#terms.document) });
    this.requestUpdate();
  }

  #fold(title: string, open: boolean): void {
    if (open) this.#opened.add(title);
    else this.#opened.delete(title);
    this.requestUpdate();
  }

  readonly #type = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    try {
      this.#terms.write(JSON.parse(value) as Json);
    } catch {
      this.#broken = true;
    }
    this.#text = value;
    this.requestUpdate();
  };

  readonly #choose = ({ target }: Event): void => {
    this.#customer = (target as HTMLSelectElement).value as Customer;
    this.requestUpdate();
  };

  readonly #among = ({ target }: Event): void => {
    this.#alone = !(target as HTMLInputElement).checked;
    this.requestUpdate();
  };

  readonly #save = (): void => {
    const promotion = this.promotion ?? newId("promotion");
    const terms = this.#terms.document;
    const name = isObject(terms) ? textOf(terms["name"]) : "";
    this.#tried = true;
    const reasons = this.#broken ? [] : reasonsOf(() => this.desk.record({ type: "promotionListed", promotion, terms } as unknown as Fact, `Saved the promotion “${name}”`));
    if (!this.#broken && reasons.length === 0) {
      this.desk.drafts.forget(this.#draftName);
      location.hash = "#/promotions";
      return;
    }
    // What is folded away and wrong is unfolded.
    const parts = moreParts({ currency: this.#currency, products: this.#products, lanes: this.#lanes });
    for (const { title, specs } of parts) if (within(reasons, "terms").some(({ path }) => specs.some(({ key }) => path.startsWith(key)))) this.#opened.add(title);
    this.requestUpdate();
    void this.updateComplete.then(() => (this.querySelector<HTMLElement>("[aria-invalid=true]") ?? this.querySelector<HTMLElement>("[role=alert]"))?.focus());
  };

  readonly #discard = (): void => {
    this.desk.drafts.forget(this.#draftName);
    this.#tried = false;
    this.#text = undefined;
    this.#broken = false;
    this.#begin();
    this.requestUpdate();
  };
}

function isQuote(answer: QuoteView | readonly ReasonView[]): answer is QuoteView {
  return "total" in answer;
}

customElements.define("promotion-editor", PromotionEditor);

