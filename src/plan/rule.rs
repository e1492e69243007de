//! Rules that propose next steps (NEXT-4).

use super::condition::Condition;
use super::pipeline::PipelineKind;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::{Objective, Why};
use crate::value::contact_point::Channel;
use crate::value::id::{RuleId, StageId};
use crate::value::text::Line;

record! {
    /// Under a condition, propose a step.
    pub struct Rule {
        /// Its id.
        pub id: RuleId,
        /// What it does, in words.
        pub name: Line,
        /// What it is for.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<PipelineKind>"))]
        pub covers: Vec<PipelineKind>,
        /// When it fires.
        pub when: Condition,
        /// How much sooner it should be done than its worth alone would say, in percent: 100 is as it is worth.
        pub lift_percent: u16,
        /// What it proposes.
        pub propose: Proposal,
    } checked by crate::plan::check::rules::rule
}

choice! {
    /// From what a step's time is counted.
    pub enum Anchor {
        /// From now: as soon as it is allowed.
        Now = "now",
        /// From the last contact.
        LastContact = "lastContact",
        /// From when the stage was entered.
        StageEntered = "stageEntered",
    }
}

record! {
    /// Contact somebody.
    pub struct ContactProposal {
        /// By which channels, best first; the customer's preferred one goes before all.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Channel>"))]
        pub channels: Vec<Channel>,
        /// What for.
        pub objective: Objective,
        /// Why.
        pub why: Why,
        /// What the customer gains from it; the first that differs from the last contact's is used.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Benefit>"))]
        pub benefits: Vec<Benefit>,
        /// What a good result would be.
        pub desired_result: Line,
        /// So many days after the anchor.
        pub after_days: u16,
        /// The anchor.
        pub anchor: Anchor,
    } checked by crate::plan::check::rules::contact
}

record! {
    /// Park somebody with little interest (SIGNAL-3).
    pub struct ParkProposal {
        /// Why.
        pub reason: Line,
        /// Look again after so many days.
        pub days: u16,
    }
}

record! {
    /// Decide something that a contact can't.
    pub struct DecideProposal {
        /// What to decide.
        pub question: Line,
    }
}

record! {
    /// Move to another stage.
    pub struct MoveProposal {
        /// Where to.
        pub to: StageId,
    }
}

tagged! {
    /// What a rule proposes.
    pub enum Proposal {
        /// Contact somebody.
        Contact(ContactProposal),
        /// Park somebody.
        Park(ParkProposal),
        /// Decide something.
        Decide(DecideProposal),
        /// Move to another stage.
        Move(MoveProposal),
    }
}

record! {
    /// What rejected steps teach (NEXT-2).
    #[derive(Copy)]
    pub struct Rejections {
        /// For so many days the same is not proposed to the same party again.
        pub quiet_days: u16,
        /// How many steps carried out a rule has in hand: the more, the less a rejection weighs.
        pub prior: u16,
    }
}

impl Rejections {
    /// What holds where a plan says nothing.
    pub const USUAL: Rejections = Rejections { quiet_days: 14, prior: 5 };
}
