//! Promotions that only apply alone.

use super::Chosen;
use super::apply::Work;
use super::best::{Score, Table};
use super::goods::State;
use super::lanes::{LaneNow, Next, Run, Step};
use crate::offer::terms::Exclusive;
use crate::plan::quotes::LaneChoice;

/// Promotions that only apply alone take part in choices between whole quotes, unless their lane has an order.
pub(super) fn is_alone(table: Table<'_, '_>, lane: &LaneNow, number: usize) -> bool {
    let has_order = matches!(lane.choose, LaneChoice::InOrder | LaneChoice::FirstOne);
    applies_alone(table, number) && !has_order
}

/// Does nothing else apply to the quote?
pub(super) fn applies_alone(table: Table<'_, '_>, number: usize) -> bool {
    table.candidates.get(number).is_some_and(|each| each.exclusive == Exclusive::WholeQuote)
}

/// Tries each promotion that only applies alone against all the rest.
pub(super) fn best_alone(table: Table<'_, '_>, lanes: &[LaneNow], run: Run, start: &State) -> Chosen {
    let mut chosen = Chosen { run, alone: None };
    let members = lanes.iter().flat_map(|lane| lane.members.iter().map(move |member| (lane, *member)));
    let mut work = Work::default();
    for (lane, member) in members {
        let mut state = start.clone();
        let mut score = Score::default();
        if !is_alone(table, lane, member) || !table.apply(member, &mut state, &mut score, &mut work) {
            continue;
        }
        let best = &chosen.run;
        let first = |run: &Run| run.steps.first().map_or(usize::MAX, |step| step.candidate);
        let wins = score.better(&best.score).then(member.cmp(&first(best))).is_lt();
        let lost = |members: Vec<usize>, total: i64, score: Score, best: Score| {
            Some(Box::new(Next { members, total, score, best })).filter(|next| !next.members.is_empty())
        };
        if wins {
            let beaten = chosen.run.steps.iter().map(|step| step.candidate).collect();
            let next = lost(beaten, best.state.total(), best.score, score);
            let steps = vec![Step { candidate: member, picked: None }];
            let (starts, is_exact) = (best.starts.clone(), best.is_exact);
            chosen = Chosen { run: Run { steps, state, score, starts, is_exact, next }, alone: Some(member) };
        } else if best.next.as_ref().is_none_or(|next| state.total() < next.total) {
            chosen.run.next = lost(vec![member], state.total(), score, best.score);
        }
    }
    chosen
}
