//! The quote as it is answered: every application once more, with all that is to be shown.

use super::answer::{NotApplied, Quoted};
use super::apply::{Detail, Ties, Work};
use super::best::Table;
use super::candidate::{Candidate, Doing};
use super::given::given;
use super::goods::{Now, Spot, State};
use super::lanes::Step;
use super::sheet::Sheet;
use super::spread::{Part, spread};
use super::{Chosen, Desk};
use crate::offer::ledger::Credit;
use crate::offer::refusal::WhyNot;
use crate::offer::request::Credits;
use crate::offer::reservation::Given;
use crate::value::number::index;

/// A promotion as it is applied in the end.
pub(super) struct Line<'a> {
    pub(super) candidate: &'a Candidate<'a>,
    pub(super) parts: Vec<(Part, i64)>,
    pub(super) gives: Vec<Given>,
}

/// A credit as it is spent.
pub(super) struct Spent {
    pub(super) credit: Credit,
    pub(super) parts: Vec<Part>,
}

pub(super) fn settle(
    desk: &Desk<'_>,
    table: Table<'_, '_>,
    chosen: &Chosen,
    mut not_applied: Vec<NotApplied>,
) -> Quoted {
    let steps = &chosen.run.steps;
    let mut state = table.goods.start(chosen.run.state.groups.len());
    let mut applied: Vec<Line<'_>> = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        if let Some(candidate) = table.candidates.get(step.candidate) {
            let later = steps.get(number.saturating_add(1)..).unwrap_or_default();
            applied.push(replay(table, candidate, step, later, &mut state));
        }
    }
    let spent = spend(desk, table, &mut state);
    for line in applied.iter_mut().filter(|line| matches!(line.candidate.doing, Doing::Credit { .. })) {
        let mut work = Work::default();
        work.apply(table.goods, line.candidate, &state, Ties::Earliest, Detail::Lines);
        line.parts = work.parts.into_iter().map(|part| (part, 0)).collect();
    }
    // A purchase that is paid with earlier money off brings none itself.
    for line in applied.iter().filter(|line| brings_nothing(line)) {
        not_applied.push(NotApplied {
            promotion: Some(line.candidate.id.clone()),
            name: Some(line.candidate.terms.name.clone()),
            code: line.candidate.code.cloned(),
            reason: WhyNot::NoEffect,
        });
    }
    applied.retain(|line| !brings_nothing(line));
    Sheet { desk, table, state: &state, applied: &applied, spent: &spent }.quoted(chosen, not_applied)
}

fn brings_nothing(line: &Line<'_>) -> bool {
    matches!(line.candidate.doing, Doing::Credit { .. }) && line.parts.iter().all(|(part, _)| part.share == 0)
}

/// Applies a promotion. Where no later one sees how it is spread, the earliest line gets the odd unit.
fn replay<'a>(
    table: Table<'a, 'a>,
    candidate: &'a Candidate<'a>,
    step: &Step,
    later: &[Step],
    state: &mut State,
) -> Line<'a> {
    let mut work = Work::default();
    let seen = later
        .iter()
        .filter_map(|step| table.candidates.get(step.candidate))
        .any(|other| sees(other, candidate));
    let ties = if seen { Ties::SmallerId } else { Ties::Earliest };
    work.apply(table.goods, candidate, state, ties, Detail::Lines);
    if let Some(picked) = &step.picked {
        (work.parts, work.units) = picked.iter().copied().unzip();
        work.total = work.parts.iter().fold(0, |sum, part| sum.saturating_add(part.share));
    }
    work.take_off(candidate, step.candidate, state);
    let gives = given(table, candidate, work.things);
    let units = work.units.iter().copied().chain(std::iter::repeat(0));
    Line {
        candidate,
        parts: work.parts.iter().copied().zip(units).filter(|(part, _)| part.share > 0).collect(),
        gives,
    }
}

/// Does what a later promotion does depend on how an earlier one is spread?
fn sees(later: &Candidate<'_>, earlier: &Candidate<'_>) -> bool {
    let theirs: Vec<usize> = later.footprint().collect();
    let shared = earlier.footprint().filter(|spot| theirs.contains(spot)).count();
    let sums_up = matches!(later.doing, Doing::Credit { .. } | Doing::Give { .. } | Doing::Upgrade { .. });
    shared > 0 && !(sums_up && shared == earlier.footprint().count())
}

/// Spends money off from earlier purchases on the goods, what ends first before the rest.
fn spend(desk: &Desk<'_>, table: Table<'_, '_>, state: &mut State) -> Vec<Spent> {
    let wanted = desk.request.credits != Some(Credits::Keep);
    let Some(party) = desk.party.filter(|_| wanted) else { return Vec::new() };
    let mut all = Vec::new();
    for credit in desk.ledger.spendable(party, desk.request.currency, desk.now) {
        let lines = table.goods.spots.iter().zip(&state.now).enumerate().take(table.goods.delivery());
        let part = |(spot, (each, now)): (usize, (&Spot, &Now))| Part {
            spot,
            weight: now.price,
            room: now.price.saturating_sub(each.least).max(0),
            rank: index(spot),
            share: 0,
        };
        let mut parts: Vec<Part> = lines.map(part).collect();
        let room = parts.iter().fold(0_i64, |sum, part| sum.saturating_add(part.room));
        spread(credit.left().min(room), &mut parts, table.goods.manner.remainder, &mut Vec::new());
        parts.retain(|part| part.share > 0);
        for part in &parts {
            if let Some(now) = state.now.get_mut(part.spot) {
                now.price = now.price.saturating_sub(part.share);
            }
        }
        if !parts.is_empty() {
            all.push(Spent { credit, parts });
        }
    }
    all
}
