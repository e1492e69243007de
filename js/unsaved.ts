import type { Store } from "./store.js";

/** One write of the engine: the text to keep under a key, or `null` to remove it. */
export type Write = readonly [key: string, value: string | null];

/**
 * Writes on their way to the store. They are applied strictly in order, since any first part of them is a good state
 * and any other part need not be. What the store does not take waits here, in front of everything newer.
 */
export class Unsaved {
  readonly #store: Store;
  #waiting: Write[] = [];
  #problem: unknown;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The writes that the store has not taken, oldest first. */
  get waiting(): readonly Write[] {
    return this.#waiting;
  }

  /** What the store threw when it last refused a write. */
  get problem(): unknown {
    return this.#problem;
  }

  /** Puts writes behind those that wait and hands all of them to the store, up to the first that it refuses. */
  apply(writes: readonly Write[]): void {
    this.#waiting.push(...writes);
    this.#problem = undefined;
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
}
