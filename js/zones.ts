/** The moments at which a zone's clock changes: from this millisecond on, this many minutes ahead of UTC. */
export type Transitions = readonly (readonly [fromMs: number, offsetMinutes: number])[];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Shorter than any stretch between two changes of a clock known so far (a month of Ramadan time is the shortest). */
const STRIDE = 7 * DAY;
/** Transitions are computed for two years to either side of the half year that a moment lies in. */
const SPAN = 182 * DAY;
const MARGIN = 731 * DAY;

const cache = new Map<string, Transitions>();
const CACHED = 256;

/** The zone of the host, or UTC where it has none. */
export function hostZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** Whether the host knows a zone by this name. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** The transitions of a zone from some two years before a moment to two years after; nothing for an unknown zone. */
export function transitions(zone: string, at: number): Transitions | undefined {
  const span = Math.floor(at / SPAN);
  const name = `${span} ${zone}`;
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (!isZone(zone)) return undefined;
  if (cache.size >= CACHED) cache.clear();
  const computed = scan(zone, span * SPAN - MARGIN, (span + 1) * SPAN + MARGIN);
  cache.set(name, computed);
  return computed;
}

function scan(zone: string, from: number, to: number): Transitions {
  const offsetAt = offsets(zone);
  let offset = offsetAt(from);
  const found: [number, number][] = [[from, offset]];
  for (let at = from; at < to; at += STRIDE) {
    const next = offsetAt(at + STRIDE);
    if (next === offset) continue;
    found.push([boundary(offsetAt, at, at + STRIDE), next]);
    offset = next;
  }
  return found;
}

/** The first minute that has another offset than `low` has. Both ends lie on whole minutes. */
function boundary(offsetAt: (at: number) => number, low: number, high: number): number {
  const before = offsetAt(low);
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Minutes ahead of UTC at a moment, read from the name that `Intl` gives the offset: `GMT`, `GMT-03:30` … */
function offsets(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    if (hours === undefined || minutes === undefined) return 0;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}
