//! One outcome, with something and without: what differs, how sure that is, and whether there is enough to say so.

use super::experiment::{ExperimentOutcome, Wanted};
use super::interval::{
    CONFIDENCE, Interval, Measured, margins, mean, means_for_ratio, newcombe, ratio, welch, welch_between,
    wilson,
};
use super::quantile::normal_upper;
use super::sample::{Sample, as_number};
use crate::value::number::nearest;
use crate::value::text::Line;
use serde::Serialize;

choice! {
    /// What can be said of a difference.
    pub enum Verdict {
        /// It does what we hope for: chance decided who gets it, and the arms can be compared.
        Works = "works",
        /// It does the contrary.
        Harms = "harms",
        /// It goes with what we hope for; whether it is the reason can't be said.
        GoesWithBetter = "goesWithBetter",
        /// It goes with the contrary; whether it is the reason can't be said.
        GoesWithWorse = "goesWithWorse",
        /// There may be none, or one too small to see.
        NoDifferenceSeen = "noDifferenceSeen",
        /// There are not enough data to say anything.
        NotEnoughData = "notEnoughData",
    }
}

choice! {
    /// What there has to be enough of.
    pub enum EnoughRule {
        /// Customers of whom it is so, and customers of whom it is not, in the smaller of both arms, if both were alike.
        /// From 5 on, Newcombe's 95 % interval has the truth inside in 93.6 to 96.4 % of samples, by exact sums over all
        /// samples for rates from 0.5 to 30 %, arms from 1:1 to 1:19, and effects up to one half.
        Events = "events",
        /// Kish's effective number of customers, in the smaller of both arms, if both were alike: the square of the sum by
        /// the sum of squares. Few who spend much count for few. Where arms are equal the skewness of what they spend
        /// cancels out, so that 20 are enough; the more unequal the arms are, the more are needed, up to 300. From there on
        /// Welch's interval has the truth inside in 93 to 97 % of simulated samples (`tests/effect_coverage.rs`): rates from
        /// 0.5 to 30 %, lognormal amounts of which the top hundredth is 3 to 10 times the typical one, arms up to 1:9.
        Effective = "effective",
    }
}

/// Not enough to say anything: so many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Shortage {
    /// What has to be enough.
    pub rule: EnoughRule,
    /// How many there are.
    pub have: u32,
    /// How many are needed.
    pub need: u32,
}

/// What customers of one arm did.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// How many customers.
    pub customers: u32,
    /// The rate, from 0 to 1, or the amount per customer.
    pub value: f64,
    /// Its 95 % interval (Wilson, Student); nothing where there is no saying.
    pub interval: Option<Interval>,
}

/// One outcome with something and without.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Contrast {
    /// The outcome.
    pub outcome: Line,
    /// With it.
    pub with: Estimate,
    /// Without it.
    pub without: Estimate,
    /// With it less without it.
    pub difference: f64,
    /// The 95 % interval of the difference (Newcombe, Welch); nothing where there is no saying.
    pub interval: Option<Interval>,
    /// The interval that takes into account how many were looked at together (Holm). The verdict goes by it.
    pub corrected: Option<Interval>,
    /// The confidence of that interval.
    pub corrected_confidence: Option<f64>,
    /// The difference as a share of what is without it; nothing if that can't be told from zero.
    pub uplift: Option<f64>,
    /// The 95 % interval of that share (Donner and Zou, Fieller). It has 0 inside just when that of the difference has.
    pub uplift_interval: Option<Interval>,
    /// What can be said.
    pub verdict: Verdict,
    /// What there is not enough of.
    pub shortage: Option<Shortage>,
}

/// The two samples that a contrast is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) with: Sample,
    pub(super) without: Sample,
    pub(super) is_rate: bool,
    pub(super) wanted: Wanted,
}

impl Pair {
    /// A rate with its interval.
    fn rates(&self, confidence: f64) -> Option<(Measured, Measured)> {
        let rate = |sample: &Sample| wilson(u32::try_from(sample.sum).ok()?, sample.customers, confidence);
        Some((rate(&self.with)?, rate(&self.without)?))
    }

    /// The difference with its interval.
    pub(super) fn difference(&self, confidence: f64) -> Option<Measured> {
        match self.is_rate {
            true => self.rates(confidence).map(|(with, without)| newcombe(with, without)),
            false => welch(&self.with, &self.without, confidence),
        }
    }

    /// How much larger this difference is than another one of the same kind.
    pub(super) fn beyond(&self, other: &Pair, confidence: f64) -> Option<Measured> {
        if !self.is_rate {
            let pairs = [[&self.with, &self.without], [&other.with, &other.without]];
            return welch_between(pairs, confidence);
        }
        let (here, there) = (self.difference(confidence)?, other.difference(confidence)?);
        let (down, up) = margins(here, there);
        let value = here.value - there.value;
        Some(Measured { value, interval: Interval { low: value - down, high: value + up } })
    }

    fn ratio(&self) -> Option<Measured> {
        let (with, without) = match self.is_rate {
            true => self.rates(CONFIDENCE)?,
            false => means_for_ratio(&self.with, &self.without, CONFIDENCE)?,
        };
        ratio(with, without)
    }

    /// What is not enough for an interval of this confidence.
    pub(super) fn shortage(&self, confidence: f64) -> Option<Shortage> {
        let (rule, have, need) = match self.is_rate {
            true => (EnoughRule::Events, self.events(), events_needed(confidence)),
            false => (EnoughRule::Effective, self.effective(), self.effective_needed(confidence)),
        };
        let [have, need] =
            [libm::floor(have), libm::ceil(need)].map(|number| u32::try_from(nearest(number)).unwrap_or(0));
        (have < need).then_some(Shortage { rule, have, need })
    }

    /// The share of the smaller arm in both.
    fn smaller(&self) -> f64 {
        let (with, without) = (f64::from(self.with.customers), f64::from(self.without.customers));
        with.min(without) / (with + without).max(1.0)
    }

    /// Taken together, so that what is to be found out does not decide whether it is looked at.
    fn together(&self) -> Option<Sample> {
        self.with.plus(&self.without)
    }

    fn events(&self) -> f64 {
        let Some(all) = self.together() else { return 0.0 };
        let so = as_number(all.sum);
        so.min(f64::from(all.customers) - so) * self.smaller()
    }

    fn effective(&self) -> f64 {
        self.together().map_or(0.0, |all| all.effective() * self.smaller())
    }

    /// The skewness of a difference of means is that of a single one times this, by which the tails of its interval are
    /// off: nothing where arms are equal, all of it where one is far smaller (the first term of Edgeworth's series).
    fn effective_needed(&self, confidence: f64) -> f64 {
        let small = self.smaller();
        let ratio = small / (1.0 - small).max(0.5);
        let sum = 1.0 + ratio;
        let skewness = (1.0 - ratio * ratio) * (1.0 - ratio * ratio) / (sum * sum * sum);
        let wider = wider(confidence);
        (20.0 + 280.0 * skewness * wider) * wider
    }
}

/// How far an interval is from the usual one, squared: farther tails need more.
fn wider(confidence: f64) -> f64 {
    let far = normal_upper(0.5 * (1.0 - confidence)) / normal_upper(0.5 * (1.0 - CONFIDENCE));
    square(far)
}

fn square(number: f64) -> f64 {
    number * number
}

fn events_needed(confidence: f64) -> f64 {
    5.0 * wider(confidence)
}

impl Contrast {
    /// What differs, before anything is known of the others that are looked at.
    pub(super) fn of(
        outcome: &ExperimentOutcome,
        pair: &Pair,
        shortage: Option<Shortage>,
    ) -> Option<Contrast> {
        let (with, without) = (pair.with.mean()?, pair.without.mean()?);
        let speaks = pair.is_rate || shortage.is_none();
        let difference = pair.difference(CONFIDENCE).filter(|_| speaks);
        let ratio = pair.ratio().filter(|_| speaks);
        let rates = if pair.is_rate { pair.rates(CONFIDENCE) } else { None };
        let interval = |sample: &Sample, rate: Option<Measured>| match pair.is_rate {
            true => rate.map(|rate| rate.interval),
            false => mean(sample, CONFIDENCE).filter(|_| speaks).map(|mean| mean.interval),
        };
        let estimate = |sample: &Sample, value: f64, rate: Option<Measured>| Estimate {
            customers: sample.customers,
            value,
            interval: interval(sample, rate),
        };
        Some(Contrast {
            outcome: outcome.name.clone(),
            with: estimate(&pair.with, with, rates.map(|rates| rates.0)),
            without: estimate(&pair.without, without, rates.map(|rates| rates.1)),
            difference: with - without,
            interval: difference.map(|difference| difference.interval),
            corrected: None,
            corrected_confidence: None,
            uplift: ratio.map(|ratio| ratio.value - 1.0),
            uplift_interval: ratio.map(|ratio| ratio.interval.scaled(1.0, -1.0)),
            verdict: if shortage.is_some() { Verdict::NotEnoughData } else { Verdict::NoDifferenceSeen },
            shortage,
        })
    }
}
