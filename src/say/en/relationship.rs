//! Needs, promises, progress and readiness in words.

use super::names::counted;
use super::time::day;
use crate::deal::need::NeedTime;
use crate::judge::progress::Progress;
use crate::judge::promise::PromiseStatus;
use crate::judge::readiness::ReadinessItem;
use crate::plan::pace::Pace;
use crate::value::time::Date;

/// When a need matters.
pub fn need_time(time: &NeedTime) -> String {
    match time {
        NeedTime::Now(_) => "now".to_owned(),
        NeedTime::Later(later) => match (&later.date, &later.event) {
            (Some(date), Some(event)) => format!("from {}, {event}", day(*date)),
            (Some(date), None) => format!("from {}", day(*date)),
            (None, Some(event)) => format!("later: {event}"),
            (None, None) => "later".to_owned(),
        },
        NeedTime::Solved(_) => "solved".to_owned(),
    }
}

/// How a promise stands.
pub fn promise(status: PromiseStatus, due: Date) -> String {
    match status {
        PromiseStatus::Open => format!("by {}", day(due)),
        PromiseStatus::Due => "today".to_owned(),
        PromiseStatus::Overdue => format!("it was due by {}", day(due)),
        PromiseStatus::Kept => "kept".to_owned(),
        PromiseStatus::KeptLate => format!("kept, but after {}", day(due)),
        PromiseStatus::Broken => "broken".to_owned(),
    }
}

/// How something stands against the plan's timeline.
pub fn progress(progress: &Progress) -> String {
    let at = counted(progress.days, "day");
    let (from, to) = progress.expected;
    let timeline =
        format!("day {} of a timeline that expects it here from day {from} to {to}", progress.days);
    match (progress.pace, &progress.excuse) {
        (Pace::Early, _) => format!("Early: {timeline}"),
        (Pace::OnTrack, _) => format!("On track: {timeline}"),
        (Pace::Late, _) => format!("Late: {timeline}"),
        (Pace::Stale, _) => {
            let idle = counted(progress.idle_days, "working day");
            format!("Stale: nothing heard for {idle}; after {} it is", progress.stale_after_days)
        }
        (Pace::Excused, Some(excuse)) => {
            format!("After {at} it may take longer until {}: {}", day(excuse.until), excuse.reason)
        }
        (Pace::Excused, None) => format!("After {at} it may take longer"),
    }
}

/// What to be ready in for a contact.
pub fn readiness(item: ReadinessItem) -> &'static str {
    match item {
        ReadinessItem::ContactDetails => "I know how to reach them",
        ReadinessItem::Need => "I know what they need, in their words",
        ReadinessItem::DesiredOutcome => "I know the outcome that they want",
        ReadinessItem::Promises => "What I promised them is done",
        ReadinessItem::Complaints => "Nothing that they complained about is open",
        ReadinessItem::Calm => "I am calm",
        ReadinessItem::Curious => "I am curious about them",
        ReadinessItem::Glad => "I would be glad to get this call",
    }
}
