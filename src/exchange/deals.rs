//! Rows of opportunities → deals.

use super::field::Field;
use super::intake::{Accepted, Intake};
use super::party::Draft;
use super::people::{organisation_of, owner_of, past_moment};
use super::pursuit::Deal;
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
use crate::value::id::{DealId, PartyId, ProductId};
use crate::value::text::Line;
use std::collections::BTreeMap;

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
/// but an archived deal without any, or with a reason for its loss, was lost.
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
    let given_up = percent == Some(0.0) || reader.look(Field::LostReason).is_some();
    if yes(reader, Field::Active) == Some(false) && given_up && stage != Some(Standing::Won) {
        return Some(Standing::Lost);
    }
    let by_state =
        by_word(reader, Field::Status).filter(|standing| *standing != Standing::Open || stage.is_none());
    by_state.or(stage)
}

fn lost(reader: &mut RowReader<'_>) -> Lost {
    match reader.line(Field::LostReason) {
        Some(word) => Lost { reason: loss_reason(word.as_str()), detail: Some(word) },
        None => Lost { reason: LossReason::NotRecorded, detail: None },
    }
}
