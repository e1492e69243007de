//! Why promotions that could apply do not.

use super::Chosen;
use super::alone::{applies_alone, is_alone};
use super::answer::NotApplied;
use super::apply::{Detail, Ties, Work, may_touch};
use super::best::{Score, Table};
use super::candidate::{Candidate, selected};
use super::goods::State;
use super::lanes::LaneNow;
use crate::offer::refusal::{Unmet, WhyNot};
use crate::offer::terms::Exclusive;
use crate::plan::quotes::LaneChoice;
use crate::value::id::PromotionId;
use crate::value::money::Money;

/// Why each promotion that could apply does not.
pub(super) fn reasons(
    table: Table<'_, '_>,
    lanes: &[LaneNow],
    chosen: &Chosen,
    start: &State,
) -> Vec<NotApplied> {
    let applied: Vec<usize> = chosen.run.steps.iter().map(|step| step.candidate).collect();
    let inquiry = Inquiry { table, lanes, chosen, start, applied: &applied };
    let left_out = table.candidates.iter().enumerate().filter(|(number, _)| !applied.contains(number));
    left_out
        .map(|(number, candidate)| NotApplied {
            promotion: Some(candidate.id.clone()),
            name: Some(candidate.terms.name.clone()),
            code: candidate.code.cloned(),
            reason: inquiry.why(number, candidate),
        })
        .collect()
}

struct Inquiry<'i, 'a> {
    table: Table<'i, 'a>,
    lanes: &'i [LaneNow],
    chosen: &'i Chosen,
    start: &'i State,
    applied: &'i [usize],
}

impl Inquiry<'_, '_> {
    fn why(&self, number: usize, candidate: &Candidate<'_>) -> WhyNot {
        let Some(lane) = self.lanes.get(candidate.lane) else { return WhyNot::NoEffect };
        let alone = is_alone(self.table, lane, number);
        let begin = self.chosen.run.starts.get(candidate.lane).unwrap_or(self.start);
        let begin = if alone || self.chosen.alone.is_some() { self.start } else { begin };
        if let Some(stopper) = begin.stopped_by {
            return self.excluded_by(stopper);
        }
        if let Some(holder) = candidate.group.and_then(|group| begin.groups.get(group).copied().flatten()) {
            return self.beaten_by(&[holder]);
        }
        if let Some(why) = self.why_nothing(candidate, begin) {
            return why;
        }
        match self.chosen.alone {
            Some(winner) if alone => self.beaten_by(&[winner]),
            Some(winner) => self.excluded_by(winner),
            None if alone => self.beaten_by(self.applied),
            None => self.why_in_lane(number, candidate, lane, begin),
        }
    }

    /// Why it does nothing, if it doesn't.
    fn why_nothing(&self, candidate: &Candidate<'_>, state: &State) -> Option<WhyNot> {
        let goods = self.table.goods;
        let mut work = Work::default();
        work.apply(goods, candidate, state, Ties::SmallerId, Detail::Lines);
        if work.is_anything() {
            return None;
        }
        if work.short {
            return Some(candidate.room.exhausted(goods.currency));
        }
        let about = selected(goods, candidate.terms.lines.as_ref());
        let now = about.iter().fold(0_i64, |sum, spot| sum.saturating_add(state.price(*spot)));
        if let Some(least) = candidate.least_now.filter(|least| now < *least) {
            let money = |minor: i64| Money { minor, currency: goods.currency };
            let unmet = vec![Unmet::MinimumAmount { wanted: money(least), found: money(now) }];
            return Some(WhyNot::ConditionsNotMet { unmet });
        }
        let keeper = candidate.footprint().find_map(|spot| state.now.get(spot)?.kept_by);
        let touches = candidate.footprint().any(|spot| may_touch(candidate, state, spot));
        // Who wants lines for itself comes too late for those that others have reduced.
        let comes_late = candidate.exclusive == Exclusive::SameLines;
        let before = self.applied.iter().find(|each| comes_late && self.shares_lines(**each, candidate));
        Some(match keeper.or(before.copied()) {
            Some(keeper) if !touches => self.excluded_by(keeper),
            _ => WhyNot::NoEffect,
        })
    }

    fn why_in_lane(&self, number: usize, candidate: &Candidate<'_>, lane: &LaneNow, begin: &State) -> WhyNot {
        let here: Vec<usize> =
            self.applied.iter().copied().filter(|each| lane.members.contains(each)).collect();
        let of = |each: &usize| self.table.candidates.get(*each);
        let same_group = |each: &&usize| {
            candidate.group.is_some() && of(each).and_then(|each| each.group) == candidate.group
        };
        if let Some(holder) = here.iter().find(same_group) {
            return self.beaten_by(&[*holder]);
        }
        if matches!(lane.choose, LaneChoice::BestOne | LaneChoice::FirstOne | LaneChoice::BestOnEachLine) {
            return self.beaten_by(&here);
        }
        if let Some(alone) = here.iter().find(|each| applies_alone(self.table, **each)) {
            return self.excluded_by(*alone);
        }
        if let Some(first) = self.applied.first().filter(|_| candidate.exclusive == Exclusive::WholeQuote) {
            return self.excluded_by(*first);
        }
        let mut state = begin.clone();
        let mut work = Work::default();
        for earlier in here.iter().filter(|each| **each < number) {
            self.table.apply(*earlier, &mut state, &mut Score::default(), &mut work);
        }
        if let Some(stopper) = state.stopped_by {
            return self.excluded_by(stopper);
        }
        match self.why_nothing(candidate, &state) {
            Some(WhyNot::NoEffect) | None => self.beaten_by(&here),
            Some(why) => why,
        }
    }

    fn shares_lines(&self, number: usize, candidate: &Candidate<'_>) -> bool {
        let theirs = self.table.candidates.get(number);
        theirs
            .is_some_and(|theirs| theirs.footprint().any(|spot| candidate.footprint().any(|own| own == spot)))
    }

    fn id(&self, number: usize) -> Option<PromotionId> {
        self.table.candidates.get(number).map(|candidate| candidate.id.clone())
    }

    fn excluded_by(&self, number: usize) -> WhyNot {
        self.id(number).map_or(WhyNot::NoEffect, |promotion| WhyNot::ExcludedBy { promotion })
    }

    /// Without anybody who is better it has no effect.
    fn beaten_by(&self, numbers: &[usize]) -> WhyNot {
        let promotions: Vec<PromotionId> = numbers.iter().filter_map(|number| self.id(*number)).collect();
        if promotions.is_empty() { WhyNot::NoEffect } else { WhyNot::BeatenBy { promotions } }
    }
}
