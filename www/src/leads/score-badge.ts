import type { Band } from "nextsale/slim";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { bands } from "../say/names.ts";

/** A score with its band: as a word and a number of bars, not by colour alone. */
export function scoreBadge(score: number, band: Band): TemplateResult {
  const bars = { cold: 1, cool: 2, warm: 3, hot: 4 }[band];
  return html`<span class="score ${band}">
    <strong>${score}</strong>
    <svg class="bars" width="18" height="14" aria-hidden="true" focusable="false">
      ${[1, 2, 3, 4].map((place) => bar(place, place <= bars))}
    </svg>
    <span>${bands[band]}</span>
  </span>`;
}

function bar(place: number, filled: boolean): SVGTemplateResult {
  const height = 2 + place * 3;
  return svg`<rect x=${(place - 1) * 5} y=${14 - height} width="3.5" height=${height} rx="1" class=${filled ? "filled" : "empty"} />`;
}
