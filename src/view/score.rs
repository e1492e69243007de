//! Scores that explain themselves, and what is asked next (SCORE-1, BANT-2).

use super::party::RelatedParty;
use crate::book::party::Party;
use crate::deal::qualification::{Answer, Certainty, Topic};
use crate::judge::Bench;
use crate::judge::authority::known;
use crate::judge::question::Question;
use crate::judge::score::{Band, Fading, Score, ScorePart, ScoreReason};
use crate::say::en::score as say;
use crate::value::money::Money;
use crate::value::text::Text;
use crate::value::time::{Date, Timestamp};
use serde::Serialize;

/// A score that explains itself: its reasons add up to its points (SCORE-1).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScoreView {
    /// 0 to 100.
    pub points: u8,
    /// Its band.
    pub band: Band,
    /// Why.
    pub reasons: Vec<ScoreReasonView>,
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScoreReasonView {
    /// What it comes from.
    pub part: ScorePart,
    /// Points, less than zero if it counts against.
    pub points: i32,
    /// In words.
    pub text: String,
}

/// What we know of a topic (BANT-1).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TopicView {
    /// What about.
    pub topic: Topic,
    /// The answer.
    pub answer: Answer,
    /// The person through whom an organisation has it (PEOPLE-2).
    pub through: Option<RelatedParty>,
    /// How we know it.
    pub certainty: Option<Certainty>,
    /// Since when.
    pub learned_at: Option<Timestamp>,
    /// Is it still fresh?
    pub fading: Fading,
    /// What makes us think so.
    pub evidence: Option<String>,
    /// The budget.
    pub amount: Option<Money>,
    /// The day they want it by.
    pub date: Option<Date>,
}

/// The question whose answer would change the order of approach most (BANT-2).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// What about.
    pub topic: Topic,
    /// The question, in words.
    pub question: String,
    /// By how much the worth of an hour differs between the best and the worst answer.
    pub swing: Money,
    /// In words, why this one.
    pub text: String,
}

impl ScoreView {
    pub(super) fn of(bench: &Bench<'_>, score: &Score) -> ScoreView {
        ScoreView {
            points: score.points(),
            band: score.band(&bench.plan.score.bands),
            reasons: score.reasons().iter().map(|reason| ScoreReasonView::of(bench, reason)).collect(),
        }
    }
}

impl ScoreReasonView {
    /// Lays a part of a score out.
    pub fn of(bench: &Bench<'_>, reason: &ScoreReason) -> ScoreReasonView {
        ScoreReasonView {
            part: reason.part.clone(),
            points: reason.points,
            text: say::part(bench.book, bench.now, &reason.part),
        }
    }
}

impl QuestionView {
    /// Lays a question out.
    pub fn of(question: Question) -> QuestionView {
        QuestionView {
            topic: question.topic,
            question: question.question.to_string(),
            swing: question.swing,
            text: say::swing(question.topic, question.swing),
        }
    }
}

impl TopicView {
    pub(super) fn of(bench: &Bench<'_>, party: &Party, topic: Topic) -> TopicView {
        let known = known(bench, party, topic);
        let learned = known.and_then(|known| known.learned);
        TopicView {
            topic,
            answer: known.map_or(Answer::Unknown, |known| known.answer),
            through: known.and_then(|known| known.through).map(RelatedParty::of),
            certainty: known.map(|_| learned.map_or(Certainty::Assumed, |learned| learned.certainty)),
            learned_at: learned.map(|learned| learned.at),
            fading: known.map_or(Fading::Fresh, |known| known.fading),
            evidence: learned.and_then(|learned| learned.evidence.as_ref()).map(Text::to_string),
            amount: learned.and_then(|learned| learned.amount),
            date: learned.and_then(|learned| learned.date),
        }
    }
}
