//! How often do we contact somebody: stretches of time in which one more contact of ours would be too much (GUARD-1)?

use super::Bench;
use super::guard::{GuardName, Idea};
use crate::book::party::{Contact, Party};
use crate::contact::interaction::{Commitment, ContactOutcome, Initiative, Objective, Why};
use crate::journal::fact::ContactPlanned;
use crate::plan::limits::GrowingGap;
use crate::value::contact_point::Channel;
use crate::value::order::ranked;
use crate::value::time::{DAY, HOUR, Timestamp};

/// Moments that a guard does not allow: those between two, which it does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Blocked {
    pub(crate) guard: GuardName,
    pub(crate) after: Timestamp,
    /// Nothing if it has no end.
    pub(crate) until: Option<Timestamp>,
}

impl Blocked {
    /// Up to a moment.
    pub(crate) fn up_to(guard: GuardName, until: Option<Timestamp>) -> Blocked {
        Blocked { guard, after: Timestamp::EARLIEST.plus(-1), until }
    }

    fn has(&self, at: Timestamp) -> bool {
        let begun = self.after < at || self.after == Timestamp::EARLIEST;
        begun && self.until.is_none_or(|until| at < until)
    }
}

/// The first moment from `from` on that none of these has. They are in the order of their ends.
pub(crate) fn beyond(blocked: &[Blocked], from: Timestamp) -> Option<Timestamp> {
    let over = |at: Timestamp, blocked: &Blocked| if blocked.has(at) { blocked.until } else { Some(at) };
    blocked.iter().try_fold(from, over)
}

/// In the order of their ends, those without one last.
pub(crate) fn in_order(blocked: Vec<Blocked>) -> Vec<Blocked> {
    ranked(blocked, |blocked| {
        (blocked.until.unwrap_or(Timestamp::LATEST).millis(), blocked.until.is_none().into(), 0)
    })
}

/// A contact of ours that took place or is planned.
#[derive(Debug, Clone, Copy)]
struct Touch {
    at: Timestamp,
    channel: Channel,
}

/// When one more contact would be too much for them. What they asked for never is.
pub(crate) fn too_much(bench: &Bench<'_>, idea: &Idea<'_>, blocked: &mut Vec<Blocked>) {
    if idea.initiative == Initiative::Customer {
        return;
    }
    let limits = &bench.plan.limits;
    if let Some(until) = no_answer(&limits.after_no_answer, idea.party) {
        blocked.push(Blocked::up_to(GuardName::NoAnswer, Some(until)));
    }
    let touches = ours(idea);
    let gap = i64::from(limits.gap_hours).saturating_mul(HOUR);
    let near = touches.iter().map(|touch| touch.at).chain(theirs(idea));
    blocked.extend(near.filter(|_| gap > 0).map(|at| Blocked {
        guard: GuardName::Gap,
        after: at.plus(gap.saturating_neg()),
        until: Some(at.plus(gap)),
    }));
    for cap in limits.caps.iter().filter(|cap| cap.channel.is_none_or(|capped| capped == idea.channel)) {
        let counted = touches.iter().filter(|touch| cap.channel.is_none_or(|capped| capped == touch.channel));
        let counted: Vec<(Timestamp, u32)> = counted.map(|touch| (touch.at, 1)).collect();
        let budget = Budget { guard: GuardName::Cap, most: cap.most.into(), days: cap.days };
        budget.exceeded(&counted, 1, blocked);
    }
    if let Some(fatigue) = &limits.fatigue {
        let counted: Vec<(Timestamp, u32)> =
            touches.iter().map(|touch| (touch.at, fatigue.weight(touch.channel))).collect();
        let budget = Budget { guard: GuardName::Fatigue, most: fatigue.budget.into(), days: fatigue.days };
        budget.exceeded(&counted, fatigue.weight(idea.channel), blocked);
    }
}

/// At most so much within so many days.
struct Budget {
    guard: GuardName,
    most: u32,
    days: u16,
}

impl Budget {
    /// When something of a weight would exceed it beside others, which are in the order of time: wherever it would
    /// stand in one period with so many of them in a row that it is too much.
    fn exceeded(&self, others: &[(Timestamp, u32)], weight: u32, blocked: &mut Vec<Blocked>) {
        if weight == 0 {
            return;
        }
        if weight > self.most {
            blocked.push(Blocked::up_to(self.guard, None));
            return;
        }
        let length = i64::from(self.days).saturating_mul(DAY);
        for (index, (first, _)) in others.iter().enumerate() {
            let mut sum = weight;
            let row = others.iter().skip(index).take_while(|(at, _)| at.since(*first) < length);
            let full = row.into_iter().find(|(_, weight)| {
                sum = sum.saturating_add(*weight);
                sum > self.most
            });
            if let Some((last, _)) = full {
                let after = last.plus(length.saturating_neg());
                blocked.push(Blocked { guard: self.guard, after, until: Some(first.plus(length)) });
            }
        }
    }
}

/// Our contacts, whoever of us it was, in the order of time. Those that the customer asked for or agreed on don't
/// count.
fn ours(idea: &Idea<'_>) -> Vec<Touch> {
    let logged = idea.party.contacts.iter().filter(|contact| !is_theirs(contact));
    let logged = logged.map(|contact| Touch { at: contact.logged.at, channel: contact.logged.channel });
    let planned = idea.party.planned.values();
    let planned = planned
        .filter(|planned| idea.planned != Some(&planned.interaction))
        .filter(|planned| planned.why != Why::TheyAsked && !is_agreed(planned))
        .map(|planned| Touch { at: planned.at, channel: planned.channel });
    ranked(logged.chain(planned).collect(), |touch: &Touch| (touch.at.millis(), 0, 0))
}

/// Contacts that the customer asked for, agreed on or began, as far as any of us took part: they ask for no less time
/// than ours before we come with an idea of our own. What they complained about need not wait for that.
fn theirs(idea: &Idea<'_>) -> impl Iterator<Item = Timestamp> {
    let puts_right = idea.objective == Objective::ResolveComplaint;
    let took_part = |contact: &&Contact| {
        let logged = &contact.logged;
        logged.initiative == Initiative::Seller || logged.outcome != ContactOutcome::NoAnswer
    };
    let theirs = idea.party.contacts.iter().filter(|contact| is_theirs(contact)).filter(took_part);
    theirs.filter(move |_| !puts_right).map(|contact| contact.logged.at)
}

fn is_theirs(contact: &Contact) -> bool {
    contact.logged.initiative == Initiative::Customer
        || contact.why() == Some(Why::TheyAsked)
        || contact.planned.as_deref().is_some_and(is_agreed)
}

fn is_agreed(planned: &ContactPlanned) -> bool {
    planned.commitment == Commitment::Appointment
}

/// The end of a gap that has grown with each contact that nobody answered.
fn no_answer(growing: &GrowingGap, party: &Party) -> Option<Timestamp> {
    let in_a_row = party.no_answers_in_a_row();
    let last = party.last_contact().filter(|_| in_a_row > 0)?;
    let most = u64::from(growing.most_hours);
    let mut hours = u64::from(growing.first_hours).min(most);
    for _ in 1..in_a_row {
        hours = hours.saturating_mul(growing.growth_percent.into()).checked_div(100).unwrap_or(most);
        if hours >= most || hours == 0 {
            break;
        }
    }
    let hours = i64::try_from(hours.min(most)).unwrap_or(0);
    Some(last.logged.at.plus(hours.saturating_mul(HOUR)))
}
