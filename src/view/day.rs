//! A day as it is shown (DAY-1, DAY-2).

use super::step::StepView;
use crate::contact::interaction::{ContactOutcome, Objective};
use crate::journal::fact::{ContactLogged, ContactPlanned};
use crate::judge::agenda::{Agenda, DaysAfter};
use crate::judge::day::{DayPlan, LeftOverReason, Placed, day};
use crate::judge::schedule::Span;
use crate::judge::{self, Bench};
use crate::say::en::step as say;
use crate::value::contact_point::Channel;
use crate::value::id::{InteractionId, PartyId};
use crate::value::time::{ClockTime, Date, Timestamp};
use crate::value::zone::ZoneName;
use serde::Serialize;

/// The plan for a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DayView {
    /// The day.
    pub date: Date,
    /// The zone whose day it is.
    pub zone: ZoneName,
    /// What to do, in order.
    pub items: Vec<DayItem>,
    /// What did not fit; the first of them, most worth first.
    pub left_over: Vec<LeftOver>,
    /// How many did not fit in all.
    pub left_over_count: u32,
    /// What a guard holds back on this day; the first of them, most worth first.
    pub held_back: Vec<StepView>,
    /// How many are held back in all.
    pub held_back_count: u32,
    /// Working minutes of the day.
    pub working_minutes: u32,
    /// Minutes that are planned.
    pub planned_minutes: u32,
    /// When other calendars have us busy.
    pub busy: Vec<TimeView>,
    /// Contacts that took place on this day; the last of them, the latest first.
    pub done: Vec<DoneContact>,
    /// How many took place in all.
    pub done_count: u32,
    /// Appointments whose time has passed without anybody saying how they went: log them, or plan them anew.
    pub missed: Vec<MissedContact>,
    /// The next day on which we work, after this one.
    pub next_working_day: Option<Date>,
}

/// Time from one moment up to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TimeView {
    /// From when.
    pub from: Timestamp,
    /// To when.
    pub to: Timestamp,
    /// From when, on our clock.
    pub from_clock: ClockTime,
    /// To when, on our clock.
    pub to_clock: ClockTime,
}

/// A contact that took place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DoneContact {
    /// Its id.
    pub interaction: InteractionId,
    /// With whom.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// When, on our clock.
    pub clock: ClockTime,
    /// How.
    pub channel: Channel,
    /// What for.
    pub objective: Objective,
    /// Was it reached?
    pub outcome: ContactOutcome,
}

/// An appointment that nobody said anything of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MissedContact {
    /// Its id.
    pub interaction: InteractionId,
    /// With whom.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// When it was to begin.
    pub at: Timestamp,
    /// The day, on our clock.
    pub date: Date,
    /// When, on our clock.
    pub clock: ClockTime,
    /// How.
    pub channel: Channel,
    /// What for.
    pub objective: Objective,
}

/// A step at a time of the day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DayItem {
    /// From when.
    pub from: Timestamp,
    /// To when.
    pub to: Timestamp,
    /// From when, on our clock.
    pub from_clock: ClockTime,
    /// To when, on our clock.
    pub to_clock: ClockTime,
    /// From when on theirs, if it shows another time.
    pub their_clock: Option<ClockTime>,
    /// What to do.
    pub step: StepView,
}

/// A step that did not fit into the day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeftOver {
    /// The step.
    pub step: StepView,
    /// Why it did not fit.
    pub reason: LeftOverReason,
    /// The first working time that would do.
    pub would_fit: Option<Timestamp>,
    /// In words.
    pub text: String,
}

impl DayView {
    /// Lays the plan for a day out.
    pub fn of(bench: &Bench<'_>, date: Date) -> DayView {
        DayView::laid_out(&Agenda::of(bench), &day(bench, date))
    }

    /// Lays a plan out.
    pub(crate) fn laid_out(agenda: &Agenda<'_>, plan: &DayPlan) -> DayView {
        let bench = agenda.bench;
        let mut days_after = agenda.days_after(plan.date);
        let minutes = |spans: &mut dyn Iterator<Item = i64>| {
            u32::try_from(spans.fold(0_i64, i64::saturating_add)).unwrap_or(u32::MAX)
        };
        DayView {
            date: plan.date,
            zone: bench.now.zone.clone(),
            items: plan.placed.iter().map(|placed| DayItem::of(bench, placed)).collect(),
            left_over: plan.left_over.iter().map(|left| LeftOver::of(bench, left, &mut days_after)).collect(),
            left_over_count: plan.left_over_count,
            held_back: plan.held_back.iter().map(|step| StepView::of(bench, step)).collect(),
            held_back_count: plan.held_back_count,
            working_minutes: minutes(&mut plan.working.iter().map(Span::minutes)),
            planned_minutes: minutes(&mut plan.placed.iter().map(|placed| placed.span.minutes())),
            busy: plan.busy.iter().map(|busy| TimeView::of(bench, *busy)).collect(),
            done: plan.done.iter().map(|done| DoneContact::of(bench, done)).collect(),
            done_count: plan.done_count,
            missed: plan.missed.iter().map(|planned| MissedContact::of(bench, planned)).collect(),
            next_working_day: plan.next_working_day,
        }
    }
}

impl TimeView {
    pub(crate) fn of(bench: &Bench<'_>, span: Span) -> TimeView {
        let clock = |at| bench.now.local(&bench.now.zone, at).time;
        // What ends at midnight ends at the end of its day.
        let ends = match clock(span.to) {
            ClockTime::MIDNIGHT if span.from < span.to => ClockTime::END_OF_DAY,
            clock => clock,
        };
        TimeView { from: span.from, to: span.to, from_clock: clock(span.from), to_clock: ends }
    }
}

impl DoneContact {
    fn of(bench: &Bench<'_>, logged: &ContactLogged) -> DoneContact {
        DoneContact {
            interaction: logged.interaction.clone(),
            party: logged.party.clone(),
            name: name_of(bench, &logged.party),
            at: logged.at,
            clock: bench.now.local(&bench.now.zone, logged.at).time,
            channel: logged.channel,
            objective: logged.objective,
            outcome: logged.outcome,
        }
    }
}

impl MissedContact {
    fn of(bench: &Bench<'_>, planned: &ContactPlanned) -> MissedContact {
        let local = bench.now.local(&bench.now.zone, planned.at);
        MissedContact {
            interaction: planned.interaction.clone(),
            party: planned.party.clone(),
            name: name_of(bench, &planned.party),
            at: planned.at,
            date: local.date,
            clock: local.time,
            channel: planned.channel,
            objective: planned.objective,
        }
    }
}

pub(super) fn name_of(bench: &Bench<'_>, party: &PartyId) -> String {
    bench.book.party(party).map(|party| party.name.to_string()).unwrap_or_default()
}

impl DayItem {
    fn of(bench: &Bench<'_>, placed: &Placed) -> DayItem {
        let clock = |at: Timestamp| bench.now.local(&bench.now.zone, at).time;
        let party = placed.step.party.as_ref().and_then(|party| bench.book.party(party));
        let theirs = party.and_then(|party| party.preferences.zone.as_ref());
        let their_clock =
            theirs.map(|zone| bench.now.local(bench.now.zone_or_own(Some(zone)), placed.span.from).time);
        DayItem {
            from: placed.span.from,
            to: placed.span.to,
            from_clock: clock(placed.span.from),
            to_clock: clock(placed.span.to),
            their_clock: their_clock.filter(|time| *time != clock(placed.span.from)),
            step: StepView::of(bench, &placed.step),
        }
    }
}

impl LeftOver {
    fn of(bench: &Bench<'_>, left: &judge::day::LeftOver, days_after: &mut DaysAfter<'_, '_>) -> LeftOver {
        let would_fit = days_after.would_fit(&left.step);
        LeftOver {
            step: StepView::of(bench, &left.step),
            reason: left.reason,
            would_fit,
            text: say::left_over(bench.now, left.reason, would_fit),
        }
    }
}
