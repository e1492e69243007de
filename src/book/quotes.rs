//! Promotions and accepted quotes, as the book knows them.

use super::Book;
use super::apply::bonds::need_found;
use super::deal::Deal;
use super::party::Party;
use crate::journal::entry::Entry;
use crate::journal::fact::{Fact, GoodsReturned, QuoteAccepted};
use crate::offer::ledger::Ledger;
use crate::offer::promotion::Promotion;
use crate::offer::terms::{FollowUp, PromotionStanding};
use crate::value::id::{DealId, NeedId, PartyId, PromotionId, QuoteId};
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use std::collections::BTreeMap;

/// What is known of promotions and quotes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Quotes {
    promotions: BTreeMap<PromotionId, Promotion>,
    /// Since when those are paused that are.
    paused: BTreeMap<PromotionId, Timestamp>,
    ledger: Ledger,
    deals: BTreeMap<QuoteId, DealId>,
}

/// A contact that an accepted promotion leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownFollowUp {
    /// The quote.
    pub quote: QuoteId,
    /// The deal that it was made for.
    pub deal: Option<DealId>,
    /// The promotion.
    pub promotion: PromotionId,
    /// What it was called when it was accepted.
    pub name: Line,
    /// When it was accepted.
    pub accepted_at: Timestamp,
    /// What follows.
    pub follow: FollowUp,
}

impl Book {
    /// The promotions, by id, as they were listed last.
    pub fn promotions(&self) -> impl Iterator<Item = (&PromotionId, &Promotion)> {
        self.quotes.promotions.iter()
    }

    /// A promotion.
    pub fn promotion(&self, id: &PromotionId) -> Option<&Promotion> {
        self.quotes.promotions.get(id)
    }

    /// Since when a promotion is paused; nothing if it isn't.
    pub fn paused_since(&self, id: &PromotionId) -> Option<Timestamp> {
        self.quotes.paused.get(id).copied()
    }

    /// What was used of promotions, and given back.
    pub fn ledger(&self) -> &Ledger {
        &self.quotes.ledger
    }

    /// The deal that an accepted quote was made for.
    pub fn deal_of_quote(&self, quote: &QuoteId) -> Option<&Deal> {
        self.deal(self.quotes.deals.get(quote)?)
    }

    /// The customer of a quote: the one who is named, or the deal's.
    pub fn customer_of(&self, party: Option<&PartyId>, deal: Option<&DealId>) -> Option<&Party> {
        let of_deal = || self.deal(deal?)?.party.as_ref();
        self.party(party.or_else(of_deal)?)
    }

    pub(super) fn about_quotes(&mut self, fact: &Fact, entry: &Entry) {
        match fact {
            Fact::PromotionListed(listed) => {
                match listed.terms.standing {
                    Some(PromotionStanding::Paused) => {
                        self.quotes.paused.entry(listed.promotion.clone()).or_insert(entry.at);
                    }
                    Some(PromotionStanding::Active) | None => {
                        self.quotes.paused.remove(&listed.promotion);
                    }
                }
                self.quotes.promotions.insert(listed.promotion.clone(), (*listed.terms).clone());
            }
            Fact::QuoteAccepted(accepted) => self.quote_accepted(accepted, entry),
            Fact::QuoteCancelled(cancelled) => {
                self.quotes.ledger.cancel(&cancelled.quote);
                self.end_follow_ups(&cancelled.quote);
            }
            Fact::GoodsReturned(returned) => self.goods_returned(returned),
            _ => {}
        }
    }

    fn quote_accepted(&mut self, accepted: &QuoteAccepted, entry: &Entry) {
        if self.quotes.ledger.sale(&accepted.quote).is_some() {
            return;
        }
        let at = accepted.accepted_at.unwrap_or(entry.at);
        let customer = self.customer_of(accepted.party.as_ref(), accepted.deal.as_ref());
        let customer = customer.map(|party| party.id.clone());
        self.quotes.ledger.accept(&accepted.quote, customer.as_ref(), at, &accepted.reservation);
        if let Some(deal) = accepted.deal.as_ref().and_then(|deal| self.deals.get_mut(deal)) {
            let (minor, currency) = (accepted.reservation.total.0, accepted.reservation.currency);
            deal.worth = Some(Money { minor, currency });
            self.quotes.deals.insert(accepted.quote.clone(), deal.id.clone());
        }
        if let Some(customer) = customer {
            self.follow_from(accepted, &customer, at);
        }
    }

    /// Remembers what its promotions lead to.
    fn follow_from(&mut self, accepted: &QuoteAccepted, customer: &PartyId, at: Timestamp) {
        for (number, led_to) in accepted.consequences.iter().enumerate() {
            let followed = led_to.follow.as_ref().map(|follow| KnownFollowUp {
                quote: accepted.quote.clone(),
                deal: accepted.deal.clone(),
                promotion: led_to.promotion.clone(),
                name: led_to.name.clone(),
                accepted_at: at,
                follow: follow.clone(),
            });
            self.change(customer, |party| party.follow_ups.extend(followed));
            let Some(need) = &led_to.need else { continue };
            let id = need.need.clone().unwrap_or_else(|| NeedId::of_quote(&accepted.quote, number));
            self.change(customer, |party| need_found(party, id, need, accepted.deal.as_ref(), at));
        }
    }

    /// What a quote that was taken back led to leads nowhere any more. The need stays: it is theirs.
    fn end_follow_ups(&mut self, quote: &QuoteId) {
        let customer = self.quotes.ledger.sale(quote).and_then(|sale| sale.party.clone());
        if let Some(customer) = customer {
            self.change(&customer, |party| party.follow_ups.retain(|follow_up| follow_up.quote != *quote));
        }
    }

    fn goods_returned(&mut self, returned: &GoodsReturned) {
        for units in &returned.lines {
            self.quotes.ledger.give_back(&returned.quote, &units.line, units.quantity);
        }
    }
}
