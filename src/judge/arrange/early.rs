//! What is worth most an hour comes early.

use super::Arrangement;
use crate::value::time::Timestamp;

/// Jobs that stand together.
type Row<'o> = &'o [usize];

impl Arrangement<'_> {
    /// The same jobs with what is worth most an hour as early as it can be without ending the day later or switching
    /// more often: first whole rows of one channel go before cheaper ones, then the jobs within them.
    pub(super) fn dear_first(&self, order: &[usize]) -> Vec<usize> {
        let channel = |job: &usize| self.jobs.get(*job).map(|job| job.channel);
        let batches: Vec<usize> =
            self.forward(order.chunk_by(|one, other| channel(one) == channel(other)).collect()).concat();
        self.forward(batches.chunks(1).collect()).concat()
    }

    /// Whatever is dearer goes before what is cheaper, until nothing can: in front of it, or in its place. Whatever is
    /// between may be fixed to its time, so it is not enough that neighbours change places.
    fn forward<'o>(&self, mut rows: Vec<Row<'o>>) -> Vec<Row<'o>> {
        let mut improved = true;
        // Each time something dearer comes to a place, and those before it stay: so it has an end.
        while improved {
            improved = false;
            for at in 0..rows.len() {
                while let Some(better) = self.with_dearer(&rows, at) {
                    rows = better;
                    improved = true;
                }
            }
        }
        rows
    }

    /// The rows with something dearer in a place, if there can be.
    fn with_dearer<'o>(&self, rows: &[Row<'o>], at: usize) -> Option<Vec<Row<'o>>> {
        let here = self.dearest(rows.get(at)?);
        let later = rows.iter().enumerate().skip(at.saturating_add(1));
        let mut dearer = later.filter(|(_, row)| self.dearest(row) > here);
        let first = dearer.next()?;
        let limits = (self.end(rows)?, self.switches(rows));
        let is_allowed = |rows: &Vec<Row<'_>>| {
            self.switches(rows) <= limits.1 && self.end(rows).is_some_and(|end| end <= limits.0)
        };
        std::iter::once(first).chain(dearer).find_map(|(from, _)| {
            let mut inserted = rows.to_vec();
            inserted.get_mut(at..=from)?.rotate_right(1);
            let mut exchanged = rows.to_vec();
            exchanged.swap(at, from);
            [inserted, exchanged].into_iter().find(is_allowed)
        })
    }

    fn dearest(&self, row: Row<'_>) -> i64 {
        row.iter().filter_map(|job| self.jobs.get(*job)).map(|job| job.per_hour).max().unwrap_or(i64::MIN)
    }

    /// When the last of rows ends, if all can be done.
    fn end(&self, rows: &[Row<'_>]) -> Option<Timestamp> {
        let last = rows.iter().copied().flatten().try_fold(None, |before, job| self.after(before, *job))?;
        last.map(|(end, _)| end)
    }

    fn switches(&self, rows: &[Row<'_>]) -> usize {
        let channel = |job: &usize| self.jobs.get(*job).map(|job| job.channel);
        let jobs = || rows.iter().copied().flatten();
        jobs().zip(jobs().skip(1)).filter(|(one, other)| channel(one) != channel(other)).count()
    }
}
