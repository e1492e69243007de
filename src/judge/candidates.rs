//! The steps that come into question on a day.

use super::Bench;
use super::agenda::span_of;
use super::schedule::Span;
use super::step::{Action, Step};
use crate::contact::interaction::Commitment;
use crate::journal::fact::ContactPlanned;
use crate::value::contact_point::Channel;
use crate::value::id::PartyId;
use crate::value::order::{descending, ranked};
use crate::value::time::{ClockTime, Date, Timestamp};
use std::cmp::Ordering;
use std::iter::repeat;

/// What the plan for a day asks of every step, apart from the step: a day looks through thousands of them, and takes few.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Outline {
    pub(crate) due: Timestamp,
    pub(crate) at: Option<Timestamp>,
    pub(crate) per_hour: i64,
    pub(crate) minutes: u16,
    pub(crate) channel: Option<Channel>,
    bond: Bond,
    /// The beginning of the party's id, if it is known who.
    beginning: Option<u64>,
}

/// What binds a step to a time.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Bond {
    Appointment,
    Promise,
    Nothing,
}

impl Outline {
    pub(crate) fn of(step: &Step) -> Outline {
        let (channel, bond) = match &step.action {
            Action::Contact(contact) if contact.commitment == Commitment::Appointment => {
                (Some(contact.channel), Bond::Appointment)
            }
            Action::Contact(contact) => (Some(contact.channel), Bond::Nothing),
            Action::KeepPromise { .. } => (None, Bond::Promise),
            _ => (None, Bond::Nothing),
        };
        let (due, at, minutes, per_hour) = (step.due, step.at, step.minutes, step.per_hour.minor);
        let beginning = step.party.as_ref().map(beginning);
        Outline { due, at, per_hour, minutes, channel, bond, beginning }
    }
}

/// The beginning of an id, as a number in the order of ids: ids are compared very often, and numbers in no time.
fn beginning(party: &PartyId) -> u64 {
    let letters = party.as_str().bytes().skip("p_".len()).chain(repeat(0)).take(8);
    letters.fold(0, |beginning, letter| beginning.wrapping_shl(8) | u64::from(letter))
}

/// A step with its outline. When the step can be done and is due, the outline says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'s> {
    pub(crate) outline: &'s Outline,
    pub(crate) step: &'s Step,
}

impl Candidate<'_> {
    /// The step as it is now.
    pub(crate) fn to_step(self) -> Step {
        Step { at: self.outline.at, due: self.outline.due, ..self.step.clone() }
    }

    fn against(&self, other: &Candidate<'_>) -> Ordering {
        let beginnings = self.outline.beginning.cmp(&other.outline.beginning);
        beginnings.then_with(|| self.step.party.cmp(&other.step.party))
    }
}

/// What comes first of steps that can be done at any time: what an hour of is worth most.
pub(crate) fn best_first(candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    ranked(candidates, |candidate| (descending(candidate.outline.per_hour), 0, 0))
}

/// Steps that come into question on a day. No more than one flexible step for a party: the day leaves them their
/// peace.
#[derive(Default)]
pub(crate) struct Candidates<'s> {
    pub(crate) appointments: Vec<(Candidate<'s>, Span)>,
    pub(crate) promises: Vec<Candidate<'s>>,
    pub(crate) flexible: Vec<Candidate<'s>>,
    pub(crate) held_back: Vec<Candidate<'s>>,
}

impl<'s> Candidates<'s> {
    pub(crate) fn of(
        bench: &Bench<'_>,
        date: Date,
        steps: impl Iterator<Item = (&'s [Outline], &'s [Step])>,
    ) -> Candidates<'s> {
        let mut found = Candidates::default();
        let ends = bench.now.zones.resolve(&bench.now.zone, date, ClockTime::END_OF_DAY).earliest();
        let mut best: Vec<Candidate<'_>> = Vec::new();
        for (outlines, steps) in steps {
            let candidates = outlines.iter().zip(steps).map(|(outline, step)| Candidate { outline, step });
            let Some(first) = found.sort_in(bench, candidates, date, ends) else { continue };
            match first.outline.beginning {
                Some(_) => keep_better(&mut best, first),
                None => found.flexible.push(first),
            }
        }
        found.flexible.extend(best);
        let order = |candidate: &Candidate<'_>| {
            (candidate.outline.due.millis(), descending(candidate.outline.per_hour), 0)
        };
        found.promises = ranked(found.promises, order);
        found
    }

    /// Takes all but flexible steps; gives back the first of the steps that can be done at any time.
    fn sort_in(
        &mut self,
        bench: &Bench<'_>,
        candidates: impl Iterator<Item = Candidate<'s>>,
        date: Date,
        ends: Timestamp,
    ) -> Option<Candidate<'s>> {
        let mut flexible = None;
        for candidate in candidates {
            match placement(bench, candidate, date, ends) {
                Placement::Appointment(span) => self.appointments.push((candidate, span)),
                Placement::Promise => self.promises.push(candidate),
                Placement::Flexible if flexible.is_none() => flexible = Some(candidate),
                Placement::HeldBack => self.held_back.push(candidate),
                Placement::Flexible | Placement::NotOnThisDay => {}
            }
        }
        flexible
    }
}

/// Keeps a party's better step. Parties nearly always come in the order of their ids, in which they are kept.
fn keep_better<'s>(best: &mut Vec<Candidate<'s>>, new: Candidate<'s>) {
    let place = match best.last() {
        Some(last) if last.against(&new).is_ge() => best.partition_point(|known| known.against(&new).is_lt()),
        _ => best.len(),
    };
    match best.get_mut(place).filter(|known| known.against(&new).is_eq()) {
        Some(known) if known.outline.per_hour < new.outline.per_hour => *known = new,
        Some(_) => {}
        None => best.insert(place, new),
    }
}

enum Placement {
    Appointment(Span),
    Promise,
    Flexible,
    HeldBack,
    NotOnThisDay,
}

fn placement(bench: &Bench<'_>, candidate: Candidate<'_>, date: Date, ends: Timestamp) -> Placement {
    let outline = candidate.outline;
    if outline.due >= ends {
        return Placement::NotOnThisDay;
    }
    let Some(at) = outline.at else { return Placement::HeldBack };
    let planned = match outline.bond {
        Bond::Appointment => appointment(bench, candidate.step),
        Bond::Promise | Bond::Nothing => None,
    };
    if let Some(planned) = planned {
        // One that is going on began before now; one that is over can only be logged, or planned anew.
        let span = span_of(planned);
        let from = if at == outline.due { planned.at } else { at };
        let is_on = bench.now.local(&bench.now.zone, from).date == date && bench.now.at < span.to;
        let span = Span { from, to: from.plus(span.to.since(span.from)) };
        return if is_on { Placement::Appointment(span) } else { Placement::NotOnThisDay };
    }
    match outline.bond {
        _ if at >= ends => Placement::HeldBack,
        Bond::Promise => Placement::Promise,
        Bond::Appointment | Bond::Nothing => Placement::Flexible,
    }
}

/// The planned contact of a step whose time is agreed.
fn appointment<'b>(bench: &Bench<'b>, step: &Step) -> Option<&'b ContactPlanned> {
    let Action::Contact(contact) = &step.action else { return None };
    bench.book.party(step.party.as_ref()?)?.planned.get(contact.interaction.as_ref()?)
}
