//! What should we do on a day (DAY-1, DAY-2)?
//!
//! Appointments stand where they were agreed, and promises that are due come before everything else. Of all other
//! steps those are chosen that are worth most together, each at a time that its customer's guards allow, with the
//! ways to it and the minutes to switch. What is over is not planned again: the rest of the day begins now.

use super::Bench;
use super::agenda::{Agenda, Room, span_of};
use super::arrange::{Job, arrange};
use super::hours::Begins;
use super::next_step::{own_steps, steps_of_deal};
use super::schedule::Span;
use super::step::{Action, Step};
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::journal::fact::{ContactLogged, ContactPlanned};
use crate::value::contact_point::Channel;
use crate::value::id::PartyId;
use crate::value::number::count;
use crate::value::order::{descending, ranked};
use crate::value::time::{ClockTime, Date, MINUTE, Timestamp};
use std::cmp::Ordering;
use std::iter::repeat;

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
    /// Contacts that took place on this day, in the order of time.
    pub done: Vec<ContactLogged>,
    /// Appointments whose time has passed without anybody saying how they went: those of this day, and today also
    /// those of the days before.
    pub missed: Vec<ContactPlanned>,
    /// The next day on which we work.
    pub next_working_day: Option<Date>,
}

/// So many steps are named of those that did not fit, and of those held back, unless somebody asks for more.
pub const LISTED: u32 = 25;

/// The plan for a day. A day that is over has no working hours left.
pub fn day(bench: &Bench<'_>, date: Date) -> DayPlan {
    let own = bench.book.parties().map(|party| own_steps(bench, party));
    let deals = bench.book.deals().map(|deal| steps_of_deal(bench, deal));
    let steps: Vec<Vec<Step>> = own.chain(deals).filter(|steps| !steps.is_empty()).collect();
    day_of(&Agenda::of(bench), date, LISTED, steps.iter().map(Vec::as_slice))
}

/// The plan for a day of steps that are known already: those of each party ([`own_steps`]) and of each deal
/// ([`steps_of_deal`]), best first.
pub(crate) fn day_of<'s>(
    agenda: &Agenda<'_>,
    date: Date,
    limit: u32,
    steps: impl Iterator<Item = &'s [Step]>,
) -> DayPlan {
    let bench = agenda.bench;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let room = agenda.room(date);
    let working = room.working.clone();
    let candidates = Candidates::of(bench, date, steps);
    let mut table = Timetable { bench, room, placed: Vec::new(), left_over: Vec::new() };
    for (step, span) in candidates.appointments {
        table.place_appointment(step, span);
    }
    // What we promised comes first, whatever else is worth more.
    for step in candidates.promises {
        let begins = table.room.begins(step);
        match begins.first() {
            Some(first) => table.place(step, first.from),
            None => table.leave(step, LeftOverReason::DayFull),
        }
    }
    table.fill(best_first(candidates.flexible));
    let placed = ranked(table.placed, |placed| (placed.span.from.millis(), placed.span.to.millis(), 0));
    let left_over = ranked(table.left_over, |(step, _)| (descending(step.per_hour.minor), 0, 0));
    let held_back = best_first(candidates.held_back);
    let whole = bench.now.zones.day(&bench.now.zone, date);
    let on_this_day = |span: &Span| whole.iter().any(|day| day.overlaps(span));
    DayPlan {
        date,
        placed,
        left_over_count: count(left_over.len()),
        left_over: (left_over.into_iter().take(limit))
            .map(|(step, reason)| LeftOver { step: step.clone(), reason })
            .collect(),
        held_back_count: count(held_back.len()),
        held_back: held_back.into_iter().take(limit).cloned().collect(),
        working,
        busy: agenda.busy.iter().filter(|span| on_this_day(span)).copied().collect(),
        done: done(bench, &whole),
        missed: missed(agenda, date),
        next_working_day: agenda.days.next(date),
    }
}

/// The contacts that took place within some spans.
fn done(bench: &Bench<'_>, whole: &[Span]) -> Vec<ContactLogged> {
    let Some(begin) = whole.first().map(|span| span.from) else { return Vec::new() };
    let is_within = |at: Timestamp| whole.iter().any(|span| span.from <= at && at < span.to);
    let latest = |party: &'_ Party| {
        let since = party.contacts.iter().rev().map(|contact| &contact.logged);
        let since = since.take_while(|logged| begin <= logged.at).filter(|logged| is_within(logged.at));
        since.cloned().collect::<Vec<_>>()
    };
    let done = bench.book.parties_contacted_since(begin).flat_map(latest).collect();
    ranked(done, |logged: &ContactLogged| (logged.at.millis(), 0, 0))
}

/// Appointments whose time has passed and that nobody logged.
fn missed(agenda: &Agenda<'_>, date: Date) -> Vec<ContactPlanned> {
    let now = agenda.bench.now;
    let passed = agenda.appointments.iter().filter(|planned| span_of(planned).to <= now.at);
    let day = |planned: &ContactPlanned| now.local(&now.zone, planned.at).date;
    let shown = passed.filter(|planned| day(planned) == date || (date == now.today() && day(planned) < date));
    shown.map(|planned| (*planned).clone()).collect()
}

fn best_first(steps: Vec<&Step>) -> Vec<&Step> {
    ranked(steps, |step| (descending(step.per_hour.minor), 0, 0))
}

/// A party's best step, with the beginning of the party's id: ids are compared very often, and their beginnings in no time.
struct BestStep<'s> {
    beginning: u64,
    party: &'s PartyId,
    step: &'s Step,
}

impl<'s> BestStep<'s> {
    fn of(party: &'s PartyId, step: &'s Step) -> BestStep<'s> {
        let letters = party.as_str().bytes().skip("p_".len()).chain(repeat(0)).take(8);
        let beginning =
            letters.fold(0_u64, |beginning, letter| beginning.wrapping_shl(8) | u64::from(letter));
        BestStep { beginning, party, step }
    }

    fn against(&self, other: &BestStep<'_>) -> Ordering {
        self.beginning.cmp(&other.beginning).then_with(|| self.party.cmp(other.party))
    }
}

/// Keeps a party's better step. Parties nearly always come in the order of their ids, in which they are kept.
fn keep_better<'s>(best: &mut Vec<BestStep<'s>>, new: BestStep<'s>) {
    let place = match best.last() {
        Some(last) if last.against(&new).is_ge() => best.partition_point(|known| known.against(&new).is_lt()),
        _ => best.len(),
    };
    match best.get_mut(place).filter(|known| known.against(&new).is_eq()) {
        Some(known) if known.step.per_hour.minor < new.step.per_hour.minor => known.step = new.step,
        Some(_) => {}
        None => best.insert(place, new),
    }
}

/// Steps that come into question on a day. No more than one flexible step for a party: the day leaves them their
/// peace.
struct Candidates<'s> {
    appointments: Vec<(&'s Step, Span)>,
    promises: Vec<&'s Step>,
    flexible: Vec<&'s Step>,
    held_back: Vec<&'s Step>,
}

impl<'s> Candidates<'s> {
    fn of(bench: &Bench<'_>, date: Date, steps: impl Iterator<Item = &'s [Step]>) -> Candidates<'s> {
        let mut found = Candidates {
            appointments: Vec::new(),
            promises: Vec::new(),
            flexible: Vec::new(),
            held_back: Vec::new(),
        };
        let ends = bench.now.zones.resolve(&bench.now.zone, date, ClockTime::END_OF_DAY).earliest();
        let mut best: Vec<BestStep<'_>> = Vec::new();
        for steps in steps {
            let Some(step) = found.sort_in(bench, steps, date, ends) else { continue };
            let Some(party) = &step.party else {
                found.flexible.push(step);
                continue;
            };
            keep_better(&mut best, BestStep::of(party, step));
        }
        found.flexible.extend(best.into_iter().map(|best| best.step));
        found.promises =
            ranked(found.promises, |step| (step.due.millis(), descending(step.per_hour.minor), 0));
        found
    }

    /// Takes all but flexible steps; gives back the first of the steps that can be done at any time.
    fn sort_in(
        &mut self,
        bench: &Bench<'_>,
        steps: &'s [Step],
        date: Date,
        ends: Timestamp,
    ) -> Option<&'s Step> {
        let mut flexible = None;
        for step in steps {
            match placement(bench, step, date, ends) {
                Placement::Appointment(span) => self.appointments.push((step, span)),
                Placement::Promise => self.promises.push(step),
                Placement::Flexible if flexible.is_none() => flexible = Some(step),
                Placement::HeldBack => self.held_back.push(step),
                Placement::Flexible | Placement::NotOnThisDay => {}
            }
        }
        flexible
    }
}

enum Placement {
    Appointment(Span),
    Promise,
    Flexible,
    HeldBack,
    NotOnThisDay,
}

fn placement(bench: &Bench<'_>, step: &Step, date: Date, ends: Timestamp) -> Placement {
    if step.due >= ends {
        return Placement::NotOnThisDay;
    }
    let Some(at) = step.at else { return Placement::HeldBack };
    if let Some(planned) = appointment(bench, step) {
        // One that is going on began before now; one that is over can only be logged, or planned anew.
        let span = span_of(planned);
        let from = if at == step.due { planned.at } else { at };
        let is_on = bench.now.local(&bench.now.zone, from).date == date && bench.now.at < span.to;
        let span = Span { from, to: from.plus(span.to.since(span.from)) };
        return if is_on { Placement::Appointment(span) } else { Placement::NotOnThisDay };
    }
    match &step.action {
        _ if at >= ends => Placement::HeldBack,
        Action::KeepPromise { .. } => Placement::Promise,
        _ => Placement::Flexible,
    }
}

/// The planned contact of a step whose time is agreed.
fn appointment<'b>(bench: &Bench<'b>, step: &Step) -> Option<&'b ContactPlanned> {
    let Action::Contact(contact) = &step.action else { return None };
    if contact.commitment != Commitment::Appointment {
        return None;
    }
    bench.book.party(step.party.as_ref()?)?.planned.get(contact.interaction.as_ref()?)
}

fn channel_of(step: &Step) -> Option<Channel> {
    match &step.action {
        Action::Contact(contact) => Some(contact.channel),
        _ => None,
    }
}

/// A day being filled.
struct Timetable<'b, 's> {
    bench: &'b Bench<'b>,
    room: Room<'b>,
    placed: Vec<Placed>,
    left_over: Vec<(&'s Step, LeftOverReason)>,
}

/// As many minutes as the day has, and half as many more, are looked through for the best day.
const SHORT_LIST_PERCENT: i64 = 150;

/// And no more jobs than this.
const SHORT_LIST: usize = 64;

impl<'s> Timetable<'_, 's> {
    /// Puts an appointment where it was agreed, within working hours or not, unless another one stands there.
    fn place_appointment(&mut self, step: &'s Step, span: Span) {
        if self.placed.iter().any(|placed| placed.span.overlaps(&span)) {
            self.leave(step, LeftOverReason::Clash);
        } else {
            self.placed.push(Placed { span, step: step.clone() });
        }
    }

    fn place(&mut self, step: &Step, from: Timestamp) {
        let span = Span { from, to: from.plus(i64::from(step.minutes).saturating_mul(MINUTE)) };
        self.room.take(span, channel_of(step));
        self.placed.push(Placed { span, step: Step { at: Some(from), ..step.clone() } });
    }

    fn leave(&mut self, step: &'s Step, reason: LeftOverReason) {
        let reason = if self.room.working.is_empty() { LeftOverReason::NoWorkingHours } else { reason };
        self.left_over.push((step, reason));
    }

    /// Fills the free time with the steps that are worth most together; then with whatever still fits.
    fn fill(&mut self, steps: Vec<&'s Step>) {
        let free = self.room.free_minutes();
        let enough = free.saturating_mul(SHORT_LIST_PERCENT).checked_div(100).unwrap_or(free);
        let mut steps = steps.into_iter();
        let mut jobs: Vec<(&Step, Job)> = Vec::new();
        let mut minutes = 0_i64;
        while minutes < enough && jobs.len() < SHORT_LIST {
            let Some(step) = steps.next() else { break };
            match self.room.begins(step) {
                begins if begins.is_empty() => self.leave(step, LeftOverReason::NoCommonTime),
                begins => {
                    minutes = minutes.saturating_add(step.minutes.into());
                    jobs.push((step, job(step, begins)));
                }
            }
        }
        let (short_list, jobs): (Vec<&Step>, Vec<Job>) = jobs.into_iter().unzip();
        let slots = arrange(&self.bench.plan.day, &jobs);
        for slot in &slots {
            if let Some(step) = short_list.get(slot.job) {
                self.place(step, slot.at);
            }
        }
        let is_done = |at: usize| slots.iter().any(|slot| slot.job == at);
        let rest = short_list.into_iter().enumerate().filter(|(at, _)| !is_done(*at)).map(|(_, step)| step);
        self.use_gaps(rest.collect::<Vec<_>>().into_iter().chain(steps));
    }

    /// Puts steps, best first, wherever there is still room.
    fn use_gaps(&mut self, steps: impl Iterator<Item = &'s Step>) {
        let mut longest = self.room.longest_gap();
        // A day that has no room for one step has none for others like it, and never gets any.
        let mut no_room: Vec<(Option<Channel>, u16)> = Vec::new();
        for step in steps {
            if longest < i64::from(step.minutes) {
                self.leave(step, LeftOverReason::DayFull);
                continue;
            }
            let like_it = (channel_of(step), step.minutes);
            if no_room.contains(&like_it) {
                self.leave(step, LeftOverReason::NoCommonTime);
                continue;
            }
            match self.room.begins(step).first().map(|begins| begins.from) {
                Some(from) => {
                    self.place(step, from);
                    longest = self.room.longest_gap();
                }
                None => {
                    if !self.room.has_place(like_it.0, like_it.1) {
                        no_room.push(like_it);
                    }
                    self.leave(step, LeftOverReason::NoCommonTime);
                }
            }
        }
    }
}

fn job(step: &Step, begins: Vec<Begins>) -> Job {
    Job {
        channel: channel_of(step),
        length: i64::from(step.minutes).saturating_mul(MINUTE),
        begins,
        worth: step.per_hour.minor.saturating_mul(step.minutes.into()),
        per_hour: step.per_hour.minor,
    }
}

/// The first working time after a day at which a step that was left over would do, beside what stands there.
pub fn would_fit(bench: &Bench<'_>, step: &Step, after: Date) -> Option<Timestamp> {
    Agenda::of(bench).would_fit(step, after)
}
