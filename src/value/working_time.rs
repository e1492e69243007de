//! Working time in a zone whose clocks change: how much of it lies between two moments, and where so much of it ends.
//! Days count by the clock; the few on which clocks change are corrected by what they really have.

use super::time::{DAY, Date, MINUTE, Span, Timestamp};
use super::working_days::{WorkingDays, first_day};
use super::zone::{ZoneName, Zones};

/// Working days on the clocks of a zone.
///
/// ```
/// use nextsale::value::time::{ClockTime, Hours, Timestamp};
/// use nextsale::value::working_days::{Holidays, WorkingDays};
/// use nextsale::value::working_time::WorkingTime;
/// use nextsale::value::zone::{ZoneName, Zones};
/// let (nine, noon) = (ClockTime::parse("09:00").unwrap(), ClockTime::parse("12:00").unwrap());
/// let mornings = WorkingDays::new(|_| vec![Hours { from: nine, to: noon }], &[], Holidays::default());
/// let (zones, utc) = (Zones::default(), ZoneName::utc());
/// let time = WorkingTime::new(&mornings, &zones, &utc);
/// let moment = |text| Timestamp::parse_rfc3339(text).unwrap();
/// let evening = moment("2026-11-23T20:00:00Z");
/// assert_eq!(time.next(evening), Some(moment("2026-11-24T09:00:00Z")));
/// assert_eq!(time.after(evening, 200), Some(moment("2026-11-25T09:20:00Z")));
/// assert_eq!(time.minutes(evening, moment("2036-11-25T09:20:00Z")), 3654 * 180 + 20);
/// ```
#[derive(Debug, Clone)]
pub struct WorkingTime<'c> {
    days: &'c WorkingDays,
    zones: &'c Zones,
    zone: &'c ZoneName,
    /// Days on which clocks change, with the milliseconds that they and all before have more than by the clock.
    changed: Vec<(i64, i64)>,
}

impl<'c> WorkingTime<'c> {
    /// Working days on the clocks of a zone.
    pub fn new(days: &'c WorkingDays, zones: &'c Zones, zone: &'c ZoneName) -> WorkingTime<'c> {
        let mut time = WorkingTime { days, zones, zone, changed: Vec::new() };
        let mut sum = 0_i64;
        for (at, before, after) in zones.changes(zone) {
            let day = |offset: i64| day_of(at.plus(offset));
            let (first, last) = (day(before).min(day(after)), day(before).max(day(after)));
            for day in first..=last {
                if time.changed.last().is_some_and(|(counted, _)| *counted >= day) {
                    continue;
                }
                let date = Date::of_number(day);
                let by_clock = days.minutes_of(date).saturating_mul(MINUTE);
                sum = sum.saturating_add(time.spans(date).map(|span| span.to.since(span.from)).sum::<i64>());
                sum = sum.saturating_sub(by_clock);
                time.changed.push((day, sum));
            }
        }
        time
    }

    /// The working time of a day. Where clocks are put back over a part of it, that part comes twice.
    pub fn spans(&self, date: Date) -> impl Iterator<Item = Span> {
        let (zones, zone) = (self.zones, self.zone);
        self.days.hours(date).iter().flat_map(move |hours| zones.spans(zone, date, *hours))
    }

    /// Is anybody working at a moment?
    pub fn is_working(&self, at: Timestamp) -> bool {
        let shown = self.zones.local(self.zone, at);
        self.days.hours(shown.date).iter().any(|hours| hours.contains(shown.time))
    }

    /// The first working moment from one on.
    pub fn next(&self, from: Timestamp) -> Option<Timestamp> {
        let worked = self.before(from);
        let day = first_day(|day| self.up_to(day) > worked)?;
        self.around(day).into_iter().filter(|span| from < span.to).map(|span| span.from.max(from)).min()
    }

    /// Whole working minutes from one moment up to a later one.
    pub fn minutes(&self, from: Timestamp, to: Timestamp) -> i64 {
        self.before(to).saturating_sub(self.before(from)).max(0).div_euclid(MINUTE)
    }

    /// The moment by which so many working minutes have passed; the moment itself for none.
    pub fn after(&self, from: Timestamp, minutes: u32) -> Option<Timestamp> {
        if minutes == 0 {
            return Some(from);
        }
        let wanted = self.before(from).saturating_add(i64::from(minutes).saturating_mul(MINUTE));
        let day = first_day(|day| self.up_to(day) >= wanted)?;
        let spans = self.around(day).into_iter();
        let ends = spans.filter_map(|span| {
            let missing = wanted.saturating_sub(self.before(span.from));
            let end = span.from.plus(missing);
            (missing > 0 && end <= span.to).then_some(end)
        });
        ends.min()
    }

    /// Working time of a day and those beside it, with which it may be mixed where clocks are put back over midnight.
    fn around(&self, date: Date) -> Vec<Span> {
        let days = [-1, 0, 1].map(|beside: i64| date.number().saturating_add(beside));
        days.into_iter().flat_map(|day| self.spans(Date::of_number(day))).collect()
    }

    /// Working milliseconds of all days up to one and of that day.
    fn up_to(&self, day: i64) -> i64 {
        let next = day.saturating_add(1);
        let changed = self.changed.partition_point(|(changed, _)| *changed < next);
        let more =
            changed.checked_sub(1).and_then(|last| self.changed.get(last)).map_or(0, |(_, more)| *more);
        self.days.minutes_before(next).saturating_mul(MINUTE).saturating_add(more)
    }

    /// Working milliseconds before a moment.
    fn before(&self, at: Timestamp) -> i64 {
        let date = self.zones.local(self.zone, at).date;
        let whole = self.up_to(date.number().saturating_sub(2));
        let passed = |span: Span| span.to.min(at).since(span.from).max(0);
        self.around(date).into_iter().map(passed).fold(whole, i64::saturating_add)
    }
}

/// The number of the day that a clock shows which is taken to be one of UTC.
fn day_of(shown: Timestamp) -> i64 {
    shown.since(Timestamp::EARLIEST).div_euclid(DAY)
}
