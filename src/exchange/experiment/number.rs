//! Numbers of an experiment, as whole numbers of their last decimal: sums of them are exact.

use super::super::numbers::{MarkEvidence, decimal};

/// More decimals than these are rounded: what programs write as 29.989999999999998 was 29.99.
pub(super) const MOST_DECIMALS: u32 = 9;

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    /// Where commas separate cells, points separate decimals.
    pub(super) point_is_decimal: bool,
    /// What the cells tell about it elsewhere.
    pub(super) marks: MarkEvidence,
}

/// A decimal number: a whole one, and behind how many decimals its last digit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) whole: i128,
    pub(super) decimals: u32,
}

impl Decimal {
    /// Reads a number: nothing if it is none, or too large to be added up exactly.
    pub(super) fn read(cell: &str, style: Style) -> Option<Decimal> {
        if style.point_is_decimal && cell.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-')) {
            return Decimal::of_digits(cell);
        }
        if cell.contains(['e', 'E']) && cell.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
            return Decimal::of_number(crate::value::number::read(cell)?);
        }
        let (digits, around) = decimal(cell, style.marks).ok()?;
        // A sign or a code of a currency may stand beside it; words make it something else.
        (around.chars().count() <= 3).then(|| Decimal::of_digits(&digits))?
    }

    /// `-12.50`
    fn of_digits(text: &str) -> Option<Decimal> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, written) = digits.split_once('.').unwrap_or((digits, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let some = !whole.is_empty() || !written.is_empty();
        if !some || !digits(whole) || !digits(written) || whole.len() > 24 {
            return None;
        }
        let fraction = written.trim_end_matches('0');
        let most = usize::try_from(MOST_DECIMALS).unwrap_or(usize::MAX);
        let (kept, beyond) = fraction.split_at_checked(most).unwrap_or((fraction, ""));
        let number = format!("0{whole}{kept}").parse::<i128>().ok()?;
        let up = i128::from(beyond.starts_with(['5', '6', '7', '8', '9']));
        let number = number.checked_add(up)?;
        let decimals = u32::try_from(kept.len()).ok()?;
        Some(Decimal { whole: if negative { number.checked_neg()? } else { number }, decimals }.shortened())
    }

    /// A number as programs write it, `1.5e-05`.
    fn of_number(number: f64) -> Option<Decimal> {
        let scaled = crate::value::number::whole(number * 1e9)?;
        Some(Decimal { whole: scaled.into(), decimals: MOST_DECIMALS }.shortened())
    }

    /// Without the zeros at its end.
    fn shortened(mut self) -> Decimal {
        while self.decimals > 0 && self.whole.checked_rem(10) == Some(0) {
            self.whole = self.whole.checked_div(10).unwrap_or(0);
            self.decimals = self.decimals.saturating_sub(1);
        }
        self
    }

    /// The same in units of another decimal; nothing if it doesn't fit.
    pub(super) fn in_units(self, decimals: u32) -> Option<i128> {
        let more = decimals.checked_sub(self.decimals)?;
        self.whole.checked_mul(10_i128.checked_pow(more)?)
    }

    /// The number itself.
    pub(super) fn as_number(self) -> f64 {
        let unit = (0..self.decimals).fold(1.0, |unit, _| unit * 10.0);
        self.whole as f64 / unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_programs_and_people_write_them() {
        let read = |cell: &str, point_is_decimal: bool| {
            let mut marks = MarkEvidence::default();
            marks.see("0,5");
            let style = match point_is_decimal {
                true => Style { point_is_decimal, marks: MarkEvidence::default() },
                false => Style { point_is_decimal, marks },
            };
            Decimal::read(cell, style).map(|decimal| (decimal.whole, decimal.decimals))
        };
        for (cell, expected) in [
            ("0", (0, 0)),
            ("0.0", (0, 0)),
            ("-12.50", (-125, 1)),
            ("29.989999999999998", (2999, 2)),
            ("12.345", (12_345, 3)),
            (".5", (5, 1)),
            ("7.", (7, 0)),
            ("1e-05", (1, 5)),
            ("1.5E3", (1500, 0)),
            ("$1,234.50", (12_345, 1)),
        ] {
            assert_eq!(read(cell, true), Some(expected), "{cell}");
        }
        assert_eq!(read("1.234,5", false), Some((12_345, 1)));
        assert_eq!(read("0,125", false), Some((125, 3)));
        for cell in ["", "-", ".", "1-2", "1.2.3", "twelve", "12 apples", "nan"] {
            assert_eq!(read(cell, true), None, "{cell}");
        }
        assert_eq!(Decimal::read("12.5", Style::default()).unwrap().in_units(3), Some(12_500));
    }
}
