//! Times as they are written in a calendar → moments.

use super::contents::{Component, Property};
use super::words::EventTrouble;
use crate::value::time::{ClockTime, Date, Timestamp};
use crate::value::zone::{Now, Transition, ZoneName, Zones};
use ical::recur::set::IcalRecurSet;
use ical::recur::{IcalRecurDateTime, IcalRecurFreq, IcalRecurRule};
use ical::tz::{IcalTz, IcalTzObservance};
use std::collections::BTreeMap;

/// Years in which people have appointments; rules of zones begin in the first of them.
const YEARS: std::ops::RangeInclusive<i32> = 1601..=2400;

/// The clock that a time is told on.
#[derive(Debug, Clone)]
pub(super) enum Clock {
    Utc,
    Zone(ZoneName),
}

/// The clocks that a file can mean.
pub(super) struct Clocks<'a> {
    now: &'a Now,
    /// The host's zones, and those of the file under names of ours.
    zones: Zones,
    of_file: BTreeMap<String, ZoneName>,
}

/// A time as it is written, and the clock it is told on.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) civil: IcalRecurDateTime,
    pub(super) clock: Clock,
    pub(super) is_date: bool,
}

impl<'a> Clocks<'a> {
    pub(super) fn new(now: &'a Now, components: &[Component<'_>]) -> Clocks<'a> {
        let mut clocks = Clocks { now, zones: now.zones.clone(), of_file: BTreeMap::new() };
        let zones = components.iter().filter(|component| component.name == "VTIMEZONE").filter_map(zone);
        let through =
            IcalRecurDateTime::from_seconds(now.at.millis().div_euclid(1000)).year.saturating_add(2);
        for (number, zone) in zones.take(200).enumerate() {
            let Some(name) = ZoneName::parse(&format!("file/{number}")) else { continue };
            clocks.zones = clocks.zones.with(name.clone(), transitions(&zone, through));
            clocks.of_file.insert(zone.id, name);
        }
        clocks
    }

    /// The clock of a name. Some programs put their own name before that of the zone.
    fn named(&self, name: &str) -> Option<Clock> {
        let known = |name: &str| {
            ZoneName::parse(name).filter(|zone| self.now.zones.knows(zone) || *zone == self.now.zone)
        };
        let ends = name.match_indices('/').filter_map(|(at, _)| name.get(at.saturating_add(1)..));
        let of_host = [name].into_iter().chain(ends).find_map(known).map(Clock::Zone);
        let is_utc = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z"].contains(&name);
        of_host
            .or_else(|| is_utc.then_some(Clock::Utc))
            .or_else(|| self.of_file.get(name).cloned().map(Clock::Zone))
    }

    /// A written time. One without a zone is told on the clock of whoever looks.
    pub(super) fn written(
        &self,
        property: &Property,
        name: &'static str,
        value: &str,
    ) -> Result<Written, EventTrouble> {
        let not_a_date = || EventTrouble::NotADate { property: name, value: value.to_owned() };
        let civil = IcalRecurDateTime::parse(value).ok().filter(|civil| YEARS.contains(&civil.year));
        let civil = civil.ok_or_else(not_a_date)?;
        let clock = match property.param("TZID") {
            _ if value.ends_with(['Z', 'z']) => Clock::Utc,
            Some(zone) => {
                self.named(zone).ok_or_else(|| EventTrouble::UnknownZone { zone: zone.to_owned() })?
            }
            None => Clock::Zone(self.now.zone.clone()),
        };
        Ok(Written { civil, clock, is_date: value.len() == 8 })
    }

    /// The moment of a time on a clock.
    pub(super) fn moment(&self, clock: &Clock, civil: IcalRecurDateTime) -> Option<Timestamp> {
        let seconds = match clock {
            Clock::Utc => civil.seconds(),
            Clock::Zone(zone) => {
                let date = Date::new(civil.year, civil.month.into(), civil.day.into())?;
                let minutes = i64::from(civil.hour).saturating_mul(60).saturating_add(civil.minute.into());
                let resolved = self.zones.resolve(zone, date, ClockTime::from_minutes(minutes));
                let second = i64::from(civil.second.min(59)).saturating_mul(1000);
                return Some(resolved.earliest().plus(second));
            }
        };
        Timestamp::from_millis(seconds.checked_mul(1000)?)
    }

    /// A time told on another clock.
    pub(super) fn told_on(&self, clock: &Clock, written: &Written) -> Option<IcalRecurDateTime> {
        if written.is_date {
            return Some(written.civil);
        }
        let moment = self.moment(&written.clock, written.civil)?;
        let seconds = moment.millis().div_euclid(1000);
        Some(match clock {
            Clock::Utc => IcalRecurDateTime::from_seconds(seconds),
            Clock::Zone(zone) => {
                let offset = i64::from(self.zones.offset_minutes(zone, moment)).saturating_mul(60);
                IcalRecurDateTime::from_seconds(seconds.saturating_add(offset))
            }
        })
    }
}

/// The changes of a zone as we know those of the host's.
fn transitions(zone: &IcalTz, through: i32) -> Vec<Transition> {
    let changes = zone.transitions(through);
    let minutes = |seconds: i32| seconds.div_euclid(60);
    let first = changes
        .first()
        .map(|change| Transition { from: Timestamp::EARLIEST, offset_minutes: minutes(change.from) });
    let later = changes.iter().filter_map(|change| {
        let seconds = change.local.seconds().checked_sub(change.from.into())?;
        let from = Timestamp::from_millis(seconds.checked_mul(1000)?)?;
        Some(Transition { from, offset_minutes: minutes(change.to) })
    });
    first.into_iter().chain(later).collect()
}

/// A zone as the file describes it; nothing where its rules are none that a zone can have.
fn zone(component: &Component<'_>) -> Option<IcalTz> {
    let properties = component.properties();
    let id = properties.iter().find(|property| property.name == "TZID")?.text.clone();
    let parts = component.parts();
    let observances = parts.iter().take(400).map(observance).collect::<Option<Vec<_>>>()?;
    (!observances.is_empty()).then_some(IcalTz { id, observances })
}

fn observance(component: &Component<'_>) -> Option<IcalTzObservance> {
    let mut onsets = IcalRecurSet::default();
    let (mut from, mut to) = (None, None);
    for property in component.properties() {
        match property.name.as_str() {
            "TZOFFSETFROM" => from = offset(&property.raw),
            "TZOFFSETTO" => to = offset(&property.raw),
            "DTSTART" => {
                let start = IcalRecurDateTime::parse(&property.raw).ok()?;
                onsets.start = Some(start).filter(|start| YEARS.contains(&start.year));
            }
            "RDATE" => {
                let dates = property.raw.split(',').take(1000).map(IcalRecurDateTime::parse);
                onsets.dates.extend(dates.filter_map(Result::ok).filter(|date| YEARS.contains(&date.year)));
            }
            "RRULE" => {
                let rule = IcalRecurRule::parse(&property.raw).ok()?;
                if rule.freq != IcalRecurFreq::Yearly || rule.interval > 1000 {
                    return None;
                }
                onsets.rules.push(rule);
            }
            _ => {}
        }
    }
    onsets.dates.sort_unstable();
    onsets.start?;
    Some(IcalTzObservance { daylight: component.name == "DAYLIGHT", from: from?, to: to?, onsets })
}

/// Seconds of an offset like `+0100` or `-013000`, less than a day.
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => (1, text),
    };
    let part = |from: usize| digits.get(from..from.saturating_add(2))?.parse::<i32>().ok();
    let whole = matches!(digits.len(), 4 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = (part(0).filter(|_| whole)?, part(2)?);
    let seconds = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?;
    let seconds = seconds.checked_add(part(4).unwrap_or(0))?;
    (seconds < 86_400).then(|| seconds.saturating_mul(sign))
}
