// Local time, by the moments at which the clocks of zones change. Days are counted from 1 January 1970.
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The day's number of a date like `2026-11-24`. */
export const dayNumber = (date) => Date.parse(date) / DAY;
export const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
export const weekdayOf = (day) => weekdays[(((day + 4) % 7) + 7) % 7];

/** The minute of the day of a time like `09:30`. */
export function minuteOf(time) {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Nobody plans to the second. */
export const nextMinute = (at) => Math.ceil(at / MINUTE) * MINUTE;

export const hoursOf = ({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) });

/** Now, and local time in the zones that the book knows. */
export class Clock {
  constructor({ at, zone, zones }) {
    this.at = at;
    this.zone = zone;
    this.zones = new Map(Object.entries(zones));
    this.today = this.localDay(zone, at);
  }

  /** The zone itself, or the seller's where it is not known. */
  zoneOr(zone) {
    return zone !== undefined && this.zones.has(zone) ? zone : this.zone;
  }

  offset(zone, at) {
    const changes = this.zones.get(zone);
    if (changes === undefined) return 0;
    for (let index = changes.length - 1; index >= 0; index -= 1) {
      if (changes[index][0] <= at) return changes[index][1] * MINUTE;
    }
    return changes[0][1] * MINUTE;
  }

  localDay(zone, at) {
    return Math.floor((at + this.offset(zone, at)) / DAY);
  }

  /** The first moment at which the zone's clocks show this minute of this day, or the one at which they skip it. */
  moment(zone, day, minute) {
    const asUtc = day * DAY + minute * MINUTE;
    const before = this.offset(zone, asUtc - DAY);
    const after = this.offset(zone, asUtc + DAY);
    if (before === after) return asUtc - before;
    const early = asUtc - Math.max(before, after);
    const late = asUtc - Math.min(before, after);
    if (this.offset(zone, early) === Math.max(before, after)) return early;
    if (this.offset(zone, late) === Math.min(before, after)) return late;
    return this.zones.get(zone).find(([from]) => early < from && from <= late)[0];
  }

  startOf(zone, day) {
    return this.moment(zone, day, 0);
  }
}
