//! Reductions of prices: for each unit, for each line, or for all of them together.

use super::apply::{Detail, Ties, Work, rank};
use super::candidate::{Candidate, Level, Take};
use super::goods::{Goods, State, by_unit_price, sum_of_units};
use super::spread::Part;
use crate::offer::gift::Target;
use crate::offer::terms::{Basis, Spread};
use crate::value::money;

impl Work {
    pub(super) fn reduce(
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
    pub(super) fn credit(
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

/// Where a line stands among those that a promotion is about: lines that it may not touch take no part.
fn number_of(candidate: &Candidate<'_>, spot: usize, number: usize) -> usize {
    match candidate.spots.get(number) {
        Some(same) if *same == spot => number,
        _ => candidate.spots.iter().position(|each| *each == spot).unwrap_or(number),
    }
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
