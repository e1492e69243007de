//! Is there room within the limits of a promotion?

use super::Ledger;
use super::tally::Count;
use crate::offer::code::Code;
use crate::offer::promotion::Promotion;
use crate::offer::refusal::WhyNot;
use crate::offer::reservation::{PromotionUse, Reservation, Share, SpentCredit};
use crate::offer::selector::amount_in;
use crate::value::id::{PartyId, PromotionId};
use crate::value::money::{Currency, Money};
use crate::value::time::Timestamp;

/// What is left for one more use. Nothing means that it is not limited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Room {
    /// Minor units.
    pub money: Option<i64>,
    /// Units.
    pub units: Option<i64>,
}

/// A use that has no room.
#[derive(Debug, Clone, PartialEq)]
pub struct NoRoom {
    /// The promotion.
    pub promotion: PromotionId,
    /// Why not.
    pub why: WhyNot,
}

impl Ledger {
    /// The room for one more use of a promotion by a customer, with a code if it was named.
    pub fn room(
        &self,
        id: &PromotionId,
        terms: &Promotion,
        code: Option<&Code>,
        party: Option<&PartyId>,
        currency: Currency,
    ) -> Result<Room, WhyNot> {
        let none = Count::default();
        let tally = self.tallies.get(id);
        let mut room = Room::default();
        if let Some(limits) = &terms.limits {
            let count = tally.map_or(&none, |tally| &tally.all);
            often(count, limits.uses, limits.uses_per_customer, party)?;
            room.money = money_left(count, &limits.budget, currency)?;
            room.units = limits.units.map(|units| i64::from(units).saturating_sub(count.units));
        }
        if let Some(code) = code {
            let count = tally.and_then(|tally| tally.of_code(&code.code)).unwrap_or(&none);
            often(count, code.uses, code.uses_per_customer, party)?;
            let left = money_left(count, &code.budget, currency)?;
            room.money = room.money.into_iter().chain(left).min();
        }
        if room.money.is_some_and(|left| left <= 0) || room.units.is_some_and(|left| left <= 0) {
            return Err(room.exhausted(currency));
        }
        Ok(room)
    }

    /// What a reservation would need that is not there (any more): empty if it can be accepted.
    pub fn lacks<'p>(
        &self,
        reservation: &Reservation,
        party: Option<&PartyId>,
        at: Timestamp,
        terms: impl Fn(&PromotionId) -> Option<&'p Promotion>,
    ) -> Vec<NoRoom> {
        let currency = reservation.currency;
        let uses = reservation.uses.iter().filter_map(|each| {
            let terms = terms(&each.promotion)?;
            let why = self.no_room_for(reservation, each, terms, party)?;
            Some(NoRoom { promotion: each.promotion.clone(), why })
        });
        let credits = reservation.credits.iter().filter_map(|credit| {
            let left = self.credit_left(credit, party, currency, at);
            let needed = credit.amount.0;
            let why = || WhyNot::BudgetExhausted { left: Money::new(left, currency), units: None };
            (needed > left).then(|| NoRoom { promotion: credit.promotion.clone(), why: why() })
        });
        uses.chain(credits).collect()
    }

    fn no_room_for(
        &self,
        reservation: &Reservation,
        each: &PromotionUse,
        terms: &Promotion,
        party: Option<&PartyId>,
    ) -> Option<WhyNot> {
        let currency = reservation.currency;
        let code = each.code.as_ref().and_then(|named| terms.code(named));
        let room = match self.room(&each.promotion, terms, code, party, currency) {
            Ok(room) => room,
            Err(why) => return Some(why),
        };
        let credit = each.credit.as_ref().map_or(0, |credit| credit.amount.0);
        let money = each.amount.0.saturating_add(credit);
        let fits = room.money.is_none_or(|left| money <= left);
        let fits_units = room.units.is_none_or(|left| units(reservation, each) <= left);
        (!fits || !fits_units).then(|| room.exhausted(currency))
    }

    fn credit_left(
        &self,
        credit: &SpentCredit,
        party: Option<&PartyId>,
        currency: Currency,
        at: Timestamp,
    ) -> i64 {
        let spendable = party.map(|party| self.spendable(party, currency, at)).unwrap_or_default();
        let same =
            spendable.iter().find(|each| each.quote == credit.quote && each.promotion == credit.promotion);
        same.map_or(0, |each| each.left())
    }
}

impl Room {
    /// Why not, where there is too little left.
    pub fn exhausted(&self, currency: Currency) -> WhyNot {
        WhyNot::BudgetExhausted {
            left: self.money.and_then(|left| Money::new(left.max(0), currency)),
            units: self.units.map(|left| u32::try_from(left).unwrap_or(0)),
        }
    }
}

fn often(
    count: &Count,
    uses: Option<u32>,
    uses_per_customer: Option<u32>,
    party: Option<&PartyId>,
) -> Result<(), WhyNot> {
    if let Some(limit) = uses.filter(|limit| count.uses() >= *limit) {
        return Err(WhyNot::UsageLimit { limit });
    }
    let Some(limit) = uses_per_customer else { return Ok(()) };
    let party = party.ok_or(WhyNot::CustomerUnknown)?;
    if count.uses_of(party) >= limit { Err(WhyNot::CustomerLimit { limit }) } else { Ok(()) }
}

/// What is left of a budget. One that names other currencies gives nothing in this one.
fn money_left(count: &Count, budget: &[Money], currency: Currency) -> Result<Option<i64>, WhyNot> {
    if budget.is_empty() {
        return Ok(None);
    }
    let mismatch = || WhyNot::CurrencyMismatch { allowed: budget.iter().map(|each| each.currency).collect() };
    let limit = amount_in(budget, currency).ok_or_else(mismatch)?;
    Ok(Some(limit.saturating_sub(count.spent(currency))))
}

/// The units that a use reduces or gives.
fn units(reservation: &Reservation, each: &PromotionUse) -> i64 {
    let of_line = |share: &Share| {
        let line = reservation.lines.iter().find(|line| line.line == share.line);
        share.units.unwrap_or_else(|| line.map_or(0, |line| line.quantity))
    };
    let reduced = each.shares.iter().map(of_line);
    let given = each.gives.iter().map(|given| given.quantity);
    reduced.chain(given).fold(0, |sum: i64, units| sum.saturating_add(units.into()))
}
