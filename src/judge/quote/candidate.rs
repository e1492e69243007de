//! A promotion that may apply to a quote, prepared so that it can be tried many times.

use super::doing::doing;
use super::goods::Goods;
use crate::offer::gift::{Gift, Target, UnitOrder};
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
