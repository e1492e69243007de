//! What a promotion takes off when it is its turn, and what it gives.

use super::candidate::{Candidate, Doing, Level, Take};
use super::goods::{Goods, State, by_unit_price, sum_of_units};
use super::spread::{Part, spread};
use crate::offer::gift::Target;
use crate::offer::selector::AlreadyReduced;
use crate::offer::terms::{Basis, Exclusive, Spread};
use crate::value::money;
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

    fn reduce(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        (take, level, target): (Take, &Level, Target),
        ties: Ties,
        detail: Detail,
    ) {
        self.take_part(goods, candidate, state, &candidate.spots, ties);
        match target {
            Target::Each => self.each(goods, candidate, state, take, level),
            Target::Line | Target::Delivery => {
                for (number, part) in self.parts.iter_mut().enumerate() {
                    let base = base(goods, candidate, state, part.spot);
                    let level = level.of(number_of(candidate, part.spot, number));
                    part.share = taken(goods, take, level, base, state.price(part.spot)).min(part.room);
                }
                self.all_units(goods);
            }
            Target::Across | Target::Whole => {
                self.together(goods, candidate, state, take, level, detail);
                return;
            }
        }
        // The same percentage of everything is shared by price where less of it is left: then the parts of what is left
        // don't depend on the percentage.
        let is_cut = candidate.caps.line.is_some() || candidate.caps.unit.is_some();
        let by_price = take == Take::Percent && matches!(level, Level::All(_)) && !is_cut;
        for (part, units) in self.parts.iter_mut().zip(&self.units).filter(|_| by_price) {
            let quantity = goods.spots.get(part.spot).map_or(1, |spot| spot.quantity);
            part.weight = money::part(base(goods, candidate, state, part.spot), *units, quantity);
        }
        self.within_caps(goods, candidate);
        self.within_limits(goods, candidate);
    }

    /// For each unit by itself.
    fn each(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        take: Take,
        level: &Level,
    ) {
        let caps = candidate.caps;
        let spots: Vec<usize> = self.parts.iter().map(|part| part.spot).collect();
        let wanted = goods.quantity(&spots).min(caps.units.unwrap_or(i64::MAX));
        let given = wanted.min(candidate.room.units.unwrap_or(i64::MAX));
        if given < wanted && candidate.refuses_when_short {
            self.short = true;
            return self.parts.clear();
        }
        let chosen = chosen_units(goods, state, &spots, given, caps.cheapest_first);
        for (number, (part, units)) in self.parts.iter_mut().zip(chosen).enumerate() {
            let Some(spot) = goods.spots.get(part.spot) else { continue };
            let level = level.of(number_of(candidate, part.spot, number));
            let most = caps.unit.unwrap_or(i64::MAX);
            let now = state.price(part.spot);
            part.share = if candidate.terms.basis == Some(Basis::ListPrice) && take == Take::Percent {
                let list = spot.list.checked_div(spot.quantity).unwrap_or(0);
                goods.manner.percent(list, level).min(most).saturating_mul(units)
            } else {
                sum_of_units(now, spot.quantity, units, caps.cheapest_first, |unit| {
                    taken(goods, take, level, unit, unit).min(most)
                })
            };
            part.share = part.share.min(part.room);
            self.units.push(units);
        }
    }

    /// Once for all lines together.
    fn together(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        take: Take,
        level: &Level,
        detail: Detail,
    ) {
        let sum = |of: &dyn Fn(&Part) -> i64| {
            self.parts.iter().fold(0_i64, |sum, part| sum.saturating_add(of(part)))
        };
        let all_base = sum(&|part| base(goods, candidate, state, part.spot));
        let all_now = sum(&|part| state.price(part.spot));
        let all_room = sum(&|part| part.room);
        let units = sum(&|part| goods.spots.get(part.spot).map_or(0, |spot| spot.quantity));
        let wanted = taken(goods, take, level.of(0), all_base, all_now).min(all_room);
        let wanted = wanted.min(candidate.caps.quote.unwrap_or(i64::MAX));
        let given = wanted.min(candidate.room.money.unwrap_or(i64::MAX));
        let no_units = candidate.room.units.is_some_and(|left| left < units);
        if (given < wanted && candidate.refuses_when_short) || (no_units && wanted > 0) {
            self.short = true;
            return self.parts.clear();
        }
        let is_cut = candidate.caps.line.is_some() || candidate.caps.unit.is_some();
        if detail == Detail::Total && !is_cut {
            self.total = given;
            return;
        }
        for part in &mut self.parts {
            part.weight = match candidate.terms.spread.unwrap_or(Spread::ByAmount) {
                Spread::ByAmount => state.price(part.spot),
                Spread::ByQuantity => goods.spots.get(part.spot).map_or(0, |spot| spot.quantity),
                Spread::Evenly => 1,
            };
        }
        self.spread_over_parts(goods, given);
        self.all_units(goods);
        self.within_caps(goods, candidate);
        self.add_up();
    }

    /// Money off later: counted on what the lines cost now.
    fn credit(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        (take, level): (Take, i64),
        ties: Ties,
    ) {
        let rank = |spot: usize| rank(goods, spot, ties);
        let part = |spot: &usize| {
            let price = state.price(*spot);
            Part { spot: *spot, weight: price, room: i64::MAX, rank: rank(*spot), share: 0 }
        };
        self.parts.extend(candidate.spots.iter().map(part));
        let price = self.parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.weight));
        if price == 0 {
            return self.parts.clear();
        }
        let wanted = match take {
            Take::Percent => goods.manner.percent(price, level),
            Take::Amount | Take::DownTo => level,
        };
        let wanted = wanted.min(candidate.caps.quote.unwrap_or(i64::MAX));
        let given = wanted.min(candidate.room.money.unwrap_or(i64::MAX));
        if given < wanted && candidate.refuses_when_short {
            self.short = true;
            return self.parts.clear();
        }
        self.spread_over_parts(goods, given);
        self.worth = given;
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

    fn all_units(&mut self, goods: &Goods<'_>) {
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

    fn add_up(&mut self) {
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

/// What is taken off a price.
pub(super) fn taken(goods: &Goods<'_>, take: Take, level: i64, base: i64, now: i64) -> i64 {
    match take {
        Take::Percent => goods.manner.percent(base, level).min(now),
        Take::Amount => level.min(now),
        Take::DownTo => now.saturating_sub(level).max(0),
    }
}

/// The price that a percentage is taken of.
fn base(goods: &Goods<'_>, candidate: &Candidate<'_>, state: &State, spot: usize) -> i64 {
    match candidate.terms.basis {
        Some(Basis::ListPrice) => goods.spots.get(spot).map_or(0, |spot| spot.list),
        Some(Basis::CurrentPrice) | None => state.price(spot),
    }
}

fn rank(goods: &Goods<'_>, spot: usize, ties: Ties) -> i64 {
    match ties {
        Ties::SmallerId => goods.spots.get(spot).map_or(0, |spot| spot.rank),
        Ties::Earliest => index(spot),
    }
}

/// Where a line stands among those that a promotion is about: lines that it may not touch take no part.
fn number_of(candidate: &Candidate<'_>, spot: usize, number: usize) -> usize {
    match candidate.spots.get(number) {
        Some(same) if *same == spot => number,
        _ => candidate.spots.iter().position(|each| *each == spot).unwrap_or(number),
    }
}

fn sum_now(goods: &Goods<'_>, candidate: &Candidate<'_>, state: &State) -> i64 {
    let about = super::candidate::selected(goods, candidate.terms.lines.as_ref());
    about.iter().fold(0, |sum, spot| sum.saturating_add(state.price(*spot)))
}

/// How many units of each line are reduced, where only so many are.
pub(super) fn chosen_units(
    goods: &Goods<'_>,
    state: &State,
    spots: &[usize],
    most: i64,
    cheapest_first: bool,
) -> Vec<i64> {
    let quantity = |spot: usize| goods.spots.get(spot).map_or(0, |spot| spot.quantity);
    if most >= goods.quantity(spots) {
        return spots.iter().map(|spot| quantity(*spot)).collect();
    }
    let mut chosen = vec![0; spots.len()];
    let mut most = most;
    for spot in by_unit_price(goods, state, spots, cheapest_first) {
        let units = quantity(spot).min(most);
        most = most.saturating_sub(units);
        let number = spots.iter().position(|each| *each == spot).unwrap_or(0);
        if let Some(chosen) = chosen.get_mut(number) {
            *chosen = units;
        }
    }
    chosen
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
