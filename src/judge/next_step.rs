//! What is the next step (NEXT-1, NEXT-2, NEXT-4)?

use super::Bench;
use super::maker::Maker;
use super::situation::Situation;
use super::standing::{Standing, contact_person, open_deals, open_deals_of_organisation, standing};
use super::step::{Action, Because, Step};
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::journal::fact::ContactPlanned;
use crate::plan::pipeline::PipelineKind;
use crate::value::order::{Rank, descending, ranked};

/// The next steps of a party, and of the open deals that it has to do with, best first. Who wants to be left alone
/// for ever has none.
pub fn steps_of_party(bench: &Bench<'_>, party: &Party) -> Vec<Step> {
    let mut steps = own_steps(bench, party);
    let person = contact_person(bench.book, party);
    let left_alone = standing(bench, party) == Standing::LeftAlone;
    if !left_alone && person.id != party.id && steps.iter().all(|step| step.at.is_none()) {
        steps.extend(own_steps(bench, person));
        steps.extend(open_deals(bench.book, person).flat_map(|deal| steps_of_deal(bench, deal)));
    }
    if !left_alone {
        let deals = open_deals(bench.book, party).chain(open_deals_of_organisation(bench.book, party));
        steps.extend(deals.flat_map(|deal| steps_of_deal(bench, deal)));
    }
    in_order(bench, steps)
}

/// Where a party stands in the order of approach: by what an hour spent on its first step is worth, then by its score
/// (SCORE-3).
pub(crate) fn place(first: Option<&Step>, points: u8) -> Rank {
    (descending(first.map_or(-1, |step| step.per_hour.minor)), descending(points.into()), 0)
}

/// The next steps of a deal, best first. A closed one has none.
pub fn steps_of_deal(bench: &Bench<'_>, deal: &Deal) -> Vec<Step> {
    if !deal.is_open() {
        return Vec::new();
    }
    let situation = Situation::of_deal(bench, deal);
    let maker = Maker { bench, situation: &situation, subject: deal.id.clone().into() };
    let Some(party) = situation.party() else {
        return vec![maker.plain(Action::FindCustomer, bench.now.at, Because::NoCustomer)];
    };
    let about_it = |planned: &&ContactPlanned| planned.deal.as_ref() == Some(&deal.id);
    let planned = planned(bench, party).filter(about_it).collect();
    in_order(bench, maker.steps(party, PipelineKind::Deal, planned))
}

/// The steps of a party as a lead or a customer. A lead with an open deal is pursued by that deal, and an
/// organisation that is reached through its people by theirs.
pub(crate) fn own_steps(bench: &Bench<'_>, party: &Party) -> Vec<Step> {
    let situation = Situation::of_party(bench, party);
    let maker = Maker { bench, situation: &situation, subject: party.id.clone().into() };
    let about_no_deal = |planned: &&ContactPlanned| {
        let deal = planned.deal.as_ref().and_then(|deal| bench.book.deal(deal));
        !deal.is_some_and(Deal::is_open)
    };
    let planned: Vec<&ContactPlanned> = party.planned.values().filter(about_no_deal).collect();
    let mut deals = open_deals(bench.book, party).chain(open_deals_of_organisation(bench.book, party));
    let pursued = deals.next().is_some() || contact_person(bench.book, party).id != party.id;
    if standing(bench, party) == Standing::Lead && pursued {
        let planned = planned.into_iter().filter_map(|planned| maker.planned(planned));
        return in_order(bench, maker.bonds(party).into_iter().chain(planned).collect());
    }
    in_order(bench, maker.steps(party, party.pipeline(), planned))
}

/// The contacts that are planned with a party and with its people.
fn planned<'a>(bench: &Bench<'a>, party: &'a Party) -> impl Iterator<Item = &'a ContactPlanned> {
    let people = bench.book.people_of(party).flat_map(|person| person.planned.values());
    party.planned.values().chain(people)
}

/// What binds us and is due comes first, then what is planned, in the order of their times; then what an hour is worth
/// decides. What binds us on a later day comes last: until then there is better to do.
fn in_order(bench: &Bench<'_>, steps: Vec<Step>) -> Vec<Step> {
    ranked(steps, |step| match &step.action {
        _ if step.is_bound() && step.due <= bench.now.at => (-1, step.due.millis(), 0),
        _ if step.is_bound() => (3, step.due.millis(), 0),
        Action::Contact(contact) if contact.interaction.is_some() => (0, step.due.millis(), 0),
        _ if step.at.is_some() => (1, descending(step.per_hour.minor), 0),
        _ => (2, descending(step.per_hour.minor), 0),
    })
}
