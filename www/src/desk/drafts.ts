import { forget, keep, kept } from "./kept.ts";

/** What was typed into a form, by field. */
export type Draft = Readonly<Record<string, string>>;

/** What was typed and not yet recorded. It outlives the form, the tab and the browser, as far as there is room. */
export class Drafts {
  readonly #prefix: string;
  readonly #drafts = new Map<string, Draft>();

  constructor(bookName: string) {
    this.#prefix = `page/draft/${bookName}/`;
  }

  get(form: string): Draft | undefined {
    return this.#drafts.get(form) ?? this.#stored(form);
  }

  keep(form: string, draft: Draft): void {
    this.#drafts.set(form, draft);
    keep("localStorage", this.#prefix + form, JSON.stringify(draft));
  }

  forget(form: string): void {
    this.#drafts.delete(form);
    forget("localStorage", this.#prefix + form);
  }

  #stored(form: string): Draft | undefined {
    try {
      const draft: unknown = JSON.parse(kept("localStorage", this.#prefix + form) ?? "null");
      if (typeof draft !== "object" || draft === null) return undefined;
      const fields = Object.entries(draft).filter((field): field is [string, string] => typeof field[1] === "string");
      return Object.fromEntries(fields);
    } catch {
      return undefined;
    }
  }
}
