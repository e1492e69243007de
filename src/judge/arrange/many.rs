//! A good answer for many things: one by one, then exchanged.

use super::Arrangement;
use crate::value::time::Timestamp;

/// So often an exchange is tried.
const EXCHANGES: usize = 300;

impl Arrangement<'_> {
    /// A good order of a good set: one by one, then exchanged.
    pub(super) fn good(&self) -> Vec<usize> {
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
}
