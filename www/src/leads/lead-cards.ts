import type { LeadRow } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { partyLink } from "../route.ts";
import { standings } from "../say/names.ts";
import { sayAgo, sayDue } from "../say/when.ts";
import { scoreBadge } from "./score-badge.ts";

/** Leads where there is room for one column. */
export function leadCards(rows: readonly LeadRow[]): TemplateResult {
  return html`<ul class="lead-cards">
    ${rows.map(
      (row) => html`<li class="card">
        <div class="top">
          <p>
            <a class="lead-name" href=${partyLink(row.party)}><strong><bdi>${row.name}</bdi></strong></a>
            ${row.organisation === null ? nothing : html`<span class="sub"><bdi>${row.organisation}</bdi></span>`}
          </p>
          ${scoreBadge(row.score, row.band)}
        </div>
        <p><bdi>${row.nextStep}</bdi>${row.nextAt === null ? nothing : html`<span class="sub"> · ${sayDue(row.nextAt)}</span>`}</p>
        <p class="sub">
          ${row.stage.name}${row.standing === "lead" ? nothing : ` · ${standings[row.standing]}`} ·
          ${row.lastContactAt === null ? "no contact yet" : `contact ${sayAgo(row.lastContactAt)}`}
        </p>
      </li>`,
    )}
  </ul>`;
}
