//! May somebody be contacted, and when at the earliest (GUARD-1 to GUARD-4)?

use super::Bench;
use super::hours::{Begins, Common, Kind, times};
use super::pace::{Blocked, beyond, in_order, too_much};
use super::schedule::next_minute;
use super::standing::{open_complaints, wishes};
use crate::book::party::Party;
use crate::contact::interaction::{Initiative, Objective, Why};
use crate::journal::fact::ContactPlanned;
use crate::market::consent::{Consent, DoNotContact};
use crate::value::contact_point::Channel;
use crate::value::id::InteractionId;
use crate::value::time::Timestamp;

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
        /// Enough contacts over all channels, each by how much it asks of them.
        Fatigue = "fatigue",
        /// They complained, and it is not put right yet (GUARD-3).
        Complaint = "complaint",
        /// It is night, evening, a free day or a holiday where they live.
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

/// Is there a way on which nothing is missing but a time: one that each guard would allow at some time, and only never
/// all at the same, or one that hours alone never allow?
pub(super) fn lacks_common_time(held: &[Held]) -> bool {
    let of_hours = |guard| matches!(guard, GuardName::QuietHours | GuardName::Window);
    held.iter().any(|one| {
        let mut same_way = held.iter().filter(|other| other.channel == one.channel);
        same_way.all(|held| held.until.is_some() || of_hours(held.guard))
    })
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
    /// What for.
    pub objective: Objective,
    /// Whose idea it is: no guard but those of GUARD-2 holds back what they asked for themselves.
    pub initiative: Initiative,
    /// If it is planned already: it doesn't stand in its own way.
    pub planned: Option<&'a InteractionId>,
}

impl<'a> Idea<'a> {
    /// A contact that somebody planned with a party.
    pub fn planned(party: &'a Party, planned: &'a ContactPlanned) -> Idea<'a> {
        let initiative =
            if planned.why == Why::TheyAsked { Initiative::Customer } else { Initiative::Seller };
        Idea {
            party,
            channel: planned.channel,
            minutes: planned.minutes,
            objective: planned.objective,
            initiative,
            planned: Some(&planned.interaction),
        }
    }
}

/// Whose idea a proposed contact is: theirs if they asked, and nobody has contacted them since. A contact at the same
/// moment is the one in which they asked.
pub fn initiative(party: &Party, why: Why) -> Initiative {
    let asked = party.signals.iter().rev().find(|signal| signal.kind.asks()).map(|signal| signal.at);
    let contacted = party.last_contact().map(|contact| contact.logged.at);
    let is_open = asked.is_some() && asked >= contacted;
    if why == Why::TheyAsked && is_open { Initiative::Customer } else { Initiative::Seller }
}

/// The first moment from `from` on that all guards allow, and which of them object to `from`. A moment that is not
/// asked for itself is a whole minute.
pub fn guard(bench: &Bench<'_>, idea: &Idea<'_>, from: Timestamp) -> Verdict {
    let watch = Watch::of(bench, idea);
    if bench.lasting.is_some() && from == bench.now.at {
        bench.holds_until(watch.next_change(from));
    }
    let at = watch.first(from);
    let held = if at == Some(from) { Vec::new() } else { watch.objections(from) };
    Verdict { at, held }
}

/// What the guards say of one idea, at whatever moment.
pub(crate) struct Watch<'a> {
    bench: &'a Bench<'a>,
    idea: &'a Idea<'a>,
    /// What has nothing to do with the hours of a day, in the order of ends.
    blocked: Vec<Blocked>,
}

impl<'a> Watch<'a> {
    pub(crate) fn of(bench: &'a Bench<'a>, idea: &'a Idea<'a>) -> Watch<'a> {
        let mut blocked = Vec::new();
        if !consent(bench, idea) {
            blocked.push(Blocked::up_to(GuardName::Consent, None));
        }
        do_not_contact(bench, idea.party, &mut blocked);
        if idea.objective.sells() && open_complaints(bench.book, idea.party).next().is_some() {
            blocked.push(Blocked::up_to(GuardName::Complaint, None));
        }
        too_much(bench, idea, &mut blocked);
        Watch { bench, idea, blocked: in_order(blocked) }
    }

    /// The first moment from `from` on that all guards allow.
    pub(crate) fn first(&self, from: Timestamp) -> Option<Timestamp> {
        let mut at = beyond(&self.blocked, from)?;
        let mut common = Common::of(self.bench, self.idea.party, self.idea.minutes, at);
        let mut begins = common.next()?;
        // Each round goes to a later stretch, or beyond something that was blocked.
        loop {
            at = if at == from { at } else { next_minute(at) };
            while begins.last < at {
                begins = common.next()?;
            }
            let next = beyond(&self.blocked, at.max(begins.from))?;
            if next == at {
                return Some(at);
            }
            at = next;
        }
    }

    /// The next moment at which a guard begins or ceases to object.
    fn next_change(&self, at: Timestamp) -> Timestamp {
        let blocked = self.blocked.iter().flat_map(|blocked| [Some(blocked.after.plus(1)), blocked.until]);
        let told = !self.idea.party.preferences.windows.is_empty();
        let kinds = [Some(Kind::Waking), told.then_some(Kind::Convenient)];
        let hours = kinds.into_iter().flatten().filter_map(|kind| {
            let begins = times(self.bench, self.idea.party, self.idea.minutes, at, kind).next()?;
            Some(if begins.from > at { begins.from } else { begins.last.plus(1) })
        });
        let changes = blocked.flatten().chain(hours).filter(|change| *change > at);
        changes.min().unwrap_or(Timestamp::LATEST)
    }

    /// All moments from one to another that all guards allow.
    pub(crate) fn all(&self, from: Timestamp, to: Timestamp) -> Vec<Begins> {
        let mut allowed = Vec::new();
        let Some(mut at) = beyond(&self.blocked, from).filter(|at| *at <= to) else { return allowed };
        for begins in Common::of(self.bench, self.idea.party, self.idea.minutes, at) {
            if begins.from > to {
                break;
            }
            at = at.max(begins.from);
            let last = begins.last.min(to);
            while let Some(first) = beyond(&self.blocked, at).filter(|first| *first <= last) {
                let begun =
                    self.blocked.iter().filter(|blocked| first <= blocked.after).map(|blocked| blocked.after);
                let end = begun.min().map_or(last, |end| end.min(last));
                allowed.push(Begins { from: first, last: end });
                if end == last {
                    break;
                }
                at = end.plus(1);
            }
            at = at.max(last);
        }
        allowed
    }

    /// Those guards that object to a moment, each with the first moment that it allows.
    fn objections(&self, at: Timestamp) -> Vec<Held> {
        let party = self.idea.party;
        let hours = |kind| {
            let mut times = times(self.bench, party, self.idea.minutes, at, kind);
            let whole = |begins: Begins| if begins.from == at { at } else { next_minute(begins.from) };
            times.find(|begins| whole(*begins) <= begins.last).map(whole)
        };
        let until = |guard: GuardName| match guard {
            GuardName::QuietHours => hours(Kind::Waking),
            GuardName::Window if party.preferences.windows.is_empty() => Some(at),
            GuardName::Window => hours(Kind::Convenient),
            _ => {
                let of_guard = self.blocked.iter().filter(|blocked| blocked.guard == guard);
                let of_guard: Vec<Blocked> = of_guard.copied().collect();
                beyond(&of_guard, at).map(|until| if until == at { at } else { next_minute(until) })
            }
        };
        let held = GuardName::ALL.iter().map(|guard| Held {
            guard: *guard,
            channel: self.idea.channel,
            until: until(*guard),
        });
        held.filter(|held| held.until != Some(at)).collect()
    }
}

fn consent(bench: &Bench<'_>, idea: &Idea<'_>) -> bool {
    match idea.party.consent_for(idea.channel) {
        Consent::Withdrawn => false,
        Consent::Given => true,
        Consent::Unknown => !bench.plan.limits.consent_required.contains(&idea.channel),
    }
}

fn do_not_contact(bench: &Bench<'_>, party: &Party, blocked: &mut Vec<Blocked>) {
    let zone = bench.now.zone_or_own(party.preferences.zone.as_ref());
    blocked.extend(wishes(bench.book, party).filter_map(|wish| {
        let until = match wish {
            DoNotContact::Contactable(_) => return None,
            DoNotContact::Never(_) => None,
            DoNotContact::NotBefore(not_before) => Some(bench.now.start_of(zone, not_before.date)),
        };
        Some(Blocked::up_to(GuardName::DoNotContact, until))
    }));
}
