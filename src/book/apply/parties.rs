//! What facts say of one party: who it is, how it can be reached, what it showed and answered.

use super::take;
use crate::book::Book;
use crate::book::merging::{SetAside, Single, Told, take_over};
use crate::book::party::{Learned, Note, Parked, Party, Signal};
use crate::journal::entry::Entry;
use crate::journal::fact::{AnswerLearned, Fact, PartyCorrected, PartyMet, SignalSeen};
use crate::market::party::{Affiliation, Preferences};
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::id::{MemberId, PartyId};
use crate::value::text::Line;
use std::collections::BTreeMap;

impl Book {
    pub(super) fn about_one_party(&mut self, fact: &Fact, entry: &Entry) {
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

    pub(super) fn party_met(&mut self, met: &PartyMet, entry: &Entry, told: Told) {
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

    pub(super) fn party_corrected(&mut self, corrected: &PartyCorrected, told: Told) {
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
pub(super) fn preferred(party: &mut Party, learned: &Preferences, told: Told) {
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
