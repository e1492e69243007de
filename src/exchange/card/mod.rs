//! vCards (RFC 6350, RFC 2426 and, as far as they can be told apart, those of version 2.1) → parties, and parties →
//! vCards.
//!
//! Lines, folding, parameters and escapes are the vcard-rs crate's work; what a property means to a seller is ours.
//! What a party has beyond what vCard has properties for stands in one of our own, [`BEYOND`], as JSON.

mod contents;
mod person;
mod points;
mod read;
mod words;
mod write;

pub(super) use read::take_in;
pub use write::{CardVersion, card};

use crate::market::consent::{Consent, DoNotContact};
use crate::market::party::{BuyingRole, Preferences};
use crate::market::rapport::Privacy;
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::Channel;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

/// The property that has what vCard has no other for.
const BEYOND: &str = "X-NEXTSALE";
/// The property of a place to meet.
const PLACE: &str = "X-NEXTSALE-PLACE";
/// The label of the other properties of a group, as address books write it.
const LABEL: &str = "X-ABLABEL";

/// Labels that vCard has a type for, with that type.
const TYPES: [(&str, &str); 3] = [("work", "work"), ("home", "home"), ("mobile", "cell")];

/// Custom fields that vCard has a property for.
const FIELDS: [(&str, &str); 3] = [("Birthday", "BDAY"), ("Nickname", "NICKNAME"), ("URL", "URL")];

record! {
    /// Something personal.
    pub struct CardRapport {
        /// What.
        pub text: Text,
        /// When it happened, or was so.
        pub date: Option<Date>,
        /// May it be suggested?
        pub privacy: Option<Privacy>,
    }
}

record! {
    /// What a party has beyond the properties of vCard.
    pub struct Beyond {
        /// The part that the person plays when their organisation buys.
        pub role: Option<BuyingRole>,
        /// The UID of the organisation's card.
        pub organisation: Option<Line>,
        /// How the party was found, the referrer aside.
        pub source: Option<Source>,
        /// The name of the party that referred it.
        pub referred_by: Option<Line>,
        /// The name of whoever looks after it.
        pub owner: Option<Line>,
        /// How it likes to be contacted.
        pub preferences: Option<Preferences>,
        /// What it allows.
        pub consent: BTreeMap<Channel, Consent>,
        /// Whether it wants to be left alone.
        pub do_not_contact: Option<DoNotContact>,
        /// Its ids in other systems.
        pub external_ids: Vec<Line>,
        /// When we met.
        pub met_at: Option<Timestamp>,
        /// What we know personally.
        pub rapport: Vec<CardRapport>,
        /// Custom fields that vCard has no property for.
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

/// Text as one line: as it is where it can be, else squeezed into one.
fn one_line(text: &str) -> Option<Line> {
    Line::parse(text).or_else(|| Line::squeezed(text))
}
