//! Promotions with what was used of them, and accepted quotes, as they are shown (PROMO-4, PROMO-5).

use crate::book::Book;
use crate::offer::ledger::{Overspent, Sale, SaleStanding};
use crate::offer::promotion::Promotion;
use crate::offer::reservation::Reservation;
use crate::value::id::{DealId, LineId, PartyId, PromotionId, QuoteId};
use crate::value::money::{Currency, Money};
use crate::value::order::{descending, ranked};
use crate::value::time::Timestamp;
use crate::view::query::AcceptedQuotesQuery;
use serde::Serialize;

/// All promotions, and what was used beyond their limits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromotionsView {
    /// The promotions, by id.
    pub promotions: Vec<PromotionView>,
    /// What was used beyond its limits by copies of the book that were apart.
    pub overspent: Vec<Overspent>,
}

/// A promotion, and what was used of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromotionView {
    /// Its id.
    pub promotion: PromotionId,
    /// Its terms, as they are now.
    pub terms: Promotion,
    /// On how many accepted quotes it is in use.
    pub uses: u32,
    /// How many units it gave or reduced.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub units: i64,
    /// What it gave: what it took off, and the credit that it brought.
    pub spent: Vec<Money>,
}

/// An accepted quote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AcceptedQuoteView {
    /// Its id.
    pub quote: QuoteId,
    /// Who accepted it.
    pub party: Option<PartyId>,
    /// The deal that it was made for.
    pub deal: Option<DealId>,
    /// When.
    pub accepted_at: Timestamp,
    /// Does it still stand?
    pub standing: SaleStanding,
    /// What was accepted, word for word.
    pub reservation: Reservation,
    /// What the customer pays for what did not come back.
    pub paid: Money,
    /// How many units of each line can still come back.
    pub returnable: Vec<ReturnableView>,
    /// The money off later purchases that it brought.
    pub credits: Vec<CreditView>,
}

/// Units of a line that can still come back.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReturnableView {
    /// The line.
    pub line: LineId,
    /// How many.
    pub units: u32,
}

/// Money off later purchases.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CreditView {
    /// The promotion that brought it.
    pub promotion: PromotionId,
    /// How much it was, less what was taken back with goods.
    pub granted: Money,
    /// How much of it is spent.
    pub spent: Money,
    /// Until when it can be spent.
    pub until: Timestamp,
}

impl PromotionsView {
    /// Lays out all promotions.
    pub(crate) fn of(book: &Book) -> PromotionsView {
        let ledger = book.ledger();
        let laid_out = |(id, terms): (&PromotionId, &Promotion)| PromotionView {
            promotion: id.clone(),
            terms: terms.clone(),
            uses: ledger.uses(id),
            units: ledger.units(id),
            spent: ledger.spent_in_all(id).map(|(currency, minor)| Money { minor, currency }).collect(),
        };
        PromotionsView {
            promotions: book.promotions().map(laid_out).collect(),
            overspent: ledger.overspent(book.promotions()),
        }
    }
}

impl AcceptedQuoteView {
    /// Lays out the accepted quotes of a party, of a deal, or all, latest first.
    pub(crate) fn all(book: &Book, query: &AcceptedQuotesQuery) -> Vec<AcceptedQuoteView> {
        let party = query.party.as_ref().map(|party| book.kept(party));
        let of_party = |sale: &Sale| party.is_none_or(|party| sale.party.as_ref() == Some(party));
        let of_deal = |quote: &QuoteId| {
            query.deal.is_none() || book.deal_of_quote(quote).map(|deal| &deal.id) == query.deal.as_ref()
        };
        let asked = book.ledger().sales().filter(|(quote, sale)| of_party(sale) && of_deal(quote));
        let asked = asked.map(|(quote, sale)| AcceptedQuoteView::of(book, quote, sale)).collect();
        ranked(asked, |quote: &AcceptedQuoteView| (descending(quote.accepted_at.millis()), 0, 0))
    }

    fn of(book: &Book, quote: &QuoteId, sale: &Sale) -> AcceptedQuoteView {
        let currency = sale.reservation.currency;
        let returnable = sale
            .reservation
            .lines
            .iter()
            .map(|line| ReturnableView { line: line.line.clone(), units: sale.returnable(&line.line) });
        AcceptedQuoteView {
            quote: quote.clone(),
            party: sale.party.clone(),
            deal: book.deal_of_quote(quote).map(|deal| deal.id.clone()),
            accepted_at: sale.at,
            standing: sale.standing,
            reservation: sale.reservation.clone(),
            paid: Money { minor: sale.paid(), currency },
            returnable: returnable.collect(),
            credits: credits(book, quote, sale, currency),
        }
    }
}

fn credits(book: &Book, quote: &QuoteId, sale: &Sale, currency: Currency) -> Vec<CreditView> {
    let money = |minor: i64| Money { minor, currency };
    let brought = sale.party.as_ref().map(|party| book.ledger().credits(party)).unwrap_or_default();
    let of_quote = brought.into_iter().filter(|credit| credit.quote == *quote);
    of_quote
        .map(|credit| CreditView {
            granted: money(credit.granted),
            spent: money(credit.spent),
            promotion: credit.promotion,
            until: credit.until,
        })
        .collect()
}
