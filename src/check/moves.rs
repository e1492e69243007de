//! Moves between stages (PLAN-4).

use super::{AllowedTime, Objections, Wrong};
use crate::deal::subject::Subject;
use crate::journal::fact::{DelayExcused, StageMoved};
use crate::judge::Bench;
use crate::judge::missing::{Missing, missing};
use crate::judge::situation::Situation;
use crate::plan::pipeline::{PipelineKind, Stage};
use crate::value::document::closest;
use crate::value::id::{PipelineId, StageId};

pub(super) fn moved(bench: &Bench<'_>, moved: &StageMoved, objections: &mut Objections) {
    let situation = match &moved.subject {
        Subject::Party(subject) => {
            let Some(party) = objections.party(bench, "subject.party", &subject.party) else { return };
            Situation::of_party(bench, party)
        }
        Subject::Deal(subject) => {
            let Some(deal) = objections.deal(bench, "subject.deal", &subject.deal) else { return };
            if !deal.is_open() {
                objections.add("subject.deal", Wrong::Closed);
            }
            Situation::of_deal(bench, deal)
        }
    };
    let Some(position) = situation.position() else { return };
    let Some(to) = known_stage(bench, position.pipeline, &moved.to, "to", objections) else { return };
    if position.stage.id == moved.to {
        objections.add("to", Wrong::SameStage);
        return;
    }
    if moved.overridden.is_some() {
        return;
    }
    if !position.stage.next.contains(&moved.to) {
        let next = position.stage.next.iter();
        let allowed = next.filter_map(|id| bench.plan.any_stage(position.pipeline, id));
        objections
            .add("to", Wrong::NoSuchMove { allowed: allowed.map(|stage| stage.name.clone()).collect() });
    }
    for missing in missing_for(&situation, to) {
        objections.add("to", Wrong::NotMet { missing });
    }
}

pub(super) fn excused(bench: &Bench<'_>, excused: &DelayExcused, objections: &mut Objections) {
    match &excused.subject {
        Subject::Party(subject) => _ = objections.party(bench, "subject.party", &subject.party),
        Subject::Deal(subject) => {
            let deal = objections.deal(bench, "subject.deal", &subject.deal);
            if deal.is_some_and(|deal| !deal.is_open()) {
                objections.add("subject.deal", Wrong::Closed);
            }
        }
    }
    if excused.until < bench.now.today() {
        objections.add("until", Wrong::Time { allowed: AllowedTime::TodayOrLater });
    }
}

/// What must be true to enter a stage, and is not.
pub fn missing_for(situation: &Situation<'_>, stage: &Stage) -> Vec<Missing> {
    stage.enter.as_ref().map(|condition| missing(condition, situation)).unwrap_or_default()
}

/// The plan must have such a pipeline.
pub(super) fn known_pipeline(
    bench: &Bench<'_>,
    kind: PipelineKind,
    id: &PipelineId,
    path: &str,
    objections: &mut Objections,
) {
    let known = || bench.plan.pipelines_of(kind).map(|pipeline| pipeline.id.as_str());
    if !known().any(|known| known == id.as_str()) {
        let likely = closest(id.as_str(), known());
        let known = known().map(str::to_owned).collect();
        objections.add(path, Wrong::UnknownPipeline { pipeline: id.clone(), known, likely });
    }
}

/// A stage of the plan's pipelines of a kind, or an objection.
pub(super) fn known_stage<'b>(
    bench: &Bench<'b>,
    kind: PipelineKind,
    id: &StageId,
    path: &str,
    objections: &mut Objections,
) -> Option<&'b Stage> {
    let stage = bench.plan.any_stage(kind, id);
    if stage.is_none() {
        let stages = bench.plan.pipelines_of(kind).flat_map(|pipeline| &pipeline.stages);
        let known: Vec<StageId> = stages.map(|stage| stage.id.clone()).collect();
        let likely = closest(id.as_str(), known.iter().map(StageId::as_str));
        objections.add(path, Wrong::UnknownStage { stage: id.clone(), known, likely });
    }
    stage
}
