//! Conditions over facts of the book (NEXT-4). A closed language: what it doesn't know it refuses.
//!
//! A condition is true, false or unknown. What nobody knows makes it unknown, never true by accident.

mod asked;

pub use crate::plan::fact_name::FactName;
use crate::plan::fact_name::Values;
use crate::value::document::{Fault, FromDocument, Place, Reading, object, shortened, type_of};
pub use asked::{AskableFact, AskableValues, Asked};
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::Value;

/// A value to compare with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Operand {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A name or text; custom fields' text is compared without regard to case.
    Name(String),
}

/// How a fact is compared. A fact that nobody knows makes every comparison unknown.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    /// It is this.
    Is(Operand),
    /// It is something else.
    IsNot(Operand),
    /// It is one of these.
    OneOf(Vec<Operand>),
    /// It is this much or more.
    AtLeast(f64),
    /// It is this much or less.
    AtMost(f64),
}

/// A condition.
///
/// ```
/// use nextsale::plan::condition::Condition;
/// use nextsale::value::document::read;
/// let fine = r#"{ "all": [{ "fact": "score", "atLeast": 40 }, { "not": { "known": "budget" } }] }"#;
/// assert!(read::<Condition>(fine).is_ok());
/// let misspelt = r#"{ "all": [{ "fact": "scor", "atLeast": 40 }] }"#;
/// let problems = read::<Condition>(misspelt).unwrap_err();
/// assert_eq!((problems[0].path.as_str(), problems[0].likely.as_deref()), ("all[0].fact", Some("score")));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(
        type = "{ all: Condition[] } | { any: Condition[] } | { not: Condition } | { known: string } | { fact: string, is: string | number | boolean } | { fact: string, isNot: string | number | boolean } | { fact: string, oneOf: (string | number | boolean)[] } | { fact: string, atLeast: number } | { fact: string, atMost: number } | { always: true }"
    )
)]
pub enum Condition {
    /// True without asking anything.
    Always,
    /// All are true.
    All(Vec<Condition>),
    /// At least one is true.
    Any(Vec<Condition>),
    /// It is false.
    Not(Box<Condition>),
    /// Somebody knows it.
    Known(Asked),
    /// A fact compares so.
    Compare(Asked, Comparison),
}

const FORMS: &str = "one of: {\"all\": […]}, {\"any\": […]}, {\"not\": …}, {\"known\": fact}, {\"always\": true}, or \
    {\"fact\": name} with is, isNot, oneOf, atLeast or atMost";
const WORDS: [&str; 11] =
    ["all", "any", "not", "known", "always", "fact", "is", "isNot", "oneOf", "atLeast", "atMost"];

impl FromDocument for Condition {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let fields = object(value, place, reading)?;
        let mut entries = fields.iter();
        let first = (entries.next(), entries.next());
        match first {
            (Some((word, value)), None) => match word.as_str() {
                "all" => return Vec::from_document(value, &place.field(word), reading).map(Condition::All),
                "any" => return Vec::from_document(value, &place.field(word), reading).map(Condition::Any),
                "not" => return Box::from_document(value, &place.field(word), reading).map(Condition::Not),
                "known" => {
                    return Asked::from_document(value, &place.field(word), reading).map(Condition::Known);
                }
                "always" if *value == Value::Bool(true) => return Some(Condition::Always),
                _ => {}
            },
            _ if fields.len() == 2 && fields.contains_key("fact") => {
                return comparison(fields, place, reading);
            }
            _ => {}
        }
        unknown_form(fields, place, reading);
        None
    }
}

fn unknown_form(fields: &serde_json::Map<String, Value>, place: &Place<'_>, reading: &mut Reading) {
    let stranger = fields.keys().find(|key| !WORDS.contains(&key.as_str()));
    match stranger {
        Some(word) => {
            let fault = Fault::UnknownName { found: word.clone() };
            reading.report_name(&place.field(word), fault, word, WORDS.iter().copied());
        }
        None => reading.report(
            place,
            Fault::NotAllowed { found: shortened(&Value::Object(fields.clone())) },
            FORMS,
        ),
    }
}

fn comparison(
    fields: &serde_json::Map<String, Value>,
    place: &Place<'_>,
    reading: &mut Reading,
) -> Option<Condition> {
    let asked: Option<Asked> = crate::value::document::field(fields, "fact", place, reading);
    let (word, value) = fields.iter().find(|(key, _)| key.as_str() != "fact")?;
    let here = place.field(word);
    let values = asked.as_ref().map_or(Values::Anything, Asked::values);
    let comparison = match word.as_str() {
        "is" => operand(value, values, &here, reading).map(Comparison::Is),
        "isNot" => operand(value, values, &here, reading).map(Comparison::IsNot),
        "oneOf" => operands(value, values, &here, reading).map(Comparison::OneOf),
        "atLeast" => number(value, values, &here, reading).map(Comparison::AtLeast),
        "atMost" => number(value, values, &here, reading).map(Comparison::AtMost),
        _ => {
            let known = ["is", "isNot", "oneOf", "atLeast", "atMost"];
            reading.report_name(&here, Fault::UnknownName { found: word.clone() }, word, known.into_iter());
            None
        }
    };
    Some(Condition::Compare(asked?, comparison?))
}

fn operands(value: &Value, values: Values, place: &Place<'_>, reading: &mut Reading) -> Option<Vec<Operand>> {
    let Value::Array(all) = value else {
        reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, "a list");
        return None;
    };
    if all.is_empty() {
        reading.report(place, Fault::Missing, "at least one value");
        return None;
    }
    let read: Vec<_> =
        all.iter().enumerate().map(|(at, each)| operand(each, values, &place.index(at), reading)).collect();
    read.into_iter().collect()
}

fn operand(value: &Value, values: Values, place: &Place<'_>, reading: &mut Reading) -> Option<Operand> {
    match (values, value) {
        (Values::Numbers | Values::Anything, Value::Number(number)) => number.as_f64().map(Operand::Number),
        (Values::Anything, Value::Bool(flag)) => Some(Operand::Flag(*flag)),
        (Values::Anything | Values::AnyName, Value::String(name)) => Some(Operand::Name(name.clone())),
        (Values::Names(known), Value::String(name)) => {
            let known = known();
            if !known.contains(&name.as_str()) {
                let fault = Fault::UnknownName { found: name.clone() };
                reading.report_name(place, fault, name, known.iter().copied());
                return None;
            }
            Some(Operand::Name(name.clone()))
        }
        _ => {
            let allowed = match values {
                Values::Numbers => "a number".to_owned(),
                Values::Names(known) => format!("one of: {}", known().join(", ")),
                Values::AnyName => "a name".to_owned(),
                Values::Anything => "text, a number, true or false".to_owned(),
            };
            reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, allowed);
            None
        }
    }
}

fn number(value: &Value, values: Values, place: &Place<'_>, reading: &mut Reading) -> Option<f64> {
    if let Values::Names(_) | Values::AnyName = values {
        reading.report(
            place,
            Fault::NotAllowed { found: shortened(value) },
            "is, isNot or oneOf: this fact is a name",
        );
        return None;
    }
    let number = value.as_f64();
    if number.is_none() {
        reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, "a number");
    }
    number
}

impl Serialize for Condition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Condition::Always => map.serialize_entry("always", &true)?,
            Condition::All(conditions) => map.serialize_entry("all", conditions)?,
            Condition::Any(conditions) => map.serialize_entry("any", conditions)?,
            Condition::Not(condition) => map.serialize_entry("not", condition)?,
            Condition::Known(asked) => map.serialize_entry("known", asked)?,
            Condition::Compare(asked, comparison) => {
                map.serialize_entry("fact", asked)?;
                match comparison {
                    Comparison::Is(operand) => map.serialize_entry("is", operand)?,
                    Comparison::IsNot(operand) => map.serialize_entry("isNot", operand)?,
                    Comparison::OneOf(operands) => map.serialize_entry("oneOf", operands)?,
                    Comparison::AtLeast(number) => map.serialize_entry("atLeast", number)?,
                    Comparison::AtMost(number) => map.serialize_entry("atMost", number)?,
                }
            }
        }
        map.end()
    }
}
