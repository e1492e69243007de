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
mod place;
mod problem;
mod values;

use crate::value::money::MinorUnits;
pub(crate) use names::{camel_case, closest, is_camel_case_of};
pub use place::Place;
pub use problem::{Fault, Problem};
use serde_json::{Map, Value};

/// What to do with fields that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownFields {
    /// They are problems: a caller has misspelt something.
    Refuse,
    /// They are from a newer version: go on without them.
    Tolerate,
}

/// The problems found so far.
#[derive(Debug)]
pub struct Reading {
    unknown_fields: UnknownFields,
    tolerated: usize,
    problems: Vec<Problem>,
}

impl Reading {
    /// Starts a reading.
    pub(crate) fn new(unknown_fields: UnknownFields) -> Reading {
        Reading { unknown_fields, tolerated: 0, problems: Vec::new() }
    }

    /// Adds a problem at a place.
    pub(crate) fn report(&mut self, place: &Place<'_>, fault: Fault, allowed: impl Into<String>) {
        self.problems.push(Problem { path: place.path(), fault, allowed: allowed.into(), likely: None });
    }

    /// Adds a problem about a value that is of the right type and yet can't be.
    pub(crate) fn not_allowed(&mut self, place: &Place<'_>, found: &dyn std::fmt::Display, allowed: &str) {
        self.report(place, Fault::NotAllowed { found: found.to_string() }, allowed);
    }

    /// Adds a problem about an amount below zero.
    pub(crate) fn at_least_zero(&mut self, place: &Place<'_>, amount: Option<MinorUnits>) {
        if let Some(amount) = amount.filter(|amount| amount.0 < 0) {
            self.not_allowed(place, &amount.0, "a whole number from 0");
        }
    }

    /// Adds a problem about a name, with the closest of the known names.
    pub(crate) fn report_name<'n>(
        &mut self,
        place: &Place<'_>,
        fault: Fault,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        let likely = closest(name, known.clone());
        let allowed = format!("one of: {}", known.collect::<Vec<_>>().join(", "));
        self.problems.push(Problem { path: place.path(), fault, allowed, likely });
    }

    pub(crate) fn unknown_field<'n>(
        &mut self,
        place: &Place<'_>,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        match self.unknown_fields {
            UnknownFields::Refuse => self.report_name(place, Fault::UnknownField, name, known),
            UnknownFields::Tolerate => self.tolerated = self.tolerated.saturating_add(1),
        }
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(crate) fn problem_count(&self) -> usize {
        self.problems.len()
    }
}

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

/// The type of a JSON value, in words.
pub(crate) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A value shortened so that it can be shown in a message.
pub(crate) fn shortened(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The object at a place, or a problem.
pub(crate) fn object<'v>(
    value: &'v Value,
    place: &Place<'_>,
    reading: &mut Reading,
) -> Option<&'v Map<String, Value>> {
    if let Value::Object(fields) = value {
        return Some(fields);
    }
    reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, "an object");
    None
}

/// The text at a place, or a problem.
pub(crate) fn text<'v>(
    value: &'v Value,
    allowed: &str,
    place: &Place<'_>,
    reading: &mut Reading,
) -> Option<&'v str> {
    if let Value::String(text) = value {
        return Some(text);
    }
    reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, allowed);
    None
}

/// A whole number at a place within a range, or a problem.
pub(crate) fn whole_number(
    value: &Value,
    range: std::ops::RangeInclusive<i64>,
    place: &Place<'_>,
    reading: &mut Reading,
) -> Option<i64> {
    let allowed = || format!("a whole number from {} to {}", range.start(), range.end());
    match value {
        Value::Number(number) => {
            let whole = number.as_i64().filter(|whole| range.contains(whole));
            if whole.is_none() {
                reading.report(place, Fault::NotAllowed { found: shortened(value) }, allowed());
            }
            whole
        }
        _ => {
            reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, allowed());
            None
        }
    }
}

/// A required or optional field, read by its Rust name.
pub(crate) fn field<T: FromDocument>(
    fields: &Map<String, Value>,
    rust_name: &str,
    place: &Place<'_>,
    reading: &mut Reading,
) -> Option<T> {
    let found = fields.iter().find(|(key, _)| is_camel_case_of(key, rust_name));
    match found {
        Some((_, Value::Null)) if T::absent().is_some() => T::absent(),
        Some((key, value)) => T::from_document(value, &place.field(key), reading),
        None => {
            let absent = T::absent();
            if absent.is_none() {
                let name = camel_case(rust_name);
                reading.report(&place.field(&name), Fault::Missing, "this field is required");
            }
            absent
        }
    }
}

/// Reports the fields that none of the Rust names stands for.
pub(crate) fn unknown_fields(
    fields: &Map<String, Value>,
    tag: Option<&str>,
    rust_names: &[&str],
    place: &Place<'_>,
    reading: &mut Reading,
) {
    for key in fields.keys() {
        if tag == Some(key.as_str()) || rust_names.iter().any(|name| is_camel_case_of(key, name)) {
            continue;
        }
        let known: Vec<String> = rust_names.iter().map(|name| camel_case(name)).collect();
        reading.unknown_field(&place.field(key), key, known.iter().map(String::as_str));
    }
}
