//! How does it stand against the plan's timeline (PLAN-3)?

use super::Bench;
use super::schedule::working_days_between;
use super::situation::Situation;
use super::worth::worth;
use crate::book::party::Party;
use crate::book::relationship::Excuse;
use crate::contact::interaction::Commitment;
use crate::plan::Plan;
use crate::plan::pace::Pace;
use crate::value::money::Money;
use crate::value::time::Timestamp;

/// Plan against actual.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// In one word.
    pub pace: Pace,
    /// Days since it began.
    pub days: u32,
    /// The days in which the timeline expects it in this stage: from the first up to the second.
    pub expected: (u32, u32),
    /// The percentage of the stages' ideal time that applies, for its worth.
    pub ideal_percent: u16,
    /// Working days since they last said something to us; none while an appointment lies ahead.
    pub idle_days: u32,
    /// Working days of silence after which it is stale.
    pub stale_after_days: u16,
    /// The next appointment.
    pub appointment: Option<Timestamp>,
    /// Why it may take longer, as long as that reason holds.
    pub excuse: Option<Excuse>,
}

/// Plan against actual, for a deal or for a party in its stage.
///
/// The timeline is that of the pipeline's stages in their order: a deal in the third stage is expected there once the
/// ideal times of the first two have passed, and until that of the third has as well.
pub fn progress(bench: &Bench<'_>, situation: &Situation<'_>) -> Option<Progress> {
    let position = situation.position()?;
    let pipeline = bench.plan.pipeline_of(&position.stage.id)?;
    let ideal_percent = ideal_percent(bench.plan, worth(bench, situation.party(), situation.deal()).amount);
    let scaled = |days: u32| days.saturating_mul(ideal_percent.into()).checked_div(100).unwrap_or(0);
    let before = pipeline.stages.iter().take_while(|stage| stage.id != position.stage.id);
    let before = before.fold(0_u32, |sum, stage| sum.saturating_add(stage.ideal_days.into()));
    let through = before.saturating_add(position.stage.ideal_days.into());
    let days = u32::try_from(bench.days_since(begun(situation)?)).unwrap_or(u32::MAX);
    let appointment = appointment(bench, situation);
    let idle_days = if appointment.is_some() { 0 } else { idle_days(bench, situation)? };
    let stale_after_days = position.stage.stale_after_days;
    let (expected, excuse) = ((scaled(before), scaled(through)), excuse(bench, situation));
    let pace = match () {
        () if idle_days >= u32::from(stale_after_days) => Pace::Stale,
        () if days > expected.1 => Pace::Late,
        () if days < expected.0 => Pace::Early,
        () => Pace::OnTrack,
    };
    let pace = match (pace, &excuse) {
        (Pace::Stale | Pace::Late, Some(_)) => Pace::Excused,
        (pace, _) => pace,
    };
    Some(Progress {
        pace,
        days,
        expected,
        ideal_percent,
        idle_days,
        stale_after_days,
        appointment,
        excuse: excuse.cloned(),
    })
}

/// The percentage of the ideal time that a worth takes: that of the highest tier that it reaches.
///
/// ```
/// use nextsale::judge::progress::ideal_percent;
/// use nextsale::plan::built_in::standard;
/// use nextsale::value::money::{Currency, Money};
/// let plan = standard().unwrap();
/// let euros = |minor| Money::new(minor, Currency::parse("EUR").unwrap()).unwrap();
/// assert_eq!(ideal_percent(&plan, euros(200_000)), 100);
/// assert_eq!(ideal_percent(&plan, euros(1_000_000)), 150);
/// ```
pub fn ideal_percent(plan: &Plan, worth: Money) -> u16 {
    let reached = plan.worth_tiers.iter().rev().find(|tier| tier.from.0 <= worth.minor);
    reached.map_or(100, |tier| tier.ideal_percent)
}

/// When the timeline began: with the deal, or with the party's way through its pipeline.
fn begun(situation: &Situation<'_>) -> Option<Timestamp> {
    match (situation.deal(), situation.party()) {
        (Some(deal), _) => Some(deal.opened_at),
        (None, Some(party)) => Some(party.customer_since.unwrap_or(party.met_at)),
        (None, None) => None,
    }
}

/// Working days since they last said something to us, or since it began.
fn idle_days(bench: &Bench<'_>, situation: &Situation<'_>) -> Option<u32> {
    let last = heard(bench, situation).max(begun(situation))?;
    // Working days are counted by the calendar.
    _ = bench.today();
    u32::try_from(working_days_between(bench, last, bench.now.at)).ok()
}

/// When they, or somebody of theirs, last said something to us.
pub fn heard(bench: &Bench<'_>, situation: &Situation<'_>) -> Option<Timestamp> {
    let party = situation.party()?;
    everybody(bench, party).filter_map(Party::last_heard).max()
}

/// The next appointment with them or with somebody of theirs. What lies ahead is agreed, so nobody is idle.
fn appointment(bench: &Bench<'_>, situation: &Situation<'_>) -> Option<Timestamp> {
    let planned = everybody(bench, situation.party()?).flat_map(|party| party.planned.values());
    let agreed = planned.filter(|planned| planned.commitment == Commitment::Appointment);
    agreed.map(|planned| planned.at).filter(|at| !bench.has_come(*at)).min()
}

fn everybody<'a>(bench: &Bench<'a>, party: &'a Party) -> impl Iterator<Item = &'a Party> {
    [party].into_iter().chain(bench.book.people_of(party))
}

fn excuse<'a>(bench: &Bench<'_>, situation: &Situation<'a>) -> Option<&'a Excuse> {
    let excuse = match (situation.deal(), situation.party()) {
        (Some(deal), _) => deal.excuse.as_ref(),
        (None, Some(party)) => party.excuse.as_ref(),
        (None, None) => None,
    };
    excuse.filter(|excuse| bench.today() <= excuse.until)
}
