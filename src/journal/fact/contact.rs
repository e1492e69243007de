//! Facts about contacts: planned, called off, logged, turned down.

use crate::contact::benefit::Benefit;
use crate::contact::hesitation::{Answered, Hesitation};
use crate::contact::interaction::{Commitment, ContactOutcome, Initiative, Objective, Why};
use crate::contact::promise::Promise;
use crate::contact::proposal::{RejectionReason, StepOrigin};
use crate::deal::need::Need;
use crate::deal::subject::Subject;
use crate::value::contact_point::Channel;
use crate::value::document::Told;
use crate::value::id::{DealId, InteractionId, PartyId};
use crate::value::text::{Line, Text};
use crate::value::time::Timestamp;

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
