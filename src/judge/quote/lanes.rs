//! Lanes go in a row: each takes its promotions off what the one before it left (PROMO-4).

use super::alone::{applies_alone, is_alone};
use super::apply::{Detail, Ties, Work};
use super::best::{Choice, Found, Score, Table, best};
use super::goods::State;
use super::spread::Part;
use crate::plan::quotes::LaneChoice;

/// A lane, with those that are in it in the order in which they apply.
pub(super) struct LaneNow {
    pub(super) choose: LaneChoice,
    pub(super) members: Vec<usize>,
}

/// A promotion that is applied.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) candidate: usize,
    /// Only these parts of it, where each line takes the best for it.
    pub(super) picked: Option<Vec<(Part, i64)>>,
}

/// A quote gone through its lanes.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) steps: Vec<Step>,
    pub(super) state: State,
    pub(super) score: Score,
    /// What each lane began with.
    pub(super) starts: Vec<State>,
    pub(super) is_exact: bool,
    /// The combination that comes next, and what the lane makes of both.
    pub(super) next: Option<Box<Next>>,
}

/// A combination that lost.
#[derive(Debug, Clone)]
pub(super) struct Next {
    /// All promotions that would apply.
    pub(super) members: Vec<usize>,
    /// What would be to pay.
    pub(super) total: i64,
    /// What it comes to where it lost, and what the best there comes to.
    pub(super) score: Score,
    pub(super) best: Score,
}

/// Goes through the lanes. Those promotions apart that only apply alone: they are tried against all the rest.
pub(super) fn run(table: Table<'_, '_>, lanes: &[LaneNow], start: &State) -> Run {
    let mut run = Run {
        steps: Vec::new(),
        state: start.clone(),
        score: Score::default(),
        starts: Vec::new(),
        is_exact: true,
        next: None,
    };
    let mut work = Work::default();
    for (number, lane) in lanes.iter().enumerate() {
        run.starts.push(run.state.clone());
        let members: Vec<usize> =
            lane.members.iter().copied().filter(|each| !is_alone(table, lane, *each)).collect();
        let found = match lane.choose {
            LaneChoice::BestCombination => best(table, &members, &run.state),
            LaneChoice::BestOne => best_one(table, &members, &run.state, &mut work),
            LaneChoice::InOrder | LaneChoice::FirstOne => {
                let most = if lane.choose == LaneChoice::FirstOne { 1 } else { usize::MAX };
                in_order(table, &members, most, &mut run, &mut work);
                continue;
            }
            LaneChoice::BestOnEachLine => {
                on_each_line(table, &members, &mut run, &mut work);
                continue;
            }
        };
        run.is_exact &= found.is_exact;
        let next = found.second.as_ref().map(|second| next(table, lanes, number, &run, &found, second));
        if let Some(next) = next.filter(|next| run.next.as_ref().is_none_or(|known| next.total < known.total))
        {
            run.next = Some(Box::new(next));
        }
        apply_all(table, &found.best.members, &mut run, &mut work);
    }
    run
}

/// What would come of it if a lane took the combination that comes next.
fn next(
    table: Table<'_, '_>,
    lanes: &[LaneNow],
    lane: usize,
    so_far: &Run,
    found: &Found,
    second: &Choice,
) -> Next {
    let mut other = so_far.clone();
    let mut work = Work::default();
    apply_all(table, &second.members, &mut other, &mut work);
    let rest = run(table, lanes.get(lane.saturating_add(1)..).unwrap_or_default(), &other.state);
    let members = other.steps.iter().chain(&rest.steps).map(|step| step.candidate).collect();
    Next { members, total: rest.state.total(), score: second.score, best: found.best.score }
}

fn apply_all(table: Table<'_, '_>, members: &[usize], run: &mut Run, work: &mut Work) {
    for candidate in members.iter().copied() {
        if table.apply(candidate, &mut run.state, &mut run.score, work) {
            run.steps.push(Step { candidate, picked: None });
        }
    }
}

fn best_one(table: Table<'_, '_>, members: &[usize], start: &State, work: &mut Work) -> Found {
    let mut found = Found { is_exact: true, ..Found::default() };
    for member in members {
        let mut score = Score::default();
        if !table.apply(*member, &mut start.clone(), &mut score, work) {
            continue;
        }
        let choice = Choice { members: vec![*member], score };
        let beats = |other: &Choice| choice.score.better(&other.score).is_lt() || other.members.is_empty();
        if beats(&found.best) {
            let beaten = std::mem::replace(&mut found.best, choice);
            found.second = Some(beaten).filter(|beaten| !beaten.members.is_empty());
        } else if found.second.as_ref().is_none_or(beats) {
            found.second = Some(choice);
        }
    }
    found
}

fn in_order(table: Table<'_, '_>, members: &[usize], most: usize, run: &mut Run, work: &mut Work) {
    let before = run.steps.len();
    // Who applies alone goes before all others, whatever the order among those is; or not at all, after others.
    let alone = members.iter().copied().filter(|member| applies_alone(table, *member));
    for member in alone.filter(|_| most > 1) {
        if run.steps.is_empty() {
            apply_all(table, &[member], run, work);
        }
    }
    for member in members.iter().copied() {
        let is_full = run.steps.len().saturating_sub(before) >= most;
        if !is_full && (run.steps.is_empty() || !applies_alone(table, member)) {
            apply_all(table, &[member], run, work);
        }
    }
}

/// A promotion of which each line may take its part.
struct Tried {
    number: usize,
    parts: Vec<(Part, i64)>,
    things: i64,
    worth: i64,
}

/// Each line takes the promotion that takes most off it; the first of those that take the same.
fn on_each_line(table: Table<'_, '_>, members: &[usize], run: &mut Run, work: &mut Work) {
    let mut most: Vec<(i64, Option<usize>)> = vec![(0, None); run.state.now.len()];
    let tried = try_each(table, members, &run.state, work);
    for (number, part) in tried.iter().flat_map(|each| each.parts.iter().map(|(part, _)| (each.number, part)))
    {
        if let Some(most) = most.get_mut(part.spot).filter(|most| part.share > most.0) {
            *most = (part.share, Some(number));
        }
    }
    for Tried { number, mut parts, things, worth } in tried {
        let Some(candidate) = table.candidates.get(number) else { continue };
        let reduces = candidate.changes_prices();
        parts.retain(|(part, _)| most.get(part.spot).is_some_and(|most| most.1 == Some(number)));
        let total = parts.iter().fold(0_i64, |sum, (part, _)| sum.saturating_add(part.share));
        let picked = reduces.then(|| parts.clone());
        (work.parts, work.units) = parts.into_iter().unzip();
        (work.total, work.things, work.worth) = (total, things, worth);
        if work.is_anything() {
            work.take_off(candidate, number, &mut run.state);
            run.score = run.score.with(work);
            run.steps.push(Step { candidate: number, picked });
        }
    }
}

/// Tries each promotion on what the lane began with, as far as those before it let it.
fn try_each(table: Table<'_, '_>, members: &[usize], start: &State, work: &mut Work) -> Vec<Tried> {
    let mut tried = Vec::new();
    let mut admitted = start.clone();
    for number in members.iter().copied() {
        let Some(candidate) = table.candidates.get(number).filter(|_| table.allows(number, &admitted)) else {
            continue;
        };
        work.apply(table.goods, candidate, start, Ties::SmallerId, Detail::Lines);
        if !work.is_anything() {
            continue;
        }
        let mut after = start.clone();
        (after.stopped_by, after.groups) = (admitted.stopped_by, admitted.groups.clone());
        work.take_off(candidate, number, &mut after);
        (admitted.stopped_by, admitted.groups) = (after.stopped_by, after.groups);
        let reduces = candidate.changes_prices();
        let units = work.units.iter().copied().chain(std::iter::repeat(0));
        let parts = work.parts.iter().copied().zip(units).filter(|_| reduces).collect();
        tried.push(Tried { number, parts, things: work.things, worth: work.worth });
    }
    tried
}
