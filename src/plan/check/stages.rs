//! Stages lead somewhere, and everything leads to each of them (PLAN-1).

use super::rules::check_condition;
use super::{check_stage_name, ways_and_benefits};
use crate::plan::PlanDocument;
use crate::plan::pipeline::{Pipeline, PipelineKind, PointOfContact, Stage};
use crate::value::document::{Fault, Place, Reading};
use crate::value::id::StageId;
use std::collections::BTreeSet;

pub(super) fn check_pipelines(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
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
}

/// The numbers of a stage.
pub(in crate::plan) fn stage(stage: &Stage, place: &Place<'_>, reading: &mut Reading) {
    if stage.chance_percent > 100 {
        let allowed = "a whole number from 0 to 100";
        reading.not_allowed(&place.field("chancePercent"), &stage.chance_percent, allowed);
    }
    if stage.stale_after_days == 0 {
        let allowed = "a whole number of working days from 1";
        reading.not_allowed(&place.field("staleAfterDays"), &stage.stale_after_days, allowed);
    }
}

/// A contact needs a way and something that the customer gains.
pub(in crate::plan) fn point_of_contact(point: &PointOfContact, place: &Place<'_>, reading: &mut Reading) {
    ways_and_benefits(&point.channels, &point.benefits, place, reading);
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
