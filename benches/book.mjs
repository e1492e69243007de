// A generated book: the same in every run, and spread like one that several people have kept for a year.
import { random } from "./random.mjs";
import { family, given, note, trades } from "./words.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Tuesday, 24 November 2026, 7:40 in Berlin: before work begins. */
export const now = Date.UTC(2026, 10, 24, 6, 40);
export const zone = "Europe/Berlin";
export const otherZones = ["Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Sydney"];

/** When facts were recorded: each at the first of these moments after it came about. */
const recorded = [160, 60, 14, 2].map((days) => now - days * DAY).concat(now - HOUR);

const sources = [[18, "website"], [14, "referral"], [12, "coldCall"], [12, "event"], [10, "advertising"], [8, "directSolicitation"],
  [7, "localNetworking"], [6, "existingCustomer"], [5, "walkIn"], [3, "influencer"], [3, "affiliatePartner"], [2, "other"]];
const channels = [[85, "email"], [65, "phone"], [20, "social"], [10, "postal"], [4, "inPerson"]];
const objectives = [[40, "findOutInterest"], [25, "analyseNeeds"], [10, "getMeeting"], [8, "demonstrate"], [8, "propose"],
  [4, "resolveHesitation"], [2, "agree"], [2, "askForFeedback"], [1, "askForReferral"]];
const outcomes = [[38, "noAnswer"], [27, "reached"], [20, "partly"], [15, "notReached"]];
const signals = [[35, "visited"], [20, "readContent"], [9, "viewedPricing"], [8, "askedForInformation"], [4, "askedForQuote"],
  [5, "demoOrTrial"], [7, "replied"], [2, "complained"], [6, "wentSilent"], [4, "unsubscribed"]];
const roles = ["decisionMaker", "champion", "influencer", "user", "gatekeeper", "blocker"];
const benefits = ["Learns what others in their trade changed this year", "Gets a checklist for their own case",
  "Hears within five minutes whether we can help", "Gets their open question answered", "Sees an example close to their work",
  "Gets one useful idea for their work, whether or not they buy"];
const windows = [{ weekdays: ["tuesday", "thursday"], hours: { from: "14:00", to: "17:00" } },
  { weekdays: [], hours: { from: "08:00", to: "10:30" } }, { weekdays: ["friday"], hours: { from: "09:00", to: "12:00" } }];

/** Everything recorded about so many parties: `[{ at, facts }]`, in the order of time. */
export function book({ parties = 10_000, contacts = 5, seed = 20_261_124 } = {}) {
  const draw = random(seed);
  const recordings = recorded.map((at) => ({ at, facts: [] }));
  const known = [];
  const appointments = [];
  for (let number = 0; number < parties; number += 1) {
    for (const { at, fact } of story(draw, number, { contacts, known, appointments })) {
      recordings.find((recording) => recording.at >= at).facts.push(fact);
    }
  }
  return recordings;
}

/** So many leads with so many contacts, as an import of another system would bring them: nothing else about them. */
export function leads({ parties = 10_000, contacts = 5, seed = 20_261_124 } = {}) {
  const kinds = new Set(["partyMet", "contactLogged"]);
  const facts = book({ parties, contacts, seed }).flatMap((recording) => recording.facts);
  return facts.filter((fact) => kinds.has(fact.type)).map(({ deal, ...fact }) => fact);
}

/** Contacts that are logged afterwards, one after the other, each with another party: `[{ at, fact }]`. */
export function news({ parties = 10_000, many = 10 } = {}) {
  return Array.from({ length: many }, (_, index) => {
    const at = now + (index + 1) * 1500;
    const party = `p_${String((index * 7919 + 4211) % parties).padStart(5, "0")}`;
    const how = { channel: "phone", objective: "analyseNeeds", initiative: "seller", outcome: index % 3 === 0 ? "noAnswer" : "reached" };
    return { at, fact: { type: "contactLogged", interaction: `i_news_${index}`, party, at, ...how } };
  });
}

/** All that happened with one party, in the order of time. */
function story(draw, number, { contacts, known, appointments }) {
  const { chance, pick, whole, weighted, ago } = draw;
  const party = `p_${String(number).padStart(5, "0")}`;
  const metAt = now - 3 * DAY - whole(0, 397 * 24) * HOUR;
  const happened = [];
  const happens = (at, fact) => happened.push({ at: Math.max(at, metAt), fact });
  const since = (half) => Math.max(metAt, now - HOUR - ago(half, now - HOUR - metAt));

  const met = meet(draw, { party, number, metAt, known });
  happens(metAt, met);
  known.push({ party, kind: met.kind, isRestricted: false, recordedAt: recorded.find((at) => at >= metAt) });
  const reachable = met.contactPoints.map((point) => point.channel);

  const limits = restrictions(draw, party, reachable);
  known.at(-1).isRestricted = limits.length > 0;
  // What an organisation asks for covers its people.
  const isRestricted = limits.length > 0 || known[Number(met.affiliation?.organisation.slice(2))]?.isRestricted;
  for (const fact of limits) happens(since(60 * DAY), fact);
  if (chance(3)) happens(...park(draw, party, metAt));
  for (let count = whole(0, 4); count > 0; count -= 1) {
    const at = since(20 * DAY);
    happens(at, { type: "signalSeen", party, signal: weighted(signals), at });
  }
  for (const topic of ["budget", "authority", "need", "timeline"]) if (chance(32)) happens(since(70 * DAY), learn(draw, party, topic));
  const deals = pursue(draw, party, number, since);
  for (const { at, fact } of deals) happens(at, fact);
  const deal = deals.find(({ fact }) => fact.type === "dealOpened");

  const times = Array.from({ length: contacts }, () => since(25 * DAY)).sort((a, b) => a - b);
  times.forEach((at, index) => {
    const fact = contact(draw, { party, interaction: `i_${String(number).padStart(5, "0")}_${index}`, at, reachable });
    if (deal !== undefined && at > deal.at && chance(50)) fact.deal = deal.fact.deal;
    happens(at, fact);
  });
  const moved = ["interested", "qualified"].slice(0, weighted([[30, 0], [48, 1], [22, 2]]));
  // What the old system said stands, whatever the plan asks for today.
  const overridden = { reason: "Taken over as it stood in the system before" };
  const won = deals.some(({ fact }) => fact.outcome?.type === "won");
  const subject = { type: "party", party };
  const movedAt = now - weighted([[25, 40], [45, 10], [30, 1]]) * DAY;
  if (!won) for (const to of moved) happens(movedAt, { type: "stageMoved", subject, to, overridden });
  if (won && chance(40)) happens(now - 2 * HOUR, { type: "stageMoved", subject, to: "partner", overridden });
  if (chance(4) && !isRestricted) happens(now - HOUR, plan(draw, party, number, { reachable, appointments }));
  // Sorting keeps the order of what came about at the same moment.
  return happened.sort((a, b) => a.at - b.at);
}

function meet({ chance, pick, whole, weighted }, { party, number, metAt, known }) {
  const isOrganisation = chance(10);
  const name = isOrganisation ? `${pick(family)} ${pick(trades)} ${pick(["GmbH", "AG", "KG", "Ltd", "Srl"])}` : `${pick(given)} ${pick(family)}`;
  const handle = name.toLowerCase().normalize("NFD").replace(/[^a-z ]/g, "").replaceAll(" ", ".");
  const addresses = {
    email: () => `${handle}${number}@${pick(["mail", "post", "office", "web"])}.example`,
    phone: () => `+49 ${whole(30, 89)}${whole(1, 9)} ${whole(100_000, 9_999_999)}`,
    social: () => `@${handle}${whole(1, 999)}`,
    postal: () => `${pick(family)}straße ${whole(1, 140)}, ${whole(10_000, 99_999)} ${pick(["Berlin", "Köln", "Leipzig", "Mainz"])}`,
    inPerson: () => `Stand ${whole(1, 40)}`,
  };
  const reachable = channels.filter(([percent]) => chance(percent)).map(([, channel]) => channel);
  const earlier = (wanted) => {
    const other = known.length === 0 ? undefined : pick(known);
    return other !== undefined && other.recordedAt <= recorded.find((at) => at >= metAt) && wanted(other) ? other.party : undefined;
  };
  const fact = { type: "partyMet", party, kind: isOrganisation ? "organisation" : "person", name, metAt };
  fact.contactPoints = reachable.map((channel) => ({ channel, value: addresses[channel]() }));
  if (chance(95)) fact.source = { method: weighted(sources) };
  const referrer = fact.source?.method === "referral" ? earlier(() => true) : undefined;
  if (referrer !== undefined) fact.source.referrer = referrer;
  const organisation = isOrganisation ? undefined : earlier((other) => other.kind === "organisation");
  if (organisation !== undefined) fact.affiliation = { organisation };
  if (organisation !== undefined && chance(50)) fact.affiliation.role = pick(roles);
  const preferences = {};
  if (chance(12)) preferences.channel = weighted(channels);
  if (chance(10)) preferences.zone = pick(otherZones);
  if (chance(7)) preferences.windows = [pick(windows)];
  if (Object.keys(preferences).length > 0) fact.preferences = preferences;
  return fact;
}

const day = (days) => new Date(now + days * DAY).toISOString().slice(0, 10);

/** What they allow and forbid. */
function restrictions({ chance, whole }, party, reachable) {
  const facts = [];
  for (const channel of reachable) {
    if (chance(7)) facts.push({ type: "consentChanged", party, channel, consent: "withdrawn" });
    else if (chance(20)) facts.push({ type: "consentChanged", party, channel, consent: "given" });
  }
  if (chance(2)) facts.push({ type: "doNotContactAsked", party, scope: { type: "never" } });
  else if (chance(3)) facts.push({ type: "doNotContactAsked", party, scope: { type: "notBefore", date: day(whole(-20, 40)) } });
  return facts;
}

/** Some were parked until a day that has come by now. Nobody is parked until a day that has passed already. */
function park({ pick, whole }, party, metAt) {
  const parkedAt = now - 40 * DAY;
  const until = day(whole(metAt <= parkedAt ? -10 : 1, 90));
  return [parkedAt, { type: "partyParked", party, reason: pick(["No need this year", "Bought elsewhere"]), until }];
}

function learn({ chance, whole, weighted }, party, topic) {
  const answer = weighted([[30, "yes"], [35, "partly"], [25, "no"], [10, "unknown"]]);
  const fact = { type: "answerLearned", party, topic, answer, certainty: chance(50) ? "confirmed" : "assumed" };
  if (topic === "budget" && answer !== "no" && chance(60)) fact.amount = amount({ chance, whole });
  return fact;
}

/** Some amounts are in another currency than the plan's, and so can't be compared with it. */
function amount({ chance, whole }) {
  return { minor: whole(5, 3000) * 10_000, currency: chance(5) ? "USD" : "EUR" };
}

function pursue({ chance, pick, whole, weighted }, party, number, since) {
  if (!chance(14)) return [];
  const openedAt = since(90 * DAY);
  const deal = `d_${String(number).padStart(5, "0")}`;
  const opened = { type: "dealOpened", deal, party, name: `${pick(trades)} ${whole(2026, 2027)}`, openedAt };
  if (chance(80)) opened.worth = amount({ chance, whole });
  if (chance(50)) opened.stage = pick(["exploring", "proposing", "agreeing"]);
  const story = [{ at: openedAt, fact: opened }];
  const end = weighted([[55, undefined], [28, { type: "won" }], [17, { type: "lost", reason: "price" }]]);
  const closedAt = Math.max(openedAt, now - HOUR - whole(1, 100) * DAY);
  if (end !== undefined) story.push({ at: closedAt, fact: { type: "dealClosed", deal, outcome: end, closedAt } });
  if (end?.type === "won" && chance(40)) story.push(...again(chance, { party, deal: `${deal}_2`, at: closedAt + DAY }));
  return story;
}

/** Who bought comes back; the plan says where such a deal begins. */
function again(chance, { party, deal, at }) {
  const openedAt = Math.min(at, now - HOUR);
  const opened = { type: "dealOpened", deal, party, name: "The next part", openedAt };
  const closed = { type: "dealClosed", deal, outcome: { type: "won" }, closedAt: openedAt };
  return chance(40) ? [{ at: openedAt, fact: opened }] : [{ at: openedAt, fact: opened }, { at: openedAt, fact: closed }];
}

function contact(draw, { party, interaction, at, reachable }) {
  const { chance, pick, whole, weighted } = draw;
  const channel = reachable.length > 0 ? pick(reachable) : "inPerson";
  const fact = { type: "contactLogged", interaction, party, at, channel, objective: weighted(objectives) };
  fact.initiative = chance(85) ? "seller" : "customer";
  fact.outcome = fact.initiative === "customer" ? "reached" : weighted(outcomes);
  if (fact.initiative === "seller" && chance(70)) fact.benefit = pick(benefits);
  if (fact.outcome === "noAnswer") return fact;
  if (chance(45)) fact.notes = note(draw);
  if (channel === "phone" && chance(60)) Object.assign(fact, { listeningSeconds: whole(30, 900), talkingSeconds: whole(30, 900) });
  if (chance(9)) fact.hesitations = [note(draw)];
  return fact;
}

function plan({ chance, pick, whole }, party, number, { reachable, appointments }) {
  // Times lie on quarters of an hour of working days to come, this one among them.
  const at = Date.UTC(2026, 10, 24 + (chance(30) ? 0 : whole(0, 3)), whole(8, 15), 15 * whole(0, 3));
  // Nobody agrees on a time at which they have an appointment already, or all day long.
  const isAgreed = chance(35) && appointments.every((other) => Math.abs(other - at) >= 90 * MINUTE);
  if (isAgreed) appointments.push(at);
  return {
    type: "contactPlanned",
    interaction: `i_${String(number).padStart(5, "0")}_p`,
    party,
    at,
    minutes: pick([10, 20, 30, 45]),
    channel: reachable.length > 0 ? pick(reachable) : "inPerson",
    objective: pick(["analyseNeeds", "demonstrate", "propose"]),
    why: "promiseDue",
    benefit: "Gets what was promised them in the last talk",
    commitment: isAgreed ? "appointment" : "intended",
  };
}
