//! The journal as it is shown.

use super::query::HistoryQuery;
use crate::book::{Book, TakenBack};
use crate::deal::subject::Subject;
use crate::journal::entry::{Entry, EntryId, Kept};
use crate::journal::fact::Fact;
use crate::judge::Bench;
use crate::say::en::history as say;
use crate::value::id::{MemberId, PartyId};
use crate::value::number::count;
use crate::value::time::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// The journal, latest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryView {
    /// How many lines there are.
    pub total: u32,
    /// Those asked for. A batch is one line.
    pub lines: Vec<HistoryLine>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryLine {
    /// The entry, or the first of its batch.
    pub entry: EntryId,
    /// How many entries the batch has, if it is one.
    pub batch_size: Option<u32>,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: Option<MemberId>,
    /// The `type` of the fact.
    #[serde(rename = "factType")]
    pub fact_type: String,
    /// What it is about.
    pub subject: Option<Subject>,
    /// In words.
    pub text: String,
    /// Does it still count?
    pub state: HistoryState,
}

choice! {
    /// Does an entry still count?
    pub enum HistoryState {
        /// It does.
        InForce = "inForce",
        /// It was taken back.
        TakenBack = "takenBack",
        /// It is from a newer version: kept, without effect.
        NotUnderstood = "notUnderstood",
    }
}

const LISTED: u32 = 100;

impl HistoryView {
    /// Lays the journal out.
    pub fn of(
        bench: &Bench<'_>,
        entries: &BTreeMap<EntryId, Entry>,
        taken_back: &TakenBack,
        query: &HistoryQuery,
    ) -> HistoryView {
        let batches = batches(entries);
        let concerns =
            |entry: &&Entry| query.party.as_ref().is_none_or(|party| concerns(bench.book, entry, party));
        // Of a batch its first line stands for all, unless only one party is looked at.
        let stands = |entry: &&Entry| {
            query.party.is_some() || entry.batch.as_ref().is_none_or(|batch| *batch == entry.id)
        };
        let lines: Vec<&Entry> = entries.values().rev().filter(stands).filter(concerns).collect();
        let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
        let limit = usize::try_from(query.limit.unwrap_or(LISTED)).unwrap_or(usize::MAX);
        let shown = lines.iter().skip(offset).take(limit);
        HistoryView {
            total: count(lines.len()),
            lines: shown
                .map(|entry| {
                    let batch = match &query.party {
                        Some(_) => None,
                        None => entry.batch.as_ref().and_then(|batch| batches.get(batch)),
                    };
                    HistoryLine::of(bench, taken_back, entry, batch)
                })
                .collect(),
        }
    }
}

fn batches(entries: &BTreeMap<EntryId, Entry>) -> BTreeMap<&EntryId, Vec<&Entry>> {
    let mut batches: BTreeMap<&EntryId, Vec<&Entry>> = BTreeMap::new();
    for entry in entries.values() {
        if let Some(batch) = &entry.batch {
            batches.entry(batch).or_default().push(entry);
        }
    }
    batches
}

fn concerns(book: &Book, entry: &Entry, party: &PartyId) -> bool {
    let party = book.kept(party);
    match entry.fact.fact() {
        Some(Fact::ContactCancelled(cancelled)) => {
            book.interactions.get(&cancelled.interaction) == Some(party)
        }
        Some(fact) => match fact.subject() {
            Some(Subject::Party(subject)) => book.kept(&subject.party) == party,
            Some(Subject::Deal(subject)) => {
                book.deal(&subject.deal).is_some_and(|deal| deal.party.as_ref() == Some(party))
            }
            None => false,
        },
        None => false,
    }
}

impl HistoryLine {
    fn of(
        bench: &Bench<'_>,
        taken_back: &TakenBack,
        entry: &Entry,
        batch: Option<&Vec<&Entry>>,
    ) -> HistoryLine {
        let names = say::Names { book: bench.book, plan: bench.plan, now: bench.now };
        HistoryLine {
            entry: entry.id.clone(),
            batch_size: batch.map(|batch| count(batch.len())),
            at: entry.at,
            by: entry.by.clone(),
            fact_type: entry.type_name(),
            subject: entry.fact.fact().and_then(Fact::subject),
            text: match batch {
                Some(batch) => say::batch(&names, batch),
                None => say::entry(&names, entry),
            },
            state: match &entry.fact {
                _ if taken_back.contains(entry) => HistoryState::TakenBack,
                Kept::Unknown { .. } => HistoryState::NotUnderstood,
                Kept::Known(_) | Kept::Partly(..) => HistoryState::InForce,
            },
        }
    }
}
