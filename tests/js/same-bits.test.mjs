// Figures have the same bits natively and in wasm: both are held against the fractions that lie beside the story. The
// other half is `tests/same_bits.rs`.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Engine, memoryStore } from "nextsale";

const folder = new URL("../fixtures/same_bits/", import.meta.url);
const story = JSON.parse(await readFile(new URL("story.json", folder), "utf8"));
const lines = (await readFile(new URL("fractions.txt", folder), "utf8")).trimEnd().split("\n");

/** Every number that is not whole, with its place. */
function fractions(value, place) {
  if (typeof value === "number") return Number.isInteger(value) ? [] : [[place, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => fractions(each, `${place}.${name}`));
}

test("the answers have the bits that they have natively", async () => {
  const engine = await Engine.open({ store: memoryStore(), zone: "UTC", clock: () => Date.parse(story.now) });
  for (const fact of story.facts) engine.record(fact);
  // Strict equality tells numbers apart that differ in their last bit, and their text keeps that bit.
  const expected = lines.map((line) => line.split(" ")).map(([place, number]) => [place, Number(number)]);
  assert.deepEqual(
    story.queries.flatMap((query, at) => fractions(engine.look(query), String(at))),
    expected,
  );
});
