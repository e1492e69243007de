/** A key of the store and the text there. */
export type Pair = readonly [key: string, text: string];

/** How many keys are set apart at most; with more than these, it is not the keys that are at fault. */
const MOST = 16;

/**
 * Sets apart the pairs that a load does not survive, so that one poisoned value can't take a whole book with it. Costs
 * nothing where all is well, and a load per halving where it is not. Nothing when even that does not help.
 */
export function withoutPoison(
  pairs: readonly Pair[],
  survives: (pairs: readonly Pair[]) => boolean,
): { sound: readonly Pair[]; poisoned: readonly string[] } | undefined {
  const poisoned: string[] = [];
  let sound = pairs;
  while (!survives(sound)) {
    if (poisoned.length === MOST || !survives([])) return undefined;
    // The load survives the first `low` pairs and not the first `high`: the last of these is the culprit.
    let low = 0;
    let high = sound.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (survives(sound.slice(0, middle))) low = middle;
      else high = middle;
    }
    poisoned.push(...sound.slice(low, high).map(([key]) => key));
    sound = [...sound.slice(0, low), ...sound.slice(high)];
  }
  return { sound, poisoned };
}
