//! One file, read: its rows, its columns, and what they mean.

use super::dialect::{delimiter_of, header_row};
use super::encoding::{Encoding, decode};
use super::experiment::{Layout, experiment_header, head_of};
use super::field::Field;
use super::heading::{Found, folded, label, meaning};
use super::kind::kind_of;
use super::numbers::MarkEvidence;
use super::request::{DateOrder, ImportFile, TableKind};
use super::stages::{Standing, standing};
use super::table::{Row, read_rows};
use super::words::{FileTrouble, RowTrouble};
use crate::value::text::Line;
use std::collections::{BTreeMap, BTreeSet};

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Field(Found),
    Attribute,
    Ignore,
}

impl Meaning {
    pub(super) fn name(self) -> &'static str {
        match self {
            Meaning::Field(found) => found.field.as_str(),
            Meaning::Attribute => "attribute",
            Meaning::Ignore => "ignore",
        }
    }
}

/// What the cells of a column have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Text,
    Numbers,
    Flags,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) heading: String,
    /// Its name as a custom field, which no other column has.
    pub(super) attribute: Line,
    pub(super) meaning: Meaning,
    pub(super) label: Option<&'static str>,
    pub(super) order: Option<DateOrder>,
    pub(super) marks: MarkEvidence,
    pub(super) nature: Nature,
}

impl Column {
    /// Are its cells meant to be dates?
    pub(super) fn is_of_dates(&self) -> bool {
        let word = folded(&self.heading);
        let dated = [Field::CreatedAt, Field::CloseDate, Field::ClosedAt];
        matches!(self.meaning, Meaning::Field(found) if dated.contains(&found.field))
            || ["date", "datum", "fecha", "birth"].iter().any(|part| word.contains(part))
    }
}

/// A file, as far as it could be read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) kind: TableKind,
    pub(super) encoding: Option<Encoding>,
    pub(super) delimiter: u8,
    pub(super) header_line: u32,
    pub(super) columns: Vec<Column>,
    /// The columns of each field, the most telling first.
    pub(super) by_field: BTreeMap<Field, Vec<usize>>,
    /// The rows below the header that are not blank.
    pub(super) rows: Vec<Row>,
    /// The whole text, of a file that is no table.
    pub(super) text: String,
    pub(super) trouble: Option<FileTrouble>,
    /// What the columns are, of an experiment.
    pub(super) experiment: Option<Layout>,
}

/// Reads a file.
pub(super) fn open(file: &ImportFile, bytes: &[u8], order: Option<DateOrder>) -> Sheet {
    let mut sheet = Sheet {
        name: file.name.as_str().to_owned(),
        kind: file.table.unwrap_or(TableKind::Leads),
        encoding: None,
        delimiter: b',',
        header_line: 1,
        columns: Vec::new(),
        by_field: BTreeMap::new(),
        rows: Vec::new(),
        text: String::new(),
        trouble: None,
        experiment: None,
    };
    sheet.trouble = sheet.fill(file, bytes, order).err();
    sheet
}

/// Files that are no tables betray themselves by how they begin, or by their name.
fn kind_of_text(file: &ImportFile, text: &str) -> Option<TableKind> {
    let begins = |word: &str| {
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        start.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let named = |end: &str| file.name.as_str().to_lowercase().ends_with(end);
    match file.table {
        Some(kind @ (TableKind::Cards | TableKind::Calendar)) => Some(kind),
        Some(_) => None,
        None if begins("BEGIN:VCARD") || named(".vcf") => Some(TableKind::Cards),
        None if begins("BEGIN:VCALENDAR") || begins("BEGIN:VEVENT") || named(".ics") => {
            Some(TableKind::Calendar)
        }
        None => None,
    }
}

impl Sheet {
    fn fill(&mut self, file: &ImportFile, bytes: &[u8], order: Option<DateOrder>) -> Result<(), FileTrouble> {
        let announced = usize::try_from(file.length).unwrap_or(usize::MAX);
        if bytes.len() < announced {
            return Err(FileTrouble::NotGiven { missing: announced.saturating_sub(bytes.len()) });
        }
        let decoded = decode(bytes, file.encoding.as_deref())?;
        self.encoding = Some(decoded.encoding);
        if let Some(kind) = kind_of_text(file, &decoded.text) {
            self.kind = kind;
            self.text = decoded.text;
            let text = self.text.to_ascii_uppercase();
            let begins = |word: &str| text.contains(word);
            return match kind {
                TableKind::Calendar if begins("BEGIN:VCALENDAR") || begins("BEGIN:VEVENT") => Ok(()),
                TableKind::Calendar => Err(FileTrouble::NoCalendar),
                _ if begins("BEGIN:VCARD") => Ok(()),
                _ => Err(FileTrouble::NoCards),
            };
        }
        let (delimiter, body) = delimiter_of(&decoded.text, file.delimiter.as_deref())?;
        self.delimiter = delimiter;
        let taken_off = decoded.text.len().saturating_sub(body.len());
        if file.table.is_none_or(|table| table == TableKind::Experiment) {
            let head = read_rows(head_of(body), delimiter, &[])?;
            if let Some(header) = experiment_header(&head, file, delimiter) {
                self.text = body.to_owned();
                return self.fill_experiment(file, head, header);
            }
        }
        let broken: Vec<usize> = decoded.broken.iter().map(|at| at.saturating_sub(taken_off)).collect();
        let mut rows = read_rows(body, delimiter, &broken)?;
        let header = header_row(&rows, file.header_line)?;
        let mut below = rows.split_off(header);
        let headings: Vec<String> = below
            .drain(..1)
            .flat_map(|row| {
                self.header_line = row.line;
                row.cells
            })
            .collect();
        below.retain(|row| !row.is_blank());
        self.rows = below;
        self.check_widths(&headings);
        let words: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
        self.kind = file.table.unwrap_or_else(|| match self.tells_won_and_lost(headings.len()) {
            true => TableKind::Opportunities,
            false => kind_of(&self.name, &words),
        });
        self.name_columns(&headings, &words);
        self.guess_by_cells(&words);
        self.doubt_by_cells();
        self.rename_as_asked(file)?;
        self.learn_from_cells(order);
        self.index_fields();
        self.check_whole()
    }

    /// An experiment keeps its first rows only, to show some of them.
    fn fill_experiment(
        &mut self,
        file: &ImportFile,
        mut head: Vec<Row>,
        header: usize,
    ) -> Result<(), FileTrouble> {
        self.kind = TableKind::Experiment;
        let mut below = head.split_off(header).into_iter();
        let headings = below.next().map(|row| {
            self.header_line = row.line;
            row.cells
        });
        let headings = headings.unwrap_or_default();
        self.rows = below.filter(|row| !row.is_blank()).take(200).collect();
        let words: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
        self.name_columns(&headings, &words);
        self.lay_out(file, least_cells(&headings))
    }

    fn check_widths(&mut self, headings: &[String]) {
        let least = least_cells(headings);
        for row in &mut self.rows {
            width_trouble(row, headings.len(), least);
        }
    }

    /// A column of both won and lost, and nothing else, is about deals, whatever the headings say.
    fn tells_won_and_lost(&self, columns: usize) -> bool {
        (0..columns).any(|index| {
            let ends: Vec<Option<Standing>> = self.some_cells(index).take(200).map(standing).collect();
            let has = |end: Standing| ends.contains(&Some(end));
            has(Standing::Won) && has(Standing::Lost) && !has(Standing::Open) && !ends.contains(&None)
        })
    }

    fn name_columns(&mut self, headings: &[String], words: &[String]) {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for (index, (heading, word)) in headings.iter().zip(words).enumerate() {
            let number = index.saturating_add(1);
            let named =
                Line::squeezed(heading).map_or_else(|| format!("Column {number}"), |line| line.to_string());
            let mut name: String = named.chars().take(280).collect();
            let mut round = 1_u32;
            while !taken.insert(name.to_lowercase()) {
                round = round.saturating_add(1);
                name = format!("{named} ({round})").chars().take(290).collect();
            }
            let Some(attribute) = Line::parse(&name) else { continue };
            let found = meaning(word, self.kind);
            self.columns.push(Column {
                index,
                heading: heading.trim().to_owned(),
                attribute,
                meaning: found.map_or(Meaning::Attribute, Meaning::Field),
                label: found.and_then(|found| label(word, found.field)),
                order: None,
                marks: MarkEvidence::default(),
                nature: Nature::Text,
            });
        }
    }

    /// The first cells of a column that are filled in.
    pub(super) fn some_cells(&self, index: usize) -> impl Iterator<Item = &str> {
        let sound = self.rows.iter().filter(|row| row.trouble.is_none());
        sound.map(move |row| row.cell(index).trim()).filter(|cell| !cell.is_empty())
    }

    pub(super) fn rename_as_asked(&mut self, file: &ImportFile) -> Result<(), FileTrouble> {
        for (key, wanted) in &file.columns {
            let column = key.parse::<usize>().ok().and_then(|index| self.columns.get_mut(index));
            let Some(column) = column else { continue };
            let field = Field::of(self.kind).iter().find(|field| field.as_str() == wanted);
            column.meaning = match (wanted.as_str(), field) {
                ("attribute", _) => Meaning::Attribute,
                ("ignore", _) => Meaning::Ignore,
                (_, Some(field)) => Meaning::Field(Found { field: *field, rank: 0 }),
                (_, None) => {
                    let number = u32::try_from(column.index.saturating_add(1)).unwrap_or(u32::MAX);
                    let found = wanted.clone();
                    return Err(FileTrouble::UnknownField { column: number, found, kind: self.kind });
                }
            };
            if let Meaning::Field(found) = column.meaning {
                column.label = label(&folded(&column.heading), found.field);
            }
        }
        Ok(())
    }

    fn index_fields(&mut self) {
        let mut ranked: BTreeMap<Field, Vec<(usize, usize)>> = BTreeMap::new();
        for column in &self.columns {
            if let Meaning::Field(found) = column.meaning {
                ranked.entry(found.field).or_default().push((found.rank, column.index));
            }
        }
        for (field, mut columns) in ranked {
            columns.sort_unstable();
            self.by_field.insert(field, columns.into_iter().map(|(_, index)| index).collect());
        }
    }

    fn check_whole(&self) -> Result<(), FileTrouble> {
        let (line, kind) = (self.header_line, self.kind);
        if !self.by_field.keys().any(|field| field.identifies(kind)) {
            return Err(FileTrouble::NothingKnown { line, kind });
        }
        if self.rows.is_empty() {
            return Err(FileTrouble::OnlyHeadings { line });
        }
        Ok(())
    }
}

/// So many cells a row must have: it may leave out those under blank headings at the end.
fn least_cells(headings: &[String]) -> usize {
    let named = headings.iter().rposition(|heading| !heading.trim().is_empty());
    named.map_or(0, |last| last.saturating_add(1))
}

/// Names a row that has too many or too few cells. Blank ones too many do no harm.
pub(super) fn width_trouble(row: &mut Row, expected: usize, least: usize) {
    if row.trouble.is_some() {
        return;
    }
    let found = row.cells.len();
    if row.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty()) {
        row.trouble = Some(RowTrouble::TooManyCells { found, expected });
    } else if found < least {
        row.trouble = Some(RowTrouble::TooFewCells { found, expected });
    }
    row.cells.truncate(expected);
}
