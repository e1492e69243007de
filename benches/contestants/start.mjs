// From importing the package, or the plain implementation, to the first answer, in a process of its own.
const begun = performance.now();
const now = Date.UTC(2026, 10, 24, 6, 40);
if (process.argv[2] === "wasm") {
  const { Engine, memoryStore } = await import("../../pkg/index.js");
  const engine = await Engine.open({ store: memoryStore(), zone: "Europe/Berlin", clock: () => now });
  engine.look({ type: "day" });
} else {
  const { readFileSync } = await import("node:fs");
  const [{ Book }, { dayOf }, { planOf }, { Clock }] = await Promise.all(
    ["book", "day", "plan", "time"].map((name) => import(`../plain/${name}.mjs`)),
  );
  const plan = planOf(JSON.parse(readFileSync(new URL("../../plans/standard.json", import.meta.url), "utf8")));
  dayOf({ plan, clock: new Clock({ at: now, zone: "UTC", zones: {} }), book: Book.of([], plan) });
}
console.log(JSON.stringify({ ms: performance.now() - begun }));
