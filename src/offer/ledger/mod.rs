//! What was used of promotions, and given back (PROMO-4, PROMO-5).
//!
//! The ledger is a value: quotes are accepted, cancelled, and goods of them returned. What a promotion gave is frozen when
//! a quote is accepted; whatever becomes of its terms, exactly that is taken back. Nothing that happens can make the
//! ledger fail: what makes no sense changes nothing.
//!
//! ```
//! use nextsale::offer::ledger::Ledger;
//! use nextsale::offer::reservation::Reservation;
//! use nextsale::value::document::read;
//! use nextsale::value::id::{LineId, PromotionId, QuoteId};
//! use nextsale::value::money::Currency;
//! use nextsale::value::time::Timestamp;
//!
//! let reservation: Reservation = read(r#"{ "currency": "EUR", "total": 200,
//!   "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100, "total": 200 }],
//!   "uses": [{ "promotion": "po_spring", "amount": 100, "shares": [{ "line": "a", "amount": 100 }] }] }"#).unwrap();
//! let (quote, spring) = (QuoteId::parse("q_1").unwrap(), PromotionId::parse("po_spring").unwrap());
//! let (a, euro) = (LineId::parse("a").unwrap(), Currency::parse("EUR").unwrap());
//!
//! let mut ledger = Ledger::default();
//! ledger.accept(&quote, None, Timestamp::EARLIEST, &reservation);
//! assert_eq!((ledger.uses(&spring), ledger.spent(&spring, euro)), (1, 100));
//! let refunds: Vec<i64> = (0..3).map(|_| ledger.give_back(&quote, &a, 1).refund).collect();
//! assert_eq!(refunds, [67, 67, 66]);
//! assert_eq!((ledger.uses(&spring), ledger.spent(&spring, euro)), (0, 0));
//! ```

mod credit;
mod overspent;
mod room;
mod sale;
mod tally;

use super::reservation::Reservation;
use crate::value::id::{LineId, PartyId, PromotionId, QuoteId};
use crate::value::money::Currency;
use crate::value::text::Line;
use crate::value::time::Timestamp;
pub use credit::Credit;
pub use overspent::Overspent;
pub use room::{NoRoom, Room};
pub use sale::{Sale, SaleStanding};
use std::collections::BTreeMap;
use tally::Tally;

/// What was used of promotions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    sales: BTreeMap<QuoteId, Sale>,
    tallies: BTreeMap<PromotionId, Tally>,
    /// What was spent of the credit that a promotion brought with a purchase.
    spent_credits: BTreeMap<(QuoteId, PromotionId), i64>,
    /// The purchases of a customer that brought credit.
    granting: BTreeMap<PartyId, Vec<QuoteId>>,
}

/// What a return comes to, in minor units of the purchase's currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Returned {
    /// How many units came back: never more than were still out.
    pub units: u32,
    /// What the customer gets back.
    pub refund: i64,
    /// What promotions had taken off these units.
    pub taken_back: i64,
}

impl Ledger {
    /// A quote is accepted. One that is known already is left as it is.
    pub fn accept(
        &mut self,
        quote: &QuoteId,
        party: Option<&PartyId>,
        at: Timestamp,
        reservation: &Reservation,
    ) {
        if self.sales.contains_key(quote) {
            return;
        }
        let sale = Sale::new(party.cloned(), at, reservation.clone());
        let brings_credit = sale.reservation.uses.iter().any(|each| each.credit.is_some());
        if let Some(party) = party.filter(|_| brings_credit) {
            self.granting.entry(party.clone()).or_default().push(quote.clone());
        }
        self.count(&sale, 1);
        self.sales.insert(quote.clone(), sale);
    }

    /// A quote is cancelled: all that is left of it is taken back. Gives what the customer gets back.
    pub fn cancel(&mut self, quote: &QuoteId) -> i64 {
        self.change(quote, Sale::cancel).unwrap_or_default()
    }

    /// Units of a line are returned: their share is taken back, over several returns to the minor unit.
    pub fn give_back(&mut self, quote: &QuoteId, line: &LineId, units: u32) -> Returned {
        self.change(quote, |sale| sale.give_back(line, units)).unwrap_or_default()
    }

    /// Takes a sale out of the tallies, changes it, and puts back in what is left of it.
    fn change<T>(&mut self, quote: &QuoteId, change: impl FnOnce(&mut Sale) -> T) -> Option<T> {
        let mut sale = self.sales.remove(quote)?;
        self.count(&sale, -1);
        let changed = change(&mut sale);
        self.count(&sale, 1);
        self.sales.insert(quote.clone(), sale);
        Some(changed)
    }

    /// Counts what is left of a sale in (1) or out (-1).
    fn count(&mut self, sale: &Sale, sign: i64) {
        let currency = sale.reservation.currency;
        for (each, left) in sale.uses_left() {
            let tally = self.tallies.entry(each.promotion.clone()).or_default();
            tally.count(each.code.as_ref(), sale.party.as_ref(), currency, &left, sign);
        }
        for (credit, left) in sale.credits_left() {
            let key = (credit.quote.clone(), credit.promotion.clone());
            let spent = self.spent_credits.entry(key).or_default();
            *spent = spent.saturating_add(left.saturating_mul(sign));
        }
    }

    /// An accepted quote.
    pub fn sale(&self, quote: &QuoteId) -> Option<&Sale> {
        self.sales.get(quote)
    }

    /// All accepted quotes, by their ids.
    pub fn sales(&self) -> impl Iterator<Item = (&QuoteId, &Sale)> {
        self.sales.iter()
    }

    /// How often a promotion is in use.
    pub fn uses(&self, promotion: &PromotionId) -> u32 {
        self.tallies.get(promotion).map_or(0, |tally| tally.all.uses())
    }

    /// How often a customer has it in use.
    pub fn uses_of(&self, promotion: &PromotionId, party: &PartyId) -> u32 {
        self.tallies.get(promotion).map_or(0, |tally| tally.all.uses_of(party))
    }

    /// What it gave in a currency, in minor units: what it took off and the credit that it brought.
    pub fn spent(&self, promotion: &PromotionId, currency: Currency) -> i64 {
        self.tallies.get(promotion).map_or(0, |tally| tally.all.spent(currency))
    }

    /// What it gave in each currency, in minor units.
    pub fn spent_in_all(&self, promotion: &PromotionId) -> impl Iterator<Item = (Currency, i64)> {
        self.tallies.get(promotion).into_iter().flat_map(|tally| tally.all.spent_in_all())
    }

    /// How many units it gave or reduced.
    pub fn units(&self, promotion: &PromotionId) -> i64 {
        self.tallies.get(promotion).map_or(0, |tally| tally.all.units)
    }

    /// How often it is in use with a code; case and spaces around it don't matter.
    pub fn code_uses(&self, promotion: &PromotionId, code: &Line) -> u32 {
        self.tallies.get(promotion).and_then(|tally| tally.of_code(code)).map_or(0, tally::Count::uses)
    }
}
