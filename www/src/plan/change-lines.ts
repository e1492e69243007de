import type { PlanChange } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";

/** What differs between two plans: each place with what was there and what is. */
export function changeLines(changes: readonly PlanChange[]): TemplateResult {
  return html`<ul class="changes">
    ${changes.map(
      ({ place, kind, before, after, text }) => html`<li>
        ${kind === "reordered" || (before === null && after === null)
          ? html`<bdi>${text}</bdi>`
          : html`<strong><bdi>${place}</bdi></strong>
              ${kind === "changed" ? html`<del><bdi>${before}</bdi></del> becomes <ins><bdi>${after}</bdi></ins>` : html`<span class="chip ${kind === "added" ? "reached" : "warn"}">${kind === "added" ? "New" : "Taken out"}</span>`}
              ${kind === "added" && isShort(after) ? html`<ins><bdi>${after}</bdi></ins>` : nothing}`}
      </li>`,
    )}
  </ul>`;
}

function isShort(words: string | null): boolean {
  return words !== null && words.length < 80;
}
