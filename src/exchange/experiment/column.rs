//! What the cells of a column are, and what it is taken for by that and by its heading.

use super::super::field::Field;
use super::super::ids::digest;
use super::super::numbers::MarkEvidence;
use super::super::row::flag;
use super::number::{Decimal, MOST_DECIMALS, Style};
use crate::value::number::whole;
use crate::value::order::ranked;
use std::collections::{BTreeMap, BTreeSet};

/// More groups than these say little of any of them.
pub(super) const MOST_GROUPS: usize = 20;
/// More different values are not counted.
const MOST_VALUES: usize = 64;
/// So many numbers at most are kept to find out how they are spread.
const MOST_KEPT: usize = 4096;

/// What is known of the cells of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) style: Style,
    /// How many cells are filled in.
    pub(super) filled: u32,
    /// The different values, if there are not many.
    pub(super) values: BTreeMap<String, u32>,
    pub(super) has_many: bool,
    not_flags: u32,
    not_numbers: u32,
    /// Numbers that are neither 0 nor 1.
    others: u32,
    /// How many decimals its numbers have, and how many digits before them.
    pub(super) decimals: u32,
    digits: u32,
    /// Some of its numbers, evenly from the whole file.
    kept: Vec<f64>,
    stride: u32,
    /// What may tell customers apart: all of them, and how many came a second time.
    ids: Option<BTreeSet<u64>>,
    repeated: u32,
}

impl Profile {
    pub(super) fn new(delimiter: u8) -> Profile {
        let style = Style { point_is_decimal: delimiter != b';', marks: MarkEvidence::default() };
        Profile { style, stride: 1, ..Profile::default() }
    }

    /// With a heading that may tell customers apart, it is counted whether it does.
    pub(super) fn that_tells_apart(self, word: &str) -> Profile {
        let is_id = IDS.contains(&word) || word.ends_with("id");
        Profile { ids: is_id.then(BTreeSet::new), ..self }
    }

    /// Does it tell customers apart, but for a few who came twice?
    fn tells_apart(&self) -> bool {
        self.ids.is_some() && self.has_many && self.repeated.saturating_mul(2) <= self.filled
    }

    /// Takes another cell into account.
    pub(super) fn see(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled = self.filled.saturating_add(1);
        self.count(cell);
        if let Some(ids) = &mut self.ids {
            self.repeated = self.repeated.saturating_add(u32::from(!ids.insert(digest(cell))));
        }
        let is_flag = is_so(cell).is_some();
        self.not_flags = self.not_flags.saturating_add(u32::from(!is_flag));
        // Where nearly no cell is a number, the others needn't be read.
        if self.not_numbers > 1000 && self.not_numbers == self.filled.saturating_sub(1) {
            self.not_numbers = self.not_numbers.saturating_add(1);
            return;
        }
        if !self.style.point_is_decimal {
            self.style.marks.see(cell);
        }
        match Decimal::read(cell, self.style) {
            Some(decimal) => {
                self.others = self.others.saturating_add(u32::from(!is_flag));
                self.see_number(decimal);
            }
            None => self.not_numbers = self.not_numbers.saturating_add(1),
        }
    }

    fn count(&mut self, cell: &str) {
        if let Some(count) = self.values.get_mut(cell) {
            *count = count.saturating_add(1);
        } else if self.values.len() < MOST_VALUES {
            self.values.insert(cell.to_owned(), 1);
        } else {
            self.has_many = true;
        }
    }

    fn see_number(&mut self, decimal: Decimal) {
        self.decimals = self.decimals.max(decimal.decimals);
        let digits = decimal.whole.unsigned_abs().checked_ilog10().map_or(1, |log| log.saturating_add(1));
        self.digits = self.digits.max(digits.saturating_sub(decimal.decimals));
        if self.filled.checked_rem(self.stride) == Some(0) {
            self.kept.push(decimal.as_number());
        }
        if self.kept.len() >= MOST_KEPT {
            let mut keep = false;
            self.kept.retain(|_| {
                keep = !keep;
                keep
            });
            self.stride = self.stride.saturating_mul(2);
        }
    }

    /// Is each of its cells either so or not so? A few words that are neither are mistakes; numbers are none: where nearly
    /// nobody spends anything, there are hardly any but 0.
    pub(super) fn is_of_flags(&self) -> bool {
        self.filled > 0 && self.others == 0 && self.not_flags.saturating_mul(50) <= self.filled
    }

    /// Are its cells numbers, but for a few mistakes?
    pub(super) fn is_of_numbers(&self) -> bool {
        self.filled > 0 && self.not_numbers.saturating_mul(50) <= self.filled
    }

    /// So many different values that it can part customers into groups.
    pub(super) fn can_part(&self) -> bool {
        !self.has_many && (2..=MOST_GROUPS).contains(&self.values.len())
    }

    /// As many decimals as its numbers have, as long as sums of their squares can be held.
    pub(super) fn unit(&self) -> u32 {
        self.decimals.min(MOST_DECIMALS).min(14_u32.saturating_sub(self.digits))
    }

    /// Where its numbers are cut into four parts of about the same size.
    pub(super) fn quarters(&self) -> Vec<f64> {
        let sorted = ranked(self.kept.clone(), |number| (whole(number * 1e6).unwrap_or(i64::MAX), 0, 0));
        let at = |part: usize| sorted.get(sorted.len().saturating_mul(part).checked_div(4)?).copied();
        let mut cuts: Vec<f64> = (1..4).filter_map(at).collect();
        // What lies above the last of them has to be somebody.
        cuts.retain(|cut| sorted.last().is_some_and(|last| cut < last));
        cuts.dedup();
        cuts
    }
}

/// Is it so or not so? As systems write it, and 1.0 and 0.0.
pub(super) fn is_so(cell: &str) -> Option<bool> {
    match cell {
        "0" | "0.0" => Some(false),
        "1" | "1.0" => Some(true),
        cell => flag(cell),
    }
}

/// Headings, folded, by what a column of that name is; the more telling stand first.
const ARM: &str = "arm variant variation testgroup experimentgroup treatmentgroup controlgroup treatment version condition \
                   bucket testcell abgroup abtest group segment assignment assigned exposed targeted offer promotion \
                   campaign";
const CONVERTED: &str = "converted conversion convert converts isconverted purchased purchase bought buy ordered sold sale \
                         sales subscribed signup signedup registered deposit accepted redeemed responded response success \
                         outcome target y";
const VISITED: &str = "visited visit visits click clicked clicks opened open viewed";
const WORTH: &str = "spend spent spending revenue sales amount worth value ordervalue purchaseamount purchasevalue gmv income \
                     totalspend turnover umsatz payment price donation basket";
const MONEY: [&str; 5] = ["revenue", "sales", "spend", "spent", "amount"];
const VISITS: &str = "visits visit sessions visitcount sessioncount pageviews";
const CAME_BACK: [&str; 6] = ["retention", "retained", "cameback", "comeback", "repurchas", "secondpurchase"];
const LOST: [&str; 6] = ["churn", "unsubscri", "cancel", "bounce", "refund", "complain"];
const AMOUNT: [&str; 9] =
    ["rounds", "minutes", "duration", "timespent", "timeon", "orders", "items", "quantity", "purchases"];
/// What happened to customers in the experiment is nothing that they had before.
const EXPOSURE: [&str; 6] = ["ads", "impression", "exposure", "timestamp", "datetime", "landingpage"];
const IDS: [&str; 5] = ["id", "index", "uuid", "email", "unnamed0"];

fn rank(words: &str, word: &str) -> Option<usize> {
    words.split(' ').filter(|each| !each.is_empty()).position(|each| each == word)
}

/// How tellingly a heading speaks of the arm; the less, the more.
pub(super) fn arm_rank(word: &str) -> Option<usize> {
    let plain = ["name", "label", "id"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    rank(ARM, plain)
}

/// The outcome that a heading speaks of, as far as it is one with cells of that kind.
pub(super) fn outcome(word: &str, profile: &Profile) -> Option<Field> {
    let says = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    let (flags, numbers) = (profile.is_of_flags(), profile.is_of_numbers());
    match word {
        _ if says(&CAME_BACK) && flags => Some(Field::CameBack),
        _ if rank(CONVERTED, word).is_some() && flags => Some(Field::Converted),
        _ if rank(VISITED, word).is_some() && flags => Some(Field::Visited),
        _ if says(&LOST) && flags => Some(Field::Lost),
        _ if rank(VISITS, word).is_some() && numbers => Some(Field::Visits),
        _ if (rank(WORTH, word).is_some() || says(&MONEY)) && numbers && !flags => Some(Field::Worth),
        _ if says(&AMOUNT) && numbers && !flags => Some(Field::OtherAmount),
        _ => None,
    }
}

/// What a column is that is neither the arm nor an outcome.
pub(super) fn other(word: &str, profile: &Profile) -> Option<Field> {
    let says = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    match word {
        "" => None,
        _ if profile.tells_apart() => Some(Field::Id),
        _ if says(&EXPOSURE) => None,
        _ if profile.can_part() => Some(Field::Group),
        // Numbers can be cut into parts.
        _ if profile.is_of_numbers() && profile.values.len() > 1 => Some(Field::Group),
        _ => None,
    }
}

/// The words for those who got nothing, the more telling first.
const CONTROL: [&str; 14] = [
    "control",
    "holdout",
    "heldout",
    "withheld",
    "placebo",
    "psa",
    "baseline",
    "untreated",
    "noemail",
    "nomail",
    "without",
    "none",
    "nothing",
    "original",
];

/// Which of several arms got nothing: the one that says so, else the first.
pub(super) fn control(arms: &[String]) -> Option<&String> {
    let folded: Vec<String> = arms.iter().map(|arm| super::super::heading::folded(arm)).collect();
    let said = CONTROL.iter().find_map(|word| folded.iter().position(|arm| arm.contains(word)));
    arms.get(said.unwrap_or(0))
}
