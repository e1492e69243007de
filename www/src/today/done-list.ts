import type { DayView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { partyLink } from "../route.ts";
import { objectives, outcomes } from "../say/names.ts";
import { sayClock } from "../say/when.ts";
import { showMore } from "./left-over-list.ts";

/** What was done on the day already, the latest first. */
export function doneList({ done, doneCount }: DayView, more: () => void): TemplateResult | typeof nothing {
  if (doneCount === 0) return nothing;
  return html`<details class="card fold no-print">
    <summary><h2>Done <span class="number">${doneCount.toLocaleString()}</span></h2></summary>
    <ul class="rows">
      ${done.map(
        ({ party, name, clock, channel, objective, outcome }) => html`<li>
          <div>
            <p>${icon(channel)} <a href=${partyLink(party)}><strong><bdi>${name}</bdi></strong></a> <span class="chip">${outcomes[outcome]}</span></p>
            <p class="sub">${objectives[objective]}</p>
          </div>
          <p class="when">${sayClock(clock)}</p>
        </li>`,
      )}
    </ul>
    ${showMore(doneCount - done.length, more)}
  </details>`;
}
