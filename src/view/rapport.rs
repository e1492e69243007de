//! What we know of somebody personally, as it is shown (PEOPLE-4, PEOPLE-5).

use crate::book::relationship::Rapport;
use crate::journal::entry::EntryId;
use crate::judge::Bench;
use crate::judge::rapport::{Freshness, OpeningMatter, day, freshness};
use crate::market::rapport::Privacy;
use crate::say::en::step as say;
use crate::value::id::NeedId;
use crate::value::time::Date;
use serde::Serialize;

/// Something to open a conversation with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpeningTopic {
    /// What was noted, or what they said, word for word.
    pub words: String,
    /// The need whose words these are; nothing for a personal note.
    pub need: Option<NeedId>,
    /// Since when we know it.
    pub date: Date,
    /// In words, how to begin with it.
    pub text: String,
}

/// Something personal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RapportView {
    /// The entry that has it.
    pub entry: EntryId,
    /// What.
    pub text: String,
    /// When it happened, or was so.
    pub date: Date,
    /// May it be suggested?
    pub privacy: Privacy,
    /// Is it suggested?
    pub freshness: Freshness,
}

impl OpeningTopic {
    /// Lays a topic out.
    pub fn of(bench: &Bench<'_>, matter: &OpeningMatter<'_>) -> OpeningTopic {
        let (words, need, date) = match matter {
            OpeningMatter::Personal(noted) => (noted.text.to_string(), None, day(bench, noted)),
            OpeningMatter::OwnWords(need) => {
                let date = bench.now.local(&bench.now.zone, need.at).date;
                (need.words.to_string(), Some(need.need.clone()), date)
            }
        };
        let text = match need {
            None => say::open_personally(&words),
            Some(_) => say::open_with_words(&words),
        };
        OpeningTopic { words, need, date, text }
    }
}

impl RapportView {
    /// Lays a personal note out.
    pub fn of(bench: &Bench<'_>, noted: &Rapport) -> RapportView {
        RapportView {
            entry: noted.entry.clone(),
            text: noted.text.to_string(),
            date: day(bench, noted),
            privacy: noted.privacy,
            freshness: freshness(bench, noted),
        }
    }
}
