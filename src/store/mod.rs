//! Entries as keys and values of a store, and back. Pure: the host does the writing, in the order given.
//!
//! | key | value |
//! |---|---|
//! | `nextsale:1:BOOK:REPLICA:e:SEQUENCE` | `CHECKSUM:ENTRY`, one entry as JSON |
//! | `nextsale:1:BOOK:REPLICA:b:SEQUENCE:INDEX` | `CHECKSUM:BYTES:PACKED`, a segment of a compressed batch |
//! | `nextsale:1:BOOK:REPLICA:b:SEQUENCE:end` | `CHECKSUM:SEGMENTS`, written last: without it the batch doesn't count |
//!
//! The checksum is the CRC-32 of key and value. A replica writes only its own keys, so that tabs can't overwrite
//! each other. Other letters than `e` and `b` are free for later kinds of values, such as sealed tails.

pub mod key;
pub mod pack;
pub mod read;
pub mod write;

choice! {
    /// What can be found in a store that is not as it should be.
    pub enum Finding {
        /// The value does not match its checksum, or is cut off.
        Damaged = "damaged",
        /// The key or the value has a form that only a newer version knows.
        Newer = "newer",
        /// A fact that only a newer version knows, or fields of one; it is kept.
        UnknownFact = "unknownFact",
        /// A batch that is not whole: it was never finished, or is still being written.
        UnfinishedBatch = "unfinishedBatch",
    }
}

/// A key and what was found at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The key.
    pub key: String,
    /// What was found.
    pub finding: Finding,
}
