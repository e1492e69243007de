//! Reasons not to record a fact, in words.

use super::offer::why_not;
use super::step;
use super::time::moment;
use crate::check::{AllowedTime, Objection, Wrong};
use crate::contact::benefit::Benefit;
use crate::judge::guard::GuardName;
use crate::value::id::PromotionId;
use crate::value::text::Line;
use crate::value::time::{Span, Timestamp};
use crate::value::zone::Now;

/// An objection: which field, what is wrong, what is allowed.
pub fn objection(now: &Now, objection: &Objection) -> String {
    format!("{}: {}", objection.path, wrong(now, &objection.fault))
}

fn wrong(now: &Now, fault: &Wrong) -> String {
    match fault {
        Wrong::Unknown { id } => format!("nothing in the book has the id “{id}”"),
        Wrong::Taken { id } => format!("“{id}” is taken; choose an id that nothing has yet"),
        Wrong::Itself => "a party can't refer to itself".to_owned(),
        Wrong::NotAnOrganisation => "people belong to organisations; this is a person".to_owned(),
        Wrong::NotTheirDeal => "this deal belongs to somebody else".to_owned(),
        Wrong::Time { allowed } => time(*allowed).to_owned(),
        Wrong::NoSuchContactPoint => "they have no such contact point".to_owned(),
        Wrong::Guarded { guard: GuardName::DoNotContact, until: Some(until) } => {
            format!("they asked to be left alone until {}", moment(now, *until))
        }
        Wrong::Guarded { guard: GuardName::DoNotContact, .. } => "they asked to be left alone".to_owned(),
        Wrong::Guarded { guard: GuardName::Complaint, .. } => {
            "they complained, and it is not put right yet; nothing is sold to them until it is".to_owned()
        }
        Wrong::Guarded { .. } => "they don't allow this channel; ask for their consent first".to_owned(),
        Wrong::Clash { with, span, free } => clash(now, with.as_ref(), span, free),
        Wrong::NoBenefit => format!("it only says that we are in touch; name {}", Benefit::ALLOWED),
        Wrong::SameBenefit => {
            "it is the same as the last contact's; name another benefit for the customer".to_owned()
        }
        Wrong::UnknownStage { stage, known, likely } => {
            let known: Vec<&str> = known.iter().map(|stage| stage.as_str()).collect();
            format!(
                "there is no stage “{stage}”; there are: {}{}",
                known.join(", "),
                perhaps(likely.as_deref())
            )
        }
        Wrong::UnknownPipeline { pipeline, known, likely } => {
            let known = known.join(", ");
            format!("there is no pipeline “{pipeline}”; there are: {known}{}", perhaps(likely.as_deref()))
        }
        Wrong::SameStage => "it is in that stage already".to_owned(),
        Wrong::NoSuchMove { allowed } if allowed.is_empty() => "the plan leads nowhere from here".to_owned(),
        Wrong::NoSuchMove { allowed } => {
            let names: Vec<&str> = allowed.iter().map(Line::as_str).collect();
            format!("the plan does not lead there from here, only to: {}", names.join(", "))
        }
        Wrong::NotMet { missing } => format!("missing: {}", step::missing(missing)),
        Wrong::Closed => "this deal is closed".to_owned(),
        Wrong::NotPlanned => "this contact is no longer planned".to_owned(),
        Wrong::TakenBackAlready => "it was taken back already".to_owned(),
        Wrong::Settled => "it is settled already".to_owned(),
        Wrong::Stays => {
            "this step stays until it is done: only what the plan proposes can be turned down".to_owned()
        }
        Wrong::NotTheSameKind => "one is a person and the other an organisation".to_owned(),
        Wrong::OtherGroup => "they are in the other group already; the first decision counts".to_owned(),
        Wrong::Flawed { flaw } => super::effect::flaw(*flaw).to_owned(),
        Wrong::NotApplicable { name: promotion, why } => {
            let name = |id: &PromotionId| id.to_string();
            format!("the promotion “{promotion}” does not apply any more: {}", why_not(now, &name, why))
        }
        Wrong::NotReturnable { most: 0 } => "nothing of it can come back".to_owned(),
        Wrong::NotReturnable { most } => format!("1 to {most} of it can come back"),
    }
}

fn perhaps(likely: Option<&str>) -> String {
    likely.map(|likely| format!("; did you mean “{likely}”?")).unwrap_or_default()
}

fn clash(now: &Now, with: Option<&Line>, span: &Span, free: &[Timestamp]) -> String {
    let with = with.map(|with| format!(" ({with})")).unwrap_or_default();
    let free: Vec<String> = free.iter().map(|at| moment(now, *at)).collect();
    let free = match free.as_slice() {
        [] => "no other time is free".to_owned(),
        free => format!("free are {}", free.join(", ")),
    };
    format!("you are taken from {} to {}{with}; {free}", moment(now, span.from), moment(now, span.to))
}

fn time(allowed: AllowedTime) -> &'static str {
    match allowed {
        AllowedTime::Past => "it is still to come; allowed is now or earlier",
        AllowedTime::Future => "it is over; allowed is now or later",
        AllowedTime::LaterDay => "allowed is a later day than today",
        AllowedTime::TodayOrLater => "allowed is today or a later day",
        AllowedTime::Minutes => "allowed are 1 to 1440 minutes",
    }
}

/// The code of an objection, for programs.
pub fn code(fault: &Wrong) -> &'static str {
    match fault {
        Wrong::Unknown { .. } => "unknown",
        Wrong::Taken { .. } => "taken",
        Wrong::Itself => "itself",
        Wrong::NotAnOrganisation => "notAnOrganisation",
        Wrong::NotTheirDeal => "notTheirDeal",
        Wrong::Time { .. } => "time",
        Wrong::NoSuchContactPoint => "noSuchContactPoint",
        Wrong::Guarded { guard, .. } => guard.as_str(),
        Wrong::Clash { .. } => "clash",
        Wrong::SameBenefit => "sameBenefit",
        Wrong::NoBenefit => "noBenefit",
        Wrong::UnknownStage { .. } => "unknownStage",
        Wrong::UnknownPipeline { .. } => "unknownPipeline",
        Wrong::SameStage => "sameStage",
        Wrong::NoSuchMove { .. } => "noSuchMove",
        Wrong::NotMet { .. } => "notMet",
        Wrong::Closed => "closed",
        Wrong::NotPlanned => "notPlanned",
        Wrong::TakenBackAlready => "takenBackAlready",
        Wrong::Settled => "settled",
        Wrong::Stays => "stays",
        Wrong::NotTheSameKind => "notTheSameKind",
        Wrong::OtherGroup => "otherGroup",
        Wrong::Flawed { .. } => "flawed",
        Wrong::NotApplicable { why, .. } => why.name(),
        Wrong::NotReturnable { .. } => "notReturnable",
    }
}
