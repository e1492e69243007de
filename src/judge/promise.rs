//! How do we stand with what we promised (NEXT-3)?

use super::Bench;
use crate::book::relationship::{KnownPromise, PromiseFate};

choice! {
    /// How a promise stands.
    pub enum PromiseStatus {
        /// It is still to be kept, on a later day.
        Open = "open",
        /// It is to be kept today.
        Due = "due",
        /// Its day has passed, and it is still to be kept.
        Overdue = "overdue",
        /// It was kept.
        Kept = "kept",
        /// It was kept after its day.
        KeptLate = "keptLate",
        /// We said that we won't keep it.
        Broken = "broken",
    }
}

impl PromiseStatus {
    /// Is it still to be kept?
    pub fn is_open(self) -> bool {
        matches!(self, PromiseStatus::Open | PromiseStatus::Due | PromiseStatus::Overdue)
    }
}

/// How a promise stands, by the days of whoever looks.
pub fn status(bench: &Bench<'_>, promise: &KnownPromise) -> PromiseStatus {
    let today = bench.now.today();
    match &promise.fate {
        PromiseFate::Broken { .. } => PromiseStatus::Broken,
        PromiseFate::Kept { at } if bench.now.local(&bench.now.zone, *at).date > promise.due => {
            PromiseStatus::KeptLate
        }
        PromiseFate::Kept { .. } => PromiseStatus::Kept,
        PromiseFate::Open if promise.due > today => PromiseStatus::Open,
        PromiseFate::Open if promise.due == today => PromiseStatus::Due,
        PromiseFate::Open => PromiseStatus::Overdue,
    }
}
