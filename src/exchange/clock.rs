//! The time of day that follows a date, with or without a zone.

use super::dates::Written;
use crate::value::time::{ClockTime, DAY, Date, HOUR, MINUTE, Timestamp};

/// What follows the date: nothing, or a time with or without a zone.
pub(super) fn time_part(rest: &str, date: Date) -> Option<Written> {
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, 'T' | 't' | ',')).trim_end();
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    if rest.is_empty() {
        return Some(Written::Day(date));
    }
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at_checked(end)?;
    let (millis, zone) = clock_millis(clock, zone.trim_start())?;
    match offset_millis(zone.trim())? {
        Some(offset) => {
            let midnight = date.chrono().and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
            let moment = Timestamp::from_millis(midnight.saturating_add(millis).saturating_sub(offset))?;
            Some(Written::Moment(moment, date))
        }
        None => Some(Written::Local(date, ClockTime::from_minutes(millis.checked_div(MINUTE)?))),
    }
}

/// Milliseconds since midnight, and what follows the clock and its am or pm.
fn clock_millis<'t>(clock: &str, rest: &'t str) -> Option<(i64, &'t str)> {
    let mut parts = clock.split(':');
    let number = |part: Option<&str>| part.filter(|part| (1..=2).contains(&part.len()))?.parse::<i64>().ok();
    let hour = number(parts.next()).filter(|hour| *hour <= 24)?;
    let minute = number(parts.next()).filter(|minute| *minute < 60)?;
    let (second, fraction) = match parts.next() {
        Some(part) => part.split_once('.').unwrap_or((part, "")),
        None => ("0", ""),
    };
    let second = number(Some(second)).filter(|second| *second <= 60)?;
    let thousandths: i64 = format!("{:0<3}", fraction.chars().take(3).collect::<String>()).parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let half = rest.get(..2).map(str::to_lowercase);
    let (hour, rest) = match half.as_deref() {
        Some("am") => (if hour == 12 { 0 } else { hour }, rest.get(2..)?),
        Some("pm") => (if hour < 12 { hour.saturating_add(12) } else { hour }, rest.get(2..)?),
        _ => (hour, rest),
    };
    let millis = hour
        .saturating_mul(HOUR)
        .saturating_add(minute.saturating_mul(MINUTE))
        .saturating_add(second.saturating_mul(1000))
        .saturating_add(thousandths);
    (millis <= DAY).then_some((millis, rest))
}

/// The offset from UTC: `Z`, `UTC`, `GMT`, `+01:00`, `+0100`, `Z-0300`. Nothing inside if there is none; nothing at
/// all if something else stands there.
fn offset_millis(zone: &str) -> Option<Option<i64>> {
    if zone.is_empty() {
        return Some(None);
    }
    let named = ["UTC", "GMT", "Z", "z"].iter().find_map(|name| zone.strip_prefix(name));
    let zone = named.unwrap_or(zone).trim();
    if zone.is_empty() {
        return Some(Some(0));
    }
    let (sign, digits) = match (zone.strip_prefix('+'), zone.strip_prefix(['-', '\u{2212}'])) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    let hours: i64 = hours.parse().ok().filter(|hours| (0..=14).contains(hours))?;
    let minutes: i64 = minutes.parse().ok().filter(|minutes| (0..60).contains(minutes))?;
    let offset = hours.saturating_mul(HOUR).saturating_add(minutes.saturating_mul(MINUTE));
    Some(Some(offset.saturating_mul(sign)))
}
