//! The best answer for a few things: every set of them, with each channel last.

use super::Arrangement;
use crate::judge::ways::{CHANNELS, number};
use crate::value::time::Timestamp;

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
    /// The best order of the best set.
    pub(super) fn best(&self) -> Vec<usize> {
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
}

fn bit(index: usize) -> usize {
    u32::try_from(index).ok().and_then(|index| 1_usize.checked_shl(index)).unwrap_or(0)
}

fn has(set: usize, index: usize) -> bool {
    set & bit(index) != 0
}
