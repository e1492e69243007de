import type { LeadRow } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { partyLink } from "../route.ts";
import { sayMoney } from "../say/money.ts";
import { standings } from "../say/names.ts";
import { sayAgo, sayDue } from "../say/when.ts";
import { scoreBadge } from "./score-badge.ts";

/** Leads where there is room for columns. */
export function leadTable(rows: readonly LeadRow[]): TemplateResult {
  return html`<div class="card table">
    <table class="leads">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Score</th>
          <th scope="col">Stage</th>
          <th scope="col">Next step</th>
          <th scope="col">Last contact</th>
          <th scope="col" class="amount">An hour is worth</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(leadRow)}
      </tbody>
    </table>
  </div>`;
}

function leadRow(row: LeadRow): TemplateResult {
  return html`<tr>
    <th scope="row">
      <a class="lead-name" href=${partyLink(row.party)}><bdi>${row.name}</bdi></a>
      ${row.organisation === null ? nothing : html`<span class="sub"><bdi>${row.organisation}</bdi></span>`}
    </th>
    <td>${scoreBadge(row.score, row.band)}</td>
    <td>${row.stage.name}${row.standing === "lead" ? nothing : html`<span class="sub">${standings[row.standing]}</span>`}</td>
    <td><bdi>${row.nextStep}</bdi>${row.nextAt === null ? nothing : html`<span class="sub">${sayDue(row.nextAt)}</span>`}</td>
    <td>${row.lastContactAt === null ? html`<span class="sub">never</span>` : sayAgo(row.lastContactAt)}</td>
    <td class="amount">${sayMoney(row.worthPerHour)}</td>
  </tr>`;
}
