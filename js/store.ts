/** A key of the store that was written elsewhere, and its text; `null` when it was removed. */
export type StoreChange = readonly [key: string, value: string | null];

/**
 * Where the engine keeps its entries: text under keys, read and written at once. The engine writes small keys, in
 * order, and never changes a key that another tab or device has written.
 */
export interface Store {
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

type Listener = (change: StoreChange) => void;

/** A store that lasts as long as the object does. Two engines may share one. */
export function memoryStore(): Store {
  const texts = new Map<string, string>();
  const listeners = new Set<Listener>();
  const tell = (change: StoreChange): void => listeners.forEach((listener) => listener(change));
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
    subscribe: (listener) => subscribeTo(listeners, listener),
  };
}

/** Engines of one page that use the same name hear each other here: a browser tells only *other* tabs of a write. */
const listenersByPrefix = new Map<string, Set<Listener>>();

/**
 * The browser's `localStorage`, under keys that begin with `name/`. Other tabs that have the same name open are heard.
 *
 * Throws what the browser throws when it does not allow storage here.
 */
export function localStorageStore(name: string): Store {
  const storage = globalThis.localStorage;
  const prefix = `${name}/`;
  const listeners = listenersByPrefix.get(prefix) ?? new Set();
  listenersByPrefix.set(prefix, listeners);
  const tell = (change: StoreChange): void => listeners.forEach((listener) => listener(change));
  return {
    keys() {
      const keys: string[] = [];
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
      // The text is taken from the event: reading it may give what was there before.
      const hear = (event: StorageEvent): void => {
        if (event.storageArea !== storage || !event.key?.startsWith(prefix)) return;
        listener([event.key.slice(prefix.length), event.newValue]);
      };
      globalThis.addEventListener("storage", hear);
      const stop = subscribeTo(listeners, listener);
      return () => {
        globalThis.removeEventListener("storage", hear);
        stop();
      };
    },
  };
}

function subscribeTo(listeners: Set<Listener>, listener: Listener): () => void {
  // Wrapped, so that the same function subscribed twice is told twice and stopped once.
  const own: Listener = (change) => listener(change);
  listeners.add(own);
  return () => void listeners.delete(own);
}
