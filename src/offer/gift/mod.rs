//! What a promotion gives: money (PROMO-1), goods (PROMO-2) or services (PROMO-3).
//!
//! Amounts stand in lists, one for each currency. Shares of a hundred are basis points: 1500 is 15 %.

mod goods;
mod money;
mod services;

pub use goods::{
    AmountReduction, BuyGet, BuyPart, FreeItem, GetPart, OnQuote, PercentReduction, PriceReduction, Prize,
    Reduction, Sample, SetPriceReduction, UnitOrder, Upgrade,
};
pub use money::{
    AmountOff, AmountTier, FixedPrice, MoneyOffNext, PercentOff, PercentTier, PriceTier, Target, TierFrom,
    TierMeasure,
};
pub use services::{Delivery, FreeTrial, OtherService, Training};

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
