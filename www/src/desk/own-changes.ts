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

interface Kept {
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
  readonly #kept: Kept;

  constructor(bookName: string) {
    this.#key = `page/changes/${bookName}`;
    this.#kept = read(this.#key);
  }

  get lastDone(): OwnChange | undefined {
    return this.#kept.done.at(-1);
  }

  get lastUndone(): Undone | undefined {
    return this.#kept.undone.at(-1);
  }

  /** Something new was done: what was undone before can't be done again without confusing the two. */
  push(change: OwnChange): void {
    this.#kept.undone = [];
    this.pushAgain(change);
  }

  pushAgain(change: OwnChange): void {
    this.#kept.done = [...this.#kept.done, change].slice(-MOST);
    this.#keep();
  }

  extend(targets: readonly Target[]): void {
    const last = this.#kept.done.pop();
    if (last !== undefined) this.pushAgain({ ...last, targets: [...last.targets, ...targets] });
  }

  takeDone(): OwnChange | undefined {
    const change = this.#kept.done.pop();
    this.#keep();
    return change;
  }

  pushUndone(undone: Undone): void {
    this.#kept.undone.push(undone);
    this.#keep();
  }

  takeUndone(): Undone | undefined {
    const undone = this.#kept.undone.pop();
    this.#keep();
    return undone;
  }

  #keep(): void {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#kept));
    } catch {
      // Without room the list lasts as long as the page; the history has the rest.
    }
  }
}

function read(key: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "") as Partial<Kept>;
    if (Array.isArray(kept.done) && Array.isArray(kept.undone)) return { done: kept.done, undone: kept.undone };
  } catch {
    // Nothing was kept, or somebody else wrote there: begin anew.
  }
  return { done: [], undone: [] };
}
