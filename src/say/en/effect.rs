//! What experiments and promotions showed, in words.

use super::names;
use crate::measure::comparable::Doubt;
use crate::measure::contrast::{Contrast, EnoughRule, Shortage, Verdict};
use crate::measure::effect::{Gain, GroupContrast, ThanOthers};
use crate::measure::experiment::{ExperimentOutcome, Flaw};
use crate::measure::interval::Interval;
use crate::value::money::Money;
use crate::value::number::whole;

/// What is wrong with the numbers of an experiment.
pub fn flaw(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::NoSuchArm => "no arm has this name",
        Flaw::TooFew => "too few: there must be at least one outcome, and two arms",
        Flaw::SameName => "another one has the same name",
        Flaw::NoCurrency => "a worth needs its currency",
        Flaw::TooManyDecimals => "allowed are 0 to 9 decimals",
        Flaw::NotAsMany => "there must be one for each outcome, and a cell for each arm, in their order",
        Flaw::NotAPart => "it can be so of no more customers than there are, and of no less than none",
        Flaw::ImpossibleSums => "no whole numbers of so many customers have this sum and this sum of squares",
        Flaw::MoreThanAll => "the groups have more customers than the arm",
        Flaw::OtherCurrency => "the cost must be in the currency of the worth",
    }
}

/// What an outcome is called: by those who measured it, or in words where the name is only ours.
fn called(outcome: &ExperimentOutcome) -> String {
    match outcome.name.as_str() {
        "converted" => "Bought".to_owned(),
        "cameBack" => "Came back".to_owned(),
        "worth" => "Worth".to_owned(),
        "visits" => "Visits".to_owned(),
        theirs => theirs.to_owned(),
    }
}

/// One outcome with something and without.
pub fn contrast(outcome: &ExperimentOutcome, contrast: &Contrast) -> String {
    let number = |value: f64| number(outcome, value);
    let (with, without) = (number(contrast.with.value), number(contrast.without.value));
    let seen = format!("{}: {with} with it, {without} without", called(outcome));
    let difference = contrast.interval.map(|interval| {
        format!("; the difference is {} ({})", step(outcome, contrast.difference), between(outcome, interval))
    });
    let verdict = match contrast.shortage {
        Some(shortage) => self::shortage(shortage),
        None => verdict(contrast.verdict).to_owned(),
    };
    format!("{seen}{}. {verdict}", difference.unwrap_or_default())
}

/// What can be said of a difference.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Works => "It works.",
        Verdict::Harms => "It does harm.",
        Verdict::GoesWithBetter => "It goes with something better; whether it is the reason can't be said.",
        Verdict::GoesWithWorse => "It goes with something worse; whether it is the reason can't be said.",
        Verdict::NoDifferenceSeen => {
            "No difference is seen: there may be none, or one too small for these data."
        }
        Verdict::NotEnoughData => "There are not enough data to say anything.",
    }
}

/// What there is not enough of.
fn shortage(shortage: Shortage) -> String {
    let Shortage { rule, have, need } = shortage;
    let of = match rule {
        EnoughRule::Events => "customers of whom it is so, or of whom it is not, in the smaller arm",
        EnoughRule::Effective => {
            "customers in the smaller arm, counted as if all did the same; a few who do much count for few"
        }
    };
    format!("Not enough data: {have} of {need} {of}.")
}

/// Why a difference can't be laid to what they got.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::AssignmentUnknown => "Nobody said that chance alone decided who gets it".to_owned(),
        Doubt::Chosen => "It was chosen who gets it, so that those who did may be others".to_owned(),
        Doubt::Sizes { chance } => format!(
            "The arms are not as large as planned ({} by chance): some customers were lost on the way",
            likelihood(*chance)
        ),
        Doubt::Unbalanced { by, chance } => {
            format!("The arms are not alike in {by} ({} by chance)", likelihood(*chance))
        }
    }
}

/// Whether a difference can be laid to what they got.
pub fn comparability(doubts: usize, checks: usize) -> &'static str {
    match doubts {
        0 if checks == 0 => {
            "Chance decided who gets it, as was said: a difference is its doing. Nothing is there to check it by."
        }
        0 => {
            "Chance decided who gets it, and nothing shows that the arms are not alike: a difference is its doing."
        }
        _ => "A difference goes with it; that it is its doing can't be said.",
    }
}

/// How many looks were corrected together.
pub fn correction(looks: u32, groups: u32) -> String {
    let of_groups = match groups {
        0 => " are".to_owned(),
        groups => format!(", and {} at groups of them, are each", names::counted(groups, "look")),
    };
    format!(
        "{} at all customers{of_groups} corrected together (Holm), so that without any difference at most 5 of 100 such \
         experiments show one.",
        names::counted(looks, "look"),
    )
}

/// A group that is worth having it.
pub fn target(by: &str, group: &str, outcome: &ExperimentOutcome, found: &GroupContrast) -> String {
    let contrast = &found.contrast;
    let difference = step(outcome, contrast.difference);
    let than = match found.than_others {
        Some(ThanOthers::Better) => ", more than among the others",
        Some(ThanOthers::Worse) => ", less than among the others",
        Some(ThanOthers::NotShown) => "; whether it is more than among the others, the data don't say",
        None => "",
    };
    format!("{by} {group}: {} {difference}{than}", called(outcome))
}

/// What an arm brought in money.
pub fn gain(gain: &Gain) -> String {
    let brought = format!("Brought {} ({} to {})", gain.brought, gain.brought_low, gain.brought_high);
    match (gain.cost, gain.net, gain.net_low, gain.net_high) {
        (Some(cost), Some(net), Some(low), Some(high)) => {
            format!("{brought}, cost {cost}: {net} are left ({low} to {high})")
        }
        _ => brought,
    }
}

/// An experiment in one line.
pub fn experiment(arms: usize, customers: u64) -> String {
    let customers = i64::try_from(customers).unwrap_or(i64::MAX);
    format!("{arms} arms, {}", names::counted(customers, "customer"))
}

/// Who was offered a promotion, in one line.
pub fn offered(offered: usize, withheld: usize) -> String {
    format!("offered to {offered}, withheld from {withheld}")
}

/// What a promotion took off.
pub fn taken_off(money: Money) -> Option<String> {
    (money.minor != 0)
        .then(|| format!("It took {money} off what they bought; what they spent is already without that"))
}

/// Purchases whose worth does not count.
pub fn without_worth(purchases: u32) -> Option<String> {
    let plural = if purchases == 1 { "has" } else { "have" };
    (purchases > 0).then(|| {
        format!(
            "{} since then {plural} no worth in the currency of the plan, and count only as bought",
            names::counted(purchases, "purchase")
        )
    })
}

fn number(outcome: &ExperimentOutcome, value: f64) -> String {
    match outcome.currency {
        _ if outcome.kind.is_rate() => format!("{} %", fixed(value * 100.0, 2)),
        Some(currency) => format!("{} {currency}", fixed(value, 2)),
        None => fixed(value, 2),
    }
}

fn step(outcome: &ExperimentOutcome, value: f64) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    match outcome.kind.is_rate() {
        true => format!("{sign}{} percentage points", fixed(value * 100.0, 2)),
        false => format!("{sign}{}", number(outcome, value)),
    }
}

fn between(outcome: &ExperimentOutcome, interval: Interval) -> String {
    let scale = if outcome.kind.is_rate() { 100.0 } else { 1.0 };
    format!("{} to {}", fixed(interval.low * scale, 2), fixed(interval.high * scale, 2))
}

/// A chance as one of so many.
fn likelihood(chance: f64) -> String {
    match chance {
        ..1e-6 => "less than one in a million".to_owned(),
        chance => format!("one in {}", whole(1.0 / chance).unwrap_or(i64::MAX)),
    }
}

/// A number with so many decimals.
fn fixed(number: f64, decimals: usize) -> String {
    let scaled = whole(number * libm::pow(10.0, f64::from(u32::try_from(decimals).unwrap_or(0))));
    let Some(scaled) = scaled else { return crate::value::number::plain(number) };
    let digits = format!("{:0>width$}", scaled.unsigned_abs(), width = decimals.saturating_add(1));
    let at = digits.len().saturating_sub(decimals);
    let (front, back) = digits.split_at_checked(at).unwrap_or((&digits, ""));
    let sign = if scaled < 0 { "-" } else { "" };
    format!("{sign}{front}.{back}")
}
