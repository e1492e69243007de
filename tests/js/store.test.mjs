// Stores that are full, damaged, shared or somebody else's: nothing is lost, and the rest opens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { EngineFault, memoryStore } from "nextsale";
import { ada, met, open, parties } from "./ada.mjs";

/** A store that takes only so many writes. */
function narrowStore(room) {
  const inner = memoryStore();
  return {
    ...inner,
    order: [],
    room,
    set(key, value) {
      if (this.room === 0) throw new DOMException("no room", "QuotaExceededError");
      this.room -= 1;
      this.order.push(key);
      inner.set(key, value);
    },
  };
}

const people = (count) => Array.from({ length: count }, (_, index) => met(`p_${index}`, `Somebody ${index}`, `${index}@example.org`));

test("a full store loses nothing: facts count, wait in their order, and are written when there is room", async () => {
  const store = narrowStore(2);
  const engine = await open({ store });
  const kinds = [];
  engine.onChange((change) => kinds.push([change.kind, change.status.unsaved]));
  const facts = people(5);
  for (const fact of facts) engine.record(fact);
  assert.equal(engine.status().unsaved, 3);
  assert.match(engine.status().problem, /QuotaExceededError: no room/);
  assert.equal(parties(engine).length, 5);
  assert.equal(engine.save(), false);
  store.room = 1;
  engine.record(met("p_late", "Late", "late@example.org"));
  assert.equal(engine.status().unsaved, 3);
  store.room = 100;
  assert.equal(engine.save(), true);
  assert.deepEqual(kinds.at(-1), ["saving", 0]);
  assert.equal(engine.status().problem, undefined);
  assert.equal(new Set(store.order).size, 6);
  engine.close();
  assert.equal(parties(await open({ store })).length, 6);
});

test("a store that refuses one write gets none that came after it", async () => {
  const store = narrowStore(100);
  const engine = await open({ store });
  const set = store.set;
  let refuse = true;
  store.set = function (key, value) {
    if (refuse) throw new Error("not now");
    set.call(this, key, value);
  };
  engine.record(ada);
  refuse = false;
  engine.record(met("p_bo", "Bo", "bo@example.org"));
  assert.equal(store.order.length, 2);
  const reader = await open({ store });
  assert.deepEqual(
    reader.look({ type: "history" }),
    engine.look({ type: "history" }),
    "both were written, the older first",
  );
});

test("closing tries a last time", async () => {
  const store = narrowStore(0);
  const engine = await open({ store });
  engine.record(ada);
  store.room = 5;
  engine.close();
  assert.equal(engine.status().unsaved, 0);
  assert.deepEqual(parties(await open({ store })), ["p_ada"]);
});

test("damaged, truncated and foreign values keep nothing else from opening, are named, and stay as they are", async () => {
  const store = memoryStore();
  const engine = await open({ store });
  for (const fact of people(6)) engine.record(fact);
  engine.close();
  const [damaged, truncated, emptied, ...rest] = store.keys();
  store.set(damaged, store.get(damaged).replace("Somebody", "Somebudy"));
  store.set(truncated, store.get(truncated).slice(0, -7));
  store.set(emptied, "");
  const foreign = [
    ["theme", "dark"],
    ["", "nothing"],
    ["__proto__", "{}"],
    [`${rest[0]}x`, store.get(rest[0])],
    [`${rest[0].slice(0, -1)}\u{1F600}`, "{"],
    ["\ud800", "\udfff"],
  ];
  for (const [key, value] of foreign) store.set(key, value);
  const before = store.keys().map((key) => [key, store.get(key)]);
  const again = await open({ store });
  assert.equal(parties(again).length, 3);
  const named = again.status().notes.map((note) => note.key);
  for (const key of [damaged, truncated, emptied]) assert.ok(named.includes(key), `${key} is named in ${named}`);
  again.record(ada);
  assert.equal(parties(again).length, 4);
  for (const [key, value] of before) assert.equal(store.get(key), value, `${key} was left alone`);
});

test("every value that a store can hold cut off anywhere opens", async () => {
  const whole = memoryStore();
  const engine = await open({ store: whole });
  engine.record(ada);
  const [key] = whole.keys();
  const value = whole.get(key);
  for (let length = 0; length < value.length; length += 1) {
    const store = memoryStore();
    store.set(key, value.slice(0, length));
    const opened = await open({ store });
    assert.deepEqual(parties(opened), [], `cut off after ${length}`);
    assert.equal(opened.status().notes.length, 1);
    opened.close();
  }
});

test("values that are no text are passed over", async () => {
  const inner = memoryStore();
  const engine = await open({ store: inner });
  engine.record(ada);
  const store = { ...inner, keys: () => [...inner.keys(), "number", "object"], get: (key) => ({ number: 5, object: {} })[key] ?? inner.get(key) };
  assert.deepEqual(parties(await open({ store })), ["p_ada"]);
});

test("a store that can't be read fails the opening by name", async () => {
  const store = { ...memoryStore(), keys: () => { throw new Error("denied"); } };
  await assert.rejects(open({ store }), (error) => error instanceof EngineFault && error.code === "store" && /denied/.test(error.message));
});

test("two engines over one store hear each other and lose nothing", async () => {
  const store = memoryStore();
  const [one, other] = [await open({ store }), await open({ store })];
  const heard = [];
  one.onChange((change) => heard.push(change.kind));
  for (const [index, fact] of people(400).entries()) (index % 2 === 0 ? one : other).record(fact);
  assert.equal(parties(one).length, 400);
  assert.equal(parties(other).length, 400);
  assert.ok(heard.includes("received"));
  assert.deepEqual(one.look({ type: "history", limit: 1000 }), other.look({ type: "history", limit: 1000 }));
  const third = await open({ store });
  assert.equal(parties(third).length, 400);
  assert.deepEqual(third.look({ type: "leads", limit: 1000 }), one.look({ type: "leads", limit: 1000 }));
});

test("what another engine records is told without being asked for, many at once", async () => {
  const store = memoryStore();
  const [one, other] = [await open({ store }), await open({ store })];
  let told = 0;
  one.onChange(() => (told += 1));
  for (const fact of people(50)) other.record(fact);
  assert.equal(told, 0);
  await wait(100);
  assert.equal(told, 1);
  assert.equal(parties(one).length, 50);
});

test("an import is heard of whole or not at all, at any point of its writing", async () => {
  const csv = `Name,Email\n${Array.from({ length: 3000 }, (_, index) => `Person ${index},p${index}@example.org`).join("\n")}\n`;
  const whole = memoryStore();
  const order = [];
  const engine = await open({ store: { ...whole, set: (key, value) => { order.push([key, value]); whole.set(key, value); } } });
  engine.record(ada);
  engine.import(csv);
  assert.ok(order.length > 2, "it took more than one write");
  for (let count = 1; count <= order.length; count += 1) {
    const store = memoryStore();
    for (const [key, value] of order.slice(0, count)) store.set(key, value);
    const { total } = (await open({ store })).look({ type: "leads", limit: 1 });
    assert.equal(total, count === order.length ? 3001 : 1, `after ${count} of ${order.length} writes`);
  }
});

test("books of one store are apart", async () => {
  const store = memoryStore();
  const [mine, sample] = [await open({ store }), await open({ store, book: "sample" })];
  mine.record(ada);
  sample.record(met("p_bo", "Bo", "bo@example.org"));
  assert.deepEqual(parties(mine), ["p_ada"]);
  assert.deepEqual(parties(await open({ store, book: "sample" })), ["p_bo"]);
  assert.deepEqual(sample.status().notes, []);
});

test("a store whose reading fails later does not lose what is in memory", async () => {
  const inner = memoryStore();
  const store = { ...inner };
  const engine = await open({ store });
  engine.record(ada);
  store.keys = () => { throw new Error("denied"); };
  engine.record(met("p_bo", "Bo", "bo@example.org"));
  assert.deepEqual(parties(engine), ["p_ada", "p_bo"]);
});
