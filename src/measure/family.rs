//! Many looks at once: the more often one looks, the sooner chance alone shows a difference somewhere.

use super::contrast::{Contrast, Pair, Verdict};
use super::experiment::Wanted;
use super::interval::{CONFIDENCE, Interval};

/// Contrasts that are looked at together, with the samples that each is made of.
pub(super) struct Family {
    pub(super) members: Vec<(Contrast, Pair)>,
}

impl Family {
    /// Corrects all of them together, so that in 95 % of cases without any difference none is called one.
    ///
    /// This is Holm's procedure (1979), carried out on intervals: with `m` of them, each is made for a confidence of
    /// `1 − 0.05 / m`. Those that leave zero out are settled, and the others are made again for those that are left, until
    /// no more leave zero out. It holds whatever the looks have to do with each other; and one interval says all of it, since
    /// it leaves zero out just when the verdict calls a difference.
    pub(super) fn settle(&mut self, causes: Causes) {
        let mut open: Vec<bool> =
            self.members.iter().map(|(contrast, _)| contrast.shortage.is_none()).collect();
        loop {
            let left = open.iter().filter(|open| **open).count();
            let confidence = shared(left);
            let mut settled = false;
            for ((contrast, pair), open) in self.members.iter_mut().zip(&mut open).filter(|(_, open)| **open)
            {
                let Some(difference) = pair.difference(confidence) else { continue };
                contrast.corrected = Some(difference.interval);
                contrast.corrected_confidence = Some(confidence);
                contrast.verdict = verdict(difference.interval, pair.wanted, causes);
                *open = contrast.verdict == Verdict::NoDifferenceSeen;
                settled = settled || !*open;
            }
            if !settled {
                return;
            }
        }
    }
}

/// The confidence of each of so many intervals, for 95 % of all of them together.
pub(super) fn shared(looks: usize) -> f64 {
    1.0 - (1.0 - CONFIDENCE) / f64::from(u32::try_from(looks.max(1)).unwrap_or(u32::MAX))
}

/// Can a difference be laid to what they got?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Causes {
    Yes,
    Unknown,
}

fn verdict(interval: Interval, wanted: Wanted, causes: Causes) -> Verdict {
    let more = interval.is_above(0.0);
    if !more && !interval.is_below(0.0) {
        return Verdict::NoDifferenceSeen;
    }
    match (more == (wanted == Wanted::More), causes) {
        (true, Causes::Yes) => Verdict::Works,
        (false, Causes::Yes) => Verdict::Harms,
        (true, Causes::Unknown) => Verdict::GoesWithBetter,
        (false, Causes::Unknown) => Verdict::GoesWithWorse,
    }
}
