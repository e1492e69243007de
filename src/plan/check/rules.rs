//! Rules, segments and complaints propose what can be done, under conditions that can be asked.

use super::{check_stage_name, not_empty, ways_and_benefits};
use crate::plan::PlanDocument;
use crate::plan::complaint::ComplaintPlan;
use crate::plan::condition::{Asked, Condition};
use crate::plan::rhythm::Rhythm;
use crate::plan::rule::{ContactProposal, Proposal, Rule};
use crate::value::document::{Fault, Place, Reading};

/// The stages that rules and segments name must be there.
pub(super) fn check_rules(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let rules = place.field("rules");
    for (at, rule) in plan.rules.iter().enumerate() {
        let here = rules.index(at);
        check_condition(&rule.when, plan, &here.field("when"), reading);
        if let Proposal::Move(proposal) = &rule.propose {
            let kinds = plan.pipelines.iter().filter(|pipeline| rule.covers.contains(&pipeline.covers));
            let to = here.field("propose");
            check_stage_name(&proposal.to, &kinds.collect::<Vec<_>>(), &to.field("to"), reading);
        }
    }
    let segments = place.field("rhythm");
    for (at, segment) in plan.rhythm.iter().enumerate() {
        let here = segments.index(at);
        check_condition(&segment.when, plan, &here.field("when"), reading);
    }
}

pub(in crate::plan) fn rule(rule: &Rule, place: &Place<'_>, reading: &mut Reading) {
    not_empty(&rule.covers, "at least one of lead, deal, customer", &place.field("covers"), reading);
}

pub(in crate::plan) fn contact(contact: &ContactProposal, place: &Place<'_>, reading: &mut Reading) {
    ways_and_benefits(&contact.channels, &contact.benefits, place, reading);
}

pub(in crate::plan) fn complaints(complaints: &ComplaintPlan, place: &Place<'_>, reading: &mut Reading) {
    ways_and_benefits(&complaints.channels, &complaints.benefits, place, reading);
}

pub(in crate::plan) fn rhythm(segment: &Rhythm, place: &Place<'_>, reading: &mut Reading) {
    ways_and_benefits(&segment.channels, &segment.benefits, place, reading);
    if segment.ideal_days == 0 || segment.longest_days < segment.ideal_days {
        let found = format!("ideal {}, longest {}", segment.ideal_days, segment.longest_days);
        reading.not_allowed(&place.field("longestDays"), &found, "1 ≤ idealDays ≤ longestDays");
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
            not_empty(conditions, "at least one condition", &here, reading);
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
