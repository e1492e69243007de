//! When is a good time: for the customer, on their clock; for us, on ours (GUARD-2, DAY-1)?

use super::Bench;
use crate::book::party::Party;
use crate::value::order::ranked;
pub use crate::value::time::Span;
use crate::value::time::{ClockTime, Date, Hours, MINUTE, Timestamp};
use crate::value::working_days::{Holidays, WorkingDays};
use crate::value::working_time::WorkingTime;
use crate::value::zone::ZoneName;

/// Our working days: the plan's hours of the week.
///
/// ```
/// # use nextsale::{book::Book, judge::{Bench, schedule::working_days}, plan::built_in};
/// # use nextsale::value::{time::{Date, Timestamp}, zone::Now};
/// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// # let (book, plan) = (Book::default(), built_in::standard().unwrap());
/// # let bench = Bench { book: &book, plan: &plan, now: &now };
/// let friday = Date::parse("2026-11-27").unwrap();
/// assert_eq!(working_days(&bench).add(friday, 1), Date::parse("2026-11-30"));
/// ```
pub fn working_days(bench: &Bench<'_>) -> WorkingDays {
    let hours = |weekday| bench.plan.day.hours.get(&weekday).cloned().unwrap_or_default();
    WorkingDays::new(hours, &[], Holidays::default())
}

/// How many working days of ours have begun after the day of one moment, up to that of another: one from a Friday to
/// the Monday after it. Whoever asks often keeps the [`working_days`] and asks them.
///
/// ```
/// # use nextsale::{book::Book, judge::{Bench, schedule::working_days_between}, plan::built_in};
/// # use nextsale::value::{time::Timestamp, zone::Now};
/// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// # let (book, plan) = (Book::default(), built_in::standard().unwrap());
/// # let bench = Bench { book: &book, plan: &plan, now: &now };
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

/// So many days are looked ahead: hours repeat every week, so what four weeks don't have no later week has.
const DAYS_AHEAD: u32 = 28;

/// The first moment from `from` on at which a contact falls neither into quiet hours nor on a free day.
pub(crate) fn first_waking(
    bench: &Bench<'_>,
    party: &Party,
    minutes: u16,
    from: Timestamp,
) -> Option<Timestamp> {
    first(bench, party, minutes, from, |date| waking(bench, date))
}

/// The first moment from `from` on at which a contact falls into the hours that they told us.
pub(crate) fn first_convenient(
    bench: &Bench<'_>,
    party: &Party,
    minutes: u16,
    from: Timestamp,
) -> Option<Timestamp> {
    if party.preferences.windows.is_empty() {
        return Some(from);
    }
    first(bench, party, minutes, from, |date| convenient(party, date))
}

fn first(
    bench: &Bench<'_>,
    party: &Party,
    minutes: u16,
    from: Timestamp,
    hours: impl Fn(Date) -> Vec<Hours>,
) -> Option<Timestamp> {
    let zone = bench.now.zone_or_own(party.preferences.zone.as_ref());
    let length = i64::from(minutes).saturating_mul(MINUTE);
    let start = |span: &Span| span.from.max(from);
    let today = bench.now.local(zone, from).date;
    let days = (0..=DAYS_AHEAD).map(|days| today.plus_days(days));
    let spans = days.flat_map(|date| {
        let spans = hours(date).into_iter().filter_map(move |hours| span(bench, zone, date, &hours));
        spans.collect::<Vec<_>>()
    });
    let mut too_short = Vec::new();
    for span in Joined::of(spans) {
        if span.to.since(start(&span)) >= length {
            return Some(start(&span));
        }
        too_short.push(span);
    }
    // Where no hours are ever long enough, it is enough to begin within them.
    let never = too_short.iter().all(|span| span.to.since(span.from) < length);
    too_short.iter().find(|span| never && span.to > start(span)).map(start)
}

/// Hours of a day as moments; nothing if clocks skip all of them.
pub(crate) fn span(bench: &Bench<'_>, zone: &ZoneName, date: Date, hours: &Hours) -> Option<Span> {
    let moment = |time: ClockTime| bench.now.zones.resolve(zone, date, time).earliest();
    let span = Span { from: moment(hours.from), to: moment(hours.to) };
    (span.from < span.to).then_some(span)
}

/// Spans in the order of their beginnings, those that touch joined into one: hours up to midnight go on after it.
struct Joined<I: Iterator<Item = Span>> {
    spans: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = Span>> Joined<I> {
    fn of(spans: I) -> Joined<I> {
        Joined { spans: spans.peekable() }
    }
}

impl<I: Iterator<Item = Span>> Iterator for Joined<I> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let mut joined = self.spans.next()?;
        while let Some(touching) = self.spans.next_if(|next| next.from <= joined.to) {
            joined.to = joined.to.max(touching.to);
        }
        Some(joined)
    }
}

/// The hours of a day that are not quiet; none on a free day.
fn waking(bench: &Bench<'_>, date: Date) -> Vec<Hours> {
    let limits = &bench.plan.limits;
    if !limits.contact_days.contains(&date.weekday()) {
        return Vec::new();
    }
    let quiet = limits.quiet_hours;
    let whole = |from, to| Hours { from, to };
    let hours = if quiet.from <= quiet.to {
        vec![whole(ClockTime::MIDNIGHT, quiet.from), whole(quiet.to, ClockTime::END_OF_DAY)]
    } else {
        vec![whole(quiet.to, quiet.from)]
    };
    hours.into_iter().filter(|hours| hours.from < hours.to).collect()
}

/// The hours of a day that they told us.
fn convenient(party: &Party, date: Date) -> Vec<Hours> {
    let windows = party.preferences.windows.iter();
    let of_day =
        windows.filter(|window| window.weekdays.is_empty() || window.weekdays.contains(&date.weekday()));
    let hours: Vec<Hours> = of_day.map(|window| window.hours).filter(|hours| hours.from < hours.to).collect();
    ranked(hours, |hours| (hours.from.minutes().into(), hours.to.minutes().into(), 0))
}

/// Our working hours of a day as moments, none of them before now.
pub(crate) fn working(bench: &Bench<'_>, date: Date) -> Vec<Span> {
    let hours = bench.plan.day.hours.get(&date.weekday()).map(Vec::as_slice).unwrap_or_default();
    let spans = hours.iter().filter_map(|hours| span(bench, &bench.now.zone, date, hours)).collect();
    let spans = ranked(spans, |span: &Span| (span.from.millis(), span.to.millis(), 0));
    let ahead = Joined::of(spans.into_iter())
        .map(|span| Span { from: span.from.max(next_minute(bench.now.at)), to: span.to });
    ahead.filter(|span| span.from < span.to).collect()
}

/// Nobody plans to the second.
pub(crate) fn next_minute(at: Timestamp) -> Timestamp {
    match at.millis().checked_rem_euclid(MINUTE) {
        None | Some(0) => at,
        Some(beyond) => at.plus(MINUTE.saturating_sub(beyond)),
    }
}
