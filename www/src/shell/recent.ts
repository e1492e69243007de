import { keep, kept } from "../desk/kept.ts";

const MOST = 6;

/** Whom this tab looked at lately, latest first. */
export function recentParties(bookName: string): readonly string[] {
  return (kept("sessionStorage", `page/recent/${bookName}`) ?? "").split(" ").filter((party) => party !== "");
}

export function rememberParty(bookName: string, party: string): void {
  const parties = [party, ...recentParties(bookName).filter((other) => other !== party)].slice(0, MOST);
  keep("sessionStorage", `page/recent/${bookName}`, parties.join(" "));
}
