//! What facts say of needs, hesitations, promises and complaints, of what we know personally, and of what was turned down.

use crate::book::Book;
use crate::book::party::Party;
use crate::book::relationship::{
    AnsweredBy, Excuse, KnownComplaint, KnownHesitation, KnownNeed, KnownPromise, PromiseFate, Rapport,
    Rejection, Resolved,
};
use crate::contact::hesitation::{Answered, Hesitation};
use crate::contact::promise::Promise;
use crate::contact::proposal::RejectionReason;
use crate::deal::need::{Need, NeedNow, NeedTime};
use crate::deal::qualification::Certainty;
use crate::deal::subject::Subject;
use crate::journal::entry::Entry;
use crate::journal::fact::{ContactLogged, DelayExcused, Fact, StepRejected};
use crate::market::rapport::Privacy;
use crate::value::id::{DealId, HesitationId, NeedId, PartyId, PromiseId};
use crate::value::time::Timestamp;

impl Book {
    /// Facts about needs, hesitations, promises, complaints and what we know personally.
    pub(super) fn about_a_relationship(&mut self, fact: &Fact, entry: &Entry) {
        let at = entry.at;
        match fact {
            Fact::NeedFound(found) => self.change(&found.party, |party| {
                let need = Need {
                    need: Some(found.need.clone()),
                    words: found.words.clone(),
                    situation: found.situation.clone(),
                    issue: found.issue.clone(),
                    ramifications: found.ramifications.clone(),
                    certainty: found.certainty,
                    time: found.time.clone(),
                };
                need_found(party, found.need.clone(), &need, found.deal.as_ref(), at);
            }),
            Fact::HesitationRaised(raised) => self.change(&raised.party, |party| {
                let hesitation =
                    Hesitation { hesitation: None, kind: raised.kind, words: raised.words.clone() };
                hesitation_raised(party, raised.hesitation.clone(), &hesitation, raised.deal.as_ref(), at);
            }),
            Fact::HesitationAnswered(answered) => self.change(&answered.party, |party| {
                let by = AnsweredBy { benefit: answered.benefit.clone(), certainty: answered.certainty, at };
                hesitation_answered(party, &answered.hesitation, by);
            }),
            Fact::PromiseMade(made) => self.change(&made.party, |party| {
                let promise = Promise { promise: None, text: made.text.clone(), due: made.due };
                promise_made(party, made.promise.clone(), &promise, made.deal.as_ref(), at);
            }),
            Fact::PromiseKept(kept) => self.change(&kept.party, |party| {
                promise_ended(party, &kept.promise, PromiseFate::Kept { at: kept.kept_at.unwrap_or(at) });
            }),
            Fact::PromiseBroken(broken) => self.change(&broken.party, |party| {
                let fate = PromiseFate::Broken { at, reason: broken.reason.clone() };
                promise_ended(party, &broken.promise, fate);
            }),
            Fact::ComplaintMade(made) => self.change(&made.party, |party| {
                party.complaints.retain(|known| known.complaint != made.complaint);
                party.complaints.push(KnownComplaint {
                    complaint: made.complaint.clone(),
                    deal: made.deal.clone(),
                    severity: made.severity,
                    words: made.words.clone(),
                    at,
                    answer_by: made.answer_by,
                    resolved: None,
                });
            }),
            Fact::ComplaintResolved(resolved) => self.change(&resolved.party, |party| {
                let known = party.complaints.iter_mut().find(|known| known.complaint == resolved.complaint);
                if let Some(known) = known {
                    known.resolved = Some(Resolved { how: resolved.how.clone(), at });
                }
            }),
            Fact::RapportNoted(noted) => self.change(&noted.party, |party| {
                party.rapport.push(Rapport {
                    text: noted.text.clone(),
                    date: noted.date,
                    privacy: noted.privacy.unwrap_or(Privacy::Shareable),
                    at,
                    entry: entry.id.clone(),
                });
            }),
            _ => {}
        }
    }

    /// What a contact brought beside its outcome.
    pub(super) fn brought(&mut self, party: &PartyId, logged: &ContactLogged, at: Timestamp) {
        let (interaction, deal) = (&logged.interaction, logged.deal.as_ref());
        self.change(party, |party| {
            for (number, need) in logged.needs.iter().enumerate() {
                let id = need.need.clone().unwrap_or_else(|| NeedId::within(interaction, number));
                need_found(party, id, need, deal, at);
            }
            for (number, raised) in logged.hesitations.iter().enumerate() {
                let id =
                    raised.hesitation.clone().unwrap_or_else(|| HesitationId::within(interaction, number));
                hesitation_raised(party, id, raised, deal, at);
            }
            for Answered { hesitation, benefit, certainty } in &logged.answered {
                let by = AnsweredBy { benefit: benefit.clone(), certainty: *certainty, at };
                hesitation_answered(party, hesitation, by);
            }
            for (number, promise) in logged.promises.iter().enumerate() {
                let id = promise.promise.clone().unwrap_or_else(|| PromiseId::within(interaction, number));
                promise_made(party, id, promise, deal, at);
            }
        });
    }

    pub(super) fn step_rejected(&mut self, rejected: &StepRejected, entry: &Entry) {
        let (origin, reason) = (rejected.origin.clone(), rejected.reason);
        let rejection = Rejection { origin: origin.clone(), reason, channel: rejected.channel, at: entry.at };
        match &rejected.subject {
            Subject::Party(subject) => self.change(&subject.party, |party| party.rejections.push(rejection)),
            Subject::Deal(subject) => {
                if let Some(deal) = self.deals.get_mut(&subject.deal) {
                    deal.rejections.push(rejection);
                }
            }
        }
        let tally = self.tallies.entry(origin).or_default();
        match reason {
            RejectionReason::NotUseful | RejectionReason::Other => {
                tally.rejected = tally.rejected.saturating_add(1);
            }
            RejectionReason::AlreadyDone => tally.done = tally.done.saturating_add(1),
            // These say nothing against the step itself.
            RejectionReason::NotNow | RejectionReason::WrongChannel | RejectionReason::WrongPerson => {}
        }
    }

    pub(super) fn delay_excused(&mut self, excused: &DelayExcused) {
        let excuse = Excuse { reason: excused.reason.clone(), until: excused.until };
        match &excused.subject {
            Subject::Party(subject) => self.change(&subject.party, |party| party.excuse = Some(excuse)),
            Subject::Deal(subject) => {
                if let Some(deal) = self.deals.get_mut(&subject.deal) {
                    deal.excuse = Some(excuse);
                }
            }
        }
    }
}

pub(crate) fn need_found(party: &mut Party, id: NeedId, need: &Need, deal: Option<&DealId>, at: Timestamp) {
    let former = party.needs.iter().position(|known| known.need == id).map(|index| party.needs.remove(index));
    party.needs.push(KnownNeed {
        need: id,
        deal: deal.cloned().or_else(|| former.as_ref()?.deal.clone()),
        words: need.words.clone(),
        situation: need.situation.clone(),
        issue: need.issue.clone(),
        ramifications: need.ramifications.clone(),
        certainty: need.certainty.unwrap_or(Certainty::Assumed),
        time: need.time.clone().unwrap_or(NeedTime::Now(NeedNow {})),
        at: former.map_or(at, |former| former.at.min(at)),
    });
}

fn hesitation_raised(
    party: &mut Party,
    id: HesitationId,
    raised: &Hesitation,
    deal: Option<&DealId>,
    at: Timestamp,
) {
    party.hesitations.retain(|known| known.hesitation != id);
    party.hesitations.push(KnownHesitation {
        hesitation: id,
        deal: deal.cloned(),
        kind: raised.kind,
        words: raised.words.clone(),
        at,
        answered: None,
    });
}

fn hesitation_answered(party: &mut Party, id: &HesitationId, by: AnsweredBy) {
    if let Some(known) = party.hesitations.iter_mut().find(|known| known.hesitation == *id) {
        known.answered = Some(by);
    }
}

fn promise_made(party: &mut Party, id: PromiseId, promise: &Promise, deal: Option<&DealId>, at: Timestamp) {
    party.promises.retain(|known| known.promise != id);
    party.promises.push(KnownPromise {
        promise: id,
        deal: deal.cloned(),
        text: promise.text.clone(),
        due: promise.due,
        at,
        fate: PromiseFate::Open,
    });
}

fn promise_ended(party: &mut Party, id: &PromiseId, fate: PromiseFate) {
    if let Some(known) = party.promises.iter_mut().find(|known| known.promise == *id) {
        known.fate = fate;
    }
}
