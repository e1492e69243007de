//! iCalendar (RFC 5545): planned contacts for other calendars, and busy times from them.
//!
//! Lines, folding, escapes and recurrence are the ical-rs crate's work; what an event means for our day is ours. Time
//! zones are those of the host, by name, or else those that the file itself describes; what names neither is refused.

mod busy;
mod clock;
mod contents;
mod read;
mod series;
mod words;
mod write;

pub(super) use read::take_in;
pub use write::{Event, EventStatus, calendar};
