//! An event → the times at which it keeps us busy.

use super::clock::{Clock, Clocks, Written};
use super::contents::Property;
use super::words::EventTrouble;
use crate::journal::fact::BusyTime;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use ical::recur::set::IcalRecurSet;
use ical::recur::{IcalRecurDateTime, IcalRecurFreq, IcalRecurRule};
use ical::value::duration::IcalDuration;

/// So many occurrences are looked at, from the first on: an hourly event of more than twenty years.
const MOST_STEPS: usize = 200_000;
/// So many seconds an event takes at most: a year and a day.
const LONGEST: i64 = 367 * 86_400;
const DAY: i64 = 86_400;

/// From when to when busy times matter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Horizon {
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
}

/// An event, read but for its repetitions.
pub(super) struct Event<'p> {
    properties: &'p [Property],
    pub(super) uid: Option<&'p str>,
    start: Written,
    /// How long it takes, in seconds of the clock it is told on.
    length: i64,
}

fn first<'p>(properties: &'p [Property], name: &str) -> Option<&'p Property> {
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
            (None, Some(duration)) => {
                let seconds = IcalDuration(duration.raw.as_str().into()).seconds();
                seconds.filter(|seconds| (0..=LONGEST).contains(seconds)).ok_or_else(|| {
                    EventTrouble::NotADate { property: "DURATION", value: duration.raw.clone() }
                })?
            }
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

    /// The occurrence of a series that this one stands for.
    pub(super) fn stands_for(&self, clocks: &Clocks<'_>) -> Option<Written> {
        let id = first(self.properties, "RECURRENCE-ID")?;
        clocks.written(id, "RECURRENCE-ID", &id.raw).ok()
    }

    /// What it is, unless that is nobody's business.
    fn summary(&self) -> Option<Line> {
        let class = first(self.properties, "CLASS").map(|class| class.raw.to_ascii_uppercase());
        let is_private = matches!(class.as_deref(), Some("PRIVATE" | "CONFIDENTIAL"));
        let summary = first(self.properties, "SUMMARY").filter(|_| !is_private)?;
        Line::squeezed(&summary.text)
    }

    /// All times within the horizon, except those that other events stand for.
    pub(super) fn times(
        &self,
        clocks: &Clocks<'_>,
        horizon: Horizon,
        replaced: &[Written],
    ) -> Result<Vec<BusyTime>, EventTrouble> {
        let set = self.recurrence(clocks, replaced)?;
        let mut times = Vec::new();
        if self.length == 0 {
            return Ok(times);
        }
        let summary = self.summary();
        for (step, occurrence) in set.expand().enumerate() {
            // Far from the horizon no clock has to be asked: none is more than a day off.
            let civil = occurrence.start.seconds();
            let is_over = civil.saturating_add(self.length) < seconds(horizon.from).saturating_sub(2 * DAY);
            if is_over && step < MOST_STEPS {
                continue;
            }
            let begins = clocks.moment(&self.start.clock, occurrence.start);
            let ends = self.end_of(clocks, occurrence.start);
            let (Some(from), Some(to)) = (begins, ends) else { continue };
            if from >= horizon.to {
                break;
            }
            if step >= MOST_STEPS {
                return Err(self.too_often());
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
    fn end_of(&self, clocks: &Clocks<'_>, begins: IcalRecurDateTime) -> Option<Timestamp> {
        if self.start.is_date {
            let ends = IcalRecurDateTime::from_seconds(begins.seconds().checked_add(self.length)?);
            return clocks.moment(&self.start.clock, ends);
        }
        Some(clocks.moment(&self.start.clock, begins)?.plus(self.length.saturating_mul(1000)))
    }

    fn recurrence(&self, clocks: &Clocks<'_>, replaced: &[Written]) -> Result<IcalRecurSet, EventTrouble> {
        let mut set = IcalRecurSet { start: Some(self.start.civil), ..IcalRecurSet::default() };
        for property in self.properties {
            match property.name.as_str() {
                "RRULE" => set.rules.push(self.rule(clocks, property)?),
                "RDATE" => set.dates.extend(self.dates(clocks, property, "RDATE")?),
                "EXDATE" => set.exdates.extend(self.dates(clocks, property, "EXDATE")?),
                _ => {}
            }
        }
        let others = replaced.iter().filter_map(|id| clocks.told_on(&self.start.clock, id));
        set.exdates.extend(others);
        set.dates.sort_unstable();
        set.dates.dedup();
        set.exdates.sort_unstable();
        set.exdates.dedup();
        Ok(set)
    }

    fn rule(&self, clocks: &Clocks<'_>, property: &Property) -> Result<IcalRecurRule, EventTrouble> {
        let value = || property.raw.clone();
        let mut rule =
            IcalRecurRule::parse(&property.raw).map_err(|_| EventTrouble::NotARule { value: value() })?;
        if rule.scale.as_deref().is_some_and(|scale| scale != "GREGORIAN") || rule.interval > 10_000 {
            return Err(EventTrouble::NotARule { value: value() });
        }
        if matches!(rule.freq, IcalRecurFreq::Secondly | IcalRecurFreq::Minutely) {
            return Err(EventTrouble::TooOften { value: value() });
        }
        // An end in UTC is told on the clock of the start.
        let is_utc =
            property.raw.to_ascii_uppercase().split(';').any(|part| {
                part.trim().strip_prefix("UNTIL=").is_some_and(|until| until.trim().ends_with('Z'))
            });
        if let Some(civil) = rule.until.filter(|_| is_utc && !self.start.is_date) {
            let written = Written { civil, clock: Clock::Utc, is_date: false };
            rule.until = clocks.told_on(&self.start.clock, &written);
        }
        Ok(rule)
    }

    /// Dates of a list; of periods the beginning.
    fn dates(
        &self,
        clocks: &Clocks<'_>,
        property: &Property,
        name: &'static str,
    ) -> Result<Vec<IcalRecurDateTime>, EventTrouble> {
        let items = property.raw.split(',').map(str::trim).filter(|item| !item.is_empty());
        let read = |item: &str| {
            let begins = item.split('/').next().unwrap_or(item);
            let written = clocks.written(property, name, begins)?;
            let not_a_date = || EventTrouble::NotADate { property: name, value: item.to_owned() };
            clocks.told_on(&self.start.clock, &written).ok_or_else(not_a_date)
        };
        items.map(read).collect()
    }
}

fn seconds(at: Timestamp) -> i64 {
    at.millis().div_euclid(1000)
}

/// Seconds from the start to the end; nothing if it ends before, or takes longer than anything does.
fn length(clocks: &Clocks<'_>, begins: &Written, ends: &Written) -> Option<i64> {
    let seconds = if begins.is_date && ends.is_date {
        ends.civil.seconds().checked_sub(begins.civil.seconds())?
    } else {
        let (from, to) =
            (clocks.moment(&begins.clock, begins.civil)?, clocks.moment(&ends.clock, ends.civil)?);
        to.since(from).div_euclid(1000)
    };
    // A day that ends on itself is meant to be that day.
    let seconds = if begins.is_date && seconds == 0 { DAY } else { seconds };
    (0..=LONGEST).contains(&seconds).then_some(seconds)
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
            let to = match IcalDuration(ends.into()).seconds() {
                Some(seconds) if (0..=LONGEST).contains(&seconds) => from.plus(seconds.saturating_mul(1000)),
                Some(_) => return Err(not_a_date()),
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
