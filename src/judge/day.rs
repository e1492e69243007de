//! What should we do on a day (DAY-1, DAY-2)?
//!
//! Appointments stand where they were agreed, and promises that are due come before everything else. Of all other
//! steps those are chosen that are worth most together, each at a time that its customer's guards allow, with the
//! ways to it and the minutes to switch. What is over is not planned again: the rest of the day begins now.

use super::Bench;
use super::agenda::{Agenda, Room, span_of};
use super::arrange::{Job, arrange};
use super::candidates::{Candidate, Candidates, Outline, best_first};
use super::hours::Begins;
use super::next_step::{own_steps, steps_of_deal};
use super::schedule::Span;
use super::step::Step;
use crate::book::party::Party;
use crate::journal::fact::{ContactLogged, ContactPlanned};
use crate::value::contact_point::Channel;
use crate::value::number::count;
use crate::value::order::{descending, ranked};
use crate::value::time::{Date, MINUTE, Timestamp};

choice! {
    /// Why a step did not fit into the day.
    pub enum LeftOverReason {
        /// The working hours are full of steps that are worth more.
        DayFull = "dayFull",
        /// There are no working hours (left) on that day.
        NoWorkingHours = "noWorkingHours",
        /// The times that suit the customer are taken, or outside of the working hours.
        NoCommonTime = "noCommonTime",
        /// The appointment clashes with another one.
        Clash = "clash",
    }
}

/// A step at a time of the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// When.
    pub span: Span,
    /// What to do.
    pub step: Step,
}

/// A step that did not fit.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOver {
    /// The step.
    pub step: Step,
    /// Why.
    pub reason: LeftOverReason,
}

/// The plan for a day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayPlan {
    /// The day.
    pub date: Date,
    /// What to do, in the order of time.
    pub placed: Vec<Placed>,
    /// What did not fit, what is worth most first, as many as were asked for.
    pub left_over: Vec<LeftOver>,
    /// How many did not fit in all.
    pub left_over_count: u32,
    /// What guards hold back beyond the day, what is worth most first, as many as were asked for.
    pub held_back: Vec<Step>,
    /// How many are held back in all.
    pub held_back_count: u32,
    /// The working hours that are still ahead.
    pub working: Vec<Span>,
    /// When other calendars have us busy.
    pub busy: Vec<Span>,
    /// Contacts that took place on this day, the latest first, as many as were asked for.
    pub done: Vec<ContactLogged>,
    /// How many took place in all.
    pub done_count: u32,
    /// Appointments whose time has passed without anybody saying how they went: those of this day, and today also
    /// those of the days before.
    pub missed: Vec<ContactPlanned>,
    /// The next day on which we work.
    pub next_working_day: Option<Date>,
}

/// So many are named of the steps that did not fit, of those held back and of the contacts that took place, unless
/// somebody asks for more.
pub const LISTED: u32 = 25;

/// The plan for a day. A day that is over has no working hours left.
pub fn day(bench: &Bench<'_>, date: Date) -> DayPlan {
    let own = bench.book.parties().map(|party| own_steps(bench, party));
    let deals = bench.book.deals().map(|deal| steps_of_deal(bench, deal));
    let steps: Vec<Vec<Step>> = own.chain(deals).filter(|steps| !steps.is_empty()).collect();
    let outlines: Vec<Vec<Outline>> =
        steps.iter().map(|steps| steps.iter().map(Outline::of).collect()).collect();
    let steps = outlines.iter().map(Vec::as_slice).zip(steps.iter().map(Vec::as_slice));
    day_of(&Agenda::of(bench), date, LISTED, steps)
}

/// The plan for a day of steps that are known already: those of each party ([`own_steps`]) and of each deal
/// ([`steps_of_deal`]), best first.
pub(crate) fn day_of<'s>(
    agenda: &Agenda<'_>,
    date: Date,
    limit: u32,
    steps: impl Iterator<Item = (&'s [Outline], &'s [Step])>,
) -> DayPlan {
    let bench = agenda.bench;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let room = agenda.room(date);
    let working = room.working.clone();
    let candidates = Candidates::of(bench, date, steps);
    let mut table = Timetable { room, placed: Vec::new(), left_over: Vec::new() };
    for (candidate, span) in candidates.appointments {
        table.place_appointment(candidate, span);
    }
    // What we promised comes first, whatever else is worth more.
    for candidate in candidates.promises {
        let begins = table.begins(candidate);
        match begins.first() {
            Some(first) => table.place(candidate, first.from),
            None => table.leave(candidate, LeftOverReason::DayFull),
        }
    }
    table.fill(best_first(candidates.flexible));
    let placed = ranked(table.placed, |placed| (placed.span.from.millis(), placed.span.to.millis(), 0));
    let left_over = ranked(table.left_over, |(left, _)| (descending(left.outline.per_hour), 0, 0));
    let held_back = best_first(candidates.held_back);
    let whole = bench.now.zones.day(&bench.now.zone, date);
    let done = done(bench, &whole);
    let on_this_day = |span: &Span| whole.iter().any(|day| day.overlaps(span));
    DayPlan {
        date,
        placed,
        left_over_count: count(left_over.len()),
        left_over: (left_over.into_iter().take(limit))
            .map(|(left, reason)| LeftOver { step: left.to_step(), reason })
            .collect(),
        held_back_count: count(held_back.len()),
        held_back: held_back.into_iter().take(limit).map(Candidate::to_step).collect(),
        working,
        busy: agenda.busy.iter().filter(|span| on_this_day(span)).copied().collect(),
        done_count: count(done.len()),
        done: done.into_iter().take(limit).cloned().collect(),
        missed: missed(agenda, date),
        next_working_day: agenda.days.next(date),
    }
}

/// The contacts that took place within some spans, the latest first.
fn done<'b>(bench: &Bench<'b>, whole: &[Span]) -> Vec<&'b ContactLogged> {
    let Some(begin) = whole.first().map(|span| span.from) else { return Vec::new() };
    let is_within = |at: Timestamp| whole.iter().any(|span| span.from <= at && at < span.to);
    let latest = |party: &'b Party| {
        let since = party.contacts.iter().rev().map(|contact| &contact.logged);
        since.take_while(|logged| begin <= logged.at).filter(|logged| is_within(logged.at))
    };
    let done = bench.book.parties_contacted_since(begin).flat_map(latest).collect();
    ranked(done, |logged: &&ContactLogged| (descending(logged.at.millis()), 0, 0))
}

/// Appointments whose time has passed and that nobody logged.
fn missed(agenda: &Agenda<'_>, date: Date) -> Vec<ContactPlanned> {
    let now = agenda.bench.now;
    let passed = agenda.appointments.iter().filter(|planned| span_of(planned).to <= now.at);
    let day = |planned: &ContactPlanned| now.local(&now.zone, planned.at).date;
    let shown = passed.filter(|planned| day(planned) == date || (date == now.today() && day(planned) < date));
    shown.map(|planned| (*planned).clone()).collect()
}

/// A day being filled.
struct Timetable<'b, 's> {
    room: Room<'b>,
    placed: Vec<Placed>,
    left_over: Vec<(Candidate<'s>, LeftOverReason)>,
}

/// As many minutes as the day has, and half as many more, are looked through for the best day.
const SHORT_LIST_PERCENT: i64 = 150;

/// And no more jobs than this.
const SHORT_LIST: usize = 64;

impl<'s> Timetable<'_, 's> {
    /// Puts an appointment where it was agreed, within working hours or not, unless another one stands there.
    fn place_appointment(&mut self, appointment: Candidate<'s>, span: Span) {
        if self.placed.iter().any(|placed| placed.span.overlaps(&span)) {
            self.leave(appointment, LeftOverReason::Clash);
        } else {
            self.placed.push(Placed { span, step: appointment.to_step() });
        }
    }

    fn place(&mut self, candidate: Candidate<'s>, from: Timestamp) {
        let minutes = i64::from(candidate.outline.minutes);
        let span = Span { from, to: from.plus(minutes.saturating_mul(MINUTE)) };
        self.room.take(span, candidate.outline.channel);
        self.placed.push(Placed { span, step: Step { at: Some(from), ..candidate.to_step() } });
    }

    fn leave(&mut self, candidate: Candidate<'s>, reason: LeftOverReason) {
        let reason = if self.room.working.is_empty() { LeftOverReason::NoWorkingHours } else { reason };
        self.left_over.push((candidate, reason));
    }

    fn begins(&self, candidate: Candidate<'_>) -> Vec<Begins> {
        candidate.outline.at.map(|from| self.room.begins_from(candidate.step, from)).unwrap_or_default()
    }

    /// Fills the free time with the steps that are worth most together; then with whatever still fits.
    fn fill(&mut self, candidates: Vec<Candidate<'s>>) {
        let free = self.room.free_minutes();
        let enough = free.saturating_mul(SHORT_LIST_PERCENT).checked_div(100).unwrap_or(free);
        let mut candidates = candidates.into_iter();
        let mut jobs: Vec<(Candidate<'_>, Job)> = Vec::new();
        let mut minutes = 0_i64;
        while minutes < enough && jobs.len() < SHORT_LIST {
            let Some(candidate) = candidates.next() else { break };
            match self.begins(candidate) {
                begins if begins.is_empty() => self.leave(candidate, LeftOverReason::NoCommonTime),
                begins => {
                    minutes = minutes.saturating_add(candidate.outline.minutes.into());
                    jobs.push((candidate, job(candidate.outline, begins)));
                }
            }
        }
        let (short_list, jobs): (Vec<Candidate<'_>>, Vec<Job>) = jobs.into_iter().unzip();
        let slots = arrange(self.room.ways, &jobs);
        for slot in &slots {
            if let Some(candidate) = short_list.get(slot.job) {
                self.place(*candidate, slot.at);
            }
        }
        let is_done = |at: usize| slots.iter().any(|slot| slot.job == at);
        let rest = short_list.into_iter().enumerate().filter(|(at, _)| !is_done(*at)).map(|(_, left)| left);
        self.use_gaps(rest.collect::<Vec<_>>().into_iter().chain(candidates));
    }

    /// Puts steps, best first, wherever there is still room.
    fn use_gaps(&mut self, candidates: impl Iterator<Item = Candidate<'s>>) {
        let mut longest = self.room.longest_gap();
        // A day that has no room for one step has none for others like it, and never gets any.
        let mut no_room: Vec<(Option<Channel>, u16)> = Vec::new();
        for candidate in candidates {
            if longest < i64::from(candidate.outline.minutes) {
                self.leave(candidate, LeftOverReason::DayFull);
                continue;
            }
            let like_it = (candidate.outline.channel, candidate.outline.minutes);
            if no_room.contains(&like_it) {
                self.leave(candidate, LeftOverReason::NoCommonTime);
                continue;
            }
            match self.begins(candidate).first().map(|begins| begins.from) {
                Some(from) => {
                    self.place(candidate, from);
                    longest = self.room.longest_gap();
                }
                None => {
                    if !self.room.has_place(like_it.0, like_it.1) {
                        no_room.push(like_it);
                    }
                    self.leave(candidate, LeftOverReason::NoCommonTime);
                }
            }
        }
    }
}

fn job(outline: &Outline, begins: Vec<Begins>) -> Job {
    Job {
        channel: outline.channel,
        length: i64::from(outline.minutes).saturating_mul(MINUTE),
        begins,
        worth: outline.per_hour.saturating_mul(outline.minutes.into()),
        per_hour: outline.per_hour,
    }
}

/// The first working time after a day at which a step that was left over would do, beside what stands there.
pub fn would_fit(bench: &Bench<'_>, step: &Step, after: Date) -> Option<Timestamp> {
    Agenda::of(bench).days_after(after).would_fit(step)
}
