//! A whole book as one text, and back.

use super::{Engine, Scores};
use crate::failure::Failure;
use crate::journal::entry::Entry;
use crate::value::document::{Fault, Place, Problem, Reading, UnknownFields, field, object, parse};
use crate::value::time::Timestamp;
use crate::value::zone::Now;
use crate::view::recorded::Recorded;
use serde::Serialize;
use serde_json::Value;

const FORMAT: &str = "nextsale-backup";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Backup<'a> {
    format: &'a str,
    version: u32,
    book: &'a str,
    at: Timestamp,
    entries: Vec<&'a Entry>,
}

impl Engine {
    /// All entries as one text: what a person keeps elsewhere.
    pub fn backup(&self, now: &Now) -> String {
        let backup = Backup {
            format: FORMAT,
            version: VERSION,
            book: self.position.book.as_str(),
            at: now.at,
            entries: self.journal.values().collect(),
        };
        serde_json::to_string(&backup).unwrap_or_default()
    }

    /// Puts the entries of a backup together with those that are known: nothing is lost on either side.
    ///
    /// ```
    /// use nextsale::engine::Engine;
    /// use nextsale::value::{document::read, id::{BookId, ReplicaId}, time::Timestamp, zone::Now};
    /// let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
    /// let new = |replica| {
    ///     Engine::new(BookId::parse("mine").unwrap(), ReplicaId::parse(replica).unwrap()).unwrap()
    /// };
    /// let mut one = new("a1");
    /// let met = r#"{ "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada" }"#;
    /// one.record(&now, vec![read(met).unwrap()], None).unwrap();
    /// let mut other = new("b2");
    /// assert_eq!(other.restore(&now, &one.backup(&now)).unwrap().entries.len(), 1);
    /// assert_eq!(other.restore(&now, &one.backup(&now)).unwrap().entries.len(), 0);
    /// assert!(other.restore(&now, "{}").is_err());
    /// ```
    pub fn restore(&mut self, now: &Now, text: &str) -> Result<Recorded, Failure> {
        let entries = entries(text).map_err(Failure::Malformed)?;
        let added = self.merge(entries);
        let writes = if added.is_empty() { Vec::new() } else { self.writes(&added) };
        let mut recorded = self.recorded(now, added, writes, &Scores::of(self, now, &[]));
        recorded.batch = None;
        Ok(recorded)
    }
}

/// The entries of a backup: all of them or none, so that a damaged file is not taken for a whole one.
fn entries(text: &str) -> Result<Vec<Entry>, Vec<Problem>> {
    let value = parse(text)?;
    let mut reading = Reading::new(UnknownFields::Tolerate);
    let place = Place::ROOT;
    let found = read(&value, &place, &mut reading);
    match found {
        Some(entries) if reading.problem_count() == 0 => Ok(entries),
        _ => Err(reading.into_problems()),
    }
}

fn read(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Vec<Entry>> {
    let fields = object(value, place, reading)?;
    let format: String = field(fields, "format", place, reading)?;
    if format != FORMAT {
        reading.report(&place.field("format"), Fault::NotAllowed { found: format }, format!("`{FORMAT}`"));
        return None;
    }
    let version: u32 = field(fields, "version", place, reading)?;
    if version > VERSION {
        let fault = Fault::NotAllowed { found: version.to_string() };
        reading.report(
            &place.field("version"),
            fault,
            format!("at most {VERSION}: a newer version wrote this"),
        );
        return None;
    }
    field(fields, "entries", place, reading)
}
