//! Conditions over facts of the book (NEXT-4). A closed language: what it doesn't know it refuses.
//!
//! A condition is true, false or unknown. What nobody knows makes it unknown, never true by accident.

pub use super::fact_name::FactName;
use super::fact_name::Values;
use crate::deal::signal::SignalKind;
use crate::value::document::{Fault, FromDocument, Place, Reading, object, shortened, text, type_of};
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::Value;
use std::fmt;

/// Something that a condition can ask of a party or a deal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// One of the named facts.
    Named(FactName),
    /// Whole days since the latest signal of a kind: `daysSince.viewedPricing`.
    DaysSince(SignalKind),
    /// Whole days until a day in a custom field, less than zero when it is over: `daysUntil.renewal`.
    DaysUntil(String),
    /// A custom field: `attribute.industry`.
    Attribute(String),
}

impl Asked {
    fn values(&self) -> Values {
        match self {
            Asked::Named(name) => name.values(),
            Asked::DaysSince(_) | Asked::DaysUntil(_) => Values::Numbers,
            Asked::Attribute(_) => Values::Anything,
        }
    }

    fn parse(text: &str) -> Option<Asked> {
        if let Some(signal) = text.strip_prefix("daysSince.") {
            return SignalKind::ALL
                .iter()
                .find(|kind| kind.as_str() == signal)
                .map(|kind| Asked::DaysSince(*kind));
        }
        let attribute = |name: &str| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        if let Some(name) = text.strip_prefix("attribute.") {
            return attribute(name).map(Asked::Attribute);
        }
        if let Some(name) = text.strip_prefix("daysUntil.") {
            return attribute(name).map(Asked::DaysUntil);
        }
        FactName::ALL.iter().find(|name| name.as_str() == text).map(|name| Asked::Named(*name))
    }

    /// Can a person find it out by asking? What is counted from the book can't be asked for.
    pub fn can_be_asked_for(&self) -> bool {
        match self {
            Asked::Named(name) => matches!(
                name,
                FactName::Source
                    | FactName::Budget
                    | FactName::Authority
                    | FactName::Need
                    | FactName::Timeline
                    | FactName::Role
                    | FactName::Campaign
                    | FactName::PreferredChannel
                    | FactName::DesiredOutcome
            ),
            Asked::DaysUntil(_) | Asked::Attribute(_) => true,
            Asked::DaysSince(_) => false,
        }
    }

    /// The values that it can have, if these are a closed list.
    pub fn closed_list(&self) -> Option<Vec<&'static str>> {
        match self.values() {
            Values::Names(names) => Some(names()),
            Values::Numbers | Values::AnyName | Values::Anything => None,
        }
    }

    /// Every name that can be asked for, custom fields aside.
    pub fn known_names() -> Vec<String> {
        let named = FactName::ALL.iter().map(|name| name.as_str().to_owned());
        let signals = SignalKind::ALL.iter().map(|kind| format!("daysSince.{kind}"));
        named.chain(signals).collect()
    }
}

/// Something that conditions can ask for, and what it can be compared with: what an editor of plans has to offer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AskableFact {
    /// Its name in conditions.
    pub name: String,
    /// What its values are.
    pub values: AskableValues,
    /// The names that it can have, where they are all known.
    pub names: Vec<String>,
}

choice! {
    /// What the values of a fact are.
    pub enum AskableValues {
        /// Numbers.
        Numbers = "numbers",
        /// Names of a closed list.
        Names = "names",
        /// Names of stages.
        Stages = "stages",
        /// Text, a number, yes or no.
        Anything = "anything",
    }
}

impl AskableFact {
    /// All of them, custom fields aside.
    pub fn all() -> Vec<AskableFact> {
        Asked::known_names()
            .iter()
            .filter_map(|name| Asked::parse(name))
            .map(|asked| AskableFact::of(&asked))
            .collect()
    }

    fn of(asked: &Asked) -> AskableFact {
        let (values, names) = match asked.values() {
            Values::Numbers => (AskableValues::Numbers, Vec::new()),
            Values::Names(names) => (AskableValues::Names, names()),
            Values::AnyName => (AskableValues::Stages, Vec::new()),
            Values::Anything => (AskableValues::Anything, Vec::new()),
        };
        let names = names.into_iter().map(str::to_owned).collect();
        AskableFact { name: asked.to_string(), values, names }
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Asked::Named(name) => formatter.write_str(name.as_str()),
            Asked::DaysSince(signal) => write!(formatter, "daysSince.{signal}"),
            Asked::DaysUntil(name) => write!(formatter, "daysUntil.{name}"),
            Asked::Attribute(name) => write!(formatter, "attribute.{name}"),
        }
    }
}

impl Serialize for Asked {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromDocument for Asked {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let name = text(value, "the name of a fact", place, reading)?;
        let asked = Asked::parse(name);
        if asked.is_none() {
            let known = Asked::known_names();
            let fault = Fault::UnknownName { found: name.to_owned() };
            reading.report_name(place, fault, name, known.iter().map(String::as_str));
        }
        asked
    }
}

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
