//! A day as it is shown (DAY-1, DAY-2).

use super::step::StepView;
use crate::judge::day::{LeftOverReason, Placed, day, would_fit};
use crate::judge::schedule::Span;
use crate::judge::{self, Bench};
use crate::say::en::step as say;
use crate::value::number::count;
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
    /// What did not fit; the first hundred.
    pub left_over: Vec<LeftOver>,
    /// How many did not fit in all.
    pub left_over_count: u32,
    /// What a guard holds back on this day; the first hundred.
    pub held_back: Vec<StepView>,
    /// How many are held back in all.
    pub held_back_count: u32,
    /// Working minutes of the day.
    pub working_minutes: u32,
    /// Minutes that are planned.
    pub planned_minutes: u32,
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

/// So many steps are listed of those that are not in the day.
const LISTED: usize = 100;

impl DayView {
    /// Lays the plan for a day out.
    pub fn of(bench: &Bench<'_>, date: Date) -> DayView {
        let plan = day(bench, date);
        let minutes = |spans: &mut dyn Iterator<Item = i64>| {
            u32::try_from(spans.fold(0_i64, i64::saturating_add)).unwrap_or(u32::MAX)
        };
        DayView {
            date,
            zone: bench.now.zone.clone(),
            items: plan.placed.iter().map(|placed| DayItem::of(bench, placed)).collect(),
            left_over: plan
                .left_over
                .iter()
                .take(LISTED)
                .map(|left| LeftOver::of(bench, left, date))
                .collect(),
            left_over_count: count(plan.left_over.len()),
            held_back: plan.held_back.iter().take(LISTED).map(|step| StepView::of(bench, step)).collect(),
            held_back_count: count(plan.held_back.len()),
            working_minutes: minutes(&mut plan.working.iter().map(Span::minutes)),
            planned_minutes: minutes(&mut plan.placed.iter().map(|placed| placed.span.minutes())),
        }
    }
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
    fn of(bench: &Bench<'_>, left: &judge::day::LeftOver, date: Date) -> LeftOver {
        let would_fit = would_fit(bench, &left.step, date);
        LeftOver {
            step: StepView::of(bench, &left.step),
            reason: left.reason,
            would_fit,
            text: say::left_over(bench.now, left.reason, would_fit),
        }
    }
}
