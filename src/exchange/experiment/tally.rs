//! Rows → sums, for each arm and for each group of customers.

use super::column::is_so;
use super::number::{Decimal, Style};
use crate::measure::experiment::{Cell, Tally};
use crate::measure::sample::Whole;
use crate::value::number::plain;

/// How the customers of a column are parted.
#[derive(Debug, Clone)]
pub(super) enum Parts {
    /// By its values; others together, if there are too many.
    Values(Vec<String>),
    /// Between numbers.
    Cuts(Vec<f64>, Style),
}

/// The squares of a hundred million of these can be added up.
const LARGEST: i128 = 1_000_000_000_000_000;

/// What stands for values that are too many.
const OTHERS: &str = "other";

impl Parts {
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Parts::Values(values) => values.iter().cloned().chain([OTHERS.to_owned()]).collect(),
            Parts::Cuts(cuts, _) => {
                let mut names = Vec::new();
                let mut above = String::new();
                for cut in cuts {
                    let cut = plain(*cut);
                    names.push(format!("{above}≤ {cut}"));
                    above = format!("> {cut}, ");
                }
                names.push(above.trim_end_matches([',', ' ']).to_owned());
                names
            }
        }
    }

    /// The part that a cell belongs to; nothing if that is not known.
    pub(super) fn part(&self, cell: &str) -> Option<usize> {
        match self {
            _ if cell.is_empty() => None,
            Parts::Values(values) => {
                Some(values.iter().position(|value| value == cell).unwrap_or(values.len()))
            }
            Parts::Cuts(cuts, style) => {
                let number = Decimal::read(cell, *style)?.as_number();
                Some(cuts.iter().filter(|cut| number > **cut).count())
            }
        }
    }
}

/// What is looked at in a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reading {
    /// So or not so.
    Flag,
    /// A number, in units of so many decimals.
    Number(Style, u32),
}

/// Why a cell can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    NotAFlag,
    NotANumber,
    TooLarge,
}

impl Reading {
    pub(super) fn read(self, cell: &str) -> Result<i128, Unread> {
        match self {
            Reading::Flag => is_so(cell).map(i128::from).ok_or(Unread::NotAFlag),
            Reading::Number(style, decimals) => {
                let number = Decimal::read(cell, style).ok_or(Unread::NotANumber)?;
                let whole = number.in_units(decimals).filter(|whole| whole.abs() <= LARGEST);
                whole.ok_or(Unread::TooLarge)
            }
        }
    }
}

/// The sums of some customers.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    pub(super) customers: u32,
    pub(super) sums: Vec<(i128, i128)>,
}

impl Sums {
    pub(super) fn new(outcomes: usize) -> Sums {
        Sums { customers: 0, sums: vec![(0, 0); outcomes] }
    }

    /// Adds a customer.
    pub(super) fn add(&mut self, numbers: &[i128]) {
        self.customers = self.customers.saturating_add(1);
        for ((sum, squares), number) in self.sums.iter_mut().zip(numbers) {
            *sum = sum.saturating_add(*number);
            *squares = squares.saturating_add(number.saturating_mul(*number));
        }
    }

    pub(super) fn tallies(&self, readings: &[Reading]) -> Vec<Tally> {
        let tally = |((sum, squares), reading): (&(i128, i128), &Reading)| Tally {
            sum: Whole(*sum),
            squares: matches!(reading, Reading::Number(..)).then_some(Whole(*squares)),
        };
        self.sums.iter().zip(readings).map(tally).collect()
    }

    pub(super) fn cell(&self, readings: &[Reading]) -> Cell {
        Cell { customers: self.customers, tallies: self.tallies(readings) }
    }
}
