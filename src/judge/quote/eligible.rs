//! May a promotion apply to a quote at all (PROMO-4)?

use super::candidate::{Candidate, Doing, needed, needed_if_any, selected, speaks_the_currency};
use super::goods::Goods;
use super::{Desk, Offer};
use crate::judge::truth::Truth;
use crate::offer::code::Code;
use crate::offer::gift::Gift;
use crate::offer::promotion::Promotion;
use crate::offer::refusal::{Unmet, WhyNot};
use crate::offer::terms::{Basis, PromotionStanding, Requirement};
use crate::value::money::Money;
use crate::value::number::count;

/// The promotion, ready to be tried; or why it can't apply.
pub(super) fn candidate<'a>(
    desk: &Desk<'a>,
    goods: &Goods<'a>,
    offer: &Offer<'a>,
    code: Option<&'a Code>,
) -> Result<Candidate<'a>, WhyNot> {
    let terms = offer.terms;
    if terms.standing == Some(PromotionStanding::Paused) {
        return Err(WhyNot::NotActive);
    }
    terms.in_time(code, desk.now)?;
    if let Some(code) = code {
        for_them(desk, code)?;
    }
    let mut candidate = Candidate::prepare(goods, offer.promotion, terms)?;
    if desk.party.is_none() && matches!(terms.gives, Gift::MoneyOffNext(_)) {
        return Err(WhyNot::CustomerUnknown);
    }
    candidate.room = desk.ledger.room(offer.promotion, terms, code, desk.party, goods.currency)?;
    candidate.code = code.map(|code| &code.code);
    if offer.truth == Truth::Unknown && desk.party.is_none() {
        return Err(WhyNot::CustomerUnknown);
    }
    let mut unmet = if offer.truth == Truth::True { Vec::new() } else { offer.unmet.clone() };
    on_the_quote(goods, terms, &candidate, &mut unmet)?;
    if unmet.is_empty() { Ok(candidate) } else { Err(WhyNot::ConditionsNotMet { unmet }) }
}

/// Is a code theirs?
fn for_them(desk: &Desk<'_>, code: &Code) -> Result<(), WhyNot> {
    let Some(owner) = &code.party else { return Ok(()) };
    match desk.party {
        None => Err(WhyNot::CustomerUnknown),
        Some(party) if party == owner => Ok(()),
        Some(_) => Err(WhyNot::ConditionsNotMet { unmet: vec![Unmet::AnotherCustomer] }),
    }
}

/// What has to be on the quote, at list prices.
fn on_the_quote(
    goods: &Goods<'_>,
    terms: &Promotion,
    candidate: &Candidate<'_>,
    unmet: &mut Vec<Unmet>,
) -> Result<(), WhyNot> {
    let about = selected(goods, terms.lines.as_ref());
    let names_lines = terms.lines.is_some() && !matches!(candidate.doing, Doing::FreeItem { .. });
    let upgrades = matches!(candidate.doing, Doing::Upgrade { .. });
    if (names_lines && about.is_empty()) || (upgrades && candidate.spots.is_empty()) {
        unmet.push(Unmet::NoLine);
    }
    let (quantity, amount) = measure(goods, &about);
    if let Some(minimum) = &terms.minimum {
        if let Some(wanted) = minimum.quantity.filter(|wanted| quantity < i64::from(*wanted)) {
            unmet.push(Unmet::MinimumQuantity { wanted, found: quantity });
        }
        let wanted = needed_if_any(&minimum.amounts, goods)?;
        if let Some(wanted) = wanted.filter(|wanted| amount < *wanted) {
            unmet.push(Unmet::MinimumAmount { wanted: money(goods, wanted), found: money(goods, amount) });
        }
    }
    for (number, requirement) in terms.requires.iter().enumerate() {
        speaks_the_currency(requirement.lines.as_ref(), goods)?;
        let (quantity, amount) = measure(goods, &selected(goods, requirement.lines.as_ref()));
        if !holds(requirement, goods, quantity, amount)? {
            unmet.push(Unmet::Requirement { index: count(number), quantity, amount: money(goods, amount) });
        }
    }
    if let Doing::BuyGet(sets) = &candidate.doing {
        enough_to_buy(goods, sets, unmet);
    }
    Ok(())
}

fn holds(requirement: &Requirement, goods: &Goods<'_>, quantity: i64, amount: i64) -> Result<bool, WhyNot> {
    let says_nothing = requirement.quantity_from.is_none()
        && requirement.quantity_to.is_none()
        && requirement.amount_from.is_empty()
        && requirement.amount_to.is_empty();
    let least = if says_nothing { Some(1) } else { requirement.quantity_from };
    let from = needed_if_any(&requirement.amount_from, goods)?;
    let to = needed_if_any(&requirement.amount_to, goods)?;
    Ok(least.is_none_or(|least| quantity >= least.into())
        && requirement.quantity_to.is_none_or(|most| quantity <= most.into())
        && from.is_none_or(|from| amount >= from)
        && to.is_none_or(|to| amount <= to))
}

/// There have to be units that are bought, and one more that is got.
fn enough_to_buy(goods: &Goods<'_>, sets: &super::candidate::Sets, unmet: &mut Vec<Unmet>) {
    let mut all: Vec<usize> = sets.buy.clone();
    all.extend(sets.get.iter().filter(|spot| !sets.buy.contains(spot)));
    let least_got = if sets.whole_sets { sets.got } else { 1 };
    let conditions =
        [(&sets.buy, sets.bought), (&sets.get, least_got), (&all, sets.bought.saturating_add(least_got))];
    for (spots, wanted) in conditions {
        let (found, _) = measure(goods, spots);
        if found < wanted {
            let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
            unmet.push(Unmet::MinimumQuantity { wanted, found });
            return;
        }
    }
}

/// How many units some lines have, and what they cost on the list.
fn measure(goods: &Goods<'_>, spots: &[usize]) -> (i64, i64) {
    let spots = spots.iter().filter_map(|spot| goods.spots.get(*spot));
    spots.fold((0, 0), |(quantity, amount), spot| {
        (quantity.saturating_add(spot.quantity), amount.saturating_add(spot.list))
    })
}

/// The least that the lines have to cost when it is a promotion's turn, if that is how its minimum is measured.
pub(super) fn least_now(terms: &Promotion, goods: &Goods<'_>) -> Result<Option<i64>, WhyNot> {
    match &terms.minimum {
        Some(minimum) if minimum.measured == Some(Basis::CurrentPrice) && !minimum.amounts.is_empty() => {
            needed(&minimum.amounts, goods).map(Some)
        }
        _ => Ok(None),
    }
}

fn money(goods: &Goods<'_>, minor: i64) -> Money {
    Money { minor, currency: goods.currency }
}
