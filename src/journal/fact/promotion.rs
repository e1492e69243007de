//! Facts about promotions: who was offered one and who was not, and what experiments elsewhere showed.

use crate::measure::experiment::{Assignment, Experiment};
use crate::value::id::{DealId, ExperimentId, PartyId, PromotionId};
use crate::value::text::Line;
use crate::value::time::Timestamp;

choice! {
    /// Whether somebody gets a promotion.
    pub enum OfferedGroup {
        /// They were offered it.
        Offered = "offered",
        /// They were not, so that there is somebody to hold the others against.
        Withheld = "withheld",
    }
}

record! {
    /// A promotion was offered to somebody, or it was decided that they don't get it (PROMO-6).
    pub struct PromotionOffered {
        /// The promotion.
        pub promotion: PromotionId,
        /// Who.
        pub party: PartyId,
        /// For which deal.
        pub deal: Option<DealId>,
        /// Whether they get it.
        pub group: OfferedGroup,
        /// How that was decided.
        pub assigned: Assignment,
        /// When that was, if it was earlier than now.
        pub offered_at: Option<Timestamp>,
    }
}

record! {
    /// Customers were measured in several arms, here or elsewhere: their sums, not the customers (PROMO-6).
    pub struct ExperimentRecorded {
        /// The id that it gets, or has: told again, it takes the place of what was known.
        pub experiment: ExperimentId,
        /// What it is called.
        pub name: Line,
        /// The promotion that it was about.
        pub promotion: Option<PromotionId>,
        /// What was measured.
        pub results: Experiment,
    }
}
