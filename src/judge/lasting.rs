//! For how long does an answer hold while nothing happens but that time goes by?
//!
//! Whoever keeps answers asks with a [`Lasting`]. Judges read the clock through the bench's functions here, and each
//! names the moment at which it would answer otherwise.

use super::Bench;
use crate::book::Book;
use crate::plan::Plan;
use crate::value::time::{DAY, Date, Timestamp};
use crate::value::zone::Now;
use std::cell::Cell;

/// The first moment at which an answer may be another one.
#[derive(Debug)]
pub(crate) struct Lasting(Cell<Timestamp>);

impl Lasting {
    pub(crate) fn new() -> Lasting {
        Lasting(Cell::new(Timestamp::LATEST))
    }

    /// The first moment at which the answer may be another one.
    pub(crate) fn until(&self) -> Timestamp {
        self.0.get()
    }
}

impl<'a> Bench<'a> {
    /// What judges look at: a book, a plan and a moment.
    pub fn new(book: &'a Book, plan: &'a Plan, now: &'a Now) -> Bench<'a> {
        Bench { book, plan, now, lasting: None }
    }

    /// At this moment, if it is still to come, the answer may be another one.
    pub(crate) fn holds_until(&self, moment: Timestamp) {
        if let Some(lasting) = self.lasting.filter(|_| moment > self.now.at) {
            lasting.0.set(lasting.0.get().min(moment));
        }
    }

    /// Has this moment come?
    pub(crate) fn has_come(&self, moment: Timestamp) -> bool {
        self.holds_until(moment);
        moment <= self.now.at
    }

    /// This moment, or now where it has passed.
    pub(crate) fn or_now(&self, moment: Timestamp) -> Timestamp {
        self.holds_until(moment);
        moment.max(self.now.at)
    }

    /// Whole days of 24 hours since a moment; 0 if it is still to come.
    pub(crate) fn days_since(&self, moment: Timestamp) -> i64 {
        let days = self.now.at.whole_days_since(moment);
        self.holds_until(moment.plus(days.saturating_add(1).saturating_mul(DAY)));
        days
    }

    /// The day that whoever looks has.
    pub(crate) fn today(&self) -> Date {
        let today = self.now.today();
        if self.lasting.is_some() {
            self.holds_until(self.now.start_of(&self.now.zone, today.plus_days(1)));
        }
        today
    }
}
