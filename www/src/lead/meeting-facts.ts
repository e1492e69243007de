import type { PartyKind } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";
import type { Sheet } from "../form/sheet.ts";
import { affiliating } from "./affiliating.ts";
import { placeInParty, readAttributes, readPoints, readPreferences, readSource } from "./lead-fields.ts";
import type { Placed } from "./placed.ts";

/** What is recorded when somebody is added. */
export function meetingFacts(desk: Desk, sheet: Sheet, party: string): Placed[] {
  const { affiliation, before } = affiliating(desk, sheet);
  const points = readPoints(sheet);
  const source = readSource(sheet);
  const preferences = readPreferences(sheet, {});
  const attributes = readAttributes(sheet);
  const note = sheet.value("note").trim();
  const met: Placed = {
    fact: {
      type: "partyMet",
      party,
      kind: sheet.value("kind") as PartyKind,
      name: sheet.value("name"),
      ...(affiliation && { affiliation }),
      ...(points.length > 0 && { contactPoints: points.map(({ point }) => point) }),
      ...(source && { source }),
      ...(Object.keys(preferences).length > 0 && { preferences }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    },
    place: (path) => placeInParty(path, points),
  };
  const noted: Placed[] = note === "" ? [] : [{ fact: { type: "noteTaken", party, text: note }, place: () => "note" }];
  return [...before, met, ...noted];
}
