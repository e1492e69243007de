// The plan for today: appointments where they were agreed, then what is worth most an hour, channel by channel.
import { guard } from "./guards.mjs";
import { ownSteps, stepsOfDeal } from "./steps.mjs";
import { MINUTE, weekdayOf } from "./time.mjs";

const byWorth = (a, b) => b.worthPerHour - a.worthPerHour;
const LISTED = 100;

export function dayOf(sales) {
  const { clock } = sales;
  const table = new Timetable(sales, workingOn(sales, clock.today));
  const { appointments, flexible, heldBack } = candidates(sales);
  const leftOver = [];
  for (const step of appointments) if (!table.placeAppointment(step)) leftOver.push({ step, reason: "clash" });
  const { chosen, rest } = choose(flexible, table);
  const waiting = byChannel(chosen).filter((step) => !table.place(step));
  for (const step of [...waiting, ...rest].sort(byWorth)) {
    if (table.longestGap() < step.minutes) leftOver.push({ step, reason: table.working.length === 0 ? "noWorkingHours" : "dayFull" });
    else if (!table.place(step)) leftOver.push({ step, reason: "noCommonTime" });
  }
  const minutes = (spans) => spans.reduce((sum, { from, to }) => sum + Math.floor((to - from) / MINUTE), 0);
  return {
    items: table.placed.sort((a, b) => a.from - b.from || a.to - b.to),
    leftOver: leftOver.slice(0, LISTED).map((left) => ({ ...left, wouldFit: wouldFit(sales, left.step) })),
    leftOverCount: leftOver.length,
    heldBack: heldBack.sort(byWorth).slice(0, LISTED),
    heldBackCount: heldBack.length,
    workingMinutes: minutes(table.working),
    plannedMinutes: minutes(table.placed),
  };
}

/** Our working hours of a day as moments, none of them before the next full minute. */
function workingOn({ clock, plan }, day) {
  const now = Math.ceil(clock.at / MINUTE) * MINUTE;
  const spans = [];
  for (const hours of plan.working.get(weekdayOf(day)) ?? []) {
    const from = Math.max(now, clock.moment(clock.zone, day, hours.from));
    const to = clock.moment(clock.zone, day, hours.to);
    if (from < to) spans.push({ from, to });
  }
  return spans;
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
        if (clock.localDay(clock.zone, step.at) === clock.today) appointments.push(step);
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

/** Takes steps, best first, as long as the free minutes suffice. */
function choose(steps, table) {
  let free = table.gaps.reduce((sum, { from, to }) => sum + Math.floor((to - from) / MINUTE), 0);
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
  constructor(sales, working) {
    this.sales = sales;
    this.working = working;
    this.placed = [];
    this.findGaps();
  }

  put(span) {
    this.placed.push(span);
    this.findGaps();
  }

  /** Working time that nothing is placed in, and the channels before and after it. */
  findGaps() {
    const taken = [...this.placed].sort((a, b) => a.from - b.from || a.to - b.to);
    this.gaps = [];
    const add = (gap) => gap.from < gap.to && this.gaps.push(gap);
    for (const hours of this.working) {
      let { from } = hours;
      let before;
      for (const span of taken) {
        if (span.from >= hours.to || span.to <= hours.from) continue;
        const here = { channel: span.step.action.channel };
        add({ from, to: span.from, before, after: here });
        from = Math.max(from, span.to);
        before = here;
      }
      add({ from, to: hours.to, before });
    }
  }

  longestGap() {
    return this.gaps.reduce((longest, { from, to }) => Math.max(longest, Math.floor((to - from) / MINUTE)), 0);
  }

  placeAppointment(step) {
    const span = { from: step.at, to: step.at + step.minutes * MINUTE, step };
    if (this.placed.some((placed) => placed.from < span.to && span.from < placed.to)) return false;
    this.put(span);
    return true;
  }

  /** Puts a step at the first free time that its guards allow. */
  place(step) {
    for (const gap of this.gaps) {
      const from = fit(this.sales, step, gap);
      if (from === undefined) continue;
      this.put({ from, to: from + step.minutes * MINUTE, step: { ...step, at: from } });
      return true;
    }
    return false;
  }
}

/** The first time within a gap for a step, with minutes to switch between channels left free. */
function fit(sales, step, { from, to, before, after }) {
  const switching = sales.plan.day.switchMinutes * MINUTE;
  const { type, channel, interaction: planned } = step.action;
  const leadIn = before !== undefined && before.channel !== channel ? switching : 0;
  const leadOut = after !== undefined && after.channel !== channel ? switching : 0;
  const latest = to - leadOut - step.minutes * MINUTE;
  const first = Math.max(from + leadIn, step.at ?? Infinity);
  if (first > latest) return undefined;
  const { party, minutes } = step;
  const allowed = type === "contact" ? guard(sales, { party, channel, minutes, planned }, first).at : first;
  return allowed <= latest ? allowed : undefined;
}

/** The first working time after today at which a step that was left over would do, within three weeks. */
function wouldFit(sales, step) {
  for (let day = sales.clock.today + 1; day <= sales.clock.today + 21; day += 1) {
    for (const hours of workingOn(sales, day)) {
      const from = fit(sales, step, hours);
      if (from !== undefined) return from;
    }
  }
  return undefined;
}
