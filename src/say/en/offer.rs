//! Why promotions don't apply, in words (PROMO-5).

use super::names::counted;
use super::plan;
use super::time::moment;
use crate::judge::quote::answer::{Combination, Exactness, RunnerUp, WhyLost};
use crate::offer::refusal::{Unmet, UnmetState, WhyNot};
use crate::value::id::PromotionId;
use crate::value::money::{Currency, MinorUnits, Money};
use crate::value::zone::Now;

/// What promotions are called.
pub type PromotionNames<'a> = &'a dyn Fn(&PromotionId) -> String;

/// Why a promotion or a code does not apply.
pub fn why_not(now: &Now, names: PromotionNames<'_>, why: &WhyNot) -> String {
    match why {
        WhyNot::UnknownCode => "no promotion has this code".to_owned(),
        WhyNot::NotStarted { from } => format!("it begins {}", moment(now, *from)),
        WhyNot::Expired { until } => format!("it ended {}", moment(now, *until)),
        WhyNot::NotActive => "it is paused".to_owned(),
        WhyNot::ConditionsNotMet { unmet } => unmet.iter().map(self::unmet).collect::<Vec<_>>().join("; "),
        WhyNot::UsageLimit { limit } => format!("it could be used {} and was", times(*limit)),
        WhyNot::CustomerLimit { limit } => {
            format!("a customer can use it {}, and this one did", times(*limit))
        }
        WhyNot::BudgetExhausted { left: Some(left), .. } => {
            format!("too little of its budget is left: {left}")
        }
        WhyNot::BudgetExhausted { units: Some(units), .. } => {
            format!("too little of it is left: {}", counted(*units, "unit"))
        }
        WhyNot::BudgetExhausted { .. } => "nothing of it is left".to_owned(),
        WhyNot::BeatenBy { promotions } if promotions.is_empty() => "without it they pay less".to_owned(),
        WhyNot::BeatenBy { promotions } => {
            let better: Vec<String> = promotions.iter().map(|id| format!("“{}”", names(id))).collect();
            format!("they pay less with {}", better.join(" and "))
        }
        WhyNot::ExcludedBy { promotion } => format!("“{}” keeps it from applying", names(promotion)),
        WhyNot::NoEffect => "it would change nothing on this quote".to_owned(),
        WhyNot::CurrencyMismatch { allowed } => {
            let allowed: Vec<&str> = allowed.iter().map(|currency| currency.as_str()).collect();
            format!("it is given only in {}", allowed.join(", "))
        }
        WhyNot::CustomerUnknown => "it has to know who the customer is".to_owned(),
    }
}

fn times(limit: u32) -> String {
    match limit {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// A condition that is not met.
fn unmet(unmet: &Unmet) -> String {
    match unmet {
        Unmet::Fact { condition, state: UnmetState::Failed } => {
            format!("it needs: {}", plan::condition(condition))
        }
        Unmet::Fact { condition, state: UnmetState::Unknown } => {
            format!("nobody knows yet: {}", plan::condition(condition))
        }
        Unmet::NoLine => "no line of the quote is one that it is about".to_owned(),
        Unmet::MinimumQuantity { wanted, found } => {
            format!("it needs {}, there are {found}", counted(*wanted, "unit"))
        }
        Unmet::MinimumAmount { wanted, found } => {
            format!("it needs goods for {wanted}, there are some for {found}")
        }
        Unmet::Requirement { quantity, .. } => {
            format!(
                "what else it needs on the quote is not as it should be ({} of it)",
                counted(*quantity, "unit")
            )
        }
        Unmet::AnotherCustomer => "the code is another customer's".to_owned(),
    }
}

/// How promotions were chosen; nothing where there was nothing to choose.
pub fn combination(
    names: PromotionNames<'_>,
    combination: &Combination,
    currency: Currency,
) -> Option<String> {
    let runner_up = combination.runner_up.as_ref().map(|next| runner_up(names, next, currency));
    let candidates = combination.candidates;
    match (combination.exactness, runner_up) {
        (Exactness::Exact, None) => None,
        (Exactness::Exact, Some(next)) => Some(format!("The best there is; {next}")),
        (Exactness::Approximate, None) => {
            Some(format!("A good one; {candidates} promotions are too many to try all"))
        }
        (Exactness::Approximate, Some(next)) => {
            Some(format!("A good one; {candidates} promotions are too many to try all; {next}"))
        }
    }
}

fn runner_up(names: PromotionNames<'_>, next: &RunnerUp, currency: Currency) -> String {
    let what = match next.promotions.as_slice() {
        [] => "no promotion at all".to_owned(),
        promotions => {
            promotions.iter().map(|id| format!("“{}”", names(id))).collect::<Vec<_>>().join(" with ")
        }
    };
    let money = |by: MinorUnits| Money { minor: by.0, currency };
    match next.lost {
        WhyLost::Dearer { by } => format!("next comes {what}, for {} more", money(by)),
        WhyLost::AddsLess { by } => format!("next comes {what}, which adds {} less", money(by)),
        WhyLost::FewerThings => format!("next comes {what}, which adds less"),
        WhyLost::MoreOffers => format!("next comes {what}, for the same with more promotions"),
        WhyLost::LaterInOrder => format!("next comes {what}, for the same, later in the order of promotions"),
    }
}
