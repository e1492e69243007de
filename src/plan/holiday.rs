//! Days on which nobody works, once or every year.

use crate::value::text::Line;
use crate::value::time::Date;
use crate::value::zone::ZoneName;
use std::fmt;

/// The day of a holiday: `2026-12-25`, or every year `--12-25` (the form that ISO 8601:2000 and vCard have for it).
///
/// ```
/// use nextsale::plan::holiday::HolidayDate;
/// use nextsale::value::time::Date;
/// let christmas = HolidayDate::parse("--12-25").unwrap();
/// assert!(christmas.is_on(Date::parse("2031-12-25").unwrap()));
/// assert!(!HolidayDate::parse("2026-12-25").unwrap().is_on(Date::parse("2031-12-25").unwrap()));
/// assert!(HolidayDate::parse("--02-30").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub enum HolidayDate {
    /// On one day.
    Once(Date),
    /// Every year.
    Yearly {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
}

impl HolidayDate {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "a day like 2026-12-25, or --12-25 for every year";

    /// Reads a day.
    pub fn parse(text: &str) -> Option<HolidayDate> {
        match text.strip_prefix("--") {
            None => Date::parse(text).map(HolidayDate::Once),
            // A leap year has every day that any year has.
            Some(rest) => Date::parse(&format!("2024-{rest}"))
                .map(|date| HolidayDate::Yearly { month: date.month(), day: date.day() }),
        }
    }

    /// Does it fall on this day?
    pub fn is_on(self, date: Date) -> bool {
        match self {
            HolidayDate::Once(once) => once == date,
            HolidayDate::Yearly { month, day } => (date.month(), date.day()) == (month, day),
        }
    }
}

impl fmt::Display for HolidayDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HolidayDate::Once(date) => date.fmt(formatter),
            HolidayDate::Yearly { month, day } => write!(formatter, "--{month:02}-{day:02}"),
        }
    }
}

read_from_text!(HolidayDate);

record! {
    /// A day on which nobody works.
    pub struct Holiday {
        /// Its name.
        pub name: Line,
        /// When it is.
        pub date: HolidayDate,
        /// The time zones in which it is one; none named means everywhere.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ZoneName>>"))]
        pub zones: Vec<ZoneName>,
    }
}

impl Holiday {
    /// Is it one in a zone?
    pub fn is_in(&self, zone: &ZoneName) -> bool {
        self.zones.is_empty() || self.zones.contains(zone)
    }
}
