//! The events of a file → busy times.

use super::super::intake::{Accepted, Intake};
use super::super::preview::{FilePreview, ProblemEffect, RowProblem};
use super::super::words::shown;
use super::busy::{Event, Horizon, free_busy};
use super::clock::Clocks;
use super::contents::{Component, Property, components, is_too_deep, strange_lines};
use super::series::StandIn;
use super::words::EventTrouble;
use crate::journal::fact::{BusyTime, CalendarImported};
use crate::value::order::ranked;
use crate::value::text::Line;
use crate::value::time::DAY;
use ical::tree::cst::IcalCst;

/// Busy times matter from eight weeks ago to half a year ahead.
const DAYS_BACK: i64 = 56;
const DAYS_AHEAD: i64 = 182;
/// So many busy times a calendar has at most.
const MOST_TIMES: usize = 20_000;

/// Takes in the busy times of a calendar, and tells in its preview what became of its events.
pub(in super::super) fn take_in(intake: &mut Intake<'_>, text: &str, preview: &mut FilePreview) {
    if is_too_deep(text) {
        let trouble = EventTrouble::NoValue { line: String::new() };
        preview.rows = 1;
        return preview.tell(1, Err(refused(1, &trouble)), Vec::new());
    }
    let read = IcalCst::parse_recovering(text);
    let components = components(text, &read.calendars);
    let clocks = Clocks::new(intake.now, &components);
    let horizon = Horizon {
        from: intake.now.at.plus(DAY.saturating_mul(DAYS_BACK).saturating_neg()),
        to: intake.now.at.plus(DAY.saturating_mul(DAYS_AHEAD)),
    };
    let told: Vec<(&Component<'_>, Vec<Property>)> = components
        .iter()
        .filter(|component| ["VEVENT", "VFREEBUSY"].contains(&component.name.as_str()))
        .map(|component| (component, component.properties()))
        .collect();
    let stand_ins: Vec<StandIn> = told.iter().filter_map(|(_, event)| stand_in(&clocks, event)).collect();
    let mut busy: Vec<BusyTime> = Vec::new();
    for (component, properties) in &told {
        let outcome = match component.name.as_str() {
            "VFREEBUSY" => free_busy(&clocks, properties, horizon),
            _ => event_times(&clocks, properties, horizon, &stand_ins, &told),
        };
        let outcome = outcome.and_then(|times| match busy.len().saturating_add(times.len()) {
            sum if sum > MOST_TIMES => Err(EventTrouble::TooMany),
            _ => Ok(times),
        });
        let accepted = match outcome {
            Ok(times) => {
                let accepted =
                    Accepted { text: told_of(properties, times.len()), duplicate: false, completes: None };
                busy.extend(times);
                Ok(accepted)
            }
            Err(trouble) => Err(refused(component.line, &trouble)),
        };
        preview.rows = preview.rows.saturating_add(1);
        preview.tell(component.line, accepted, Vec::new());
    }
    // A line that can't be read is refused like an event, so that nobody takes a broken calendar for an empty one.
    for trouble in strange_lines(&read.calendars) {
        preview.rows = preview.rows.saturating_add(1);
        preview.tell(1, Err(refused(1, &trouble)), Vec::new());
    }
    if preview.refused == 0 || preview.accepted > 0 {
        let busy = ranked(busy, |time| (time.from.millis(), time.to.millis(), 0));
        let calendar = name(&read.calendars, preview);
        intake.calendars.extend(calendar.map(|calendar| CalendarImported { calendar, busy }));
    }
}

fn stand_in(clocks: &Clocks<'_>, properties: &[Property]) -> Option<StandIn> {
    Event::read(clocks, properties).ok()?.stand_in(clocks).ok()?
}

fn event_times(
    clocks: &Clocks<'_>,
    properties: &[Property],
    horizon: Horizon,
    stand_ins: &[StandIn],
    told: &[(&Component<'_>, Vec<Property>)],
) -> Result<Vec<BusyTime>, EventTrouble> {
    let event = Event::read(clocks, properties)?;
    let own = event.stand_in(clocks)?;
    let others =
        || stand_ins.iter().filter(|other| Some(other.uid.as_str()) == event.uid).collect::<Vec<_>>();
    let times = match own.filter(|own| event.goes_on(own)).and_then(|_| series(clocks, &event, told)) {
        Some(series) => event.times(clocks, horizon, &series, &others())?,
        None if event.is_part() => event.times(clocks, horizon, &event, &[])?,
        None => event.times(clocks, horizon, &event, &others())?,
    };
    Ok(if event.is_busy() { times } else { Vec::new() })
}

/// The series that an event belongs to, if it can be read.
fn series<'t>(
    clocks: &Clocks<'_>,
    event: &Event<'_>,
    told: &'t [(&Component<'_>, Vec<Property>)],
) -> Option<Event<'t>> {
    let mut events = told.iter().filter_map(|(_, properties)| Event::read(clocks, properties).ok());
    events.find(|other| event.uid.is_some() && other.uid == event.uid && !other.is_part())
}

fn told_of(properties: &[Property], times: usize) -> String {
    let summary = properties.iter().find(|property| property.name == "SUMMARY");
    let summary = summary.map(|summary| shown(&summary.text)).unwrap_or_default();
    super::super::words::busy_times(&summary, times)
}

/// The name that the calendar bears, or else that of the file.
fn name(calendars: &[IcalCst<'_>], preview: &FilePreview) -> Option<Line> {
    let lines = calendars.iter().flat_map(|calendar| &calendar.items).filter_map(|item| match item {
        ical::tree::cst::IcalItem::Prop(line) => Some(line),
        _ => None,
    });
    let named = lines
        .filter(|line| ["X-WR-CALNAME", "NAME"].contains(&line.name.get().to_ascii_uppercase().as_str()));
    let named = named.filter_map(|line| Line::squeezed(&line.value.decode())).next();
    let file = preview.name.rsplit_once('.').map_or(preview.name.as_str(), |(name, _)| name);
    named.or_else(|| Line::squeezed(file)).or_else(|| Line::parse("Calendar"))
}

fn refused(line: u32, trouble: &EventTrouble) -> RowProblem {
    RowProblem {
        line,
        column: trouble.property().map(str::to_owned),
        value: shown(trouble.value()),
        effect: ProblemEffect::RowRefused,
        text: trouble.text(),
    }
}
