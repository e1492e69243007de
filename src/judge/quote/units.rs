//! Units that are got for others that are bought, and units that are free.

use super::apply::{Ties, Work, may_touch};
use super::candidate::{Candidate, Sets, Take};
use super::goods::{Goods, State, by_unit_price, sum_of_units};
use super::reduce::{chosen_units, taken};

/// Units of a line that are got.
struct Chosen {
    spot: usize,
    units: i64,
}

impl Work {
    /// Buy some, get some. No unit is both.
    pub(super) fn buy_get(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        sets: &Sets,
        ties: Ties,
    ) {
        let get: Vec<usize> =
            sets.get.iter().copied().filter(|spot| may_touch(candidate, state, *spot)).collect();
        let buy: Vec<usize> =
            sets.buy.iter().copied().filter(|spot| may_touch(candidate, state, *spot)).collect();
        let pool = Pool::of(goods, &buy, &get);
        let caps = candidate.caps;
        let wanted = pool.got(sets, caps.units);
        let got = candidate.room.units.map_or(wanted, |left| whole(sets, wanted.min(left)));
        if got < wanted && candidate.refuses_when_short {
            self.short = true;
            return;
        }
        let sets_begun = got.saturating_add(sets.got).saturating_sub(1).checked_div(sets.got).unwrap_or(0);
        let bought_of_both = pool.bought_of_both(sets.bought.saturating_mul(sets_begun));
        let mut of_both = pool.both.saturating_sub(bought_of_both);
        let mut left = got;
        let mut chosen = Vec::new();
        for spot in by_unit_price(goods, state, &get, sets.cheapest_first) {
            let quantity = goods.quantity(&[spot]);
            let is_both = buy.contains(&spot);
            let units = quantity.min(left).min(if is_both { of_both } else { quantity });
            if is_both {
                of_both = of_both.saturating_sub(units);
            }
            left = left.saturating_sub(units);
            if units > 0 {
                chosen.push(Chosen { spot, units });
            }
        }
        self.take_part(
            goods,
            candidate,
            state,
            &chosen.iter().map(|each| each.spot).collect::<Vec<_>>(),
            ties,
        );
        if sets.whole_sets {
            self.set_prices(goods, state, sets, &chosen);
        } else {
            self.unit_prices(goods, candidate, state, sets, &chosen);
        }
        self.within_caps(goods, candidate);
        self.within_limits(goods, candidate);
    }

    fn unit_prices(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        sets: &Sets,
        chosen: &[Chosen],
    ) {
        let most = candidate.caps.unit.unwrap_or(i64::MAX);
        for (part, each) in self.parts.iter_mut().zip(chosen) {
            let quantity = goods.quantity(&[each.spot]);
            let off = |unit: i64| taken(goods, sets.take, sets.level, unit, unit).min(most);
            let off = sum_of_units(state.price(each.spot), quantity, each.units, sets.cheapest_first, off);
            part.share = off.min(part.room);
            self.units.push(each.units);
        }
    }

    /// A price for each whole set of units, as they come. A set that costs less already stays as it is.
    fn set_prices(&mut self, goods: &Goods<'_>, state: &State, sets: &Sets, chosen: &[Chosen]) {
        let mut open = OpenSet::default();
        let mut values = vec![0_i64; chosen.len()];
        let mut reduction = 0_i64;
        for (number, each) in chosen.iter().enumerate() {
            let quantity = goods.quantity(&[each.spot]);
            let price = state.price(each.spot);
            let value = |units: i64| sum_of_units(price, quantity, units, sets.cheapest_first, |unit| unit);
            let mut done = 0_i64;
            while done < each.units {
                let left = each.units.saturating_sub(done);
                let whole_sets = left.checked_div(sets.got).unwrap_or(0);
                let next = match open.units {
                    0 if whole_sets > 0 => whole_sets.saturating_mul(sets.got),
                    _ => sets.got.saturating_sub(open.units).min(left),
                };
                let worth = value(done.saturating_add(next)).saturating_sub(value(done));
                done = done.saturating_add(next);
                open.add(number, next, worth);
                if open.units >= sets.got {
                    let times = open.units.checked_div(sets.got).unwrap_or(1);
                    reduction =
                        reduction.saturating_add(open.close(sets.level.saturating_mul(times), &mut values));
                }
            }
        }
        for ((part, each), value) in self.parts.iter_mut().zip(chosen).zip(&values) {
            part.weight = *value;
            part.room = part.room.min(*value);
            self.units.push(each.units);
        }
        self.spread_over_parts(goods, reduction);
    }

    /// An item for nothing: units on the quote are made free, the rest is added.
    pub(super) fn free_item(
        &mut self,
        goods: &Goods<'_>,
        candidate: &Candidate<'_>,
        state: &State,
        (quantity, spots, value): (i64, &[usize], i64),
        ties: Ties,
    ) {
        let wanted = quantity.min(candidate.caps.units.unwrap_or(i64::MAX));
        let given = wanted.min(candidate.room.units.unwrap_or(i64::MAX));
        if given < wanted && candidate.refuses_when_short {
            self.short = true;
            return;
        }
        self.take_part(goods, candidate, state, spots, ties);
        let on_quote: Vec<usize> = self.parts.iter().map(|part| part.spot).collect();
        let chosen = chosen_units(goods, state, &on_quote, given, true);
        for (part, units) in self.parts.iter_mut().zip(&chosen) {
            let free = |unit: i64| taken(goods, Take::DownTo, 0, unit, unit);
            let off = sum_of_units(state.price(part.spot), goods.quantity(&[part.spot]), *units, true, free);
            part.share = off.min(part.room);
        }
        let made_free = chosen.iter().fold(0_i64, |sum, units| sum.saturating_add(*units));
        self.units.extend(chosen);
        self.within_caps(goods, candidate);
        self.within_limits(goods, candidate);
        if !self.short {
            self.things = given.saturating_sub(made_free);
            self.worth = value.saturating_mul(self.things);
        }
    }
}

/// Units that are got, without those of a set that is not whole where only whole sets count.
fn whole(sets: &Sets, units: i64) -> i64 {
    let over = if sets.whole_sets { units.checked_rem(sets.got).unwrap_or(0) } else { 0 };
    units.saturating_sub(over)
}

/// A set that is being put together.
#[derive(Default)]
struct OpenSet {
    units: i64,
    value: i64,
    of: Vec<(usize, i64)>,
}

impl OpenSet {
    fn add(&mut self, number: usize, units: i64, value: i64) {
        self.units = self.units.saturating_add(units);
        self.value = self.value.saturating_add(value);
        self.of.push((number, value));
    }

    /// What a price takes off the set. Who takes part in a reduction is weighed by value.
    fn close(&mut self, price: i64, values: &mut [i64]) -> i64 {
        let off = self.value.saturating_sub(price).max(0);
        for (number, value) in self.of.drain(..) {
            if let Some(sum) = values.get_mut(number).filter(|_| off > 0) {
                *sum = sum.saturating_add(value);
            }
        }
        (self.units, self.value) = (0, 0);
        off
    }
}

/// How many units there are to be bought and got.
struct Pool {
    only_buy: i64,
    only_get: i64,
    both: i64,
}

impl Pool {
    fn of(goods: &Goods<'_>, buy: &[usize], get: &[usize]) -> Pool {
        let both: Vec<usize> = buy.iter().copied().filter(|spot| get.contains(spot)).collect();
        let both = goods.quantity(&both);
        Pool {
            only_buy: goods.quantity(buy).saturating_sub(both),
            only_get: goods.quantity(get).saturating_sub(both),
            both,
        }
    }

    /// Of so many that have to be bought, those that could also be got.
    fn bought_of_both(&self, bought: i64) -> i64 {
        bought.saturating_sub(self.only_buy).max(0)
    }

    /// How many units are left to be got after so many times.
    fn left_after(&self, sets: &Sets, times: i64) -> i64 {
        let taken = self.bought_of_both(sets.bought.saturating_mul(times));
        if taken > self.both { 0 } else { self.only_get.saturating_add(self.both).saturating_sub(taken) }
    }

    /// Does it fit so many times: is there at least one more unit to be got the last time?
    fn fits(&self, sets: &Sets, times: i64) -> bool {
        let before = sets.got.saturating_mul(times.saturating_sub(1));
        let least = if sets.whole_sets { sets.got } else { 1 };
        self.left_after(sets, times) >= before.saturating_add(least)
    }

    /// How many units are got. It fits ever less often, so halving finds how often it does.
    fn got(&self, sets: &Sets, cap: Option<i64>) -> i64 {
        let all = self.only_get.saturating_add(self.both);
        let (mut fits, mut fails) = (0_i64, all.min(sets.times.unwrap_or(i64::MAX)).saturating_add(1));
        while fits.saturating_add(1) < fails {
            let middle = fits.saturating_add(fails) / 2;
            if self.fits(sets, middle) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        let got = sets.got.saturating_mul(fits).min(self.left_after(sets, fits));
        whole(sets, got.min(cap.unwrap_or(i64::MAX)))
    }
}
