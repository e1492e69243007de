//! Moments, days and clock times. The engine never reads a clock: moments come in from outside.

use super::document::{FromDocument, Place, Reading, whole_number};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};
use serde_json::Value;
use std::fmt;

/// Milliseconds of a minute.
pub const MINUTE: i64 = 60_000;
/// Milliseconds of an hour.
pub const HOUR: i64 = 3_600_000;
/// Milliseconds of a day of 24 hours.
pub const DAY: i64 = 86_400_000;

const FIRST: i64 = -62_135_596_800_000;
const LAST: i64 = 253_402_300_799_999;

/// A moment: milliseconds since 1970-01-01T00:00Z, within the years 1 to 9999.
///
/// ```
/// use nextsale::value::time::{DAY, Timestamp};
/// let noon = Timestamp::parse_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
/// assert_eq!(noon.to_string(), "2026-11-23T11:00:00Z");
/// assert_eq!(noon.plus(DAY).since(noon), DAY);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "number"))]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The first moment there is.
    pub const EARLIEST: Timestamp = Timestamp(FIRST);
    /// The last moment there is.
    pub const LATEST: Timestamp = Timestamp(LAST);

    /// A moment; nothing outside the years 1 to 9999.
    pub fn from_millis(millis: i64) -> Option<Timestamp> {
        (FIRST..=LAST).contains(&millis).then_some(Timestamp(millis))
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads a moment of RFC 3339.
    pub fn parse_rfc3339(text: &str) -> Option<Timestamp> {
        let moment = chrono::DateTime::parse_from_rfc3339(text).ok()?;
        Timestamp::from_millis(moment.timestamp_millis())
    }

    /// The moment so many milliseconds later, at most the last there is.
    pub fn plus(self, millis: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(millis).clamp(FIRST, LAST))
    }

    /// Milliseconds from an earlier moment to this one.
    pub fn since(self, earlier: Timestamp) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whole days of 24 hours from an earlier moment to this one; 0 if it is not earlier.
    pub fn whole_days_since(self, earlier: Timestamp) -> i64 {
        self.since(earlier).max(0).checked_div(DAY).unwrap_or(0)
    }

    pub(crate) fn utc(self) -> NaiveDateTime {
        chrono::DateTime::from_timestamp_millis(self.0).map(|moment| moment.naive_utc()).unwrap_or_default()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = self.utc();
        let (date, time) = (Date(utc.date()), utc.time());
        write!(formatter, "{date}T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())?;
        match utc.and_utc().timestamp_subsec_millis() {
            0 => formatter.write_str("Z"),
            millis => write!(formatter, ".{millis:03}Z"),
        }
    }
}

impl FromDocument for Timestamp {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        whole_number(value, FIRST..=LAST, place, reading).map(Timestamp)
    }
}

/// A day of the calendar, `2026-11-23`, within the years 1 to 9999.
///
/// ```
/// use nextsale::value::time::{Date, Weekday};
/// let day = Date::parse("2024-02-28").unwrap();
/// assert_eq!(day.plus_days(2).to_string(), "2024-03-01");
/// assert_eq!(day.weekday(), Weekday::Wednesday);
/// assert!(Date::parse("2023-02-29").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "CalendarDate", type = "string"))]
pub struct Date(NaiveDate);

impl Date {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "a day like 2026-11-23";

    /// Reads a day of ISO 8601.
    pub fn parse(text: &str) -> Option<Date> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let mut parts = text.split('-').map(str::parse::<u32>);
        let mut part = || parts.next()?.ok();
        let (year, month, day) = (part()?, part()?, part()?);
        shape.then(|| Date::new(i32::try_from(year).ok()?, month, day))?
    }

    /// A day of year, month (1 to 12) and day of the month; nothing if the calendar has none.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        (1..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day))?.map(Date)
    }

    pub(crate) fn from_chrono(day: NaiveDate) -> Date {
        Date(day)
    }

    pub(crate) fn chrono(self) -> NaiveDate {
        self.0
    }

    /// The day so many days later; the same day where the calendar ends.
    pub fn plus_days(self, days: u32) -> Date {
        self.0
            .checked_add_days(Days::new(u64::from(days)))
            .filter(|day| day.year() <= 9999)
            .map_or(self, Date)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Days since Monday, 1 January of the year 1.
    pub(crate) fn number(self) -> i64 {
        i64::from(self.0.num_days_from_ce()).saturating_sub(1)
    }

    /// The day with a number; the nearest there is where the calendar has none.
    pub(crate) fn of_number(number: i64) -> Date {
        let days = i32::try_from(number.saturating_add(1)).unwrap_or(i32::MAX);
        let date = NaiveDate::from_num_days_from_ce_opt(days.max(1)).map(Date);
        date.filter(|date| date.0.year() <= 9999)
            .or_else(|| Date::new(9999, 12, 31))
            .unwrap_or(Date(NaiveDate::MAX))
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

choice! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

/// A time on the clock, `09:30`; `24:00` is the end of the day.
///
/// ```
/// use nextsale::value::time::ClockTime;
/// assert_eq!(ClockTime::parse("09:30").unwrap().minutes(), 570);
/// assert!(ClockTime::parse("9:30").is_none());
/// assert!(ClockTime::parse("24:01").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct ClockTime(u16);

impl ClockTime {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "a time like 09:30";

    /// The start of the day.
    pub const MIDNIGHT: ClockTime = ClockTime(0);
    /// The end of the day.
    pub const END_OF_DAY: ClockTime = ClockTime(1440);

    /// Reads a time.
    pub fn parse(text: &str) -> Option<ClockTime> {
        let (hours, minutes) = text.split_once(':')?;
        let two_digits = |part: &str| -> Option<u16> {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse().ok())?
        };
        let minutes = two_digits(minutes).filter(|minutes| *minutes < 60)?;
        let all = two_digits(hours)?.checked_mul(60)?.checked_add(minutes)?;
        (all <= 1440).then_some(ClockTime(all))
    }

    /// Minutes since the start of the day, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }

    pub(crate) fn from_minutes(minutes: i64) -> ClockTime {
        ClockTime(u16::try_from(minutes.clamp(0, 1440)).unwrap_or(1440))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = (self.0.div_euclid(60), self.0.rem_euclid(60));
        write!(formatter, "{hours:02}:{minutes:02}")
    }
}

read_from_text!(Date, ClockTime);

/// Time from a moment up to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first moment.
    pub from: Timestamp,
    /// The moment after the last one.
    pub to: Timestamp,
}

impl Span {
    /// How many whole minutes it has.
    pub fn minutes(&self) -> i64 {
        self.to.since(self.from).max(0).checked_div(MINUTE).unwrap_or(0)
    }

    /// Do they have a moment in common?
    pub fn overlaps(&self, other: &Span) -> bool {
        self.from < other.to && other.from < self.to
    }
}

record! {
    /// Hours of a day, from a time up to a later one.
    #[derive(Copy)]
    pub struct Hours {
        /// The first minute.
        pub from: ClockTime,
        /// The minute after the last one.
        pub to: ClockTime,
    }
}

impl Hours {
    /// Is the clock time within these hours? Hours that end before they begin go over midnight.
    ///
    /// ```
    /// use nextsale::value::time::{ClockTime, Hours};
    /// let at = |text| ClockTime::parse(text).unwrap();
    /// let night = Hours { from: at("20:00"), to: at("08:00") };
    /// assert!(night.contains(at("23:00")) && night.contains(at("07:59")) && !night.contains(at("08:00")));
    /// ```
    pub fn contains(&self, time: ClockTime) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }
}
