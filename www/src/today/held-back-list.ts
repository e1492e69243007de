import type { DayView, StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { partyLink } from "../route.ts";
import { guards } from "../say/names.ts";
import { sayNear } from "../say/when.ts";
import { showMore } from "./left-over-list.ts";

/** What must wait, which guard says so, and until when. */
export function heldBackList(day: DayView, more: () => void): TemplateResult | typeof nothing {
  if (day.heldBackCount === 0) return nothing;
  return html`<details class="card fold no-print">
    <summary><h2>Held back <span class="number">${day.heldBackCount.toLocaleString()}</span></h2></summary>
    <p class="hint">Nobody is contacted against their will, too often, or at a bad time. These wait.</p>
    <ul class="rows">
      ${day.heldBack.map(heldItem)}
    </ul>
    ${showMore(day.heldBackCount - day.heldBack.length, more)}
  </details>`;
}

function heldItem(step: StepView): TemplateResult {
  return html`<li>
    <div>
      <p>
        ${step.party === null ? html`<strong><bdi>${step.name}</bdi></strong>` : html`<a href=${partyLink(step.party)}><strong><bdi>${step.name}</bdi></strong></a>`}
        ${[...new Set(step.held.map(({ guard }) => guards[guard]))].map((name) => html`<span class="chip">${name}</span> `)}
      </p>
      <p class="sub"><bdi>${step.words.whatFor}</bdi></p>
      ${step.held.map(
        ({ text, until }) => html`<p class="sub"><bdi>${text}</bdi>${until === null ? nothing : html` <strong>until ${sayNear(until)}</strong>`}</p>`,
      )}
    </div>
  </li>`;
}
