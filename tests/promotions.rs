//! What a promotion can say, and what it can't (PROMO-1 to PROMO-4).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use nextsale::offer::promotion::Promotion;
use nextsale::offer::request::QuoteRequest;
use nextsale::value::document::{FromDocument, read_value};
use serde_json::{Value, json};

fn places<T: FromDocument + std::fmt::Debug>(document: &Value) -> Vec<String> {
    let problems = read_value::<T>(document).expect_err(&document.to_string());
    problems.into_iter().map(|problem| problem.path).collect()
}

fn eur(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "EUR" })
}

fn promotion(gives: Value, terms: Value) -> Value {
    let mut document = json!({ "name": "An offer", "gives": gives });
    for (name, value) in terms.as_object().unwrap() {
        document[name] = value.clone();
    }
    document
}

#[test]
fn promo_1_to_3_every_kind_is_read_and_written_alike() {
    let selector =
        json!({ "products": ["pr_a"], "attributes": { "family": ["tools", "garden"] }, "quantityFrom": 2 });
    let gifts = [
        json!({ "type": "percentOff", "basisPoints": 1000, "target": "line" }),
        json!({ "type": "percentOff", "target": "each", "tiers": [
            { "from": { "quantity": 10 }, "basisPoints": 500 }, { "from": { "quantity": 20 }, "basisPoints": 900 } ] }),
        json!({ "type": "amountOff", "amounts": [eur(500), { "minor": 800, "currency": "JPY" }], "target": "across" }),
        json!({ "type": "amountOff", "amounts": [eur(500)], "target": "whole", "tiers": [
            { "from": { "amounts": [eur(10_000)] }, "amounts": [eur(900)] } ] }),
        json!({ "type": "fixedPrice", "prices": [eur(4_900)], "target": "across" }),
        json!({ "type": "fixedPrice", "prices": [eur(0)], "target": "delivery" }),
        json!({ "type": "moneyOffNext", "basisPoints": 1000, "validDays": 90 }),
        json!({ "type": "moneyOffNext", "amounts": [eur(1_000)], "validDays": 30 }),
        json!({ "type": "buyGet", "buy": { "quantity": 2 }, "get": { "quantity": 1 }, "times": 3 }),
        json!({ "type": "buyGet", "get": { "quantity": 3, "first": "dearest",
            "reduction": { "type": "setPrice", "prices": [eur(1_000)] } } }),
        json!({ "type": "buyGet", "buy": { "quantity": 1, "lines": selector }, "get": { "quantity": 1,
            "lines": { "without": ["pr_a"] }, "reduction": { "type": "percent", "basisPoints": 5000 } } }),
        json!({ "type": "freeItem", "product": "pr_mug", "quantity": 2, "value": [eur(900)], "cost": [eur(200)] }),
        json!({ "type": "upgrade", "from": selector, "to": "pr_better", "value": [eur(5_000)] }),
        json!({ "type": "sample", "name": "A small bottle", "cost": [eur(50)] }),
        json!({ "type": "prize", "name": "A journey", "cost": [eur(50_000)] }),
        json!({ "type": "freeTrial", "days": 30, "product": "pr_a", "value": [eur(2_900)] }),
        json!({ "type": "training", "minutes": 90, "cost": [eur(9_000)] }),
        json!({ "type": "delivery" }),
        json!({ "type": "otherService", "name": "Old one taken away" }),
    ];
    for gift in gifts {
        let document = promotion(
            gift,
            json!({
                "words": "For those who come back", "standing": "paused", "lines": selector, "codes": ["SPRING",
                    { "code": "ADA-1", "uses": 1, "party": "p_ada", "budget": [eur(5_000)] }],
                "period": { "from": 1_793_491_200_000_i64, "until": 1_796_083_200_000_i64 },
                "limits": { "uses": 100, "usesPerCustomer": 1, "budget": [eur(100_000)], "units": 50, "whenShort": "refuse" },
                "when": { "all": [{ "fact": "business", "is": "new" }, { "fact": "stage", "is": "proposal" }] },
                "minimum": { "quantity": 2, "amounts": [eur(5_000)], "measured": "currentPrice" },
                "requires": [{ "lines": { "products": ["pr_b"] }, "quantityTo": 0 }],
                "priority": 5, "lane": "early", "group": "seasonal", "exclusive": "sameLines", "basis": "listPrice",
                "spread": "evenly",
                "follow": { "afterDays": 7, "objective": "askForFeedback", "benefit": "Gets more out of it" },
                "need": { "words": "Will need refills", "afterDays": 60 },
            }),
        );
        let read =
            read_value::<Promotion>(&document).unwrap_or_else(|problems| panic!("{document} {problems:?}"));
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(read_value::<Promotion>(&written).unwrap(), read);
    }
}

#[test]
fn promo_4_terms_that_cannot_be_are_refused_at_their_places() {
    let percent = json!({ "type": "percentOff", "basisPoints": 1000, "target": "whole" });
    let cases = [
        (
            json!({ "type": "percentOff", "basisPoints": 10_001, "target": "whole" }),
            json!({}),
            "gives.basisPoints",
        ),
        (json!({ "type": "percentOff", "target": "whole" }), json!({}), "gives.basisPoints"),
        (json!({ "type": "amountOff", "target": "whole" }), json!({}), "gives.amounts"),
        (
            json!({ "type": "amountOff", "target": "whole", "amounts": [eur(1), eur(2)] }),
            json!({}),
            "gives.amounts[1].currency",
        ),
        (
            json!({ "type": "amountOff", "target": "whole", "amounts": [eur(-1)] }),
            json!({}),
            "gives.amounts[0].minor",
        ),
        (json!({ "type": "fixedPrice", "target": "each", "prices": [] }), json!({}), "gives.prices"),
        (json!({ "type": "moneyOffNext", "validDays": 9 }), json!({}), "gives.amounts"),
        (json!({ "type": "moneyOffNext", "basisPoints": 1, "validDays": 0 }), json!({}), "gives.validDays"),
        (
            json!({ "type": "moneyOffNext", "basisPoints": 1, "amounts": [eur(1)], "validDays": 1 }),
            json!({}),
            "gives.amounts",
        ),
        (json!({ "type": "buyGet", "get": { "quantity": 0 } }), json!({}), "gives.get.quantity"),
        (
            json!({ "type": "buyGet", "get": { "quantity": 1, "reduction": { "type": "percent", "basisPoints": 20_000 } } }),
            json!({}),
            "gives.get.reduction.basisPoints",
        ),
        (json!({ "type": "freeItem", "product": "pr_a", "quantity": 0 }), json!({}), "gives.quantity"),
        (
            json!({ "type": "percentOff", "target": "line", "tiers": [
                { "from": { "quantity": 5 }, "basisPoints": 1 }, { "from": { "quantity": 5 }, "basisPoints": 2 } ] }),
            json!({}),
            "gives.tiers[1].from",
        ),
        (
            json!({ "type": "percentOff", "target": "line", "tiers": [{ "from": {}, "basisPoints": 1 }] }),
            json!({}),
            "gives.tiers[0].from",
        ),
        (
            json!({ "type": "amountOff", "target": "line", "tiers": [
                { "from": { "amounts": [eur(5)] }, "amounts": [eur(1)] },
                { "from": { "quantity": 9 }, "amounts": [eur(2)] } ] }),
            json!({}),
            "gives.tiers[1].from",
        ),
        (percent.clone(), json!({ "period": { "from": 2, "until": 1 } }), "period.until"),
        (percent.clone(), json!({ "limits": { "uses": 0 } }), "limits.uses"),
        (percent.clone(), json!({ "limits": { "budget": [eur(0)] } }), "limits.budget[0].minor"),
        (percent.clone(), json!({ "limits": { "budget": [eur(9), eur(9)] } }), "limits.budget[1].currency"),
        (percent.clone(), json!({ "codes": ["Spring", " SPRING "] }), "codes[1]"),
        (percent.clone(), json!({ "codes": [{ "code": "A", "uses": 0 }] }), "codes[0].uses"),
        (percent.clone(), json!({ "minimum": {} }), "minimum"),
        (
            percent.clone(),
            json!({ "requires": [{ "quantityFrom": 3, "quantityTo": 2 }] }),
            "requires[0].quantityTo",
        ),
        (percent.clone(), json!({ "lines": { "products": ["pr_a"], "without": ["pr_a"] } }), "lines.without"),
        (percent.clone(), json!({ "lines": { "quantityFrom": 3, "quantityTo": 2 } }), "lines.quantityTo"),
        (percent.clone(), json!({ "caps": { "units": 3 } }), "caps.units"),
        (json!({ "type": "delivery" }), json!({ "caps": { "line": [eur(100)] } }), "caps.line"),
        (percent.clone(), json!({ "caps": { "quote": [eur(0)] } }), "caps.quote[0].minor"),
        (percent.clone(), json!({ "when": { "all": [] } }), "when.all"),
        (percent.clone(), json!({ "when": { "not": { "any": [] } } }), "when.not.any"),
        (percent, json!({ "excusive": "none" }), "excusive"),
    ];
    for (gives, terms, place) in cases {
        let document = promotion(gives, terms);
        assert_eq!(places::<Promotion>(&document), [place], "{document}");
    }
}

#[test]
fn promo_5_a_quote_that_cannot_be_counted_is_refused_at_its_place() {
    let quote = |lines: Value| json!({ "currency": "EUR", "lines": lines });
    let line = |name: &str, value: Value| {
        let mut line = json!({ "line": "a", "quantity": 1, "unitPrice": 100 });
        line[name] = value;
        quote(json!([line]))
    };
    let largest = 9_007_199_254_740_991_i64;
    assert!(read_value::<QuoteRequest>(&quote(json!([]))).is_ok());
    assert!(read_value::<QuoteRequest>(&line("unitPrice", json!(largest))).is_ok());
    for (document, place) in [
        (line("quantity", json!(0)), "lines[0].quantity"),
        (line("quantity", json!(-1)), "lines[0].quantity"),
        (line("quantity", json!(1.5)), "lines[0].quantity"),
        (line("unitPrice", json!(-1)), "lines[0].unitPrice"),
        (line("unitPrice", json!(largest + 1)), "lines[0].unitPrice"),
        (line("lowestPrice", json!(-1)), "lines[0].lowestPrice"),
        (line("line", json!("with a space")), "lines[0].line"),
    ] {
        assert_eq!(places::<QuoteRequest>(&document), [place], "{document}");
    }
    let two = quote(json!([
        { "line": "a", "quantity": 2, "unitPrice": largest / 2 }, { "line": "b", "quantity": 1, "unitPrice": 2 }
    ]));
    assert_eq!(places::<QuoteRequest>(&two), ["lines[1].unitPrice"]);
    let mut with_delivery = line("unitPrice", json!(largest));
    with_delivery["delivery"] = json!(1);
    assert_eq!(places::<QuoteRequest>(&with_delivery), ["lines[0].unitPrice"]);
}
