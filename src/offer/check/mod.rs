//! A promotion checked as a whole: what no single part of it can see.

mod gift;
mod parts;

use crate::offer::code::Code;
use crate::offer::gift::{Gift, Target};
use crate::offer::promotion::PromotionDocument;
use crate::offer::terms::{Caps, Minimum, PromotionLimits, Requirement};
use crate::plan::condition::Condition;
use crate::value::document::{Fault, Place, Reading};
use gift::check_gift;
use parts::{amounts, from_one, order_of_time, positive_amounts, selector};
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
