// Generated from the Rust sources by `npm run build`. Do not edit.

/**
 * An accepted quote.
 */
export type AcceptedQuoteView = { 
/**
 * Its id.
 */
quote: QuoteId, 
/**
 * Who accepted it.
 */
party: PartyId | null, 
/**
 * The deal that it was made for.
 */
deal: DealId | null, 
/**
 * When.
 */
acceptedAt: Timestamp, 
/**
 * Does it still stand?
 */
standing: SaleStanding, 
/**
 * What was accepted, word for word.
 */
reservation: Reservation, 
/**
 * What the customer pays for what did not come back.
 */
paid: Money, 
/**
 * How many units of each line can still come back.
 */
returnable: Array<ReturnableView>, 
/**
 * The money off later purchases that it brought.
 */
credits: Array<CreditView>, };

/**
 * Quotes that were accepted, latest first (PROMO-5).
 */
export type AcceptedQuotesQuery = { 
/**
 * Only those of this party.
 */
party?: PartyId, 
/**
 * Only those of this deal.
 */
deal?: DealId, };

/**
 * What to do in a step.
 */
export type ActionView = { "type": "contact", 
/**
 * The planned contact, if somebody planned it already.
 */
interaction: InteractionId | null, 
/**
 * How.
 */
channel: Channel, 
/**
 * Where to reach them.
 */
contactPoint: ContactPoint | null, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Why.
 */
why: Why, 
/**
 * Why, in more words.
 */
whyDetail: string | null, 
/**
 * What the customer gains.
 */
benefit: string, 
/**
 * What a good result would be.
 */
desiredResult: string | null, 
/**
 * Is the time agreed?
 */
commitment: Commitment, } | { "type": "getContactDetails" } | { "type": "findCustomer" } | { "type": "park", 
/**
 * Why.
 */
reason: string, 
/**
 * Until when.
 */
until: CalendarDate, } | { "type": "lookAgain", 
/**
 * Why they were parked.
 */
reason: string, } | { "type": "decide", 
/**
 * What.
 */
question: string, } | { "type": "move", 
/**
 * Where to.
 */
to: StageId, 
/**
 * Its name.
 */
name: string, } | { "type": "keepPromise", 
/**
 * The promise.
 */
promise: PromiseId, 
/**
 * What we said we would do.
 */
text: string, 
/**
 * The last day on which it counts as kept.
 */
due: CalendarDate, } | { "type": "findOut", 
/**
 * The fact that it asks for: `budget`, `attribute.industry`.
 */
asked: string, 
/**
 * How to ask it, if the plan has a question for it.
 */
question: string | null, };

/**
 * That a person belongs to an organisation.
 */
export type Affiliation = { 
/**
 * The organisation.
 */
organisation: PartyId, 
/**
 * The part they play when it buys.
 */
role?: BuyingRole, 
/**
 * Their job title.
 */
title?: Line, };

/**
 * Were lines reduced by an earlier promotion?
 */
export type AlreadyReduced = "no" | "yes";

/**
 * An amount off.
 */
export type AmountOff = { 
/**
 * So much off, an amount for each currency. Below the first tier nothing, if it is not said.
 */
amounts?: Array<Money>, 
/**
 * What it is counted for.
 */
target: Target, 
/**
 * The highest tier that is reached holds instead.
 */
tiers?: Array<AmountTier>, 
/**
 * What tiers are measured by; the selected lines together if it is not said.
 */
tiersBy?: TierMeasure, };

/**
 * So much off each unit.
 */
export type AmountReduction = { 
/**
 * An amount for each currency.
 */
amounts: Array<Money>, };

/**
 * From somewhere on, another amount.
 */
export type AmountTier = { 
/**
 * From where on.
 */
from: TierFrom, 
/**
 * So much off, an amount for each currency.
 */
amounts: Array<Money>, };

/**
 * From what a step's time is counted.
 */
export type Anchor = "now" | "lastContact" | "stageEntered";

/**
 * What we know of it.
 */
export type Answer = "unknown" | "no" | "partly" | "yes";

/**
 * We learned of budget, authority, need or timeline (BANT-1).
 */
export type AnswerLearned = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * What about.
 */
topic: Topic, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * How we know.
 */
certainty: Certainty, 
/**
 * What makes us think so.
 */
evidence?: LongText, 
/**
 * The budget.
 */
amount?: Money, 
/**
 * The day they want it by.
 */
date?: CalendarDate, };

/**
 * A hesitation that a benefit answered.
 */
export type Answered = { 
/**
 * The hesitation.
 */
hesitation: HesitationId, 
/**
 * What the customer gains that answers it.
 */
benefit: Benefit, 
/**
 * Did they confirm that it is answered? Until then it stays open.
 */
certainty: Certainty, };

/**
 * A promotion that applies.
 */
export type Applied = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * What it is called.
 */
name: Line, 
/**
 * The code that was named.
 */
code: Line | null, 
/**
 * The lane that it went in.
 */
lane: LaneId | null, 
/**
 * What it takes off in all, in minor units.
 */
amount: number, 
/**
 * What it takes off each line, in the order of the lines.
 */
shares: Array<Share>, 
/**
 * What it takes off the delivery charge, in minor units.
 */
delivery: number, 
/**
 * What it gives beside the lines.
 */
gives: Array<Given>, 
/**
 * The money off later purchases that it brings.
 */
credit: GrantedCredit | null, 
/**
 * What it costs us, in minor units: what it takes off, and what it gives as far as we know what that costs.
 */
cost: number, };

/**
 * The customers who got one thing.
 */
export type Arm = { 
/**
 * What it is called.
 */
name: Line, 
/**
 * How many customers.
 */
customers: number, 
/**
 * Their sums, in the order of the outcomes.
 */
tallies: Array<Tally>, 
/**
 * Its planned share of all customers, as a part beside those of the others.
 */
share?: number, 
/**
 * What it cost in all.
 */
cost?: Money, };

/**
 * An arm of an experiment.
 */
export type ArmPreview = { 
/**
 * What it is called.
 */
name: string, 
/**
 * How many customers.
 */
customers: number, };

/**
 * What one arm brought.
 */
export type ArmView = { 
/**
 * The arm.
 */
arm: string, 
/**
 * How many customers it has.
 */
customers: number, 
/**
 * Each outcome, against the control.
 */
outcomes: Array<OutcomeView>, 
/**
 * What it brought in money.
 */
gain: Gain | null, 
/**
 * That in words.
 */
gainText: string | null, };

/**
 * Something that conditions can ask for, and what it can be compared with: what an editor of plans has to offer.
 */
export type AskableFact = { 
/**
 * Its name in conditions.
 */
name: string, 
/**
 * What its values are.
 */
values: AskableValues, 
/**
 * The names that it can have, where they are all known.
 */
names: Array<string>, };

/**
 * What the values of a fact are.
 */
export type AskableValues = "numbers" | "names" | "stages" | "anything";

/**
 * How it was decided who gets what.
 */
export type Assignment = "atRandom" | "chosen";

/**
 * The value of a custom field. In JSON: a number, a boolean, or text; text of the form `2026-11-23` is a date.
 *
 * ```
 * use nextsale::value::attribute::Attribute;
 * use nextsale::value::document::read;
 * assert!(matches!(read::<Attribute>("12.5").unwrap(), Attribute::Number(n) if n == 12.5));
 * assert!(matches!(read::<Attribute>("\"2026-11-23\"").unwrap(), Attribute::Date(_)));
 * assert!(matches!(read::<Attribute>("\"retail\"").unwrap(), Attribute::Text(_)));
 * ```
 */
export type Attribute = boolean | number | CalendarDate | LongText;

/**
 * How alike the arms are in something that customers had before.
 */
export type Balance = { 
/**
 * In what.
 */
by: Line, 
/**
 * How likely that is by chance.
 */
chance: number, };

/**
 * How promising somebody is (SCORE-4).
 */
export type Band = "hot" | "warm" | "cool" | "cold";

/**
 * How many parties are in a band.
 */
export type BandTally = { 
/**
 * The band.
 */
band: Band, 
/**
 * How many by the plan in force.
 */
before: number, 
/**
 * How many by the one that is being written.
 */
after: number, };

/**
 * The lowest score of each band; below cool is cold (SCORE-4).
 */
export type Bands = { 
/**
 * Hot from here.
 */
hot: number, 
/**
 * Warm from here.
 */
warm: number, 
/**
 * Cool from here.
 */
cool: number, };

/**
 * Of which price a percentage is taken.
 */
export type Basis = "currentPrice" | "listPrice";

/**
 * A whole batch, such as an import, was taken back.
 */
export type BatchRetracted = { 
/**
 * The first entry of the batch.
 */
batch: EntryId, };

/**
 * Something that led to a step.
 */
export type BecauseView = { 
/**
 * The rule: a code of the domain (`NEXT-1`) or the id of a rule or point of contact of the plan.
 */
rule: string, 
/**
 * In words.
 */
text: string, };

/**
 * An amount before and after promotions.
 */
export type BeforeAfter = { 
/**
 * Before, in minor units.
 */
before: number, 
/**
 * After, in minor units.
 */
after: number, };

/**
 * A benefit for the customer. Phrases that only say that we are in touch name none.
 *
 * ```
 * use nextsale::contact::benefit::Benefit;
 * assert!(Benefit::parse("Sees what the change would save a month").is_some());
 * assert!(Benefit::parse("Just checking in!").is_none());
 * assert!(Benefit::parse("touching base, following up again").is_none());
 * assert!(Benefit::parse("Following up with the price list they asked for").is_some());
 * ```
 */
export type Benefit = string;

/**
 * A party or a deal on the board.
 */
export type BoardCard = { 
/**
 * The party or the deal.
 */
subject: Subject, 
/**
 * The party; nothing for a deal of which nobody knows who may buy.
 */
party: PartyId | null, 
/**
 * The name of the party.
 */
name: string | null, 
/**
 * The organisation that it belongs to.
 */
organisation: string | null, 
/**
 * The name of the deal.
 */
dealName: string | null, 
/**
 * What it is worth, if that is known.
 */
worth: Money | null, 
/**
 * When the stage was entered.
 */
since: Timestamp, 
/**
 * Days in it so far.
 */
days: number, 
/**
 * Plan against actual.
 */
progress: ProgressView | null, 
/**
 * The next step, in words.
 */
nextStep: string | null, 
/**
 * When that can be done.
 */
nextAt: Timestamp | null, 
/**
 * Where it can go, and what is missing for that.
 */
moves: Array<MoveView>, };

/**
 * A stage and what stands in it.
 */
export type BoardColumn = { 
/**
 * The stage.
 */
stage: StageName, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * How many days it should take.
 */
idealDays: number, 
/**
 * After how many days it has gone stale.
 */
staleAfterDays: number, 
/**
 * How many stand in it.
 */
count: number, 
/**
 * What they are worth together, as far as it is known; one sum for each currency.
 */
worth: Array<Money>, 
/**
 * The first of them: those worth most, then those that have stood there longest.
 */
cards: Array<BoardCard>, };

/**
 * What moves through a pipeline, in columns by stage.
 */
export type BoardQuery = { 
/**
 * Leads, deals or customers.
 */
covers: PipelineKind, 
/**
 * One pipeline where there are several for it; the first one if none is named.
 */
pipeline?: PipelineId, };

/**
 * What moves through a pipeline.
 */
export type BoardView = { 
/**
 * What moves.
 */
covers: PipelineKind, 
/**
 * The pipeline.
 */
pipeline: PipelineId, 
/**
 * All pipelines for what moves.
 */
pipelines: Array<PipelineName>, 
/**
 * The stages, in their order.
 */
columns: Array<BoardColumn>, };

/**
 * What the book holds, in numbers.
 */
export type BookQuery = Record<symbol, never>;

/**
 * What the book holds, in numbers.
 */
export type BookView = { 
/**
 * Entries of the journal.
 */
entries: number, 
/**
 * Parties of all kinds.
 */
parties: number, 
/**
 * Of these, nobody knows how to contact.
 */
suspects: number, 
/**
 * Of these, may buy.
 */
leads: number, 
/**
 * Of these, have bought.
 */
customers: number, 
/**
 * Of these, are parked.
 */
parked: number, 
/**
 * Deals that are open.
 */
openDeals: number, 
/**
 * Deals that were won.
 */
wonDeals: number, 
/**
 * Deals that were lost.
 */
lostDeals: number, 
/**
 * Logged contacts.
 */
contacts: number, 
/**
 * The team.
 */
members: Array<MemberView>, 
/**
 * The products.
 */
products: Array<ProductView>, 
/**
 * The zones that parties live in.
 */
zones: Array<ZoneName>, 
/**
 * Entries from a newer version, kept without effect.
 */
notUnderstood: number, };

/**
 * Time off in the middle of the working hours.
 */
export type Break = { 
/**
 * Its name.
 */
name: Line, 
/**
 * When it is.
 */
hours: Hours, };

/**
 * A break.
 */
export type BreakTime = { 
/**
 * Its name.
 */
name: string, 
/**
 * From when, on our clock.
 */
fromClock: ClockTime, 
/**
 * To when, on our clock.
 */
toClock: ClockTime, };

/**
 * All that has to be at hand before a contact, on one screen.
 */
export type BriefQuery = { 
/**
 * Whom to contact.
 */
party: PartyId, 
/**
 * About which deal; that of the planned contact, or their first open one, if none is named.
 */
deal?: DealId, 
/**
 * The planned contact, if it is one.
 */
interaction?: InteractionId, };

/**
 * The brief for a contact. What the customer wants comes first.
 */
export type BriefView = { 
/**
 * The outcome that the customer wants from the deal, in their words.
 */
desiredOutcome: string | null, 
/**
 * Whom the contact is with.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * The organisation that they belong to.
 */
organisation: string | null, 
/**
 * The deal that it is about.
 */
deal: DealId | null, 
/**
 * The name of the deal.
 */
dealName: string | null, 
/**
 * The contact: how, why, what for, the benefit, what good looks like; nothing if no contact is due.
 */
step: StepView | null, 
/**
 * The stage that it stands in.
 */
stage: string | null, 
/**
 * Plan against actual.
 */
progress: ProgressView | null, 
/**
 * What they need, in their words, latest first.
 */
needs: Array<NeedView>, 
/**
 * What holds them back, with the benefit that answers each.
 */
hesitations: Array<HesitationView>, 
/**
 * What we promised and have not done yet, the earliest first.
 */
promises: Array<PromiseView>, 
/**
 * What they complained about and is not put right.
 */
complaints: Array<ComplaintView>, 
/**
 * What to open with: something personal, or what they said.
 */
openings: Array<OpeningTopic>, 
/**
 * The last contact.
 */
last: ContactView | null, 
/**
 * What was agreed in the last contact that brought an agreement.
 */
agreements: Array<string>, 
/**
 * What good looks like.
 */
desiredResult: string | null, 
/**
 * The questions to ask: that of the answer that would change most, then those behind hesitations.
 */
questions: Array<string>, 
/**
 * The open answer that would change most.
 */
askNext: QuestionView | null, 
/**
 * What to be ready in, and whether we are.
 */
readiness: Array<ReadinessView>, };

/**
 * A time at which we are busy with something else.
 */
export type BusyTime = { 
/**
 * From when.
 */
from: Timestamp, 
/**
 * Up to when.
 */
to: Timestamp, 
/**
 * With what.
 */
summary?: Line, };

/**
 * Buy some, get some, also of the same. No unit is both bought and got.
 */
export type BuyGet = { 
/**
 * What has to be bought; nothing more than what is got if it is not said.
 */
buy?: BuyPart, 
/**
 * What is got.
 */
get: GetPart, 
/**
 * At most so many times; as often as it fits if it is not said.
 */
times?: number, };

/**
 * Units that have to be bought.
 */
export type BuyPart = { 
/**
 * Of these lines; of those that the promotion is about if it is not said.
 */
lines?: LineSelector, 
/**
 * So many units.
 */
quantity: number, };

/**
 * How far somebody has come towards buying, from not knowing us to deciding.
 */
export type BuyingPoint = "unaware" | "aware" | "informing" | "comparing" | "pricing" | "deciding";

/**
 * What part a person plays when their organisation buys.
 */
export type BuyingRole = "decisionMaker" | "influencer" | "user" | "champion" | "blocker" | "gatekeeper";

/**
 * A day of the calendar, `2026-11-23`, within the years 1 to 9999.
 *
 * ```
 * use nextsale::value::time::{Date, Weekday};
 * let day = Date::parse("2024-02-28").unwrap();
 * assert_eq!(day.plus_days(2).to_string(), "2024-03-01");
 * assert_eq!(day.weekday(), Weekday::Wednesday);
 * assert!(Date::parse("2023-02-29").is_none());
 * ```
 */
export type CalendarDate = string;

/**
 * We took over the busy times of a calendar. They replace those that were known of it (DAY-1).
 */
export type CalendarImported = { 
/**
 * Its name.
 */
calendar: Line, 
/**
 * When we are busy.
 */
busy?: Array<BusyTime>, };

/**
 * The contacts of some days as an iCalendar for other programs.
 */
export type CalendarQuery = { 
/**
 * The first day.
 */
from: CalendarDate, 
/**
 * The last day.
 */
to: CalendarDate, 
/**
 * What to put in; only what is planned if not named.
 */
include?: CalendarSteps, };

/**
 * What a calendar has.
 */
export type CalendarSteps = "planned" | "proposed";

/**
 * Planned contacts as text of RFC 5545.
 */
export type CalendarView = { 
/**
 * The text.
 */
text: string, 
/**
 * How many events it has.
 */
events: number, };

/**
 * At most so many contacts within so many days.
 */
export type Cap = { 
/**
 * On this channel; on all together if none is named.
 */
channel?: Channel, 
/**
 * At most so many.
 */
most: number, 
/**
 * Within so many days.
 */
days: number, };

/**
 * The most that it gives on one quote. What a cap cuts off goes to no other line.
 */
export type Caps = { 
/**
 * For each unit, an amount for each currency.
 */
unit?: Array<Money>, 
/**
 * For each line, an amount for each currency.
 */
line?: Array<Money>, 
/**
 * For the quote, an amount for each currency.
 */
quote?: Array<Money>, 
/**
 * So many units, where it is counted for each unit.
 */
units?: number, 
/**
 * Which units these are; the cheapest if it is not said.
 */
first?: UnitOrder, };

/**
 * A version of vCard.
 */
export type CardVersion = "3.0" | "4.0";

/**
 * Those customers of a group who were in one arm.
 */
export type Cell = { 
/**
 * How many customers.
 */
customers: number, 
/**
 * Their sums, in the order of the outcomes.
 */
tallies: Array<Tally>, };

/**
 * How we know it.
 */
export type Certainty = "assumed" | "confirmed";

/**
 * What became of a place in a plan.
 */
export type ChangeKind = "added" | "removed" | "changed" | "reordered";

/**
 * A way of contact. A channel is what consent, caps and preferences speak of.
 */
export type Channel = "email" | "phone" | "postal" | "social" | "inPerson";

/**
 * A time on the clock, `09:30`; `24:00` is the end of the day.
 *
 * ```
 * use nextsale::value::time::ClockTime;
 * assert_eq!(ClockTime::parse("09:30").unwrap().minutes(), 570);
 * assert!(ClockTime::parse("9:30").is_none());
 * assert!(ClockTime::parse("24:01").is_none());
 * ```
 */
export type ClockTime = string;

/**
 * A code with limits of its own.
 */
export type CodeTerms = { 
/**
 * The code; case and spaces around it don't matter.
 */
code: Line, 
/**
 * It can be used so many times.
 */
uses?: number, 
/**
 * Each customer can use it so many times.
 */
usesPerCustomer?: number, 
/**
 * What it can give in all, an amount for each currency: a voucher that is spent in parts.
 */
budget?: Array<Money>, 
/**
 * Only this customer can use it.
 */
party?: PartyId, 
/**
 * From when on.
 */
from?: Timestamp, 
/**
 * Until when: at that moment it is over.
 */
until?: Timestamp, };

/**
 * A column and what it is taken for.
 */
export type ColumnPreview = { 
/**
 * Its index, from 0.
 */
index: number, 
/**
 * Its heading.
 */
heading: string, 
/**
 * The field it means, `attribute` if it is kept as a custom field, or `ignore`.
 */
meaning: string, 
/**
 * The first few different values.
 */
samples: Array<string>, };

/**
 * How the promotions were chosen.
 */
export type Combination = { 
/**
 * Is it the best there is, or a good one among too many?
 */
exactness: Exactness, 
/**
 * How many promotions could apply.
 */
candidates: number, 
/**
 * The combination that comes next.
 */
runnerUp: RunnerUp | null, };

/**
 * How firm a planned contact is.
 */
export type Commitment = "intended" | "appointment";

/**
 * Whether a difference can be laid to what they got.
 */
export type ComparabilityView = { 
/**
 * How likely the sizes of the arms are by chance; nothing if it isn't known which were planned.
 */
sizes: number | null, 
/**
 * How likely it is by chance that the arms are as little alike, for each way to part the customers.
 */
balance: Array<Balance>, 
/**
 * Why it can't; none means that it can.
 */
doubts: Array<DoubtView>, 
/**
 * In words.
 */
text: string, };

/**
 * Something that a customer complained about.
 */
export type ComplaintId = string;

/**
 * They complained (GUARD-3).
 */
export type ComplaintMade = { 
/**
 * The id that it gets.
 */
complaint: ComplaintId, 
/**
 * Who.
 */
party: PartyId, 
/**
 * About which deal.
 */
deal?: DealId, 
/**
 * How bad it is for them.
 */
severity: Severity, 
/**
 * How they put it, word for word.
 */
words: LongText, 
/**
 * By when they must have an answer.
 */
answerBy?: Timestamp, };

/**
 * A complaint.
 */
export type ComplaintOrigin = { 
/**
 * The complaint.
 */
complaint: ComplaintId, };

/**
 * The contact by which a complaint is put right.
 */
export type ComplaintPlan = { 
/**
 * By which channels, best first.
 */
channels: Array<Channel>, 
/**
 * What the customer gains from it; the first that differs from the last contact's is used.
 */
benefits: Array<Benefit>, 
/**
 * What a good result would be.
 */
desiredResult: Line, };

/**
 * What they complained about was put right (GUARD-3).
 */
export type ComplaintResolved = { 
/**
 * Who complained.
 */
party: PartyId, 
/**
 * The complaint.
 */
complaint: ComplaintId, 
/**
 * How it was put right.
 */
how: LongText, };

/**
 * A complaint.
 */
export type ComplaintView = { 
/**
 * Its id.
 */
complaint: ComplaintId, 
/**
 * About which deal.
 */
deal: DealId | null, 
/**
 * How bad it is for them.
 */
severity: Severity, 
/**
 * How they put it, word for word.
 */
words: string, 
/**
 * When they complained.
 */
at: Timestamp, 
/**
 * By when they must have an answer.
 */
answerBy: Timestamp | null, 
/**
 * How it was put right; nothing while it is open.
 */
resolved: string | null, };

/**
 * A condition.
 *
 * ```
 * use nextsale::plan::condition::Condition;
 * use nextsale::value::document::read;
 * let fine = r#"{ "all": [{ "fact": "score", "atLeast": 40 }, { "not": { "known": "budget" } }] }"#;
 * assert!(read::<Condition>(fine).is_ok());
 * let misspelt = r#"{ "all": [{ "fact": "scor", "atLeast": 40 }] }"#;
 * let problems = read::<Condition>(misspelt).unwrap_err();
 * assert_eq!((problems[0].path.as_str(), problems[0].likely.as_deref()), ("all[0].fact", Some("score")));
 * ```
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | { known: string } | { fact: string, is: string | number | boolean } | { fact: string, isNot: string | number | boolean } | { fact: string, oneOf: (string | number | boolean)[] } | { fact: string, atLeast: number } | { fact: string, atMost: number } | { always: true };

/**
 * May we use a channel?
 */
export type Consent = "unknown" | "given" | "withdrawn";

/**
 * A party allowed or forbade a channel (PEOPLE-3).
 */
export type ConsentChanged = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * The channel.
 */
channel: Channel, 
/**
 * What they said.
 */
consent: Consent, 
/**
 * How we know.
 */
evidence?: LongText, };

/**
 * What a promotion leads to, as its terms and the plan said when the quote was accepted.
 */
export type Consequence = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * What it was called.
 */
name: Line, 
/**
 * The contact that follows, so many days after the quote was accepted.
 */
follow?: FollowUp, 
/**
 * The need that comes up later.
 */
need?: Need, };

/**
 * A planned contact was called off.
 */
export type ContactCancelled = { 
/**
 * The contact.
 */
interaction: InteractionId, 
/**
 * Why.
 */
reason?: Line, };

/**
 * A contact took place, or was tried (CONTACT-4).
 */
export type ContactLogged = { 
/**
 * The planned contact that this was, or a new id.
 */
interaction: InteractionId, 
/**
 * Who.
 */
party: PartyId, 
/**
 * For which deal.
 */
deal?: DealId, 
/**
 * When.
 */
at: Timestamp, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Whose idea it was.
 */
initiative: Initiative, 
/**
 * Why; that of the planned contact if none is named.
 */
why?: Why, 
/**
 * What proposed it; nothing if somebody thought of it.
 */
origin?: StepOrigin, 
/**
 * Was the objective reached?
 */
outcome: ContactOutcome, 
/**
 * What the customer gained from it.
 */
benefit?: Benefit, 
/**
 * Notes.
 */
notes?: LongText, 
/**
 * How long we listened, in seconds (CONTACT-5).
 */
listeningSeconds?: number, 
/**
 * How long we talked, in seconds.
 */
talkingSeconds?: number, 
/**
 * What the customer confirmed when it was repeated back.
 */
confirmed?: LongText, 
/**
 * Needs that came up: their words, and what else is known of them.
 */
needs?: Array<Need | string>, 
/**
 * Hesitations that came up.
 */
hesitations?: Array<Hesitation | string>, 
/**
 * Hesitations that were answered.
 */
answered?: Array<Answered>, 
/**
 * What was agreed.
 */
agreements?: Array<LongText>, 
/**
 * What we promised.
 */
promises?: Array<Promise>, 
/**
 * Feedback that they gave.
 */
feedback?: LongText, 
/**
 * The next contact (NEXT-1).
 */
next?: NextContact, };

/**
 * Was the objective reached?
 */
export type ContactOutcome = "reached" | "partly" | "notReached" | "noAnswer";

/**
 * A contact was planned (CONTACT-1, CONTACT-2).
 */
export type ContactPlanned = { 
/**
 * The id that it gets.
 */
interaction: InteractionId, 
/**
 * Who.
 */
party: PartyId, 
/**
 * For which deal.
 */
deal?: DealId, 
/**
 * When it begins.
 */
at: Timestamp, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Why.
 */
why: Why, 
/**
 * Why, in words.
 */
whyDetail?: Line, 
/**
 * What the customer gains from it.
 */
benefit: Benefit, 
/**
 * What a good result would be.
 */
desiredResult?: Line, 
/**
 * Is the time agreed?
 */
commitment: Commitment, 
/**
 * What proposed it; nothing if somebody thought of it.
 */
origin?: StepOrigin, };

/**
 * One way to reach somebody: a channel and the address on it, as it was entered.
 *
 * ```
 * use nextsale::value::contact_point::{Channel, ContactPoint};
 * let mail = ContactPoint::new(Channel::Email, "Ada@Example.org").unwrap();
 * assert_eq!(mail.value.as_str(), "Ada@Example.org");
 * assert_eq!(mail.identity(None), "email:ada@example.org");
 * assert!(ContactPoint::new(Channel::Email, "ada at home").is_none());
 * ```
 */
export type ContactPoint = { 
/**
 * The channel that it belongs to.
 */
channel: Channel, 
/**
 * The address, number, handle or place, as it was entered.
 */
value: Line, 
/**
 * What sets it apart from others on the channel: "work", "mobile".
 */
label?: Line, };

/**
 * We learned a way to contact a party.
 */
export type ContactPointAdded = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * The way.
 */
contactPoint: ContactPoint, };

/**
 * A way to contact a party is no longer good.
 */
export type ContactPointRemoved = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * The way, as it was entered.
 */
contactPoint: ContactPoint, };

/**
 * Contact somebody.
 */
export type ContactProposal = { 
/**
 * By which channels, best first; the customer's preferred one goes before all.
 */
channels: Array<Channel>, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Why.
 */
why: Why, 
/**
 * What the customer gains from it; the first that differs from the last contact's is used.
 */
benefits: Array<Benefit>, 
/**
 * What a good result would be.
 */
desiredResult: Line, 
/**
 * So many days after the anchor.
 */
afterDays: number, 
/**
 * The anchor.
 */
anchor: Anchor, };

/**
 * A contact that was planned or took place.
 */
export type ContactView = { 
/**
 * The contact.
 */
interaction: InteractionId, 
/**
 * When.
 */
at: Timestamp, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * What came of it; nothing if it is still to come.
 */
outcome: ContactOutcome | null, 
/**
 * What the customer gained.
 */
benefit: string | null, 
/**
 * Notes.
 */
notes: string | null, 
/**
 * How much we listened.
 */
listening: ListeningView | null, 
/**
 * Needs that came up.
 */
needs: Array<string>, 
/**
 * Hesitations that came up.
 */
hesitations: Array<string>, 
/**
 * What was agreed.
 */
agreements: Array<string>, 
/**
 * In one line.
 */
text: string, };

/**
 * No wish not to be contacted, or not any more.
 */
export type Contactable = Record<symbol, never>;

/**
 * Money off from an earlier purchase that is spent.
 */
export type CreditSpent = { 
/**
 * The purchase that brought it.
 */
quote: QuoteId, 
/**
 * The promotion that brought it.
 */
promotion: PromotionId, 
/**
 * How much is spent, in minor units.
 */
amount: number, 
/**
 * How much of it is left after that, in minor units.
 */
left: number, 
/**
 * How much for each line, in the order of the lines.
 */
shares: Array<Share>, };

/**
 * Money off later purchases.
 */
export type CreditView = { 
/**
 * The promotion that brought it.
 */
promotion: PromotionId, 
/**
 * How much it was, less what was taken back with goods.
 */
granted: Money, 
/**
 * How much of it is spent.
 */
spent: Money, 
/**
 * Until when it can be spent.
 */
until: Timestamp, };

/**
 * What happens with money off this purchase that earlier ones brought.
 */
export type Credits = "spend" | "keep";

/**
 * An ISO 4217 currency code.
 *
 * ```
 * use nextsale::value::money::Currency;
 * assert_eq!(Currency::parse("JPY").unwrap().exponent(), 0);
 * assert_eq!(Currency::parse("EUR").unwrap().exponent(), 2);
 * assert_eq!(Currency::parse("KWD").unwrap().exponent(), 3);
 * assert!(Currency::parse("EURO").is_none());
 * ```
 */
export type Currency = string;

/**
 * The order of day and month in dates like 03/04/2026.
 */
export type DateOrder = "dayFirst" | "monthFirst";

/**
 * A step at a time of the day.
 */
export type DayItem = { 
/**
 * From when.
 */
from: Timestamp, 
/**
 * To when.
 */
to: Timestamp, 
/**
 * From when, on our clock.
 */
fromClock: ClockTime, 
/**
 * To when, on our clock.
 */
toClock: ClockTime, 
/**
 * From when on theirs, if it shows another time.
 */
theirClock: ClockTime | null, 
/**
 * What to do.
 */
step: StepView, };

/**
 * The plan for a day.
 */
export type DayQuery = { 
/**
 * The day; today if none is named.
 */
date?: CalendarDate, 
/**
 * How many of the steps that did not fit, of those held back, and of the contacts that took place to tell at
 * most; 25 if not named. Their counts are always told.
 */
limit?: number, };

/**
 * When we work and how long things take.
 */
export type DayRhythm = { 
/**
 * Working hours of each day of the week, breaks left out. A day not named is free.
 */
hours?: { [key in Weekday]?: Array<Hours> }, 
/**
 * Minutes that a contact takes on each channel, writing it up included.
 */
minutes: { [key in Channel]?: number }, 
/**
 * Minutes for a step that is no contact.
 */
otherMinutes: number, 
/**
 * What a step that is no contact counts beside one, in percent: it only prepares.
 */
otherPercent: number, 
/**
 * Minutes left free between contacts on different channels.
 */
switchMinutes: number, 
/**
 * Breaks on each working day.
 */
breaks?: Array<Break>, 
/**
 * Minutes to travel before and after a contact on a channel.
 */
travelMinutes?: { [key in Channel]?: number }, };

/**
 * The plan for a day.
 */
export type DayView = { 
/**
 * The day.
 */
date: CalendarDate, 
/**
 * The zone whose day it is.
 */
zone: ZoneName, 
/**
 * What to do, in order.
 */
items: Array<DayItem>, 
/**
 * What did not fit; the first of them, most worth first.
 */
leftOver: Array<LeftOver>, 
/**
 * How many did not fit in all.
 */
leftOverCount: number, 
/**
 * What a guard holds back on this day; the first of them, most worth first.
 */
heldBack: Array<StepView>, 
/**
 * How many are held back in all.
 */
heldBackCount: number, 
/**
 * Working minutes of the day.
 */
workingMinutes: number, 
/**
 * Minutes that are planned.
 */
plannedMinutes: number, 
/**
 * When other calendars have us busy.
 */
busy: Array<TimeView>, 
/**
 * Contacts that took place on this day; the last of them, the latest first.
 */
done: Array<DoneContact>, 
/**
 * How many took place in all.
 */
doneCount: number, 
/**
 * Appointments whose time has passed without anybody saying how they went: log them, or plan them anew.
 */
missed: Array<MissedContact>, 
/**
 * The next day on which we work, after this one.
 */
nextWorkingDay: CalendarDate | null, };

/**
 * A deal ended.
 */
export type DealClosed = { 
/**
 * The deal.
 */
deal: DealId, 
/**
 * How.
 */
outcome: Outcome, 
/**
 * When, if that was earlier than now.
 */
closedAt?: Timestamp, };

/**
 * What we know of a deal was corrected. Fields that are absent stay as they are.
 */
export type DealCorrected = { 
/**
 * The deal.
 */
deal: DealId, 
/**
 * Who may buy.
 */
party?: PartyId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * What it is worth.
 */
worth?: Money, 
/**
 * The outcome that the customer wants, in their words (CONTACT-7).
 */
desiredOutcome?: LongText, 
/**
 * When it is expected to close.
 */
expectedClose?: CalendarDate, 
/**
 * Who pursues it.
 */
owner?: MemberId, 
/**
 * Custom fields to set.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * One possible sale.
 */
export type DealId = string;

/**
 * A pursuit of a sale began.
 */
export type DealOpened = { 
/**
 * The id that it gets.
 */
deal: DealId, 
/**
 * Who may buy, if that is known.
 */
party?: PartyId, 
/**
 * What it is called.
 */
name: Line, 
/**
 * What it is worth.
 */
worth?: Money, 
/**
 * The outcome that the customer wants, in their words (CONTACT-7).
 */
desiredOutcome?: LongText, 
/**
 * The pipeline that it goes through; the plan chooses one if none is named.
 */
pipeline?: PipelineId, 
/**
 * The stage it begins in, if not the first one.
 */
stage?: StageId, 
/**
 * The products.
 */
products?: Array<ProductId>, 
/**
 * When it began, if that was earlier than now.
 */
openedAt?: Timestamp, 
/**
 * When it is expected to close.
 */
expectedClose?: CalendarDate, 
/**
 * Who of us pursues it.
 */
owner?: MemberId, 
/**
 * Its ids in other systems.
 */
externalIds?: Array<Line>, 
/**
 * Custom fields.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * A deal, in the deal's part of the plan.
 */
export type DealSubject = { 
/**
 * The deal.
 */
deal: DealId, };

/**
 * A deal.
 */
export type DealView = { 
/**
 * The deal.
 */
deal: DealId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The outcome that the customer wants, in their words.
 */
desiredOutcome: string | null, 
/**
 * What it is worth, if known.
 */
worth: Money | null, 
/**
 * Its products.
 */
products: Array<string>, 
/**
 * Who pursues it.
 */
ownerName: string | null, 
/**
 * The stage, and where it can go.
 */
stage: StageView, 
/**
 * How it ended; nothing while it is open.
 */
outcome: Outcome | null, 
/**
 * When it began.
 */
openedAt: Timestamp, 
/**
 * When it ended.
 */
closedAt: Timestamp | null, 
/**
 * When it is expected to close.
 */
expectedClose: CalendarDate | null, 
/**
 * Custom fields.
 */
attributes: { [key in Line]: Attribute }, };

/**
 * Decide something that a contact can't.
 */
export type DecideProposal = { 
/**
 * What to decide.
 */
question: Line, };

/**
 * Why something may take longer than the plan says, for a while (PLAN-3).
 */
export type DelayExcused = { 
/**
 * What takes longer.
 */
subject: Subject, 
/**
 * Why.
 */
reason: Line, 
/**
 * The last day for which the reason holds.
 */
until: CalendarDate, };

/**
 * Bringing it to them.
 */
export type Delivery = { 
/**
 * So much of the charge less, in hundredths of a percent; all of it if it is not said.
 */
basisPoints?: number, };

/**
 * What two plans say otherwise of a party.
 */
export type Difference = "band" | "score" | "place" | "step" | "time" | "stage" | "pace" | "rules";

/**
 * For how many parties something changes.
 */
export type DifferenceView = { 
/**
 * What changes.
 */
what: Difference, 
/**
 * For how many.
 */
parties: number, 
/**
 * In words.
 */
text: string, };

/**
 * Does somebody want to be left alone?
 */
export type DoNotContact = { "type": "contactable" } & Contactable | { "type": "never" } & Never | { "type": "notBefore" } & NotBefore;

/**
 * A party asked to be left alone, or said that it needs no longer be (PEOPLE-3).
 */
export type DoNotContactAsked = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * For how long.
 */
scope: DoNotContact, };

/**
 * A contact that took place.
 */
export type DoneContact = { 
/**
 * Its id.
 */
interaction: InteractionId, 
/**
 * With whom.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * When, on our clock.
 */
clock: ClockTime, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Was it reached?
 */
outcome: ContactOutcome, };

/**
 * Why a difference can't be laid to what they got.
 */
export type Doubt = { "type": "assignmentUnknown" } | { "type": "chosen" } | { "type": "sizes", 
/**
 * How likely that is by chance.
 */
chance: number, } | { "type": "unbalanced", 
/**
 * In what.
 */
by: Line, 
/**
 * How likely that is by chance.
 */
chance: number, };

/**
 * Why a difference can't be laid to what they got.
 */
export type DoubtView = { 
/**
 * Why.
 */
doubt: Doubt, 
/**
 * In words.
 */
text: string, };

/**
 * Parties that are recognised as one.
 */
export type DuplicateGroup = { 
/**
 * The one to keep.
 */
kept: DuplicateParty, 
/**
 * Those to merge into it.
 */
others: Array<DuplicateParty>, 
/**
 * Why they are taken for one.
 */
because: Array<DuplicateReason>, };

/**
 * A party of a group.
 */
export type DuplicateParty = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * What it is.
 */
kind: PartyKind, 
/**
 * Its name.
 */
name: string, 
/**
 * The name of its organisation.
 */
organisation: string | null, 
/**
 * Ways to contact it.
 */
contactPoints: Array<ContactPoint>, 
/**
 * How many contacts took place.
 */
contacts: number, 
/**
 * How many deals there are.
 */
deals: number, 
/**
 * When we met.
 */
metAt: Timestamp, };

/**
 * What parties have in common.
 */
export type DuplicateReason = { 
/**
 * What.
 */
inCommon: InCommon, 
/**
 * Those that share it.
 */
parties: Array<PartyId>, 
/**
 * In words.
 */
text: string, };

/**
 * Parties that are the same (PEOPLE-6).
 */
export type DuplicatesQuery = Record<symbol, never>;

/**
 * Parties that are recognised as the same.
 */
export type DuplicatesView = { 
/**
 * Each group; the first hundred.
 */
groups: Array<DuplicateGroup>, 
/**
 * How many groups there are in all.
 */
total: number, };

/**
 * What a promotion or an experiment showed (PROMO-6).
 */
export type EffectQuery = { 
/**
 * The promotion; of those who were offered it, and those from whom it was withheld.
 */
promotion?: PromotionId, 
/**
 * The experiment.
 */
experiment?: ExperimentId, 
/**
 * Only groups by this; by everything if not named.
 */
by?: Line, };

/**
 * What a promotion or an experiment showed.
 */
export type EffectView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The promotion.
 */
promotion: PromotionId | null, 
/**
 * The experiment.
 */
experiment: ExperimentId | null, 
/**
 * How it was decided who gets what.
 */
assigned: Assignment | null, 
/**
 * The arm that got nothing.
 */
control: string, 
/**
 * How many customers it has.
 */
controlCustomers: number, 
/**
 * Each of the other arms.
 */
arms: Array<ArmView>, 
/**
 * Whether a difference can be laid to what they got.
 */
comparability: ComparabilityView, 
/**
 * How many looks at all customers were corrected together.
 */
looks: number, 
/**
 * How many looks at groups were corrected together.
 */
groupLooks: number, 
/**
 * What that means, in words.
 */
correction: string, 
/**
 * Each way in which customers are parted, or the one that was asked for. The correction is for all of them.
 */
groupings: Array<GroupingView>, 
/**
 * The groups that are worth having it.
 */
worthTargeting: Array<TargetView>, 
/**
 * What else has to be known, in words.
 */
notes: Array<string>, };

/**
 * What there has to be enough of.
 */
export type EnoughRule = "events" | "effective";

/**
 * One line of the journal.
 */
export type Entry = { 
/**
 * Its name and place.
 */
id: EntryId, 
/**
 * What the clock showed. Differs from the id's time when the clock ran backwards.
 */
at: Timestamp, 
/**
 * Who recorded it.
 */
by?: MemberId, 
/**
 * The first entry of the batch it was recorded with.
 */
batch?: EntryId, 
/**
 * What was learned or done.
 */
fact: Fact, };

/**
 * The name of an entry, which is also its place in the journal: by time, then counter, then replica.
 *
 * ```
 * use nextsale::journal::entry::EntryId;
 * let first = EntryId::parse("1795312345678.0.k3j2h1").unwrap();
 * let second = EntryId::parse("1795312345678.1.a1").unwrap();
 * assert!(first < second);
 * assert_eq!(first.to_string(), "1795312345678.0.k3j2h1");
 * ```
 */
export type EntryId = string;

/**
 * What customers of one arm did.
 */
export type Estimate = { 
/**
 * How many customers.
 */
customers: number, 
/**
 * The rate, from 0 to 1, or the amount per customer.
 */
value: number, 
/**
 * Its 95 % interval (Wilson, Student); nothing where there is no saying.
 */
interval: Interval | null, };

/**
 * How sure it is that there is no better combination.
 */
export type Exactness = "exact" | "approximate";

/**
 * What a promotion keeps others from.
 */
export type Exclusive = "none" | "laterOnes" | "sameLines" | "wholeQuote";

/**
 * What was measured of customers in several arms.
 */
export type Experiment = { 
/**
 * How it was decided who gets what; unknown if nobody says.
 */
assigned?: Assignment, 
/**
 * The name of the arm that got nothing, and that the others are held against.
 */
control: Line, 
/**
 * What was looked at.
 */
outcomes: Array<ExperimentOutcome>, 
/**
 * The arms.
 */
arms: Array<Arm>, 
/**
 * Ways to part the customers into groups.
 */
groupings?: Array<Grouping>, };

/**
 * What a file doesn't tell of the experiment that it has.
 */
export type ExperimentAbout = { 
/**
 * Its id; made of the name of the file and the headings if not named.
 */
experiment?: ExperimentId, 
/**
 * What it is called; like the file if not named.
 */
name?: Line, 
/**
 * The promotion that it was about.
 */
promotion?: PromotionId, 
/**
 * The arm that got nothing; found by its name if not named.
 */
control?: Line, 
/**
 * How it was decided who gets what. Only what was given at random can be said to work.
 */
assigned?: Assignment, 
/**
 * The planned shares of the arms, as parts beside each other. Arms nearly as large as each other were meant to be
 * equal if not named.
 */
shares?: { [key in Line]: number }, 
/**
 * What the arms cost in all.
 */
costs?: { [key in Line]: Money }, };

/**
 * Customers who were measured in several arms.
 */
export type ExperimentId = string;

/**
 * Something that was looked at, of every customer.
 */
export type ExperimentOutcome = { 
/**
 * What it is called.
 */
name: Line, 
/**
 * What it is.
 */
kind: OutcomeKind, 
/**
 * The currency of a worth.
 */
currency?: Currency, 
/**
 * How many decimals the last digit of its sums stands behind, 0 to 9; none if nobody says.
 */
decimals?: number, 
/**
 * What we hope for; more if nobody says.
 */
wanted?: Wanted, };

/**
 * An experiment as it would come in.
 */
export type ExperimentPreview = { 
/**
 * Its id.
 */
experiment: ExperimentId, 
/**
 * What it would be called.
 */
name: string, 
/**
 * How it was decided who gets what, if that was said.
 */
assigned: Assignment | null, 
/**
 * The arm that is taken for the one that got nothing.
 */
control: string, 
/**
 * The arms, with their customers.
 */
arms: Array<ArmPreview>, 
/**
 * What was looked at.
 */
outcomes: Array<ExperimentOutcome>, 
/**
 * Ways to part the customers into groups.
 */
groupings: Array<GroupingPreview>, 
/**
 * Columns that are left out because they tell what customers got once more, in other words.
 */
sameAsArm: Array<string>, };

/**
 * Customers were measured in several arms, here or elsewhere: their sums, not the customers (PROMO-6).
 */
export type ExperimentRecorded = { 
/**
 * The id that it gets, or has: told again, it takes the place of what was known.
 */
experiment: ExperimentId, 
/**
 * What it is called.
 */
name: Line, 
/**
 * The promotion that it was about.
 */
promotion?: PromotionId, 
/**
 * What was measured.
 */
results: Experiment, };

/**
 * An experiment.
 */
export type ExperimentRow = { 
/**
 * The experiment.
 */
experiment: ExperimentId, 
/**
 * What it is called.
 */
name: string, 
/**
 * The promotion that it was about.
 */
promotion: PromotionId | null, 
/**
 * The arms.
 */
arms: Array<string>, 
/**
 * The outcomes.
 */
outcomes: Array<string>, 
/**
 * In words.
 */
text: string, };

/**
 * Experiments and promotions of which there is an effect to ask for.
 */
export type ExperimentsQuery = Record<symbol, never>;

/**
 * Experiments and promotions of which there is an effect to ask for.
 */
export type ExperimentsView = { 
/**
 * Experiments.
 */
experiments: Array<ExperimentRow>, 
/**
 * Promotions that were offered to somebody, or withheld.
 */
promotions: Array<OfferedRow>, };

/**
 * Anything that was learned or done.
 */
export type Fact = { "type": "partyMet" } & PartyMet | { "type": "partyCorrected" } & PartyCorrected | { "type": "contactPointAdded" } & ContactPointAdded | { "type": "contactPointRemoved" } & ContactPointRemoved | { "type": "preferencesLearned" } & PreferencesLearned | { "type": "consentChanged" } & ConsentChanged | { "type": "doNotContactAsked" } & DoNotContactAsked | { "type": "partyParked" } & PartyParked | { "type": "partyResumed" } & PartyResumed | { "type": "noteTaken" } & NoteTaken | { "type": "signalSeen" } & SignalSeen | { "type": "answerLearned" } & AnswerLearned | { "type": "contactPlanned" } & ContactPlanned | { "type": "contactCancelled" } & ContactCancelled | { "type": "contactLogged" } & ContactLogged | { "type": "dealOpened" } & DealOpened | { "type": "dealCorrected" } & DealCorrected | { "type": "stageMoved" } & StageMoved | { "type": "delayExcused" } & DelayExcused | { "type": "dealClosed" } & DealClosed | { "type": "needFound" } & NeedFound | { "type": "hesitationRaised" } & HesitationRaised | { "type": "hesitationAnswered" } & HesitationAnswered | { "type": "promiseMade" } & PromiseMade | { "type": "promiseKept" } & PromiseKept | { "type": "promiseBroken" } & PromiseBroken | { "type": "complaintMade" } & ComplaintMade | { "type": "complaintResolved" } & ComplaintResolved | { "type": "rapportNoted" } & RapportNoted | { "type": "stepRejected" } & StepRejected | { "type": "partiesMerged" } & PartiesMerged | { "type": "calendarImported" } & CalendarImported | { "type": "productListed" } & ProductListed | { "type": "promotionListed" } & PromotionListed | { "type": "quoteAccepted" } & QuoteAccepted | { "type": "quoteCancelled" } & QuoteCancelled | { "type": "goodsReturned" } & GoodsReturned | { "type": "memberJoined" } & MemberJoined | { "type": "promotionOffered" } & PromotionOffered | { "type": "experimentRecorded" } & ExperimentRecorded | { "type": "planAdopted" } & PlanAdopted | { "type": "retracted" } & Retracted | { "type": "batchRetracted" } & BatchRetracted;

/**
 * Is an answer still fresh (BANT-3)?
 */
export type Fading = "fresh" | "toBeConfirmed";

/**
 * What kind of failure it is.
 */
export type FailureCode = "malformed" | "refusal";

/**
 * A failure as data, with words.
 */
export type FailureView = { 
/**
 * What kind of failure it is.
 */
code: FailureCode, 
/**
 * The first place that it is about.
 */
path: string, 
/**
 * All that is wrong.
 */
reasons: Array<ReasonView>, 
/**
 * All of it in words.
 */
message: string, };

/**
 * The sum of the weights of our contacts within so many days stays within a budget.
 */
export type Fatigue = { 
/**
 * At most so much.
 */
budget: number, 
/**
 * Within so many days.
 */
days: number, 
/**
 * What a contact on each channel weighs; 1 where none is named.
 */
weights?: { [key in Channel]?: number }, };

/**
 * What can be wrong at a place in a document.
 */
export type Fault = { "type": "notJson", 
/**
 * What the parser said.
 */
detail: string, } | { "type": "missing" } | { "type": "unknownField" } | { "type": "unknownName", 
/**
 * The name that was found.
 */
found: string, } | { "type": "wrongType", 
/**
 * The type that was found.
 */
found: string, } | { "type": "notAllowed", 
/**
 * The value that was found, shortened.
 */
found: string, } | { "type": "duplicate", 
/**
 * The id that was found twice.
 */
found: string, } | { "type": "unreachable" };

/**
 * A field that a column can mean.
 */
export type FieldChoice = { 
/**
 * Its name in a mapping.
 */
name: string, 
/**
 * In words.
 */
label: string, };

/**
 * Why a file can't be imported.
 */
export type FileFault = { 
/**
 * The line, from 1, if it is about one.
 */
line: number | null, 
/**
 * What is wrong and what is allowed, in words.
 */
text: string, };

/**
 * What an import would do with one file.
 */
export type FilePreview = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds.
 */
table: TableKind, 
/**
 * Its encoding.
 */
encoding: string, 
/**
 * Its delimiter.
 */
delimiter: string, 
/**
 * The line of its header, from 1.
 */
headerLine: number, 
/**
 * Its columns.
 */
columns: Array<ColumnPreview>, 
/**
 * The fields that columns of this table can mean.
 */
fields: Array<FieldChoice>, 
/**
 * How many rows it has, without the header.
 */
rows: number, 
/**
 * How many come in.
 */
accepted: number, 
/**
 * How many of these complete what is known already, or another row (PEOPLE-6).
 */
duplicates: number, 
/**
 * How many don't come in.
 */
refused: number, 
/**
 * Why they don't; the first two hundred problems.
 */
problems: Array<RowProblem>, 
/**
 * The first rows as they would come in.
 */
samples: Array<SampleRow>, 
/**
 * Why the file as a whole can't be imported.
 */
fault: FileFault | null, 
/**
 * The experiment that it has.
 */
experiment: ExperimentPreview | null, };

/**
 * What can be found in a store that is not as it should be.
 */
export type Finding = "damaged" | "newer" | "unknownFact" | "unfinishedBatch";

/**
 * A price instead of the one that would hold, if it is lower. With `across` it is the price of all selected lines
 * together.
 */
export type FixedPrice = { 
/**
 * The price, an amount for each currency. Below the first tier nothing changes, if it is not said.
 */
prices?: Array<Money>, 
/**
 * What it is counted for.
 */
target: Target, 
/**
 * The highest tier that is reached holds instead.
 */
tiers?: Array<PriceTier>, 
/**
 * What tiers are measured by; the selected lines together if it is not said.
 */
tiersBy?: TierMeasure, };

/**
 * The contact that follows when it was accepted: a promotion is the start of a relationship.
 */
export type FollowUp = { 
/**
 * After so many days.
 */
afterDays: number, 
/**
 * How; as the customer prefers if it is not said.
 */
channel?: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * What the customer gains from it.
 */
benefit: Benefit, 
/**
 * What a good result would be.
 */
desiredResult?: Line, };

/**
 * What a promotion gives that something follows from.
 */
export type Followed = "moneyOffNext" | "sample" | "freeTrial" | "training" | "otherService";

/**
 * The contact and the need that follow where a promotion's own terms name none.
 */
export type Follows = { 
/**
 * So many days after the quote was accepted; 7 if nothing is said.
 */
afterDays?: number, 
/**
 * So many days before it ends what was given: the trial, or the time to spend the money.
 */
beforeEndDays?: number, 
/**
 * How; as the customer prefers if it is not said.
 */
channel?: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * What the customer gains from it.
 */
benefit: Benefit, 
/**
 * What a good result would be.
 */
desiredResult?: Line, 
/**
 * The need that comes up on that day, in words.
 */
need?: LongText, };

/**
 * An item for nothing: units of it on the quote are made free, the rest is added.
 */
export type FreeItem = { 
/**
 * The product.
 */
product: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * So many units; one if it is not said.
 */
quantity?: number, 
/**
 * What a unit is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What a unit that is added costs us, an amount for each currency.
 */
cost?: Array<Money>, 
/**
 * What happens with units that are on the quote already; they are made free if it is not said.
 */
onQuote?: OnQuote, };

/**
 * A time to try it for nothing.
 */
export type FreeTrial = { 
/**
 * For so many days.
 */
days: number, 
/**
 * Of this product.
 */
product?: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * What it is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What it costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * Can a personal note be suggested?
 */
export type Freshness = "fresh" | "faded" | "private";

/**
 * What an arm brought in money beyond what its customers would have spent without.
 */
export type Gain = { 
/**
 * What it brought: the difference per customer times the customers.
 */
brought: Money, 
/**
 * The lower end of its 95 % interval.
 */
broughtLow: Money, 
/**
 * The upper end.
 */
broughtHigh: Money, 
/**
 * What it cost beside what it took off prices, if that is known.
 */
cost: Money | null, 
/**
 * What it brought less what it cost.
 */
net: Money | null, 
/**
 * The lower end of its interval.
 */
netLow: Money | null, 
/**
 * The upper end.
 */
netHigh: Money | null, };

/**
 * Units that are got.
 */
export type GetPart = { 
/**
 * Of these lines; of those that the promotion is about if it is not said.
 */
lines?: LineSelector, 
/**
 * Up to so many units each time.
 */
quantity: number, 
/**
 * How much less they cost; nothing at all if it is not said.
 */
reduction?: Reduction, 
/**
 * Which units are got; the cheapest if it is not said.
 */
first?: UnitOrder, };

/**
 * What a promotion gives.
 */
export type Gift = { "type": "percentOff" } & PercentOff | { "type": "amountOff" } & AmountOff | { "type": "fixedPrice" } & FixedPrice | { "type": "moneyOffNext" } & MoneyOffNext | { "type": "buyGet" } & BuyGet | { "type": "freeItem" } & FreeItem | { "type": "upgrade" } & Upgrade | { "type": "sample" } & Sample | { "type": "prize" } & Prize | { "type": "freeTrial" } & FreeTrial | { "type": "training" } & Training | { "type": "delivery" } & Delivery | { "type": "otherService" } & OtherService;

/**
 * Goods or a service that are given beside the lines.
 */
export type Given = { 
/**
 * What it is.
 */
kind: GivenKind, 
/**
 * The product.
 */
product?: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * The line that is upgraded.
 */
line?: LineId, 
/**
 * How many.
 */
quantity: number, 
/**
 * For how many days.
 */
days?: number, 
/**
 * How many minutes it takes.
 */
minutes?: number, 
/**
 * What all of it is worth to the customer, in minor units.
 */
value?: number, 
/**
 * What all of it costs us, in minor units.
 */
cost?: number, };

/**
 * What is given beside the lines.
 */
export type GivenKind = "freeItem" | "upgrade" | "sample" | "prize" | "freeTrial" | "training" | "otherService";

/**
 * Goods of an accepted quote came back. The share that promotions had in them is taken back with them.
 */
export type GoodsReturned = { 
/**
 * The quote.
 */
quote: QuoteId, 
/**
 * What came back.
 */
lines: Array<ReturnedUnits>, };

/**
 * Money off later purchases that this one brings.
 */
export type GrantedCredit = { 
/**
 * How much, in minor units.
 */
amount: number, 
/**
 * It can be spent for so many days from the purchase on.
 */
validDays: number, 
/**
 * What each line brings of it: what comes back with that line.
 */
shares?: Array<Share>, };

/**
 * Customers who have something in common that they had before the experiment.
 */
export type Group = { 
/**
 * What it is called.
 */
name: Line, 
/**
 * Its customers, in the order of the arms.
 */
cells: Array<Cell>, };

/**
 * Promotions of which at most one holds.
 */
export type GroupId = string;

/**
 * One outcome in one group.
 */
export type GroupOutcomeView = { 
/**
 * How much more it differs there than among the others, where it differs at all.
 */
beyondOthers: Interval | null, 
/**
 * Whether that is better or worse than among the others.
 */
thanOthers: ThanOthers | null, 
/**
 * Whether the group is worth having it, as far as this outcome goes.
 */
worthTargeting: boolean, 
/**
 * What it is.
 */
kind: OutcomeKind, 
/**
 * The currency of a worth.
 */
currency: Currency | null, 
/**
 * In words.
 */
text: string, 
/**
 * The outcome.
 */
outcome: Line, 
/**
 * With it.
 */
with: Estimate, 
/**
 * Without it.
 */
without: Estimate, 
/**
 * With it less without it.
 */
difference: number, 
/**
 * The 95 % interval of the difference (Newcombe, Welch); nothing where there is no saying.
 */
interval: Interval | null, 
/**
 * The interval that takes into account how many were looked at together (Holm). The verdict goes by it.
 */
corrected: Interval | null, 
/**
 * The confidence of that interval.
 */
correctedConfidence: number | null, 
/**
 * The difference as a share of what is without it; nothing if that can't be told from zero.
 */
uplift: number | null, 
/**
 * The 95 % interval of that share (Donner and Zou, Fieller). It has 0 inside just when that of the difference has.
 */
upliftInterval: Interval | null, 
/**
 * What can be said.
 */
verdict: Verdict, 
/**
 * What there is not enough of.
 */
shortage: Shortage | null, };

/**
 * What one arm brought in one group.
 */
export type GroupView = { 
/**
 * The group.
 */
group: string, 
/**
 * The arm.
 */
arm: string, 
/**
 * Each outcome, against the control.
 */
outcomes: Array<GroupOutcomeView>, };

/**
 * One way to part customers into groups.
 */
export type Grouping = { 
/**
 * By what.
 */
by: Line, 
/**
 * The groups.
 */
groups: Array<Group>, };

/**
 * A way to part customers into groups.
 */
export type GroupingPreview = { 
/**
 * By what.
 */
by: string, 
/**
 * The groups.
 */
groups: Array<string>, };

/**
 * One way in which customers are parted.
 */
export type GroupingView = { 
/**
 * By what.
 */
by: string, 
/**
 * Each group and arm.
 */
groups: Array<GroupView>, };

/**
 * A gap that grows with each contact in a row that nobody answered.
 */
export type GrowingGap = { 
/**
 * Hours after the first.
 */
firstHours: number, 
/**
 * Each further one takes so many percent of the one before.
 */
growthPercent: number, 
/**
 * At most so many hours.
 */
mostHours: number, };

/**
 * The guards.
 */
export type GuardName = "consent" | "doNotContact" | "cap" | "gap" | "noAnswer" | "fatigue" | "complaint" | "quietHours" | "window";

/**
 * A guard that holds something back (GUARD-4).
 */
export type HeldView = { 
/**
 * The guard.
 */
guard: GuardName, 
/**
 * The channel it was asked about.
 */
channel: Channel, 
/**
 * The first moment that it allows; nothing if it allows none.
 */
until: Timestamp | null, 
/**
 * In words.
 */
text: string, };

/**
 * Something that holds a customer back.
 */
export type Hesitation = { 
/**
 * Its id; made from the contact's where none is given.
 */
hesitation?: HesitationId, 
/**
 * What it is about.
 */
kind: HesitationKind, 
/**
 * How they put it, word for word.
 */
words?: LongText, };

/**
 * A benefit answered what held them back (OBJECTION-1).
 */
export type HesitationAnswered = { 
/**
 * Whom.
 */
party: PartyId, 
/**
 * The hesitation.
 */
hesitation: HesitationId, 
/**
 * What the customer gains that answers it.
 */
benefit: Benefit, 
/**
 * Did they confirm that it is answered? Until then it stays open.
 */
certainty: Certainty, };

/**
 * Something that holds a customer back.
 */
export type HesitationId = string;

/**
 * What a hesitation is about.
 */
export type HesitationKind = "price" | "timing" | "trust" | "authority" | "fit" | "risk" | "competitor" | "statusQuo" | "other";

/**
 * What to do about hesitations of a kind.
 */
export type HesitationPlan = { 
/**
 * Benefits that answer them, best first.
 */
benefits: Array<Benefit>, 
/**
 * What to ask, to understand what is behind it.
 */
question: Line, };

/**
 * Something holds them back (OBJECTION-1).
 */
export type HesitationRaised = { 
/**
 * The id that it gets.
 */
hesitation: HesitationId, 
/**
 * Whom.
 */
party: PartyId, 
/**
 * From which deal.
 */
deal?: DealId, 
/**
 * What it is about.
 */
kind: HesitationKind, 
/**
 * How they put it, word for word.
 */
words?: LongText, };

/**
 * A hesitation.
 */
export type HesitationView = { 
/**
 * Its id.
 */
hesitation: HesitationId, 
/**
 * The deal that it keeps them from.
 */
deal: DealId | null, 
/**
 * What it is about.
 */
kind: HesitationKind, 
/**
 * What it is about, in words.
 */
about: string, 
/**
 * How they put it, word for word.
 */
words: string | null, 
/**
 * Does it still hold them back?
 */
open: boolean, 
/**
 * What answered it last.
 */
answered: string | null, 
/**
 * A benefit of the plan that answers such hesitations, another one than was tried.
 */
benefit: string | null, 
/**
 * What to ask, to understand what is behind it.
 */
question: string | null, };

/**
 * A line of the journal.
 */
export type HistoryLine = { 
/**
 * The entry, or the first of its batch.
 */
entry: EntryId, 
/**
 * How many entries the batch has, if it is one.
 */
batchSize: number | null, 
/**
 * When it was recorded.
 */
at: Timestamp, 
/**
 * Who recorded it.
 */
by: MemberId | null, 
/**
 * The `type` of the fact.
 */
factType: string, 
/**
 * What it is about.
 */
subject: Subject | null, 
/**
 * In words.
 */
text: string, 
/**
 * Does it still count?
 */
state: HistoryState, };

/**
 * The journal.
 */
export type HistoryQuery = { 
/**
 * Only what is about this party or its deals.
 */
party?: PartyId, 
/**
 * How many lines to leave out from the start; 0 if not named.
 */
offset?: number, 
/**
 * How many at most; 100 if not named.
 */
limit?: number, };

/**
 * Does an entry still count?
 */
export type HistoryState = "inForce" | "takenBack" | "notUnderstood";

/**
 * The journal, latest first.
 */
export type HistoryView = { 
/**
 * How many lines there are.
 */
total: number, 
/**
 * Those asked for. A batch is one line.
 */
lines: Array<HistoryLine>, };

/**
 * A day on which nobody works.
 */
export type Holiday = { 
/**
 * Its name.
 */
name: Line, 
/**
 * When it is.
 */
date: HolidayDate, 
/**
 * The time zones in which it is one; none named means everywhere.
 */
zones?: Array<ZoneName>, };

/**
 * The day of a holiday: `2026-12-25`, or every year `--12-25` (the form that ISO 8601:2000 and vCard have for it).
 *
 * ```
 * use nextsale::plan::holiday::HolidayDate;
 * use nextsale::value::time::Date;
 * let christmas = HolidayDate::parse("--12-25").unwrap();
 * assert!(christmas.is_on(Date::parse("2031-12-25").unwrap()));
 * assert!(!HolidayDate::parse("2026-12-25").unwrap().is_on(Date::parse("2031-12-25").unwrap()));
 * assert!(HolidayDate::parse("--02-30").is_none());
 * ```
 */
export type HolidayDate = string;

/**
 * Hours of a day, from a time up to a later one.
 */
export type Hours = { 
/**
 * The first minute.
 */
from: ClockTime, 
/**
 * The minute after the last one.
 */
to: ClockTime, };

/**
 * One file to import; its bytes come beside it.
 */
export type ImportFile = { 
/**
 * Its name.
 */
name: Line, 
/**
 * How many bytes it has.
 */
length: number, 
/**
 * What it holds; found by itself if not named.
 */
table?: TableKind, 
/**
 * The delimiter, one character; found by itself if not named.
 */
delimiter?: string, 
/**
 * The encoding: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; found by itself if not named.
 */
encoding?: string, 
/**
 * The line of the header, counted from 1; found by itself if not named.
 */
headerLine?: number, 
/**
 * What columns mean, by their index from 0: the name of a field, `attribute` to keep it as a custom field,
 * or `ignore`. Those not named are found by themselves.
 */
columns?: { [key in string]: string }, 
/**
 * What the file doesn't tell of an experiment.
 */
experiment?: ExperimentAbout, };

/**
 * What an import would do.
 */
export type ImportPreview = { 
/**
 * Each file.
 */
files: Array<FilePreview>, 
/**
 * How many parties would be new.
 */
newParties: number, 
/**
 * How many parties that are known already would be completed.
 */
completedParties: number, 
/**
 * How many deals would be new.
 */
newDeals: number, 
/**
 * How many products would be new.
 */
newProducts: number, 
/**
 * How many members would be new.
 */
newMembers: number, 
/**
 * How many experiments would be new, or known anew.
 */
newExperiments: number, 
/**
 * How many busy times calendars would bring, in place of those that were known of them.
 */
busyTimes: number, 
/**
 * How many entries the journal would get.
 */
entries: number, };

/**
 * Files to import together: what one refers to, another may bring.
 */
export type ImportRequest = { 
/**
 * The files.
 */
files: Array<ImportFile>, 
/**
 * The currency of amounts that name none; the plan's if not named.
 */
currency?: Currency, 
/**
 * The ISO 3166 code of the country whose phone numbers are written without one.
 */
country?: string, 
/**
 * The order of dates that could be read both ways; found by itself if not named.
 */
dateOrder?: DateOrder, };

/**
 * What parties have in common that makes them one.
 */
export type InCommon = { "type": "email", 
/**
 * The address.
 */
address: string, } | { "type": "nameAndPhone", 
/**
 * The number, as one of them has it.
 */
number: string, } | { "type": "nameAndContactPoint", 
/**
 * The way, as one of them has it.
 */
value: string, } | { "type": "nameAndOrganisation", 
/**
 * The organisation.
 */
organisation: PartyId, } | { "type": "name", 
/**
 * The name, as one of them has it.
 */
name: string, };

/**
 * Whose idea a contact was. Contacts that the customer asked for are exempt from caps.
 */
export type Initiative = "seller" | "customer";

/**
 * One planned or logged contact.
 */
export type InteractionId = string;

/**
 * From where to where.
 */
export type Interval = { 
/**
 * The lower end.
 */
low: number, 
/**
 * The upper end.
 */
high: number, };

/**
 * A lane of promotions.
 */
export type Lane = { 
/**
 * Its id. Promotions that name no lane go in the one called `usual`, which is the last if it isn't listed.
 */
id: LaneId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * Which of the promotions in it apply; the best combination if it is not said.
 */
choose?: LaneChoice, };

/**
 * Which of the promotions in a lane apply.
 */
export type LaneChoice = "bestCombination" | "bestOne" | "bestOnEachLine" | "inOrder" | "firstOne";

/**
 * A lane of promotions: those in it compete, or go in a row.
 */
export type LaneId = string;

/**
 * The need that it leads to for later.
 */
export type LaterNeed = { 
/**
 * The need, in words.
 */
words: LongText, 
/**
 * After so many days.
 */
afterDays: number, };

/**
 * The order of a list of parties.
 */
export type LeadOrder = "approach" | "score" | "name" | "lastContact" | "met";

/**
 * One party in a list.
 */
export type LeadRow = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * What it is.
 */
kind: PartyKind, 
/**
 * Its name.
 */
name: string, 
/**
 * The organisation it belongs to.
 */
organisation: string | null, 
/**
 * What it is to us.
 */
standing: Standing, 
/**
 * Its stage.
 */
stage: StageName, 
/**
 * Its score, 0 to 100.
 */
score: number, 
/**
 * Its band.
 */
band: Band, 
/**
 * What an hour spent on the next step is worth.
 */
worthPerHour: Money, 
/**
 * What a sale is worth.
 */
worth: Money, 
/**
 * How many deals are open.
 */
openDeals: number, 
/**
 * The next step, in words.
 */
nextStep: string, 
/**
 * When the next step can be done; nothing if a guard allows no time at all.
 */
nextAt: Timestamp | null, 
/**
 * The last contact.
 */
lastContactAt: Timestamp | null, 
/**
 * When we met.
 */
metAt: Timestamp, };

/**
 * A list of parties.
 */
export type LeadsQuery = { 
/**
 * Only those whose name, organisation, contact points or attributes have all these words.
 */
search?: Line, 
/**
 * Only these standings; none named means all.
 */
standings?: Array<Standing>, 
/**
 * Only these bands; none named means all.
 */
bands?: Array<Band>, 
/**
 * Only these stages; none named means all.
 */
stages?: Array<StageId>, 
/**
 * The order; that of approach if none is named.
 */
order?: LeadOrder, 
/**
 * How many to leave out from the start; 0 if not named.
 */
offset?: number, 
/**
 * How many at most; 100 if not named.
 */
limit?: number, };

/**
 * Some parties of a list.
 */
export type LeadsView = { 
/**
 * How many match.
 */
total: number, 
/**
 * How many parties there are.
 */
all: number, 
/**
 * Those asked for.
 */
rows: Array<LeadRow>, 
/**
 * The stages there are, to filter by.
 */
stages: Array<StageName>, };

/**
 * A part of a condition: what it asks for, and what is known.
 */
export type LeafView = { 
/**
 * The fact: `score`, `daysSince.viewedPricing`, `attribute.industry`.
 */
fact: string, 
/**
 * What it should be, and what it is: "need is yes (now: partly)".
 */
text: string, };

/**
 * A step that did not fit into the day.
 */
export type LeftOver = { 
/**
 * The step.
 */
step: StepView, 
/**
 * Why it did not fit.
 */
reason: LeftOverReason, 
/**
 * The first working time that would do.
 */
wouldFit: Timestamp | null, 
/**
 * In words.
 */
text: string, };

/**
 * Why a step did not fit into the day.
 */
export type LeftOverReason = "dayFull" | "noWorkingHours" | "noCommonTime" | "clash";

/**
 * What a proposed contact must respect.
 */
export type Limits = { 
/**
 * How often somebody may be contacted.
 */
caps?: Array<Cap>, 
/**
 * How much contact a person bears, over all channels and whoever of us it is.
 */
fatigue?: Fatigue, 
/**
 * At least so many hours between two contacts with a person.
 */
gapHours: number, 
/**
 * The gap after contacts that nobody answered.
 */
afterNoAnswer: GrowingGap, 
/**
 * Nobody is contacted by phone, social message or in person within these hours of their own day.
 */
quietHours: Hours, 
/**
 * The days on which people are contacted.
 */
contactDays: Array<Weekday>, 
/**
 * Channels that need consent given; on the others consent must just not be withdrawn.
 */
consentRequired?: Array<Channel>, };

/**
 * One line of text: a name, a title, a benefit.
 *
 * ```
 * use nextsale::value::text::Line;
 * assert_eq!(Line::parse("  Ada Lovelace ").unwrap().as_str(), "Ada Lovelace");
 * assert!(Line::parse("   ").is_none());
 * assert!(Line::parse("two\nlines").is_none());
 * ```
 */
export type Line = string;

/**
 * A line of a quote.
 */
export type LineId = string;

/**
 * Which lines something is about: those for which everything holds that is said here.
 */
export type LineSelector = { 
/**
 * They are of one of these products.
 */
products?: Array<ProductId>, 
/**
 * They are of none of these products.
 */
without?: Array<ProductId>, 
/**
 * They are one of these lines.
 */
lines?: Array<LineId>, 
/**
 * They have one of the values in each of these custom fields.
 */
attributes?: { [key in string]: string | number | boolean | (string | number | boolean)[] }, 
/**
 * They have none of the values in any of these custom fields.
 */
withoutAttributes?: { [key in string]: string | number | boolean | (string | number | boolean)[] }, 
/**
 * They are so many units or more.
 */
quantityFrom?: number, 
/**
 * They are so many units or fewer.
 */
quantityTo?: number, 
/**
 * A unit costs so much or more on the list, an amount for each currency.
 */
unitPriceFrom?: Array<Money>, 
/**
 * A unit costs so much or less on the list, an amount for each currency.
 */
unitPriceTo?: Array<Money>, 
/**
 * Whether an earlier promotion reduced them; either if it is not said.
 */
alreadyReduced?: AlreadyReduced, };

/**
 * What is taken off a line, or off the delivery charge.
 */
export type LineShare = { 
/**
 * The promotion that does.
 */
promotion: PromotionId, 
/**
 * The earlier purchase, if it is money off that this one brought.
 */
credit: QuoteId | null, 
/**
 * How much, in minor units.
 */
amount: number, };

/**
 * How much we listened and talked (CONTACT-5).
 */
export type ListeningView = { 
/**
 * Seconds listening.
 */
listeningSeconds: number, 
/**
 * Seconds talking.
 */
talkingSeconds: number, 
/**
 * Listening as percent of both. Two thirds is the aim.
 */
listeningPercent: number, 
/**
 * In words.
 */
text: string, };

/**
 * Something in the store that was not as it should be, and was left as it is.
 */
export type LoadNote = { 
/**
 * The key.
 */
key: string, 
/**
 * What was found.
 */
finding: Finding, 
/**
 * In words.
 */
text: string, };

/**
 * What was found when stored entries were read.
 */
export type Loaded = { 
/**
 * How many entries there are now.
 */
entries: number, 
/**
 * How many of them are new since before.
 */
added: number, 
/**
 * What was not as it should be; the rest was loaded all the same.
 */
notes: Array<LoadNote>, 
/**
 * The zones that parties live in.
 */
zones: Array<ZoneName>, };

/**
 * Text of several lines: notes, a description.
 *
 * ```
 * use nextsale::value::text::Text;
 * assert_eq!(Text::parse("two\nlines").unwrap().as_str(), "two\nlines");
 * assert!(Text::parse("\n").is_none());
 * ```
 */
export type LongText = string;

/**
 * Why a deal was lost. No decision is another thing than a competitor.
 */
export type LossReason = "price" | "timing" | "competitor" | "noDecision" | "noNeed" | "noBudget" | "trust" | "fit" | "other" | "notRecorded";

/**
 * Not sold.
 */
export type Lost = { 
/**
 * Why.
 */
reason: LossReason, 
/**
 * In words.
 */
detail?: Line, };

/**
 * Somebody of the sales team.
 */
export type MemberId = string;

/**
 * Somebody joined the team.
 */
export type MemberJoined = { 
/**
 * The id that they get.
 */
member: MemberId, 
/**
 * Their name.
 */
name: Line, 
/**
 * Custom fields.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * Somebody of the team.
 */
export type MemberView = { 
/**
 * Their id.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, };

/**
 * The least that has to be bought of the lines that the promotion is about.
 */
export type Minimum = { 
/**
 * So many units.
 */
quantity?: number, 
/**
 * For such an amount, one for each currency.
 */
amounts?: Array<Money>, 
/**
 * At which prices; those on the list if it is not said.
 */
measured?: Basis, };

/**
 * An appointment that nobody said anything of.
 */
export type MissedContact = { 
/**
 * Its id.
 */
interaction: InteractionId, 
/**
 * With whom.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * When it was to begin.
 */
at: Timestamp, 
/**
 * The day, on our clock.
 */
date: CalendarDate, 
/**
 * When, on our clock.
 */
clock: ClockTime, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, };

/**
 * An amount of money in minor units: `{ "minor": 1250, "currency": "EUR" }` is 12.50 euros.
 *
 * ```
 * use nextsale::value::money::{Currency, Money};
 * let euro = Currency::parse("EUR").unwrap();
 * let price = Money::new(1250, euro).unwrap();
 * assert_eq!(price.to_string(), "12.50 EUR");
 * assert_eq!(price.plus(price).unwrap().minor, 2500);
 * assert!(price.plus(Money::new(1, Currency::parse("USD").unwrap()).unwrap()).is_none());
 * ```
 */
export type Money = { 
/**
 * Whole minor units (cents), within ±(2^53 − 1).
 */
minor: number, 
/**
 * The currency.
 */
currency: Currency, };

/**
 * Money off a later purchase of the same customer, who can spend it in parts.
 */
export type MoneyOffNext = { 
/**
 * So much of what this purchase costs in the end, in hundredths of a percent. Either this or amounts.
 */
basisPoints?: number, 
/**
 * So much, an amount for each currency.
 */
amounts?: Array<Money>, 
/**
 * It can be spent for so many days from the purchase on.
 */
validDays: number, };

/**
 * Move to another stage.
 */
export type MoveProposal = { 
/**
 * Where to.
 */
to: StageId, };

/**
 * A move that the plan knows, and what it still needs.
 */
export type MoveView = { 
/**
 * Where to.
 */
to: StageName, 
/**
 * What is missing, in words; nothing missing means that it may.
 */
missing: Array<string>, };

/**
 * Something that a customer needs.
 */
export type Need = { 
/**
 * Its id; made from the contact's where none is given.
 */
need?: NeedId, 
/**
 * How they put it, word for word.
 */
words: LongText, 
/**
 * The situation that they are in.
 */
situation?: LongText, 
/**
 * What is wrong with it.
 */
issue?: LongText, 
/**
 * What follows from that.
 */
ramifications?: LongText, 
/**
 * How we know it; assumed if nobody says.
 */
certainty?: Certainty, 
/**
 * When it matters; now if nobody says.
 */
time?: NeedTime, };

/**
 * We understood something that they need, or understood it better (NEED-1).
 */
export type NeedFound = { 
/**
 * The id that it gets, or has: told again it corrects what was known.
 */
need: NeedId, 
/**
 * Who needs it.
 */
party: PartyId, 
/**
 * The deal that it matters for.
 */
deal?: DealId, 
/**
 * How they put it, word for word (PEOPLE-5).
 */
words: LongText, 
/**
 * The situation that they are in.
 */
situation?: LongText, 
/**
 * What is wrong with it.
 */
issue?: LongText, 
/**
 * What follows from that.
 */
ramifications?: LongText, 
/**
 * How we know it; assumed if nobody says.
 */
certainty?: Certainty, 
/**
 * When it matters; now if nobody says.
 */
time?: NeedTime, };

/**
 * Something that a customer needs.
 */
export type NeedId = string;

/**
 * It will matter later.
 */
export type NeedLater = { 
/**
 * The day from which on it will.
 */
date?: CalendarDate, 
/**
 * What has to happen first.
 */
event?: Line, };

/**
 * It matters now.
 */
export type NeedNow = Record<symbol, never>;

/**
 * It is solved.
 */
export type NeedSolved = { 
/**
 * The deal that solved it.
 */
deal?: DealId, };

/**
 * When a need matters.
 */
export type NeedTime = { "type": "now" } & NeedNow | { "type": "later" } & NeedLater | { "type": "solved" } & NeedSolved;

/**
 * A need.
 */
export type NeedView = { 
/**
 * Its id.
 */
need: NeedId, 
/**
 * The deal that it matters for.
 */
deal: DealId | null, 
/**
 * How they put it, word for word.
 */
words: string, 
/**
 * The situation that they are in.
 */
situation: string | null, 
/**
 * What is wrong with it.
 */
issue: string | null, 
/**
 * What follows from that.
 */
ramifications: string | null, 
/**
 * How we know it.
 */
certainty: Certainty, 
/**
 * When it matters.
 */
time: NeedTime, 
/**
 * When it matters, in words.
 */
when: string, };

/**
 * No contact at all.
 */
export type Never = Record<symbol, never>;

/**
 * The contact that was planned at the end of another one: a planned contact with the same party, for the same
 * deal.
 */
export type NextContact = { 
/**
 * The id that it gets.
 */
interaction: InteractionId, 
/**
 * When it begins.
 */
at: Timestamp, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Why.
 */
why: Why, 
/**
 * Why, in words.
 */
whyDetail?: Line, 
/**
 * What the customer gains from it.
 */
benefit: Benefit, 
/**
 * What a good result would be.
 */
desiredResult?: Line, 
/**
 * Is the time agreed?
 */
commitment: Commitment, };

/**
 * A promotion or a code that doesn't apply.
 */
export type NotApplied = { 
/**
 * The promotion; nothing if nobody knows the code.
 */
promotion: PromotionId | null, 
/**
 * What it is called.
 */
name: Line | null, 
/**
 * The code that was named.
 */
code: Line | null, 
/**
 * Why not.
 */
reason: WhyNot, };

/**
 * No contact before a day.
 */
export type NotBefore = { 
/**
 * The first day on which contact is welcome again.
 */
date: CalendarDate, };

/**
 * Somebody took a note.
 */
export type NoteTaken = { 
/**
 * Whom it is about.
 */
party: PartyId, 
/**
 * The note.
 */
text: LongText, };

/**
 * A note.
 */
export type NoteView = { 
/**
 * The entry that has it.
 */
entry: EntryId, 
/**
 * When it was taken.
 */
at: Timestamp, 
/**
 * The note.
 */
text: string, };

/**
 * What a contact is for.
 */
export type Objective = "findOutInterest" | "analyseNeeds" | "getMeeting" | "demonstrate" | "propose" | "resolveHesitation" | "resolveComplaint" | "agree" | "thank" | "askForFeedback" | "askForReferral";

/**
 * Whether somebody gets a promotion.
 */
export type OfferedGroup = "offered" | "withheld";

/**
 * A promotion that was offered.
 */
export type OfferedRow = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * What it is called, if it is listed.
 */
name: string | null, 
/**
 * To how many it was offered.
 */
offered: number, 
/**
 * From how many it was withheld.
 */
withheld: number, 
/**
 * In words.
 */
text: string, };

/**
 * A promotion that was offered to somebody, or withheld from them.
 */
export type OfferedView = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * Its name; nothing if it is no longer in the book.
 */
name: string | null, 
/**
 * Whether they get it.
 */
group: OfferedGroup, 
/**
 * How that was decided.
 */
assigned: Assignment, 
/**
 * When.
 */
at: Timestamp, 
/**
 * For which deal.
 */
deal: DealId | null, };

/**
 * What happens with units of a free item that are on the quote already.
 */
export type OnQuote = "madeFree" | "leftAlone";

/**
 * Something to open a conversation with.
 */
export type OpeningTopic = { 
/**
 * What was noted, or what they said, word for word.
 */
words: string, 
/**
 * The need whose words these are; nothing for a personal note.
 */
need: NeedId | null, 
/**
 * Since when we know it.
 */
date: CalendarDate, 
/**
 * In words, how to begin with it.
 */
text: string, };

/**
 * Something else, such as that nothing else is due.
 */
export type OtherOrigin = Record<symbol, never>;

/**
 * Another service.
 */
export type OtherService = { 
/**
 * What it is.
 */
name: Line, 
/**
 * What it is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What it costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * How a deal ended.
 */
export type Outcome = { "type": "won" } & Won | { "type": "lost" } & Lost;

/**
 * What was looked at.
 */
export type OutcomeKind = "visited" | "converted" | "cameBack" | "otherRate" | "worth" | "visits" | "otherAmount";

/**
 * One outcome with something and without.
 */
export type OutcomeView = { 
/**
 * What it is.
 */
kind: OutcomeKind, 
/**
 * The currency of a worth.
 */
currency: Currency | null, 
/**
 * In words.
 */
text: string, 
/**
 * The outcome.
 */
outcome: Line, 
/**
 * With it.
 */
with: Estimate, 
/**
 * Without it.
 */
without: Estimate, 
/**
 * With it less without it.
 */
difference: number, 
/**
 * The 95 % interval of the difference (Newcombe, Welch); nothing where there is no saying.
 */
interval: Interval | null, 
/**
 * The interval that takes into account how many were looked at together (Holm). The verdict goes by it.
 */
corrected: Interval | null, 
/**
 * The confidence of that interval.
 */
correctedConfidence: number | null, 
/**
 * The difference as a share of what is without it; nothing if that can't be told from zero.
 */
uplift: number | null, 
/**
 * The 95 % interval of that share (Donner and Zou, Fieller). It has 0 inside just when that of the difference has.
 */
upliftInterval: Interval | null, 
/**
 * What can be said.
 */
verdict: Verdict, 
/**
 * What there is not enough of.
 */
shortage: Shortage | null, };

/**
 * Why somebody moved a stage although the plan did not allow it.
 */
export type Override = { 
/**
 * Why.
 */
reason: Line, };

/**
 * Something that was used beyond its limit.
 */
export type Overspent = { "type": "uses", 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The code, if it is the code's limit.
 */
code: Line | null, 
/**
 * How often it can be used.
 */
limit: number, 
/**
 * How often it was.
 */
used: number, } | { "type": "customer", 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The code, if it is the code's limit.
 */
code: Line | null, 
/**
 * The customer.
 */
party: PartyId, 
/**
 * How often one can use it.
 */
limit: number, 
/**
 * How often they did.
 */
used: number, } | { "type": "budget", 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The code, if it is the code's limit.
 */
code: Line | null, 
/**
 * What there was.
 */
limit: Money, 
/**
 * What was given.
 */
spent: Money, } | { "type": "units", 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * How many there were.
 */
limit: number, 
/**
 * How many were given.
 */
used: number, } | { "type": "credit", 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The purchase.
 */
quote: QuoteId, 
/**
 * What it brought, less what was taken back.
 */
granted: Money, 
/**
 * What was spent of it.
 */
spent: Money, };

/**
 * How something stands against the plan's timeline (PLAN-3).
 */
export type Pace = "early" | "onTrack" | "late" | "stale" | "excused";

/**
 * How many parties and open deals stand so against the timeline.
 */
export type PaceTally = { 
/**
 * How they stand.
 */
pace: Pace, 
/**
 * How many by the plan in force.
 */
before: number, 
/**
 * How many by the one that is being written.
 */
after: number, };

/**
 * Park somebody with little interest (SIGNAL-3).
 */
export type ParkProposal = { 
/**
 * Why.
 */
reason: Line, 
/**
 * Look again after so many days.
 */
days: number, };

/**
 * That somebody is parked (SIGNAL-3).
 */
export type ParkedView = { 
/**
 * Why.
 */
reason: string, 
/**
 * Until when.
 */
until: CalendarDate, };

/**
 * Two parties turned out to be one (PEOPLE-6).
 */
export type PartiesMerged = { 
/**
 * The one whose name and id stay.
 */
kept: PartyId, 
/**
 * The one that was the same.
 */
merged: PartyId, };

/**
 * What we know of a party was corrected. Fields that are absent stay as they are.
 */
export type PartyCorrected = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * Its right name.
 */
name?: Line, 
/**
 * Where it belongs.
 */
affiliation?: Affiliation, 
/**
 * How it was really found.
 */
source?: Source, 
/**
 * Who looks after it.
 */
owner?: MemberId, 
/**
 * Its ids and names in other systems, in addition to those known.
 */
externalIds?: Array<Line>, 
/**
 * Custom fields to set.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * A person or an organisation.
 */
export type PartyId = string;

/**
 * What a party is.
 */
export type PartyKind = "person" | "organisation";

/**
 * We came to know a party (PEOPLE-1, SOURCE-1).
 */
export type PartyMet = { 
/**
 * The id that it gets.
 */
party: PartyId, 
/**
 * What it is.
 */
kind: PartyKind, 
/**
 * Its name.
 */
name: Line, 
/**
 * Where a person belongs.
 */
affiliation?: Affiliation, 
/**
 * Ways to contact it. Without one it is a suspect.
 */
contactPoints?: Array<ContactPoint>, 
/**
 * How it was found.
 */
source?: Source, 
/**
 * How it likes to be contacted.
 */
preferences?: Preferences, 
/**
 * When we met, if that was earlier than now.
 */
metAt?: Timestamp, 
/**
 * Who of us looks after it.
 */
owner?: MemberId, 
/**
 * Its ids and names in other systems.
 */
externalIds?: Array<Line>, 
/**
 * Custom fields.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * A party was parked: little interest for now (SIGNAL-3).
 */
export type PartyParked = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * Why.
 */
reason: Line, 
/**
 * When to look again.
 */
until: CalendarDate, };

/**
 * Everything about one party.
 */
export type PartyQuery = { 
/**
 * The party.
 */
party: PartyId, };

/**
 * A parked party was taken up again.
 */
export type PartyResumed = { 
/**
 * The party.
 */
party: PartyId, };

/**
 * A party, in the lead's or the customer's part of the plan.
 */
export type PartySubject = { 
/**
 * The party.
 */
party: PartyId, };

/**
 * Everything about one party.
 */
export type PartyView = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * What it is.
 */
kind: PartyKind, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is to us.
 */
standing: Standing, 
/**
 * Where a person belongs.
 */
organisation: RelatedParty | null, 
/**
 * The people of an organisation.
 */
people: Array<RelatedParty>, 
/**
 * The part they play when their organisation buys.
 */
role: BuyingRole | null, 
/**
 * Their job title.
 */
title: string | null, 
/**
 * Ways to contact it.
 */
contactPoints: Array<ContactPoint>, 
/**
 * What they allow, by channel.
 */
consent: { [key in Channel]?: Consent }, 
/**
 * Do they want to be left alone?
 */
doNotContact: DoNotContact, 
/**
 * How they like to be contacted.
 */
preferences: Preferences, 
/**
 * How they were found.
 */
source: Source | null, 
/**
 * The name of who referred them.
 */
referrerName: string | null, 
/**
 * Who of us looks after them.
 */
owner: MemberId | null, 
/**
 * The owner's name.
 */
ownerName: string | null, 
/**
 * Custom fields.
 */
attributes: { [key in Line]: Attribute }, 
/**
 * Its ids in other systems.
 */
externalIds: Array<Line>, 
/**
 * When we met.
 */
metAt: Timestamp, 
/**
 * Until when they are parked, and why.
 */
parked: ParkedView | null, 
/**
 * The stage, and where it can go.
 */
stage: StageView, 
/**
 * The score and its reasons.
 */
score: ScoreView, 
/**
 * How close to buying.
 */
buyingPoint: BuyingPoint, 
/**
 * The signals, latest first; the first fifty.
 */
signals: Array<SignalView>, 
/**
 * Budget, authority, need and timeline.
 */
qualification: Array<TopicView>, 
/**
 * The question to ask next.
 */
askNext: QuestionView | null, 
/**
 * How much we listened over all contacts (CONTACT-5).
 */
listening: ListeningView | null, 
/**
 * The contacts, latest first; the first fifty.
 */
contacts: Array<ContactView>, 
/**
 * What they need, latest first.
 */
needs: Array<NeedView>, 
/**
 * What holds or held them back, latest first.
 */
hesitations: Array<HesitationView>, 
/**
 * What we promised them, latest first.
 */
promises: Array<PromiseView>, 
/**
 * What they complained about, latest first.
 */
complaints: Array<ComplaintView>, 
/**
 * Promotions that were offered to it or withheld from it, latest first.
 */
offered: Array<OfferedView>, 
/**
 * Its deals, open ones first.
 */
deals: Array<DealView>, 
/**
 * The next steps, best first.
 */
steps: Array<StepView>, 
/**
 * Notes, latest first.
 */
notes: Array<NoteView>, 
/**
 * Names of duplicates that were merged into it (PEOPLE-6).
 */
alsoKnownAs: Array<string>, 
/**
 * What duplicates had differently, in words.
 */
setAside: Array<string>, 
/**
 * What to open a conversation with, best first (PEOPLE-4, PEOPLE-5).
 */
openWith: Array<OpeningTopic>, 
/**
 * What we know of them personally, latest first.
 */
rapport: Array<RapportView>, };

/**
 * A percentage off.
 */
export type PercentOff = { 
/**
 * So much off, in hundredths of a percent: 1500 is 15 %. Below the first tier nothing, if it is not said.
 */
basisPoints?: number, 
/**
 * What it is counted for.
 */
target: Target, 
/**
 * The highest tier that is reached holds instead.
 */
tiers?: Array<PercentTier>, 
/**
 * What tiers are measured by; the selected lines together if it is not said.
 */
tiersBy?: TierMeasure, };

/**
 * So much off each unit, in hundredths of a percent.
 */
export type PercentReduction = { 
/**
 * 10000 is all of it.
 */
basisPoints: number, };

/**
 * From somewhere on, another percentage.
 */
export type PercentTier = { 
/**
 * From where on.
 */
from: TierFrom, 
/**
 * So much off, in hundredths of a percent.
 */
basisPoints: number, };

/**
 * When it is given.
 */
export type Period = { 
/**
 * From this moment on.
 */
from?: Timestamp, 
/**
 * Until this moment: then it is over.
 */
until?: Timestamp, };

/**
 * A row of stages.
 */
export type Pipeline = { 
/**
 * Its id.
 */
id: PipelineId, 
/**
 * Its name; that of what moves through it if it has none.
 */
name?: Line, 
/**
 * What moves through it.
 */
covers: PipelineKind, 
/**
 * Which new deals it takes; all if it says nothing. Of several pipelines the first that takes a deal has it.
 */
takes?: Condition, 
/**
 * The stage in which everything begins.
 */
start: StageId, 
/**
 * The stages.
 */
stages: Array<Stage>, };

/**
 * A pipeline of the sales plan.
 */
export type PipelineId = string;

/**
 * What moves through a pipeline.
 */
export type PipelineKind = "lead" | "deal" | "customer";

/**
 * A pipeline's id and name.
 */
export type PipelineName = { 
/**
 * Its id.
 */
id: PipelineId, 
/**
 * Its name, if it has one.
 */
name: string | null, };

/**
 * A sales plan that was checked whole: its stages lead somewhere, its ids are its own, its rules can be asked.
 */
export type Plan = { 
/**
 * Its id.
 */
id: PlanId, 
/**
 * Its version, counted up with each change.
 */
version: number, 
/**
 * Its name.
 */
name: Line, 
/**
 * The currency in which worth is counted.
 */
currency: Currency, 
/**
 * What a sale is worth as long as nobody knows better, in minor units of the currency.
 */
typicalWorth: number, 
/**
 * The stages, for leads, deals and customers.
 */
pipelines: Array<Pipeline>, 
/**
 * What signals mean.
 */
signals: SignalWeights, 
/**
 * What budget, authority, need and timeline mean.
 */
qualification: Qualification, 
/**
 * How the score is made up.
 */
score: ScoreWeights, 
/**
 * The rules that propose next steps.
 */
rules: Array<Rule>, 
/**
 * In which rhythm customers are kept in touch with.
 */
rhythm?: Array<Rhythm>, 
/**
 * A dearer deal takes longer: by what percentage of the ideal time, from which worth on (PLAN-3).
 */
worthTiers?: Array<WorthTier>, 
/**
 * What answers hesitations of each kind, and what to ask about them.
 */
hesitations?: { [key in HesitationKind]?: HesitationPlan }, 
/**
 * How complaints are put right; the usual if not named.
 */
complaints?: ComplaintPlan, 
/**
 * Days without a purchase or a contact in which they answered after which a customer has to be won back; 365
 * if not named.
 */
lapsedAfterDays?: number, 
/**
 * Days after which a rapport note is too old to begin with; 365 if not named.
 */
rapportDays?: number, 
/**
 * What rejected steps teach; the usual if not named.
 */
rejections?: Rejections, 
/**
 * How quotes are counted; the usual if not named.
 */
quotes?: QuoteRules, 
/**
 * Days on which nobody works.
 */
holidays?: Array<Holiday>, 
/**
 * The guards' limits.
 */
limits: Limits, 
/**
 * Working hours and how long things take.
 */
day: DayRhythm, };

/**
 * A sales plan came into force (PLAN-5).
 */
export type PlanAdopted = { 
/**
 * The plan.
 */
plan: Plan, };

/**
 * A place at which two plans differ.
 */
export type PlanChange = { 
/**
 * The place, as JavaScript would write it.
 */
path: string, 
/**
 * What became of it.
 */
kind: ChangeKind, 
/**
 * The place in words.
 */
place: string, 
/**
 * What was there, in words.
 */
before: string | null, 
/**
 * What is there now, in words.
 */
after: string | null, 
/**
 * All of it in one line.
 */
text: string, };

/**
 * A plan that is being written: what is wrong with it, what it says, and what it changes.
 */
export type PlanDraftQuery = { 
/**
 * Its text.
 */
text: string, };

/**
 * What there is to say about a plan that is being written.
 */
export type PlanDraftView = { 
/**
 * Whatever is wrong with it; with nothing wrong it can be adopted.
 */
problems: Array<PlanProblem>, 
/**
 * What its parts say, for those that can be read.
 */
sentences: Array<PlanSentence>, 
/**
 * What it changes in the plan in force.
 */
changes: Array<PlanChange>, 
/**
 * What its conditions can ask for.
 */
facts: Array<AskableFact>, };

/**
 * A sales plan.
 */
export type PlanId = string;

/**
 * Where the plan in force comes from.
 */
export type PlanOrigin = "builtIn" | "adopted";

/**
 * Something wrong at a place in a plan.
 */
export type PlanProblem = { 
/**
 * The place, as JavaScript would write it; empty for the whole.
 */
path: string, 
/**
 * What is wrong there, and what is allowed, in words.
 */
text: string, 
/**
 * What is allowed there.
 */
allowed: string, 
/**
 * The name that was probably meant.
 */
likely: string | null, };

/**
 * The plan in force.
 */
export type PlanQuery = Record<symbol, never>;

/**
 * A part of a plan in plain language: a rule, what must be true to enter a stage, what a signal counts.
 */
export type PlanSentence = { 
/**
 * The place: `rules[2]`, `pipelines[0].stages[1].enter`, `signals.kinds.visited`.
 */
path: string, 
/**
 * The sentence.
 */
text: string, };

/**
 * What a plan that is being written would change for the parties of this book.
 */
export type PlanTrialQuery = { 
/**
 * Its text.
 */
text: string, 
/**
 * How many of the parties for whom something changes to tell at most, those first for whom most does; 25 if not
 * named. Their count is always told.
 */
limit?: number, };

/**
 * What changes for a party, with what either plan says and why.
 */
export type PlanTrialRow = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * Its name.
 */
name: string, 
/**
 * The organisation it belongs to.
 */
organisation: string | null, 
/**
 * What changes.
 */
changes: Array<TrialChange>, 
/**
 * What the plan in force says.
 */
before: TrialSide, 
/**
 * What the plan that is being written says.
 */
after: TrialSide, };

/**
 * What a plan that is being written would change, if it were adopted now. With anything wrong in it nothing can be said
 * but that.
 */
export type PlanTrialView = { 
/**
 * Whatever is wrong with it.
 */
problems: Array<PlanProblem>, 
/**
 * How many parties were looked at.
 */
parties: number, 
/**
 * For how many of them something changes.
 */
changed: number, 
/**
 * What changes, for how many parties; nothing is told of what stays as it is for everybody.
 */
differences: Array<DifferenceView>, 
/**
 * How many parties are in each band, by the plan in force and by this one.
 */
bands: Array<BandTally>, 
/**
 * How many parties and open deals stand so against the timeline.
 */
paces: Array<PaceTally>, 
/**
 * Rules that begin to fire for somebody, or no longer do.
 */
rules: Array<RuleTallyView>, 
/**
 * Parties for whom something changes, those first for whom most does.
 */
rows: Array<PlanTrialRow>, };

/**
 * A version of a plan.
 */
export type PlanVersion = { 
/**
 * The plan.
 */
plan: PlanId, 
/**
 * Its version.
 */
version: number, };

/**
 * A plan that was in force.
 */
export type PlanVersionView = { 
/**
 * The entry that adopted it; nothing for the plan that came with the engine.
 */
entry: EntryId | null, 
/**
 * When it was adopted.
 */
at: Timestamp | null, 
/**
 * Who adopted it, by name.
 */
by: string | null, 
/**
 * The plan.
 */
plan: Plan, 
/**
 * What it changed in the one before.
 */
changes: Array<PlanChange>, };

/**
 * The plans that were in force, latest first.
 */
export type PlanVersionsQuery = Record<symbol, never>;

/**
 * The plans that were in force.
 */
export type PlanVersionsView = { 
/**
 * Latest first; the first is in force, the last came with the engine.
 */
versions: Array<PlanVersionView>, 
/**
 * The plans that come along, to begin with.
 */
builtIn: Array<Plan>, };

/**
 * The plan in force.
 */
export type PlanView = { 
/**
 * The plan.
 */
plan: Plan, 
/**
 * Was it adopted, or is it the built-in one?
 */
origin: PlanOrigin, };

/**
 * A planned contact, and what stands against another time for it.
 */
export type PlannedQuery = { 
/**
 * The contact.
 */
interaction: InteractionId, 
/**
 * The time asked about; that for which it is planned if none is named.
 */
at?: Timestamp, };

/**
 * A planned contact.
 */
export type PlannedView = { 
/**
 * As it was planned: what plans it anew is the same with another id and another time.
 */
contact: ContactPlanned, 
/**
 * The guards that hold it back at the time asked about. Who plans it may know better: they may have agreed on it.
 */
held: Array<HeldView>, };

/**
 * A contact that a stage prescribes.
 */
export type PointOfContact = { 
/**
 * Its id.
 */
id: PointOfContactId, 
/**
 * How many days after the stage was entered.
 */
afterDays: number, 
/**
 * By which channels, best first.
 */
channels: Array<Channel>, 
/**
 * What for.
 */
objective: Objective, 
/**
 * What the customer gains from it; the first that differs from the last contact's is used.
 */
benefits: Array<Benefit>, 
/**
 * What a good result would be.
 */
desiredResult: Line, };

/**
 * A point of contact of the sales plan.
 */
export type PointOfContactId = string;

/**
 * A point of contact of a stage.
 */
export type PointOfContactOrigin = { 
/**
 * The point.
 */
point: PointOfContactId, };

/**
 * How somebody likes to be contacted.
 */
export type Preferences = { 
/**
 * On this channel.
 */
channel?: Channel, 
/**
 * Within these windows; none named means any time.
 */
windows?: Array<Window>, 
/**
 * The time zone they live by.
 */
zone?: ZoneName, };

/**
 * We learned how a party likes to be contacted (PEOPLE-3). Replaces what was known of it.
 */
export type PreferencesLearned = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * How.
 */
preferences: Preferences, };

/**
 * A price for each unit.
 */
export type PriceReduction = { 
/**
 * An amount for each currency.
 */
prices: Array<Money>, };

/**
 * From somewhere on, another price.
 */
export type PriceTier = { 
/**
 * From where on.
 */
from: TierFrom, 
/**
 * The price, an amount for each currency.
 */
prices: Array<Money>, };

/**
 * May a note be suggested as a topic?
 */
export type Privacy = "shareable" | "private";

/**
 * A prize.
 */
export type Prize = { 
/**
 * What it is.
 */
name: Line, 
/**
 * What it is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What it costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * One fault in a document: where it is, what is wrong, and what would be right.
 */
export type Problem = { 
/**
 * The place, as JavaScript would write it: `contactPoints[0].value`; empty for the whole document.
 */
path: string, 
/**
 * What is wrong there.
 */
fault: Fault, 
/**
 * What is allowed there, as a phrase.
 */
allowed: string, 
/**
 * The known name that is closest to a misspelt one.
 */
likely: string | null, };

/**
 * What a problem in a row leads to.
 */
export type ProblemEffect = "rowRefused" | "cellKeptAsText";

/**
 * Something that is sold.
 */
export type ProductId = string;

/**
 * We began to offer a product.
 */
export type ProductListed = { 
/**
 * The id that it gets.
 */
product: ProductId, 
/**
 * Its name.
 */
name: Line, 
/**
 * Its price.
 */
price?: Money, 
/**
 * Custom fields.
 */
attributes?: { [key in Line]: Attribute }, };

/**
 * A product.
 */
export type ProductView = { 
/**
 * Its id.
 */
product: ProductId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its price.
 */
price: Money | null, };

/**
 * Plan against actual (PLAN-3).
 */
export type ProgressView = { 
/**
 * In one word.
 */
pace: Pace, 
/**
 * Days since it began.
 */
days: number, 
/**
 * The day on which the timeline expects it in this stage at the earliest, counted from the beginning.
 */
expectedFrom: number, 
/**
 * And up to which.
 */
expectedTo: number, 
/**
 * The percentage of the stages' ideal time that applies, for its worth.
 */
idealPercent: number, 
/**
 * Working days since they last said something to us; none while an appointment lies ahead.
 */
idleDays: number, 
/**
 * Working days of silence after which it is stale.
 */
staleAfterDays: number, 
/**
 * Why it may take longer, as long as that reason holds.
 */
excuse: string | null, 
/**
 * The last day for which that reason holds.
 */
excusedUntil: CalendarDate | null, 
/**
 * In words.
 */
text: string, };

/**
 * Something that we said we would do.
 */
export type Promise = { 
/**
 * Its id; made from the contact's where none is given.
 */
promise?: PromiseId, 
/**
 * What we will do.
 */
text: Line, 
/**
 * The last day on which it counts as kept.
 */
due: CalendarDate, };

/**
 * We won't do what we had promised (NEXT-3).
 */
export type PromiseBroken = { 
/**
 * Whom we promised it.
 */
party: PartyId, 
/**
 * The promise.
 */
promise: PromiseId, 
/**
 * Why.
 */
reason?: Line, };

/**
 * Something that we said we would do.
 */
export type PromiseId = string;

/**
 * We did what we had promised (NEXT-3).
 */
export type PromiseKept = { 
/**
 * Whom we promised it.
 */
party: PartyId, 
/**
 * The promise.
 */
promise: PromiseId, 
/**
 * When we did it, if that was earlier than now.
 */
keptAt?: Timestamp, };

/**
 * We said that we would do something (NEXT-3).
 */
export type PromiseMade = { 
/**
 * The id that it gets.
 */
promise: PromiseId, 
/**
 * Whom we promised it.
 */
party: PartyId, 
/**
 * For which deal.
 */
deal?: DealId, 
/**
 * What we will do.
 */
text: Line, 
/**
 * The last day on which it counts as kept.
 */
due: CalendarDate, };

/**
 * A promise.
 */
export type PromiseOrigin = { 
/**
 * The promise.
 */
promise: PromiseId, };

/**
 * How a promise stands.
 */
export type PromiseStatus = "open" | "due" | "overdue" | "kept" | "keptLate" | "broken";

/**
 * A promise.
 */
export type PromiseView = { 
/**
 * Its id.
 */
promise: PromiseId, 
/**
 * Whom we promised it.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * For which deal.
 */
deal: DealId | null, 
/**
 * What we said we would do.
 */
text: string, 
/**
 * The last day on which it counts as kept.
 */
due: CalendarDate, 
/**
 * How it stands.
 */
status: PromiseStatus, 
/**
 * How it stands, in words.
 */
stands: string, };

/**
 * What we promised.
 */
export type PromisesQuery = { 
/**
 * Only what we promised this party.
 */
party?: PartyId, };

/**
 * What we promised.
 */
export type PromisesView = { 
/**
 * What is still to be kept, the earliest first.
 */
open: Array<PromiseView>, 
/**
 * What was kept or broken, the latest first; the first hundred.
 */
settled: Array<PromiseView>, };

/**
 * A promotion whose terms were checked as a whole: what it says can be done.
 *
 * ```
 * use nextsale::offer::promotion::Promotion;
 * use nextsale::value::document::read;
 * let spring = r#"{
 *   "name": "Ten percent in spring",
 *   "gives": { "type": "percentOff", "basisPoints": 1000, "target": "whole" },
 *   "codes": ["SPRING"], "limits": { "uses": 100 }
 * }"#;
 * assert!(read::<Promotion>(spring).is_ok());
 * let problems = read::<Promotion>(&spring.replace("1000", "12000")).unwrap_err();
 * assert_eq!(problems[0].path, "gives.basisPoints");
 * ```
 */
export type Promotion = { 
/**
 * What it is called.
 */
name: Line, 
/**
 * How it is put to customers.
 */
words?: LongText, 
/**
 * Is it given at all? Active if it is not said.
 */
standing?: PromotionStanding, 
/**
 * What it gives.
 */
gives: Gift, 
/**
 * Which lines it is about; all if it is not said.
 */
lines?: LineSelector, 
/**
 * One of these has to be named; it applies by itself if there are none.
 */
codes?: Array<string | CodeTerms>, 
/**
 * When it is given.
 */
period?: Period, 
/**
 * How often and how much in all.
 */
limits?: PromotionLimits, 
/**
 * For whom and for which deals.
 */
when?: Condition, 
/**
 * The least that has to be bought of the lines that it is about.
 */
minimum?: Minimum, 
/**
 * What else has to be on the quote, or must not be.
 */
requires?: Array<Requirement>, 
/**
 * The higher, the earlier it applies; 0 if it is not said.
 */
priority?: number, 
/**
 * The lane that it goes in; the usual one if it is not said.
 */
lane?: LaneId, 
/**
 * Of those in the same group at most one holds.
 */
group?: GroupId, 
/**
 * What it keeps others from; nothing if it is not said.
 */
exclusive?: Exclusive, 
/**
 * Of which price a percentage is taken; the current one if it is not said.
 */
basis?: Basis, 
/**
 * How a reduction of several lines together is spread; by what they cost if it is not said.
 */
spread?: Spread, 
/**
 * The most that it gives on one quote.
 */
caps?: Caps, 
/**
 * The contact that follows when it was accepted.
 */
follow?: FollowUp, 
/**
 * The need that it leads to.
 */
need?: LaterNeed, };

/**
 * Something that makes an offer better.
 */
export type PromotionId = string;

/**
 * How often and how much in all.
 */
export type PromotionLimits = { 
/**
 * So many times.
 */
uses?: number, 
/**
 * So many times for each customer.
 */
usesPerCustomer?: number, 
/**
 * So much in all, an amount for each currency. In other currencies it is not given.
 */
budget?: Array<Money>, 
/**
 * So many units in all.
 */
units?: number, 
/**
 * What happens where less is left than would be given; what is left is given if it is not said.
 */
whenShort?: WhenShort, };

/**
 * We began to give a promotion. Listed again it has other terms from now on; what was accepted stays as it was.
 */
export type PromotionListed = { 
/**
 * The id that it gets, or has.
 */
promotion: PromotionId, 
/**
 * Its terms.
 */
terms: Promotion, };

/**
 * A promotion was offered to somebody, or it was decided that they don't get it (PROMO-6).
 */
export type PromotionOffered = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * Who.
 */
party: PartyId, 
/**
 * For which deal.
 */
deal?: DealId, 
/**
 * Whether they get it.
 */
group: OfferedGroup, 
/**
 * How that was decided.
 */
assigned: Assignment, 
/**
 * When that was, if it was earlier than now.
 */
offeredAt?: Timestamp, };

/**
 * A promotion of a quote that they accepted.
 */
export type PromotionOrigin = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The quote.
 */
quote: QuoteId, };

/**
 * Is a promotion given at all?
 */
export type PromotionStanding = "active" | "paused";

/**
 * A use of a promotion.
 */
export type PromotionUse = { 
/**
 * The promotion.
 */
promotion: PromotionId, 
/**
 * The code that was named, as the promotion spells it.
 */
code?: Line, 
/**
 * What it takes off in all, in minor units: the shares and what is off the delivery charge.
 */
amount: number, 
/**
 * What it takes off each line.
 */
shares?: Array<Share>, 
/**
 * What it takes off the delivery charge, in minor units.
 */
delivery?: number, 
/**
 * What it gives beside the lines.
 */
gives?: Array<Given>, 
/**
 * The money off later purchases that it brings.
 */
credit?: GrantedCredit, };

/**
 * A promotion, and what was used of it.
 */
export type PromotionView = { 
/**
 * Its id.
 */
promotion: PromotionId, 
/**
 * Its terms, as they are now.
 */
terms: Promotion, 
/**
 * On how many accepted quotes it is in use.
 */
uses: number, 
/**
 * How many units it gave or reduced.
 */
units: number, 
/**
 * What it gave: what it took off, and the credit that it brought.
 */
spent: Array<Money>, };

/**
 * The promotions, and what was used of them (PROMO-4).
 */
export type PromotionsQuery = Record<symbol, never>;

/**
 * All promotions, and what was used beyond their limits.
 */
export type PromotionsView = { 
/**
 * The promotions, by id.
 */
promotions: Array<PromotionView>, 
/**
 * What was used beyond its limits by copies of the book that were apart.
 */
overspent: Array<Overspent>, };

/**
 * What a rule proposes.
 */
export type Proposal = { "type": "contact" } & ContactProposal | { "type": "park" } & ParkProposal | { "type": "decide" } & DecideProposal | { "type": "move" } & MoveProposal;

/**
 * What budget, authority, need and timeline mean.
 */
export type Qualification = { 
/**
 * After how many days an answer has to be confirmed again (BANT-3).
 */
freshDays: number, 
/**
 * Each topic.
 */
topics: { [key in Topic]?: TopicWeight }, };

/**
 * A question.
 */
export type Query = { "type": "day" } & DayQuery | { "type": "week" } & WeekQuery | { "type": "leads" } & LeadsQuery | { "type": "party" } & PartyQuery | { "type": "steps" } & StepsQuery | { "type": "rules" } & RulesQuery | { "type": "promises" } & PromisesQuery | { "type": "brief" } & BriefQuery | { "type": "planned" } & PlannedQuery | { "type": "history" } & HistoryQuery | { "type": "plan" } & PlanQuery | { "type": "planDraft" } & PlanDraftQuery | { "type": "planTrial" } & PlanTrialQuery | { "type": "planVersions" } & PlanVersionsQuery | { "type": "board" } & BoardQuery | { "type": "book" } & BookQuery | { "type": "table" } & TableQuery | { "type": "vcard" } & VcardQuery | { "type": "calendar" } & CalendarQuery | { "type": "duplicates" } & DuplicatesQuery | { "type": "quote" } & QuoteRequest | { "type": "promotions" } & PromotionsQuery | { "type": "acceptedQuotes" } & AcceptedQuotesQuery | { "type": "effect" } & EffectQuery | { "type": "experiments" } & ExperimentsQuery;

/**
 * The question whose answer would change the order of approach most (BANT-2).
 */
export type QuestionView = { 
/**
 * What about.
 */
topic: Topic, 
/**
 * The question, in words.
 */
question: string, 
/**
 * By how much the worth of an hour differs between the best and the worst answer.
 */
swing: Money, 
/**
 * In words, why this one.
 */
text: string, };

/**
 * A customer accepted a quote.
 */
export type QuoteAccepted = { 
/**
 * The id that it gets.
 */
quote: QuoteId, 
/**
 * Who accepted it; the deal's customer if it is not said.
 */
party?: PartyId, 
/**
 * The deal that it was made for. It is worth from now on what the quote comes to.
 */
deal?: DealId, 
/**
 * What was accepted, word for word as the quote gave it.
 */
reservation: Reservation, 
/**
 * When, if that was earlier than now.
 */
acceptedAt?: Timestamp, 
/**
 * How long it held, if it was given to them as one that holds for some time. Promotions that were given then may
 * since be over; what they can give in all may still be used up by others.
 */
validity?: QuoteValidity, 
/**
 * What its promotions lead to; the engine writes it down.
 */
consequences?: Array<Consequence>, };

/**
 * An accepted quote was taken back as a whole.
 */
export type QuoteCancelled = { 
/**
 * The quote.
 */
quote: QuoteId, 
/**
 * Why.
 */
reason?: Line, };

/**
 * A quote that a customer accepted.
 */
export type QuoteId = string;

/**
 * A line of a quote.
 */
export type QuoteLine = { 
/**
 * Its id, which no other line of the quote has.
 */
line: LineId, 
/**
 * The product.
 */
product?: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * How many units.
 */
quantity: number, 
/**
 * What a unit costs on the list, in minor units.
 */
unitPrice: number, 
/**
 * The line is never made cheaper than so much a unit, in minor units.
 */
lowestPrice?: number, 
/**
 * Custom fields, each with one value or several.
 */
attributes?: { [key in string]: string | number | boolean | (string | number | boolean)[] }, };

/**
 * What a quote is asked for. Its ids are its own, and its sums can be counted exactly.
 *
 * ```
 * use nextsale::offer::request::QuoteRequest;
 * use nextsale::value::document::read;
 * let twice = r#"{ "currency": "EUR", "lines": [
 *   { "line": "a", "quantity": 2, "unitPrice": 1000 }, { "line": "a", "quantity": 0, "unitPrice": 500 }
 * ] }"#;
 * let problems = read::<QuoteRequest>(twice).unwrap_err();
 * assert_eq!(problems[0].path, "lines[1].line");
 * assert_eq!(problems[1].path, "lines[1].quantity");
 * ```
 */
export type QuoteRequest = { 
/**
 * The customer; the deal's if it is not said.
 */
party?: PartyId, 
/**
 * The deal.
 */
deal?: DealId, 
/**
 * The currency of all its amounts.
 */
currency: Currency, 
/**
 * The lines.
 */
lines: Array<QuoteLine>, 
/**
 * What delivery costs, in minor units.
 */
delivery?: number, 
/**
 * The codes that the customer named.
 */
codes?: Array<Line>, 
/**
 * Only these promotions are tried; all if there are none.
 */
promotions?: Array<PromotionId>, 
/**
 * What happens with money off from earlier purchases; it is spent if it is not said.
 */
credits?: Credits, };

/**
 * How quotes are counted.
 */
export type QuoteRules = { 
/**
 * The lanes, which go in a row: each takes its promotions off what the one before it left.
 */
lanes?: Array<Lane>, 
/**
 * Where halves go; away from zero if it is not said.
 */
rounding?: Rounding, 
/**
 * What is rounded; the reduction if it is not said.
 */
rounded?: Rounded, 
/**
 * Which lines get the odd minor units; those with the largest remainder if it is not said.
 */
remainder?: Remainder, 
/**
 * What follows from what promotions give.
 */
follows?: { [key in Followed]?: Follows }, };

/**
 * A quote was given to the customer as one that holds for some time.
 */
export type QuoteValidity = { 
/**
 * When it was given to them.
 */
givenAt: Timestamp, 
/**
 * Until this moment: then it is over.
 */
until: Timestamp, };

/**
 * A quote, with what there is to say about it.
 */
export type QuoteView = { 
/**
 * What there is to say about it.
 */
words: QuoteWords, 
/**
 * The currency of all its amounts.
 */
currency: Currency, 
/**
 * The lines, as they were asked for.
 */
lines: Array<QuotedLine>, 
/**
 * The delivery charge.
 */
delivery: QuotedDelivery, 
/**
 * What all of it costs.
 */
total: BeforeAfter, 
/**
 * The promotions that apply, in the order in which they do.
 */
applied: Array<Applied>, 
/**
 * The money off from earlier purchases that is spent.
 */
credits: Array<CreditSpent>, 
/**
 * The promotions and codes that don't apply.
 */
notApplied: Array<NotApplied>, 
/**
 * How the promotions were chosen.
 */
combination: Combination, 
/**
 * What would be accepted, word for word.
 */
reservation: Reservation, };

/**
 * A quote in words.
 */
export type QuoteWords = { 
/**
 * Why promotions don't apply, in their order.
 */
notApplied: Array<string>, 
/**
 * How the promotions were chosen; nothing where there was nothing to choose.
 */
combination: string | null, };

/**
 * The delivery charge before and after promotions.
 */
export type QuotedDelivery = { 
/**
 * What it costs.
 */
total: BeforeAfter, 
/**
 * What takes something off it, and how much.
 */
shares: Array<LineShare>, };

/**
 * A line before and after promotions.
 */
export type QuotedLine = { 
/**
 * The line.
 */
line: LineId, 
/**
 * The product.
 */
product: ProductId | null, 
/**
 * What it is called.
 */
name: Line | null, 
/**
 * How many units.
 */
quantity: number, 
/**
 * What a unit costs on the list, in minor units.
 */
unitPrice: number, 
/**
 * What units cost in the end. Where the price of the line can't be shared evenly, some are dearer by one minor unit.
 */
unitPrices: Array<UnitPrice>, 
/**
 * What the line costs.
 */
total: BeforeAfter, 
/**
 * What takes something off it, and how much.
 */
shares: Array<LineShare>, };

/**
 * We learned something personal, to open a conversation with (PEOPLE-4).
 */
export type RapportNoted = { 
/**
 * Of whom.
 */
party: PartyId, 
/**
 * What.
 */
text: LongText, 
/**
 * When it happened, or was so; today if nobody says.
 */
date?: CalendarDate, 
/**
 * May it be suggested as a topic? It may if nobody says.
 */
privacy?: Privacy, };

/**
 * Something personal.
 */
export type RapportView = { 
/**
 * The entry that has it.
 */
entry: EntryId, 
/**
 * What.
 */
text: string, 
/**
 * When it happened, or was so.
 */
date: CalendarDate, 
/**
 * May it be suggested?
 */
privacy: Privacy, 
/**
 * Is it suggested?
 */
freshness: Freshness, };

/**
 * What to be ready in.
 */
export type ReadinessItem = "contactDetails" | "need" | "desiredOutcome" | "promises" | "complaints" | "calm" | "curious" | "glad";

/**
 * Are we ready in it?
 */
export type ReadinessState = "ready" | "missing" | "askYourself";

/**
 * Something to be ready in.
 */
export type ReadinessView = { 
/**
 * What.
 */
item: ReadinessItem, 
/**
 * Are we?
 */
state: ReadinessState, 
/**
 * In words.
 */
text: string, };

/**
 * One thing that is wrong.
 */
export type ReasonView = { 
/**
 * Where.
 */
path: string, 
/**
 * What, for programs.
 */
code: string, 
/**
 * What is allowed there, if that can be said in short.
 */
allowed: string | null, 
/**
 * The name that was probably meant.
 */
likely: string | null, 
/**
 * Times that would do instead (DAY-3).
 */
times: Array<Timestamp>, 
/**
 * In words.
 */
text: string, };

/**
 * What was recorded, and what has to be written to the store.
 */
export type Recorded = { 
/**
 * The entries, in order.
 */
entries: Array<EntryId>, 
/**
 * The first entry of the batch, if there was more than one.
 */
batch: EntryId | null, 
/**
 * Keys and values to write, in this order.
 */
writes: Array<[string, string]>, 
/**
 * The zones that parties live in.
 */
zones: Array<ZoneName>, 
/**
 * Scores that moved by it, for up to ten parties that it is about.
 */
scores: Array<ScoreChange>, };

/**
 * How much less the units cost that are got.
 */
export type Reduction = { "type": "percent" } & PercentReduction | { "type": "amount" } & AmountReduction | { "type": "price" } & PriceReduction | { "type": "setPrice" } & SetPriceReduction;

/**
 * Why a proposed step is not wanted.
 */
export type RejectionReason = "notNow" | "alreadyDone" | "wrongChannel" | "wrongPerson" | "notUseful" | "other";

/**
 * What rejected steps teach (NEXT-2).
 */
export type Rejections = { 
/**
 * For so many days the same is not proposed to the same party again.
 */
quietDays: number, 
/**
 * How many steps carried out a rule has in hand: the more, the less a rejection weighs.
 */
prior: number, };

/**
 * Another party that this one has to do with.
 */
export type RelatedParty = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * Its name.
 */
name: string, 
/**
 * The part it plays.
 */
role: BuyingRole | null, };

/**
 * Which lines get the odd minor units when an amount is spread over them.
 */
export type Remainder = "largestRemainder" | "firstLines";

/**
 * What else has to be on the quote, or must not be. Measured at list prices.
 */
export type Requirement = { 
/**
 * Of these lines; of all of them if it is not said.
 */
lines?: LineSelector, 
/**
 * So many units or more. One, if nothing else is said.
 */
quantityFrom?: number, 
/**
 * So many units or fewer: 0 means none of it.
 */
quantityTo?: number, 
/**
 * For so much or more, an amount for each currency.
 */
amountFrom?: Array<Money>, 
/**
 * For so much or less, an amount for each currency.
 */
amountTo?: Array<Money>, };

/**
 * A quote as it would be accepted, word for word. Its sums agree, and no line is below its lowest price.
 *
 * ```
 * use nextsale::offer::reservation::Reservation;
 * use nextsale::value::document::read;
 * let fine = r#"{ "currency": "EUR", "total": 200,
 *   "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100, "total": 200 }],
 *   "uses": [{ "promotion": "po_spring", "amount": 100, "shares": [{ "line": "a", "amount": 100 }] }] }"#;
 * assert!(read::<Reservation>(fine).is_ok());
 * let problems = read::<Reservation>(&fine.replace(r#""amount": 100, "shares""#, r#""amount": 99, "shares""#)).unwrap_err();
 * assert_eq!(problems[0].path, "uses[0].amount");
 * ```
 */
export type Reservation = { 
/**
 * The currency of all its amounts.
 */
currency: Currency, 
/**
 * The lines.
 */
lines: Array<ReservedLine>, 
/**
 * What delivery costs before promotions, in minor units.
 */
delivery?: number, 
/**
 * The promotions that are used.
 */
uses?: Array<PromotionUse>, 
/**
 * The money off from earlier purchases that is spent.
 */
credits?: Array<SpentCredit>, 
/**
 * What is to pay in the end, in minor units.
 */
total: number, };

/**
 * A line as it would be sold.
 */
export type ReservedLine = { 
/**
 * Its id.
 */
line: LineId, 
/**
 * The product.
 */
product?: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * How many units.
 */
quantity: number, 
/**
 * What a unit costs on the list, in minor units.
 */
unitPrice: number, 
/**
 * The lowest price of a unit, in minor units.
 */
lowestPrice?: number, 
/**
 * What the line costs in the end, in minor units.
 */
total: number, };

/**
 * An entry was taken back: the book is as if it had never been recorded.
 */
export type Retracted = { 
/**
 * The entry. That of another retraction brings back what it took away.
 */
entry: EntryId, };

/**
 * Units of a line that can still come back.
 */
export type ReturnableView = { 
/**
 * The line.
 */
line: LineId, 
/**
 * How many.
 */
units: number, };

/**
 * Units of a line that came back.
 */
export type ReturnedUnits = { 
/**
 * The line.
 */
line: LineId, 
/**
 * How many units.
 */
quantity: number, };

/**
 * The rhythm in which a segment is kept in touch with. It begins anew with every contact in which they answered.
 */
export type Rhythm = { 
/**
 * The segment.
 */
id: SegmentId, 
/**
 * Its name.
 */
name: Line, 
/**
 * Who belongs to it; of several segments the first counts.
 */
when: Condition, 
/**
 * Days after which a contact is due.
 */
idealDays: number, 
/**
 * Days that should never pass without one.
 */
longestDays: number, 
/**
 * By which channels, best first.
 */
channels: Array<Channel>, 
/**
 * What for.
 */
objective: Objective, 
/**
 * What the customer gains from it; the first that differs from the last contact's is used.
 */
benefits: Array<Benefit>, 
/**
 * What a good result would be.
 */
desiredResult: Line, };

/**
 * The rhythm in which we keep in touch.
 */
export type RhythmOrigin = { 
/**
 * The segment that they belong to.
 */
segment: SegmentId, };

/**
 * What of a percentage is rounded.
 */
export type Rounded = "reduction" | "price";

/**
 * Where the half of a minor unit goes.
 */
export type Rounding = "halfAwayFromZero" | "halfEven" | "halfDown" | "againstBuyer";

/**
 * A row that doesn't come in, or a cell that is left out, and why.
 */
export type RowProblem = { 
/**
 * The line that the row begins on, from 1.
 */
line: number, 
/**
 * The heading of the column, if it is about one.
 */
column: string | null, 
/**
 * The cell, shortened.
 */
value: string, 
/**
 * What became of it.
 */
effect: ProblemEffect, 
/**
 * What is wrong and what is allowed, in words.
 */
text: string, };

/**
 * Under a condition, propose a step.
 */
export type Rule = { 
/**
 * Its id.
 */
id: RuleId, 
/**
 * What it does, in words.
 */
name: Line, 
/**
 * What it is for.
 */
covers: Array<PipelineKind>, 
/**
 * When it fires.
 */
when: Condition, 
/**
 * How much sooner it should be done than its worth alone would say, in percent: 100 is as it is worth.
 */
liftPercent: number, 
/**
 * What it proposes.
 */
propose: Proposal, };

/**
 * A rule of the sales plan.
 */
export type RuleId = string;

/**
 * A rule of the plan.
 */
export type RuleOrigin = { 
/**
 * The rule.
 */
rule: RuleId, };

/**
 * Does a rule fire?
 */
export type RuleState = "fires" | "quiet" | "unknown" | "doesNotFire";

/**
 * A rule that fires for others than before. Parties and open deals are counted, each by itself.
 */
export type RuleTallyView = { 
/**
 * The rule.
 */
rule: RuleId, 
/**
 * What it says of itself.
 */
name: string, 
/**
 * For how many it fires by the plan in force.
 */
before: number, 
/**
 * For how many by the one that is being written.
 */
after: number, 
/**
 * For how many it begins to fire.
 */
begins: number, 
/**
 * For how many it no longer fires.
 */
ends: number, 
/**
 * In words.
 */
text: string, };

/**
 * What a rule says.
 */
export type RuleView = { 
/**
 * The rule.
 */
rule: RuleId, 
/**
 * What it says of itself.
 */
name: string, 
/**
 * The whole of it, in a sentence.
 */
sentence: string, 
/**
 * Does it fire?
 */
state: RuleState, 
/**
 * What makes it fire, or keeps it from firing, each in words.
 */
leaves: Array<LeafView>, 
/**
 * The least that would have to be otherwise, in words; nothing if it fires, or if nothing would do.
 */
change: Array<LeafView> | null, 
/**
 * The answer that somebody should find out.
 */
missing: LeafView | null, 
/**
 * Until when it is not proposed again, since it was turned down.
 */
quietUntil: Timestamp | null, };

/**
 * Which rules fire for a party or a deal, which don't, and why. A party has the rules for leads or for customers,
 * whichever it is; each of its deals is asked for by itself, and has the rules for deals.
 */
export type RulesQuery = { 
/**
 * The party.
 */
party?: PartyId, 
/**
 * The deal.
 */
deal?: DealId, };

/**
 * What the rules say of a party or a deal.
 */
export type RulesView = { 
/**
 * The rules, in the order of the plan.
 */
rules: Array<RuleView>, };

/**
 * The combination that comes next to the one that was chosen.
 */
export type RunnerUp = { 
/**
 * Its promotions.
 */
promotions: Array<PromotionId>, 
/**
 * What would be to pay, before money off from earlier purchases, in minor units.
 */
total: number, 
/**
 * Why it lost.
 */
lost: WhyLost, };

/**
 * Does a sale still stand?
 */
export type SaleStanding = "accepted" | "cancelled";

/**
 * The sale that a step may lead to.
 */
export type SaleView = { 
/**
 * What it is worth.
 */
worth: Money, 
/**
 * How likely it is, in percent.
 */
chancePercent: number, 
/**
 * What an hour spent so is worth: the order of approach.
 */
worthPerHour: Money, };

/**
 * Something to try.
 */
export type Sample = { 
/**
 * What it is.
 */
name: Line, 
/**
 * The product.
 */
product?: ProductId, 
/**
 * So many of it; one if it is not said.
 */
quantity?: number, 
/**
 * What one is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What one costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * A row as it would come in.
 */
export type SampleRow = { 
/**
 * The line it begins on, from 1.
 */
line: number, 
/**
 * What it would become, in words.
 */
text: string, 
/**
 * The party that it would complete.
 */
completes: PartyId | null, };

/**
 * A score that moved, and what moved it (SCORE-4).
 */
export type ScoreChange = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * The score before; nothing if the party is new.
 */
before: number | null, 
/**
 * The score after.
 */
after: number, 
/**
 * The band before.
 */
bandBefore: Band | null, 
/**
 * The band after.
 */
bandAfter: Band, 
/**
 * The parts that came, went or changed; points are the difference.
 */
because: Array<ScoreReasonView>, };

/**
 * What a part of a score comes from.
 */
export type ScorePart = { "type": "answer", 
/**
 * What about.
 */
topic: Topic, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * Is it so old that it has to be confirmed again, and counts for half (BANT-3)?
 */
fading: Fading, 
/**
 * The person through whom an organisation has it, if it isn't its own (PEOPLE-2).
 */
through: PartyId | null, } | { "type": "fitMost" } | { "type": "signal", 
/**
 * What they did.
 */
signal: SignalKind, 
/**
 * When.
 */
at: Timestamp, } | { "type": "intentMost" } | { "type": "source", 
/**
 * The way.
 */
method: SourceMethod, } | { "type": "referred", 
/**
 * Who.
 */
by: PartyId, } | { "type": "customer" } | { "type": "noAnswer", 
/**
 * How many contacts in a row.
 */
inARow: number, } | { "type": "least" } | { "type": "most" };

/**
 * A part of a score.
 */
export type ScoreReasonView = { 
/**
 * What it comes from.
 */
part: ScorePart, 
/**
 * Points, less than zero if it counts against.
 */
points: number, 
/**
 * In words.
 */
text: string, };

/**
 * A score that explains itself: its reasons add up to its points (SCORE-1).
 */
export type ScoreView = { 
/**
 * 0 to 100.
 */
points: number, 
/**
 * Its band.
 */
band: Band, 
/**
 * Why.
 */
reasons: Array<ScoreReasonView>, };

/**
 * How the score is made up (SCORE-1).
 */
export type ScoreWeights = { 
/**
 * At most so many points for fit, that is for the answers.
 */
fitMost: number, 
/**
 * At most so many points for intent, that is for the signals.
 */
intentMost: number, 
/**
 * Points for how the lead was found.
 */
sources?: { [key in SourceMethod]?: number }, 
/**
 * Points for who was referred by a party of the book.
 */
referred: number, 
/**
 * Points for who has bought before.
 */
customer: number, 
/**
 * Points taken off for each contact in a row that nobody answered.
 */
noAnswerPenalty: number, 
/**
 * At most so many points taken off for that.
 */
noAnswerPenaltyMost: number, 
/**
 * From how many points on a lead is hot, warm and cool.
 */
bands: Bands, };

/**
 * A segment of customers to keep in touch with.
 */
export type SegmentId = string;

/**
 * A price for all units that are got at once: three for ten. Sets that are not whole get nothing.
 */
export type SetPriceReduction = { 
/**
 * An amount for each currency.
 */
prices: Array<Money>, };

/**
 * How bad it is for them.
 */
export type Severity = "minor" | "serious" | "grave";

/**
 * The part of a line in something.
 */
export type Share = { 
/**
 * The line.
 */
line: LineId, 
/**
 * The amount, in minor units.
 */
amount: number, 
/**
 * How many units of it; all of them if it is not said.
 */
units?: number, };

/**
 * Not enough to say anything: so many of so many.
 */
export type Shortage = { 
/**
 * What has to be enough.
 */
rule: EnoughRule, 
/**
 * How many there are.
 */
have: number, 
/**
 * How many are needed.
 */
need: number, };

/**
 * Something that somebody did, or didn't.
 */
export type SignalKind = "visited" | "readContent" | "askedForInformation" | "viewedPricing" | "askedForQuote" | "demoOrTrial" | "replied" | "cameToMeeting" | "bought" | "complained" | "wentSilent" | "unsubscribed";

/**
 * A party showed interest, or lack of it (SIGNAL-1).
 */
export type SignalSeen = { 
/**
 * The party.
 */
party: PartyId, 
/**
 * What they did.
 */
signal: SignalKind, 
/**
 * When.
 */
at: Timestamp, 
/**
 * More about it: which page, which product.
 */
detail?: Line, };

/**
 * A signal.
 */
export type SignalView = { 
/**
 * What they did.
 */
signal: SignalKind, 
/**
 * When.
 */
at: Timestamp, 
/**
 * More about it.
 */
detail: string | null, 
/**
 * Points that it counts now.
 */
points: number, };

/**
 * What one signal means when it is fresh, and how fast it fades.
 */
export type SignalWeight = { 
/**
 * Points of score; less than zero if it speaks against a sale.
 */
points: number, 
/**
 * After how many days it counts for half; it never counts for nothing all at once.
 */
halfLifeDays: number, 
/**
 * The buying point that it shows.
 */
shows?: BuyingPoint, };

/**
 * What signals mean.
 */
export type SignalWeights = { 
/**
 * For how many days a signal tells of the buying point.
 */
buyingPointDays: number, 
/**
 * Each kind of signal. Those not named count for nothing.
 */
kinds?: { [key in SignalKind]?: SignalWeight }, };

/**
 * How a lead found us, or we them.
 */
export type Source = { 
/**
 * The way.
 */
method: SourceMethod, 
/**
 * The campaign it belonged to.
 */
campaign?: Line, 
/**
 * Who referred them, if that is a party of the book.
 */
referrer?: PartyId, 
/**
 * Anything else about it, such as the word that another system had for it.
 */
detail?: Line, };

/**
 * The way in which a lead was won.
 */
export type SourceMethod = "coldCall" | "localNetworking" | "website" | "referral" | "influencer" | "affiliatePartner" | "advertising" | "event" | "directSolicitation" | "walkIn" | "existingCustomer" | "other";

/**
 * Money off from an earlier purchase that is spent.
 */
export type SpentCredit = { 
/**
 * The purchase that brought it.
 */
quote: QuoteId, 
/**
 * The promotion that brought it.
 */
promotion: PromotionId, 
/**
 * How much, in minor units.
 */
amount: number, 
/**
 * How much for each line.
 */
shares?: Array<Share>, };

/**
 * How a reduction of several lines together is spread over them.
 */
export type Spread = "byAmount" | "byQuantity" | "evenly";

/**
 * A stage: what it is for, who may enter, what to do, how long it should take, where it can lead.
 */
export type Stage = { 
/**
 * Its id.
 */
id: StageId, 
/**
 * Its name.
 */
name: Line, 
/**
 * What it is for.
 */
purpose: Line, 
/**
 * What must be true to enter it.
 */
enter?: Condition, 
/**
 * What to do in it.
 */
actions?: Array<Line>, 
/**
 * The contacts that it prescribes, in their order.
 */
pointsOfContact?: Array<PointOfContact>, 
/**
 * How many days it should take.
 */
idealDays: number, 
/**
 * After how many working days without a contact in which they answered it has gone stale (PLAN-3).
 */
staleAfterDays: number, 
/**
 * How likely a sale is from here, in percent, for want of better knowledge.
 */
chancePercent: number, 
/**
 * The stages that it can lead to, in this pipeline or another one of its kind.
 */
next?: Array<StageId>, };

/**
 * A stage of the sales plan.
 */
export type StageId = string;

/**
 * A party or a deal moved to another stage (PLAN-4).
 */
export type StageMoved = { 
/**
 * What moved.
 */
subject: Subject, 
/**
 * Where to.
 */
to: StageId, 
/**
 * Why it may although the plan does not allow it.
 */
overridden?: Override, 
/**
 * The plan under which it moved; the engine writes it down (PLAN-5).
 */
under?: PlanVersion, };

/**
 * A stage's id and name.
 */
export type StageName = { 
/**
 * Its id.
 */
id: StageId, 
/**
 * Its name.
 */
name: string, 
/**
 * What moves through it.
 */
pipeline: PipelineKind, };

/**
 * A stage, and the moves that lead out of it (PLAN-1, PLAN-4).
 */
export type StageView = { 
/**
 * The stage.
 */
stage: StageName, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * What to do in it.
 */
actions: Array<string>, 
/**
 * When it was entered.
 */
since: Timestamp, 
/**
 * Days in it so far.
 */
days: number, 
/**
 * Plan against actual (PLAN-3); nothing for a deal of which nobody knows who may buy.
 */
progress: ProgressView | null, 
/**
 * How many days it should take.
 */
idealDays: number, 
/**
 * After how many days it has gone stale.
 */
staleAfterDays: number, 
/**
 * Where it can go.
 */
moves: Array<MoveView>, };

/**
 * What a party is to us.
 */
export type Standing = "suspect" | "lead" | "customer" | "parked" | "leftAlone";

/**
 * What proposes a step.
 */
export type StepOrigin = { "type": "rule" } & RuleOrigin | { "type": "pointOfContact" } & PointOfContactOrigin | { "type": "rhythm" } & RhythmOrigin | { "type": "promise" } & PromiseOrigin | { "type": "complaint" } & ComplaintOrigin | { "type": "promotion" } & PromotionOrigin | { "type": "other" } & OtherOrigin;

/**
 * Somebody did not want a proposed step (NEXT-2).
 */
export type StepRejected = { 
/**
 * What the step was about.
 */
subject: Subject, 
/**
 * What had proposed it.
 */
origin: StepOrigin, 
/**
 * Why not.
 */
reason: RejectionReason, 
/**
 * The channel that it had proposed.
 */
channel?: Channel, 
/**
 * Why not, in words.
 */
detail?: Line, };

/**
 * A step: who, why, how, what for, when, how long, what the customer gains, and what led to it.
 */
export type StepView = { 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * Who, if that is known.
 */
party: PartyId | null, 
/**
 * Their name, or the deal's where nobody knows who.
 */
name: string, 
/**
 * The organisation they belong to.
 */
organisation: string | null, 
/**
 * The deal it is for.
 */
dealName: string | null, 
/**
 * What to do.
 */
action: ActionView, 
/**
 * When, at the earliest; nothing if guards allow no time at all.
 */
at: Timestamp | null, 
/**
 * How many minutes it takes.
 */
minutes: number, 
/**
 * What it may bring; nothing for a complaint, which is put right for its own sake, whatever it brings.
 */
sale: SaleView | null, 
/**
 * What proposes it: to be given back when it is planned, logged or turned down, so that the ranking learns.
 */
origin: StepOrigin, 
/**
 * What led to it.
 */
because: Array<BecauseView>, 
/**
 * What holds it back, until when.
 */
held: Array<HeldView>, 
/**
 * All of it in words.
 */
words: StepWords, };

/**
 * A step in words, for a person to read.
 */
export type StepWords = { 
/**
 * Who.
 */
who: string, 
/**
 * Why.
 */
why: string, 
/**
 * How.
 */
how: string, 
/**
 * What for.
 */
whatFor: string, 
/**
 * What the customer gains.
 */
benefit: string | null, 
/**
 * What to begin with, for a contact.
 */
opening: string | null, 
/**
 * The need that they named last, in their words.
 */
need: string | null, };

/**
 * The next steps of a party and its deals, or of a deal.
 */
export type StepsQuery = { 
/**
 * The party.
 */
party?: PartyId, 
/**
 * The deal.
 */
deal?: DealId, };

/**
 * A party or one of its deals.
 */
export type Subject = { "type": "party" } & PartySubject | { "type": "deal" } & DealSubject;

/**
 * What a table of another system holds.
 */
export type TableKind = "leads" | "contacts" | "accounts" | "opportunities" | "products" | "members" | "cards" | "calendar" | "experiment";

/**
 * A table that can be exported.
 */
export type TableName = "parties" | "deals";

/**
 * A table for other programs.
 */
export type TableQuery = { 
/**
 * Which.
 */
table: TableName, };

/**
 * A table as text of RFC 4180; cells that a spreadsheet would run as formulas are disarmed by a leading `'`.
 */
export type TableView = { 
/**
 * The text.
 */
csv: string, 
/**
 * How many rows it has, the header aside.
 */
rows: number, };

/**
 * The sums of one outcome over some customers, in units of its last decimal.
 */
export type Tally = { 
/**
 * The sum; of a rate, of how many it was so.
 */
sum: Whole, 
/**
 * The sum of the squares; not needed of a rate.
 */
squares?: Whole, };

/**
 * What a reduction is counted for.
 */
export type Target = "line" | "each" | "across" | "whole" | "delivery";

/**
 * A group that is worth having it.
 */
export type TargetView = { 
/**
 * What customers are parted by.
 */
by: string, 
/**
 * The group.
 */
group: string, 
/**
 * The arm.
 */
arm: string, 
/**
 * The outcome.
 */
outcome: string, 
/**
 * In words.
 */
text: string, };

/**
 * How the difference in a group compares with that among the others.
 */
export type ThanOthers = "better" | "worse" | "notShown";

/**
 * From where on a tier holds: a quantity or an amount, not both.
 */
export type TierFrom = { 
/**
 * From so many units on.
 */
quantity?: number, 
/**
 * From such an amount on, one for each currency.
 */
amounts?: Array<Money>, };

/**
 * What tiers are measured by. Either way it is list prices and quantities, before any promotion.
 */
export type TierMeasure = "together" | "eachLine";

/**
 * Time from one moment up to another.
 */
export type TimeView = { 
/**
 * From when.
 */
from: Timestamp, 
/**
 * To when.
 */
to: Timestamp, 
/**
 * From when, on our clock.
 */
fromClock: ClockTime, 
/**
 * To when, on our clock.
 */
toClock: ClockTime, };

/**
 * A moment: milliseconds since 1970-01-01T00:00Z, within the years 1 to 9999.
 *
 * ```
 * use nextsale::value::time::{DAY, Timestamp};
 * let noon = Timestamp::parse_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
 * assert_eq!(noon.to_string(), "2026-11-23T11:00:00Z");
 * assert_eq!(noon.plus(DAY).since(noon), DAY);
 * ```
 */
export type Timestamp = number;

/**
 * What we want to know of somebody who may buy.
 */
export type Topic = "budget" | "authority" | "need" | "timeline";

/**
 * What we know of a topic (BANT-1).
 */
export type TopicView = { 
/**
 * What about.
 */
topic: Topic, 
/**
 * The answer.
 */
answer: Answer, 
/**
 * The person through whom an organisation has it (PEOPLE-2).
 */
through: RelatedParty | null, 
/**
 * How we know it.
 */
certainty: Certainty | null, 
/**
 * Since when.
 */
learnedAt: Timestamp | null, 
/**
 * Is it still fresh?
 */
fading: Fading, 
/**
 * What makes us think so.
 */
evidence: string | null, 
/**
 * The budget.
 */
amount: Money | null, 
/**
 * The day they want it by.
 */
date: CalendarDate | null, };

/**
 * What the answers to a topic mean, and how to ask.
 */
export type TopicWeight = { 
/**
 * Points for yes.
 */
yes: number, 
/**
 * Points for partly.
 */
partly: number, 
/**
 * Points for no.
 */
no: number, 
/**
 * The question to ask.
 */
question: Line, };

/**
 * Teaching them how to use it.
 */
export type Training = { 
/**
 * What they learn.
 */
name?: Line, 
/**
 * How long it takes.
 */
minutes?: number, 
/**
 * What it is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * What it costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * Something that changes for a party.
 */
export type TrialChange = { 
/**
 * What.
 */
what: Difference, 
/**
 * In words.
 */
text: string, };

/**
 * What a plan says of a party.
 */
export type TrialSide = { 
/**
 * Its place in the order of approach, from 1.
 */
place: number, 
/**
 * The score, with its reasons.
 */
score: ScoreView, 
/**
 * The first step, with what led to it and what holds it back; nothing if it has none.
 */
step: StepView | null, 
/**
 * Where it stands, then where each of its open deals does.
 */
stands: Array<TrialStand>, };

/**
 * Where a party or a deal stands.
 */
export type TrialStand = { 
/**
 * The party, or the deal.
 */
subject: Subject, 
/**
 * The deal's name.
 */
dealName: string | null, 
/**
 * The stage.
 */
stage: StageName | null, 
/**
 * Plan against actual.
 */
progress: ProgressView | null, 
/**
 * Rules that fire by one of the plans alone, with what makes them fire or keeps them from it. One that the plan does
 * not have is not told.
 */
rules: Array<RuleView>, };

/**
 * Which units come first.
 */
export type UnitOrder = "cheapest" | "dearest";

/**
 * Units of a line that cost the same.
 */
export type UnitPrice = { 
/**
 * How many.
 */
units: number, 
/**
 * What each costs, in minor units.
 */
price: number, };

/**
 * A condition that is not met.
 */
export type Unmet = { "type": "fact", 
/**
 * What should hold.
 */
condition: Condition, 
/**
 * Does it not hold, or does nobody know?
 */
state: UnmetState, } | { "type": "noLine" } | { "type": "minimumQuantity", 
/**
 * So many are needed.
 */
wanted: number, 
/**
 * So many there are.
 */
found: number, } | { "type": "minimumAmount", 
/**
 * So much is needed.
 */
wanted: Money, 
/**
 * So much it is.
 */
found: Money, } | { "type": "requirement", 
/**
 * Which one, counted from 0.
 */
index: number, 
/**
 * So many units there are of it.
 */
quantity: number, 
/**
 * For so much.
 */
amount: Money, } | { "type": "anotherCustomer" };

/**
 * How a condition stands that is not met.
 */
export type UnmetState = "failed" | "unknown";

/**
 * The better one for the price of the other.
 */
export type Upgrade = { 
/**
 * Instead of these.
 */
from: LineSelector, 
/**
 * The better one.
 */
to: ProductId, 
/**
 * What it is called.
 */
name?: Line, 
/**
 * At most so many units; all if it is not said.
 */
units?: number, 
/**
 * How much more a unit is worth to the customer, an amount for each currency.
 */
value?: Array<Money>, 
/**
 * How much more a unit costs us, an amount for each currency.
 */
cost?: Array<Money>, };

/**
 * Parties as vCards for address books.
 */
export type VcardQuery = { 
/**
 * Only this party; all if none is named.
 */
party?: PartyId, 
/**
 * The version of vCard; 4.0 if none is named.
 */
version?: CardVersion, };

/**
 * Parties as text of RFC 6350 or RFC 2426.
 */
export type VcardView = { 
/**
 * The text.
 */
text: string, 
/**
 * How many cards it has.
 */
cards: number, };

/**
 * What can be said of a difference.
 */
export type Verdict = "works" | "harms" | "goesWithBetter" | "goesWithWorse" | "noDifferenceSeen" | "notEnoughData";

/**
 * What we hope for.
 */
export type Wanted = "more" | "less";

/**
 * A time at which another calendar has us busy.
 */
export type WeekBusy = { 
/**
 * The calendar.
 */
calendar: string, 
/**
 * With what.
 */
summary: string | null, 
/**
 * When, as far as it is on this day.
 */
time: TimeView, };

/**
 * A planned contact.
 */
export type WeekContact = { 
/**
 * Its id.
 */
interaction: InteractionId, 
/**
 * With whom.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * For which deal.
 */
deal: DealId | null, 
/**
 * When, by our clock.
 */
time: TimeView, 
/**
 * From when on theirs, if it shows another time.
 */
theirClock: ClockTime | null, 
/**
 * How.
 */
channel: Channel, 
/**
 * What for.
 */
objective: Objective, 
/**
 * Is the time agreed?
 */
commitment: Commitment, };

/**
 * A day of a week.
 */
export type WeekDay = { 
/**
 * The day.
 */
date: CalendarDate, 
/**
 * Our working time, past and to come.
 */
working: Array<TimeView>, 
/**
 * Breaks, if we work.
 */
breaks: Array<BreakTime>, 
/**
 * The names of the holidays that we have.
 */
holidays: Array<string>, 
/**
 * Contacts that are planned, in the order of time.
 */
contacts: Array<WeekContact>, 
/**
 * When other calendars have us busy, in the order of time.
 */
busy: Array<WeekBusy>, 
/**
 * Promises to be kept by this day.
 */
promises: Array<WeekPromise>, };

/**
 * A promise to be kept by a day.
 */
export type WeekPromise = { 
/**
 * Its id.
 */
promise: PromiseId, 
/**
 * Whom we promised it.
 */
party: PartyId, 
/**
 * Their name.
 */
name: string, 
/**
 * What.
 */
text: string, };

/**
 * The calendar of a week.
 */
export type WeekQuery = { 
/**
 * A day of the week; today if none is named.
 */
date?: CalendarDate, };

/**
 * A week.
 */
export type WeekView = { 
/**
 * Its Monday.
 */
monday: CalendarDate, 
/**
 * The zone whose days they are.
 */
zone: ZoneName, 
/**
 * The day that it is now.
 */
today: CalendarDate, 
/**
 * Its days, from Monday.
 */
days: Array<WeekDay>, };

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * What happens where a budget has less left than would be given.
 */
export type WhenShort = "reduce" | "refuse";

/**
 * A whole number of any size. In JSON: a number where JavaScript holds it exactly, text of its digits beyond.
 *
 * ```
 * use nextsale::measure::sample::Whole;
 * use nextsale::value::document::read;
 * let large: Whole = read(r#""9007199254740993""#).unwrap();
 * assert_eq!((large, serde_json::to_string(&large).unwrap().as_str()), (Whole(9007199254740993), r#""9007199254740993""#));
 * assert_eq!(serde_json::to_string(&read::<Whole>("12").unwrap()).unwrap(), "12");
 * ```
 */
export type Whole = number | string;

/**
 * Why somebody is contacted.
 */
export type Why = "theyAsked" | "referred" | "signal" | "pointOfContact" | "promiseDue" | "needForLater" | "feedback";

/**
 * Why a combination lost.
 */
export type WhyLost = { "type": "dearer", 
/**
 * How much more, in minor units.
 */
by: number, } | { "type": "addsLess", 
/**
 * How much less, in minor units.
 */
by: number, } | { "type": "fewerThings" } | { "type": "moreOffers" } | { "type": "laterInOrder" };

/**
 * Why a promotion or a code was not applied.
 */
export type WhyNot = { "type": "unknownCode" } | { "type": "notStarted", 
/**
 * When.
 */
from: Timestamp, } | { "type": "expired", 
/**
 * Since when.
 */
until: Timestamp, } | { "type": "notActive" } | { "type": "conditionsNotMet", 
/**
 * Which.
 */
unmet: Array<Unmet>, } | { "type": "usageLimit", 
/**
 * How often that is.
 */
limit: number, } | { "type": "customerLimit", 
/**
 * How often that is.
 */
limit: number, } | { "type": "budgetExhausted", 
/**
 * How much money, if it is limited.
 */
left: Money | null, 
/**
 * How many units, if they are limited.
 */
units: number | null, } | { "type": "beatenBy", 
/**
 * Those.
 */
promotions: Array<PromotionId>, } | { "type": "excludedBy", 
/**
 * That one.
 */
promotion: PromotionId, } | { "type": "noEffect" } | { "type": "currencyMismatch", 
/**
 * The currencies in which it does.
 */
allowed: Array<Currency>, } | { "type": "customerUnknown" };

/**
 * When somebody likes to be contacted, in their own time zone.
 */
export type Window = { 
/**
 * On these days; none named means every day.
 */
weekdays?: Array<Weekday>, 
/**
 * Within these hours.
 */
hours: Hours, };

/**
 * Sold.
 */
export type Won = { 
/**
 * For how much.
 */
worth?: Money, };

/**
 * From a worth on, the ideal time is so many percent of what the stages say (PLAN-3).
 */
export type WorthTier = { 
/**
 * The least worth, in minor units of the plan's currency.
 */
from: number, 
/**
 * Percent of the ideal time.
 */
idealPercent: number, };

/**
 * The name of a time zone in the IANA database, `Europe/Berlin`.
 *
 * ```
 * use nextsale::value::zone::ZoneName;
 * assert!(ZoneName::parse("America/Argentina/Buenos_Aires").is_some());
 * assert!(ZoneName::parse("somewhere else").is_none());
 * ```
 */
export type ZoneName = string;

/** The view that answers each type of query. */
export interface Views {
  day: DayView;
  week: WeekView;
  leads: LeadsView;
  party: PartyView;
  steps: StepView[];
  rules: RulesView;
  promises: PromisesView;
  brief: BriefView;
  planned: PlannedView;
  history: HistoryView;
  plan: PlanView;
  planDraft: PlanDraftView;
  planTrial: PlanTrialView;
  planVersions: PlanVersionsView;
  board: BoardView;
  book: BookView;
  table: TableView;
  vcard: VcardView;
  calendar: CalendarView;
  duplicates: DuplicatesView;
  quote: QuoteView;
  promotions: PromotionsView;
  acceptedQuotes: AcceptedQuoteView[];
  effect: EffectView;
  experiments: ExperimentsView;
}
