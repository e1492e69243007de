//! What is missing for a condition to be true, with what is enough instead of what (PLAN-4).

use super::truth::{Facts, Leaf, Truth, Wanted, truth};
use crate::plan::condition::Condition;

/// What is missing: all of it, or one of several ways.
#[derive(Debug, Clone, PartialEq)]
pub enum Missing {
    /// One comparison that does not come out as it should.
    Leaf(Leaf),
    /// All of these.
    All(Vec<Missing>),
    /// One of these is enough.
    Any(Vec<Missing>),
}

impl Missing {
    /// Each thing that is missing for itself: none of them is enough without the others.
    fn parts(self) -> Vec<Missing> {
        match self {
            Missing::All(all) => all.into_iter().flat_map(Missing::parts).collect(),
            one => vec![one],
        }
    }

    fn of(condition: &Condition, facts: &dyn Facts, wanted: Wanted) -> Option<Missing> {
        let is_there = match wanted {
            Wanted::Holding => Truth::True,
            Wanted::NotHolding => Truth::False,
        };
        if truth(condition, facts) == is_there {
            return None;
        }
        let within = |conditions: &[Condition]| -> Vec<Missing> {
            conditions.iter().filter_map(|each| Missing::of(each, facts, wanted)).collect()
        };
        let leaf = |asked, comparison| Missing::Leaf(Leaf::of(asked, comparison, wanted, facts));
        Some(match (condition, wanted) {
            (Condition::Always, _) => Missing::Any(Vec::new()),
            (Condition::All(all), Wanted::Holding) | (Condition::Any(all), Wanted::NotHolding) => {
                Missing::All(within(all))
            }
            (Condition::Any(any), Wanted::Holding) | (Condition::All(any), Wanted::NotHolding) => {
                one_of(within(any))
            }
            (Condition::Not(condition), wanted) => return Missing::of(condition, facts, wanted.other()),
            (Condition::Known(asked), _) => leaf(asked, None),
            (Condition::Compare(asked, comparison), _) => leaf(asked, Some(comparison)),
        })
    }
}

fn one_of(mut ways: Vec<Missing>) -> Missing {
    match (ways.pop(), ways.is_empty()) {
        (Some(only), true) => only,
        (last, _) => Missing::Any(ways.into_iter().chain(last).collect()),
    }
}

/// What is missing for a condition to be true. Each of these has to come, and nothing is missing if it is true.
///
/// ```
/// use nextsale::judge::{missing::{Missing, missing}, situation::FactValue, truth::Facts};
/// use nextsale::{plan::condition::{Asked, Condition}, value::document::read};
///
/// struct NobodyKnows;
/// impl Facts for NobodyKnows {
///     fn value(&self, _: &Asked) -> Option<FactValue> { None }
/// }
///
/// let either = r#"{ "any": [{ "fact": "need", "is": "yes" }, { "fact": "budget", "is": "yes" }] }"#;
/// let missing = missing(&read::<Condition>(either).unwrap(), &NobodyKnows);
/// assert!(matches!(missing.as_slice(), [Missing::Any(ways)] if ways.len() == 2));
/// ```
pub fn missing(condition: &Condition, facts: &dyn Facts) -> Vec<Missing> {
    Missing::of(condition, facts, Wanted::Holding).map(Missing::parts).unwrap_or_default()
}
