//! Intervals for rates, means and what differs between two of them.
//!
//! - a rate: Wilson's score interval (Wilson 1927);
//! - a difference of rates: Newcombe's hybrid of two of these (Newcombe 1998, method 10);
//! - a difference of means: Welch's, with degrees of freedom by Satterthwaite (Welch 1947);
//! - a ratio of either: Donner and Zou (2012), from the intervals of its two parts. For means it is Fieller's. It has 1
//!   inside just when the interval of the difference has 0 inside, so that the two never contradict each other.

use super::quantile::{normal_upper, student_upper};
use super::sample::Sample;
use serde::Serialize;

/// How sure an interval is when nothing else is said.
pub const CONFIDENCE: f64 = 0.95;

/// From where to where.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A number that was measured, and the interval around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The number.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
}

impl Interval {
    /// Does it lie above a number as a whole?
    pub fn is_above(self, number: f64) -> bool {
        self.low > number
    }

    /// Does it lie below a number as a whole?
    pub fn is_below(self, number: f64) -> bool {
        self.high < number
    }

    /// The same, times a number above zero, plus another.
    pub fn scaled(self, by: f64, plus: f64) -> Interval {
        Interval { low: self.low * by + plus, high: self.high * by + plus }
    }
}

fn count(customers: u32) -> f64 {
    f64::from(customers)
}

/// Wilson's interval for a rate; nothing without trials.
///
/// ```
/// use nextsale::measure::interval::{CONFIDENCE, wilson};
/// let rate = wilson(3, 10, CONFIDENCE).unwrap();
/// assert!((rate.interval.low - 0.10779).abs() < 1e-5 && (rate.interval.high - 0.60322).abs() < 1e-5);
/// assert!(wilson(0, 0, CONFIDENCE).is_none());
/// ```
pub fn wilson(successes: u32, trials: u32, confidence: f64) -> Option<Measured> {
    if trials == 0 || successes > trials {
        return None;
    }
    let (n, z) = (count(trials), normal_upper(0.5 * (1.0 - confidence)));
    let rate = count(successes) / n;
    let failures = count(trials.saturating_sub(successes)) / n;
    let width = z * libm::sqrt(rate * failures / n + z * z / (4.0 * n * n));
    let middle = rate + z * z / (2.0 * n);
    let scale = 1.0 + z * z / n;
    // What rounding leaves below 0 or above 1 is neither.
    let low = if successes == 0 { 0.0 } else { ((middle - width) / scale).clamp(0.0, rate) };
    let high = if successes == trials { 1.0 } else { ((middle + width) / scale).clamp(rate, 1.0) };
    Some(Measured { value: rate, interval: Interval { low, high } })
}

/// Student's interval for a mean; nothing for less than two customers.
pub fn mean(sample: &Sample, confidence: f64) -> Option<Measured> {
    let error = libm::sqrt(sample.variance()? / count(sample.customers));
    let degrees = count(sample.customers) - 1.0;
    let half = student_upper(0.5 * (1.0 - confidence), degrees) * error;
    Some(around(sample.mean()?, half))
}

fn around(value: f64, half: f64) -> Measured {
    Measured { value, interval: Interval { low: value - half, high: value + half } }
}

/// A difference of two rates with Newcombe's interval.
///
/// ```
/// use nextsale::measure::interval::{CONFIDENCE, newcombe, wilson};
/// // Newcombe (1998), table II, (a): 56/70 against 48/80.
/// let rates = (wilson(56, 70, CONFIDENCE).unwrap(), wilson(48, 80, CONFIDENCE).unwrap());
/// let difference = newcombe(rates.0, rates.1);
/// assert!((difference.interval.low - 0.0524).abs() < 5e-5 && (difference.interval.high - 0.3339).abs() < 5e-5);
/// ```
pub fn newcombe(with: Measured, without: Measured) -> Measured {
    let value = with.value - without.value;
    let (down, up) = margins(with, without);
    Measured {
        value,
        interval: Interval { low: (value - down).clamp(-1.0, value), high: (value + up).clamp(value, 1.0) },
    }
}

/// How far a difference reaches down and up, from the intervals of its two parts (Zou and Donner 2008).
pub fn margins(first: Measured, second: Measured) -> (f64, f64) {
    let down = libm::hypot(first.value - first.interval.low, second.interval.high - second.value);
    let up = libm::hypot(first.interval.high - first.value, second.value - second.interval.low);
    (down, up)
}

/// The spread of a sum or difference of means: its variance, and degrees of freedom by Welch and Satterthwaite.
/// Nothing for less than two customers anywhere, or where nobody differs.
fn spread(samples: &[&Sample]) -> Option<(f64, f64)> {
    let (mut variance, mut weighted) = (0.0, 0.0);
    for sample in samples {
        let part = sample.variance()? / count(sample.customers);
        variance += part;
        weighted += part * part / (count(sample.customers) - 1.0);
    }
    (weighted > 0.0).then(|| (variance, variance * variance / weighted))
}

/// A difference of two means with Welch's interval; nothing for less than two customers on a side, or where nobody
/// differs from anybody.
///
/// ```
/// use nextsale::measure::interval::{CONFIDENCE, welch};
/// use nextsale::measure::sample::Sample;
/// let with = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
/// let without = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.3];
/// let sample = |amounts: [f64; 15]| {
///     let tenths = amounts.map(|amount| (amount * 10.0).round() as i128);
///     Sample { customers: 15, sum: tenths.iter().sum(), squares: tenths.iter().map(|n| n * n).sum(), decimals: 1 }
/// };
/// let difference = welch(&sample(with), &sample(without), CONFIDENCE).unwrap();
/// assert!((difference.value + 2.826666666666667).abs() < 1e-12);
/// assert!((difference.interval.high + 0.7926566005610627).abs() < 1e-12);
/// ```
pub fn welch(with: &Sample, without: &Sample, confidence: f64) -> Option<Measured> {
    let (variance, degrees) = spread(&[with, without])?;
    let half = student_upper(0.5 * (1.0 - confidence), degrees) * libm::sqrt(variance);
    Some(around(with.mean()? - without.mean()?, half))
}

/// How much a difference of means differs between two pairs of samples, with the interval of Welch's kind.
pub fn welch_between(pairs: [[&Sample; 2]; 2], confidence: f64) -> Option<Measured> {
    let [[with, without], [other_with, other_without]] = pairs;
    let (variance, degrees) = spread(&[with, without, other_with, other_without])?;
    let half = student_upper(0.5 * (1.0 - confidence), degrees) * libm::sqrt(variance);
    let value = (with.mean()? - without.mean()?) - (other_with.mean()? - other_without.mean()?);
    Some(around(value, half))
}

/// How many times as large one number is as another, with the interval of Donner and Zou. Nothing where the second
/// can't be told from zero: then no ratio is too large. `with` and `without` are each with its own interval.
pub fn ratio(with: Measured, without: Measured) -> Option<Measured> {
    if without.interval.low <= 0.0 {
        return None;
    }
    let product = with.value * without.value;
    let square = |from: f64, to: f64| from * from - (from - to) * (from - to);
    let root =
        |of_with: f64, of_without: f64| libm::sqrt((product * product - of_with * of_without).max(0.0));
    let (low_with, high_without) =
        (square(with.value, with.interval.low), square(without.value, without.interval.high));
    let (high_with, low_without) =
        (square(with.value, with.interval.high), square(without.value, without.interval.low));
    // The same root of the same equation twice, written so that nothing cancels out.
    let low = match product > 0.0 {
        true => low_with / (product + root(low_with, high_without)),
        false => (product - root(low_with, high_without)) / high_without,
    };
    let high = (product + root(high_with, low_without)) / low_without;
    Some(Measured { value: with.value / without.value, interval: Interval { low, high } })
}

/// The intervals of two means from which `ratio` makes Fieller's: with the degrees of freedom of their difference.
pub fn means_for_ratio(with: &Sample, without: &Sample, confidence: f64) -> Option<(Measured, Measured)> {
    let (_, degrees) = spread(&[with, without])?;
    let t = student_upper(0.5 * (1.0 - confidence), degrees);
    let each = |sample: &Sample| {
        Some(around(sample.mean()?, t * libm::sqrt(sample.variance()? / count(sample.customers))))
    };
    Some((each(with)?, each(without)?))
}
