//! What already stands on our days: appointments, other calendars' busy times; and what room is left beside it
//! (DAY-1, DAY-3).

use super::Bench;
use super::guard::{Idea, Watch, initiative};
use super::hours::Begins;
use super::schedule::{next_minute, working_ahead, working_days};
use super::step::{Action, ContactAction, Step};
use super::ways::Ways;
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::journal::fact::ContactPlanned;
use crate::value::contact_point::Channel;
use crate::value::order::ranked;
use crate::value::text::Line;
use crate::value::time::{Date, MINUTE, Span, Timestamp};
use crate::value::working_days::WorkingDays;

/// What stands on our days.
pub(crate) struct Agenda<'a> {
    pub(crate) bench: &'a Bench<'a>,
    pub(crate) days: WorkingDays,
    /// Appointments, by time.
    pub(crate) appointments: Vec<&'a ContactPlanned>,
    /// Busy times, by time.
    pub(crate) busy: Vec<Span>,
}

/// When a planned contact takes place.
pub(crate) fn span_of(planned: &ContactPlanned) -> Span {
    lasting(planned.at, planned.minutes)
}

fn lasting(from: Timestamp, minutes: u16) -> Span {
    Span { from, to: from.plus(i64::from(minutes).saturating_mul(MINUTE)) }
}

impl<'a> Agenda<'a> {
    pub(crate) fn of(bench: &'a Bench<'a>) -> Agenda<'a> {
        let planned = bench.book.parties_with_plans().flat_map(|party| party.planned.values());
        let agreed = planned.filter(|planned| planned.commitment == Commitment::Appointment).collect();
        let busy = bench.book.busy().flat_map(|(_, times)| times);
        let busy = busy.map(|busy| Span { from: busy.from, to: busy.to }).filter(|span| span.from < span.to);
        Agenda {
            bench,
            days: working_days(bench),
            appointments: ranked(agreed, |planned| (planned.at.millis(), 0, 0)),
            busy: ranked(busy.collect(), |span: &Span| (span.from.millis(), span.to.millis(), 0)),
        }
    }

    /// What room a day has, from now on.
    pub(crate) fn room(&self, date: Date) -> Room<'a> {
        let working = working_ahead(self.bench, &self.days, date);
        let fixed =
            self.appointments_near(&working).iter().map(|planned| (span_of(planned), Some(planned.channel)));
        let fixed = fixed.filter(|(span, _)| self.bench.now.at < span.to).collect();
        let free = self.busy.iter().fold(working.clone(), without);
        Room { bench: self.bench, ways: Ways::of(&self.bench.plan.day), working, free, fixed }
    }

    /// Appointments that may reach into hours, with whatever way there is to them.
    fn appointments_near(&self, hours: &[Span]) -> &[&'a ContactPlanned] {
        let (Some(first), Some(last)) = (hours.first(), hours.last()) else { return &[] };
        let before = first.from.plus(WAY.saturating_neg());
        let begun = self.appointments.partition_point(|planned| planned.at < before);
        let ended = self.appointments.partition_point(|planned| planned.at < last.to.plus(WAY));
        self.appointments.get(begun..ended).unwrap_or_default()
    }

    /// The days after one, for steps that did not fit into it.
    pub(crate) fn days_after(&self, date: Date) -> DaysAfter<'_, 'a> {
        DaysAfter { agenda: self, last: Some(date), rooms: Vec::new() }
    }

    /// What stands at a time already: with whom, or what, and when.
    pub(crate) fn clash(&self, span: Span) -> Option<(Option<Line>, Span)> {
        let appointment = self.appointments.iter().find(|planned| span_of(planned).overlaps(&span));
        if let Some(planned) = appointment {
            let with = self.bench.book.party(&planned.party).map(|party| party.name.clone());
            return Some((with, span_of(planned)));
        }
        let mut busy = self.bench.book.busy().flat_map(|(_, times)| times);
        let busy = busy.find(|busy| busy.from < span.to && span.from < busy.to)?;
        Some((busy.summary.clone(), Span { from: busy.from, to: busy.to }))
    }

    /// The first moments from one on, none reaching into another, at which a contact of ours would fit.
    pub(crate) fn free_times(&self, idea: &Idea<'_>, from: Timestamp, many: usize) -> Vec<Timestamp> {
        let mut times: Vec<Timestamp> = Vec::new();
        let mut date = self.bench.now.local(&self.bench.now.zone, from).date;
        for _ in 0..DAYS_AHEAD {
            for begins in self.room(date).begins_of(idea, from) {
                let mut at = begins.from;
                while at <= begins.last && times.len() < many {
                    times.push(at);
                    at = lasting(at, idea.minutes.max(1)).to;
                }
            }
            let Some(next) = self.days.next(date).filter(|_| times.len() < many) else { break };
            date = next;
        }
        times
    }
}

/// The working days after a day, each with its room, which is found out once for all that ask.
pub(crate) struct DaysAfter<'g, 'a> {
    agenda: &'g Agenda<'a>,
    /// The last day that was looked at; nothing where nobody works ever after.
    last: Option<Date>,
    rooms: Vec<Room<'a>>,
}

impl DaysAfter<'_, '_> {
    /// The first moment at which a step would fit beside what stands there.
    pub(crate) fn would_fit(&mut self, step: &Step) -> Option<Timestamp> {
        for ahead in 0..usize::from(DAYS_AHEAD) {
            if self.rooms.len() <= ahead {
                self.last = self.agenda.days.next(self.last?);
                self.rooms.push(self.agenda.room(self.last?));
            }
            if let Some(first) = self.rooms.get(ahead)?.begins(step).first() {
                return Some(first.from);
            }
        }
        None
    }
}

/// So many working days are looked ahead: nobody plans further.
const DAYS_AHEAD: u16 = 260;

/// No contact is longer than a day, and no way is.
const WAY: i64 = 3 * crate::value::time::DAY;

/// The room of a day.
pub(crate) struct Room<'a> {
    bench: &'a Bench<'a>,
    pub(crate) ways: Ways,
    /// Working time that is still ahead.
    pub(crate) working: Vec<Span>,
    /// That of it in which no other calendar has us busy.
    pub(crate) free: Vec<Span>,
    /// What takes place whatever comes.
    pub(crate) fixed: Vec<(Span, Option<Channel>)>,
}

impl Room<'_> {
    /// When a step may begin: in free time, with the ways to it, beside what is fixed, when its guards allow it.
    pub(crate) fn begins(&self, step: &Step) -> Vec<Begins> {
        step.at.map(|from| self.begins_from(step, from)).unwrap_or_default()
    }

    /// When a step that can be done from a moment on may begin.
    pub(crate) fn begins_from(&self, step: &Step, from: Timestamp) -> Vec<Begins> {
        match (&step.action, step.party.as_ref().and_then(|party| self.bench.book.party(party))) {
            (Action::Contact(contact), Some(party)) => {
                self.begins_of(&idea(party, contact, step.minutes), from)
            }
            _ => self.beside(None, step.minutes, from),
        }
    }

    fn begins_of(&self, idea: &Idea<'_>, from: Timestamp) -> Vec<Begins> {
        let room = self.beside(Some(idea.channel), idea.minutes, from);
        let (Some(first), Some(last)) = (room.first(), room.last()) else { return Vec::new() };
        let allowed = Watch::of(self.bench, idea).all(first.from, last.last);
        let mut both = Vec::new();
        for room in &room {
            both.extend(allowed.iter().filter_map(|allowed| {
                let from = next_minute(room.from.max(allowed.from));
                let last = room.last.min(allowed.last);
                (from <= last).then_some(Begins { from, last })
            }));
        }
        both
    }

    /// Is there any place left for something on a channel, guards aside?
    pub(crate) fn has_place(&self, channel: Option<Channel>, minutes: u16) -> bool {
        !self.beside(channel, minutes, self.bench.now.at).is_empty()
    }

    /// When something on a channel may begin, guards aside.
    fn beside(&self, channel: Option<Channel>, minutes: u16, from: Timestamp) -> Vec<Begins> {
        let length = i64::from(minutes).saturating_mul(MINUTE);
        let way = self.ways.travel(channel);
        let free = self.free.iter().map(|free| Begins {
            from: next_minute(free.from.plus(way).max(from)),
            last: free.to.plus(way.saturating_add(length).saturating_neg()),
        });
        let mut begins: Vec<Begins> = free.filter(|begins| begins.from <= begins.last).collect();
        for (fixed, other) in &self.fixed {
            let apart = self.ways.between(channel, *other);
            // The last moment before it, and the first after it.
            let before = fixed.from.plus(apart.saturating_add(length).saturating_neg());
            let after = next_minute(fixed.to.plus(apart));
            let parts = begins.iter().flat_map(|begins| {
                [
                    Begins { from: begins.from, last: begins.last.min(before) },
                    Begins { from: begins.from.max(after), last: begins.last },
                ]
            });
            begins = parts.filter(|begins| begins.from <= begins.last).collect();
        }
        begins
    }

    /// How many free minutes nothing stands in, ways aside.
    pub(crate) fn free_minutes(&self) -> i64 {
        self.gaps().iter().map(Span::minutes).fold(0, i64::saturating_add)
    }

    /// The minutes of the longest gap.
    pub(crate) fn longest_gap(&self) -> i64 {
        self.gaps().iter().map(Span::minutes).max().unwrap_or(0)
    }

    fn gaps(&self) -> Vec<Span> {
        self.fixed.iter().fold(self.free.clone(), |gaps, (span, _)| without(gaps, span))
    }

    /// Takes a place in the day.
    pub(crate) fn take(&mut self, span: Span, channel: Option<Channel>) {
        self.fixed.push((span, channel));
    }
}

/// A step as an idea that guards can be asked about.
fn idea<'i>(party: &'i Party, contact: &'i ContactAction, minutes: u16) -> Idea<'i> {
    let planned = contact.interaction.as_ref().and_then(|interaction| party.planned.get(interaction));
    match planned {
        Some(planned) => Idea::planned(party, planned),
        None => Idea {
            party,
            channel: contact.channel,
            minutes,
            objective: contact.objective,
            initiative: initiative(party, contact.why),
            planned: None,
        },
    }
}

/// Spans without what another takes.
pub(crate) fn without(spans: Vec<Span>, taken: &Span) -> Vec<Span> {
    let parts = spans.into_iter().flat_map(|span| {
        if !span.overlaps(taken) {
            return [Some(span), None];
        }
        let part = |from, to| (from < to).then_some(Span { from, to });
        [part(span.from, taken.from), part(taken.to, span.to)]
    });
    parts.flatten().collect()
}
