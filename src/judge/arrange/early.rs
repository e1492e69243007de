//! What is worth most an hour comes early.

use super::Arrangement;

impl Arrangement<'_> {
    /// The same jobs with what is worth most an hour as early as it can be without ending the day later or switching
    /// more often: first whole rows of one channel change places, then the jobs within them.
    pub(super) fn dear_first(&self, order: Vec<usize>) -> Vec<usize> {
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
