import { type Affiliation, type BuyingRole, newId, type PartyId } from "nextsale/slim";
import type { Desk } from "../desk/desk.ts";
import type { Sheet } from "../form/sheet.ts";
import type { Placed } from "./placed.ts";

/** Where somebody belongs, and the fact that brings the organisation into the book if it is not there yet. */
export function affiliating(desk: Desk, sheet: Sheet): { affiliation: Affiliation | undefined; before: Placed[] } {
  const name = sheet.value("affiliation.organisation").trim();
  if (sheet.value("kind") !== "person" || name === "") return { affiliation: undefined, before: [] };
  const known = organisationNamed(desk, name);
  const organisation = known ?? newId("party");
  const title = sheet.value("affiliation.title").trim();
  const role = sheet.value("affiliation.role") as BuyingRole | "";
  const met: Placed = {
    fact: { type: "partyMet", party: organisation, kind: "organisation", name },
    place: () => "affiliation.organisation",
  };
  return {
    affiliation: { organisation, ...(title && { title }), ...(role && { role }) },
    before: known === undefined ? [met] : [],
  };
}

function organisationNamed(desk: Desk, name: string): PartyId | undefined {
  const { rows } = desk.look({ type: "leads", search: name, limit: 200 });
  return rows.find((row) => row.kind === "organisation" && row.name.toLowerCase() === name.toLowerCase())?.party;
}
