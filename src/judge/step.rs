//! A next step and what led to it, as data (NEXT-2).

use super::guard::Held;
use super::truth::Leaf;
use super::worth::Worth;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::{Commitment, Objective, Why};
use crate::contact::proposal::StepOrigin;
use crate::deal::subject::Subject;
use crate::plan::condition::Asked;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{
    ComplaintId, InteractionId, PartyId, PointOfContactId, PromiseId, PromotionId, QuoteId, RuleId,
    SegmentId, StageId,
};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};

/// A step: what to do about whom, when, what it is worth, and what led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it is about.
    pub subject: Subject,
    /// Who, if that is known.
    pub party: Option<PartyId>,
    /// What to do.
    pub action: Action,
    /// The first moment at which it can be done; nothing if guards allow none.
    pub at: Option<Timestamp>,
    /// The moment for which it is due, guards aside.
    pub due: Timestamp,
    /// How long it takes.
    pub minutes: u16,
    /// What a sale is worth.
    pub worth: Worth,
    /// How likely it is.
    pub chance_percent: u8,
    /// What an hour spent so is worth.
    pub per_hour: Money,
    /// What proposes it.
    pub origin: StepOrigin,
    /// What led to it.
    pub because: Vec<Because>,
    /// What holds it back.
    pub held: Vec<Held>,
}

impl Step {
    /// Did somebody turn it down, so that it waits until it may come again?
    pub fn was_turned_down(&self) -> bool {
        self.because.iter().any(|because| matches!(because, Because::TurnedDown { .. }))
    }

    /// Does something bind us to do it: a promise that is due, a complaint that is open?
    pub fn is_bound(&self) -> bool {
        self.because
            .iter()
            .any(|because| matches!(because, Because::Promised { .. } | Because::Complained { .. }))
    }
}

/// What to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Contact them.
    Contact(ContactAction),
    /// Find out how to contact them.
    GetContactDetails,
    /// Find out who may buy.
    FindCustomer,
    /// Park them.
    Park {
        /// Why.
        reason: Line,
        /// Until when.
        until: Date,
    },
    /// Look again at somebody who was parked.
    LookAgain {
        /// Why they were parked.
        reason: Line,
    },
    /// Decide how to go on.
    Decide(Decision),
    /// Move to another stage.
    Move {
        /// Where to.
        to: StageId,
        /// Its name.
        name: Line,
    },
    /// Do what we promised (NEXT-3).
    KeepPromise {
        /// The promise.
        promise: PromiseId,
        /// What we said we would do.
        text: Line,
        /// The last day on which it counts as kept.
        due: Date,
    },
    /// Find out what a rule has to know (NEXT-4).
    FindOut {
        /// What it asks for.
        asked: Asked,
        /// How to ask it.
        question: Option<Line>,
    },
}

/// What there is to decide.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// What a rule asks.
    Asked(Line),
    /// All points of contact of the stage are done: move on, or park.
    StageDone {
        /// The stage.
        stage: Line,
        /// Where it can lead.
        next: Vec<Line>,
    },
    /// Which time suits both them and us.
    CommonTime,
}

/// How, what for and why to contact somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactAction {
    /// The planned contact, if somebody planned it already.
    pub interaction: Option<InteractionId>,
    /// How.
    pub channel: Channel,
    /// Where to reach them.
    pub contact_point: Option<ContactPoint>,
    /// What for.
    pub objective: Objective,
    /// Why.
    pub why: Why,
    /// Why, in more words.
    pub why_detail: Option<Line>,
    /// What the customer gains.
    pub benefit: Benefit,
    /// What a good result would be.
    pub desired_result: Option<Line>,
    /// Is the time agreed?
    pub commitment: Commitment,
}

/// What led to a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// Somebody planned it.
    Planned,
    /// A rule of the plan fired, since these leaves of its condition are as they are.
    Rule {
        /// The rule.
        rule: RuleId,
        /// What it says of itself.
        name: Line,
        /// What made it fire.
        leaves: Vec<Leaf>,
    },
    /// A point of contact of the stage is due.
    PointOfContact {
        /// The point.
        point: PointOfContactId,
        /// The stage.
        stage: Line,
        /// So many days after it was entered.
        after_days: u16,
    },
    /// There is no way to contact them (PEOPLE-1).
    NoContactPoint,
    /// There is no way left that they allow.
    NoAllowedChannel,
    /// The times that suit them never meet those at which the plan allows a contact (GUARD-2).
    NoCommonTime,
    /// Nobody knows who may buy.
    NoCustomer,
    /// They are parked until this day (SIGNAL-3).
    Parked {
        /// The day.
        until: Date,
    },
    /// We promised it (NEXT-3).
    Promised {
        /// The promise.
        promise: PromiseId,
        /// The last day on which it counts as kept.
        due: Date,
    },
    /// They complained, and it is not put right (GUARD-3).
    Complained {
        /// The complaint.
        complaint: ComplaintId,
        /// How they put it.
        words: Text,
        /// By when they must have an answer.
        answer_by: Option<Timestamp>,
    },
    /// It is time to hear from each other again.
    Rhythm {
        /// The segment that they belong to.
        segment: SegmentId,
        /// Its name.
        name: Line,
        /// Days since they last said something to us; nothing if they never did.
        days: Option<u32>,
        /// Days after which a contact is due.
        ideal_days: u16,
        /// Days that should never pass without one.
        longest_days: u16,
    },
    /// They accepted a promotion, and a contact follows from it.
    Accepted {
        /// The promotion.
        promotion: PromotionId,
        /// The quote.
        quote: QuoteId,
        /// What the promotion was called.
        name: Line,
        /// So many days ago.
        days: u32,
    },
    /// A rule needs an answer that nobody knows (NEXT-4).
    Unknown {
        /// The rule.
        rule: RuleId,
        /// What it says of itself.
        name: Line,
        /// What is not known.
        leaf: Leaf,
    },
    /// So many contacts in a row moved nothing: try another way (CONTACT-6).
    NoMovement {
        /// How many.
        contacts: u32,
    },
    /// It was turned down, and comes again on a later day (NEXT-2).
    TurnedDown {
        /// Which.
        until: Date,
    },
    /// What was turned down and carried out of this kind before moved it (NEXT-2).
    Learned {
        /// To so many percent.
        percent: u16,
        /// So many were carried out.
        done: u32,
        /// So many were turned down.
        rejected: u32,
    },
    /// Nobody and nothing is without a next step (NEXT-1).
    NothingElse,
}
