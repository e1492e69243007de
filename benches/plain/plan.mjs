// The standard plan. Its numbers and words are read from the plan's file; the conditions of its rules are functions.
import { hoursOf } from "./time.mjs";
import { contactsWith, noAnswersInARow, wholeDays } from "./book.mjs";

/** When each rule fires. What nobody knows is `undefined`, and compares as false. */
const conditions = {
  "answer-quote": (s) => s.daysSince("askedForQuote") <= 21 && s.last?.objective !== "propose",
  "answer-question": (s) =>
    s.daysSince("askedForInformation") <= 14 && (!s.last || s.last.outcome === "noAnswer" || s.daysSinceContact() >= 14),
  "prices-viewed": (s) => s.daysSince("viewedPricing") <= 10 && (!s.last || s.daysSinceContact() >= 4),
  "warm-referral": (s) => s.party.source?.method === "referral" && s.contacts.length === 0,
  "hesitation-open": (s) => s.hesitations() >= 1 && s.last !== undefined && s.last.objective !== "resolveHesitation",
  "little-interest": (s) => noAnswersInARow(s.contacts) >= 3 && s.score.points <= 15,
  "keep-in-touch": (s) => s.daysSinceContact() >= 75,
};

export function planOf(document) {
  const { limits, day } = document;
  const { from, to } = hoursOf(limits.quietHours);
  const waking = from <= to ? [{ from: 0, to: from }, { from: to, to: 1440 }] : [{ from: to, to: from }];
  const pipelines = new Map(document.pipelines.map((pipeline) => [pipeline.covers, pipeline]));
  return {
    ...document,
    pipelines,
    stages: new Map([...pipelines].map(([kind, { stages }]) => [kind, new Map(stages.map((stage) => [stage.id, stage]))])),
    rules: document.rules.map((rule) => {
      if (conditions[rule.id] === undefined) throw new Error(`the plan has a rule unknown here: ${rule.id}`);
      return { ...rule, fires: conditions[rule.id] };
    }),
    waking: waking.filter((hours) => hours.from < hours.to),
    contactDays: new Set(limits.contactDays),
    working: new Map(Object.entries(day.hours).map(([weekday, hours]) => [weekday, hours.map(hoursOf)])),
    minutesOn: (channel) => day.minutes[channel] ?? day.otherMinutes,
  };
}

/** The stage of a party or a deal, and since when. */
export function positionIn(plan, pipeline, entered, begun) {
  const { start } = plan.pipelines.get(pipeline);
  const stages = plan.stages.get(pipeline);
  const stage = stages.get(entered?.id) ?? stages.get(start);
  return { pipeline, stage, since: entered?.since ?? begun };
}

/** Signals that were seen, and contacts in which they answered. */
export function signsOf(party) {
  const answered = party.contacts.filter(({ outcome }) => outcome === "reached" || outcome === "partly");
  return [...party.signals, ...answered.map(({ at, channel }) => ({ at, kind: channel === "inPerson" ? "cameToMeeting" : "replied" }))];
}

/** A party, perhaps with one of its deals, as rules see it. */
export class Situation {
  constructor({ clock }, party, score) {
    this.clock = clock;
    this.party = party;
    this.score = score;
    this.contacts = contactsWith(party);
    this.last = this.contacts.at(-1);
  }

  daysSince(kind) {
    let latest;
    for (const sign of signsOf(this.party)) if (sign.kind === kind && !(sign.at <= latest)) latest = sign.at;
    return latest === undefined ? undefined : wholeDays(latest, this.clock.at);
  }

  daysSinceContact() {
    return this.last === undefined ? undefined : wholeDays(this.last.at, this.clock.at);
  }

  hesitations() {
    return this.contacts.reduce((sum, contact) => sum + (contact.hesitations?.length ?? 0), 0);
  }
}
