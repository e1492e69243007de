//! What binds us to a party beyond data: needs, hesitations, promises, complaints, what we know personally, and what
//! was turned down.

use super::Book;
use super::party::Party;
use crate::contact::benefit::Benefit;
use crate::contact::complaint::Severity;
use crate::contact::hesitation::{Answered, Hesitation, HesitationKind};
use crate::contact::interaction::Why;
use crate::contact::promise::Promise;
use crate::contact::proposal::{RejectionReason, StepOrigin};
use crate::deal::need::{Need, NeedNow, NeedTime};
use crate::deal::qualification::Certainty;
use crate::deal::subject::Subject;
use crate::journal::entry::{Entry, EntryId};
use crate::journal::fact::{ContactLogged, DelayExcused, Fact, StepRejected};
use crate::market::rapport::Privacy;
use crate::value::contact_point::Channel;
use crate::value::id::{ComplaintId, DealId, HesitationId, NeedId, PartyId, PromiseId};
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};

/// A need.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownNeed {
    /// Its id.
    pub need: NeedId,
    /// The deal that it matters for.
    pub deal: Option<DealId>,
    /// How they put it, word for word.
    pub words: Text,
    /// The situation that they are in.
    pub situation: Option<Text>,
    /// What is wrong with it.
    pub issue: Option<Text>,
    /// What follows from that.
    pub ramifications: Option<Text>,
    /// How we know it.
    pub certainty: Certainty,
    /// When it matters.
    pub time: NeedTime,
    /// When we heard of it first.
    pub at: Timestamp,
}

/// A hesitation.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownHesitation {
    /// Its id.
    pub hesitation: HesitationId,
    /// The deal that it keeps them from.
    pub deal: Option<DealId>,
    /// What it is about.
    pub kind: HesitationKind,
    /// How they put it.
    pub words: Option<Text>,
    /// When it came up.
    pub at: Timestamp,
    /// What answered it last.
    pub answered: Option<AnsweredBy>,
}

/// What answered a hesitation.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredBy {
    /// What the customer gains that answers it.
    pub benefit: Benefit,
    /// Did they confirm it?
    pub certainty: Certainty,
    /// When.
    pub at: Timestamp,
}

impl KnownHesitation {
    /// Does it still hold them back? It does until they confirmed that it was answered.
    pub fn is_open(&self) -> bool {
        self.answered.as_ref().is_none_or(|answered| answered.certainty != Certainty::Confirmed)
    }
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownPromise {
    /// Its id.
    pub promise: PromiseId,
    /// For which deal.
    pub deal: Option<DealId>,
    /// What we will do.
    pub text: Line,
    /// The last day on which it counts as kept.
    pub due: Date,
    /// When we made it.
    pub at: Timestamp,
    /// What became of it.
    pub fate: PromiseFate,
}

/// What became of a promise.
#[derive(Debug, Clone, PartialEq)]
pub enum PromiseFate {
    /// It is still to be kept.
    Open,
    /// It was kept.
    Kept {
        /// When.
        at: Timestamp,
    },
    /// We said that we won't keep it.
    Broken {
        /// When.
        at: Timestamp,
        /// Why.
        reason: Option<Line>,
    },
}

/// A complaint.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownComplaint {
    /// Its id.
    pub complaint: ComplaintId,
    /// About which deal.
    pub deal: Option<DealId>,
    /// How bad it is for them.
    pub severity: Severity,
    /// How they put it.
    pub words: Text,
    /// When they complained.
    pub at: Timestamp,
    /// By when they must have an answer.
    pub answer_by: Option<Timestamp>,
    /// How and when it was put right; nothing while it is open.
    pub resolved: Option<Resolved>,
}

impl KnownComplaint {
    /// Is it still to be put right?
    pub fn is_open(&self) -> bool {
        self.resolved.is_none()
    }
}

/// How and when a complaint was put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// How.
    pub how: Text,
    /// When.
    pub at: Timestamp,
}

/// Something personal.
#[derive(Debug, Clone, PartialEq)]
pub struct Rapport {
    /// What.
    pub text: Text,
    /// When it happened, or was so; the day is that of the entry if nobody said.
    pub date: Option<Date>,
    /// May it be suggested as a topic?
    pub privacy: Privacy,
    /// When it was noted.
    pub at: Timestamp,
    /// The entry that has it.
    pub entry: EntryId,
}

/// A proposed step that somebody did not want.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// What had proposed it.
    pub origin: StepOrigin,
    /// Why not.
    pub reason: RejectionReason,
    /// The channel that it had proposed.
    pub channel: Option<Channel>,
    /// When.
    pub at: Timestamp,
}

/// Why something may take longer than the plan says.
#[derive(Debug, Clone, PartialEq)]
pub struct Excuse {
    /// Why.
    pub reason: Line,
    /// The last day for which the reason holds.
    pub until: Date,
}

/// What became of the steps that something proposed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many were carried out.
    pub done: u32,
    /// So many were turned down because they were of no use.
    pub rejected: u32,
}

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

pub(super) fn need_found(party: &mut Party, id: NeedId, need: &Need, deal: Option<&DealId>, at: Timestamp) {
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

/// Why a contact took place: as it was logged, or as it was planned.
impl super::party::Contact {
    /// Why it took place, as far as somebody said.
    pub fn why(&self) -> Option<Why> {
        self.logged.why.or_else(|| self.planned.as_ref().map(|planned| planned.why))
    }

    /// What had proposed it.
    pub fn origin(&self) -> Option<&StepOrigin> {
        self.logged.origin.as_ref().or_else(|| self.planned.as_ref()?.origin.as_ref())
    }
}
