//! How each fact changes the book.

pub(super) mod bonds;
mod contacts;
mod deals;
mod parties;

use crate::book::Book;
use crate::book::merging::Told;
use crate::book::party::Party;
use crate::deal::subject::Subject;
use crate::journal::entry::Entry;
use crate::journal::fact::Fact;
use crate::value::id::PartyId;
use parties::preferred;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use contacts::planned_next;

impl Book {
    /// Adds an entry that stands after all those applied before, and takes nothing back.
    pub(crate) fn apply(&mut self, entry: &Entry) {
        let Some(fact) = entry.fact.fact() else { return };
        if self.merged.is_empty() {
            return self.apply_fact(fact, entry, Told::Directly);
        }
        let told = match fact.subject() {
            Some(Subject::Party(subject)) if self.merged.contains_key(&subject.party) => Told::OfDuplicate,
            _ => Told::Directly,
        };
        let mut fact = fact.clone();
        fact.rename_parties(&|id| {
            if let Some(kept) = self.merged.get(id) {
                *id = kept.clone();
            }
        });
        self.apply_fact(&fact, entry, told);
    }

    fn apply_fact(&mut self, fact: &Fact, entry: &Entry, told: Told) {
        match fact {
            Fact::PartyMet(met) => self.party_met(met, entry, told),
            Fact::PartyCorrected(corrected) => self.party_corrected(corrected, told),
            Fact::PreferencesLearned(learned) => {
                self.zones.extend(learned.preferences.zone.clone());
                self.change(&learned.party, |party| preferred(party, &learned.preferences, told));
            }
            Fact::DealOpened(opened) => self.deal_opened(opened, entry),
            Fact::DealCorrected(corrected) => self.deal_corrected(corrected),
            Fact::DealClosed(closed) => self.deal_closed(closed, entry),
            Fact::StageMoved(moved) => self.stage_moved(moved, entry),
            Fact::ContactPlanned(planned) => self.contact_planned(planned),
            Fact::ContactLogged(logged) => self.contact_logged(logged, entry),
            Fact::ContactCancelled(cancelled) => {
                if let Some(party) = self.interactions.get(&cancelled.interaction).cloned() {
                    self.change(&party, |party| {
                        party.planned.remove(&cancelled.interaction);
                    });
                    self.refresh_plans(&party);
                }
            }
            Fact::ProductListed(listed) => {
                self.products.insert(listed.product.clone(), listed.clone());
            }
            Fact::PromotionListed(_)
            | Fact::QuoteAccepted(_)
            | Fact::QuoteCancelled(_)
            | Fact::GoodsReturned(_) => self.about_quotes(fact, entry),
            Fact::MemberJoined(joined) => {
                self.members.insert(joined.member.clone(), joined.clone());
            }
            Fact::CalendarImported(imported) => {
                self.busy.insert(imported.calendar.clone(), imported.busy.clone());
            }
            Fact::PromotionOffered(offered) => self.promotion_offered(offered, entry),
            Fact::ExperimentRecorded(recorded) => {
                self.experiments.insert(recorded.experiment.clone(), recorded.clone());
            }
            Fact::StepRejected(rejected) => self.step_rejected(rejected, entry),
            Fact::DelayExcused(excused) => self.delay_excused(excused),
            // Who was merged was known before anything is applied.
            Fact::PartiesMerged(_) => {}
            Fact::NeedFound(_)
            | Fact::HesitationRaised(_)
            | Fact::HesitationAnswered(_)
            | Fact::PromiseMade(_)
            | Fact::PromiseKept(_)
            | Fact::PromiseBroken(_)
            | Fact::ComplaintMade(_)
            | Fact::ComplaintResolved(_)
            | Fact::RapportNoted(_) => self.about_a_relationship(fact, entry),
            Fact::PlanAdopted(adopted) => self.adopted = Some((*adopted.plan).clone()),
            // What was taken back is left out before anything is applied.
            Fact::Retracted(_) | Fact::BatchRetracted(_) => {}
            Fact::ContactPointAdded(_)
            | Fact::ContactPointRemoved(_)
            | Fact::ConsentChanged(_)
            | Fact::DoNotContactAsked(_)
            | Fact::PartyParked(_)
            | Fact::PartyResumed(_)
            | Fact::NoteTaken(_)
            | Fact::SignalSeen(_)
            | Fact::AnswerLearned(_) => self.about_one_party(fact, entry),
        }
    }

    pub(super) fn change(&mut self, id: &PartyId, change: impl FnOnce(&mut Party)) {
        if let Some(party) = self.parties.get_mut(id) {
            change(party);
        }
    }
}

/// Removes a member from one of several sets, and the set with its last member.
fn take<K: Ord, V: Ord>(sets: &mut BTreeMap<K, BTreeSet<V>>, key: &K, member: &V) {
    if let Some(set) = sets.get_mut(key) {
        set.remove(member);
        if set.is_empty() {
            sets.remove(key);
        }
    }
}
