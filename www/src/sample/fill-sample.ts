import type { Engine, Fact, PartyId, SignalKind } from "nextsale/slim";
import { DAY } from "../say/when.ts";
import { people } from "./people.ts";
import { plannedContacts } from "./planned.ts";

/** Something that happened so many days ago. */
interface Happened {
  readonly daysAgo: number;
  readonly facts: readonly Fact[];
}

/** Fills a book with a few weeks of an invented seller's work: always the same, seen from today. */
export function fillSample(engine: Engine, now = Date.now()): void {
  const story = [...meetings(now), ...interest(now), ...answers(), ...contacts(now), ...deals(now), ...moves(), ...wishes(), ...offers(), ...plans(now)];
  // In the order in which it happened: the journal's time never runs backwards.
  for (const { daysAgo, facts } of story.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    engine.recordAll(facts, { now: now - daysAgo * DAY });
  }
}

function meetings(now: number): Happened[] {
  return people.flatMap(({ name, organisation, title, method, metDaysAgo: daysAgo, zone }, index) => {
    const given = name.split(" ")[0]?.toLowerCase().normalize("NFD").replace(/[^a-z]/g, "") ?? "someone";
    const facts: readonly Fact[] = [
      { type: "partyMet", party: company(index), kind: "organisation", name: organisation, metAt: now - daysAgo * DAY },
      {
        type: "partyMet",
        party: person(index),
        kind: "person",
        name,
        affiliation: { organisation: company(index), title, ...(index % 3 === 0 && { role: "decisionMaker" as const }) },
        // One of them nobody knows how to reach yet.
        ...(index !== 8 && {
          contactPoints: [
            { channel: "phone" as const, value: `+44 20 7946 0${String(100 + index * 7).padStart(3, "0")}` },
            ...(index % 4 === 1 ? [] : [{ channel: "email" as const, value: `${given}@example.com`, label: "work" }]),
          ],
        }),
        source: { method, ...(method === "referral" && index > 0 && { referrer: person(0) }), ...(method === "event" && { campaign: "Spring fair" }) },
        ...(zone && { preferences: { zone } }),
        metAt: now - daysAgo * DAY,
      },
    ];
    // One by one, as somebody would have recorded them.
    return facts.map((fact) => ({ daysAgo, facts: [fact] }));
  });
}

function interest(now: number): Happened[] {
  const seen: readonly (readonly [index: number, signal: SignalKind, daysAgo: number, detail?: string])[] = [
    [0, "visited", 20], [0, "readContent", 12, "Guide for clinics"], [0, "askedForQuote", 1.2],
    [2, "askedForInformation", 2, "Delivery times"], [5, "viewedPricing", 3], [5, "visited", 3.1],
    [6, "readContent", 9], [7, "demoOrTrial", 6], [9, "askedForInformation", 1.5], [11, "replied", 2.2],
    [12, "viewedPricing", 0.8, "Monthly plan"], [12, "visited", 0.9], [3, "wentSilent", 4],
  ];
  return seen.map(([index, signal, daysAgo, detail]) => ({
    daysAgo,
    facts: [{ type: "signalSeen", party: person(index), signal, at: now - daysAgo * DAY, ...(detail && { detail }) }],
  }));
}

function answers(): Happened[] {
  const learn = (index: number, daysAgo: number, fact: Omit<Extract<Fact, { type: "answerLearned" }>, "type" | "party">): Happened => ({
    daysAgo,
    facts: [{ type: "answerLearned", party: person(index), ...fact }],
  });
  return [
    learn(0, 11, { topic: "need", answer: "yes", certainty: "confirmed", evidence: "Two hours a day are lost on rescheduling" }),
    learn(0, 10.9, { topic: "authority", answer: "yes", certainty: "confirmed" }),
    learn(2, 8, { topic: "need", answer: "partly", certainty: "assumed" }),
    learn(5, 5, { topic: "budget", answer: "partly", certainty: "confirmed", amount: { minor: 450000, currency: "EUR" } }),
    learn(7, 5.5, { topic: "need", answer: "yes", certainty: "confirmed", evidence: "Breakage in shipping" }),
    learn(11, 2.1, { topic: "timeline", answer: "yes", certainty: "confirmed", evidence: "Before the spring season" }),
  ];
}

function contacts(now: number): Happened[] {
  const log = (index: number, daysAgo: number, fact: Omit<Extract<Fact, { type: "contactLogged" }>, "type" | "party" | "interaction" | "at" | "initiative">): Happened => ({
    daysAgo,
    facts: [{ type: "contactLogged", interaction: `i_sample${index}x${Math.round(daysAgo * 10)}`, party: person(index), at: now - daysAgo * DAY, initiative: "seller", ...fact }],
  });
  return [
    log(0, 11, {
      channel: "phone", objective: "analyseNeeds", outcome: "reached", benefit: "Gets their situation put in order",
      notes: "Runs three sites; the front desk reschedules by phone.", needs: ["We lose two hours a day on rescheduling"],
      listeningSeconds: 840, talkingSeconds: 360, agreements: ["Send an example from another clinic"],
    }),
    log(2, 8, { channel: "phone", objective: "findOutInterest", outcome: "partly", hesitations: ["Worried about the price"], listeningSeconds: 300, talkingSeconds: 280 }),
    log(3, 9, { channel: "phone", objective: "findOutInterest", outcome: "noAnswer" }),
    log(3, 5, { channel: "phone", objective: "findOutInterest", outcome: "noAnswer" }),
    log(5, 5, { channel: "email", objective: "analyseNeeds", outcome: "reached", notes: "Wants to start small, with one route." }),
    log(10, 30, { channel: "inPerson", objective: "demonstrate", outcome: "reached", listeningSeconds: 1500, talkingSeconds: 700 }),
    log(11, 2.1, { channel: "phone", objective: "analyseNeeds", outcome: "reached", notes: "Very open; likes to talk in the morning.", listeningSeconds: 900, talkingSeconds: 300 }),
  ];
}

function deals(now: number): Happened[] {
  const euros = (amount: number) => ({ minor: amount * 100, currency: "EUR" });
  return [
    { daysAgo: 30, facts: [{ type: "productListed", product: "pr_desk", name: "Front desk plan", price: euros(1900) }] },
    { daysAgo: 10, facts: [{ type: "dealOpened", deal: "d_clinics", party: person(0), name: "Three clinics", worth: euros(5700), products: ["pr_desk"] }] },
    { daysAgo: 29, facts: [{ type: "dealOpened", deal: "d_motors", party: person(10), name: "Workshop planner", worth: euros(2400), openedAt: now - 29 * DAY }] },
    { daysAgo: 14, facts: [{ type: "dealClosed", deal: "d_motors", outcome: { type: "won", worth: euros(2200) } }] },
  ];
}

function moves(): Happened[] {
  const move = (index: number, to: string, daysAgo: number): Happened => ({
    daysAgo,
    facts: [{ type: "stageMoved", subject: { type: "party", party: person(index) }, to }],
  });
  return [
    move(0, "interested", 10.8), move(0, "qualified", 10.5), move(2, "interested", 1.9), move(5, "interested", 4.9), move(7, "interested", 5.2),
    move(9, "interested", 1.4), move(11, "interested", 2),
    { daysAgo: 9.5, facts: [{ type: "stageMoved", subject: { type: "deal", deal: "d_clinics" }, to: "proposing" }] },
  ];
}

/** Promotions of each kind, a quote that was accepted with two of them, and chance deciding who else gets one. */
function offers(): Happened[] {
  const euros = (amount: number) => ({ minor: amount * 100, currency: "EUR" });
  const give = (promotion: string, daysAgo: number, terms: Extract<Fact, { type: "promotionListed" }>["terms"]): Happened => ({
    daysAgo, facts: [{ type: "promotionListed", promotion, terms }],
  });
  const offered = [1, 2, 3, 5, 7, 9, 11, 12].map((index, at): Happened => ({
    daysAgo: 0.7, facts: [{ type: "promotionOffered", promotion: "po_trial", party: person(index), group: at % 2 === 0 ? "withheld" : "offered", assigned: "atRandom" }],
  }));
  return [
    give("po_fair", 27, {
      name: "Spring fair", words: "Ten percent for everybody who met us at the fair", gives: { type: "percentOff", basisPoints: 1000, target: "whole" }, codes: ["FAIR10"],
      limits: { uses: 50, usesPerCustomer: 1, budget: [euros(5000)] },
    }),
    give("po_sites", 26, { name: "Third site free", words: "Plans for three sites at the price of two", gives: { type: "buyGet", buy: { quantity: 2 }, get: { quantity: 1 } }, limits: { uses: 20 } }),
    give("po_trial", 25, { name: "First month on us", gives: { type: "freeTrial", days: 30, name: "Front desk plan", product: "pr_desk", cost: [euros(20)] }, when: { fact: "business", is: "new" } }),
    {
      daysAgo: 14.1,
      facts: [{
        type: "quoteAccepted", quote: "q_motors", party: person(10), deal: "d_motors",
        reservation: {
          currency: "EUR",
          lines: [{ line: "planner", name: "Workshop planner", quantity: 1, unitPrice: 220_000, total: 198_000 }, { line: "setup", name: "Setting up", quantity: 1, unitPrice: 24_444, total: 22_000 }],
          uses: [{ promotion: "po_fair", code: "FAIR10", amount: 24_444, shares: [{ line: "planner", amount: 22_000 }, { line: "setup", amount: 2_444 }] }],
          total: 220_000,
        },
      }],
    },
    ...offered,
    { daysAgo: 6, facts: [lastSpring()] },
  ];
}

/** An experiment of last spring, as its sums: each sale was worth 1,900 or 2,400. */
function lastSpring(): Fact {
  const arm = (name: string, customers: number, small: number, large: number, cameBack: number) => ({
    name, customers,
    tallies: [
      { sum: small + large }, { sum: cameBack },
      { sum: small * 190_000 + large * 240_000, squares: small * 190_000 ** 2 + large * 240_000 ** 2 },
    ],
  });
  return {
    type: "experimentRecorded", experiment: "e_spring", name: "Free month, last spring", promotion: "po_trial",
    results: {
      assigned: "atRandom", control: "No free month",
      outcomes: [{ name: "converted", kind: "converted" }, { name: "cameBack", kind: "cameBack" }, { name: "worth", kind: "worth", currency: "EUR", decimals: 2 }],
      arms: [arm("No free month", 612, 52, 9, 31), arm("Free month", 598, 78, 21, 58)],
    },
  };
}

/** What lies ahead was planned one by one, not long ago. */
function plans(now: number): Happened[] {
  return plannedContacts(now).map((fact, index) => ({ daysAgo: 0.6 - index / 100, facts: [fact] }));
}

function wishes(): Happened[] {
  return [
    { daysAgo: 3, facts: [{ type: "noteTaken", party: person(5), text: "Just back from parental leave; asked to keep calls short." }] },
    { daysAgo: 4, facts: [{ type: "consentChanged", party: person(6), channel: "phone", consent: "withdrawn" }] },
    { daysAgo: 2.5, facts: [{ type: "doNotContactAsked", party: person(4), scope: { type: "never" } }] },
  ];
}

function person(index: number): PartyId {
  return `p_sample${index}`;
}

function company(index: number): PartyId {
  return `p_company${index}`;
}
