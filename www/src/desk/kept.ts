/** Where the page keeps something: for this browser, or for this tab. */
type Where = "localStorage" | "sessionStorage";

/** What the page itself keeps beside the book: drafts, choices. Where there is no room or no storage, it goes without. */
export function kept(where: Where, key: string): string | null {
  try {
    return globalThis[where].getItem(key);
  } catch {
    return null;
  }
}

export function keep(where: Where, key: string, value: string): void {
  try {
    globalThis[where].setItem(key, value);
  } catch {
    // It lasts as long as the page; what matters, the book, says so when it is not saved.
  }
}

export function forget(where: Where, key: string): void {
  try {
    globalThis[where].removeItem(key);
  } catch {
    // Then it was never there.
  }
}
