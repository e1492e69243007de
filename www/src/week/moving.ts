import type { WeekContact } from "nextsale/slim";
import { dayOf } from "../say/when.ts";

/** A contact that somebody holds above the calendar: where it would go to is seen before it goes there. */
export interface Lifted {
  readonly contact: WeekContact;
  readonly at: number;
}

const MINUTE = 60 * 1000;
export const QUARTER = 15 * MINUTE;

/** The time that an arrow key goes to: a quarter of an hour up or down, a day to the left or right by the clock. */
export function movedBy(at: number, key: string): number | undefined {
  const time = new Date(at);
  switch (key) {
    case "ArrowUp":
      return Math.ceil(at / QUARTER) * QUARTER - QUARTER;
    case "ArrowDown":
      return Math.floor(at / QUARTER) * QUARTER + QUARTER;
    case "ArrowLeft":
      return time.setDate(time.getDate() - 1);
    case "ArrowRight":
      return time.setDate(time.getDate() + 1);
    default:
      return undefined;
  }
}

/** By how many weeks a moment lies after one in the week of another. */
export function weeksBetween(monday: string, at: number): number {
  const days = (Date.parse(`${dayOf(at)}T00:00Z`) - Date.parse(`${monday}T00:00Z`)) / (24 * 60 * MINUTE);
  return Math.floor(days / 7);
}
