// Built by `npm run build` from js/. Do not edit.
import { ImportFile, LoadNote, Fact, Recorded, Query, Views, ImportRequest, ImportPreview, ReasonView } from "./types.cjs";
export * from "./types.cjs";

/** A file to import: its text, its bytes, or either with more about it. */
type FileToImport = string | Uint8Array | ArrayBuffer | DescribedFile;
/** A file with its name, and with how to read it where that is not to be found out. */
type DescribedFile = Partial<Omit<ImportFile, "length">> & {
    /** Its text or its bytes. */
    readonly content: string | Uint8Array | ArrayBuffer;
};

/** A key of the store that was written elsewhere, and its text; `null` when it was removed. */
type StoreChange = readonly [key: string, value: string | null];
/**
 * Where the engine keeps its entries: text under keys, read and written at once. The engine writes small keys, in
 * order, and never changes a key that another tab or device has written.
 */
interface Store {
    /** Every key that is there. Keys of others may be among them; they are left alone. */
    keys(): Iterable<string>;
    /** The text under a key. */
    get(key: string): string | null | undefined;
    /** Keeps a text; throws when it can't. */
    set(key: string, value: string): void;
    /** Removes a key; nothing happens when it is not there. */
    delete(key: string): void;
    /** Tells of keys that others have written. Gives back what stops it. */
    subscribe?(listener: (change: StoreChange) => void): () => void;
}
/** A store that lasts as long as the object does. Two engines may share one. */
declare function memoryStore(): Store;
/**
 * The browser's `localStorage`, under keys that begin with `name/`. Other tabs that have the same name open are heard.
 *
 * Throws what the browser throws when it does not allow storage here.
 */
declare function localStorageStore(name: string): Store;

/** How to open a book. */
interface OpenOptions {
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
interface CallOptions {
    /** The moment to record or answer for, as a `Date` or in milliseconds since 1970; the clock's when not given. */
    readonly now?: Date | number;
}
/** What can be said about a fact beside itself. */
interface RecordOptions extends CallOptions {
    /** The member of the team who records it; the engine's own when not given. */
    readonly by?: string;
}
/** How to read files of other systems; what is not said is found out, and shown by the preview. */
type ImportOptions = Omit<ImportRequest, "files"> & CallOptions;
/**
 * What was recorded. It counts from now on, even while the store does not take it (see {@link Engine.status}). Each of
 * its entries, or its batch as a whole, can be given to {@link Engine.undo}.
 */
type Receipt = Omit<Recorded, "writes" | "zones">;
/** What was recorded of one fact. */
type FactReceipt = Receipt & {
    /** The id of the new entry. */
    readonly entry: string;
};
/** What was imported, with what the preview would have said. */
type ImportReceipt = Receipt & {
    readonly preview: ImportPreview;
};
/** How the engine stands with its store. */
interface Status {
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
interface Change {
    /**
     * `recorded`: by this engine. `received`: from another tab or engine on the same store. `saving`: only the status
     * changed. `rebuilt`: the engine failed and was built again from its store.
     */
    readonly kind: "recorded" | "received" | "saving" | "rebuilt";
    /** How the engine stands with its store after it. */
    readonly status: Status;
}
/** A question of a type. A field that the question does not have is an error of types. */
type QueryOf<T extends Query["type"]> = {
    readonly type: T;
} & Extract<Query, {
    type: T;
}>;
/** A book of sales, the plan it is worked by, and answers about both. */
declare class Engine {
    #private;
    private constructor();
    /** Opens a book: starts the engine where it has not been, and loads what the store holds. */
    static open(options: OpenOptions): Promise<Engine>;
    /** Records a fact. Throws a `Refusal` when the book or the plan doesn't allow it, and then nothing has changed. */
    record(fact: Fact, options?: RecordOptions): FactReceipt;
    /** Records facts together: all, or none when one of them is refused. */
    recordAll(facts: readonly Fact[], options?: RecordOptions): Receipt;
    /** Answers a question. The type of the answer follows from the question's. */
    look<T extends Query["type"]>(query: QueryOf<T>, options?: CallOptions): Views[T];
    /** What an import of these files would do. Records nothing. */
    preview(files: FileToImport | readonly FileToImport[], options?: ImportOptions): ImportPreview;
    /** Imports files as one batch, which {@link Engine.undo} takes back as a whole. */
    import(files: FileToImport | readonly FileToImport[], options?: ImportOptions): ImportReceipt;
    /** Takes an entry or a whole batch back. This is recorded too, and can be undone in turn. */
    undo(what: string | {
        readonly batch: string;
    }, options?: RecordOptions): FactReceipt;
    /** The whole book as the text of a backup file. */
    backup(options?: CallOptions): string;
    /** Takes in the entries of a backup. What is in the book stays; what is in both is there once. */
    restore(text: string, options?: CallOptions): Receipt;
    /** Calls the listener after every change, also by other tabs. Gives back what stops it. */
    onChange(listener: (change: Change) => void): () => void;
    /** How the engine stands with its store. */
    status(): Status;
    /** Tries again to write what the store has not taken. True when nothing waits any more. */
    save(): boolean;
    /** Stops listening to the store and frees the memory. What the store has not taken is tried a last time. */
    close(): void;
}

/** What every error of the engine carries beside its message. */
interface Fault {
    /** A short stable name of what went wrong, for code. */
    readonly code: string;
    /** The place in the argument that it is about, such as `contactPoints[0].value`; empty for the whole. */
    readonly path: string;
    /** All that is wrong, each with its place. */
    readonly reasons: readonly ReasonView[];
}
/** The base of all errors that the engine throws. */
declare abstract class NextsaleError extends Error implements Fault {
    readonly code: string;
    readonly path: string;
    readonly reasons: readonly ReasonView[];
    constructor(message: string, fault: Partial<Fault> & {
        cause?: unknown;
    });
}
/** The argument is not of the shape that is asked for. Nothing was changed. */
declare class Malformed extends NextsaleError {
    readonly name = "Malformed";
    constructor(message: string, fault?: Partial<Fault> & {
        cause?: unknown;
    });
}
/** The fact is well formed, but the book or the plan does not allow it now. Nothing was changed. */
declare class Refusal extends NextsaleError {
    readonly name = "Refusal";
    constructor(message: string, fault?: Partial<Fault> & {
        cause?: unknown;
    });
}
/**
 * The engine or its store failed, not the argument. After a `trap` the engine has been rebuilt from its store: the call
 * that failed has changed nothing, and the next call works.
 */
declare class EngineFault extends NextsaleError {
    readonly name = "EngineFault";
}

/** What an id can be of; each kind has its own prefix, so that a deal can't be taken for a party. */
type IdKind = keyof typeof prefixes;
declare const prefixes: {
    readonly party: "p_";
    readonly deal: "d_";
    readonly interaction: "i_";
    readonly member: "m_";
    readonly product: "pr_";
    readonly need: "n_";
    readonly hesitation: "h_";
    readonly promise: "pm_";
    readonly complaint: "c_";
    readonly promotion: "po_";
    readonly quote: "q_";
    readonly experiment: "e_";
};
/** A new id, for those who have none of their own: 16 letters and digits at random after the prefix of its kind. */
declare function newId(kind: IdKind): string;

export { Engine, EngineFault, Malformed, NextsaleError, Refusal, localStorageStore, memoryStore, newId };
export type { CallOptions, Change, DescribedFile, FactReceipt, Fault, FileToImport, IdKind, ImportOptions, ImportReceipt, OpenOptions, QueryOf, Receipt, RecordOptions, Status, Store, StoreChange };
