//! Moves between stages (PLAN-4).

use super::{Objections, Wrong};
use crate::deal::subject::Subject;
use crate::journal::fact::StageMoved;
use crate::judge::Bench;
use crate::judge::situation::Situation;
use crate::judge::truth::{Leaf, Truth, leaves, truth};
use crate::plan::pipeline::{PipelineKind, Stage};
use crate::value::document::closest;
use crate::value::id::StageId;

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
        let pipeline = bench.plan.pipeline(position.pipeline);
        let allowed = position.stage.next.iter().filter_map(|id| pipeline?.stage(id));
        objections
            .add("to", Wrong::NoSuchMove { allowed: allowed.map(|stage| stage.name.clone()).collect() });
    }
    for leaf in missing_for(&situation, to) {
        objections.add("to", Wrong::NotMet { leaf });
    }
}

/// What must be true to enter a stage, and is not.
pub fn missing_for(situation: &Situation<'_>, stage: &Stage) -> Vec<Leaf> {
    match &stage.enter {
        Some(condition) if truth(condition, situation) != Truth::True => leaves(condition, situation),
        _ => Vec::new(),
    }
}

/// A stage of the plan's pipeline, or an objection.
pub(super) fn known_stage<'b>(
    bench: &Bench<'b>,
    kind: PipelineKind,
    id: &StageId,
    path: &str,
    objections: &mut Objections,
) -> Option<&'b Stage> {
    let pipeline = bench.plan.pipeline(kind)?;
    let stage = pipeline.stage(id);
    if stage.is_none() {
        let known: Vec<StageId> = pipeline.stages.iter().map(|stage| stage.id.clone()).collect();
        let likely = closest(id.as_str(), known.iter().map(StageId::as_str));
        objections.add(path, Wrong::UnknownStage { stage: id.clone(), known, likely });
    }
    stage
}
