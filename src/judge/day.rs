//! What should we do on a day (DAY-1, DAY-2)?
//!
//! Appointments stand where they were agreed. Of all other steps those that are worth most an hour are chosen until
//! the working hours are full, then laid out channel by channel, each at a time that its customer's guards allow.

use super::Bench;
use super::guard::{Idea, guard, initiative};
use super::next_step::{own_steps, steps_of_deal};
use super::schedule::{Span, working};
use super::step::{Action, Step};
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::value::contact_point::Channel;
use crate::value::id::PartyId;
use crate::value::order::{descending, ranked};
use crate::value::time::{ClockTime, DAY, Date, MINUTE, Timestamp};
use std::collections::BTreeMap;

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
    /// What did not fit, what is worth most first.
    pub left_over: Vec<LeftOver>,
    /// What guards hold back beyond the day, what is worth most first.
    pub held_back: Vec<Step>,
    /// The working hours that are still ahead.
    pub working: Vec<Span>,
}

/// The plan for a day. A day that is over has no working hours left.
pub fn day(bench: &Bench<'_>, date: Date) -> DayPlan {
    let working = working(bench, date);
    let ends = bench.now.start_of(&bench.now.zone, date).plus(DAY).max(day_end(bench, date));
    let candidates = Candidates::of(bench, date, ends);
    let mut table = Timetable { bench, placed: Vec::new(), working: working.clone() };
    let mut left_over = Vec::new();
    for step in candidates.appointments {
        if let Some(reason) = table.place_appointment(&step) {
            left_over.push(LeftOver { step, reason });
        }
    }
    let (chosen, rest) = choose(best_first(candidates.flexible), &table);
    let mut waiting = Vec::new();
    for step in by_channel(chosen) {
        waiting.extend(table.place(step));
    }
    waiting.extend(rest);
    let mut longest = table.longest_gap();
    for step in best_first(waiting) {
        if longest < i64::from(step.minutes) {
            left_over.push(LeftOver { reason: table.why_not(), step });
        } else if let Some(step) = table.place(step) {
            left_over.push(LeftOver { step, reason: LeftOverReason::NoCommonTime });
        } else {
            longest = table.longest_gap();
        }
    }
    let placed = ranked(table.placed, |placed| (placed.span.from.millis(), placed.span.to.millis(), 0));
    DayPlan { date, placed, left_over, held_back: best_first(candidates.held_back), working }
}

fn best_first(steps: Vec<Step>) -> Vec<Step> {
    ranked(steps, |step| (descending(step.per_hour.minor), 0, 0))
}

/// The first moment after a day.
fn day_end(bench: &Bench<'_>, date: Date) -> Timestamp {
    bench.now.zones.resolve(&bench.now.zone, date, ClockTime::END_OF_DAY).earliest()
}

/// Steps that come into question on a day. No more than one flexible step for a party: the day leaves them their
/// peace.
struct Candidates {
    appointments: Vec<Step>,
    flexible: Vec<Step>,
    held_back: Vec<Step>,
}

impl Candidates {
    fn of(bench: &Bench<'_>, date: Date, ends: Timestamp) -> Candidates {
        let mut found = Candidates { appointments: Vec::new(), flexible: Vec::new(), held_back: Vec::new() };
        let mut best: BTreeMap<PartyId, Step> = BTreeMap::new();
        let own = bench.book.parties().map(|party| own_steps(bench, party));
        let deals = bench.book.deals().map(|deal| steps_of_deal(bench, deal));
        for steps in own.chain(deals) {
            let Some(step) = found.sort_in(bench, steps, date, ends) else { continue };
            let Some(party) = step.party.clone() else {
                found.flexible.push(step);
                continue;
            };
            let rival = best.get(&party).map_or(i64::MIN, |rival| rival.per_hour.minor);
            if step.per_hour.minor > rival {
                best.insert(party, step);
            }
        }
        found.flexible.extend(best.into_values());
        found
    }

    /// Takes appointments and what is held back; gives back the first of the steps that can be done at any time.
    fn sort_in(&mut self, bench: &Bench<'_>, steps: Vec<Step>, date: Date, ends: Timestamp) -> Option<Step> {
        let mut flexible = None;
        for step in steps {
            match placement(bench, &step, date, ends) {
                Placement::Appointment => self.appointments.push(step),
                Placement::Flexible if flexible.is_none() => flexible = Some(step),
                Placement::HeldBack => self.held_back.push(step),
                Placement::Flexible | Placement::NotOnThisDay => {}
            }
        }
        flexible
    }
}

enum Placement {
    Appointment,
    Flexible,
    HeldBack,
    NotOnThisDay,
}

fn placement(bench: &Bench<'_>, step: &Step, date: Date, ends: Timestamp) -> Placement {
    let is_appointment =
        matches!(&step.action, Action::Contact(contact) if contact.commitment == Commitment::Appointment);
    if step.due >= ends {
        return Placement::NotOnThisDay;
    }
    match step.at {
        Some(at) if is_appointment => {
            let on_this_day = bench.now.local(&bench.now.zone, at).date == date;
            if on_this_day { Placement::Appointment } else { Placement::NotOnThisDay }
        }
        Some(at) if at < ends => Placement::Flexible,
        Some(_) | None => Placement::HeldBack,
    }
}

/// Takes steps, best first, as long as the free minutes suffice.
fn choose(steps: Vec<Step>, table: &Timetable<'_>) -> (Vec<Step>, Vec<Step>) {
    let mut free = table.gaps().iter().map(|gap| gap.span.minutes()).fold(0_i64, i64::saturating_add);
    let mut chosen = Vec::new();
    let mut rest = Vec::new();
    for step in steps {
        let minutes = i64::from(step.minutes);
        if minutes <= free {
            free = free.saturating_sub(minutes);
            chosen.push(step);
        } else {
            rest.push(step);
        }
    }
    (chosen, rest)
}

/// Like work together, for momentum: the channel of the best step first, and on each channel the best first.
fn by_channel(steps: Vec<Step>) -> Vec<Step> {
    let mut batches: Vec<(Option<Channel>, Vec<Step>)> = Vec::new();
    for step in steps {
        let channel = channel_of(&step);
        match batches.iter_mut().find(|(of, _)| *of == channel) {
            Some((_, batch)) => batch.push(step),
            None => batches.push((channel, vec![step])),
        }
    }
    batches.into_iter().flat_map(|(_, batch)| batch).collect()
}

fn channel_of(step: &Step) -> Option<Channel> {
    match &step.action {
        Action::Contact(contact) => Some(contact.channel),
        _ => None,
    }
}

/// A day being filled.
struct Timetable<'a> {
    bench: &'a Bench<'a>,
    placed: Vec<Placed>,
    working: Vec<Span>,
}

/// Free working time, and what stands before and after it.
struct Gap {
    span: Span,
    before: Option<Option<Channel>>,
    after: Option<Option<Channel>>,
}

impl Timetable<'_> {
    /// Puts an appointment where it was agreed, within working hours or not; says why if that is taken.
    fn place_appointment(&mut self, step: &Step) -> Option<LeftOverReason> {
        let from = step.at?;
        let span = Span { from, to: from.plus(i64::from(step.minutes).saturating_mul(MINUTE)) };
        if self.placed.iter().any(|placed| placed.span.from < span.to && span.from < placed.span.to) {
            return Some(LeftOverReason::Clash);
        }
        self.placed.push(Placed { span, step: step.clone() });
        None
    }

    /// Puts a step at the first free time that its guards allow; gives it back if there is none.
    fn place(&mut self, step: Step) -> Option<Step> {
        for gap in self.gaps() {
            if let Some(span) = self.fit(&step, &gap) {
                let step = Step { at: Some(span.from), ..step };
                self.placed.push(Placed { span, step });
                return None;
            }
        }
        Some(step)
    }

    /// The first time within a gap for a step, with minutes to switch between channels left free.
    fn fit(&self, step: &Step, gap: &Gap) -> Option<Span> {
        let switch = i64::from(self.bench.plan.day.switch_minutes).saturating_mul(MINUTE);
        let channel = channel_of(step);
        let lead_in = if gap.before.is_some_and(|before| before != channel) { switch } else { 0 };
        let lead_out = if gap.after.is_some_and(|after| after != channel) { switch } else { 0 };
        let length = i64::from(step.minutes).saturating_mul(MINUTE);
        let latest = gap.span.to.plus(lead_out.saturating_add(length).saturating_neg());
        let from = gap.span.from.plus(lead_in).max(step.at?);
        if from > latest {
            return None;
        }
        let allowed = self.allowed_from(step, from)?;
        (allowed <= latest).then(|| Span { from: allowed, to: allowed.plus(length) })
    }

    /// The first moment from `from` on that the guards allow for a step.
    fn allowed_from(&self, step: &Step, from: Timestamp) -> Option<Timestamp> {
        let (Action::Contact(contact), Some(party)) = (&step.action, self.party(step)) else {
            return Some(from);
        };
        let idea = Idea {
            party,
            channel: contact.channel,
            minutes: step.minutes,
            objective: contact.objective,
            initiative: initiative(party, contact.why),
            planned: contact.interaction.as_ref(),
        };
        guard(self.bench, &idea, from).at
    }

    fn party(&self, step: &Step) -> Option<&Party> {
        self.bench.book.party(step.party.as_ref()?)
    }

    /// Working time that nothing is placed in.
    fn gaps(&self) -> Vec<Gap> {
        let taken = self.placed.iter().map(|placed| (placed.span, channel_of(&placed.step))).collect();
        let taken = ranked(taken, |(span, _): &(Span, _)| (span.from.millis(), span.to.millis(), 0));
        let mut gaps = Vec::new();
        for hours in &self.working {
            let mut from = hours.from;
            let mut before = None;
            for (span, channel) in
                taken.iter().filter(|(span, _)| span.from < hours.to && hours.from < span.to)
            {
                let free = Span { from, to: span.from };
                gaps.push(Gap { span: free, before, after: Some(*channel) });
                from = from.max(span.to);
                before = Some(*channel);
            }
            gaps.push(Gap { span: Span { from, to: hours.to }, before, after: None });
        }
        gaps.retain(|gap| gap.span.from < gap.span.to);
        gaps
    }

    fn longest_gap(&self) -> i64 {
        self.gaps().iter().map(|gap| gap.span.minutes()).max().unwrap_or(0)
    }

    fn why_not(&self) -> LeftOverReason {
        if self.working.is_empty() { LeftOverReason::NoWorkingHours } else { LeftOverReason::DayFull }
    }
}

/// The first working time after a day at which a step that was left over would do, within three weeks.
pub fn would_fit(bench: &Bench<'_>, step: &Step, after: Date) -> Option<Timestamp> {
    let table = Timetable { bench, placed: Vec::new(), working: Vec::new() };
    let days = (1..=21).map(|days| after.plus_days(days));
    days.flat_map(|date| working(bench, date)).find_map(|hours| {
        let gap = Gap { span: hours, before: None, after: None };
        table.fit(step, &gap).map(|span| span.from)
    })
}
