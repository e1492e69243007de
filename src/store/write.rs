//! Entries on their way to the store.

use super::key::{Key, KeyKind};
use super::pack::pack;
use crate::journal::entry::Entry;
use crate::value::id::{BookId, ReplicaId};
use crate::value::number::count;

/// A key and the value to write there.
pub type Write = (String, String);

/// The CRC-32 of ISO 3309, as zip and PNG have it.
const CRC_32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// Bytes of a segment: what a browser writes without holding back what comes after it.
const SEGMENT: usize = 24_000;

/// Where the next entries go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The book.
    pub book: BookId,
    /// Who writes.
    pub replica: ReplicaId,
    /// The number of the next key.
    pub sequence: u32,
}

impl Position {
    fn take(&mut self) -> u32 {
        let sequence = self.sequence;
        self.sequence = sequence.saturating_add(1);
        sequence
    }

    fn key(&self, sequence: u32, kind: KeyKind) -> String {
        Key { book: self.book.clone(), replica: self.replica.clone(), sequence, kind }.to_string()
    }
}

/// One entry as one small write: it is there or it isn't, whatever dies.
pub fn entry(position: &mut Position, entry: &Entry) -> Write {
    let sequence = position.take();
    sealed(position.key(sequence, KeyKind::Entry), &entry.to_stored())
}

/// Entries as a batch: compressed segments, and at last the end, without which none of them counts.
pub fn batch(position: &mut Position, entries: &[Entry]) -> Vec<Write> {
    let sequence = position.take();
    let lines: Vec<String> = entries.iter().map(Entry::to_stored).collect();
    let compressed = miniz_oxide::deflate::compress_to_vec(lines.join("\n").as_bytes(), 6);
    let mut writes: Vec<Write> = Vec::new();
    for (segment, index) in compressed.chunks(SEGMENT).zip(0_u32..) {
        let value = format!("{}:{}", segment.len(), pack(segment));
        writes.push(sealed(position.key(sequence, KeyKind::Segment(index)), &value));
    }
    let segments = count(writes.len()).to_string();
    writes.push(sealed(position.key(sequence, KeyKind::BatchEnd), &segments));
    writes
}

fn sealed(key: String, value: &str) -> Write {
    let value = format!("{}:{value}", checksum(&key, value));
    (key, value)
}

/// The CRC-32 of a key and the value that belongs there, so that a value at a wrong key shows too.
pub(crate) fn checksum(key: &str, value: &str) -> String {
    let mut digest = CRC_32.digest();
    digest.update(key.as_bytes());
    digest.update(b"\n");
    digest.update(value.as_bytes());
    format!("{:08x}", digest.finalize())
}
