import { keep, kept } from "./kept.ts";

/** An entry of the journal, or a batch as a whole. */
export type Target = string | { readonly batch: string };

/** Something done in this tab, in words, and what to take back to undo it. */
export interface OwnChange {
  readonly words: string;
  readonly targets: readonly Target[];
}

/** An own change that was undone, and the entries that did so. */
export interface Undone {
  readonly change: OwnChange;
  readonly retractions: readonly string[];
}

interface List {
  done: OwnChange[];
  undone: Undone[];
}

/** Older ones can still be undone from the history. */
const MOST = 50;

/**
 * What this tab has done and undone, last one last. The journal remembers everything; this only remembers which of it
 * was ours, and does so across a reload.
 */
export class OwnChanges {
  readonly #key: string;
  readonly #list: List;

  constructor(bookName: string) {
    this.#key = `page/changes/${bookName}`;
    this.#list = read(this.#key);
  }

  get lastDone(): OwnChange | undefined {
    return this.#list.done.at(-1);
  }

  get lastUndone(): Undone | undefined {
    return this.#list.undone.at(-1);
  }

  /** Something new was done: what was undone before can't be done again without confusing the two. */
  push(change: OwnChange): void {
    this.#list.undone = [];
    this.pushAgain(change);
  }

  pushAgain(change: OwnChange): void {
    this.#list.done = [...this.#list.done, change].slice(-MOST);
    this.#keep();
  }

  extend(targets: readonly Target[]): void {
    const last = this.#list.done.pop();
    if (last !== undefined) this.pushAgain({ ...last, targets: [...last.targets, ...targets] });
  }

  takeDone(): OwnChange | undefined {
    const change = this.#list.done.pop();
    this.#keep();
    return change;
  }

  pushUndone(undone: Undone): void {
    this.#list.undone.push(undone);
    this.#keep();
  }

  takeUndone(): Undone | undefined {
    const undone = this.#list.undone.pop();
    this.#keep();
    return undone;
  }

  #keep(): void {
    keep("sessionStorage", this.#key, JSON.stringify(this.#list));
  }
}

function read(key: string): List {
  try {
    const { done, undone } = JSON.parse(kept("sessionStorage", key) ?? "") as Partial<List>;
    if (Array.isArray(done) && Array.isArray(undone)) return { done, undone };
  } catch {
    // Nothing was kept, or somebody else wrote there: begin anew.
  }
  return { done: [], undone: [] };
}
