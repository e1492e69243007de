import type { StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { sayMoney } from "../say/money.ts";

/** Why, how, what for, what they gain, and what to begin with. */
export function stepWords({ words, action }: StepView): TemplateResult {
  return html`<dl class="words">
    <div><dt>Why</dt><dd><bdi>${words.why}</bdi></dd></div>
    <div><dt>How</dt><dd>${action.type === "contact" ? icon(action.channel) : nothing} <bdi>${words.how}</bdi></dd></div>
    <div><dt>What for</dt><dd><bdi>${words.whatFor}</bdi></dd></div>
    ${words.benefit === null ? nothing : html`<div class="benefit"><dt>What they gain</dt><dd><bdi>${words.benefit}</bdi></dd></div>`}
    ${words.opening === null ? nothing : html`<div><dt>Opening</dt><dd><bdi>${words.opening}</bdi></dd></div>`}
    ${words.need === null ? nothing : html`<div><dt>Their need, in their words</dt><dd>“<bdi>${words.need}</bdi>”</dd></div>`}
    ${action.type === "contact" && action.desiredResult !== null
      ? html`<div><dt>A good result</dt><dd><bdi>${action.desiredResult}</bdi></dd></div>`
      : nothing}
  </dl>`;
}

/** The reasons that led to a step, and what it is worth; a complaint is put right for its own sake. */
export function stepReasons({ because, sale }: StepView): TemplateResult {
  return html`<ul class="reasons">
    ${because.map(({ rule, text }) => html`<li><bdi>${text}</bdi> <code class="rule">${rule}</code></li>`)}
    ${sale === null ? nothing : html`<li>A sale is worth ${sayMoney(sale.worth)}, its chance is ${sale.chancePercent} %: ${sayMoney(sale.worthPerHour)} for an hour of work.</li>`}
  </ul>`;
}

/** What holds a step back, and until when. */
export function stepHeld({ held }: StepView): TemplateResult | typeof nothing {
  if (held.length === 0) return nothing;
  return html`<ul class="held">
    ${held.map(({ text }) => html`<li>${icon("pause")} <bdi>${text}</bdi></li>`)}
  </ul>`;
}
