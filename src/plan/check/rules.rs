//! Rules, segments and complaints propose what can be done, under conditions that can be asked.

use super::{check_not_empty, check_stage_name};
use crate::plan::PlanDocument;
use crate::plan::condition::{Asked, Condition};
use crate::plan::rule::{Proposal, Rule};
use crate::value::document::{Fault, Place, Reading};

pub(super) fn check_rules(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let rules = place.field("rules");
    for (at, rule) in plan.rules.iter().enumerate() {
        check_rule(rule, plan, &rules.index(at), reading);
    }
}

fn check_rule(rule: &Rule, plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    check_not_empty(&rule.covers, "at least one of lead, deal, customer", &place.field("covers"), reading);
    check_condition(&rule.when, plan, &place.field("when"), reading);
    let here = place.field("propose");
    match &rule.propose {
        Proposal::Contact(contact) => {
            check_not_empty(&contact.channels, "at least one channel", &here.field("channels"), reading);
            check_not_empty(&contact.benefits, "at least one benefit", &here.field("benefits"), reading);
        }
        Proposal::Move(proposal) => {
            let kinds = plan.pipelines.iter().filter(|pipeline| rule.covers.contains(&pipeline.covers));
            check_stage_name(&proposal.to, &kinds.collect::<Vec<_>>(), &here.field("to"), reading);
        }
        Proposal::Park(_) | Proposal::Decide(_) => {}
    }
}

pub(super) fn check_rhythm(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let segments = place.field("rhythm");
    for (at, segment) in plan.rhythm.iter().enumerate() {
        let here = segments.index(at);
        check_condition(&segment.when, plan, &here.field("when"), reading);
        check_not_empty(&segment.channels, "at least one channel", &here.field("channels"), reading);
        check_not_empty(&segment.benefits, "at least one benefit", &here.field("benefits"), reading);
        if segment.ideal_days == 0 || segment.longest_days < segment.ideal_days {
            let found = format!("ideal {}, longest {}", segment.ideal_days, segment.longest_days);
            reading.not_allowed(&here.field("longestDays"), &found, "1 ≤ idealDays ≤ longestDays");
        }
    }
}

pub(super) fn check_complaints(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let here = place.field("complaints");
    if let Some(complaints) = &plan.complaints {
        check_not_empty(&complaints.channels, "at least one channel", &here.field("channels"), reading);
        check_not_empty(&complaints.benefits, "at least one benefit", &here.field("benefits"), reading);
    }
}

/// Stages that a condition names must be there.
pub(super) fn check_condition(
    condition: &Condition,
    plan: &PlanDocument,
    place: &Place<'_>,
    reading: &mut Reading,
) {
    use crate::plan::condition::{Comparison, FactName, Operand};
    match condition {
        Condition::All(conditions) | Condition::Any(conditions) => {
            let word = if matches!(condition, Condition::All(_)) { "all" } else { "any" };
            let here = place.field(word);
            check_not_empty(conditions, "at least one condition", &here, reading);
            for (at, condition) in conditions.iter().enumerate() {
                check_condition(condition, plan, &here.index(at), reading);
            }
        }
        Condition::Not(condition) => check_condition(condition, plan, &place.field("not"), reading),
        Condition::Compare(Asked::Named(FactName::Stage), comparison) => {
            let check = |operand: &Operand, here: &Place<'_>, reading: &mut Reading| {
                if let Operand::Name(name) = operand {
                    check_any_stage_name(name, plan, here, reading);
                }
            };
            match comparison {
                Comparison::Is(operand) => check(operand, &place.field("is"), reading),
                Comparison::IsNot(operand) => check(operand, &place.field("isNot"), reading),
                Comparison::OneOf(operands) => {
                    let here = place.field("oneOf");
                    for (at, operand) in operands.iter().enumerate() {
                        check(operand, &here.index(at), reading);
                    }
                }
                Comparison::AtLeast(_) | Comparison::AtMost(_) => {}
            }
        }
        Condition::Always | Condition::Known(_) | Condition::Compare(..) => {}
    }
}

fn check_any_stage_name(name: &str, plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let stages =
        || plan.pipelines.iter().flat_map(|pipeline| &pipeline.stages).map(|stage| stage.id.as_str());
    if !stages().any(|stage| stage == name) {
        reading.report_name(place, Fault::UnknownName { found: name.to_owned() }, name, stages());
    }
}
