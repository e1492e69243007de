//! What another plan would change, in words.

use super::names::{by_channel, counted, lower_first};
use super::step;
use super::time::moment;
use crate::judge::score::Band;
use crate::judge::step::{Action, Step};
use crate::judge::trial::{Difference, RuleTally};
use crate::plan::pace::Pace;
use crate::value::zone::Now;

/// For how many parties something differs.
///
/// ```
/// use nextsale::{judge::trial::Difference, say::en::trial::how_many};
/// assert_eq!(how_many(Difference::Step, 1), "1 party has another first step");
/// assert_eq!(how_many(Difference::Step, 3), "3 parties have another first step");
/// ```
pub fn how_many(what: Difference, parties: u32) -> String {
    let (one, several) = match what {
        Difference::Band => ("comes into another band", "come into another band"),
        Difference::Score => ("has another score", "have another score"),
        Difference::Place => {
            ("takes another place in the order of approach", "take another place in the order of approach")
        }
        Difference::Step => ("has another first step", "have another first step"),
        Difference::Time => {
            ("has the same first step at another time", "have the same first step at another time")
        }
        Difference::Stage => ("stands in another stage", "stand in another stage"),
        Difference::Pace => ("stands otherwise against the timeline", "stand otherwise against the timeline"),
        Difference::Rules => ("has other rules that fire", "have other rules that fire"),
    };
    match parties {
        1 => format!("1 party {one}"),
        parties => format!("{parties} parties {several}"),
    }
}

/// For how many a rule begins to fire, and for how many it no longer does.
pub fn rule(tally: &RuleTally) -> String {
    let RuleTally { name, begins, ends, fires, .. } = tally;
    let changes = match (begins, ends) {
        (begins, 0) => format!("fires for {begins} more"),
        (0, ends) => format!("no longer fires for {ends}"),
        (begins, ends) => format!("fires for {begins} more and no longer for {ends}"),
    };
    format!("“{name}” {changes}: for {} instead of {}", fires.after, fires.before)
}

/// Another band.
pub fn band(before: Band, after: Band) -> String {
    format!("{} instead of {before}", super::names::upper_first(after.as_str()))
}

/// Another score.
pub fn score(before: u8, after: u8) -> String {
    format!("{} instead of {before}", counted(after, "point"))
}

/// Another place in the order of approach.
pub fn place(before: u32, after: u32) -> String {
    format!("Place {after} instead of {before} in the order of approach")
}

/// Another first step.
pub fn first_step(before: Option<&Step>, after: Option<&Step>) -> String {
    let words = |step: Option<&Step>| step.map_or_else(|| "nothing".to_owned(), |step| action(&step.action));
    let reason = |step: &Step| step.because.first().map(step::headline).unwrap_or_default();
    let (old, new) = (words(before), words(after));
    match after {
        Some(after) if old == new && before.is_some_and(|before| before.origin == after.origin) => {
            format!("First step: {new}, with another benefit or aim")
        }
        Some(after) if old == new => format!("First step: {new}, now for another reason: {}", reason(after)),
        _ => format!("First step: {new} (so far: {old})"),
    }
}

fn action(action: &Action) -> String {
    match action {
        Action::Contact(contact) => format!("{} {}", step::what_for(action), by_channel(contact.channel)),
        _ => step::what_for(action),
    }
}

/// The same first step at another time.
pub fn time(now: &Now, before: Option<&Step>, after: Option<&Step>) -> String {
    let when = |step: Option<&Step>| match step.and_then(|step| step.at) {
        Some(at) if at <= now.at => "at once".to_owned(),
        Some(at) => moment(now, at),
        None => "at no time at all".to_owned(),
    };
    format!("The first step {} instead of {}", when(after), when(before))
}

/// Another stage: its own, or that of a deal.
pub fn stage(deal: Option<&str>, before: &str, after: &str) -> String {
    of_deal(deal, &format!("In “{after}” instead of “{before}”"))
}

/// How it, or a deal of it, stands against the timeline.
pub fn pace(deal: Option<&str>, before: Option<Pace>, after: Option<Pace>) -> String {
    let words = |pace: Option<Pace>| pace.map_or("outside of the timeline", pace_name);
    of_deal(deal, &format!("{} instead of {}", super::names::upper_first(words(after)), words(before)))
}

/// A rule that begins to fire for it or for a deal of it.
pub fn begins(deal: Option<&str>, rule: &str) -> String {
    of_deal(deal, &format!("“{rule}” fires"))
}

/// A rule that no longer fires.
pub fn ends(deal: Option<&str>, rule: &str) -> String {
    of_deal(deal, &format!("“{rule}” no longer fires"))
}

fn of_deal(deal: Option<&str>, text: &str) -> String {
    match deal {
        Some(deal) => format!("{deal}: {}", lower_first(text)),
        None => text.to_owned(),
    }
}

fn pace_name(pace: Pace) -> &'static str {
    match pace {
        Pace::Early => "early",
        Pace::OnTrack => "on track",
        Pace::Late => "late",
        Pace::Stale => "stale",
        Pace::Excused => "excused",
    }
}
