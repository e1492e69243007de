//! Facts about promotions and quotes (PROMO-4, PROMO-5).

use super::{Objections, Wrong};
use crate::journal::fact::{GoodsReturned, QuoteAccepted, QuoteCancelled};
use crate::judge::Bench;
use crate::offer::ledger::{Sale, SaleStanding};
use crate::offer::refusal::WhyNot;
use crate::value::id::{LineId, QuoteId};
use crate::value::text::Line;
use std::collections::BTreeMap;

pub(super) fn accepted(bench: &Bench<'_>, accepted: &QuoteAccepted, objections: &mut Objections) {
    let book = bench.book;
    if book.ledger().sale(&accepted.quote).is_some() {
        objections.add("quote", Wrong::Taken { id: accepted.quote.to_string() });
    }
    if let Some(party) = &accepted.party {
        objections.party(bench, "party", party);
    }
    let deal = accepted.deal.as_ref().and_then(|deal| objections.deal(bench, "deal", deal));
    let buyer = deal.and_then(|deal| deal.party.as_ref()).and_then(|party| book.party(party));
    let named = accepted.party.as_ref().and_then(|party| book.party(party));
    if let (Some(buyer), Some(named)) = (buyer, named)
        && buyer.id != named.id
    {
        objections.add("deal", Wrong::NotTheirDeal);
    }
    if let Some(at) = accepted.accepted_at {
        objections.not_later(bench, "acceptedAt", at);
    }
    if let Some(validity) = &accepted.validity {
        objections.not_later(bench, "validity.givenAt", validity.given_at);
    }
    known(bench, accepted, objections);
    in_time(bench, accepted, objections);
    room(bench, accepted, objections);
}

/// Promotions and the products of lines must be known.
fn known(bench: &Bench<'_>, accepted: &QuoteAccepted, objections: &mut Objections) {
    for (index, each) in accepted.reservation.uses.iter().enumerate() {
        if bench.book.promotion(&each.promotion).is_none() {
            objections.unknown(&format!("reservation.uses[{index}].promotion"), &each.promotion);
        }
    }
    for (index, line) in accepted.reservation.lines.iter().enumerate() {
        if let Some(product) = line.product.as_ref().filter(|product| bench.book.product(product).is_none()) {
            objections.unknown(&format!("reservation.lines[{index}].product"), product);
        }
    }
}

/// Promotions must be given when the quote is accepted, or have been when it was given to the customer as one that still
/// holds: a price is kept for them as long as somebody said so, and no longer (PROMO-4).
fn in_time(bench: &Bench<'_>, accepted: &QuoteAccepted, objections: &mut Objections) {
    let at = accepted.promotions_at(bench.now.at);
    for (index, each) in accepted.reservation.uses.iter().enumerate() {
        let Some(terms) = bench.book.promotion(&each.promotion) else { continue };
        let code = each.code.as_ref().and_then(|named| terms.code(named));
        let paused = bench.book.paused_since(&each.promotion).is_some_and(|since| since <= at);
        let given = if paused { Err(WhyNot::NotActive) } else { terms.in_time(code, at) };
        if let Err(why) = given {
            let name = terms.name.clone();
            objections.add(&format!("reservation.uses[{index}]"), Wrong::NotApplicable { name, why });
        }
    }
}

/// What promotions give must be there to give: no budget is ever overspent.
fn room(bench: &Bench<'_>, accepted: &QuoteAccepted, objections: &mut Objections) {
    let customer = bench.book.customer_of(accepted.party.as_ref(), accepted.deal.as_ref());
    let customer = customer.map(|party| &party.id);
    let at = accepted.promotions_at(bench.now.at);
    let terms = |id: &_| bench.book.promotion(id);
    for lack in bench.book.ledger().lacks(&accepted.reservation, customer, at, terms) {
        let of_use = accepted.reservation.uses.iter().position(|each| each.promotion == lack.promotion);
        let path = match of_use {
            Some(index) => format!("reservation.uses[{index}]"),
            None => "reservation.credits".to_owned(),
        };
        let id = lack.promotion.as_str();
        let name = bench.book.promotion(&lack.promotion).map(|promotion| promotion.name.clone());
        if let Some(name) = name.or_else(|| Line::squeezed(id)) {
            objections.add(&path, Wrong::NotApplicable { name, why: lack.why });
        }
    }
}

pub(super) fn cancelled(bench: &Bench<'_>, cancelled: &QuoteCancelled, objections: &mut Objections) {
    standing(bench, &cancelled.quote, objections);
}

pub(super) fn returned(bench: &Bench<'_>, returned: &GoodsReturned, objections: &mut Objections) {
    let Some(sale) = standing(bench, &returned.quote, objections) else { return };
    let mut units: BTreeMap<&LineId, u32> = BTreeMap::new();
    for (index, each) in returned.lines.iter().enumerate() {
        let path = format!("lines[{index}]");
        if !sale.reservation.lines.iter().any(|line| line.line == each.line) {
            objections.unknown(&format!("{path}.line"), &each.line);
            continue;
        }
        let sum = units.entry(&each.line).or_default();
        *sum = sum.saturating_add(each.quantity);
        let most = sale.returnable(&each.line);
        if each.quantity == 0 || *sum > most {
            objections.add(&format!("{path}.quantity"), Wrong::NotReturnable { most });
        }
    }
}

/// The quote must have been accepted, and not been taken back.
fn standing<'b>(bench: &Bench<'b>, quote: &QuoteId, objections: &mut Objections) -> Option<&'b Sale> {
    let sale = bench.book.ledger().sale(quote);
    match sale.map(|sale| sale.standing) {
        None => objections.unknown("quote", quote),
        Some(SaleStanding::Cancelled) => objections.add("quote", Wrong::TakenBackAlready),
        Some(SaleStanding::Accepted) => return sale,
    }
    None
}
