// The plan for today: appointments where they were agreed, then what is worth most an hour, channel by channel.
import { firstAllowed, isAskedFor } from "./guards.mjs";
import { ownSteps, stepsOfDeal } from "./steps.mjs";
import { MINUTE, nextMinute, weekdayOf } from "./time.mjs";

const byWorth = (a, b) => b.worthPerHour - a.worthPerHour;
const LISTED = 25;
/** Nobody plans further. */
const WORKING_DAYS_AHEAD = 260;

export function dayOf(sales) {
  const { clock } = sales;
  const agreed = appointmentsOf(sales);
  const table = new Timetable(sales, clock.today, agreed);
  const { appointments, flexible, heldBack } = candidates(sales);
  const leftOver = [];
  for (const step of appointments) if (!table.placeAppointment(step)) leftOver.push({ step, reason: "clash" });
  const { chosen, rest } = choose(flexible, table);
  const waiting = byChannel(chosen).filter((step) => !table.place(step));
  for (const step of [...waiting, ...rest].sort(byWorth)) {
    if (table.longestGap() < step.minutes) leftOver.push({ step, reason: table.working.length === 0 ? "noWorkingHours" : "dayFull" });
    else if (!table.place(step)) leftOver.push({ step, reason: "noCommonTime" });
  }
  leftOver.sort((a, b) => byWorth(a.step, b.step));
  return {
    items: table.placed.sort((a, b) => a.from - b.from || a.to - b.to),
    leftOver: leftOver.slice(0, LISTED).map((left) => ({ ...left, wouldFit: wouldFit(sales, left.step, agreed) })),
    leftOverCount: leftOver.length,
    heldBack: heldBack.sort(byWorth).slice(0, LISTED),
    heldBackCount: heldBack.length,
    workingMinutes: minutesOf(table.working),
    plannedMinutes: minutesOf(table.placed),
  };
}

const minutesOf = (spans) => spans.reduce((sum, { from, to }) => sum + Math.floor((to - from) / MINUTE), 0);

/** Our working hours of a day as moments, none of them before the next full minute. */
function workingOn({ clock, plan }, day) {
  const now = nextMinute(clock.at);
  const spans = [];
  for (const hours of plan.working.get(weekdayOf(day)) ?? []) {
    const from = Math.max(now, clock.moment(clock.zone, day, hours.from));
    const to = clock.moment(clock.zone, day, hours.to);
    if (from < to) spans.push({ from, to });
  }
  return spans;
}

/** All appointments that are not over, by time: they take place whatever comes. */
function appointmentsOf({ book, clock }) {
  const planned = [...book.parties.values()].flatMap((party) => [...party.planned.values()]);
  return planned
    .filter(({ commitment }) => commitment === "appointment")
    .map(({ at, minutes, channel }) => ({ from: at, to: at + minutes * MINUTE, channel }))
    .filter(({ to }) => clock.at < to)
    .sort((a, b) => a.from - b.from);
}

/** Steps that come into question today; no more than one flexible step for a party. */
function candidates(sales) {
  const { clock, book } = sales;
  const ends = clock.startOf(clock.zone, clock.today + 1);
  const [appointments, heldBack, best] = [[], [], new Map()];
  const sortIn = (steps) => {
    let flexible;
    for (const step of steps) {
      if (step.due >= ends) continue;
      if (step.at === undefined) heldBack.push(step);
      else if (step.action.commitment === "appointment") {
        const span = agreedSpan(step);
        if (clock.localDay(clock.zone, span.from) === clock.today && clock.at < span.ends) appointments.push(step);
      } else if (step.at >= ends) heldBack.push(step);
      else flexible ??= step;
    }
    if (flexible === undefined) return;
    const rival = best.get(flexible.party);
    if (rival === undefined || rival.worthPerHour < flexible.worthPerHour) best.set(flexible.party, flexible);
  };
  for (const party of book.parties.values()) sortIn(ownSteps(sales, party));
  for (const deal of book.deals.values()) if (deal.closed === undefined) sortIn(stepsOfDeal(sales, deal));
  const flexible = [...best.values()].sort((a, b) => byWorth(a, b) || (a.party.id < b.party.id ? -1 : 1));
  return { appointments, flexible, heldBack };
}

/** When an appointment is: one that is going on began before now. */
function agreedSpan({ party, action, at, due, minutes }) {
  const planned = party.planned.get(action.interaction);
  const from = at === due ? planned.at : at;
  return { from, to: from + minutes * MINUTE, ends: planned.at + minutes * MINUTE };
}

/** Takes steps, best first, as long as the free minutes suffice. */
function choose(steps, table) {
  let free = minutesOf(table.gaps());
  const chosen = [];
  const rest = [];
  for (const step of steps) {
    if (step.minutes <= free) {
      free -= step.minutes;
      chosen.push(step);
    } else rest.push(step);
  }
  return { chosen, rest };
}

/** Like work together: the channel of the best step first, and on each channel the best first. */
function byChannel(steps) {
  const batches = new Map();
  for (const step of steps) {
    const { channel } = step.action;
    if (!batches.has(channel)) batches.set(channel, []);
    batches.get(channel).push(step);
  }
  return [...batches.values()].flat();
}

/** A day being filled. */
class Timetable {
  constructor(sales, day, agreed) {
    this.sales = sales;
    this.working = workingOn(sales, day);
    this.placed = [];
    // What stands there, guards and wishes aside.
    const end = this.working.at(-1)?.to ?? 0;
    this.fixed = agreed.filter(({ from, to }) => from < end + MARGIN && to > (this.working[0]?.from ?? 0) - MARGIN);
  }

  gaps() {
    const without = (gaps, { from, to }) =>
      gaps.flatMap((gap) => (to <= gap.from || gap.to <= from ? [gap] : [{ from: gap.from, to: from }, { from: to, to: gap.to }].filter((part) => part.from < part.to)));
    return this.fixed.reduce(without, this.working);
  }

  longestGap() {
    return this.gaps().reduce((longest, gap) => Math.max(longest, minutesOf([gap])), 0);
  }

  placeAppointment(step) {
    const { from, to } = agreedSpan(step);
    if (this.placed.some((placed) => placed.from < to && from < placed.to)) return false;
    this.placed.push({ from, to, step });
    return true;
  }

  /** Puts a step at the first free time that its guards allow. */
  place(step) {
    const from = this.fit(step);
    if (from === undefined) return false;
    const span = { from, to: from + step.minutes * MINUTE };
    this.placed.push({ ...span, step: { ...step, at: from } });
    this.fixed.push({ ...span, channel: step.action.channel });
    return true;
  }

  /** The first time for a step, with minutes to switch between channels left free. */
  fit(step) {
    const { type, channel, interaction: planned, why } = step.action;
    const { party, minutes } = step;
    const length = minutes * MINUTE;
    const fits = ({ from, last }) => from <= last;
    let begins = this.working.map(({ from, to }) => ({ from: nextMinute(Math.max(from, step.at)), last: to - length })).filter(fits);
    for (const other of this.fixed) {
      const apart = other.channel === channel ? 0 : this.sales.plan.day.switchMinutes * MINUTE;
      const before = other.from - apart - length;
      const after = nextMinute(other.to + apart);
      begins = begins.flatMap(({ from, last }) => [{ from, last: Math.min(last, before) }, { from: Math.max(from, after), last }].filter(fits));
    }
    if (type !== "contact") return begins[0]?.from;
    const idea = { party, channel, minutes, planned, isAskedFor: planned === undefined ? isAskedFor(party, why) : why === "theyAsked" };
    for (const { from, last } of begins) {
      const allowed = firstAllowed(this.sales, idea, from);
      if (allowed <= last) return allowed;
    }
    return undefined;
  }
}

/** Nothing that begins so much later or ends so much earlier matters to a day. */
const MARGIN = 60 * MINUTE;

/** The first working time after today at which a step that was left over would do. */
function wouldFit(sales, step, agreed) {
  let ahead = 0;
  for (let day = sales.clock.today + 1; ahead < WORKING_DAYS_AHEAD; day += 1) {
    if (!sales.plan.working.has(weekdayOf(day))) continue;
    ahead += 1;
    const from = new Timetable(sales, day, agreed).fit(step);
    if (from !== undefined) return from;
  }
  return undefined;
}
