//! One row, read by what its columns mean. What is not asked for, and what can't be understood, becomes a custom
//! field: no cell is lost.

use super::dates::{self, Written};
use super::field::Field;
use super::numbers::lossless;
use super::preview::{ProblemEffect, RowProblem};
use super::sheet::{Column, Meaning, Nature, Sheet};
use super::table::Row;
use super::words::{CellTrouble, RowTrouble, shown};
use crate::value::attribute::Attribute;
use crate::value::text::{Line, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What other systems write into a cell that has nothing to say.
const EMPTY_WORDS: [&str; 9] =
    ["n/a", "#n/a", "none", "--none--", "null", "undefined", "[not provided]", "-", "--"];

/// The longest text that a custom field or a note can hold.
const LONGEST: usize = 20_000;

/// A cell, and the column it stands in.
pub(super) type Cell<'s> = (&'s Column, &'s str);

/// A row that is being read.
pub(super) struct RowReader<'s> {
    sheet: &'s Sheet,
    row: &'s Row,
    used: BTreeSet<usize>,
    attributes: BTreeMap<Line, Attribute>,
    pub(super) problems: Vec<RowProblem>,
}

impl<'s> RowReader<'s> {
    pub(super) fn new(sheet: &'s Sheet, row: &'s Row) -> RowReader<'s> {
        RowReader { sheet, row, used: BTreeSet::new(), attributes: BTreeMap::new(), problems: Vec::new() }
    }

    /// The cells of a field that say something, the most telling first.
    fn cells(&self, field: Field) -> impl Iterator<Item = Cell<'s>> + use<'s> {
        let (sheet, row) = (self.sheet, self.row);
        let columns = sheet.by_field.get(&field).map(Vec::as_slice).unwrap_or_default();
        let is_name = matches!(field, Field::Name | Field::FirstName | Field::LastName);
        columns.iter().filter_map(move |index| {
            let cell = row.cell(*index).trim();
            let lower = cell.to_lowercase();
            // Null and None are names that people have.
            let empty_word =
                EMPTY_WORDS.contains(&lower.as_str()) && !(is_name && lower.chars().all(char::is_alphabetic));
            (!cell.is_empty() && !empty_word).then_some((sheet.columns.get(*index)?, cell))
        })
    }

    /// The first cell of a field.
    pub(super) fn take(&mut self, field: Field) -> Option<Cell<'s>> {
        let cell = self.cells(field).next()?;
        self.used.insert(cell.0.index);
        Some(cell)
    }

    /// All cells of a field.
    pub(super) fn take_all(&mut self, field: Field) -> Vec<Cell<'s>> {
        let cells: Vec<Cell<'s>> = self.cells(field).collect();
        self.used.extend(cells.iter().map(|(column, _)| column.index));
        cells
    }

    /// The first cell of a field, and kept as a custom field too.
    pub(super) fn look(&self, field: Field) -> Option<Cell<'s>> {
        self.cells(field).next()
    }

    /// The text of the first cell of a field, as one line.
    pub(super) fn line(&mut self, field: Field) -> Option<Line> {
        let cell = self.take(field)?;
        self.as_line(cell)
    }

    /// A cell as one line. What is longer is kept whole as a custom field.
    pub(super) fn as_line(&mut self, cell: Cell<'s>) -> Option<Line> {
        if cell.1.chars().count() > 300 {
            self.keep(cell, CellTrouble::TooLongForALine);
        }
        Line::squeezed(cell.1)
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, field: Field) -> Option<bool> {
        let cell = self.take(field)?;
        let flag = flag(cell.1);
        if flag.is_none() {
            self.keep(cell, CellTrouble::NotYesOrNo);
        }
        flag
    }

    /// A date.
    pub(super) fn date(&mut self, field: Field) -> Option<(Cell<'s>, Written)> {
        let cell = self.take(field)?;
        match dates::read(cell.1, cell.0.order) {
            Ok(written) => Some((cell, written)),
            Err(trouble) => {
                self.keep(cell, trouble);
                None
            }
        }
    }

    /// Keeps a cell as a custom field because of a trouble.
    pub(super) fn keep(&mut self, cell: Cell<'s>, trouble: CellTrouble) {
        self.problem(cell, trouble);
        self.keep_quietly(cell);
    }

    /// Keeps a cell as a custom field, as it is written.
    pub(super) fn keep_quietly(&mut self, (column, cell): Cell<'s>) {
        let (kept, whole) = cut(cell);
        if let Some(attribute) = Attribute::from_text(kept) {
            self.attributes.insert(column.attribute.clone(), attribute);
        }
        if !whole {
            self.problem((column, cell), CellTrouble::TooLong { kept: LONGEST });
        }
    }

    fn problem(&mut self, (column, cell): Cell<'s>, trouble: CellTrouble) {
        self.problems.push(RowProblem {
            line: self.row.line,
            column: Some(column.heading.clone()),
            value: shown(cell),
            effect: ProblemEffect::CellKeptAsText,
            text: trouble.text(),
        });
    }

    /// Notes of the row; what is too long for one goes on in another.
    pub(super) fn notes(&mut self) -> Vec<Text> {
        let cells = self.take_all(Field::Note);
        let mut notes = Vec::new();
        for (_, cell) in cells {
            let mut rest = cell;
            while !rest.is_empty() {
                let (kept, _) = cut(rest);
                notes.extend(Text::parse(kept));
                rest = rest.get(kept.len()..).unwrap_or_default();
            }
        }
        notes
    }

    /// The custom fields: all cells that were not used otherwise.
    pub(super) fn attributes(&mut self) -> BTreeMap<Line, Attribute> {
        let sheet = self.sheet;
        for column in &sheet.columns {
            let cell = self.row.cell(column.index).trim();
            let kept = column.meaning != Meaning::Ignore && !self.used.contains(&column.index);
            if cell.is_empty() || !kept || self.attributes.contains_key(&column.attribute) {
                continue;
            }
            match natural(column, cell) {
                Some(attribute) => {
                    self.attributes.insert(column.attribute.clone(), attribute);
                }
                None => self.keep_quietly((column, cell)),
            }
        }
        std::mem::take(&mut self.attributes)
    }
}

/// The custom field that a cell is in a column of its nature; nothing where it is text.
fn natural(column: &Column, cell: &str) -> Option<Attribute> {
    match column.nature {
        Nature::Numbers if column.meaning == Meaning::Attribute => lossless(cell).map(Attribute::Number),
        Nature::Flags => Some(Attribute::Flag(cell.eq_ignore_ascii_case("true"))),
        _ if column.is_of_dates() => match dates::read(cell, column.order) {
            Ok(Written::Day(date)) => Some(Attribute::Date(date)),
            _ => None,
        },
        _ => None,
    }
}

/// The part of a cell that one text can hold, and whether that is all of it.
pub(super) fn cut(cell: &str) -> (&str, bool) {
    match cell.char_indices().nth(LONGEST) {
        Some((end, _)) => (cell.get(..end).unwrap_or(cell), false),
        None => (cell, true),
    }
}

/// Yes or no, as systems write it.
pub(super) fn flag(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" | "on" | "t" | "wahr" | "ja" | "oui" | "sí" | "si" | "checked"
        | "opted out" | "do not allow" | "opted in" | "subscribed" => Some(true),
        "false" | "no" | "n" | "0" | "off" | "f" | "falsch" | "nein" | "non" | "unchecked" | "allow"
        | "not opted in" | "unsubscribed" => Some(false),
        _ => None,
    }
}

/// A row that stays out.
pub(super) fn refused(row: &Row, trouble: &RowTrouble) -> RowProblem {
    RowProblem {
        line: row.line,
        column: None,
        value: shown(&row.cells.join(" · ")),
        effect: ProblemEffect::RowRefused,
        text: trouble.text(),
    }
}
