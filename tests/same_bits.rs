//! Figures have the same bits natively and in wasm: both are held against the fractions that lie beside the story. The
//! other half is `tests/js/same-bits.test.mjs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::value::document::read;
use nextsale::view::query::Query;
use serde_json::Value;
use support::{at, engine, tell};

const STORY: &str = include_str!("fixtures/same_bits/story.json");
/// Every number of the answers that is not whole: the answer, where in it, and the number.
const FRACTIONS: &str = include_str!("fixtures/same_bits/fractions.txt");

/// Adds the fractions that a value holds.
fn fractions(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Number(number) if number.is_f64() && number.as_f64().unwrap().fract() != 0.0 => {
            found.push(format!("{place} {number}"));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| fractions(item, &format!("{place}.{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| fractions(field, &format!("{place}.{name}"), found));
        }
        _ => {}
    }
}

#[test]
fn the_answers_have_the_bits_that_they_have_in_wasm() {
    let story: Value = serde_json::from_str(STORY).unwrap();
    let now = at(story["now"].as_str().unwrap());
    let mut engine = engine("a1");
    tell(&mut engine, &now, story["facts"].as_array().unwrap());
    let mut found = Vec::new();
    for (at, query) in story["queries"].as_array().unwrap().iter().enumerate() {
        let query: Query = read(&query.to_string()).unwrap();
        let answer = serde_json::to_value(engine.look(&now, &query).unwrap()).unwrap();
        fractions(&answer, &at.to_string(), &mut found);
    }
    assert!(found.len() > 100, "{} fractions are too few to say anything", found.len());
    assert_eq!(found, FRACTIONS.lines().collect::<Vec<_>>());
}
