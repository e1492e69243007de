//! Tables of other systems → facts, and tables of ours → text for them.
//!
//! A file goes through these, in this order: `encoding` makes text of its bytes, `dialect` finds delimiter and
//! header, `table` reads rows, `kind`, `heading` and `evidence` tell what table and columns mean, `row` reads a row by
//! that, `people`, `deals` and `team` make parties, deals, members and products of it, and `facts` turns
//! those into facts. `export` goes the other way. `card` does both for vCards, `calendar` for iCalendar.

pub mod calendar;
pub mod card;
mod clock;
mod complete;
mod dates;
mod deals;
mod dialect;
mod encoding;
mod evidence;
mod experiment;
pub mod export;
mod facts;
pub mod field;
mod heading;
mod ids;
mod intake;
mod kind;
pub mod known;
mod numbers;
mod party;
mod people;
pub mod preview;
mod pursuit;
mod reach;
pub mod request;
mod row;
#[cfg(test)]
mod roundtrip;
mod sheet;
mod sources;
mod stages;
mod synonyms;
mod table;
mod team;
mod words;

use crate::journal::fact::Fact;
use crate::plan::Plan;
use crate::value::zone::Now;
use field::Field;
use intake::Intake;
use known::Known;
use preview::{ColumnPreview, FieldChoice, FileFault, FilePreview, ImportPreview};
use request::{ImportRequest, TableKind};
use sheet::Sheet;
use std::collections::BTreeSet;

/// What an import would do, and the facts that would do it.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// What would happen, for people to look at.
    pub preview: ImportPreview,
    /// The facts to record as one batch. None where a file can't be imported.
    pub facts: Vec<Fact>,
}

/// Reads the files of a request, whose bytes follow one another in `bytes`, and prepares their import. The same
/// files give the same facts; files that were imported before give none.
///
/// ```
/// use nextsale::exchange::{known::Known, prepare, request::ImportRequest};
/// use nextsale::plan::built_in;
/// use nextsale::value::document::read;
/// use nextsale::value::{time::Timestamp, zone::Now};
///
/// let csv = "First Name,Last Name,Company,Email\nAda,Lovelace,Engines Ltd,ada@example.org\n";
/// let request = format!(r#"{{ "files": [{{ "name": "leads.csv", "length": {} }}] }}"#, csv.len());
/// let request: ImportRequest = read(&request).unwrap();
/// let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// let plan = built_in::standard().unwrap();
///
/// let prepared = prepare(&request, csv.as_bytes(), &Known::default(), &plan, &now);
/// assert_eq!(prepared.preview.files[0].accepted, 1);
/// assert_eq!(prepared.preview.new_parties, 2);
/// assert_eq!(prepared.facts.len(), 2);
/// ```
pub fn prepare(request: &ImportRequest, bytes: &[u8], known: &Known, plan: &Plan, now: &Now) -> Prepared {
    let mut rest = bytes;
    let mut sheets = Vec::new();
    for file in &request.files {
        let length = usize::try_from(file.length).unwrap_or(usize::MAX);
        let (own, others) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = others;
        sheets.push(sheet::open(file, own, request.date_order));
    }
    let mut files: Vec<FilePreview> = sheets.iter().map(preview_of).collect();
    let mut intake = Intake::new(request, known, plan, now);
    // What is referred to comes first.
    const ORDER: [TableKind; 9] = [
        TableKind::Members,
        TableKind::Products,
        TableKind::Accounts,
        TableKind::Cards,
        TableKind::Contacts,
        TableKind::Leads,
        TableKind::Opportunities,
        TableKind::Calendar,
        TableKind::Experiment,
    ];
    for kind in ORDER {
        if kind == TableKind::Contacts {
            let others = sheets.iter().filter(|sheet| sheet.kind != TableKind::Accounts);
            others.filter(|sheet| sheet.trouble.is_none()).for_each(|sheet| intake.introduce(sheet));
        }
        let of_kind = sheets.iter().zip(&mut files).filter(|(sheet, _)| sheet.kind == kind);
        for (sheet, preview) in of_kind.filter(|(sheet, _)| sheet.trouble.is_none()) {
            intake.take_in(sheet, preview);
        }
    }
    let facts = facts::facts_of(&mut intake);
    let whole = files.iter().all(|file| file.fault.is_none());
    let facts = if whole { facts } else { Vec::new() };
    Prepared { preview: counted(files, &facts), facts }
}

fn preview_of(sheet: &Sheet) -> FilePreview {
    let choices = Field::of(sheet.kind).iter();
    let fields = choices.map(|field| FieldChoice {
        name: field.as_str().to_owned(),
        label: words::label(*field, sheet.kind).to_owned(),
    });
    FilePreview {
        name: sheet.name.clone(),
        table: sheet.kind,
        encoding: sheet.encoding.map_or("", encoding::Encoding::name).to_owned(),
        delimiter: char::from(sheet.delimiter).to_string(),
        header_line: sheet.header_line,
        columns: sheet.columns.iter().map(|column| column_preview(sheet, column)).collect(),
        fields: fields.collect(),
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        accepted: 0,
        duplicates: 0,
        refused: 0,
        problems: Vec::new(),
        samples: Vec::new(),
        experiment: None,
        fault: sheet.trouble.as_ref().map(|trouble| FileFault { line: trouble.line(), text: trouble.text() }),
    }
}

fn column_preview(sheet: &Sheet, column: &sheet::Column) -> ColumnPreview {
    let mut samples: Vec<String> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.trouble.is_none()).take(200) {
        let cell = words::shown(row.cell(column.index).trim());
        if !cell.is_empty() && !samples.contains(&cell) {
            samples.push(cell);
        }
        if samples.len() == 3 {
            break;
        }
    }
    ColumnPreview {
        index: u32::try_from(column.index).unwrap_or(u32::MAX),
        heading: column.heading.clone(),
        meaning: column.meaning.name().to_owned(),
        samples,
    }
}

fn counted(files: Vec<FilePreview>, facts: &[Fact]) -> ImportPreview {
    let count = |is: fn(&Fact) -> bool| {
        u32::try_from(facts.iter().filter(|fact| is(fact)).count()).unwrap_or(u32::MAX)
    };
    let busy: usize = facts
        .iter()
        .map(|fact| if let Fact::CalendarImported(imported) = fact { imported.busy.len() } else { 0 })
        .sum();
    let mut met = BTreeSet::new();
    let mut completed = BTreeSet::new();
    for fact in facts {
        match fact {
            Fact::PartyMet(fact) => met.insert(&fact.party),
            Fact::PartyCorrected(fact) => completed.insert(&fact.party),
            Fact::ContactPointAdded(fact) => completed.insert(&fact.party),
            Fact::ConsentChanged(fact) => completed.insert(&fact.party),
            Fact::DoNotContactAsked(fact) => completed.insert(&fact.party),
            Fact::NoteTaken(fact) => completed.insert(&fact.party),
            _ => false,
        };
    }
    ImportPreview {
        files,
        new_parties: u32::try_from(met.len()).unwrap_or(u32::MAX),
        completed_parties: u32::try_from(completed.difference(&met).count()).unwrap_or(u32::MAX),
        new_deals: count(|fact| matches!(fact, Fact::DealOpened(_))),
        new_products: count(|fact| matches!(fact, Fact::ProductListed(_))),
        new_members: count(|fact| matches!(fact, Fact::MemberJoined(_))),
        new_experiments: count(|fact| matches!(fact, Fact::ExperimentRecorded(_))),
        busy_times: u32::try_from(busy).unwrap_or(u32::MAX),
        entries: u32::try_from(facts.len()).unwrap_or(u32::MAX),
    }
}
