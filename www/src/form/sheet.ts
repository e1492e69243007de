import { NextsaleError } from "nextsale/slim";
import type { Draft } from "../desk/drafts.ts";
import type { Part } from "../part.ts";
import { plainText } from "../say/reason.ts";

let sheets = 0;

/**
 * What is being filled in: the values of the fields by name, and what is wrong with them. Whatever is typed is kept as a
 * draft until it was recorded.
 *
 * Fields are named after the place of their value in the fact, so that the engine's complaint about `name` or
 * `contactPoints[0].value` finds the field it is about.
 */
export class Sheet {
  /** Makes the ids of the fields this sheet's own. */
  readonly id = `sheet-${(sheets += 1)}`;
  readonly #part: Part;
  readonly #draftName: () => string;
  #shown: string | undefined;
  #initial: Draft = {};
  #typed: Draft = {};
  #faults = new Map<string, string>();
  #general = "";

  constructor(part: Part, draftName: () => string) {
    this.#part = part;
    this.#draftName = draftName;
  }

  /** Begins with these values where nothing was typed before. Does nothing while the same thing is being filled in. */
  begin(initial: Draft): void {
    const name = this.#draftName();
    if (this.#shown === name) return;
    this.#shown = name;
    this.#initial = initial;
    this.#typed = this.#part.desk.drafts.get(name) ?? {};
    this.#forgive();
  }

  value(field: string): string {
    return this.#typed[field] ?? this.#initial[field] ?? "";
  }

  /** Whether a box is ticked. */
  ticked(field: string): boolean {
    return this.value(field) === "yes";
  }

  /** The lines of a field that holds one thing a line. */
  lines(field: string): string[] {
    return this.value(field).split("\n").map((line) => line.trim()).filter((line) => line !== "");
  }

  /** Whether anything differs from what it began with. */
  get touched(): boolean {
    return Object.entries(this.#typed).some(([field, value]) => value !== (this.#initial[field] ?? ""));
  }

  set(field: string, value: string): void {
    this.#typed = { ...this.#typed, [field]: value };
    this.#part.desk.drafts.keep(this.#draftName(), this.#typed);
  }

  /** Hears whatever is typed or chosen in the form. */
  readonly hear = (event: Event): void => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.type === "checkbox") this.set(field.name, field.checked ? "yes" : "");
    else if (isField(field) && field.name !== "") this.set(field.name, field.value);
    else return;
    this.#part.requestUpdate();
  };

  fault(field: string): string {
    return this.#faults.get(field) ?? "";
  }

  /** What is wrong with the whole, or with a place that has no field here. */
  get general(): string {
    return this.#general;
  }

  /** Says what is wrong with a field. */
  complain(field: string, words: string): void {
    this.#faults.set(field, words);
    this.#show();
  }

  /**
   * Does the work, and forgets the draft when it went well. Else shows what the engine complains about, beside the
   * fields it is about: `place` says which field a path of the facts belongs to.
   */
  attempt(work: () => void, place: (path: string) => string = (path) => path): boolean {
    this.#forgive();
    try {
      work();
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      this.#complainAll(problem, place);
      this.#show();
      return false;
    }
    if (this.#faults.size > 0) return false;
    this.clear();
    return true;
  }

  clear(): void {
    this.#part.desk.drafts.forget(this.#draftName());
    this.leave();
  }

  /** Stops filling in; what was typed is there when the same thing is filled in again. */
  leave(): void {
    this.#shown = undefined;
    this.#typed = {};
    this.#forgive();
    this.#part.requestUpdate();
  }

  #complainAll(problem: NextsaleError, place: (path: string) => string): void {
    const all = problem.reasons.length > 0 ? problem.reasons : [{ path: problem.path, text: problem.message }];
    const names = new Set(this.#fields().map((field) => field.name));
    const general: string[] = [];
    for (const reason of all) {
      const field = place(reason.path);
      if (names.has(field)) this.#faults.set(field, plainText(reason));
      else general.push(reason.text);
    }
    this.#general = [...new Set(general)].join(" ");
  }

  #forgive(): void {
    this.#faults = new Map();
    this.#general = "";
  }

  /** Shows what is wrong, and goes to the first of it. */
  #show(): void {
    this.#part.requestUpdate();
    void this.#part.updateComplete.then(() => {
      const first = this.#fields().find((field) => this.#faults.has(field.name));
      // A field that is folded away can't take the focus.
      first?.closest("details")?.setAttribute("open", "");
      (first ?? this.#part.querySelector<HTMLElement>(`#${this.id}-general`))?.focus();
    });
  }

  #fields(): Field[] {
    return [...this.#part.querySelectorAll(`form[data-sheet=${this.id}] [name]`)].filter(isField);
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
