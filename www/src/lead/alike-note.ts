import type { LeadRow } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk/desk.ts";
import type { Sheet } from "../form/sheet.ts";
import { partyLink } from "../route.ts";
import { readPoints } from "./lead-fields.ts";

/** Says when somebody like that is in the book already, before they are there twice. */
export function alikeNote(desk: Desk, sheet: Sheet): TemplateResult | typeof nothing {
  const name = sheet.value("name").trim();
  const byName = name.length < 3 ? [] : found(desk, name).filter((row) => row.name.toLowerCase() === name.toLowerCase());
  const byPoint = readPoints(sheet).flatMap(({ point }) => (point.value.length < 5 ? [] : found(desk, point.value)));
  const alike = new Map([...byName, ...byPoint].map((row) => [row.party, row]));
  if (alike.size === 0) return nothing;
  return html`<p class="note" role="status">
    In the book already:
    ${[...alike.values()].map(
      (row, index) => html`${index > 0 ? ", " : nothing}<a href=${partyLink(row.party)}><bdi>${row.name}</bdi></a>${row.organisation === null ? nothing : html` (<bdi>${row.organisation}</bdi>)`}`,
    )}
  </p>`;
}

function found(desk: Desk, search: string): readonly LeadRow[] {
  // A tab or the like, pasted in, is no search at all.
  return /[\p{Cc}]/u.test(search) ? [] : desk.look({ type: "leads", search: search.slice(0, 200), limit: 5 }).rows;
}
