//! A plan checked as a whole (PLAN-5): what no single part of it can see.

use super::PlanDocument;
use super::condition::{Asked, Condition};
use super::day::DayRhythm;
use super::limits::Fatigue;
use super::pipeline::{Pipeline, PipelineKind, Stage};
use super::rule::{Proposal, Rule};
use crate::deal::qualification::Topic;
use crate::value::contact_point::Channel;
use crate::value::document::{Fault, Place, Reading};
use crate::value::id::StageId;
use serde_json::Value;
use std::collections::BTreeSet;

/// What can be said of a plan although some part of it could not be read: ids that appear twice.
pub(crate) fn check_value(value: &Value, place: &Place<'_>, reading: &mut Reading) {
    let mut pipelines = BTreeSet::new();
    let mut stages = BTreeSet::new();
    let here = place.field("pipelines");
    for (at, pipeline) in elements(value, "pipelines") {
        let here = here.index(at);
        check_id(pipeline, &mut pipelines, &here, reading);
        let here = here.field("stages");
        for (at, stage) in elements(pipeline, "stages") {
            let here = here.index(at);
            check_id(stage, &mut stages, &here, reading);
            let mut points = BTreeSet::new();
            let here = here.field("pointsOfContact");
            for (at, point) in elements(stage, "pointsOfContact") {
                check_id(point, &mut points, &here.index(at), reading);
            }
        }
    }
    let mut segments = BTreeSet::new();
    let here = place.field("rhythm");
    for (at, segment) in elements(value, "rhythm") {
        check_id(segment, &mut segments, &here.index(at), reading);
    }
    let mut rules = BTreeSet::new();
    let here = place.field("rules");
    for (at, rule) in elements(value, "rules") {
        check_id(rule, &mut rules, &here.index(at), reading);
    }
}

fn elements<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = (usize, &'v Value)> {
    value.get(field).and_then(Value::as_array).into_iter().flatten().enumerate()
}

fn check_id<'v>(value: &'v Value, taken: &mut BTreeSet<&'v str>, place: &Place<'_>, reading: &mut Reading) {
    if let Some(id) = value.get("id").and_then(Value::as_str)
        && !taken.insert(id)
    {
        let fault = Fault::Duplicate { found: id.to_owned() };
        reading.report(&place.field("id"), fault, "an id that nothing else of its kind has");
    }
}

/// What can only be said of a plan that could be read.
pub(crate) fn check(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    check_pipelines(plan, place, reading);
    check_rules(plan, place, reading);
    check_rhythm(plan, place, reading);
    check_complaints(plan, place, reading);
    check_tiers(plan, place, reading);
    check_numbers(plan, place, reading);
}

fn check_pipelines(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let here = place.field("pipelines");
    for kind in PipelineKind::ALL {
        let allowed = || format!("one pipeline that covers `{kind}` and takes everything (without `takes`)");
        match plan.pipelines_of(*kind).filter(|pipeline| pipeline.takes.is_none()).count() {
            1 => {}
            0 => reading.report(&here, Fault::Missing, allowed()),
            _ => {
                let fault = Fault::Duplicate { found: kind.as_str().to_owned() };
                reading.report(&here, fault, allowed());
            }
        }
    }
    for (at, pipeline) in plan.pipelines.iter().enumerate() {
        check_pipeline(pipeline, plan, &here.index(at), reading);
    }
}

fn check_pipeline(pipeline: &Pipeline, plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    check_stage_name(&pipeline.start, &[pipeline], &place.field("start"), reading);
    if let Some(takes) = &pipeline.takes {
        check_condition(takes, plan, &place.field("takes"), reading);
    }
    let kind: Vec<&Pipeline> = plan.pipelines_of(pipeline.covers).collect();
    let reachable = reachable(&kind);
    let stages = place.field("stages");
    for (at, stage) in pipeline.stages.iter().enumerate() {
        let here = stages.index(at);
        if pipeline.stage(&pipeline.start).is_some() && !reachable.contains(&stage.id) {
            let allowed = format!("a stage that moves lead to from `{}`", pipeline.start);
            reading.report(&here, Fault::Unreachable, allowed);
        }
        let next = here.field("next");
        for (at, to) in stage.next.iter().enumerate() {
            check_stage_name(to, &kind, &next.index(at), reading);
        }
        check_stage(stage, plan, &here, reading);
    }
}

fn check_stage(stage: &Stage, plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    if let Some(condition) = &stage.enter {
        check_condition(condition, plan, &place.field("enter"), reading);
    }
    if stage.chance_percent > 100 {
        reading.not_allowed(
            &place.field("chancePercent"),
            &stage.chance_percent,
            "a whole number from 0 to 100",
        );
    }
    if stage.stale_after_days == 0 {
        let allowed = "a whole number of working days from 1";
        reading.not_allowed(&place.field("staleAfterDays"), &stage.stale_after_days, allowed);
    }
    let points = place.field("pointsOfContact");
    for (at, point) in stage.points_of_contact.iter().enumerate() {
        let here = points.index(at);
        check_not_empty(&point.channels, "at least one channel", &here.field("channels"), reading);
        check_not_empty(&point.benefits, "at least one benefit", &here.field("benefits"), reading);
    }
}

fn check_rules(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
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

fn check_rhythm(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
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

fn check_complaints(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let here = place.field("complaints");
    if let Some(complaints) = &plan.complaints {
        check_not_empty(&complaints.channels, "at least one channel", &here.field("channels"), reading);
        check_not_empty(&complaints.benefits, "at least one benefit", &here.field("benefits"), reading);
    }
}

fn check_tiers(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let tiers = place.field("worthTiers");
    for (at, pair) in plan.worth_tiers.windows(2).enumerate() {
        if let [lower, upper] = pair
            && upper.from.0 <= lower.from.0
        {
            let here = tiers.index(at.saturating_add(1));
            let allowed = format!("more than the tier before it, {}", lower.from.0);
            reading.not_allowed(&here.field("from"), &upper.from.0, &allowed);
        }
    }
    for (at, tier) in plan.worth_tiers.iter().enumerate().filter(|(_, tier)| tier.ideal_percent == 0) {
        let here = tiers.index(at);
        reading.not_allowed(&here.field("idealPercent"), &tier.ideal_percent, "a whole number from 1");
    }
}

/// Stages that a condition names must be there.
fn check_condition(condition: &Condition, plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    use super::condition::{Comparison, FactName, Operand};
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

fn check_stage_name(id: &StageId, pipelines: &[&Pipeline], place: &Place<'_>, reading: &mut Reading) {
    if pipelines.iter().all(|pipeline| pipeline.stage(id).is_none()) {
        let stages = pipelines.iter().flat_map(|pipeline| &pipeline.stages);
        let known = stages.map(|stage| stage.id.as_str());
        reading.report_name(place, Fault::UnknownName { found: id.to_string() }, id.as_str(), known);
    }
}

/// The stages that can be reached in the pipelines of a kind.
fn reachable(pipelines: &[&Pipeline]) -> BTreeSet<StageId> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&StageId> = pipelines.iter().map(|pipeline| &pipeline.start).collect();
    while let Some(id) = ahead.pop() {
        if let Some(stage) = pipelines.iter().find_map(|pipeline| pipeline.stage(id))
            && reached.insert(id.clone())
        {
            ahead.extend(&stage.next);
        }
    }
    reached
}

fn check_numbers(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let topics = place.field("qualification");
    for topic in Topic::ALL.iter().filter(|topic| !plan.qualification.topics.contains_key(topic)) {
        let here = topics.field("topics");
        reading.report(&here.field(topic.as_str()), Fault::Missing, "yes, partly, no and question");
    }
    let signals = place.field("signals");
    let kinds = signals.field("kinds");
    for (kind, weight) in plan.signals.kinds.iter().filter(|(_, weight)| weight.half_life_days == 0) {
        let here = kinds.field(kind.as_str());
        reading.not_allowed(
            &here.field("halfLifeDays"),
            &weight.half_life_days,
            "a whole number of days from 1",
        );
    }
    for (kind, weight) in plan.signals.kinds.iter().filter(|(_, weight)| weight.points.unsigned_abs() > 100) {
        let here = kinds.field(kind.as_str());
        reading.not_allowed(&here.field("points"), &weight.points, "a whole number from -100 to 100");
    }
    let bands = &plan.score.bands;
    if !(bands.cool <= bands.warm && bands.warm <= bands.hot && bands.hot <= 100) {
        let found = format!("cool {}, warm {}, hot {}", bands.cool, bands.warm, bands.hot);
        let here = place.field("score");
        reading.report(&here.field("bands"), Fault::NotAllowed { found }, "cool ≤ warm ≤ hot ≤ 100");
    }
    check_limits(plan, place, reading);
    if plan.typical_worth.0 < 0 {
        reading.not_allowed(&place.field("typicalWorth"), &plan.typical_worth.0, "a whole number from 0");
    }
}

fn check_limits(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let limits = place.field("limits");
    let caps = limits.field("caps");
    for (at, cap) in plan.limits.caps.iter().enumerate() {
        let here = caps.index(at);
        // A cap of nothing would forbid all contact without saying so.
        if cap.most == 0 {
            reading.not_allowed(
                &here.field("most"),
                &cap.most,
                "a whole number from 1; to forbid a channel withdraw consent",
            );
        }
        if cap.days == 0 {
            reading.not_allowed(&here.field("days"), &cap.days, "a whole number of days from 1");
        }
    }
    if let Some(fatigue) = &plan.limits.fatigue {
        check_fatigue(fatigue, &limits.field("fatigue"), reading);
    }
    check_not_empty(&plan.limits.contact_days, "at least one day", &limits.field("contactDays"), reading);
    if plan.limits.after_no_answer.growth_percent < 100 {
        let here = limits.field("afterNoAnswer");
        let growth = plan.limits.after_no_answer.growth_percent;
        reading.not_allowed(&here.field("growthPercent"), &growth, "a whole number from 100");
    }
    check_day(&plan.day, &place.field("day"), reading);
}

/// A channel that weighs more than the whole budget would be forbidden without saying so.
fn check_fatigue(fatigue: &Fatigue, place: &Place<'_>, reading: &mut Reading) {
    if fatigue.days == 0 {
        reading.not_allowed(&place.field("days"), &fatigue.days, "a whole number of days from 1");
    }
    let weights = place.field("weights");
    for channel in Channel::ALL.iter().filter(|channel| fatigue.weight(**channel) > fatigue.budget.into()) {
        let allowed = format!("at most the budget, {}", fatigue.budget);
        reading.not_allowed(&weights.field(channel.as_str()), &fatigue.weight(*channel), &allowed);
    }
}

fn check_day(day: &DayRhythm, place: &Place<'_>, reading: &mut Reading) {
    let breaks = place.field("breaks");
    for (at, off) in day.breaks.iter().enumerate().filter(|(_, off)| off.hours.from >= off.hours.to) {
        let found = format!("{} to {}", off.hours.from, off.hours.to);
        reading.not_allowed(&breaks.index(at).field("hours"), &found, "hours that end after they begin");
    }
    let hours = place.field("hours");
    for (weekday, spans) in &day.hours {
        let here = hours.field(weekday.as_str());
        for (at, span) in spans.iter().enumerate().filter(|(_, span)| span.from >= span.to) {
            reading.not_allowed(
                &here.index(at),
                &format!("{} to {}", span.from, span.to),
                "hours that end after they begin",
            );
        }
    }
}

fn check_not_empty<T>(list: &[T], allowed: &str, place: &Place<'_>, reading: &mut Reading) {
    if list.is_empty() {
        reading.report(place, Fault::Missing, allowed);
    }
}
