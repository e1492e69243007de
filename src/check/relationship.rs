//! Facts about needs, hesitations, promises, complaints, rapport, rejected steps and duplicates.

use super::{AllowedTime, Objections, Wrong};
use crate::book::party::Party;
use crate::book::relationship::PromiseFate;
use crate::deal::subject::Subject;
use crate::journal::fact::{Fact, PartiesMerged, PromiseMade};
use crate::judge::Bench;
use crate::value::id::{DealId, PromiseId};

pub(super) fn check(bench: &Bench<'_>, fact: &Fact, objections: &mut Objections) {
    match fact {
        Fact::NeedFound(found) => {
            _ = objections.party_and_deal(bench, &found.party, found.deal.as_ref());
        }
        Fact::HesitationRaised(raised) => {
            let party = objections.party_and_deal(bench, &raised.party, raised.deal.as_ref());
            let hesitations = party.map(|party| party.hesitations.as_slice()).unwrap_or_default();
            if hesitations.iter().any(|known| known.hesitation == raised.hesitation) {
                objections.add("hesitation", Wrong::Taken { id: raised.hesitation.to_string() });
            }
        }
        Fact::HesitationAnswered(answered) => {
            let Some(party) = objections.party(bench, "party", &answered.party) else { return };
            if !party.hesitations.iter().any(|known| known.hesitation == answered.hesitation) {
                objections.unknown("hesitation", &answered.hesitation);
            }
        }
        Fact::PromiseMade(made) => promise_made(bench, made, objections),
        Fact::PromiseKept(kept) => {
            if let Some(kept_at) = kept.kept_at {
                objections.not_later(bench, "keptAt", kept_at);
            }
            let party = objections.party(bench, "party", &kept.party);
            promise_ended(party, &kept.promise, objections);
        }
        Fact::PromiseBroken(broken) => {
            let party = objections.party(bench, "party", &broken.party);
            promise_ended(party, &broken.promise, objections);
        }
        Fact::ComplaintMade(made) => {
            let party = objections.party_and_deal(bench, &made.party, made.deal.as_ref());
            let complaints = party.map(|party| party.complaints.as_slice()).unwrap_or_default();
            if complaints.iter().any(|known| known.complaint == made.complaint) {
                objections.add("complaint", Wrong::Taken { id: made.complaint.to_string() });
            }
        }
        Fact::ComplaintResolved(resolved) => {
            let Some(party) = objections.party(bench, "party", &resolved.party) else { return };
            match party.complaints.iter().find(|known| known.complaint == resolved.complaint) {
                None => objections.unknown("complaint", &resolved.complaint),
                Some(known) if !known.is_open() => objections.add("complaint", Wrong::Settled),
                Some(_) => {}
            }
        }
        Fact::RapportNoted(noted) => _ = objections.party(bench, "party", &noted.party),
        Fact::StepRejected(rejected) => {
            match &rejected.subject {
                Subject::Party(subject) => _ = objections.party(bench, "subject.party", &subject.party),
                Subject::Deal(subject) => _ = objections.deal(bench, "subject.deal", &subject.deal),
            }
            if !rejected.origin.can_be_turned_down() {
                objections.add("origin", Wrong::Stays);
            }
        }
        Fact::PartiesMerged(merged) => self::merged(bench, merged, objections),
        _ => {}
    }
}

fn promise_made(bench: &Bench<'_>, made: &PromiseMade, objections: &mut Objections) {
    let party = objections.party_and_deal(bench, &made.party, made.deal.as_ref());
    let promises = party.map(|party| party.promises.as_slice()).unwrap_or_default();
    if promises.iter().any(|known| known.promise == made.promise) {
        objections.add("promise", Wrong::Taken { id: made.promise.to_string() });
    }
    if made.due < bench.now.today() {
        objections.add("due", Wrong::Time { allowed: AllowedTime::TodayOrLater });
    }
}

fn promise_ended(party: Option<&Party>, promise: &PromiseId, objections: &mut Objections) {
    let Some(party) = party else { return };
    match party.promises.iter().find(|known| known.promise == *promise) {
        None => objections.unknown("promise", promise),
        Some(known) if known.fate != PromiseFate::Open => objections.add("promise", Wrong::Settled),
        Some(_) => {}
    }
}

fn merged(bench: &Bench<'_>, merged: &PartiesMerged, objections: &mut Objections) {
    if bench.book.kept(&merged.kept) == bench.book.kept(&merged.merged) {
        objections.add("merged", Wrong::Itself);
        return;
    }
    let kept = objections.party(bench, "kept", &merged.kept);
    let other = objections.party(bench, "merged", &merged.merged);
    if kept.zip(other).is_some_and(|(kept, other)| kept.kind != other.kind) {
        objections.add("merged", Wrong::NotTheSameKind);
    }
}

impl Objections {
    /// The party must be known, and the deal be theirs.
    pub(super) fn party_and_deal<'b>(
        &mut self,
        bench: &Bench<'b>,
        party: &crate::value::id::PartyId,
        deal: Option<&DealId>,
    ) -> Option<&'b Party> {
        let party = self.party(bench, "party", party)?;
        super::contacts::deal(bench, party, deal, self);
        Some(party)
    }
}
