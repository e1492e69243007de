//! All files together: sheet after sheet, row after row, in an order in which what is referred to comes first.

use super::calendar;
use super::card;
use super::deals::deal_row;
use super::experiment;
use super::field::Field;
use super::known::Known;
use super::numbers;
use super::party::Parties;
use super::people::{organisation_of, party_row, person_name};
use super::preview::{FilePreview, ProblemEffect, RowProblem, SampleRow};
use super::pursuit::Deals;
use super::request::{ImportRequest, TableKind};
use super::row::{RowReader, refused};
use super::sheet::Sheet;
use super::table::Row;
use super::team::{Members, Products};
use super::words::{CellTrouble, RowTrouble};
use crate::journal::fact::{BusyTime, CalendarImported, ExperimentRecorded};
use crate::plan::Plan;
use crate::value::id::PartyId;
use crate::value::money::{Currency, Money};
use crate::value::text::Line;
use crate::value::zone::Now;
use std::collections::BTreeMap;

/// So many problems of a file are told one by one; the others are counted.
const MOST_PROBLEMS: usize = 200;
/// So many rows are shown as they would come in.
const MOST_SAMPLES: usize = 5;

/// What has come in so far.
pub(super) struct Intake<'a> {
    pub(super) plan: &'a Plan,
    pub(super) now: &'a Now,
    pub(super) currency: Currency,
    pub(super) parties: Parties,
    pub(super) members: Members,
    pub(super) products: Products,
    pub(super) deals: Deals,
    pub(super) calendars: Vec<CalendarImported>,
    pub(super) busy: &'a BTreeMap<Line, Vec<BusyTime>>,
    pub(super) experiments: Vec<ExperimentRecorded>,
    pub(super) known_experiments: &'a [ExperimentRecorded],
}

/// A row that came in.
pub(super) struct Accepted {
    /// What it became, in words.
    pub(super) text: String,
    /// Was that there before, in the book or in an earlier row?
    pub(super) duplicate: bool,
    /// The party that it completes.
    pub(super) completes: Option<PartyId>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(request: &ImportRequest, known: &'a Known, plan: &'a Plan, now: &'a Now) -> Intake<'a> {
        Intake {
            plan,
            now,
            currency: request.currency.unwrap_or(plan.currency),
            parties: Parties::new(known, request.country.as_deref()),
            members: Members::new(known),
            products: Products::new(known),
            deals: Deals::new(known),
            calendars: Vec::new(),
            busy: &known.busy,
            experiments: Vec::new(),
            known_experiments: &known.experiments,
        }
    }

    /// Takes in a sheet, and tells in its preview what became of its rows.
    pub(super) fn take_in(&mut self, sheet: &Sheet, preview: &mut FilePreview) {
        match sheet.kind {
            TableKind::Cards => return card::take_in(self, &sheet.text, preview),
            TableKind::Experiment => return experiment::take_in(self, sheet, preview),
            TableKind::Calendar => return calendar::take_in(self, &sheet.text, preview),
            _ => {}
        }
        for row in &sheet.rows {
            let (outcome, problems) = self.row(sheet, row);
            preview.tell(row.line, outcome.map_err(|trouble| refused(row, &trouble)), problems);
        }
    }

    /// Takes in the organisations that rows name together with their ids, so that rows which only have the id find
    /// them, wherever they stand.
    pub(super) fn introduce(&mut self, sheet: &Sheet) {
        for row in sheet.rows.iter().filter(|row| row.trouble.is_none()) {
            let mut reader = RowReader::new(sheet, row);
            let both =
                reader.look(Field::OrganisationId).is_some() && reader.look(Field::Organisation).is_some();
            if both && reader.flag(Field::Deleted) != Some(true) {
                let name = reader.line(Field::Organisation);
                organisation_of(self, &mut reader, name);
            }
        }
    }

    fn row(&mut self, sheet: &Sheet, row: &Row) -> (Result<Accepted, RowTrouble>, Vec<RowProblem>) {
        if let Some(trouble) = &row.trouble {
            return (Err(trouble.clone()), Vec::new());
        }
        let mut reader = RowReader::new(sheet, row);
        if reader.flag(Field::Deleted) == Some(true) {
            return (Err(RowTrouble::Deleted), Vec::new());
        }
        let outcome = match sheet.kind {
            kind @ (TableKind::Leads | TableKind::Contacts | TableKind::Accounts) => {
                party_row(self, &mut reader, kind)
            }
            // These have no rows.
            TableKind::Cards | TableKind::Calendar | TableKind::Experiment => {
                Err(RowTrouble::NothingIdentifies { kind: sheet.kind })
            }
            TableKind::Opportunities => deal_row(self, &mut reader),
            TableKind::Products => self.product_row(&mut reader),
            TableKind::Members => self.member_row(&mut reader),
        };
        (outcome, reader.problems)
    }

    fn product_row(&mut self, reader: &mut RowReader<'_>) -> Result<Accepted, RowTrouble> {
        let nothing = || RowTrouble::NothingIdentifies { kind: TableKind::Products };
        let id_cell = reader.look(Field::Id).map(|(_, id)| id);
        let id = reader.line(Field::Id);
        let name = reader.line(Field::Name).or(id).ok_or_else(nothing)?;
        let price = self.amount(reader, Field::Price);
        let attributes = reader.attributes();
        let text = match price {
            Some(price) => format!("{name} · {price}"),
            None => name.to_string(),
        };
        let (_, duplicate) = self.products.enter(name, id_cell, price, attributes).ok_or_else(nothing)?;
        Ok(Accepted { text, duplicate, completes: None })
    }

    fn member_row(&mut self, reader: &mut RowReader<'_>) -> Result<Accepted, RowTrouble> {
        let nothing = || RowTrouble::NothingIdentifies { kind: TableKind::Members };
        let id = reader.take(Field::Id).map(|(_, id)| id);
        // The address itself stays a custom field.
        let address = reader.look(Field::Email).and_then(|(_, cell)| Line::squeezed(cell));
        let name = person_name(reader).or(address);
        let attributes = reader.attributes();
        let text =
            name.as_ref().map(ToString::to_string).or_else(|| id.map(str::to_owned)).unwrap_or_default();
        let (_, duplicate) = self.members.enter(name, id, attributes).ok_or_else(nothing)?;
        Ok(Accepted { text, duplicate, completes: None })
    }

    /// An amount of money, in the currency that the cell, the row, the request or the plan names.
    pub(super) fn amount(&self, reader: &mut RowReader<'_>, field: Field) -> Option<Money> {
        let currency = self.row_currency(reader);
        let cell = reader.take(field)?;
        let read = match field {
            Field::AmountMicros => numbers::micros(cell.1, currency),
            _ => numbers::amount(cell.1, currency, cell.0.marks),
        };
        match read {
            Ok(amount) if amount.money.minor < 0 => {
                reader.keep(cell, CellTrouble::Negative);
                None
            }
            Ok(amount) => {
                if let Some(trouble) = amount.trouble {
                    reader.keep(cell, trouble);
                }
                Some(amount.money)
            }
            Err(trouble) => {
                reader.keep(cell, trouble);
                None
            }
        }
    }

    fn row_currency(&self, reader: &mut RowReader<'_>) -> Currency {
        let Some(cell) = reader.take(Field::Currency) else { return self.currency };
        let code = cell.1.to_uppercase();
        // “EUR”, “Euro (EUR)”, “EUR - Euro”
        let mut words = code.split(|c: char| !c.is_ascii_alphabetic());
        let found = words.find_map(Currency::parse);
        found.unwrap_or_else(|| {
            reader.keep(cell, CellTrouble::UnknownCurrency);
            self.currency
        })
    }
}

impl FilePreview {
    /// Tells what became of a row, or of a card.
    pub(super) fn tell(
        &mut self,
        line: u32,
        outcome: Result<Accepted, RowProblem>,
        problems: Vec<RowProblem>,
    ) {
        match outcome {
            Ok(Accepted { text, duplicate, completes }) => {
                self.accepted = self.accepted.saturating_add(1);
                self.duplicates = self.duplicates.saturating_add(u32::from(duplicate));
                if self.samples.len() < MOST_SAMPLES {
                    self.samples.push(SampleRow { line, text, completes });
                }
                note(self, problems);
            }
            Err(refused) => {
                self.refused = self.refused.saturating_add(1);
                note(self, vec![refused]);
            }
        }
    }
}

/// Notes problems, refused rows first in the end: those that come in can wait.
fn note(preview: &mut FilePreview, problems: Vec<RowProblem>) {
    for problem in problems {
        if preview.problems.len() < MOST_PROBLEMS {
            preview.problems.push(problem);
        } else if problem.effect == ProblemEffect::RowRefused {
            // A refused row matters more than a cell that is kept as text.
            let kept = preview.problems.iter().rposition(|each| each.effect == ProblemEffect::CellKeptAsText);
            if let Some(index) = kept {
                preview.problems.remove(index);
                preview.problems.push(problem);
            }
        }
    }
}
