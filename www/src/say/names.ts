// How the page calls what the engine names. The maps are whole by their types: a new name in the engine fails to compile.
import type {
  Answer, Band, BuyingPoint, BuyingRole, Certainty, Channel, Consent, ContactOutcome, Followed, GuardName, HesitationKind, LeadOrder, LeftOverReason, LossReason,
  Objective, Pace, PipelineKind, RejectionReason, SignalKind, SourceMethod, Standing, TableKind, Topic, Weekday, Why,
} from "nextsale/slim";

/** Choices in the order in which they are offered. */
export function choices<Name extends string>(names: Readonly<Record<Name, string>>): readonly (readonly [Name, string])[] {
  return Object.entries(names) as [Name, string][];
}

export const channels: Readonly<Record<Channel, string>> = {
  phone: "Phone", email: "Email", inPerson: "In person", social: "Social message", postal: "Letter",
};

export const objectives: Readonly<Record<Objective, string>> = {
  findOutInterest: "Find out interest", analyseNeeds: "Analyse needs", getMeeting: "Get a meeting", demonstrate: "Demonstrate", propose: "Propose",
  resolveHesitation: "Resolve a hesitation", agree: "Agree", thank: "Thank", askForFeedback: "Ask for feedback",
  askForReferral: "Ask for a referral", resolveComplaint: "Resolve a complaint",
};

export const whys: Readonly<Record<Why, string>> = {
  theyAsked: "They asked", referred: "They were referred", signal: "They showed interest", pointOfContact: "The plan calls for it",
  promiseDue: "A promise is due", needForLater: "A need for later has come up", feedback: "Feedback",
};

export const outcomes: Readonly<Record<ContactOutcome, string>> = {
  reached: "Reached", partly: "Partly", notReached: "Not reached", noAnswer: "No answer",
};

export const outcomeHints: Readonly<Record<ContactOutcome, string>> = {
  reached: "We got what it was for", partly: "A part of it", notReached: "We spoke, without it", noAnswer: "Nobody was there",
};

export const bands: Readonly<Record<Band, string>> = { hot: "Hot", warm: "Warm", cool: "Cool", cold: "Cold" };

export const standings: Readonly<Record<Standing, string>> = {
  lead: "Lead", customer: "Customer", suspect: "Suspect", parked: "Parked", leftAlone: "Left alone",
};

export const pipelines: Readonly<Record<PipelineKind, string>> = { lead: "Leads", deal: "Deals", customer: "Customers" };

export const orders: Readonly<Record<LeadOrder, string>> = {
  approach: "Order of approach", score: "Score", name: "Name", lastContact: "Last contact", met: "Latest met",
};

export const topics: Readonly<Record<Topic, string>> = { need: "Need", authority: "Authority", budget: "Budget", timeline: "Timeline" };

export const answers: Readonly<Record<Answer, string>> = { unknown: "Not known", no: "No", partly: "Partly", yes: "Yes" };

export const certainties: Readonly<Record<Certainty, string>> = { confirmed: "They confirmed it", assumed: "We assume it" };

export const consents: Readonly<Record<Consent, string>> = { unknown: "Not asked", given: "Given", withdrawn: "Withdrawn" };

export const signals: Readonly<Record<SignalKind, string>> = {
  askedForInformation: "Asked for information", askedForQuote: "Asked for a quote", viewedPricing: "Looked at prices", demoOrTrial: "Demo or trial",
  replied: "Replied", cameToMeeting: "Came to a meeting", visited: "Visited us", readContent: "Read what we wrote", bought: "Bought",
  complained: "Complained", wentSilent: "Went silent", unsubscribed: "Unsubscribed",
};

export const sourceMethods: Readonly<Record<SourceMethod, string>> = {
  referral: "Referral", website: "Website", event: "Event", localNetworking: "Local networking", coldCall: "Cold call", advertising: "Advertising",
  influencer: "Influencer", affiliatePartner: "Affiliate partner", directSolicitation: "Direct solicitation", walkIn: "Walk-in",
  existingCustomer: "Existing customer", other: "Other",
};

export const buyingPoints: Readonly<Record<BuyingPoint, string>> = {
  unaware: "Does not know us", aware: "Aware of us", informing: "Gathering information", comparing: "Comparing", pricing: "Looking at prices",
  deciding: "Deciding",
};

export const roles: Readonly<Record<BuyingRole, string>> = {
  decisionMaker: "Decision maker", influencer: "Influencer", user: "User", champion: "Champion", blocker: "Blocker", gatekeeper: "Gatekeeper",
};

export const lossReasons: Readonly<Record<LossReason, string>> = {
  price: "Price", timing: "Timing", competitor: "A competitor", noDecision: "No decision", noNeed: "No need", noBudget: "No budget", trust: "Trust",
  fit: "Fit", other: "Something else", notRecorded: "Not recorded",
};

export const guards: Readonly<Record<GuardName, string>> = {
  consent: "Consent", doNotContact: "Do not contact", cap: "Often enough", gap: "Too soon", noAnswer: "Nobody answered", quietHours: "Quiet hours",
  window: "Not their time", fatigue: "Enough for now", complaint: "Complaint first",
};

export const leftOverReasons: Readonly<Record<LeftOverReason, string>> = {
  dayFull: "The day is full", noWorkingHours: "No working hours", noCommonTime: "No time in common", clash: "Clashes",
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  monday: "Monday", tuesday: "Tuesday", wednesday: "Wednesday", thursday: "Thursday", friday: "Friday", saturday: "Saturday", sunday: "Sunday",
};

export const tableKinds: Readonly<Record<TableKind, string>> = {
  leads: "Leads", contacts: "Contacts", accounts: "Accounts", opportunities: "Opportunities", products: "Products", members: "Team", cards: "Address book", calendar: "Calendar", experiment: "Experiment",
};

export const hesitationKinds: Readonly<Record<HesitationKind, string>> = {
  price: "Price", timing: "Timing", trust: "Trust", authority: "Who decides", fit: "Fit", risk: "Risk", competitor: "A competitor",
  statusQuo: "Leave things as they are", other: "Something else",
};

export const rejections: Readonly<Record<RejectionReason, string>> = {
  notNow: "Not now", alreadyDone: "Already done", wrongChannel: "Another channel", wrongPerson: "Another person", notUseful: "Of no use to them",
  other: "Something else",
};

export const followed: Readonly<Record<Followed, string>> = {
  moneyOffNext: "Money off a later purchase", sample: "Sample", freeTrial: "Free trial", training: "Training", otherService: "Another service",
};

export const paces: Readonly<Record<Pace, string>> = { early: "Early", onTrack: "On track", late: "Late", stale: "Stale", excused: "Excused" };
