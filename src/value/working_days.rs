//! Working days of a calendar: hours of the week, breaks, holidays. Everything is counted by arithmetic: whole weeks,
//! whole years of holidays, and a remainder, so that ten years cost no more than a day.

use super::order::ranked;
use super::time::{ClockTime, Date, Hours, Weekday};
use std::collections::BTreeSet;

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

/// What each day of the week counts, and what all holidays take away up to a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Tally {
    of: [i64; WEEK],
    /// What yearly holidays take away in a year that begins so many days of the week late: those up to
    /// February, those after it, and 29 February.
    early: [i64; WEEK],
    late: [i64; WEEK],
    leap: [i64; WEEK],
    /// What the first single holidays take away, then the first two, and so on.
    once: Vec<i64>,
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
        first_day(|day| self.days_before(day.saturating_add(1)) >= wanted)
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

impl Tally {
    fn new(of: [i64; WEEK], yearly: &[(u32, u32)], once: &[i64]) -> Tally {
        let mut tally = Tally { of, ..Tally::default() };
        for (month, day) in yearly {
            // Years whose first of March is a Wednesday, as in 2000, begin no day late.
            let (sums, year) = match (month, day) {
                (2, 29) => (&mut tally.leap, 2004),
                (1 | 2, _) => (&mut tally.early, 2001),
                _ => (&mut tally.late, 2000),
            };
            let Some(date) = Date::new(year, *month, *day) else { continue };
            let late = if year == 2004 { LEAP_2004 } else { 0 };
            for (by, sum) in (0_i64..).zip(sums.iter_mut()) {
                let weekday = date.number().saturating_add(by).saturating_sub(late);
                *sum = sum.saturating_add(nth(&of, weekday).copied().unwrap_or(0));
            }
        }
        tally.once = once
            .iter()
            .scan(0_i64, |sum, day| {
                *sum = sum.saturating_add(nth(&of, *day).copied().unwrap_or(0));
                Some(*sum)
            })
            .collect();
        tally
    }

    /// What all days before one count.
    fn before(&self, day: i64, calendar: &WorkingDays) -> i64 {
        steps::count();
        let (weeks, rest) = (day.div_euclid(7), day.rem_euclid(7));
        let week = self.of.iter().fold(0, |sum: i64, of| sum.saturating_add(*of));
        let rest = self.of.iter().zip(0..rest).fold(0, |sum: i64, (of, _)| sum.saturating_add(*of));
        let once = calendar.once.partition_point(|off| *off < day);
        let once = once.checked_sub(1).and_then(|last| self.once.get(last)).copied().unwrap_or(0);
        let all = weeks.saturating_mul(week).saturating_add(rest);
        all.saturating_sub(once).saturating_sub(self.yearly_before(day, calendar))
    }

    /// What the yearly holidays before a day take away.
    fn yearly_before(&self, day: i64, calendar: &WorkingDays) -> i64 {
        if calendar.yearly.is_empty() {
            return 0;
        }
        let date = Date::of_number(day);
        let this_year = calendar.yearly.iter().take_while(|off| **off < (date.month(), date.day()));
        let this_year = this_year.filter_map(|(month, day)| {
            steps::count();
            nth(&self.of, Date::new(date.year(), *month, *day)?.number()).copied()
        });
        // The year 0 of the calendar that years are counted by from March on is the year before the first.
        let (full, year) = (i64::from(date.year()), i64::from(date.year()).saturating_sub(1));
        let late = dot(&self.late, &years(full, Years::All))
            .saturating_sub(nth(&self.late, 0).copied().unwrap_or(0));
        let early = dot(&self.early, &years(year, Years::All));
        let leap = dot(&self.leap, &years(year, Years::Leap));
        this_year.fold(late, i64::saturating_add).saturating_add(early).saturating_add(leap)
    }
}

fn dot(left: &[i64; WEEK], right: &[i64; WEEK]) -> i64 {
    left.iter().zip(right).fold(0, |sum, (left, right)| sum.saturating_add(left.saturating_mul(*right)))
}

/// So many days of the week late is the year that begins in March 2003.
const LEAP_2004: i64 = 3;

/// Which years are counted, from March to February.
#[derive(Clone, Copy)]
enum Years {
    All,
    /// Those that end with 29 February.
    Leap,
}

/// Of the years from 0 up to one, how many begin no day of the week late, one day late, and so on. The calendar
/// repeats itself every 400 years; within a century the days of the week do every 28.
fn years(before: i64, which: Years) -> [i64; WEEK] {
    let (cycles, rest) = (before.div_euclid(400), before.rem_euclid(400));
    let mut found = [0_i64; WEEK];
    for century in 0..4_i64 {
        let all = century_of_years(100, century, which);
        let some =
            century_of_years(rest.saturating_sub(century.saturating_mul(100)).clamp(0, 100), century, which);
        for ((found, all), some) in found.iter_mut().zip(all).zip(some) {
            *found = found.saturating_add(cycles.saturating_mul(all)).saturating_add(some);
        }
    }
    found
}

fn century_of_years(years: i64, century: i64, which: Years) -> [i64; WEEK] {
    let mut found = [0_i64; WEEK];
    let (rounds, rest) = (years.div_euclid(28), years.rem_euclid(28));
    let each = if matches!(which, Years::All) { 4 } else { 1 };
    // Each century begins five days of the week later than the one before.
    let first = century.saturating_mul(5);
    let counts = |year: &i64| matches!(which, Years::All) || year.rem_euclid(4) == 3;
    for year in (0..rest).filter(counts) {
        steps::count();
        let late = first.saturating_add(year).saturating_add(year.div_euclid(4)).rem_euclid(7);
        if let Some(found) = nth_mut(&mut found, late) {
            *found = found.saturating_add(1);
        }
    }
    for found in &mut found {
        *found = found.saturating_add(rounds.saturating_mul(each));
    }
    // The last year of a century ends with 29 February only every 400 years.
    if matches!(which, Years::Leap)
        && years == 100
        && century != 3
        && let Some(found) = nth_mut(&mut found, first.saturating_add(99).saturating_add(24).rem_euclid(7))
    {
        *found = found.saturating_sub(1);
    }
    found
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

fn nth<T>(of_week: &[T; WEEK], day: i64) -> Option<&T> {
    of_week.get(usize::try_from(day.rem_euclid(7)).ok()?)
}

fn nth_mut<T>(of_week: &mut [T; WEEK], day: i64) -> Option<&mut T> {
    of_week.get_mut(usize::try_from(day.rem_euclid(7)).ok()?)
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
