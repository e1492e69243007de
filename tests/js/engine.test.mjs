// The verbs of the engine, as a host uses them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine, Malformed, memoryStore, newId, Refusal } from "nextsale";
import { ada, met, monday, open, parties, thrownBy } from "./ada.mjs";

test("a recorded fact is answered with, and still is after opening again", async () => {
  const store = memoryStore();
  const engine = await open({ store });
  const receipt = engine.record(ada);
  assert.equal(receipt.entries.length, 1);
  assert.equal(receipt.entry, receipt.entries[0]);
  assert.equal(engine.look({ type: "party", party: "p_ada" }).name, "Ada Lovelace");
  engine.close();
  const again = await open({ store });
  assert.equal(again.look({ type: "party", party: "p_ada" }).name, "Ada Lovelace");
  assert.deepEqual(again.status(), { unsaved: 0, notes: [], zone: "Europe/Berlin", closed: false });
});

test("facts recorded together are one batch: all, or none", async () => {
  const engine = await open();
  const receipt = engine.recordAll([ada, met("p_bo", "Bo", "bo@example.org")]);
  assert.equal(receipt.entries.length, 2);
  const refused = thrownBy(() => engine.recordAll([met("p_cy", "Cy", "cy@example.org"), { ...ada, name: "" }]));
  assert.ok(refused instanceof Malformed || refused instanceof Refusal, String(refused));
  assert.deepEqual(parties(engine), ["p_ada", "p_bo"]);
  engine.undo({ batch: receipt.batch });
  assert.deepEqual(parties(engine), []);
});

test("an undo takes an entry back, and can be undone", async () => {
  const engine = await open();
  const { entry } = engine.record(ada);
  const undo = engine.undo(entry);
  assert.deepEqual(parties(engine), []);
  engine.undo(undo.entry);
  assert.deepEqual(parties(engine), ["p_ada"]);
});

test("a refusal is an error with reasons, and changes nothing", async () => {
  const engine = await open();
  engine.record(ada);
  const refusal = thrownBy(() => engine.record({ type: "stageMoved", subject: { type: "party", party: "p_ada" }, to: "no-such" }));
  assert.ok(refusal instanceof Error);
  assert.ok(refusal instanceof Refusal || refusal instanceof Malformed, String(refusal));
  assert.notEqual(refusal.message, "");
  assert.equal(engine.look({ type: "book" }).entries, 1);
});

test("an import is previewed, comes in as one batch and is undone in one step", async () => {
  const engine = await open();
  const files = { name: "leads.csv", content: "Name,Email\nAda Lovelace,ada@example.org\nBo,bo@example.org\n" };
  const preview = engine.preview(files);
  assert.equal(preview.files[0].name, "leads.csv");
  assert.equal(preview.newParties, 2);
  assert.deepEqual(parties(engine), []);
  const receipt = engine.import([files]);
  assert.equal(receipt.preview.newParties, 2);
  assert.equal(parties(engine).length, 2);
  engine.undo({ batch: receipt.batch });
  assert.deepEqual(parties(engine), []);
});

test("files can be text or bytes, and nothing else", async () => {
  const engine = await open();
  const text = "Name,Email\nÄda,ada@example.org\n";
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array([1, ...bytes, 1]);
  const forms = [text, bytes, bytes.buffer, padded.subarray(1, -1), { content: bytes }, [{ content: text }]];
  for (const form of forms) assert.equal(engine.preview(form).newParties, 1);
  for (const wrong of [undefined, 7, {}, [null], { content: 7 }, { content: [1, 2] }]) {
    const error = thrownBy(() => engine.preview(wrong));
    assert.ok(error instanceof Malformed);
    assert.equal(error.path, "files[0]");
  }
});

test("a backup brings the same entries to another store, once", async () => {
  const engine = await open();
  engine.record(ada);
  const backup = engine.backup();
  const other = await open();
  other.record(met("p_bo", "Bo", "bo@example.org"));
  other.restore(backup);
  other.restore(backup);
  assert.deepEqual(parties(other), ["p_ada", "p_bo"]);
  assert.equal(other.look({ type: "book" }).entries, 2);
  assert.ok(thrownBy(() => other.restore("not a backup")) instanceof Malformed);
  assert.ok(thrownBy(() => other.restore(undefined)) instanceof Malformed);
  assert.deepEqual(parties(other), ["p_ada", "p_bo"]);
});

test("listeners hear of changes until they stop; their mistakes stay theirs", async (context) => {
  const engine = await open();
  const heard = [];
  const thrown = [];
  context.mock.method(globalThis, "queueMicrotask", (task) => thrown.push(task));
  engine.onChange(() => {
    throw new Error("a mistake of the host");
  });
  const stop = engine.onChange((change) => heard.push(change.kind));
  engine.record(ada);
  stop();
  engine.record(met("p_bo", "Bo", "bo@example.org"));
  assert.deepEqual(heard, ["recorded"]);
  assert.equal(thrown.length, 2);
  assert.throws(thrown[0], /a mistake of the host/);
});

test("the moment of a call can be given, and must be one", async () => {
  const engine = await open();
  const { entry } = engine.record(ada, { now: new Date(monday + 60_000) });
  assert.ok(entry.startsWith(`${monday + 60_000}.`), entry);
  assert.equal(engine.look({ type: "day" }, { now: monday + 86_400_000 }).date, "2026-11-24");
  for (const now of [NaN, Infinity, new Date("no date"), "tomorrow", 9e15]) {
    const error = thrownBy(() => engine.look({ type: "day" }, { now }));
    assert.ok(error instanceof Malformed);
    assert.equal(error.path, "now");
  }
});

test("who records is kept with the entry", async () => {
  const engine = await open({ by: "m_eve" });
  engine.record({ type: "memberJoined", member: "m_eve", name: "Eve" });
  engine.record(ada, { by: "m_kim" });
  const { lines } = engine.look({ type: "history" });
  assert.deepEqual(lines.map((line) => line.by).sort(), ["m_eve", "m_kim"]);
  for (const by of [7, "eve"]) {
    const error = thrownBy(() => engine.record(ada, { by }));
    assert.ok(error instanceof Malformed);
    assert.equal(error.path, "by");
  }
});

test("an engine that was closed says so", async () => {
  const engine = await open();
  engine.close();
  engine.close();
  assert.equal(engine.status().closed, true);
  assert.equal(thrownBy(() => engine.record(ada)).code, "closed");
});

test("opening asks for what it needs", async () => {
  const store = memoryStore();
  const wrong = [
    ["store", undefined],
    ["store", {}],
    ["store", { store: "mybook" }],
    ["store", { store: { keys() {}, get() {}, set() {} } }],
    ["book", { store, book: "my/book" }],
    ["zone", { store, zone: "Europe/Nowhere" }],
    ["by", { store, by: 5 }],
    ["by", { store, by: "p_ada" }],
    ["zoen", { store, zoen: "Europe/Berlin" }],
    ["clock", { store, clock: 5 }],
  ];
  for (const [path, options] of wrong) {
    await assert.rejects(Engine.open(options), (error) => error instanceof Malformed && error.path === path);
  }
});

test("new ids have the prefix of their kind and differ", () => {
  assert.match(newId("party"), /^p_[0-9a-z]{16}$/);
  assert.match(newId("product"), /^pr_[0-9a-z]{16}$/);
  assert.equal(new Set(Array.from({ length: 1000 }, () => newId("deal"))).size, 1000);
});
