//! What recording, loading and importing answer.

use super::score::ScoreReasonView;
use crate::exchange::preview::ImportPreview;
use crate::journal::entry::EntryId;
use crate::judge::score::Band;
use crate::store::Finding;
use crate::value::id::PartyId;
use crate::value::zone::ZoneName;
use serde::Serialize;

/// What was recorded, and what has to be written to the store.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    /// The entries, in order.
    pub entries: Vec<EntryId>,
    /// The first entry of the batch, if there was more than one.
    pub batch: Option<EntryId>,
    /// Keys and values to write, in this order.
    pub writes: Vec<(String, String)>,
    /// The zones that parties live in.
    pub zones: Vec<ZoneName>,
    /// Scores that moved by it, for up to ten parties that it is about.
    pub scores: Vec<ScoreChange>,
}

/// What was imported.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// What was recorded: nothing, if the book had all of it already.
    #[serde(flatten)]
    pub recorded: Recorded,
    /// What the preview would have said.
    pub preview: ImportPreview,
}

/// A score that moved, and what moved it (SCORE-4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScoreChange {
    /// The party.
    pub party: PartyId,
    /// The score before; nothing if the party is new.
    pub before: Option<u8>,
    /// The score after.
    pub after: u8,
    /// The band before.
    pub band_before: Option<Band>,
    /// The band after.
    pub band_after: Band,
    /// The parts that came, went or changed; points are the difference.
    pub because: Vec<ScoreReasonView>,
}

/// What was found when stored entries were read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Loaded {
    /// How many entries there are now.
    pub entries: u32,
    /// How many of them are new since before.
    pub added: u32,
    /// What was not as it should be; the rest was loaded all the same.
    pub notes: Vec<LoadNote>,
    /// The zones that parties live in.
    pub zones: Vec<ZoneName>,
}

/// Something in the store that was not as it should be, and was left as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LoadNote {
    /// The key.
    pub key: String,
    /// What was found.
    pub finding: Finding,
    /// In words.
    pub text: String,
}
