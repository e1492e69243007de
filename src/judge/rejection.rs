//! What did turning steps down teach (NEXT-2)?

use super::Bench;
use super::step::{Because, Step};
use crate::book::Book;
use crate::book::relationship::{Rejection, Tally};
use crate::contact::proposal::{RejectionReason, StepOrigin};
use crate::deal::subject::Subject;
use crate::plan::Plan;
use crate::plan::rule::Rejections;
use crate::value::contact_point::Channel;
use crate::value::time::{DAY, Timestamp};

/// Until when the same is not proposed about the same again; nothing if it may be.
///
/// A step about which somebody only said that another channel would be better is proposed again, on another one.
pub fn quiet_until(bench: &Bench<'_>, subject: &Subject, origin: &StepOrigin) -> Option<Timestamp> {
    if !origin.can_be_turned_down() {
        return None;
    }
    let silencing = recent(bench, subject)
        .filter(|rejection| rejection.origin == *origin && rejection.reason != RejectionReason::WrongChannel);
    silencing.map(|rejection| rejection.at.plus(quiet_time(bench))).max()
}

/// The channels that somebody turned down for such a step lately.
pub fn unwanted_channels<'a>(
    bench: &'a Bench<'a>,
    subject: &Subject,
    origin: &'a StepOrigin,
) -> impl Iterator<Item = Channel> + 'a {
    let about = recent(bench, subject).filter(move |rejection| rejection.origin == *origin);
    about.filter(|rejection| rejection.reason == RejectionReason::WrongChannel).filter_map(|it| it.channel)
}

fn recent<'a>(bench: &'a Bench<'a>, subject: &Subject) -> impl Iterator<Item = &'a Rejection> + use<'a> {
    let rejections = match subject {
        Subject::Party(subject) => bench.book.party(&subject.party).map(|party| &party.rejections),
        Subject::Deal(subject) => bench.book.deal(&subject.deal).map(|deal| &deal.rejections),
    };
    let length = quiet_time(bench);
    rejections.into_iter().flatten().filter(move |rejection| !bench.has_come(rejection.at.plus(length)))
}

fn quiet_time(bench: &Bench<'_>) -> i64 {
    i64::from(rejections(bench).quiet_days).saturating_mul(DAY)
}

fn rejections(bench: &Bench<'_>) -> Rejections {
    bench.plan.rejections.unwrap_or(Rejections::USUAL)
}

/// What a step weighs after what became of others like it: the share that was carried out, with as many in hand as the
/// plan says, so that a few rejections don't silence a rule (additive smoothing).
///
/// ```
/// use nextsale::book::relationship::Tally;
/// use nextsale::judge::rejection::learned_percent;
/// assert_eq!(learned_percent(Tally { done: 0, rejected: 0 }, 5), 100);
/// assert_eq!(learned_percent(Tally { done: 3, rejected: 2 }, 5), 80);
/// assert_eq!(learned_percent(Tally { done: 0, rejected: 45 }, 5), 10);
/// ```
pub fn learned_percent(tally: Tally, prior: u16) -> u16 {
    let carried_out = u64::from(tally.done).saturating_add(prior.into());
    let all = carried_out.saturating_add(tally.rejected.into());
    let percent = carried_out.saturating_mul(100).checked_div(all).unwrap_or(100);
    u16::try_from(percent).unwrap_or(100)
}

/// What was learned of each origin of which steps were turned down.
pub(crate) fn learned_percents(book: &Book, plan: &Plan) -> Vec<(StepOrigin, u16)> {
    let prior = plan.rejections.unwrap_or(Rejections::USUAL).prior;
    let rejected = book.tallies.iter().filter(|(_, tally)| tally.rejected > 0);
    rejected.map(|(origin, tally)| (origin.clone(), learned_percent(*tally, prior))).collect()
}

/// The step as it weighs after what became of others like it.
pub(super) fn learned(bench: &Bench<'_>, mut step: Step) -> Step {
    let tally = bench.book.tally(&step.origin);
    let percent = learned_percent(tally, rejections(bench).prior);
    if percent < 100 {
        let lowered = i128::from(step.per_hour.minor).saturating_mul(percent.into()).checked_div(100);
        step.per_hour.minor = lowered.and_then(|lowered| i64::try_from(lowered).ok()).unwrap_or(0);
        step.because.push(Because::Learned { percent, done: tally.done, rejected: tally.rejected });
    }
    step
}
