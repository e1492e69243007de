//! What a promotion takes off when it is its turn, and what it gives.

use super::candidate::{Candidate, Doing};
use super::goods::{Goods, State};
use super::spread::{Part, spread};
use crate::offer::selector::AlreadyReduced;
use crate::offer::terms::Exclusive;
use crate::value::number::index;
use crate::value::order::Rank;

/// Who gets an odd minor unit where several have the same claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ties {
    /// The line with the smaller id: later promotions see the lines, and totals must not depend on their order.
    SmallerId,
    /// The earliest line.
    Earliest,
}

/// Is it needed what each line gets?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Yes.
    Lines,
    /// The total is enough.
    Total,
}

/// What a promotion takes off and gives; with room to work, which is used again.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// What each line gets, and how many units of it.
    pub(super) parts: Vec<Part>,
    pub(super) units: Vec<i64>,
    /// What is taken off in all.
    pub(super) total: i64,
    /// What is given beside the lines: how many things, worth how much.
    pub(super) things: i64,
    pub(super) worth: i64,
    /// Why nothing is given, where it is for want of money or units left.
    pub(super) short: bool,
    order: Vec<(Rank, usize)>,
}

impl Work {
    /// Is anything taken off or given?
    pub(super) fn is_anything(&self) -> bool {
        self.total > 0 || self.things > 0 || self.worth > 0
    }

    /// Works out what a promotion takes off and gives.
    pub(super) fn apply(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        ties: Ties,
        detail: Detail,
    ) {
        // What a cap cuts off a line depends on how odd units are spread, and no total may depend on the order of lines.
        let is_cut = candidate.caps.line.is_some() || candidate.caps.unit.is_some();
        let ties = if is_cut { Ties::SmallerId } else { ties };
        self.parts.clear();
        self.units.clear();
        (self.total, self.things, self.worth, self.short) = (0, 0, 0, false);
        if candidate.least_now.is_some_and(|least| sum_now(goods, candidate, state) < least) {
            return;
        }
        match &candidate.doing {
            Doing::Reduce { take, level, target } => {
                self.reduce(goods, candidate, state, (*take, level, *target), ties, detail);
            }
            Doing::BuyGet(sets) => self.buy_get(goods, candidate, state, sets, ties),
            Doing::FreeItem { quantity, spots, value } => {
                self.free_item(goods, candidate, state, (*quantity, spots, *value), ties);
            }
            Doing::Give { things, worth } => {
                let most = things_left(candidate, *things);
                self.things = if most < *things && candidate.refuses_when_short { 0 } else { most };
                self.short = self.things == 0;
                self.worth =
                    if *things == most { *worth } else { super::rounding::mul_div(*worth, most, *things).0 };
            }
            Doing::Upgrade { most, worth } => {
                let units = goods.quantity(&candidate.spots);
                self.things = things_left(candidate, most.map_or(units, |most| most.min(units)));
                self.worth = worth.saturating_mul(self.things);
            }
            Doing::Credit { take, level } => self.credit(goods, candidate, state, (*take, *level), ties),
        }
    }

    /// Lets those lines take part that it may reduce.
    pub(super) fn take_part(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        spots: &[usize],
        ties: Ties,
    ) {
        for spot in spots.iter().copied().filter(|spot| may_touch(candidate, state, *spot)) {
            let Some(each) = goods.spots.get(spot) else { continue };
            let room = state.price(spot).saturating_sub(each.least).max(0);
            self.parts.push(Part { spot, weight: 0, room, rank: rank(goods, spot, ties), share: 0 });
        }
    }

    pub(super) fn all_units(&mut self, goods: &Goods<'_>) {
        self.units.clear();
        let units = self.parts.iter().map(|part| goods.spots.get(part.spot).map_or(0, |spot| spot.quantity));
        self.units.extend(units);
    }

    /// Cuts off what is above the caps of a unit and of a line. It goes to no other line.
    pub(super) fn within_caps(&mut self, goods: &Goods<'_>, candidate: &Candidate<'_>) {
        let caps = candidate.caps;
        if caps.unit.is_none() && caps.line.is_none() {
            return;
        }
        for (part, units) in self.parts.iter_mut().zip(&self.units) {
            let quantity = goods.spots.get(part.spot).map_or(1, |spot| spot.quantity);
            let unit = caps.unit.map_or(i64::MAX, |unit| unit.saturating_mul((*units).min(quantity)));
            part.share = part.share.min(unit).min(caps.line.unwrap_or(i64::MAX));
        }
    }

    /// Gives no more than the cap of the quote, and what the budget and the units that are left allow.
    pub(super) fn within_limits(&mut self, goods: &Goods<'_>, candidate: &Candidate<'_>) {
        self.add_up();
        let reduced = self.parts.iter().zip(&self.units).filter(|(part, _)| part.share > 0);
        let units = reduced.fold(0_i64, |sum, (_, units)| sum.saturating_add(*units));
        let wanted = self.total.min(candidate.caps.quote.unwrap_or(i64::MAX));
        let given = wanted.min(candidate.room.money.unwrap_or(i64::MAX));
        let no_units = candidate.room.units.is_some_and(|left| left < units);
        if (given < wanted && candidate.refuses_when_short) || no_units {
            self.short = true;
            self.parts.clear();
        } else if given < self.total {
            for part in &mut self.parts {
                part.weight = if part.weight > 0 { part.weight } else { part.share };
                part.room = part.share;
            }
            self.spread_over_parts(goods, given);
        }
        self.add_up();
    }

    /// Spreads an amount over those that take part, by their weights.
    pub(super) fn spread_over_parts(&mut self, goods: &Goods<'_>, amount: i64) {
        spread(amount, &mut self.parts, goods.manner.remainder, &mut self.order);
    }

    pub(super) fn add_up(&mut self) {
        self.total = self.parts.iter().fold(0, |sum, part| sum.saturating_add(part.share));
    }

    /// Takes it off the lines.
    pub(super) fn take_off(&self, candidate: &Candidate<'_>, number: usize, state: &mut State) {
        if candidate.exclusive == Exclusive::SameLines && candidate.changes_prices() {
            let theirs: Vec<usize> =
                candidate.footprint().filter(|spot| may_touch(candidate, state, *spot)).collect();
            for spot in theirs {
                if let Some(now) = state.now.get_mut(spot) {
                    now.kept_by = Some(number);
                }
            }
        }
        if !matches!(candidate.doing, Doing::Credit { .. }) {
            for part in self.parts.iter().filter(|part| part.share > 0) {
                if let Some(now) = state.now.get_mut(part.spot) {
                    now.price = now.price.saturating_sub(part.share);
                    now.reduced = true;
                }
            }
        }
        if let Some(group) = candidate.group.and_then(|group| state.groups.get_mut(group)) {
            *group = Some(number);
        }
        if matches!(candidate.exclusive, Exclusive::LaterOnes | Exclusive::WholeQuote) {
            state.stopped_by = Some(number);
        }
    }
}

/// How many things are given, where only so many are left.
fn things_left(candidate: &Candidate<'_>, things: i64) -> i64 {
    let most = candidate.caps.units.into_iter().chain(candidate.room.units).min();
    most.map_or(things, |most| most.min(things))
}

pub(super) fn rank(goods: &Goods<'_>, spot: usize, ties: Ties) -> i64 {
    match ties {
        Ties::SmallerId => goods.spots.get(spot).map_or(0, |spot| spot.rank),
        Ties::Earliest => index(spot),
    }
}

fn sum_now(goods: &Goods<'_>, candidate: &Candidate<'_>, state: &State) -> i64 {
    let about = super::candidate::selected(goods, candidate.terms.lines.as_ref());
    about.iter().fold(0, |sum, spot| sum.saturating_add(state.price(*spot)))
}

/// May it reduce a line?
pub(super) fn may_touch(candidate: &Candidate<'_>, state: &State, spot: usize) -> bool {
    let Some(now) = state.now.get(spot) else { return false };
    let alone = candidate.exclusive == Exclusive::SameLines;
    let reduced = match candidate.terms.lines.as_ref().and_then(|lines| lines.already_reduced) {
        None => true,
        Some(AlreadyReduced::Yes) => now.reduced,
        Some(AlreadyReduced::No) => !now.reduced,
    };
    now.kept_by.is_none() && reduced && !(alone && now.reduced)
}
