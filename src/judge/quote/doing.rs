//! What a promotion does to a quote, with amounts in its currency and the tiers that it reaches.

use super::candidate::{Doing, Level, Sets, Take, needed, needed_if_any, selected, speaks_the_currency};
use super::goods::Goods;
use crate::offer::gift::{BuyGet, Gift, OnQuote, Reduction, Target, TierFrom, TierMeasure, UnitOrder};
use crate::offer::promotion::Promotion;
use crate::offer::refusal::WhyNot;
use crate::offer::selector::amount_in;
use crate::value::money::Money;

/// What a promotion does.
pub(super) fn doing(goods: &Goods<'_>, terms: &Promotion, spots: &[usize]) -> Result<Doing, WhyNot> {
    let value = |amounts: &[Money]| amount_in(amounts, goods.currency).unwrap_or(0);
    let give = |things: u32, amounts: &[Money]| {
        let things = i64::from(things);
        Ok(Doing::Give { things, worth: value(amounts).saturating_mul(things) })
    };
    match &terms.gives {
        Gift::PercentOff(gift) => {
            let tiers =
                Tiers { goods, terms, spots, each_line: gift.tiers_by == Some(TierMeasure::EachLine) };
            let base = Ok(gift.basis_points.unwrap_or(0).into());
            let level = tiers
                .level(base, gift.tiers.iter().map(|tier| (&tier.from, Ok(tier.basis_points.into()))))?;
            Ok(Doing::Reduce { take: Take::Percent, level, target: gift.target })
        }
        Gift::AmountOff(gift) => {
            let tiers =
                Tiers { goods, terms, spots, each_line: gift.tiers_by == Some(TierMeasure::EachLine) };
            let base = needed_if_any(&gift.amounts, goods).map(|amount| amount.unwrap_or(0));
            let level = tiers
                .level(base, gift.tiers.iter().map(|tier| (&tier.from, needed(&tier.amounts, goods))))?;
            Ok(Doing::Reduce { take: Take::Amount, level, target: gift.target })
        }
        Gift::FixedPrice(gift) => {
            let tiers =
                Tiers { goods, terms, spots, each_line: gift.tiers_by == Some(TierMeasure::EachLine) };
            let base = needed_if_any(&gift.prices, goods).map(|price| price.unwrap_or(i64::MAX));
            let level =
                tiers.level(base, gift.tiers.iter().map(|tier| (&tier.from, needed(&tier.prices, goods))))?;
            Ok(Doing::Reduce { take: Take::DownTo, level, target: gift.target })
        }
        Gift::Delivery(gift) => {
            let level = Level::All(gift.basis_points.unwrap_or(10_000).into());
            Ok(Doing::Reduce { take: Take::Percent, level, target: Target::Delivery })
        }
        Gift::MoneyOffNext(gift) => Ok(match gift.basis_points {
            Some(points) => Doing::Credit { take: Take::Percent, level: points.into() },
            None => Doing::Credit { take: Take::Amount, level: needed(&gift.amounts, goods)? },
        }),
        Gift::BuyGet(gift) => sets(goods, terms, gift).map(Doing::BuyGet),
        Gift::FreeItem(gift) => {
            let on_quote = goods.lines.iter().enumerate().filter(|(_, line)| {
                gift.on_quote != Some(OnQuote::LeftAlone) && line.product.as_ref() == Some(&gift.product)
            });
            Ok(Doing::FreeItem {
                quantity: gift.quantity.unwrap_or(1).into(),
                spots: on_quote.map(|(spot, _)| spot).collect(),
                value: value(&gift.value),
            })
        }
        Gift::Upgrade(gift) => {
            speaks_the_currency(Some(&gift.from), goods)?;
            Ok(Doing::Upgrade { most: gift.units.map(i64::from), worth: value(&gift.value) })
        }
        Gift::Sample(gift) => give(gift.quantity.unwrap_or(1), &gift.value),
        Gift::Prize(gift) => give(1, &gift.value),
        Gift::FreeTrial(gift) => give(1, &gift.value),
        Gift::Training(gift) => give(1, &gift.value),
        Gift::OtherService(gift) => give(1, &gift.value),
    }
}

fn sets(goods: &Goods<'_>, terms: &Promotion, gift: &BuyGet) -> Result<Sets, WhyNot> {
    let buy_lines = gift.buy.as_ref().and_then(|buy| buy.lines.as_ref()).or(terms.lines.as_ref());
    let get_lines = gift.get.lines.as_ref().or(terms.lines.as_ref());
    speaks_the_currency(buy_lines, goods)?;
    speaks_the_currency(get_lines, goods)?;
    let (take, level) = match &gift.get.reduction {
        None => (Take::Percent, 10_000),
        Some(Reduction::Percent(each)) => (Take::Percent, each.basis_points.into()),
        Some(Reduction::Amount(each)) => (Take::Amount, needed(&each.amounts, goods)?),
        Some(Reduction::Price(each)) => (Take::DownTo, needed(&each.prices, goods)?),
        Some(Reduction::SetPrice(each)) => (Take::DownTo, needed(&each.prices, goods)?),
    };
    Ok(Sets {
        buy: if gift.buy.is_some() { selected(goods, buy_lines) } else { Vec::new() },
        bought: gift.buy.as_ref().map_or(0, |buy| buy.quantity.into()),
        get: selected(goods, get_lines),
        got: gift.get.quantity.into(),
        times: gift.times.map(i64::from),
        take,
        level,
        whole_sets: matches!(gift.get.reduction, Some(Reduction::SetPrice(_))),
        cheapest_first: gift.get.first != Some(UnitOrder::Dearest),
    })
}

/// What tiers are measured by.
struct Tiers<'a> {
    goods: &'a Goods<'a>,
    terms: &'a Promotion,
    spots: &'a [usize],
    each_line: bool,
}

impl Tiers<'_> {
    /// The level of the highest tier that is reached, or the one below all of them.
    fn level<'t>(
        &self,
        base: Result<i64, WhyNot>,
        tiers: impl Iterator<Item = (&'t TierFrom, Result<i64, WhyNot>)>,
    ) -> Result<Level, WhyNot> {
        let base = base?;
        let mut steps = Vec::new();
        for (from, level) in tiers {
            steps.push((from.quantity, needed_if_any(&from.amounts, self.goods)?, level?));
        }
        let reached = |quantity: i64, amount: i64| {
            let holds = |(from, least, _): &&(Option<u32>, Option<i64>, i64)| {
                from.is_none_or(|from| quantity >= from.into()) && least.is_none_or(|least| amount >= least)
            };
            steps.iter().rev().find(holds).map_or(base, |(_, _, level)| *level)
        };
        let measured = |spots: &[usize]| {
            let spots = spots.iter().filter_map(|spot| self.goods.spots.get(*spot));
            spots.fold((0_i64, 0_i64), |(quantity, amount), spot| {
                (quantity.saturating_add(spot.quantity), amount.saturating_add(spot.list))
            })
        };
        if self.each_line {
            let levels = self.spots.iter().map(|spot| measured(std::slice::from_ref(spot)));
            return Ok(Level::OfEach(levels.map(|(quantity, amount)| reached(quantity, amount)).collect()));
        }
        // What is off the delivery charge is measured by the goods.
        let delivery = self.spots.first() == Some(&self.goods.delivery());
        let goods =
            if delivery { selected(self.goods, self.terms.lines.as_ref()) } else { self.spots.to_vec() };
        let (quantity, amount) = measured(&goods);
        Ok(Level::All(reached(quantity, amount)))
    }
}
