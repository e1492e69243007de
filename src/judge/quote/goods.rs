//! The lines of a quote while promotions take off them.

use super::rounding::Manner;
use crate::offer::request::{QuoteLine, QuoteRequest};
use crate::plan::quotes::QuoteRules;
use crate::value::money::Currency;
use crate::value::number::index;
use crate::value::order::ranked;

/// What does not change while a quote is counted. The delivery charge is one more spot after the lines.
pub(super) struct Goods<'a> {
    pub(super) lines: &'a [QuoteLine],
    pub(super) currency: Currency,
    pub(super) manner: Manner,
    pub(super) spots: Vec<Spot>,
}

/// A line, or the delivery charge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// How many units.
    pub(super) quantity: i64,
    /// What it costs on the list.
    pub(super) list: i64,
    /// What it costs at least.
    pub(super) least: i64,
    /// Where it stands among the line ids. Who lists the lines in another order gets the same totals.
    pub(super) rank: i64,
}

/// How far a line has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Now {
    /// What it costs.
    pub(super) price: i64,
    /// Has a promotion reduced it?
    pub(super) reduced: bool,
    /// The promotion that keeps it for itself.
    pub(super) kept_by: Option<usize>,
}

/// How far the quote has come: what was taken off, and which promotions may still apply.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) now: Vec<Now>,
    /// The promotion after which nothing applies.
    pub(super) stopped_by: Option<usize>,
    /// The promotion of each group that holds.
    pub(super) groups: Vec<Option<usize>>,
}

impl Clone for State {
    fn clone(&self) -> State {
        State { now: self.now.clone(), stopped_by: self.stopped_by, groups: self.groups.clone() }
    }

    fn clone_from(&mut self, other: &State) {
        self.now.clone_from(&other.now);
        self.groups.clone_from(&other.groups);
        self.stopped_by = other.stopped_by;
    }
}

impl<'a> Goods<'a> {
    pub(super) fn of(request: &'a QuoteRequest, rules: &QuoteRules) -> Goods<'a> {
        let delivery = request.delivery.map_or(0, |delivery| delivery.0);
        let mut spots: Vec<Spot> = request.lines.iter().map(Spot::of).collect();
        spots.push(Spot { quantity: 1, list: delivery, least: 0, rank: i64::MAX });
        let mut goods =
            Goods { lines: &request.lines, currency: request.currency, manner: Manner::of(rules), spots };
        goods.rank_by_id();
        goods
    }

    fn rank_by_id(&mut self) {
        let mut ids: Vec<(&str, usize)> = self.lines.iter().map(|line| line.line.as_str()).zip(0..).collect();
        ids.sort_unstable();
        for (rank, (_, spot)) in ids.iter().enumerate() {
            if let Some(spot) = self.spots.get_mut(*spot) {
                spot.rank = index(rank);
            }
        }
    }

    /// The spot of the delivery charge.
    pub(super) fn delivery(&self) -> usize {
        self.lines.len()
    }

    /// How many units some lines have.
    pub(super) fn quantity(&self, spots: &[usize]) -> i64 {
        let quantities = spots.iter().filter_map(|spot| self.spots.get(*spot)).map(|spot| spot.quantity);
        quantities.fold(0, i64::saturating_add)
    }

    /// The quote before any promotion.
    pub(super) fn start(&self, groups: usize) -> State {
        let now = |spot: &Spot| Now { price: spot.list, reduced: false, kept_by: None };
        State { now: self.spots.iter().map(now).collect(), stopped_by: None, groups: vec![None; groups] }
    }
}

impl Spot {
    fn of(line: &QuoteLine) -> Spot {
        Spot { quantity: line.quantity.into(), list: line.list_total(), least: line.least_total(), rank: 0 }
    }
}

impl State {
    pub(super) fn price(&self, spot: usize) -> i64 {
        self.now.get(spot).map_or(0, |now| now.price)
    }

    /// What all of it costs.
    pub(super) fn total(&self) -> i64 {
        self.now.iter().fold(0, |sum, now| sum.saturating_add(now.price))
    }
}

/// What so many units of a line cost after `each` is asked for the price of one. A line's price that its units can't
/// share evenly makes some of them dearer by one minor unit.
pub(super) fn sum_of_units(
    price: i64,
    quantity: i64,
    count: i64,
    cheapest_first: bool,
    each: impl Fn(i64) -> i64,
) -> i64 {
    let unit = price.checked_div(quantity).unwrap_or(0);
    let dearer = price.checked_rem(quantity).unwrap_or(0);
    let cheaper = quantity.saturating_sub(dearer);
    let first = count.min(if cheapest_first { cheaper } else { dearer });
    let second = count.saturating_sub(first);
    let (cheap, dear) = if cheapest_first { (first, second) } else { (second, first) };
    let of = |count: i64, unit: i64| if count == 0 { 0 } else { each(unit).saturating_mul(count) };
    of(cheap, unit).saturating_add(of(dear, unit.saturating_add(1)))
}

/// Spots in the order of their unit prices.
pub(super) fn by_unit_price(
    goods: &Goods<'_>,
    state: &State,
    spots: &[usize],
    cheapest_first: bool,
) -> Vec<usize> {
    ranked(spots.to_vec(), |spot| {
        let (quantity, rank) = goods.spots.get(*spot).map_or((1, 0), |spot| (spot.quantity, spot.rank));
        let unit = state.price(*spot).checked_div(quantity).unwrap_or(0);
        (if cheapest_first { unit } else { unit.saturating_neg() }, rank, 0)
    })
}
