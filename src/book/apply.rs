//! How each fact changes the book.

use super::Book;
use super::deal::{Closed, Deal};
use super::merging::{SetAside, Single, Told, take_over};
use super::party::{Contact, Entered, Learned, Note, Parked, Party, Signal};
use crate::contact::proposal::StepOrigin;
use crate::deal::outcome::Outcome;
use crate::deal::subject::Subject;
use crate::journal::entry::Entry;
use crate::journal::fact::{
    AnswerLearned, ContactLogged, ContactPlanned, DealClosed, DealCorrected, DealOpened, Fact, NextContact,
    PartyCorrected, PartyMet, SignalSeen, StageMoved,
};
use crate::market::party::{Affiliation, Preferences};
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::id::{DealId, MemberId, PartyId};
use crate::value::text::Line;
use std::collections::{BTreeMap, BTreeSet};

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

    fn about_one_party(&mut self, fact: &Fact, entry: &Entry) {
        match fact {
            Fact::ContactPointAdded(added) => self.change(&added.party, |party| {
                if !party.contact_points.contains(&added.contact_point) {
                    party.contact_points.push(added.contact_point.clone());
                }
            }),
            Fact::ContactPointRemoved(removed) => self.change(&removed.party, |party| {
                let gone = &removed.contact_point;
                party.contact_points.retain(|kept| kept.channel != gone.channel || kept.value != gone.value);
            }),
            Fact::ConsentChanged(changed) => self.change(&changed.party, |party| {
                party.consent.insert(changed.channel, changed.consent);
            }),
            Fact::DoNotContactAsked(asked) => self.change(&asked.party, |party| {
                party.do_not_contact = asked.scope.clone();
            }),
            Fact::PartyParked(parked) => self.change(&parked.party, |party| {
                party.parked = Some(Parked { reason: parked.reason.clone(), until: parked.until });
            }),
            Fact::PartyResumed(resumed) => self.change(&resumed.party, |party| party.parked = None),
            Fact::NoteTaken(taken) => self.change(&taken.party, |party| {
                party.notes.push(Note { at: entry.at, text: taken.text.clone(), entry: entry.id.clone() });
            }),
            Fact::SignalSeen(seen) => self.change(&seen.party, |party| signal_seen(party, seen, entry)),
            Fact::AnswerLearned(learned) => {
                self.change(&learned.party, |party| answer_learned(party, learned, entry))
            }
            _ => {}
        }
    }

    fn party_met(&mut self, met: &PartyMet, entry: &Entry, told: Told) {
        let met_at = met.met_at.unwrap_or(entry.at);
        let party = self.parties.entry(met.party.clone()).or_insert_with(|| {
            let mut party = Party::new(met.party.clone(), met.kind, met.name.clone(), met_at);
            party.borrowed.insert(Single::Name);
            party
        });
        // Two replicas may have met the same party: the later one corrects the earlier, and nothing is lost.
        if told == Told::Directly || party.borrowed.contains(&Single::Name) {
            party.kind = met.kind;
        }
        party.named(&met.name, told);
        party.met_at = party.met_at.min(met_at);
        for point in &met.contact_points {
            if !party.contact_points.contains(point) {
                party.contact_points.push(point.clone());
            }
        }
        if let Some(preferences) = &met.preferences {
            preferred(party, preferences, told);
            self.zones.extend(preferences.zone.clone());
        }
        party.external_ids.extend(met.external_ids.iter().cloned());
        described(party, met.source.as_ref(), met.owner.as_ref(), &met.attributes, told);
        self.affiliate(&met.party, met.affiliation.as_ref(), told);
        self.refresh_customer(&met.party);
    }

    fn party_corrected(&mut self, corrected: &PartyCorrected, told: Told) {
        self.change(&corrected.party, |party| {
            if let Some(name) = &corrected.name {
                party.named(name, told);
            }
            party.external_ids.extend(corrected.external_ids.iter().cloned());
            let (source, owner) = (corrected.source.as_ref(), corrected.owner.as_ref());
            described(party, source, owner, &corrected.attributes, told);
        });
        self.affiliate(&corrected.party, corrected.affiliation.as_ref(), told);
    }

    fn affiliate(&mut self, person: &PartyId, affiliation: Option<&Affiliation>, told: Told) {
        let (Some(affiliation), Some(party)) = (affiliation, self.parties.get_mut(person)) else { return };
        let former = party.affiliation.as_ref().map(|former| former.organisation.clone());
        let learned = affiliation.clone();
        let aside =
            take_over(&mut party.borrowed, Single::Affiliation, told, &mut party.affiliation, learned);
        party.set_aside(aside.map(SetAside::Affiliation));
        let now = party.affiliation.as_ref().map(|affiliation| affiliation.organisation.clone());
        if let Some(former) = former.filter(|former| Some(former) != now.as_ref()) {
            take(&mut self.people, &former, person);
        }
        if let Some(organisation) = now {
            self.people.entry(organisation).or_default().insert(person.clone());
        }
    }

    fn deal_opened(&mut self, opened: &DealOpened, entry: &Entry) {
        let opened_at = opened.opened_at.unwrap_or(entry.at);
        let stage = opened.stage.as_ref().map(|stage| Entered { stage: stage.clone(), since: opened_at });
        let deal = Deal {
            id: opened.deal.clone(),
            party: None,
            name: opened.name.clone(),
            worth: opened.worth,
            desired_outcome: opened.desired_outcome.clone(),
            pipeline: opened.pipeline.clone(),
            rejections: Vec::new(),
            excuse: None,
            products: opened.products.clone(),
            opened_at,
            expected_close: opened.expected_close,
            owner: opened.owner.clone(),
            external_ids: opened.external_ids.iter().cloned().collect(),
            attributes: opened.attributes.clone(),
            stage,
            closed: None,
        };
        if let Some(former) = self.deals.insert(opened.deal.clone(), deal).and_then(|former| former.party) {
            take(&mut self.pursuits, &former, &opened.deal);
            self.refresh_customer(&former);
        }
        self.assign(&opened.deal, opened.party.as_ref());
    }

    fn deal_corrected(&mut self, corrected: &DealCorrected) {
        let Some(deal) = self.deals.get_mut(&corrected.deal) else { return };
        if let Some(name) = &corrected.name {
            deal.name = name.clone();
        }
        set(&mut deal.worth, &corrected.worth);
        set(&mut deal.desired_outcome, &corrected.desired_outcome);
        set(&mut deal.expected_close, &corrected.expected_close);
        set(&mut deal.owner, &corrected.owner);
        deal.attributes.extend(corrected.attributes.clone());
        self.assign(&corrected.deal, corrected.party.as_ref());
    }

    fn assign(&mut self, id: &DealId, party: Option<&PartyId>) {
        let (Some(party), Some(deal)) = (party, self.deals.get_mut(id)) else { return };
        if let Some(former) = deal.party.replace(party.clone()) {
            take(&mut self.pursuits, &former, id);
            self.refresh_customer(&former);
        }
        self.pursuits.entry(party.clone()).or_default().insert(id.clone());
        self.refresh_customer(party);
    }

    fn deal_closed(&mut self, closed: &DealClosed, entry: &Entry) {
        let at = closed.closed_at.unwrap_or(entry.at);
        let Some(deal) = self.deals.get_mut(&closed.deal) else { return };
        deal.closed = Some(Closed { outcome: closed.outcome.clone(), at });
        if let Outcome::Won(won) = &closed.outcome {
            set(&mut deal.worth, &won.worth);
        }
        if let Some(party) = deal.party.clone() {
            self.refresh_customer(&party);
        }
    }

    /// Somebody is a customer since the first of their deals that was won.
    fn refresh_customer(&mut self, id: &PartyId) {
        let Some(party) = self.parties.get(id) else { return };
        let since = self.deals_of(party).filter_map(Deal::won_at).min();
        self.change(id, |party| party.customer_since = since);
    }

    fn stage_moved(&mut self, moved: &StageMoved, entry: &Entry) {
        let entered = Entered { stage: moved.to.clone(), since: entry.at };
        match &moved.subject {
            Subject::Party(subject) => self.change(&subject.party, |party| {
                party.stages.insert(party.pipeline(), entered);
            }),
            Subject::Deal(subject) => {
                if let Some(deal) = self.deals.get_mut(&subject.deal) {
                    deal.stage = Some(entered);
                }
            }
        }
    }

    fn contact_planned(&mut self, planned: &ContactPlanned) {
        let Some(party) = self.parties.get_mut(&planned.party) else { return };
        let done = party.contacts.iter().any(|contact| contact.logged.interaction == planned.interaction);
        if !done {
            party.planned.insert(planned.interaction.clone(), planned.clone());
            self.with_plans.insert(planned.party.clone());
        }
        self.interactions.insert(planned.interaction.clone(), planned.party.clone());
    }

    fn contact_logged(&mut self, logged: &ContactLogged, entry: &Entry) {
        let with = self.interactions.get(&logged.interaction).cloned();
        let mut planned = None;
        if let Some(planned_with) = with {
            self.change(&planned_with, |party| planned = party.planned.remove(&logged.interaction));
            self.refresh_plans(&planned_with);
        }
        let Some(party) = self.parties.get_mut(&logged.party) else { return };
        if let Some(last) = party.last_contact().map(|contact| contact.logged.at) {
            self.last_contacts.remove(&(last, logged.party.clone()));
        }
        let mut contact =
            Contact { logged: logged.clone(), planned: planned.map(Box::new), entry: entry.id.clone() };
        // The same contact logged again corrects what was logged before.
        let former = party.contacts.iter().position(|former| former.logged.interaction == logged.interaction);
        let former = former.map(|index| party.contacts.remove(index));
        contact.planned = contact.planned.or_else(|| former.as_ref()?.planned.clone());
        let origins = (former.and_then(|former| former.origin().cloned()), contact.origin().cloned());
        let key = |contact: &Contact| (contact.logged.at, contact.entry.clone());
        let position = party.contacts.partition_point(|other| key(other) < key(&contact));
        party.contacts.insert(position, contact);
        self.last_contacts.extend(
            party.last_contact().map(|contact| contact.logged.at).map(|last| (last, logged.party.clone())),
        );
        self.interactions.insert(logged.interaction.clone(), logged.party.clone());
        self.count_done(origins.0, origins.1);
        self.brought(&logged.party, logged, entry.at);
        if let Some(next) = &logged.next {
            self.contact_planned(&planned_next(logged, next));
        }
    }

    fn refresh_plans(&mut self, id: &PartyId) {
        if self.parties.get(id).is_none_or(|party| party.planned.is_empty()) {
            self.with_plans.remove(id);
        }
    }

    /// A step was carried out; a contact that is logged again counts once.
    fn count_done(&mut self, former: Option<StepOrigin>, origin: Option<StepOrigin>) {
        if let Some(former) = former {
            let tally = self.tallies.entry(former).or_default();
            tally.done = tally.done.saturating_sub(1);
        }
        if let Some(origin) = origin {
            let tally = self.tallies.entry(origin).or_default();
            tally.done = tally.done.saturating_add(1);
        }
    }
}

/// The next contact as a planned one.
pub(crate) fn planned_next(logged: &ContactLogged, next: &NextContact) -> ContactPlanned {
    ContactPlanned {
        interaction: next.interaction.clone(),
        party: logged.party.clone(),
        deal: logged.deal.clone(),
        at: next.at,
        minutes: next.minutes,
        channel: next.channel,
        objective: next.objective,
        why: next.why,
        why_detail: next.why_detail.clone(),
        benefit: next.benefit.clone(),
        desired_result: next.desired_result.clone(),
        commitment: next.commitment,
        origin: None,
    }
}

/// How a party was found, who looks after it, and its custom fields.
fn described(
    party: &mut Party,
    source: Option<&Source>,
    owner: Option<&MemberId>,
    attributes: &BTreeMap<Line, Attribute>,
    told: Told,
) {
    if let Some(source) = source {
        // Duplicates may have referred each other.
        let referrer = source.referrer.clone().filter(|referrer| *referrer != party.id);
        let learned = Source { referrer, ..source.clone() };
        let aside = take_over(&mut party.borrowed, Single::Source, told, &mut party.source, learned);
        party.set_aside(aside.map(SetAside::Source));
    }
    if let Some(owner) = owner {
        let aside = take_over(&mut party.borrowed, Single::Owner, told, &mut party.owner, owner.clone());
        party.set_aside(aside.map(SetAside::Owner));
    }
    if told == Told::Directly && party.borrowed.is_empty() {
        return party.attributes.extend(attributes.clone());
    }
    for (name, attribute) in attributes {
        let mut known = party.attributes.remove(name);
        let what = Single::Attribute(name.clone());
        let aside = take_over(&mut party.borrowed, what, told, &mut known, attribute.clone());
        party.attributes.extend(known.map(|known| (name.clone(), known)));
        party.set_aside(aside.map(|aside| SetAside::Attribute(name.clone(), aside)));
    }
}

/// How a party likes to be contacted. What the kept party did not say, a duplicate may have said.
fn preferred(party: &mut Party, learned: &Preferences, told: Told) {
    let blank = Preferences { channel: None, windows: Vec::new(), zone: None };
    let mut known = Some(party.preferences.clone()).filter(|known| *known != blank);
    let aside = take_over(&mut party.borrowed, Single::Preferences, told, &mut known, learned.clone());
    let mut now = known.unwrap_or(blank);
    if let Some(other) = &aside {
        now.channel = now.channel.or(other.channel);
        now.zone = now.zone.or_else(|| other.zone.clone());
        if now.windows.is_empty() {
            now.windows.clone_from(&other.windows);
        }
    }
    party.preferences = now;
    party.set_aside(aside.map(SetAside::Preferences));
}

fn signal_seen(party: &mut Party, seen: &SignalSeen, entry: &Entry) {
    let signal =
        Signal { at: seen.at, kind: seen.signal, detail: seen.detail.clone(), entry: entry.id.clone() };
    let key = |signal: &Signal| (signal.at, signal.entry.clone());
    let position = party.signals.partition_point(|other| key(other) < key(&signal));
    party.signals.insert(position, signal);
}

fn answer_learned(party: &mut Party, learned: &AnswerLearned, entry: &Entry) {
    let answer = Learned {
        answer: learned.answer,
        certainty: learned.certainty,
        at: entry.at,
        evidence: learned.evidence.clone(),
        amount: learned.amount,
        date: learned.date,
    };
    party.answers.insert(learned.topic, answer);
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

fn set<T: Clone>(known: &mut Option<T>, learned: &Option<T>) {
    if learned.is_some() {
        known.clone_from(learned);
    }
}
