//! Money (PROMO-1): percentages, amounts and prices, also in tiers, and money off a later purchase.

use crate::value::money::Money;

choice! {
    /// What a reduction is counted for.
    pub enum Target {
        /// Once for each selected line.
        Line = "line",
        /// For each unit of the selected lines.
        Each = "each",
        /// Once for the selected lines together, spread over them.
        Across = "across",
        /// Once for all goods together, spread over them.
        Whole = "whole",
        /// Once for the delivery charge.
        Delivery = "delivery",
    }
}

choice! {
    /// What tiers are measured by. Either way it is list prices and quantities, before any promotion.
    pub enum TierMeasure {
        /// The selected lines together.
        Together = "together",
        /// Each line for itself.
        EachLine = "eachLine",
    }
}

record! {
    /// From where on a tier holds: a quantity or an amount, not both.
    pub struct TierFrom {
        /// From so many units on.
        pub quantity: Option<u32>,
        /// From such an amount on, one for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amounts: Vec<Money>,
    }
}

record! {
    /// From somewhere on, another percentage.
    pub struct PercentTier {
        /// From where on.
        pub from: TierFrom,
        /// So much off, in hundredths of a percent.
        pub basis_points: u32,
    }
}

record! {
    /// From somewhere on, another amount.
    pub struct AmountTier {
        /// From where on.
        pub from: TierFrom,
        /// So much off, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Money>"))]
        pub amounts: Vec<Money>,
    }
}

record! {
    /// From somewhere on, another price.
    pub struct PriceTier {
        /// From where on.
        pub from: TierFrom,
        /// The price, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Money>"))]
        pub prices: Vec<Money>,
    }
}

record! {
    /// A percentage off.
    pub struct PercentOff {
        /// So much off, in hundredths of a percent: 1500 is 15 %. Below the first tier nothing, if it is not said.
        pub basis_points: Option<u32>,
        /// What it is counted for.
        pub target: Target,
        /// The highest tier that is reached holds instead.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PercentTier>>"))]
        pub tiers: Vec<PercentTier>,
        /// What tiers are measured by; the selected lines together if it is not said.
        pub tiers_by: Option<TierMeasure>,
    }
}

record! {
    /// An amount off.
    pub struct AmountOff {
        /// So much off, an amount for each currency. Below the first tier nothing, if it is not said.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amounts: Vec<Money>,
        /// What it is counted for.
        pub target: Target,
        /// The highest tier that is reached holds instead.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<AmountTier>>"))]
        pub tiers: Vec<AmountTier>,
        /// What tiers are measured by; the selected lines together if it is not said.
        pub tiers_by: Option<TierMeasure>,
    }
}

record! {
    /// A price instead of the one that would hold, if it is lower. With `across` it is the price of all selected lines
    /// together.
    pub struct FixedPrice {
        /// The price, an amount for each currency. Below the first tier nothing changes, if it is not said.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub prices: Vec<Money>,
        /// What it is counted for.
        pub target: Target,
        /// The highest tier that is reached holds instead.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PriceTier>>"))]
        pub tiers: Vec<PriceTier>,
        /// What tiers are measured by; the selected lines together if it is not said.
        pub tiers_by: Option<TierMeasure>,
    }
}

record! {
    /// Money off a later purchase of the same customer, who can spend it in parts.
    pub struct MoneyOffNext {
        /// So much of what this purchase costs in the end, in hundredths of a percent. Either this or amounts.
        pub basis_points: Option<u32>,
        /// So much, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub amounts: Vec<Money>,
        /// It can be spent for so many days from the purchase on.
        pub valid_days: u16,
    }
}
