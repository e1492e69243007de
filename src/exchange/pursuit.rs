//! Deals that an import brings or completes.

use super::complete::added;
use super::ids::{Ids, canonical, is_telling, made_of};
use super::known::{DealState, Known, KnownDeal};
use crate::deal::outcome::Outcome;
use crate::value::attribute::Attribute;
use crate::value::id::{DealId, MemberId, PartyId, ProductId, StageId};
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

/// A deal as it is after all rows so far.
#[derive(Debug)]
pub(super) struct Deal {
    pub(super) id: DealId,
    pub(super) party: Option<PartyId>,
    pub(super) name: Line,
    pub(super) worth: Option<Money>,
    pub(super) stage: Option<StageId>,
    pub(super) products: Vec<ProductId>,
    pub(super) opened_at: Option<Timestamp>,
    pub(super) expected_close: Option<Date>,
    pub(super) owner: Option<MemberId>,
    pub(super) external_id: Option<Line>,
    pub(super) attributes: BTreeMap<Line, Attribute>,
    pub(super) outcome: Option<Outcome>,
    pub(super) closed_at: Option<Timestamp>,
    /// As the book knows it, if it does.
    pub(super) before: Option<KnownDeal>,
}

/// All deals, and what they are found by.
#[derive(Default)]
pub(super) struct Deals {
    pub(super) all: Vec<Deal>,
    ids: Ids,
    by_external: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_id: BTreeMap<String, usize>,
    /// Ids of the other system that rows of this import brought.
    just_brought: BTreeMap<String, usize>,
    /// How often each name has come in this import: rows alike but for their place are told apart by it.
    seen: BTreeMap<String, usize>,
}

impl Deals {
    pub(super) fn new(known: &Known) -> Deals {
        let mut deals = Deals::default();
        for each in &known.deals {
            deals.ids.take(each.id.as_str());
            deals.add(Deal {
                id: each.id.clone(),
                party: each.party.clone(),
                name: each.name.clone(),
                worth: each.worth,
                stage: None,
                products: Vec::new(),
                opened_at: None,
                expected_close: each.expected_close,
                owner: each.owner.clone(),
                external_id: each.external_ids.first().cloned(),
                attributes: each.attributes.clone(),
                outcome: None,
                closed_at: None,
                before: Some(each.clone()),
            });
        }
        deals
    }

    fn add(&mut self, deal: Deal) -> usize {
        let index = self.all.len();
        let externals = match &deal.before {
            Some(known) => known.external_ids.clone(),
            None => deal.external_id.iter().cloned().collect(),
        };
        for external in externals {
            self.by_external.entry(canonical(external.as_str()).to_owned()).or_insert(index);
        }
        self.by_name.entry(name_key(deal.party.as_ref(), &deal.name)).or_default().push(index);
        self.by_id.insert(deal.id.to_string(), index);
        self.all.push(deal);
        index
    }

    /// What a row's deal is known by: its id in the other system, else its name, the words by which the row names
    /// the customer, and which of several rows alike it is.
    fn identity_of(&mut self, deal: &Deal, words: &str) -> String {
        if let Some(external) = &deal.external_id {
            let id = canonical(external.as_str());
            // A plain counter means this deal only together with its name.
            return if is_telling(id) { id.to_owned() } else { format!("{id}\n{}", deal.name.folded()) };
        }
        let key = format!("{}\n{words}", deal.name.folded());
        let seen = self.seen.entry(key.clone()).or_default();
        *seen = seen.saturating_add(1);
        if *seen == 1 { key } else { format!("{key}\n{seen}") }
    }

    /// The deal that a row is about too.
    fn duplicate_of(&self, deal: &Deal, identity: &str) -> Option<usize> {
        if let Some(external) = &deal.external_id {
            // Another row of the same table, or a table that we wrote ourselves.
            let brought = self.just_brought.get(canonical(external.as_str()));
            if let Some(own) = brought.or_else(|| self.by_id.get(external.as_str())) {
                return Some(*own);
            }
            if let Some(before) = self.by_id.get(&made_of("d_", identity)) {
                return Some(*before);
            }
            let found = self.by_external.get(canonical(external.as_str())).copied()?;
            let same = self.all.get(found).is_some_and(|own| own.name.folded() == deal.name.folded());
            return (same || is_telling(external.as_str())).then_some(found);
        }
        // A deal that this import brought is another row's, so only those of the book come into question.
        let of_book = |index: &usize| self.all.get(*index).is_some_and(|own| own.before.is_some());
        let by_id = self.by_id.get(&made_of("d_", identity)).copied().filter(of_book);
        // Somebody may have opened it by hand.
        let named = self.by_name.get(&name_key(deal.party.as_ref(), &deal.name)).map(Vec::as_slice);
        by_id.or_else(|| match named {
            Some([only]) if deal.party.is_some() => Some(*only).filter(of_book),
            _ => None,
        })
    }

    /// Takes in what a row says; `words` are those by which it names the customer. Tells whether the deal was there.
    pub(super) fn enter(&mut self, mut deal: Deal, words: &str) -> Option<bool> {
        let identity = self.identity_of(&deal, words);
        let external = deal.external_id.as_ref().map(|external| canonical(external.as_str()).to_owned());
        let before = self.duplicate_of(&deal, &identity);
        let index = match before {
            Some(index) => {
                self.all.get_mut(index)?.complete(deal);
                index
            }
            None => {
                deal.id = DealId::parse(&self.ids.made("d_", &identity))?;
                self.add(deal)
            }
        };
        self.just_brought.extend(external.map(|external| (external, index)));
        Some(before.is_some())
    }
}

fn name_key(party: Option<&PartyId>, name: &Line) -> String {
    format!("{} {}", party.map(PartyId::as_str).unwrap_or_default(), name.folded())
}

impl Deal {
    /// What is absent is filled in. What differs stands beside it as a custom field.
    fn complete(&mut self, other: Deal) {
        let mut differing: Vec<(&str, String)> = Vec::new();
        if self.name.folded() != other.name.folded() {
            differing.push(("Name", other.name.to_string()));
        }
        match (self.worth, other.worth) {
            (Some(own), Some(worth)) if own != worth => differing.push(("Worth", worth.to_string())),
            (own, worth) => self.worth = own.or(worth),
        }
        match (self.expected_close, other.expected_close) {
            (Some(own), Some(date)) if own != date => differing.push(("Close date", date.to_string())),
            (own, date) => self.expected_close = own.or(date),
        }
        self.party = self.party.take().or(other.party);
        self.owner = self.owner.take().or(other.owner);
        self.outcome = self.outcome.take().or(other.outcome);
        self.closed_at = self.closed_at.or(other.closed_at);
        let named = differing
            .into_iter()
            .filter_map(|(name, value)| Some((Line::parse(name)?, Attribute::from_text(&value)?)));
        for (name, value) in other.attributes.into_iter().chain(named) {
            self.add_attribute(name, value);
        }
        if self.before.is_none() {
            self.stage = self.stage.take().or(other.stage);
            self.opened_at = self.opened_at.or(other.opened_at);
            for product in other.products {
                if !self.products.contains(&product) {
                    self.products.push(product);
                }
            }
        }
    }

    fn add_attribute(&mut self, name: Line, value: Attribute) {
        let beside = (2_u32..50).filter_map(|round| Line::squeezed(&format!("{name} ({round})")));
        let free = |own: &Line| self.attributes.get(own).is_none_or(|found| *found == value);
        if let Some(name) = std::iter::once(name.clone()).chain(beside).find(free) {
            self.attributes.insert(name, value);
        }
    }

    /// The custom fields that the book doesn't have yet.
    pub(super) fn new_attributes(&self) -> BTreeMap<Line, Attribute> {
        match &self.before {
            Some(known) => added(&known.attributes, &self.attributes),
            None => self.attributes.clone(),
        }
    }

    /// Is the deal to be closed by this import?
    pub(super) fn closes(&self) -> bool {
        self.outcome.is_some() && self.before.as_ref().is_none_or(|known| known.state == DealState::Open)
    }
}
