//! Money off that earlier purchases brought.

use super::{Ledger, Sale};
use crate::value::id::{PartyId, PromotionId, QuoteId};
use crate::value::money::Currency;
use crate::value::order::ranked;
use crate::value::time::{DAY, Timestamp};

/// Money off that an earlier purchase brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    /// The purchase.
    pub quote: QuoteId,
    /// The promotion.
    pub promotion: PromotionId,
    /// Its currency.
    pub currency: Currency,
    /// How much it was, less what was taken back with goods.
    pub granted: i64,
    /// How much of it is spent.
    pub spent: i64,
    /// Until when it can be spent.
    pub until: Timestamp,
}

impl Credit {
    /// What can still be spent of it.
    pub fn left(&self) -> i64 {
        self.granted.saturating_sub(self.spent).max(0)
    }
}

impl Ledger {
    /// The credits of a customer, those that end first before the others.
    pub fn credits(&self, party: &PartyId) -> Vec<Credit> {
        let purchases = self.granting.get(party).into_iter().flatten();
        let sales = purchases.filter_map(|quote| Some((quote, self.sales.get(quote)?)));
        let credits = sales.flat_map(|(quote, sale)| self.credits_of(quote, sale)).collect();
        ranked(credits, |credit: &Credit| (credit.until.millis(), 0, 0))
    }

    /// The credits of a customer that can be spent now.
    pub fn spendable(&self, party: &PartyId, currency: Currency, now: Timestamp) -> Vec<Credit> {
        let mut credits = self.credits(party);
        credits.retain(|credit| credit.currency == currency && credit.until > now && credit.left() > 0);
        credits
    }

    /// The credits that a purchase brought.
    pub(super) fn credits_of(&self, quote: &QuoteId, sale: &Sale) -> Vec<Credit> {
        let credits = sale.uses_left().filter_map(|(each, left)| {
            let valid_days = each.credit.as_ref()?.valid_days;
            let key = (quote.clone(), each.promotion.clone());
            Some(Credit {
                spent: self.spent_credits.get(&key).copied().unwrap_or(0),
                quote: key.0,
                promotion: key.1,
                currency: sale.reservation.currency,
                granted: left.credit,
                until: sale.at.plus(i64::from(valid_days).saturating_mul(DAY)),
            })
        });
        credits.collect()
    }
}
