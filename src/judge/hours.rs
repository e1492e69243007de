//! When may a contact begin on the customer's clock: not in quiet hours, not on a free day or a holiday of theirs,
//! and within the hours that they told us (GUARD-2)?

use super::Bench;
use super::schedule::holidays;
use crate::book::party::Party;
use crate::value::time::{ClockTime, DAY, Date, Hours, MINUTE, Span, Timestamp, Weekday};
use crate::value::working_days::{Holidays, WorkingDays, joined};
use crate::value::zone::ZoneName;

/// Moments at which something may begin, from the first to the last of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Begins {
    pub(crate) from: Timestamp,
    pub(crate) last: Timestamp,
}

/// So many days are looked at. Hours repeat every week, and rows of free days are passed over at once: what so many
/// other days don't have, no later day has.
const DAYS: u16 = 400;

/// So many free days in a row are looked at one by one.
const FREE: u16 = 7;

/// Stretches longer than this are given in parts, so that hours without an end don't have to be followed.
const LONGEST: i64 = 3 * DAY;

/// Which hours are asked for.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Those that are not quiet, on days on which people are contacted.
    Waking,
    /// Those that they told us.
    Convenient,
}

/// When a contact of so many minutes may begin, from `from` on, in the order of time.
pub(crate) fn times<'a>(
    bench: &'a Bench<'a>,
    party: &'a Party,
    minutes: u16,
    from: Timestamp,
    kind: Kind,
) -> Times<'a> {
    let zone = bench.now.zone_or_own(party.preferences.zone.as_ref());
    let mut times = Times {
        bench,
        party,
        zone,
        kind,
        from,
        length: i64::from(minutes).saturating_mul(MINUTE),
        must_end: false,
        day: Some(first_day(bench, zone, from)),
        days: 0,
        free: 0,
        waiting: Vec::new(),
        open: None,
        peeked: None,
    };
    times.must_end = times.has_room(minutes);
    times
}

/// The day that clocks show, or the one before it where they are soon put back into it.
fn first_day(bench: &Bench<'_>, zone: &ZoneName, from: Timestamp) -> Date {
    let date = bench.now.local(zone, from).date;
    let before = Date::of_number(date.number().saturating_sub(1));
    let day = Hours { from: ClockTime::MIDNIGHT, to: ClockTime::END_OF_DAY };
    let comes_again = bench.now.zones.spans(zone, before, day).any(|span| from < span.to);
    if comes_again { before } else { date }
}

/// Stretches of moments at which a contact may begin, in the order of time.
pub(crate) struct Times<'a> {
    bench: &'a Bench<'a>,
    party: &'a Party,
    zone: &'a ZoneName,
    kind: Kind,
    from: Timestamp,
    length: i64,
    /// Where no hours are ever long enough, it is enough to begin within them.
    must_end: bool,
    /// The next day; nothing where none has any hours.
    day: Option<Date>,
    days: u16,
    /// So many of the last days had no hours.
    free: u16,
    /// The spans of the day, the latest first.
    waiting: Vec<Span>,
    /// What the next span may go on with: hours up to midnight go on after it.
    open: Option<Span>,
    peeked: Option<Begins>,
}

impl Times<'_> {
    /// Is there room for so many minutes in any week?
    fn has_room(&self, minutes: u16) -> bool {
        let length = |hours: &Hours| hours.to.minutes().saturating_sub(hours.from.minutes());
        let of_week = || Weekday::ALL.iter().map(|weekday| self.of_weekday(*weekday));
        if of_week().any(|day| day.iter().any(|hours| length(hours) >= minutes)) {
            return true;
        }
        // Two weeks as one row of minutes, so that what goes over midnight is seen as a whole.
        let (mut longest, mut begun, mut ended) = (0_u32, 0_u32, 0_u32);
        for (day, hours) in (0_u32..).zip(of_week().chain(of_week())) {
            let midnight = day.saturating_mul(1440);
            for hours in hours {
                let at = |time: ClockTime| midnight.saturating_add(time.minutes().into());
                begun = if at(hours.from) <= ended { begun } else { at(hours.from) };
                ended = at(hours.to).max(ended);
                longest = longest.max(ended.saturating_sub(begun));
            }
        }
        longest >= minutes.into()
    }

    /// The hours of a weekday, none touching another.
    fn of_weekday(&self, weekday: Weekday) -> Vec<Hours> {
        match self.kind {
            Kind::Waking => waking(self.bench, weekday),
            Kind::Convenient => {
                let windows = self.party.preferences.windows.iter();
                let of_day =
                    windows.filter(|window| window.weekdays.is_empty() || window.weekdays.contains(&weekday));
                joined(of_day.map(|window| window.hours).collect())
            }
        }
    }

    fn is_off(&self, date: Date) -> bool {
        matches!(self.kind, Kind::Waking) && is_holiday(self.bench, date, self.zone)
    }

    fn next_span(&mut self) -> Option<Span> {
        while self.waiting.is_empty() && self.days < DAYS {
            let date = self.day?;
            self.days = self.days.saturating_add(1);
            let hours = if self.is_off(date) { Vec::new() } else { self.of_weekday(date.weekday()) };
            self.free = if hours.is_empty() { self.free.saturating_add(1) } else { 0 };
            self.day = if self.free < FREE { Some(date.plus_days(1)) } else { self.day_with_hours(date) };
            let spans = hours.iter().rev().flat_map(|hours| {
                let mut spans: Vec<Span> = self.bench.now.zones.spans(self.zone, date, *hours).collect();
                spans.reverse();
                spans
            });
            self.waiting = spans.collect();
        }
        self.waiting.pop()
    }

    /// The first day with hours after one, found without looking at those between.
    fn day_with_hours(&self, after: Date) -> Option<Date> {
        let holidays = match self.kind {
            Kind::Waking => holidays(self.bench, self.zone),
            Kind::Convenient => Holidays::default(),
        };
        WorkingDays::new(|weekday| self.of_weekday(weekday), &[], holidays).next(after)
    }

    fn peek(&mut self) -> Option<Begins> {
        if self.peeked.is_none() {
            self.peeked = self.next();
        }
        self.peeked
    }

    /// Leaves out what ends before a moment, once that is more than a day ahead.
    fn pass_to(&mut self, at: Timestamp) {
        let known = self.waiting.iter().chain(&self.open).map(|span| span.to).max();
        let known = known.unwrap_or(Timestamp::EARLIEST);
        if known < at {
            let date = first_day(self.bench, self.zone, at);
            self.waiting.clear();
            self.open = None;
            self.day = self.day.map(|day| day.max(date));
        }
    }

    /// The next stretch of hours, those that touch joined into one.
    fn next_stretch(&mut self) -> Option<Span> {
        let mut open = self.open.take().or_else(|| self.next_span())?;
        while let Some(next) = self.next_span() {
            if next.from > open.to {
                self.open = Some(next);
                break;
            }
            open.to = open.to.max(next.to);
            if open.to.since(open.from.max(self.from)) > LONGEST {
                let rest = open.to.plus(self.length.saturating_neg()).max(open.from);
                self.open = Some(Span { from: rest, to: open.to });
                break;
            }
        }
        Some(open)
    }
}

impl Iterator for Times<'_> {
    type Item = Begins;

    fn next(&mut self) -> Option<Begins> {
        if let Some(peeked) = self.peeked.take() {
            return Some(peeked);
        }
        loop {
            let span = self.next_stretch()?;
            let length = if self.must_end { self.length } else { 1 };
            let begins =
                Begins { from: span.from.max(self.from), last: span.to.plus(length.saturating_neg()) };
            if begins.from <= begins.last {
                return Some(begins);
            }
        }
    }
}

/// The hours of a weekday that are not quiet; none on a free day.
fn waking(bench: &Bench<'_>, weekday: Weekday) -> Vec<Hours> {
    let limits = &bench.plan.limits;
    if !limits.contact_days.contains(&weekday) {
        return Vec::new();
    }
    let quiet = limits.quiet_hours;
    let hours = if quiet.from <= quiet.to {
        vec![
            Hours { from: ClockTime::MIDNIGHT, to: quiet.from },
            Hours { from: quiet.to, to: ClockTime::END_OF_DAY },
        ]
    } else {
        vec![Hours { from: quiet.to, to: quiet.from }]
    };
    joined(hours)
}

/// Is a day a holiday in a zone?
pub(crate) fn is_holiday(bench: &Bench<'_>, date: Date, zone: &ZoneName) -> bool {
    let mut holidays = bench.plan.holidays.iter();
    holidays.any(|holiday| holiday.is_in(zone) && holiday.date.is_on(date))
}

/// When a contact may begin within both quiet hours and what they told us.
pub(crate) struct Common<'a> {
    waking: Times<'a>,
    convenient: Option<Times<'a>>,
}

impl<'a> Common<'a> {
    pub(crate) fn of(bench: &'a Bench<'a>, party: &'a Party, minutes: u16, from: Timestamp) -> Common<'a> {
        let has_windows = !party.preferences.windows.is_empty();
        let convenient = has_windows.then(|| times(bench, party, minutes, from, Kind::Convenient));
        Common { waking: times(bench, party, minutes, from, Kind::Waking), convenient }
    }
}

impl Iterator for Common<'_> {
    type Item = Begins;

    fn next(&mut self) -> Option<Begins> {
        let Some(convenient) = &mut self.convenient else { return self.waking.next() };
        loop {
            let (one, other) = (self.waking.peek()?, convenient.peek()?);
            // The one that ends first can have nothing more in common with what comes.
            let (first, then) = if one.last <= other.last {
                (&mut self.waking, other.from)
            } else {
                (&mut *convenient, one.from)
            };
            first.next();
            if then.since(one.last.min(other.last)) > DAY {
                first.pass_to(then);
            }
            let common = Begins { from: one.from.max(other.from), last: one.last.min(other.last) };
            if common.from <= common.last {
                return Some(common);
            }
        }
    }
}
