//! What did a promotion do? Those who were offered it and those from whom it was withheld, as an experiment (PROMO-6).

use super::Bench;
use crate::book::Book;
use crate::book::deal::Deal;
use crate::book::offering::Offering;
use crate::book::party::{Party, Signal};
use crate::deal::signal::SignalKind;
use crate::journal::fact::OfferedGroup;
use crate::measure::experiment::{
    Arm, Assignment, Cell, Experiment, ExperimentOutcome, Group, Grouping, OutcomeKind, Tally,
};
use crate::measure::sample::Whole;
use crate::offer::ledger::{Sale, SaleStanding};
use crate::value::attribute::Attribute;
use crate::value::id::{DealId, PartyId, PromotionId, QuoteId};
use crate::value::money::Money;
use crate::value::number::plain;
use crate::value::text::Line;
use std::collections::{BTreeMap, BTreeSet};

/// A field that parts customers into more groups than this says little of any of them.
const MOST_GROUPS: usize = 12;

/// A promotion as an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// What became of those who were offered it and of those who were not.
    pub experiment: Experiment,
    /// What it took off what those bought who were offered it. What they spent is already without it.
    pub taken_off: Money,
    /// Purchases since then of which the worth is not known, or not in the currency of the plan. They count as bought, and
    /// not as worth.
    pub without_worth: u32,
}

/// What one party did since it was decided whether they get it.
#[derive(Clone, Copy)]
struct Since {
    arm: usize,
    purchases: i128,
    visits: i128,
    worth: i128,
    without_worth: u32,
    taken_off: i64,
    cost: i64,
}

/// What became of those who were offered a promotion, and of those from whom it was withheld. Nothing if that was never
/// told of anybody.
pub fn trial(bench: &Bench<'_>, promotion: &PromotionId) -> Option<Trial> {
    let offered = bench.book.offered_of(promotion)?;
    let known = |(id, offering)| Some((bench.book.party(id)?, offering));
    let parties: Vec<(&Party, &Offering)> = offered.iter().filter_map(known).collect();
    let sales = sales(bench.book);
    let since: Vec<Since> =
        parties.iter().map(|(party, offering)| since(bench, party, offering, &sales, promotion)).collect();
    let sum =
        |amount: fn(&Since) -> i64| since.iter().fold(0_i64, |sum, each| sum.saturating_add(amount(each)));
    let money = |minor: i64| Money { minor, currency: bench.plan.currency };
    let cost = Some(sum(|each| each.cost)).filter(|cost| *cost != 0).map(money);
    let chosen = parties.iter().any(|(_, offering)| offering.assigned == Assignment::Chosen);
    let arms = ["offered", "withheld"].iter().enumerate().filter_map(|(index, name)| {
        let (customers, tallies) = sums(since.iter().filter(|since| since.arm == index));
        let cost = if index == 0 { cost } else { None };
        Some(Arm { name: Line::parse(name)?, customers, tallies, share: None, cost })
    });
    Some(Trial {
        taken_off: money(sum(|each| each.taken_off)),
        experiment: Experiment {
            assigned: Some(if chosen { Assignment::Chosen } else { Assignment::AtRandom }),
            control: Line::parse("withheld")?,
            outcomes: outcomes(bench),
            arms: arms.collect(),
            groupings: groupings(&parties, &since),
        },
        without_worth: since.iter().fold(0, |sum, since| sum.saturating_add(since.without_worth)),
    })
}

/// Accepted quotes that still stand, by customer.
fn sales(book: &Book) -> BTreeMap<&PartyId, Vec<(&QuoteId, &Sale)>> {
    let mut sales: BTreeMap<&PartyId, Vec<(&QuoteId, &Sale)>> = BTreeMap::new();
    for (quote, sale) in book.ledger().sales().filter(|(_, sale)| sale.standing == SaleStanding::Accepted) {
        if let Some(party) = &sale.party {
            sales.entry(book.kept(party)).or_default().push((quote, sale));
        }
    }
    sales
}

fn outcomes(bench: &Bench<'_>) -> Vec<ExperimentOutcome> {
    use OutcomeKind::{CameBack, Converted, Visits, Worth};
    let currency = bench.plan.currency;
    let of = |kind: OutcomeKind| {
        let worth = kind == Worth;
        Some(ExperimentOutcome {
            name: Line::parse(kind.as_str())?,
            kind,
            currency: worth.then_some(currency),
            decimals: worth.then(|| u8::try_from(currency.exponent()).unwrap_or(0)),
            wanted: None,
        })
    };
    [Converted, CameBack, Worth, Visits].into_iter().filter_map(of).collect()
}

fn since(
    bench: &Bench<'_>,
    party: &Party,
    offering: &Offering,
    sales: &BTreeMap<&PartyId, Vec<(&QuoteId, &Sale)>>,
    promotion: &PromotionId,
) -> Since {
    let seen = |signal: &&Signal| signal.kind == SignalKind::Visited && signal.at >= offering.at;
    let visits = party.signals.iter().filter(seen).count();
    let mut since = Since {
        arm: usize::from(offering.group == OfferedGroup::Withheld),
        purchases: 0,
        visits: i128::try_from(visits).unwrap_or(0),
        worth: 0,
        without_worth: 0,
        taken_off: 0,
        cost: 0,
    };
    let sales = sales.get(&party.id).into_iter().flatten();
    let mut quoted: BTreeSet<&DealId> = BTreeSet::new();
    for (quote, sale) in sales {
        // A deal with accepted quotes was bought by these, each on its own.
        quoted.extend(bench.book.deal_of_quote(quote).map(|deal| &deal.id));
        if sale.at >= offering.at {
            since.bought(bench, Some(Money { minor: sale.paid(), currency: sale.reservation.currency }));
            since.used(bench, sale, promotion);
        }
    }
    let won = |deal: &&Deal| deal.won_at().is_some_and(|at| at >= offering.at) && !quoted.contains(&deal.id);
    for deal in bench.book.deals_of(party).filter(won) {
        since.bought(bench, deal.worth);
    }
    since
}

impl Since {
    fn bought(&mut self, bench: &Bench<'_>, worth: Option<Money>) {
        self.purchases = self.purchases.saturating_add(1);
        match worth.filter(|worth| worth.currency == bench.plan.currency) {
            Some(worth) => self.worth = self.worth.saturating_add(worth.minor.into()),
            None => self.without_worth = self.without_worth.saturating_add(1),
        }
    }

    /// What the promotion took off, and what the goods and services cost us that it gave.
    fn used(&mut self, bench: &Bench<'_>, sale: &Sale, promotion: &PromotionId) {
        let in_currency = sale.reservation.currency == bench.plan.currency;
        let uses = sale.reservation.uses.iter().filter(|each| in_currency && each.promotion == *promotion);
        for each in uses {
            self.taken_off = self.taken_off.saturating_add(each.amount.0);
            for cost in each.gives.iter().filter_map(|given| given.cost) {
                self.cost = self.cost.saturating_add(cost.0);
            }
        }
    }
}

/// How many there are, and their sums in the order of the outcomes.
fn sums<'s>(all: impl Iterator<Item = &'s Since>) -> (u32, Vec<Tally>) {
    let (mut customers, mut sums) = (0_u32, [(0_i128, 0_i128); 4]);
    for since in all {
        customers = customers.saturating_add(1);
        let came_back = i128::from(since.purchases > 1);
        let numbers = [since.purchases.min(1), came_back, since.worth, since.visits];
        for ((sum, squares), number) in sums.iter_mut().zip(numbers) {
            *sum = sum.saturating_add(number);
            *squares = squares.saturating_add(number.saturating_mul(number));
        }
    }
    let tally = |(sum, squares): &(i128, i128)| Tally { sum: Whole(*sum), squares: Some(Whole(*squares)) };
    (customers, sums.iter().map(tally).collect())
}

/// What customers had before it was decided: what they are, how they were found, whether they had bought, and their own
/// custom fields.
fn groupings(parties: &[(&Party, &Offering)], since: &[Since]) -> Vec<Grouping> {
    let mut found: BTreeMap<Line, BTreeMap<Line, Vec<Since>>> = BTreeMap::new();
    for ((party, offering), since) in parties.iter().zip(since) {
        for (by, group) in traits(party, offering) {
            if let Some((by, group)) = Line::squeezed(&by).zip(Line::squeezed(&group)) {
                found.entry(by).or_default().entry(group).or_default().push(*since);
            }
        }
    }
    let grouping = |(by, groups): (Line, BTreeMap<Line, Vec<Since>>)| {
        let groups = groups.into_iter().map(|(name, all)| {
            let cell = |arm: usize| {
                let (customers, tallies) = sums(all.iter().filter(|since| since.arm == arm));
                Cell { customers, tallies }
            };
            Group { name, cells: vec![cell(0), cell(1)] }
        });
        Grouping { by, groups: groups.collect() }
    };
    let telling =
        |(_, groups): &(Line, BTreeMap<Line, Vec<Since>>)| (2..=MOST_GROUPS).contains(&groups.len());
    found.into_iter().filter(telling).map(grouping).collect()
}

fn traits(party: &Party, offering: &Offering) -> Vec<(String, String)> {
    let bought = party.customer_since.is_some_and(|at| at < offering.at);
    let business = if bought { "existing" } else { "new" };
    let mut traits = vec![
        ("kind".to_owned(), party.kind.as_str().to_owned()),
        ("business".to_owned(), business.to_owned()),
    ];
    if let Some(source) = &party.source {
        traits.push(("source".to_owned(), source.method.as_str().to_owned()));
    }
    let taken: BTreeSet<&str> = ["kind", "business", "source"].into();
    for (name, attribute) in party.attributes.iter().filter(|(name, _)| !taken.contains(name.as_str())) {
        let group = match attribute {
            Attribute::Flag(flag) => flag.to_string(),
            Attribute::Number(number) => plain(*number),
            Attribute::Text(text) => text.to_string(),
            // Hardly two customers have a day in common.
            Attribute::Date(_) => continue,
        };
        traits.push((name.to_string(), group));
    }
    traits
}

/// Parties of whom it was told whether they get a promotion: how many do, and how many don't.
pub fn counted(offered: &BTreeMap<PartyId, Offering>) -> (usize, usize) {
    let withheld = offered.values().filter(|offering| offering.group == OfferedGroup::Withheld).count();
    (offered.len().saturating_sub(withheld), withheld)
}
