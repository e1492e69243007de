//! May a difference between arms be laid to what they got? Only if chance alone decided who got it, and if the arms came
//! out as chance makes them: as large as planned, and alike in what customers had before.

use super::experiment::{Assignment, Experiment, Grouping};
use super::quantile::chi_square_tail;
use crate::value::number::whole;
use crate::value::order::ranked;
use crate::value::text::Line;
use serde::Serialize;

/// What is less likely than this by chance alone is not laid to chance. It is the usual bound for the sizes of arms; that
/// for groupings is shared between all of them (Holm).
pub const DOUBT_BELOW: f64 = 0.01;

/// So many customers have to be expected in each part of a table for the chi-square distribution to hold (Cochran).
const LEAST_EXPECTED: f64 = 5.0;

/// Arms of which nobody said how large they should be, and whose sizes are as near as this to each other, were meant to
/// be equal.
const NEARLY_EQUAL: f64 = 0.9;

/// Whether the arms can be compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Comparability {
    /// How likely sizes like these, or farther from the plan, are by chance. Nothing if it isn't known which were planned.
    pub sizes: Option<f64>,
    /// How likely arms that are as little alike are by chance, for each way to part the customers.
    pub balance: Vec<Balance>,
    /// Why a difference can't be laid to what they got; none means that it can.
    pub doubts: Vec<Doubt>,
}

/// How alike the arms are in something that customers had before.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// In what.
    pub by: Line,
    /// How likely that is by chance.
    pub chance: f64,
}

/// Why a difference can't be laid to what they got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Doubt {
    /// Nobody said that chance alone decided.
    AssignmentUnknown,
    /// It was chosen who gets what.
    Chosen,
    /// The arms are not as large as planned: some customers were lost on the way.
    Sizes {
        /// How likely that is by chance.
        chance: f64,
    },
    /// The arms are not alike in something that customers had before.
    Unbalanced {
        /// In what.
        by: Line,
        /// How likely that is by chance.
        chance: f64,
    },
}

/// Whether the arms of an experiment can be compared.
pub fn comparability(experiment: &Experiment) -> Comparability {
    let mut doubts = Vec::new();
    match experiment.assigned {
        Some(Assignment::AtRandom) => {}
        Some(Assignment::Chosen) => doubts.push(Doubt::Chosen),
        None => doubts.push(Doubt::AssignmentUnknown),
    }
    let sizes = sizes(experiment);
    doubts.extend(sizes.filter(|chance| *chance < DOUBT_BELOW).map(|chance| Doubt::Sizes { chance }));
    let balance: Vec<Balance> =
        experiment.groupings.iter().filter_map(|each| balance(experiment, each)).collect();
    let chances: Vec<f64> = balance.iter().map(|balance| balance.chance).collect();
    let chances = ranked(chances, |chance| (whole(chance * 1e15).unwrap_or(0), 0, 0));
    // Holm: the least likely is held against the whole bound parted by all, the next by one less, to the first that holds.
    let beyond = chances.iter().zip((1..=chances.len()).rev());
    let beyond = beyond.take_while(|(chance, left)| **chance * share(*left) < DOUBT_BELOW).last();
    if let Some((bound, _)) = beyond {
        let unbalanced = balance.iter().filter(|balance| balance.chance <= *bound);
        doubts.extend(unbalanced.map(|each| Doubt::Unbalanced { by: each.by.clone(), chance: each.chance }));
    }
    Comparability { sizes, balance, doubts }
}

fn share(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How likely the sizes of the arms are under the planned shares, by the chi-square test.
fn sizes(experiment: &Experiment) -> Option<f64> {
    let counts: Vec<f64> = experiment.arms.iter().map(|arm| f64::from(arm.customers)).collect();
    let told: Option<Vec<f64>> = experiment.arms.iter().map(|arm| arm.share.map(f64::from)).collect();
    let (least, most) =
        (counts.iter().copied().fold(f64::MAX, f64::min), counts.iter().copied().fold(0.0, f64::max));
    let shares = match told {
        Some(told) => told,
        None if least >= NEARLY_EQUAL * most => vec![1.0; counts.len()],
        None => return None,
    };
    let (all, parts) = (counts.iter().sum::<f64>(), shares.iter().sum::<f64>());
    let expected: Vec<f64> = shares.iter().map(|share| all * share / parts).collect();
    let sound = expected.len() > 1 && expected.iter().all(|expected| *expected >= LEAST_EXPECTED);
    sound.then(|| chi_square_tail(distance(&counts, &expected), degrees(counts.len())))
}

/// How likely it is by chance that a grouping comes out so differently in the arms, by the chi-square test.
fn balance(experiment: &Experiment, grouping: &Grouping) -> Option<Balance> {
    let arms = experiment.arms.len();
    let mut rows: Vec<Vec<f64>> = Vec::new();
    // Groups too small for the test count together.
    let mut small = vec![0.0; arms];
    let counts = |cells: &[super::experiment::Cell]| -> Vec<f64> {
        cells.iter().map(|cell| f64::from(cell.customers)).collect()
    };
    let all: Vec<Vec<f64>> = grouping.groups.iter().map(|group| counts(&group.cells)).collect();
    let totals: Vec<f64> = (0..arms).map(|arm| all.iter().filter_map(|row| row.get(arm)).sum()).collect();
    let whole: f64 = totals.iter().sum();
    let fits = |row: &[f64]| {
        let of_row: f64 = row.iter().sum();
        totals.iter().all(|total| of_row * total / whole >= LEAST_EXPECTED)
    };
    for row in all.into_iter().filter(|row| row.len() == arms) {
        match fits(&row) {
            true => rows.push(row),
            false => small.iter_mut().zip(row).for_each(|(sum, count)| *sum += count),
        }
    }
    if fits(&small) {
        rows.push(small);
    }
    let whole: f64 = rows.iter().flatten().sum();
    let mut statistic = 0.0;
    for row in &rows {
        let of_row: f64 = row.iter().sum();
        let expected: Vec<f64> = (0..arms)
            .map(|arm| rows.iter().filter_map(|row| row.get(arm)).sum::<f64>() * of_row / whole)
            .collect();
        statistic += distance(row, &expected);
    }
    let freedom = degrees(rows.len()).saturating_mul(degrees(arms));
    (freedom > 0).then(|| Balance { by: grouping.by.clone(), chance: chi_square_tail(statistic, freedom) })
}

fn degrees(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).saturating_sub(1)
}

fn distance(counts: &[f64], expected: &[f64]) -> f64 {
    counts
        .iter()
        .zip(expected)
        .map(|(count, expected)| (count - expected) * (count - expected) / expected)
        .sum()
}
