// A host that uses everything that has a type. It is compiled, and never run.
import {
  Engine,
  EngineFault,
  type Fact,
  Malformed,
  memoryStore,
  newId,
  NextsaleError,
  type Query,
  Refusal,
  type Store,
  type Views,
} from "nextsale";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** Compiles only for an answer of just the type of view, and not for `any`. */
function expect<View>(answer: View, check: IsAny<View> extends true ? never : true): View {
  return check ? answer : answer;
}

/** Rules are asked for of a party, and of each deal by itself. */
export const whyNot = (engine: Engine): Views["rules"]["rules"] => engine.look({ type: "rules", deal: "d_one" }).rules;

/** A field that a question does not have, or one that it lacks, does not compile. */
export function mistakes(engine: Engine): void {
  // @ts-expect-error: it is called `date`.
  engine.look({ type: "day", dat: "2026-11-23" });
  // @ts-expect-error: duplicates are asked for of the whole book.
  engine.look({ type: "duplicates", party: "p_ada" });
  // @ts-expect-error: of which party?
  engine.look({ type: "party" });
}

/** One question of every type. A new query does not compile until it is asked here. */
const asks: { [Type in Query["type"]]: (engine: Engine) => Views[Type] } = {
  day: (engine) => expect<Views["day"]>(engine.look({ type: "day", date: "2026-11-23" }), true),
  week: (engine) => expect<Views["week"]>(engine.look({ type: "week", date: "2026-11-23" }), true),
  leads: (engine) => expect<Views["leads"]>(engine.look({ type: "leads", order: "approach", limit: 10 }), true),
  party: (engine) => expect<Views["party"]>(engine.look({ type: "party", party: "p_ada" }), true),
  steps: (engine) => expect<Views["steps"]>(engine.look({ type: "steps", party: "p_ada" }), true),
  rules: (engine) => expect<Views["rules"]>(engine.look({ type: "rules", party: "p_ada" }), true),
  promises: (engine) => expect<Views["promises"]>(engine.look({ type: "promises" }), true),
  brief: (engine) => expect<Views["brief"]>(engine.look({ type: "brief", party: "p_ada" }), true),
  planned: (engine) => expect<Views["planned"]>(engine.look({ type: "planned", interaction: "i_one", at: 1 }), true),
  history: (engine) => expect<Views["history"]>(engine.look({ type: "history" }), true),
  plan: (engine) => expect<Views["plan"]>(engine.look({ type: "plan" }), true),
  planDraft: (engine) => expect<Views["planDraft"]>(engine.look({ type: "planDraft", text: "{}" }), true),
  planTrial: (engine) => expect<Views["planTrial"]>(engine.look({ type: "planTrial", text: "{}", limit: 10 }), true),
  planVersions: (engine) => expect<Views["planVersions"]>(engine.look({ type: "planVersions" }), true),
  board: (engine) => expect<Views["board"]>(engine.look({ type: "board", covers: "deal" }), true),
  book: (engine) => expect<Views["book"]>(engine.look({ type: "book" }), true),
  table: (engine) => expect<Views["table"]>(engine.look({ type: "table", table: "parties" }), true),
  vcard: (engine) => expect<Views["vcard"]>(engine.look({ type: "vcard", party: "p_ada" }), true),
  calendar: (engine) => expect<Views["calendar"]>(engine.look({ type: "calendar", from: "2026-11-23", to: "2026-11-29" }), true),
  quote: (engine) =>
    expect<Views["quote"]>(engine.look({ type: "quote", currency: "EUR", lines: [{ line: "a", quantity: 2, unitPrice: 1250 }], codes: ["SPRING"] }), true),
  promotions: (engine) => expect<Views["promotions"]>(engine.look({ type: "promotions" }), true),
  acceptedQuotes: (engine) => expect<Views["acceptedQuotes"]>(engine.look({ type: "acceptedQuotes", deal: "d_one" }), true),
  effect: (engine) => expect<Views["effect"]>(engine.look({ type: "effect", experiment: "e_mail", by: "channel" }), true),
  experiments: (engine) => expect<Views["experiments"]>(engine.look({ type: "experiments" }), true),
  duplicates: (engine) => expect<Views["duplicates"]>(engine.look({ type: "duplicates" }), true),
};
export const everyQueryHasAView: Same<Query["type"], keyof Views> = true;

export async function sell(): Promise<string[]> {
  const engine = await Engine.open({ store: memoryStore(), book: "main", zone: "Europe/Berlin", clock: Date.now });
  const ada: Fact = {
    type: "partyMet",
    party: newId("party"),
    kind: "person",
    name: "Ada Lovelace",
    contactPoints: [{ channel: "email", value: "ada@example.org" }],
    source: { method: "website" },
  };
  const { entry } = engine.record(ada, { now: new Date() });
  const { entries, batch } = engine.recordAll([ada]);
  const stop = engine.onChange(({ kind, status }) => (kind === "saving" ? status.problem : status.unsaved));
  engine.undo(entry);
  if (batch !== null) engine.undo({ batch });
  const bytes = new TextEncoder().encode("Name\n");
  const preview = engine.preview([{ name: "leads.csv", content: bytes, table: "leads" }], { dateOrder: "dayFirst" });
  const imported = engine.import("Name\n", { currency: "EUR" });
  const names: string[] = [...preview.files, ...imported.preview.files].map((file) => file.name);
  engine.restore(engine.backup());
  if (!engine.save()) names.push(...engine.status().notes.map((note) => note.text));
  stop();
  for (const ask of Object.values(asks)) ask(engine);
  engine.close();
  return [...entries, ...names];
}

export function explain(error: unknown): string {
  if (error instanceof Refusal) return `${error.message} ${error.reasons.length}`;
  if (error instanceof Malformed) return `${error.path}: ${error.message}`;
  if (error instanceof EngineFault) return error.code;
  return error instanceof NextsaleError ? error.name : String(error);
}

export const ownStore: Store = {
  keys: () => ["a"],
  get: (key) => (key === "a" ? "text" : null),
  set: () => {},
  delete: () => {},
};

// @ts-expect-error A fact of no such type.
export const unknownFact: Fact = { type: "partyWed", party: "p_ada" };
// @ts-expect-error A field of no such name.
export const misspelt: Fact = { type: "noteTaken", party: "p_ada", txet: "likes tea" };
// @ts-expect-error A query without what it is about.
export const incomplete: Query = { type: "party" };
