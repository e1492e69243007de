//! What was used of promotions, and given back exactly (PROMO-4, PROMO-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

use nextsale::offer::ledger::{Ledger, Overspent};
use nextsale::offer::promotion::Promotion;
use nextsale::offer::refusal::WhyNot;
use nextsale::offer::reservation::Reservation;
use nextsale::value::document::read_value;
use nextsale::value::id::{LineId, PartyId, PromotionId, QuoteId};
use nextsale::value::money::Currency;
use nextsale::value::text::Line;
use nextsale::value::time::{DAY, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn quote(number: usize) -> QuoteId {
    QuoteId::parse(&format!("q_{number}")).unwrap()
}

fn line(id: &str) -> LineId {
    LineId::parse(id).unwrap()
}

fn party(id: &str) -> PartyId {
    PartyId::parse(id).unwrap()
}

fn spring() -> PromotionId {
    PromotionId::parse("po_spring").unwrap()
}

fn at(day: i64) -> Timestamp {
    Timestamp::EARLIEST.plus(day * DAY)
}

fn promotion(terms: Value) -> Promotion {
    let mut document = json!({ "name": "Spring", "gives": { "type": "percentOff", "basisPoints": 1000, "target": "whole" } });
    for (name, value) in terms.as_object().unwrap() {
        document[name] = value.clone();
    }
    read_value(&document).unwrap()
}

fn reservation(document: Value) -> Reservation {
    read_value(&document).unwrap_or_else(|problems| panic!("{document} {problems:?}"))
}

/// Three units of 100 of which the promotion takes so much off.
fn three_with(off: i64) -> Reservation {
    reservation(json!({ "currency": "EUR", "total": 300 - off,
        "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100, "total": 300 - off }],
        "uses": [{ "promotion": "po_spring", "code": "SPRING", "amount": off, "shares": [{ "line": "a", "amount": off }] }] }))
}

#[test]
fn promo_4_uses_and_budget_come_back_with_a_cancellation() {
    let terms = promotion(json!({
        "codes": [{ "code": "spring", "uses": 2 }],
        "limits": { "uses": 2, "usesPerCustomer": 1, "budget": [{ "minor": 150, "currency": "EUR" }] },
    }));
    let (ada, bob) = (party("p_ada"), party("p_bob"));
    let mut ledger = Ledger::default();
    let room = |ledger: &Ledger, party: Option<&PartyId>, currency: &str| {
        ledger.room(&spring(), &terms, None, party, Currency::parse(currency).unwrap())
    };
    assert_eq!(room(&ledger, Some(&ada), "EUR").unwrap().money, Some(150));
    assert_eq!(room(&ledger, None, "EUR"), Err(WhyNot::CustomerUnknown));
    let yen = room(&ledger, Some(&ada), "JPY").unwrap_err();
    assert_eq!(yen, WhyNot::CurrencyMismatch { allowed: vec![euro()] });

    ledger.accept(&quote(1), Some(&ada), at(0), &three_with(100));
    ledger.accept(&quote(1), Some(&ada), at(0), &three_with(100));
    assert_eq!((ledger.uses(&spring()), ledger.uses_of(&spring(), &ada)), (1, 1));
    assert_eq!(ledger.code_uses(&spring(), &Line::parse("Spring").unwrap()), 1);
    assert_eq!(room(&ledger, Some(&ada), "EUR"), Err(WhyNot::CustomerLimit { limit: 1 }));
    assert_eq!(room(&ledger, Some(&bob), "EUR").unwrap().money, Some(50));
    let known = |_: &PromotionId| Some(&terms);
    let lacks = ledger.lacks(&three_with(51), Some(&bob), at(0), known);
    assert!(matches!(&lacks[0].why, WhyNot::BudgetExhausted { left: Some(left), .. } if left.minor == 50));
    assert!(ledger.lacks(&three_with(50), Some(&bob), at(0), known).is_empty());

    ledger.accept(&quote(2), Some(&bob), at(0), &three_with(50));
    assert_eq!(room(&ledger, Some(&party("p_cy")), "EUR"), Err(WhyNot::UsageLimit { limit: 2 }));
    assert_eq!(ledger.cancel(&quote(1)), 200);
    assert_eq!(ledger.cancel(&quote(1)), 0, "twice changes nothing");
    assert_eq!(ledger.cancel(&quote(9)), 0, "nobody knows it");
    assert_eq!((ledger.uses(&spring()), ledger.spent(&spring(), euro())), (1, 50));
    assert_eq!(room(&ledger, Some(&ada), "EUR").unwrap().money, Some(100));
}

#[test]
fn promo_5_returns_take_back_the_frozen_share_and_no_more_than_was_bought() {
    let mut ledger = Ledger::default();
    ledger.accept(&quote(1), None, at(0), &three_with(100));
    let back = ledger.give_back(&quote(1), &line("a"), 2);
    assert_eq!((back.units, back.refund, back.taken_back), (2, 134, 66));
    assert_eq!((ledger.uses(&spring()), ledger.spent(&spring(), euro())), (1, 34));
    assert_eq!(ledger.sale(&quote(1)).unwrap().returnable(&line("a")), 1);
    let back = ledger.give_back(&quote(1), &line("a"), 2);
    assert_eq!((back.units, back.refund, back.taken_back), (1, 66, 34));
    assert_eq!((ledger.uses(&spring()), ledger.spent(&spring(), euro())), (0, 0));
    assert_eq!(ledger.give_back(&quote(1), &line("a"), 1).units, 0);
    assert_eq!(ledger.give_back(&quote(1), &line("unknown"), 1).units, 0);
    assert_eq!(ledger.cancel(&quote(1)), 0);
}

#[test]
fn promo_4_copies_that_were_apart_and_gave_the_last_twice_are_reported() {
    let terms = promotion(json!({
        "codes": [{ "code": "spring", "uses": 1 }],
        "limits": { "uses": 1, "usesPerCustomer": 1, "units": 5, "budget": [{ "minor": 150, "currency": "EUR" }] },
    }));
    let ada = party("p_ada");
    let mut ledger = Ledger::default();
    let report = |ledger: &Ledger| ledger.overspent([(&spring(), &terms)].into_iter());
    ledger.accept(&quote(1), Some(&ada), at(0), &three_with(100));
    assert!(report(&ledger).is_empty());
    ledger.accept(&quote(2), Some(&ada), at(0), &three_with(100));
    let kinds: Vec<String> = report(&ledger)
        .iter()
        .map(|each| {
            let value = serde_json::to_value(each).unwrap();
            format!("{} {}", value["type"].as_str().unwrap(), value["code"].as_str().unwrap_or("-"))
        })
        .collect();
    assert_eq!(kinds, ["uses -", "customer -", "budget -", "units -", "uses spring"]);
    ledger.cancel(&quote(2));
    assert!(report(&ledger).is_empty());
}

/// Buys for 1000 and gets 300 of it off the next time.
fn with_credit() -> Reservation {
    reservation(json!({ "currency": "EUR", "total": 1000,
        "lines": [{ "line": "a", "quantity": 3, "unitPrice": 300, "total": 900 },
                  { "line": "b", "quantity": 1, "unitPrice": 100, "total": 100 }],
        "uses": [{ "promotion": "po_spring", "amount": 0, "credit": { "amount": 300, "validDays": 10,
            "shares": [{ "line": "a", "amount": 270 }, { "line": "b", "amount": 30 }] } }] }))
}

fn spending(amount: i64) -> Reservation {
    reservation(json!({ "currency": "EUR", "total": 500 - amount,
        "lines": [{ "line": "c", "quantity": 5, "unitPrice": 100, "total": 500 - amount }],
        "credits": [{ "quote": "q_1", "promotion": "po_spring", "amount": amount,
            "shares": [{ "line": "c", "amount": amount }] }] }))
}

#[test]
fn promo_1_money_off_next_is_spent_in_parts_and_ends_with_its_purchase() {
    let ada = party("p_ada");
    let mut ledger = Ledger::default();
    ledger.accept(&quote(1), Some(&ada), at(0), &with_credit());
    let left = |ledger: &Ledger, day: i64| -> i64 {
        ledger.spendable(&ada, euro(), at(day)).iter().map(nextsale::offer::ledger::Credit::left).sum()
    };
    assert_eq!((left(&ledger, 0), left(&ledger, 9), left(&ledger, 10)), (300, 300, 0));
    assert!(ledger.spendable(&party("p_bob"), euro(), at(0)).is_empty());
    assert!(ledger.spendable(&ada, Currency::parse("JPY").unwrap(), at(0)).is_empty());

    let nobody = |_: &PromotionId| None;
    assert!(ledger.lacks(&spending(300), Some(&ada), at(1), nobody).is_empty());
    assert_eq!(ledger.lacks(&spending(301), Some(&ada), at(1), nobody).len(), 1);
    assert_eq!(ledger.lacks(&spending(300), None, at(1), nobody).len(), 1);
    ledger.accept(&quote(2), Some(&ada), at(1), &spending(250));
    assert_eq!(left(&ledger, 1), 50);
    // What was bought with it comes back: so does the credit.
    assert_eq!(ledger.give_back(&quote(2), &line("c"), 2).refund, 100);
    assert_eq!(left(&ledger, 1), 150);
    // What brought it comes back: so does its part of the credit, which was spent in part.
    ledger.give_back(&quote(1), &line("a"), 3);
    assert_eq!(left(&ledger, 1), 0);
    let overspent = ledger.overspent(std::iter::empty());
    assert!(matches!(&overspent[..], [Overspent::Credit { granted, spent, .. }]
        if (granted.minor, spent.minor) == (30, 150)));
    ledger.cancel(&quote(2));
    assert_eq!((left(&ledger, 1), ledger.overspent(std::iter::empty()).len()), (30, 0));
    assert_eq!(ledger.spent(&spring(), euro()), 30);
    ledger.cancel(&quote(1));
    assert_eq!((left(&ledger, 1), ledger.spent(&spring(), euro()), ledger.uses(&spring())), (0, 0, 0));
}

#[derive(Debug, Clone)]
enum Doing {
    Accept(usize, usize),
    Cancel(usize),
    Return(usize, usize, u32),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        (0..6_usize, 0..5_usize).prop_map(|(quote, what)| Doing::Accept(quote, what)),
        (0..6_usize).prop_map(Doing::Cancel),
        (0..6_usize, 0..3_usize, 0..9_u32).prop_map(|(quote, line, units)| Doing::Return(quote, line, units)),
    ]
}

/// Lines and, for each of three promotions, its share of each.
fn reservations() -> impl Strategy<Value = Reservation> {
    let a_line = (1..9_i64, 0..40_i64, prop::array::uniform3(0..5_i64));
    prop::collection::vec(a_line, 1..4).prop_map(|lines| {
        let mut left: Vec<i64> = lines.iter().map(|(quantity, price, _)| quantity * price).collect();
        let uses: Vec<Value> = (0..3)
            .map(|promotion| {
                let shares: Vec<Value> = (lines.iter().enumerate())
                    .map(|(at, (_, _, parts))| {
                        let amount = left[at] * parts[promotion] / 4;
                        left[at] -= amount;
                        json!({ "line": format!("l{at}"), "amount": amount })
                    })
                    .collect();
                let amount: i64 = shares.iter().map(|share| share["amount"].as_i64().unwrap()).sum();
                json!({ "promotion": format!("po_{promotion}"), "amount": amount, "shares": shares })
            })
            .collect();
        let written: Vec<Value> = (lines.iter().enumerate())
            .map(|(at, (quantity, price, _))| {
                json!({ "line": format!("l{at}"), "quantity": quantity, "unitPrice": price, "total": left[at] })
            })
            .collect();
        reservation(json!({ "currency": "EUR", "lines": written, "uses": uses, "total": left.iter().sum::<i64>() }))
    })
}

proptest! {
    /// Whatever happens, no refund is negative, what is given back is what was paid, and nothing is left in the tallies
    /// of what is wholly taken back.
    #[test]
    fn what_is_taken_back_is_what_was_given(
        pool in prop::collection::vec(reservations(), 5),
        doings in prop::collection::vec(doing(), 0..40),
    ) {
        let mut ledger = Ledger::default();
        let mut paid: BTreeMap<usize, i64> = BTreeMap::new();
        let promotions: Vec<PromotionId> = (0..3).map(|n| PromotionId::parse(&format!("po_{n}")).unwrap()).collect();
        let spent = |ledger: &Ledger| promotions.iter().map(|id| ledger.spent(id, euro())).collect::<Vec<_>>();
        for doing in doings {
            let before = spent(&ledger);
            match doing {
                Doing::Accept(number, what) => {
                    if ledger.sale(&quote(number)).is_none() {
                        paid.insert(number, pool[what].total.0);
                    }
                    ledger.accept(&quote(number), None, at(0), &pool[what]);
                }
                Doing::Cancel(number) => {
                    let refund = ledger.cancel(&quote(number));
                    prop_assert_eq!(refund, paid.insert(number, 0).unwrap_or(0));
                }
                Doing::Return(number, at, units) => {
                    let back = ledger.give_back(&quote(number), &line(&format!("l{at}")), units);
                    prop_assert!(back.refund >= 0 && back.taken_back >= 0 && back.units <= units);
                    *paid.entry(number).or_default() -= back.refund;
                    let after = spent(&ledger);
                    // No promotion takes anything again that it gave back.
                    prop_assert!(before.iter().zip(&after).all(|(before, after)| after <= before));
                    let all: i64 = before.iter().sum::<i64>() - after.iter().sum::<i64>();
                    prop_assert_eq!(all, back.taken_back);
                }
            }
            prop_assert!(paid.values().all(|paid| *paid >= 0));
            let still: i64 = ledger.sales().map(|(_, sale)| sale.paid()).sum();
            prop_assert_eq!(still, paid.values().sum::<i64>());
        }
        for number in 0..6 {
            for at in 0..3 {
                ledger.give_back(&quote(number), &line(&format!("l{at}")), u32::MAX);
            }
        }
        prop_assert_eq!(spent(&ledger), [0, 0, 0]);
        prop_assert!(promotions.iter().all(|id| ledger.uses(id) == 0));
    }
}
