//! How promising is somebody (SCORE-1, SCORE-4)? A score is the sum of its reasons, made from nothing else.

use super::Bench;
use super::authority::{KnownAnswer, known};
use super::interest;
use crate::book::party::{Learned, Party};
use crate::deal::qualification::{Answer, Topic};
use crate::deal::signal::SignalKind;
use crate::market::source::SourceMethod;
use crate::plan::weights::{Bands, TopicWeight};
use crate::value::id::PartyId;
use crate::value::number::count;
use crate::value::time::{DAY, Timestamp};
use serde::Serialize;

choice! {
    /// How promising somebody is (SCORE-4).
    pub enum Band {
        /// Call today.
        Hot = "hot",
        /// Call soon.
        Warm = "warm",
        /// Keep in touch.
        Cool = "cool",
        /// Little interest.
        Cold = "cold",
    }
}

choice! {
    /// Is an answer still fresh (BANT-3)?
    pub enum Fading {
        /// Yes.
        Fresh = "fresh",
        /// It has to be confirmed again.
        ToBeConfirmed = "toBeConfirmed",
    }
}

/// What a part of a score comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ScorePart {
    /// An answer about budget, authority, need or timeline.
    Answer {
        /// What about.
        topic: Topic,
        /// The answer.
        answer: Answer,
        /// Is it so old that it has to be confirmed again, and counts for half (BANT-3)?
        fading: Fading,
        /// The person through whom an organisation has it, if it isn't its own (PEOPLE-2).
        #[serde(skip_serializing_if = "Option::is_none")]
        through: Option<PartyId>,
    },
    /// Fit counts no more than so much in all.
    FitMost,
    /// A signal, faded by its age.
    Signal {
        /// What they did.
        signal: SignalKind,
        /// When.
        at: Timestamp,
    },
    /// Intent counts no more than so much in all.
    IntentMost,
    /// How they were found.
    Source {
        /// The way.
        method: SourceMethod,
    },
    /// A party of the book referred them.
    Referred {
        /// Who.
        by: PartyId,
    },
    /// They have bought before.
    Customer,
    /// Nobody answered.
    NoAnswer {
        /// How many contacts in a row.
        in_a_row: u32,
    },
    /// A score is never less than 0.
    Least,
    /// A score is never more than 100.
    Most,
}

/// A part of a score and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreReason {
    /// What it comes from.
    pub part: ScorePart,
    /// Points, less than zero if it counts against.
    pub points: i32,
}

/// A score, 0 to 100, with the reasons that add up to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    reasons: Vec<ScoreReason>,
}

impl Score {
    /// The sum of the reasons.
    pub fn points(&self) -> u8 {
        u8::try_from(sum(&self.reasons).clamp(0, 100)).unwrap_or(0)
    }

    /// The reasons. None counts nothing.
    pub fn reasons(&self) -> &[ScoreReason] {
        &self.reasons
    }

    /// The band that the points fall into.
    pub fn band(&self, bands: &Bands) -> Band {
        band(self.points(), bands)
    }
}

/// The band that so many points fall into.
pub(crate) fn band(points: u8, bands: &Bands) -> Band {
    match () {
        () if points >= bands.hot => Band::Hot,
        () if points >= bands.warm => Band::Warm,
        () if points >= bands.cool => Band::Cool,
        () => Band::Cold,
    }
}

/// The score of a party.
pub fn score(bench: &Bench<'_>, party: &Party) -> Score {
    score_if(bench, party, None)
}

/// The score of a party if a topic had a fresh answer, whatever is known of it.
pub(crate) fn score_if(bench: &Bench<'_>, party: &Party, supposed: Option<(Topic, Answer)>) -> Score {
    let weights = &bench.plan.score;
    let mut reasons = fit(bench, party, supposed);
    let beyond = sum(&reasons).saturating_sub(i32::from(weights.fit_most)).max(0);
    push(&mut reasons, ScorePart::FitMost, beyond.saturating_neg());
    let mut intent = intent(bench, party);
    let beyond = sum(&intent).saturating_sub(i32::from(weights.intent_most)).max(0);
    push(&mut intent, ScorePart::IntentMost, beyond.saturating_neg());
    reasons.append(&mut intent);
    relationship(bench, party, &mut reasons);
    no_answer(bench, party, &mut reasons);
    let total = sum(&reasons);
    push(&mut reasons, ScorePart::Least, total.min(0).saturating_neg());
    push(&mut reasons, ScorePart::Most, total.saturating_sub(100).max(0).saturating_neg());
    Score { reasons }
}

fn sum(reasons: &[ScoreReason]) -> i32 {
    reasons.iter().fold(0, |sum, reason| sum.saturating_add(reason.points))
}

/// Adds a reason unless it counts nothing.
fn push(reasons: &mut Vec<ScoreReason>, part: ScorePart, points: i32) {
    if points != 0 {
        reasons.push(ScoreReason { part, points });
    }
}

fn fit(bench: &Bench<'_>, party: &Party, supposed: Option<(Topic, Answer)>) -> Vec<ScoreReason> {
    let mut reasons = Vec::new();
    for (topic, weight) in &bench.plan.qualification.topics {
        let fresh = |answer| KnownAnswer { answer, fading: Fading::Fresh, through: None, learned: None };
        let KnownAnswer { answer, fading, through, .. } = match supposed {
            Some((supposed, answer)) if supposed == *topic => fresh(answer),
            _ => known(bench, party, *topic).unwrap_or(fresh(Answer::Unknown)),
        };
        let points = match fading {
            Fading::Fresh => points_of(weight, answer),
            Fading::ToBeConfirmed => points_of(weight, answer).checked_div(2).unwrap_or(0),
        };
        push(
            &mut reasons,
            ScorePart::Answer {
                topic: *topic,
                answer,
                fading,
                through: through.map(|person| person.id.clone()),
            },
            points,
        );
    }
    reasons
}

fn points_of(weight: &TopicWeight, answer: Answer) -> i32 {
    match answer {
        Answer::Unknown => 0,
        Answer::No => weight.no,
        Answer::Partly => weight.partly,
        Answer::Yes => weight.yes,
    }
}

/// Is an answer still fresh (BANT-3)?
pub fn fading(bench: &Bench<'_>, learned: &Learned) -> Fading {
    let fresh_for = i64::from(bench.plan.qualification.fresh_days).saturating_mul(DAY);
    let fades_at = learned.at.plus(fresh_for.saturating_add(1));
    if bench.has_come(fades_at) { Fading::ToBeConfirmed } else { Fading::Fresh }
}

fn intent(bench: &Bench<'_>, party: &Party) -> Vec<ScoreReason> {
    let mut reasons = Vec::new();
    for sign in interest::signs(party) {
        if let Some(weight) = bench.plan.signals.kinds.get(&sign.kind) {
            let points = interest::points(weight, sign.at, bench.now.at);
            if bench.lasting.is_some() {
                bench.holds_until(interest::next_fading(weight, sign.at, points));
            }
            push(&mut reasons, ScorePart::Signal { signal: sign.kind, at: sign.at }, points);
        }
    }
    reasons
}

fn relationship(bench: &Bench<'_>, party: &Party, reasons: &mut Vec<ScoreReason>) {
    let weights = &bench.plan.score;
    if let Some(source) = &party.source {
        let points = weights.sources.get(&source.method).copied().unwrap_or(0);
        push(reasons, ScorePart::Source { method: source.method }, points.into());
        if let Some(by) = source.referrer.as_ref().filter(|by| bench.book.party(by).is_some()) {
            push(reasons, ScorePart::Referred { by: by.clone() }, weights.referred.into());
        }
    }
    if party.customer_since.is_some() {
        push(reasons, ScorePart::Customer, weights.customer.into());
    }
}

fn no_answer(bench: &Bench<'_>, party: &Party, reasons: &mut Vec<ScoreReason>) {
    let in_a_row = count(party.no_answers_in_a_row());
    let penalty =
        i32::try_from(in_a_row).unwrap_or(i32::MAX).saturating_mul(bench.plan.score.no_answer_penalty.into());
    let penalty = penalty.min(bench.plan.score.no_answer_penalty_most.into());
    push(reasons, ScorePart::NoAnswer { in_a_row }, penalty.saturating_neg());
}
