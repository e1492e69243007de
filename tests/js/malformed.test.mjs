// Bad calls: each is a `Malformed` that says where, changes nothing, and leaves the engine as able as before.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { Malformed } from "nextsale";
import { ada, open, parties, thrownBy } from "./ada.mjs";

const nested = (depth) => (depth === 0 ? "deep" : [nested(depth - 1)]);
const cyclic = {};
cyclic.self = [cyclic];
const throwing = (name) => new Proxy({}, { [name]: () => assert.fail("a trap of the host's own") });
const withKey = (key, value) => Object.defineProperty({}, key, { value, enumerable: true });

/** Each with the place that the error must name. */
const bad = [
  ["NaN", { ...ada, metAt: NaN }, "metAt"],
  ["Infinity", { ...ada, metAt: -Infinity }, "metAt"],
  ["a whole number that is not exact", { ...ada, metAt: 2 ** 53 }, "metAt"],
  ["a huge number", { ...ada, metAt: 1e300 }, "metAt"],
  ["a BigInt", { ...ada, metAt: 5n }, "metAt"],
  ["a function", { ...ada, name: () => "Ada" }, "name"],
  ["a symbol", { ...ada, name: Symbol("Ada") }, "name"],
  ["undefined in a list", { ...ada, contactPoints: [undefined] }, "contactPoints[0]"],
  ["a hole in a list", { ...ada, contactPoints: new Array(1) }, "contactPoints[0]"],
  ["a list of any length", { ...ada, contactPoints: new Array(4e9) }, "contactPoints"],
  ["half a surrogate pair", { ...ada, contactPoints: [{ channel: "email", value: "a\ud800@b" }] }, "contactPoints[0].value"],
  ["a name of a field with half a pair", { ...ada, attributes: { "\udc00": 1 } }, "attributes"],
  ["a class", { ...ada, source: new Map() }, "source"],
  ["a date", { ...ada, metAt: new Date() }, "metAt"],
  ["a symbol as a field", { ...ada, [Symbol("x")]: 1 }, ""],
  ["__proto__", { ...ada, attributes: withKey("__proto__", 1) }, "attributes.__proto__"],
  ["a getter", { ...ada, get name() { return assert.fail("it was run"); } }, "name"],
  ["a cycle", { ...ada, attributes: cyclic }, "attributes.self[0]"],
  ["depth", { ...ada, attributes: { "a b": nested(64) } }, `attributes["a b"]${"[0]".repeat(62)}`],
  ["a proxy that throws at its fields", { ...ada, source: throwing("ownKeys") }, "source"],
  ["a proxy that throws at its prototype", { ...ada, source: throwing("getPrototypeOf") }, "source"],
  ["a revoked proxy", { ...ada, source: revoked() }, "source"],
];

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test("what JSON can't carry is named with its place, and the next good call works", async () => {
  const engine = await open();
  for (const [what, fact, path] of bad) {
    const error = thrownBy(() => engine.record(fact));
    assert.ok(error instanceof Malformed, `${what}: ${error}`);
    assert.equal(error.path, path, what);
    assert.equal(error.code, "malformed", what);
    assert.notEqual(error.message, "", what);
  }
  assert.equal(engine.look({ type: "book" }).entries, 0);
  engine.record(ada);
  assert.deepEqual(parties(engine), ["p_ada"]);
});

test("what is not a fact is named with its place, and the next good call works", async () => {
  const engine = await open();
  const wrong = [
    [undefined, ""],
    [null, ""],
    [7, ""],
    ["partyMet", ""],
    [[], ""],
    [{}, "type"],
    [{ type: "partyWed" }, "type"],
    [{ ...ada, name: 7 }, "name"],
    [{ ...ada, name: undefined }, "name"],
    [{ ...ada, party: "ada" }, "party"],
    [{ ...ada, contactPoints: [{ channel: "email", value: 5 }] }, "contactPoints[0].value"],
    [{ ...ada, nmae: "Ada" }, "nmae"],
    [{ ...ada, metAt: 1.5 }, "metAt"],
    [{ ...ada, constructor: "x" }, "constructor"],
    [{ ...ada, toJSON: "x" }, "toJSON"],
  ];
  for (const [fact, path] of wrong) {
    const error = thrownBy(() => engine.record(fact));
    assert.ok(error instanceof Malformed, `${JSON.stringify(fact)}: ${error}`);
    assert.equal(error.path, path, JSON.stringify(fact));
  }
  for (const query of [undefined, {}, { type: "no-such" }, { type: "party" }, { type: "day", date: "soon" }]) {
    assert.ok(thrownBy(() => engine.look(query)) instanceof Malformed, JSON.stringify(query));
  }
  assert.equal(engine.look({ type: "book" }).entries, 0);
  engine.record(ada);
  assert.deepEqual(parties(engine), ["p_ada"]);
});

test("an object that is shared so often that it never ends is refused in time", async () => {
  const engine = await open();
  let shared = { end: 1 };
  for (let depth = 0; depth < 50; depth += 1) shared = { left: shared, right: shared };
  assert.ok(thrownBy(() => engine.record({ ...ada, attributes: shared })) instanceof Malformed);
});

test("plain objects are taken from wherever they come", async () => {
  const engine = await open();
  const foreign = vm.runInNewContext(`(${JSON.stringify({ ...ada, party: "p_foreign" })})`);
  const bare = Object.assign(Object.create(null), ada, { party: "p_bare", contactPoints: undefined });
  engine.record(foreign);
  engine.record(bare);
  engine.record(Object.freeze({ ...ada, party: "p_frozen", contactPoints: [{ channel: "email", value: "c@example.org" }] }));
  assert.deepEqual(parties(engine), ["p_bare", "p_foreign", "p_frozen"]);
});

test("a value is read once: one that changes in between can't slip through", async () => {
  const engine = await open();
  let reads = 0;
  const shifty = new Proxy({ ...ada }, {
    getOwnPropertyDescriptor(target, key) {
      const field = Reflect.getOwnPropertyDescriptor(target, key);
      if (key !== "name") return field;
      reads += 1;
      return { ...field, value: reads === 1 ? "Ada" : NaN };
    },
  });
  engine.record(shifty);
  assert.equal(reads, 1);
  assert.equal(engine.look({ type: "party", party: "p_ada" }).name, "Ada");
});

test("hostile names stay the text that they are", async () => {
  const engine = await open();
  const names = ["<img src=x onerror=alert(1)>", "\u202egnp.exe", "'; DROP TABLE parties; --", "${name}", "𝒜da 👩🏽‍🚀", "__proto__"];
  names.forEach((name, index) => engine.record({ ...ada, party: `p_${index}`, name, contactPoints: [] }));
  for (const [index, name] of names.entries()) {
    assert.equal(engine.look({ type: "party", party: `p_${index}` }).name, name);
  }
});

test("of two fields one is needed, and not both; a listener is a function", async () => {
  const engine = await open();
  assert.match(thrownBy(() => engine.look({ type: "rules" })).message, /^party: is missing: either a party or a deal$/);
  const both = thrownBy(() => engine.look({ type: "rules", party: "p_ada", deal: "d_one" }));
  assert.match(both.message, /^party: “both” is not allowed; allowed is either a party or a deal$/);
  assert.match(thrownBy(() => engine.record({ type: "partyMet" })).message, /party: is missing: this field is required/);
  for (const listener of [null, undefined, {}]) {
    const error = thrownBy(() => engine.onChange(listener));
    assert.ok(error instanceof Malformed && error.path === "listener");
  }
  engine.close();
});
