//! What repeats: which occurrences an event has, and for which of them others stand.

use super::busy::{DAY, Event, first, lasting, length};
use super::clock::{Clock, Clocks, Written};
use super::contents::Property;
use super::words::EventTrouble;
use ical::recur::set::IcalRecurSet;
use ical::recur::{IcalRecurDateTime, IcalRecurFreq, IcalRecurRule};
use std::collections::{BTreeMap, BTreeSet};

/// An event that stands for an occurrence of a series.
pub(super) struct StandIn {
    pub(super) uid: String,
    id: Written,
    /// It stands for all later ones too.
    and_following: bool,
}

/// The occurrences of a series that one of its events is for.
pub(super) struct Part {
    pub(super) set: IcalRecurSet,
    /// Those that take another time than the event.
    pub(super) lengths: BTreeMap<IcalRecurDateTime, i64>,
    /// The first, and the first that is not any more.
    from: Option<IcalRecurDateTime>,
    pub(super) until: Option<IcalRecurDateTime>,
    /// So many seconds later than the series says.
    pub(super) moved: i64,
    /// Days on which nothing takes place.
    off: BTreeSet<i64>,
}

impl Part {
    /// The part of a series that an event is for; the event may be the series itself.
    pub(super) fn of(
        event: &Event<'_>,
        series: &Event<'_>,
        clocks: &Clocks<'_>,
        others: &[&StandIn],
    ) -> Result<Part, EventTrouble> {
        let id_of = |stand_in: &StandIn| series.occurrence(clocks, &stand_in.id);
        let own = if std::ptr::eq(event, series) { None } else { event.stand_in(clocks)? };
        let from = own.as_ref().and_then(id_of);
        let following = others.iter().filter(|other| other.and_following).filter_map(|other| id_of(other));
        let mut part = Part {
            set: IcalRecurSet { start: Some(series.start.civil), ..IcalRecurSet::default() },
            lengths: BTreeMap::new(),
            from,
            until: following.filter(|id| from.is_none_or(|from| *id > from)).min(),
            moved: 0,
            off: BTreeSet::new(),
        };
        if let Some(from) = from {
            let begins = clocks.told_on(&series.start.clock, &event.start);
            part.moved = begins.map_or(0, |begins| begins.seconds().saturating_sub(from.seconds()));
            part.set.dates.push(from);
        }
        series.repeat(clocks, &mut part)?;
        let others = others.iter().filter_map(|other| id_of(other));
        part.set.exdates.extend(others.filter(|id| Some(*id) != from));
        let set = &mut part.set;
        for dates in [&mut set.dates, &mut set.exdates] {
            dates.sort_unstable();
            dates.dedup();
        }
        Ok(part)
    }

    pub(super) fn leaves_out(&self, id: IcalRecurDateTime) -> bool {
        self.from.is_some_and(|from| id < from) || self.off.contains(&day(id))
    }
}

fn day(at: IcalRecurDateTime) -> i64 {
    at.seconds().div_euclid(DAY)
}

impl Event<'_> {
    /// What it stands for, if it does for a part of a series.
    pub(super) fn stand_in(&self, clocks: &Clocks<'_>) -> Result<Option<StandIn>, EventTrouble> {
        let Some(id) = first(self.properties, "RECURRENCE-ID") else { return Ok(None) };
        let range = id.param("RANGE");
        Ok(Some(StandIn {
            uid: self.uid.unwrap_or_default().to_owned(),
            id: clocks.written(id, "RECURRENCE-ID", &id.raw)?,
            and_following: range.is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE")),
        }))
    }

    /// Does it stand for a part of a series?
    pub(super) fn is_part(&self) -> bool {
        first(self.properties, "RECURRENCE-ID").is_some()
    }

    /// Does it take the place of a series from an occurrence on, and repeat as the series does?
    pub(super) fn goes_on(&self, stand_in: &StandIn) -> bool {
        stand_in.and_following && ["RRULE", "RDATE"].iter().all(|name| first(self.properties, name).is_none())
    }

    /// When the series has an occurrence of that name. A day names the one at the time at which the series begins.
    fn occurrence(&self, clocks: &Clocks<'_>, id: &Written) -> Option<IcalRecurDateTime> {
        let at = clocks.told_on(&self.start.clock, id)?;
        if !id.is_date || self.start.is_date {
            return Some(at);
        }
        let time = self.start.civil.seconds().rem_euclid(DAY);
        Some(IcalRecurDateTime::from_seconds(at.seconds().saturating_add(time)))
    }

    fn repeat(&self, clocks: &Clocks<'_>, part: &mut Part) -> Result<(), EventTrouble> {
        for property in self.properties {
            match property.name.as_str() {
                "RRULE" => part.set.rules.push(self.rule(clocks, property)?),
                "EXRULE" => part.set.exrules.push(self.rule(clocks, property)?),
                "RDATE" => {
                    for item in items(property) {
                        let (at, _) = self.date(clocks, property, "RDATE", item)?;
                        part.set.dates.push(at);
                        part.lengths.extend(period(clocks, property, item)?.map(|length| (at, length)));
                    }
                }
                "EXDATE" => {
                    for item in items(property) {
                        match self.date(clocks, property, "EXDATE", item)? {
                            // A day without a time takes away all that the day has.
                            (at, written) if written.is_date && !self.start.is_date => {
                                part.off.insert(day(at));
                            }
                            (at, _) => part.set.exdates.push(at),
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
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
        let upper = property.raw.to_ascii_uppercase();
        let until = upper.split(';').find_map(|part| part.trim().strip_prefix("UNTIL=")).unwrap_or_default();
        if let Some(civil) = rule.until.filter(|_| !self.start.is_date) {
            if until.trim().ends_with('Z') {
                // An end in UTC is told on the clock of the start.
                let written = Written { civil, clock: Clock::Utc, is_date: false };
                rule.until = clocks.told_on(&self.start.clock, &written);
            } else if until.trim().len() == 8 {
                // A last day counts to its end.
                rule.until = Some(IcalRecurDateTime::from_seconds(civil.seconds().saturating_add(DAY - 1)));
            }
        }
        Ok(rule)
    }

    /// A date of a list; of a period the beginning.
    fn date(
        &self,
        clocks: &Clocks<'_>,
        property: &Property,
        name: &'static str,
        item: &str,
    ) -> Result<(IcalRecurDateTime, Written), EventTrouble> {
        let written = clocks.written(property, name, item.split('/').next().unwrap_or(item))?;
        let not_a_date = || EventTrouble::NotADate { property: name, value: item.to_owned() };
        let at = clocks.told_on(&self.start.clock, &written).ok_or_else(not_a_date)?;
        Ok((at, written))
    }
}

fn items(property: &Property) -> impl Iterator<Item = &str> {
    property.raw.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// How long a period of RDATE takes; nothing for a date, which takes as long as the event.
fn period(clocks: &Clocks<'_>, property: &Property, item: &str) -> Result<Option<i64>, EventTrouble> {
    let Some((begins, ends)) = item.split_once('/') else { return Ok(None) };
    let not_a_date = || EventTrouble::NotADate { property: "RDATE", value: item.to_owned() };
    if ends.trim_start_matches(['+', '-']).starts_with(['P', 'p']) {
        return lasting(ends).map(Some).ok_or_else(not_a_date);
    }
    let begins = clocks.written(property, "RDATE", begins)?;
    let ends = clocks.written(property, "RDATE", ends)?;
    length(clocks, &begins, &ends)
        .map(Some)
        .ok_or_else(|| EventTrouble::EndsBefore { value: item.to_owned() })
}
