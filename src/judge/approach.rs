//! How to begin a contact: with what went wrong, with what was agreed, with who sent them, with what they did or said (SCORE-3).

use super::Bench;
use super::interest::signs;
use super::question::question;
use super::standing::open_complaints;
use crate::book::party::Party;
use crate::deal::signal::SignalKind;
use crate::plan::weights::SignalWeight;
use crate::value::text::{Line, Text};
use crate::value::time::{DAY, Timestamp};

/// What to begin with.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// What they complained of, as long as it is not put right.
    Complaint(Text),
    /// What was agreed in the last contact.
    Agreement(Text),
    /// Who referred them, when nobody of us has spoken with them yet.
    Referrer(Line),
    /// What they did lately that speaks for interest.
    Signal {
        /// What they did.
        kind: SignalKind,
        /// When.
        at: Timestamp,
        /// More about it.
        detail: Option<Line>,
    },
    /// A question that nobody knows the answer to.
    Question(Line),
}

/// How to begin a contact, and which need to speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Approach {
    /// What to begin with; nothing if nothing is known and nothing is left to ask.
    pub opening: Option<Opening>,
    /// The need that they named last, in their words.
    pub need: Option<Text>,
}

/// How to begin a contact with somebody. What went wrong comes before all, since nobody who waits for it to be put right
/// wants to hear of anything else (GUARD-3); then what binds both sides, what brought them, then what they
/// did, then a question.
pub fn approach(bench: &Bench<'_>, party: &Party) -> Approach {
    let opening = complaint(bench, party)
        .or_else(|| agreement(party))
        .or_else(|| referrer(bench, party))
        .or_else(|| signal(bench, party))
        .or_else(|| question(bench, party).map(|question| Opening::Question(question.question)));
    let need = party.contacts.iter().rev().find_map(|contact| contact.logged.needs.last());
    Approach { opening, need: need.map(|need| need.words.clone()) }
}

fn complaint(bench: &Bench<'_>, party: &Party) -> Option<Opening> {
    open_complaints(bench.book, party).next().map(|complaint| Opening::Complaint(complaint.words.clone()))
}

fn agreement(party: &Party) -> Option<Opening> {
    party.last_contact()?.logged.agreements.last().cloned().map(Opening::Agreement)
}

fn referrer(bench: &Bench<'_>, party: &Party) -> Option<Opening> {
    let referrer = bench.book.party(party.source.as_ref()?.referrer.as_ref()?)?;
    party.contacts.is_empty().then(|| Opening::Referrer(referrer.name.clone()))
}

/// The latest thing they did that counts for them and that the plan still takes for recent.
fn signal(bench: &Bench<'_>, party: &Party) -> Option<Opening> {
    let lately = i64::from(bench.plan.signals.buying_point_days).saturating_mul(DAY);
    let speaks_for = |weight: Option<&SignalWeight>| weight.is_some_and(|weight| weight.points > 0);
    let latest = signs(party)
        .filter(|sign| bench.now.at.since(sign.at) <= lately)
        .filter(|sign| speaks_for(bench.plan.signals.kinds.get(&sign.kind)))
        .max_by_key(|sign| sign.at)?;
    let seen = party.signals.iter().find(|signal| signal.at == latest.at && signal.kind == latest.kind);
    let detail = seen.and_then(|signal| signal.detail.clone());
    Some(Opening::Signal { kind: latest.kind, at: latest.at, detail })
}
