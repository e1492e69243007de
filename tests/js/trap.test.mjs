// A trap in wasm: the instance behind all engines is gone. Each engine lives on behind the same object.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EngineFault, memoryStore } from "nextsale";
// The very module that the package's entry runs on, so that a method of it can be made to fail.
import { Core } from "../../pkg/core.js";
import { ada, met, open, parties, thrownBy } from "./ada.mjs";

/** A module with one function whose body is the instruction `unreachable`. */
const unreachable = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
]);
const ways = {
  unreachable: () => new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports.f(),
  "a stack overflow": function overflow() {
    return overflow() + 1;
  },
  // The real method on an address that is no book: it reads beyond the memory, inside the instance.
  "a wild address": (original, args) => original.apply({ __wbg_ptr: 0x7fffff00, __wbg_inst: undefined }, args),
};

/** Makes the next call of a method trap. */
function trapOnce(context, method, way) {
  const original = Core.prototype[method];
  context.mock.method(Core.prototype, method, function (...args) {
    context.mock.restoreAll();
    return ways[way](original, args);
  });
}

for (const way of Object.keys(ways)) {
  test(`${way} while recording changes nothing and loses nothing`, async (context) => {
    const engine = await open();
    engine.record(ada);
    trapOnce(context, "record", way);
    const fault = thrownBy(() => engine.record(met("p_bo", "Bo", "bo@example.org")));
    assert.ok(fault instanceof EngineFault, String(fault));
    assert.equal(fault.code, "trap");
    assert.ok(fault.cause instanceof Error);
    assert.deepEqual(parties(engine), ["p_ada"]);
    engine.record(met("p_bo", "Bo", "bo@example.org"));
    assert.deepEqual(parties(engine), ["p_ada", "p_bo"]);
  });
}

test("a trap while looking is told to listeners, and the next look answers", async (context) => {
  const engine = await open();
  engine.record(ada);
  const heard = [];
  engine.onChange((change) => heard.push(change.kind));
  trapOnce(context, "look", "a wild address");
  assert.equal(thrownBy(() => engine.look({ type: "leads" })).code, "trap");
  assert.deepEqual(heard, ["rebuilt"]);
  assert.deepEqual(parties(engine), ["p_ada"]);
});

test("a trap of one engine takes no other one down", async (context) => {
  const [one, other] = [await open(), await open()];
  one.record(ada);
  other.record(met("p_bo", "Bo", "bo@example.org"));
  trapOnce(context, "look", "a wild address");
  thrownBy(() => one.look({ type: "leads" }));
  assert.deepEqual(parties(other), ["p_bo"]);
  assert.deepEqual(parties(one), ["p_ada"]);
});

test("what the store did not take survives a trap too", async (context) => {
  const full = memoryStore();
  const store = { ...full, set: () => { throw new Error("full"); } };
  const engine = await open({ store });
  engine.record(ada);
  trapOnce(context, "look", "a wild address");
  thrownBy(() => engine.look({ type: "leads" }));
  assert.deepEqual(parties(engine), ["p_ada"]);
  assert.ok(engine.status().unsaved > 0);
});

test("an engine that can't even load nothing fails the opening, and a later one works", async (context) => {
  context.mock.method(Core.prototype, "load", ways.unreachable);
  await assert.rejects(open(), (error) => error instanceof EngineFault && error.code === "trap");
  context.mock.restoreAll();
  const engine = await open();
  engine.record(ada);
  assert.deepEqual(parties(engine), ["p_ada"]);
});

test("a value that the engine fails on is named and left, and the rest opens", async (context) => {
  const store = memoryStore();
  const engine = await open({ store });
  for (let index = 0; index < 9; index += 1) engine.record(met(`p_${index}`, `Somebody ${index}`, `${index}@example.org`));
  engine.close();
  const keys = store.keys();
  const poisoned = [keys[2], keys[7]];
  for (const key of poisoned) store.set(key, `poison ${store.get(key)}`);
  const load = Core.prototype.load;
  context.mock.method(Core.prototype, "load", function (pairs) {
    return pairs.includes("poison") ? ways.unreachable() : load.call(this, pairs);
  });
  const opened = await open({ store });
  assert.equal(parties(opened).length, 7);
  assert.deepEqual(opened.status().notes.map((note) => note.key).sort(), poisoned.sort());
  for (const key of poisoned) assert.match(store.get(key), /^poison /);
  opened.record(ada);
  assert.equal(parties(opened).length, 8);
});

test("a hundred traps in a row are survived", async (context) => {
  const engine = await open();
  engine.record(ada);
  for (let count = 0; count < 100; count += 1) {
    trapOnce(context, "look", "a wild address");
    assert.equal(thrownBy(() => engine.look({ type: "leads" })).code, "trap");
  }
  assert.deepEqual(parties(engine), ["p_ada"]);
});
