//! The quote as it is answered: every application once more, with all that is to be shown.

use super::answer::{
    Applied, BeforeAfter, Combination, CreditSpent, Exactness, LineShare, NotApplied, Quoted, QuotedDelivery,
    QuotedLine, RunnerUp, UnitPrice, WhyLost,
};
use super::apply::{Detail, Ties, Work};
use super::best::{Score, Table};
use super::candidate::{Candidate, Doing};
use super::goods::State;
use super::lanes::{LaneNow, Next, Run, Step, is_alone};
use super::spread::{Part, spread};
use super::{Chosen, Desk};
use crate::offer::gift::Gift;
use crate::offer::ledger::Credit;
use crate::offer::request::Credits;
use crate::offer::reservation::{
    Given, GivenKind, GrantedCredit, PromotionUse, Reservation, ReservationDocument, ReservedLine, Share,
    SpentCredit,
};
use crate::offer::selector::amount_in;
use crate::value::money::{MinorUnits, Money};
use crate::value::number::{count, index};

/// Tries each promotion that only applies alone against all the rest.
pub(super) fn best_alone(table: Table<'_, '_>, lanes: &[LaneNow], run: Run, start: &State) -> Chosen {
    let mut chosen = Chosen { run, alone: None };
    let members = lanes.iter().flat_map(|lane| lane.members.iter().map(move |member| (lane, *member)));
    let mut work = Work::default();
    for (lane, member) in members {
        let mut state = start.clone();
        let mut score = Score::default();
        if !is_alone(table, lane, member) || !table.apply(member, &mut state, &mut score, &mut work) {
            continue;
        }
        let best = &chosen.run;
        let first = |run: &Run| run.steps.first().map_or(usize::MAX, |step| step.candidate);
        let wins = score.better(&best.score).then(member.cmp(&first(best))).is_lt();
        let lost = |members: Vec<usize>, total: i64, score: Score, best: Score| {
            Some(Box::new(Next { members, total, score, best })).filter(|next| !next.members.is_empty())
        };
        if wins {
            let beaten = chosen.run.steps.iter().map(|step| step.candidate).collect();
            let next = lost(beaten, best.state.total(), best.score, score);
            let steps = vec![Step { candidate: member, picked: None }];
            let (starts, is_exact) = (best.starts.clone(), best.is_exact);
            chosen = Chosen { run: Run { steps, state, score, starts, is_exact, next }, alone: Some(member) };
        } else if best.next.as_ref().is_none_or(|next| state.total() < next.total) {
            chosen.run.next = lost(vec![member], state.total(), score, best.score);
        }
    }
    chosen
}

/// A promotion as it is applied in the end.
struct Line<'a> {
    candidate: &'a Candidate<'a>,
    parts: Vec<(Part, i64)>,
    gives: Vec<Given>,
}

/// A credit as it is spent.
struct Spent {
    credit: Credit,
    parts: Vec<Part>,
}

pub(super) fn settle(
    desk: &Desk<'_>,
    table: Table<'_, '_>,
    chosen: &Chosen,
    mut not_applied: Vec<NotApplied>,
) -> Quoted {
    let steps = &chosen.run.steps;
    let mut state = table.goods.start(chosen.run.state.groups.len());
    let mut applied: Vec<Line<'_>> = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        if let Some(candidate) = table.candidates.get(step.candidate) {
            let later = steps.get(number.saturating_add(1)..).unwrap_or_default();
            applied.push(replay(table, candidate, step, later, &mut state));
        }
    }
    let spent = spend(desk, table, &mut state);
    for line in applied.iter_mut().filter(|line| matches!(line.candidate.doing, Doing::Credit { .. })) {
        let mut work = Work::default();
        work.apply(table.goods, line.candidate, &state, Ties::Earliest, Detail::Lines);
        line.parts = work.parts.into_iter().map(|part| (part, 0)).collect();
    }
    // A purchase that is paid with earlier money off brings none itself.
    for line in applied.iter().filter(|line| brings_nothing(line)) {
        not_applied.push(NotApplied {
            promotion: Some(line.candidate.id.clone()),
            name: Some(line.candidate.terms.name.clone()),
            code: line.candidate.code.cloned(),
            reason: crate::offer::refusal::WhyNot::NoEffect,
        });
    }
    applied.retain(|line| !brings_nothing(line));
    Sheet { desk, table, state: &state, applied: &applied, spent: &spent }.quoted(chosen, not_applied)
}

fn brings_nothing(line: &Line<'_>) -> bool {
    matches!(line.candidate.doing, Doing::Credit { .. }) && line.parts.iter().all(|(part, _)| part.share == 0)
}

/// Applies a promotion. Where no later one sees how it is spread, the earliest line gets the odd unit.
fn replay<'a>(
    table: Table<'a, 'a>,
    candidate: &'a Candidate<'a>,
    step: &Step,
    later: &[Step],
    state: &mut State,
) -> Line<'a> {
    let mut work = Work::default();
    let seen = later
        .iter()
        .filter_map(|step| table.candidates.get(step.candidate))
        .any(|other| sees(other, candidate));
    let ties = if seen { Ties::SmallerId } else { Ties::Earliest };
    work.apply(table.goods, candidate, state, ties, Detail::Lines);
    if let Some(picked) = &step.picked {
        (work.parts, work.units) = picked.iter().copied().unzip();
        work.total = work.parts.iter().fold(0, |sum, part| sum.saturating_add(part.share));
    }
    work.take_off(candidate, step.candidate, state);
    let gives = gives(table, candidate, work.things);
    let units = work.units.iter().copied().chain(std::iter::repeat(0));
    Line {
        candidate,
        parts: work.parts.iter().copied().zip(units).filter(|(part, _)| part.share > 0).collect(),
        gives,
    }
}

/// Does what a later promotion does depend on how an earlier one is spread?
fn sees(later: &Candidate<'_>, earlier: &Candidate<'_>) -> bool {
    let theirs: Vec<usize> = later.footprint().collect();
    let shared = earlier.footprint().filter(|spot| theirs.contains(spot)).count();
    let sums_up = matches!(later.doing, Doing::Credit { .. } | Doing::Give { .. } | Doing::Upgrade { .. });
    shared > 0 && !(sums_up && shared == earlier.footprint().count())
}

/// What a promotion gives beside the lines.
fn gives(table: Table<'_, '_>, candidate: &Candidate<'_>, things: i64) -> Vec<Given> {
    let currency = table.goods.currency;
    let quantity = u32::try_from(things).unwrap_or(u32::MAX);
    if quantity == 0 {
        return Vec::new();
    }
    let given = |kind: GivenKind, quantity: u32, value: &[Money], cost: &[Money]| {
        let all = |amounts: &[Money]| {
            amount_in(amounts, currency).map(|amount| MinorUnits(amount.saturating_mul(quantity.into())))
        };
        let (value, cost) = (all(value), all(cost));
        let (product, name, line, days, minutes) = (None, None, None, None, None);
        Given { kind, product, name, line, quantity, days, minutes, value, cost }
    };
    match &candidate.terms.gives {
        Gift::FreeItem(gift) => vec![Given {
            product: Some(gift.product.clone()),
            name: gift.name.clone(),
            ..given(GivenKind::FreeItem, quantity, &gift.value, &gift.cost)
        }],
        Gift::Sample(gift) => vec![Given {
            product: gift.product.clone(),
            name: Some(gift.name.clone()),
            ..given(GivenKind::Sample, quantity, &gift.value, &gift.cost)
        }],
        Gift::Prize(gift) => vec![Given {
            name: Some(gift.name.clone()),
            ..given(GivenKind::Prize, quantity, &gift.value, &gift.cost)
        }],
        Gift::FreeTrial(gift) => vec![Given {
            product: gift.product.clone(),
            name: gift.name.clone(),
            days: Some(gift.days),
            ..given(GivenKind::FreeTrial, quantity, &gift.value, &gift.cost)
        }],
        Gift::Training(gift) => vec![Given {
            name: gift.name.clone(),
            minutes: gift.minutes,
            ..given(GivenKind::Training, quantity, &gift.value, &gift.cost)
        }],
        Gift::OtherService(gift) => vec![Given {
            name: Some(gift.name.clone()),
            ..given(GivenKind::OtherService, quantity, &gift.value, &gift.cost)
        }],
        Gift::Upgrade(gift) => {
            let mut left = quantity;
            let lines = candidate.spots.iter().filter_map(|spot| table.goods.lines.get(*spot));
            let upgraded = lines.filter_map(|line| {
                let units = line.quantity.min(left);
                left = left.saturating_sub(units);
                (units > 0).then(|| Given {
                    product: Some(gift.to.clone()),
                    name: gift.name.clone(),
                    line: Some(line.line.clone()),
                    ..given(GivenKind::Upgrade, units, &gift.value, &gift.cost)
                })
            });
            upgraded.collect()
        }
        Gift::PercentOff(_)
        | Gift::AmountOff(_)
        | Gift::FixedPrice(_)
        | Gift::MoneyOffNext(_)
        | Gift::BuyGet(_)
        | Gift::Delivery(_) => Vec::new(),
    }
}

/// Spends money off from earlier purchases on the goods, what ends first before the rest.
fn spend(desk: &Desk<'_>, table: Table<'_, '_>, state: &mut State) -> Vec<Spent> {
    let wanted = desk.request.credits != Some(Credits::Keep);
    let Some(party) = desk.party.filter(|_| wanted) else { return Vec::new() };
    let mut all = Vec::new();
    for credit in desk.ledger.spendable(party, desk.request.currency, desk.now) {
        let lines = table.goods.spots.iter().zip(&state.now).enumerate().take(table.goods.delivery());
        let part = |(spot, (each, now)): (usize, (&super::goods::Spot, &super::goods::Now))| Part {
            spot,
            weight: now.price,
            room: now.price.saturating_sub(each.least).max(0),
            rank: index(spot),
            share: 0,
        };
        let mut parts: Vec<Part> = lines.map(part).collect();
        let room = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.room));
        spread(credit.left().min(room), &mut parts, table.goods.manner.remainder, &mut Vec::new());
        parts.retain(|part| part.share > 0);
        for part in &parts {
            if let Some(now) = state.now.get_mut(part.spot) {
                now.price = now.price.saturating_sub(part.share);
            }
        }
        if !parts.is_empty() {
            all.push(Spent { credit, parts });
        }
    }
    all
}

/// Everything that the answer is written from.
struct Sheet<'s> {
    desk: &'s Desk<'s>,
    table: Table<'s, 's>,
    state: &'s State,
    applied: &'s [Line<'s>],
    spent: &'s [Spent],
}

impl Sheet<'_> {
    fn quoted(&self, chosen: &Chosen, not_applied: Vec<NotApplied>) -> Quoted {
        let request = self.desk.request;
        let delivery = self.table.goods.delivery();
        let applied: Vec<Applied> = self.applied.iter().map(|line| self.applied(line)).collect();
        let credits: Vec<CreditSpent> = self.spent.iter().map(|spent| self.credit(spent)).collect();
        let before = self.table.goods.spots.iter().fold(0_i64, |sum, spot| sum.saturating_add(spot.list));
        Quoted {
            currency: request.currency,
            lines: (0..request.lines.len()).filter_map(|spot| self.line(spot)).collect(),
            delivery: QuotedDelivery { total: self.before_after(delivery), shares: self.shares_of(delivery) },
            total: BeforeAfter { before: MinorUnits(before), after: MinorUnits(self.state.total()) },
            reservation: self.reservation(&applied, &credits),
            applied,
            credits,
            not_applied,
            combination: self.combination(chosen),
        }
    }

    fn before_after(&self, spot: usize) -> BeforeAfter {
        let before = self.table.goods.spots.get(spot).map_or(0, |spot| spot.list);
        BeforeAfter { before: MinorUnits(before), after: MinorUnits(self.state.price(spot)) }
    }

    fn line(&self, spot: usize) -> Option<QuotedLine> {
        let line = self.table.goods.lines.get(spot)?;
        Some(QuotedLine {
            line: line.line.clone(),
            product: line.product.clone(),
            name: line.name.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            unit_prices: unit_prices(self.state.price(spot), line.quantity),
            total: self.before_after(spot),
            shares: self.shares_of(spot),
        })
    }

    fn shares_of(&self, spot: usize) -> Vec<LineShare> {
        let promotions =
            self.applied.iter().filter(|line| line.candidate.changes_prices()).flat_map(|line| {
                let parts = line.parts.iter().filter(move |(part, _)| part.spot == spot);
                parts.map(|(part, _)| LineShare {
                    promotion: line.candidate.id.clone(),
                    credit: None,
                    amount: MinorUnits(part.share),
                })
            });
        let credits = self.spent.iter().flat_map(|spent| {
            let parts = spent.parts.iter().filter(move |part| part.spot == spot);
            parts.map(|part| LineShare {
                promotion: spent.credit.promotion.clone(),
                credit: Some(spent.credit.quote.clone()),
                amount: MinorUnits(part.share),
            })
        });
        promotions.chain(credits).collect()
    }

    /// The parts of lines, in the order of the lines.
    fn shares<'p>(&self, parts: impl Iterator<Item = (&'p Part, Option<i64>)> + Clone) -> Vec<Share> {
        let of_line = |(spot, line): (usize, &crate::offer::request::QuoteLine)| {
            let (part, units) = parts.clone().find(|(part, _)| part.spot == spot && part.share > 0)?;
            let units = units.and_then(|units| u32::try_from(units).ok());
            Some(Share { line: line.line.clone(), amount: MinorUnits(part.share), units })
        };
        self.table.goods.lines.iter().enumerate().filter_map(of_line).collect()
    }

    fn applied(&self, line: &Line<'_>) -> Applied {
        let candidate = line.candidate;
        let reduces = candidate.changes_prices();
        let parts = line.parts.iter().filter(|_| reduces);
        let off_delivery = parts.clone().filter(|(part, _)| part.spot == self.table.goods.delivery());
        let sum = |numbers: &mut dyn Iterator<Item = i64>| numbers.fold(0_i64, i64::saturating_add);
        let amount = sum(&mut parts.clone().map(|(part, _)| part.share));
        let known_costs = sum(&mut line.gives.iter().filter_map(|given| given.cost).map(|cost| cost.0));
        let credit = self.granted(line);
        let credit_cost = credit.as_ref().map_or(0, |credit| credit.amount.0);
        Applied {
            promotion: candidate.id.clone(),
            name: candidate.terms.name.clone(),
            code: candidate.code.cloned(),
            lane: candidate.terms.lane.clone(),
            amount: MinorUnits(amount),
            shares: self.shares(parts.clone().map(|(part, units)| (part, Some(*units)))),
            delivery: MinorUnits(sum(&mut off_delivery.map(|(part, _)| part.share))),
            gives: line.gives.clone(),
            credit,
            cost: MinorUnits(amount.saturating_add(known_costs).saturating_add(credit_cost)),
        }
    }

    fn granted(&self, line: &Line<'_>) -> Option<GrantedCredit> {
        let Gift::MoneyOffNext(gift) = &line.candidate.terms.gives else { return None };
        let amount = line.parts.iter().fold(0_i64, |sum, (part, _)| sum.saturating_add(part.share));
        let shares = self.shares(line.parts.iter().map(|(part, _)| (part, None)));
        Some(GrantedCredit { amount: MinorUnits(amount), valid_days: gift.valid_days, shares })
    }

    fn credit(&self, spent: &Spent) -> CreditSpent {
        let amount = spent.parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.share));
        CreditSpent {
            quote: spent.credit.quote.clone(),
            promotion: spent.credit.promotion.clone(),
            amount: MinorUnits(amount),
            left: MinorUnits(spent.credit.left().saturating_sub(amount)),
            shares: self.shares(spent.parts.iter().map(|part| (part, None))),
        }
    }

    fn combination(&self, chosen: &Chosen) -> Combination {
        let id = |number: &usize| self.table.candidates.get(*number).map(|candidate| candidate.id.clone());
        let runner_up = chosen.run.next.as_ref().map(|next| RunnerUp {
            promotions: next.members.iter().filter_map(id).collect(),
            total: MinorUnits(next.total),
            lost: lost(&next.best, &next.score),
        });
        Combination {
            exactness: if chosen.run.is_exact { Exactness::Exact } else { Exactness::Approximate },
            candidates: count(self.table.candidates.len()),
            runner_up,
        }
    }

    fn reservation(&self, applied: &[Applied], credits: &[CreditSpent]) -> Reservation {
        let lines = self.desk.request.lines.iter().enumerate().map(|(spot, line)| ReservedLine {
            line: line.line.clone(),
            product: line.product.clone(),
            name: line.name.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            lowest_price: line.lowest_price,
            total: MinorUnits(self.state.price(spot)),
        });
        let uses = applied.iter().map(|each| PromotionUse {
            promotion: each.promotion.clone(),
            code: each.code.clone(),
            amount: each.amount,
            shares: each.shares.clone(),
            delivery: Some(each.delivery).filter(|delivery| delivery.0 > 0),
            gives: each.gives.clone(),
            credit: each.credit.clone(),
        });
        let credits = credits.iter().map(|each| SpentCredit {
            quote: each.quote.clone(),
            promotion: each.promotion.clone(),
            amount: each.amount,
            shares: each.shares.clone(),
        });
        Reservation::counted(ReservationDocument {
            currency: self.desk.request.currency,
            lines: lines.collect(),
            delivery: self.desk.request.delivery,
            uses: uses.collect(),
            credits: credits.collect(),
            total: MinorUnits(self.state.total()),
        })
    }
}

fn lost(best: &Score, other: &Score) -> WhyLost {
    match () {
        () if other.taken < best.taken => {
            WhyLost::Dearer { by: MinorUnits(best.taken.saturating_sub(other.taken)) }
        }
        () if other.worth < best.worth => {
            WhyLost::AddsLess { by: MinorUnits(best.worth.saturating_sub(other.worth)) }
        }
        () if other.things < best.things => WhyLost::FewerThings,
        () if other.count > best.count => WhyLost::MoreOffers,
        () => WhyLost::LaterInOrder,
    }
}

/// What units cost where the price of a line is shared among them, the dearer ones first.
fn unit_prices(price: i64, quantity: u32) -> Vec<UnitPrice> {
    let unit = price.checked_div(quantity.into()).unwrap_or(0);
    let dearer = price.checked_rem(quantity.into()).and_then(|rest| u32::try_from(rest).ok()).unwrap_or(0);
    let of = |units: u32, price: i64| UnitPrice { units, price: MinorUnits(price) };
    let prices = [of(dearer, unit.saturating_add(1)), of(quantity.saturating_sub(dearer), unit)];
    prices.into_iter().filter(|each| each.units > 0).collect()
}
