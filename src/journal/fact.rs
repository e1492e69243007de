//! Facts, in past tense: the only things that change a book.

use crate::contact::benefit::Benefit;
use crate::contact::complaint::Severity;
use crate::contact::hesitation::{Answered, Hesitation, HesitationKind};
use crate::contact::interaction::{Commitment, ContactOutcome, Initiative, Objective, Why};
use crate::contact::promise::Promise;
use crate::contact::proposal::{RejectionReason, StepOrigin};
use crate::deal::need::{Need, NeedTime};
use crate::deal::outcome::Outcome;
use crate::deal::qualification::{Answer, Certainty, Topic};
use crate::deal::signal::SignalKind;
use crate::deal::subject::Subject;
use crate::journal::entry::EntryId;
use crate::market::consent::{Consent, DoNotContact};
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::market::rapport::Privacy;
use crate::market::source::Source;
use crate::plan::Plan;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::document::Told;
use crate::value::id::{
    ComplaintId, DealId, HesitationId, InteractionId, MemberId, NeedId, PartyId, PipelineId, PlanId,
    ProductId, PromiseId, StageId,
};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

record! {
    /// We came to know a party (PEOPLE-1, SOURCE-1).
    pub struct PartyMet {
        /// The id that it gets.
        pub party: PartyId,
        /// What it is.
        pub kind: PartyKind,
        /// Its name.
        pub name: Line,
        /// Where a person belongs.
        pub affiliation: Option<Affiliation>,
        /// Ways to contact it. Without one it is a suspect.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ContactPoint>>"))]
        pub contact_points: Vec<ContactPoint>,
        /// How it was found.
        pub source: Option<Source>,
        /// How it likes to be contacted.
        pub preferences: Option<Preferences>,
        /// When we met, if that was earlier than now.
        pub met_at: Option<Timestamp>,
        /// Who of us looks after it.
        pub owner: Option<MemberId>,
        /// Its ids and names in other systems.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub external_ids: Vec<Line>,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// What we know of a party was corrected. Fields that are absent stay as they are.
    pub struct PartyCorrected {
        /// The party.
        pub party: PartyId,
        /// Its right name.
        pub name: Option<Line>,
        /// Where it belongs.
        pub affiliation: Option<Affiliation>,
        /// How it was really found.
        pub source: Option<Source>,
        /// Who looks after it.
        pub owner: Option<MemberId>,
        /// Its ids and names in other systems, in addition to those known.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub external_ids: Vec<Line>,
        /// Custom fields to set.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// We learned a way to contact a party.
    pub struct ContactPointAdded {
        /// The party.
        pub party: PartyId,
        /// The way.
        pub contact_point: ContactPoint,
    }
}

record! {
    /// A way to contact a party is no longer good.
    pub struct ContactPointRemoved {
        /// The party.
        pub party: PartyId,
        /// The way, as it was entered.
        pub contact_point: ContactPoint,
    }
}

record! {
    /// We learned how a party likes to be contacted (PEOPLE-3). Replaces what was known of it.
    pub struct PreferencesLearned {
        /// The party.
        pub party: PartyId,
        /// How.
        pub preferences: Preferences,
    }
}

record! {
    /// A party allowed or forbade a channel (PEOPLE-3).
    pub struct ConsentChanged {
        /// The party.
        pub party: PartyId,
        /// The channel.
        pub channel: Channel,
        /// What they said.
        pub consent: Consent,
        /// How we know.
        pub evidence: Option<Text>,
    }
}

record! {
    /// A party asked to be left alone, or said that it needs no longer be (PEOPLE-3).
    pub struct DoNotContactAsked {
        /// The party.
        pub party: PartyId,
        /// For how long.
        pub scope: DoNotContact,
    }
}

record! {
    /// A party was parked: little interest for now (SIGNAL-3).
    pub struct PartyParked {
        /// The party.
        pub party: PartyId,
        /// Why.
        pub reason: Line,
        /// When to look again.
        pub until: Date,
    }
}

record! {
    /// A parked party was taken up again.
    pub struct PartyResumed {
        /// The party.
        pub party: PartyId,
    }
}

record! {
    /// Somebody took a note.
    pub struct NoteTaken {
        /// Whom it is about.
        pub party: PartyId,
        /// The note.
        pub text: Text,
    }
}

record! {
    /// A party showed interest, or lack of it (SIGNAL-1).
    pub struct SignalSeen {
        /// The party.
        pub party: PartyId,
        /// What they did.
        pub signal: SignalKind,
        /// When.
        pub at: Timestamp,
        /// More about it: which page, which product.
        pub detail: Option<Line>,
    }
}

record! {
    /// We learned of budget, authority, need or timeline (BANT-1).
    pub struct AnswerLearned {
        /// The party.
        pub party: PartyId,
        /// What about.
        pub topic: Topic,
        /// The answer.
        pub answer: Answer,
        /// How we know.
        pub certainty: Certainty,
        /// What makes us think so.
        pub evidence: Option<Text>,
        /// The budget.
        pub amount: Option<Money>,
        /// The day they want it by.
        pub date: Option<Date>,
    }
}

record! {
    /// A contact was planned (CONTACT-1, CONTACT-2).
    pub struct ContactPlanned {
        /// The id that it gets.
        pub interaction: InteractionId,
        /// Who.
        pub party: PartyId,
        /// For which deal.
        pub deal: Option<DealId>,
        /// When it begins.
        pub at: Timestamp,
        /// How long it takes, in minutes.
        pub minutes: u16,
        /// How.
        pub channel: Channel,
        /// What for.
        pub objective: Objective,
        /// Why.
        pub why: Why,
        /// Why, in words.
        pub why_detail: Option<Line>,
        /// What the customer gains from it.
        pub benefit: Benefit,
        /// What a good result would be.
        pub desired_result: Option<Line>,
        /// Is the time agreed?
        pub commitment: Commitment,
        /// What proposed it; nothing if somebody thought of it.
        pub origin: Option<StepOrigin>,
    }
}

record! {
    /// The contact that was planned at the end of another one: a planned contact with the same party, for the same
    /// deal.
    pub struct NextContact {
        /// The id that it gets.
        pub interaction: InteractionId,
        /// When it begins.
        pub at: Timestamp,
        /// How long it takes, in minutes.
        pub minutes: u16,
        /// How.
        pub channel: Channel,
        /// What for.
        pub objective: Objective,
        /// Why.
        pub why: Why,
        /// Why, in words.
        pub why_detail: Option<Line>,
        /// What the customer gains from it.
        pub benefit: Benefit,
        /// What a good result would be.
        pub desired_result: Option<Line>,
        /// Is the time agreed?
        pub commitment: Commitment,
    }
}

record! {
    /// A planned contact was called off.
    pub struct ContactCancelled {
        /// The contact.
        pub interaction: InteractionId,
        /// Why.
        pub reason: Option<Line>,
    }
}

record! {
    /// A contact took place, or was tried (CONTACT-4).
    pub struct ContactLogged {
        /// The planned contact that this was, or a new id.
        pub interaction: InteractionId,
        /// Who.
        pub party: PartyId,
        /// For which deal.
        pub deal: Option<DealId>,
        /// When.
        pub at: Timestamp,
        /// How.
        pub channel: Channel,
        /// What for.
        pub objective: Objective,
        /// Whose idea it was.
        pub initiative: Initiative,
        /// Why; that of the planned contact if none is named.
        pub why: Option<Why>,
        /// What proposed it; nothing if somebody thought of it.
        pub origin: Option<StepOrigin>,
        /// Was the objective reached?
        pub outcome: ContactOutcome,
        /// What the customer gained from it.
        pub benefit: Option<Benefit>,
        /// Notes.
        pub notes: Option<Text>,
        /// How long we listened, in seconds (CONTACT-5).
        pub listening_seconds: Option<u32>,
        /// How long we talked, in seconds.
        pub talking_seconds: Option<u32>,
        /// What the customer confirmed when it was repeated back.
        pub confirmed: Option<Text>,
        /// Needs that came up: their words, and what else is known of them.
        #[cfg_attr(feature = "typescript", ts(optional, type = "Array<Need | string>"))]
        pub needs: Vec<Told<Need>>,
        /// Hesitations that came up.
        #[cfg_attr(feature = "typescript", ts(optional, type = "Array<Hesitation | string>"))]
        pub hesitations: Vec<Told<Hesitation>>,
        /// Hesitations that were answered.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Answered>>"))]
        pub answered: Vec<Answered>,
        /// What was agreed.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Text>>"))]
        pub agreements: Vec<Text>,
        /// What we promised.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Promise>>"))]
        pub promises: Vec<Promise>,
        /// Feedback that they gave.
        pub feedback: Option<Text>,
        /// The next contact (NEXT-1).
        pub next: Option<NextContact>,
    }
}

record! {
    /// A pursuit of a sale began.
    pub struct DealOpened {
        /// The id that it gets.
        pub deal: DealId,
        /// Who may buy, if that is known.
        pub party: Option<PartyId>,
        /// What it is called.
        pub name: Line,
        /// What it is worth.
        pub worth: Option<Money>,
        /// The outcome that the customer wants, in their words (CONTACT-7).
        pub desired_outcome: Option<Text>,
        /// The pipeline that it goes through; the plan chooses one if none is named.
        pub pipeline: Option<PipelineId>,
        /// The stage it begins in, if not the first one.
        pub stage: Option<StageId>,
        /// The products.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ProductId>>"))]
        pub products: Vec<ProductId>,
        /// When it began, if that was earlier than now.
        pub opened_at: Option<Timestamp>,
        /// When it is expected to close.
        pub expected_close: Option<Date>,
        /// Who of us pursues it.
        pub owner: Option<MemberId>,
        /// Its ids in other systems.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub external_ids: Vec<Line>,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// What we know of a deal was corrected. Fields that are absent stay as they are.
    pub struct DealCorrected {
        /// The deal.
        pub deal: DealId,
        /// Who may buy.
        pub party: Option<PartyId>,
        /// What it is called.
        pub name: Option<Line>,
        /// What it is worth.
        pub worth: Option<Money>,
        /// The outcome that the customer wants, in their words (CONTACT-7).
        pub desired_outcome: Option<Text>,
        /// When it is expected to close.
        pub expected_close: Option<Date>,
        /// Who pursues it.
        pub owner: Option<MemberId>,
        /// Custom fields to set.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// Why somebody moved a stage although the plan did not allow it.
    pub struct Override {
        /// Why.
        pub reason: Line,
    }
}

record! {
    /// A version of a plan.
    #[derive(Eq)]
    pub struct PlanVersion {
        /// The plan.
        pub plan: PlanId,
        /// Its version.
        pub version: u32,
    }
}

record! {
    /// A party or a deal moved to another stage (PLAN-4).
    pub struct StageMoved {
        /// What moved.
        pub subject: Subject,
        /// Where to.
        pub to: StageId,
        /// Why it may although the plan does not allow it.
        pub overridden: Option<Override>,
        /// The plan under which it moved; the engine writes it down (PLAN-5).
        pub under: Option<PlanVersion>,
    }
}

record! {
    /// Why something may take longer than the plan says, for a while (PLAN-3).
    pub struct DelayExcused {
        /// What takes longer.
        pub subject: Subject,
        /// Why.
        pub reason: Line,
        /// The last day for which the reason holds.
        pub until: Date,
    }
}

record! {
    /// A deal ended.
    pub struct DealClosed {
        /// The deal.
        pub deal: DealId,
        /// How.
        pub outcome: Outcome,
        /// When, if that was earlier than now.
        pub closed_at: Option<Timestamp>,
    }
}

record! {
    /// We understood something that they need, or understood it better (NEED-1).
    pub struct NeedFound {
        /// The id that it gets, or has: told again it corrects what was known.
        pub need: NeedId,
        /// Who needs it.
        pub party: PartyId,
        /// The deal that it matters for.
        pub deal: Option<DealId>,
        /// How they put it, word for word (PEOPLE-5).
        pub words: Text,
        /// The situation that they are in.
        pub situation: Option<Text>,
        /// What is wrong with it.
        pub issue: Option<Text>,
        /// What follows from that.
        pub ramifications: Option<Text>,
        /// How we know it; assumed if nobody says.
        pub certainty: Option<Certainty>,
        /// When it matters; now if nobody says.
        pub time: Option<NeedTime>,
    }
}

record! {
    /// Something holds them back (OBJECTION-1).
    pub struct HesitationRaised {
        /// The id that it gets.
        pub hesitation: HesitationId,
        /// Whom.
        pub party: PartyId,
        /// From which deal.
        pub deal: Option<DealId>,
        /// What it is about.
        pub kind: HesitationKind,
        /// How they put it, word for word.
        pub words: Option<Text>,
    }
}

record! {
    /// A benefit answered what held them back (OBJECTION-1).
    pub struct HesitationAnswered {
        /// Whom.
        pub party: PartyId,
        /// The hesitation.
        pub hesitation: HesitationId,
        /// What the customer gains that answers it.
        pub benefit: Benefit,
        /// Did they confirm that it is answered? Until then it stays open.
        pub certainty: Certainty,
    }
}

record! {
    /// We said that we would do something (NEXT-3).
    pub struct PromiseMade {
        /// The id that it gets.
        pub promise: PromiseId,
        /// Whom we promised it.
        pub party: PartyId,
        /// For which deal.
        pub deal: Option<DealId>,
        /// What we will do.
        pub text: Line,
        /// The last day on which it counts as kept.
        pub due: Date,
    }
}

record! {
    /// We did what we had promised (NEXT-3).
    pub struct PromiseKept {
        /// Whom we promised it.
        pub party: PartyId,
        /// The promise.
        pub promise: PromiseId,
        /// When we did it, if that was earlier than now.
        pub kept_at: Option<Timestamp>,
    }
}

record! {
    /// We won't do what we had promised (NEXT-3).
    pub struct PromiseBroken {
        /// Whom we promised it.
        pub party: PartyId,
        /// The promise.
        pub promise: PromiseId,
        /// Why.
        pub reason: Option<Line>,
    }
}

record! {
    /// They complained (GUARD-3).
    pub struct ComplaintMade {
        /// The id that it gets.
        pub complaint: ComplaintId,
        /// Who.
        pub party: PartyId,
        /// About which deal.
        pub deal: Option<DealId>,
        /// How bad it is for them.
        pub severity: Severity,
        /// How they put it, word for word.
        pub words: Text,
        /// By when they must have an answer.
        pub answer_by: Option<Timestamp>,
    }
}

record! {
    /// What they complained about was put right (GUARD-3).
    pub struct ComplaintResolved {
        /// Who complained.
        pub party: PartyId,
        /// The complaint.
        pub complaint: ComplaintId,
        /// How it was put right.
        pub how: Text,
    }
}

record! {
    /// We learned something personal, to open a conversation with (PEOPLE-4).
    pub struct RapportNoted {
        /// Of whom.
        pub party: PartyId,
        /// What.
        pub text: Text,
        /// When it happened, or was so; today if nobody says.
        pub date: Option<Date>,
        /// May it be suggested as a topic? It may if nobody says.
        pub privacy: Option<Privacy>,
    }
}

record! {
    /// Somebody did not want a proposed step (NEXT-2).
    pub struct StepRejected {
        /// What the step was about.
        pub subject: Subject,
        /// What had proposed it.
        pub origin: StepOrigin,
        /// Why not.
        pub reason: RejectionReason,
        /// The channel that it had proposed.
        pub channel: Option<Channel>,
        /// Why not, in words.
        pub detail: Option<Line>,
    }
}

record! {
    /// Two parties turned out to be one (PEOPLE-6).
    pub struct PartiesMerged {
        /// The one whose name and id stay.
        pub kept: PartyId,
        /// The one that was the same.
        pub merged: PartyId,
    }
}

record! {
    /// A time at which we are busy with something else.
    pub struct BusyTime {
        /// From when.
        pub from: Timestamp,
        /// Up to when.
        pub to: Timestamp,
        /// With what.
        pub summary: Option<Line>,
    }
}

record! {
    /// We took over the busy times of a calendar. They replace those that were known of it (DAY-1).
    pub struct CalendarImported {
        /// Its name.
        pub calendar: Line,
        /// When we are busy.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<BusyTime>>"))]
        pub busy: Vec<BusyTime>,
    }
}

record! {
    /// We began to offer a product.
    pub struct ProductListed {
        /// The id that it gets.
        pub product: ProductId,
        /// Its name.
        pub name: Line,
        /// Its price.
        pub price: Option<Money>,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// Somebody joined the team.
    pub struct MemberJoined {
        /// The id that they get.
        pub member: MemberId,
        /// Their name.
        pub name: Line,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// A sales plan came into force (PLAN-5).
    pub struct PlanAdopted {
        /// The plan.
        pub plan: Box<Plan>,
    }
}

record! {
    /// An entry was taken back: the book is as if it had never been recorded.
    pub struct Retracted {
        /// The entry. That of another retraction brings back what it took away.
        pub entry: EntryId,
    }
}

record! {
    /// A whole batch, such as an import, was taken back.
    pub struct BatchRetracted {
        /// The first entry of the batch.
        pub batch: EntryId,
    }
}

tagged! {
    /// Anything that was learned or done.
    pub enum Fact {
        /// We came to know a party.
        PartyMet(PartyMet),
        /// What we know of a party was corrected.
        PartyCorrected(PartyCorrected),
        /// We learned a way to contact a party.
        ContactPointAdded(ContactPointAdded),
        /// A way to contact a party is no longer good.
        ContactPointRemoved(ContactPointRemoved),
        /// We learned how a party likes to be contacted.
        PreferencesLearned(PreferencesLearned),
        /// A party allowed or forbade a channel.
        ConsentChanged(ConsentChanged),
        /// A party asked to be left alone.
        DoNotContactAsked(DoNotContactAsked),
        /// A party was parked.
        PartyParked(PartyParked),
        /// A parked party was taken up again.
        PartyResumed(PartyResumed),
        /// Somebody took a note.
        NoteTaken(NoteTaken),
        /// A party showed interest, or lack of it.
        SignalSeen(SignalSeen),
        /// We learned of budget, authority, need or timeline.
        AnswerLearned(AnswerLearned),
        /// A contact was planned.
        ContactPlanned(ContactPlanned),
        /// A planned contact was called off.
        ContactCancelled(ContactCancelled),
        /// A contact took place.
        ContactLogged(ContactLogged),
        /// A pursuit of a sale began.
        DealOpened(DealOpened),
        /// What we know of a deal was corrected.
        DealCorrected(DealCorrected),
        /// A party or a deal moved to another stage.
        StageMoved(StageMoved),
        /// Something may take longer for a while.
        DelayExcused(DelayExcused),
        /// A deal ended.
        DealClosed(DealClosed),
        /// We understood something that they need.
        NeedFound(NeedFound),
        /// Something holds them back.
        HesitationRaised(HesitationRaised),
        /// A benefit answered what held them back.
        HesitationAnswered(HesitationAnswered),
        /// We said that we would do something.
        PromiseMade(PromiseMade),
        /// We did what we had promised.
        PromiseKept(PromiseKept),
        /// We won't do what we had promised.
        PromiseBroken(PromiseBroken),
        /// They complained.
        ComplaintMade(ComplaintMade),
        /// What they complained about was put right.
        ComplaintResolved(ComplaintResolved),
        /// We learned something personal.
        RapportNoted(RapportNoted),
        /// Somebody did not want a proposed step.
        StepRejected(StepRejected),
        /// Two parties turned out to be one.
        PartiesMerged(PartiesMerged),
        /// We took over the busy times of a calendar.
        CalendarImported(CalendarImported),
        /// We began to offer a product.
        ProductListed(ProductListed),
        /// Somebody joined the team.
        MemberJoined(MemberJoined),
        /// A sales plan came into force.
        PlanAdopted(PlanAdopted),
        /// An entry was taken back.
        Retracted(Retracted),
        /// A whole batch was taken back.
        BatchRetracted(BatchRetracted),
    }
}
