import { tinykeys } from "tinykeys";
import { keep, kept } from "../desk/kept.ts";

/** What the keyboard can do, in the order in which the help shows it. No single key ends a pair: it would count as both. */
export const shortcuts = [
  { keys: "Ctrl+k", name: "Find people, screens and actions", act: "palette" },
  { keys: "c", name: "Log a contact", act: "log" },
  { keys: "n", name: "Plan a contact with whom you see", act: "next" },
  { keys: "r", name: "Get ready for whom you see", act: "prepare" },
  { keys: "m", name: "Move whom you see to another stage", act: "move" },
  { keys: "e", name: "Edit whom you see", act: "edit" },
  { keys: "a", name: "Add a lead", act: "add" },
  { keys: "/", name: "Search leads", act: "search" },
  { keys: "g t", name: "Go to Today", act: "today" },
  { keys: "g l", name: "Go to Leads", act: "leads" },
  { keys: "g o", name: "Go to the Board", act: "board" },
  { keys: "g w", name: "Go to the Week", act: "week" },
  { keys: "g h", name: "Go to History", act: "history" },
  { keys: "g i", name: "Go to Import", act: "import" },
  { keys: "g b", name: "Go to Backup", act: "backup" },
  { keys: "g p", name: "Go to the Sales plan", act: "plan" },
  { keys: "?", name: "This help", act: "help" },
  { keys: "Ctrl+z", name: "Undo the last change", act: "undo" },
  { keys: "Ctrl+Shift+z", name: "Do it again", act: "redo" },
] as const;

/** What can be done from everywhere; what has no keys of its own is there in the palette. */
export type Act = (typeof shortcuts)[number]["act"] | "park" | "log-other";

const choiceKey = "page/single-keys";

/** Keys without Ctrl can be turned off: whoever speaks to their computer would press them by speaking. */
export function singleKeysOn(): boolean {
  return kept("localStorage", choiceKey) !== "off";
}

export function turnSingleKeys(on: boolean): void {
  keep("localStorage", choiceKey, on ? "on" : "off");
}

/** Listens for shortcuts; gives back what stops it. */
export function listenForShortcuts(act: (act: Act) => void): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const shortcut of shortcuts) {
    const withControl = shortcut.keys.startsWith("Ctrl");
    const listen = (event: KeyboardEvent): void => {
      // In a field Ctrl+Z takes back what was typed, and a letter is a letter.
      if ((isTyping(event) && shortcut.act !== "palette") || (!withControl && (!singleKeysOn() || dialogIsOpen()))) return;
      event.preventDefault();
      act(shortcut.act);
    };
    for (const presses of pressesOf(shortcut.keys)) bindings[presses] = listen;
  }
  return tinykeys(window, bindings);
}

function pressesOf(keys: string): string[] {
  // Signs are typed with Shift on some keyboards and without on others.
  return keys === "?" || keys === "/" ? [keys, `Shift+${keys}`] : [keys.replace("Ctrl", "$mod")];
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function dialogIsOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
