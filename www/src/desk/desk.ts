import { type Engine, type Fact, NextsaleError, type Query, type QueryOf, type Receipt, type Status, type Views } from "nextsale/slim";
import { Drafts } from "./drafts.ts";
import { type OwnChange, OwnChanges, type Target } from "./own-changes.ts";

/** Which book lies on the desk. The sample has a store of its own, so that it can go without a trace. */
export type BookName = "nextsale" | "sample";

/** What the page says after something happened. */
export interface Message {
  readonly text: string;
  readonly tone: "done" | "trouble";
  readonly undoable: boolean;
}

/** How long an answer may stand while nothing is recorded: times of day move on. */
const ANSWER_LASTS_MS = 30_000;

/** What a salesperson works at: the open book, their own last changes, their drafts, and what was last said to them. */
export class Desk {
  readonly engine: Engine;
  readonly bookName: BookName;
  /** Whether the book outlives the page. */
  readonly lasting: boolean;
  readonly drafts: Drafts;
  readonly #changes: OwnChanges;
  readonly #listeners = new Set<() => void>();
  readonly #answers = new Map<string, unknown>();
  #message: Message | undefined;
  #stopEngine: () => void;
  #timer: ReturnType<typeof setInterval>;

  constructor(engine: Engine, bookName: BookName, lasting: boolean) {
    this.engine = engine;
    this.bookName = bookName;
    this.lasting = lasting;
    this.drafts = new Drafts(bookName);
    this.#changes = new OwnChanges(bookName);
    this.#stopEngine = engine.onChange(() => this.#changed());
    this.#timer = setInterval(() => this.#changed(), ANSWER_LASTS_MS);
  }

  get message(): Message | undefined {
    return this.#message;
  }

  get status(): Status {
    return this.engine.status();
  }

  /** The last own change, in words, if it can be undone. */
  get undoable(): string | undefined {
    return this.#changes.lastDone?.words;
  }

  /** The change that was last undone, in words, if it can be done again. */
  get redoable(): string | undefined {
    return this.#changes.lastUndone?.change.words;
  }

  /** Answers a question. The same question between two changes is asked only once. */
  look<T extends Query["type"]>(query: QueryOf<T>): Views[T] {
    const key = JSON.stringify(query);
    const known = this.#answers.get(key);
    if (known !== undefined) return known as Views[T];
    const answer = this.engine.look(query);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Records facts together and says so in these words. Throws when they are refused; then nothing has changed. */
  record(facts: Fact | readonly Fact[], words: string): Receipt {
    const receipt = this.engine.recordAll(Array.isArray(facts) ? facts : [facts as Fact]);
    this.done({ words, targets: targetsOf(receipt) });
    return receipt;
  }

  /** Keeps an own change for Undo, and says what was done. */
  done(change: OwnChange): void {
    this.#changes.push(change);
    this.say({ text: change.words, tone: "done", undoable: true });
  }

  /** Adds to the last own change, so that both are undone together. */
  doneWithLast(receipt: Receipt): void {
    this.#changes.extend(targetsOf(receipt));
    this.#changed();
  }

  undo(): void {
    const change = this.#changes.takeDone();
    if (change === undefined) return;
    this.#attempt(() => {
      const retractions = change.targets.toReversed().map((target) => this.engine.undo(target).entry);
      this.#changes.pushUndone({ change, retractions });
      this.say({ text: `Undone: ${change.words}`, tone: "done", undoable: false });
    });
  }

  redo(): void {
    const undone = this.#changes.takeUndone();
    if (undone === undefined) return;
    this.#attempt(() => {
      // What takes a retraction back brings the change back.
      for (const retraction of undone.retractions.toReversed()) this.engine.undo(retraction);
      this.#changes.pushAgain(undone.change);
      this.say({ text: `Done again: ${undone.change.words}`, tone: "done", undoable: true });
    });
  }

  /** Takes back any line of the journal. This is an own change in turn. */
  takeBack(target: Target, words: string): void {
    this.#attempt(() => {
      const { entry } = this.engine.undo(target);
      this.done({ words, targets: [entry] });
    });
  }

  say(message: Message): void {
    this.#message = message;
    this.#changed();
  }

  /** Says what stopped the work, in the words of the engine. */
  sayTrouble(problem: unknown): void {
    if (!(problem instanceof Error)) throw problem;
    this.say({ text: problem.message, tone: "trouble", undoable: false });
  }

  dismiss(): void {
    this.#message = undefined;
    this.#changed();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stopEngine();
    this.engine.close();
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      this.sayTrouble(problem);
    }
  }

  #changed(): void {
    this.#answers.clear();
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What has to be taken back to undo what was recorded. */
export function targetsOf(receipt: Receipt): readonly Target[] {
  return receipt.batch ? [{ batch: receipt.batch }] : receipt.entries;
}
