//! Books and moments for tests: made by hand for stories, generated for properties.

#![allow(dead_code, reason = "each test uses its part")]

use nextsale::engine::Engine;
use nextsale::exchange::request::{ImportFile, ImportRequest};
use nextsale::failure::Failure;
use nextsale::journal::fact::Fact;
use nextsale::value::document::read;
use nextsale::value::id::{BookId, PartyId, ReplicaId};
use nextsale::value::text::Line;
use nextsale::value::time::Timestamp;
use nextsale::value::zone::{Now, Transition, ZoneName, Zones};
use nextsale::view::recorded::{Imported, Recorded};
use serde_json::Value;

pub mod generate;
pub mod planning;
pub mod quoting;
pub mod selling;

/// A Monday morning.
pub const MONDAY: &str = "2026-11-23T09:00:00Z";

pub fn moment(text: &str) -> Timestamp {
    Timestamp::parse_rfc3339(text).unwrap()
}

pub fn at(text: &str) -> Now {
    Now::utc(moment(text))
}

pub fn party(id: &str) -> PartyId {
    PartyId::parse(id).unwrap()
}

pub fn engine(replica: &str) -> Engine {
    Engine::new(BookId::parse("mine").unwrap(), ReplicaId::parse(replica).unwrap()).unwrap()
}

/// Records a fact that is given as JSON.
pub fn record(engine: &mut Engine, now: &Now, fact: Value) -> Result<Recorded, Failure> {
    let fact: Fact = read(&fact.to_string()).map_err(Failure::Malformed)?;
    engine.record(now, vec![fact], None)
}

/// Records facts of which none is refused.
pub fn tell(engine: &mut Engine, now: &Now, facts: &[Value]) {
    for fact in facts {
        if let Err(failure) = record(engine, now, fact.clone()) {
            panic!("{fact}: {}", failure.view(now).message);
        }
    }
}

/// A file to import, of which nothing is said but its name.
pub fn described(name: &str, bytes: &[u8]) -> ImportFile {
    ImportFile {
        name: Line::squeezed(name).unwrap(),
        length: u32::try_from(bytes.len()).unwrap(),
        table: None,
        delimiter: None,
        encoding: None,
        header_line: None,
        columns: Default::default(),
        experiment: None,
    }
}

/// An import of files of which nothing else is said.
pub fn request(files: Vec<ImportFile>) -> ImportRequest {
    ImportRequest { files, currency: None, country: None, date_order: None }
}

/// Imports a file.
pub fn import(engine: &mut Engine, now: &Now, name: &str, bytes: &[u8]) -> Imported {
    engine.import(now, &request(vec![described(name, bytes)]), bytes).unwrap()
}

/// A zone as the IANA database has it, read by an independent library.
pub fn zone(name: &str) -> (ZoneName, Vec<Transition>) {
    let zone = jiff::tz::TimeZone::get(name).unwrap();
    let from: jiff::Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let first = Transition { from: Timestamp::EARLIEST, offset_minutes: zone.to_offset(from).seconds() / 60 };
    let changes = zone.following(from).take(12).map(|change| Transition {
        from: Timestamp::from_millis(change.timestamp().as_millisecond()).unwrap(),
        offset_minutes: change.offset().seconds() / 60,
    });
    (ZoneName::parse(name).unwrap(), [first].into_iter().chain(changes).collect())
}

/// Zones with daylight saving on both halves of the globe, with none, and with odd offsets.
pub const ZONES: [&str; 6] =
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"];

pub fn zones() -> Zones {
    ZONES
        .iter()
        .map(|name| zone(name))
        .fold(Zones::default(), |zones, (name, changes)| zones.with(name, changes))
}

pub fn now_in(name: &str, at: Timestamp) -> Now {
    Now { at, zone: ZoneName::parse(name).unwrap(), zones: zones() }
}
