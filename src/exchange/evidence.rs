//! What the cells of a column tell: what it means where its heading doesn't say, which way round its dates are, what
//! separates its decimals, and whether it has numbers.

use super::dates::OrderEvidence;
use super::field::Field;
use super::heading::{Found, folded, label};
use super::numbers::{MarkEvidence, lossless};
use super::request::DateOrder;
use super::sheet::{Meaning, Nature, Sheet};
use std::collections::BTreeSet;

impl Sheet {
    /// Headings that no list has, above cells that speak for themselves.
    pub(super) fn guess_by_cells(&mut self, words: &[String]) {
        let allowed = Field::of(self.kind);
        for (index, word) in words.iter().enumerate() {
            if self.columns.get(index).is_none_or(|column| column.meaning != Meaning::Attribute) {
                continue;
            }
            let says = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
            let mostly = |is: fn(&str) -> bool| {
                let cells: Vec<&str> = self.some_cells(index).take(50).collect();
                let fitting = cells.iter().filter(|cell| is(cell)).count();
                !cells.is_empty() && fitting.saturating_mul(5) >= cells.len().saturating_mul(4)
            };
            let strange = says(&["by", "owner", "assistant", "manager", "fax", "count", "owner", "date"]);
            let field = if says(&["mail"]) && !strange && mostly(is_mailbox) {
                Field::Email
            } else if says(&["phone", "mobile", "telef", "cell"]) && !strange && mostly(is_number) {
                Field::Phone
            } else {
                continue;
            };
            if let Some(column) = self.columns.get_mut(index).filter(|_| allowed.contains(&field)) {
                column.meaning = Meaning::Field(Found { field, rank: 500 });
                column.label = label(word, field);
            }
        }
    }

    /// Headings that speak of people above cells that don't: a column "contact" with a handful of different words is
    /// a choice, a "campaign" that is counted is no name.
    pub(super) fn doubt_by_cells(&mut self) {
        for index in 0..self.columns.len() {
            let Some(Meaning::Field(found)) = self.columns.get(index).map(|column| column.meaning) else {
                continue;
            };
            let doubtful = match found.field {
                Field::Name | Field::Contact => {
                    let cells: Vec<&str> = self.some_cells(index).take(2000).collect();
                    let different = cells.iter().collect::<BTreeSet<_>>().len();
                    found.rank > 1 && cells.len() >= 40 && different.saturating_mul(20) <= cells.len()
                }
                Field::Organisation if found.rank > 1 => {
                    let cells: Vec<&str> = self.some_cells(index).take(2000).collect();
                    cells.len() >= 40 && cells.iter().collect::<BTreeSet<_>>().len() <= 3
                }
                Field::Campaign | Field::ReferredBy => {
                    self.some_cells(index).all(|cell| cell.len() < 5 && lossless(cell).is_some())
                }
                _ => false,
            };
            if let Some(column) = self.columns.get_mut(index).filter(|_| doubtful) {
                column.meaning = Meaning::Attribute;
            }
        }
    }

    pub(super) fn learn_from_cells(&mut self, wanted: Option<DateOrder>) {
        let mut orders = Vec::with_capacity(self.columns.len());
        let mut whole = OrderEvidence::default();
        for index in 0..self.columns.len() {
            let mut order = OrderEvidence::default();
            let mut marks = MarkEvidence::default();
            self.some_cells(index).for_each(|cell| {
                order.see(cell);
                marks.see(cell);
            });
            let nature = self.nature(index);
            orders.push(order);
            let Some(column) = self.columns.get_mut(index) else { continue };
            (column.marks, column.nature) = (marks, nature);
            // Phone numbers and codes can look like dates.
            if column.is_of_dates() {
                whole = whole.with(order);
            }
        }
        // One program wrote all columns: where one leaves it open, the others tell.
        for (column, order) in self.columns.iter_mut().zip(orders) {
            column.order = wanted.or_else(|| order.order()).or_else(|| whole.order());
        }
    }

    fn nature(&self, index: usize) -> Nature {
        let word = self.columns.get(index).map(|column| folded(&column.heading)).unwrap_or_default();
        let coded = ["id", "code", "zip", "phone", "fax", "plz", "nr", "no"];
        let mut cells = self.some_cells(index).peekable();
        if cells.peek().is_none() {
            return Nature::Text;
        }
        if self.some_cells(index).all(|cell| matches!(cell.to_lowercase().as_str(), "true" | "false")) {
            return Nature::Flags;
        }
        // 1.5 and 1.50 in one column are versions or chapters rather than numbers.
        let decimals = |cell: &str| cell.split_once('.').map(|(_, fraction)| fraction.len());
        let ends_in_zero = |cell: &str| cell.contains('.') && cell.ends_with('0') && !cell.ends_with(".0");
        let usual = self.some_cells(index).next().map(decimals);
        let even = self.some_cells(index).all(|cell| Some(decimals(cell)) == usual || !ends_in_zero(cell));
        let numbers = even && self.some_cells(index).all(|cell| lossless(cell).is_some());
        if numbers && !coded.iter().any(|ending| word.ends_with(ending)) {
            Nature::Numbers
        } else {
            Nature::Text
        }
    }
}

fn is_mailbox(cell: &str) -> bool {
    cell.contains('@') && !cell.starts_with('@')
}

fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (5..=20).contains(&digits) && !cell.chars().any(|c| c.is_alphabetic() && !"ext".contains(c))
}
