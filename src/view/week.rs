//! A week as a calendar shows it (DAY-1, DAY-3).

use super::day::{TimeView, name_of};
use crate::book::relationship::PromiseFate;
use crate::contact::interaction::{Commitment, Objective};
use crate::journal::fact::ContactPlanned;
use crate::judge::Bench;
use crate::judge::agenda::span_of;
use crate::judge::schedule::{working_days, working_of};
use crate::value::contact_point::Channel;
use crate::value::id::{DealId, InteractionId, PartyId, PromiseId};
use crate::value::order::ranked;
use crate::value::time::{ClockTime, Date, Span};
use crate::value::working_days::WorkingDays;
use crate::value::zone::ZoneName;
use serde::Serialize;

/// The days of a week.
const DAYS: u32 = 7;

/// A week.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeekView {
    /// Its Monday.
    pub monday: Date,
    /// The zone whose days they are.
    pub zone: ZoneName,
    /// The day that it is now.
    pub today: Date,
    /// Its days, from Monday.
    pub days: Vec<WeekDay>,
}

/// A day of a week.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeekDay {
    /// The day.
    pub date: Date,
    /// Our working time, past and to come.
    pub working: Vec<TimeView>,
    /// Breaks, if we work.
    pub breaks: Vec<BreakTime>,
    /// The names of the holidays that we have.
    pub holidays: Vec<String>,
    /// Contacts that are planned, in the order of time.
    pub contacts: Vec<WeekContact>,
    /// When other calendars have us busy, in the order of time.
    pub busy: Vec<WeekBusy>,
    /// Promises to be kept by this day.
    pub promises: Vec<WeekPromise>,
}

/// A break.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BreakTime {
    /// Its name.
    pub name: String,
    /// From when, on our clock.
    pub from_clock: ClockTime,
    /// To when, on our clock.
    pub to_clock: ClockTime,
}

/// A planned contact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeekContact {
    /// Its id.
    pub interaction: InteractionId,
    /// With whom.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// For which deal.
    pub deal: Option<DealId>,
    /// When, by our clock.
    pub time: TimeView,
    /// From when on theirs, if it shows another time.
    pub their_clock: Option<ClockTime>,
    /// How.
    pub channel: Channel,
    /// What for.
    pub objective: Objective,
    /// Is the time agreed?
    pub commitment: Commitment,
}

/// A time at which another calendar has us busy.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeekBusy {
    /// The calendar.
    pub calendar: String,
    /// With what.
    pub summary: Option<String>,
    /// When, as far as it is on this day.
    pub time: TimeView,
}

/// A promise to be kept by a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WeekPromise {
    /// Its id.
    pub promise: PromiseId,
    /// Whom we promised it.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// What.
    pub text: String,
}

impl WeekView {
    /// The week that has a day, from its Monday.
    pub fn of(bench: &Bench<'_>, date: Date) -> WeekView {
        let monday = Date::of_number(date.number().saturating_sub(date.number().rem_euclid(7)));
        let days = working_days(bench);
        WeekView {
            monday,
            zone: bench.now.zone.clone(),
            today: bench.now.today(),
            days: (0..DAYS).map(|day| WeekDay::of(bench, &days, monday.plus_days(day))).collect(),
        }
    }
}

impl WeekDay {
    fn of(bench: &Bench<'_>, days: &WorkingDays, date: Date) -> WeekDay {
        let whole = bench.now.zones.day(&bench.now.zone, date);
        let zone = &bench.now.zone;
        let holidays = bench.plan.holidays.iter();
        let holidays = holidays.filter(|holiday| holiday.is_in(zone) && holiday.date.is_on(date));
        let breaks = bench.plan.day.breaks.iter().filter(|_| days.is_working(date));
        WeekDay {
            date,
            working: working_of(bench, days, date)
                .into_iter()
                .map(|span| TimeView::of(bench, span))
                .collect(),
            breaks: breaks
                .map(|off| BreakTime {
                    name: off.name.to_string(),
                    from_clock: off.hours.from,
                    to_clock: off.hours.to,
                })
                .collect(),
            holidays: holidays.map(|holiday| holiday.name.to_string()).collect(),
            contacts: contacts(bench, &whole),
            busy: busy(bench, &whole),
            promises: promises(bench, date),
        }
    }
}

/// The contacts that begin on a day.
fn contacts(bench: &Bench<'_>, whole: &[Span]) -> Vec<WeekContact> {
    let planned = bench.book.parties().flat_map(|party| party.planned.values());
    let on_day =
        |planned: &&ContactPlanned| whole.iter().any(|day| day.from <= planned.at && planned.at < day.to);
    let planned = ranked(planned.filter(on_day).collect(), |planned| (planned.at.millis(), 0, 0));
    planned.into_iter().map(|planned| WeekContact::of(bench, planned)).collect()
}

impl WeekContact {
    fn of(bench: &Bench<'_>, planned: &ContactPlanned) -> WeekContact {
        let time = TimeView::of(bench, span_of(planned));
        let theirs = bench.book.party(&planned.party).and_then(|party| party.preferences.zone.as_ref());
        let theirs = theirs.map(|zone| bench.now.local(bench.now.zone_or_own(Some(zone)), planned.at).time);
        WeekContact {
            interaction: planned.interaction.clone(),
            party: planned.party.clone(),
            name: name_of(bench, &planned.party),
            deal: planned.deal.clone(),
            their_clock: theirs.filter(|clock| *clock != time.from_clock),
            time,
            channel: planned.channel,
            objective: planned.objective,
            commitment: planned.commitment,
        }
    }
}

/// What other calendars have on a day, cut to it.
fn busy(bench: &Bench<'_>, whole: &[Span]) -> Vec<WeekBusy> {
    let mut found = Vec::new();
    for (calendar, times) in bench.book.busy() {
        for (day, busy) in whole.iter().flat_map(|day| times.iter().map(move |busy| (day, busy))) {
            let span = Span { from: busy.from.max(day.from), to: busy.to.min(day.to) };
            if span.from < span.to {
                let summary = busy.summary.as_ref().map(ToString::to_string);
                let time = TimeView::of(bench, span);
                found.push(WeekBusy { calendar: calendar.to_string(), summary, time });
            }
        }
    }
    ranked(found, |busy| (busy.time.from.millis(), busy.time.to.millis(), 0))
}

fn promises(bench: &Bench<'_>, date: Date) -> Vec<WeekPromise> {
    let promises =
        bench.book.parties().flat_map(|party| party.promises.iter().map(move |made| (party, made)));
    let due = promises.filter(|(_, made)| made.due == date && made.fate == PromiseFate::Open);
    let view = due.map(|(party, made)| WeekPromise {
        promise: made.promise.clone(),
        party: party.id.clone(),
        name: party.name.to_string(),
        text: made.text.to_string(),
    });
    view.collect()
}
