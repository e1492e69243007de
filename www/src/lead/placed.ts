import type { Fact } from "nextsale/slim";

/** A fact, and the field of the form that each place in it came from. */
export interface Placed {
  readonly fact: Fact;
  place(path: string): string;
}

/** The field that a path belongs to, among facts that were recorded together. */
export function placeOf(path: string, placed: readonly Placed[]): string {
  const [, index = "0", inside = path] = /^(?:facts)?\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  return placed[Number(index)]?.place(inside) ?? path;
}
