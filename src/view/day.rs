//! A day as it is shown (DAY-1, DAY-2).

use super::step::StepView;
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

choice! {
    /// Why a step did not fit into the day.
    pub enum LeftOverReason {
        /// The working hours are full of steps that are worth more.
        DayFull = "dayFull",
        /// There are no working hours on that day.
        NoWorkingHours = "noWorkingHours",
        /// The times that suit the customer are taken or outside of the working hours.
        NoCommonTime = "noCommonTime",
        /// The appointment clashes with another one.
        Clash = "clash",
    }
}
