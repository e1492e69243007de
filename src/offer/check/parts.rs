//! What is checked wherever it stands: amounts, percentages, times, lines.

use super::WHOLE;
use crate::offer::selector::LineSelector;
use crate::value::document::{Fault, Place, Reading};
use crate::value::money::Money;
use crate::value::time::Timestamp;
use std::collections::BTreeSet;

pub(super) fn selector(selector: Option<&LineSelector>, place: &Place<'_>, reading: &mut Reading) {
    let Some(selector) = selector else { return };
    if let Some(both) = selector.products.iter().find(|product| selector.without.contains(product)) {
        reading.not_allowed(&place.field("without"), both, "products that are not in `products`");
    }
    if let (Some(from), Some(to)) = (selector.quantity_from, selector.quantity_to)
        && from > to
    {
        reading.not_allowed(&place.field("quantityTo"), &to, &format!("a whole number from {from}"));
    }
    amounts(&selector.unit_price_from, "unitPriceFrom", place, reading);
    amounts(&selector.unit_price_to, "unitPriceTo", place, reading);
}

pub(super) fn order_of_time(
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    place: &Place<'_>,
    reading: &mut Reading,
) {
    if let (Some(from), Some(until)) = (from, until)
        && from >= until
    {
        reading.not_allowed(&place.field("until"), &until, &format!("a moment after {from}"));
    }
}

pub(super) fn percent(basis_points: Option<u32>, name: &str, place: &Place<'_>, reading: &mut Reading) {
    if let Some(found) = basis_points.filter(|points| *points > WHOLE) {
        let allowed = format!("a whole number from 0 to {WHOLE}, which is all of it");
        reading.not_allowed(&place.field(name), &found, &allowed);
    }
}

pub(super) fn from_one(number: Option<u32>, name: &str, place: &Place<'_>, reading: &mut Reading) {
    if number == Some(0) {
        reading.not_allowed(&place.field(name), &0, "a whole number from 1");
    }
}

pub(super) fn worth(value: &[Money], cost: &[Money], place: &Place<'_>, reading: &mut Reading) {
    amounts(value, "value", place, reading);
    amounts(cost, "cost", place, reading);
}

pub(super) fn needed_amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    if list.is_empty() {
        reading.report(&place.field(name), Fault::Missing, "at least one amount");
    }
    amounts(list, name, place, reading);
}

/// One amount for each currency, none below zero.
pub(super) fn amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    amounts_from(0, list, name, place, reading);
}

pub(super) fn positive_amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    amounts_from(1, list, name, place, reading);
}

fn amounts_from(least: i64, list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    let here = place.field(name);
    let mut currencies = BTreeSet::new();
    for (at, amount) in list.iter().enumerate() {
        let here = here.index(at);
        if amount.minor < least {
            reading.not_allowed(&here.field("minor"), &amount.minor, &format!("a whole number from {least}"));
        }
        if !currencies.insert(amount.currency) {
            let fault = Fault::Duplicate { found: amount.currency.to_string() };
            reading.report(&here.field("currency"), fault, "one amount for each currency");
        }
    }
}
