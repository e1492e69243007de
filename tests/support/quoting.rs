//! Quotes for tests, from JSON.

use super::moment;
use nextsale::judge::quote::answer::{NotApplied, Quoted};
use nextsale::judge::quote::{Desk, Offer, offers, price};
use nextsale::offer::ledger::Ledger;
use nextsale::offer::promotion::Promotion;
use nextsale::offer::refusal::WhyNot;
use nextsale::offer::request::QuoteRequest;
use nextsale::plan::quotes::QuoteRules;
use nextsale::value::document::{FromDocument, read_value};
use nextsale::value::id::{PartyId, PromotionId};
use nextsale::value::time::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

pub fn reads<T: FromDocument>(document: &Value) -> T {
    read_value(document).unwrap_or_else(|problems| panic!("{document}: {problems:?}"))
}

/// Promotions, a ledger and the plan's rules: everything that a quote is counted from.
pub struct Shop {
    pub promotions: BTreeMap<PromotionId, Promotion>,
    pub ledger: Ledger,
    pub rules: QuoteRules,
    pub now: Timestamp,
}

impl Shop {
    /// A shop with promotions by their ids, without `po_`.
    pub fn with(promotions: Value) -> Shop {
        let promotions = promotions.as_object().unwrap().iter().map(|(id, terms)| {
            let mut document = json!({ "name": id });
            for (name, value) in terms.as_object().unwrap() {
                document[name] = value.clone();
            }
            (PromotionId::parse(&format!("po_{id}")).unwrap(), reads(&document))
        });
        Shop {
            promotions: promotions.collect(),
            ledger: Ledger::default(),
            rules: QuoteRules::USUAL,
            now: moment(super::MONDAY),
        }
    }

    pub fn ruled(mut self, rules: Value) -> Shop {
        self.rules = reads(&rules);
        self
    }

    pub fn ask(&self, request: &QuoteRequest) -> Quoted {
        let desk = Desk {
            request,
            party: request.party.as_ref(),
            ledger: &self.ledger,
            rules: &self.rules,
            now: self.now,
        };
        price(&desk, self.promotions.iter().map(|(id, terms)| Offer::met(id, terms)).collect())
    }

    /// A quote where conditions are judged, by a book that knows nothing but the quote.
    pub fn judged(&self, request: &QuoteRequest) -> Quoted {
        let desk = Desk {
            request,
            party: request.party.as_ref(),
            ledger: &self.ledger,
            rules: &self.rules,
            now: self.now,
        };
        price(&desk, offers(None, request, self.promotions.iter()))
    }

    /// A quote of lines by their ids, each with a quantity and a unit price and perhaps more, in euros.
    pub fn quote(&self, lines: Value) -> Quoted {
        self.ask(&request(lines, json!({})))
    }

    pub fn quote_with(&self, lines: Value, more: Value) -> Quoted {
        self.ask(&request(lines, more))
    }

    /// Why a promotion did not apply.
    pub fn why(&self, promotion: &str, lines: Value, more: Value) -> WhyNot {
        why(&self.quote_with(lines, more), promotion)
    }
}

pub fn why(quoted: &Quoted, promotion: &str) -> WhyNot {
    let id = PromotionId::parse(&format!("po_{promotion}")).unwrap();
    let of = |each: &&NotApplied| each.promotion.as_ref() == Some(&id);
    quoted
        .not_applied
        .iter()
        .find(of)
        .unwrap_or_else(|| panic!("{promotion} applied: {quoted:#?}"))
        .reason
        .clone()
}

/// `{ "a": [2, 1000], "b": [1, 500, { "product": "pr_b" }] }` with more for the quote itself.
pub fn request(lines: Value, more: Value) -> QuoteRequest {
    let lines: Vec<Value> = (lines.as_object().unwrap().iter())
        .map(|(id, line)| {
            let mut document = json!({ "line": id, "quantity": line[0], "unitPrice": line[1] });
            for (name, value) in line[2].as_object().unwrap_or(&Map::new()) {
                document[name] = value.clone();
            }
            document
        })
        .collect();
    let mut document = json!({ "currency": "EUR", "lines": lines });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    reads(&document)
}

/// What each line costs in the end.
pub fn after(quoted: &Quoted) -> Vec<i64> {
    quoted.lines.iter().map(|line| line.total.after.0).collect()
}

/// The promotions that apply, without `po_`.
pub fn applied(quoted: &Quoted) -> Vec<&str> {
    quoted.applied.iter().filter_map(|each| each.promotion.as_str().strip_prefix("po_")).collect()
}

pub fn party(id: &str) -> PartyId {
    PartyId::parse(id).unwrap()
}

pub fn eur(minor: i64) -> Value {
    json!([{ "minor": minor, "currency": "EUR" }])
}

pub fn percent(basis_points: u32, target: &str) -> Value {
    json!({ "type": "percentOff", "basisPoints": basis_points, "target": target })
}

pub fn amount(minor: i64, target: &str) -> Value {
    json!({ "type": "amountOff", "amounts": eur(minor), "target": target })
}

pub fn fixed(minor: i64, target: &str) -> Value {
    json!({ "type": "fixedPrice", "prices": eur(minor), "target": target })
}

pub fn three() -> Value {
    json!({ "a": [3, 1000], "b": [1, 2000], "c": [2, 500] })
}
