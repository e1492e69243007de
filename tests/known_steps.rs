//! Steps are kept between questions. Whatever happened and however much time went by, what is kept is what would be
//! made anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::value::document::read;
use nextsale::value::time::{DAY, MINUTE, Timestamp};
use nextsale::value::zone::Now;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use support::engine;
use support::generate::{after, happenings, home};

/// The plan for a day, told as data.
fn day(engine: &Engine, now: &Now, days: u32) -> Value {
    let date = now.today().plus_days(days);
    let query = read(&json!({ "type": "day", "date": date.to_string() }).to_string()).unwrap();
    serde_json::to_value(engine.look(now, &query).unwrap()).unwrap()
}

/// An engine that knows the same and was never asked anything.
fn fresh(asked: &Engine, now: &Now) -> Engine {
    let mut fresh = engine("z9");
    fresh.restore(now, &asked.backup(now)).unwrap();
    fresh
}

/// How much time goes by between two questions: often little, so that what is kept is used, sometimes up to the edge of
/// something.
fn pauses() -> impl Strategy<Value = Vec<i64>> {
    let pause = prop_oneof![
        4 => 1..MINUTE,
        4 => MINUTE..(3 * 60 * MINUTE),
        2 => select(&[MINUTE, 60 * MINUTE, DAY, DAY - 1, DAY + 1, 14 * DAY][..]),
        1 => DAY..(9 * DAY),
    ];
    proptest::collection::vec(pause, 1..7)
}

/// Names the first thing that differs.
fn same(kept: &Value, anew: &Value) -> Result<(), TestCaseError> {
    match (kept, anew) {
        (Value::Object(kept), Value::Object(anew)) => {
            prop_assert_eq!(kept.len(), anew.len());
            kept.iter().try_for_each(|(key, value)| {
                same(value, &anew[key]).map_err(|error| TestCaseError::fail(format!("{key}: {error}")))
            })
        }
        (Value::Array(kept), Value::Array(anew)) if kept.len() == anew.len() => {
            kept.iter().zip(anew).try_for_each(|(kept, anew)| same(kept, anew))
        }
        _ => {
            prop_assert_eq!(kept, anew);
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_what_would_be_made_anew(
        story in happenings(30), later in happenings(12), pauses in pauses(), home in home(), ahead in 0..4u32
    ) {
        let (mut engine, mut now) = after(&story, home);
        day(&engine, &now, 0);
        let mut later = later.into_iter().skip(5);
        for pause in pauses {
            now.at = now.at.plus(pause);
            same(&day(&engine, &now, ahead), &day(&fresh(&engine, &now), &now, ahead))?;
            if let Some(happening) = later.next() {
                let fact = support::generate::placed(&happening.fact, now.at, &engine);
                if let Ok(fact) = read(&fact.to_string()) {
                    let _ = engine.record(&now, vec![fact], None);
                }
                same(&day(&engine, &now, 0), &day(&fresh(&engine, &now), &now, 0))?;
            }
        }
    }
}

#[test]
fn a_clock_that_runs_backwards_is_noticed() {
    let mut engine = engine("a1");
    let now = |text: &str| support::at(text);
    let met = json!({ "type": "partyMet", "party": "p_1", "kind": "person", "name": "Ada",
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] });
    support::tell(&mut engine, &now("2026-11-23T09:00:00Z"), &[met]);
    let morning = day(&engine, &now("2026-11-23T09:00:00Z"), 0);
    day(&engine, &now("2026-11-23T16:00:00Z"), 0);
    assert_eq!(day(&engine, &now("2026-11-23T09:00:00Z"), 0), morning);
    let far = Now::utc(Timestamp::LATEST);
    day(&engine, &far, 0);
}

#[test]
fn time_alone_changes_what_a_rule_says() {
    let mut engine = engine("a1");
    let asked_at = support::at("2026-11-02T10:00:00Z");
    let met = json!({ "type": "partyMet", "party": "p_1", "kind": "person", "name": "Ada",
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] });
    let asked = json!({ "type": "signalSeen", "party": "p_1", "signal": "askedForQuote", "at": asked_at.at.millis() });
    support::tell(&mut engine, &asked_at, &[met, asked]);
    let rules = |now: &Now| {
        let view = day(&engine, now, 0);
        assert_eq!(view, day(&fresh(&engine, now), now, 0));
        view["items"][0]["step"]["because"][0]["rule"].as_str().unwrap().to_owned()
    };
    assert_eq!(rules(&support::at("2026-11-24T09:50:00Z")), "answer-quote");
    assert_eq!(rules(&support::at("2026-11-24T09:59:00Z")), "answer-quote");
    assert_ne!(rules(&support::at("2026-11-24T10:01:00Z")), "answer-quote", "more than 21 days have gone by");
}

#[test]
fn a_quote_that_is_accepted_or_cancelled_changes_steps_at_once() {
    let mut engine = engine("a1");
    let now = |text: &str| support::at(text);
    let met = json!({ "type": "partyMet", "party": "p_1", "kind": "person", "name": "Ada",
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] });
    let sold = [
        json!({ "type": "dealOpened", "deal": "d_1", "party": "p_1", "name": "First" }),
        json!({ "type": "dealClosed", "deal": "d_1", "outcome": { "type": "won" } }),
        json!({ "type": "contactLogged", "interaction": "i_1", "party": "p_1", "channel": "phone", "objective": "thank",
            "outcome": "reached", "initiative": "customer", "at": support::moment("2026-11-02T10:00:00Z").millis() }),
        json!({ "type": "promotionListed", "promotion": "po_1", "terms": { "name": "On trial", "gives": { "type": "freeTrial", "days": 2 } } }),
    ];
    support::tell(&mut engine, &now("2026-11-02T10:00:00Z"), &[met]);
    support::tell(&mut engine, &now("2026-11-02T10:01:00Z"), &sold);
    let follows = |engine: &Engine, now: &Now| {
        let view = day(engine, now, 0);
        assert_eq!(view, day(&fresh(engine, now), now, 0));
        view.to_string().contains("PROMO-6")
    };
    assert!(!follows(&engine, &now("2026-11-23T09:00:00Z")));
    let accepted = json!({ "type": "quoteAccepted", "quote": "q_1", "party": "p_1", "reservation": { "currency": "EUR",
        "total": 500, "lines": [{ "line": "a", "quantity": 5, "unitPrice": 100, "total": 500 }],
        "uses": [{ "promotion": "po_1", "amount": 0, "gives": [{ "kind": "freeTrial", "quantity": 1, "days": 2 }] }] } });
    support::tell(&mut engine, &now("2026-11-23T09:01:00Z"), &[accepted]);
    assert!(follows(&engine, &now("2026-11-23T09:02:00Z")));
    support::tell(
        &mut engine,
        &now("2026-11-23T09:03:00Z"),
        &[json!({ "type": "quoteCancelled", "quote": "q_1" })],
    );
    assert!(!follows(&engine, &now("2026-11-23T09:04:00Z")));
}
