//! Money: whole minor units of an ISO 4217 currency. Amounts in different currencies never add up.

use super::document::{FromDocument, Place, Reading, whole_number};
use serde_json::Value;
use std::fmt;

/// The largest amount: what JavaScript holds exactly.
pub(crate) const LIMIT: i64 = 9_007_199_254_740_991;

/// An ISO 4217 currency code.
///
/// ```
/// use nextsale::value::money::Currency;
/// assert_eq!(Currency::parse("JPY").unwrap().exponent(), 0);
/// assert_eq!(Currency::parse("EUR").unwrap().exponent(), 2);
/// assert_eq!(Currency::parse("KWD").unwrap().exponent(), 3);
/// assert!(Currency::parse("EURO").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Currency(&'static str);

/// Codes by the number of decimals of their minor unit (ISO 4217, list one).
const CODES: [(u32, &str); 4] = [
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE \
         CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD \
         HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP \
         MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD \
         SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS \
         VED VES WST XCD XCG YER ZAR ZMW ZWG",
    ),
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

impl Currency {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "an ISO 4217 currency code like EUR";

    /// Reads a code; nothing if ISO 4217 doesn't list it.
    pub fn parse(text: &str) -> Option<Currency> {
        CODES.iter().flat_map(|(_, codes)| codes.split(' ')).find(|code| *code == text).map(Currency)
    }

    /// The code.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The number of decimals of the minor unit.
    pub fn exponent(self) -> u32 {
        CODES
            .iter()
            .find(|(_, codes)| codes.split(' ').any(|code| code == self.0))
            .map_or(2, |(exponent, _)| *exponent)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

read_from_text!(Currency);

/// An amount of money in minor units: `{ "minor": 1250, "currency": "EUR" }` is 12.50 euros.
///
/// ```
/// use nextsale::value::money::{Currency, Money};
/// let euro = Currency::parse("EUR").unwrap();
/// let price = Money::new(1250, euro).unwrap();
/// assert_eq!(price.to_string(), "12.50 EUR");
/// assert_eq!(price.plus(price).unwrap().minor, 2500);
/// assert!(price.plus(Money::new(1, Currency::parse("USD").unwrap()).unwrap()).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Money {
    /// Whole minor units (cents), within ±(2^53 − 1).
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// An amount; nothing if it is beyond what JavaScript holds exactly.
    pub fn new(minor: i64, currency: Currency) -> Option<Money> {
        (-LIMIT..=LIMIT).contains(&minor).then_some(Money { minor, currency })
    }

    /// The sum; nothing if the currencies differ or the sum is too large.
    pub fn plus(self, other: Money) -> Option<Money> {
        let same = self.currency == other.currency;
        same.then(|| self.minor.checked_add(other.minor))?.and_then(|minor| Money::new(minor, self.currency))
    }

    /// Reads a decimal number with `.` as decimal mark; digits beyond the minor unit must be zero.
    ///
    /// ```
    /// use nextsale::value::money::{Currency, Money};
    /// let euro = Currency::parse("EUR").unwrap();
    /// assert_eq!(Money::from_decimal("-12.5", euro).unwrap().minor, -1250);
    /// assert_eq!(Money::from_decimal("12.500", euro).unwrap().minor, 1250);
    /// assert!(Money::from_decimal("12.345", euro).is_none());
    /// assert!(Money::from_decimal("1e3", euro).is_none());
    /// ```
    pub fn from_decimal(text: &str, currency: Currency) -> Option<Money> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let decimals = usize::try_from(currency.exponent()).ok()?;
        let (kept, beyond) = fraction.split_at_checked(decimals).unwrap_or((fraction, ""));
        if beyond.bytes().any(|byte| byte != b'0') {
            return None;
        }
        let minor: i64 = format!("{whole}{kept:0<decimals$}").parse().ok()?;
        Money::new(if negative { minor.checked_neg()? } else { minor }, currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::try_from(self.currency.exponent()).unwrap_or(2);
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals.saturating_add(1));
        let (whole, fraction) =
            digits.split_at_checked(digits.len().saturating_sub(decimals)).unwrap_or((&digits, ""));
        let sign = if self.minor < 0 { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        write!(formatter, "{sign}{whole}{point}{fraction} {}", self.currency)
    }
}

/// A part of an amount: `amount · numerator / denominator`, rounded down; nothing of it where the denominator is zero.
///
/// ```
/// use nextsale::value::money::part;
/// assert_eq!((part(100, 1, 3), part(100, 3, 3), part(100, 1, 0)), (33, 100, 0));
/// ```
pub fn part(amount: i64, numerator: i64, denominator: i64) -> i64 {
    let product = i128::from(amount).saturating_mul(numerator.into());
    let quotient = product.checked_div_euclid(denominator.into()).unwrap_or(0);
    i64::try_from(quotient).unwrap_or(0)
}

/// Minor units within what JavaScript holds exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct MinorUnits(pub i64);

impl FromDocument for MinorUnits {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        whole_number(value, -LIMIT..=LIMIT, place, reading).map(MinorUnits)
    }
}

impl FromDocument for Money {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let fields = super::document::object(value, place, reading)?;
        let minor: Option<MinorUnits> = super::document::field(fields, "minor", place, reading);
        let currency: Option<Currency> = super::document::field(fields, "currency", place, reading);
        super::document::unknown_fields(fields, None, &["minor", "currency"], place, reading);
        Some(Money { minor: minor?.0, currency: currency? })
    }
}
