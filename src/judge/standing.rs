//! What is a party to us?

use super::Bench;
use crate::book::party::{Entered, Party};
use crate::book::{Book, deal::Deal};
use crate::market::consent::DoNotContact;
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
    let parked = party.parked.as_ref().is_some_and(|parked| bench.now.today() < parked.until);
    match () {
        () if matches!(party.do_not_contact, DoNotContact::Never(_)) => Standing::LeftAlone,
        () if parked => Standing::Parked,
        () if party.contact_points.is_empty() => Standing::Suspect,
        () if party.customer_since.is_some() => Standing::Customer,
        () => Standing::Lead,
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
