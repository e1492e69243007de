//! An event → the times at which it keeps us busy.

use super::clock::{Clocks, Written};
use super::contents::Property;
use super::series::{Part, StandIn};
use super::words::EventTrouble;
use crate::journal::fact::BusyTime;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use ical::recur::IcalRecurDateTime;
use ical::value::duration::IcalDuration;

/// So many occurrences are looked at, from the first on: an hourly event of more than twenty years.
const MOST_STEPS: usize = 200_000;
/// What takes longer than this many seconds, four hundred years, ends beyond whatever is looked at.
const LONGEST: i64 = 400 * 366 * 86_400;
pub(super) const DAY: i64 = 86_400;

/// From when to when busy times matter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Horizon {
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

/// An event, read but for its repetitions.
pub(super) struct Event<'p> {
    pub(super) properties: &'p [Property],
    pub(super) uid: Option<&'p str>,
    pub(super) start: Written,
    /// How long it takes, in seconds of the clock it is told on.
    length: i64,
}

pub(super) fn first<'p>(properties: &'p [Property], name: &str) -> Option<&'p Property> {
    properties.iter().find(|property| property.name == name)
}

impl<'p> Event<'p> {
    pub(super) fn read(clocks: &Clocks<'_>, properties: &'p [Property]) -> Result<Event<'p>, EventTrouble> {
        let start = first(properties, "DTSTART").ok_or(EventTrouble::NoStart)?;
        let begins = clocks.written(start, "DTSTART", &start.raw)?;
        let length = match (first(properties, "DTEND"), first(properties, "DURATION")) {
            (Some(end), _) => {
                let ends = clocks.written(end, "DTEND", &end.raw)?;
                length(clocks, &begins, &ends)
                    .ok_or_else(|| EventTrouble::EndsBefore { value: end.raw.clone() })?
            }
            (None, Some(duration)) => lasting(&duration.raw).ok_or_else(|| EventTrouble::NotADate {
                property: "DURATION",
                value: duration.raw.clone(),
            })?,
            // A day without an end is a whole day; a time without one takes none.
            (None, None) if begins.is_date => DAY,
            (None, None) => 0,
        };
        let uid = first(properties, "UID").map(|uid| uid.text.as_str());
        Ok(Event { properties, uid, start: begins, length })
    }

    /// Does it keep us busy at all?
    pub(super) fn is_busy(&self) -> bool {
        let says = |name: &str, word: &str| {
            first(self.properties, name).is_some_and(|property| property.raw.eq_ignore_ascii_case(word))
        };
        !says("STATUS", "CANCELLED")
            && !says("TRANSP", "TRANSPARENT")
            && !says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    }

    /// What it is, unless that is nobody's business.
    fn summary(&self) -> Option<Line> {
        let class = first(self.properties, "CLASS").map(|class| class.raw.to_ascii_uppercase());
        let is_private = matches!(class.as_deref(), Some("PRIVATE" | "CONFIDENTIAL"));
        let summary = first(self.properties, "SUMMARY").filter(|_| !is_private)?;
        Line::squeezed(&summary.text)
    }

    /// All times within the horizon, except those that other events stand for. Those of an event that stands for a
    /// part of a series are those of the series, moved.
    pub(super) fn times(
        &self,
        clocks: &Clocks<'_>,
        horizon: Horizon,
        series: &Event<'_>,
        others: &[&StandIn],
    ) -> Result<Vec<BusyTime>, EventTrouble> {
        let part = Part::of(self, series, clocks, others)?;
        let mut times = Vec::new();
        if self.length == 0 && part.lengths.is_empty() {
            return Ok(times);
        }
        let summary = self.summary();
        for (step, occurrence) in part.set.expand().enumerate() {
            let id = occurrence.id;
            if part.until.is_some_and(|until| id >= until) {
                break;
            }
            let length = part.lengths.get(&id).copied().unwrap_or(self.length);
            let civil = IcalRecurDateTime::from_seconds(id.seconds().saturating_add(part.moved));
            // Far from the horizon no clock has to be asked: none is more than a day off.
            let is_over =
                civil.seconds().saturating_add(length) < seconds(horizon.from).saturating_sub(2 * DAY);
            if (is_over || part.leaves_out(id)) && step < MOST_STEPS {
                continue;
            }
            let begins = clocks.moment(&series.start.clock, civil);
            let (Some(from), Some(to)) = (begins, self.end_of(clocks, series, civil, length)) else {
                continue;
            };
            if from >= horizon.to {
                break;
            }
            if step >= MOST_STEPS {
                return Err(series.too_often());
            }
            if to > horizon.from && to > from {
                times.push(BusyTime { from, to, summary: summary.clone() });
            }
        }
        Ok(times)
    }

    fn too_often(&self) -> EventTrouble {
        let rule = first(self.properties, "RRULE").map(|rule| rule.raw.clone());
        EventTrouble::TooOften { value: rule.unwrap_or_default() }
    }

    /// A day is as long as it is on the clock; a time takes its seconds.
    fn end_of(
        &self,
        clocks: &Clocks<'_>,
        series: &Event<'_>,
        begins: IcalRecurDateTime,
        length: i64,
    ) -> Option<Timestamp> {
        if self.start.is_date {
            let ends = IcalRecurDateTime::from_seconds(begins.seconds().checked_add(length)?);
            return clocks.moment(&series.start.clock, ends);
        }
        Some(clocks.moment(&series.start.clock, begins)?.plus(length.saturating_mul(1000)))
    }
}

fn seconds(at: Timestamp) -> i64 {
    at.millis().div_euclid(1000)
}

/// Seconds from the start to the end; nothing if it ends before.
pub(super) fn length(clocks: &Clocks<'_>, begins: &Written, ends: &Written) -> Option<i64> {
    let seconds = if begins.is_date && ends.is_date {
        ends.civil.seconds().checked_sub(begins.civil.seconds())?
    } else {
        let (from, to) =
            (clocks.moment(&begins.clock, begins.civil)?, clocks.moment(&ends.clock, ends.civil)?);
        to.since(from).div_euclid(1000)
    };
    // A day that ends on itself is meant to be that day.
    let seconds = if begins.is_date && seconds == 0 { DAY } else { seconds };
    (seconds >= 0).then_some(seconds.min(LONGEST))
}

/// The seconds of a written duration; nothing if it is none, or goes back.
pub(super) fn lasting(duration: &str) -> Option<i64> {
    IcalDuration(duration.into())
        .seconds()
        .filter(|seconds| *seconds >= 0)
        .map(|seconds| seconds.min(LONGEST))
}

/// The busy periods of a VFREEBUSY.
pub(super) fn free_busy(
    clocks: &Clocks<'_>,
    properties: &[Property],
    horizon: Horizon,
) -> Result<Vec<BusyTime>, EventTrouble> {
    let mut times = Vec::new();
    for property in properties.iter().filter(|property| property.name == "FREEBUSY") {
        if property.param("FBTYPE").is_some_and(|kind| kind.eq_ignore_ascii_case("FREE")) {
            continue;
        }
        for period in property.raw.split(',').map(str::trim).filter(|period| !period.is_empty()) {
            let not_a_date = || EventTrouble::NotADate { property: "FREEBUSY", value: period.to_owned() };
            let (begins, ends) = period.split_once('/').ok_or_else(not_a_date)?;
            let begins = clocks.written(property, "FREEBUSY", begins)?;
            let from = clocks.moment(&begins.clock, begins.civil).ok_or_else(not_a_date)?;
            let to = match lasting(ends) {
                Some(seconds) => from.plus(seconds.saturating_mul(1000)),
                None => {
                    let ends = clocks.written(property, "FREEBUSY", ends)?;
                    clocks.moment(&ends.clock, ends.civil).ok_or_else(not_a_date)?
                }
            };
            if to <= from {
                return Err(EventTrouble::EndsBefore { value: period.to_owned() });
            }
            if from < horizon.to && to > horizon.from {
                times.push(BusyTime { from, to, summary: None });
            }
        }
    }
    Ok(times)
}
