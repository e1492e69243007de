//! Which of many things fit into a day, and in what order, so that the day is worth most?
//!
//! For a few things the best answer is found: of every set of them, the earliest end that it can have with each
//! channel last, since nothing that fits after a later end does not fit after an earlier one. For many, those worth
//! most an hour are put in one by one where they delay the day least, and then exchanged as long as that is better.

use super::hours::Begins;
use super::ways::{CHANNELS, Ways, number};
use crate::value::contact_point::Channel;
use crate::value::time::Timestamp;

/// Something that may be done on a day.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) channel: Option<Channel>,
    /// In milliseconds.
    pub(crate) length: i64,
    /// When it may begin, in the order of time.
    pub(crate) begins: Vec<Begins>,
    /// What doing it is worth, and what an hour of it is.
    pub(crate) worth: i64,
    pub(crate) per_hour: i64,
}

/// A job and when it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) job: usize,
    pub(crate) at: Timestamp,
}

/// Up to so many jobs the best answer is looked for.
const FEW: usize = 10;

/// So often an exchange is tried.
const EXCHANGES: usize = 300;

/// The jobs that are done, in the order of time. Those given first are preferred.
pub(crate) fn arrange(ways: Ways, jobs: &[Job]) -> Vec<Slot> {
    let plan = Arrangement { ways, jobs };
    let order = if jobs.len() <= FEW { plan.best() } else { plan.good() };
    let order = plan.dear_first(order);
    plan.schedule(&order).unwrap_or_default()
}

/// When what is done before ends, and on which channel it is; nothing at the beginning of the day.
type Before = Option<(Timestamp, Option<Channel>)>;

struct Arrangement<'a> {
    ways: Ways,
    jobs: &'a [Job],
}

/// The earliest end of a set of jobs with a channel last, and what it came from.
#[derive(Clone, Copy)]
struct Reached {
    end: Timestamp,
    last: usize,
    /// The channel before that, as a number.
    before: usize,
}

/// A number for each channel, for none, and for nothing before.
const LASTS: usize = CHANNELS.saturating_add(1);
const NOTHING: usize = CHANNELS;

impl Arrangement<'_> {
    /// The first moment at which a job can begin after another one, or at all.
    fn begin(&self, job: &Job, after: Before) -> Option<Timestamp> {
        let from = after.map(|(end, channel)| end.plus(self.ways.between(channel, job.channel)));
        let from = from.unwrap_or(Timestamp::EARLIEST);
        job.begins.iter().find(|begins| from <= begins.last).map(|begins| begins.from.max(from))
    }

    /// When each of some jobs in a row begins, each as early as it can; nothing if one of them can't.
    fn schedule(&self, order: &[usize]) -> Option<Vec<Slot>> {
        let mut slots: Vec<Slot> = Vec::with_capacity(order.len());
        let mut before = None;
        for index in order {
            let job = self.jobs.get(*index)?;
            let at = self.begin(job, before)?;
            before = Some((at.plus(job.length), job.channel));
            slots.push(Slot { job: *index, at });
        }
        Some(slots)
    }

    /// How it stands after a job; nothing if it can't be done any more.
    fn after(&self, before: Before, index: usize) -> Option<Before> {
        let job = self.jobs.get(index)?;
        Some(Some((self.begin(job, before)?.plus(job.length), job.channel)))
    }

    /// When the last of some jobs in a row ends.
    fn end(&self, order: &[usize]) -> Option<Timestamp> {
        self.end_after(None, order)
    }

    /// When the last of some jobs in a row ends that come after others.
    fn end_after(&self, before: Before, order: &[usize]) -> Option<Timestamp> {
        let last = order.iter().try_fold(before, |before, index| self.after(before, *index))?;
        Some(last.map_or(Timestamp::EARLIEST, |(end, _)| end))
    }

    fn worth(&self, index: usize) -> i64 {
        self.jobs.get(index).map_or(0, |job| job.worth)
    }

    /// The best order of the best set.
    fn best(&self) -> Vec<usize> {
        let sets = 1_usize.checked_shl(u32::try_from(self.jobs.len()).unwrap_or(0)).unwrap_or(1);
        let mut reached: Vec<[Option<Reached>; LASTS]> = vec![[None; LASTS]; sets];
        let mut best = (0, 0, 0, 0);
        for set in 0..sets {
            let Some(here) = reached.get(set).copied() else { break };
            if set > 0 && here.iter().all(Option::is_none) {
                continue;
            }
            let members = (0..self.jobs.len()).filter(|job| has(set, *job));
            let worth = members.fold((0_i64, 0_i64), |(worth, many), job| {
                (worth.saturating_add(self.worth(job)), many.saturating_add(1))
            });
            // Of equal worth, what is done earlier.
            let end = here.iter().flatten().map(|reached| reached.end.millis()).min().unwrap_or(0);
            let value = (worth.0, worth.1, end.saturating_neg(), set);
            if set > 0 && (best.3 == 0 || value > best) {
                best = value;
            }
            self.extend(set, &here, &mut reached);
        }
        self.trace(&reached, best.3)
    }

    /// Puts each job that is not in a set after it.
    fn extend(&self, set: usize, here: &[Option<Reached>; LASTS], reached: &mut [[Option<Reached>; LASTS]]) {
        for (index, job) in self.jobs.iter().enumerate().filter(|(index, _)| !has(set, *index)) {
            let starts = here.iter().enumerate().filter_map(|(last, reached)| Some((last, (*reached)?)));
            let starts = starts.map(|(last, reached)| {
                (last, Some((reached.end, self.jobs.get(reached.last).and_then(|job| job.channel))))
            });
            let nothing = (set == 0).then_some((NOTHING, None));
            for (before, after) in starts.chain(nothing) {
                let Some(at) = self.begin(job, after) else { continue };
                let next = Reached { end: at.plus(job.length), last: index, before };
                let place =
                    reached.get_mut(set | bit(index)).and_then(|set| set.get_mut(number(job.channel)));
                if let Some(place) = place
                    && place.is_none_or(|known| next.end < known.end)
                {
                    *place = Some(next);
                }
            }
        }
    }

    fn trace(&self, reached: &[[Option<Reached>; LASTS]], set: usize) -> Vec<usize> {
        let mut order = Vec::new();
        let mut set = set;
        let ends = reached.get(set).map(|here| here.iter().enumerate()).into_iter().flatten();
        let ends = ends.filter_map(|(last, reached)| Some((last, (*reached)?)));
        let mut last = ends.min_by_key(|(_, reached)| reached.end).map_or(NOTHING, |(last, _)| last);
        while let Some(step) = reached.get(set).and_then(|here| *here.get(last)?) {
            order.push(step.last);
            set &= !bit(step.last);
            last = step.before;
        }
        order.reverse();
        order
    }

    /// A good order of a good set: one by one, then exchanged.
    fn good(&self) -> Vec<usize> {
        let mut order = Vec::new();
        let mut left = Vec::new();
        for job in 0..self.jobs.len() {
            match self.with(&order, job) {
                Some(longer) => order = longer,
                None => left.push(job),
            }
        }
        let mut tries = 0_usize;
        let mut improved = true;
        while improved && tries < EXCHANGES {
            improved = false;
            for at in 0..left.len() {
                let Some(job) = left.get(at).copied() else { break };
                if let Some((better, out)) = self.exchanged(&order, job, &mut tries) {
                    order = better;
                    left.remove(at);
                    let back: Vec<usize> = left.iter().copied().chain(out).collect();
                    left = back.into_iter().filter(|job| self.put(&mut order, *job).is_none()).collect();
                    improved = true;
                    break;
                }
            }
        }
        order
    }

    /// Puts a job in if it fits.
    fn put(&self, order: &mut Vec<usize>, job: usize) -> Option<()> {
        *order = self.with(order, job)?;
        Some(())
    }

    /// A row with one more job, where it delays the end least.
    fn with(&self, order: &[usize], job: usize) -> Option<Vec<usize>> {
        let mut best: Option<(Timestamp, usize)> = None;
        let mut before = None;
        for at in 0..=order.len() {
            let (done, to_do) = order.split_at_checked(at)?;
            if let Some(last) = done.last() {
                before = self.after(before, *last)?;
            }
            let end = self.after(before, job).and_then(|before| self.end_after(before, to_do));
            best = end.map(|end| (end, at)).into_iter().chain(best).min();
        }
        let (_, at) = best?;
        let mut longer = order.to_vec();
        longer.insert(at, job);
        Some(longer)
    }

    /// A row in which a job took the place of others that are worth less together: one, or two that stand side by
    /// side.
    fn exchanged(&self, order: &[usize], job: usize, tries: &mut usize) -> Option<(Vec<usize>, Vec<usize>)> {
        for many in [1, 2] {
            for (at, out) in order.windows(many).enumerate() {
                let worth = out.iter().map(|out| self.worth(*out)).fold(0, i64::saturating_add);
                if worth >= self.worth(job) || *tries >= EXCHANGES {
                    continue;
                }
                *tries = tries.saturating_add(1);
                let mut shorter = order.to_vec();
                shorter.drain(at..at.saturating_add(many));
                if let Some(better) = self.with(&shorter, job) {
                    return Some((better, out.to_vec()));
                }
            }
        }
        None
    }

    /// The same jobs with what is worth most an hour as early as it can be without ending the day later or switching
    /// more often: first whole rows of one channel change places, then the jobs within them.
    fn dear_first(&self, order: Vec<usize>) -> Vec<usize> {
        let mut batches: Vec<Vec<usize>> = Vec::new();
        for job in order {
            let channel = |job: usize| self.jobs.get(job).and_then(|job| job.channel);
            match batches.last_mut() {
                Some(batch) if batch.last().is_some_and(|last| channel(*last) == channel(job)) => {
                    batch.push(job)
                }
                _ => batches.push(vec![job]),
            }
        }
        let batches = self.bubbled(batches);
        self.bubbled(batches.into_iter().flatten().map(|job| vec![job]).collect())
            .into_iter()
            .flatten()
            .collect()
    }

    /// Neighbours change places as long as the dearer comes to stand first, the end stays, and like work together.
    fn bubbled(&self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let dearest =
            |row: &Vec<usize>| row.iter().filter_map(|job| self.jobs.get(*job)).map(|job| job.per_hour).max();
        for _ in 0..rows.len() {
            let mut changed = false;
            for at in 1..rows.len() {
                let before = at.saturating_sub(1);
                if rows.get(before).map(dearest) >= rows.get(at).map(dearest) {
                    continue;
                }
                let mut other = rows.clone();
                other.swap(before, at);
                let (now, then) = (rows.concat(), other.concat());
                if self.end(&then).is_some_and(|end| Some(end) <= self.end(&now))
                    && self.switches(&then) <= self.switches(&now)
                {
                    rows = other;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        rows
    }

    fn switches(&self, order: &[usize]) -> usize {
        let channel = |job: &usize| self.jobs.get(*job).map(|job| job.channel);
        order.iter().zip(order.iter().skip(1)).filter(|(one, other)| channel(one) != channel(other)).count()
    }
}

fn bit(index: usize) -> usize {
    u32::try_from(index).ok().and_then(|index| 1_usize.checked_shl(index)).unwrap_or(0)
}

fn has(set: usize, index: usize) -> bool {
    set & bit(index) != 0
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;
    use crate::value::time::MINUTE;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::test_runner::TestRunner;
    use std::cell::RefCell;

    /// Jobs of a day of eight hours, best an hour first, as they come.
    fn jobs() -> impl Strategy<Value = Vec<Job>> {
        let begins = vec((0_i64..400, 10_i64..300), 1..3);
        let job =
            (0_usize..6, 8_i64..75, begins, 1_i64..500).prop_map(|(channel, minutes, begins, per_hour)| {
                let at = |minute: i64| Timestamp::EARLIEST.plus(minute * MINUTE);
                let mut from = 0;
                let begins = begins.into_iter().filter_map(|(later, length)| {
                    let begins = Begins {
                        from: at(from + later),
                        last: at((from + later + length).min(480 - minutes)),
                    };
                    from += later + length + 5;
                    (begins.from <= begins.last).then_some(begins)
                });
                let channel = Channel::ALL.get(channel).copied();
                let length = minutes * MINUTE;
                Job { channel, length, begins: begins.collect(), worth: per_hour * minutes, per_hour }
            });
        vec(job, 1..=9).prop_map(|jobs| crate::value::order::ranked(jobs, |job| (-job.per_hour, 0, 0)))
    }

    /// Days of many candidates are filled the quick way; here it is measured where the best answer is known.
    #[test]
    fn the_quick_way_is_nearly_as_good_as_the_best() {
        let ways = Ways::of(&crate::plan::built_in::standard().unwrap().day);
        let ratios = RefCell::new(Vec::new());
        let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
        let outcome = TestRunner::new(config).run(&jobs(), |jobs| {
            let plan = Arrangement { ways, jobs: &jobs };
            let worth = |order: &[usize]| order.iter().map(|job| jobs[*job].worth).sum::<i64>();
            let (good, best) = (plan.good(), plan.best());
            prop_assert!(plan.schedule(&good).is_some() && plan.schedule(&best).is_some());
            prop_assert!(worth(&good) <= worth(&best));
            prop_assert!(plan.schedule(&plan.dear_first(best.clone())).is_some());
            if worth(&best) > 0 {
                ratios.borrow_mut().push(worth(&good) as f64 / worth(&best) as f64);
            }
            Ok(())
        });
        outcome.unwrap();
        let ratios = ratios.into_inner();
        let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
        let least = ratios.iter().copied().fold(1.0, f64::min);
        assert!(mean >= 0.97 && least >= 0.75, "{mean} of the best, {least} at least");
    }
}
