//! Stages and what they prescribe (PLAN-1, PLAN-2).

use super::condition::Condition;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::Objective;
use crate::value::contact_point::Channel;
use crate::value::id::{PipelineId, PointOfContactId, StageId};
use crate::value::money::MinorUnits;
use crate::value::text::Line;

choice! {
    /// What moves through a pipeline.
    pub enum PipelineKind {
        /// Parties that have not bought yet.
        Lead = "lead",
        /// Deals.
        Deal = "deal",
        /// Parties that have bought.
        Customer = "customer",
    }
}

record! {
    /// A row of stages.
    pub struct Pipeline {
        /// Its id.
        pub id: PipelineId,
        /// Its name; that of what moves through it if it has none.
        pub name: Option<Line>,
        /// What moves through it.
        pub covers: PipelineKind,
        /// Which new deals it takes; all if it says nothing. Of several pipelines the first that takes a deal has it.
        pub takes: Option<Condition>,
        /// The stage in which everything begins.
        pub start: StageId,
        /// The stages.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Stage>"))]
        pub stages: Vec<Stage>,
    }
}

impl Pipeline {
    /// The stage with an id.
    pub fn stage(&self, id: &StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == *id)
    }
}

record! {
    /// A stage: what it is for, who may enter, what to do, how long it should take, where it can lead.
    pub struct Stage {
        /// Its id.
        pub id: StageId,
        /// Its name.
        pub name: Line,
        /// What it is for.
        pub purpose: Line,
        /// What must be true to enter it.
        pub enter: Option<Condition>,
        /// What to do in it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub actions: Vec<Line>,
        /// The contacts that it prescribes, in their order.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PointOfContact>>"))]
        pub points_of_contact: Vec<PointOfContact>,
        /// How many days it should take.
        pub ideal_days: u16,
        /// After how many working days without a contact in which they answered it has gone stale (PLAN-3).
        pub stale_after_days: u16,
        /// How likely a sale is from here, in percent, for want of better knowledge.
        pub chance_percent: u8,
        /// The stages that it can lead to, in this pipeline or another one of its kind.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<StageId>>"))]
        pub next: Vec<StageId>,
    } checked by crate::plan::check::stages::stage
}

record! {
    /// A contact that a stage prescribes.
    pub struct PointOfContact {
        /// Its id.
        pub id: PointOfContactId,
        /// How many days after the stage was entered.
        pub after_days: u16,
        /// By which channels, best first.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Channel>"))]
        pub channels: Vec<Channel>,
        /// What for.
        pub objective: Objective,
        /// What the customer gains from it; the first that differs from the last contact's is used.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Benefit>"))]
        pub benefits: Vec<Benefit>,
        /// What a good result would be.
        pub desired_result: Line,
    } checked by crate::plan::check::stages::point_of_contact
}

record! {
    /// From a worth on, the ideal time is so many percent of what the stages say (PLAN-3).
    pub struct WorthTier {
        /// The least worth, in minor units of the plan's currency.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub from: MinorUnits,
        /// Percent of the ideal time.
        pub ideal_percent: u16,
    } checked by crate::plan::check::numbers::worth_tier
}

record! {
    /// What to do about hesitations of a kind.
    pub struct HesitationPlan {
        /// Benefits that answer them, best first.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Benefit>"))]
        pub benefits: Vec<Benefit>,
        /// What to ask, to understand what is behind it.
        pub question: Line,
    }
}
