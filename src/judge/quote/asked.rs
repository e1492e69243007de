//! A quote as somebody asks for it: conditions are judged by what the book knows.

use super::answer::Quoted;
use super::{Desk, Offer, price};
use crate::judge::Bench;
use crate::judge::situation::{FactValue, Situation};
use crate::judge::truth::{Facts, Leaf, Truth, Wanted, leaves, truth};
use crate::offer::ledger::Ledger;
use crate::offer::promotion::Promotion;
use crate::offer::refusal::{Unmet, UnmetState};
use crate::offer::request::QuoteRequest;
use crate::plan::condition::{Asked, Condition, FactName};
use crate::plan::quotes::QuoteRules;
use crate::value::id::PromotionId;

/// What the book knows of the customer and the deal, and the quote itself.
struct QuoteFacts<'a> {
    situation: Option<&'a dyn Facts>,
    request: &'a QuoteRequest,
}

impl Facts for QuoteFacts<'_> {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        match asked {
            Asked::Named(FactName::QuoteAmount) => Some(FactValue::Number(self.amount())),
            Asked::Named(FactName::QuoteQuantity) => Some(FactValue::Number(self.quantity())),
            _ => self.situation.and_then(|situation| situation.value(asked)),
        }
    }
}

impl QuoteFacts<'_> {
    /// What the lines cost on the list, in the currency itself and not its minor unit: conditions are written so. It is
    /// compared with what somebody wrote, and never counted with.
    #[expect(
        clippy::cast_precision_loss,
        reason = "an amount is less than 2^53, which a float holds exactly"
    )]
    fn amount(&self) -> f64 {
        let minor = self.request.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.list_total()));
        let unit = 10_i64.saturating_pow(self.request.currency.exponent());
        minor as f64 / unit as f64
    }

    #[expect(clippy::cast_precision_loss, reason = "so many units are not bought")]
    fn quantity(&self) -> f64 {
        self.request.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.quantity.into())) as f64
    }
}

/// Promotions, each with whether its condition is true as far as these facts are known.
pub fn offers<'p>(
    situation: Option<&dyn Facts>,
    request: &QuoteRequest,
    promotions: impl Iterator<Item = (&'p PromotionId, &'p Promotion)>,
) -> Vec<Offer<'p>> {
    let facts = QuoteFacts { situation, request };
    promotions.map(|(id, terms)| offer(&facts, id, terms)).collect()
}

fn offer<'p>(facts: &QuoteFacts<'_>, promotion: &'p PromotionId, terms: &'p Promotion) -> Offer<'p> {
    let Some(when) = &terms.when else { return Offer::met(promotion, terms) };
    let truth = truth(when, facts);
    let unmet = if truth == Truth::True { Vec::new() } else { leaves(when, facts) };
    let unmet = unmet.into_iter().filter_map(|leaf| unmet_leaf(facts, leaf)).collect();
    Offer { promotion, terms, truth, unmet }
}

/// A leaf that keeps a condition from being true.
fn unmet_leaf(facts: &QuoteFacts<'_>, leaf: Leaf) -> Option<Unmet> {
    let condition = match leaf.comparison {
        None => Condition::Known(leaf.asked),
        Some(comparison) => Condition::Compare(leaf.asked, comparison),
    };
    let condition = match leaf.wanted {
        Wanted::Holding => condition,
        Wanted::NotHolding => Condition::Not(Box::new(condition)),
    };
    let state = match truth(&condition, facts) {
        Truth::True => return None,
        Truth::False => UnmetState::Failed,
        Truth::Unknown => UnmetState::Unknown,
    };
    Some(Unmet::Fact { condition, state })
}

/// Counts a quote for a customer or a deal of the book.
pub fn quote<'a>(
    bench: &'a Bench<'a>,
    ledger: &Ledger,
    promotions: impl Iterator<Item = (&'a PromotionId, &'a Promotion)>,
    rules: &QuoteRules,
    request: &QuoteRequest,
) -> Quoted {
    let deal = request.deal.as_ref().and_then(|deal| bench.book.deal(deal));
    let named = request.party.as_ref().or_else(|| deal.and_then(|deal| deal.party.as_ref()));
    let known = named.and_then(|party| bench.book.party(party));
    let situation = match (deal, known) {
        (Some(deal), _) => Some(Situation::of_deal(bench, deal)),
        (None, Some(party)) => Some(Situation::of_party(bench, party)),
        (None, None) => None,
    };
    let party = known.map(|party| &party.id).or(named);
    let desk = Desk { request, party, ledger, rules, now: bench.now.at };
    price(&desk, offers(situation.as_ref().map(|known| known as &dyn Facts), request, promotions))
}
