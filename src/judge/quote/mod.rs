//! What does a quote cost, which promotions apply, and why not the others (PROMO-4, PROMO-5)?
//!
//! Pure: it counts and says what would be accepted; nothing is used before somebody accepts it. Amounts are whole minor
//! units all the way. Each promotion that may apply is a candidate; lanes go in a row, and in each of them the plan says
//! which candidates apply: by default those that together are best for the customer.

mod alone;
pub mod answer;
mod apply;
mod asked;
mod best;
mod candidate;
mod doing;
mod eligible;
mod given;
mod good;
mod goods;
mod lanes;
mod reasons;
mod reduce;
mod rounding;
mod settle;
mod sheet;
mod spread;
mod units;

use super::truth::Truth;
use crate::offer::code::Code;
use crate::offer::ledger::Ledger;
use crate::offer::promotion::Promotion;
use crate::offer::refusal::{Unmet, WhyNot};
use crate::offer::request::QuoteRequest;
use crate::plan::quotes::{LaneChoice, QuoteRules};
use crate::value::id::{GroupId, PartyId, PromotionId};
use crate::value::order::ranked;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use answer::{NotApplied, Quoted};
pub use asked::{offers, quote};
use best::Table;
use candidate::Candidate;
use goods::Goods;
use lanes::{LaneNow, Run};

/// What a quote is counted from, promotions aside.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// What is asked for.
    pub request: &'a QuoteRequest,
    /// The customer, if it is known who that is.
    pub party: Option<&'a PartyId>,
    /// What was used of promotions.
    pub ledger: &'a Ledger,
    /// How quotes are counted.
    pub rules: &'a QuoteRules,
    /// When.
    pub now: Timestamp,
}

/// A promotion, and whether what it says of the customer and the deal is true.
#[derive(Debug, Clone)]
pub struct Offer<'a> {
    /// Its id.
    pub promotion: &'a PromotionId,
    /// Its terms.
    pub terms: &'a Promotion,
    /// Is its condition true?
    pub truth: Truth,
    /// What keeps it from being true.
    pub unmet: Vec<Unmet>,
}

impl<'a> Offer<'a> {
    /// A promotion that makes no condition, or whose condition is met.
    pub fn met(promotion: &'a PromotionId, terms: &'a Promotion) -> Offer<'a> {
        Offer { promotion, terms, truth: Truth::True, unmet: Vec::new() }
    }
}

/// Counts a quote.
///
/// ```
/// use nextsale::judge::quote::{Desk, Offer, price};
/// use nextsale::offer::{ledger::Ledger, promotion::Promotion, request::QuoteRequest};
/// use nextsale::plan::quotes::QuoteRules;
/// use nextsale::value::{document::read, id::PromotionId, time::Timestamp};
///
/// let request: QuoteRequest = read(r#"{ "currency": "EUR", "codes": [" spring ", "NOSUCH"], "lines": [
///   { "line": "a", "quantity": 3, "unitPrice": 1000 }, { "line": "b", "quantity": 1, "unitPrice": 500 } ] }"#).unwrap();
/// let terms: Promotion = read(r#"{ "name": "Spring", "codes": ["SPRING"],
///   "gives": { "type": "percentOff", "basisPoints": 1000, "target": "whole" } }"#).unwrap();
/// let id = PromotionId::parse("po_spring").unwrap();
/// let (ledger, now) = (Ledger::default(), Timestamp::EARLIEST);
/// let desk = Desk { request: &request, party: None, ledger: &ledger, rules: &QuoteRules::USUAL, now };
///
/// let quoted = price(&desk, vec![Offer::met(&id, &terms)]);
/// assert_eq!((quoted.total.before.0, quoted.total.after.0), (3500, 3150));
/// assert_eq!(quoted.applied[0].shares[0].amount.0, 300);
/// assert_eq!(quoted.not_applied[0].reason.name(), "unknownCode");
/// ```
pub fn price(desk: &Desk<'_>, offers: Vec<Offer<'_>>) -> Quoted {
    let goods = Goods::of(desk.request, desk.rules);
    let (candidates, mut refused) = candidates(desk, &goods, &offers);
    let lanes = LanesOf::new(desk.rules);
    let (candidates, groups) = lanes.ordered(candidates);
    let table = Table { goods: &goods, candidates: &candidates };
    let lanes = lanes.filled(&candidates);
    let start = goods.start(groups);
    let run = lanes::run(table, &lanes, &start);
    let chosen = alone::best_alone(table, &lanes, run, &start);
    refused.extend(reasons::reasons(table, &lanes, &chosen, &start));
    settle::settle(desk, table, &chosen, refused)
}

/// Those that may apply, and why the others can't.
fn candidates<'a>(
    desk: &Desk<'a>,
    goods: &Goods<'a>,
    offers: &[Offer<'a>],
) -> (Vec<Candidate<'a>>, Vec<NotApplied>) {
    let mut candidates = Vec::new();
    let mut refused = Vec::new();
    let named = named_codes(desk);
    let mut known: Vec<&Line> = Vec::new();
    for offer in offers {
        let theirs = named.iter().filter_map(|named| Some((*named, offer.terms.code(named)?)));
        let matching: Vec<(&Line, &'a Code)> = theirs.collect();
        known.extend(matching.iter().map(|(named, _)| *named));
        let only = &desk.request.promotions;
        if !only.is_empty() && !only.contains(offer.promotion) {
            continue;
        }
        let refusal = |code: Option<&Line>, reason: WhyNot| NotApplied {
            promotion: Some(offer.promotion.clone()),
            name: Some(offer.terms.name.clone()),
            code: code.cloned(),
            reason,
        };
        if offer.terms.codes.is_empty() {
            match eligible::candidate(desk, goods, offer, None) {
                Ok(candidate) => candidates.push(candidate),
                Err(reason) => refused.push(refusal(None, reason)),
            }
            continue;
        }
        let mut taken = false;
        for (named, code) in matching {
            match eligible::candidate(desk, goods, offer, Some(code)) {
                // One code is enough; it is not used up by another.
                Ok(_) if taken => {
                    let reason = WhyNot::ExcludedBy { promotion: offer.promotion.clone() };
                    refused.push(refusal(Some(named), reason));
                }
                Ok(candidate) => {
                    taken = true;
                    candidates.push(candidate);
                }
                Err(reason) => refused.push(refusal(Some(named), reason)),
            }
        }
    }
    let unknown = named.iter().filter(|named| !known.contains(named));
    refused.extend(unknown.map(|code| NotApplied {
        promotion: None,
        name: None,
        code: Some((*code).clone()),
        reason: WhyNot::UnknownCode,
    }));
    (candidates, refused)
}

/// The codes that were named, each once.
fn named_codes<'a>(desk: &Desk<'a>) -> Vec<&'a Line> {
    let mut codes: Vec<&Line> = Vec::new();
    for code in &desk.request.codes {
        if !codes.iter().any(|known| known.folded() == code.folded()) {
            codes.push(code);
        }
    }
    codes
}

/// The lanes of the plan, and the usual one after them if it isn't listed.
struct LanesOf<'a> {
    names: Vec<(&'a str, LaneChoice)>,
    usual: usize,
}

impl<'a> LanesOf<'a> {
    fn new(rules: &'a QuoteRules) -> LanesOf<'a> {
        let choose = |choose: Option<LaneChoice>| choose.unwrap_or(LaneChoice::BestCombination);
        let mut names: Vec<(&str, LaneChoice)> =
            rules.lanes.iter().map(|lane| (lane.id.as_str(), choose(lane.choose))).collect();
        let usual = names.iter().position(|(name, _)| *name == QuoteRules::USUAL_LANE);
        if usual.is_none() {
            names.push((QuoteRules::USUAL_LANE, LaneChoice::BestCombination));
        }
        LanesOf { usual: usual.unwrap_or(names.len().saturating_sub(1)), names }
    }

    /// Candidates in the order in which they apply, and how many groups there are.
    fn ordered<'c>(&self, candidates: Vec<Candidate<'c>>) -> (Vec<Candidate<'c>>, usize) {
        let mut groups: Vec<&GroupId> = Vec::new();
        let mut candidates = candidates;
        candidates.sort_by_key(|candidate| candidate.id);
        for candidate in &mut candidates {
            let named = candidate.terms.lane.as_ref().map(|lane| lane.as_str());
            let lane = named.and_then(|lane| self.names.iter().position(|(name, _)| *name == lane));
            candidate.lane = lane.unwrap_or(self.usual);
            candidate.group = candidate.group_name().map(|name| {
                groups.iter().position(|known| *known == name).unwrap_or_else(|| {
                    groups.push(name);
                    groups.len().saturating_sub(1)
                })
            });
        }
        let candidates = ranked(candidates, Candidate::rank);
        (ranked(candidates, |candidate| (crate::value::number::index(candidate.lane), 0, 0)), groups.len())
    }

    fn filled(&self, candidates: &[Candidate<'_>]) -> Vec<LaneNow> {
        let members = |lane: usize| {
            let numbered = candidates.iter().enumerate();
            numbered.filter(|(_, candidate)| candidate.lane == lane).map(|(number, _)| number).collect()
        };
        let lanes = self.names.iter().enumerate();
        lanes.map(|(lane, (_, choose))| LaneNow { choose: *choose, members: members(lane) }).collect()
    }
}

/// What was chosen.
struct Chosen {
    run: Run,
    /// The promotion that applies alone.
    alone: Option<usize>,
}
