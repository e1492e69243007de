//! The problems that are found while a document is read.

use super::{Fault, Place, Problem, closest};
use crate::value::money::MinorUnits;

/// What to do with fields that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownFields {
    /// They are problems: a caller has misspelt something.
    Refuse,
    /// They are from a newer version: go on without them.
    Tolerate,
}

/// The problems found so far.
#[derive(Debug)]
pub struct Reading {
    unknown_fields: UnknownFields,
    pub(super) tolerated: usize,
    pub(super) problems: Vec<Problem>,
}

impl Reading {
    /// Starts a reading.
    pub(crate) fn new(unknown_fields: UnknownFields) -> Reading {
        Reading { unknown_fields, tolerated: 0, problems: Vec::new() }
    }

    /// Adds a problem at a place.
    pub(crate) fn report(&mut self, place: &Place<'_>, fault: Fault, allowed: impl Into<String>) {
        self.problems.push(Problem { path: place.path(), fault, allowed: allowed.into(), likely: None });
    }

    /// Adds a problem about a value that is of the right type and yet can't be.
    pub(crate) fn not_allowed(&mut self, place: &Place<'_>, found: &dyn std::fmt::Display, allowed: &str) {
        self.report(place, Fault::NotAllowed { found: found.to_string() }, allowed);
    }

    /// Adds a problem about an amount below zero.
    pub(crate) fn at_least_zero(&mut self, place: &Place<'_>, amount: Option<MinorUnits>) {
        if let Some(amount) = amount.filter(|amount| amount.0 < 0) {
            self.not_allowed(place, &amount.0, "a whole number from 0");
        }
    }

    /// Adds a problem about a name, with the closest of the known names.
    pub(crate) fn report_name<'n>(
        &mut self,
        place: &Place<'_>,
        fault: Fault,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        let likely = closest(name, known.clone());
        let allowed = format!("one of: {}", known.collect::<Vec<_>>().join(", "));
        self.problems.push(Problem { path: place.path(), fault, allowed, likely });
    }

    pub(crate) fn unknown_field<'n>(
        &mut self,
        place: &Place<'_>,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        match self.unknown_fields {
            UnknownFields::Refuse => self.report_name(place, Fault::UnknownField, name, known),
            UnknownFields::Tolerate => self.tolerated = self.tolerated.saturating_add(1),
        }
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(crate) fn problem_count(&self) -> usize {
        self.problems.len()
    }
}
