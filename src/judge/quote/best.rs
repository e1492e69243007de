//! Which of several promotions together are best for the customer (PROMO-4)?
//!
//! Up to [`EXACT`] promotions that can get in each other's way are tried in every allowed combination. Those that can't
//! are looked at apart: nothing is lost by it. Beyond that a good combination is looked for, and said to be no more.

use super::apply::{Detail, Ties, Work};
use super::candidate::Candidate;
use super::good::good;
use super::goods::{Goods, State};
use crate::offer::terms::Exclusive;
use std::cmp::Ordering;

/// Up to so many promotions are tried in every combination.
pub(super) const EXACT: usize = 12;

/// What a combination comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// What it takes off.
    pub(super) taken: i64,
    /// What is worth that it gives beside the lines.
    pub(super) worth: i64,
    /// How many things these are.
    pub(super) things: i64,
    /// How many promotions it takes.
    pub(super) count: i64,
}

impl Score {
    pub(super) fn with(self, work: &Work) -> Score {
        Score {
            taken: self.taken.saturating_add(work.total),
            worth: self.worth.saturating_add(work.worth),
            things: self.things.saturating_add(work.things),
            count: self.count.saturating_add(1),
        }
    }

    fn plus(self, other: Score) -> Score {
        Score {
            taken: self.taken.saturating_add(other.taken),
            worth: self.worth.saturating_add(other.worth),
            things: self.things.saturating_add(other.things),
            count: self.count.saturating_add(other.count),
        }
    }

    /// Less is the better one for the customer: least to pay, then what is added, then fewer promotions.
    pub(super) fn better(&self, other: &Score) -> Ordering {
        let key = |score: &Score| (score.taken, score.worth, score.things, score.count.saturating_neg());
        key(other).cmp(&key(self))
    }
}

/// A combination, in the order in which its promotions apply.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Choice {
    pub(super) members: Vec<usize>,
    pub(super) score: Score,
}

impl Choice {
    /// Less is better; of equal ones that with the promotion that comes first.
    pub(super) fn better(&self, other: &Choice) -> Ordering {
        self.score.better(&other.score).then_with(|| self.members.cmp(&other.members))
    }
}

/// The best combination of a lane, and the one that comes next to it.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) best: Choice,
    pub(super) second: Option<Choice>,
    pub(super) is_exact: bool,
}

/// What a combination is looked for in.
#[derive(Clone, Copy)]
pub(super) struct Table<'t, 'a> {
    pub(super) goods: &'t Goods<'a>,
    pub(super) candidates: &'t [Candidate<'a>],
}

impl<'a> Table<'_, 'a> {
    /// May a promotion apply, after what has been applied?
    pub(super) fn allows(&self, number: usize, state: &State) -> bool {
        let group = self.candidates.get(number).and_then(|candidate| candidate.group);
        state.stopped_by.is_none() && group.is_none_or(|group| state.groups.get(group) == Some(&None))
    }

    /// Applies a promotion if it may be and does anything.
    pub(super) fn apply(&self, number: usize, state: &mut State, score: &mut Score, work: &mut Work) -> bool {
        let Some(candidate) = self.candidates.get(number).filter(|_| self.allows(number, state)) else {
            return false;
        };
        work.apply(self.goods, candidate, state, Ties::SmallerId, Detail::Lines);
        if work.is_anything() {
            *score = score.with(work);
            work.take_off(candidate, number, state);
        }
        work.is_anything()
    }
}

/// The best combination of some promotions, which stand in the order in which they apply.
pub(super) fn best(table: Table<'_, '_>, members: &[usize], start: &State) -> Found {
    let mut all = Found { is_exact: true, ..Found::default() };
    // The smallest step down of all parts is the step to the combination that comes next.
    let mut next: Option<(Choice, Choice)> = None;
    for part in apart(table, members) {
        let found = if part.len() <= EXACT { every(table, &part, start) } else { good(table, &part, start) };
        if let Some(second) = found.second {
            let step = (found.best.clone(), second);
            if next.as_ref().is_none_or(|known| smaller_step(&step, known)) {
                next = Some(step);
            }
        }
        all.is_exact &= found.is_exact;
        all.best.score = all.best.score.plus(found.best.score);
        all.best.members.extend(found.best.members);
    }
    all.best.members.sort_unstable();
    all.second = next
        .map(|(without, with)| exchanged(&all.best, &without, with))
        .filter(|each| !each.members.is_empty());
    all
}

fn smaller_step(step: &(Choice, Choice), known: &(Choice, Choice)) -> bool {
    let loss = |(best, second): &(Choice, Choice)| Score {
        taken: second.score.taken.saturating_sub(best.score.taken),
        worth: second.score.worth.saturating_sub(best.score.worth),
        things: second.score.things.saturating_sub(best.score.things),
        count: second.score.count.saturating_sub(best.score.count),
    };
    loss(step).better(&loss(known)).is_lt()
}

/// A combination with one part of it exchanged.
fn exchanged(all: &Choice, without: &Choice, with: Choice) -> Choice {
    let kept = all.members.iter().copied().filter(|member| !without.members.contains(member));
    let mut members: Vec<usize> = kept.chain(with.members).collect();
    members.sort_unstable();
    let score = Score {
        taken: all.score.taken.saturating_sub(without.score.taken),
        worth: all.score.worth.saturating_sub(without.score.worth),
        things: all.score.things.saturating_sub(without.score.things),
        count: all.score.count.saturating_sub(without.score.count),
    };
    Choice { members, score: score.plus(with.score) }
}

/// Promotions that can get in each other's way.
struct Knot {
    members: Vec<usize>,
    /// The lines that they are about.
    touched: Vec<bool>,
    groups: Vec<usize>,
}

impl Knot {
    fn of(table: Table<'_, '_>, number: usize, candidate: &Candidate<'_>) -> Knot {
        // Who has a minimum of what lines cost now looks at lines that it does not reduce.
        let mut touched = vec![candidate.least_now.is_some(); table.goods.spots.len()];
        for spot in candidate.footprint() {
            if let Some(touched) = touched.get_mut(spot) {
                *touched = true;
            }
        }
        Knot { members: vec![number], touched, groups: candidate.group.into_iter().collect() }
    }

    fn is_near(&self, other: &Knot) -> bool {
        let same_lines = self.touched.iter().zip(&other.touched).any(|(one, other)| *one && *other);
        same_lines || self.groups.iter().any(|group| other.groups.contains(group))
    }

    fn join(&mut self, other: Knot) {
        self.members.extend(other.members);
        self.groups.extend(other.groups);
        self.touched.iter_mut().zip(other.touched).for_each(|(one, other)| *one |= other);
    }
}

/// Puts those together that can get in each other's way: about the same lines, of the same group, or with one among them
/// after which nothing applies.
fn apart(table: Table<'_, '_>, members: &[usize]) -> Vec<Vec<usize>> {
    let of = |member: &usize| Some((*member, table.candidates.get(*member)?));
    let stops = |(_, each): (usize, &Candidate<'_>)| each.exclusive == Exclusive::LaterOnes;
    if members.iter().filter_map(of).any(stops) {
        return vec![members.to_vec()];
    }
    let mut knots: Vec<Knot> = Vec::new();
    for (number, candidate) in members.iter().filter_map(of) {
        let mut knot = Knot::of(table, number, candidate);
        let (near, far): (Vec<_>, Vec<_>) = knots.into_iter().partition(|other| knot.is_near(other));
        near.into_iter().for_each(|other| knot.join(other));
        knot.members.sort_unstable();
        knots = far;
        knots.push(knot);
    }
    knots.into_iter().map(|knot| knot.members).collect()
}

/// Tries every combination.
fn every(table: Table<'_, '_>, members: &[usize], start: &State) -> Found {
    let mut search = Search {
        table,
        members,
        states: vec![start.clone(); members.len().saturating_add(1)],
        work: Work::default(),
        chosen: Vec::new(),
        best: Choice::default(),
        second: None,
    };
    search.visit(0, Score::default());
    Found { best: search.best, second: search.second, is_exact: true }
}

struct Search<'s, 'a> {
    table: Table<'s, 'a>,
    members: &'s [usize],
    /// The state after each promotion that is chosen.
    states: Vec<State>,
    work: Work,
    chosen: Vec<usize>,
    best: Choice,
    second: Option<Choice>,
}

impl Search<'_, '_> {
    fn visit(&mut self, depth: usize, score: Score) {
        let Some(member) = self.members.get(depth).copied() else { return self.weigh(score) };
        let level = self.chosen.len();
        let next = depth.saturating_add(1);
        let is_last = next == self.members.len();
        if let Some(with) = self.with(member, level, score, is_last) {
            self.chosen.push(member);
            if is_last {
                self.weigh(with)
            } else {
                self.visit(next, with)
            }
            self.chosen.pop();
        }
        self.visit(next, score);
    }

    /// The state with one more promotion, if it may apply and does anything.
    fn with(&mut self, member: usize, level: usize, score: Score, is_last: bool) -> Option<Score> {
        let candidate = self.table.candidates.get(member)?;
        let (before, after) = self.states.split_at_mut(level.saturating_add(1));
        let before = before.last().filter(|state| self.table.allows(member, state))?;
        let detail = if is_last { Detail::Total } else { Detail::Lines };
        self.work.apply(self.table.goods, candidate, before, Ties::SmallerId, detail);
        if !self.work.is_anything() {
            return None;
        }
        if let Some(after) = after.first_mut().filter(|_| !is_last) {
            after.clone_from(before);
            self.work.take_off(candidate, member, after);
        }
        Some(score.with(&self.work))
    }

    fn weigh(&mut self, score: Score) {
        let worst = self.second.as_ref().unwrap_or(&self.best);
        if score.better(&worst.score).is_gt() && self.second.is_some() {
            return;
        }
        rank(Choice { members: self.chosen.clone(), score }, &mut self.best, &mut self.second);
    }
}

/// Keeps the best two.
pub(super) fn rank(choice: Choice, best: &mut Choice, second: &mut Option<Choice>) {
    if choice == *best || choice.members.is_empty() {
        return;
    }
    if choice.better(best).is_lt() {
        let beaten = std::mem::replace(best, choice);
        if !beaten.members.is_empty() {
            *second = Some(beaten);
        }
    } else if second.as_ref().is_none_or(|second| choice.better(second).is_lt()) {
        *second = Some(choice);
    }
}
