//! The verbs of the engine for JavaScript: text goes in, text comes out. The only file that knows of wasm-bindgen.
//!
//! Every answer is `{"ok": …}` or `{"error": …}`, so that no wrong call can leave the object unusable.

use crate::engine::Engine;
use crate::failure::{Failure, FailureView};
use crate::value::document::{FromDocument, Place, parse, read, read_at};
use crate::value::id::{BookId, MemberId, ReplicaId};
use crate::value::zone::Now;
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

/// One book in memory.
#[wasm_bindgen]
pub struct Core {
    engine: Result<Engine, Failure>,
}

#[wasm_bindgen]
impl Core {
    /// An empty engine that writes under the keys of a book and a replica.
    #[wasm_bindgen(constructor)]
    pub fn new(book: &str, replica: &str) -> Core {
        let engine = named("book", book).and_then(|book: BookId| {
            let replica: ReplicaId = named("replica", replica)?;
            Engine::new(book, replica)
        });
        Core { engine }
    }

    /// Reads keys and values of the store: `[[key, value], …]`.
    pub fn load(&mut self, pairs: &str) -> String {
        answer(self.with(|engine| {
            let value = parse(pairs).map_err(Failure::Malformed)?;
            let pairs: Vec<Pair> = read_at(&value, &Place::ROOT).map_err(Failure::Malformed)?;
            Ok(engine.load(pairs.iter().map(|Pair(key, value)| (key.as_str(), value.as_str()))))
        }))
    }

    /// Records a list of facts, all or none. Paths of the failures of a single fact are its own.
    pub fn record(&mut self, now: &str, facts: &str, by: Option<String>) -> String {
        at(now, |now| {
            let by = by.map(|by| named::<MemberId>("by", &by)).transpose()?;
            let facts = facts_of(facts)?;
            self.with(|engine| engine.record(now, facts, by))
        })
    }

    /// Answers a query.
    pub fn look(&self, now: &str, query: &str) -> String {
        at(now, |now| {
            let query = read(query).map_err(Failure::Malformed)?;
            self.engine.as_ref().map_err(Clone::clone)?.look(now, &query)
        })
    }

    /// Says what an import would do; the files' bytes stand one after the other.
    pub fn preview(&self, now: &str, request: &str, bytes: &[u8]) -> String {
        at(now, |now| {
            let request = read(request).map_err(Failure::Malformed)?;
            Ok(self.engine.as_ref().map_err(Clone::clone)?.preview(now, &request, bytes))
        })
    }

    /// Imports what can be, as one batch.
    pub fn import(&mut self, now: &str, request: &str, bytes: &[u8]) -> String {
        at(now, |now| {
            let request = read(request).map_err(Failure::Malformed)?;
            self.with(|engine| engine.import(now, &request, bytes))
        })
    }

    /// All entries as one text.
    pub fn backup(&self, now: &str) -> String {
        at(now, |now| Ok(self.engine.as_ref().map_err(Clone::clone)?.backup(now)))
    }

    /// Puts the entries of a backup together with those that are known.
    pub fn restore(&mut self, now: &str, text: &str) -> String {
        at(now, |now| self.with(|engine| engine.restore(now, text)))
    }
}

impl Core {
    fn with<T>(&mut self, verb: impl FnOnce(&mut Engine) -> Result<T, Failure>) -> Result<T, Failure> {
        verb(self.engine.as_mut().map_err(|failure| failure.clone())?)
    }
}

/// A key and a value.
struct Pair(String, String);

impl FromDocument for Pair {
    fn from_document(
        value: &Value,
        place: &Place<'_>,
        reading: &mut crate::value::document::Reading,
    ) -> Option<Self> {
        let mut pair = Vec::<String>::from_document(value, place, reading)?.into_iter();
        match (pair.next(), pair.next(), pair.next()) {
            (Some(key), Some(value), None) => Some(Pair(key, value)),
            _ => {
                let found = crate::value::document::shortened(value);
                reading.report(
                    place,
                    crate::value::document::Fault::NotAllowed { found },
                    "a pair [key, value]",
                );
                None
            }
        }
    }
}

/// Facts of a list; a single one as if it stood alone.
fn facts_of(text: &str) -> Result<Vec<crate::journal::fact::Fact>, Failure> {
    let value = parse(text).map_err(Failure::Malformed)?;
    match value.as_array().map(Vec::as_slice) {
        Some([only]) => read_at(only, &Place::ROOT).map(|fact| vec![fact]),
        _ => read_at(&value, &Place::ROOT),
    }
    .map_err(Failure::Malformed)
}

/// A name that is given as text of its own.
fn named<T: FromDocument>(path: &str, text: &str) -> Result<T, Failure> {
    read_at(&Value::from(text), &Place::ROOT.field(path)).map_err(Failure::Malformed)
}

/// Reads the clock that the host passes, then answers.
fn at<T: Serialize>(now: &str, verb: impl FnOnce(&Now) -> Result<T, Failure>) -> String {
    match read::<Now>(now) {
        Ok(now) => match verb(&now) {
            Ok(ok) => ok_text(&ok),
            Err(failure) => error_text(&failure.view(&now)),
        },
        Err(problems) => answer::<T>(Err(Failure::Malformed(problems).at("now"))),
    }
}

fn answer<T: Serialize>(result: Result<T, Failure>) -> String {
    match result {
        Ok(ok) => ok_text(&ok),
        Err(failure) => error_text(&failure.view(&Now::utc(crate::value::time::Timestamp::EARLIEST))),
    }
}

fn ok_text(ok: &impl Serialize) -> String {
    #[derive(Serialize)]
    struct Ok<'a, T> {
        ok: &'a T,
    }
    serde_json::to_string(&Ok { ok }).unwrap_or_default()
}

fn error_text(error: &FailureView) -> String {
    #[derive(Serialize)]
    struct Error<'a> {
        error: &'a FailureView,
    }
    serde_json::to_string(&Error { error }).unwrap_or_default()
}
