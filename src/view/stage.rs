//! Where somebody or something stands in the plan, and where it can go (PLAN-1, PLAN-4).

use super::leads::StageName;
use super::relationship::ProgressView;
use crate::check::missing_for;
use crate::judge::Bench;
use crate::judge::progress::progress;
use crate::judge::situation::Situation;
use crate::judge::standing::Position;
use crate::say::en::step;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use serde::Serialize;

/// A stage, and the moves that lead out of it (PLAN-1, PLAN-4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageView {
    /// The stage.
    pub stage: StageName,
    /// What it is for.
    pub purpose: String,
    /// What to do in it.
    pub actions: Vec<String>,
    /// When it was entered.
    pub since: Timestamp,
    /// Days in it so far.
    pub days: u32,
    /// Plan against actual (PLAN-3); nothing for a deal of which nobody knows who may buy.
    pub progress: Option<ProgressView>,
    /// How many days it should take.
    pub ideal_days: u16,
    /// After how many days it has gone stale.
    pub stale_after_days: u16,
    /// Where it can go.
    pub moves: Vec<MoveView>,
}

/// A move that the plan knows, and what it still needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MoveView {
    /// Where to.
    pub to: StageName,
    /// What is missing, in words; nothing missing means that it may.
    pub missing: Vec<String>,
}

impl StageView {
    pub(super) fn of(bench: &Bench<'_>, situation: &Situation<'_>, position: Position<'_>) -> StageView {
        let stage = position.stage;
        let next = stage.next.iter().filter_map(|id| bench.plan.any_stage(position.pipeline, id));
        StageView {
            stage: StageName::of(position.pipeline, stage),
            purpose: stage.purpose.to_string(),
            actions: stage.actions.iter().map(Line::to_string).collect(),
            since: position.since,
            days: u32::try_from(bench.now.at.whole_days_since(position.since)).unwrap_or(u32::MAX),
            progress: progress(bench, situation).as_ref().map(ProgressView::of),
            ideal_days: stage.ideal_days,
            stale_after_days: stage.stale_after_days,
            moves: next
                .map(|to| MoveView {
                    to: StageName::of(position.pipeline, to),
                    missing: missing_for(situation, to).iter().map(step::missing).collect(),
                })
                .collect(),
        }
    }
}
