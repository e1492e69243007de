//! What is the next contact worth against the time it takes (SCORE-3)?

use super::Bench;
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::deal::qualification::Topic;
use crate::plan::pipeline::Stage;
use crate::value::money::Money;
use serde::Serialize;

choice! {
    /// How the worth of a sale is known.
    pub enum WorthBasis {
        /// Somebody estimated the deal.
        Deal = "deal",
        /// The customer named a budget.
        Budget = "budget",
        /// Nobody knows better than the plan's typical sale.
        Typical = "typical",
    }
}

/// What a sale is worth, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Worth {
    /// The amount, in the plan's currency.
    pub amount: Money,
    /// How it is known.
    pub basis: WorthBasis,
}

/// What a sale to a party, or a deal, is worth. Amounts in another currency than the plan's are not guessed at.
pub fn worth(bench: &Bench<'_>, party: Option<&Party>, deal: Option<&Deal>) -> Worth {
    let comparable = |amount: &Money| amount.currency == bench.plan.currency && amount.minor > 0;
    let of_deal = deal.and_then(|deal| deal.worth).filter(comparable);
    let budget = party.and_then(|party| party.answers.get(&Topic::Budget)?.amount).filter(comparable);
    match (of_deal, budget) {
        (Some(amount), _) => Worth { amount, basis: WorthBasis::Deal },
        (None, Some(amount)) => Worth { amount, basis: WorthBasis::Budget },
        (None, None) => Worth { amount: bench.plan.typical_worth(), basis: WorthBasis::Typical },
    }
}

/// How likely a sale is, in percent: the stage's chance, raised or lowered by up to a half with the score. A score
/// of 50 leaves it as it is; it is never below 1 nor above 95, since nothing is certain.
///
/// ```
/// # use nextsale::{judge::worth::chance_percent, plan::{built_in, pipeline::PipelineKind}};
/// # let plan = built_in::standard().unwrap();
/// let proposing = plan.pipeline(PipelineKind::Deal).unwrap().stages[1].clone();
/// assert_eq!(proposing.chance_percent, 50);
/// assert_eq!(chance_percent(Some(&proposing), 50), 50);
/// assert_eq!(chance_percent(Some(&proposing), 90), 70);
/// ```
pub fn chance_percent(stage: Option<&Stage>, points: u8) -> u8 {
    let chance = stage.map_or(1, |stage| u32::from(stage.chance_percent));
    let moved = chance.saturating_mul(u32::from(points).saturating_add(50)).checked_div(100).unwrap_or(0);
    u8::try_from(moved.clamp(1, 95)).unwrap_or(1)
}

/// What an hour spent so is worth: worth · chance · lift · 60 / minutes, cut to whole minor units.
///
/// ```
/// use nextsale::judge::worth::per_hour;
/// use nextsale::value::money::{Currency, Money};
/// let worth = Money::new(200_000, Currency::parse("EUR").unwrap()).unwrap();
/// assert_eq!(per_hour(worth, 10, 100, 20).minor, 60_000);
/// ```
pub fn per_hour(worth: Money, chance_percent: u8, lift_percent: u16, minutes: u16) -> Money {
    let product = i128::from(worth.minor)
        .saturating_mul(i128::from(chance_percent))
        .saturating_mul(i128::from(lift_percent))
        .saturating_mul(60);
    let hourly = product.checked_div(i128::from(minutes.max(1)).saturating_mul(10_000)).unwrap_or(0);
    const MOST: i128 = 9_007_199_254_740_991;
    let minor = i64::try_from(hourly.clamp(-MOST, MOST)).unwrap_or(0);
    Money { minor, currency: worth.currency }
}
