//! What was used beyond its limits: copies of a book that were apart can each have given the last of it.

use super::tally::Count;
use super::{Ledger, Sale};
use crate::offer::promotion::Promotion;
use crate::value::id::{PartyId, PromotionId, QuoteId};
use crate::value::money::{Currency, Money};
use crate::value::text::Line;
use serde::Serialize;

/// Something that was used beyond its limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Overspent {
    /// More often than it can be.
    Uses {
        /// The promotion.
        promotion: PromotionId,
        /// The code, if it is the code's limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<Line>,
        /// How often it can be used.
        limit: u32,
        /// How often it was.
        used: u32,
    },
    /// More often than a customer can use it.
    Customer {
        /// The promotion.
        promotion: PromotionId,
        /// The code, if it is the code's limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<Line>,
        /// The customer.
        party: PartyId,
        /// How often one can use it.
        limit: u32,
        /// How often they did.
        used: u32,
    },
    /// For more than there was.
    Budget {
        /// The promotion.
        promotion: PromotionId,
        /// The code, if it is the code's limit.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<Line>,
        /// What there was.
        limit: Money,
        /// What was given.
        spent: Money,
    },
    /// For more units than there were.
    Units {
        /// The promotion.
        promotion: PromotionId,
        /// How many there were.
        limit: u32,
        /// How many were given.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        used: i64,
    },
    /// Credit that the purchase which brought it no longer backs.
    Credit {
        /// The promotion.
        promotion: PromotionId,
        /// The purchase.
        quote: QuoteId,
        /// What it brought, less what was taken back.
        granted: Money,
        /// What was spent of it.
        spent: Money,
    },
}

impl Ledger {
    /// What was used beyond the limits of these promotions, and credit that nothing backs any more.
    pub fn overspent<'p>(
        &self,
        promotions: impl Iterator<Item = (&'p PromotionId, &'p Promotion)>,
    ) -> Vec<Overspent> {
        let mut found = Vec::new();
        for (id, terms) in promotions {
            self.beyond_limits(id, terms, &mut found);
        }
        for (quote, sale) in &self.sales {
            self.beyond_credit(quote, sale, &mut found);
        }
        found
    }

    fn beyond_limits(&self, id: &PromotionId, terms: &Promotion, found: &mut Vec<Overspent>) {
        let Some(tally) = self.tallies.get(id) else { return };
        if let Some(limits) = &terms.limits {
            let measure = Measure { id, code: None, count: &tally.all };
            measure.often(limits.uses, limits.uses_per_customer, found);
            measure.money(&limits.budget, found);
            if let Some(limit) = limits.units.filter(|limit| tally.all.units > i64::from(*limit)) {
                found.push(Overspent::Units { promotion: id.clone(), limit, used: tally.all.units });
            }
        }
        for code in &terms.codes {
            if let Some(count) = tally.of_code(&code.code) {
                let measure = Measure { id, code: Some(&code.code), count };
                measure.often(code.uses, code.uses_per_customer, found);
                measure.money(&code.budget, found);
            }
        }
    }

    fn beyond_credit(&self, quote: &QuoteId, sale: &Sale, found: &mut Vec<Overspent>) {
        for credit in self.credits_of(quote, sale).into_iter().filter(|credit| credit.spent > credit.granted)
        {
            let money = |minor: i64| Money { minor, currency: credit.currency };
            found.push(Overspent::Credit {
                granted: money(credit.granted),
                spent: money(credit.spent),
                promotion: credit.promotion,
                quote: credit.quote,
            });
        }
    }
}

/// What was used, beside whose limit it is.
struct Measure<'a> {
    id: &'a PromotionId,
    code: Option<&'a Line>,
    count: &'a Count,
}

impl Measure<'_> {
    fn often(&self, uses: Option<u32>, uses_per_customer: Option<u32>, found: &mut Vec<Overspent>) {
        let used = self.count.uses();
        let (promotion, code) = (self.id.clone(), self.code.cloned());
        if let Some(limit) = uses.filter(|limit| used > *limit) {
            found.push(Overspent::Uses { promotion, code, limit, used });
        }
        let Some(limit) = uses_per_customer else { return };
        for (party, used) in self.count.parties().filter(|(_, used)| *used > limit) {
            let (promotion, code, party) = (self.id.clone(), self.code.cloned(), party.clone());
            found.push(Overspent::Customer { promotion, code, party, limit, used });
        }
    }

    fn money(&self, budget: &[Money], found: &mut Vec<Overspent>) {
        let spent = |currency: Currency| Money { minor: self.count.spent(currency), currency };
        for limit in budget.iter().filter(|limit| spent(limit.currency).minor > limit.minor) {
            let (promotion, code) = (self.id.clone(), self.code.cloned());
            found.push(Overspent::Budget { promotion, code, limit: *limit, spent: spent(limit.currency) });
        }
    }
}
