//! What people read about events that are not taken over.

/// Why an event is not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EventTrouble {
    NoStart,
    NotADate { property: &'static str, value: String },
    UnknownZone { zone: String },
    EndsBefore { value: String },
    NotARule { value: String },
    TooOften { value: String },
    TooMany,
    NoValue { line: String },
}

impl EventTrouble {
    /// The property that it is about.
    pub(super) fn property(&self) -> Option<&'static str> {
        match self {
            EventTrouble::NoStart | EventTrouble::UnknownZone { .. } => Some("DTSTART"),
            EventTrouble::NotADate { property, .. } => Some(property),
            EventTrouble::EndsBefore { .. } => Some("DTEND"),
            EventTrouble::NotARule { .. } | EventTrouble::TooOften { .. } => Some("RRULE"),
            EventTrouble::TooMany | EventTrouble::NoValue { .. } => None,
        }
    }

    /// The value that it is about.
    pub(super) fn value(&self) -> &str {
        match self {
            EventTrouble::NotADate { value, .. }
            | EventTrouble::EndsBefore { value }
            | EventTrouble::NotARule { value }
            | EventTrouble::TooOften { value }
            | EventTrouble::UnknownZone { zone: value }
            | EventTrouble::NoValue { line: value } => value,
            EventTrouble::NoStart | EventTrouble::TooMany => "",
        }
    }

    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            EventTrouble::NoStart => "The event has no start.",
            EventTrouble::NotADate { .. } => {
                "This is not a time. Allowed is a form like 20261123, 20261123T090000 or 20261123T090000Z."
            }
            EventTrouble::UnknownZone { .. } => {
                "The time zone is not known here, and the file doesn't describe it. Allowed is a name like Europe/Berlin."
            }
            EventTrouble::EndsBefore { .. } => "The event ends before it begins.",
            EventTrouble::NotARule { .. } => "The event repeats by a rule that can't be read.",
            EventTrouble::TooOften { .. } => "The event repeats too often to be somebody's appointments.",
            EventTrouble::TooMany => "The calendar has more busy times than anybody could keep.",
            EventTrouble::NoValue { .. } => {
                "A line has no colon between the name of a property and its value."
            }
        }
        .to_owned()
    }
}
