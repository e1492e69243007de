//! Customers of an experiment, a row each → one fact with their sums (PROMO-6). The rows are read twice, first to find
//! out what the columns are, then to add them up; none is kept, so that hundreds of thousands take no room.

mod column;
mod layout;
mod number;
mod tally;

use super::ids::{digest, made_of};
use super::intake::{Accepted, Intake};
use super::preview::{
    ArmPreview, ExperimentPreview, FileFault, FilePreview, GroupingPreview, ProblemEffect, RowProblem,
};
use super::request::ExperimentAbout;
use super::row::refused;
use super::sheet::{Column, Sheet, width_trouble};
use super::table::{Row, visit_rows};
use super::words::{CellTrouble, FileTrouble, RowTrouble, shown};
use crate::journal::fact::ExperimentRecorded;
use crate::measure::experiment::{Arm, Experiment, ExperimentOutcome, Group, Grouping, OutcomeKind};
use crate::value::id::ExperimentId;
use crate::value::money::Currency;
use crate::value::text::Line;
pub(super) use layout::{Layout, experiment_header, head_of};
use layout::{Look, Part};
use std::collections::BTreeSet;
use tally::{Reading, Sums, Unread};

/// Where the groups of a column can be told by what customers got, to this share (Cramér's V, squared), it tells that
/// once more, and nothing that they had before.
const SAME_AS_ARM: f64 = 0.5;

/// Takes in an experiment, and tells in the preview what became of its rows.
pub(super) fn take_in(intake: &mut Intake<'_>, sheet: &Sheet, preview: &mut FilePreview) {
    let Some(layout) = &sheet.experiment else { return };
    let mut adding = Adding::new(sheet, layout);
    let mut rows = 0_u32;
    let read = visit_rows(&sheet.text, sheet.delimiter, &mut |mut row| {
        if row.line <= sheet.header_line || row.is_blank() {
            return;
        }
        rows = rows.saturating_add(1);
        width_trouble(&mut row, sheet.columns.len(), layout.least_cells);
        let outcome = adding.row(&row);
        let text = |arm: usize| adding.told(arm, &row);
        let accepted = outcome.map(|arm| Accepted { text: text(arm), duplicate: false, completes: None });
        preview.tell(row.line, accepted, Vec::new());
    });
    preview.rows = rows;
    let currency = intake.currency;
    let made = read.and_then(|()| adding.experiment(layout, currency));
    match made {
        Ok((recorded, same_as_arm)) => {
            preview.experiment = Some(preview_of(&recorded, same_as_arm));
            intake.experiments.push(recorded);
        }
        Err(trouble) => preview.fault = Some(FileFault { line: trouble.line(), text: trouble.text() }),
    }
}

fn preview_of(recorded: &ExperimentRecorded, same_as_arm: Vec<String>) -> ExperimentPreview {
    let results = &recorded.results;
    let arm = |arm: &Arm| ArmPreview { name: arm.name.to_string(), customers: arm.customers };
    let grouping = |grouping: &Grouping| GroupingPreview {
        by: grouping.by.to_string(),
        groups: grouping.groups.iter().map(|group| group.name.to_string()).collect(),
    };
    ExperimentPreview {
        experiment: recorded.experiment.clone(),
        name: recorded.name.to_string(),
        assigned: results.assigned,
        control: results.control.to_string(),
        arms: results.arms.iter().map(arm).collect(),
        outcomes: results.outcomes.clone(),
        groupings: results.groupings.iter().map(grouping).collect(),
        same_as_arm,
    }
}

/// The sums so far.
struct Adding<'s> {
    sheet: &'s Sheet,
    layout: &'s Layout,
    readings: Vec<Reading>,
    arms: Vec<Sums>,
    /// By grouping, group and arm.
    groups: Vec<Vec<Vec<Sums>>>,
    seen: BTreeSet<u64>,
}

impl<'s> Adding<'s> {
    fn new(sheet: &'s Sheet, layout: &'s Layout) -> Adding<'s> {
        let arms = vec![Sums::new(layout.looks.len()); layout.arms.len()];
        Adding {
            readings: layout.looks.iter().map(|look| look.reading).collect(),
            groups: layout.parts.iter().map(|part| vec![arms.clone(); part.parts.names().len()]).collect(),
            arms,
            sheet,
            layout,
            seen: BTreeSet::new(),
        }
    }

    /// Adds a row, and gives the arm that it is in.
    fn row(&mut self, row: &Row) -> Result<usize, RowProblem> {
        if let Some(trouble) = &row.trouble {
            return Err(refused(row, trouble));
        }
        if row.cells.iter().any(|cell| cell.contains(['\0', '\u{FFFD}'])) {
            return Err(refused(row, &RowTrouble::Undecodable { line: row.line }));
        }
        let arm_cell = row.cell(self.layout.arm).trim();
        let arm = self.layout.arms.iter().position(|arm| arm == arm_cell);
        let arm = arm.ok_or_else(|| self.problem(row, self.layout.arm, CellTrouble::NotTold))?;
        let numbers = self.numbers(row)?;
        if let Some(id) = self.layout.id {
            let id = row.cell(id).trim();
            if !id.is_empty() && !self.seen.insert(digest(id)) {
                return Err(refused(row, &RowTrouble::Repeated));
            }
        }
        if let Some(sums) = self.arms.get_mut(arm) {
            sums.add(&numbers);
        }
        for (part, groups) in self.layout.parts.iter().zip(&mut self.groups) {
            let group = part.parts.part(row.cell(part.column).trim());
            let sums = group.and_then(|group| groups.get_mut(group)?.get_mut(arm));
            sums.into_iter().for_each(|sums| sums.add(&numbers));
        }
        Ok(arm)
    }

    /// What came of the customer of a row.
    fn numbers(&self, row: &Row) -> Result<Vec<i128>, RowProblem> {
        let bought = |look: &Look| {
            look.kind == OutcomeKind::Converted && look.reading.read(row.cell(look.column).trim()) == Ok(1)
        };
        let number = |look: &Look| {
            let cell = row.cell(look.column).trim();
            // Who did not buy spent nothing, and some programs leave that out.
            let told = self.layout.looks.iter().any(|look| look.kind == OutcomeKind::Converted);
            if cell.is_empty()
                && look.kind == OutcomeKind::Worth
                && told
                && !self.layout.looks.iter().any(bought)
            {
                return Ok(0);
            }
            look.reading.read(cell).map_err(|unread| {
                let trouble = match unread {
                    _ if cell.is_empty() => CellTrouble::NotTold,
                    Unread::NotAFlag => CellTrouble::NotYesOrNo,
                    Unread::NotANumber => CellTrouble::NotAnAmount,
                    Unread::TooLarge => CellTrouble::TooLarge,
                };
                self.problem(row, look.column, trouble)
            })
        };
        self.layout.looks.iter().map(number).collect()
    }

    fn problem(&self, row: &Row, column: usize, trouble: CellTrouble) -> RowProblem {
        RowProblem {
            line: row.line,
            column: self.sheet.columns.get(column).map(|column| column.heading.clone()),
            value: shown(row.cell(column)),
            effect: ProblemEffect::RowRefused,
            text: trouble.text(),
        }
    }

    /// A row in words: what they got, and what came of it.
    fn told(&self, arm: usize, row: &Row) -> String {
        let mut words = vec![self.layout.arms.get(arm).cloned().unwrap_or_default()];
        let name = |column: usize| self.sheet.columns.get(column).map(|column| column.attribute.as_str());
        for look in &self.layout.looks {
            words.push(format!("{} {}", name(look.column).unwrap_or_default(), row.cell(look.column).trim()));
        }
        words.join(" · ")
    }

    /// The experiment as a fact, and the columns that tell the arm once more.
    fn experiment(
        self,
        layout: &Layout,
        currency: Currency,
    ) -> Result<(ExperimentRecorded, Vec<String>), FileTrouble> {
        let about = &layout.about;
        let control = layout.control()?;
        let mut groupings = Vec::new();
        let mut same_as_arm = Vec::new();
        for (part, groups) in layout.parts.iter().zip(&self.groups) {
            let Some(by) = self.column(part.column).map(|column| column.attribute.clone()) else { continue };
            match sameness(groups) >= SAME_AS_ARM {
                true => same_as_arm.push(by.to_string()),
                false => groupings.extend(self.grouping(by, part, groups)),
            }
        }
        let arms = layout.arms.iter().zip(&self.arms).filter_map(|(name, sums)| self.arm(about, name, sums));
        let outcomes = layout.looks.iter().filter_map(|look| self.outcome(look, currency));
        let results = Experiment {
            assigned: about.assigned,
            control: Line::squeezed(control).ok_or(FileTrouble::Empty)?,
            outcomes: outcomes.collect(),
            arms: arms.collect(),
            groupings,
        };
        if let Some((_, first)) = results.flaws().first() {
            return Err(FileTrouble::NotAnExperiment { flaw: *first });
        }
        let recorded = ExperimentRecorded {
            experiment: self.id(about).ok_or(FileTrouble::Empty)?,
            name: about
                .name
                .clone()
                .or_else(|| Line::squeezed(&self.sheet.name))
                .ok_or(FileTrouble::Empty)?,
            promotion: about.promotion.clone(),
            results,
        };
        Ok((recorded, same_as_arm))
    }

    fn column(&self, index: usize) -> Option<&Column> {
        self.sheet.columns.get(index)
    }

    /// The same file has the same experiment, however often it is imported.
    fn id(&self, about: &ExperimentAbout) -> Option<ExperimentId> {
        let headings: Vec<&str> = self.sheet.columns.iter().map(|column| column.heading.as_str()).collect();
        let made =
            || ExperimentId::parse(&made_of("e_", &format!("{}\n{}", self.sheet.name, headings.join("\n"))));
        about.experiment.clone().or_else(made)
    }

    fn arm(&self, about: &ExperimentAbout, name: &str, sums: &Sums) -> Option<Arm> {
        let name = Line::squeezed(name)?;
        Some(Arm {
            customers: sums.customers,
            tallies: sums.tallies(&self.readings),
            share: about.shares.get(&name).copied(),
            cost: about.costs.get(&name).copied(),
            name,
        })
    }

    fn outcome(&self, look: &Look, currency: Currency) -> Option<ExperimentOutcome> {
        let decimals = match look.reading {
            Reading::Flag => None,
            Reading::Number(_, decimals) => u8::try_from(decimals).ok(),
        };
        Some(ExperimentOutcome {
            name: self.column(look.column)?.attribute.clone(),
            kind: look.kind,
            currency: (look.kind == OutcomeKind::Worth).then_some(currency),
            decimals,
            wanted: look.wanted,
        })
    }

    fn grouping(&self, by: Line, part: &Part, groups: &[Vec<Sums>]) -> Option<Grouping> {
        let filled = part.parts.names().into_iter().zip(groups);
        let filled = filled.filter(|(_, sums)| sums.iter().any(|sums| sums.customers > 0));
        let group = |(name, sums): (String, &Vec<Sums>)| {
            let cells = sums.iter().map(|sums| sums.cell(&self.readings)).collect();
            Some(Group { name: Line::squeezed(&name)?, cells })
        };
        let groups: Vec<Group> = filled.filter_map(group).collect();
        (groups.len() > 1).then_some(Grouping { by, groups })
    }
}

/// How well groups and arms tell each other, from 0 to 1: Cramér's V, squared.
fn sameness(groups: &[Vec<Sums>]) -> f64 {
    let counts: Vec<Vec<f64>> = groups
        .iter()
        .map(|sums| sums.iter().map(|sums| f64::from(sums.customers)).collect::<Vec<f64>>())
        .filter(|row| row.iter().sum::<f64>() > 0.0)
        .collect();
    let arms = groups.first().map_or(0, Vec::len);
    let totals: Vec<f64> = (0..arms).map(|arm| counts.iter().filter_map(|row| row.get(arm)).sum()).collect();
    let all: f64 = totals.iter().sum();
    let mut share = 0.0;
    for row in &counts {
        let of_row: f64 = row.iter().sum();
        share += row
            .iter()
            .zip(&totals)
            .map(|(count, total)| count * count / (of_row * total.max(1.0)))
            .sum::<f64>();
    }
    let least = counts.len().min(arms).saturating_sub(1);
    match u32::try_from(least) {
        Ok(least) if least > 0 && all > 0.0 => (share - 1.0) / f64::from(least),
        _ => 0.0,
    }
}
