//! What a quote answers (PROMO-5).

use crate::offer::refusal::WhyNot;
use crate::offer::reservation::{Given, GrantedCredit, Reservation, Share};
use crate::value::id::{LaneId, LineId, ProductId, PromotionId, QuoteId};
use crate::value::money::{Currency, MinorUnits};
use crate::value::text::Line;
use serde::Serialize;

/// A quote: each line before and after, what applied, what did not and why. Amounts are minor units of its currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Quoted {
    /// The currency of all its amounts.
    pub currency: Currency,
    /// The lines, as they were asked for.
    pub lines: Vec<QuotedLine>,
    /// The delivery charge.
    pub delivery: QuotedDelivery,
    /// What all of it costs.
    pub total: BeforeAfter,
    /// The promotions that apply, in the order in which they do.
    pub applied: Vec<Applied>,
    /// The money off from earlier purchases that is spent.
    pub credits: Vec<CreditSpent>,
    /// The promotions and codes that don't apply.
    pub not_applied: Vec<NotApplied>,
    /// How the promotions were chosen.
    pub combination: Combination,
    /// What would be accepted, word for word.
    pub reservation: Reservation,
}

/// An amount before and after promotions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BeforeAfter {
    /// Before, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub before: MinorUnits,
    /// After, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub after: MinorUnits,
}

/// A line before and after promotions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuotedLine {
    /// The line.
    pub line: LineId,
    /// The product.
    pub product: Option<ProductId>,
    /// What it is called.
    pub name: Option<Line>,
    /// How many units.
    pub quantity: u32,
    /// What a unit costs on the list, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub unit_price: MinorUnits,
    /// What units cost in the end. Where the price of the line can't be shared evenly, some are dearer by one minor unit.
    pub unit_prices: Vec<UnitPrice>,
    /// What the line costs.
    pub total: BeforeAfter,
    /// What takes something off it, and how much.
    pub shares: Vec<LineShare>,
}

/// Units of a line that cost the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnitPrice {
    /// How many.
    pub units: u32,
    /// What each costs, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: MinorUnits,
}

/// What is taken off a line, or off the delivery charge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LineShare {
    /// The promotion that does.
    pub promotion: PromotionId,
    /// The earlier purchase, if it is money off that this one brought.
    pub credit: Option<QuoteId>,
    /// How much, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: MinorUnits,
}

/// The delivery charge before and after promotions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuotedDelivery {
    /// What it costs.
    pub total: BeforeAfter,
    /// What takes something off it, and how much.
    pub shares: Vec<LineShare>,
}

/// A promotion that applies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// The promotion.
    pub promotion: PromotionId,
    /// What it is called.
    pub name: Line,
    /// The code that was named.
    pub code: Option<Line>,
    /// The lane that it went in.
    pub lane: Option<LaneId>,
    /// What it takes off in all, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: MinorUnits,
    /// What it takes off each line, in the order of the lines.
    pub shares: Vec<Share>,
    /// What it takes off the delivery charge, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub delivery: MinorUnits,
    /// What it gives beside the lines.
    pub gives: Vec<Given>,
    /// The money off later purchases that it brings.
    pub credit: Option<GrantedCredit>,
    /// What it costs us, in minor units: what it takes off, and what it gives as far as we know what that costs.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub cost: MinorUnits,
}

/// Money off from an earlier purchase that is spent.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CreditSpent {
    /// The purchase that brought it.
    pub quote: QuoteId,
    /// The promotion that brought it.
    pub promotion: PromotionId,
    /// How much is spent, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: MinorUnits,
    /// How much of it is left after that, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub left: MinorUnits,
    /// How much for each line, in the order of the lines.
    pub shares: Vec<Share>,
}

/// A promotion or a code that doesn't apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NotApplied {
    /// The promotion; nothing if nobody knows the code.
    pub promotion: Option<PromotionId>,
    /// What it is called.
    pub name: Option<Line>,
    /// The code that was named.
    pub code: Option<Line>,
    /// Why not.
    pub reason: WhyNot,
}

/// How the promotions were chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Combination {
    /// Is it the best there is, or a good one among too many?
    pub exactness: Exactness,
    /// How many promotions could apply.
    pub candidates: u32,
    /// The combination that comes next.
    pub runner_up: Option<RunnerUp>,
}

choice! {
    /// How sure it is that there is no better combination.
    pub enum Exactness {
        /// There is none.
        Exact = "exact",
        /// There were too many to try all of them.
        Approximate = "approximate",
    }
}

/// The combination that comes next to the one that was chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RunnerUp {
    /// Its promotions.
    pub promotions: Vec<PromotionId>,
    /// What would be to pay, before money off from earlier purchases, in minor units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: MinorUnits,
    /// Why it lost.
    pub lost: WhyLost,
}

/// Why a combination lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WhyLost {
    /// More would be to pay.
    Dearer {
        /// How much more, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        by: MinorUnits,
    },
    /// What is given beside the lines is worth less.
    AddsLess {
        /// How much less, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        by: MinorUnits,
    },
    /// Fewer things are given beside the lines.
    FewerThings,
    /// It takes more promotions.
    MoreOffers,
    /// Its promotions come later: by priority, then by id.
    LaterInOrder,
}
