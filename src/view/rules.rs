//! Why a rule fires for somebody, or why not, as it is shown (NEXT-2, NEXT-4).

use crate::judge::rules::{RuleState, RuleVerdict};
use crate::judge::truth::Leaf;
use crate::say::en::{plan, step};
use crate::value::id::RuleId;
use crate::value::time::Timestamp;
use serde::Serialize;

/// What the rules say of a party or a deal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RulesView {
    /// The rules, in the order of the plan.
    pub rules: Vec<RuleView>,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// The rule.
    pub rule: RuleId,
    /// What it says of itself.
    pub name: String,
    /// The whole of it, in a sentence.
    pub sentence: String,
    /// Does it fire?
    pub state: RuleState,
    /// What makes it fire, or keeps it from firing, each in words.
    pub leaves: Vec<LeafView>,
    /// The least that would have to be otherwise, in words; nothing if it fires, or if nothing would do.
    pub change: Option<Vec<LeafView>>,
    /// The answer that somebody should find out.
    pub missing: Option<LeafView>,
    /// Until when it is not proposed again, since it was turned down.
    pub quiet_until: Option<Timestamp>,
}

/// A part of a condition: what it asks for, and what is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeafView {
    /// The fact: `score`, `daysSince.viewedPricing`, `attribute.industry`.
    pub fact: String,
    /// What it should be, and what it is: "need is yes (now: partly)".
    pub text: String,
}

impl RuleView {
    /// Lays out what a rule says.
    pub fn of(verdict: &RuleVerdict<'_>) -> RuleView {
        let leaves = |leaves: &[Leaf]| leaves.iter().map(LeafView::of).collect();
        RuleView {
            rule: verdict.rule.id.clone(),
            name: verdict.rule.name.to_string(),
            sentence: plan::rule(verdict.rule),
            state: verdict.state,
            leaves: leaves(&verdict.leaves),
            change: verdict.change.as_deref().map(leaves),
            missing: verdict.missing.as_ref().map(LeafView::of),
            quiet_until: verdict.quiet_until,
        }
    }
}

impl LeafView {
    fn of(leaf: &Leaf) -> LeafView {
        LeafView { fact: leaf.asked.to_string(), text: step::leaf(leaf) }
    }
}
