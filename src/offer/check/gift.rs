//! What a promotion gives can be given.

use super::parts::{amounts, from_one, needed_amounts, percent, selector, worth};
use crate::offer::gift::{BuyGet, Gift, MoneyOffNext, Reduction, TierFrom};
use crate::value::document::{Fault, Place, Reading};
use crate::value::money::Money;

pub(super) fn check_gift(gift: &Gift, place: &Place<'_>, reading: &mut Reading) {
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
