//! Moments in words, on the clock of whoever looks.

use crate::value::time::{Date, Timestamp, Weekday};
use crate::value::zone::Now;
use chrono::Datelike;

/// A moment: "today 14:30", "Tue 24 Nov 2026 09:00".
pub fn moment(now: &Now, at: Timestamp) -> String {
    let local = now.local(&now.zone, at);
    if local.date == now.today() {
        return format!("today {}", local.time);
    }
    format!("{} {}", day(local.date), local.time)
}

/// A day: "Tue 24 Nov 2026".
pub fn day(date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let civil = date.chrono();
    let month = match civil.month() {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    };
    format!("{weekday} {} {month} {}", civil.day(), civil.year())
}

/// How long ago: "today", "yesterday", "12 days ago".
pub fn ago(now: &Now, at: Timestamp) -> String {
    let local = now.local(&now.zone, at).date;
    let days = now.today().chrono().signed_duration_since(local.chrono()).num_days();
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days if days < 0 => format!("on {}", day(local)),
        days => format!("{days} days ago"),
    }
}
