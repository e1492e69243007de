//! Entries of the journal, and the order they stand in.

use super::fact::Fact;
use crate::value::document::{FromDocument, Place, Read, Reading, camel_case};
use crate::value::id::{MemberId, ReplicaId};
use crate::value::time::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The name of an entry, which is also its place in the journal: by time, then counter, then replica.
///
/// ```
/// use nextsale::journal::entry::EntryId;
/// let first = EntryId::parse("1795312345678.0.k3j2h1").unwrap();
/// let second = EntryId::parse("1795312345678.1.a1").unwrap();
/// assert!(first < second);
/// assert_eq!(first.to_string(), "1795312345678.0.k3j2h1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct EntryId {
    /// When it was recorded; within a replica this never runs backwards.
    pub time: Timestamp,
    /// Tells entries of one replica and time apart.
    pub counter: u32,
    /// Who wrote it.
    pub replica: ReplicaId,
}

impl EntryId {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "the id of an entry, as recording it gave it";

    /// Reads an id.
    pub fn parse(text: &str) -> Option<EntryId> {
        let mut parts = text.splitn(3, '.');
        let time = Timestamp::from_millis(parts.next()?.parse().ok()?)?;
        let counter = parts.next()?.parse().ok()?;
        let replica = ReplicaId::parse(parts.next()?)?;
        Some(EntryId { time, counter, replica })
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.time.millis(), self.counter, self.replica)
    }
}

read_from_text!(EntryId);

/// A fact as the journal keeps it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Understood.
    Known(Fact),
    /// Understood but for fields from a newer version, which the text still has.
    Partly(Fact, Arc<str>),
    /// From a newer version: kept word for word, without effect.
    Unknown {
        /// Its `type`, or nothing if it has none.
        type_name: String,
        /// The text as it was stored.
        text: Arc<str>,
    },
}

impl Kept {
    /// The fact, as far as it is understood.
    pub fn fact(&self) -> Option<&Fact> {
        match self {
            Kept::Known(fact) | Kept::Partly(fact, _) => Some(fact),
            Kept::Unknown { .. } => None,
        }
    }

    fn read(value: &Value) -> Kept {
        let text = || Arc::from(value.to_string());
        match crate::value::document::read_tolerantly::<Fact>(value) {
            Ok(Read::Whole(fact)) => Kept::Known(fact),
            Ok(Read::Partly(fact)) => Kept::Partly(fact, text()),
            Err(_) => {
                let type_name = value.get("type").and_then(Value::as_str).unwrap_or_default();
                Kept::Unknown { type_name: type_name.chars().take(60).collect(), text: text() }
            }
        }
    }
}

impl Serialize for Kept {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Kept::Known(fact) => fact.serialize(serializer),
            Kept::Partly(_, text) | Kept::Unknown { text, .. } => {
                let raw: &serde_json::value::RawValue =
                    serde_json::from_str(text).map_err(serde::ser::Error::custom)?;
                raw.serialize(serializer)
            }
        }
    }
}

impl FromDocument for Kept {
    fn from_document(value: &Value, _: &Place<'_>, _: &mut Reading) -> Option<Self> {
        Some(Kept::read(value))
    }
}

record! {
    /// The fields of an entry that this version knows.
    pub struct EntryDocument {
        /// Its name and place.
        pub id: EntryId,
        /// What the clock showed. Differs from the id's time when the clock ran backwards.
        pub at: Timestamp,
        /// Who recorded it.
        pub by: Option<MemberId>,
        /// The first entry of the batch it was recorded with.
        pub batch: Option<EntryId>,
        /// What was learned or done.
        #[cfg_attr(feature = "typescript", ts(as = "Fact"))]
        pub fact: Kept,
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "EntryDocument"))]
pub struct Entry {
    /// What this version knows of it.
    #[serde(flatten)]
    known: EntryDocument,
    /// Fields from a newer version, kept as they are.
    #[serde(flatten)]
    newer: Map<String, Value>,
}

impl Deref for Entry {
    type Target = EntryDocument;

    fn deref(&self) -> &EntryDocument {
        &self.known
    }
}

impl From<EntryDocument> for Entry {
    fn from(known: EntryDocument) -> Entry {
        Entry { known, newer: Map::new() }
    }
}

const FIELDS: [&str; 5] = ["id", "at", "by", "batch", "fact"];

impl FromDocument for Entry {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let known = EntryDocument::from_document(value, place, reading)?;
        let fields = value.as_object().into_iter().flatten();
        let newer = fields.filter(|(name, _)| !FIELDS.contains(&name.as_str()));
        Some(Entry { known, newer: newer.map(|(name, value)| (name.clone(), value.clone())).collect() })
    }
}

impl Entry {
    /// Reads a stored entry. What a newer version wrote is kept; nothing if it isn't an entry at all.
    ///
    /// ```
    /// use nextsale::journal::entry::{Entry, Kept};
    /// let text = r#"{"id":"5.0.a","at":5,"fact":{"type":"partyWed","party":"p_1"}}"#;
    /// let entry = Entry::from_stored(text).unwrap();
    /// assert!(matches!(&entry.fact, Kept::Unknown { type_name, .. } if type_name == "partyWed"));
    /// assert_eq!(entry.to_stored(), text);
    /// ```
    pub fn from_stored(text: &str) -> Option<Entry> {
        Entry::from_value(&serde_json::from_str(text).ok()?)
    }

    pub(crate) fn from_value(value: &Value) -> Option<Entry> {
        match crate::value::document::read_tolerantly(value) {
            Ok(Read::Whole(entry) | Read::Partly(entry)) => Some(entry),
            Err(_) => None,
        }
    }

    /// The entry as it is stored.
    pub fn to_stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The `type` of its fact.
    pub fn type_name(&self) -> String {
        match &self.fact {
            Kept::Known(fact) | Kept::Partly(fact, _) => fact.type_name(),
            Kept::Unknown { type_name, .. } => camel_case(type_name),
        }
    }
}
