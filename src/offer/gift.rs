//! What a promotion gives: money (PROMO-1), goods (PROMO-2) or services (PROMO-3).
//!
//! Amounts stand in lists, one for each currency. Shares of a hundred are basis points: 1500 is 15 %.

use super::selector::LineSelector;
use crate::value::id::ProductId;
use crate::value::money::Money;
use crate::value::text::Line;

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
    /// Which units come first.
    pub enum UnitOrder {
        /// The cheapest.
        Cheapest = "cheapest",
        /// The dearest.
        Dearest = "dearest",
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

record! {
    /// Units that have to be bought.
    pub struct BuyPart {
        /// Of these lines; of those that the promotion is about if it is not said.
        pub lines: Option<LineSelector>,
        /// So many units.
        pub quantity: u32,
    }
}

record! {
    /// So much off each unit, in hundredths of a percent.
    pub struct PercentReduction {
        /// 10000 is all of it.
        pub basis_points: u32,
    }
}

record! {
    /// So much off each unit.
    pub struct AmountReduction {
        /// An amount for each currency.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Money>"))]
        pub amounts: Vec<Money>,
    }
}

record! {
    /// A price for each unit.
    pub struct PriceReduction {
        /// An amount for each currency.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Money>"))]
        pub prices: Vec<Money>,
    }
}

record! {
    /// A price for all units that are got at once: three for ten. Sets that are not whole get nothing.
    pub struct SetPriceReduction {
        /// An amount for each currency.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Money>"))]
        pub prices: Vec<Money>,
    }
}

tagged! {
    /// How much less the units cost that are got.
    pub enum Reduction {
        /// A percentage off each.
        Percent(PercentReduction),
        /// An amount off each.
        Amount(AmountReduction),
        /// A price for each.
        Price(PriceReduction),
        /// A price for all of them together.
        SetPrice(SetPriceReduction),
    }
}

record! {
    /// Units that are got.
    pub struct GetPart {
        /// Of these lines; of those that the promotion is about if it is not said.
        pub lines: Option<LineSelector>,
        /// Up to so many units each time.
        pub quantity: u32,
        /// How much less they cost; nothing at all if it is not said.
        pub reduction: Option<Reduction>,
        /// Which units are got; the cheapest if it is not said.
        pub first: Option<UnitOrder>,
    }
}

record! {
    /// Buy some, get some, also of the same. No unit is both bought and got.
    pub struct BuyGet {
        /// What has to be bought; nothing more than what is got if it is not said.
        pub buy: Option<BuyPart>,
        /// What is got.
        pub get: GetPart,
        /// At most so many times; as often as it fits if it is not said.
        pub times: Option<u32>,
    }
}

choice! {
    /// What happens with units of a free item that are on the quote already.
    pub enum OnQuote {
        /// They are made free.
        MadeFree = "madeFree",
        /// They are left as they are; what is given is always added.
        LeftAlone = "leftAlone",
    }
}

record! {
    /// An item for nothing: units of it on the quote are made free, the rest is added.
    pub struct FreeItem {
        /// The product.
        pub product: ProductId,
        /// What it is called.
        pub name: Option<Line>,
        /// So many units; one if it is not said.
        pub quantity: Option<u32>,
        /// What a unit is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What a unit that is added costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
        /// What happens with units that are on the quote already; they are made free if it is not said.
        pub on_quote: Option<OnQuote>,
    }
}

record! {
    /// The better one for the price of the other.
    pub struct Upgrade {
        /// Instead of these.
        pub from: LineSelector,
        /// The better one.
        pub to: ProductId,
        /// What it is called.
        pub name: Option<Line>,
        /// At most so many units; all if it is not said.
        pub units: Option<u32>,
        /// How much more a unit is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// How much more a unit costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// Something to try.
    pub struct Sample {
        /// What it is.
        pub name: Line,
        /// The product.
        pub product: Option<ProductId>,
        /// So many of it; one if it is not said.
        pub quantity: Option<u32>,
        /// What one is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What one costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// A prize.
    pub struct Prize {
        /// What it is.
        pub name: Line,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// A time to try it for nothing.
    pub struct FreeTrial {
        /// For so many days.
        pub days: u16,
        /// Of this product.
        pub product: Option<ProductId>,
        /// What it is called.
        pub name: Option<Line>,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// Teaching them how to use it.
    pub struct Training {
        /// What they learn.
        pub name: Option<Line>,
        /// How long it takes.
        pub minutes: Option<u32>,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

record! {
    /// Bringing it to them.
    pub struct Delivery {
        /// So much of the charge less, in hundredths of a percent; all of it if it is not said.
        pub basis_points: Option<u32>,
    }
}

record! {
    /// Another service.
    pub struct OtherService {
        /// What it is.
        pub name: Line,
        /// What it is worth to the customer, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub value: Vec<Money>,
        /// What it costs us, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub cost: Vec<Money>,
    }
}

tagged! {
    /// What a promotion gives.
    pub enum Gift {
        /// A percentage off.
        PercentOff(PercentOff),
        /// An amount off.
        AmountOff(AmountOff),
        /// Another price.
        FixedPrice(FixedPrice),
        /// Money off a later purchase.
        MoneyOffNext(MoneyOffNext),
        /// Buy some, get some.
        BuyGet(BuyGet),
        /// An item for nothing.
        FreeItem(FreeItem),
        /// The better one for the price of the other.
        Upgrade(Upgrade),
        /// Something to try.
        Sample(Sample),
        /// A prize.
        Prize(Prize),
        /// A time to try it for nothing.
        FreeTrial(FreeTrial),
        /// Teaching them how to use it.
        Training(Training),
        /// Bringing it to them.
        Delivery(Delivery),
        /// Another service.
        OtherService(OtherService),
    }
}

choice! {
    /// What kind of thing a promotion gives.
    pub enum GiftKind {
        /// Money (PROMO-1).
        Money = "money",
        /// Goods (PROMO-2).
        Goods = "goods",
        /// A service (PROMO-3).
        Service = "service",
    }
}

impl Gift {
    /// What kind of thing it is.
    ///
    /// ```
    /// use nextsale::offer::gift::{Gift, GiftKind, Prize};
    /// use nextsale::value::text::Line;
    /// let prize = Prize { name: Line::parse("A journey").unwrap(), value: vec![], cost: vec![] };
    /// assert_eq!(Gift::from(prize).kind(), GiftKind::Goods);
    /// ```
    pub fn kind(&self) -> GiftKind {
        match self {
            Gift::PercentOff(_) | Gift::AmountOff(_) | Gift::FixedPrice(_) | Gift::MoneyOffNext(_) => {
                GiftKind::Money
            }
            Gift::BuyGet(_) | Gift::FreeItem(_) | Gift::Upgrade(_) | Gift::Sample(_) | Gift::Prize(_) => {
                GiftKind::Goods
            }
            Gift::FreeTrial(_) | Gift::Training(_) | Gift::Delivery(_) | Gift::OtherService(_) => {
                GiftKind::Service
            }
        }
    }
}
