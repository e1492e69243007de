//! Judges: each answers one question from book, plan and now, with its reasons. They change nothing.

pub(crate) mod agenda;
pub mod approach;
pub mod authority;
mod bond;
pub(crate) mod candidates;
mod arrange;
pub mod day;
pub mod duplicates;
pub mod effect;
pub mod explain;
pub(crate) mod follow_up;
pub mod guard;
mod hours;
pub mod interest;
mod lasting;
pub mod listening;
mod maker;
mod making;
pub mod missing;
pub mod movement;
pub mod next_step;
mod pace;
pub mod pipeline;
mod points;
pub mod progress;
pub mod promise;
pub mod question;
pub mod quote;
pub mod rapport;
pub mod readiness;
pub mod rejection;
mod rhythm;
pub mod rules;
pub mod schedule;
pub mod score;
pub mod situation;
pub mod standing;
pub mod step;
pub mod trial;
pub mod truth;
mod ways;
mod wish;
pub mod worth;

use crate::book::Book;
use crate::plan::Plan;
use crate::value::zone::Now;
pub(crate) use lasting::Lasting;

/// What every judge looks at.
#[derive(Debug, Clone, Copy)]
pub struct Bench<'a> {
    /// Everything known.
    pub book: &'a Book,
    /// How this company sells.
    pub plan: &'a Plan,
    /// The host's clock and zones.
    pub now: &'a Now,
    /// Who wants to know for how long an answer holds while nothing happens but that time goes by.
    pub(crate) lasting: Option<&'a Lasting>,
}
