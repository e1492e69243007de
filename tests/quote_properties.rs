//! What holds of every quote, whatever its lines and promotions are (PROMO-4, PROMO-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::judge::quote::answer::{Exactness, Quoted};
use nextsale::offer::request::QuoteRequest;
use nextsale::offer::reservation::Reservation;
use nextsale::value::id::{LineId, PromotionId, QuoteId};
use nextsale::value::money::Currency;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::quoting::{Shop, eur, party, reads};

fn lines() -> impl Strategy<Value = Vec<Value>> {
    let line = (1..6_u32, prop_oneof![0..40_i64, 0..3000_i64], prop::option::of(0..120_i64), 0..3_u8);
    prop::collection::vec(line, 1..5).prop_map(|lines| {
        let line = |(at, (quantity, price, lowest, product)): (usize, (u32, i64, Option<i64>, u8))| {
            let mut line =
                json!({ "line": (["m", "c", "x", "a"][at]), "quantity": quantity, "unitPrice": price });
            line["product"] = json!(format!("pr_{product}"));
            if let Some(percent) = lowest {
                line["lowestPrice"] = json!(price * percent / 100);
            }
            line
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

fn request_of(lines: &[Value], delivery: i64) -> QuoteRequest {
    reads(&json!({ "currency": "EUR", "lines": lines, "delivery": delivery, "party": "p_ada" }))
}

fn target() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["line", "each", "across", "whole", "delivery"])
}

fn goods_target() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["line", "each", "across", "whole"])
}

fn reduction() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..=10_000_u32, target()).prop_map(
            |(points, target)| json!({ "type": "percentOff", "basisPoints": points, "target": target })
        ),
        (0..2000_i64, target()).prop_map(
            |(minor, target)| json!({ "type": "amountOff", "amounts": eur(minor), "target": target })
        ),
        (0..2000_i64, target()).prop_map(
            |(minor, target)| json!({ "type": "fixedPrice", "prices": eur(minor), "target": target })
        ),
        (0..5000_u32, 0..5000_u32, 0..4000_i64, goods_target()).prop_map(|(low, more, from, target)| {
            let tiers = json!([{ "from": { "amounts": eur(from) }, "basisPoints": low + more }]);
            json!({ "type": "percentOff", "basisPoints": low, "target": target, "tiers": tiers })
        }),
    ]
}

fn gift() -> impl Strategy<Value = Value> {
    let get = prop_oneof![
        Just(Value::Null),
        (0..10_000_u32).prop_map(|points| json!({ "type": "percent", "basisPoints": points })),
        (0..900_i64).prop_map(|minor| json!({ "type": "amount", "amounts": eur(minor) })),
        (0..900_i64).prop_map(|minor| json!({ "type": "price", "prices": eur(minor) })),
        (0..2000_i64).prop_map(|minor| json!({ "type": "setPrice", "prices": eur(minor) })),
    ];
    let first = prop::sample::select(vec!["cheapest", "dearest"]);
    let buy_get = (0..3_u32, 1..3_u32, get, first, prop::option::of(1..3_u32)).prop_map(
        |(bought, got, reduction, first, times)| {
            let mut gift = json!({ "type": "buyGet", "get": { "quantity": got, "first": first } });
            if bought > 0 {
                gift["buy"] = json!({ "quantity": bought, "lines": { "products": ["pr_0", "pr_1"] } });
            }
            if !reduction.is_null() {
                gift["get"]["reduction"] = reduction;
            }
            if let Some(times) = times {
                gift["times"] = json!(times);
            }
            gift
        },
    );
    let others = prop_oneof![
        (1..4_u32, 0..500_i64).prop_map(|(quantity, value)| {
            json!({ "type": "freeItem", "product": "pr_0", "quantity": quantity, "value": eur(value) })
        }),
        (0..10_000_u32)
            .prop_map(|points| json!({ "type": "moneyOffNext", "basisPoints": points, "validDays": 9 })),
        Just(json!({ "type": "sample", "name": "A sample" })),
        Just(json!({ "type": "upgrade", "from": { "products": ["pr_1"] }, "to": "pr_9", "value": eur(50) })),
        Just(json!({ "type": "delivery" })),
    ];
    prop_oneof![6 => reduction(), 2 => buy_get, 1 => others]
}

/// Terms beside the gift. Budgets refuse only where a test can bear that more percent give less.
fn terms(refusing: bool) -> impl Strategy<Value = Value> {
    let caps = prop::option::weighted(0.2, (1..900_i64, prop::sample::select(vec!["unit", "line", "quote"])));
    let budget = prop::option::weighted(0.2, 1..2000_i64);
    let exclusive =
        prop::sample::select(vec!["none", "none", "none", "laterOnes", "sameLines", "wholeQuote"]);
    let products = prop::option::weighted(0.4, 0..3_u8);
    let spread = prop::sample::select(vec!["byAmount", "byAmount", "byQuantity", "evenly"]);
    let basis = prop::sample::select(vec!["currentPrice", "currentPrice", "listPrice"]);
    (
        caps,
        budget,
        exclusive,
        products,
        prop::option::weighted(0.3, 0..2_u8),
        -1..2_i32,
        spread,
        basis,
        any::<bool>(),
    )
        .prop_map(move |(caps, budget, exclusive, products, group, priority, spread, basis, refuse)| {
            let mut terms =
                json!({ "priority": priority, "exclusive": exclusive, "spread": spread, "basis": basis });
            if let Some((minor, cap)) = caps {
                terms["caps"] = json!({ cap: eur(minor) });
            }
            if let Some(minor) = budget {
                let short = if refuse && refusing { "refuse" } else { "reduce" };
                terms["limits"] = json!({ "budget": eur(minor), "whenShort": short });
            }
            if let Some(product) = products {
                terms["lines"] = json!({ "products": [format!("pr_{product}")] });
            }
            if let Some(group) = group {
                terms["group"] = json!(format!("g{group}"));
            }
            terms
        })
}

fn promotion(refusing: bool) -> impl Strategy<Value = Value> {
    (gift(), terms(refusing)).prop_map(|(gift, mut terms)| {
        // Delivery has neither lines nor units that could be capped.
        if (gift["type"] == "delivery" || gift["target"] == "delivery") && terms["caps"]["quote"].is_null() {
            terms.as_object_mut().unwrap().remove("caps");
        }
        terms["gives"] = gift;
        terms
    })
}

fn shop_of(promotions: &[Value]) -> Shop {
    let named = promotions.iter().enumerate().map(|(at, terms)| {
        (["d", "b", "a", "c", "e", "f"][at % 6].to_owned() + &(at / 6).to_string(), terms.clone())
    });
    Shop::with(Value::Object(named.collect()))
}

fn rules() -> impl Strategy<Value = Value> {
    let rounding = prop::sample::select(vec!["halfAwayFromZero", "halfEven", "halfDown", "againstBuyer"]);
    let rounded = prop::sample::select(vec!["reduction", "price"]);
    let remainder = prop::sample::select(vec!["largestRemainder", "firstLines"]);
    (rounding, rounded, remainder).prop_map(|(rounding, rounded, remainder)| {
        json!({ "rounding": rounding, "rounded": rounded, "remainder": remainder })
    })
}

fn choose() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["bestCombination", "bestOne", "bestOnEachLine", "inOrder", "firstOne"])
}

/// What has to hold of every quote.
fn sound(request: &QuoteRequest, quoted: &Quoted) -> Result<(), TestCaseError> {
    for (line, asked) in quoted.lines.iter().zip(&request.lines) {
        let shares: i64 = line.shares.iter().map(|share| share.amount.0).sum();
        prop_assert_eq!(line.total.before.0 - line.total.after.0, shares);
        let lowest = asked.lowest_price.map_or(0, |lowest| lowest.0).min(asked.unit_price.0);
        prop_assert!(line.total.after.0 >= lowest * i64::from(asked.quantity) && line.total.after.0 >= 0);
        let units: i64 = line.unit_prices.iter().map(|each| each.price.0 * i64::from(each.units)).sum();
        prop_assert_eq!(units, line.total.after.0);
    }
    prop_assert!(quoted.delivery.total.after.0 >= 0);
    let goods: i64 = quoted.lines.iter().map(|line| line.total.after.0).sum();
    prop_assert_eq!(quoted.total.after.0, goods + quoted.delivery.total.after.0);
    for applied in &quoted.applied {
        let shares: i64 = applied.shares.iter().map(|share| share.amount.0).sum();
        prop_assert_eq!(applied.amount.0, shares + applied.delivery.0);
        let gives = applied.amount.0 > 0 || !applied.gives.is_empty() || applied.credit.is_some();
        prop_assert!(gives, "nothing is applied that gives nothing: {:?}", applied);
    }
    // Whoever reads it checks all its sums again.
    let written = serde_json::to_value(&quoted.reservation).unwrap();
    prop_assert_eq!(&reads::<Reservation>(&written), &quoted.reservation);
    Ok(())
}

/// Every combination that is allowed, applied one promotion after the other.
fn brute_force(promotions: &[Value], request: &QuoteRequest) -> i64 {
    let mut best = i64::MAX;
    for set in 0..1_u32 << promotions.len() {
        let mut shop = shop_of(promotions);
        let ids: Vec<PromotionId> = shop_of(promotions).promotions.into_keys().collect();
        for (at, id) in ids.iter().enumerate() {
            if set & (1 << at) == 0 {
                shop.promotions.remove(id);
            }
        }
        let is_alone = |terms: &nextsale::offer::promotion::Promotion| {
            terms.exclusive.is_some_and(|exclusive| exclusive.as_str() == "wholeQuote")
        };
        if shop.promotions.len() > 1 && shop.promotions.values().any(is_alone) {
            continue;
        }
        let shop = shop.ruled(json!({ "lanes": [{ "id": "usual", "choose": "inOrder" }] }));
        best = best.min(shop.ask(request).total.after.0);
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_total_is_too_low_and_every_sum_agrees(
        lines in lines(),
        promotions in prop::collection::vec(promotion(true), 0..6),
        rules in rules(),
        choose in choose(),
        delivery in 0..900_i64,
    ) {
        let request = request_of(&lines, delivery);
        let mut rules = rules;
        rules["lanes"] = json!([{ "id": "usual", "choose": choose }]);
        sound(&request, &shop_of(&promotions).ruled(rules).ask(&request))?;
    }

    #[test]
    fn the_order_of_lines_changes_no_total(
        (lines, shuffled) in lines().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        promotions in prop::collection::vec(promotion(true), 0..6),
        rules in rules(),
        choose in choose(),
    ) {
        let mut rules = rules;
        rules["lanes"] = json!([{ "id": "usual", "choose": choose }]);
        let shop = shop_of(&promotions).ruled(rules);
        let (one, other) = (shop.ask(&request_of(&lines, 500)), shop.ask(&request_of(&shuffled, 500)));
        prop_assert_eq!(one.total, other.total);
        let names = |quoted: &Quoted| -> Vec<(String, i64)> {
            quoted.applied.iter().map(|each| (each.promotion.to_string(), each.amount.0)).collect()
        };
        prop_assert_eq!(names(&one), names(&other));
    }

    #[test]
    fn more_percent_never_costs_more(
        lines in lines(),
        promotions in prop::collection::vec(promotion(false), 0..4),
        (low, more, target) in (0..9000_u32, 1..1000_u32, target()),
        terms in terms(false),
        rules in rules(),
    ) {
        let request = request_of(&lines, 500);
        let total = |points: u32| {
            let mut all = promotions.clone();
            let mut raised = terms.clone();
            if target == "delivery" {
                raised.as_object_mut().unwrap().remove("caps");
            }
            raised["gives"] = json!({ "type": "percentOff", "basisPoints": points, "target": target });
            all.push(raised);
            shop_of(&all).ruled(rules.clone()).ask(&request).total.after.0
        };
        prop_assert!(total(low + more) <= total(low), "{} then {}", total(low), total(low + more));
    }

    #[test]
    fn the_best_combination_is_what_trying_all_of_them_finds(
        lines in lines(),
        promotions in prop::collection::vec(promotion(true), 0..6),
    ) {
        let request = request_of(&lines, 500);
        let quoted = shop_of(&promotions).ask(&request);
        prop_assert_eq!(quoted.combination.exactness, Exactness::Exact);
        prop_assert_eq!(quoted.total.after.0, brute_force(&promotions, &request));
        if let Some(runner_up) = &quoted.combination.runner_up {
            prop_assert!(runner_up.total.0 >= quoted.total.after.0);
        }
    }

    #[test]
    fn beyond_what_can_be_tried_it_is_no_worse_than_any_one_or_all_in_order(
        lines in lines(),
        promotions in prop::collection::vec(promotion(true), 13..18),
    ) {
        let request = request_of(&lines, 500);
        let shop = shop_of(&promotions);
        let quoted = shop.ask(&request);
        sound(&request, &quoted)?;
        for choose in ["bestOne", "inOrder"] {
            let other = shop_of(&promotions).ruled(json!({ "lanes": [{ "id": "usual", "choose": choose }] }));
            prop_assert!(quoted.total.after.0 <= other.ask(&request).total.after.0, "{}", choose);
        }
    }
}

#[derive(Debug, Clone)]
enum Doing {
    Buy(Vec<Value>, u8, bool),
    Cancel(usize),
    Return(usize, usize, u32),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => (lines(), 0..3_u8, any::<bool>()).prop_map(|(lines, party, code)| Doing::Buy(lines, party, code)),
        1 => (0..12_usize).prop_map(Doing::Cancel),
        2 => (0..12_usize, 0..4_usize, 1..9_u32).prop_map(|(quote, line, units)| Doing::Return(quote, line, units)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is quoted, accepted, cancelled and returned: what is quoted can be accepted, and no limit is passed.
    #[test]
    fn no_budget_and_no_limit_is_ever_passed(
        promotions in prop::collection::vec(promotion(true), 1..5),
        limits in prop::collection::vec((1..4_u32, 1..3_u32, 1..1500_i64, 1..20_u32), 5),
        doings in prop::collection::vec(doing(), 1..20),
    ) {
        let limited: Vec<Value> = promotions.iter().zip(&limits).map(|(terms, (uses, each, budget, units))| {
            let mut terms = terms.clone();
            terms["limits"] = json!({ "uses": uses, "usesPerCustomer": each, "budget": eur(*budget), "units": units });
            terms["codes"] = json!([{ "code": "ONE", "uses": 1 }, { "code": "TWO", "budget": eur(budget / 2 + 1) }]);
            terms
        }).collect();
        let mut shop = shop_of(&limited);
        let mut bought = 0;
        for doing in doings {
            match doing {
                Doing::Buy(lines, who, code) => {
                    let document = json!({ "currency": "EUR", "lines": lines, "party": format!("p_{who}"),
                        "codes": [if code { "one" } else { "two" }] });
                    let request: QuoteRequest = reads(&document);
                    let quoted = shop.ask(&request);
                    sound(&request, &quoted)?;
                    let party = party(&format!("p_{who}"));
                    let lacks = shop.ledger.lacks(&quoted.reservation, Some(&party), shop.now, |id| shop.promotions.get(id));
                    prop_assert!(lacks.is_empty(), "{:?}", lacks);
                    let id = QuoteId::parse(&format!("q_{bought}")).unwrap();
                    bought += 1;
                    shop.ledger.accept(&id, Some(&party), shop.now, &quoted.reservation);
                }
                Doing::Cancel(quote) => {
                    shop.ledger.cancel(&QuoteId::parse(&format!("q_{quote}")).unwrap());
                }
                Doing::Return(quote, line, units) => {
                    let line = LineId::parse(["m", "c", "x", "a"][line]).unwrap();
                    shop.ledger.give_back(&QuoteId::parse(&format!("q_{quote}")).unwrap(), &line, units);
                }
            }
            let beyond = shop.ledger.overspent(shop.promotions.iter());
            // Credit that was spent before its purchase was taken back is not a limit that a quote could have kept.
            let is_credit = |each: &nextsale::offer::ledger::Overspent| {
                matches!(each, nextsale::offer::ledger::Overspent::Credit { .. })
            };
            prop_assert!(beyond.iter().all(is_credit), "{:?}", beyond);
        }
        for quote in 0..bought {
            shop.ledger.cancel(&QuoteId::parse(&format!("q_{quote}")).unwrap());
        }
        let euro = Currency::parse("EUR").unwrap();
        for id in shop.promotions.keys() {
            prop_assert_eq!((shop.ledger.uses(id), shop.ledger.spent(id, euro), shop.ledger.units(id)), (0, 0, 0));
        }
    }
}
