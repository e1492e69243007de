//! Which rules fire for somebody, which don't, and why (NEXT-2, NEXT-4)?

use super::Bench;
use super::explain::{missing_answer, smallest_change};
use super::rejection::quiet_until;
use super::situation::Situation;
use super::truth::{Leaf, Truth, leaves, truth};
use crate::contact::proposal::{RuleOrigin, StepOrigin};
use crate::deal::subject::Subject;
use crate::plan::rule::Rule;
use crate::value::time::Timestamp;

choice! {
    /// Does a rule fire?
    pub enum RuleState {
        /// Yes.
        Fires = "fires",
        /// It would, but its step was turned down lately.
        Quiet = "quiet",
        /// Nobody can say: it has to know what nobody knows.
        Unknown = "unknown",
        /// No.
        DoesNotFire = "doesNotFire",
    }
}

/// What a rule says of somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleVerdict<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Does it fire?
    pub state: RuleState,
    /// The leaves that make it fire, or those that keep it from firing.
    pub leaves: Vec<Leaf>,
    /// The least that would have to be otherwise for it to fire; nothing if it fires, or if nothing would do.
    pub change: Option<Vec<Leaf>>,
    /// The answer that somebody should find out.
    pub missing: Option<Leaf>,
    /// Until when it is quiet.
    pub quiet_until: Option<Timestamp>,
}

/// What each rule of the plan that covers somebody says of them, in the order of the plan.
pub fn rules<'a>(bench: &Bench<'a>, situation: &Situation<'_>, subject: &Subject) -> Vec<RuleVerdict<'a>> {
    covering(bench, situation).map(|rule| verdict(bench, situation, subject, rule)).collect()
}

/// The rules that fire for somebody, in the order of the plan, without their reasons.
pub(crate) fn firing<'a>(
    bench: &Bench<'a>,
    situation: &Situation<'_>,
    subject: &Subject,
) -> impl Iterator<Item = &'a Rule> {
    let fires = move |rule: &&Rule| state(bench, situation, subject, rule).0 == RuleState::Fires;
    covering(bench, situation).filter(fires)
}

fn covering<'a>(bench: &Bench<'a>, situation: &Situation<'_>) -> impl Iterator<Item = &'a Rule> + use<'a> {
    let kind = situation.position().map(|position| position.pipeline);
    bench.plan.rules.iter().filter(move |rule| kind.is_some_and(|kind| rule.covers.contains(&kind)))
}

/// Whether a rule fires, and until when it is quiet.
fn state(
    bench: &Bench<'_>,
    situation: &Situation<'_>,
    subject: &Subject,
    rule: &Rule,
) -> (RuleState, Option<Timestamp>) {
    match truth(&rule.when, situation) {
        Truth::Unknown => (RuleState::Unknown, None),
        Truth::False => (RuleState::DoesNotFire, None),
        Truth::True => {
            let origin: StepOrigin = RuleOrigin { rule: rule.id.clone() }.into();
            match quiet_until(bench, subject, &origin) {
                None => (RuleState::Fires, None),
                until => (RuleState::Quiet, until),
            }
        }
    }
}

fn verdict<'a>(
    bench: &Bench<'a>,
    situation: &Situation<'_>,
    subject: &Subject,
    rule: &'a Rule,
) -> RuleVerdict<'a> {
    let (state, quiet_until) = state(bench, situation, subject, rule);
    RuleVerdict {
        rule,
        state,
        leaves: leaves(&rule.when, situation),
        change: smallest_change(&rule.when, situation),
        missing: missing_answer(&rule.when, situation),
        quiet_until,
    }
}
