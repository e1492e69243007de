//! An accepted quote, and what is left of it after returns.

use super::Returned;
use crate::offer::reservation::{PromotionUse, Reservation, ReservedLine, Share, SpentCredit};
use crate::value::id::{LineId, PartyId};
use crate::value::money::part;
use crate::value::order::{descending, ranked};
use crate::value::time::Timestamp;
use std::collections::BTreeMap;

choice! {
    /// Does a sale still stand?
    pub enum SaleStanding {
        /// Yes.
        Accepted = "accepted",
        /// It was taken back as a whole.
        Cancelled = "cancelled",
    }
}

/// An accepted quote.
#[derive(Debug, Clone, PartialEq)]
pub struct Sale {
    /// The customer.
    pub party: Option<PartyId>,
    /// When it was accepted.
    pub at: Timestamp,
    /// What was accepted, word for word.
    pub reservation: Reservation,
    /// Does it still stand?
    pub standing: SaleStanding,
    lines: BTreeMap<LineId, LineState>,
}

/// What came back of a line.
#[derive(Debug, Clone, Default, PartialEq)]
struct LineState {
    returned: u32,
    /// What was taken back of each part in its reduction: of the promotions, then of the credits that were spent.
    taken: Vec<i64>,
}

/// What is left of a use of a promotion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// What it still takes off.
    pub(super) amount: i64,
    /// The credit that it still brings.
    pub(super) credit: i64,
    /// The units that it still reduces or gives.
    pub(super) units: i64,
    /// Is there something that doesn't come back with goods?
    lasting: i64,
}

impl Left {
    pub(super) fn is_anything(&self) -> bool {
        self.amount > 0 || self.credit > 0 || self.lasting > 0
    }
}

impl Sale {
    pub(super) fn new(party: Option<PartyId>, at: Timestamp, reservation: Reservation) -> Sale {
        let parts = reservation.uses.len().saturating_add(reservation.credits.len());
        let state = LineState { returned: 0, taken: vec![0; parts] };
        let lines = reservation.lines.iter().map(|line| (line.line.clone(), state.clone())).collect();
        Sale { party, at, reservation, standing: SaleStanding::Accepted, lines }
    }

    fn stands(&self) -> bool {
        self.standing == SaleStanding::Accepted
    }

    fn line(&self, line: &LineId) -> Option<&ReservedLine> {
        self.reservation.lines.iter().find(|each| each.line == *line)
    }

    /// How many units of a line can still come back.
    pub fn returnable(&self, line: &LineId) -> u32 {
        let bought = self.line(line).map_or(0, |line| line.quantity);
        let returned = self.lines.get(line).map_or(0, |state| state.returned);
        if self.stands() { bought.saturating_sub(returned) } else { 0 }
    }

    /// What the customer has paid for what is left, in minor units.
    pub fn paid(&self) -> i64 {
        if !self.stands() {
            return 0;
        }
        let delivery = self.reservation.delivery.map_or(0, |delivery| delivery.0);
        let off_delivery =
            sum(self.reservation.uses.iter().filter_map(|each| each.delivery).map(|off| off.0));
        let goods = sum(self.reservation.lines.iter().map(|line| self.paid_for(line)));
        goods.saturating_add(delivery.saturating_sub(off_delivery))
    }

    fn paid_for(&self, line: &ReservedLine) -> i64 {
        let left = line.unit_price.0.saturating_mul(self.returnable(&line.line).into());
        let taken = self.lines.get(&line.line).map_or(0, |state| sum(state.taken.iter().copied()));
        left.saturating_sub(sum(self.parts_of(&line.line).into_iter()).saturating_sub(taken))
    }

    /// What each promotion, then each credit, takes off a line.
    fn parts_of(&self, line: &LineId) -> Vec<i64> {
        let of =
            |shares: &[Share]| sum(shares.iter().filter(|each| each.line == *line).map(|each| each.amount.0));
        let uses = self.reservation.uses.iter().map(|each| of(&each.shares));
        uses.chain(self.reservation.credits.iter().map(|each| of(&each.shares))).collect()
    }

    pub(super) fn cancel(&mut self) -> i64 {
        let paid = self.paid();
        self.standing = SaleStanding::Cancelled;
        paid
    }

    pub(super) fn give_back(&mut self, line: &LineId, units: u32) -> Returned {
        let units = units.min(self.returnable(line));
        let parts = self.parts_of(line);
        let Some(price) = self.line(line).map(|line| line.unit_price.0) else { return Returned::default() };
        let bought = self.line(line).map_or(0, |line| line.quantity);
        let Some(state) = self.lines.get_mut(line) else { return Returned::default() };
        state.returned = state.returned.saturating_add(units);
        let before = sum(state.taken.iter().copied());
        take_back(&parts, &mut state.taken, state.returned, bought);
        let taken_back = sum(state.taken.iter().copied()).saturating_sub(before);
        let refund = price.saturating_mul(units.into()).saturating_sub(taken_back);
        Returned { units, refund, taken_back }
    }

    /// Uses of promotions and what is left of each.
    pub(super) fn uses_left(&self) -> impl Iterator<Item = (&PromotionUse, Left)> {
        self.reservation.uses.iter().enumerate().map(|(index, each)| (each, self.left(index, each)))
    }

    fn left(&self, index: usize, each: &PromotionUse) -> Left {
        if !self.stands() {
            return Left::default();
        }
        let given = sum(each.gives.iter().map(|given| given.quantity.into()));
        let delivery = each.delivery.map_or(0, |off| off.0);
        let fixed = given.saturating_add(delivery);
        let mut left = Left { amount: delivery, credit: 0, units: given, lasting: fixed };
        for share in &each.shares {
            left.amount =
                left.amount.saturating_add(share.amount.0).saturating_sub(self.taken(&share.line, index));
            let line_units = self.line(&share.line).map_or(0, |line| line.quantity);
            let units = share.units.unwrap_or(line_units).into();
            left.units = left.units.saturating_add(self.not_returned(&share.line, units));
        }
        if let Some(credit) = &each.credit {
            let by_lines = sum(credit.shares.iter().map(|share| share.amount.0));
            let left_of_lines =
                sum(credit.shares.iter().map(|each| self.not_returned(&each.line, each.amount.0)));
            let flat = credit.amount.0.saturating_sub(by_lines);
            left.credit = flat.saturating_add(left_of_lines);
        }
        left
    }

    /// Credits that were spent, and what is still spent of each.
    pub(super) fn credits_left(&self) -> impl Iterator<Item = (&SpentCredit, i64)> {
        let uses = self.reservation.uses.len();
        self.reservation.credits.iter().enumerate().map(move |(index, credit)| {
            let index = uses.saturating_add(index);
            let left = |share: &Share| share.amount.0.saturating_sub(self.taken(&share.line, index));
            (credit, if self.stands() { sum(credit.shares.iter().map(left)) } else { 0 })
        })
    }

    fn taken(&self, line: &LineId, part: usize) -> i64 {
        self.lines.get(line).and_then(|state| state.taken.get(part)).copied().unwrap_or(0)
    }

    /// What is left of an amount that comes back with the units of a line.
    fn not_returned(&self, line: &LineId, amount: i64) -> i64 {
        let bought = self.line(line).map_or(0, |line| line.quantity);
        let returned = self.lines.get(line).map_or(0, |state| state.returned);
        amount.saturating_sub(part(amount, returned.into(), bought.into()))
    }
}

/// Takes back of the parts in a line's reduction as much as belongs to the units that came back so far. In sum it is
/// always the whole reduction's share, rounded down; a part never takes anything again that it gave back.
fn take_back(parts: &[i64], taken: &mut [i64], returned: u32, bought: u32) {
    let due = part(sum(parts.iter().copied()), returned.into(), bought.into());
    let mut rest = due.saturating_sub(sum(taken.iter().copied()));
    // How far each part is behind its own share, in bought-ths of a minor unit.
    let behind = |index: &usize| {
        let share = parts.get(*index).map_or(0, |part| i128::from(*part).saturating_mul(returned.into()));
        let taken = taken.get(*index).map_or(0, |taken| i128::from(*taken).saturating_mul(bought.into()));
        i64::try_from(share.saturating_sub(taken)).unwrap_or(i64::MAX)
    };
    let order = ranked((0..parts.len()).collect(), |index| (descending(behind(index)), 0, 0));
    let whole: Vec<i64> =
        order.iter().map(|index| behind(index).checked_div(bought.into()).unwrap_or(0)).collect();
    let ones = order.iter().map(|index| (*index, 1));
    let all = order.iter().map(|index| (*index, i64::MAX));
    for (index, most) in order.iter().copied().zip(whole).chain(ones).chain(all) {
        if let (Some(part), Some(taken)) = (parts.get(index), taken.get_mut(index)) {
            let more = most.max(0).min(rest).min(part.saturating_sub(*taken));
            *taken = taken.saturating_add(more);
            rest = rest.saturating_sub(more);
        }
    }
}

fn sum(numbers: impl Iterator<Item = i64>) -> i64 {
    numbers.fold(0, i64::saturating_add)
}
