//! A good combination where there are too many promotions to try all.

use super::apply::Work;
use super::best::{Choice, Found, Table, rank};
use super::goods::State;

/// Looks for a good combination: begins with all of them in a row and with each of them alone, then takes one in or out, or
/// exchanges two, as long as that is better.
pub(super) fn good(table: Table<'_, '_>, members: &[usize], start: &State) -> Found {
    let mut walk =
        Walk { table, members, start, work: Work::default(), best: Choice::default(), second: None };
    walk.climb(vec![true; members.len()]);
    let mut alone = Choice::default();
    for index in 0..members.len() {
        let only: Vec<bool> = (0..members.len()).map(|other| other == index).collect();
        let choice = walk.come_to(&only);
        if choice.better(&alone).is_lt() {
            alone = choice;
        }
    }
    walk.climb(members.iter().map(|member| alone.members.contains(member)).collect());
    Found { best: walk.best, second: walk.second, is_exact: false }
}

struct Walk<'s, 'a> {
    table: Table<'s, 'a>,
    members: &'s [usize],
    start: &'s State,
    work: Work,
    best: Choice,
    second: Option<Choice>,
}

impl Walk<'_, '_> {
    /// What some of them come to, those aside that may not apply or do nothing.
    fn come_to(&mut self, wanted: &[bool]) -> Choice {
        let mut state = self.start.clone();
        let mut choice = Choice::default();
        for (member, _) in self.members.iter().zip(wanted).filter(|(_, wanted)| **wanted) {
            if self.table.apply(*member, &mut state, &mut choice.score, &mut self.work) {
                choice.members.push(*member);
            }
        }
        rank(choice.clone(), &mut self.best, &mut self.second);
        choice
    }

    fn climb(&mut self, from: Vec<bool>) {
        let mut here = self.come_to(&from);
        // Each step is better than the one before, so that it comes to an end; this is how far it may go.
        for _ in 0..self.members.len() {
            let wanted: Vec<bool> = self.members.iter().map(|member| here.members.contains(member)).collect();
            let Some(better) = self.best_step(&wanted).filter(|step| step.better(&here).is_lt()) else {
                return;
            };
            here = better;
        }
    }

    fn best_step(&mut self, wanted: &[bool]) -> Option<Choice> {
        let mut best: Option<Choice> = None;
        for one in 0..wanted.len() {
            for other in one..wanted.len() {
                let exchanges = wanted.get(one) != wanted.get(other);
                if one != other && !exchanges {
                    continue;
                }
                let flip = |(index, is_in): (usize, &bool)| *is_in != (index == one || index == other);
                let step: Vec<bool> = wanted.iter().enumerate().map(flip).collect();
                let choice = self.come_to(&step);
                if best.as_ref().is_none_or(|best| choice.better(best).is_lt()) {
                    best = Some(choice);
                }
            }
        }
        best
    }
}
