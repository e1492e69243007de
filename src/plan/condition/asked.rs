//! What conditions can ask for.

use crate::deal::signal::SignalKind;
use crate::plan::fact_name::{FactName, Values};
use crate::value::document::{Fault, FromDocument, Place, Reading, text};
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// Something that a condition can ask of a party or a deal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// One of the named facts.
    Named(FactName),
    /// Whole days since the latest signal of a kind: `daysSince.viewedPricing`.
    DaysSince(SignalKind),
    /// Whole days since the latest signal of a kind that asks for something, as long as no contact since has answered it:
    /// `daysUnansweredSince.askedForQuote`.
    DaysUnansweredSince(SignalKind),
    /// Whole days until a day in a custom field, less than zero when it is over: `daysUntil.renewal`.
    DaysUntil(String),
    /// A custom field: `attribute.industry`.
    Attribute(String),
}

impl Asked {
    pub(super) fn values(&self) -> Values {
        match self {
            Asked::Named(name) => name.values(),
            Asked::DaysSince(_) | Asked::DaysUnansweredSince(_) | Asked::DaysUntil(_) => Values::Numbers,
            Asked::Attribute(_) => Values::Anything,
        }
    }

    fn parse(text: &str) -> Option<Asked> {
        let signal = |name: &str| SignalKind::ALL.iter().copied().find(|kind| kind.as_str() == name);
        if let Some(name) = text.strip_prefix("daysSince.") {
            return signal(name).map(Asked::DaysSince);
        }
        if let Some(name) = text.strip_prefix("daysUnansweredSince.") {
            return signal(name).filter(|kind| kind.asks()).map(Asked::DaysUnansweredSince);
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
            Asked::DaysSince(_) | Asked::DaysUnansweredSince(_) => false,
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
        let requests = SignalKind::ALL.iter().filter(|kind| kind.asks());
        let unanswered = requests.map(|kind| format!("daysUnansweredSince.{kind}"));
        named.chain(signals).chain(unanswered).collect()
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
            Asked::DaysUnansweredSince(signal) => write!(formatter, "daysUnansweredSince.{signal}"),
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
