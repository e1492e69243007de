//! What is a party to us?

use super::Bench;
use crate::book::party::{Entered, Party};
use crate::book::relationship::KnownComplaint;
use crate::book::{Book, deal::Deal};
use crate::market::consent::DoNotContact;
use crate::market::party::{BuyingRole, PartyKind};
use crate::plan::Plan;
use crate::plan::pipeline::{PipelineKind, Stage};
use crate::value::time::Timestamp;

choice! {
    /// What a party is to us.
    pub enum Standing {
        /// Nobody knows how to contact them (PEOPLE-1).
        Suspect = "suspect",
        /// May buy.
        Lead = "lead",
        /// Has bought.
        Customer = "customer",
        /// Parked until a day (SIGNAL-3).
        Parked = "parked",
        /// Wants to be left alone.
        LeftAlone = "leftAlone",
    }
}

/// What a party is to us. Being left alone comes before all, being parked before what they may buy.
pub fn standing(bench: &Bench<'_>, party: &Party) -> Standing {
    let parked = party.parked.as_ref().is_some_and(|parked| bench.today() < parked.until);
    match () {
        () if wishes(bench.book, party).any(|wish| matches!(wish, DoNotContact::Never(_))) => {
            Standing::LeftAlone
        }
        () if parked => Standing::Parked,
        () if contact_person(bench.book, party).contact_points.is_empty() => Standing::Suspect,
        () if party.customer_since.is_some() => Standing::Customer,
        () => Standing::Lead,
    }
}

/// What a party asked for, and what the organisation asked for that it belongs to: its wish covers its people.
pub fn wishes<'a>(book: &'a Book, party: &'a Party) -> impl Iterator<Item = &'a DoNotContact> {
    let organisation =
        party.affiliation.as_ref().and_then(|affiliation| book.party(&affiliation.organisation));
    [Some(party), organisation].into_iter().flatten().map(|party| &party.do_not_contact)
}

/// Complaints that are not put right yet: of a party, of the organisation that it belongs to, and of the people of
/// either. One who complains speaks for the customer as a whole.
pub fn open_complaints<'a>(book: &'a Book, party: &'a Party) -> impl Iterator<Item = &'a KnownComplaint> {
    // Its people are told of before an organisation may be.
    let organisation = party.affiliation.as_ref().map(|affiliation| &affiliation.organisation);
    let people = book.people.get(organisation.unwrap_or(&party.id)).into_iter().flatten();
    let others = people.filter(|person| **person != party.id).chain(organisation);
    let concerned = [party].into_iter().chain(others.filter_map(|other| book.party(other)));
    concerned.flat_map(|party| &party.complaints).filter(|complaint| complaint.is_open())
}

/// Whom to contact about a party: itself; but of an organisation that has no contact points of its own, the person
/// with the weightiest part in buying who can be contacted (PEOPLE-2).
pub fn contact_person<'a>(book: &'a Book, party: &'a Party) -> &'a Party {
    if party.kind == PartyKind::Person || !party.contact_points.is_empty() {
        return party;
    }
    let reachable = book.people_of(party).filter(|person| {
        !person.contact_points.is_empty() && !matches!(person.do_not_contact, DoNotContact::Never(_))
    });
    reachable.min_by_key(|person| weight(person)).unwrap_or(party)
}

/// The less, the weightier.
fn weight(person: &Party) -> u8 {
    match person.affiliation.as_ref().and_then(|affiliation| affiliation.role) {
        Some(BuyingRole::DecisionMaker) => 0,
        Some(BuyingRole::Champion) => 1,
        Some(BuyingRole::Influencer) => 2,
        Some(BuyingRole::User) => 3,
        None => 4,
        Some(BuyingRole::Gatekeeper) => 5,
        Some(BuyingRole::Blocker) => 6,
    }
}

/// The stage that something is in, and since when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position<'a> {
    /// What it moves through.
    pub pipeline: PipelineKind,
    /// The stage.
    pub stage: &'a Stage,
    /// Since when.
    pub since: Timestamp,
}

/// The stage of a party. It begins in the first one, and again when it becomes a customer.
pub fn position_of_party<'a>(plan: &'a Plan, party: &Party) -> Option<Position<'a>> {
    let pipeline = party.pipeline();
    let begun = match pipeline {
        PipelineKind::Customer => party.customer_since.unwrap_or(party.met_at),
        PipelineKind::Lead | PipelineKind::Deal => party.met_at,
    };
    position(plan, pipeline, party.stages.get(&pipeline), begun)
}

/// The stage of a deal.
pub fn position_of_deal<'a>(plan: &'a Plan, deal: &Deal) -> Option<Position<'a>> {
    position(plan, PipelineKind::Deal, deal.stage.as_ref(), deal.opened_at)
}

fn position<'a>(
    plan: &'a Plan,
    pipeline: PipelineKind,
    entered: Option<&Entered>,
    begun: Timestamp,
) -> Option<Position<'a>> {
    let stage = plan.stage(pipeline, entered.map(|entered| &entered.stage))?;
    Some(Position { pipeline, stage, since: entered.map_or(begun, |entered| entered.since) })
}

/// The open deals of a party.
pub fn open_deals<'a>(book: &'a Book, party: &Party) -> impl Iterator<Item = &'a Deal> {
    book.deals_of(party).filter(|deal| deal.is_open())
}

/// The open deals of the organisation that a person belongs to.
pub fn open_deals_of_organisation<'a>(book: &'a Book, person: &Party) -> impl Iterator<Item = &'a Deal> {
    let organisation =
        person.affiliation.as_ref().and_then(|affiliation| book.party(&affiliation.organisation));
    organisation.into_iter().flat_map(|organisation| open_deals(book, organisation))
}
