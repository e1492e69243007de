//! A promotion checked as a whole: what no single part of it can see.

use super::code::Code;
use super::gift::{BuyGet, Gift, MoneyOffNext, Reduction, Target, TierFrom};
use super::promotion::PromotionDocument;
use super::selector::LineSelector;
use super::terms::{Caps, Minimum, PromotionLimits, Requirement};
use crate::plan::condition::Condition;
use crate::value::document::{Fault, Place, Reading};
use crate::value::money::Money;
use crate::value::time::Timestamp;
use std::collections::BTreeSet;

/// All of it, in basis points.
pub(crate) const WHOLE: u32 = 10_000;

pub(super) fn check(terms: &PromotionDocument, place: &Place<'_>, reading: &mut Reading) {
    check_gift(&terms.gives, &place.field("gives"), reading);
    selector(terms.lines.as_ref(), &place.field("lines"), reading);
    codes(&terms.codes, &place.field("codes"), reading);
    if let Some(period) = &terms.period {
        order_of_time(period.from, period.until, &place.field("period"), reading);
    }
    if let Some(each) = &terms.limits {
        limits(each, &place.field("limits"), reading);
    }
    if let Some(when) = &terms.when {
        condition(when, &place.field("when"), reading);
    }
    if let Some(least) = &terms.minimum {
        minimum(least, &place.field("minimum"), reading);
    }
    let requires = place.field("requires");
    for (at, each) in terms.requires.iter().enumerate() {
        requirement(each, &requires.index(at), reading);
    }
    if let Some(most) = &terms.caps {
        caps(most, &terms.gives, &place.field("caps"), reading);
    }
}

fn check_gift(gift: &Gift, place: &Place<'_>, reading: &mut Reading) {
    match gift {
        Gift::PercentOff(gift) => {
            percent(gift.basis_points, "basisPoints", place, reading);
            let tiers = gift.tiers.iter().map(|tier| &tier.from);
            check_tiers(tiers, gift.basis_points.is_some(), "basisPoints", place, reading);
            let here = place.field("tiers");
            for (at, tier) in gift.tiers.iter().enumerate() {
                percent(Some(tier.basis_points), "basisPoints", &here.index(at), reading);
            }
        }
        Gift::AmountOff(gift) => {
            amounts(&gift.amounts, "amounts", place, reading);
            let tiers = gift.tiers.iter().map(|tier| &tier.from);
            check_tiers(tiers, !gift.amounts.is_empty(), "amounts", place, reading);
            let here = place.field("tiers");
            for (at, tier) in gift.tiers.iter().enumerate() {
                needed_amounts(&tier.amounts, "amounts", &here.index(at), reading);
            }
        }
        Gift::FixedPrice(gift) => {
            amounts(&gift.prices, "prices", place, reading);
            let tiers = gift.tiers.iter().map(|tier| &tier.from);
            check_tiers(tiers, !gift.prices.is_empty(), "prices", place, reading);
            let here = place.field("tiers");
            for (at, tier) in gift.tiers.iter().enumerate() {
                needed_amounts(&tier.prices, "prices", &here.index(at), reading);
            }
        }
        Gift::MoneyOffNext(gift) => money_off_next(gift, place, reading),
        Gift::BuyGet(gift) => buy_get(gift, place, reading),
        Gift::FreeItem(gift) => {
            from_one(gift.quantity, "quantity", place, reading);
            worth(&gift.value, &gift.cost, place, reading);
        }
        Gift::Upgrade(gift) => {
            selector(Some(&gift.from), &place.field("from"), reading);
            from_one(gift.units, "units", place, reading);
            worth(&gift.value, &gift.cost, place, reading);
        }
        Gift::Sample(gift) => {
            from_one(gift.quantity, "quantity", place, reading);
            worth(&gift.value, &gift.cost, place, reading);
        }
        Gift::Prize(gift) => worth(&gift.value, &gift.cost, place, reading),
        Gift::FreeTrial(gift) => {
            from_one(Some(gift.days.into()), "days", place, reading);
            worth(&gift.value, &gift.cost, place, reading);
        }
        Gift::Training(gift) => {
            from_one(gift.minutes, "minutes", place, reading);
            worth(&gift.value, &gift.cost, place, reading);
        }
        Gift::Delivery(gift) => percent(gift.basis_points, "basisPoints", place, reading),
        Gift::OtherService(gift) => worth(&gift.value, &gift.cost, place, reading),
    }
}

fn money_off_next(gift: &MoneyOffNext, place: &Place<'_>, reading: &mut Reading) {
    percent(gift.basis_points, "basisPoints", place, reading);
    from_one(Some(gift.valid_days.into()), "validDays", place, reading);
    match gift.basis_points {
        None => needed_amounts(&gift.amounts, "amounts", place, reading),
        Some(_) if !gift.amounts.is_empty() => {
            let here = place.field("amounts");
            reading.not_allowed(&here, &gift.amounts.len(), "either basisPoints or amounts, not both");
        }
        Some(_) => {}
    }
}

fn buy_get(gift: &BuyGet, place: &Place<'_>, reading: &mut Reading) {
    from_one(gift.times, "times", place, reading);
    if let Some(buy) = &gift.buy {
        let here = place.field("buy");
        from_one(Some(buy.quantity), "quantity", &here, reading);
        selector(buy.lines.as_ref(), &here.field("lines"), reading);
    }
    let here = place.field("get");
    from_one(Some(gift.get.quantity), "quantity", &here, reading);
    selector(gift.get.lines.as_ref(), &here.field("lines"), reading);
    let here = here.field("reduction");
    match &gift.get.reduction {
        None => {}
        Some(Reduction::Percent(each)) => percent(Some(each.basis_points), "basisPoints", &here, reading),
        Some(Reduction::Amount(each)) => needed_amounts(&each.amounts, "amounts", &here, reading),
        Some(Reduction::Price(each)) => needed_amounts(&each.prices, "prices", &here, reading),
        Some(Reduction::SetPrice(each)) => needed_amounts(&each.prices, "prices", &here, reading),
    }
}

/// Something has to be given, and each tier has to begin above the one before it.
fn check_tiers<'t>(
    tiers: impl ExactSizeIterator<Item = &'t TierFrom>,
    has_base: bool,
    base: &str,
    place: &Place<'_>,
    reading: &mut Reading,
) {
    if tiers.len() == 0 && !has_base {
        reading.report(&place.field(base), Fault::Missing, format!("{base}, or tiers with at least one"));
    }
    let list = place.field("tiers");
    let mut before: Option<&TierFrom> = None;
    for (at, from) in tiers.enumerate() {
        let here = list.index(at);
        let here = here.field("from");
        if from.quantity.is_some() != from.amounts.is_empty() {
            reading.report(
                &here,
                Fault::NotAllowed { found: "both or none".to_owned() },
                "either quantity or amounts",
            );
        }
        amounts(&from.amounts, "amounts", &here, reading);
        if before.is_some_and(|before| !rises(before, from)) {
            let fault = Fault::NotAllowed { found: "not more".to_owned() };
            reading.report(
                &here,
                fault,
                "more than the tier before it, measured alike and in the same currencies",
            );
        }
        before = Some(from);
    }
}

fn rises(before: &TierFrom, after: &TierFrom) -> bool {
    match (before.quantity, after.quantity) {
        (Some(before), Some(after)) => before < after,
        (None, None) => {
            let dearer = |amount: &Money| {
                before
                    .amounts
                    .iter()
                    .any(|less| less.currency == amount.currency && less.minor < amount.minor)
            };
            before.amounts.len() == after.amounts.len() && after.amounts.iter().all(dearer)
        }
        _ => false,
    }
}

fn selector(selector: Option<&LineSelector>, place: &Place<'_>, reading: &mut Reading) {
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

fn codes(codes: &[Code], place: &Place<'_>, reading: &mut Reading) {
    let mut known = BTreeSet::new();
    for (at, code) in codes.iter().enumerate() {
        let here = place.index(at);
        if !known.insert(code.code.folded()) {
            let fault = Fault::Duplicate { found: code.code.to_string() };
            reading.report(&here, fault, "a code that differs in more than case and spaces");
        }
        from_one(code.uses, "uses", &here, reading);
        from_one(code.uses_per_customer, "usesPerCustomer", &here, reading);
        positive_amounts(&code.budget, "budget", &here, reading);
        order_of_time(code.from, code.until, &here, reading);
    }
}

fn limits(limits: &PromotionLimits, place: &Place<'_>, reading: &mut Reading) {
    from_one(limits.uses, "uses", place, reading);
    from_one(limits.uses_per_customer, "usesPerCustomer", place, reading);
    from_one(limits.units, "units", place, reading);
    positive_amounts(&limits.budget, "budget", place, reading);
}

fn minimum(minimum: &Minimum, place: &Place<'_>, reading: &mut Reading) {
    amounts(&minimum.amounts, "amounts", place, reading);
    if minimum.quantity.is_none() && minimum.amounts.is_empty() {
        reading.report(place, Fault::Missing, "quantity or amounts");
    }
}

fn requirement(requirement: &Requirement, place: &Place<'_>, reading: &mut Reading) {
    selector(requirement.lines.as_ref(), &place.field("lines"), reading);
    amounts(&requirement.amount_from, "amountFrom", place, reading);
    amounts(&requirement.amount_to, "amountTo", place, reading);
    if let (Some(from), Some(to)) = (requirement.quantity_from, requirement.quantity_to)
        && from > to
    {
        reading.not_allowed(&place.field("quantityTo"), &to, &format!("a whole number from {from}"));
    }
}

fn caps(caps: &Caps, gift: &Gift, place: &Place<'_>, reading: &mut Reading) {
    positive_amounts(&caps.unit, "unit", place, reading);
    positive_amounts(&caps.line, "line", place, reading);
    positive_amounts(&caps.quote, "quote", place, reading);
    from_one(caps.units, "units", place, reading);
    let target = match gift {
        Gift::PercentOff(gift) => Some(gift.target),
        Gift::AmountOff(gift) => Some(gift.target),
        Gift::FixedPrice(gift) => Some(gift.target),
        Gift::Delivery(_) => Some(Target::Delivery),
        _ => None,
    };
    let is_set =
        [("unit", !caps.unit.is_empty()), ("line", !caps.line.is_empty()), ("units", caps.units.is_some())];
    for (name, _) in is_set.iter().filter(|(_, is_set)| *is_set && target == Some(Target::Delivery)) {
        reading.not_allowed(&place.field(name), name, "nothing: delivery has no lines and no units");
    }
    if caps.units.is_some()
        && target.is_some_and(|target| target != Target::Each && target != Target::Delivery)
    {
        reading.not_allowed(&place.field("units"), &"units", "nothing, unless it is counted for each unit");
    }
}

/// A list of conditions without any would be true, or false, by accident.
fn condition(each: &Condition, place: &Place<'_>, reading: &mut Reading) {
    match each {
        Condition::All(conditions) | Condition::Any(conditions) => {
            let here = place.field(if matches!(each, Condition::All(_)) { "all" } else { "any" });
            if conditions.is_empty() {
                reading.report(&here, Fault::Missing, "at least one condition");
            }
            for (at, each) in conditions.iter().enumerate() {
                condition(each, &here.index(at), reading);
            }
        }
        Condition::Not(each) => condition(each, &place.field("not"), reading),
        Condition::Always | Condition::Known(_) | Condition::Compare(..) => {}
    }
}

fn order_of_time(
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

fn percent(basis_points: Option<u32>, name: &str, place: &Place<'_>, reading: &mut Reading) {
    if let Some(found) = basis_points.filter(|points| *points > WHOLE) {
        let allowed = format!("a whole number from 0 to {WHOLE}, which is all of it");
        reading.not_allowed(&place.field(name), &found, &allowed);
    }
}

fn from_one(number: Option<u32>, name: &str, place: &Place<'_>, reading: &mut Reading) {
    if number == Some(0) {
        reading.not_allowed(&place.field(name), &0, "a whole number from 1");
    }
}

fn worth(value: &[Money], cost: &[Money], place: &Place<'_>, reading: &mut Reading) {
    amounts(value, "value", place, reading);
    amounts(cost, "cost", place, reading);
}

fn needed_amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    if list.is_empty() {
        reading.report(&place.field(name), Fault::Missing, "at least one amount");
    }
    amounts(list, name, place, reading);
}

/// One amount for each currency, none below zero.
fn amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
    amounts_from(0, list, name, place, reading);
}

fn positive_amounts(list: &[Money], name: &str, place: &Place<'_>, reading: &mut Reading) {
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
