//! What can be wrong with a document.

use serde::Serialize;

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
