//! What came in → facts, in an order in which each fact refers only to what earlier ones, or the book, have.

use super::complete::added;
use super::intake::Intake;
use super::known::{ContactWish, KnownParty};
use super::party::{LeadStanding, Parties, Party};
use super::pursuit::Deal;
use super::words::{moved_because, parked_because};
use crate::deal::subject::Subject;
use crate::journal::fact::{
    CalendarImported, ConsentChanged, ContactPointAdded, DealClosed, DealCorrected, DealOpened,
    DoNotContactAsked, Fact, MemberJoined, NoteTaken, Override, PartyCorrected, PartyMet, PartyParked,
    PreferencesLearned, ProductListed, RapportNoted, StageMoved,
};
use crate::market::consent::{Consent, DoNotContact, Never, NotBefore};
use crate::market::party::PartyKind;
use crate::market::source::{Source, SourceMethod};
use crate::plan::pipeline::PipelineKind;
use crate::value::id::PartyId;
use crate::value::text::Line;
use std::collections::BTreeMap;

/// For how many days a lead stays parked that another system had given up.
const PARKED_DAYS: u32 = 180;

/// All facts of the import.
pub(super) fn facts_of(intake: &mut Intake<'_>) -> Vec<Fact> {
    resolve_referrers(&mut intake.parties);
    let mut facts = Vec::new();
    for member in std::mem::take(&mut intake.members.new) {
        let (member, name, attributes) = (member.id, member.name, member.attributes);
        facts.push(MemberJoined { member, name, attributes }.into());
    }
    for product in std::mem::take(&mut intake.products.new) {
        let (product, name, price, attributes) =
            (product.id, product.name, product.price, product.attributes);
        facts.push(ProductListed { product, name, price, attributes }.into());
    }
    let new = |kind: PartyKind| move |party: &&Party| party.before.is_none() && party.kind == kind;
    let all = &intake.parties.all;
    facts.extend(all.iter().filter(new(PartyKind::Organisation)).map(met));
    facts.extend(all.iter().filter(new(PartyKind::Person)).map(met));
    all.iter().for_each(|party| {
        corrected(party, &mut facts);
        said(party, &mut facts);
        stood(party, intake, &mut facts);
    });
    intake.deals.all.iter().for_each(|deal| pursued(deal, &mut facts));
    let calendars = std::mem::take(&mut intake.calendars).into_iter();
    let is_new = |imported: &CalendarImported| intake.busy.get(&imported.calendar) != Some(&imported.busy);
    facts.extend(calendars.filter(is_new).map(Fact::from));
    let experiments = std::mem::take(&mut intake.experiments).into_iter();
    facts.extend(experiments.filter(|new| !intake.known_experiments.contains(new)).map(Fact::from));
    facts
}

/// Puts the parties that rows name as referrers into the sources. Who isn't a party, or would close a circle of
/// referrals, stays as words.
fn resolve_referrers(parties: &mut Parties) {
    let mut referrers: BTreeMap<PartyId, PartyId> = BTreeMap::new();
    for party in &parties.all {
        if let Some(referrer) = party.source.as_ref().and_then(|source| source.referrer.clone()) {
            referrers.insert(party.id.clone(), referrer);
        }
    }
    for index in 0..parties.all.len() {
        let Some(word) = parties.all.get(index).and_then(|party| party.referred_by.clone()) else { continue };
        let found = named(parties, &word);
        let Some(party) = parties.all.get_mut(index) else { continue };
        let own = party.id.clone();
        let referrer = found.filter(|referrer| !leads_to(&referrers, referrer, &own));
        let source = party.source.get_or_insert(Source {
            method: SourceMethod::Referral,
            campaign: None,
            referrer: None,
            detail: None,
        });
        match referrer {
            Some(referrer) => {
                referrers.insert(own, referrer.clone());
                source.referrer = Some(referrer);
            }
            None => {
                let detail = source.detail.as_ref().map_or_else(String::new, |detail| format!("{detail} – "));
                source.detail = Line::squeezed(&format!("{detail}{word}"));
            }
        }
    }
}

/// The only party of a name.
fn named(parties: &Parties, name: &Line) -> Option<PartyId> {
    let people = parties.with_name(PartyKind::Person, name);
    let found = if people.is_empty() { parties.with_name(PartyKind::Organisation, name) } else { people };
    match found {
        [index] => parties.get(*index).map(|party| party.id.clone()),
        _ => None,
    }
}

/// Does the chain of referrers from one party come to another?
fn leads_to(referrers: &BTreeMap<PartyId, PartyId>, from: &PartyId, to: &PartyId) -> bool {
    let mut at = Some(from);
    // As many steps as there are links are enough; more would mean a circle that was there before.
    for _ in 0..referrers.len().saturating_add(2) {
        match at {
            Some(party) if party == to => return true,
            Some(party) => at = referrers.get(party),
            None => return false,
        }
    }
    true
}

/// The party without its referrer, who may come later.
fn met(party: &Party) -> Fact {
    let source = party.source.clone().map(|source| Source { referrer: None, ..source });
    PartyMet {
        party: party.id.clone(),
        kind: party.kind,
        name: party.name.clone(),
        affiliation: party.affiliation.clone(),
        contact_points: party.points.clone(),
        source,
        preferences: party.preferences.clone(),
        met_at: party.met_at,
        owner: party.owner.clone(),
        external_ids: party.external_ids.clone(),
        attributes: party.attributes.clone(),
    }
    .into()
}

/// What is known of a party now beyond what the book has, or beyond how it was met.
fn corrected(party: &Party, facts: &mut Vec<Fact>) {
    let Some(before) = &party.before else {
        if party.source.as_ref().is_some_and(|source| source.referrer.is_some()) {
            facts.push(correction(party, |fact| fact.source = party.source.clone()));
        }
        return;
    };
    let fact = correction(party, |fact| {
        fact.name = (before.name != party.name).then(|| party.name.clone());
        fact.affiliation = party.affiliation.clone().filter(|_| before.affiliation != party.affiliation);
        fact.source = party.source.clone().filter(|_| before.source != party.source);
        fact.owner = party.owner.clone().filter(|_| before.owner != party.owner);
        let new = party.external_ids.iter().filter(|id| !before.external_ids.contains(id));
        fact.external_ids = new.cloned().collect();
        fact.attributes = added(&before.attributes, &party.attributes);
    });
    if fact != correction(party, |_| {}) {
        facts.push(fact);
    }
    for point in party.points.iter().filter(|point| !before.contact_points.contains(point)) {
        facts.push(ContactPointAdded { party: party.id.clone(), contact_point: point.clone() }.into());
    }
}

fn correction(party: &Party, set: impl FnOnce(&mut PartyCorrected)) -> Fact {
    let mut fact = PartyCorrected {
        party: party.id.clone(),
        name: None,
        affiliation: None,
        source: None,
        owner: None,
        external_ids: Vec::new(),
        attributes: BTreeMap::new(),
    };
    set(&mut fact);
    fact.into()
}

/// What a party allows, and notes on it.
fn said(party: &Party, facts: &mut Vec<Fact>) {
    let before = party.before.as_ref();
    for (channel, (consent, evidence)) in &party.consents {
        let known = before.and_then(|known| known.consents.get(channel));
        if known != Some(consent) && *consent != Consent::Unknown {
            let (party, channel, consent) = (party.id.clone(), *channel, *consent);
            facts.push(ConsentChanged { party, channel, consent, evidence: evidence.clone() }.into());
        }
    }
    if before.map_or(ContactWish::Welcome, |known| known.contact) < party.contact {
        let scope = match party.contact {
            ContactWish::NotBefore(date) => DoNotContact::NotBefore(NotBefore { date }),
            ContactWish::Never | ContactWish::Welcome => DoNotContact::Never(Never {}),
        };
        facts.push(DoNotContactAsked { party: party.id.clone(), scope }.into());
    }
    if let (Some(preferences), Some(KnownParty { preferences: None, .. })) = (&party.preferences, before) {
        let (party, preferences) = (party.id.clone(), preferences.clone());
        facts.push(PreferencesLearned { party, preferences }.into());
    }
    for (text, date, privacy) in &party.rapport {
        let (party, text) = (party.id.clone(), text.clone());
        facts.push(RapportNoted { party, text, date: *date, privacy: *privacy }.into());
    }
    for text in party.notes.iter().filter(|note| before.is_none_or(|known| !known.notes.contains(note))) {
        facts.push(NoteTaken { party: party.id.clone(), text: text.clone() }.into());
    }
}

/// How far a new lead was in the other system. A lead that the book has stays where it is.
fn stood(party: &Party, intake: &Intake<'_>, facts: &mut Vec<Fact>) {
    if party.before.is_some() {
        return;
    }
    let start = intake.plan.pipeline(PipelineKind::Lead).map(|pipeline| &pipeline.start);
    match &party.standing {
        Some(LeadStanding::Stage(stage, word)) if Some(stage) != start => {
            let overridden = Line::squeezed(&moved_because(word)).map(|reason| Override { reason });
            facts.push(
                StageMoved {
                    subject: Subject::from(party.id.clone()),
                    to: stage.clone(),
                    overridden,
                    under: None,
                }
                .into(),
            );
        }
        Some(LeadStanding::Parked(word)) => {
            if let Some(reason) = Line::squeezed(&parked_because(word)) {
                let until = intake.now.today().plus_days(PARKED_DAYS);
                facts.push(PartyParked { party: party.id.clone(), reason, until }.into());
            }
        }
        _ => {}
    }
}

/// A deal that began, or of which more is known now, and its end.
fn pursued(deal: &Deal, facts: &mut Vec<Fact>) {
    match &deal.before {
        None => facts.push(
            DealOpened {
                desired_outcome: None,
                pipeline: None,
                deal: deal.id.clone(),
                party: deal.party.clone(),
                name: deal.name.clone(),
                worth: deal.worth,
                stage: deal.stage.clone(),
                products: deal.products.clone(),
                opened_at: deal.opened_at,
                expected_close: deal.expected_close,
                owner: deal.owner.clone(),
                external_ids: deal.external_id.iter().cloned().collect(),
                attributes: deal.attributes.clone(),
            }
            .into(),
        ),
        Some(before) => {
            let blank = DealCorrected {
                desired_outcome: None,
                deal: deal.id.clone(),
                party: None,
                name: None,
                worth: None,
                expected_close: None,
                owner: None,
                attributes: BTreeMap::new(),
            };
            let fact = DealCorrected {
                party: deal.party.clone().filter(|_| before.party.is_none()),
                worth: deal.worth.filter(|_| before.worth.is_none()),
                expected_close: deal.expected_close.filter(|_| before.expected_close.is_none()),
                owner: deal.owner.clone().filter(|_| before.owner.is_none()),
                attributes: deal.new_attributes(),
                ..blank.clone()
            };
            if fact != blank {
                facts.push(fact.into());
            }
        }
    }
    if let Some(outcome) = deal.outcome.clone().filter(|_| deal.closes()) {
        facts.push(DealClosed { deal: deal.id.clone(), outcome, closed_at: deal.closed_at }.into());
    }
}
