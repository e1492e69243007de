//! Entries on their way from the store. Whatever is unreadable is named and left where it is; the rest is read.

use super::key::{Key, KeyKind, Parsed};
use super::pack::unpack;
use super::write::checksum;
use super::{Finding, Note};
use crate::journal::entry::{Entry, Kept};
use crate::value::id::{BookId, ReplicaId};
use std::collections::BTreeMap;

/// More than this is no batch of ours.
const LARGEST_BATCH: usize = 268_435_456;

/// What came from the store so far, and the batches of which something is still to come.
#[derive(Debug, Clone)]
pub struct Shelf {
    book: BookId,
    batches: BTreeMap<(ReplicaId, u32), Batch>,
    last_sequences: BTreeMap<ReplicaId, u32>,
}

#[derive(Debug, Clone, Default)]
struct Batch {
    segments: BTreeMap<u32, Vec<u8>>,
    end: Option<u32>,
    keys: Vec<String>,
}

/// What one look at the store gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The entries.
    pub entries: Vec<Entry>,
    /// What was not as it should be.
    pub notes: Vec<Note>,
}

impl Shelf {
    /// An empty shelf for a book.
    pub fn new(book: BookId) -> Shelf {
        Shelf { book, batches: BTreeMap::new(), last_sequences: BTreeMap::new() }
    }

    /// The first number that a replica has not used.
    pub fn next_sequence(&self, replica: &ReplicaId) -> u32 {
        self.last_sequences.get(replica).map_or(0, |last| last.saturating_add(1))
    }

    /// Reads keys and values, in any order, as often as they come. Keys that are not of the book are passed over.
    pub fn read<'p>(&mut self, pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Found {
        let mut found = Found::default();
        for (name, value) in pairs {
            match Key::parse(name, &self.book) {
                Parsed::Foreign => {}
                Parsed::Newer => found.note(name, Finding::Newer),
                Parsed::Ours(key) => self.value(name, &key, value, &mut found),
            }
        }
        self.open_batches(&mut found);
        found
    }

    fn value(&mut self, name: &str, key: &Key, value: &str, found: &mut Found) {
        let last = self.last_sequences.entry(key.replica.clone()).or_insert(key.sequence);
        *last = key.sequence.max(*last);
        let content = value.split_once(':').filter(|(sum, content)| *sum == checksum(name, content));
        let Some((_, content)) = content else {
            found.note(name, Finding::Damaged);
            return;
        };
        match key.kind {
            KeyKind::Entry => found.entry(name, content),
            KeyKind::Segment(index) => match segment(content) {
                Some(bytes) => {
                    let batch = self.batch(name, key);
                    batch.segments.insert(index, bytes);
                }
                None => found.note(name, Finding::Damaged),
            },
            KeyKind::BatchEnd => match content.parse() {
                Ok(segments) => self.batch(name, key).end = Some(segments),
                Err(_) => found.note(name, Finding::Damaged),
            },
        }
    }

    fn batch(&mut self, name: &str, key: &Key) -> &mut Batch {
        let batch = self.batches.entry((key.replica.clone(), key.sequence)).or_default();
        if !batch.keys.iter().any(|known| known == name) {
            batch.keys.push(name.to_owned());
        }
        batch
    }

    /// Takes the batches that are whole off the shelf; names the others.
    fn open_batches(&mut self, found: &mut Found) {
        self.batches.retain(|_, batch| {
            let name = batch.keys.first().map(String::as_str).unwrap_or_default();
            match batch.bytes() {
                None => {
                    found.note(name, Finding::UnfinishedBatch);
                    true
                }
                Some(bytes) => {
                    match lines(&bytes) {
                        Some(text) => text.split('\n').for_each(|line| found.entry(name, line)),
                        None => found.note(name, Finding::Damaged),
                    }
                    false
                }
            }
        });
    }
}

impl Batch {
    /// All its bytes, if all segments and the end are there.
    fn bytes(&self) -> Option<Vec<u8>> {
        let segments = (0..self.end?).map(|index| self.segments.get(&index).map(Vec::as_slice));
        segments.collect::<Option<Vec<&[u8]>>>().map(|segments| segments.concat())
    }
}

impl Found {
    fn note(&mut self, key: &str, finding: Finding) {
        self.notes.push(Note { key: key.to_owned(), finding });
    }

    fn entry(&mut self, key: &str, text: &str) {
        match Entry::from_stored(text) {
            Some(entry) => {
                if !matches!(entry.fact, Kept::Known(_)) {
                    self.note(key, Finding::UnknownFact);
                }
                self.entries.push(entry);
            }
            None => self.note(key, Finding::Newer),
        }
    }
}

fn segment(content: &str) -> Option<Vec<u8>> {
    let (length, packed) = content.split_once(':')?;
    unpack(packed, length.parse().ok()?)
}

fn lines(compressed: &[u8]) -> Option<String> {
    let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(compressed, LARGEST_BATCH).ok()?;
    String::from_utf8(bytes).ok()
}
