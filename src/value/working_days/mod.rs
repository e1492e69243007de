//! Working days of a calendar: hours of the week, breaks, holidays. Everything is counted by arithmetic: whole weeks,
//! whole years of holidays, and a remainder, so that ten years cost no more than a day.

mod tally;

use crate::value::order::ranked;
use crate::value::time::{ClockTime, Date, Hours, Weekday};
use std::collections::BTreeSet;
use tally::{Tally, nth};

/// The days of a week, Monday first.
const WEEK: usize = 7;

/// When work is done: hours of each day of the week, on all days but holidays.
///
/// ```
/// use nextsale::value::time::{ClockTime, Date, Hours, Weekday};
/// use nextsale::value::working_days::{Holidays, WorkingDays};
/// let (nine, five) = (ClockTime::parse("09:00").unwrap(), ClockTime::parse("17:00").unwrap());
/// let office = |weekday| match weekday {
///     Weekday::Saturday | Weekday::Sunday => vec![],
///     _ => vec![Hours { from: nine, to: five }],
/// };
/// let christmas = Holidays { once: vec![], yearly: vec![(12, 25), (12, 26)] };
/// let days = WorkingDays::new(office, &[], christmas);
/// let date = |text| Date::parse(text).unwrap();
/// assert_eq!(days.add(date("2025-12-24"), 1), Some(date("2025-12-29")));
/// assert_eq!(days.between(date("2025-12-24"), date("2025-12-29")), 1);
/// assert_eq!(days.between(date("2025-12-24"), date("2035-12-24")), 2594);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct WorkingDays {
    week: [Vec<Hours>; WEEK],
    yearly: Vec<(u32, u32)>,
    once: Vec<i64>,
    days: Tally,
    minutes: Tally,
}

/// Days on which nobody works.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Single days.
    pub once: Vec<Date>,
    /// Month and day of those of every year. One on 29 February is in leap years alone.
    pub yearly: Vec<(u32, u32)>,
}

impl WorkingDays {
    /// A calendar of the hours of each day of the week, without breaks and holidays. Hours that overlap are joined;
    /// those that end before they begin count for nothing.
    pub fn new(hours: impl Fn(Weekday) -> Vec<Hours>, breaks: &[Hours], holidays: Holidays) -> WorkingDays {
        let mut week: [Vec<Hours>; WEEK] = Default::default();
        for (day, weekday) in week.iter_mut().zip(Weekday::ALL) {
            *day = without(joined(hours(*weekday)), breaks);
        }
        let minutes = |hours: &Vec<Hours>| hours.iter().map(length).fold(0, i64::saturating_add);
        let mut of = [0; WEEK];
        for (of, hours) in of.iter_mut().zip(&week) {
            *of = minutes(hours);
        }
        let yearly: Vec<(u32, u32)> =
            holidays.yearly.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let once = holidays.once.iter().filter(|date| !yearly.contains(&(date.month(), date.day())));
        let once: Vec<i64> = once.map(|date| date.number()).collect::<BTreeSet<_>>().into_iter().collect();
        WorkingDays {
            days: Tally::new(of.map(|minutes| minutes.min(1)), &yearly, &once),
            minutes: Tally::new(of, &yearly, &once),
            week,
            yearly,
            once,
        }
    }

    /// Does anybody work on this day?
    pub fn is_working(&self, date: Date) -> bool {
        !self.hours(date).is_empty()
    }

    /// The working hours of a day, none of which touches another; none on a holiday.
    pub fn hours(&self, date: Date) -> &[Hours] {
        let hours = nth(&self.week, date.number()).map(Vec::as_slice).unwrap_or_default();
        if hours.is_empty() || self.is_holiday(date) { &[] } else { hours }
    }

    /// Is it one of the holidays?
    pub fn is_holiday(&self, date: Date) -> bool {
        self.yearly.binary_search(&(date.month(), date.day())).is_ok()
            || self.once.binary_search(&date.number()).is_ok()
    }

    /// The day so many working days later: the day itself for none; nothing where the calendar ends before it.
    pub fn add(&self, date: Date, days: u32) -> Option<Date> {
        if days == 0 {
            return Some(date);
        }
        let wanted = self.days_before(date.number().saturating_add(1)).saturating_add(days.into());
        let found = first_day(|day| self.days_before(day.saturating_add(1)) >= wanted);
        // The last day of the calendar can be the first that is not before its end, and a holiday.
        found.filter(|date| self.is_working(*date))
    }

    /// How many working days there are after a day, up to and with another; 0 if that is not later.
    pub fn between(&self, after: Date, to: Date) -> i64 {
        let before = |date: Date| self.days_before(date.number().saturating_add(1));
        before(to).saturating_sub(before(after)).max(0)
    }

    /// The first working day after a day.
    pub fn next(&self, after: Date) -> Option<Date> {
        self.add(after, 1)
    }

    fn days_before(&self, day: i64) -> i64 {
        self.days.before(day, self)
    }

    /// Working minutes, by the clock, of all days before one.
    pub(super) fn minutes_before(&self, day: i64) -> i64 {
        self.minutes.before(day, self)
    }

    /// Working minutes of a day, by the clock.
    pub(super) fn minutes_of(&self, date: Date) -> i64 {
        self.hours(date).iter().map(length).fold(0, i64::saturating_add)
    }
}

/// The first day for which something holds that holds for all days after it.
pub(super) fn first_day(holds: impl Fn(i64) -> bool) -> Option<Date> {
    let last = Date::new(9999, 12, 31)?.number();
    let (mut from, mut to) = (0_i64, last.saturating_add(1));
    while from < to {
        steps::count();
        let middle = from.saturating_add(to).div_euclid(2);
        if holds(middle) { to = middle } else { from = middle.saturating_add(1) }
    }
    (from <= last).then(|| Date::of_number(from))
}

fn length(hours: &Hours) -> i64 {
    i64::from(hours.to.minutes()).saturating_sub(hours.from.minutes().into())
}

/// Hours in their order, those that overlap or touch joined.
pub fn joined(hours: Vec<Hours>) -> Vec<Hours> {
    let mut joined: Vec<Hours> = Vec::new();
    for hours in ranked(hours, |hours| (hours.from.minutes().into(), hours.to.minutes().into(), 0)) {
        match joined.last_mut() {
            _ if hours.from >= hours.to => {}
            Some(last) if hours.from <= last.to => last.to = last.to.max(hours.to),
            _ => joined.push(hours),
        }
    }
    joined
}

/// Hours without breaks.
fn without(hours: Vec<Hours>, breaks: &[Hours]) -> Vec<Hours> {
    let parts = |hours: Vec<Hours>, off: &Hours| -> Vec<Hours> {
        let off = *off;
        let part = |from: ClockTime, to: ClockTime| (from < to).then_some(Hours { from, to });
        let around = hours.into_iter().flat_map(|hours| {
            [part(hours.from, hours.to.min(off.from)), part(hours.from.max(off.to), hours.to)]
        });
        around.flatten().collect()
    };
    breaks.iter().filter(|off| off.from < off.to).fold(hours, parts)
}

/// Steps that arithmetic takes, counted in tests to see that they don't grow with the time that is counted.
pub(super) mod steps {
    #[cfg(test)]
    thread_local! {
        static TAKEN: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }

    #[inline]
    pub(in crate::value) fn count() {
        #[cfg(test)]
        TAKEN.with(|taken| taken.set(taken.get().saturating_add(1)));
    }

    /// How many steps something takes.
    #[cfg(test)]
    pub(in crate::value) fn of<T>(work: impl FnOnce() -> T) -> u32 {
        TAKEN.with(|taken| taken.set(0));
        work();
        TAKEN.with(std::cell::Cell::get)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test fails by panicking")]
mod tests {
    use super::super::time::{DAY, Timestamp};
    use super::super::working_time::WorkingTime;
    use super::super::zone::{Transition, ZoneName, Zones};
    use super::*;

    /// Offices with holidays, in a zone whose clocks change twice a year.
    fn with_time<T>(ask: impl FnOnce(&WorkingDays, &WorkingTime<'_>) -> T) -> T {
        let hours = Hours { from: ClockTime::from_minutes(540), to: ClockTime::from_minutes(1020) };
        let office = |weekday| if weekday < Weekday::Saturday { vec![hours] } else { Vec::new() };
        let once = (1..60).filter_map(|year| Date::new(2000 + year, 4, 2)).collect();
        let holidays = Holidays { once, yearly: vec![(1, 1), (2, 29), (5, 1), (12, 25), (12, 26)] };
        let days = WorkingDays::new(office, &[], holidays);
        let changes = (0..200_i64).map(|half| Transition {
            from: Timestamp::from_millis(half * 183 * DAY).unwrap(),
            offset_minutes: if half % 2 == 0 { 60 } else { 120 },
        });
        let zone = ZoneName::utc();
        let zones = Zones::default().with(zone.clone(), changes.collect());
        ask(&days, &WorkingTime::new(&days, &zones, &zone))
    }

    #[test]
    fn ten_years_cost_no_more_than_a_day() {
        with_time(|days, time| {
            let noon = Timestamp::parse_rfc3339("2026-11-23T12:00:00Z").unwrap();
            let monday = Date::parse("2026-11-23").unwrap();
            let spans = [1_u32, 3653, 36_525];
            let steps = |work: &dyn Fn(u32)| spans.map(|days| steps::of(|| work(days)));
            let costs = [
                steps(&|span| assert!(days.between(monday, monday.plus_days(span)) > 0)),
                steps(&|span| assert!(days.add(monday, span).is_some())),
                steps(&|span| assert!(time.minutes(noon, noon.plus(i64::from(span) * DAY)) > 0)),
                steps(&|span| assert!(time.after(noon, span * 480).is_some())),
            ];
            for [day, ten_years, century] in costs {
                assert!(day > 0);
                // A remainder of weeks and years is counted, so that steps differ a little either way.
                assert!(ten_years <= day * 2 && century <= day * 2, "{day}, {ten_years}, {century} steps");
            }
        });
    }
}
