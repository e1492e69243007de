//! How close to buying is somebody (SIGNAL-1, SIGNAL-2)?

use super::Bench;
use crate::book::party::Party;
use crate::contact::interaction::ContactOutcome;
use crate::deal::signal::{BuyingPoint, SignalKind};
use crate::plan::weights::SignalWeight;
use crate::value::contact_point::Channel;
use crate::value::number::{decayed, nearest};
use crate::value::time::{DAY, MINUTE, Timestamp};

/// A signal, seen or read off a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// When.
    pub at: Timestamp,
    /// What they did.
    pub kind: SignalKind,
}

/// All signs of interest: the signals that were seen, and the contacts in which they answered.
pub fn signs(party: &Party) -> impl Iterator<Item = Sign> {
    let seen = party.signals.iter().map(|signal| Sign { at: signal.at, kind: signal.kind });
    let answered = party.contacts.iter().filter_map(|contact| {
        let answered = matches!(contact.logged.outcome, ContactOutcome::Reached | ContactOutcome::Partly);
        let kind = match contact.logged.channel {
            Channel::InPerson => SignalKind::CameToMeeting,
            Channel::Email | Channel::Phone | Channel::Postal | Channel::Social => SignalKind::Replied,
        };
        answered.then_some(Sign { at: contact.logged.at, kind })
    });
    seen.chain(answered)
}

/// Points that a sign counts at a moment. They only ever shrink in size.
///
/// ```
/// use nextsale::judge::interest::points;
/// use nextsale::plan::weights::SignalWeight;
/// use nextsale::value::time::{DAY, Timestamp};
/// let weight = SignalWeight { points: 12, half_life_days: 10, shows: None };
/// let seen = Timestamp::EARLIEST;
/// assert_eq!(points(&weight, seen, seen), 12);
/// assert_eq!(points(&weight, seen, seen.plus(10 * DAY)), 6);
/// ```
pub fn points(weight: &SignalWeight, at: Timestamp, now: Timestamp) -> i32 {
    let days = |millis: i64| nearest_days(millis);
    nearest(decayed(f64::from(weight.points), days(now.since(at)), f64::from(weight.half_life_days)))
}

/// The moment from which on a sign that counts so many points now counts fewer.
///
/// Points fall below `n` when `p·2^(-t/h)` falls below `n - ½`, which is after `h·log2(p / (n - ½))`. They are counted
/// by whole minutes, so that the very minute is looked for near there.
pub(crate) fn next_fading(weight: &SignalWeight, at: Timestamp, now: i32) -> Timestamp {
    let next = f64::from(now.saturating_abs()) - 0.5;
    if now == 0 || weight.points == 0 {
        return Timestamp::LATEST;
    }
    let half_lives = libm::log2(f64::from(weight.points).abs() / next);
    let minutes = nearest(half_lives * f64::from(weight.half_life_days) * 1440.0);
    let moment = |minute: i32| at.plus(i64::from(minute).saturating_mul(MINUTE));
    let near = (-3..=3).map(|off| moment(minutes.saturating_add(off)));
    near.into_iter().find(|moment| points(weight, at, *moment) != now).unwrap_or(moment(minutes))
}

/// Days as a number; exact to the minute is enough, since points are whole.
fn nearest_days(millis: i64) -> f64 {
    let minutes =
        millis.checked_div(60_000).and_then(|minutes| i32::try_from(minutes).ok()).unwrap_or(i32::MAX);
    f64::from(minutes) / 1440.0
}

/// The furthest point that signs of the last so many days show; unaware without any.
pub fn buying_point(bench: &Bench<'_>, party: &Party) -> BuyingPoint {
    let lately = i64::from(bench.plan.signals.buying_point_days).saturating_mul(DAY);
    signs(party)
        .filter(|sign| !bench.has_come(sign.at.plus(lately.saturating_add(1))))
        .filter_map(|sign| bench.plan.signals.kinds.get(&sign.kind)?.shows)
        .max()
        .unwrap_or(BuyingPoint::Unaware)
}
