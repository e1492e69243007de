// An experiment is imported like any other table, and its effect asked for like anything else (PROMO-6).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Refusal } from "nextsale";
import { monday, open, thrownBy } from "./ada.mjs";

const reference = new URL("../reference/", import.meta.url);
const content = await readFile(new URL("experiment.csv", reference));
const figures = JSON.parse(await readFile(new URL("effect.json", reference), "utf8")).experiment;
const mailing = { name: "mailing.csv", content, experiment: { experiment: "e_mailing", name: "Mailing in May", assigned: "atRandom" } };

function near(found, expected) {
  assert.ok(Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${found} instead of ${expected}`);
}

test("an imported experiment has the figures of SciPy and statsmodels", async () => {
  const engine = await open();
  const preview = engine.preview(mailing).files[0];
  assert.equal(preview.table, "experiment");
  assert.deepEqual(
    preview.columns.map(({ meaning }) => meaning),
    ["group", "group", "group", "group", "arm", "visited", "converted", "worth"],
  );
  assert.equal(preview.experiment.control, "No E-Mail");
  assert.equal(engine.import(mailing).preview.newExperiments, 1);
  assert.deepEqual(engine.look({ type: "experiments" }).experiments.map(({ experiment }) => experiment), ["e_mailing"]);
  const effect = engine.look({ type: "effect", experiment: "e_mailing", by: "channel" });
  assert.equal(effect.name, "Mailing in May");
  assert.deepEqual(effect.comparability.doubts, []);
  for (const { arm, outcomes } of effect.arms) {
    for (const { outcome, difference, interval } of outcomes) {
      const [expected, low, high] = figures[arm].all[outcome];
      near(difference, expected);
      near(interval.low, low);
      near(interval.high, high);
    }
  }
  assert.deepEqual(effect.groupings.map(({ by }) => by), ["channel"]);
});

test("the store keeps sums, not customers", async () => {
  const engine = await open();
  const { entries } = engine.import(mailing);
  assert.equal(entries.length, 1);
  assert.ok(engine.backup().length < content.length / 4);
  assert.equal(engine.import(mailing).entries.length, 0, "the same file again brings nothing");
});

test("numbers that can't be true are refused with their place", async () => {
  const engine = await open();
  const results = {
    control: "without",
    outcomes: [{ name: "bought", kind: "converted" }],
    arms: [
      { name: "with", customers: 10, tallies: [{ sum: 11 }] },
      { name: "without", customers: 10, tallies: [{ sum: 1 }] },
    ],
  };
  const refused = thrownBy(() => engine.record({ type: "experimentRecorded", experiment: "e_1", name: "Odd", results }));
  assert.ok(refused instanceof Refusal);
  assert.equal(refused.path, "results.arms[0].tallies[0]");
  assert.ok(thrownBy(() => engine.look({ type: "effect", experiment: "e_1" })) instanceof Refusal);
});

test("a promotion's effect is told by who was offered it", async () => {
  const engine = await open();
  engine.record({ type: "promotionListed", promotion: "po_1", terms: { name: "Trial", gives: { type: "freeTrial", days: 30 } } });
  for (let number = 0; number < 400; number += 1) {
    const party = `p_${number}`;
    const offered = number % 2 === 0;
    const group = offered ? "offered" : "withheld";
    const deal = `d_${number}`;
    const bought = number % 10 < (offered ? 6 : 2);
    engine.recordAll([
      { type: "partyMet", party, kind: "person", name: `Lead ${number}` },
      { type: "promotionOffered", promotion: "po_1", party, group, assigned: "atRandom", offeredAt: monday - 1000 },
      ...(bought ? [{ type: "dealOpened", deal, party, name: "Order" }, { type: "dealClosed", deal, outcome: { type: "won" } }] : []),
    ]);
  }
  const effect = engine.look({ type: "effect", promotion: "po_1" });
  const [converted] = effect.arms[0].outcomes;
  assert.deepEqual([converted.verdict, converted.with.value, converted.without.value], ["works", 0.6, 0.2]);
  assert.equal(effect.name, "Trial");
});
