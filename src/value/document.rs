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

use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// One fault in a document: where it is, what is wrong, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The place, as JavaScript would write it: `contactPoints[0].value`; empty for the whole document.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
    /// What is allowed there, as a phrase.
    pub allowed: String,
    /// The known name that is closest to a misspelt one.
    pub likely: Option<String>,
}

/// What can be wrong at a place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Fault {
    /// The text is not JSON at all.
    NotJson {
        /// What the parser said.
        detail: String,
    },
    /// Something that must be there is not.
    Missing,
    /// A field with a name that is not known here.
    UnknownField,
    /// A name that is not in the list of those allowed.
    UnknownName {
        /// The name that was found.
        found: String,
    },
    /// A value of the wrong type.
    WrongType {
        /// The type that was found.
        found: String,
    },
    /// A value of the right type outside of what is allowed.
    NotAllowed {
        /// The value that was found, shortened.
        found: String,
    },
    /// An id that is already taken.
    Duplicate {
        /// The id that was found twice.
        found: String,
    },
    /// A stage that no path of moves leads to.
    Unreachable,
}

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

/// A place in a document, linked to the places around it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// The document itself.
    pub(crate) const ROOT: Place<'static> = Place { parent: None, step: Step::Root };

    /// A field of the value at this place.
    pub(crate) fn field(&'a self, name: &'a str) -> Place<'a> {
        Place { parent: Some(self), step: Step::Field(name) }
    }

    /// An element of the list at this place.
    pub(crate) fn index(&'a self, index: usize) -> Place<'a> {
        Place { parent: Some(self), step: Step::Index(index) }
    }

    /// The place as JavaScript would write it.
    pub(crate) fn path(&self) -> String {
        let mut path = self.parent.map(Place::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Index(index) => path.push_str(&format!("[{index}]")),
            Step::Field(name) if is_plain_name(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Field(name) => path.push_str(&format!("[{}]", Value::from(name))),
        }
        path
    }
}

fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$')
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

/// The known name closest to a misspelt one, if any is close: few letters differ, or the beginning is the same.
pub(crate) fn closest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let letters = strsim::normalized_damerau_levenshtein(name, candidate);
        let beginning = strsim::jaro_winkler(name, candidate);
        let likeness = letters + beginning;
        let close = letters > 0.5 || beginning > 0.85;
        if close && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

/// Is `key` the camelCase form of a Rust name, in snake_case or PascalCase?
pub(crate) fn is_camel_case_of(key: &str, rust_name: &str) -> bool {
    let mut expected = rust_name.bytes();
    let mut upper = false;
    let mut first = true;
    for found in key.bytes() {
        let mut next = expected.next();
        while next == Some(b'_') {
            upper = true;
            next = expected.next();
        }
        let Some(byte) = next else { return false };
        let byte = match (upper, first) {
            (true, _) => byte.to_ascii_uppercase(),
            (false, true) => byte.to_ascii_lowercase(),
            (false, false) => byte,
        };
        if byte != found {
            return false;
        }
        (upper, first) = (false, false);
    }
    expected.next().is_none()
}

/// The camelCase form of a Rust name.
pub(crate) fn camel_case(rust_name: &str) -> String {
    let mut camel = String::with_capacity(rust_name.len());
    let mut upper = false;
    for letter in rust_name.chars() {
        match (letter, upper, camel.is_empty()) {
            ('_', _, _) => upper = true,
            (_, true, _) => {
                camel.push(letter.to_ascii_uppercase());
                upper = false;
            }
            (_, false, true) => camel.push(letter.to_ascii_lowercase()),
            (_, false, false) => camel.push(letter),
        }
    }
    camel
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

impl<T: FromDocument> FromDocument for Option<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        T::from_document(value, place, reading).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: FromDocument> FromDocument for Vec<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let Value::Array(values) = value else {
            reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, "a list");
            return None;
        };
        // Reads all of them before giving up, so that all problems are found.
        let read: Vec<Option<T>> = values
            .iter()
            .enumerate()
            .map(|(index, value)| T::from_document(value, &place.index(index), reading))
            .collect();
        read.into_iter().collect()
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: FromDocument> FromDocument for Box<T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        T::from_document(value, place, reading).map(Box::new)
    }
}

impl<K: FromDocument + Ord, T: FromDocument> FromDocument for BTreeMap<K, T> {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let fields = object(value, place, reading)?;
        let mut read = BTreeMap::new();
        let mut whole = true;
        for (key, value) in fields {
            let place = place.field(key);
            let name = K::from_document(&Value::from(key.as_str()), &place, reading);
            let value = T::from_document(value, &place, reading);
            match name.zip(value) {
                Some((name, value)) => _ = read.insert(name, value),
                None => whole = false,
            }
        }
        whole.then_some(read)
    }
    fn absent() -> Option<Self> {
        Some(BTreeMap::new())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl FromDocument for $number {
            fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
                let range = i64::from(<$number>::MIN)..=i64::from(<$number>::MAX);
                whole_number(value, range, place, reading).and_then(|whole| whole.try_into().ok())
            }
        }
    )*};
}
whole_numbers!(u8, u16, u32, i32);

impl FromDocument for String {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        text(value, "text", place, reading).map(str::to_owned)
    }
}

/// Declares a struct that is read from the fields of a JSON object under their camelCase names.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $( $(#[$field_meta:meta])* pub $field:ident : $type:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::value::document::is_absent")]
                pub $field: $type,
            )*
        }

        impl $crate::value::document::FromFields for $name {
            #[allow(unused_variables)]
            fn from_fields(
                fields: &serde_json::Map<String, serde_json::Value>,
                tag: Option<&str>,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                $( let $field = $crate::value::document::field(fields, stringify!($field), place, reading); )*
                $crate::value::document::unknown_fields(fields, tag, &[$(stringify!($field)),*], place, reading);
                Some($name { $( $field: $field? ),* })
            }
        }

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                let fields = $crate::value::document::object(value, place, reading)?;
                $crate::value::document::FromFields::from_fields(fields, None, place, reading)
            }
        }
    };
}

/// Declares an enum of records that tell themselves apart by a `type` field.
macro_rules! tagged {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$variant_meta:meta])* $variant:ident($payload:ty) ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(tag = "type", rename_all = "camelCase")]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($payload), )*
        }

        impl $name {
            /// The value of the `type` field.
            pub fn type_name(&self) -> String {
                $crate::value::document::camel_case(match self { $( $name::$variant(_) => stringify!($variant), )* })
            }

            /// Is this a `type` that is known here?
            #[allow(dead_code)]
            pub(crate) fn knows(type_name: &str) -> bool {
                [$( stringify!($variant) ),*]
                    .iter()
                    .any(|name| $crate::value::document::is_camel_case_of(type_name, name))
            }
        }

        $( impl From<$payload> for $name {
            fn from(payload: $payload) -> $name {
                $name::$variant(payload)
            }
        } )*

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::{camel_case, is_camel_case_of, Fault, FromFields};
                let fields = $crate::value::document::object(value, place, reading)?;
                let tag: String = $crate::value::document::field(fields, "type", place, reading)?;
                $(
                    if is_camel_case_of(&tag, stringify!($variant)) {
                        return <$payload as FromFields>::from_fields(fields, Some("type"), place, reading)
                            .map($name::$variant);
                    }
                )*
                let known = [$( camel_case(stringify!($variant)) ),*];
                let fault = Fault::UnknownName { found: tag.clone() };
                reading.report_name(&place.field("type"), fault, &tag, known.iter().map(String::as_str));
                None
            }
        }
    };
}

/// Declares an enum of plain names.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $text)] $variant, )*
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),*];

            /// The name as it stands in documents.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::Fault;
                let known = $name::ALL.iter().map(|each| each.as_str());
                let allowed = || format!("one of: {}", $name::ALL.iter().map(|each| each.as_str()).collect::<Vec<_>>().join(", "));
                let text = $crate::value::document::text(value, &allowed(), place, reading)?;
                let found = $name::ALL.iter().copied().find(|each| each.as_str() == text);
                if found.is_none() {
                    reading.report_name(place, Fault::UnknownName { found: text.to_owned() }, text, known);
                }
                found
            }
        }
    };
}

/// Reads a type from JSON text through its `parse` function, `Result<Self, Cow<'static, str>>` with what is allowed.
macro_rules! read_from_text {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::value::document::FromDocument for $name {
            fn from_document(
                value: &serde_json::Value,
                place: &$crate::value::document::Place<'_>,
                reading: &mut $crate::value::document::Reading,
            ) -> Option<Self> {
                use $crate::value::document::{shortened, Fault};
                let text = $crate::value::document::text(value, <$name>::ALLOWED, place, reading)?;
                let parsed = <$name>::parse(text);
                if parsed.is_none() {
                    reading.report(place, Fault::NotAllowed { found: shortened(value) }, <$name>::ALLOWED);
                }
                parsed
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}
