//! What a plan that is being written would change for the parties of a book, as it is shown (PLAN-5).

use super::plan_draft::PlanProblem;
use super::plan_trial_row::PlanTrialRow;
use super::query::PlanTrialQuery;
use crate::judge::Bench;
use crate::judge::score::Band;
use crate::judge::trial::{Difference, RuleTally, Tally, Trial, trial};
use crate::plan::Plan;
use crate::plan::pace::Pace;
use crate::say::en::trial as say;
use crate::value::id::RuleId;
use crate::value::number::count;
use serde::Serialize;

/// What a plan that is being written would change, if it were adopted now. With anything wrong in it nothing can be said
/// but that.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanTrialView {
    /// Whatever is wrong with it.
    pub problems: Vec<PlanProblem>,
    /// How many parties were looked at.
    pub parties: u32,
    /// For how many of them something changes.
    pub changed: u32,
    /// What changes, for how many parties; nothing is told of what stays as it is for everybody.
    pub differences: Vec<DifferenceView>,
    /// How many parties are in each band, by the plan in force and by this one.
    pub bands: Vec<BandTally>,
    /// How many parties and open deals stand so against the timeline.
    pub paces: Vec<PaceTally>,
    /// Rules that begin to fire for somebody, or no longer do.
    pub rules: Vec<RuleTallyView>,
    /// Parties for whom something changes, those first for whom most does.
    pub rows: Vec<PlanTrialRow>,
}

/// For how many parties something changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// What changes.
    pub what: Difference,
    /// For how many.
    pub parties: u32,
    /// In words.
    pub text: String,
}

/// How many parties are in a band.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BandTally {
    /// The band.
    pub band: Band,
    /// How many by the plan in force.
    pub before: u32,
    /// How many by the one that is being written.
    pub after: u32,
}

/// How many parties and open deals stand so against the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PaceTally {
    /// How they stand.
    pub pace: Pace,
    /// How many by the plan in force.
    pub before: u32,
    /// How many by the one that is being written.
    pub after: u32,
}

/// A rule that fires for others than before. Parties and open deals are counted, each by itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RuleTallyView {
    /// The rule.
    pub rule: RuleId,
    /// What it says of itself.
    pub name: String,
    /// For how many it fires by the plan in force.
    pub before: u32,
    /// For how many by the one that is being written.
    pub after: u32,
    /// For how many it begins to fire.
    pub begins: u32,
    /// For how many it no longer fires.
    pub ends: u32,
    /// In words.
    pub text: String,
}

const LISTED: u32 = 25;

impl PlanTrialView {
    /// Tries a plan out. Nothing is adopted by that.
    ///
    /// ```
    /// use nextsale::{plan::built_in, view::{plan_trial::PlanTrialView, query::PlanTrialQuery}};
    /// # use nextsale::{engine::Engine, value::{document::read, id::{BookId, ReplicaId}, time::Timestamp, zone::Now}};
    /// # let (book, replica) = (BookId::parse("mine").unwrap(), ReplicaId::parse("a1").unwrap());
    /// # let mut engine = Engine::new(book, replica).unwrap();
    /// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
    /// # let met = read(r#"{ "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada",
    /// #     "contactPoints": [{ "channel": "phone", "value": "+49 30 123456" }] }"#).unwrap();
    /// # let asked = read(r#"{ "type": "signalSeen", "party": "p_ada", "signal": "askedForQuote", "at": 1795420800000 }"#).unwrap();
    /// # engine.record(&now, vec![met, asked], None).unwrap();
    /// let text = built_in::STANDARD.replace("\"warm\": 35", "\"warm\": 20");
    /// let view = PlanTrialView::of(&engine.bench(&now), &PlanTrialQuery { text, limit: None });
    /// assert_eq!((view.parties, view.changed), (1, 1));
    /// assert_eq!(view.differences[0].text, "1 party comes into another band");
    /// assert_eq!(view.rows[0].changes[0].text, "Warm instead of cool");
    /// assert_eq!(engine.plan().score.bands.warm, 35);
    /// ```
    pub fn of(bench: &Bench<'_>, query: &PlanTrialQuery) -> PlanTrialView {
        let draft = match Plan::read(&query.text) {
            Ok(draft) => draft,
            Err(problems) => {
                let problems = problems.iter().map(PlanProblem::of).collect();
                return PlanTrialView { problems, ..PlanTrialView::default() };
            }
        };
        let other = Bench::new(bench.book, &draft, bench.now);
        let found = trial(bench, &other);
        let limit = usize::try_from(query.limit.unwrap_or(LISTED)).unwrap_or(usize::MAX);
        PlanTrialView {
            problems: Vec::new(),
            parties: found.parties,
            changed: count(found.changed.len()),
            differences: differences(&found),
            bands: found.bands.iter().map(BandTally::of).collect(),
            paces: found.paces.iter().map(PaceTally::of).collect(),
            rules: found.rules.iter().filter_map(RuleTallyView::of).collect(),
            rows: found
                .changed
                .iter()
                .take(limit)
                .map(|tried| PlanTrialRow::of(bench, &other, tried))
                .collect(),
        }
    }
}

fn differences(found: &Trial<'_>) -> Vec<DifferenceView> {
    let views = Difference::ALL.iter().map(|what| {
        let parties = count(found.changed.iter().filter(|tried| tried.differs.contains(what)).count());
        DifferenceView { what: *what, parties, text: say::how_many(*what, parties) }
    });
    views.filter(|view| view.parties > 0).collect()
}

impl BandTally {
    fn of((band, Tally { before, after }): &(Band, Tally)) -> BandTally {
        BandTally { band: *band, before: *before, after: *after }
    }
}

impl PaceTally {
    fn of((pace, Tally { before, after }): &(Pace, Tally)) -> PaceTally {
        PaceTally { pace: *pace, before: *before, after: *after }
    }
}

impl RuleTallyView {
    fn of(tally: &RuleTally) -> Option<RuleTallyView> {
        (tally.begins > 0 || tally.ends > 0).then(|| RuleTallyView {
            rule: tally.rule.clone(),
            name: tally.name.to_string(),
            before: tally.fires.before,
            after: tally.fires.after,
            begins: tally.begins,
            ends: tally.ends,
            text: say::rule(tally),
        })
    }
}
