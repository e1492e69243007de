//! What people read about cards that don't come in, and about properties that are only kept.

use super::super::words::shown;

/// Why a card stays out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CardTrouble {
    NeverEnds,
    NoValue { line: String },
    NotAParty { kind: String },
    Nobody,
}

impl CardTrouble {
    /// The property that it is about.
    pub(super) fn property(&self) -> Option<&'static str> {
        match self {
            CardTrouble::NeverEnds => Some("END"),
            CardTrouble::NotAParty { .. } => Some("KIND"),
            CardTrouble::NoValue { .. } | CardTrouble::Nobody => None,
        }
    }

    /// The value that it is about.
    pub(super) fn value(&self) -> String {
        match self {
            CardTrouble::NoValue { line } => shown(line.trim()),
            CardTrouble::NotAParty { kind } => shown(kind),
            CardTrouble::NeverEnds | CardTrouble::Nobody => String::new(),
        }
    }

    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            CardTrouble::NeverEnds => "The card has no line END:VCARD.".to_owned(),
            CardTrouble::NoValue { .. } => {
                "A line has no colon between the name of a property and its value.".to_owned()
            }
            CardTrouble::NotAParty { .. } => {
                "The card is about neither a person nor an organisation. Allowed are individual and org."
                    .to_owned()
            }
            CardTrouble::Nobody => {
                "Nothing in the card tells whom it is about: a name, an organisation, or a way to reach them."
                    .to_owned()
            }
        }
    }
}

/// Why a property is kept as text rather than understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PropertyTrouble {
    NotAMailbox,
    NotAPhone,
    NotOurs { detail: String },
    TooLong,
}

impl PropertyTrouble {
    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            PropertyTrouble::NotAMailbox => "This is not an e-mail address like name@example.org.".to_owned(),
            PropertyTrouble::NotAPhone => "This is not a phone number with 3 to 20 digits.".to_owned(),
            PropertyTrouble::NotOurs { detail } => {
                format!("This is not what nextsale writes into this property: {detail}.")
            }
            PropertyTrouble::TooLong => {
                "This is longer than 300 characters; it is cut there, and kept whole as a custom field."
                    .to_owned()
            }
        }
    }
}
