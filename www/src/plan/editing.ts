import type { AskableFact } from "nextsale/slim";
import type { Json, Place } from "./document.ts";
import type { Options } from "./specs.ts";

/** What the controls of the editor work on. */
export interface Editing {
  /** What stands at a place. */
  value(place: Place): Json | undefined;
  /** Puts something at a place; undefined takes it out. */
  set(place: Place, value: Json | undefined): void;
  /** What is wrong at a place itself, or within it too. */
  faults(place: Place, reach: "here" | "within"): readonly string[];
  /** What a rule or a condition at a place says, in words. */
  sentence(place: Place): string | undefined;
  isOpen(place: Place): boolean;
  open(place: Place, open: boolean): void;
  /** What conditions can ask for. */
  readonly facts: readonly AskableFact[];
  /** All stages of the plan that is being written. */
  readonly stages: Options;
}

/** `daysSince.askedForQuote` → “days since asked for quote” */
export function spaced(name: string): string {
  return name.replaceAll(".", " ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
