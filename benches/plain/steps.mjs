// Next steps: what is planned, what rules propose, what the stage prescribes; nobody open is without one.
import { contactPerson, contactPoint, lastHeard, openDeals, pipelineOf, standingOf, wholeDays } from "./book.mjs";
import { guard, isAskedFor } from "./guards.mjs";
import { positionIn, Situation } from "./plan.mjs";
import { scoreOf } from "./score.mjs";
import { DAY } from "./time.mjs";

const allChannels = ["email", "phone", "postal", "social", "inPerson"];

/** After so many contacts in a row that moved nothing another way is due. */
const STUCK = 2;

const dealsOfOrganisation = (party) => (party.organisation === undefined ? [] : openDeals(party.organisation));

/** Is there a way that each guard would allow at some time, and only never all at the same? */
const lacksCommonTime = ({ at, held }) =>
  at === undefined && held.some(({ channel }) => held.every((each) => each.channel !== channel || each.until !== undefined));

/** The steps of a party and of the open deals that it has to do with, best first. */
export function stepsOf(sales, party, score = scoreOf(sales, party)) {
  const steps = ownSteps(sales, party, score);
  if (standingOf(party, sales.clock) === "leftAlone") return steps;
  const person = contactPerson(party);
  if (person !== party && !steps.some((step) => step.at !== undefined)) {
    steps.push(...ownSteps(sales, person));
    for (const deal of openDeals(person)) steps.push(...stepsOfDeal(sales, deal));
  }
  for (const deal of openDeals(party)) steps.push(...stepsOfDeal(sales, deal, score));
  for (const deal of dealsOfOrganisation(party)) steps.push(...stepsOfDeal(sales, deal));
  return steps.sort(byRank);
}

export function positionOf({ plan }, party) {
  const pipeline = pipelineOf(party);
  const begun = pipeline === "customer" ? party.customerSince : party.metAt;
  return positionIn(plan, pipeline, party.stages.get(pipeline), begun);
}

/** What a sale is worth. Amounts in another currency than the plan's are not guessed at. */
export function worthOf({ plan }, party, deal) {
  const amounts = [deal?.worth, party.answers.get("budget")?.amount];
  const known = amounts.find((amount) => amount !== undefined && amount.currency === plan.currency && amount.minor > 0);
  return known?.minor ?? plan.typicalWorth;
}

function perHour(worth, chancePercent, liftPercent, minutes) {
  return Math.floor((worth * chancePercent * liftPercent * 60) / (minutes * 10_000));
}

/** Planned contacts come first, in the order of their times; then what an hour is worth decides. */
function byRank(a, b) {
  const isPlanned = (step) => step.action.interaction !== undefined;
  if (isPlanned(a) && isPlanned(b)) return a.due - b.due;
  if (isPlanned(a) !== isPlanned(b)) return isPlanned(a) ? -1 : 1;
  const canBeDone = (step) => (step.at === undefined ? 0 : 1);
  return canBeDone(b) - canBeDone(a) || b.worthPerHour - a.worthPerHour;
}

/** The steps of a party as a lead or a customer. */
export function ownSteps(sales, party, score = scoreOf(sales, party)) {
  const isOpen = (id) => id !== undefined && sales.book.deals.get(id)?.closed === undefined;
  const planned = [...party.planned.values()].filter(({ deal }) => !isOpen(deal));
  const maker = new Maker(sales, party, score, positionOf(sales, party));
  const standing = standingOf(party, sales.clock);
  // A lead with an open deal is pursued by that deal, and an organisation by those through whom it is reached.
  const isPursued = openDeals(party).length > 0 || dealsOfOrganisation(party).length > 0 || contactPerson(party) !== party;
  if (standing === "lead" && isPursued) return planned.map((contact) => maker.planned(contact));
  return maker.steps(standing, planned).sort(byRank);
}

export function stepsOfDeal(sales, deal, score = scoreOf(sales, deal.party)) {
  const { party } = deal;
  const contacts = [party, ...party.people].flatMap((each) => [...each.planned.values()]);
  const planned = contacts.filter((contact) => contact.deal === deal.id);
  const maker = new Maker(sales, party, score, positionIn(sales.plan, "deal", deal.stage, deal.openedAt), deal);
  return maker.steps(standingOf(party, sales.clock), planned).sort(byRank);
}

/** Makes steps about a party or one of its deals. */
class Maker {
  constructor(sales, party, score, position, deal) {
    Object.assign(this, { ...sales, sales, party, position, deal, person: contactPerson(party) });
    this.situation = new Situation(sales, party, score, position, deal);
    this.worth = worthOf(sales, party, deal);
    this.chance = Math.min(95, Math.max(1, Math.floor((position.stage.chancePercent * (score.points + 50)) / 100)));
  }

  steps(standing, planned) {
    switch (standing) {
      case "leftAlone":
        return [];
      case "suspect":
        return [this.plain({ type: "getContactDetails" }, "PEOPLE-1")];
      case "parked": {
        const at = Math.max(this.clock.at, this.clock.startOf(this.clock.zone, this.party.parked.until));
        return [this.plain(this.lookAgain(), "SIGNAL-3", at)];
      }
      default:
        return this.proposals(planned);
    }
  }

  lookAgain() {
    return { type: "lookAgain", reason: this.party.parked.reason };
  }

  proposals(planned) {
    const steps = planned.map((contact) => this.planned(contact));
    if (this.party.parked !== undefined) steps.push(this.plain(this.lookAgain(), "SIGNAL-3"));
    const canBeDone = () => steps.some((step) => step.at !== undefined);
    // What somebody planned is the next step; proposals would only compete with it.
    if (canBeDone()) return steps;
    const kind = this.position.pipeline;
    for (const rule of this.plan.rules) if (rule.covers.includes(kind) && rule.fires(this.situation)) this.rule(rule, steps);
    this.pointOfContact(steps);
    const inRhythm = this.rhythm();
    if (inRhythm !== undefined && inRhythm.due <= this.clock.at) steps.push(inRhythm);
    if (steps.length === 0) steps.push(inRhythm ?? this.stageDone());
    else if (!canBeDone()) {
      const action = steps.some(lacksCommonTime) ? { type: "decide" } : { type: "getContactDetails" };
      steps.push(this.plain(action, "GUARD-2"));
    }
    return steps;
  }

  rule({ id, liftPercent, propose }, steps) {
    const { at: now, today } = this.clock;
    if (propose.type === "park") {
      steps.push(this.plain({ type: "park", reason: propose.reason, until: today + propose.days }, id));
      return;
    }
    if (propose.type === "move") {
      const { pipeline, stage } = this.position;
      const to = this.plan.stages.get(pipeline).get(propose.to);
      if (to !== undefined && to !== stage) steps.push(this.plain({ type: "move", to: to.id }, id));
      return;
    }
    const anchors = { now, lastContact: this.situation.last?.at, stageEntered: this.position.since };
    const due = Math.max(now, (anchors[propose.anchor] ?? now) + propose.afterDays * DAY);
    const step = this.contact(propose, due, id);
    if (step === undefined) return;
    step.worthPerHour = perHour(this.worth, this.chance, liftPercent, step.minutes);
    steps.push(step);
  }

  /** The first point of contact of the stage that no contact with its objective since it was entered has used up. */
  pointOfContact(steps) {
    const { stage, since } = this.position;
    const isOurs = ({ deal }) => this.deal === undefined || deal === undefined || deal === this.deal.id;
    const open = [...stage.pointsOfContact];
    for (const contact of this.situation.contacts) {
      const used = open.findIndex(({ objective }) => objective === contact.objective);
      if (contact.at >= since && isOurs(contact) && used >= 0) open.splice(used, 1);
    }
    const [point] = open;
    if (point === undefined) return;
    const due = Math.max(this.clock.at, since + point.afterDays * DAY);
    const step = this.contact({ why: "pointOfContact", ...point }, due, point.id);
    if (step !== undefined) steps.push(step);
  }

  /** The next contact in the rhythm of those to whom they belong. Deals have their own timeline. */
  rhythm() {
    if (this.deal !== undefined) return undefined;
    const segment = this.plan.rhythm.find(({ fires }) => fires(this.situation));
    if (segment === undefined) return undefined;
    const { idealDays, longestDays } = segment;
    const heard = [this.party, ...this.party.people].map(lastHeard).filter((at) => at !== undefined);
    const from = heard.length > 0 ? Math.max(...heard) : (this.party.customerSince ?? this.party.metAt);
    const due = Math.max(this.clock.at, from + idealDays * DAY);
    const step = this.contact({ why: "pointOfContact", ...segment }, due, segment.id);
    if (step === undefined) return undefined;
    const days = wholeDays(from, this.clock.at);
    const lift = days >= longestDays ? 400 : 100 + Math.floor((Math.max(0, days - idealDays) * 200) / (longestDays - idealDays));
    return { ...step, worthPerHour: perHour(this.worth, this.chance, lift, step.minutes) };
  }

  planned(contact) {
    const { channel, minutes, interaction } = contact;
    const party = this.book.parties.get(contact.party);
    const due = Math.max(contact.at, this.clock.at);
    const idea = { party, channel, minutes, planned: interaction, isAskedFor: contact.why === "theyAsked" };
    let { at, held } = guard(this.sales, idea, due);
    if (contact.commitment === "appointment") {
      // They agreed on this very time: only their consent and their wish to be left alone still count.
      held = held.filter(({ guard: name }) => name === "consent" || name === "doNotContact");
      at = held.some(({ until }) => until === undefined) ? undefined : Math.max(due, ...held.map(({ until }) => until));
    }
    const { objective, why, benefit, desiredResult, commitment } = contact;
    const point = contactPoint(party, channel);
    const action = { type: "contact", interaction, channel, contactPoint: point, objective, why, benefit, desiredResult, commitment };
    return { ...this.step(action, minutes, due, "CONTACT-1"), party, at, held };
  }

  /** A contact on the channel that guards allow first; of those allowed at once, the most wished for. */
  contact(wish, due, because) {
    const { person: party } = this;
    const isAsked = isAskedFor(party, wish.why);
    const channels = this.channels(wish.channels);
    let held = [];
    let best;
    for (const channel of channels) {
      const idea = { party, channel, minutes: this.plan.minutesOn(channel), isAskedFor: isAsked };
      const verdict = guard(this.sales, idea, due);
      held.push(...verdict.held);
      if (verdict.at !== undefined && (best === undefined || verdict.at < best.at)) best = { channel, at: verdict.at };
      if (best?.at === due) break;
    }
    const channel = best?.channel ?? channels[0];
    if (channel === undefined) return undefined;
    if (best !== undefined) held = held.filter((each) => each.channel === channel);
    const { objective, why, desiredResult } = wish;
    const benefit = this.benefit(wish.benefits);
    const point = contactPoint(party, channel);
    const action = { type: "contact", channel, contactPoint: point, objective, why, benefit, desiredResult, commitment: "intended" };
    return { ...this.step(action, this.plan.minutesOn(channel), due, because), party, at: best?.at, held };
  }

  /**
   * The channel that they prefer, those wished for in their order, the rest; as far as they can be reached there. When
   * contacts moved nothing, the channel of the last one comes last.
   */
  channels(wished) {
    const { channel: preferred } = this.person.preferences;
    const ordered = new Set([...(preferred === undefined ? [] : [preferred]), ...wished, ...allChannels]);
    const channels = [...ordered].filter((channel) => contactPoint(this.person, channel) !== undefined);
    if (this.situation.contactsWithoutMovement() < STUCK) return channels;
    const isLast = (channel) => channel === this.situation.last.channel;
    return [...channels.filter((channel) => !isLast(channel)), ...channels.filter(isLast)];
  }

  /** A benefit that differs from the last contact's, or the first one if none does. */
  benefit(benefits) {
    const folded = (text) => text?.toLowerCase().split(/\s+/).join(" ");
    const last = folded(this.person.contacts.findLast((contact) => contact.benefit !== undefined)?.benefit);
    return benefits.find((benefit) => folded(benefit) !== last) ?? benefits[0];
  }

  stageDone() {
    const { pipeline, stage } = this.position;
    const next = stage.next.map((id) => this.plan.stages.get(pipeline).get(id).name);
    return this.plain({ type: "decide", stage: stage.name, next }, "NEXT-1");
  }

  /** A step that is no contact only prepares, and counts for less. */
  plain(action, because, at = this.clock.at) {
    const { otherMinutes, otherPercent } = this.plan.day;
    const step = this.step(action, otherMinutes, at, because);
    return { ...step, worthPerHour: perHour(this.worth, this.chance, otherPercent, otherMinutes) };
  }

  step(action, minutes, due, because) {
    return {
      about: this.deal?.id ?? this.party.id,
      party: this.party,
      action,
      at: due,
      due,
      minutes,
      worth: this.worth,
      chancePercent: this.chance,
      worthPerHour: perHour(this.worth, this.chance, 100, minutes),
      because,
      held: [],
    };
  }
}
