import type { PartyView, ScoreReasonView } from "nextsale/slim";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { scoreBadge } from "../leads/score-badge.ts";

/** The score and the reasons that add up to it. */
export function scoreCard({ score }: PartyView): TemplateResult {
  const most = Math.max(10, ...score.reasons.map(({ points }) => Math.abs(points)));
  return html`<section class="card" aria-labelledby="score-title">
    <div class="top"><h2 id="score-title">Score</h2>${scoreBadge(score.points, score.band)}</div>
    <table class="score-reasons">
      <caption class="unseen">Reasons of the score; their points add up to it</caption>
      <tbody>
        ${score.reasons.map((reason) => reasonRow(reason, most))}
      </tbody>
      <tfoot>
        <tr><th scope="row">Together</th><td></td><td class="amount"><strong>${score.points}</strong></td></tr>
      </tfoot>
    </table>
  </section>`;
}

function reasonRow({ text, points }: ScoreReasonView, most: number): TemplateResult {
  return html`<tr>
    <th scope="row"><bdi>${text}</bdi></th>
    <td>${bar(points, most)}</td>
    <td class="amount">${signed(points)}</td>
  </tr>`;
}

/** Percentages, not a view box: a drawing that is scaled would shrink on a phone. */
function bar(points: number, most: number): TemplateResult {
  const width = (Math.abs(points) / most) * 50;
  const rect: SVGTemplateResult = svg`<rect x="${points < 0 ? 50 - width : 50}%" y="3" width="${width}%" height="8" rx="2" class=${points < 0 ? "against" : "for"} />`;
  return html`<svg class="span" height="14" aria-hidden="true" focusable="false">${rect}</svg>`;
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "0";
}
