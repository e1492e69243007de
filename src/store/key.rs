//! Keys: format version, book, replica, kind and sequence.

use crate::value::id::{BookId, ReplicaId};
use std::fmt;

/// The beginning of all keys of all versions.
pub const PREFIX: &str = "nextsale:";
const VERSION: &str = "1";

/// A key of this version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The book.
    pub book: BookId,
    /// Who wrote it.
    pub replica: ReplicaId,
    /// Its number within the replica.
    pub sequence: u32,
    /// What stands there.
    pub kind: KeyKind,
}

/// What stands at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    /// One entry.
    Entry,
    /// A segment of a batch, counted from 0.
    Segment(u32),
    /// The end of a batch.
    BatchEnd,
}

/// What a key turns out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parsed {
    /// One of this book's.
    Ours(Key),
    /// Of this book, in a form that only a newer version knows.
    Newer,
    /// Somebody else's.
    Foreign,
}

impl Key {
    /// Reads a key of a book.
    ///
    /// ```
    /// use nextsale::store::key::{Key, Parsed};
    /// use nextsale::value::id::BookId;
    /// let book = BookId::parse("mine").unwrap();
    /// assert!(matches!(Key::parse("nextsale:1:mine:a1:e:00000007", &book), Parsed::Ours(key) if key.sequence == 7));
    /// assert_eq!(Key::parse("nextsale:1:other:a1:e:00000007", &book), Parsed::Foreign);
    /// assert_eq!(Key::parse("nextsale:2:mine:anything", &book), Parsed::Newer);
    /// ```
    pub fn parse(key: &str, book: &BookId) -> Parsed {
        let Some(rest) = key.strip_prefix(PREFIX) else { return Parsed::Foreign };
        let mut parts = rest.split(':');
        let (version, named) = (parts.next(), parts.next());
        if named != Some(book.as_str()) {
            return Parsed::Foreign;
        }
        let key = (version == Some(VERSION)).then(|| Key::of_parts(book, parts)).flatten();
        key.map_or(Parsed::Newer, Parsed::Ours)
    }

    fn of_parts<'p>(book: &BookId, mut parts: impl Iterator<Item = &'p str>) -> Option<Key> {
        let replica = ReplicaId::parse(parts.next()?)?;
        let letter = parts.next()?;
        let sequence = parts.next()?.parse().ok()?;
        let kind = match (letter, parts.next()) {
            ("e", None) => KeyKind::Entry,
            ("b", Some("end")) => KeyKind::BatchEnd,
            ("b", Some(index)) => KeyKind::Segment(index.parse().ok()?),
            _ => return None,
        };
        parts.next().is_none().then(|| Key { book: book.clone(), replica, sequence, kind })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Key { book, replica, sequence, kind } = self;
        match kind {
            KeyKind::Entry => write!(formatter, "{PREFIX}{VERSION}:{book}:{replica}:e:{sequence:08}"),
            KeyKind::Segment(index) => {
                write!(formatter, "{PREFIX}{VERSION}:{book}:{replica}:b:{sequence:08}:{index:04}")
            }
            KeyKind::BatchEnd => write!(formatter, "{PREFIX}{VERSION}:{book}:{replica}:b:{sequence:08}:end"),
        }
    }
}
