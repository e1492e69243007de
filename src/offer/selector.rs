//! Which lines of a quote something is about.

use super::request::QuoteLine;
use crate::value::attribute::Attribute;
use crate::value::document::{FromDocument, Place, Reading};
use crate::value::id::{LineId, ProductId};
use crate::value::money::{Currency, Money};
use crate::value::text::Line;
use serde_json::Value;
use std::collections::BTreeMap;

choice! {
    /// Were lines reduced by an earlier promotion?
    pub enum AlreadyReduced {
        /// Only lines that no earlier promotion reduced.
        No = "no",
        /// Only lines that an earlier promotion reduced.
        Yes = "yes",
    }
}

record! {
    /// Which lines something is about: those for which everything holds that is said here.
    pub struct LineSelector {
        /// They are of one of these products.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ProductId>>"))]
        pub products: Vec<ProductId>,
        /// They are of none of these products.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ProductId>>"))]
        pub without: Vec<ProductId>,
        /// They are one of these lines.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<LineId>>"))]
        pub lines: Vec<LineId>,
        /// They have one of the values in each of these custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, type = "{ [key in string]: string | number | boolean | (string | number | boolean)[] }"))]
        pub attributes: BTreeMap<Line, Values>,
        /// They have none of the values in any of these custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, type = "{ [key in string]: string | number | boolean | (string | number | boolean)[] }"))]
        pub without_attributes: BTreeMap<Line, Values>,
        /// They are so many units or more.
        pub quantity_from: Option<u32>,
        /// They are so many units or fewer.
        pub quantity_to: Option<u32>,
        /// A unit costs so much or more on the list, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub unit_price_from: Vec<Money>,
        /// A unit costs so much or less on the list, an amount for each currency.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub unit_price_to: Vec<Money>,
        /// Whether an earlier promotion reduced them; either if it is not said.
        pub already_reduced: Option<AlreadyReduced>,
    }
}

/// One value or several, of a custom field of a line.
///
/// ```
/// use nextsale::offer::selector::Values;
/// use nextsale::value::document::read;
/// let wanted: Values = read(r#"["tools", "garden"]"#).unwrap();
/// let found: Values = read("\"Garden\"").unwrap();
/// assert!(wanted.has_any_of(&found));
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Values(pub Vec<Attribute>);

impl Values {
    /// Is one of these among those? Text is compared without regard to case.
    pub fn has_any_of(&self, others: &Values) -> bool {
        self.0.iter().any(|value| others.0.iter().any(|other| same(value, other)))
    }
}

fn same(one: &Attribute, other: &Attribute) -> bool {
    match (one, other) {
        (Attribute::Text(one), Attribute::Text(other)) => {
            one.as_str().to_lowercase() == other.as_str().to_lowercase()
        }
        _ => one == other,
    }
}

impl FromDocument for Values {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        if value.is_array() {
            return Vec::from_document(value, place, reading).map(Values);
        }
        Attribute::from_document(value, place, reading).map(|value| Values(vec![value]))
    }
}

/// The amount of a list that is in a currency.
///
/// ```
/// use nextsale::offer::selector::amount_in;
/// use nextsale::value::money::{Currency, Money};
/// let euro = Currency::parse("EUR").unwrap();
/// let amounts = [Money::new(500, euro).unwrap()];
/// assert_eq!(amount_in(&amounts, euro), Some(500));
/// assert_eq!(amount_in(&amounts, Currency::parse("JPY").unwrap()), None);
/// ```
pub fn amount_in(amounts: &[Money], currency: Currency) -> Option<i64> {
    amounts.iter().find(|amount| amount.currency == currency).map(|amount| amount.minor)
}

impl LineSelector {
    /// Is a line one of those, as far as the line itself says? A price in another currency selects nothing.
    pub fn selects(&self, line: &QuoteLine, currency: Currency) -> bool {
        let product = line.product.as_ref();
        let price = line.unit_price.0;
        let from = |amounts: &[Money]| {
            amounts.is_empty() || amount_in(amounts, currency).is_some_and(|from| price >= from)
        };
        let to = |amounts: &[Money]| {
            amounts.is_empty() || amount_in(amounts, currency).is_some_and(|to| price <= to)
        };
        (self.products.is_empty() || product.is_some_and(|product| self.products.contains(product)))
            && !product.is_some_and(|product| self.without.contains(product))
            && (self.lines.is_empty() || self.lines.contains(&line.line))
            && self.attributes.iter().all(|(name, values)| line.has_any_of(name, values))
            && !self.without_attributes.iter().any(|(name, values)| line.has_any_of(name, values))
            && self.quantity_from.is_none_or(|from| line.quantity >= from)
            && self.quantity_to.is_none_or(|to| line.quantity <= to)
            && from(&self.unit_price_from)
            && to(&self.unit_price_to)
    }
}
