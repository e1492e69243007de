import type { Fact, Promotion, PromotionView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { effectLink, newPromotionLink, promotionLink } from "../route.ts";
import { isPaused, sayGift, sayLimits, sayOverspent, standsOf, standsWords } from "../say/offers.ts";
import { examples } from "./examples.ts";
import { codeOf } from "./forms.ts";
import "./promotion.css";

/** What we give: each promotion in plain words, how it stands, and what is left of it. */
export class PromotionsScreen extends LivePart {
  override render(): TemplateResult {
    const { promotions, overspent } = this.desk.look({ type: "promotions" });
    const names = new Map(promotions.map(({ promotion, terms }) => [promotion, terms.name]));
    return html`<section class="screen promotions">
      <header class="head">
        <div>
          <h1 tabindex="-1">Promotions</h1>
          <p class="sub">Existing customers need fewer of them than new business does.</p>
        </div>
        <div class="actions">
          <a class="button" href="#/effect">What works</a>
          <a class="button primary" href=${newPromotionLink()}>${icon("plus")}<span>New promotion</span></a>
        </div>
      </header>
      ${overspent.length === 0
        ? nothing
        : html`<section class="note" aria-label="Overspent">
            <p><strong>More was given than there was.</strong> Copies of the book that were apart did not know of each other. What was accepted stands.</p>
            <ul class="plain">${overspent.map((over) => html`<li><bdi>${sayOverspent(over, names.get(over.promotion) ?? over.promotion)}</bdi></li>`)}</ul>
          </section>`}
      ${promotions.length === 0
        ? html`<div class="card calm">
            <h2>No promotions yet</h2>
            <p>A promotion gives money, goods or a service for a while: to begin a relationship, not to be cheap. Limits keep it from giving more than you want, and a quote says for each why it applies or not.</p>
          </div>`
        : html`<ul class="promotion-list">${promotions.map((view) => html`<li>${this.#renderOne(view)}</li>`)}</ul>`}
      ${this.#renderStarts(promotions.length === 0)}
    </section>`;
  }

  #renderOne(view: PromotionView): TemplateResult {
    const { promotion, terms } = view;
    const stands = standsOf(view, Date.now());
    const paused = isPaused(terms);
    const codes = terms.codes ?? [];
    return html`<article class="card">
      <div class="top">
        <h2><bdi>${terms.name}</bdi></h2>
        <span class="chip ${stands === "active" ? "reached" : "warn"}">${standsWords[stands]}</span>
      </div>
      <div>
        <p class="gives"><bdi>${sayGift(terms.gives, (product) => this.#nameOf(product))}</bdi></p>
        ${codes.length === 0 ? nothing : html`<p class="sub">With ${codes.length === 1 ? "the code" : "one of the codes"} ${codes.map((code, at) => html`${at > 0 ? ", " : nothing}<code><bdi>${codeOf(typeof code === "string" ? code : code.code)}</bdi></code>`)}</p>`}
        <ul class="plain">${sayLimits(view).map((words) => html`<li>${words}</li>`)}</ul>
      </div>
      <div class="actions">
        <a class="button" href=${promotionLink(promotion)} aria-label="Edit ${terms.name}">Edit</a>
        <button type="button" aria-label="${paused ? "Resume" : "Pause"} ${terms.name}" @click=${() => this.#turn(view, paused)}>${paused ? "Resume" : "Pause"}</button>
        <a class="button quiet" href=${effectLink(promotion)} aria-label="Effect of ${terms.name}">Effect</a>
      </div>
    </article>`;
  }

  #renderStarts(first: boolean): TemplateResult {
    return html`<section aria-labelledby="starts-title">
      <h2 id="starts-title">${first ? "Begin with one of these" : "Another to begin with"}</h2>
      <div class="starts">
        ${examples.map(({ id, title, words }) => html`<div class="card"><h3>${title}</h3><p>${words}</p><span></span><a class="button" href=${newPromotionLink(id)} aria-label="Begin with: ${title}">Begin with this</a></div>`)}
      </div>
    </section>`;
  }

  #nameOf(product: string): string {
    return this.desk.look({ type: "book" }).products.find((one) => one.product === product)?.name ?? product;
  }

  /** Pauses or resumes; everything else of the terms stays. */
  #turn({ promotion, terms }: PromotionView, paused: boolean): void {
    const { standing: _, ...rest } = terms;
    const turned = (paused ? rest : { ...rest, standing: "paused" }) as Promotion;
    try {
      const fact: Fact = { type: "promotionListed", promotion, terms: turned };
      this.desk.record(fact, `${paused ? "Resumed" : "Paused"} the promotion “${terms.name}”`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }
}

customElements.define("promotions-screen", PromotionsScreen);
