//! The terms of a promotion: when, how often, for whom, and together with what (PROMO-4).

use super::selector::LineSelector;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::Objective;
use crate::value::contact_point::Channel;
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::Timestamp;

choice! {
    /// Is a promotion given at all?
    pub enum PromotionStanding {
        /// Yes.
        Active = "active",
        /// Not for now.
        Paused = "paused",
    }
}

choice! {
    /// What a promotion keeps others from.
    pub enum Exclusive {
        /// From nothing.
        None = "none",
        /// Nothing applies after it.
        LaterOnes = "laterOnes",
        /// Nothing else reduces the lines that it is about.
        SameLines = "sameLines",
        /// Nothing else applies to the quote.
        WholeQuote = "wholeQuote",
    }
}

choice! {
    /// Of which price a percentage is taken.
    pub enum Basis {
        /// Of what earlier promotions left.
        CurrentPrice = "currentPrice",
        /// Of the price on the list.
        ListPrice = "listPrice",
    }
}

choice! {
    /// How a reduction of several lines together is spread over them.
    pub enum Spread {
        /// By what they cost.
        ByAmount = "byAmount",
        /// By how many units they have.
        ByQuantity = "byQuantity",
        /// Each the same.
        Evenly = "evenly",
    }
}

choice! {
    /// What happens where a budget has less left than would be given.
    pub enum WhenShort {
        /// What is left is given.
        Reduce = "reduce",
        /// Nothing is given.
        Refuse = "refuse",
    }
}

record! {
    /// When it is given.
    pub struct Period {
        /// From this moment on.
        pub from: Option<Timestamp>,
        /// Until this moment: then it is over.
        pub until: Option<Timestamp>,
    }
}

record! {
    /// How often and how much in all.
    pub struct PromotionLimits {
        /// So many times.
        pub uses: Option<u32>,
        /// So many times for each customer.
        pub uses_per_customer: Option<u32>,
        /// So much in all, an amount for each currency. In other currencies it is not given.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub budget: Vec<Money>,
        /// So many units in all.
        pub units: Option<u32>,
        /// What happens where less is left than would be given; what is left is given if it is not said.
        pub when_short: Option<WhenShort>,
    }
}

record! {
    /// The least that has to be bought of the lines that the promotion is about.
    pub struct Minimum {
        /// So many units.
        pub quantity: Option<u32>,
        /// For such an amount, one for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amounts: Vec<Money>,
        /// At which prices; those on the list if it is not said.
        pub measured: Option<Basis>,
    }
}

record! {
    /// What else has to be on the quote, or must not be. Measured at list prices.
    pub struct Requirement {
        /// Of these lines; of all of them if it is not said.
        pub lines: Option<LineSelector>,
        /// So many units or more. One, if nothing else is said.
        pub quantity_from: Option<u32>,
        /// So many units or fewer: 0 means none of it.
        pub quantity_to: Option<u32>,
        /// For so much or more, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amount_from: Vec<Money>,
        /// For so much or less, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amount_to: Vec<Money>,
    }
}

record! {
    /// The most that it gives on one quote. What a cap cuts off goes to no other line.
    pub struct Caps {
        /// For each unit, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub unit: Vec<Money>,
        /// For each line, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub line: Vec<Money>,
        /// For the quote, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub quote: Vec<Money>,
        /// So many units, where it is counted for each unit.
        pub units: Option<u32>,
        /// Which units these are; the cheapest if it is not said.
        pub first: Option<super::gift::UnitOrder>,
    }
}

record! {
    /// The contact that follows when it was accepted: a promotion is the start of a relationship.
    pub struct FollowUp {
        /// After so many days.
        pub after_days: u16,
        /// How; as the customer prefers if it is not said.
        pub channel: Option<Channel>,
        /// What for.
        pub objective: Objective,
        /// What the customer gains from it.
        pub benefit: Benefit,
        /// What a good result would be.
        pub desired_result: Option<Line>,
    }
}

record! {
    /// The need that it leads to for later.
    pub struct LaterNeed {
        /// The need, in words.
        pub words: Text,
        /// After so many days.
        pub after_days: u16,
    }
}
