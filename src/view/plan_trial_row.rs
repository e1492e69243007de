//! What a plan that is being written would change for a party, as it is shown (PLAN-5).

use super::leads::StageName;
use super::relationship::ProgressView;
use super::rules::RuleView;
use super::score::ScoreView;
use super::step::StepView;
use crate::book::party::Party;
use crate::deal::subject::Subject;
use crate::judge::Bench;
use crate::judge::next_step::steps_of_party;
use crate::judge::progress::progress;
use crate::judge::rules::{RuleState, RuleVerdict, rules};
use crate::judge::score::score;
use crate::judge::situation::Situation;
use crate::judge::step::Step;
use crate::judge::trial::{Difference, Tried, situations};
use crate::say::en::trial as say;
use crate::value::id::PartyId;
use crate::value::text::Line;
use serde::Serialize;

/// What changes for a party, with what either plan says and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanTrialRow {
    /// The party.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// The organisation it belongs to.
    pub organisation: Option<String>,
    /// What changes.
    pub changes: Vec<TrialChange>,
    /// What the plan in force says.
    pub before: TrialSide,
    /// What the plan that is being written says.
    pub after: TrialSide,
}

/// Something that changes for a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TrialChange {
    /// What.
    pub what: Difference,
    /// In words.
    pub text: String,
}

/// What a plan says of a party.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TrialSide {
    /// Its place in the order of approach, from 1.
    pub place: u32,
    /// The score, with its reasons.
    pub score: ScoreView,
    /// The first step, with what led to it and what holds it back; nothing if it has none.
    pub step: Option<StepView>,
    /// Where it stands, then where each of its open deals does.
    pub stands: Vec<TrialStand>,
}

/// Where a party or a deal stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TrialStand {
    /// The party, or the deal.
    pub subject: Subject,
    /// The deal's name.
    pub deal_name: Option<String>,
    /// The stage.
    pub stage: Option<StageName>,
    /// Plan against actual.
    pub progress: Option<ProgressView>,
    /// Rules that fire by one of the plans alone, with what makes them fire or keeps them from it. One that the plan does
    /// not have is not told.
    pub rules: Vec<RuleView>,
}

impl PlanTrialRow {
    pub(super) fn of(before: &Bench<'_>, after: &Bench<'_>, tried: &Tried<'_>) -> PlanTrialRow {
        let party = tried.party;
        let steps = |bench: &Bench<'_>| steps_of_party(bench, party).into_iter().next();
        let (old_step, new_step) = (steps(before), steps(after));
        let old = TrialSide::of(before, after, party, tried.places.0, old_step.as_ref());
        let new = TrialSide::of(after, before, party, tried.places.1, new_step.as_ref());
        let changes = tried.differs.iter().flat_map(|what| {
            let texts = match what {
                Difference::Band => vec![say::band(old.score.band, new.score.band)],
                Difference::Score => vec![say::score(old.score.points, new.score.points)],
                Difference::Place => vec![say::place(old.place, new.place)],
                Difference::Step => vec![say::first_step(old_step.as_ref(), new_step.as_ref())],
                Difference::Time => vec![say::time(before.now, old_step.as_ref(), new_step.as_ref())],
                Difference::Stage | Difference::Pace | Difference::Rules => {
                    old.stands.iter().zip(&new.stands).flat_map(|(old, new)| new.texts(*what, old)).collect()
                }
            };
            texts.into_iter().map(|text| TrialChange { what: *what, text })
        });
        PlanTrialRow {
            party: party.id.clone(),
            name: party.name.to_string(),
            organisation: before.book.organisation_of(party).map(Line::to_string),
            changes: changes.collect(),
            before: old,
            after: new,
        }
    }
}

impl TrialSide {
    fn of(bench: &Bench<'_>, other: &Bench<'_>, party: &Party, place: u32, step: Option<&Step>) -> TrialSide {
        let stands = situations(bench, party).zip(situations(other, party));
        TrialSide {
            place,
            score: ScoreView::of(bench, &score(bench, party)),
            step: step.map(|step| StepView::of(bench, step)),
            stands: stands
                .map(|((subject, here), (_, there))| TrialStand::of(bench, other, subject, &here, &there))
                .collect(),
        }
    }
}

impl TrialStand {
    fn of(
        bench: &Bench<'_>,
        other: &Bench<'_>,
        subject: Subject,
        here: &Situation<'_>,
        there: &Situation<'_>,
    ) -> TrialStand {
        let others = rules(other, there, &subject);
        let fires = |verdict: &RuleVerdict<'_>| verdict.state == RuleState::Fires;
        let differs = |verdict: &RuleVerdict<'_>| {
            let same = others.iter().find(|other| other.rule.id == verdict.rule.id);
            same.is_some_and(fires) != fires(verdict)
        };
        let verdicts = rules(bench, here, &subject);
        TrialStand {
            deal_name: here.deal().map(|deal| deal.name.to_string()),
            stage: here.position().map(|position| StageName::of(position.pipeline, position.stage)),
            progress: progress(bench, here).as_ref().map(ProgressView::of),
            rules: verdicts.iter().filter(|verdict| differs(verdict)).map(RuleView::of).collect(),
            subject,
        }
    }

    /// What changes here, in words.
    fn texts(&self, what: Difference, old: &TrialStand) -> Vec<String> {
        let deal = self.deal_name.as_deref();
        let stage =
            |stand: &TrialStand| stand.stage.as_ref().map(|stage| stage.name.clone()).unwrap_or_default();
        let id = |stand: &TrialStand| stand.stage.as_ref().map(|stage| stage.id.clone());
        let pace = |stand: &TrialStand| stand.progress.as_ref().map(|progress| progress.pace);
        match what {
            Difference::Stage if id(old) != id(self) => vec![say::stage(deal, &stage(old), &stage(self))],
            Difference::Pace if pace(old) != pace(self) => vec![say::pace(deal, pace(old), pace(self))],
            Difference::Rules => {
                let begun = self.firing().map(|rule| say::begins(deal, &rule.name));
                begun.chain(old.firing().map(|rule| say::ends(deal, &rule.name))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn firing(&self) -> impl Iterator<Item = &RuleView> {
        self.rules.iter().filter(|rule| rule.state == RuleState::Fires)
    }
}
