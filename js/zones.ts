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

/** The form of a name that the engine takes for one. `Intl` takes others too, such as `+01:00`. */
const NAME = /^[\w/+-]{1,60}$/;
/** Where calendars name zones, lines unfolded. */
const NAMED = /\bTZID[=:](?:"([^"\r\n]*)"|([^":;,\r\n]*))/gi;
/** So many zones of files are looked up: more than there are, few enough to be asked for at once. */
const MOST_NAMED = 1000;

/**
 * The zones that calendars among files name and the host knows. Some programs put their own name before that of the
 * zone: `/program/Europe/Berlin`.
 */
export function zonesNamed(files: Uint8Array): string[] {
  // Names are ASCII in every encoding that files come in; in UTF-16 there are zeros between.
  const text = new TextDecoder("latin1").decode(files).replaceAll("\0", "").replace(/\r?\n[ \t]/g, "");
  const named = new Set<string>();
  for (const [, quoted, plain] of text.matchAll(NAMED)) {
    named.add(quoted ?? plain ?? "");
    if (named.size >= MOST_NAMED) break;
  }
  return [...named].flatMap((name) => {
    const ends = name.split("/").map((_, at, parts) => parts.slice(at).join("/"));
    return ends.find((end) => NAME.test(end) && isZone(end)) ?? [];
  });
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
