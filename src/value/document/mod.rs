//! JSON documents read into types, with every problem found at once.
//!
//! Serde stops at the first fault and cannot say which names it would have known. A salesperson who edits a
//! plan, or a developer who sends a fact, wants all faults together, each with its place, what is allowed there,
//! and the likely right name. So input types implement [`FromDocument`]; output stays with serde.
//!
//! ```
//! use nextsale::value::document::read;
//! use nextsale::value::money::Money;
//!
//! let problems = read::<Money>(r#"{ "minor": "12", "curency": "EUR" }"#).unwrap_err();
//! let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
//! assert_eq!(paths, ["minor", "currency", "curency"]);
//! assert_eq!(problems[2].likely.as_deref(), Some("currency"));
//! ```

#[macro_use]
mod macros;
mod names;
mod parts;
mod place;
mod problem;
mod reading;
mod values;

pub(crate) use names::{camel_case, closest, is_camel_case_of};
pub(crate) use parts::{field, object, shortened, text, type_of, unknown_fields, whole_number};
pub use place::Place;
pub use problem::{Fault, Problem};
pub use reading::{Reading, UnknownFields};
use serde_json::{Map, Value};

/// What a tolerant reading gave.
#[derive(Debug, Clone, PartialEq)]
pub enum Read<T> {
    /// Everything in the document was understood.
    Whole(T),
    /// Some fields were not known and were left out of the value.
    Partly(T),
}

/// A type that can be read from a JSON document.
pub trait FromDocument: Sized {
    /// Reads the value at a place; on any fault reports it and gives nothing.
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self>;

    /// What an absent field means; nothing where the field is required.
    fn absent() -> Option<Self> {
        None
    }

    /// Is this value the one that an absent field means? Such fields are not written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A record that can be given as mere text, for those who know no more of it.
pub trait OrText: FromDocument {
    /// The record of which only the words are known.
    fn from_text(words: crate::value::text::Text) -> Self;
}

/// Either a record or mere text, as it was given.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Told<T>(pub T);

impl<T> std::ops::Deref for Told<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: OrText> FromDocument for Told<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Value::String(_) => {
                crate::value::text::Text::from_document(value, place, reading).map(T::from_text).map(Told)
            }
            _ => T::from_document(value, place, reading).map(Told),
        }
    }
}

/// A type that is read from the fields of an object, possibly beside others' fields.
pub trait FromFields: Sized {
    /// Reads the fields; `tag` is a field that belongs to somebody else.
    fn from_fields(
        fields: &Map<String, Value>,
        tag: Option<&str>,
        place: &Place<'_>,
        reading: &mut Reading,
    ) -> Option<Self>;
}

/// Is the default for `skip_serializing_if`.
pub(crate) fn is_absent<T: FromDocument>(value: &T) -> bool {
    value.is_absent()
}

/// Reads JSON text strictly: unknown fields are problems.
pub fn read<T: FromDocument>(text: &str) -> Result<T, Vec<Problem>> {
    read_value(&parse(text)?)
}

/// Parses JSON text.
pub(crate) fn parse(text: &str) -> Result<Value, Vec<Problem>> {
    serde_json::from_str(text).map_err(|error| {
        vec![Problem {
            path: String::new(),
            fault: Fault::NotJson { detail: error.to_string() },
            allowed: "JSON text".to_owned(),
            likely: None,
        }]
    })
}

/// Reads a JSON value strictly: unknown fields are problems.
pub fn read_value<T: FromDocument>(value: &Value) -> Result<T, Vec<Problem>> {
    read_at(value, &Place::ROOT)
}

/// Reads a JSON value that stands at a place of a larger document, strictly.
pub(crate) fn read_at<T: FromDocument>(value: &Value, place: &Place<'_>) -> Result<T, Vec<Problem>> {
    let mut reading = Reading::new(UnknownFields::Refuse);
    match T::from_document(value, place, &mut reading) {
        Some(read) if reading.problems.is_empty() => Ok(read),
        _ => Err(reading.problems),
    }
}

/// Reads what was stored, perhaps by a newer version: unknown fields are tolerated.
pub(crate) fn read_tolerantly<T: FromDocument>(value: &Value) -> Result<Read<T>, Vec<Problem>> {
    let mut reading = Reading::new(UnknownFields::Tolerate);
    match T::from_document(value, &Place::ROOT, &mut reading) {
        Some(read) if reading.problems.is_empty() => {
            Ok(if reading.tolerated == 0 { Read::Whole(read) } else { Read::Partly(read) })
        }
        _ => Err(reading.problems),
    }
}
