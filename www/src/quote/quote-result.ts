import type { Applied, BeforeAfter, LineShare, QuotedLine, QuoteView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { count } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { sayGiven } from "../say/offers.ts";
import "./quote.css";

/** How products are called. */
export type ProductName = (product: string) => string;

/** Every line before and after, what is given with it, and what all of it costs. This is what a customer gets to see. */
export function quoteTable(quote: QuoteView, nameOf: ProductName): TemplateResult {
  const money = (minor: number): string => sayMoney({ minor, currency: quote.currency });
  const names = new Map(quote.applied.map(({ promotion, name }) => [promotion, name]));
  const { delivery, total } = quote;
  const row = (name: unknown, amount: BeforeAfter, shares: readonly LineShare[], kind = ""): TemplateResult => html`<tr class=${kind}>
    <th scope="row">
      ${name}
      ${shares.map(({ promotion, credit, amount: share }) => html`<span class="share">−${money(share)} <bdi>${credit === null ? (names.get(promotion) ?? promotion) : "Money off from an earlier purchase"}</bdi></span>`)}
    </th>
    <td class="amount">${money(amount.before)}</td>
    <td class="amount">${amount.after === amount.before ? money(amount.after) : html`<strong>${money(amount.after)}</strong>`}</td>
  </tr>`;
  return html`<table class="quote">
    <thead><tr><th scope="col">Line</th><th scope="col" class="amount">Before</th><th scope="col" class="amount">After</th></tr></thead>
    <tbody>
      ${quote.lines.map((line) => row(html`<bdi>${nameOfLine(line, nameOf)}</bdi> <span class="sub">${line.quantity.toLocaleString()} × ${money(line.unitPrice)}</span>`, line.total, line.shares))}
      ${quote.applied.flatMap(({ gives, name }) => gives.map((given) => html`<tr class="given">
        <th scope="row"><bdi>${sayGiven(given, nameOf)}</bdi><span class="share"><bdi>${name}</bdi>${given.value === undefined ? nothing : html`, worth ${money(given.value)}`}</span></th>
        <td class="amount">–</td>
        <td class="amount"><strong>free</strong></td>
      </tr>`))}
      ${delivery.total.before === 0 ? nothing : row("Delivery", delivery.total, delivery.shares)}
    </tbody>
    <tfoot>${row("Total", total, [], "total")}</tfoot>
  </table>
  ${total.before === total.after ? nothing : html`<p class="saved">They save <strong>${money(total.before - total.after)}</strong>.</p>`}
  ${quote.applied.map(({ credit }) => (credit === null ? nothing : html`<p class="saved">With it come <strong>${money(credit.amount)}</strong> off their next purchase, for ${count(credit.validDays, "day")}.</p>`))}`;
}

/** What applied, what did not and why, and how it was chosen: for the seller. */
export function quoteReasons(quote: QuoteView): TemplateResult {
  const { applied, notApplied, words } = quote;
  return html`<div class="no-print">
    <h3>Applied</h3>
    ${applied.length === 0 ? html`<p class="sub">No promotion applies.</p>` : html`<ul class="rows tight" aria-label="Applied">${applied.map((one) => appliedItem(one, quote.currency))}</ul>`}
    ${notApplied.length === 0
      ? nothing
      : html`<h3>Not applied</h3>
          <ul class="rows tight" aria-label="Not applied">
            ${notApplied.map(({ name, code }, at) => html`<li>
              <div><bdi>${name ?? `Code “${code ?? ""}”`}</bdi>${name !== null && code !== null ? html` <span class="chip"><bdi>${code}</bdi></span>` : nothing}: <span class="why"><bdi>${words.notApplied[at]}</bdi></span></div>
            </li>`)}
          </ul>`}
    ${words.combination === null ? nothing : html`<p class="sub combination"><bdi>${words.combination}</bdi></p>`}
  </div>`;
}

function appliedItem({ name, code, amount, cost }: Applied, currency: string): TemplateResult {
  return html`<li>
    <div><bdi>${name}</bdi>${code === null ? nothing : html` <span class="chip reached"><bdi>${code}</bdi></span>`}</div>
    <span>${amount === 0 ? nothing : html`−${sayMoney({ minor: amount, currency })}`} ${cost === 0 || cost === amount ? nothing : html`<span class="sub">costs us ${sayMoney({ minor: cost, currency })}</span>`}</span>
  </li>`;
}

export function nameOfLine({ name, product, line }: Pick<QuotedLine, "name" | "product" | "line">, nameOf: ProductName): string {
  return name ?? (product === null ? line : nameOf(product));
}
