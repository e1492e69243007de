//! Do the sums of a reservation agree?

use super::{PromotionUse, ReservationDocument, ReservedLine, Share};
use crate::value::document::{Fault, Place, Reading};
use crate::value::id::LineId;
use crate::value::money::{LIMIT, MinorUnits};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(document: &ReservationDocument, place: &Place<'_>, reading: &mut Reading) {
    let mut left = lines(document, place, reading);
    let delivery = document.delivery.map_or(0, |delivery| delivery.0);
    reading.at_least_zero(&place.field("delivery"), document.delivery);
    let off_delivery = uses(document, &mut left, place, reading);
    credits(document, &mut left, place, reading);
    totals(document, &left, place, reading);
    if off_delivery > delivery {
        reading.not_allowed(
            &place.field("delivery"),
            &delivery,
            &format!("at least {off_delivery}, what is off"),
        );
    }
    let goods = document.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.total.0));
    let total = goods.saturating_add(delivery.saturating_sub(off_delivery));
    agree(document.total, total, &place.field("total"), reading);
}

/// What each line costs on the list.
fn lines<'d>(
    document: &'d ReservationDocument,
    place: &Place<'_>,
    reading: &mut Reading,
) -> BTreeMap<&'d LineId, i64> {
    let mut left = BTreeMap::new();
    let here = place.field("lines");
    let mut sum = document.delivery.map_or(0, |delivery| delivery.0);
    for (at, line) in document.lines.iter().enumerate() {
        let here = here.index(at);
        if line.quantity == 0 {
            reading.not_allowed(&here.field("quantity"), &0, "a whole number from 1");
        }
        reading.at_least_zero(&here.field("unitPrice"), Some(line.unit_price));
        let list = line.unit_price.0.saturating_mul(line.quantity.into());
        sum = sum.saturating_add(list);
        if left.insert(&line.line, list).is_some() {
            duplicate(&line.line, &here.field("line"), reading);
        }
    }
    if sum > LIMIT {
        reading.not_allowed(&here, &sum, &format!("lines and delivery that add up to {LIMIT} at most"));
    }
    left
}

/// Takes the shares of all promotions off the lines; gives what they take off the delivery charge.
fn uses(
    document: &ReservationDocument,
    left: &mut BTreeMap<&LineId, i64>,
    place: &Place<'_>,
    reading: &mut Reading,
) -> i64 {
    let mut known = BTreeSet::new();
    let mut off_delivery = 0_i64;
    let here = place.field("uses");
    for (at, each) in document.uses.iter().enumerate() {
        let here = here.index(at);
        if !known.insert(&each.promotion) {
            duplicate(&each.promotion, &here.field("promotion"), reading);
        }
        let delivery = each.delivery.map_or(0, |off| off.0);
        reading.at_least_zero(&here.field("delivery"), each.delivery);
        off_delivery = off_delivery.saturating_add(delivery);
        let sum = shares(document, &each.shares, &here, reading);
        take(&each.shares, left);
        agree(each.amount, sum.saturating_add(delivery), &here.field("amount"), reading);
        credit(document, each, &here, reading);
    }
    off_delivery
}

fn credit(document: &ReservationDocument, each: &PromotionUse, place: &Place<'_>, reading: &mut Reading) {
    if let Some(credit) = &each.credit {
        let here = place.field("credit");
        let sum = shares(document, &credit.shares, &here, reading);
        agree(credit.amount, sum, &here.field("amount"), reading);
    }
}

fn credits(
    document: &ReservationDocument,
    left: &mut BTreeMap<&LineId, i64>,
    place: &Place<'_>,
    reading: &mut Reading,
) {
    let mut known = BTreeSet::new();
    let here = place.field("credits");
    for (at, each) in document.credits.iter().enumerate() {
        let here = here.index(at);
        if !known.insert((&each.quote, &each.promotion)) {
            duplicate(&each.promotion, &here.field("promotion"), reading);
        }
        let sum = shares(document, &each.shares, &here, reading);
        take(&each.shares, left);
        agree(each.amount, sum, &here.field("amount"), reading);
    }
}

/// The sum of shares, each of which has to be of a line of its own.
fn shares(document: &ReservationDocument, shares: &[Share], place: &Place<'_>, reading: &mut Reading) -> i64 {
    let mut known = BTreeSet::new();
    let here = place.field("shares");
    let mut sum = 0_i64;
    for (at, share) in shares.iter().enumerate() {
        let here = here.index(at);
        let line = document.lines.iter().find(|line| line.line == share.line);
        if line.is_none() {
            let names = document.lines.iter().map(|line| line.line.as_str());
            let fault = Fault::UnknownName { found: share.line.to_string() };
            reading.report_name(&here.field("line"), fault, share.line.as_str(), names);
        }
        if !known.insert(&share.line) {
            duplicate(&share.line, &here.field("line"), reading);
        }
        reading.at_least_zero(&here.field("amount"), Some(share.amount));
        let most = line.map_or(u32::MAX, |line| line.quantity);
        if let Some(units) = share.units.filter(|units| *units > most) {
            reading.not_allowed(&here.field("units"), &units, &format!("at most {most}, what the line has"));
        }
        sum = sum.saturating_add(share.amount.0);
    }
    sum
}

fn take(shares: &[Share], left: &mut BTreeMap<&LineId, i64>) {
    for share in shares {
        if let Some(left) = left.get_mut(&share.line) {
            *left = left.saturating_sub(share.amount.0);
        }
    }
}

/// Each line costs what is left of it, and no less than it may.
fn totals(
    document: &ReservationDocument,
    left: &BTreeMap<&LineId, i64>,
    place: &Place<'_>,
    reading: &mut Reading,
) {
    let here = place.field("lines");
    for (at, line) in document.lines.iter().enumerate() {
        let here = here.index(at);
        let here = here.field("total");
        agree(line.total, left.get(&line.line).copied().unwrap_or(0), &here, reading);
        let least = least(line);
        if line.total.0 < least {
            reading.not_allowed(&here, &line.total.0, &format!("at least {least}"));
        }
    }
}

fn least(line: &ReservedLine) -> i64 {
    let lowest = line.lowest_price.map_or(0, |lowest| lowest.0).min(line.unit_price.0);
    lowest.saturating_mul(line.quantity.into()).max(0)
}

fn agree(found: MinorUnits, counted: i64, place: &Place<'_>, reading: &mut Reading) {
    if found.0 != counted {
        reading.not_allowed(place, &found.0, &format!("{counted}, which is what the parts add up to"));
    }
}

fn duplicate(found: &impl ToString, place: &Place<'_>, reading: &mut Reading) {
    reading.report(place, Fault::Duplicate { found: found.to_string() }, "each only once");
}
