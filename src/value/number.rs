//! Numbers that are no money: rounding and shares, the same to the bit on every machine.

/// The whole number nearest to `number`, halves away from zero; the nearest there is if it is out of range.
///
/// ```
/// use nextsale::value::number::nearest;
/// assert_eq!((nearest(2.5), nearest(-2.5), nearest(2.4)), (3, -3, 2));
/// assert_eq!((nearest(1e300), nearest(f64::NAN)), (i32::MAX, 0));
/// ```
#[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates, which is what is wanted")]
pub fn nearest(number: f64) -> i32 {
    libm::round(number) as i32
}

/// The whole number nearest to a larger one, halves away from zero; nothing beyond what JavaScript holds exactly.
///
/// ```
/// use nextsale::value::number::whole;
/// assert_eq!((whole(-2e12 - 0.5), whole(1e16), whole(f64::NAN)), (Some(-2_000_000_000_001), None, None));
/// ```
#[expect(clippy::cast_possible_truncation, reason = "what is out of range is left out before")]
pub fn whole(number: f64) -> Option<i64> {
    (number.abs() <= 9_007_199_254_740_991.0).then(|| libm::round(number) as i64)
}

/// What is left of `amount` after `age` when half of it is gone after `half_life`:
/// `amount · 2^(−age / half_life)`, the law of exponential decay. Age is at least zero.
///
/// ```
/// use nextsale::value::number::decayed;
/// assert_eq!(decayed(20.0, 14.0, 7.0), 5.0);
/// assert_eq!(decayed(20.0, -3.0, 7.0), 20.0);
/// ```
pub fn decayed(amount: f64, age: f64, half_life: f64) -> f64 {
    amount * libm::exp2(-age.max(0.0) / half_life)
}

/// A count as a number that fits into 32 bits.
pub(crate) fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// An index as a number that can be ranked by.
pub(crate) fn index(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

/// A number as text, in the shortest form that reads back as the same number.
///
/// ```
/// use nextsale::value::number::plain;
/// assert_eq!((plain(20.0).as_str(), plain(0.1).as_str()), ("20", "0.1"));
/// ```
pub fn plain(number: f64) -> String {
    let text = serde_json::Number::from_f64(number).map(|number| number.to_string()).unwrap_or_default();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Reads a plain decimal number, `-12.5`.
///
/// ```
/// use nextsale::value::number::read;
/// assert_eq!((read("-12.5"), read("12,5"), read("")), (Some(-12.5), None, None));
/// ```
pub fn read(text: &str) -> Option<f64> {
    serde_json::from_str(text).ok()
}
