//! Events → text.

use crate::value::time::Timestamp;
use ical::tree::cst::IcalCst;
use ical::tree::line::IcalLine;

/// How firm an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventStatus {
    /// It is agreed.
    Confirmed,
    /// We mean to.
    Tentative,
}

/// An event of a calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its name for ever.
    pub uid: String,
    /// When it begins.
    pub from: Timestamp,
    /// When it ends.
    pub to: Timestamp,
    /// What it is, in a line.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where.
    pub location: Option<String>,
    /// How firm it is.
    pub status: EventStatus,
}

/// Events as a calendar. Times are those of UTC, which every program understands without a table of zones.
///
/// ```
/// use nextsale::exchange::calendar::{Event, EventStatus, calendar};
/// use nextsale::value::time::{HOUR, Timestamp};
/// let from = Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap();
/// let event = Event {
///     uid: "i_1@nextsale".to_owned(),
///     from,
///     to: from.plus(HOUR),
///     summary: "Call Ada; bring tea, too".to_owned(),
///     description: String::new(),
///     location: None,
///     status: EventStatus::Confirmed,
/// };
/// let text = calendar(from, &[event]);
/// assert!(text.contains("\r\nDTSTART:20261123T090000Z\r\n"));
/// assert!(text.contains("\r\nSUMMARY:Call Ada\\; bring tea\\, too\r\n"));
/// ```
pub fn calendar(now: Timestamp, events: &[Event]) -> String {
    let mut calendar = IcalCst::v2();
    calendar.push_line(text("PRODID", "-//nextsale//nextsale//EN"));
    calendar.push_line(text("CALSCALE", "GREGORIAN"));
    calendar.push_line(text("METHOD", "PUBLISH"));
    for event in events {
        let mut lines = IcalCst::empty("VEVENT");
        lines.push_line(text("UID", &event.uid));
        lines.push_line(text("DTSTAMP", &utc(now)));
        lines.push_line(text("DTSTART", &utc(event.from)));
        lines.push_line(text("DTEND", &utc(event.to)));
        lines.push_line(text("SUMMARY", &event.summary));
        if !event.description.is_empty() {
            lines.push_line(text("DESCRIPTION", &event.description));
        }
        if let Some(location) = &event.location {
            lines.push_line(text("LOCATION", location));
        }
        lines.push_line(text("STATUS", status(event.status)));
        calendar.push_component(lines);
    }
    calendar.to_string()
}

fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Confirmed => "CONFIRMED",
        EventStatus::Tentative => "TENTATIVE",
    }
}

/// A line with a value that the library escapes, and folds when it is written. Control characters have no form.
fn text(name: &str, value: &str) -> IcalLine<'static> {
    let unix = value.replace("\r\n", "\n").replace('\r', "\n");
    let clean: String = unix.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let mut line = IcalLine::text(name.to_owned(), String::new());
    line.value.set(&[clean]);
    line
}

fn utc(at: Timestamp) -> String {
    let seconds = at.to_string();
    let seconds = seconds.get(..19).unwrap_or(&seconds);
    let digits: String = seconds.chars().filter(|c| c.is_ascii_digit() || *c == 'T').collect();
    format!("{digits}Z")
}
