import type { DayView, LeftOver } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { partyLink } from "../route.ts";
import { leftOverReasons } from "../say/names.ts";
import { sayNear } from "../say/when.ts";

/** What did not fit into the day, why, and when it would. */
export function leftOverList(day: DayView, more: () => void, pick: ((left: LeftOver) => void) | undefined): TemplateResult | typeof nothing {
  if (day.leftOverCount === 0) return nothing;
  return html`<details class="card fold no-print">
    <summary><h2>Did not fit <span class="number">${day.leftOverCount.toLocaleString()}</span></h2></summary>
    <ul class="rows">
      ${day.leftOver.map(
        (left) => html`<li>
          <div>
            <p>${nameOf(left)} <span class="chip">${leftOverReasons[left.reason]}</span></p>
            <p class="sub"><bdi>${left.step.words.whatFor}</bdi> · <bdi>${left.text}</bdi></p>
          </div>
          ${left.wouldFit === null ? nothing : html`<p class="when">would fit<br /><strong>${sayNear(left.wouldFit)}</strong></p>`}
          ${pick === undefined ? nothing : html`<button type="button" class="quiet" aria-label="Do now: ${left.step.name}" @click=${() => pick(left)}>Do now</button>`}
        </li>`,
      )}
    </ul>
    ${showMore(day.leftOverCount - day.leftOver.length, more)}
  </details>`;
}

function nameOf({ step }: LeftOver): TemplateResult {
  if (step.party === null) return html`<strong><bdi>${step.name}</bdi></strong>`;
  return html`<a href=${partyLink(step.party)}><strong><bdi>${step.name}</bdi></strong></a>`;
}

/** So many more are shown when asked for. */
export const MORE = 100;

/** A way to those that are not shown yet. */
export function showMore(hidden: number, more: () => void): TemplateResult | typeof nothing {
  if (hidden <= 0) return nothing;
  return html`<p class="more"><button type="button" @click=${more}>Show ${Math.min(MORE, hidden)} more</button></p>`;
}
