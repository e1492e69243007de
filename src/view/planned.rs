//! A planned contact, and what stands against another time for it (DAY-3, GUARD-4).

use super::query::PlannedQuery;
use super::step::HeldView;
use crate::journal::fact::ContactPlanned;
use crate::judge::Bench;
use crate::judge::guard::{Idea, guard};
use serde::Serialize;

/// A planned contact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlannedView {
    /// As it was planned: what plans it anew is the same with another id and another time.
    pub contact: ContactPlanned,
    /// The guards that hold it back at the time asked about. Who plans it may know better: they may have agreed on it.
    pub held: Vec<HeldView>,
}

impl PlannedView {
    /// Lays a planned contact out; nothing if it is not planned (any more).
    pub fn of(bench: &Bench<'_>, query: &PlannedQuery) -> Option<PlannedView> {
        let party = bench.book.party(bench.book.interactions.get(&query.interaction)?)?;
        let contact = party.planned.get(&query.interaction)?;
        let verdict = guard(bench, &Idea::planned(party, contact), query.at.unwrap_or(contact.at));
        Some(PlannedView {
            contact: contact.clone(),
            held: verdict.held.iter().map(|held| HeldView::of(bench, held)).collect(),
        })
    }
}
