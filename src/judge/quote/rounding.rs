//! Parts of amounts, rounded as the plan says.

use crate::plan::quotes::{QuoteRules, Remainder, Rounded, Rounding};

/// All of it, in basis points.
const WHOLE: i64 = 10_000;

/// How amounts are rounded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    rounding: Rounding,
    rounded: Rounded,
    pub(super) remainder: Remainder,
}

impl Manner {
    pub(super) fn of(rules: &QuoteRules) -> Manner {
        Manner {
            rounding: rules.rounding.unwrap_or(Rounding::HalfAwayFromZero),
            rounded: rules.rounded.unwrap_or(Rounded::Reduction),
            remainder: rules.remainder.unwrap_or(Remainder::LargestRemainder),
        }
    }

    /// So many basis points of an amount.
    pub(super) fn percent(self, amount: i64, basis_points: i64) -> i64 {
        match self.rounded {
            Rounded::Reduction => self.round(amount, basis_points, false),
            Rounded::Price => {
                let kept = WHOLE.saturating_sub(basis_points);
                amount.saturating_sub(self.round(amount, kept, self.rounding == Rounding::AgainstBuyer))
            }
        }
    }

    fn round(self, amount: i64, basis_points: i64, half_up: bool) -> i64 {
        let (quotient, rest) = mul_div(amount, basis_points, WHOLE);
        let up = match (rest.saturating_mul(2), self.rounding) {
            (twice, _) if twice != WHOLE => twice > WHOLE,
            (_, Rounding::HalfAwayFromZero) => true,
            (_, Rounding::HalfEven) => quotient & 1 == 1,
            (_, Rounding::HalfDown) => false,
            (_, Rounding::AgainstBuyer) => half_up,
        };
        quotient.saturating_add(up.into())
    }
}

/// `a · b / c` rounded down, and what is left, exactly. All are at least zero; nothing where `c` is zero.
pub(super) fn mul_div(a: i64, b: i64, c: i64) -> (i64, i64) {
    if let Some(product) = a.checked_mul(b) {
        return (product.checked_div(c).unwrap_or(0), product.checked_rem(c).unwrap_or(0));
    }
    let product = i128::from(a).saturating_mul(b.into());
    let narrow = |wide: Option<i128>| wide.and_then(|wide| i64::try_from(wide).ok()).unwrap_or(0);
    (narrow(product.checked_div(c.into())), narrow(product.checked_rem(c.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manner(rounding: Rounding, rounded: Rounded) -> Manner {
        Manner { rounding, rounded, remainder: Remainder::LargestRemainder }
    }

    #[test]
    fn halves_go_where_the_plan_says() {
        use Rounding::{AgainstBuyer, HalfAwayFromZero, HalfDown, HalfEven};
        let off =
            |rounding, rounded| [5, 15, 25].map(|amount| manner(rounding, rounded).percent(amount, 1000));
        assert_eq!(off(HalfAwayFromZero, Rounded::Reduction), [1, 2, 3]);
        assert_eq!(off(HalfEven, Rounded::Reduction), [0, 2, 2]);
        assert_eq!(off(HalfDown, Rounded::Reduction), [0, 1, 2]);
        assert_eq!(off(AgainstBuyer, Rounded::Reduction), [0, 1, 2]);
        // What is left is 4.5, 13.5 and 22.5.
        assert_eq!(off(HalfAwayFromZero, Rounded::Price), [0, 1, 2]);
        assert_eq!(off(HalfEven, Rounded::Price), [1, 1, 3]);
        assert_eq!(off(HalfDown, Rounded::Price), [1, 2, 3]);
        assert_eq!(off(AgainstBuyer, Rounded::Price), [0, 1, 2]);
    }

    #[test]
    fn the_largest_amounts_are_exact() {
        let largest = 9_007_199_254_740_991;
        assert_eq!(manner(Rounding::HalfDown, Rounded::Reduction).percent(largest, WHOLE), largest);
        assert_eq!(manner(Rounding::HalfEven, Rounded::Price).percent(largest, 1), 900_719_925_474);
        assert_eq!(mul_div(largest, largest, largest), (largest, 0));
        assert_eq!(mul_div(largest, largest - 1, largest), (largest - 1, 0));
        assert_eq!(mul_div(3, 3, 0), (0, 0));
    }
}
