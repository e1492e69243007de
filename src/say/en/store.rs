//! What was found in a store, in words.

use crate::store::{Finding, Note};

/// A note.
pub fn note(note: &Note) -> String {
    let key = &note.key;
    match note.finding {
        Finding::Damaged => format!("The value at “{key}” is damaged or cut off; it was left as it is"),
        Finding::Newer => {
            format!("The value at “{key}” was written by a newer version; it was left as it is")
        }
        Finding::UnknownFact => {
            format!(
                "Something at “{key}” is only known to a newer version; it is kept, and has no effect here"
            )
        }
        Finding::UnfinishedBatch => {
            format!("The batch at “{key}” is not whole: it is still being written, or was never finished")
        }
    }
}
