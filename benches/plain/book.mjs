// What the facts say, as objects in maps. Facts are taken as they are: nothing is checked.
import { DAY, dayNumber, hoursOf } from "./time.mjs";

export class Book {
  constructor(plan) {
    this.plan = plan;
    this.parties = new Map();
    this.deals = new Map();
  }

  /** Takes in recordings `[{ at, facts }]` in the order of time. */
  static of(recordings, plan) {
    const book = new Book(plan);
    for (const { at, facts } of recordings) for (const fact of facts) book.apply(fact, at);
    book.sort();
    return book;
  }

  apply(fact, at) {
    const party = this.parties.get(fact.party);
    switch (fact.type) {
      case "partyMet":
        this.meet(fact, at);
        break;
      case "consentChanged":
        party.consent.set(fact.channel, fact.consent);
        break;
      case "doNotContactAsked":
        party.doNotContact = doNotContactOf(fact.scope);
        break;
      case "partyParked":
        party.parked = { reason: fact.reason, until: dayNumber(fact.until) };
        break;
      case "signalSeen":
        insert(party.signals, { kind: fact.signal, at: fact.at });
        break;
      case "answerLearned":
        party.answers.set(fact.topic, { answer: fact.answer, at, amount: fact.amount });
        break;
      case "contactPlanned":
        party.planned.set(fact.interaction, fact);
        break;
      case "contactLogged":
        insert(party.contacts, { ...fact, planned: party.planned.get(fact.interaction) });
        party.planned.delete(fact.interaction);
        break;
      case "dealOpened":
        this.openDeal(fact, at);
        break;
      case "dealClosed":
        this.closeDeal(fact, at);
        break;
      case "stageMoved":
        this.moveStage(fact, at);
        break;
      default:
        throw new Error(`no such fact: ${fact.type}`);
    }
  }

  meet(fact, at) {
    const organisation = this.parties.get(fact.affiliation?.organisation);
    const party = partyOf(fact, at, organisation);
    this.parties.set(party.id, party);
    organisation?.people.push(party);
  }

  openDeal(fact, at) {
    const openedAt = fact.openedAt ?? at;
    const party = this.parties.get(fact.party);
    // Later plans must not change where it began.
    const stage = { id: fact.stage ?? this.plan.startFor(businessOf(this.plan, party, at)), since: openedAt };
    const deal = { id: fact.deal, party, name: fact.name, worth: fact.worth, openedAt, stage, closed: undefined };
    this.deals.set(deal.id, deal);
    party?.deals.push(deal);
  }

  closeDeal(fact, at) {
    const deal = this.deals.get(fact.deal);
    deal.closed = { outcome: fact.outcome, at: fact.closedAt ?? at };
    if (fact.outcome.type !== "won") return;
    deal.worth = fact.outcome.worth ?? deal.worth;
    if (deal.party) deal.party.customerSince = Math.min(deal.party.customerSince ?? Infinity, deal.closed.at);
  }

  moveStage({ subject, to }, at) {
    const stage = { id: to, since: at };
    if (subject.type === "deal") this.deals.get(subject.deal).stage = stage;
    else {
      const party = this.parties.get(subject.party);
      party.stages.set(pipelineOf(party), stage);
    }
  }

  /** All stand in the order of their ids, so that those of equal rank are listed alike every time. */
  sort() {
    const sorted = (map) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.parties = sorted(this.parties);
    this.deals = sorted(this.deals);
    for (const { people } of this.parties.values()) people.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function partyOf(fact, at, organisation) {
  const { channel, zone, windows = [] } = fact.preferences ?? {};
  return {
    id: fact.party,
    kind: fact.kind,
    name: fact.name,
    organisation,
    role: fact.affiliation?.role,
    people: [],
    contactPoints: fact.contactPoints ?? [],
    source: fact.source,
    preferences: { channel, zone, windows: windows.map(({ weekdays = [], hours }) => ({ weekdays, ...hoursOf(hours) })) },
    metAt: fact.metAt ?? at,
    consent: new Map(),
    doNotContact: { type: "contactable" },
    parked: undefined,
    signals: [],
    answers: new Map(),
    contacts: [],
    planned: new Map(),
    stages: new Map(),
    deals: [],
    customerSince: undefined,
  };
}

const doNotContactOf = ({ type, date }) => ({ type, day: date === undefined ? undefined : dayNumber(date) });

/** Puts something behind all that is not later. */
function insert(list, item) {
  let index = list.length;
  while (index > 0 && list[index - 1].at > item.at) index -= 1;
  list.splice(index, 0, item);
}

export const pipelineOf = (party) => (party.customerSince === undefined ? "lead" : "customer");
export const openDeals = (party) => party.deals.filter((deal) => deal.closed === undefined);
export const lastContact = (party) => party.contacts.at(-1);
const isLeftAlone = (party) => party.doNotContact.type === "never";
export const contactPoint = (party, channel) => party.contactPoints.find((point) => point.channel === channel);
export const wholeDays = (from, to) => Math.floor(Math.max(0, to - from) / DAY);

export function noAnswersInARow(contacts) {
  let count = 0;
  while (contacts.at(-1 - count)?.outcome === "noAnswer") count += 1;
  return count;
}

export const wonDeals = (party) => party.deals.filter((deal) => deal.closed?.outcome.type === "won");

const spoken = new Set(["askedForInformation", "askedForQuote", "demoOrTrial", "replied", "cameToMeeting", "bought", "complained"]);

/** When they last said something to us, in a contact or on their own. */
export function lastHeard(party) {
  const contact = party.contacts.findLast(({ outcome, initiative }) => outcome !== "noAnswer" || initiative === "customer");
  const signal = party.signals.findLast(({ kind }) => spoken.has(kind));
  return contact && signal ? Math.max(contact.at, signal.at) : (contact ?? signal)?.at;
}

/** A customer lapses when neither a purchase nor a word came from them for as long as the plan says. */
export function businessOf(plan, party, at) {
  if (party.customerSince === undefined) return "new";
  const bought = wonDeals(party).map((deal) => deal.closed.at);
  const last = Math.max(...bought, lastHeard(party) ?? party.customerSince);
  return last + plan.lapsedAfterDays * DAY <= at ? "winningBack" : "existing";
}

/** How many contacts in a row brought neither a stage nor an answer, up to the last one. */
export function contactsWithoutMovement({ contacts, party, deal }) {
  const moved = [...party.answers.values()].map(({ at }) => at).concat([...party.stages.values()].map(({ since }) => since));
  if (deal !== undefined) moved.push(deal.stage.since, deal.openedAt);
  const since = Math.max(...moved);
  return contacts.filter((contact) => contact.at > since).length;
}

/** The part that a person plays in buying, the weightiest first; `undefined` where nobody knows it. */
const roles = ["decisionMaker", "champion", "influencer", "user", undefined, "gatekeeper", "blocker"];

/** Whom to contact: themselves, or of an organisation without contact points the weightiest person who can be. */
export function contactPerson(party) {
  if (party.kind === "person" || party.contactPoints.length > 0) return party;
  const reachable = party.people.filter((person) => person.contactPoints.length > 0 && !isLeftAlone(person));
  const weight = (person) => roles.indexOf(person.role);
  return reachable.reduce((best, person) => (best && weight(best) <= weight(person) ? best : person), undefined) ?? party;
}

/** The contacts with a party and with its people, by time. */
export function contactsWith(party) {
  if (party.people.length === 0) return party.contacts;
  return party.contacts.concat(...party.people.map((person) => person.contacts)).sort((a, b) => a.at - b.at);
}

export function standingOf(party, clock) {
  // What an organisation asks for covers its people.
  if (isLeftAlone(party) || (party.organisation && isLeftAlone(party.organisation))) return "leftAlone";
  if (party.parked !== undefined && clock.today < party.parked.until) return "parked";
  if (contactPerson(party).contactPoints.length === 0) return "suspect";
  return party.customerSince === undefined ? "lead" : "customer";
}
