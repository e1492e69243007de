import type { AskableFact, ReasonView } from "nextsale/slim";
import { isObject, isWithin, type Json, type Place, pathOf, valueAt, withValue } from "../plan/document.ts";
import type { Editing } from "../plan/editing.ts";
import type { Options } from "../plan/specs.ts";
import { plainText } from "../say/reason.ts";

/** A document that is being written, with what the engine finds wrong in it. What its controls don't know stays in it. */
export class Work implements Editing {
  problems: readonly ReasonView[] = [];
  facts: readonly AskableFact[] = [];
  stages: Options = [];
  document: Json;
  readonly #changed: () => void;
  readonly #open = new Set<string>();

  constructor(document: Json, changed: () => void) {
    this.document = document;
    this.#changed = changed;
  }

  value(place: Place): Json | undefined {
    return valueAt(this.document, place);
  }

  set(place: Place, value: Json | undefined): void {
    const around = place.slice(0, -1);
    const fields = this.value(around);
    // A group whose last field goes, goes too: an empty one says nothing.
    const emptied = value === undefined && typeof around.at(-1) === "string" && isObject(fields) && Object.keys(fields).every((key) => key === place.at(-1));
    if (emptied) return this.set(around, undefined);
    this.write(withValue(this.document, place, value));
  }

  write(document: Json): void {
    this.document = document;
    this.#changed();
  }

  faults(place: Place, reach: "here" | "within"): readonly string[] {
    const here = pathOf(place);
    return this.problems.filter(({ path }) => (reach === "here" ? path === here : isWithin(path, here))).map(plainText);
  }

  sentence(): undefined {
    return undefined;
  }

  isOpen(place: Place): boolean {
    return this.#open.has(pathOf(place));
  }

  open(place: Place, open: boolean): void {
    if (open) this.#open.add(pathOf(place));
    else this.#open.delete(pathOf(place));
    this.#changed();
  }
}
