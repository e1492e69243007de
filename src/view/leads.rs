//! Lists of parties as they are shown (SCORE-3, SCORE-4).

use crate::market::party::PartyKind;
use crate::plan::pipeline::PipelineKind;
use crate::value::id::{PartyId, StageId};
use crate::value::money::Money;
use crate::value::time::Timestamp;
use serde::Serialize;

choice! {
    /// How promising somebody is (SCORE-4).
    pub enum Band {
        /// Call today.
        Hot = "hot",
        /// Call soon.
        Warm = "warm",
        /// Keep in touch.
        Cool = "cool",
        /// Little interest.
        Cold = "cold",
    }
}

choice! {
    /// What a party is to us.
    pub enum Standing {
        /// Nobody knows how to contact them.
        Suspect = "suspect",
        /// May buy.
        Lead = "lead",
        /// Has bought.
        Customer = "customer",
        /// Parked until a day.
        Parked = "parked",
        /// Wants to be left alone.
        LeftAlone = "leftAlone",
    }
}

/// Some parties of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeadsView {
    /// How many match.
    pub total: u32,
    /// How many parties there are.
    pub all: u32,
    /// Those asked for.
    pub rows: Vec<LeadRow>,
    /// The stages there are, to filter by.
    pub stages: Vec<StageName>,
}

/// A stage's id and name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageName {
    /// Its id.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// What moves through it.
    pub pipeline: PipelineKind,
}

/// One party in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeadRow {
    /// The party.
    pub party: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// The organisation it belongs to.
    pub organisation: Option<String>,
    /// What it is to us.
    pub standing: Standing,
    /// Its stage.
    pub stage: StageName,
    /// Its score, 0 to 100.
    pub score: u8,
    /// Its band.
    pub band: Band,
    /// What an hour spent on the next step is worth.
    pub worth_per_hour: Money,
    /// What a sale is worth.
    pub worth: Money,
    /// How many deals are open.
    pub open_deals: u32,
    /// The next step, in words.
    pub next_step: String,
    /// When the next step can be done; nothing if a guard allows no time at all.
    pub next_at: Option<Timestamp>,
    /// The last contact.
    pub last_contact_at: Option<Timestamp>,
    /// When we met.
    pub met_at: Timestamp,
}
