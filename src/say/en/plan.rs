//! The sales plan in words: its conditions, its rules, and what was changed in it.

use super::names;
use super::step::comparison;
use crate::judge::truth::Wanted;
use crate::plan::changes::{Change, ChangeKind, Part};
use crate::plan::condition::Condition;
use crate::plan::rule::{Anchor, ContactProposal, Proposal, Rule};
use crate::value::contact_point::Channel;
use crate::value::document::read_value;
use serde_json::Value;

/// A condition as a phrase: "need is yes and (authority is partly or yes)".
///
/// ```
/// use nextsale::{plan::condition::Condition, say::en::plan::condition, value::document::read};
/// let asked: Condition = read(r#"{ "all": [{ "fact": "need", "is": "yes" }, { "not": { "known": "budget" } }] }"#).unwrap();
/// assert_eq!(condition(&asked), "need is yes and budget is not known");
/// ```
pub fn condition(asked: &Condition) -> String {
    match asked {
        Condition::Always => "always".to_owned(),
        Condition::All(all) => joined(all, " and "),
        Condition::Any(any) => joined(any, " or "),
        Condition::Known(fact) => comparison(fact, None, Wanted::Holding),
        Condition::Compare(fact, compared) => comparison(fact, Some(compared), Wanted::Holding),
        Condition::Not(inner) => match inner.as_ref() {
            Condition::Known(fact) => comparison(fact, None, Wanted::NotHolding),
            Condition::Compare(fact, compared) => comparison(fact, Some(compared), Wanted::NotHolding),
            other => format!("not ({})", condition(other)),
        },
    }
}

fn joined(all: &[Condition], word: &str) -> String {
    let parts: Vec<String> = all
        .iter()
        .map(|each| match each {
            Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => {
                format!("({})", condition(each))
            }
            _ => condition(each),
        })
        .collect();
    parts.join(word)
}

/// What must be true to enter a stage.
pub fn enter(asked: &Condition) -> String {
    format!("Only if {}.", condition(asked))
}

/// When something happens.
pub fn when(asked: &Condition) -> String {
    match asked {
        Condition::Always => "Always.".to_owned(),
        asked => format!("When {}.", condition(asked)),
    }
}

/// A rule as a sentence.
pub fn rule(rule: &Rule) -> String {
    let covers: Vec<String> = rule.covers.iter().map(|kind| format!("{}s", names::pipeline(*kind))).collect();
    let when = match &rule.when {
        Condition::Always => "always".to_owned(),
        when => format!("when {}", condition(when)),
    };
    let lift = match rule.lift_percent {
        100 => String::new(),
        lift => format!(" It counts for {lift} % of its worth."),
    };
    format!("For {}: {when}, {}.{lift}", covers.join(" and "), proposal(&rule.propose))
}

fn proposal(proposal: &Proposal) -> String {
    match proposal {
        Proposal::Contact(contact) => self::contact(contact),
        Proposal::Park(park) => {
            format!("park them for {}: {}", names::counted(park.days, "day"), park.reason)
        }
        Proposal::Decide(decide) => format!("decide: {}", decide.question),
        Proposal::Move(proposal) => format!("move on to {}", proposal.to),
    }
}

fn contact(contact: &ContactProposal) -> String {
    let objective = names::lower_first(names::objective(contact.objective));
    let why = names::lower_first(names::why(contact.why));
    let after = names::counted(contact.after_days, "day");
    let when = match (contact.anchor, contact.after_days) {
        (Anchor::Now, 0) => String::new(),
        (Anchor::Now, _) => format!(" in {after}"),
        (Anchor::LastContact, _) => format!(" {after} after the last contact"),
        (Anchor::StageEntered, _) => format!(" {after} after the stage was entered"),
    };
    format!("{objective} {}{when}, because {why}", channels(&contact.channels))
}

pub(super) fn channels(channels: &[Channel]) -> String {
    let all: Vec<&str> = channels.iter().map(|channel| names::by_channel(*channel)).collect();
    all.join(", else ")
}

/// The place of a change: "Stage “Interested”, ideal days".
pub fn place(change: &Change) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut list = String::new();
    for part in &change.within {
        match part {
            Part::Field(name) => {
                words.push(names::spaced(name));
                list.clone_from(name);
            }
            Part::Thing(name) => {
                words.pop();
                // Stages have names of their own; which pipeline they stand in needs no saying.
                words.retain(|word| !word.starts_with("pipeline "));
                words.push(format!("{} “{name}”", one_of(&list)));
            }
        }
    }
    names::upper_first(&words.join(", "))
}

/// What one of a list is called.
fn one_of(list: &str) -> String {
    match list {
        "pointsOfContact" => "point of contact".to_owned(),
        "rhythm" => "rhythm".to_owned(),
        list => names::spaced(list.strip_suffix('s').unwrap_or(list)),
    }
}

/// A change in one line: "Stage “Interested”, ideal days: 14 → 10".
pub fn change(change: &Change) -> String {
    let place = place(change);
    let words = |value: &Option<Value>| value.as_ref().map(value_words).unwrap_or_default();
    match change.kind {
        ChangeKind::Changed => format!("{place}: {} → {}", words(&change.before), words(&change.after)),
        ChangeKind::Reordered => format!("{place}: now in the order {}", words(&change.after)),
        ChangeKind::Added if is_thing(change) => format!("{place} is new"),
        ChangeKind::Removed if is_thing(change) => format!("{place} was taken out"),
        ChangeKind::Added => format!("{place}: {} is new", words(&change.after)),
        ChangeKind::Removed => format!("{place}: {} was taken out", words(&change.before)),
    }
}

fn is_thing(change: &Change) -> bool {
    matches!(change.within.last(), Some(Part::Thing(_)))
}

/// A value of a plan in words.
pub fn value_words(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => "none".to_owned(),
        Value::Array(list) => list.iter().map(value_words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match read_value::<Condition>(value) {
            Ok(asked) => condition(&asked),
            Err(_) => {
                let words = |(name, value): (&String, &Value)| {
                    format!("{} {}", names::spaced(name), value_words(value))
                };
                fields.iter().map(words).collect::<Vec<_>>().join(", ")
            }
        },
    }
}
