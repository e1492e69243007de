// Generated from the Rust sources by `npm run build`. Do not edit.

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
question: string, };

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
 * How promising somebody is (SCORE-4).
 */
export type Band = "hot" | "warm" | "cool" | "cold";

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
 * How we know it.
 */
export type Certainty = "assumed" | "confirmed";

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
 * How firm a planned contact is.
 */
export type Commitment = "intended" | "appointment";

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
 * Needs that came up, in their words.
 */
needs?: Array<LongText>, 
/**
 * Hesitations that came up.
 */
hesitations?: Array<LongText>, 
/**
 * What was agreed.
 */
agreements?: Array<LongText>, 
/**
 * Feedback that they gave.
 */
feedback?: LongText, };

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
commitment: Commitment, };

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
date?: CalendarDate, };

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
switchMinutes: number, };

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
 * What did not fit; the first hundred.
 */
leftOver: Array<LeftOver>, 
/**
 * How many did not fit in all.
 */
leftOverCount: number, 
/**
 * What a guard holds back on this day; the first hundred.
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
plannedMinutes: number, };

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
 * Anything that was learned or done.
 */
export type Fact = { "type": "partyMet" } & PartyMet | { "type": "partyCorrected" } & PartyCorrected | { "type": "contactPointAdded" } & ContactPointAdded | { "type": "contactPointRemoved" } & ContactPointRemoved | { "type": "preferencesLearned" } & PreferencesLearned | { "type": "consentChanged" } & ConsentChanged | { "type": "doNotContactAsked" } & DoNotContactAsked | { "type": "partyParked" } & PartyParked | { "type": "partyResumed" } & PartyResumed | { "type": "noteTaken" } & NoteTaken | { "type": "signalSeen" } & SignalSeen | { "type": "answerLearned" } & AnswerLearned | { "type": "contactPlanned" } & ContactPlanned | { "type": "contactCancelled" } & ContactCancelled | { "type": "contactLogged" } & ContactLogged | { "type": "dealOpened" } & DealOpened | { "type": "dealCorrected" } & DealCorrected | { "type": "stageMoved" } & StageMoved | { "type": "dealClosed" } & DealClosed | { "type": "productListed" } & ProductListed | { "type": "memberJoined" } & MemberJoined | { "type": "planAdopted" } & PlanAdopted | { "type": "retracted" } & Retracted | { "type": "batchRetracted" } & BatchRetracted;

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
fault: FileFault | null, };

/**
 * What can be found in a store that is not as it should be.
 */
export type Finding = "damaged" | "newer" | "unknownFact" | "unfinishedBatch";

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
export type GuardName = "consent" | "doNotContact" | "cap" | "gap" | "noAnswer" | "quietHours" | "window";

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
columns?: { [key in string]: string }, };

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
 * Whose idea a contact was. Contacts that the customer asked for are exempt from caps.
 */
export type Initiative = "seller" | "customer";

/**
 * One planned or logged contact.
 */
export type InteractionId = string;

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
 * No contact at all.
 */
export type Never = Record<symbol, never>;

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
export type Objective = "findOutInterest" | "analyseNeeds" | "getMeeting" | "demonstrate" | "propose" | "resolveHesitation" | "agree" | "thank" | "askForFeedback" | "askForReferral";

/**
 * How a deal ended.
 */
export type Outcome = { "type": "won" } & Won | { "type": "lost" } & Lost;

/**
 * Why somebody moved a stage although the plan did not allow it.
 */
export type Override = { 
/**
 * Why.
 */
reason: Line, };

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
notes: Array<NoteView>, };

/**
 * A row of stages.
 */
export type Pipeline = { 
/**
 * Its id.
 */
id: PipelineId, 
/**
 * What moves through it.
 */
covers: PipelineKind, 
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
 * A sales plan.
 */
export type PlanId = string;

/**
 * Where the plan in force comes from.
 */
export type PlanOrigin = "builtIn" | "adopted";

/**
 * The plan in force.
 */
export type PlanQuery = Record<symbol, never>;

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
 * What a rule proposes.
 */
export type Proposal = { "type": "contact" } & ContactProposal | { "type": "park" } & ParkProposal | { "type": "decide" } & DecideProposal;

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
export type Query = { "type": "day" } & DayQuery | { "type": "leads" } & LeadsQuery | { "type": "party" } & PartyQuery | { "type": "steps" } & StepsQuery | { "type": "history" } & HistoryQuery | { "type": "plan" } & PlanQuery | { "type": "book" } & BookQuery | { "type": "table" } & TableQuery;

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
 * An entry was taken back: the book is as if it had never been recorded.
 */
export type Retracted = { 
/**
 * The entry. That of another retraction brings back what it took away.
 */
entry: EntryId, };

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
fading: Fading, } | { "type": "fitMost" } | { "type": "signal", 
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
 * After how many days it has gone stale.
 */
staleAfterDays: number, 
/**
 * How likely a sale is from here, in percent, for want of better knowledge.
 */
chancePercent: number, 
/**
 * The stages that it can lead to.
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
overridden?: Override, };

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
 * What a sale is worth.
 */
worth: Money, 
/**
 * How likely it is, in percent.
 */
chancePercent: number, 
/**
 * What an hour spent so is worth: the order of approach.
 */
worthPerHour: Money, 
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
export type TableKind = "leads" | "contacts" | "accounts" | "opportunities" | "products" | "members";

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
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * Why somebody is contacted.
 */
export type Why = "theyAsked" | "referred" | "signal" | "pointOfContact" | "promiseDue" | "needForLater" | "feedback";

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
  leads: LeadsView;
  party: PartyView;
  steps: StepView[];
  history: HistoryView;
  plan: PlanView;
  book: BookView;
  table: TableView;
}
