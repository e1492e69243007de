//! Goods (PROMO-2): buy some and get some, free items, upgrades, samples and prizes.

use crate::offer::selector::LineSelector;
use crate::value::id::ProductId;
use crate::value::money::Money;
use crate::value::text::Line;

choice! {
    /// Which units come first.
    pub enum UnitOrder {
        /// The cheapest.
        Cheapest = "cheapest",
        /// The dearest.
        Dearest = "dearest",
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
