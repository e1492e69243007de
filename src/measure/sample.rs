//! Customers as far as intervals need to know them: how many, the sum of what they did, and the sum of its squares.
//! Both sums are whole numbers, so that they are exact however many customers there are and whoever adds them up.

use crate::value::document::{Fault, FromDocument, Place, Reading, shortened};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// The sums of a number over customers.
///
/// ```
/// use nextsale::measure::sample::Sample;
/// // Three customers spent 0, 0 and 29.99.
/// let sample = Sample { customers: 3, sum: 2999, squares: 2999 * 2999, decimals: 2 };
/// assert!((sample.mean().unwrap() - 9.996_666_666_666_667).abs() < 1e-12);
/// assert!((sample.variance().unwrap() - 299.8000333333333).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sample {
    /// How many customers.
    pub customers: u32,
    /// The sum, in units of the last decimal.
    pub sum: i128,
    /// The sum of the squares, in the square of these units.
    pub squares: i128,
    /// How many decimals the unit has: 2 where the sum is in cents of an amount that is told in euros.
    pub decimals: u32,
}

impl Sample {
    /// What one of them did on average.
    pub fn mean(&self) -> Option<f64> {
        (self.customers > 0).then(|| as_number(self.sum) / f64::from(self.customers) / self.scale())
    }

    /// How much they differ: the sum of squared distances from the mean by one less than there are customers.
    pub fn variance(&self) -> Option<f64> {
        let customers = i128::from(self.customers);
        let (whole, rest) = (self.sum.checked_div(customers)?, self.sum.checked_rem(customers)?);
        // Distances from the whole part of the mean, exact; then what its fraction takes away.
        let distances =
            self.squares.checked_sub(whole.checked_mul(self.sum)?)?.checked_sub(whole.checked_mul(rest)?)?;
        let fraction = as_number(rest);
        let squares = as_number(distances) - fraction * fraction / as_number(customers);
        let others = as_number(customers.checked_sub(1).filter(|others| *others > 0)?);
        Some(squares.max(0.0) / others / (self.scale() * self.scale()))
    }

    /// As many customers who all did the same would tell as much: Kish's effective number, the square of the sum by
    /// the sum of squares. Where few spend anything, and a few of these much, it is far below their number.
    pub fn effective(&self) -> f64 {
        match self.squares {
            0 => 0.0,
            squares => as_number(self.sum) * (as_number(self.sum) / as_number(squares)),
        }
    }

    /// Both together, if they are in the same unit and the sums can be held.
    pub fn plus(&self, other: &Sample) -> Option<Sample> {
        Some(Sample {
            customers: self.customers.checked_add(other.customers)?,
            sum: self.sum.checked_add(other.sum)?,
            squares: self.squares.checked_add(other.squares)?,
            decimals: (self.decimals == other.decimals).then_some(self.decimals)?,
        })
    }

    /// These without those, if they are among them.
    pub fn minus(&self, other: &Sample) -> Option<Sample> {
        Some(Sample {
            customers: self.customers.checked_sub(other.customers)?,
            sum: self.sum.checked_sub(other.sum)?,
            squares: self.squares.checked_sub(other.squares).filter(|squares| *squares >= 0)?,
            decimals: (self.decimals == other.decimals).then_some(self.decimals)?,
        })
    }

    fn scale(&self) -> f64 {
        (0..self.decimals).fold(1.0, |scale, _| scale * 10.0)
    }
}

/// The number nearest to a whole one.
pub(super) fn as_number(whole: i128) -> f64 {
    whole as f64
}

/// A whole number of any size. In JSON: a number where JavaScript holds it exactly, text of its digits beyond.
///
/// ```
/// use nextsale::measure::sample::Whole;
/// use nextsale::value::document::read;
/// let large: Whole = read(r#""9007199254740993""#).unwrap();
/// assert_eq!((large, serde_json::to_string(&large).unwrap().as_str()), (Whole(9007199254740993), r#""9007199254740993""#));
/// assert_eq!(serde_json::to_string(&read::<Whole>("12").unwrap()).unwrap(), "12");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number | string"))]
pub struct Whole(pub i128);

/// What JavaScript holds exactly.
const EXACT: i128 = 9_007_199_254_740_991;

impl FromDocument for Whole {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let whole = match value {
            Value::Number(number) => number.as_i64().map(i128::from).filter(|whole| whole.abs() <= EXACT),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        if whole.is_none() {
            let allowed = "a whole number; beyond 2^53 as text of its digits";
            reading.report(place, Fault::NotAllowed { found: shortened(value) }, allowed);
        }
        whole.map(Whole)
    }
}

impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0) {
            Ok(small) if self.0.abs() <= EXACT => serializer.serialize_i64(small),
            _ => serializer.collect_str(&self.0),
        }
    }
}
