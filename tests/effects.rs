//! What promotions and experiments show, from facts to words (PROMO-6).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::failure::Failure;
use nextsale::measure::experiment::Experiment;
use nextsale::value::document::read;
use serde_json::{Value, json};
use support::{MONDAY, at, engine, record, tell};

fn look(engine: &Engine, query: Value) -> Value {
    let view = engine.look(&at("2026-12-23T09:00:00Z"), &read(&query.to_string()).unwrap()).unwrap();
    serde_json::to_value(view).unwrap()
}

fn refusal(result: Result<impl Sized, Failure>) -> Vec<(String, String)> {
    let Err(failure) = result else { panic!("it was recorded") };
    let view = failure.view(&at(MONDAY));
    view.reasons.into_iter().map(|reason| (reason.path, reason.code)).collect()
}

/// Two arms of so many customers, of whom so many bought, for 20.00 each.
fn experiment(with: (u32, u32), without: (u32, u32)) -> Value {
    let arm = |name: &str, (customers, bought): (u32, u32)| {
        let worth = json!({ "sum": 2000 * bought, "squares": 4_000_000_u64 * u64::from(bought) });
        json!({ "name": name, "customers": customers, "tallies": [{ "sum": bought }, worth] })
    };
    json!({
        "assigned": "atRandom",
        "control": "nothing",
        "outcomes": [
            { "name": "bought", "kind": "converted" },
            { "name": "spend", "kind": "worth", "currency": "EUR", "decimals": 2 },
        ],
        "arms": [arm("mail", with), arm("nothing", without)],
    })
}

fn recorded(results: &Value) -> Value {
    json!({ "type": "experimentRecorded", "experiment": "e_mail", "name": "Mail in May", "results": results })
}

/// What is shown of the first arm of an experiment.
fn shown(results: &Value) -> Value {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), &[recorded(results)]);
    look(&engine, json!({ "type": "effect", "experiment": "e_mail" }))
}

fn verdict(results: &Value) -> String {
    shown(results)["arms"][0]["outcomes"][0]["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn promo_6_a_difference_is_called_one_only_when_the_data_support_it() {
    assert_eq!(verdict(&experiment((5000, 400), (5000, 300))), "works");
    assert_eq!(verdict(&experiment((5000, 300), (5000, 400))), "harms");
    assert_eq!(verdict(&experiment((5000, 310), (5000, 300))), "noDifferenceSeen");
    assert_eq!(verdict(&experiment((50, 4), (50, 0))), "notEnoughData");
    let mut fewer = experiment((5000, 300), (5000, 400));
    fewer["outcomes"][0]["wanted"] = json!("less");
    assert_eq!(verdict(&fewer), "works");
}

#[test]
fn promo_6_the_numbers_are_those_of_an_independent_implementation() {
    // statsmodels 0.15.0 and scipy 1.17.1: confint_proportions_2indep(400, 5000, 300, 5000, method="newcomb") and
    // ttest_ind of 400 and 300 times 20.0 among 5000, equal_var=False.
    let view = shown(&experiment((5000, 400), (5000, 300)));
    let [bought, spend] = [0, 1].map(|index| view["arms"][0]["outcomes"][index].clone());
    let near = |value: &Value, expected: f64| {
        let found = value.as_f64().unwrap();
        assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
    };
    near(&bought["difference"], 0.02);
    near(&bought["interval"]["low"], NEWCOMBE.0);
    near(&bought["interval"]["high"], NEWCOMBE.1);
    near(&spend["with"]["value"], 1.6);
    near(&spend["difference"], 0.4);
    near(&spend["interval"]["low"], WELCH.0);
    near(&spend["interval"]["high"], WELCH.1);
    near(&bought["uplift"], 1.0 / 3.0);
    assert_eq!(view["arms"][0]["gain"]["brought"], json!({ "minor": 200_000, "currency": "EUR" }));
    assert!(bought["text"].as_str().unwrap().starts_with("bought: 8.00 % with it, 6.00 % without"));
}

const NEWCOMBE: (f64, f64) = (0.010_008_163_212_414_071, 0.030_031_847_557_366_223);
const WELCH: (f64, f64) = (0.200_077_490_769_051_54, 0.599_922_509_230_948_7);

#[test]
fn promo_6_what_was_not_given_at_random_or_to_others_goes_with_it_at_most() {
    let sound = experiment((5000, 400), (5000, 300));
    let with = |change: &dyn Fn(&mut Value)| {
        let mut results = sound.clone();
        change(&mut results);
        let view = shown(&results);
        let doubts = view["comparability"]["doubts"].as_array().unwrap().iter();
        let doubts: Vec<String> =
            doubts.map(|doubt| doubt["doubt"]["type"].as_str().unwrap().to_owned()).collect();
        (view["arms"][0]["outcomes"][0]["verdict"].as_str().unwrap().to_owned(), doubts)
    };
    let goes = |doubt: &str| ("goesWithBetter".to_owned(), vec![doubt.to_owned()]);
    assert_eq!(with(&|_| {}), ("works".to_owned(), Vec::new()));
    assert_eq!(with(&|results| results["assigned"] = json!("chosen")), goes("chosen"));
    assert_eq!(with(&|results| results["assigned"] = Value::Null), goes("assignmentUnknown"));
    // Told shares that chance would miss by so much once in thousands of times.
    assert_eq!(
        with(&|results| {
            results["arms"][0]["share"] = json!(52);
            results["arms"][1]["share"] = json!(48);
        }),
        goes("sizes")
    );
    let cell = |customers: u32| {
        let bought = customers / 20;
        let worth = json!({ "sum": bought * 2000, "squares": bought * 4_000_000 });
        json!({ "customers": customers, "tallies": [{ "sum": bought }, worth] })
    };
    let grouping = |young: [u32; 2]| {
        let old = young.map(|young| 5000 - young);
        let group = |name: &str, customers: [u32; 2]| json!({ "name": name, "cells": customers.map(cell) });
        json!([{ "by": "age", "groups": [group("young", young), group("old", old)] }])
    };
    assert_eq!(with(&|results| results["groupings"] = grouping([2500, 2510])).1, Vec::<String>::new());
    assert_eq!(with(&|results| results["groupings"] = grouping([2500, 2900])), goes("unbalanced"));
}

#[test]
fn promo_6_numbers_that_cannot_be_true_are_refused_each_with_its_place() {
    let mut results = experiment((5000, 400), (5000, 300));
    results["control"] = json!("none");
    results["arms"][0]["tallies"][0]["sum"] = json!(5001);
    results["arms"][1]["tallies"][1]["squares"] = json!(1);
    results["outcomes"][1]["currency"] = Value::Null;
    let found = refusal(record(&mut engine("a1"), &at(MONDAY), recorded(&results)));
    let places: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        places,
        [
            "results.control",
            "results.outcomes[1].currency",
            "results.arms[0].tallies[0]",
            "results.arms[1].tallies[1]"
        ]
    );
    assert!(found.iter().all(|(_, code)| code == "flawed"));
    let read: Result<Experiment, _> =
        read(&json!({ "control": "a", "outcomes": [], "arms": [{}] }).to_string());
    assert!(!read.unwrap_err().is_empty());
}

/// A book in which a promotion was offered to every second of so many leads, and what they did then.
fn offered(parties: u32, buys: impl Fn(u32, bool) -> u32) -> Engine {
    let mut engine = engine("a1");
    let training =
        json!({ "type": "training", "minutes": 60, "cost": [{ "minor": 2000, "currency": "EUR" }] });
    let terms = json!({ "name": "May training", "gives": training });
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "promotionListed", "promotion": "po_may", "terms": terms })],
    );
    for number in 0..parties {
        let is_offered = number % 2 == 0;
        let party = format!("p_{number}");
        let group = if is_offered { "offered" } else { "withheld" };
        tell(
            &mut engine,
            &at(MONDAY),
            &[
                json!({ "type": "partyMet", "party": party, "kind": "person", "name": format!("Lead {number}"),
                    "attributes": { "size": if number % 4 < 2 { "small" } else { "large" } } }),
                json!({ "type": "promotionOffered", "promotion": "po_may", "party": party, "group": group,
                    "assigned": "atRandom" }),
            ],
        );
        for sale in 0..buys(number, is_offered) {
            let deal = format!("d_{number}_{sale}");
            let worth = json!({ "minor": 10_000, "currency": "EUR" });
            tell(
                &mut engine,
                &at("2026-12-01T09:00:00Z"),
                &[
                    json!({ "type": "dealOpened", "deal": deal, "party": party, "name": "Order", "worth": worth }),
                    json!({ "type": "dealClosed", "deal": deal, "outcome": { "type": "won" } }),
                ],
            );
        }
    }
    engine
}

#[test]
fn promo_6_a_party_tells_which_promotions_it_was_offered() {
    let mut engine = offered(2, |_, _| 0);
    let again = json!({ "type": "promotionListed", "promotion": "po_june",
        "terms": { "name": "June", "gives": { "type": "percentOff", "basisPoints": 500, "target": "whole" } } });
    let june = json!({ "type": "promotionOffered", "promotion": "po_june", "party": "p_0", "group": "withheld", "assigned": "chosen" });
    tell(&mut engine, &at("2026-12-01T09:00:00Z"), &[again, june]);
    let of = |party: &str| look(&engine, json!({ "type": "party", "party": party }))["offered"].clone();
    let told = |party: &str| -> Vec<(String, String)> {
        let text = |offered: &Value, field: &str| offered[field].as_str().unwrap().to_owned();
        of(party).as_array().unwrap().iter().map(|one| (text(one, "promotion"), text(one, "group"))).collect()
    };
    let pair = |promotion: &str, group: &str| (promotion.to_owned(), group.to_owned());
    assert_eq!(told("p_0"), [pair("po_june", "withheld"), pair("po_may", "offered")], "latest first");
    assert_eq!(told("p_1"), [pair("po_may", "withheld")]);
    assert_eq!((&of("p_0")[0]["name"], &of("p_0")[0]["assigned"]), (&json!("June"), &json!("chosen")));
}

#[test]
fn promo_6_the_effect_of_a_promotion_is_told_by_the_book_itself() {
    // Of those who were offered it half buy and a quarter comes back; of the others a fifth buys.
    let engine = offered(200, |number, is_offered| match number / 2 % 20 {
        place if is_offered => u32::from(place < 10) + u32::from(place < 5),
        place => u32::from(place < 4),
    });
    let view = look(&engine, json!({ "type": "effect", "promotion": "po_may", "by": "size" }));
    assert_eq!((&view["control"], &view["controlCustomers"]), (&json!("withheld"), &json!(100)));
    let outcomes = view["arms"][0]["outcomes"].as_array().unwrap();
    let values: Vec<(&str, f64, f64, &str)> = outcomes
        .iter()
        .map(|outcome| {
            let value = |side: &str| outcome[side]["value"].as_f64().unwrap();
            let text = |field: &str| outcome[field].as_str().unwrap();
            (text("outcome"), value("with"), value("without"), text("verdict"))
        })
        .collect();
    assert_eq!(
        values,
        [
            ("converted", 0.5, 0.2, "works"),
            ("cameBack", 0.25, 0.0, "works"),
            ("worth", 75.0, 20.0, "notEnoughData"),
            ("visits", 0.0, 0.0, "notEnoughData"),
        ]
    );
    let groupings: Vec<&str> =
        view["groupings"].as_array().unwrap().iter().map(|each| each["by"].as_str().unwrap()).collect();
    assert_eq!(groupings, ["size"]);
    let list = look(&engine, json!({ "type": "experiments" }));
    assert_eq!(list["promotions"][0]["text"], "offered to 100, withheld from 100");
}

#[test]
fn promo_6_who_is_in_one_group_is_not_put_into_the_other() {
    let mut engine = offered(2, |_, _| 0);
    let offer = |party: &str, group: &str| {
        json!({ "type": "promotionOffered", "promotion": "po_may", "party": party, "group": group,
            "assigned": "chosen" })
    };
    let refused = refusal(record(&mut engine, &at(MONDAY), offer("p_1", "offered")));
    assert_eq!(refused, [("group".to_owned(), "otherGroup".to_owned())]);
    assert!(record(&mut engine, &at(MONDAY), offer("p_0", "offered")).is_ok());
    let unknown = refusal(record(&mut engine, &at(MONDAY), offer("p_9", "offered")));
    assert_eq!(unknown, [("party".to_owned(), "unknown".to_owned())]);
    let view = look(&engine, json!({ "type": "effect", "promotion": "po_may" }));
    assert_eq!(view["assigned"], "atRandom");
}

#[test]
fn promo_6_accepted_quotes_count_and_what_a_promotion_gave_costs() {
    let mut engine = offered(4, |_, _| 0);
    let quote = |number: u32, party: u32, price: u32| {
        let line = json!({ "line": "a", "quantity": 2, "unitPrice": price, "total": 2 * price });
        let gives = json!([{ "kind": "training", "quantity": 1, "minutes": 60, "cost": 2000 }]);
        let uses = json!([{ "promotion": "po_may", "amount": 0, "gives": gives }]);
        let uses = if party.is_multiple_of(2) { uses } else { json!([]) };
        json!({ "type": "quoteAccepted", "quote": format!("q_{number}"), "party": format!("p_{party}"),
            "acceptedAt": support::moment("2026-12-02T09:00:00Z").millis(),
            "reservation": { "currency": "EUR", "lines": [line], "uses": uses, "total": 2 * price } })
    };
    let later = at("2026-12-03T09:00:00Z");
    let returned =
        json!({ "type": "goodsReturned", "quote": "q_2", "lines": [{ "line": "a", "quantity": 1 }] });
    let cancelled = json!({ "type": "quoteCancelled", "quote": "q_4" });
    tell(
        &mut engine,
        &later,
        &[quote(1, 0, 5000), quote(2, 0, 1000), quote(3, 1, 3000), quote(4, 3, 9000), returned, cancelled],
    );
    let view = look(&engine, json!({ "type": "effect", "promotion": "po_may" }));
    assert_eq!(view["name"], "May training");
    let value =
        |index: usize, side: &str| view["arms"][0]["outcomes"][index][side]["value"].as_f64().unwrap();
    let both = |index: usize| (value(index, "with"), value(index, "without"));
    // Converted, came back, worth: one unit of the second quote came back, and the fourth was taken back as a whole.
    assert_eq!((both(0), both(1), both(2)), ((0.5, 0.5), (0.5, 0.0), (55.0, 30.0)));
    // Of so few there is no saying what it brought.
    assert_eq!(view["arms"][0]["gain"], Value::Null);
    let mut engine = offered(240, |_, _| 0);
    let price = |party: u32| 4900 - 1000 * (party % 2) + 200 * (party / 2 % 2);
    let many: Vec<Value> = (0..240).map(|party| quote(party, party, price(party))).collect();
    tell(&mut engine, &later, &many);
    let gain = &look(&engine, json!({ "type": "effect", "promotion": "po_may" }))["arms"][0]["gain"];
    let euros = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
    // Everybody bought, with it for 20.00 more; each training cost 20.00.
    assert_eq!(
        (&gain["brought"], &gain["cost"], &gain["net"]),
        (&euros(240_000), &euros(240_000), &euros(0))
    );
}
