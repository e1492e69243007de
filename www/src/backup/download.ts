import type { Desk } from "../desk/desk.ts";
import { dayOf } from "../say/when.ts";

/** Hands a text to the user as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn at the latest.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** The whole book as a file. */
export function downloadBackup(desk: Desk): void {
  const name = desk.bookName === "sample" ? "nextsale-sample" : "nextsale";
  download(`${name}-${dayOf(Date.now())}.json`, desk.engine.backup(), "application/json");
}
