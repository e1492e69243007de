//! Values of each kind, and the fields of objects, read or reported.

use super::{Fault, FromDocument, Place, Reading, camel_case, is_camel_case_of};
use serde_json::{Map, Value};

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
