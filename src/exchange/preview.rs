//! What an import would do, before it does it.

use super::request::TableKind;
use crate::measure::experiment::{Assignment, ExperimentOutcome};
use crate::value::id::{ExperimentId, PartyId};
use serde::Serialize;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// Each file.
    pub files: Vec<FilePreview>,
    /// How many parties would be new.
    pub new_parties: u32,
    /// How many parties that are known already would be completed.
    pub completed_parties: u32,
    /// How many deals would be new.
    pub new_deals: u32,
    /// How many products would be new.
    pub new_products: u32,
    /// How many members would be new.
    pub new_members: u32,
    /// How many experiments would be new, or known anew.
    pub new_experiments: u32,
    /// How many busy times calendars would bring, in place of those that were known of them.
    pub busy_times: u32,
    /// How many entries the journal would get.
    pub entries: u32,
}

/// What an import would do with one file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FilePreview {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub table: TableKind,
    /// Its encoding.
    pub encoding: String,
    /// Its delimiter.
    pub delimiter: String,
    /// The line of its header, from 1.
    pub header_line: u32,
    /// Its columns.
    pub columns: Vec<ColumnPreview>,
    /// The fields that columns of this table can mean.
    pub fields: Vec<FieldChoice>,
    /// How many rows it has, without the header.
    pub rows: u32,
    /// How many come in.
    pub accepted: u32,
    /// How many of these complete what is known already, or another row (PEOPLE-6).
    pub duplicates: u32,
    /// How many don't come in.
    pub refused: u32,
    /// Why they don't; the first two hundred problems.
    pub problems: Vec<RowProblem>,
    /// The first rows as they would come in.
    pub samples: Vec<SampleRow>,
    /// Why the file as a whole can't be imported.
    pub fault: Option<FileFault>,
    /// The experiment that it has.
    pub experiment: Option<ExperimentPreview>,
}

/// An experiment as it would come in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExperimentPreview {
    /// Its id.
    pub experiment: ExperimentId,
    /// What it would be called.
    pub name: String,
    /// How it was decided who gets what, if that was said.
    pub assigned: Option<Assignment>,
    /// The arm that is taken for the one that got nothing.
    pub control: String,
    /// The arms, with their customers.
    pub arms: Vec<ArmPreview>,
    /// What was looked at.
    pub outcomes: Vec<ExperimentOutcome>,
    /// Ways to part the customers into groups.
    pub groupings: Vec<GroupingPreview>,
    /// Columns that are left out because they tell what customers got once more, in other words.
    pub same_as_arm: Vec<String>,
}

/// An arm of an experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ArmPreview {
    /// What it is called.
    pub name: String,
    /// How many customers.
    pub customers: u32,
}

/// A way to part customers into groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GroupingPreview {
    /// By what.
    pub by: String,
    /// The groups.
    pub groups: Vec<String>,
}

/// A row as it would come in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SampleRow {
    /// The line it begins on, from 1.
    pub line: u32,
    /// What it would become, in words.
    pub text: String,
    /// The party that it would complete.
    pub completes: Option<PartyId>,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ColumnPreview {
    /// Its index, from 0.
    pub index: u32,
    /// Its heading.
    pub heading: String,
    /// The field it means, `attribute` if it is kept as a custom field, or `ignore`.
    pub meaning: String,
    /// The first few different values.
    pub samples: Vec<String>,
}

/// A field that a column can mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FieldChoice {
    /// Its name in a mapping.
    pub name: String,
    /// In words.
    pub label: String,
}

/// A row that doesn't come in, or a cell that is left out, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RowProblem {
    /// The line that the row begins on, from 1.
    pub line: u32,
    /// The heading of the column, if it is about one.
    pub column: Option<String>,
    /// The cell, shortened.
    pub value: String,
    /// What became of it.
    pub effect: ProblemEffect,
    /// What is wrong and what is allowed, in words.
    pub text: String,
}

choice! {
    /// What a problem in a row leads to.
    pub enum ProblemEffect {
        /// The row stays out.
        RowRefused = "rowRefused",
        /// The row comes in; the cell is kept as a custom field, as it was written.
        CellKeptAsText = "cellKeptAsText",
    }
}

/// Why a file can't be imported.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileFault {
    /// The line, from 1, if it is about one.
    pub line: Option<u32>,
    /// What is wrong and what is allowed, in words.
    pub text: String,
}
