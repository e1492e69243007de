//! Rows of opportunities → deals.

use super::complete::added;
use super::field::Field;
use super::ids::{Ids, canonical, is_telling, made_of};
use super::intake::{Accepted, Intake};
use super::known::{DealState, Known, KnownDeal};
use super::party::Draft;
use super::people::{organisation_of, owner_of, past_moment};
use super::reach::contact_points;
use super::request::TableKind;
use super::row::{RowReader, flag};
use super::sources::loss_reason;
use super::stages::{Standing, deal_stage, standing};
use super::team::Named;
use super::words::{CellTrouble, RowTrouble, deal_name};
use crate::deal::outcome::{LossReason, Lost, Outcome, Won};
use crate::market::party::{Affiliation, PartyKind};
use crate::plan::pipeline::PipelineKind;
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
    fn enter(&mut self, mut deal: Deal, words: &str) -> Option<bool> {
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

/// Takes in a row of opportunities.
pub(super) fn deal_row(intake: &mut Intake<'_>, reader: &mut RowReader<'_>) -> Result<Accepted, RowTrouble> {
    let nothing = || RowTrouble::NothingIdentifies { kind: TableKind::Opportunities };
    if reader.look(Field::Status).is_some_and(|(_, word)| word.eq_ignore_ascii_case("deleted")) {
        return Err(RowTrouble::Deleted);
    }
    let external_id = reader.line(Field::Id);
    let name = reader.line(Field::Name);
    let company = reader.line(Field::Organisation);
    let organisation = organisation_of(intake, reader, company.clone());
    let contact = reader.look(Field::Contact).map(|(_, cell)| cell.to_lowercase()).unwrap_or_default();
    let person = contact_person(intake, reader, organisation.as_ref());
    let (products, product_names) = products_of(intake, reader);
    let known = [name.is_some(), external_id.is_some(), organisation.is_some(), person.is_some()];
    if !known.contains(&true) && products.is_empty() {
        return Err(nothing());
    }
    let company_name = company.as_ref().map(Line::as_str).unwrap_or_default();
    let id_text = external_id.as_ref().map(Line::as_str).unwrap_or_default();
    let name = name
        .or_else(|| Line::squeezed(&deal_name(&product_names, company_name, id_text)))
        .ok_or_else(nothing)?;
    let worth = match intake.amount(reader, Field::AmountMicros) {
        Some(worth) => Some(worth),
        None => intake.amount(reader, Field::Amount),
    };
    let mut deal = Deal {
        id: DealId::parse("d_new").ok_or_else(nothing)?,
        party: organisation.or(person),
        name,
        worth,
        stage: None,
        products,
        opened_at: None,
        expected_close: None,
        owner: owner_of(intake, reader).map(|(member, _)| member),
        external_id,
        attributes: BTreeMap::new(),
        outcome: None,
        closed_at: None,
        before: None,
    };
    progress(intake, reader, &mut deal);
    deal.attributes = reader.attributes();
    let words = format!("{}\n{contact}", company_name.to_lowercase());
    let worth = deal.worth.map(|worth| worth.to_string()).unwrap_or_default();
    let parts = [deal.name.as_str(), company_name, &worth];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let duplicate = intake.deals.enter(deal, &words).ok_or_else(nothing)?;
    Ok(Accepted { text, duplicate, completes: None })
}

/// The person that a deal is talked over with: known by id or name, or new.
fn contact_person(
    intake: &mut Intake<'_>,
    reader: &mut RowReader<'_>,
    organisation: Option<&PartyId>,
) -> Option<PartyId> {
    let id_cell = reader.take(Field::ContactId);
    let by_id = id_cell.and_then(|(_, id)| intake.parties.with_external_id(PartyKind::Person, id));
    let first = reader.line(Field::FirstName);
    let last = reader.line(Field::LastName);
    let parts: Vec<&str> = [&first, &last].into_iter().flatten().map(Line::as_str).collect();
    let name_cell = reader.look(Field::Contact);
    let name = reader.line(Field::Contact).or_else(|| Line::squeezed(&parts.join(" ")));
    let points = contact_points(reader);
    if let Some((index, own)) = by_id.and_then(|index| Some((index, intake.parties.get(index)?.name.clone())))
    {
        let mut draft = Draft::named(PartyKind::Person, name.unwrap_or(own));
        draft.points = points;
        return intake.parties.complete(index, draft).map(|entered| entered.id);
    }
    let named = name.or_else(|| points.first().map(|point| point.value.clone()));
    let Some(name) = named else {
        if let Some(cell) = id_cell {
            reader.keep(cell, CellTrouble::NoSuchPerson);
        }
        return None;
    };
    let mut draft = Draft::named(PartyKind::Person, name);
    draft.points = points;
    draft.external_id = id_cell.and_then(|(_, id)| Line::squeezed(id));
    draft.affiliation = organisation.map(|organisation| Affiliation {
        organisation: organisation.clone(),
        role: None,
        title: reader.line(Field::JobTitle),
    });
    // A bare name in a pipeline means somebody of the contacts, if only one is called so.
    let bare = draft.points.is_empty() && draft.external_id.is_none() && draft.affiliation.is_none();
    if bare && intake.parties.as_before(&draft).is_none() {
        match intake.parties.with_name(PartyKind::Person, &draft.name) {
            [index] => return intake.parties.get(*index).map(|party| party.id.clone()),
            [_, ..] => {
                if let Some(cell) = name_cell {
                    reader.keep(cell, CellTrouble::SeveralPeople);
                }
                return None;
            }
            [] => {}
        }
    }
    intake.parties.enter(draft).map(|entered| entered.id)
}

/// The products of a deal, and their names as the row has them. One that no catalogue has is taken into it.
fn products_of(intake: &mut Intake<'_>, reader: &mut RowReader<'_>) -> (Vec<ProductId>, String) {
    let mut products = Vec::new();
    let mut names = Vec::new();
    for cell in reader.take_all(Field::Product) {
        for part in cell.1.split(';') {
            let Some(name) = Line::squeezed(part) else { continue };
            let found = match intake.products.find(&name) {
                Named::One(id) => Some(id),
                Named::Unknown => {
                    intake.products.enter(name.clone(), None, None, BTreeMap::new()).map(|(id, _)| id)
                }
                Named::Several => {
                    reader.keep(cell, CellTrouble::SeveralProducts);
                    None
                }
            };
            products.extend(found.filter(|id| !products.contains(id)));
            names.push(name.to_string());
        }
    }
    (products, names.join(", "))
}

/// How far the deal is: its stage, its dates, and how it ended if it did. The other system's words for stage and
/// state stay custom fields.
fn progress(intake: &mut Intake<'_>, reader: &mut RowReader<'_>, deal: &mut Deal) {
    let created = reader.look(Field::CreatedAt);
    deal.opened_at = past_moment(intake, reader, Field::CreatedAt);
    let close = reader.date(Field::CloseDate).map(|(_, written)| written);
    let closed_at = past_moment(intake, reader, Field::ClosedAt);
    deal.expected_close = close.map(|written| written.day(intake.now));
    let word = reader.look(Field::Stage).map(|(_, word)| word);
    let percent = percent_of(reader);
    match standing_of(reader, percent) {
        Some(Standing::Won) => deal.outcome = Some(Outcome::Won(Won { worth: deal.worth })),
        Some(Standing::Lost) => deal.outcome = Some(Outcome::Lost(lost(reader))),
        Some(Standing::Open) | None => {}
    }
    deal.stage = deal_stage(intake.plan, word, percent).map(|stage| stage.id.clone());
    if deal.outcome.is_some() {
        let close = close.map(|written| written.moment(intake.now));
        deal.closed_at = closed_at.or(close).filter(|moment| *moment <= intake.now.at);
        let late = deal.opened_at.is_none_or(|opened| deal.closed_at.is_some_and(|closed| closed < opened));
        // Entered into the other system only after it had ended: it began at the latest when it ended.
        if late {
            if let Some(cell) = created {
                reader.keep_quietly(cell);
            }
            deal.opened_at = deal.closed_at;
        }
        // A worth of nothing says that nobody wrote one down.
        deal.worth = deal.worth.filter(|worth| worth.minor != 0);
    } else if let (None, Some(cell)) = (&deal.stage, reader.look(Field::Stage)) {
        let first = intake.plan.stage(PipelineKind::Deal, None).map(|stage| stage.name.to_string());
        reader.keep(cell, CellTrouble::UnknownStage { begins: first.unwrap_or_default() });
    }
}

fn percent_of(reader: &RowReader<'_>) -> Option<f64> {
    let (column, cell) = reader.look(Field::Probability)?;
    let (digits, _) = super::numbers::decimal(cell, column.marks).ok()?;
    digits.parse().ok().filter(|percent| (0.0..=100.0).contains(percent))
}

/// Won, lost or open: by the flags for it, the state, or the stage. A probability alone says nothing of the end,
/// but an archived deal without any was lost.
fn standing_of(reader: &mut RowReader<'_>, percent: Option<f64>) -> Option<Standing> {
    let yes = |reader: &RowReader<'_>, field| reader.look(field).and_then(|(_, cell)| flag(cell));
    let by_word = |reader: &RowReader<'_>, field| reader.look(field).and_then(|(_, word)| standing(word));
    let stage = by_word(reader, Field::Stage);
    match (yes(reader, Field::IsWon), yes(reader, Field::IsClosed), stage) {
        (Some(true), _, _) => return Some(Standing::Won),
        (Some(false), Some(true), _) => return Some(Standing::Lost),
        (_, Some(false), _) => return Some(Standing::Open),
        (_, Some(true), None) => return Some(Standing::Lost),
        _ => {}
    }
    let archived = yes(reader, Field::Active) == Some(false) && percent == Some(0.0);
    let by_state =
        by_word(reader, Field::Status).filter(|standing| *standing != Standing::Open || stage.is_none());
    by_state.or(stage).or(archived.then_some(Standing::Lost))
}

fn lost(reader: &mut RowReader<'_>) -> Lost {
    match reader.line(Field::LostReason) {
        Some(word) => Lost { reason: loss_reason(word.as_str()), detail: Some(word) },
        None => Lost { reason: LossReason::NotRecorded, detail: None },
    }
}
