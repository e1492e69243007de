//! Dates and moments as systems and people write them.

use super::clock::time_part;
use super::request::DateOrder;
use super::words::CellTrouble;
use crate::value::time::{ClockTime, DAY, Date, Timestamp};
use crate::value::zone::Now;

/// A date as it was written: with or without a time, with or without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day(Date),
    /// On the clocks of whoever imports.
    Local(Date, ClockTime),
    /// A moment, and the day that it has in its own zone.
    Moment(Timestamp, Date),
}

impl Written {
    /// The moment; of a day its beginning.
    pub(super) fn moment(self, now: &Now) -> Timestamp {
        match self {
            Written::Day(date) => now.start_of(&now.zone, date),
            Written::Local(date, time) => now.zones.resolve(&now.zone, date, time).earliest(),
            Written::Moment(moment, _) => moment,
        }
    }

    /// The day. Midnight of UTC is how systems write a day without a time.
    pub(super) fn day(self, now: &Now) -> Date {
        match self {
            Written::Day(date) | Written::Local(date, _) => date,
            Written::Moment(moment, own) if moment.millis().checked_rem(DAY) == Some(0) => own,
            Written::Moment(moment, _) => now.local(&now.zone, moment).date,
        }
    }
}

/// What the cells of a column tell about the order of day and month.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct OrderEvidence {
    day_first: bool,
    month_first: bool,
}

impl OrderEvidence {
    /// Takes another cell into account.
    pub(super) fn see(&mut self, cell: &str) {
        let Some((first, second, separator)) = two_small_numbers(cell) else { return };
        self.day_first |= (13..=31).contains(&first) && second <= 12 || separator == '.';
        self.month_first |= (13..=31).contains(&second) && first <= 12 && separator != '.';
    }

    /// Takes what other columns tell into account.
    pub(super) fn with(self, other: OrderEvidence) -> OrderEvidence {
        OrderEvidence {
            day_first: self.day_first || other.day_first,
            month_first: self.month_first || other.month_first,
        }
    }

    /// The order, if the cells agree on one.
    pub(super) fn order(self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// The first two numbers of a date that begins with a day or a month.
fn two_small_numbers(cell: &str) -> Option<(u32, u32, char)> {
    let cell = cell.trim();
    let separator = cell.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = cell.split(separator);
    let mut small = || parts.next().filter(|part| (1..=2).contains(&part.len()))?.parse::<u32>().ok();
    let (first, second) = (small()?, small()?);
    let third = parts.next()?;
    let year = third.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    (matches!(separator, '/' | '.' | '-') && matches!(year.len(), 2 | 4))
        .then_some((first, second, separator))
}

/// Reads a date.
pub(super) fn read(cell: &str, order: Option<DateOrder>) -> Result<Written, CellTrouble> {
    let cell = cell.trim();
    if cell.len() > 60 {
        return Err(CellTrouble::NotADate);
    }
    if let Some(number) = plain_number(cell) {
        return number;
    }
    let (date, rest) = date_part(cell, order)?;
    time_part(rest, date).ok_or(CellTrouble::NotADate)
}

/// Spreadsheets' serial days, `20261123`, and seconds or milliseconds since 1970.
fn plain_number(cell: &str) -> Option<Result<Written, CellTrouble>> {
    let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    let written = match whole.len() {
        5 => serial_day(number, fraction),
        8 if fraction.is_empty() => Date::parse(&format!(
            "{}-{}-{}",
            cell.get(..4).unwrap_or_default(),
            cell.get(4..6).unwrap_or_default(),
            cell.get(6..).unwrap_or_default()
        ))
        .map(Written::Day),
        10 => Timestamp::from_millis(number.saturating_mul(1000)).map(own_utc),
        13 => Timestamp::from_millis(number).map(own_utc),
        _ => None,
    };
    Some(written.ok_or(CellTrouble::NotADate))
}

fn own_utc(moment: Timestamp) -> Written {
    Written::Moment(moment, Date::from_chrono(moment.utc().date()))
}

/// Day 1 is the first of 1900, and a day that never was, the 29th of February 1900, is counted.
fn serial_day(days: i64, fraction: &str) -> Option<Written> {
    let base = Date::new(1899, 12, 30)?;
    let date = base.plus_days(u32::try_from(days).ok().filter(|days| (20_000..=80_000).contains(days))?);
    if fraction.is_empty() || fraction.bytes().all(|byte| byte == b'0') {
        return Some(Written::Day(date));
    }
    let part = crate::value::number::read(&format!("0.{fraction}"))?;
    let minutes = (0_u16..1440).rev().find(|minutes| f64::from(*minutes) <= part * 1440.0 + 0.5)?;
    Some(Written::Local(date, ClockTime::from_minutes(i64::from(minutes))))
}

/// The date at the start of a cell, and what follows it.
fn date_part(cell: &str, order: Option<DateOrder>) -> Result<(Date, &str), CellTrouble> {
    let mut rest = cell;
    let mut parts: [Part; 3] = [Part::default(); 3];
    let mut first_separator = None;
    for part in &mut parts {
        let trimmed =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ','));
        if first_separator.is_none() && rest.len() < cell.len() {
            first_separator = rest.chars().next();
        }
        let (found, after) = next_part(trimmed).ok_or(CellTrouble::NotADate)?;
        // A weekday may stand in front.
        (*part, rest) = match found {
            Part::Weekday => {
                let trimmed = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.'));
                next_part(trimmed).ok_or(CellTrouble::NotADate)?
            }
            found => (found, after),
        };
    }
    let date = date_of(parts, first_separator, order)?;
    Ok((date, rest))
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    Weekday,
    Number {
        value: u32,
        digits: usize,
    },
    Month(u32),
}

fn next_part(text: &str) -> Option<(Part, &str)> {
    let length = |is: fn(char) -> bool| text.find(|c: char| !is(c)).unwrap_or(text.len());
    let digits = length(|c| c.is_ascii_digit());
    if digits > 0 {
        let (number, rest) = text.split_at_checked(digits)?;
        let rest =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
        return Some((Part::Number { value: number.parse().ok()?, digits }, rest));
    }
    let (word, rest) = text.split_at_checked(length(char::is_alphabetic))?;
    let word = word.to_lowercase();
    if let Some(month) = month(&word) {
        return Some((Part::Month(month), rest));
    }
    const WEEKDAYS: [&str; 14] =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so"];
    let is_weekday = WEEKDAYS.iter().any(|day| word == *day || (day.len() == 3 && word.starts_with(day)));
    is_weekday.then_some((Part::Weekday, rest))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "januar", "janvier", "enero"],
        &["february", "februar", "février", "fevrier", "febrero"],
        &["march", "märz", "mrz", "mars", "marzo"],
        &["april", "avril", "abril"],
        &["may", "mai", "mayo"],
        &["june", "juni", "juin", "junio"],
        &["july", "juli", "juillet", "julio"],
        &["august", "août", "aout", "agosto"],
        &["september", "septembre", "septiembre", "sept"],
        &["october", "oktober", "octobre", "octubre"],
        &["november", "novembre", "noviembre"],
        &["december", "dezember", "décembre", "decembre", "diciembre"],
    ];
    let fits = |name: &&str| *name == word || (word.chars().count() == 3 && name.starts_with(word));
    let found = MONTHS.iter().position(|names| names.iter().any(fits))?;
    u32::try_from(found.saturating_add(1)).ok()
}

fn date_of(parts: [Part; 3], separator: Option<char>, order: Option<DateOrder>) -> Result<Date, CellTrouble> {
    use Part::{Month, Number};
    let made = |year: i32, month: u32, day: u32| Date::new(year, month, day).ok_or(CellTrouble::NotADate);
    match parts {
        [Number { value: y, digits: 4 }, Number { value: m, .. }, Number { value: d, .. }] => {
            made(year(y, 4)?, m, d)
        }
        [Number { value, digits: 4 }, Month(month), Number { value: day, .. }] => {
            made(year(value, 4)?, month, day)
        }
        [Number { value: day, .. }, Month(month), Number { value, digits }]
        | [Month(month), Number { value: day, .. }, Number { value, digits }] => {
            made(year(value, digits)?, month, day)
        }
        [Number { value: a, .. }, Number { value: b, .. }, Number { value, digits }] => {
            let year = year(value, digits)?;
            let order = match (a > 12, b > 12) {
                _ if separator == Some('.') => Some(DateOrder::DayFirst),
                (true, _) => Some(DateOrder::DayFirst),
                (_, true) => Some(DateOrder::MonthFirst),
                _ if a == b => Some(DateOrder::DayFirst),
                _ => order,
            };
            match order {
                Some(DateOrder::DayFirst) => made(year, b, a),
                Some(DateOrder::MonthFirst) => made(year, a, b),
                None => Err(CellTrouble::DateBothWays),
            }
        }
        _ => Err(CellTrouble::NotADate),
    }
}

/// Years of two digits are those from 1970 to 2069.
fn year(value: u32, digits: usize) -> Result<i32, CellTrouble> {
    let value = match (digits, value) {
        (4, _) => value,
        (2, 0..=69) => value.saturating_add(2000),
        (2, _) => value.saturating_add(1900),
        _ => return Err(CellTrouble::NotADate),
    };
    i32::try_from(value).map_err(|_| CellTrouble::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(cell: &str) -> String {
        match read(cell, None) {
            Ok(Written::Day(date)) => date.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn reads_days() {
        for cell in [
            "2026-11-23",
            "23.11.2026",
            "23.11.26",
            "11/23/2026",
            "23/11/2026",
            "Nov 23, 2026",
            "23 November 2026",
            "23-Nov-2026",
            "Monday, November 23, 2026",
            "2026/11/23",
            "20261123",
            "46349",
            "23. November 2026",
            "November 23rd, 2026",
            "Mon 23 Nov 2026",
        ] {
            assert_eq!(day(cell), "2026-11-23", "{cell}");
        }
        for cell in [
            "",
            "soon",
            "2026-02-30",
            "31/31/2026",
            "1/2",
            "12",
            "2026",
            "23.11.",
            "x2026-11-23",
            "2026-11-23 maybe",
            "99999",
        ] {
            assert_eq!(read(cell, None), Err(CellTrouble::NotADate), "{cell}");
        }
    }

    #[test]
    fn reads_moments() {
        let moment = |cell: &str| match read(cell, None).unwrap() {
            Written::Moment(moment, _) => moment.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(moment("2006-06-15T20:47:07.000Z"), "2006-06-15T20:47:07Z");
        assert_eq!(moment("2010-10-14T12:00:00.000Z-0300"), "2010-10-14T15:00:00Z");
        assert_eq!(moment("2010-10-14T12:00:00.000+0000"), "2010-10-14T12:00:00Z");
        assert_eq!(moment("2010-10-14 12:00:00 +02:00"), "2010-10-14T10:00:00Z");
        assert_eq!(moment("1795312345678"), "2026-11-22T01:52:25.678Z");
        let local = |cell: &str| match read(cell, None).unwrap() {
            Written::Local(date, time) => format!("{date} {time}"),
            other => format!("{other:?}"),
        };
        assert_eq!(local("2023-02-06 06:30"), "2023-02-06 06:30");
        assert_eq!(local("02/13/2023 6:30 PM"), "2023-02-13 18:30");
        assert_eq!(local("46349.5"), "2026-11-23 12:00");
    }

    #[test]
    fn day_and_month_follow_the_column() {
        assert_eq!(read("03/04/2026", None), Err(CellTrouble::DateBothWays));
        let mut evidence = OrderEvidence::default();
        evidence.see("03/04/2026");
        assert_eq!(evidence.order(), None);
        evidence.see("25/04/2026");
        assert_eq!(evidence.order(), Some(DateOrder::DayFirst));
        assert_eq!(
            read("03/04/2026", evidence.order())
                .map(|w| matches!(w, Written::Day(d) if d.to_string() == "2026-04-03")),
            Ok(true)
        );
        evidence.see("04/25/2026");
        assert_eq!(evidence.order(), None);
    }
}
