// What the tests of the facade have in common: somebody to sell to, and a moment to do it at.
import { Engine, memoryStore } from "nextsale";

/** Monday, 23 November 2026, 9:00 in Berlin. */
export const monday = Date.UTC(2026, 10, 23, 8);

/** A fact that can be recorded as it is. */
export const ada = met("p_ada", "Ada Lovelace", "ada@example.org");

/** We met somebody who can be reached by email. */
export function met(party, name, email) {
  const contactPoints = [{ channel: "email", value: email }];
  return { type: "partyMet", party, kind: "person", name, contactPoints, source: { method: "website" } };
}

/** An engine in Berlin whose clock stands still. */
export function open({ store = memoryStore(), ...options } = {}) {
  return Engine.open({ store, zone: "Europe/Berlin", clock: () => monday, ...options });
}

/** The ids of all parties, sorted. */
export function parties(engine) {
  return engine
    .look({ type: "leads", limit: 1000 })
    .rows.map((row) => row.party)
    .sort();
}

/** What a call throws. */
export function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
