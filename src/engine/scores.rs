//! Scores before and after something was recorded (SCORE-4).

use super::Engine;
use crate::deal::subject::Subject;
use crate::journal::fact::Fact;
use crate::judge::score::{Score, ScoreReason, score};
use crate::value::id::PartyId;
use crate::value::zone::Now;
use crate::view::recorded::ScoreChange;
use crate::view::score::ScoreReasonView;

/// For more parties nobody reads it.
const MOST: usize = 10;

/// The scores of some parties at a time; nothing for those that were not known.
pub(super) struct Scores {
    scores: Vec<(PartyId, Option<Score>)>,
}

impl Scores {
    /// The scores of the parties that facts are about.
    pub(super) fn of(engine: &Engine, now: &Now, facts: &[Fact]) -> Scores {
        let mut scores: Vec<(PartyId, Option<Score>)> = Vec::new();
        for party in facts.iter().filter_map(|fact| party(engine, fact)) {
            if scores.len() < MOST && !scores.iter().any(|(known, _)| *known == party) {
                let score = engine.book.party(&party).map(|party| score(&engine.bench(now), party));
                scores.push((party, score));
            }
        }
        Scores { scores }
    }

    /// How they have changed since.
    pub(super) fn changes(&self, engine: &Engine, now: &Now) -> Vec<ScoreChange> {
        let bench = engine.bench(now);
        let bands = &engine.plan().score.bands;
        let changes = self.scores.iter().filter_map(|(party, before)| {
            let after = score(&bench, engine.book.party(party)?);
            if before.as_ref() == Some(&after) {
                return None;
            }
            let known = before.as_ref().map(Score::reasons).unwrap_or_default();
            Some(ScoreChange {
                party: party.clone(),
                before: before.as_ref().map(Score::points),
                after: after.points(),
                band_before: before.as_ref().map(|before| before.band(bands)),
                band_after: after.band(bands),
                because: difference(known, after.reasons())
                    .iter()
                    .map(|reason| ScoreReasonView::of(&bench, reason))
                    .collect(),
            })
        });
        changes.collect()
    }
}

fn party(engine: &Engine, fact: &Fact) -> Option<PartyId> {
    match fact.subject()? {
        Subject::Party(subject) => Some(subject.party),
        Subject::Deal(subject) => match fact {
            Fact::DealOpened(opened) => opened.party.clone(),
            _ => engine.book.deal(&subject.deal)?.party.clone(),
        },
    }
}

/// Parts that came, went or changed. They add up to the difference of the scores.
fn difference(before: &[ScoreReason], after: &[ScoreReason]) -> Vec<ScoreReason> {
    let mut gone: Vec<&ScoreReason> = before.iter().collect();
    let mut changes = Vec::new();
    for reason in after {
        let same = gone.iter().position(|former| former.part == reason.part);
        let former = same.map_or(0, |index| gone.remove(index).points);
        let points = reason.points.saturating_sub(former);
        if points != 0 {
            changes.push(ScoreReason { part: reason.part.clone(), points });
        }
    }
    let left = gone.iter();
    changes.extend(
        left.map(|former| ScoreReason { part: former.part.clone(), points: former.points.saturating_neg() }),
    );
    changes
}
