//! A plan checked as a whole (PLAN-5): what no single part of it can see.

pub(super) mod numbers;
pub(super) mod rules;
pub(super) mod stages;

use crate::contact::benefit::Benefit;
use crate::plan::PlanDocument;
use crate::plan::pipeline::Pipeline;
use crate::value::contact_point::Channel;
use crate::value::document::{Fault, Place, Reading};
use crate::value::id::StageId;
use rules::check_rules;
use serde_json::Value;
use stages::check_pipelines;
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
    check_tiers(plan, place, reading);
    if plan.typical_worth.0 < 0 {
        reading.not_allowed(&place.field("typicalWorth"), &plan.typical_worth.0, "a whole number from 0");
    }
}

/// Each tier is for more than the one before it.
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
}

fn check_stage_name(id: &StageId, pipelines: &[&Pipeline], place: &Place<'_>, reading: &mut Reading) {
    if pipelines.iter().all(|pipeline| pipeline.stage(id).is_none()) {
        let stages = pipelines.iter().flat_map(|pipeline| &pipeline.stages);
        let known = stages.map(|stage| stage.id.as_str());
        reading.report_name(place, Fault::UnknownName { found: id.to_string() }, id.as_str(), known);
    }
}

fn not_empty<T>(list: &[T], allowed: &str, place: &Place<'_>, reading: &mut Reading) {
    if list.is_empty() {
        reading.report(place, Fault::Missing, allowed);
    }
}

/// Whatever proposes a contact needs a way for it, and something that the customer gains.
fn ways_and_benefits(channels: &[Channel], benefits: &[Benefit], place: &Place<'_>, reading: &mut Reading) {
    not_empty(channels, "at least one channel", &place.field("channels"), reading);
    not_empty(benefits, "at least one benefit", &place.field("benefits"), reading);
}
