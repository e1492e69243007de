// Built by `npm run build` from js/. Do not edit.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// js/facade.ts
var facade_exports = {};
__export(facade_exports, {
  Engine: () => Engine,
  EngineFault: () => EngineFault,
  Malformed: () => Malformed,
  NextsaleError: () => NextsaleError,
  Refusal: () => Refusal,
  localStorageStore: () => localStorageStore,
  memoryStore: () => memoryStore,
  newId: () => newId
});
module.exports = __toCommonJS(facade_exports);

// js/errors.ts
var NextsaleError = class extends Error {
  code;
  path;
  reasons;
  constructor(message, fault) {
    super(message, fault.cause === void 0 ? void 0 : { cause: fault.cause });
    this.code = fault.code ?? "fault";
    this.path = fault.path ?? "";
    this.reasons = fault.reasons ?? [];
  }
};
var Malformed = class extends NextsaleError {
  name = "Malformed";
  constructor(message, fault = {}) {
    super(message, { ...fault, code: "malformed" });
  }
};
var Refusal = class extends NextsaleError {
  name = "Refusal";
  constructor(message, fault = {}) {
    super(message, { ...fault, code: "refusal" });
  }
};
var EngineFault = class extends NextsaleError {
  name = "EngineFault";
};

// js/files.ts
function packFiles(files) {
  const list = Array.isArray(files) ? files : [files];
  const parts = list.map((file, index) => readFile(file, index));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return { files: parts.map(({ bytes: { length }, ...about }) => ({ ...about, length })), bytes };
}
function readFile(file, index) {
  const path = `files[${index}]`;
  const name = `file ${index + 1}`;
  try {
    const plain = bytesOf(file);
    if (plain !== void 0) return { name, bytes: plain };
    const { content, ...about } = file;
    const bytes = bytesOf(content);
    if (bytes !== void 0) return { name, ...about, bytes };
  } catch (cause) {
    throw new Malformed(`${path}: can't be read`, { path, cause });
  }
  throw new Malformed(`${path}: give text, a Uint8Array, an ArrayBuffer, or { content, … } with one of these`, { path });
}
function bytesOf(content) {
  if (typeof content === "string") return new TextEncoder().encode(content);
  if (ArrayBuffer.isView(content)) {
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  }
  const isBuffer = Object.prototype.toString.call(content) === "[object ArrayBuffer]";
  return isBuffer ? new Uint8Array(content) : void 0;
}

// js/id.ts
var prefixes = {
  party: "p_",
  deal: "d_",
  interaction: "i_",
  member: "m_",
  product: "pr_",
  need: "n_",
  hesitation: "h_",
  promise: "pm_",
  complaint: "c_",
  promotion: "po_",
  quote: "q_",
  experiment: "e_"
};
function newId(kind) {
  return prefixes[kind] + randomName(16);
}
function randomName(length) {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  let name = "";
  while (name.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < 252 && name.length < length) name += letters[byte % letters.length];
    }
  }
  return name;
}

// js/engine.ts
var import_instance = require("./instance.cjs");

// js/plain.ts
var DEPTH = 64;
var VALUES = 2e6;
var TEXT = 64 * 1024 * 1024;
var LONE_SURROGATE = /\p{Surrogate}/u;
var IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
function plainText(value) {
  return JSON.stringify(new Walk().copy(value, "", 0));
}
var Walk = class {
  #values = 0;
  #text = 0;
  #above = /* @__PURE__ */ new Set();
  copy(value, path, depth) {
    this.#values += 1;
    if (this.#values > VALUES) throw malformed(path, `more than ${VALUES} values in one call`);
    switch (typeof value) {
      case "boolean":
        return value;
      case "number":
        return number(value, path);
      case "string":
        return this.#string(value, path);
      case "object":
        return value === null ? null : this.#object(value, path, depth);
      case "bigint":
        throw malformed(path, "a BigInt; give a number");
      default:
        throw malformed(path, value === void 0 ? "undefined; leave the field out" : `a ${typeof value}`);
    }
  }
  #string(value, path) {
    this.#text += value.length;
    if (this.#text > TEXT) throw malformed(path, `more than ${TEXT} characters in one call`);
    if (LONE_SURROGATE.test(value)) throw malformed(path, "text with half a surrogate pair");
    return value;
  }
  #object(value, path, depth) {
    if (depth >= DEPTH) throw malformed(path, `nested deeper than ${DEPTH} levels`);
    if (this.#above.has(value)) throw malformed(path, "an object that contains itself");
    this.#above.add(value);
    try {
      return reading(path, () => Array.isArray(value)) ? this.#list(value, path, depth) : this.#record(value, path, depth);
    } finally {
      this.#above.delete(value);
    }
  }
  #list(list, path, depth) {
    const length = reading(path, () => list.length);
    if (!(length <= VALUES)) throw malformed(path, `more than ${VALUES} values in one call`);
    const copy = [];
    for (let index = 0; index < length; index += 1) {
      const place = `${path}[${index}]`;
      copy.push(this.copy(own(list, String(index), place), place, depth + 1));
    }
    return copy;
  }
  #record(record, path, depth) {
    const prototype = reading(path, () => Object.getPrototypeOf(record));
    if (prototype !== null && reading(path, () => Object.getPrototypeOf(prototype)) !== null) {
      throw malformed(path, "an object of a class; give a plain object");
    }
    const copy = /* @__PURE__ */ Object.create(null);
    for (const key of reading(path, () => Reflect.ownKeys(record))) {
      if (typeof key === "symbol") throw malformed(path, "a field named by a symbol");
      const place = below(path, key);
      if (key === "__proto__") throw malformed(place, "a field that would change the object's prototype");
      if (LONE_SURROGATE.test(key)) throw malformed(path, "a field name with half a surrogate pair");
      this.#text += key.length;
      const value = own(record, key, place);
      if (value !== void 0) copy[key] = this.copy(value, place, depth + 1);
    }
    return copy;
  }
};
function number(value, path) {
  if (!Number.isFinite(value)) throw malformed(path, `${value}; give a finite number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw malformed(path, "a whole number beyond 2^53, which JavaScript can't hold exactly");
  }
  return value;
}
function own(holder, key, path) {
  const field = reading(path, () => Reflect.getOwnPropertyDescriptor(holder, key));
  if (field === void 0) throw malformed(path, "a hole in a list");
  if (!("value" in field)) throw malformed(path, "a getter or setter; give a plain value");
  return field.value;
}
function reading(path, read) {
  try {
    return read();
  } catch (cause) {
    throw new Malformed(`${path || "the argument"}: can't be read`, { path, cause });
  }
}
function below(path, key) {
  if (!IDENTIFIER.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
function malformed(path, found) {
  const text = `${path || "the argument"}: ${found}`;
  return new Malformed(text, { path, reasons: [{ path, code: "notPlain", allowed: "plain data", likely: null, times: [], text }] });
}

// js/quarantine.ts
var MOST = 16;
function withoutPoison(pairs, survives) {
  const poisoned = [];
  let sound = pairs;
  while (!survives(sound)) {
    if (poisoned.length === MOST || !survives([])) return void 0;
    let low = 0;
    let high = sound.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (survives(sound.slice(0, middle))) low = middle;
      else high = middle;
    }
    poisoned.push(...sound.slice(low, high).map(([key]) => key));
    sound = [...sound.slice(0, low), ...sound.slice(high)];
  }
  return { sound, poisoned };
}

// js/unsaved.ts
var Unsaved = class {
  #store;
  #waiting = [];
  #problem;
  constructor(store) {
    this.#store = store;
  }
  /** The writes that the store has not taken, oldest first. */
  get waiting() {
    return this.#waiting;
  }
  /** What the store threw when it last refused a write. */
  get problem() {
    return this.#problem;
  }
  /** Puts writes behind those that wait and hands all of them to the store, up to the first that it refuses. */
  apply(writes) {
    this.#waiting.push(...writes);
    this.#problem = void 0;
    let taken = 0;
    try {
      for (const [key, value] of this.#waiting) {
        if (value === null) this.#store.delete(key);
        else this.#store.set(key, value);
        taken += 1;
      }
    } catch (problem) {
      this.#problem = problem ?? new Error("the store refused a write");
    }
    this.#waiting = this.#waiting.slice(taken);
  }
};

// js/zones.ts
var MINUTE = 6e4;
var DAY = 24 * 60 * MINUTE;
var STRIDE = 7 * DAY;
var SPAN = 182 * DAY;
var MARGIN = 731 * DAY;
var cache = /* @__PURE__ */ new Map();
var CACHED = 256;
function hostZone() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
function isZone(zone) {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }) !== void 0;
  } catch {
    return false;
  }
}
var NAME = /^[\w/+-]{1,60}$/;
var NAMED = /\bTZID[=:](?:"([^"\r\n]*)"|([^":;,\r\n]*))/gi;
var MOST_NAMED = 1e3;
function zonesNamed(files) {
  const text = new TextDecoder("latin1").decode(files).replaceAll("\0", "").replace(/\r?\n[ \t]/g, "");
  const named = /* @__PURE__ */ new Set();
  for (const [, quoted, plain] of text.matchAll(NAMED)) {
    named.add(quoted ?? plain ?? "");
    if (named.size >= MOST_NAMED) break;
  }
  return [...named].flatMap((name) => {
    const ends = name.split("/").map((_, at, parts) => parts.slice(at).join("/"));
    return ends.find((end) => NAME.test(end) && isZone(end)) ?? [];
  });
}
function transitions(zone, at) {
  const span = Math.floor(at / SPAN);
  const name = `${span} ${zone}`;
  const known = cache.get(name);
  if (known !== void 0) return known;
  if (!isZone(zone)) return void 0;
  if (cache.size >= CACHED) cache.clear();
  const computed = scan(zone, span * SPAN - MARGIN, (span + 1) * SPAN + MARGIN);
  cache.set(name, computed);
  return computed;
}
function scan(zone, from, to) {
  const offsetAt = offsets(zone);
  let offset = offsetAt(from);
  const found = [[from, offset]];
  for (let at = from; at < to; at += STRIDE) {
    const next = offsetAt(at + STRIDE);
    if (next === offset) continue;
    found.push([boundary(offsetAt, at, at + STRIDE), next]);
    offset = next;
  }
  return found;
}
function boundary(offsetAt, low, high) {
  const before = offsetAt(low);
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
function offsets(zone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    if (hours === void 0 || minutes === void 0) return 0;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

// js/engine.ts
var REPLICA_LENGTH = 12;
var RECEIVE_AFTER_MS = 10;
var Engine = class _Engine {
  #book;
  #store;
  #zone;
  #clock;
  #by;
  #unsaved;
  #listeners = /* @__PURE__ */ new Set();
  #zones = /* @__PURE__ */ new Set();
  #received = /* @__PURE__ */ new Map();
  #unsubscribe;
  #notes = [];
  #core;
  #generation = -1;
  #receiveTimer;
  #writing = false;
  #closed = false;
  constructor(options) {
    this.#book = options.book ?? "main";
    this.#store = options.store;
    this.#zone = options.zone ?? hostZone();
    this.#clock = options.clock ?? Date.now;
    this.#by = options.by;
    this.#unsaved = new Unsaved(options.store);
    this.#zones.add(this.#zone);
    this.#unsubscribe = options.store.subscribe?.((change) => this.#hear(change));
  }
  /** Opens a book: starts the engine where it has not been, and loads what the store holds. */
  static async open(options) {
    checkOptions(options);
    await startEngine();
    const engine = new _Engine(options);
    try {
      engine.#living();
    } catch (fault) {
      engine.close();
      throw fault;
    }
    return engine;
  }
  /** Records a fact. Throws a `Refusal` when the book or the plan doesn't allow it, and then nothing has changed. */
  record(fact, options = {}) {
    const receipt = this.#record(`[${plainText(fact)}]`, options);
    const [entry] = receipt.entries;
    if (entry === void 0) throw new EngineFault("the engine gave no entry for the fact", { code: "internal" });
    return { ...receipt, entry };
  }
  /** Records facts together: all, or none when one of them is refused. */
  recordAll(facts, options = {}) {
    return this.#record(plainText(facts), options);
  }
  /** Answers a question. The type of the answer follows from the question's. */
  look(query, options = {}) {
    const text = plainText(query);
    const now = this.#now(options);
    return this.#ask((core) => core.look(now, text));
  }
  /** What an import of these files would do. Records nothing. */
  preview(files, options = {}) {
    const { request, bytes, now } = this.#request(files, options);
    return this.#ask((core) => core.preview(now, request, bytes));
  }
  /** Imports files as one batch, which {@link Engine.undo} takes back as a whole. */
  import(files, options = {}) {
    const { request, bytes, now } = this.#request(files, options);
    return this.#keep((core) => core.import(now, request, bytes));
  }
  /** Takes an entry or a whole batch back. This is recorded too, and can be undone in turn. */
  undo(what, options = {}) {
    if (typeof what === "string") return this.record({ type: "retracted", entry: what }, options);
    return this.record({ type: "batchRetracted", batch: what?.batch }, options);
  }
  /** The whole book as the text of a backup file. */
  backup(options = {}) {
    const now = this.#now(options);
    return this.#ask((core) => core.backup(now));
  }
  /** Takes in the entries of a backup. What is in the book stays; what is in both is there once. */
  restore(text, options = {}) {
    if (typeof text !== "string") throw new Malformed("a backup is text", { path: "" });
    const now = this.#now(options);
    return this.#keep((core) => core.restore(now, text));
  }
  /** Calls the listener after every change, also by other tabs. Gives back what stops it. */
  onChange(listener) {
    if (typeof listener !== "function") throw new Malformed("listener: give a function", { path: "listener" });
    const own2 = (change) => listener(change);
    this.#listeners.add(own2);
    return () => void this.#listeners.delete(own2);
  }
  /** How the engine stands with its store. */
  status() {
    const { problem } = this.#unsaved;
    return {
      unsaved: this.#unsaved.waiting.length,
      ...problem === void 0 ? {} : { problem: wordsOf(problem) },
      notes: this.#notes,
      zone: this.#zone,
      closed: this.#closed
    };
  }
  /** Tries again to write what the store has not taken. True when nothing waits any more. */
  save() {
    const before = this.#unsaved.waiting.length;
    this.#write([]);
    const after = this.#unsaved.waiting.length;
    if (after !== before) this.#tell("saving");
    return after === 0;
  }
  /** Stops listening to the store and frees the memory. What the store has not taken is tried a last time. */
  close() {
    if (this.#closed) return;
    this.#write([]);
    this.#closed = true;
    this.#unsubscribe?.();
    clearTimeout(this.#receiveTimer);
    this.#listeners.clear();
    if (this.#core !== void 0 && this.#generation === (0, import_instance.currentGeneration)()) this.#core.free();
    this.#core = void 0;
  }
  #record(facts, { by = this.#by, ...options }) {
    checkMember(by);
    const now = this.#now(options);
    return this.#keep((core) => core.record(now, facts, by));
  }
  #request(files, { now, ...options }) {
    const packed = packFiles(files);
    const request = plainText({ ...options, files: packed.files });
    return { request, bytes: packed.bytes, now: this.#now(now === void 0 ? {} : { now }, zonesNamed(packed.bytes)) };
  }
  /** Asks for something that changes the book, and brings what it says to write to the store. */
  #keep(ask) {
    const { writes, zones, ...receipt } = this.#ask(ask);
    this.#learnZones(zones);
    this.#write(writes);
    this.#tell("recorded");
    return receipt;
  }
  #write(writes) {
    this.#writing = true;
    try {
      this.#unsaved.apply(writes);
    } finally {
      this.#writing = false;
    }
  }
  #hear([key, value]) {
    if (this.#writing || this.#closed || value === null) return;
    this.#received.set(key, value);
    this.#receiveTimer ??= setTimeout(() => this.#receiveLater(), RECEIVE_AFTER_MS);
  }
  #receiveLater() {
    try {
      this.#ask(() => `{"ok":null}`);
    } catch (fault) {
      if (!(fault instanceof EngineFault)) throw fault;
    }
  }
  /** Takes in what others have written. Called before every question, so that an answer is never behind. */
  #receive(core) {
    if (this.#received.size === 0) return;
    clearTimeout(this.#receiveTimer);
    this.#receiveTimer = void 0;
    const pairs = [...this.#received];
    this.#received.clear();
    this.#load(core, pairs);
    this.#tell("received");
  }
  #load(core, pairs) {
    const loaded = resultOf(core.load(JSON.stringify(pairs)));
    this.#learnZones(loaded.zones);
    if (loaded.notes.length > 0) this.#notes = [...this.#notes, ...loaded.notes];
  }
  #learnZones(zones) {
    for (const zone of zones) this.#zones.add(zone);
  }
  /** Asks the core. Its methods never throw, so whatever is thrown here is a trap. */
  #ask(ask) {
    const core = this.#living();
    let text;
    try {
      this.#receive(core);
      text = ask(core);
    } catch (cause) {
      if (cause instanceof EngineFault) throw cause;
      (0, import_instance.restart)();
      this.#living();
      this.#tell("rebuilt");
      const message = "the engine failed and was rebuilt from its store; the call has changed nothing";
      throw new EngineFault(message, { code: "trap", cause });
    }
    return resultOf(text);
  }
  /** The core of this book, built from the store where there is none or its instance is gone. */
  #living() {
    if (this.#closed) throw new EngineFault("the engine is closed", { code: "closed" });
    if (this.#core !== void 0 && this.#generation === (0, import_instance.currentGeneration)()) return this.#core;
    this.#core = void 0;
    let cause;
    const found = withoutPoison(this.#stored(), (pairs) => {
      try {
        this.#build(pairs);
        return true;
      } catch (problem) {
        cause = problem;
        (0, import_instance.restart)();
        return false;
      }
    });
    if (found === void 0 || this.#core === void 0) {
      if (cause instanceof EngineFault) throw cause;
      throw new EngineFault("the engine failed while it loaded the store", { code: "trap", cause });
    }
    this.#notes = [...this.#notes, ...found.poisoned.map(poisonNote)];
    return this.#core;
  }
  #build(pairs) {
    const core = (0, import_instance.newCore)(this.#book, randomName(REPLICA_LENGTH));
    this.#notes = [];
    this.#load(core, pairs);
    this.#core = core;
    this.#generation = (0, import_instance.currentGeneration)();
  }
  /** Everything that was ever to be kept: what the store holds, and over it the writes that it has not taken. */
  #stored() {
    const texts = /* @__PURE__ */ new Map();
    try {
      for (const key of this.#store.keys()) {
        const text = this.#store.get(key);
        if (typeof text === "string") texts.set(key, text);
      }
    } catch (cause) {
      throw new EngineFault(`the store can't be read: ${wordsOf(cause)}`, { code: "store", cause });
    }
    for (const [key, text] of this.#unsaved.waiting) {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
    }
    return [...texts];
  }
  #now({ now }, named = []) {
    const at = Math.floor(Number(now === void 0 ? this.#clock() : now));
    if (!(Math.abs(at) <= 86e14)) throw new Malformed("now: not a moment", { path: "now" });
    const zones = {};
    for (const zone of [...this.#zones, ...named]) {
      const known = transitions(zone, at);
      if (known !== void 0) zones[zone] = known;
    }
    return JSON.stringify({ at, zone: this.#zone, zones });
  }
  #tell(kind) {
    if (this.#listeners.size === 0) return;
    const change = { kind, status: this.status() };
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
};
async function startEngine() {
  try {
    await (0, import_instance.start)();
  } catch (cause) {
    throw new EngineFault(`the engine could not be started: ${wordsOf(cause)}`, { code: "notStarted", cause });
  }
}
function checkOptions(options) {
  const { store, book, zone, by, clock, ...others } = options ?? {};
  const [unknown] = Object.keys(others);
  if (unknown !== void 0) {
    throw new Malformed(`${unknown}: is no option; there are store, book, zone, by and clock`, { path: unknown });
  }
  const usable = ["keys", "get", "set", "delete"];
  if (typeof store !== "object" || usable.some((name) => typeof store?.[name] !== "function")) {
    throw new Malformed("store: give memoryStore(), localStorageStore(name) or { keys, get, set, delete }", {
      path: "store"
    });
  }
  if (book !== void 0 && !/^[\w.-]{1,60}$/.test(book)) {
    throw new Malformed("book: give 1 to 60 of A-Z a-z 0-9 _ - .", { path: "book" });
  }
  if (zone !== void 0 && !isZone(zone)) throw new Malformed(`zone: \`${zone}\` is not known here`, { path: "zone" });
  checkMember(by);
  if (clock !== void 0 && typeof clock !== "function") {
    throw new Malformed("clock: give a function", { path: "clock" });
  }
}
function checkMember(by) {
  if (by === void 0 || typeof by === "string" && /^m_[\w.-]{1,100}$/.test(by)) return;
  throw new Malformed("by: give the id of a member, such as m_ada", { path: "by" });
}
function resultOf(text) {
  const answer = JSON.parse(text);
  if ("ok" in answer) return answer.ok;
  const { code, message, path, reasons } = answer.error;
  throw code === "refusal" ? new Refusal(message, { path, reasons }) : new Malformed(message, { path, reasons });
}
function poisonNote(key) {
  return { key, finding: "damaged", text: "The engine fails on what stands here. It was left as it is." };
}
function wordsOf(problem) {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
}

// js/store.ts
function memoryStore() {
  const texts = /* @__PURE__ */ new Map();
  const listeners = /* @__PURE__ */ new Set();
  const tell = (change) => listeners.forEach((listener) => listener(change));
  return {
    keys: () => [...texts.keys()],
    get: (key) => texts.get(key),
    set(key, value) {
      texts.set(key, value);
      tell([key, value]);
    },
    delete(key) {
      if (texts.delete(key)) tell([key, null]);
    },
    subscribe: (listener) => subscribeTo(listeners, listener)
  };
}
var listenersByPrefix = /* @__PURE__ */ new Map();
function localStorageStore(name) {
  const storage = globalThis.localStorage;
  const prefix = `${name}/`;
  const listeners = listenersByPrefix.get(prefix) ?? /* @__PURE__ */ new Set();
  listenersByPrefix.set(prefix, listeners);
  const tell = (change) => listeners.forEach((listener) => listener(change));
  return {
    keys() {
      const keys = [];
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index);
        if (key?.startsWith(prefix)) keys.push(key.slice(prefix.length));
      }
      return keys;
    },
    get: (key) => storage.getItem(prefix + key),
    set(key, value) {
      storage.setItem(prefix + key, value);
      tell([key, value]);
    },
    delete(key) {
      storage.removeItem(prefix + key);
      tell([key, null]);
    },
    subscribe(listener) {
      const hear = (event) => {
        if (event.storageArea !== storage || !event.key?.startsWith(prefix)) return;
        listener([event.key.slice(prefix.length), event.newValue]);
      };
      globalThis.addEventListener("storage", hear);
      const stop = subscribeTo(listeners, listener);
      return () => {
        globalThis.removeEventListener("storage", hear);
        stop();
      };
    }
  };
}
function subscribeTo(listeners, listener) {
  const own2 = (change) => listener(change);
  listeners.add(own2);
  return () => void listeners.delete(own2);
}
