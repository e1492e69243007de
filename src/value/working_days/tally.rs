//! What holidays take away, counted by arithmetic: whole cycles of the calendar, and a remainder.

use super::{WEEK, WorkingDays, steps};
use crate::value::time::Date;

/// What each day of the week counts, and what all holidays take away up to a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    of: [i64; WEEK],
    /// What yearly holidays take away in a year that begins so many days of the week late: those up to
    /// February, those after it, and 29 February.
    early: [i64; WEEK],
    late: [i64; WEEK],
    leap: [i64; WEEK],
    /// What the first single holidays take away, then the first two, and so on.
    once: Vec<i64>,
}

impl Tally {
    pub(super) fn new(of: [i64; WEEK], yearly: &[(u32, u32)], once: &[i64]) -> Tally {
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
    pub(super) fn before(&self, day: i64, calendar: &WorkingDays) -> i64 {
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

pub(super) fn nth<T>(of_week: &[T; WEEK], day: i64) -> Option<&T> {
    of_week.get(usize::try_from(day.rem_euclid(7)).ok()?)
}

fn nth_mut<T>(of_week: &mut [T; WEEK], day: i64) -> Option<&mut T> {
    of_week.get_mut(usize::try_from(day.rem_euclid(7)).ok()?)
}
