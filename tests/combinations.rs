//! Which promotions hold together, and in which order (PROMO-4).
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

use nextsale::judge::quote::answer::{Exactness, WhyLost};
use serde_json::json;
use support::quoting::{Shop, after, amount, applied, percent, three, why};

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
    assert!(matches!(runner_up.lost, WhyLost::FewerThings));
}

#[test]
fn promo_4_percentages_of_the_list_and_of_what_is_left() {
    let both = |basis: &str| {
        let shop = Shop::with(json!({
            "first": { "gives": percent(5000, "line"), "priority": 1 },
            "then": { "gives": percent(2000, "line"), "basis": basis },
        }));
        shop.quote(json!({ "a": [1, 1000] })).total.after.0
    };
    assert_eq!((both("currentPrice"), both("listPrice")), (400, 300));
}

#[test]
fn promo_4_lanes_go_in_a_row_and_choose_as_the_plan_says() {
    let promotions = json!({
        "a": { "gives": percent(1000, "whole"), "lane": "early", "priority": 2 },
        "b": { "gives": amount(700, "whole"), "lane": "early", "priority": 1 },
        "c": { "gives": percent(5000, "whole") },
    });
    let with = |choose: &str| {
        let lanes = json!({ "lanes": [{ "id": "early", "choose": choose }] });
        let quoted = Shop::with(promotions.clone()).ruled(lanes).quote(three());
        (quoted.total.after.0, applied(&quoted).join(" "))
    };
    assert_eq!(with("bestCombination"), (2350, "a b c".to_owned()));
    assert_eq!(with("inOrder"), (2350, "a b c".to_owned()));
    assert_eq!(with("bestOne"), (2650, "b c".to_owned()));
    assert_eq!(with("firstOne"), (2700, "a c".to_owned()));
    let each = Shop::with(json!({
        "a": { "gives": amount(500, "line"), "lines": { "products": ["pr_a"] } },
        "b": { "gives": percent(1000, "whole") },
        "c": { "gives": amount(50, "each"), "lines": { "products": ["pr_a"] } },
    }));
    let each = each.ruled(json!({ "lanes": [{ "id": "usual", "choose": "bestOnEachLine" }] }));
    let quoted = each.quote(json!({ "a": [1, 1000, { "product": "pr_a" }], "b": [2, 500] }));
    assert_eq!((after(&quoted), applied(&quoted)), (vec![500, 900], vec!["a", "b"]));
    assert_eq!(why(&quoted, "c").name(), "beatenBy");
}

#[test]
fn promo_4_lanes_keep_their_order_where_the_usual_one_is_among_them() {
    let promotions = json!({
        "late": { "gives": amount(1000, "whole"), "lane": "late" }, "usual": { "gives": percent(5000, "whole") },
        "lost": { "gives": percent(1000, "delivery"), "lane": "nowhere" },
    });
    let lanes = json!({ "lanes": [{ "id": "usual" }, { "id": "late" }] });
    let quoted = Shop::with(promotions).ruled(lanes).quote_with(three(), json!({ "delivery": 100 }));
    assert_eq!((quoted.total.after.0, applied(&quoted)), (2090, vec!["usual", "lost", "late"]));
}

#[test]
fn promo_4_what_is_exclusive_keeps_others_away() {
    let with = |exclusive: &str, points: u32, lanes: serde_json::Value| {
        let shop = Shop::with(json!({
            "x": { "gives": percent(points, "line"), "lines": { "products": ["pr_a"] }, "exclusive": exclusive, "priority": 1 },
            "y": { "gives": percent(1000, "line") },
        }));
        shop.ruled(json!({ "lanes": lanes }))
            .quote(json!({ "a": [1, 1000, { "product": "pr_a" }], "b": [1, 1000] }))
    };
    let best = || json!([]);
    let in_order = || json!([{ "id": "usual", "choose": "inOrder" }]);
    assert_eq!(after(&with("none", 5000, best())), [450, 900]);
    assert_eq!(after(&with("sameLines", 5000, best())), [500, 900]);
    for lanes in [best(), in_order()] {
        for exclusive in ["laterOnes", "wholeQuote"] {
            let quoted = with(exclusive, 5000, lanes.clone());
            assert_eq!(after(&quoted), [500, 1000]);
            assert_eq!(why(&quoted, "y").name(), "excludedBy");
        }
    }
    // The best combination does without what is exclusive where that is better; an order is an order.
    for exclusive in ["laterOnes", "wholeQuote"] {
        let quoted = with(exclusive, 1500, best());
        assert_eq!((after(&quoted), why(&quoted, "x").name()), (vec![900, 900], "beatenBy"));
        assert!(matches!(quoted.combination.runner_up.unwrap().lost, WhyLost::Dearer { by } if by.0 == 50));
        assert_eq!(after(&with(exclusive, 1500, in_order())), [850, 1000]);
    }
}

#[test]
fn promo_4_in_an_order_who_applies_alone_goes_before_others_of_its_lane_and_not_after_another_lane() {
    let promotions = json!({
        "first": { "gives": percent(1000, "line"), "priority": 1 },
        "alone": { "gives": percent(500, "line"), "exclusive": "wholeQuote" },
        "same": { "gives": percent(9000, "line"), "exclusive": "sameLines" },
    });
    let in_order = json!({ "lanes": [{ "id": "usual", "choose": "inOrder" }] });
    let quoted = Shop::with(promotions.clone()).ruled(in_order).quote(three());
    assert_eq!(applied(&quoted), ["alone"]);
    assert_eq!((why(&quoted, "first").name(), why(&quoted, "same").name()), ("excludedBy", "excludedBy"));
    let mut promotions = promotions;
    promotions["first"]["lane"] = json!("early");
    let lanes = json!({ "lanes": [{ "id": "early" }, { "id": "usual", "choose": "inOrder" }] });
    let quoted = Shop::with(promotions).ruled(lanes).quote(three());
    assert_eq!(applied(&quoted), ["first"]);
    assert_eq!((why(&quoted, "alone").name(), why(&quoted, "same").name()), ("excludedBy", "excludedBy"));
}

#[test]
fn promo_4_beyond_twelve_it_says_that_it_is_approximate() {
    let many = |count: usize, apart: bool| {
        let promotions = (0..count).map(|at| {
            let product = if apart { at } else { 0 };
            let lines = json!({ "products": [format!("pr_{product}")] });
            (format!("x{at:02}"), json!({ "gives": percent(100, "line"), "lines": lines }))
        });
        let lines =
            (0..count).map(|at| (format!("l{at:02}"), json!([1, 1000, { "product": format!("pr_{at}") }])));
        Shop::with(promotions.collect::<serde_json::Map<_, _>>().into())
            .quote(lines.collect::<serde_json::Map<_, _>>().into())
    };
    assert_eq!(many(12, false).combination.exactness, Exactness::Exact);
    let thirteen = many(13, false);
    assert_eq!(
        (thirteen.combination.exactness, thirteen.combination.candidates),
        (Exactness::Approximate, 13)
    );
    assert_eq!(thirteen.applied.len(), 13);
    // Those that have nothing to do with each other are looked at apart.
    assert_eq!(many(20, true).combination.exactness, Exactness::Exact);
}
