//! Custom fields: what a company wants to know of a party or a deal beyond what everybody does.

use super::document::{Fault, FromDocument, Place, Reading, shortened, type_of};
use super::text::Text;
use super::time::Date;
use serde::Serialize;
use serde_json::Value;

/// The value of a custom field. In JSON: a number, a boolean, or text; text of the form `2026-11-23` is a date.
///
/// ```
/// use nextsale::value::attribute::Attribute;
/// use nextsale::value::document::read;
/// assert!(matches!(read::<Attribute>("12.5").unwrap(), Attribute::Number(n) if n == 12.5));
/// assert!(matches!(read::<Attribute>("\"2026-11-23\"").unwrap(), Attribute::Date(_)));
/// assert!(matches!(read::<Attribute>("\"retail\"").unwrap(), Attribute::Text(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Attribute {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// Anything else.
    Text(Text),
}

impl Attribute {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "text, a number, true or false";

    /// The attribute that text stands for: a date if it has the form of one, else text; nothing if blank.
    pub fn from_text(text: &str) -> Option<Attribute> {
        Date::parse(text.trim()).map(Attribute::Date).or_else(|| Text::parse(text).map(Attribute::Text))
    }
}

impl FromDocument for Attribute {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let attribute = match value {
            Value::Bool(flag) => Some(Attribute::Flag(*flag)),
            Value::Number(number) => number.as_f64().filter(|n| n.is_finite()).map(Attribute::Number),
            Value::String(text) => Attribute::from_text(text),
            _ => {
                reading.report(place, Fault::WrongType { found: type_of(value).to_owned() }, Self::ALLOWED);
                return None;
            }
        };
        if attribute.is_none() {
            reading.report(place, Fault::NotAllowed { found: shortened(value) }, Self::ALLOWED);
        }
        attribute
    }
}
