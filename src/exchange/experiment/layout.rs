//! What the columns of an experiment are.

use super::super::field::Field;
use super::super::heading::{Found, folded, meaning};
use super::super::request::{ExperimentAbout, ImportFile, TableKind};
use super::super::sheet::{Meaning, Sheet};
use super::super::table::{Row, visit_rows};
use super::super::words::FileTrouble;
use super::column::{self, MOST_GROUPS, Profile};
use super::tally::{Parts, Reading};
use crate::measure::experiment::{OutcomeKind, Wanted};
use crate::value::number::whole;
use crate::value::order::{descending, ranked};

/// So much of a file is looked at to tell whether it is an experiment.
const HEAD: usize = 64 * 1024;

/// What the columns of an experiment are.
#[derive(Debug, Clone)]
pub(in super::super) struct Layout {
    pub(super) about: ExperimentAbout,
    /// The column that tells the arm, and the arms.
    pub(super) arm: usize,
    pub(super) arms: Vec<String>,
    /// The column that tells customers apart.
    pub(super) id: Option<usize>,
    pub(super) looks: Vec<Look>,
    pub(super) parts: Vec<Part>,
    /// So many cells a row must have.
    pub(super) least_cells: usize,
}

/// A column that tells what came of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) column: usize,
    pub(super) kind: OutcomeKind,
    pub(super) wanted: Option<Wanted>,
    pub(super) reading: Reading,
}

/// A column that parts the customers.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) column: usize,
    pub(super) parts: Parts,
}

/// The first rows of a text, whole.
pub(in super::super) fn head_of(text: &str) -> &str {
    if text.len() <= HEAD {
        return text;
    }
    let end = (0..=HEAD).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let head = text.get(..end).unwrap_or(text);
    head.rfind('\n').and_then(|end| head.get(..end)).unwrap_or(head)
}

/// The row with the headings of an experiment; nothing if it is none. Its cells have words like “phone” that other tables
/// have as headings, so that it is looked for in its own way.
pub(in super::super) fn experiment_header(rows: &[Row], file: &ImportFile, delimiter: u8) -> Option<usize> {
    let asked = file.header_line.map(|line| rows.iter().position(|row| row.line == line && !row.is_blank()));
    match (asked, file.table) {
        (Some(asked), Some(_)) => asked,
        (Some(asked), None) => asked.filter(|header| is_one(rows, *header, delimiter)),
        (None, _) => {
            let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
            let wide = |index: &usize| rows.get(*index).is_some_and(|row| row.cells.len() == widest);
            let found = (0..rows.len().min(25)).find(|index| is_one(rows, *index, delimiter));
            found.or_else(|| (0..rows.len()).find(wide).filter(|_| file.table.is_some()))
        }
    }
}

/// Are these the first rows of an experiment? One column has a few arms, another tells what came of it, and none tells who
/// somebody is.
fn is_one(rows: &[Row], header: usize, delimiter: u8) -> bool {
    let Some(headings) = rows.get(header) else { return false };
    let words: Vec<String> = headings.cells.iter().map(|heading| folded(heading)).collect();
    let names_people = |word: &String| {
        use Field::{Contact, Email, FirstName, LastName, Name, Organisation, Phone, Stage};
        let tables = [TableKind::Leads, TableKind::Opportunities];
        let found = tables.iter().filter_map(|kind| meaning(word, *kind)).map(|found| found.field);
        found.into_iter().any(|field| {
            [Contact, Email, FirstName, LastName, Name, Organisation, Phone, Stage].contains(&field)
        })
    };
    if !words.iter().any(|word| column::arm_rank(word).is_some()) || words.iter().any(names_people) {
        return false;
    }
    let below = rows.iter().skip(header.saturating_add(1)).filter(|row| row.trouble.is_none());
    let mut profiles: Vec<Profile> = words.iter().map(|_| Profile::new(delimiter)).collect();
    for row in below {
        for (index, profile) in profiles.iter_mut().enumerate() {
            profile.see(row.cell(index).trim());
        }
    }
    let named = || words.iter().zip(&profiles);
    let is_arm = |(word, profile): (&String, &Profile)| {
        let customers = usize::try_from(profile.filled).unwrap_or(usize::MAX);
        column::arm_rank(word).is_some()
            && profile.can_part()
            && profile.values.len().saturating_mul(2) <= customers
    };
    let tells = |(word, profile): (&String, &Profile)| {
        column::arm_rank(word).is_none() && column::outcome(word, profile).is_some()
    };
    named().any(is_arm) && named().any(tells)
}

impl Sheet {
    /// Finds out what the columns of an experiment are. Its rows are read, and not kept.
    pub(in super::super) fn lay_out(
        &mut self,
        file: &ImportFile,
        least_cells: usize,
    ) -> Result<(), FileTrouble> {
        let words: Vec<String> = self.columns.iter().map(|column| folded(&column.heading)).collect();
        let profiles = self.profiles(&words)?;
        for (column, field) in self.columns.iter_mut().zip(proposed(&words, &profiles)) {
            column.meaning = field.map_or(Meaning::Ignore, |field| Meaning::Field(Found { field, rank: 0 }));
        }
        self.rename_as_asked(file)?;
        let line = self.header_line;
        let fields: Vec<Option<Field>> = self.columns.iter().map(|column| field_of(column.meaning)).collect();
        let columns = |wanted: Field| {
            fields
                .iter()
                .enumerate()
                .filter(move |(_, field)| **field == Some(wanted))
                .map(|(index, _)| index)
        };
        let arm = columns(Field::Arm).next().ok_or(FileTrouble::NothingKnown { line, kind: self.kind })?;
        if columns(Field::Arm).count() > 1 {
            return Err(FileTrouble::SeveralArms { line });
        }
        let of_arm = profiles.get(arm).ok_or(FileTrouble::Empty)?;
        if of_arm.filled == 0 {
            return Err(FileTrouble::OnlyHeadings { line });
        }
        if !of_arm.can_part() {
            let more = if of_arm.has_many { "more than " } else { "" };
            return Err(FileTrouble::ArmsOutOfRange { found: format!("{more}{}", of_arm.values.len()) });
        }
        let each = || fields.iter().zip(&profiles).enumerate();
        let looks: Vec<Look> =
            each().filter_map(|(index, (field, profile))| look(index, (*field)?, profile)).collect();
        if looks.is_empty() {
            return Err(FileTrouble::NoOutcome { line });
        }
        let parts = each().filter(|(_, (field, _))| **field == Some(Field::Group));
        self.experiment = Some(Layout {
            about: file.experiment.clone().unwrap_or(ExperimentAbout {
                experiment: None,
                name: None,
                promotion: None,
                control: None,
                assigned: None,
                shares: Default::default(),
                costs: Default::default(),
            }),
            arm,
            arms: in_order(of_arm.values.keys().cloned().collect()),
            id: columns(Field::Id).next(),
            looks,
            parts: parts
                .map(|(index, (_, profile))| Part { column: index, parts: parted(profile) })
                .collect(),
            least_cells,
        });
        Ok(())
    }

    fn profiles(&self, words: &[String]) -> Result<Vec<Profile>, FileTrouble> {
        let mut profiles: Vec<Profile> =
            words.iter().map(|word| Profile::new(self.delimiter).that_tells_apart(word)).collect();
        visit_rows(&self.text, self.delimiter, &mut |row| {
            if row.line > self.header_line && row.trouble.is_none() {
                for (index, profile) in profiles.iter_mut().enumerate() {
                    profile.see(row.cell(index).trim());
                }
            }
        })?;
        Ok(profiles)
    }
}

fn field_of(meaning: Meaning) -> Option<Field> {
    match meaning {
        Meaning::Field(found) => Some(found.field),
        Meaning::Attribute => Some(Field::Group),
        Meaning::Ignore => None,
    }
}

/// What the columns are taken for.
fn proposed(words: &[String], profiles: &[Profile]) -> Vec<Option<Field>> {
    let arms = words.iter().zip(profiles).enumerate().filter(|(_, (_, profile))| profile.can_part());
    let arms = arms.filter_map(|(index, (word, _))| Some((column::arm_rank(word)?, index)));
    let arm = arms.min().map(|(_, index)| index);
    let field = |(index, (word, profile)): (usize, (&String, &Profile))| match arm {
        Some(arm) if arm == index => Some(Field::Arm),
        _ => column::outcome(word, profile).or_else(|| column::other(word, profile)),
    };
    let mut fields: Vec<Option<Field>> = words.iter().zip(profiles).enumerate().map(field).collect();
    // One of them is enough to tell customers apart.
    let mut has_id = false;
    for field in fields.iter_mut().filter(|field| **field == Some(Field::Id)) {
        *field = field.filter(|_| !has_id);
        has_id = true;
    }
    fields
}

fn look(column: usize, field: Field, profile: &Profile) -> Option<Look> {
    let number = Reading::Number(profile.style, profile.unit());
    let (kind, reading) = match field {
        Field::Visited => (OutcomeKind::Visited, Reading::Flag),
        Field::Converted => (OutcomeKind::Converted, Reading::Flag),
        Field::CameBack => (OutcomeKind::CameBack, Reading::Flag),
        Field::OtherRate | Field::Lost => (OutcomeKind::OtherRate, Reading::Flag),
        Field::Worth => (OutcomeKind::Worth, number),
        Field::Visits => (OutcomeKind::Visits, number),
        Field::OtherAmount => (OutcomeKind::OtherAmount, number),
        _ => return None,
    };
    Some(Look { column, kind, wanted: (field == Field::Lost).then_some(Wanted::Less), reading })
}

/// How the values of a column part customers: each its own group, or numbers in four parts, or the most frequent ones and
/// the others together.
fn parted(profile: &Profile) -> Parts {
    let values = || profile.values.keys().cloned().collect::<Vec<String>>();
    if !profile.has_many && profile.values.len() <= MOST_GROUPS {
        return Parts::Values(in_order(values()));
    }
    let cuts = if profile.is_of_numbers() { profile.quarters() } else { Vec::new() };
    if !cuts.is_empty() {
        return Parts::Cuts(cuts, profile.style);
    }
    let often = |value: &String| profile.values.get(value).copied().unwrap_or(0);
    let mut most = ranked(values(), |value| (descending(often(value).into()), 0, 0));
    most.truncate(MOST_GROUPS.saturating_sub(1));
    Parts::Values(in_order(most))
}

/// Numbers by their size, words as they stand in a dictionary.
fn in_order(values: Vec<String>) -> Vec<String> {
    let number = |value: &String| whole(crate::value::number::read(value)? * 1e6);
    match values.iter().all(|value| number(value).is_some()) {
        true => ranked(values, |value| (number(value).unwrap_or(0), 0, 0)),
        false => values,
    }
}

impl Layout {
    /// The arm that got nothing.
    pub(super) fn control(&self) -> Result<&str, FileTrouble> {
        let named = self.about.control.as_ref();
        let found = match named {
            Some(named) => self.arms.iter().find(|arm| arm.trim() == named.as_str()),
            None => column::control(&self.arms),
        };
        found.map(String::as_str).ok_or_else(|| FileTrouble::NoSuchArm {
            found: named.map(ToString::to_string).unwrap_or_default(),
            known: self.arms.join(", "),
        })
    }
}
