//! How a deal ended.

use crate::value::money::Money;
use crate::value::text::Line;

choice! {
    /// Why a deal was lost. No decision is another thing than a competitor.
    pub enum LossReason {
        /// Too dear.
        Price = "price",
        /// Not now.
        Timing = "timing",
        /// Somebody else's offer.
        Competitor = "competitor",
        /// They decided nothing.
        NoDecision = "noDecision",
        /// They don't need it.
        NoNeed = "noNeed",
        /// No money for it.
        NoBudget = "noBudget",
        /// They didn't trust us.
        Trust = "trust",
        /// It isn't right for them.
        Fit = "fit",
        /// Something else.
        Other = "other",
        /// Nobody wrote it down.
        NotRecorded = "notRecorded",
    }
}

record! {
    /// Sold.
    pub struct Won {
        /// For how much.
        pub worth: Option<Money>,
    }
}

record! {
    /// Not sold.
    pub struct Lost {
        /// Why.
        pub reason: LossReason,
        /// In words.
        pub detail: Option<Line>,
    }
}

tagged! {
    /// How a deal ended.
    pub enum Outcome {
        /// Sold.
        Won(Won),
        /// Not sold.
        Lost(Lost),
    }
}
