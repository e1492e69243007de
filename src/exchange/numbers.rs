//! Numbers and amounts as people write them: `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`, `(12)`, `€ 5`.

use super::words::CellTrouble;
use crate::value::money::{Currency, Money};

/// What separates the whole units from the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecimalMark {
    Point,
    Comma,
}

/// What the cells of a column tell about the marks in its numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MarkEvidence {
    point_is_decimal: bool,
    comma_is_decimal: bool,
}

impl MarkEvidence {
    /// Takes another cell into account.
    pub(super) fn see(&mut self, cell: &str) {
        let (digits, _) = bare(cell);
        match (digits.rfind('.'), digits.rfind(',')) {
            (Some(point), Some(comma)) => self.decimal(if point > comma { '.' } else { ',' }),
            (Some(_), None) => self.see_one_kind(&digits, '.'),
            (None, Some(_)) => self.see_one_kind(&digits, ','),
            (None, None) => {}
        }
    }

    fn see_one_kind(&mut self, digits: &str, mark: char) {
        let other = if mark == '.' { ',' } else { '.' };
        match digits.matches(mark).count() {
            1 if !could_group(digits, mark) => self.decimal(mark),
            1 => {}
            // Repeated, it groups thousands, so that the other one is the decimal mark.
            _ => self.decimal(other),
        }
    }

    fn decimal(&mut self, mark: char) {
        match mark {
            '.' => self.point_is_decimal = true,
            _ => self.comma_is_decimal = true,
        }
    }

    fn mark(self) -> Result<Option<DecimalMark>, CellTrouble> {
        match (self.point_is_decimal, self.comma_is_decimal) {
            (true, true) => Err(CellTrouble::AmountBothWays),
            (true, false) => Ok(Some(DecimalMark::Point)),
            (false, true) => Ok(Some(DecimalMark::Comma)),
            (false, false) => Ok(None),
        }
    }
}

/// Could a single mark group thousands, as in `1,234`?
fn could_group(digits: &str, mark: char) -> bool {
    let Some((whole, rest)) = digits.split_once(mark) else { return false };
    let whole = whole.trim_start_matches('-');
    rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
}

/// The digits, marks and sign of a cell, and the letters and symbols around them.
fn bare(cell: &str) -> (String, String) {
    let mut digits = String::new();
    let mut around = String::new();
    let cell = cell.trim();
    // “5,-” is how whole amounts are priced in some countries.
    let cell = cell.strip_suffix(",-").or_else(|| cell.strip_suffix(",–")).unwrap_or(cell);
    let negative = cell.starts_with('(') && cell.ends_with(')');
    for c in cell.chars() {
        match c {
            '0'..='9' | '.' | ',' => digits.push(c),
            '-' | '\u{2212}' => digits.push('-'),
            _ if c.is_whitespace() || matches!(c, '\'' | '\u{2019}' | '(' | ')' | '+') => {}
            _ => around.push(c),
        }
    }
    let dashes = digits.matches('-').count();
    let mut digits = digits.replace('-', "");
    if negative || dashes == 1 {
        digits.insert(0, '-');
    }
    (digits, around)
}

/// A decimal number as digits with a point.
pub(super) fn decimal(cell: &str, evidence: MarkEvidence) -> Result<(String, String), CellTrouble> {
    let (digits, around) = bare(cell);
    let cell = cell.trim();
    let cell = cell.strip_suffix(",-").unwrap_or(cell);
    let inner = cell.trim_start_matches(|c: char| !c.is_ascii_digit());
    let lone_dashes = inner.trim_end_matches(['-', '\u{2212}']).contains(['-', '\u{2212}']);
    if !digits.contains(|c: char| c.is_ascii_digit()) || lone_dashes {
        return Err(CellTrouble::NotAnAmount);
    }
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let plain = match (points, commas) {
        (0, 0) => digits,
        (1.., 1..) => both_marks(&digits)?,
        (1, 0) | (0, 1) => single_mark(&digits, if points == 1 { '.' } else { ',' }, evidence)?,
        _ => grouped(&digits, if points > 0 { '.' } else { ',' })?,
    };
    Ok((plain, around))
}

fn both_marks(digits: &str) -> Result<String, CellTrouble> {
    let point_last = digits.rfind('.') > digits.rfind(',');
    let (group, mark) = if point_last { (',', '.') } else { ('.', ',') };
    let (whole, fraction) = digits.rsplit_once(mark).ok_or(CellTrouble::NotAnAmount)?;
    if whole.contains(mark) {
        return Err(CellTrouble::NotAnAmount);
    }
    Ok(format!("{}.{fraction}", grouped(whole, group)?))
}

fn single_mark(digits: &str, mark: char, evidence: MarkEvidence) -> Result<String, CellTrouble> {
    let is_decimal = if could_group(digits, mark) {
        // Money has two decimals more often than three, so three digits are thousands unless the column says no.
        let decimal = evidence.mark()?;
        decimal == Some(if mark == '.' { DecimalMark::Point } else { DecimalMark::Comma })
    } else {
        true
    };
    let (whole, rest) = digits.split_once(mark).ok_or(CellTrouble::NotAnAmount)?;
    Ok(match (is_decimal, whole) {
        (true, "" | "-") => format!("{whole}0.{rest}"),
        (true, _) => format!("{whole}.{rest}"),
        (false, _) => format!("{whole}{rest}"),
    })
}

fn grouped(digits: &str, group: char) -> Result<String, CellTrouble> {
    let mut parts = digits.split(group);
    let first = parts.next().unwrap_or_default();
    // Indian amounts group by two before the last three.
    let sound = parts.clone().all(|part| part.len() == 3 || part.len() == 2)
        && parts.clone().next_back().is_none_or(|part| part.len() == 3)
        && !first.trim_start_matches('-').is_empty();
    if !sound {
        return Err(CellTrouble::NotAnAmount);
    }
    Ok(format!("{first}{}", parts.collect::<String>()))
}

/// An amount read from a cell; `trouble` if it had to be rounded.
pub(super) struct Amount {
    pub(super) money: Money,
    pub(super) trouble: Option<CellTrouble>,
}

/// Reads an amount. A currency in the cell goes before the one given.
pub(super) fn amount(cell: &str, currency: Currency, evidence: MarkEvidence) -> Result<Amount, CellTrouble> {
    let (digits, around) = decimal(cell, evidence)?;
    let currency = currency_in(&around, currency).ok_or(CellTrouble::NotAnAmount)?;
    money(&digits, currency)
}

/// Reads an amount in millionths of the currency.
pub(super) fn micros(cell: &str, currency: Currency) -> Result<Amount, CellTrouble> {
    let millionths: i64 = cell.trim().parse().map_err(|_| CellTrouble::NotAnAmount)?;
    let whole = millionths.unsigned_abs().checked_div(1_000_000).unwrap_or(0);
    let fraction = millionths.unsigned_abs().checked_rem(1_000_000).unwrap_or(0);
    let sign = if millionths < 0 { "-" } else { "" };
    money(&format!("{sign}{whole}.{fraction:06}"), currency)
}

fn money(digits: &str, currency: Currency) -> Result<Amount, CellTrouble> {
    if let Some(money) = Money::from_decimal(digits, currency) {
        return Ok(Amount { money, trouble: None });
    }
    // Finer than the minor unit: rounded to the nearest, halves away from zero.
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let decimals = usize::try_from(currency.exponent()).unwrap_or(2);
    let Some((kept, beyond)) = fraction.split_at_checked(decimals) else { return Err(CellTrouble::TooLarge) };
    let cut = Money::from_decimal(&format!("{whole}.{kept}"), currency).ok_or(CellTrouble::TooLarge)?;
    let up = beyond.starts_with(['5', '6', '7', '8', '9']);
    let step = if digits.starts_with('-') { -1 } else { 1 };
    let minor = if up { cut.minor.saturating_add(step) } else { cut.minor };
    let money = Money::new(minor, currency).ok_or(CellTrouble::TooLarge)?;
    Ok(Amount { money, trouble: Some(CellTrouble::Rounded { to: money.to_string() }) })
}

/// The currency that symbols and letters beside a number name: the given one if there are none, nothing if they
/// are something else.
fn currency_in(around: &str, given: Currency) -> Option<Currency> {
    let dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"];
    let yuan = ["JPY", "CNY"];
    let own = |family: &[&str], usual: &str| {
        if family.contains(&given.as_str()) { Some(given) } else { Currency::parse(usual) }
    };
    match around.trim_matches(['.', '-']) {
        "" => Some(given),
        "€" | "Euro" | "euro" => Currency::parse("EUR"),
        "$" => own(&dollars, "USD"),
        "US$" => Currency::parse("USD"),
        "£" => own(&["GBP", "EGP", "GIP"], "GBP"),
        "¥" | "￥" => own(&yuan, "JPY"),
        "₹" | "Rs" => Currency::parse("INR"),
        "R$" => Currency::parse("BRL"),
        "zł" => Currency::parse("PLN"),
        "₺" => Currency::parse("TRY"),
        "₩" => Currency::parse("KRW"),
        "kr" => own(&["SEK", "NOK", "DKK", "ISK"], "SEK"),
        "Fr" => Currency::parse("CHF"),
        code => Currency::parse(&code.to_uppercase()).or_else(|| {
            let plain: String = code.chars().filter(char::is_ascii_alphabetic).collect();
            Currency::parse(&plain.to_uppercase())
        }),
    }
}

/// A number that text can become and come back from unchanged, apart from zeros at the end of its fraction.
pub(super) fn lossless(cell: &str) -> Option<f64> {
    let plain = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    let many = whole.len().saturating_add(fraction.len()) > 16 || whole.len() > 11;
    if !digits(whole) || !digits(fraction) || leading_zero || many || cell == "-0" {
        return None;
    }
    crate::value::number::read(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro() -> Currency {
        Currency::parse("EUR").unwrap()
    }

    fn minor(cell: &str) -> Result<i64, CellTrouble> {
        amount(cell, euro(), MarkEvidence::default()).map(|amount| amount.money.minor)
    }

    #[test]
    fn reads_amounts_as_people_write_them() {
        for cell in [
            "1234.50",
            "1,234.50",
            "1.234,50",
            "1 234,50",
            "1'234.50",
            "€1,234.50",
            "1.234,50 €",
            "EUR 1234,5",
            "1\u{a0}234,50",
            "+1234.5",
        ] {
            assert_eq!(minor(cell), Ok(123_450), "{cell}");
        }
        for (cell, expected) in [
            ("-12", -1200),
            ("(12.00)", -1200),
            ("12-", -1200),
            ("1,234,567", 123_456_700),
            ("12,34,567.5", 123_456_750),
            (".5", 50),
            ("500000.0", 50_000_000),
            ("5,-", 500),
        ] {
            assert_eq!(minor(cell), Ok(expected), "{cell}");
        }
        for cell in ["", "abc", "1-2", "1.2.3", "12 apples", "2026-11-23"] {
            assert_eq!(minor(cell), Err(CellTrouble::NotAnAmount), "{cell}");
        }
    }

    #[test]
    fn currencies_in_cells_go_first() {
        let found =
            |cell: &str| amount(cell, euro(), MarkEvidence::default()).unwrap().money.currency.as_str();
        assert_eq!((found("$5"), found("£5"), found("5 CHF"), found("5")), ("USD", "GBP", "CHF", "EUR"));
        let cad = Currency::parse("CAD").unwrap();
        assert_eq!(amount("$5", cad, MarkEvidence::default()).unwrap().money.currency, cad);
    }

    #[test]
    fn a_column_tells_thousands_from_decimals() {
        let read = |cells: &[&str]| {
            let mut evidence = MarkEvidence::default();
            cells.iter().for_each(|cell| evidence.see(cell));
            cells.iter().map(|cell| amount(cell, euro(), evidence).map(|a| a.money.minor)).collect::<Vec<_>>()
        };
        assert_eq!(read(&["1.500", "2.000,50"]), [Ok(150_000), Ok(200_050)]);
        assert_eq!(read(&["1.500", "2.25"]), [Ok(150), Ok(225)]);
        assert_eq!(read(&["1,500"]), [Ok(150_000)]);
        assert_eq!(read(&["1.500", "2.25", "3,75"]).first(), Some(&Err(CellTrouble::AmountBothWays)));
    }

    #[test]
    fn rounds_aloud() {
        let amount =
            amount("12.345", euro(), MarkEvidence { point_is_decimal: true, comma_is_decimal: false })
                .unwrap();
        assert_eq!((amount.money.minor, amount.trouble.is_some()), (1235, true));
        assert_eq!(micros("-1500000", euro()).unwrap().money.minor, -150);
    }

    #[test]
    fn keeps_what_is_not_a_number_as_text() {
        for cell in ["007", "1e5", "12345678901234567", "+5", "1,5", "", "-", "."] {
            assert_eq!(lossless(cell), None, "{cell}");
        }
        assert_eq!(
            (lossless("0"), lossless("-1.50"), lossless("1100.04")),
            (Some(0.0), Some(-1.5), Some(1100.04))
        );
    }
}
