/** Where in the page we are. */
export type Route =
  | { readonly screen: "today" | "leads" | "add" | "import" | "history" | "backup" | "plan" }
  | { readonly screen: "party" | "edit"; readonly party: string }
  | { readonly screen: "nowhere" };

export type Screen = Route["screen"];

const plain = ["today", "leads", "add", "import", "history", "backup", "plan"] as const;

/** Reads the part of the address after `#`. */
export function readRoute(hash: string): Route {
  const [path = ""] = hash.replace(/^#\/?/, "").split("?");
  const [first = "", second, third] = path.split("/");
  if (first === "") return { screen: "today" };
  const screen = plain.find((name) => name === first);
  if (screen !== undefined && second === undefined) return { screen };
  const party = first === "party" ? decoded(second) : undefined;
  if (party === undefined) return { screen: "nowhere" };
  if (third === undefined) return { screen: "party", party };
  return third === "edit" ? { screen: "edit", party } : { screen: "nowhere" };
}

export function partyLink(party: string): string {
  return `#/party/${encodeURIComponent(party)}`;
}

export function editLink(party: string): string {
  return `${partyLink(party)}/edit`;
}

function decoded(part: string | undefined): string | undefined {
  try {
    return part ? decodeURIComponent(part) : undefined;
  } catch {
    // A stray % in an address that somebody typed.
    return undefined;
  }
}
