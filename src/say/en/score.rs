//! Scores, questions and listening in words.

use super::names;
use super::time::ago;
use crate::book::Book;
use crate::deal::qualification::Topic;
use crate::judge::listening::Listening;
use crate::judge::score::{Fading, ScorePart};
use crate::value::money::Money;
use crate::value::zone::Now;

/// What a part of a score comes from.
pub fn part(book: &Book, now: &Now, part: &ScorePart) -> String {
    match part {
        ScorePart::Answer { topic, answer, fading, through } => {
            let through = through.as_ref().and_then(|person| book.party(person));
            let through = through.map(|person| format!(", through {}", person.name)).unwrap_or_default();
            let half = match fading {
                Fading::Fresh => "",
                Fading::ToBeConfirmed => ", to be confirmed again, so it counts for half",
            };
            format!("{}: {}{through}{half}", names::topic(*topic), names::answer(*answer))
        }
        ScorePart::FitMost => "Fit counts no more than this in all".to_owned(),
        ScorePart::Signal { signal, at } => format!("{} {}", names::signal(*signal), ago(now, *at)),
        ScorePart::IntentMost => "Intent counts no more than this in all".to_owned(),
        ScorePart::Source { method } => format!("Source: {}", names::source(*method)),
        ScorePart::Referred { by } => {
            let name = book.party(by).map(|party| party.name.as_str()).unwrap_or_default();
            format!("Referred by {name}")
        }
        ScorePart::Customer => "Has bought before".to_owned(),
        ScorePart::NoAnswer { in_a_row } => {
            format!("{} in a row without an answer", names::counted(*in_a_row, "contact"))
        }
        ScorePart::Least => "A score is never less than 0".to_owned(),
        ScorePart::Most => "A score is never more than 100".to_owned(),
    }
}

/// Why this question is the one to ask.
pub fn swing(topic: Topic, swing: Money) -> String {
    let topic = names::topic(topic).to_lowercase();
    format!("Of all that nobody knows, {topic} would change the order of approach most: by {swing} an hour")
}

/// How much we listened.
pub fn listening(listening: Listening) -> String {
    let percent = listening.percent();
    if listening.is_enough() {
        format!("Listened {percent} % of the time: at least twice as long as talked")
    } else {
        format!("Listened {percent} % of the time; the aim is to listen twice as long as to talk")
    }
}
