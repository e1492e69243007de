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

use nextsale::value::id::QuoteId;
use serde_json::json;
use support::quoting::{Shop, after, amount, eur, fixed, party, percent, three};

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
    // Both cheap ones are bought, so that the one that is got is the dear one.
    let other = json!({ "type": "buyGet", "buy": { "quantity": 2, "lines": { "products": ["pr_a"] } },
        "get": { "quantity": 1 } });
    assert_eq!(lines(&other, json!({ "a": [2, 50, { "product": "pr_a" }], "b": [1, 100] })), [100, 0]);
    assert_eq!(lines(&other, json!({ "a": [3, 50, { "product": "pr_a" }], "b": [1, 100] })), [100, 100]);
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
fn promo_1_money_off_next_is_brought_by_what_is_paid_and_spent_in_parts() {
    let mut shop = Shop::with(json!({
        "again": { "gives": { "type": "moneyOffNext", "basisPoints": 1000, "validDays": 30 } },
        "ten": { "gives": percent(1000, "line"), "codes": ["TEN"] },
    }));
    let ada = party("p_ada");
    let first = shop.quote_with(three(), json!({ "party": "p_ada", "codes": ["ten"], "delivery": 500 }));
    let credit = first.applied.iter().find_map(|each| each.credit.as_ref()).unwrap();
    assert_eq!((credit.amount.0, first.total.after.0), (540, 5900));
    assert_eq!(credit.shares.iter().map(|share| share.amount.0).collect::<Vec<_>>(), [270, 180, 90]);
    assert!(first.credits.is_empty(), "no credit is spent on the quote that brings it");
    shop.ledger.accept(&QuoteId::parse("q_1").unwrap(), Some(&ada), shop.now, &first.reservation);

    let second = |shop: &Shop, more: serde_json::Value| {
        let mut all = json!({ "party": "p_ada", "delivery": 500 });
        more.as_object().unwrap().iter().for_each(|(name, value)| all[name] = value.clone());
        shop.quote_with(json!({ "a": [1, 300, { "lowestPrice": 100 }], "b": [1, 250] }), all)
    };
    let quoted = second(&shop, json!({}));
    assert_eq!((after(&quoted), quoted.total.after.0), (vec![100, 0], 600));
    assert_eq!((quoted.credits[0].amount.0, quoted.credits[0].left.0), (450, 90));
    assert_eq!(second(&shop, json!({ "credits": "keep" })).total.after.0, 1050);
    assert_eq!(second(&shop, json!({ "party": "p_bob" })).total.after.0, 1050);
    shop.ledger.accept(&QuoteId::parse("q_2").unwrap(), Some(&ada), shop.now, &quoted.reservation);
    let third = second(&shop, json!({}));
    assert_eq!(third.credits.iter().map(|each| each.amount.0).collect::<Vec<_>>(), [90, 10]);
    assert_eq!(shop.why("again", three(), json!({})).name(), "customerUnknown");
}

#[test]
fn promo_2_a_free_item_is_one_on_the_quote_or_is_added() {
    let gift = json!({ "type": "freeItem", "product": "pr_mug", "quantity": 3, "value": eur(900), "cost": eur(200) });
    let shop = Shop::with(json!({ "mug": { "gives": gift, "minimum": { "amounts": eur(5000) } } }));
    let with =
        |mugs: u32| shop.quote(json!({ "a": [5, 1000], "mugs": [mugs, 850, { "product": "pr_mug" }] }));
    let some = with(2);
    assert_eq!(after(&some), [5000, 0]);
    assert_eq!((some.applied[0].gives[0].quantity, some.applied[0].gives[0].value.unwrap().0), (1, 900));
    assert_eq!((some.applied[0].amount.0, some.applied[0].cost.0), (1700, 1900));
    assert_eq!((after(&with(4)), with(4).applied[0].gives.len()), (vec![5000, 850], 0));
    let none = shop.quote(json!({ "a": [5, 1000] }));
    assert_eq!((none.total.after.0, none.applied[0].gives[0].quantity), (5000, 3));
    assert_eq!(shop.why("mug", json!({ "a": [4, 1000] }), json!({})).name(), "conditionsNotMet");
}

#[test]
fn promo_2_and_3_what_is_given_beside_the_lines_changes_no_price_and_has_its_cost() {
    let shop = Shop::with(json!({
        "better": { "gives": { "type": "upgrade", "from": { "products": ["pr_basic"] }, "to": "pr_better", "units": 2,
            "value": eur(500), "cost": eur(100) } },
        "journey": { "gives": { "type": "prize", "name": "A journey", "cost": eur(9000) } },
        "sample": { "gives": { "type": "sample", "name": "A small bottle", "quantity": 2 } },
        "trial": { "gives": { "type": "freeTrial", "days": 30, "product": "pr_more", "value": eur(2900) } },
        "course": { "gives": { "type": "training", "minutes": 90, "cost": eur(4000) } },
        "away": { "gives": { "type": "otherService", "name": "The old one is taken away" } },
    }));
    let quoted = shop.quote(json!({ "a": [3, 1000, { "product": "pr_basic" }] }));
    assert_eq!((quoted.total.after.0, quoted.applied.len()), (3000, 6));
    let of = |id: &str| quoted.applied.iter().find(|each| each.promotion.as_str() == id).unwrap();
    assert_eq!((of("po_better").gives[0].quantity, of("po_better").cost.0), (2, 200));
    assert_eq!((of("po_journey").cost.0, of("po_course").cost.0, of("po_away").cost.0), (9000, 4000, 0));
    assert_eq!((of("po_trial").gives[0].days, of("po_course").gives[0].minutes), (Some(30), Some(90)));
    assert_eq!(of("po_sample").gives[0].quantity, 2);
    let other = shop.why("better", json!({ "a": [1, 100] }), json!({}));
    assert_eq!(serde_json::to_value(&other).unwrap()["unmet"][0]["type"], "noLine");
}

#[test]
fn promo_1_tiers_are_measured_at_list_prices() {
    let percent_tiers = json!({ "type": "percentOff", "target": "line", "tiers": [
        { "from": { "quantity": 3 }, "basisPoints": 500 }, { "from": { "quantity": 6 }, "basisPoints": 1000 } ] });
    let shop = Shop::with(json!({ "x": { "gives": percent_tiers } }));
    assert_eq!(after(&shop.quote(json!({ "a": [2, 1000] }))), [2000]);
    assert_eq!(after(&shop.quote(json!({ "a": [2, 1000], "b": [1, 1000] }))), [1900, 950]);
    assert_eq!(after(&shop.quote(json!({ "a": [2, 1000], "b": [4, 1000] }))), [1800, 3600]);
    let mut each_line = percent_tiers.clone();
    each_line["tiersBy"] = json!("eachLine");
    let shop = Shop::with(json!({ "x": { "gives": each_line } }));
    assert_eq!(
        after(&shop.quote(json!({ "a": [2, 1000], "b": [4, 1000], "c": [6, 100] }))),
        [2000, 3800, 540]
    );
    let amounts = json!({ "type": "amountOff", "target": "whole", "amounts": eur(100), "tiers": [
        { "from": { "amounts": eur(5000) }, "amounts": eur(1000) } ] });
    // Another promotion has made it cheaper than the tier asks for: what counts is the list.
    let shop = Shop::with(
        json!({ "x": { "gives": amounts }, "y": { "gives": percent(5000, "line"), "priority": 1 } }),
    );
    assert_eq!(shop.quote(json!({ "a": [5, 1000] })).total.after.0, 1500);
    assert_eq!(shop.quote(json!({ "a": [5, 999] })).total.after.0, 2397);
}

#[test]
fn promo_4_caps_of_unit_line_quote_and_units() {
    let with = |gives: serde_json::Value, caps: serde_json::Value| {
        Shop::with(json!({ "x": { "gives": gives, "caps": caps } })).quote(three())
    };
    let lines = |gives, caps| after(&with(gives, caps));
    assert_eq!(lines(percent(1000, "each"), json!({ "unit": eur(80) })), [2760, 1920, 900]);
    assert_eq!(lines(percent(1000, "line"), json!({ "line": eur(150) })), [2850, 1850, 900]);
    assert_eq!(lines(percent(1000, "line"), json!({ "quote": eur(300) })), [2850, 1900, 950]);
    assert_eq!(lines(percent(1000, "whole"), json!({ "quote": eur(300) })), [2850, 1900, 950]);
    assert_eq!(lines(percent(1000, "whole"), json!({ "line": eur(150) })), [2850, 1850, 900]);
    assert_eq!(lines(percent(1000, "each"), json!({ "units": 3 })), [2900, 2000, 900]);
    assert_eq!(lines(percent(1000, "each"), json!({ "units": 3, "first": "dearest" })), [2800, 1800, 1000]);
    assert_eq!(lines(amount(100, "each"), json!({ "units": 1 })), [3000, 2000, 900]);
}

#[test]
fn promo_5_a_lowest_price_is_never_undercut_and_the_rest_goes_to_other_lines() {
    let lines = json!({ "a": [2, 1000, { "lowestPrice": 900 }], "b": [1, 1000], "c": [1, 1000] });
    let with = |gives: serde_json::Value| {
        after(&Shop::with(json!({ "x": { "gives": gives } })).quote(lines.clone()))
    };
    assert_eq!(with(amount(1000, "whole")), [1800, 600, 600]);
    assert_eq!(with(percent(2500, "across")), [1800, 600, 600]);
    assert_eq!(with(amount(9000, "whole")), [1800, 0, 0]);
    // What is counted for each line or unit is that line's alone: nothing of it is left for others.
    assert_eq!(with(percent(2000, "line")), [1800, 800, 800]);
    assert_eq!(with(amount(150, "each")), [1800, 850, 850]);
    let below = json!({ "a": [1, 100, { "lowestPrice": 500 }], "b": [1, 100] });
    assert_eq!(after(&Shop::with(json!({ "x": { "gives": amount(50, "whole") } })).quote(below)), [100, 50]);
}

#[test]
fn promo_4_how_a_reduction_is_spread() {
    let with = |spread: &str| {
        let shop = Shop::with(json!({ "x": { "gives": amount(600, "whole"), "spread": spread } }));
        after(&shop.quote(three()))
    };
    assert_eq!(with("byAmount"), [2700, 1800, 900]);
    assert_eq!(with("byQuantity"), [2700, 1900, 800]);
    assert_eq!(with("evenly"), [2800, 1800, 800]);
    let thirds = json!({ "c": [1, 100], "a": [1, 100], "b": [1, 100] });
    let odd = |remainder: &str| {
        let shop = Shop::with(json!({ "x": { "gives": amount(100, "whole") } }))
            .ruled(json!({ "remainder": remainder }));
        after(&shop.quote(thirds.clone()))
    };
    assert_eq!(odd("largestRemainder"), [66, 67, 67], "the earliest line, whatever its id is");
    assert_eq!(odd("firstLines"), [66, 67, 67]);
}

#[test]
fn promo_5_the_largest_amounts_are_exact() {
    let largest = 9_007_199_254_740_991_i64;
    let shop = Shop::with(json!({ "x": { "gives": percent(3333, "whole") } }));
    let quoted = shop.quote(json!({ "a": [1, largest - 2], "b": [2, 1] }));
    assert_eq!(quoted.total.after.0, largest - 3_002_099_511_605_172);
    assert_eq!(shop.quote(json!({})).total.after.0, 0);
    let free = Shop::with(json!({ "x": { "gives": percent(10_000, "line") } }));
    assert_eq!(free.quote(json!({ "a": [3, 333], "b": [7, 0] })).total.after.0, 0);
}
