//! A promotion that may apply to a quote, prepared so that it can be tried many times.

use super::goods::Goods;
use crate::offer::gift::{BuyGet, Gift, Reduction, Target, TierFrom, TierMeasure, UnitOrder};
use crate::offer::ledger::Room;
use crate::offer::promotion::Promotion;
use crate::offer::refusal::WhyNot;
use crate::offer::selector::{LineSelector, amount_in};
use crate::offer::terms::{Exclusive, WhenShort};
use crate::value::id::{GroupId, PromotionId};
use crate::value::money::Money;
use crate::value::order::{Rank, descending};
use crate::value::text::Line;

/// A promotion that may apply.
pub(super) struct Candidate<'a> {
    pub(super) id: &'a PromotionId,
    pub(super) terms: &'a Promotion,
    pub(super) code: Option<&'a Line>,
    pub(super) lane: usize,
    pub(super) group: Option<usize>,
    pub(super) exclusive: Exclusive,
    /// The lines that it is about, or the delivery charge.
    pub(super) spots: Vec<usize>,
    pub(super) doing: Doing,
    pub(super) caps: CapsNow,
    pub(super) room: Room,
    pub(super) refuses_when_short: bool,
    /// The least that its lines have to cost when it is its turn.
    pub(super) least_now: Option<i64>,
}

/// The caps of a promotion in the currency of the quote.
#[derive(Debug, Clone, Copy)]
pub(super) struct CapsNow {
    pub(super) unit: Option<i64>,
    pub(super) line: Option<i64>,
    pub(super) quote: Option<i64>,
    pub(super) units: Option<i64>,
    pub(super) cheapest_first: bool,
}

/// A number for all lines, or one for each.
#[derive(Debug, Clone)]
pub(super) enum Level {
    All(i64),
    OfEach(Vec<i64>),
}

impl Level {
    /// The number for a line, counted among those that the promotion is about.
    pub(super) fn of(&self, number: usize) -> i64 {
        match self {
            Level::All(level) => *level,
            Level::OfEach(levels) => levels.get(number).copied().unwrap_or(0),
        }
    }
}

/// What a reduction takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// Basis points.
    Percent,
    /// An amount.
    Amount,
    /// All but a price.
    DownTo,
}

/// What a promotion does.
#[derive(Debug, Clone)]
pub(super) enum Doing {
    Reduce {
        take: Take,
        level: Level,
        target: Target,
    },
    BuyGet(Sets),
    FreeItem {
        quantity: i64,
        spots: Vec<usize>,
        value: i64,
    },
    /// Gives something beside the lines: so many things, worth so much.
    Give {
        things: i64,
        worth: i64,
    },
    /// The better one for each unit of its lines: at most so many, each worth so much more.
    Upgrade {
        most: Option<i64>,
        worth: i64,
    },
    /// Brings credit.
    Credit {
        take: Take,
        level: i64,
    },
}

/// What is bought and got.
#[derive(Debug, Clone)]
pub(super) struct Sets {
    pub(super) buy: Vec<usize>,
    pub(super) bought: i64,
    pub(super) get: Vec<usize>,
    pub(super) got: i64,
    pub(super) times: Option<i64>,
    pub(super) take: Take,
    pub(super) level: i64,
    /// Is it the price of all units that are got at once?
    pub(super) whole_sets: bool,
    pub(super) cheapest_first: bool,
}

/// An amount in the currency of the quote, or why there is none.
pub(super) fn needed(amounts: &[Money], goods: &Goods<'_>) -> Result<i64, WhyNot> {
    amount_in(amounts, goods.currency).ok_or_else(|| WhyNot::CurrencyMismatch {
        allowed: amounts.iter().map(|amount| amount.currency).collect(),
    })
}

/// An amount in the currency of the quote, where there is a list of them.
pub(super) fn needed_if_any(amounts: &[Money], goods: &Goods<'_>) -> Result<Option<i64>, WhyNot> {
    if amounts.is_empty() { Ok(None) } else { needed(amounts, goods).map(Some) }
}

/// The lines that a selector selects; all if there is none.
pub(super) fn selected(goods: &Goods<'_>, selector: Option<&LineSelector>) -> Vec<usize> {
    let lines = goods.lines.iter().enumerate();
    let selected =
        lines.filter(|(_, line)| selector.is_none_or(|selector| selector.selects(line, goods.currency)));
    selected.map(|(spot, _)| spot).collect()
}

/// A selector that compares prices has to name the currency of the quote.
pub(super) fn speaks_the_currency(selector: Option<&LineSelector>, goods: &Goods<'_>) -> Result<(), WhyNot> {
    let Some(selector) = selector else { return Ok(()) };
    needed_if_any(&selector.unit_price_from, goods)?;
    needed_if_any(&selector.unit_price_to, goods).map(|_| ())
}

impl<'a> Candidate<'a> {
    pub(super) fn prepare(
        goods: &Goods<'a>,
        id: &'a PromotionId,
        terms: &'a Promotion,
    ) -> Result<Candidate<'a>, WhyNot> {
        speaks_the_currency(terms.lines.as_ref(), goods)?;
        let spots = if is_about_delivery(&terms.gives) {
            vec![goods.delivery()]
        } else {
            selected(goods, about(terms))
        };
        let doing = doing(goods, terms, &spots)?;
        Ok(Candidate {
            caps: CapsNow::of(terms, goods)?,
            least_now: super::eligible::least_now(terms, goods)?,
            id,
            terms,
            spots,
            doing,
            code: None,
            lane: 0,
            group: None,
            exclusive: terms.exclusive.unwrap_or(Exclusive::None),
            room: Room::default(),
            refuses_when_short: terms
                .limits
                .as_ref()
                .is_some_and(|limits| limits.when_short == Some(WhenShort::Refuse)),
        })
    }

    pub(super) fn group_name(&self) -> Option<&'a GroupId> {
        self.terms.group.as_ref()
    }

    /// The order in which promotions of a lane apply: the higher priority first; then what is about units and lines,
    /// what is spread, what is about delivery, what is given beside, and credit, which depends on the rest.
    pub(super) fn rank(&self) -> Rank {
        let scope = match &self.doing {
            Doing::Reduce { target: Target::Line | Target::Each, .. } => 0,
            Doing::BuyGet(_) | Doing::FreeItem { .. } => 0,
            Doing::Reduce { target: Target::Across | Target::Whole, .. } => 1,
            Doing::Reduce { target: Target::Delivery, .. } => 2,
            Doing::Give { .. } | Doing::Upgrade { .. } => 3,
            Doing::Credit { .. } => 4,
        };
        let priority = descending(self.terms.priority.unwrap_or(0).into());
        if scope == 4 { (1, priority, 0) } else { (0, priority, scope) }
    }

    /// Everything that it looks at or changes.
    pub(super) fn footprint(&self) -> impl Iterator<Item = usize> + '_ {
        let (more, others): (&[usize], &[usize]) = match &self.doing {
            Doing::BuyGet(sets) => (&sets.buy, &sets.get),
            Doing::FreeItem { spots, .. } => (spots, &[]),
            _ => (&[], &[]),
        };
        self.spots.iter().chain(more).chain(others).copied()
    }

    /// The lines that it takes for itself if it is exclusive for them.
    pub(super) fn changes_prices(&self) -> bool {
        matches!(self.doing, Doing::Reduce { .. } | Doing::BuyGet(_) | Doing::FreeItem { .. })
    }
}

/// The lines that a promotion is about: an upgrade names them itself.
pub(super) fn about(terms: &Promotion) -> Option<&LineSelector> {
    match &terms.gives {
        Gift::Upgrade(gift) => Some(&gift.from),
        Gift::PercentOff(gift) if gift.target == Target::Whole => None,
        Gift::AmountOff(gift) if gift.target == Target::Whole => None,
        Gift::FixedPrice(gift) if gift.target == Target::Whole => None,
        _ => terms.lines.as_ref(),
    }
}

fn is_about_delivery(gift: &Gift) -> bool {
    match gift {
        Gift::PercentOff(gift) => gift.target == Target::Delivery,
        Gift::AmountOff(gift) => gift.target == Target::Delivery,
        Gift::FixedPrice(gift) => gift.target == Target::Delivery,
        Gift::Delivery(_) => true,
        _ => false,
    }
}

impl CapsNow {
    fn of(terms: &Promotion, goods: &Goods<'_>) -> Result<CapsNow, WhyNot> {
        let Some(caps) = &terms.caps else {
            return Ok(CapsNow { unit: None, line: None, quote: None, units: None, cheapest_first: true });
        };
        Ok(CapsNow {
            unit: needed_if_any(&caps.unit, goods)?,
            line: needed_if_any(&caps.line, goods)?,
            quote: needed_if_any(&caps.quote, goods)?,
            units: caps.units.map(i64::from),
            cheapest_first: caps.first != Some(UnitOrder::Dearest),
        })
    }
}

fn doing(goods: &Goods<'_>, terms: &Promotion, spots: &[usize]) -> Result<Doing, WhyNot> {
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
                gift.on_quote != Some(crate::offer::gift::OnQuote::LeftAlone)
                    && line.product.as_ref() == Some(&gift.product)
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
