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

use nextsale::judge::quote::answer::{Exactness, WhyLost};
use nextsale::value::id::QuoteId;
use serde_json::json;
use support::quoting::{Shop, after, amount, applied, eur, fixed, party, percent, why};

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
fn promo_4_budgets_give_what_is_left_or_nothing() {
    let with = |short: &str, target: &str| {
        let limits = json!({ "budget": eur(400), "whenShort": short });
        Shop::with(json!({ "x": { "gives": percent(1000, target), "limits": limits } })).quote(three())
    };
    for target in ["line", "each", "across", "whole"] {
        assert_eq!(after(&with("reduce", target)), [2800, 1867, 933], "{target}");
        assert_eq!(why(&with("refuse", target), "x").name(), "budgetExhausted");
    }
    let units = |gives: serde_json::Value, short: &str| {
        let shop =
            Shop::with(json!({ "x": { "gives": gives, "limits": { "units": 3, "whenShort": short } } }));
        shop.quote(three())
    };
    assert_eq!(after(&units(percent(1000, "each"), "reduce")), [2900, 2000, 900]);
    assert_eq!(why(&units(percent(1000, "each"), "refuse"), "x").name(), "budgetExhausted");
    assert_eq!(why(&units(percent(1000, "line"), "reduce"), "x").name(), "budgetExhausted");
    let samples = json!({ "type": "sample", "name": "A bottle", "quantity": 4 });
    assert_eq!(units(samples.clone(), "reduce").applied[0].gives[0].quantity, 3);
    assert_eq!(why(&units(samples, "refuse"), "x").name(), "budgetExhausted");
}

#[test]
fn promo_4_codes_have_owners_limits_and_times_of_their_own() {
    let terms = json!({ "x": { "gives": percent(1000, "whole"), "codes": [
        "PLAIN", { "code": "Ada Only", "party": "p_ada", "uses": 1 }, { "code": "GIFT", "budget": eur(250) },
        { "code": "OLD", "until": 1 }, { "code": "SOON", "from": 4_102_444_800_000_i64 } ] },
        "also": { "gives": { "type": "delivery" }, "codes": ["plain"] } });
    let mut shop = Shop::with(terms);
    let ask = |shop: &Shop, party: &str, codes: &[&str]| {
        shop.quote_with(three(), json!({ "party": party, "codes": codes, "delivery": 100 }))
    };
    assert!(ask(&shop, "p_ada", &[]).not_applied.is_empty(), "who names no code is told of none");
    assert_eq!(applied(&ask(&shop, "p_ada", &["  plain "])), ["x", "also"]);
    assert_eq!(ask(&shop, "p_ada", &["plain", "PLAIN", "Plain"]).not_applied.len(), 0);
    assert_eq!(ask(&shop, "p_ada", &["gift"]).total.after.0, 5850);
    assert_eq!(why(&ask(&shop, "p_bob", &["ada  only"]), "x").name(), "conditionsNotMet");
    assert_eq!(why(&ask(&shop, "p_bob", &["old"]), "x").name(), "expired");
    assert_eq!(why(&ask(&shop, "p_bob", &["soon"]), "x").name(), "notStarted");
    let two = ask(&shop, "p_ada", &["ada only", "gift"]);
    assert_eq!(
        (two.applied[0].code.as_ref().unwrap().as_str(), why(&two, "x").name()),
        ("Ada Only", "excludedBy")
    );
    let ada = party("p_ada");
    shop.ledger.accept(&QuoteId::parse("q_1").unwrap(), Some(&ada), shop.now, &two.reservation);
    assert_eq!(why(&ask(&shop, "p_ada", &["ada only"]), "x").name(), "usageLimit");
    // The next code takes its place.
    assert_eq!(applied(&ask(&shop, "p_ada", &["ada only", "gift"])), ["x"]);
    let gift = ask(&shop, "p_bob", &["gift"]);
    shop.ledger.accept(&QuoteId::parse("q_2").unwrap(), None, shop.now, &gift.reservation);
    assert_eq!(why(&ask(&shop, "p_bob", &["gift"]), "x").name(), "budgetExhausted");
}

#[test]
fn promo_5_a_code_that_gave_nothing_is_not_used_up() {
    let mut shop =
        Shop::with(json!({ "x": { "gives": fixed(5000, "each"), "codes": [{ "code": "ONE", "uses": 1 }] } }));
    let nothing = shop.quote_with(three(), json!({ "codes": ["one"] }));
    assert_eq!((why(&nothing, "x").name(), nothing.reservation.uses.len()), ("noEffect", 0));
    shop.ledger.accept(&QuoteId::parse("q_1").unwrap(), None, shop.now, &nothing.reservation);
    let again = shop.quote_with(json!({ "a": [1, 9000] }), json!({ "codes": ["one"] }));
    assert_eq!(again.total.after.0, 5000);
}

#[test]
fn promo_5_every_reason_is_reached() {
    let condition = |when: serde_json::Value| json!({ "gives": percent(1000, "whole"), "when": when });
    let mut shop = Shop::with(json!({
        "paused": { "gives": percent(1, "whole"), "standing": "paused" },
        "soon": { "gives": percent(1, "whole"), "period": { "from": 4_102_444_800_000_i64 } },
        "over": { "gives": percent(1, "whole"), "period": { "until": 1 } },
        "large": condition(json!({ "fact": "quoteAmount", "atLeast": 1000 })),
        "rich": condition(json!({ "fact": "budget", "is": "yes" })),
        "known": { "gives": percent(1000, "whole"), "limits": { "usesPerCustomer": 1 } },
        "once": { "gives": percent(1000, "whole"), "limits": { "uses": 1 }, "codes": ["ONCE"] },
        "spent": { "gives": percent(5000, "whole"), "limits": { "budget": eur(100) }, "codes": ["SPENT"] },
        "yen": { "gives": { "type": "amountOff", "amounts": [{ "minor": 9, "currency": "JPY" }], "target": "whole" } },
        "high": { "gives": fixed(999_999, "each") },
        "best": { "gives": percent(2000, "whole"), "group": "g", "exclusive": "laterOnes", "priority": 9 },
        "less": { "gives": percent(1000, "whole"), "group": "g", "priority": 10 },
        "after": { "gives": percent(10, "whole") },
    }));
    let ada = party("p_ada");
    let more = json!({ "party": "p_ada", "codes": ["once", "spent", "NOSUCH"], "promotions": ["po_known", "po_once", "po_spent"] });
    let used = shop.quote_with(three(), more);
    assert_eq!(applied(&used), ["known", "once", "spent"]);
    shop.ledger.accept(&QuoteId::parse("q_1").unwrap(), Some(&ada), shop.now, &used.reservation);

    let request =
        support::quoting::request(three(), json!({ "party": "p_ada", "codes": ["once", "spent", "NOSUCH"] }));
    let quoted = shop.judged(&request);
    let names: std::collections::BTreeSet<&str> =
        quoted.not_applied.iter().map(|each| each.reason.name()).collect();
    let why_not = |promotion: &str| why(&quoted, promotion).name();
    assert_eq!(why_not("paused"), "notActive");
    assert_eq!(why_not("soon"), "notStarted");
    assert_eq!(why_not("over"), "expired");
    assert_eq!((why_not("large"), why_not("rich")), ("conditionsNotMet", "conditionsNotMet"));
    assert_eq!(why_not("known"), "customerLimit");
    assert_eq!((why_not("once"), why_not("spent")), ("usageLimit", "budgetExhausted"));
    assert_eq!((why_not("yen"), why_not("high")), ("currencyMismatch", "noEffect"));
    assert_eq!((why_not("less"), why_not("after")), ("beatenBy", "excludedBy"));
    let state = |promotion: &str| {
        serde_json::to_value(why(&quoted, promotion)).unwrap()["unmet"][0]["state"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!((state("large"), state("rich")), ("failed".to_owned(), "unknown".to_owned()));
    let unknown = shop.judged(&support::quoting::request(three(), json!({})));
    assert_eq!(
        (why(&unknown, "known").name(), why(&unknown, "rich").name()),
        ("customerUnknown", "customerUnknown")
    );
    let mut all: Vec<&str> = names.into_iter().chain(["customerUnknown"]).collect();
    all.sort_unstable();
    let closed = [
        "beatenBy",
        "budgetExhausted",
        "conditionsNotMet",
        "currencyMismatch",
        "customerLimit",
        "customerUnknown",
        "excludedBy",
        "expired",
        "noEffect",
        "notActive",
        "notStarted",
        "unknownCode",
        "usageLimit",
    ];
    assert_eq!(all, closed);
}

#[test]
fn promo_4_what_has_to_be_on_the_quote() {
    let x = |terms: serde_json::Value| {
        let mut all = json!({ "gives": percent(1000, "whole") });
        terms.as_object().unwrap().iter().for_each(|(name, value)| all[name] = value.clone());
        Shop::with(json!({ "x": all }))
    };
    let lines = || json!({ "a": [2, 1000, { "product": "pr_a", "attributes": { "family": ["tools", "sale"] } }], "b": [1, 500] });
    for (terms, total) in [
        (json!({ "minimum": { "quantity": 3 } }), 2250),
        (json!({ "minimum": { "quantity": 4 } }), 2500),
        (json!({ "minimum": { "amounts": eur(2500) } }), 2250),
        (json!({ "minimum": { "amounts": eur(2501) } }), 2500),
        (json!({ "requires": [{ "lines": { "products": ["pr_a"] } }] }), 2250),
        (json!({ "requires": [{ "lines": { "products": ["pr_b"] } }] }), 2500),
        (json!({ "requires": [{ "lines": { "products": ["pr_a"] }, "quantityTo": 0 }] }), 2500),
        (
            json!({ "requires": [{ "lines": { "attributes": { "Family": "TOOLS" } }, "amountFrom": eur(2000) }] }),
            2250,
        ),
        (json!({ "requires": [{ "amountTo": eur(2499) }] }), 2500),
    ] {
        assert_eq!(x(terms.clone()).quote(lines()).total.after.0, total, "{terms}");
    }
    let selects = |selector: serde_json::Value| {
        after(
            &Shop::with(json!({ "x": { "gives": percent(1000, "line"), "lines": selector } })).quote(lines()),
        )
    };
    assert_eq!(selects(json!({ "without": ["pr_a"] })), [2000, 450]);
    assert_eq!(selects(json!({ "attributes": { "family": "sale" } })), [1800, 500]);
    assert_eq!(selects(json!({ "withoutAttributes": { "family": "sale" } })), [2000, 450]);
    assert_eq!(selects(json!({ "lines": ["b"] })), [2000, 450]);
    assert_eq!(selects(json!({ "quantityFrom": 2 })), [1800, 500]);
    assert_eq!(selects(json!({ "unitPriceFrom": eur(501) })), [1800, 500]);
    assert_eq!(selects(json!({ "unitPriceTo": eur(500) })), [2000, 450]);
    let reduced = |already: &str| {
        let shop = Shop::with(json!({
            "first": { "gives": percent(5000, "line"), "lines": { "products": ["pr_a"] }, "priority": 1 },
            "then": { "gives": percent(1000, "line"), "lines": { "alreadyReduced": already } },
        }));
        after(&shop.quote(lines()))
    };
    assert_eq!((reduced("no"), reduced("yes")), (vec![1000, 450], vec![900, 500]));
}

#[test]
fn promo_4_a_minimum_of_what_is_left_to_pay_looks_at_earlier_promotions() {
    let shop = Shop::with(json!({
        "half": { "gives": percent(5000, "line"), "priority": 1 },
        "more": { "gives": amount(500, "whole"), "minimum": { "amounts": eur(4000), "measured": "currentPrice" } },
    }));
    let in_order = shop.ruled(json!({ "lanes": [{ "id": "usual", "choose": "inOrder" }] }));
    let quoted = in_order.quote(three());
    assert_eq!((quoted.total.after.0, why(&quoted, "more").name()), (3000, "conditionsNotMet"));
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
