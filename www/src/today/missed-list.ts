import type { DayView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { partyLink } from "../route.ts";
import { objectives } from "../say/names.ts";
import { sayNear } from "../say/when.ts";

/** Appointments that nobody said anything of: how they went is asked before anything new begins. */
export function missedList({ missed }: DayView): TemplateResult | typeof nothing {
  if (missed.length === 0) return nothing;
  return html`<section class="card no-print" aria-labelledby="missed-title">
    <h2 id="missed-title">How did these go?</h2>
    <ul class="rows">
      ${missed.map(
        ({ party, name, at, channel, objective }) => html`<li>
          <div>${icon(channel)} <a href=${partyLink(party)}><strong><bdi>${name}</bdi></strong></a> <span class="sub">${objectives[objective]}, ${sayNear(at)}</span></div>
          <a class="button" href=${partyLink(party)}>Open, and log it</a>
        </li>`,
      )}
    </ul>
  </section>`;
}
