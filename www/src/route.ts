import type { PipelineKind } from "nextsale/slim";

const plain = ["today", "leads", "add", "import", "history", "backup", "plan", "duplicates", "week", "promotions"] as const;

/** A screen that has an address of its own and shows nobody in particular. */
export type PlainScreen = (typeof plain)[number];

/** Where in the page we are. */
export type Route =
  | { readonly screen: PlainScreen | "editPlan" }
  | { readonly screen: "board"; readonly covers: PipelineKind | undefined }
  | { readonly screen: "party" | "edit" | "prepare"; readonly party: string }
  | { readonly screen: "promotion"; readonly promotion: string | undefined; readonly example: string | undefined }
  | { readonly screen: "quote"; readonly deal: string; readonly customer: string | undefined }
  | { readonly screen: "effect"; readonly about: string | undefined }
  | { readonly screen: "nowhere" };

export type Screen = Route["screen"];

const kinds = ["lead", "deal", "customer"] as const satisfies readonly PipelineKind[];

/** Reads the part of the address after `#`. */
export function readRoute(hash: string): Route {
  const [path = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first = "", second, third] = path.split("/");
  if (first === "") return { screen: "today" };
  const screen = plain.find((name) => name === first);
  if (screen !== undefined && second === undefined) return { screen };
  if (first === "plan" && second === "edit" && third === undefined) return { screen: "editPlan" };
  if (first === "board") return boardRoute(second);
  if (["promotions", "quote", "effect"].includes(first)) return offerRoute(first, decoded(second), decoded(third), second !== undefined);
  const party = first === "party" ? decoded(second) : undefined;
  if (party === undefined) return { screen: "nowhere" };
  if (third === undefined) return { screen: "party", party };
  return third === "edit" || third === "prepare" ? { screen: third, party } : { screen: "nowhere" };
}

function boardRoute(second: string | undefined): Route {
  const covers = kinds.find((kind) => kind === second);
  return second !== undefined && covers === undefined ? { screen: "nowhere" } : { screen: "board", covers };
}

function offerRoute(first: string, second: string | undefined, third: string | undefined, named: boolean): Route {
  if (first === "effect" && second === undefined && !named) return { screen: "effect", about: undefined };
  if (second === undefined) return { screen: "nowhere" };
  if (first === "effect") return { screen: "effect", about: second };
  if (first === "quote") return { screen: "quote", deal: second, customer: third };
  return second === "new" ? { screen: "promotion", promotion: undefined, example: third } : { screen: "promotion", promotion: second, example: undefined };
}

export function partyLink(party: string): string {
  return `#/party/${encodeURIComponent(party)}`;
}

export function editLink(party: string): string {
  return `${partyLink(party)}/edit`;
}

export function prepareLink(party: string): string {
  return `${partyLink(party)}/prepare`;
}

export function promotionLink(promotion: string): string {
  return `#/promotions/${encodeURIComponent(promotion)}`;
}

export function newPromotionLink(example?: string): string {
  return `#/promotions/new${example === undefined ? "" : `/${example}`}`;
}

/** The quotes of a deal. Who it is with is said where it is known: not every deal has somebody. */
export function quoteLink(deal: string, customer: string | null): string {
  return `#/quote/${encodeURIComponent(deal)}${customer === null ? "" : `/${encodeURIComponent(customer)}`}`;
}

export function effectLink(about: string): string {
  return `#/effect/${encodeURIComponent(about)}`;
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part ? decodeURIComponent(part) : undefined;
  } catch {
    // A stray % in an address that somebody typed.
    return undefined;
  }
}
