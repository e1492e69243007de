//! Steps, and what leads to them or holds them back, in words.

use super::names;
use super::time::{ago, day, moment};
use crate::judge::approach::Opening;
use crate::judge::day::LeftOverReason;
use crate::judge::guard::{GuardName, Held};
use crate::judge::missing::Missing;
use crate::judge::situation::FactValue;
use crate::judge::step::{Action, Because, ContactAction, Decision};
use crate::judge::truth::{Leaf, Wanted};
use crate::plan::condition::{Asked, Comparison, Operand};
use crate::value::number::plain;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use crate::value::zone::Now;

/// How a step is done: "Call +49 30 123456".
pub fn how(action: &Action) -> String {
    match action {
        Action::Contact(contact) => contact_how(contact),
        Action::GetContactDetails => {
            "Look up their website, ask around, or ask whoever knows them".to_owned()
        }
        Action::FindCustomer => "Ask whoever opened the deal, and enter who may buy".to_owned(),
        Action::Park { until, .. } => format!("Park until {}", day(*until)),
        Action::LookAgain { .. } => "Look through what is known and decide".to_owned(),
        Action::Move { name, .. } => format!("Move on to “{name}”"),
        Action::KeepPromise { .. } => "Do it, and tell them that it is done".to_owned(),
        Action::FindOut { question: Some(question), .. } => format!("Ask: {question}"),
        Action::FindOut { question: None, .. } => "Ask them, or look it up, and enter it".to_owned(),
        Action::Decide(Decision::CommonTime) => {
            "Ask them for another time, or for a way that needs none in common, such as letters; or widen the plan's \
             hours"
                .to_owned()
        }
        Action::Decide(_) => "Think it over, then move the stage, plan a contact or park".to_owned(),
    }
}

fn contact_how(contact: &ContactAction) -> String {
    let verb = names::imperative(contact.channel);
    match &contact.contact_point {
        Some(point) => format!("{verb} {}", point.value),
        None => format!("{verb} ({})", names::by_channel(contact.channel)),
    }
}

/// What a step is for.
pub fn what_for(action: &Action) -> String {
    match action {
        Action::Contact(contact) => names::objective(contact.objective).to_owned(),
        Action::GetContactDetails => "Get contact details".to_owned(),
        Action::FindCustomer => "Find out who may buy".to_owned(),
        Action::Park { reason, .. } => format!("Make room for others: {reason}"),
        Action::LookAgain { reason } => format!("Look again; parked because: {reason}"),
        Action::Move { name, .. } => format!("Move on to “{name}”: what it asks for is there"),
        Action::KeepPromise { text, due, .. } => format!("Keep a promise by {}: {text}", day(*due)),
        Action::FindOut { asked, .. } => format!("Find out: {}", self::asked(asked)),
        Action::Decide(Decision::Asked(question)) => question.to_string(),
        Action::Decide(Decision::CommonTime) => "Find a time that suits both them and us".to_owned(),
        Action::Decide(Decision::StageDone { stage, next }) if next.is_empty() => {
            format!("Decide how to go on: everything in “{stage}” is done")
        }
        Action::Decide(Decision::StageDone { stage, next }) => {
            let next: Vec<&str> = next.iter().map(Line::as_str).collect();
            format!("Decide: everything in “{stage}” is done; move on to {}, or park", next.join(" or "))
        }
    }
}

/// What to begin a contact with.
pub fn opening(now: &Now, opening: &Opening) -> String {
    match opening {
        Opening::Complaint(words) => format!("Begin with what went wrong, in their words: “{words}”"),
        Opening::Agreement(agreed) => format!("Begin with what was agreed: {agreed}"),
        Opening::Referrer(name) => format!("Begin with {name}, who sent them"),
        Opening::Signal { kind, at, detail } => {
            let did = names::lower_first(names::signal(*kind));
            let detail = detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
            format!("Begin with what they did {}: they {did}{detail}", ago(now, *at))
        }
        Opening::Question(question) => format!("Ask: {question}"),
    }
}

/// How to begin with something personal.
pub fn open_personally(noted: &str) -> String {
    format!("Ask how it goes: {noted}")
}

/// How to begin with what they said, word for word.
pub fn open_with_words(words: &str) -> String {
    format!("Take up their own words: “{words}”")
}

/// Why a step is proposed.
pub fn why(action: &Action, because: &[Because]) -> String {
    let reasons: Vec<String> = because.iter().map(headline).collect();
    match action {
        Action::Contact(ContactAction { interaction: Some(_), why, why_detail, .. }) => match why_detail {
            Some(detail) => format!("{}: {detail}", names::why(*why)),
            None => names::why(*why).to_owned(),
        },
        _ => reasons.join("; "),
    }
}

/// What led to a step, without the facts behind it.
pub(super) fn headline(because: &Because) -> String {
    match because {
        Because::Rule { name, .. } => name.to_string(),
        other => self::because(other),
    }
}

/// What led to a step, with the facts behind it.
pub fn because(because: &Because) -> String {
    match because {
        Because::Planned => "It is planned".to_owned(),
        Because::Rule { name, leaves, .. } if leaves.is_empty() => name.to_string(),
        Because::Rule { name, leaves, .. } => {
            let leaves: Vec<String> = leaves.iter().map(found).collect();
            format!("{name} ({})", leaves.join(", "))
        }
        Because::PointOfContact { stage, after_days: 0, .. } => {
            format!("The plan has a contact right at the start of “{stage}”")
        }
        Because::PointOfContact { stage, after_days, .. } => {
            format!("The plan has a contact {} into “{stage}”", names::counted(*after_days, "day"))
        }
        Because::NoContactPoint => "Nobody knows how to contact them yet".to_owned(),
        Because::NoAllowedChannel => {
            "No way is left that they allow: find another, or ask for consent".to_owned()
        }
        Because::NoCommonTime => {
            "The times that suit them never meet those at which the plan allows a contact".to_owned()
        }
        Because::NoCustomer => "The deal names nobody who may buy".to_owned(),
        Because::Promised { due, .. } => format!("We promised it by {}", day(*due)),
        Because::Complained { words, .. } => format!("They complained: {words}"),
        Because::Accepted { name, days: 0, .. } => format!("They accepted “{name}” today"),
        Because::Accepted { name, days, .. } => {
            format!("They accepted “{name}” {} ago", names::counted(*days, "day"))
        }
        Because::Rhythm { name, days, ideal_days, longest_days, .. } => {
            let since = match days {
                Some(days) => format!("We last heard from them {} ago", names::counted(*days, "day")),
                None => "We have not heard from them yet".to_owned(),
            };
            format!("{since}; for “{name}” the plan says every {ideal_days} days, {longest_days} at most")
        }
        Because::Unknown { name, leaf, .. } => {
            format!("“{name}” has to know: {}", asked(&leaf.asked))
        }
        Because::NoMovement { contacts } => {
            format!("{} in a row moved nothing: try another way", names::counted(*contacts, "contact"))
        }
        Because::Learned { percent, done, rejected } => {
            format!("Weighs {percent} %: of such steps {done} were carried out and {rejected} turned down")
        }
        Because::TurnedDown { until } => format!("Somebody turned it down: it comes again {}", day(*until)),
        Because::Parked { until } => format!("They were parked until {}", day(*until)),
        Because::NothingElse => "Nothing else is due, and nobody is without a next step".to_owned(),
    }
}

/// The code of what led to a step: a rule of the domain, or the id of a rule or point of contact of the plan.
pub fn because_code(because: &Because) -> String {
    match because {
        Because::Planned => "CONTACT-1".to_owned(),
        Because::Rule { rule, .. } => rule.to_string(),
        Because::PointOfContact { point, .. } => point.to_string(),
        Because::NoContactPoint => "PEOPLE-1".to_owned(),
        Because::NoAllowedChannel | Because::NoCommonTime => "GUARD-2".to_owned(),
        Because::Promised { .. } => "NEXT-3".to_owned(),
        Because::Accepted { .. } => "PROMO-6".to_owned(),
        Because::Complained { .. } => "GUARD-3".to_owned(),
        Because::Rhythm { segment, .. } => segment.to_string(),
        Because::Unknown { .. } => "NEXT-4".to_owned(),
        Because::NoMovement { .. } => "CONTACT-6".to_owned(),
        Because::Learned { .. } | Because::TurnedDown { .. } => "NEXT-2".to_owned(),
        Because::Parked { .. } => "SIGNAL-3".to_owned(),
        Because::NoCustomer | Because::NothingElse => "NEXT-1".to_owned(),
    }
}

/// What a guard says.
pub fn held(now: &Now, held: &Held) -> String {
    let until = |until: Option<Timestamp>| match until {
        Some(until) => format!(" until {}", moment(now, until)),
        None => String::new(),
    };
    let when = until(held.until);
    match held.guard {
        GuardName::Consent => format!("No consent for contact {}", names::by_channel(held.channel)),
        GuardName::DoNotContact => format!("They asked to be left alone{when}"),
        GuardName::Cap => format!("Enough contacts in so short a time{when}"),
        GuardName::Fatigue => format!("They have heard enough from us lately{when}"),
        GuardName::Complaint => "A complaint of theirs is open: put it right before you sell".to_owned(),
        GuardName::Gap => format!("Too near to another contact{when}"),
        GuardName::NoAnswer => format!("Nobody answered lately: leave them time{when}"),
        GuardName::QuietHours if held.until.is_none() => {
            "The plan has nothing but quiet hours and free days where they live".to_owned()
        }
        GuardName::QuietHours => format!("Quiet hours or a free day where they live{when}"),
        GuardName::Window => format!("Not a time that they told us suits them{when}"),
    }
}

/// Why a step did not fit into the day.
pub fn left_over(now: &Now, reason: LeftOverReason, would_fit: Option<Timestamp>) -> String {
    let reason = match reason {
        LeftOverReason::DayFull => "The day is full of steps that are worth more",
        LeftOverReason::NoWorkingHours => "There are no working hours left on this day",
        LeftOverReason::NoCommonTime => "The times that suit them are taken or outside of working hours",
        LeftOverReason::Clash => "It clashes with another appointment",
    };
    match would_fit {
        Some(at) => format!("{reason}; it would fit {}", moment(now, at)),
        None => reason.to_owned(),
    }
}

/// What is missing, and what is enough instead: "need is yes (now: partly); or budget is yes (nobody knows yet)".
pub fn missing(missing: &Missing) -> String {
    let each = |all: &[Missing]| all.iter().map(self::missing).collect::<Vec<_>>();
    match missing {
        Missing::Leaf(leaf) => self::leaf(leaf),
        Missing::All(all) => each(all).join(" and "),
        Missing::Any(any) if any.is_empty() => "the plan never allows it".to_owned(),
        Missing::Any(any) => each(any).join("; or "),
    }
}

/// What is missing: "need is yes (now: partly)".
pub fn leaf(leaf: &Leaf) -> String {
    let now = match &leaf.found {
        Some(found) if leaf.is_over() => format!("now: {}, and it stays known", value(&leaf.asked, found)),
        Some(found) => format!("now: {}", value(&leaf.asked, found)),
        None => unknown(&leaf.asked).to_owned(),
    };
    format!("{} ({now})", wish(leaf))
}

/// What was found: "days since asked for quote: 3".
fn found(leaf: &Leaf) -> String {
    let name = asked(&leaf.asked);
    match &leaf.found {
        Some(found) => format!("{name}: {}", value(&leaf.asked, found)),
        None => format!("{name}: {}", unknown(&leaf.asked)),
    }
}

/// What nobody can be asked for is not unknown: it has not come about.
fn unknown(asked: &Asked) -> &'static str {
    if asked.can_be_asked_for() { "nobody knows yet" } else { "none so far" }
}

/// What a fact is called. A custom field is called what the company calls it.
fn asked(asked: &Asked) -> String {
    match asked {
        Asked::Attribute(name) => format!("“{name}”"),
        Asked::DaysUntil(name) => format!("days until “{name}”"),
        Asked::Named(_) | Asked::DaysSince(_) | Asked::DaysUnansweredSince(_) => {
            names::spaced(&asked.to_string())
        }
    }
}

fn wish(leaf: &Leaf) -> String {
    comparison(&leaf.asked, leaf.comparison.as_ref(), leaf.wanted)
}

/// What is asked of a fact: "need is yes", "budget is not known".
pub(super) fn comparison(asked: &Asked, comparison: Option<&Comparison>, wanted: Wanted) -> String {
    let name = self::asked(asked);
    let operand = |operand: &Operand| self::operand(asked, operand);
    let not = if wanted == Wanted::NotHolding { "not " } else { "" };
    match comparison {
        None => format!("{name} is {not}known"),
        Some(Comparison::Is(is)) => format!("{name} is {not}{}", operand(is)),
        Some(Comparison::IsNot(other)) if not.is_empty() => format!("{name} is not {}", operand(other)),
        Some(Comparison::IsNot(other)) => format!("{name} is {}", operand(other)),
        Some(Comparison::OneOf(operands)) => {
            let all: Vec<String> = operands.iter().map(operand).collect();
            format!("{name} is {not}{}", all.join(" or "))
        }
        Some(Comparison::AtLeast(least)) => format!("{name} is {not}at least {}", plain(*least)),
        Some(Comparison::AtMost(most)) => format!("{name} is {not}at most {}", plain(*most)),
    }
}

fn operand(asked: &Asked, operand: &Operand) -> String {
    match operand {
        Operand::Flag(true) => "yes".to_owned(),
        Operand::Flag(false) => "no".to_owned(),
        Operand::Number(number) => plain(*number),
        Operand::Name(name) => named(asked, name),
    }
}

fn value(asked: &Asked, value: &FactValue) -> String {
    match value {
        FactValue::Flag(true) => "yes".to_owned(),
        FactValue::Flag(false) => "no".to_owned(),
        FactValue::Number(number) => plain(*number),
        FactValue::Name(name) => named(asked, name),
        FactValue::Text(text) => text.clone(),
    }
}

/// Only names of a list of ours are made words of; what others wrote stays as they wrote it.
fn named(asked: &Asked, name: &str) -> String {
    if asked.closed_list().is_some() { names::spaced(name) } else { name.to_owned() }
}
