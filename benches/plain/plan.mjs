// The standard plan. Its numbers and words are read from the plan's file; the conditions of its rules are functions.
import { hoursOf } from "./time.mjs";
import { businessOf, contactsWith, contactsWithoutMovement, noAnswersInARow, wholeDays, wonDeals } from "./book.mjs";

/** When each rule fires. What nobody knows is `undefined`, and compares as false. */
const conditions = {
  "answer-quote": (s) => s.daysUnanswered("askedForQuote", ({ objective }) => objective === "propose" || objective === "agree") <= 21,
  "answer-question": (s) => s.daysUnanswered("askedForInformation", () => true) <= 14,
  "prices-viewed": (s) => s.daysSince("viewedPricing") <= 10 && (!s.last || s.daysSinceContact() >= 4),
  "warm-referral": (s) => s.party.source?.method === "referral" && s.contacts.length === 0,
  "hesitation-open": (s) => s.hesitations() >= 1 && s.last !== undefined && s.last.objective !== "resolveHesitation",
  "little-interest": (s) => noAnswersInARow(s.contacts) >= 3 && s.score.points <= 15,
  "nothing-moves": (s) => s.contactsWithoutMovement() >= 4 && s.score.points <= 35,
  lapsed: (s) => businessOf(s.plan, s.party, s.clock.at) === "winningBack" && s.position.stage.id !== "lapsed",
};

/** Who belongs to which rhythm. */
const segments = {
  "good-customers": (s) => s.position.pipeline === "customer" && wonDeals(s.party).length >= 2,
  customers: (s) => s.position.pipeline === "customer",
};

/** Which deals a pipeline takes; one without an entry takes all. */
const takes = {
  "repeat-business": (business) => business === "existing",
  "winning-back-deals": (business) => business === "winningBack",
};

export function planOf(document) {
  const { limits, day } = document;
  const { from, to } = hoursOf(limits.quietHours);
  const waking = from <= to ? [{ from: 0, to: from }, { from: to, to: 1440 }] : [{ from: to, to: from }];
  const kinds = ["lead", "deal", "customer"].map((kind) => [kind, document.pipelines.filter(({ covers }) => covers === kind)]);
  const known = (what, functions) => (thing) => {
    if (functions[thing.id] === undefined) throw new Error(`the plan has a ${what} unknown here: ${thing.id}`);
    return { ...thing, fires: functions[thing.id] };
  };
  return {
    ...document,
    // Where somebody begins of whom no pipeline is told.
    starts: new Map(kinds.map(([kind, pipelines]) => [kind, pipelines.find((pipeline) => !pipeline.takes).start])),
    stages: new Map(kinds.map(([kind, pipelines]) => [kind, new Map(pipelines.flatMap(({ stages }) => stages.map((stage) => [stage.id, stage])))])),
    startFor: (business) => document.pipelines.find(({ id, covers }) => covers === "deal" && (takes[id]?.(business) ?? true)).start,
    rules: document.rules.map(known("rule", conditions)),
    rhythm: document.rhythm.map(known("rhythm", segments)),
    waking: waking.filter((hours) => hours.from < hours.to),
    contactDays: new Set(limits.contactDays),
    working: new Map(Object.entries(day.hours).map(([weekday, hours]) => [weekday, hours.map(hoursOf)])),
    minutesOn: (channel) => day.minutes[channel] ?? day.otherMinutes,
  };
}

/** The stage of a party or a deal, and since when. */
export function positionIn(plan, pipeline, entered, begun) {
  const stages = plan.stages.get(pipeline);
  const stage = stages.get(entered?.id) ?? stages.get(plan.starts.get(pipeline));
  return { pipeline, stage, since: entered?.since ?? begun };
}

/** Signals that were seen, and contacts in which they answered. */
export function signsOf(party) {
  const answered = party.contacts.filter(({ outcome }) => outcome === "reached" || outcome === "partly");
  return [...party.signals, ...answered.map(({ at, channel }) => ({ at, kind: channel === "inPerson" ? "cameToMeeting" : "replied" }))];
}

/** A party, perhaps with one of its deals, as rules see it. */
export class Situation {
  constructor({ clock, plan }, party, score, position, deal) {
    Object.assign(this, { clock, plan, party, score, position, deal });
    this.contacts = contactsWith(party);
    this.last = this.contacts.at(-1);
  }

  daysSince(kind) {
    let latest;
    for (const sign of signsOf(this.party)) if (sign.kind === kind && !(sign.at <= latest)) latest = sign.at;
    return latest === undefined ? undefined : wholeDays(latest, this.clock.at);
  }

  /** Since they last asked for something, unless a contact since has answered it. */
  daysUnanswered(kind, answers) {
    const asked = this.party.signals.findLast((signal) => signal.kind === kind)?.at;
    const isAnswered = this.contacts.some((contact) => contact.at > asked && contact.outcome !== "noAnswer" && answers(contact));
    return asked === undefined || isAnswered ? undefined : wholeDays(asked, this.clock.at);
  }

  daysSinceContact() {
    return this.last === undefined ? undefined : wholeDays(this.last.at, this.clock.at);
  }

  /** Nothing in the book answers one. */
  hesitations() {
    return this.contacts.reduce((sum, contact) => sum + (contact.hesitations?.length ?? 0), 0);
  }

  contactsWithoutMovement() {
    return contactsWithoutMovement(this);
  }
}
