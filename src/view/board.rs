//! What moves through a pipeline, in columns by stage (PLAN-1, PLAN-3, PLAN-4).

use super::leads::StageName;
use super::query::BoardQuery;
use super::relationship::ProgressView;
use super::stage::MoveView;
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::check::missing_for;
use crate::deal::subject::Subject;
use crate::judge::Bench;
use crate::judge::next_step::{steps_of_deal, steps_of_party};
use crate::judge::progress::progress;
use crate::judge::situation::Situation;
use crate::judge::standing::{Position, Standing, position_of_deal, position_of_party, standing};
use crate::judge::worth::{WorthBasis, worth};
use crate::plan::pipeline::{Pipeline, PipelineKind, Stage};
use crate::say::en::step;
use crate::value::id::{PartyId, PipelineId};
use crate::value::money::Money;
use crate::value::number::count;
use crate::value::order::{descending, ranked};
use crate::value::text::Line;
use crate::value::time::Timestamp;
use serde::Serialize;

/// What moves through a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BoardView {
    /// What moves.
    pub covers: PipelineKind,
    /// The pipeline.
    pub pipeline: PipelineId,
    /// All pipelines for what moves.
    pub pipelines: Vec<PipelineName>,
    /// The stages, in their order.
    pub columns: Vec<BoardColumn>,
}

/// A pipeline's id and name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PipelineName {
    /// Its id.
    pub id: PipelineId,
    /// Its name, if it has one.
    pub name: Option<String>,
}

/// A stage and what stands in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BoardColumn {
    /// The stage.
    pub stage: StageName,
    /// What it is for.
    pub purpose: String,
    /// How many days it should take.
    pub ideal_days: u16,
    /// After how many days it has gone stale.
    pub stale_after_days: u16,
    /// How many stand in it.
    pub count: u32,
    /// What they are worth together, as far as it is known; one sum for each currency.
    pub worth: Vec<Money>,
    /// The first of them: those worth most, then those that have stood there longest.
    pub cards: Vec<BoardCard>,
}

/// A party or a deal on the board.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BoardCard {
    /// The party or the deal.
    pub subject: Subject,
    /// The party; nothing for a deal of which nobody knows who may buy.
    pub party: Option<PartyId>,
    /// The name of the party.
    pub name: Option<String>,
    /// The organisation that it belongs to.
    pub organisation: Option<String>,
    /// The name of the deal.
    pub deal_name: Option<String>,
    /// What it is worth, if that is known.
    pub worth: Option<Money>,
    /// When the stage was entered.
    pub since: Timestamp,
    /// Days in it so far.
    pub days: u32,
    /// Plan against actual.
    pub progress: Option<ProgressView>,
    /// The next step, in words.
    pub next_step: Option<String>,
    /// When that can be done.
    pub next_at: Option<Timestamp>,
    /// Where it can go, and what is missing for that.
    pub moves: Vec<MoveView>,
}

const LISTED: usize = 50;

/// Something on the board, before it is known whether it is among the first.
struct Piece<'a> {
    mover: Mover<'a>,
    position: Position<'a>,
    worth: Option<Money>,
}

#[derive(Clone, Copy)]
enum Mover<'a> {
    Party(&'a Party),
    Deal(&'a Deal),
}

impl BoardView {
    /// Lays the board out; nothing if the plan has no such pipeline.
    pub fn of(bench: &Bench<'_>, query: &BoardQuery) -> Option<BoardView> {
        let all = || bench.plan.pipelines_of(query.covers);
        let pipeline = match &query.pipeline {
            Some(id) => all().find(|pipeline| pipeline.id == *id)?,
            None => bench.plan.pipeline(query.covers)?,
        };
        let pieces = pieces(bench, query.covers);
        Some(BoardView {
            covers: query.covers,
            pipeline: pipeline.id.clone(),
            pipelines: all().map(PipelineName::of).collect(),
            columns: pipeline.stages.iter().map(|stage| column(bench, pipeline, stage, &pieces)).collect(),
        })
    }
}

impl PipelineName {
    fn of(pipeline: &Pipeline) -> PipelineName {
        PipelineName { id: pipeline.id.clone(), name: pipeline.name.as_ref().map(Line::to_string) }
    }
}

fn pieces<'a>(bench: &Bench<'a>, covers: PipelineKind) -> Vec<Piece<'a>> {
    match covers {
        PipelineKind::Deal => bench
            .book
            .deals()
            .filter(|deal| deal.is_open())
            .filter_map(|deal| deal_piece(bench, deal))
            .collect(),
        kind => bench
            .book
            .parties()
            .filter(|party| party.pipeline() == kind)
            // Who is parked or left alone does not move.
            .filter(|party| !matches!(standing(bench, party), Standing::Parked | Standing::LeftAlone))
            .filter_map(|party| party_piece(bench, party))
            .collect(),
    }
}

fn deal_piece<'a>(bench: &Bench<'a>, deal: &'a Deal) -> Option<Piece<'a>> {
    Some(Piece { mover: Mover::Deal(deal), position: position_of_deal(bench.plan, deal)?, worth: deal.worth })
}

fn party_piece<'a>(bench: &Bench<'a>, party: &'a Party) -> Option<Piece<'a>> {
    let worth = worth(bench, Some(party), None);
    let worth = (worth.basis != WorthBasis::Typical).then_some(worth.amount);
    Some(Piece { mover: Mover::Party(party), position: position_of_party(bench.plan, party)?, worth })
}

fn column(bench: &Bench<'_>, pipeline: &Pipeline, stage: &Stage, pieces: &[Piece<'_>]) -> BoardColumn {
    let here: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.position.stage.id == stage.id).collect();
    let here = ranked(here, |piece| {
        (descending(piece.worth.map_or(0, |worth| worth.minor)), piece.position.since.millis(), 0)
    });
    BoardColumn {
        stage: StageName::of(pipeline.covers, stage),
        purpose: stage.purpose.to_string(),
        ideal_days: stage.ideal_days,
        stale_after_days: stage.stale_after_days,
        count: count(here.len()),
        worth: sums(&here),
        cards: here.iter().take(LISTED).map(|piece| card(bench, pipeline, piece)).collect(),
    }
}

fn sums(pieces: &[&Piece<'_>]) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for worth in pieces.iter().filter_map(|piece| piece.worth) {
        match sums.iter_mut().find(|sum| sum.currency == worth.currency) {
            Some(sum) => *sum = sum.plus(worth).unwrap_or(*sum),
            None => sums.push(worth),
        }
    }
    sums
}

fn card(bench: &Bench<'_>, pipeline: &Pipeline, piece: &Piece<'_>) -> BoardCard {
    let (situation, subject, steps) = match piece.mover {
        Mover::Deal(deal) => {
            (Situation::of_deal(bench, deal), Subject::from(deal.id.clone()), steps_of_deal(bench, deal))
        }
        Mover::Party(party) => {
            (Situation::of_party(bench, party), Subject::from(party.id.clone()), steps_of_party(bench, party))
        }
    };
    let party = situation.party();
    let next = steps.first();
    let Position { stage, since, .. } = piece.position;
    BoardCard {
        subject,
        party: party.map(|party| party.id.clone()),
        name: party.map(|party| party.name.to_string()),
        organisation: party.and_then(|party| bench.book.organisation_of(party)).map(Line::to_string),
        deal_name: situation.deal().map(|deal| deal.name.to_string()),
        worth: piece.worth,
        since,
        days: u32::try_from(bench.now.at.whole_days_since(since)).unwrap_or(u32::MAX),
        progress: progress(bench, &situation).as_ref().map(ProgressView::of),
        next_step: next.map(|next| step::what_for(&next.action)),
        next_at: next.and_then(|next| next.at),
        moves: moves(bench, &situation, pipeline, stage),
    }
}

fn moves(bench: &Bench<'_>, situation: &Situation<'_>, pipeline: &Pipeline, stage: &Stage) -> Vec<MoveView> {
    let next = stage.next.iter().filter_map(|id| bench.plan.any_stage(pipeline.covers, id));
    next.map(|to| MoveView {
        to: StageName::of(pipeline.covers, to),
        missing: missing_for(situation, to).iter().map(step::missing).collect(),
    })
    .collect()
}
