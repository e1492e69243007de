//! Who was offered a promotion, and who was not (PROMO-6).

use super::Book;
use crate::journal::entry::Entry;
use crate::journal::fact::{OfferedGroup, PromotionOffered};
use crate::measure::experiment::Assignment;
use crate::value::id::DealId;
use crate::value::time::Timestamp;

/// What was decided for one party.
#[derive(Debug, Clone, PartialEq)]
pub struct Offering {
    /// Whether they get it.
    pub group: OfferedGroup,
    /// How that was decided.
    pub assigned: Assignment,
    /// When.
    pub at: Timestamp,
    /// For which deal.
    pub deal: Option<DealId>,
}

impl Book {
    /// What was decided first counts, whatever somebody was given later: who is in which group must not depend on what
    /// they did meanwhile.
    pub(super) fn promotion_offered(&mut self, offered: &PromotionOffered, entry: &Entry) {
        let offering = Offering {
            group: offered.group,
            assigned: offered.assigned,
            at: offered.offered_at.unwrap_or(entry.at),
            deal: offered.deal.clone(),
        };
        let parties = self.offered.entry(offered.promotion.clone()).or_default();
        parties.entry(offered.party.clone()).or_insert(offering);
    }
}
