//! How quotes are counted: in which order promotions go, and how amounts are rounded (PROMO-4, PROMO-5).

use crate::contact::benefit::Benefit;
use crate::contact::interaction::Objective;
use crate::value::contact_point::Channel;
use crate::value::id::LaneId;
use crate::value::text::{Line, Text};
use std::collections::BTreeMap;

choice! {
    /// Which of the promotions in a lane apply.
    pub enum LaneChoice {
        /// Those that together are best for the customer.
        BestCombination = "bestCombination",
        /// The one that is best for the customer.
        BestOne = "bestOne",
        /// On each line the one that takes most off it.
        BestOnEachLine = "bestOnEachLine",
        /// All, one after the other.
        InOrder = "inOrder",
        /// The first that gives anything.
        FirstOne = "firstOne",
    }
}

choice! {
    /// Where the half of a minor unit goes.
    pub enum Rounding {
        /// Away from zero: 0.5 is 1.
        HalfAwayFromZero = "halfAwayFromZero",
        /// To the even number: 0.5 is 0, 1.5 is 2.
        HalfEven = "halfEven",
        /// Towards zero: 0.5 is 0.
        HalfDown = "halfDown",
        /// Against the buyer: never off the price.
        AgainstBuyer = "againstBuyer",
    }
}

choice! {
    /// What of a percentage is rounded.
    pub enum Rounded {
        /// What is taken off.
        Reduction = "reduction",
        /// What is left.
        Price = "price",
    }
}

choice! {
    /// Which lines get the odd minor units when an amount is spread over them.
    pub enum Remainder {
        /// Those that lost most in rounding down; the earliest of those that lost the same.
        LargestRemainder = "largestRemainder",
        /// The first ones.
        FirstLines = "firstLines",
    }
}

record! {
    /// A lane of promotions.
    pub struct Lane {
        /// Its id. Promotions that name no lane go in the one called `usual`, which is the last if it isn't listed.
        pub id: LaneId,
        /// What it is called.
        pub name: Option<Line>,
        /// Which of the promotions in it apply; the best combination if it is not said.
        pub choose: Option<LaneChoice>,
    }
}

choice! {
    /// What a promotion gives that something follows from.
    pub enum Followed {
        /// Money off a later purchase.
        MoneyOffNext = "moneyOffNext",
        /// Something to try.
        Sample = "sample",
        /// A time to try it for nothing.
        FreeTrial = "freeTrial",
        /// Teaching them how to use it.
        Training = "training",
        /// Another service.
        OtherService = "otherService",
    }
}

record! {
    /// The contact and the need that follow where a promotion's own terms name none.
    pub struct Follows {
        /// So many days after the quote was accepted; 7 if nothing is said.
        pub after_days: Option<u16>,
        /// So many days before it ends what was given: the trial, or the time to spend the money.
        pub before_end_days: Option<u16>,
        /// How; as the customer prefers if it is not said.
        pub channel: Option<Channel>,
        /// What for.
        pub objective: Objective,
        /// What the customer gains from it.
        pub benefit: Benefit,
        /// What a good result would be.
        pub desired_result: Option<Line>,
        /// The need that comes up on that day, in words.
        pub need: Option<Text>,
    }
}

record! {
    /// How quotes are counted.
    pub struct QuoteRules {
        /// The lanes, which go in a row: each takes its promotions off what the one before it left.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Lane>>"))]
        pub lanes: Vec<Lane>,
        /// Where halves go; away from zero if it is not said.
        pub rounding: Option<Rounding>,
        /// What is rounded; the reduction if it is not said.
        pub rounded: Option<Rounded>,
        /// Which lines get the odd minor units; those with the largest remainder if it is not said.
        pub remainder: Option<Remainder>,
        /// What follows from what promotions give.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Followed, Follows>>"))]
        pub follows: BTreeMap<Followed, Follows>,
    }
}

impl QuoteRules {
    /// What holds where a plan says nothing.
    pub const USUAL: QuoteRules = QuoteRules {
        lanes: Vec::new(),
        rounding: None,
        rounded: None,
        remainder: None,
        follows: BTreeMap::new(),
    };

    /// The lane of promotions that name none.
    pub const USUAL_LANE: &'static str = "usual";
}
