//! What promotions and experiments showed, as it is shown (PROMO-6).

use crate::book::Book;
use crate::judge::Bench;
use crate::judge::effect::trial;
use crate::measure::comparable::{Balance, Doubt};
use crate::measure::contrast::Contrast;
use crate::measure::effect::{ArmEffect, Effect, Gain, GroupContrast, GroupEffect, ThanOthers, effect};
use crate::measure::experiment::{Assignment, Experiment, ExperimentOutcome, OutcomeKind};
use crate::measure::interval::Interval;
use crate::say::en::effect as say;
use crate::value::id::{ExperimentId, PromotionId};
use crate::value::money::Currency;
use crate::value::text::Line;
use serde::Serialize;

/// What a promotion or an experiment showed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// What it is called.
    pub name: String,
    /// The promotion.
    pub promotion: Option<PromotionId>,
    /// The experiment.
    pub experiment: Option<ExperimentId>,
    /// How it was decided who gets what.
    pub assigned: Option<Assignment>,
    /// The arm that got nothing.
    pub control: String,
    /// How many customers it has.
    pub control_customers: u32,
    /// Each of the other arms.
    pub arms: Vec<ArmView>,
    /// Whether a difference can be laid to what they got.
    pub comparability: ComparabilityView,
    /// How many looks at all customers were corrected together.
    pub looks: u32,
    /// How many looks at groups were corrected together.
    pub group_looks: u32,
    /// What that means, in words.
    pub correction: String,
    /// Each way in which customers are parted, or the one that was asked for. The correction is for all of them.
    pub groupings: Vec<GroupingView>,
    /// The groups that are worth having it.
    pub worth_targeting: Vec<TargetView>,
    /// What else has to be known, in words.
    pub notes: Vec<String>,
}

/// What one arm brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ArmView {
    /// The arm.
    pub arm: String,
    /// How many customers it has.
    pub customers: u32,
    /// Each outcome, against the control.
    pub outcomes: Vec<OutcomeView>,
    /// What it brought in money.
    pub gain: Option<Gain>,
    /// That in words.
    pub gain_text: Option<String>,
}

/// One outcome with something and without.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeView {
    /// What it is.
    pub kind: OutcomeKind,
    /// The currency of a worth.
    pub currency: Option<Currency>,
    /// The numbers.
    #[serde(flatten)]
    pub contrast: Contrast,
    /// In words.
    pub text: String,
}

/// Whether a difference can be laid to what they got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ComparabilityView {
    /// How likely the sizes of the arms are by chance; nothing if it isn't known which were planned.
    pub sizes: Option<f64>,
    /// How likely it is by chance that the arms are as little alike, for each way to part the customers.
    pub balance: Vec<Balance>,
    /// Why it can't; none means that it can.
    pub doubts: Vec<DoubtView>,
    /// In words.
    pub text: String,
}

/// Why a difference can't be laid to what they got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DoubtView {
    /// Why.
    pub doubt: Doubt,
    /// In words.
    pub text: String,
}

/// One way in which customers are parted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GroupingView {
    /// By what.
    pub by: String,
    /// Each group and arm.
    pub groups: Vec<GroupView>,
}

/// What one arm brought in one group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GroupView {
    /// The group.
    pub group: String,
    /// The arm.
    pub arm: String,
    /// Each outcome, against the control.
    pub outcomes: Vec<GroupOutcomeView>,
}

/// One outcome in one group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GroupOutcomeView {
    /// What differs there.
    #[serde(flatten)]
    pub outcome: OutcomeView,
    /// How much more it differs there than among the others, where it differs at all.
    pub beyond_others: Option<Interval>,
    /// Whether that is better or worse than among the others.
    pub than_others: Option<ThanOthers>,
    /// Whether the group is worth having it, as far as this outcome goes.
    pub worth_targeting: bool,
}

/// A group that is worth having it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TargetView {
    /// What customers are parted by.
    pub by: String,
    /// The group.
    pub group: String,
    /// The arm.
    pub arm: String,
    /// The outcome.
    pub outcome: String,
    /// In words.
    pub text: String,
}

impl EffectView {
    /// What an experiment showed; nothing if there is none.
    pub fn of_experiment(book: &Book, id: &ExperimentId, by: Option<&Line>) -> Option<EffectView> {
        let recorded = book.experiment(id)?;
        let mut view = EffectView::laid_out(recorded.name.as_str(), &recorded.results, by);
        view.experiment = Some(id.clone());
        view.promotion = recorded.promotion.clone();
        Some(view)
    }

    /// What a promotion showed; nothing if it was never told who was offered it.
    pub fn of_promotion(bench: &Bench<'_>, id: &PromotionId, by: Option<&Line>) -> Option<EffectView> {
        let trial = trial(bench, id)?;
        let name = bench.book.promotion(id).map_or(id.as_str(), |promotion| promotion.name.as_str());
        let mut view = EffectView::laid_out(name, &trial.experiment, by);
        view.promotion = Some(id.clone());
        view.notes.extend(say::taken_off(trial.taken_off));
        view.notes.extend(say::without_worth(trial.without_worth));
        Some(view)
    }

    fn laid_out(name: &str, experiment: &Experiment, by: Option<&Line>) -> EffectView {
        let effect = effect(experiment);
        let control = experiment.arms.iter().find(|arm| arm.name == experiment.control);
        let doubts = effect.comparability.doubts.len();
        let sizes = usize::from(effect.comparability.sizes.is_some());
        let checks = effect.comparability.balance.len().saturating_add(sizes);
        let doubt = |doubt: &Doubt| DoubtView { doubt: doubt.clone(), text: say::doubt(doubt) };
        EffectView {
            name: name.to_owned(),
            promotion: None,
            experiment: None,
            assigned: experiment.assigned,
            control: experiment.control.to_string(),
            control_customers: control.map_or(0, |arm| arm.customers),
            arms: effect.arms.iter().map(|arm| ArmView::of(experiment, arm)).collect(),
            looks: effect.looks,
            group_looks: effect.group_looks,
            correction: say::correction(effect.looks, effect.group_looks),
            groupings: groupings(experiment, &effect, by),
            worth_targeting: effect.groups.iter().flat_map(|group| targets(experiment, group)).collect(),
            notes: Vec::new(),
            comparability: ComparabilityView {
                doubts: effect.comparability.doubts.iter().map(doubt).collect(),
                sizes: effect.comparability.sizes,
                balance: effect.comparability.balance,
                text: say::comparability(doubts, checks).to_owned(),
            },
        }
    }
}

fn groupings(experiment: &Experiment, effect: &Effect, by: Option<&Line>) -> Vec<GroupingView> {
    let wanted = experiment.groupings.iter().filter(|grouping| by.is_none_or(|by| *by == grouping.by));
    wanted
        .map(|grouping| {
            let groups = effect.groups.iter().filter(|group| group.by == grouping.by);
            GroupingView {
                by: grouping.by.to_string(),
                groups: groups.map(|group| GroupView::of(experiment, group)).collect(),
            }
        })
        .collect()
}

fn outcome<'e>(experiment: &'e Experiment, contrast: &Contrast) -> Option<&'e ExperimentOutcome> {
    experiment.outcomes.iter().find(|outcome| outcome.name == contrast.outcome)
}

fn targets(experiment: &Experiment, group: &GroupEffect) -> Vec<TargetView> {
    let worth = group.contrasts.iter().filter(|found| found.is_worth_targeting());
    let target = |found: &GroupContrast| {
        let outcome = outcome(experiment, &found.contrast)?;
        Some(TargetView {
            by: group.by.to_string(),
            group: group.group.to_string(),
            arm: group.arm.to_string(),
            outcome: outcome.name.to_string(),
            text: say::target(group.by.as_str(), group.group.as_str(), outcome, found),
        })
    };
    worth.filter_map(target).collect()
}

impl ArmView {
    fn of(experiment: &Experiment, effect: &ArmEffect) -> ArmView {
        let arm = experiment.arms.iter().find(|arm| arm.name == effect.arm);
        ArmView {
            arm: effect.arm.to_string(),
            customers: arm.map_or(0, |arm| arm.customers),
            outcomes: effect.contrasts.iter().filter_map(|each| OutcomeView::of(experiment, each)).collect(),
            gain: effect.gain,
            gain_text: effect.gain.as_ref().map(say::gain),
        }
    }
}

impl OutcomeView {
    fn of(experiment: &Experiment, contrast: &Contrast) -> Option<OutcomeView> {
        let outcome = outcome(experiment, contrast)?;
        Some(OutcomeView {
            kind: outcome.kind,
            currency: outcome.currency,
            contrast: contrast.clone(),
            text: say::contrast(outcome, contrast),
        })
    }
}

impl GroupView {
    fn of(experiment: &Experiment, effect: &GroupEffect) -> GroupView {
        let outcome = |found: &GroupContrast| {
            Some(GroupOutcomeView {
                outcome: OutcomeView::of(experiment, &found.contrast)?,
                beyond_others: found.beyond_others,
                than_others: found.than_others,
                worth_targeting: found.is_worth_targeting(),
            })
        };
        GroupView {
            group: effect.group.to_string(),
            arm: effect.arm.to_string(),
            outcomes: effect.contrasts.iter().filter_map(outcome).collect(),
        }
    }
}
