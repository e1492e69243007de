//! Which promotions somebody was offered, or not (PROMO-6).

use crate::book::Book;
use crate::book::party::Party;
use crate::journal::fact::OfferedGroup;
use crate::measure::experiment::Assignment;
use crate::value::id::{DealId, PromotionId};
use crate::value::order::{descending, ranked};
use crate::value::time::Timestamp;
use serde::Serialize;

/// A promotion that was offered to somebody, or withheld from them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OfferedView {
    /// The promotion.
    pub promotion: PromotionId,
    /// Its name; nothing if it is no longer in the book.
    pub name: Option<String>,
    /// Whether they get it.
    pub group: OfferedGroup,
    /// How that was decided.
    pub assigned: Assignment,
    /// When.
    pub at: Timestamp,
    /// For which deal.
    pub deal: Option<DealId>,
}

impl OfferedView {
    /// All that were offered to a party or withheld from it, latest first.
    pub(crate) fn all(book: &Book, party: &Party) -> Vec<OfferedView> {
        let offered = book.offered().filter_map(|(promotion, parties)| {
            let offering = parties.get(&party.id)?;
            Some(OfferedView {
                promotion: promotion.clone(),
                name: book.promotion(promotion).map(|promotion| promotion.name.to_string()),
                group: offering.group,
                assigned: offering.assigned,
                at: offering.at,
                deal: offering.deal.clone(),
            })
        });
        ranked(offered.collect(), |offered: &OfferedView| (descending(offered.at.millis()), 0, 0))
    }
}
