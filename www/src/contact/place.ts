/** The field that a path of a fact belongs to, when that fact was recorded together with others. */
export function withoutIndex(path: string): string {
  return path.replace(/^(facts)?\[\d+\]\.?/, "");
}
