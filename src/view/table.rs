//! Parties and deals as tables for other programs.

use super::plan::TableView;
use super::query::TableName;
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::deal::outcome::Outcome;
use crate::deal::qualification::Topic;
use crate::exchange::export::to_csv;
use crate::judge::Bench;
use crate::judge::score::score;
use crate::judge::standing::{position_of_deal, position_of_party, standing};
use crate::value::attribute::Attribute;
use crate::value::contact_point::Channel;
use crate::value::number::{count, plain};
use crate::value::text::Line;
use crate::value::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

const PARTY: [&str; 16] = [
    "Id",
    "Kind",
    "Name",
    "Organisation",
    "Title",
    "Email",
    "Phone",
    "Address",
    "Source",
    "Standing",
    "Stage",
    "Score",
    "Band",
    "Budget",
    "Met",
    "Last Contact",
];
const DEAL: [&str; 12] = [
    "Id",
    "Deal Name",
    "Party Id",
    "Party",
    "Amount",
    "Currency",
    "Stage",
    "Outcome",
    "Loss Reason",
    "Owner",
    "Opened",
    "Closed",
];

/// A table.
pub fn of(bench: &Bench<'_>, table: TableName) -> TableView {
    let rows = match table {
        TableName::Parties => parties(bench),
        TableName::Deals => deals(bench),
    };
    TableView { rows: count(rows.len().saturating_sub(1)), csv: to_csv(&rows) }
}

fn parties(bench: &Bench<'_>) -> Vec<Vec<String>> {
    let names = attribute_names(bench.book.parties().map(|party| &party.attributes));
    let rows = bench.book.parties().map(|party| {
        let mut cells = party_cells(bench, party);
        cells.extend(attribute_cells(&names, &party.attributes));
        cells
    });
    [heading(&PARTY, &names)].into_iter().chain(rows).collect()
}

fn party_cells(bench: &Bench<'_>, party: &Party) -> Vec<String> {
    let points = |channel: Channel| {
        let points = party.contact_points.iter().filter(|point| point.channel == channel);
        points.map(|point| point.value.to_string()).collect::<Vec<_>>().join("; ")
    };
    let score = score(bench, party);
    let title = party.affiliation.as_ref().and_then(|affiliation| affiliation.title.as_ref());
    let budget = party.answers.get(&Topic::Budget).and_then(|learned| learned.amount);
    vec![
        party.id.to_string(),
        party.kind.to_string(),
        party.name.to_string(),
        bench.book.organisation_of(party).map(Line::to_string).unwrap_or_default(),
        title.map(Line::to_string).unwrap_or_default(),
        points(Channel::Email),
        points(Channel::Phone),
        points(Channel::Postal),
        party.source.as_ref().map(|source| source.method.to_string()).unwrap_or_default(),
        standing(bench, party).to_string(),
        position_of_party(bench.plan, party)
            .map(|position| position.stage.name.to_string())
            .unwrap_or_default(),
        score.points().to_string(),
        score.band(&bench.plan.score.bands).to_string(),
        budget.map(|amount| amount.to_string()).unwrap_or_default(),
        day(bench, party.met_at),
        party.last_contact().map(|contact| day(bench, contact.logged.at)).unwrap_or_default(),
    ]
}

fn deals(bench: &Bench<'_>) -> Vec<Vec<String>> {
    let names = attribute_names(bench.book.deals().map(|deal| &deal.attributes));
    let rows = bench.book.deals().map(|deal| {
        let mut cells = deal_cells(bench, deal);
        cells.extend(attribute_cells(&names, &deal.attributes));
        cells
    });
    [heading(&DEAL, &names)].into_iter().chain(rows).collect()
}

fn deal_cells(bench: &Bench<'_>, deal: &Deal) -> Vec<String> {
    let party = deal.party.as_ref().and_then(|party| bench.book.party(party));
    let owner = deal.owner.as_ref().and_then(|owner| bench.book.member(owner));
    let (outcome, reason) = match deal.closed.as_ref().map(|closed| &closed.outcome) {
        None => ("open", String::new()),
        Some(Outcome::Won(_)) => ("won", String::new()),
        Some(Outcome::Lost(lost)) => ("lost", lost.reason.to_string()),
    };
    let amount = deal.worth.map(|worth| worth.to_string()).unwrap_or_default();
    let (amount, currency) = amount.split_once(' ').unwrap_or_default();
    vec![
        deal.id.to_string(),
        deal.name.to_string(),
        deal.party.as_ref().map(ToString::to_string).unwrap_or_default(),
        party.map(|party| party.name.to_string()).unwrap_or_default(),
        amount.to_owned(),
        currency.to_owned(),
        position_of_deal(bench.plan, deal)
            .map(|position| position.stage.name.to_string())
            .unwrap_or_default(),
        outcome.to_owned(),
        reason,
        owner.map(|owner| owner.name.to_string()).unwrap_or_default(),
        day(bench, deal.opened_at),
        deal.closed.as_ref().map(|closed| day(bench, closed.at)).unwrap_or_default(),
    ]
}

fn heading(fixed: &[&str], names: &BTreeSet<Line>) -> Vec<String> {
    fixed.iter().map(|name| (*name).to_owned()).chain(names.iter().map(Line::to_string)).collect()
}

fn attribute_names<'a>(all: impl Iterator<Item = &'a BTreeMap<Line, Attribute>>) -> BTreeSet<Line> {
    all.flat_map(BTreeMap::keys).cloned().collect()
}

fn attribute_cells(names: &BTreeSet<Line>, attributes: &BTreeMap<Line, Attribute>) -> Vec<String> {
    let cell = |name: &Line| match attributes.get(name) {
        None => String::new(),
        Some(Attribute::Flag(flag)) => flag.to_string(),
        Some(Attribute::Number(number)) => plain(*number),
        Some(Attribute::Date(date)) => date.to_string(),
        Some(Attribute::Text(text)) => text.to_string(),
    };
    names.iter().map(cell).collect()
}

fn day(bench: &Bench<'_>, at: Timestamp) -> String {
    bench.now.local(&bench.now.zone, at).date.to_string()
}
