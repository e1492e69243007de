//! Taking entries back.

use super::{Ledger, Objections, Wrong};
use crate::journal::fact::{BatchRetracted, Retracted};

pub(super) fn entry(ledger: &Ledger<'_>, retracted: &Retracted, objections: &mut Objections) {
    match ledger.entries.get(&retracted.entry) {
        None => objections.unknown("entry", &retracted.entry),
        Some(entry) if ledger.taken_back.contains(entry) => objections.add("entry", Wrong::TakenBackAlready),
        Some(_) => {}
    }
}

pub(super) fn batch(ledger: &Ledger<'_>, retracted: &BatchRetracted, objections: &mut Objections) {
    let first = ledger.entries.get(&retracted.batch);
    match first.filter(|first| first.batch.as_ref() == Some(&retracted.batch)) {
        None => objections.unknown("batch", &retracted.batch),
        Some(first) if ledger.taken_back.contains(first) => objections.add("batch", Wrong::TakenBackAlready),
        Some(_) => {}
    }
}
