//! Facts about deals and about moves between stages.

use crate::deal::outcome::Outcome;
use crate::deal::subject::Subject;
use crate::value::attribute::Attribute;
use crate::value::id::{DealId, MemberId, PartyId, PipelineId, PlanId, ProductId, StageId};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

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
