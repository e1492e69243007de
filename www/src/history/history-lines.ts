import type { HistoryLine } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk/desk.ts";
import { count } from "../say/count.ts";
import { machineTime, sayMoment } from "../say/when.ts";
import "./history.css";

/** Lines of the journal, each with a way to take it back. */
export function historyLines(lines: readonly HistoryLine[], desk: Desk): TemplateResult {
  return html`<ol class="history">
    ${lines.map((line) => historyLine(line, desk))}
  </ol>`;
}

function historyLine(line: HistoryLine, desk: Desk): TemplateResult {
  const { entry, batchSize, at, text, state } = line;
  return html`<li class=${state}>
    <time datetime=${machineTime(at)}>${sayMoment(at)}</time>
    <div>
      <p><bdi>${text}</bdi>${batchSize === null ? nothing : html` <span class="chip">${count(batchSize, "entry", "entries")}</span>`}</p>
      ${state === "takenBack" ? html`<p class="sub">Taken back</p>` : nothing}
      ${state === "notUnderstood" ? html`<p class="sub">From a newer version: kept, without effect</p>` : nothing}
    </div>
    ${state === "inForce"
      ? html`<button type="button" class="quiet" aria-label="Undo: ${text}" @click=${() => desk.takeBack(batchSize === null ? entry : { batch: entry }, `Took back: ${text}`)}>Undo</button>`
      : nothing}
  </li>`;
}
