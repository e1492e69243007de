//! What an experiment says: each arm against the control, for all customers and for each group of them.

use super::comparable::{Comparability, comparability};
use super::contrast::{Contrast, Pair, Verdict};
use super::experiment::{Cell, Experiment, ExperimentOutcome, Group, Grouping, OutcomeKind, Tally, Wanted};
use super::family::{Causes, Family, shared};
use super::interval::Interval;
use super::sample::Sample;
use crate::value::money::{Currency, Money};
use crate::value::number::whole;
use crate::value::text::Line;
use serde::Serialize;

/// What an experiment says.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Whether a difference can be laid to what they got.
    pub comparability: Comparability,
    /// Each arm but the control.
    pub arms: Vec<ArmEffect>,
    /// How many looks at all customers were corrected together.
    pub looks: u32,
    /// Each arm but the control, for each group.
    pub groups: Vec<GroupEffect>,
    /// How many looks at groups were corrected together.
    pub group_looks: u32,
}

/// What one arm brought against the control.
#[derive(Debug, Clone, PartialEq)]
pub struct ArmEffect {
    /// The arm.
    pub arm: Line,
    /// For each outcome.
    pub contrasts: Vec<Contrast>,
    /// What it brought in money, for the first outcome that is a worth.
    pub gain: Option<Gain>,
}

/// What one arm brought in one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupEffect {
    /// What the customers are parted by.
    pub by: Line,
    /// The group.
    pub group: Line,
    /// The arm.
    pub arm: Line,
    /// For each outcome.
    pub contrasts: Vec<GroupContrast>,
}

/// One outcome in one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupContrast {
    /// What differs there.
    pub contrast: Contrast,
    /// How much more it differs there than among the others, where it differs at all.
    pub beyond_others: Option<Interval>,
    /// Whether that is more or less than among the others.
    pub than_others: Option<ThanOthers>,
}

choice! {
    /// How the difference in a group compares with that among the others.
    pub enum ThanOthers {
        /// It does more of what we hope for.
        Better = "better",
        /// It does less of what we hope for.
        Worse = "worse",
        /// The data don't say that it is another.
        NotShown = "notShown",
    }
}

/// What an arm brought in money beyond what its customers would have spent without.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Gain {
    /// What it brought: the difference per customer times the customers.
    pub brought: Money,
    /// The lower end of its 95 % interval.
    pub brought_low: Money,
    /// The upper end.
    pub brought_high: Money,
    /// What it cost beside what it took off prices, if that is known.
    pub cost: Option<Money>,
    /// What it brought less what it cost.
    pub net: Option<Money>,
    /// The lower end of its interval.
    pub net_low: Option<Money>,
    /// The upper end.
    pub net_high: Option<Money>,
}

/// What an experiment says. One with flaws says as much as can be read from it.
pub fn effect(experiment: &Experiment) -> Effect {
    let comparability = comparability(experiment);
    let causes = if comparability.doubts.is_empty() { Causes::Yes } else { Causes::Unknown };
    let control = experiment.control_index();
    let treated: Vec<usize> = (0..experiment.arms.len()).filter(|arm| Some(*arm) != control).collect();
    let of_all = Side::of_arms(experiment);
    let mut all = Lookout::new(experiment);
    for arm in &treated {
        all.look(&of_all, control, *arm);
    }
    let (looks, sets) = all.settled(causes);
    let arms = treated.iter().zip(sets).map(|(arm, set)| arm_effect(experiment, *arm, set));
    let arms = arms.collect();
    let (group_looks, groups) = groups(experiment, control, &treated, causes);
    Effect { comparability, arms, looks, groups, group_looks }
}

fn arm_effect(experiment: &Experiment, arm: usize, set: Vec<(Contrast, Pair)>) -> ArmEffect {
    let contrasts: Vec<Contrast> = set.into_iter().map(|(contrast, _)| contrast).collect();
    let found = experiment.arms.get(arm);
    let worth = experiment.outcomes.iter().find(|outcome| outcome.kind == OutcomeKind::Worth);
    let contrast = worth.and_then(|worth| contrasts.iter().find(|each| each.outcome == worth.name));
    let cost = found.and_then(|arm| arm.cost);
    let currency = worth.and_then(|worth| worth.currency);
    ArmEffect {
        arm: found.map_or_else(|| experiment.control.clone(), |arm| arm.name.clone()),
        gain: contrast.zip(currency).and_then(|(contrast, currency)| gain(contrast, currency, cost)),
        contrasts,
    }
}

/// Nothing without enough data.
fn gain(contrast: &Contrast, currency: Currency, cost: Option<Money>) -> Option<Gain> {
    let customers = f64::from(contrast.with.customers);
    let scale = (0..currency.exponent()).fold(1.0, |scale, _| scale * 10.0);
    let money = |per_customer: f64| Money::new(whole(per_customer * customers * scale)?, currency);
    let interval = contrast.interval?;
    let (brought, brought_low, brought_high) =
        (money(contrast.difference)?, money(interval.low)?, money(interval.high)?);
    let cost = cost.filter(|cost| cost.currency == currency);
    let net = |money: Money| Money::new(money.minor.checked_sub(cost?.minor)?, currency);
    Some(Gain {
        brought,
        brought_low,
        brought_high,
        cost,
        net: net(brought),
        net_low: net(brought_low),
        net_high: net(brought_high),
    })
}

/// The customers on one side: as many sums as outcomes, for each arm.
struct Side(Vec<Option<(u32, Vec<Tally>)>>);

impl Side {
    fn of_arms(experiment: &Experiment) -> Side {
        Side(experiment.arms.iter().map(|arm| Some((arm.customers, arm.tallies.clone()))).collect())
    }

    fn of_group(group: &Group) -> Side {
        let cell = |cell: &Cell| Some((cell.customers, cell.tallies.clone()));
        Side(group.cells.iter().map(cell).collect())
    }

    fn sample(&self, arm: usize, outcome: &ExperimentOutcome, index: usize) -> Option<Sample> {
        let (customers, tallies) = self.0.get(arm)?.as_ref()?;
        Some(outcome.sample(*customers, tallies.get(index)?))
    }
}

/// Looks that are corrected together, in sets.
struct Lookout<'e> {
    outcomes: &'e [ExperimentOutcome],
    sets: Vec<Vec<(usize, Pair)>>,
}

impl<'e> Lookout<'e> {
    fn new(experiment: &'e Experiment) -> Lookout<'e> {
        Lookout { outcomes: &experiment.outcomes, sets: Vec::new() }
    }

    /// Another set: one arm against the control, for each outcome.
    fn look(&mut self, side: &Side, control: Option<usize>, arm: usize) {
        let pair = |(index, outcome): (usize, &ExperimentOutcome)| {
            let pair = Pair {
                with: side.sample(arm, outcome, index)?,
                without: side.sample(control?, outcome, index)?,
                is_rate: outcome.kind.is_rate(),
                wanted: outcome.wanted.unwrap_or(Wanted::More),
            };
            Some((index, pair))
        };
        self.sets.push(self.outcomes.iter().enumerate().filter_map(pair).collect());
    }

    /// All of them corrected together: how many were looked at, and each set.
    fn settled(self, causes: Causes) -> (u32, Vec<Vec<(Contrast, Pair)>>) {
        let planned = self.sets.iter().map(Vec::len).sum();
        // Enough even for the widest interval that it may come to.
        let confidence = shared(planned);
        let mut family = Family { members: Vec::new() };
        let mut sizes = Vec::new();
        for set in self.sets {
            let before = family.members.len();
            for (index, pair) in set {
                let shortage = pair.shortage(confidence);
                let contrast = self.outcomes.get(index).and_then(|each| Contrast::of(each, &pair, shortage));
                family.members.extend(contrast.map(|contrast| (contrast, pair)));
            }
            sizes.push(family.members.len().saturating_sub(before));
        }
        family.settle(causes);
        let looked = family.members.iter().filter(|(contrast, _)| contrast.shortage.is_none()).count();
        let mut members = family.members.into_iter();
        let sets = sizes.into_iter().map(|size| members.by_ref().take(size).collect()).collect();
        (u32::try_from(looked).unwrap_or(u32::MAX), sets)
    }
}

fn groups(
    experiment: &Experiment,
    control: Option<usize>,
    treated: &[usize],
    causes: Causes,
) -> (u32, Vec<GroupEffect>) {
    let mut lookout = Lookout::new(experiment);
    let mut places = Vec::new();
    for grouping in &experiment.groupings {
        for group in &grouping.groups {
            for arm in treated {
                lookout.look(&Side::of_group(group), control, *arm);
                places.push((grouping, group, *arm));
            }
        }
    }
    let (looks, sets) = lookout.settled(causes);
    let confidence = shared(usize::try_from(looks).unwrap_or(usize::MAX));
    let effects = places.into_iter().zip(sets).map(|((grouping, group, arm), set)| {
        let name = experiment.arms.get(arm).map_or(&experiment.control, |arm| &arm.name);
        let others = Others { experiment, grouping, group, control, arm };
        GroupEffect {
            by: grouping.by.clone(),
            group: group.name.clone(),
            arm: name.clone(),
            contrasts: set
                .into_iter()
                .map(|(contrast, pair)| others.held(contrast, &pair, confidence))
                .collect(),
        }
    });
    (looks, effects.collect())
}

/// The customers of a grouping who are not in a group.
struct Others<'e> {
    experiment: &'e Experiment,
    grouping: &'e Grouping,
    group: &'e Group,
    control: Option<usize>,
    arm: usize,
}

impl Others<'_> {
    /// The contrast of a group, held against that among the others where it shows a difference.
    fn held(&self, contrast: Contrast, pair: &Pair, confidence: f64) -> GroupContrast {
        let differs = !matches!(contrast.verdict, Verdict::NoDifferenceSeen | Verdict::NotEnoughData);
        let others = self
            .pair(&contrast.outcome, pair)
            .filter(|others| differs && others.shortage(confidence).is_none());
        let beyond = others.and_then(|others| pair.beyond(&others, confidence));
        let interval = beyond.map(|beyond| beyond.interval);
        let than_others = interval.map(|interval| match pair.wanted {
            _ if !interval.is_above(0.0) && !interval.is_below(0.0) => ThanOthers::NotShown,
            Wanted::More if interval.is_above(0.0) => ThanOthers::Better,
            Wanted::Less if interval.is_below(0.0) => ThanOthers::Better,
            _ => ThanOthers::Worse,
        });
        GroupContrast { contrast, beyond_others: interval, than_others }
    }

    fn pair(&self, outcome: &Line, pair: &Pair) -> Option<Pair> {
        let index = self.experiment.outcomes.iter().position(|each| each.name == *outcome)?;
        let outcome = self.experiment.outcomes.get(index)?;
        let others = || self.grouping.groups.iter().filter(|group| group.name != self.group.name);
        let sum = |arm: usize| {
            let samples = others().filter_map(|group| Side::of_group(group).sample(arm, outcome, index));
            samples.map(Some).reduce(|one, other| one?.plus(&other?)).flatten()
        };
        Some(Pair { with: sum(self.arm)?, without: sum(self.control?)?, ..*pair })
    }
}

impl GroupContrast {
    /// Is the group worth having it, as far as this outcome goes? Only if it works there, with the interval corrected for
    /// all groups that were looked at; what merely goes with something better is no reason to give it.
    pub fn is_worth_targeting(&self) -> bool {
        self.contrast.verdict == Verdict::Works
    }
}
