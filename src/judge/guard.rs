//! May somebody be contacted, and when at the earliest (GUARD-1, GUARD-2, GUARD-4)?

use super::Bench;
use super::schedule;
use super::standing::wishes;
use crate::book::party::Party;
use crate::contact::interaction::Initiative;
use crate::market::consent::{Consent, DoNotContact};
use crate::plan::limits::{Cap, GrowingGap};
use crate::value::contact_point::Channel;
use crate::value::id::InteractionId;
use crate::value::order::ranked;
use crate::value::time::{DAY, HOUR, Timestamp};

choice! {
    /// The guards.
    pub enum GuardName {
        /// They withdrew consent, or have to give it first.
        Consent = "consent",
        /// They asked to be left alone.
        DoNotContact = "doNotContact",
        /// So many contacts in so many days are enough.
        Cap = "cap",
        /// The last contact was too short a time ago, or the next planned one comes too soon after.
        Gap = "gap",
        /// Nobody answered lately: leave them more time.
        NoAnswer = "noAnswer",
        /// It is night, evening or a free day where they live.
        QuietHours = "quietHours",
        /// It is not within the hours they told us.
        Window = "window",
    }
}

/// A guard that objects, and the first moment to which it does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The guard.
    pub guard: GuardName,
    /// The channel it was asked about.
    pub channel: Channel,
    /// The first moment that it allows; nothing if it allows none.
    pub until: Option<Timestamp>,
}

/// What the guards say of a contact.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The first moment that all of them allow; nothing if there is none.
    pub at: Option<Timestamp>,
    /// Those that object to the moment that was asked for.
    pub held: Vec<Held>,
}

/// A contact that somebody thinks of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Idea<'a> {
    /// With whom.
    pub party: &'a Party,
    /// How.
    pub channel: Channel,
    /// For how many minutes.
    pub minutes: u16,
    /// If it is planned already: it doesn't stand in its own way.
    pub planned: Option<&'a InteractionId>,
}

/// How often guards may send each other on before it is taken that they allow no moment. Each round moves to a
/// later moment that at least one of them named.
const ROUNDS: usize = 64;

/// The first moment from `from` on that all guards allow, and which of them object to `from`.
pub fn guard(bench: &Bench<'_>, idea: &Idea<'_>, from: Timestamp) -> Verdict {
    let contacts = ours(idea);
    let mut held = Vec::new();
    let mut at = Some(from);
    for round in 0..ROUNDS {
        let Some(moment) = at else { break };
        let objections = objections(bench, idea, &contacts, moment);
        let next =
            objections.iter().try_fold(moment, |latest, held| held.until.map(|until| latest.max(until)));
        if round == 0 {
            held = objections;
        }
        if next == Some(moment) {
            return Verdict { at, held };
        }
        at = next;
    }
    Verdict { at: None, held }
}

/// Those guards that object to a moment.
fn objections(bench: &Bench<'_>, idea: &Idea<'_>, contacts: &[Touch], at: Timestamp) -> Vec<Held> {
    GuardName::ALL
        .iter()
        .filter_map(|guard| {
            let until = first_allowed(*guard, bench, idea, contacts, at);
            (until != Some(at)).then_some(Held { guard: *guard, channel: idea.channel, until })
        })
        .collect()
}

/// The first moment from `at` on that a guard allows.
fn first_allowed(
    guard: GuardName,
    bench: &Bench<'_>,
    idea: &Idea<'_>,
    contacts: &[Touch],
    at: Timestamp,
) -> Option<Timestamp> {
    let limits = &bench.plan.limits;
    match guard {
        GuardName::Consent => consent(bench, idea).then_some(at),
        GuardName::DoNotContact => do_not_contact(bench, idea.party, at),
        GuardName::Cap => cap(&limits.caps, idea.channel, contacts, at),
        GuardName::Gap => Some(gap(i64::from(limits.gap_hours).saturating_mul(HOUR), contacts, at)),
        GuardName::NoAnswer => Some(no_answer(&limits.after_no_answer, idea.party, at)),
        GuardName::QuietHours => schedule::first_waking(bench, idea.party, idea.minutes, at),
        GuardName::Window => schedule::first_convenient(bench, idea.party, idea.minutes, at),
    }
}

fn consent(bench: &Bench<'_>, idea: &Idea<'_>) -> bool {
    match idea.party.consent_for(idea.channel) {
        Consent::Withdrawn => false,
        Consent::Given => true,
        Consent::Unknown => !bench.plan.limits.consent_required.contains(&idea.channel),
    }
}

fn do_not_contact(bench: &Bench<'_>, party: &Party, at: Timestamp) -> Option<Timestamp> {
    let zone = bench.now.zone_or_own(party.preferences.zone.as_ref());
    wishes(bench.book, party).try_fold(at, |at, wish| match wish {
        DoNotContact::Contactable(_) => Some(at),
        DoNotContact::Never(_) => None,
        DoNotContact::NotBefore(not_before) => Some(at.max(bench.now.start_of(zone, not_before.date))),
    })
}

/// A contact of ours that took place or is planned. Those that the customer asked for don't count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Touch {
    at: Timestamp,
    channel: Channel,
}

fn ours(idea: &Idea<'_>) -> Vec<Touch> {
    let logged = idea.party.contacts.iter().map(|contact| &contact.logged);
    let logged = logged
        .filter(|logged| logged.initiative == Initiative::Seller)
        .map(|logged| Touch { at: logged.at, channel: logged.channel });
    let planned = idea.party.planned.values();
    let planned = planned
        .filter(|planned| idea.planned != Some(&planned.interaction))
        .map(|planned| Touch { at: planned.at, channel: planned.channel });
    ranked(logged.chain(planned).collect(), |touch: &Touch| (touch.at.millis(), 0, 0))
}

fn cap(caps: &[Cap], channel: Channel, contacts: &[Touch], at: Timestamp) -> Option<Timestamp> {
    let concerned = caps.iter().filter(|cap| cap.channel.is_none_or(|capped| capped == channel));
    concerned
        .map(|cap| under_cap(cap, contacts, at))
        .try_fold(at, |latest, allowed| Some(latest.max(allowed?)))
}

/// The first moment at which one more contact leaves every period of the cap's length within the cap.
fn under_cap(cap: &Cap, contacts: &[Touch], from: Timestamp) -> Option<Timestamp> {
    let length = i64::from(cap.days).saturating_mul(DAY);
    let counted: Vec<Timestamp> = contacts
        .iter()
        .filter(|touch| cap.channel.is_none_or(|capped| capped == touch.channel))
        .map(|touch| touch.at)
        .collect();
    let fits = |at: Timestamp| {
        // A period that is too full ends at the new contact or at one that follows it within the period.
        let ends = counted.iter().copied().filter(|end| *end > at && end.since(at) < length);
        let most = usize::from(cap.most);
        ends.chain([at]).all(|end| {
            let within = counted.iter().filter(|touch| **touch <= end && end.since(**touch) < length).count();
            within < most
        })
    };
    // Room only appears when a contact falls out of the period.
    let openings = counted.iter().map(|touch| touch.plus(length)).filter(|opening| *opening > from);
    [from].into_iter().chain(openings).find(|at| fits(*at))
}

/// The first moment that is far enough from every contact, before or after it.
fn gap(length: i64, contacts: &[Touch], from: Timestamp) -> Timestamp {
    contacts.iter().fold(from, |at, touch| {
        let too_near = at.since(touch.at).saturating_abs() < length;
        if too_near { touch.at.plus(length) } else { at }
    })
}

/// The first moment after a gap that has grown with each contact that nobody answered.
fn no_answer(growing: &GrowingGap, party: &Party, from: Timestamp) -> Timestamp {
    let in_a_row = party.no_answers_in_a_row();
    let Some(last) = party.last_contact().filter(|_| in_a_row > 0) else { return from };
    let most = u64::from(growing.most_hours);
    let mut hours = u64::from(growing.first_hours).min(most);
    for _ in 1..in_a_row {
        hours = hours.saturating_mul(growing.growth_percent.into()).checked_div(100).unwrap_or(most);
        if hours >= most || hours == 0 {
            break;
        }
    }
    let hours = i64::try_from(hours.min(most)).unwrap_or(0);
    from.max(last.logged.at.plus(hours.saturating_mul(HOUR)))
}
