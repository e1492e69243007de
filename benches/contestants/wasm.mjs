// The package as it is committed, through its facade.
import { Engine, memoryStore } from "../../pkg/index.js";
import { argument, serve, timed } from "./serve.mjs";

const { now, recordings, news, request } = argument(0);
const pairs = argument(1);
let engine;
let store;
let { at } = now;
let told = 0;

/** A new engine on a store that holds these pairs; the one before is closed first, so that only one is in memory. */
async function open(pairs) {
  engine?.close();
  engine = undefined;
  store = memoryStore();
  for (const [key, value] of pairs) store.set(key, value);
  return timed(async () => {
    engine = await Engine.open({ store, zone: now.zone, clock: () => at });
  });
}

await serve({
  ready: () => ({}),
  async record() {
    const { ms } = await open([]);
    const recorded = await timed(() => {
      for (const { now, facts } of recordings) engine.recordAll(facts, { now: now.at });
    });
    return { ms: ms + recorded.ms };
  },
  open: () => open(pairs),
  anew() {
    // Time that runs backwards makes all that was known of everybody's steps worthless.
    at -= 1;
    return timed(() => engine.look({ type: "day" }));
  },
  news() {
    const { now, fact } = news[told++];
    ({ at } = now);
    return timed(() => {
      engine.record(fact);
      engine.look({ type: "day" });
    });
  },
  quote: () => timed(() => engine.look({ type: "quote", ...request })),
  quoted: () => engine.look({ type: "quote", ...request }),
  look: (query) => engine.look(query),
  store: () => [...store.keys()].map((key) => [key, store.get(key)]),
  answers() {
    const { rows } = engine.look({ type: "leads", limit: 1_000_000 });
    const parties = rows.map(({ party }) => {
      const { score, steps } = engine.look({ type: "party", party });
      return { party, score, step: steps[0] ?? null };
    });
    return { parties, leads: rows, day: engine.look({ type: "day" }) };
  },
});
