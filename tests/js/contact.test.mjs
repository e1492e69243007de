// A contact says why, what for, and what the customer gains from it; else it is refused, and nothing changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, Malformed, memoryStore } from "nextsale";

const now = new Date("2026-11-23T09:00:00Z");
const planned = {
  type: "contactPlanned",
  interaction: "i_1",
  party: "p_ada",
  at: now.getTime() + 86_400_000,
  minutes: 20,
  channel: "phone",
  objective: "analyseNeeds",
  why: "theyAsked",
  benefit: "Sees what the change would save a month",
  commitment: "intended",
};

async function book() {
  const engine = await Engine.open({ store: memoryStore(), zone: "UTC" });
  engine.record(
    { type: "partyMet", party: "p_ada", kind: "person", name: "Ada", contactPoints: [{ channel: "phone", value: "+49 30 1234567" }] },
    { now },
  );
  return engine;
}

function refused(engine, fact, path) {
  const before = JSON.stringify(engine.look({ type: "history" }, { now }));
  assert.throws(
    () => engine.record(fact, { now }),
    (error) => {
      assert.ok(error instanceof Malformed);
      assert.equal(error.path, path);
      assert.equal(error.reasons[0].path, path);
      assert.ok(error.reasons[0].allowed, "it says what is allowed");
      return true;
    },
  );
  assert.equal(JSON.stringify(engine.look({ type: "history" }, { now })), before, "nothing has changed");
}

for (const field of ["why", "objective", "benefit"]) {
  test(`a contact without ${field} is refused`, async () => {
    const { [field]: _, ...lacking } = planned;
    refused(await book(), lacking, field);
  });
}

for (const benefit of ["just checking in", "Just checking in!", "touching base", "  "]) {
  test(`“${benefit}” is no benefit`, async () => refused(await book(), { ...planned, benefit }, "benefit"));
}

test("the same contact with a benefit is recorded", async () => {
  const engine = await book();
  engine.record(planned, { now });
  assert.equal(engine.look({ type: "party", party: "p_ada" }, { now }).contacts[0].benefit, planned.benefit);
});
