import type { ContactPoint, PartyCorrected, PartyView } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";
import type { Sheet } from "../form/sheet.ts";
import { affiliating } from "./affiliating.ts";
import { placeInParty, readAttributes, readPoints, readPreferences, readSource } from "./lead-fields.ts";
import type { Placed } from "./placed.ts";

/** What is recorded when somebody is corrected: only what differs from what is known. */
export function correctingFacts(desk: Desk, sheet: Sheet, view: PartyView): Placed[] {
  const { affiliation, before } = affiliating(desk, sheet);
  const source = readSource(sheet);
  const attributes = Object.fromEntries(Object.entries(readAttributes(sheet)).filter(([name, value]) => view.attributes[name] !== value));
  const belongs = { organisation: view.organisation?.party, title: view.title ?? undefined, role: view.role ?? undefined };
  const corrected: PartyCorrected = {
    party: view.party,
    ...(sheet.value("name").trim() !== view.name && { name: sheet.value("name") }),
    ...(affiliation && !same(affiliation, belongs) && { affiliation }),
    ...(source && !same(source, view.source) && { source }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  const preferences = readPreferences(sheet, view.preferences);
  return [
    ...before,
    ...(Object.keys(corrected).length > 1 ? [{ fact: { type: "partyCorrected" as const, ...corrected }, place: (path: string) => path }] : []),
    ...(same(preferences, view.preferences)
      ? []
      : [{ fact: { type: "preferencesLearned" as const, party: view.party, preferences }, place: (path: string) => placeInParty(path, []) }]),
    ...pointFacts(sheet, view),
  ];
}

function pointFacts(sheet: Sheet, { party, contactPoints }: PartyView): Placed[] {
  const filled = readPoints(sheet);
  const removed = contactPoints.filter((known) => !filled.some(({ point }) => samePoint(point, known)));
  const added = filled.filter(({ point }) => !contactPoints.some((known) => samePoint(point, known)));
  return [
    ...removed.map((contactPoint): Placed => ({ fact: { type: "contactPointRemoved", party, contactPoint }, place: (path) => path })),
    ...added.map(({ row, point }): Placed => ({
      fact: { type: "contactPointAdded", party, contactPoint: point },
      place: (path) => path.replace(/^contactPoint/, `contactPoints[${row}]`).replace(/\]$/, "].value"),
    })),
  ];
}

function samePoint(one: ContactPoint, other: ContactPoint): boolean {
  return one.channel === other.channel && one.value === other.value && (one.label ?? "") === (other.label ?? "");
}

/** Whether two plain values say the same, whatever the order of their fields and whether nothing is said by silence. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value ?? {};
  const fields = Object.entries(value).filter(([, inside]) => inside !== undefined && inside !== null);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inside]) => [name, sorted(inside)]));
}
