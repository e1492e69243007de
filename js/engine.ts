import type { Fact, FailureView, ImportPreview, ImportRequest, Loaded, LoadNote, Query, Recorded, Views } from "#types";
import { EngineFault, Malformed, Refusal } from "./errors.js";
import { type FileToImport, packFiles } from "./files.js";
import { randomName } from "./id.js";
import { type Core, currentGeneration, newCore, restart, start } from "./instance.js";
import { plainText } from "./plain.js";
import { type Pair, withoutPoison } from "./quarantine.js";
import type { Store, StoreChange } from "./store.js";
import { Unsaved, type Write } from "./unsaved.js";
import { hostZone, isZone, transitions, type Transitions, zonesNamed } from "./zones.js";

/** How to open a book. */
export interface OpenOptions {
  /** Where the book is kept. */
  readonly store: Store;
  /** Which book of the store; `main` when not given. */
  readonly book?: string;
  /** The zone that "today" and working hours mean; the host's own when not given. */
  readonly zone?: string;
  /** The member of the team who records, where nothing else is said. */
  readonly by?: string;
  /** What tells the time in milliseconds since 1970; `Date.now` when not given. */
  readonly clock?: () => number;
}

/** What can be said about a single call. */
export interface CallOptions {
  /** The moment to record or answer for, as a `Date` or in milliseconds since 1970; the clock's when not given. */
  readonly now?: Date | number;
}

/** What can be said about a fact beside itself. */
export interface RecordOptions extends CallOptions {
  /** The member of the team who records it; the engine's own when not given. */
  readonly by?: string;
}

/** How to read files of other systems; what is not said is found out, and shown by the preview. */
export type ImportOptions = Omit<ImportRequest, "files"> & CallOptions;

/**
 * What was recorded. It counts from now on, even while the store does not take it (see {@link Engine.status}). Each of
 * its entries, or its batch as a whole, can be given to {@link Engine.undo}.
 */
export type Receipt = Omit<Recorded, "writes" | "zones">;

/** What was recorded of one fact. */
export type FactReceipt = Receipt & {
  /** The id of the new entry. */
  readonly entry: string;
};

/** What was imported, with what the preview would have said. */
export type ImportReceipt = Receipt & { readonly preview: ImportPreview };

/** How the engine stands with its store. */
export interface Status {
  /** How many writes wait for the store. They are kept in memory, tried again with every record and by `save`. */
  readonly unsaved: number;
  /** Why the store did not take them, in its own words. */
  readonly problem?: string;
  /** What was found unreadable, repaired or strange while loading. It was left as it is, and the rest is there. */
  readonly notes: readonly LoadNote[];
  /** The zone that "today" means. */
  readonly zone: string;
  /** Whether the engine was closed. */
  readonly closed: boolean;
}

/** What happened to the book. */
export interface Change {
  /**
   * `recorded`: by this engine. `received`: from another tab or engine on the same store. `saving`: only the status
   * changed. `rebuilt`: the engine failed and was built again from its store.
   */
  readonly kind: "recorded" | "received" | "saving" | "rebuilt";
  /** How the engine stands with its store after it. */
  readonly status: Status;
}

/** A question of a type. A field that the question does not have is an error of types. */
export type QueryOf<T extends Query["type"]> = { readonly type: T } & Extract<Query, { type: T }>;

type Answer<T> = { ok: T } | { error: FailureView };

/** Enough at random that no two tabs of a book ever get the same name. */
const REPLICA_LENGTH = 12;

/** Long enough to take the events of many writes of another tab together, too short to be noticed. */
const RECEIVE_AFTER_MS = 10;

/** A book of sales, the plan it is worked by, and answers about both. */
export class Engine {
  readonly #book: string;
  readonly #store: Store;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #by: string | undefined;
  readonly #unsaved: Unsaved;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #zones = new Set<string>();
  readonly #received = new Map<string, string>();
  readonly #unsubscribe: (() => void) | undefined;
  #notes: readonly LoadNote[] = [];
  #core: Core | undefined;
  #generation = -1;
  #receiveTimer: ReturnType<typeof setTimeout> | undefined;
  #writing = false;
  #closed = false;

  private constructor(options: OpenOptions) {
    this.#book = options.book ?? "main";
    this.#store = options.store;
    this.#zone = options.zone ?? hostZone();
    this.#clock = options.clock ?? Date.now;
    this.#by = options.by;
    this.#unsaved = new Unsaved(options.store);
    this.#zones.add(this.#zone);
    // Before the first read: what others write in between is then heard, and hearing it twice does no harm.
    this.#unsubscribe = options.store.subscribe?.((change) => this.#hear(change));
  }

  /** Opens a book: starts the engine where it has not been, and loads what the store holds. */
  static async open(options: OpenOptions): Promise<Engine> {
    checkOptions(options);
    await startEngine();
    const engine = new Engine(options);
    try {
      engine.#living();
    } catch (fault) {
      engine.close();
      throw fault;
    }
    return engine;
  }

  /** Records a fact. Throws a `Refusal` when the book or the plan doesn't allow it, and then nothing has changed. */
  record(fact: Fact, options: RecordOptions = {}): FactReceipt {
    const receipt = this.#record(`[${plainText(fact)}]`, options);
    const [entry] = receipt.entries;
    if (entry === undefined) throw new EngineFault("the engine gave no entry for the fact", { code: "internal" });
    return { ...receipt, entry };
  }

  /** Records facts together: all, or none when one of them is refused. */
  recordAll(facts: readonly Fact[], options: RecordOptions = {}): Receipt {
    return this.#record(plainText(facts), options);
  }

  /** Answers a question. The type of the answer follows from the question's. */
  look<T extends Query["type"]>(query: QueryOf<T>, options: CallOptions = {}): Views[T] {
    const text = plainText(query);
    const now = this.#now(options);
    return this.#ask((core) => core.look(now, text));
  }

  /** What an import of these files would do. Records nothing. */
  preview(files: FileToImport | readonly FileToImport[], options: ImportOptions = {}): ImportPreview {
    const { request, bytes, now } = this.#request(files, options);
    return this.#ask((core) => core.preview(now, request, bytes));
  }

  /** Imports files as one batch, which {@link Engine.undo} takes back as a whole. */
  import(files: FileToImport | readonly FileToImport[], options: ImportOptions = {}): ImportReceipt {
    const { request, bytes, now } = this.#request(files, options);
    return this.#keep<ImportReceipt>((core) => core.import(now, request, bytes));
  }

  /** Takes an entry or a whole batch back. This is recorded too, and can be undone in turn. */
  undo(what: string | { readonly batch: string }, options: RecordOptions = {}): FactReceipt {
    if (typeof what === "string") return this.record({ type: "retracted", entry: what }, options);
    return this.record({ type: "batchRetracted", batch: what?.batch }, options);
  }

  /** The whole book as the text of a backup file. */
  backup(options: CallOptions = {}): string {
    const now = this.#now(options);
    return this.#ask((core) => core.backup(now));
  }

  /** Takes in the entries of a backup. What is in the book stays; what is in both is there once. */
  restore(text: string, options: CallOptions = {}): Receipt {
    if (typeof text !== "string") throw new Malformed("a backup is text", { path: "" });
    const now = this.#now(options);
    return this.#keep((core) => core.restore(now, text));
  }

  /** Calls the listener after every change, also by other tabs. Gives back what stops it. */
  onChange(listener: (change: Change) => void): () => void {
    if (typeof listener !== "function") throw new Malformed("listener: give a function", { path: "listener" });
    const own = (change: Change): void => listener(change);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** How the engine stands with its store. */
  status(): Status {
    const { problem } = this.#unsaved;
    return {
      unsaved: this.#unsaved.waiting.length,
      ...(problem === undefined ? {} : { problem: wordsOf(problem) }),
      notes: this.#notes,
      zone: this.#zone,
      closed: this.#closed,
    };
  }

  /** Tries again to write what the store has not taken. True when nothing waits any more. */
  save(): boolean {
    const before = this.#unsaved.waiting.length;
    this.#write([]);
    const after = this.#unsaved.waiting.length;
    if (after !== before) this.#tell("saving");
    return after === 0;
  }

  /** Stops listening to the store and frees the memory. What the store has not taken is tried a last time. */
  close(): void {
    if (this.#closed) return;
    this.#write([]);
    this.#closed = true;
    this.#unsubscribe?.();
    clearTimeout(this.#receiveTimer);
    this.#listeners.clear();
    if (this.#core !== undefined && this.#generation === currentGeneration()) this.#core.free();
    this.#core = undefined;
  }

  #record(facts: string, { by = this.#by, ...options }: RecordOptions): Receipt {
    checkMember(by);
    const now = this.#now(options);
    return this.#keep((core) => core.record(now, facts, by));
  }

  #request(files: FileToImport | readonly FileToImport[], { now, ...options }: ImportOptions) {
    const packed = packFiles(files);
    const request = plainText({ ...options, files: packed.files });
    return { request, bytes: packed.bytes, now: this.#now(now === undefined ? {} : { now }, zonesNamed(packed.bytes)) };
  }

  /** Asks for something that changes the book, and brings what it says to write to the store. */
  #keep<R extends Receipt>(ask: (core: Core) => string): R {
    const { writes, zones, ...receipt } = this.#ask<R & Pick<Recorded, "writes" | "zones">>(ask);
    this.#learnZones(zones);
    this.#write(writes);
    this.#tell("recorded");
    return receipt as unknown as R;
  }

  #write(writes: readonly Write[]): void {
    // The store may tell of our own writes while we write them; the book has them already.
    this.#writing = true;
    try {
      this.#unsaved.apply(writes);
    } finally {
      this.#writing = false;
    }
  }

  #hear([key, value]: StoreChange): void {
    // A removal takes nothing from the book: entries leave it by facts alone.
    if (this.#writing || this.#closed || value === null) return;
    this.#received.set(key, value);
    this.#receiveTimer ??= setTimeout(() => this.#receiveLater(), RECEIVE_AFTER_MS);
  }

  #receiveLater(): void {
    try {
      this.#ask(() => `{"ok":null}`);
    } catch (fault) {
      // There is no caller; the engine has been rebuilt from the store, where the same entries are.
      if (!(fault instanceof EngineFault)) throw fault;
    }
  }

  /** Takes in what others have written. Called before every question, so that an answer is never behind. */
  #receive(core: Core): void {
    if (this.#received.size === 0) return;
    clearTimeout(this.#receiveTimer);
    this.#receiveTimer = undefined;
    const pairs = [...this.#received];
    this.#received.clear();
    this.#load(core, pairs);
    this.#tell("received");
  }

  #load(core: Core, pairs: readonly Pair[]): void {
    const loaded = resultOf<Loaded>(core.load(JSON.stringify(pairs)));
    this.#learnZones(loaded.zones);
    if (loaded.notes.length > 0) this.#notes = [...this.#notes, ...loaded.notes];
  }

  #learnZones(zones: readonly string[]): void {
    for (const zone of zones) this.#zones.add(zone);
  }

  /** Asks the core. Its methods never throw, so whatever is thrown here is a trap. */
  #ask<T>(ask: (core: Core) => string): T {
    const core = this.#living();
    let text: string;
    try {
      this.#receive(core);
      text = ask(core);
    } catch (cause) {
      if (cause instanceof EngineFault) throw cause;
      restart();
      this.#living();
      this.#tell("rebuilt");
      const message = "the engine failed and was rebuilt from its store; the call has changed nothing";
      throw new EngineFault(message, { code: "trap", cause });
    }
    return resultOf<T>(text);
  }

  /** The core of this book, built from the store where there is none or its instance is gone. */
  #living(): Core {
    if (this.#closed) throw new EngineFault("the engine is closed", { code: "closed" });
    if (this.#core !== undefined && this.#generation === currentGeneration()) return this.#core;
    this.#core = undefined;
    let cause: unknown;
    const found = withoutPoison(this.#stored(), (pairs) => {
      try {
        this.#build(pairs);
        return true;
      } catch (problem) {
        cause = problem;
        // The instance may be unusable now.
        restart();
        return false;
      }
    });
    if (found === undefined || this.#core === undefined) {
      if (cause instanceof EngineFault) throw cause;
      throw new EngineFault("the engine failed while it loaded the store", { code: "trap", cause });
    }
    this.#notes = [...this.#notes, ...found.poisoned.map(poisonNote)];
    return this.#core;
  }

  #build(pairs: readonly Pair[]): void {
    // A replica's name is never used twice, not even by the same tab: so no key of it can be either.
    const core = newCore(this.#book, randomName(REPLICA_LENGTH));
    this.#notes = [];
    this.#load(core, pairs);
    this.#core = core;
    this.#generation = currentGeneration();
  }

  /** Everything that was ever to be kept: what the store holds, and over it the writes that it has not taken. */
  #stored(): Pair[] {
    const texts = new Map<string, string>();
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

  #now({ now }: CallOptions, named: readonly string[] = []): string {
    const at = Math.floor(Number(now === undefined ? this.#clock() : now));
    // Outside of this, the years on either side would leave what a Date can hold.
    if (!(Math.abs(at) <= 8.6e15)) throw new Malformed("now: not a moment", { path: "now" });
    const zones: Record<string, Transitions> = {};
    for (const zone of [...this.#zones, ...named]) {
      const known = transitions(zone, at);
      if (known !== undefined) zones[zone] = known;
    }
    return JSON.stringify({ at, zone: this.#zone, zones });
  }

  #tell(kind: Change["kind"]): void {
    if (this.#listeners.size === 0) return;
    const change = { kind, status: this.status() };
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // A listener's mistake belongs to the host, not to whoever recorded a fact.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

async function startEngine(): Promise<void> {
  try {
    await start();
  } catch (cause) {
    throw new EngineFault(`the engine could not be started: ${wordsOf(cause)}`, { code: "notStarted", cause });
  }
}

function checkOptions(options: OpenOptions): void {
  const { store, book, zone, by, clock, ...others } = options ?? {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new Malformed(`${unknown}: is no option; there are store, book, zone, by and clock`, { path: unknown });
  }
  const usable = ["keys", "get", "set", "delete"] as const;
  if (typeof store !== "object" || usable.some((name) => typeof store?.[name] !== "function")) {
    throw new Malformed("store: give memoryStore(), localStorageStore(name) or { keys, get, set, delete }", {
      path: "store",
    });
  }
  if (book !== undefined && !/^[\w.-]{1,60}$/.test(book)) {
    throw new Malformed("book: give 1 to 60 of A-Z a-z 0-9 _ - .", { path: "book" });
  }
  if (zone !== undefined && !isZone(zone)) throw new Malformed(`zone: \`${zone}\` is not known here`, { path: "zone" });
  checkMember(by);
  if (clock !== undefined && typeof clock !== "function") {
    throw new Malformed("clock: give a function", { path: "clock" });
  }
}

function checkMember(by: unknown): void {
  if (by === undefined || (typeof by === "string" && /^m_[\w.-]{1,100}$/.test(by))) return;
  throw new Malformed("by: give the id of a member, such as m_ada", { path: "by" });
}

function resultOf<T>(text: string): T {
  const answer = JSON.parse(text) as Answer<T>;
  if ("ok" in answer) return answer.ok;
  const { code, message, path, reasons } = answer.error;
  throw code === "refusal" ? new Refusal(message, { path, reasons }) : new Malformed(message, { path, reasons });
}

function poisonNote(key: string): LoadNote {
  return { key, finding: "damaged", text: "The engine fails on what stands here. It was left as it is." };
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
}
