//! Numbers are such that something can come of them.

use super::check_not_empty;
use crate::deal::qualification::Topic;
use crate::plan::PlanDocument;
use crate::plan::day::DayRhythm;
use crate::plan::limits::Fatigue;
use crate::value::contact_point::Channel;
use crate::value::document::{Fault, Place, Reading};

pub(super) fn check_tiers(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let tiers = place.field("worthTiers");
    for (at, pair) in plan.worth_tiers.windows(2).enumerate() {
        if let [lower, upper] = pair
            && upper.from.0 <= lower.from.0
        {
            let here = tiers.index(at.saturating_add(1));
            let allowed = format!("more than the tier before it, {}", lower.from.0);
            reading.not_allowed(&here.field("from"), &upper.from.0, &allowed);
        }
    }
    for (at, tier) in plan.worth_tiers.iter().enumerate().filter(|(_, tier)| tier.ideal_percent == 0) {
        let here = tiers.index(at);
        reading.not_allowed(&here.field("idealPercent"), &tier.ideal_percent, "a whole number from 1");
    }
}

pub(super) fn check_numbers(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let topics = place.field("qualification");
    for topic in Topic::ALL.iter().filter(|topic| !plan.qualification.topics.contains_key(topic)) {
        let here = topics.field("topics");
        reading.report(&here.field(topic.as_str()), Fault::Missing, "yes, partly, no and question");
    }
    let signals = place.field("signals");
    let kinds = signals.field("kinds");
    for (kind, weight) in plan.signals.kinds.iter().filter(|(_, weight)| weight.half_life_days == 0) {
        let here = kinds.field(kind.as_str());
        reading.not_allowed(
            &here.field("halfLifeDays"),
            &weight.half_life_days,
            "a whole number of days from 1",
        );
    }
    for (kind, weight) in plan.signals.kinds.iter().filter(|(_, weight)| weight.points.unsigned_abs() > 100) {
        let here = kinds.field(kind.as_str());
        reading.not_allowed(&here.field("points"), &weight.points, "a whole number from -100 to 100");
    }
    let bands = &plan.score.bands;
    if !(bands.cool <= bands.warm && bands.warm <= bands.hot && bands.hot <= 100) {
        let found = format!("cool {}, warm {}, hot {}", bands.cool, bands.warm, bands.hot);
        let here = place.field("score");
        reading.report(&here.field("bands"), Fault::NotAllowed { found }, "cool ≤ warm ≤ hot ≤ 100");
    }
    check_limits(plan, place, reading);
    if plan.typical_worth.0 < 0 {
        reading.not_allowed(&place.field("typicalWorth"), &plan.typical_worth.0, "a whole number from 0");
    }
}

fn check_limits(plan: &PlanDocument, place: &Place<'_>, reading: &mut Reading) {
    let limits = place.field("limits");
    let caps = limits.field("caps");
    for (at, cap) in plan.limits.caps.iter().enumerate() {
        let here = caps.index(at);
        // A cap of nothing would forbid all contact without saying so.
        if cap.most == 0 {
            reading.not_allowed(
                &here.field("most"),
                &cap.most,
                "a whole number from 1; to forbid a channel withdraw consent",
            );
        }
        if cap.days == 0 {
            reading.not_allowed(&here.field("days"), &cap.days, "a whole number of days from 1");
        }
    }
    if let Some(fatigue) = &plan.limits.fatigue {
        check_fatigue(fatigue, &limits.field("fatigue"), reading);
    }
    check_not_empty(&plan.limits.contact_days, "at least one day", &limits.field("contactDays"), reading);
    if plan.limits.after_no_answer.growth_percent < 100 {
        let here = limits.field("afterNoAnswer");
        let growth = plan.limits.after_no_answer.growth_percent;
        reading.not_allowed(&here.field("growthPercent"), &growth, "a whole number from 100");
    }
    check_day(&plan.day, &place.field("day"), reading);
}

/// A channel that weighs more than the whole budget would be forbidden without saying so.
fn check_fatigue(fatigue: &Fatigue, place: &Place<'_>, reading: &mut Reading) {
    if fatigue.days == 0 {
        reading.not_allowed(&place.field("days"), &fatigue.days, "a whole number of days from 1");
    }
    let weights = place.field("weights");
    for channel in Channel::ALL.iter().filter(|channel| fatigue.weight(**channel) > fatigue.budget.into()) {
        let allowed = format!("at most the budget, {}", fatigue.budget);
        reading.not_allowed(&weights.field(channel.as_str()), &fatigue.weight(*channel), &allowed);
    }
}

fn check_day(day: &DayRhythm, place: &Place<'_>, reading: &mut Reading) {
    check_minutes(day, place, reading);
    let breaks = place.field("breaks");
    for (at, off) in day.breaks.iter().enumerate().filter(|(_, off)| off.hours.from >= off.hours.to) {
        let found = format!("{} to {}", off.hours.from, off.hours.to);
        reading.not_allowed(&breaks.index(at).field("hours"), &found, "hours that end after they begin");
    }
    let hours = place.field("hours");
    for (weekday, spans) in &day.hours {
        let here = hours.field(weekday.as_str());
        for (at, span) in spans.iter().enumerate().filter(|(_, span)| span.from >= span.to) {
            reading.not_allowed(
                &here.index(at),
                &format!("{} to {}", span.from, span.to),
                "hours that end after they begin",
            );
        }
    }
}

/// Of what takes no time, any number fits into a minute; what takes longer than a day can't be planned.
fn check_minutes(day: &DayRhythm, place: &Place<'_>, reading: &mut Reading) {
    let check = |minutes: u16, here: &Place<'_>, reading: &mut Reading| {
        if !(1..=1440).contains(&minutes) {
            reading.not_allowed(here, &minutes, "a whole number of minutes from 1 to 1440");
        }
    };
    let channels = place.field("minutes");
    for (channel, minutes) in &day.minutes {
        check(*minutes, &channels.field(channel.as_str()), reading);
    }
    check(day.other_minutes, &place.field("otherMinutes"), reading);
}
