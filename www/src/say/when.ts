// Moments and days, written as the user's locale writes them.

/** Milliseconds of a day of 24 hours. */
export const DAY = 24 * 60 * 60 * 1000;

const locale = undefined;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, known);
  return known;
}

/** `23 Nov 2026, 09:30` */
export function sayMoment(at: number): string {
  return format("moment", { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** `09:30` */
export function sayTime(at: number): string {
  return format("time", { timeStyle: "short" }).format(at);
}

/** `23 Nov 2026` */
export function sayDate(at: number): string {
  return format("date", { dateStyle: "medium" }).format(at);
}

/** A time on a clock, `09:30`, as the locale writes it. */
export function sayClock(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return format("clock", { timeStyle: "short", timeZone: "UTC" }).format(Date.UTC(2000, 0, 1, hours, minutes));
}

/** A day of the calendar, `2026-11-23`, as `23 Nov 2026`. */
export function sayDay(day: string): string {
  return format("day", { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(`${day}T00:00Z`));
}

/** A day of the calendar as `Mon, 23 Nov`. */
export function sayShortDay(day: string): string {
  return format("short", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(Date.parse(`${day}T00:00Z`));
}

/** A day of the calendar as `Monday, 23 November`. */
export function sayLongDay(day: string): string {
  return format("long", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(Date.parse(`${day}T00:00Z`));
}

/** `today`, `yesterday`, `in 3 days`: by the days of the calendar, not by hours. */
export function sayAgo(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(days) < 14) return words.format(days, "day");
  if (Math.abs(days) < 60) return words.format(Math.round(days / 7), "week");
  return Math.abs(days) < 700 ? words.format(Math.round(days / 30.4), "month") : words.format(Math.round(days / 365), "year");
}

/** When something can be done: what could be done before can be done now. */
export function sayDue(at: number, now = Date.now()): string {
  return at <= now ? "now" : sayNear(at, now);
}

/** `today 14:00`, `tomorrow 09:00`, `27 Nov 2026, 09:00`. */
export function sayNear(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  return Math.abs(days) <= 1 ? `${sayAgo(at, now)} ${sayTime(at)}` : sayMoment(at);
}

/** For the `datetime` of a `<time>`. */
export function machineTime(at: number): string {
  return new Date(at).toISOString();
}

/** The day of a moment on our clock, `2026-11-23`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear().toString().padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day of the calendar so many days from now. */
export function dayAhead(days: number): string {
  return dayOf(Date.now() + days * DAY);
}

/** The time of a moment on our clock, `09:30`. */
export function clockOf(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment as a field for date and time holds it, `2026-11-23T09:30`. */
export function fieldTime(at: number): string {
  return `${dayOf(at)}T${clockOf(at)}`;
}

/** The moment that a field for date and time holds; undefined if there is none such, as when the clocks go forward. */
export function readFieldTime(text: string): number | undefined {
  const at = new Date(text).getTime();
  return Number.isNaN(at) || fieldTime(at) !== text.slice(0, 16) ? undefined : at;
}

function startOfDay(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
