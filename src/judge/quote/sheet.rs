//! A quote written down: its lines, what applies, and what would be accepted.

use super::answer::{
    Applied, BeforeAfter, Combination, CreditSpent, Exactness, LineShare, NotApplied, Quoted, QuotedDelivery,
    QuotedLine, RunnerUp, UnitPrice, WhyLost,
};
use super::best::{Score, Table};
use super::goods::State;
use super::settle::{Line, Spent};
use super::spread::Part;
use super::{Chosen, Desk};
use crate::offer::gift::Gift;
use crate::offer::request::QuoteLine;
use crate::offer::reservation::{
    GrantedCredit, PromotionUse, Reservation, ReservationDocument, ReservedLine, Share, SpentCredit,
};
use crate::value::money::MinorUnits;
use crate::value::number::count;

/// Everything that the answer is written from.
pub(super) struct Sheet<'s> {
    pub(super) desk: &'s Desk<'s>,
    pub(super) table: Table<'s, 's>,
    pub(super) state: &'s State,
    pub(super) applied: &'s [Line<'s>],
    pub(super) spent: &'s [Spent],
}

impl Sheet<'_> {
    pub(super) fn quoted(&self, chosen: &Chosen, not_applied: Vec<NotApplied>) -> Quoted {
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
        let of_line = |(spot, line): (usize, &QuoteLine)| {
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
