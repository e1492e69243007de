import type { Pace } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { paces } from "./names.ts";

const tones: Partial<Record<Pace, string>> = { late: "warn", stale: "warn", early: "reached" };

/** How something stands against the plan's timeline, in a word. */
export function paceChip(pace: Pace, title?: string): TemplateResult {
  return html`<span class="chip ${tones[pace] ?? ""}" title=${title ?? nothing}>${paces[pace]}</span>`;
}
