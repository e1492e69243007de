//! Facts about promotions.

use super::{Objections, Wrong};
use crate::journal::fact::{ExperimentRecorded, PromotionOffered};
use crate::judge::Bench;

pub(super) fn offered(bench: &Bench<'_>, offered: &PromotionOffered, objections: &mut Objections) {
    let party = objections.party_and_deal(bench, &offered.party, offered.deal.as_ref());
    if let Some(at) = offered.offered_at {
        objections.not_later(bench, "offeredAt", at);
    }
    if bench.book.promotion(&offered.promotion).is_none() {
        objections.unknown("promotion", &offered.promotion);
    }
    let parties = bench.book.offered_of(&offered.promotion);
    let known = parties.zip(party).and_then(|(parties, party)| parties.get(&party.id));
    // Who changes from one group to the other would belong to neither.
    if known.is_some_and(|known| known.group != offered.group) {
        objections.add("group", Wrong::OtherGroup);
    }
}

pub(super) fn experiment(recorded: &ExperimentRecorded, objections: &mut Objections) {
    for (place, flaw) in recorded.results.flaws() {
        objections.add(&format!("results.{place}"), Wrong::Flawed { flaw });
    }
}
