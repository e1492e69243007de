//! What could a conversation be opened with (PEOPLE-4, PEOPLE-5)? What we know personally while it is fresh and not
//! private, and what they need in their own words.

use super::Bench;
use crate::book::party::Party;
use crate::book::relationship::{KnownNeed, Rapport};
use crate::deal::need::NeedTime;
use crate::market::rapport::Privacy;
use crate::value::order::{descending, ranked};
use crate::value::time::Date;

/// So many days a personal note is fit to begin with, if the plan doesn't say.
const RAPPORT_DAYS: u16 = 365;

choice! {
    /// Can a personal note be suggested?
    pub enum Freshness {
        /// Yes.
        Fresh = "fresh",
        /// It is too old: what was true then may be so no longer.
        Faded = "faded",
        /// It is for us to know only.
        Private = "private",
    }
}

/// Something to open a conversation with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OpeningMatter<'a> {
    /// Something personal.
    Personal(&'a Rapport),
    /// What they need, in their own words.
    OwnWords(&'a KnownNeed),
}

/// What to open with: the personal first, since it is a human being whom we speak to; the latest first of each.
/// Needs that are solved are left alone.
pub fn topics<'a>(bench: &Bench<'_>, party: &'a Party) -> Vec<OpeningMatter<'a>> {
    let personal = party.rapport.iter().filter(|noted| freshness(bench, noted) == Freshness::Fresh);
    let personal = ranked(personal.collect(), |noted: &&Rapport| {
        (descending(bench.now.start_of(&bench.now.zone, day(bench, noted)).millis()), 0, 0)
    });
    let needs = party.needs.iter().filter(|need| !matches!(need.time, NeedTime::Solved(_)));
    let needs = ranked(needs.collect(), |need: &&KnownNeed| (descending(need.at.millis()), 0, 0));
    let personal = personal.into_iter().map(OpeningMatter::Personal);
    personal.chain(needs.into_iter().map(OpeningMatter::OwnWords)).collect()
}

/// The day of a personal note.
pub fn day(bench: &Bench<'_>, noted: &Rapport) -> Date {
    noted.date.unwrap_or_else(|| bench.now.local(&bench.now.zone, noted.at).date)
}

/// Can a personal note be suggested? One that is private never can.
pub fn freshness(bench: &Bench<'_>, noted: &Rapport) -> Freshness {
    let days = bench.plan.rapport_days.unwrap_or(RAPPORT_DAYS);
    let last = day(bench, noted).plus_days(days.into());
    match noted.privacy {
        Privacy::Private => Freshness::Private,
        Privacy::Shareable if last < bench.now.today() => Freshness::Faded,
        Privacy::Shareable => Freshness::Fresh,
    }
}
