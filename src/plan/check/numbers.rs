//! Numbers are such that something can come of them.

use super::not_empty;
use crate::deal::qualification::Topic;
use crate::plan::day::{Break, DayRhythm};
use crate::plan::limits::{Cap, Fatigue, GrowingGap, Limits};
use crate::plan::pipeline::WorthTier;
use crate::plan::weights::{Bands, Qualification, SignalWeight};
use crate::value::contact_point::Channel;
use crate::value::document::{Fault, Place, Reading};

const DAYS: &str = "a whole number of days from 1";

pub(in crate::plan) fn worth_tier(tier: &WorthTier, place: &Place<'_>, reading: &mut Reading) {
    if tier.ideal_percent == 0 {
        reading.not_allowed(&place.field("idealPercent"), &tier.ideal_percent, "a whole number from 1");
    }
}

pub(in crate::plan) fn qualification(asked: &Qualification, place: &Place<'_>, reading: &mut Reading) {
    let topics = place.field("topics");
    for topic in Topic::ALL.iter().filter(|topic| !asked.topics.contains_key(topic)) {
        reading.report(&topics.field(topic.as_str()), Fault::Missing, "yes, partly, no and question");
    }
}

pub(in crate::plan) fn signal(weight: &SignalWeight, place: &Place<'_>, reading: &mut Reading) {
    if weight.half_life_days == 0 {
        reading.not_allowed(&place.field("halfLifeDays"), &weight.half_life_days, DAYS);
    }
    if weight.points.unsigned_abs() > 100 {
        reading.not_allowed(&place.field("points"), &weight.points, "a whole number from -100 to 100");
    }
}

pub(in crate::plan) fn bands(bands: &Bands, place: &Place<'_>, reading: &mut Reading) {
    if !(bands.cool <= bands.warm && bands.warm <= bands.hot && bands.hot <= 100) {
        let found = format!("cool {}, warm {}, hot {}", bands.cool, bands.warm, bands.hot);
        reading.not_allowed(place, &found, "cool ≤ warm ≤ hot ≤ 100");
    }
}

pub(in crate::plan) fn limits(limits: &Limits, place: &Place<'_>, reading: &mut Reading) {
    not_empty(&limits.contact_days, "at least one day", &place.field("contactDays"), reading);
}

/// A cap of nothing would forbid all contact without saying so.
pub(in crate::plan) fn cap(cap: &Cap, place: &Place<'_>, reading: &mut Reading) {
    if cap.most == 0 {
        let allowed = "a whole number from 1; to forbid a channel withdraw consent";
        reading.not_allowed(&place.field("most"), &cap.most, allowed);
    }
    if cap.days == 0 {
        reading.not_allowed(&place.field("days"), &cap.days, DAYS);
    }
}

pub(in crate::plan) fn growing_gap(gap: &GrowingGap, place: &Place<'_>, reading: &mut Reading) {
    if gap.growth_percent < 100 {
        reading.not_allowed(&place.field("growthPercent"), &gap.growth_percent, "a whole number from 100");
    }
}

/// A channel that weighs more than the whole budget would be forbidden without saying so.
pub(in crate::plan) fn fatigue(fatigue: &Fatigue, place: &Place<'_>, reading: &mut Reading) {
    if fatigue.days == 0 {
        reading.not_allowed(&place.field("days"), &fatigue.days, DAYS);
    }
    let weights = place.field("weights");
    for channel in Channel::ALL.iter().filter(|channel| fatigue.weight(**channel) > fatigue.budget.into()) {
        let allowed = format!("at most the budget, {}", fatigue.budget);
        reading.not_allowed(&weights.field(channel.as_str()), &fatigue.weight(*channel), &allowed);
    }
}

pub(in crate::plan) fn day(day: &DayRhythm, place: &Place<'_>, reading: &mut Reading) {
    check_minutes(day, place, reading);
    let hours = place.field("hours");
    for (weekday, spans) in &day.hours {
        let here = hours.field(weekday.as_str());
        for (at, span) in spans.iter().enumerate().filter(|(_, span)| span.from >= span.to) {
            let found = format!("{} to {}", span.from, span.to);
            reading.not_allowed(&here.index(at), &found, "hours that end after they begin");
        }
    }
}

pub(in crate::plan) fn time_off(off: &Break, place: &Place<'_>, reading: &mut Reading) {
    if off.hours.from >= off.hours.to {
        let found = format!("{} to {}", off.hours.from, off.hours.to);
        reading.not_allowed(&place.field("hours"), &found, "hours that end after they begin");
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
