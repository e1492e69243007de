//! When is a good time: for the customer, on their clock; for us, on ours (GUARD-2, DAY-1)?

use super::Bench;
use crate::plan::holiday::HolidayDate;
pub use crate::value::time::Span;
use crate::value::time::{Date, Hours, MINUTE, Timestamp};
use crate::value::working_days::{Holidays, WorkingDays};
use crate::value::working_time::WorkingTime;
use crate::value::zone::{ZoneName, joined};

/// Our working days: the plan's hours of the week without its breaks, on all days but the holidays of our zone.
///
/// ```
/// # use nextsale::{book::Book, judge::{Bench, schedule::working_days}, plan::built_in};
/// # use nextsale::value::{time::{Date, Timestamp}, zone::Now};
/// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// # let (book, plan) = (Book::default(), built_in::standard().unwrap());
/// # let bench = Bench::new(&book, &plan, &now);
/// let friday = Date::parse("2026-11-27").unwrap();
/// assert_eq!(working_days(&bench).add(friday, 1), Date::parse("2026-11-30"));
/// ```
pub fn working_days(bench: &Bench<'_>) -> WorkingDays {
    let hours = |weekday| bench.plan.day.hours.get(&weekday).cloned().unwrap_or_default();
    let breaks: Vec<Hours> = bench.plan.day.breaks.iter().map(|off| off.hours).collect();
    WorkingDays::new(hours, &breaks, holidays(bench, &bench.now.zone))
}

/// The holidays of a zone.
pub(crate) fn holidays(bench: &Bench<'_>, zone: &ZoneName) -> Holidays {
    let mut holidays = Holidays::default();
    for holiday in bench.plan.holidays.iter().filter(|holiday| holiday.is_in(zone)) {
        match holiday.date {
            HolidayDate::Once(date) => holidays.once.push(date),
            HolidayDate::Yearly { month, day } => holidays.yearly.push((month, day)),
        }
    }
    holidays
}

/// How many working days of ours have begun after the day of one moment, up to that of another: one from a Friday to
/// the Monday after it. Whoever asks often keeps the [`working_days`] and asks them.
///
/// ```
/// # use nextsale::{book::Book, judge::{Bench, schedule::working_days_between}, plan::built_in};
/// # use nextsale::value::{time::Timestamp, zone::Now};
/// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// # let (book, plan) = (Book::default(), built_in::standard().unwrap());
/// # let bench = Bench::new(&book, &plan, &now);
/// let moment = |text| Timestamp::parse_rfc3339(text).unwrap();
/// let (friday, monday) = (moment("2026-11-27T16:00:00Z"), moment("2026-11-30T09:00:00Z"));
/// assert_eq!(working_days_between(&bench, friday, monday), 1);
/// ```
pub fn working_days_between(bench: &Bench<'_>, from: Timestamp, to: Timestamp) -> i64 {
    let day = |at| bench.now.local(&bench.now.zone, at).date;
    working_days(bench).between(day(from), day(to))
}

/// Our working time, on our clocks: working days are those of [`working_days`].
pub fn working_time<'c>(bench: &Bench<'c>, days: &'c WorkingDays) -> WorkingTime<'c> {
    WorkingTime::new(days, &bench.now.zones, &bench.now.zone)
}

/// Our working time of a day as moments, in the order of time.
pub(crate) fn working_of(bench: &Bench<'_>, days: &WorkingDays, date: Date) -> Vec<Span> {
    let (zones, zone) = (&bench.now.zones, &bench.now.zone);
    joined(days.hours(date).iter().flat_map(|hours| zones.spans(zone, date, *hours)).collect())
}

/// That of it which is still ahead.
pub(crate) fn working_ahead(bench: &Bench<'_>, days: &WorkingDays, date: Date) -> Vec<Span> {
    let begin = next_minute(bench.now.at);
    let ahead = working_of(bench, days, date).into_iter();
    let ahead = ahead.map(|span| Span { from: span.from.max(begin), to: span.to });
    ahead.filter(|span| span.from < span.to).collect()
}

/// Nobody plans to the second.
pub(crate) fn next_minute(at: Timestamp) -> Timestamp {
    match at.millis().checked_rem_euclid(MINUTE) {
        None | Some(0) => at,
        Some(beyond) => at.plus(MINUTE.saturating_sub(beyond)),
    }
}
