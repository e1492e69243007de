//! Whether a promotion may apply to a quote at all, and why not (PROMO-4, PROMO-5).
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
use support::quoting::{Shop, after, amount, applied, eur, fixed, party, percent, three, why};

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
