//! Working time by arithmetic agrees with working time that is counted minute by minute, with an independent library
//! for what clocks show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use jiff::civil;
use jiff::tz::TimeZone;
use nextsale::value::time::{ClockTime, DAY, Date, Hours, MINUTE, Timestamp, Weekday};
use nextsale::value::working_days::{Holidays, WorkingDays};
use nextsale::value::working_time::WorkingTime;
use nextsale::value::zone::ZoneName;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::{ZONES, zones};

/// A calendar as it was drawn, before anything is joined or counted.
#[derive(Debug, Clone)]
struct Drawn {
    /// Weekday from Monday, first and last minute.
    hours: Vec<(usize, u16, u16)>,
    breaks: Vec<(u16, u16)>,
    once: Vec<civil::Date>,
    yearly: Vec<(u32, u32)>,
}

fn clock(minutes: u16) -> ClockTime {
    ClockTime::parse(&format!("{:02}:{:02}", minutes / 60, minutes % 60)).unwrap()
}

fn date(of: civil::Date) -> Date {
    Date::parse(&of.to_string()).unwrap()
}

impl Drawn {
    fn days(&self) -> WorkingDays {
        let span = |from: u16, to: u16| Hours { from: clock(from), to: clock(to) };
        let hours = |weekday: Weekday| {
            let of_day = self.hours.iter().filter(|(day, ..)| Weekday::ALL[*day] == weekday);
            of_day.map(|(_, from, to)| span(*from, *to)).collect()
        };
        let breaks: Vec<Hours> = self.breaks.iter().map(|(from, to)| span(*from, *to)).collect();
        let once = self.once.iter().copied().map(date).collect();
        WorkingDays::new(hours, &breaks, Holidays { once, yearly: self.yearly.clone() })
    }

    fn is_off(&self, date: civil::Date) -> bool {
        self.once.contains(&date)
            || self.yearly.contains(&(date.month().unsigned_abs().into(), date.day().unsigned_abs().into()))
    }

    /// Does anybody work in this minute that a clock shows?
    fn works(&self, date: civil::Date, minute: u16) -> bool {
        let weekday = date.weekday().to_monday_zero_offset() as usize;
        let within = |from: u16, to: u16| from <= minute && minute < to;
        !self.is_off(date)
            && self.hours.iter().any(|(day, from, to)| *day == weekday && within(*from, *to))
            && !self.breaks.iter().any(|(from, to)| within(*from, *to))
    }

    /// For each day of the week from Monday, whether anybody works on one that is no holiday.
    fn working_week(&self) -> Vec<bool> {
        let always = Drawn { once: vec![], yearly: vec![], ..self.clone() };
        let week = (23..30).map(|day| civil::date(2026, 11, day));
        week.map(|date| (0..1440).any(|minute| always.works(date, minute))).collect()
    }
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let minute = || prop_oneof![3 => (0u16..=24).prop_map(|hour| hour * 60), 1 => 0u16..=1440];
    let near = (-40i32..40).prop_map(|days| civil::date(2026, 10, 25) + jiff::Span::new().days(days));
    let yearly = prop_oneof![
        select(vec![(12, 25), (2, 29), (1, 1), (10, 31), (2, 28), (3, 1), (11, 1)]),
        (1u32..=12, 1u32..=28)
    ];
    (
        vec((0usize..7, minute(), minute()), 0..9),
        vec((minute(), minute()), 0..3),
        vec(near, 0..6),
        vec(yearly, 0..6),
    )
        .prop_map(|(hours, breaks, once, yearly)| Drawn { hours, breaks, once, yearly })
}

/// Moments near which clocks change in one zone or another; one of them skipped a whole day.
const CHANGES: [&str; 8] = [
    "2026-10-25T01:00:00Z",
    "2026-11-01T06:00:00Z",
    "2026-03-29T01:00:00Z",
    "2026-03-08T07:00:00Z",
    "2026-10-03T15:30:00Z",
    "2026-04-04T15:00:00Z",
    "2027-01-01T00:00:00Z",
    "2028-02-29T12:00:00Z",
];

fn near_a_change() -> impl Strategy<Value = Timestamp> {
    let change = select(&CHANGES[..]);
    (change, -4 * 1440i64..2 * 1440)
        .prop_map(|(change, minutes)| support::moment(change).plus(minutes * MINUTE))
}

fn shown(zone: &TimeZone, at: Timestamp) -> (civil::Date, u16) {
    let local = jiff::Timestamp::from_millisecond(at.millis()).unwrap().to_zoned(zone.clone());
    (local.date(), local.hour().unsigned_abs() as u16 * 60 + local.minute().unsigned_abs() as u16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn working_minutes_agree_with_counting_each(
        drawn in drawn(), zone in select(&ZONES[..]), from in near_a_change(), length in 0i64..6 * 1440, seconds in 0i64..60,
    ) {
        let (days, zones, name) = (drawn.days(), zones(), ZoneName::parse(zone).unwrap());
        let time = WorkingTime::new(&days, &zones, &name);
        let tz = TimeZone::get(zone).unwrap();
        let worked: Vec<bool> = (0..length).map(|minute| {
            let (date, minute) = shown(&tz, from.plus(minute * MINUTE));
            drawn.works(date, minute)
        }).collect();
        let counted = worked.iter().filter(|works| **works).count() as i64;
        prop_assert_eq!(time.minutes(from, from.plus(length * MINUTE)), counted);
        prop_assert_eq!(time.is_working(from), drawn.works(shown(&tz, from).0, shown(&tz, from).1));

        let first = worked.iter().position(|works| *works).map(|at| from.plus(at as i64 * MINUTE));
        let next = time.next(from);
        prop_assert_eq!(next.filter(|next| *next < from.plus(length * MINUTE)), first);
        // Seconds within a minute that counts don't lead out of it.
        if worked.first() == Some(&true) {
            prop_assert_eq!(time.next(from.plus(seconds * 1000)), Some(from.plus(seconds * 1000)));
        }

        for wanted in [1, counted / 2, counted] {
            let end = worked.iter().enumerate().filter(|(_, works)| **works).nth((wanted - 1).max(0) as usize);
            let end = end.map(|(at, _)| from.plus((at as i64 + 1) * MINUTE));
            if wanted > 0 && wanted <= counted {
                prop_assert_eq!(time.after(from, wanted as u32), end);
            }
        }
        prop_assert_eq!(time.after(from, 0), Some(from));
    }

    #[test]
    fn working_days_agree_with_counting_each(
        drawn in drawn(), years in 0i32..460, days_on in 0i32..800, wanted in 1u32..40,
    ) {
        let (days, week) = (drawn.days(), drawn.working_week());
        let works = |day: civil::Date| week[day.weekday().to_monday_zero_offset() as usize] && !drawn.is_off(day);
        // From before and over centuries, so that leap years that are left out are met.
        let from = civil::date(1890, 1, 1) + jiff::Span::new().days(years * 365);
        let to = from + jiff::Span::new().days(days_on);
        let after = |days: i32| from + jiff::Span::new().days(days);
        let counted = (1..=days_on).filter(|days| works(after(*days))).count() as i64;
        prop_assert_eq!(days.between(date(from), date(to)), counted);
        prop_assert_eq!(days.between(date(to), date(from)), 0);
        prop_assert_eq!(days.is_working(date(from)), works(from));
        if drawn.hours.is_empty() {
            prop_assert_eq!(days.add(date(from), wanted), None);
        }
        let found = (1..400).map(after).filter(|day| works(*day)).nth(wanted as usize - 1);
        if let Some(found) = found {
            prop_assert_eq!(days.add(date(from), wanted), Some(date(found)));
        }
        prop_assert_eq!(days.add(date(from), 0), Some(date(from)));
    }
}

#[test]
fn centuries_agree_with_counting_each_day() {
    let yearly = vec![(12, 25), (2, 29), (1, 1), (2, 28), (3, 1), (7, 4)];
    let drawn =
        Drawn { hours: vec![(0, 0, 60), (2, 60, 120), (6, 0, 1440)], breaks: vec![], once: vec![], yearly };
    let days = drawn.days();
    let works =
        |day: civil::Date| matches!(day.weekday().to_monday_zero_offset(), 0 | 2 | 6) && !drawn.is_off(day);
    let mut counted = 0;
    let mut day = civil::date(1, 1, 1);
    while day < civil::date(2900, 1, 1) {
        day = day.tomorrow().unwrap();
        counted += i64::from(works(day));
        if day.day() == 1 || day.day() == 29 {
            assert_eq!(days.between(Date::parse("0001-01-01").unwrap(), date(day)), counted, "up to {day}");
        }
    }
}

#[test]
fn a_day_that_clocks_skip_is_no_working_time() {
    // Samoa had no 30 December 2011, a Friday.
    let (zone, transitions) = support::zone("Pacific/Apia");
    let skipped = support::moment("2011-12-30T10:00:00Z");
    let old = [(Timestamp::EARLIEST, -600), (skipped, 840)];
    let changes =
        old.map(|(from, offset_minutes)| nextsale::value::zone::Transition { from, offset_minutes });
    let zones = nextsale::value::zone::Zones::default()
        .with(zone.clone(), changes.into_iter().chain(transitions.into_iter().skip(1)).collect());
    let all_day = Drawn {
        hours: (0..7).map(|day| (day, 540, 1020)).collect(),
        breaks: vec![],
        once: vec![],
        yearly: vec![],
    };
    let days = all_day.days();
    let time = WorkingTime::new(&days, &zones, &zone);
    let (from, to) = (skipped.plus(-3 * DAY), skipped.plus(3 * DAY));
    assert_eq!(time.minutes(from, to), 6 * 480);
    assert_eq!(time.spans(Date::parse("2011-12-30").unwrap()).count(), 0);
}
