//! Steps as they are shown (NEXT-2, GUARD-4).

use crate::contact::interaction::{Commitment, Objective, Why};
use crate::deal::subject::Subject;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{InteractionId, PartyId};
use crate::value::money::Money;
use crate::value::time::{Date, Timestamp};
use serde::Serialize;

/// A step: who, why, how, what for, when, how long, what the customer gains, and what led to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// What it is about.
    pub subject: Subject,
    /// Who, if that is known.
    pub party: Option<PartyId>,
    /// Their name, or the deal's where nobody knows who.
    pub name: String,
    /// The organisation they belong to.
    pub organisation: Option<String>,
    /// The deal it is for.
    pub deal_name: Option<String>,
    /// What to do.
    pub action: ActionView,
    /// When, at the earliest.
    pub at: Timestamp,
    /// How many minutes it takes.
    pub minutes: u16,
    /// What a sale is worth.
    pub worth: Money,
    /// How likely it is, in percent.
    pub chance_percent: u8,
    /// What an hour spent so is worth: the order of approach.
    pub worth_per_hour: Money,
    /// What led to it.
    pub because: Vec<BecauseView>,
    /// What holds it back, until when.
    pub held: Vec<HeldView>,
    /// All of it in words.
    pub words: StepWords,
}

/// What to do in a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ActionView {
    /// Contact them.
    Contact {
        /// The planned contact, if somebody planned it already.
        interaction: Option<InteractionId>,
        /// How.
        channel: Channel,
        /// Where to reach them.
        contact_point: Option<ContactPoint>,
        /// What for.
        objective: Objective,
        /// Why.
        why: Why,
        /// Why, in more words.
        why_detail: Option<String>,
        /// What the customer gains.
        benefit: String,
        /// What a good result would be.
        desired_result: Option<String>,
        /// Is the time agreed?
        commitment: Commitment,
    },
    /// Find out how to contact them.
    GetContactDetails,
    /// Find out who may buy.
    FindCustomer,
    /// Park them.
    Park {
        /// Why.
        reason: String,
        /// Until when.
        until: Date,
    },
    /// Look again at somebody who was parked.
    LookAgain {
        /// Why they were parked.
        reason: String,
    },
    /// Decide something.
    Decide {
        /// What.
        question: String,
    },
}

/// Something that led to a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BecauseView {
    /// The rule: a code of the domain (`NEXT-1`) or the id of a rule or point of contact of the plan.
    pub rule: String,
    /// In words.
    pub text: String,
}

/// A guard that holds something back (GUARD-4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HeldView {
    /// The guard.
    pub guard: GuardName,
    /// The channel it was asked about.
    pub channel: Channel,
    /// The first moment that it allows; nothing if it allows none.
    pub until: Option<Timestamp>,
    /// In words.
    pub text: String,
}

choice! {
    /// The guards (GUARD-1, GUARD-2).
    pub enum GuardName {
        /// They withdrew consent, or have to give it first.
        Consent = "consent",
        /// They asked to be left alone.
        DoNotContact = "doNotContact",
        /// So many contacts in so many days are enough.
        Cap = "cap",
        /// The last contact was too short a time ago.
        Gap = "gap",
        /// Nobody answered lately: leave them more time.
        NoAnswer = "noAnswer",
        /// It is night, evening or a free day where they live.
        QuietHours = "quietHours",
        /// It is not within the hours they told us.
        Window = "window",
    }
}

/// A step in words, for a person to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepWords {
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// How.
    pub how: String,
    /// What for.
    pub what_for: String,
    /// What the customer gains.
    pub benefit: Option<String>,
}
