//! Intervals and quantiles against SciPy and statsmodels (`tests/reference/effect.py` writes the figures), and against
//! published examples (PROMO-6).
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

use nextsale::measure::interval::{
    CONFIDENCE, Interval, mean, means_for_ratio, newcombe, ratio, welch, wilson,
};
use nextsale::measure::quantile::{chi_square_tail, normal_upper, student_upper};
use nextsale::measure::sample::Sample;
use serde_json::Value;

fn reference() -> Value {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/effect.json"));
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn whole(value: &Value) -> u32 {
    value.as_u64().unwrap() as u32
}

/// To 1e-9 of the larger of the number itself and 1.
fn same(found: f64, expected: f64, what: &str) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{what}: {found} instead of {expected}"
    );
}

fn same_interval(found: Interval, expected: &Value, what: &str) {
    same(found.low, number(&expected[0]), what);
    same(found.high, number(&expected[1]), what);
}

#[test]
fn promo_6_quantiles_are_those_of_scipy() {
    let quantiles = &reference()["quantiles"];
    for case in quantiles["normal"].as_array().unwrap() {
        same(normal_upper(number(&case[0])), number(&case[1]), &case.to_string());
    }
    for case in quantiles["student"].as_array().unwrap() {
        same(student_upper(number(&case[0]), number(&case[1])), number(&case[2]), &case.to_string());
    }
    for case in quantiles["chi_square"].as_array().unwrap() {
        let (found, expected) = (chi_square_tail(number(&case[0]), whole(&case[1])), number(&case[2]));
        assert!((found - expected).abs() <= 1e-11 * expected, "{case}: {found}");
    }
}

#[test]
fn promo_6_intervals_of_rates_are_those_of_statsmodels() {
    for case in reference()["rates"].as_array().unwrap() {
        let [x, n, y, m] = [0, 1, 2, 3].map(|index| whole(&case["counts"][index]));
        let level = number(&case["level"]);
        let (with, without) = (wilson(x, n, level).unwrap(), wilson(y, m, level).unwrap());
        same_interval(with.interval, &case["wilson"], &case.to_string());
        same_interval(newcombe(with, without).interval, &case["newcombe"], &case.to_string());
    }
}

#[test]
fn promo_6_intervals_of_means_are_those_of_scipy_and_statsmodels() {
    for case in reference()["means"].as_array().unwrap() {
        let sample = |index: usize| {
            let sums = &case["samples"][index];
            let big = |value: &Value| value.as_str().unwrap().parse::<i128>().unwrap();
            Sample { customers: whole(&sums[0]), sum: big(&sums[1]), squares: big(&sums[2]), decimals: 0 }
        };
        let found = welch(&sample(0), &sample(1), number(&case["level"])).unwrap();
        same(found.value, number(&case["difference"]), "the difference");
        same_interval(found.interval, &case["welch"], &case.to_string());
    }
}

#[test]
fn promo_6_intervals_of_ratios_are_where_the_difference_ends_at_zero() {
    for case in reference()["ratios"].as_array().unwrap() {
        let [x, n, y, m] = [0, 1, 2, 3].map(|index| whole(&case["counts"][index]));
        let rates = (wilson(x, n, CONFIDENCE).unwrap(), wilson(y, m, CONFIDENCE).unwrap());
        same_interval(ratio(rates.0, rates.1).unwrap().interval, &case["ratio"], &case.to_string());
    }
}

/// Newcombe (1998), Statistics in Medicine 17:873-890, table II, method 10, to the four digits that are printed.
#[test]
fn promo_6_intervals_of_rates_are_those_that_newcombe_printed() {
    let printed = [
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((6, 7, 2, 7), (0.0582, 0.8062)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 20), (-0.1611, 0.2775)),
        ((0, 10, 0, 10), (-0.2775, 0.2775)),
        ((10, 10, 0, 20), (0.6791, 1.0)),
        ((10, 10, 0, 10), (0.6075, 1.0)),
    ];
    for ((x, n, y, m), (low, high)) in printed {
        let rates = (wilson(x, n, CONFIDENCE).unwrap(), wilson(y, m, CONFIDENCE).unwrap());
        let found = newcombe(rates.0, rates.1).interval;
        assert!(
            (found.low - low).abs() <= 6e-5 && (found.high - high).abs() <= 6e-5,
            "{x}/{n} {y}/{m}: {found:?}"
        );
    }
}

/// Fieller's interval as it is usually written, from variances and the quantile.
#[test]
fn promo_6_a_ratio_of_means_is_that_of_fieller() {
    let with = Sample { customers: 400, sum: 52_000, squares: 9_000_000, decimals: 0 };
    let without = Sample { customers: 300, sum: 33_000, squares: 5_500_000, decimals: 0 };
    let (first, second) = means_for_ratio(&with, &without, CONFIDENCE).unwrap();
    let found = ratio(first, second).unwrap();
    let (a, b) = (with.mean().unwrap(), without.mean().unwrap());
    let (v, w) = (with.variance().unwrap() / 400.0, without.variance().unwrap() / 300.0);
    let degrees = (v + w).powi(2) / (v * v / 399.0 + w * w / 299.0);
    let t2 = student_upper(0.025, degrees).powi(2);
    let root = ((a * b).powi(2) - (a * a - t2 * v) * (b * b - t2 * w)).sqrt();
    same(found.interval.low, (a * b - root) / (b * b - t2 * w), "low");
    same(found.interval.high, (a * b + root) / (b * b - t2 * w), "high");
    assert!(mean(&with, CONFIDENCE).unwrap().interval.low < a);
}

#[test]
fn promo_6_changing_sides_changes_signs_and_adding_up_is_pooling() {
    let sample = |customers: u32, sum: i128, squares: i128| Sample { customers, sum, squares, decimals: 2 };
    let (one, other) = (sample(400, 52_000, 9_000_000), sample(300, 33_000, 5_500_000));
    let (there, back) = (welch(&one, &other, CONFIDENCE).unwrap(), welch(&other, &one, CONFIDENCE).unwrap());
    assert_eq!((there.interval.low, there.interval.high), (-back.interval.high, -back.interval.low));
    let rates = (wilson(40, 300, CONFIDENCE).unwrap(), wilson(25, 310, CONFIDENCE).unwrap());
    let (there, back) = (newcombe(rates.0, rates.1).interval, newcombe(rates.1, rates.0).interval);
    assert_eq!((there.low, there.high), (-back.high, -back.low));
    let both = one.plus(&other).unwrap();
    assert_eq!(both, sample(700, 85_000, 14_500_000));
    // A cent more for everybody moves the mean by a cent and leaves the spread as it is.
    let more = sample(400, 52_400, 9_000_000 + 2 * 52_000 + 400);
    same(more.mean().unwrap() - one.mean().unwrap(), 0.01, "the mean");
    assert_eq!(more.variance(), one.variance());
}
