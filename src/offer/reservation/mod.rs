//! What is accepted of a quote, word for word: so that exactly it can be taken back later, whatever became of the
//! promotions' terms (PROMO-5).

mod agree;

use crate::value::id::{LineId, ProductId, PromotionId, QuoteId};
use crate::value::money::{Currency, MinorUnits};
use crate::value::text::Line;

record! {
    /// A line as it would be sold.
    pub struct ReservedLine {
        /// Its id.
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
        /// The lowest price of a unit, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub lowest_price: Option<MinorUnits>,
        /// What the line costs in the end, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub total: MinorUnits,
    }
}

record! {
    /// The part of a line in something.
    pub struct Share {
        /// The line.
        pub line: LineId,
        /// The amount, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: MinorUnits,
        /// How many units of it; all of them if it is not said.
        pub units: Option<u32>,
    }
}

choice! {
    /// What is given beside the lines.
    pub enum GivenKind {
        /// An item for nothing.
        FreeItem = "freeItem",
        /// The better one for the price of the other.
        Upgrade = "upgrade",
        /// Something to try.
        Sample = "sample",
        /// A prize.
        Prize = "prize",
        /// A time to try it for nothing.
        FreeTrial = "freeTrial",
        /// Teaching them how to use it.
        Training = "training",
        /// Another service.
        OtherService = "otherService",
    }
}

record! {
    /// Goods or a service that are given beside the lines.
    pub struct Given {
        /// What it is.
        pub kind: GivenKind,
        /// The product.
        pub product: Option<ProductId>,
        /// What it is called.
        pub name: Option<Line>,
        /// The line that is upgraded.
        pub line: Option<LineId>,
        /// How many.
        pub quantity: u32,
        /// For how many days.
        pub days: Option<u16>,
        /// How many minutes it takes.
        pub minutes: Option<u32>,
        /// What all of it is worth to the customer, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub value: Option<MinorUnits>,
        /// What all of it costs us, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub cost: Option<MinorUnits>,
    }
}

record! {
    /// Money off later purchases that this one brings.
    pub struct GrantedCredit {
        /// How much, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: MinorUnits,
        /// It can be spent for so many days from the purchase on.
        pub valid_days: u16,
        /// What each line brings of it: what comes back with that line.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Share>>"))]
        pub shares: Vec<Share>,
    }
}

record! {
    /// A use of a promotion.
    pub struct PromotionUse {
        /// The promotion.
        pub promotion: PromotionId,
        /// The code that was named, as the promotion spells it.
        pub code: Option<Line>,
        /// What it takes off in all, in minor units: the shares and what is off the delivery charge.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: MinorUnits,
        /// What it takes off each line.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Share>>"))]
        pub shares: Vec<Share>,
        /// What it takes off the delivery charge, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub delivery: Option<MinorUnits>,
        /// What it gives beside the lines.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Given>>"))]
        pub gives: Vec<Given>,
        /// The money off later purchases that it brings.
        pub credit: Option<GrantedCredit>,
    }
}

record! {
    /// Money off from an earlier purchase that is spent.
    pub struct SpentCredit {
        /// The purchase that brought it.
        pub quote: QuoteId,
        /// The promotion that brought it.
        pub promotion: PromotionId,
        /// How much, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: MinorUnits,
        /// How much for each line.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Share>>"))]
        pub shares: Vec<Share>,
    }
}

record! {
    /// A quote as it would be accepted, each part read but not yet checked against the others.
    pub struct ReservationDocument {
        /// The currency of all its amounts.
        pub currency: Currency,
        /// The lines.
        pub lines: Vec<ReservedLine>,
        /// What delivery costs before promotions, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub delivery: Option<MinorUnits>,
        /// The promotions that are used.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PromotionUse>>"))]
        pub uses: Vec<PromotionUse>,
        /// The money off from earlier purchases that is spent.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<SpentCredit>>"))]
        pub credits: Vec<SpentCredit>,
        /// What is to pay in the end, in minor units.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub total: MinorUnits,
    }
}

/// A quote as it would be accepted, word for word. Its sums agree, and no line is below its lowest price.
///
/// ```
/// use nextsale::offer::reservation::Reservation;
/// use nextsale::value::document::read;
/// let fine = r#"{ "currency": "EUR", "total": 200,
///   "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100, "total": 200 }],
///   "uses": [{ "promotion": "po_spring", "amount": 100, "shares": [{ "line": "a", "amount": 100 }] }] }"#;
/// assert!(read::<Reservation>(fine).is_ok());
/// let problems = read::<Reservation>(&fine.replace(r#""amount": 100, "shares""#, r#""amount": 99, "shares""#)).unwrap_err();
/// assert_eq!(problems[0].path, "uses[0].amount");
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "ReservationDocument"))]
#[serde(transparent)]
pub struct Reservation(ReservationDocument);

impl Reservation {
    /// What a judge has counted itself.
    pub(crate) fn counted(document: ReservationDocument) -> Reservation {
        Reservation(document)
    }
}

checked_as_a_whole!(Reservation of ReservationDocument by agree::check);
