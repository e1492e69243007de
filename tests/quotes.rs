//! Stories of quotes (PROMO-1 to PROMO-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::judge::quote::answer::{Exactness, Lost};
use serde_json::json;
use support::quoting::{Shop, after, amount, applied, eur, fixed, percent, why};

fn three() -> serde_json::Value {
    json!({ "a": [3, 1000], "b": [1, 2000], "c": [2, 500] })
}

#[test]
fn promo_1_percentages_amounts_and_prices_for_each_target() {
    let one = |gives: serde_json::Value| Shop::with(json!({ "x": { "gives": gives } })).quote(three());
    let lines = |gives| after(&one(gives));
    assert_eq!(lines(percent(1000, "line")), [2700, 1800, 900]);
    assert_eq!(lines(percent(1000, "each")), [2700, 1800, 900]);
    assert_eq!(lines(percent(1000, "across")), [2700, 1800, 900]);
    assert_eq!(lines(percent(1000, "whole")), [2700, 1800, 900]);
    assert_eq!(lines(amount(100, "line")), [2900, 1900, 900]);
    assert_eq!(lines(amount(100, "each")), [2700, 1900, 800]);
    assert_eq!(lines(amount(100, "across")), [2950, 1967, 983]);
    assert_eq!(lines(amount(100, "whole")), [2950, 1967, 983]);
    assert_eq!(lines(amount(9_999, "whole")), [0, 0, 0]);
    assert_eq!(lines(fixed(400, "each")), [1200, 400, 800]);
    assert_eq!(lines(fixed(1500, "line")), [1500, 1500, 1000]);
    assert_eq!(lines(fixed(3000, "across")), [1500, 1000, 500]);
}

#[test]
fn promo_5_delivery_is_touched_by_what_says_so_alone() {
    let quoted = |gives: serde_json::Value| {
        Shop::with(json!({ "x": { "gives": gives } })).quote_with(three(), json!({ "delivery": 590 }))
    };
    for (gives, goods, delivery) in [
        (amount(99_999, "whole"), 0, 590),
        (percent(10_000, "whole"), 0, 590),
        (percent(5000, "delivery"), 6000, 295),
        (amount(600, "delivery"), 6000, 0),
        (fixed(190, "delivery"), 6000, 190),
        (json!({ "type": "delivery" }), 6000, 0),
        (json!({ "type": "delivery", "basisPoints": 1000 }), 6000, 531),
    ] {
        let quoted = quoted(gives);
        let found = (quoted.total.after.0 - quoted.delivery.total.after.0, quoted.delivery.total.after.0);
        assert_eq!(found, (goods, delivery));
        assert_eq!(quoted.reservation.total, quoted.total.after);
    }
}

#[test]
fn promo_2_buy_some_get_some_also_of_the_same() {
    let two_for_one = json!({ "type": "buyGet", "buy": { "quantity": 1 }, "get": { "quantity": 1 } });
    let lines = |gives: &serde_json::Value, lines| {
        after(&Shop::with(json!({ "x": { "gives": gives } })).quote(lines))
    };
    assert_eq!(lines(&two_for_one, json!({ "a": [1, 100] })), [100]);
    assert_eq!(lines(&two_for_one, json!({ "a": [2, 100] })), [100]);
    assert_eq!(lines(&two_for_one, json!({ "a": [5, 100] })), [300]);
    assert_eq!(lines(&two_for_one, json!({ "a": [1, 100], "b": [1, 70], "c": [1, 50] })), [100, 70, 0]);
    assert_eq!(lines(&two_for_one, json!({ "a": [1, 100], "b": [2, 70], "c": [1, 50] })), [100, 70, 0]);
    let three_for_two =
        json!({ "type": "buyGet", "buy": { "quantity": 2 }, "get": { "quantity": 1 }, "times": 1 });
    assert_eq!(lines(&three_for_two, json!({ "a": [2, 100] })), [200]);
    assert_eq!(lines(&three_for_two, json!({ "a": [9, 100] })), [800]);
    let three_for_ten = json!({ "type": "buyGet", "get": { "quantity": 3, "first": "dearest",
        "reduction": { "type": "setPrice", "prices": eur(1000) } } });
    assert_eq!(lines(&three_for_ten, json!({ "a": [2, 400] })), [800]);
    assert_eq!(lines(&three_for_ten, json!({ "a": [4, 400] })), [1400]);
    assert_eq!(lines(&three_for_ten, json!({ "a": [3, 400], "b": [3, 100] })), [1000, 300]);
    assert_eq!(lines(&three_for_ten, json!({ "a": [2, 400], "b": [1, 300] })), [727, 273]);
    let huge = json!({ "a": [4_000_000_000_u32, 1000] });
    assert_eq!(lines(&two_for_one, huge), [2_000_000_000_000]);
}

#[test]
fn promo_4_the_best_combination_names_its_runner_up_and_why_it_lost() {
    let shop = Shop::with(json!({
        "ten": { "gives": percent(1000, "whole"), "group": "g" },
        "five": { "gives": amount(700, "whole"), "group": "g" },
        "mug": { "gives": { "type": "sample", "name": "A mug" } },
    }));
    let quoted = shop.quote(three());
    assert_eq!((quoted.total.after.0, applied(&quoted)), (5300, vec!["five", "mug"]));
    assert_eq!(why(&quoted, "ten").name(), "beatenBy");
    let runner_up = quoted.combination.runner_up.unwrap();
    assert_eq!(quoted.combination.exactness, Exactness::Exact);
    assert!(matches!(runner_up.lost, Lost::FewerThings));
}
