//! Parties that are the same, as they are shown (PEOPLE-6).

use crate::book::party::Party;
use crate::judge::Bench;
use crate::judge::duplicates::{Duplicates, InCommon, duplicates};
use crate::market::party::PartyKind;
use crate::say::en::duplicates as say;
use crate::value::contact_point::ContactPoint;
use crate::value::id::PartyId;
use crate::value::number::count;
use crate::value::time::Timestamp;
use serde::Serialize;

/// Parties that are recognised as the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DuplicatesView {
    /// Each group; the first hundred.
    pub groups: Vec<DuplicateGroup>,
    /// How many groups there are in all.
    pub total: u32,
}

/// Parties that are recognised as one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DuplicateGroup {
    /// The one to keep.
    pub kept: DuplicateParty,
    /// Those to merge into it.
    pub others: Vec<DuplicateParty>,
    /// Why they are taken for one.
    pub because: Vec<DuplicateReason>,
}

/// A party of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DuplicateParty {
    /// The party.
    pub party: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// The name of its organisation.
    pub organisation: Option<String>,
    /// Ways to contact it.
    pub contact_points: Vec<ContactPoint>,
    /// How many contacts took place.
    pub contacts: u32,
    /// How many deals there are.
    pub deals: u32,
    /// When we met.
    pub met_at: Timestamp,
}

/// What parties have in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DuplicateReason {
    /// What.
    pub in_common: InCommon,
    /// Those that share it.
    pub parties: Vec<PartyId>,
    /// In words.
    pub text: String,
}

/// So many groups are listed.
const LISTED: usize = 100;

impl DuplicatesView {
    /// Lays the duplicates out.
    pub fn of(bench: &Bench<'_>) -> DuplicatesView {
        let found = duplicates(bench);
        let groups = found.iter().take(LISTED).map(|group| DuplicateGroup::of(bench, group)).collect();
        DuplicatesView { groups, total: count(found.len()) }
    }
}

impl DuplicateGroup {
    fn of(bench: &Bench<'_>, group: &Duplicates<'_>) -> DuplicateGroup {
        let because = group.because.iter().map(|(common, parties)| DuplicateReason {
            in_common: common.clone(),
            parties: parties.clone(),
            text: say::in_common(bench.book, common),
        });
        DuplicateGroup {
            kept: DuplicateParty::of(bench, group.kept),
            others: group.others.iter().map(|party| DuplicateParty::of(bench, party)).collect(),
            because: because.collect(),
        }
    }
}

impl DuplicateParty {
    fn of(bench: &Bench<'_>, party: &Party) -> DuplicateParty {
        DuplicateParty {
            party: party.id.clone(),
            kind: party.kind,
            name: party.name.to_string(),
            organisation: bench.book.organisation_of(party).map(|name| name.to_string()),
            contact_points: party.contact_points.clone(),
            contacts: count(party.contacts.len()),
            deals: count(bench.book.deals_of(party).count()),
            met_at: party.met_at,
        }
    }
}
