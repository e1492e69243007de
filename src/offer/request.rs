//! What a quote is asked for (PROMO-5).

use super::selector::Values;
use crate::value::document::{Fault, Place, Reading};
use crate::value::id::{DealId, LineId, PartyId, ProductId, PromotionId};
use crate::value::money::{Currency, LIMIT, MinorUnits};
use crate::value::text::Line;
use std::collections::{BTreeMap, BTreeSet};

record! {
    /// A line of a quote.
    pub struct QuoteLine {
        /// Its id, which no other line of the quote has.
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
        /// The line is never made cheaper than so much a unit, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub lowest_price: Option<MinorUnits>,
        /// Custom fields, each with one value or several.
        #[cfg_attr(feature = "typescript", ts(optional, type = "{ [key in string]: string | number | boolean | (string | number | boolean)[] }"))]
        pub attributes: BTreeMap<Line, Values>,
    }
}

impl QuoteLine {
    /// Has it one of the values in a custom field?
    pub fn has_any_of(&self, name: &Line, values: &Values) -> bool {
        let wanted = name.folded();
        self.attributes.iter().any(|(name, found)| name.folded() == wanted && found.has_any_of(values))
    }

    /// What it costs on the list.
    pub fn list_total(&self) -> i64 {
        self.unit_price.0.saturating_mul(self.quantity.into())
    }

    /// What it costs at least. A price on the list below the lowest one is just not reduced.
    pub fn least_total(&self) -> i64 {
        let lowest = self.lowest_price.map_or(0, |lowest| lowest.0).min(self.unit_price.0);
        lowest.saturating_mul(self.quantity.into())
    }
}

choice! {
    /// What happens with money off this purchase that earlier ones brought.
    pub enum Credits {
        /// It is spent.
        Spend = "spend",
        /// It is kept for later.
        Keep = "keep",
    }
}

record! {
    /// What a quote is asked for, each part read but not yet checked against the others.
    pub struct QuoteDocument {
        /// The customer; the deal's if it is not said.
        pub party: Option<PartyId>,
        /// The deal.
        pub deal: Option<DealId>,
        /// The currency of all its amounts.
        pub currency: Currency,
        /// The lines.
        pub lines: Vec<QuoteLine>,
        /// What delivery costs, in minor units.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub delivery: Option<MinorUnits>,
        /// The codes that the customer named.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub codes: Vec<Line>,
        /// Only these promotions are tried; all if there are none.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PromotionId>>"))]
        pub promotions: Vec<PromotionId>,
        /// What happens with money off from earlier purchases; it is spent if it is not said.
        pub credits: Option<Credits>,
    }
}

/// What a quote is asked for. Its ids are its own, and its sums can be counted exactly.
///
/// ```
/// use nextsale::offer::request::QuoteRequest;
/// use nextsale::value::document::read;
/// let twice = r#"{ "currency": "EUR", "lines": [
///   { "line": "a", "quantity": 2, "unitPrice": 1000 }, { "line": "a", "quantity": 0, "unitPrice": 500 }
/// ] }"#;
/// let problems = read::<QuoteRequest>(twice).unwrap_err();
/// assert_eq!(problems[0].path, "lines[1].line");
/// assert_eq!(problems[1].path, "lines[1].quantity");
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "QuoteDocument"))]
#[serde(transparent)]
pub struct QuoteRequest(QuoteDocument);

checked_as_a_whole!(QuoteRequest of QuoteDocument by check);

fn check(quote: &QuoteDocument, place: &Place<'_>, reading: &mut Reading) {
    let lines = place.field("lines");
    let mut ids = BTreeSet::new();
    let mut sum = quote.delivery.map_or(0, |delivery| delivery.0);
    for (at, line) in quote.lines.iter().enumerate() {
        let here = lines.index(at);
        if !ids.insert(&line.line) {
            let fault = Fault::Duplicate { found: line.line.to_string() };
            reading.report(&here.field("line"), fault, "an id that no other line of the quote has");
        }
        if line.quantity == 0 {
            reading.not_allowed(&here.field("quantity"), &0, "a whole number from 1");
        }
        reading.at_least_zero(&here.field("unitPrice"), Some(line.unit_price));
        reading.at_least_zero(&here.field("lowestPrice"), line.lowest_price);
        sum = sum.saturating_add(line.list_total());
        if sum > LIMIT {
            let allowed = format!("lines and delivery that add up to {LIMIT} at most");
            reading.not_allowed(&here.field("unitPrice"), &line.unit_price.0, &allowed);
            return;
        }
    }
    reading.at_least_zero(&place.field("delivery"), quote.delivery);
}
