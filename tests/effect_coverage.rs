//! Simulated experiments of which the truth is known (PROMO-6): how often the 95 % interval has it inside, at the sizes
//! at which the engine speaks at all, and how often chance alone makes a group look worth targeting.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

use nextsale::measure::contrast::Verdict;
use nextsale::measure::effect::effect;
use nextsale::measure::experiment::{
    Arm, Assignment, Cell, Experiment, ExperimentOutcome, Group, Grouping, OutcomeKind, Tally,
};
use nextsale::measure::interval::{CONFIDENCE, newcombe, wilson};
use nextsale::measure::sample::Whole;
use nextsale::value::money::Currency;
use nextsale::value::text::Line;
use std::rc::Rc;

const SEEDS: u64 = 2000;

/// Xoshiro256++ (Blackman and Vigna), started by SplitMix64.
struct Random([u64; 4]);

impl Random {
    fn seeded(seed: u64) -> Random {
        let mut state = seed;
        Random(std::array::from_fn(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        }))
    }

    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let result = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// Between 0 and 1, neither of them.
    fn part(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        libm::sqrt(-2.0 * libm::log(self.part())) * libm::cos(std::f64::consts::TAU * self.part())
    }

    /// Of how many out of so many it is so, by the gaps between them.
    fn binomial(&mut self, trials: u32, rate: f64) -> u32 {
        let (mut at, mut found) = (0.0, 0);
        loop {
            at += libm::floor(libm::log(self.part()) / libm::log(1.0 - rate)) + 1.0;
            if at > f64::from(trials) {
                return found;
            }
            found += 1;
        }
    }
}

/// How customers behave: how many buy, and what they spend then.
#[derive(Clone)]
struct Shop {
    rate: f64,
    /// What buyers spend, in cents: lognormal amounts, of which each sale is one by chance. So the truth is known exactly.
    amounts: Rc<[i64]>,
}

impl Shop {
    fn new(rate: f64, sigma: f64, typical: f64) -> Shop {
        let mut random = Random::seeded(42);
        let mut cents = || libm::round(libm::exp(sigma * random.normal()) * typical * 100.0) as i64;
        Shop { rate, amounts: (0..1 << 16).map(|_| cents()).collect() }
    }

    /// Buyers, the cents that they spend, and the squares of these.
    fn sell(&self, random: &mut Random, customers: u32) -> [i128; 3] {
        let buyers = random.binomial(customers, self.rate);
        let (mut sum, mut squares) = (0, 0);
        for _ in 0..buyers {
            let cents = self.amounts[(random.next() >> 48) as usize];
            sum += cents;
            squares += cents * cents;
        }
        [buyers.into(), sum.into(), squares.into()]
    }

    /// What a customer spends on average.
    fn mean(&self) -> f64 {
        let sum: i64 = self.amounts.iter().sum();
        self.rate * sum as f64 / self.amounts.len() as f64 / 100.0
    }
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn tallies([buyers, sum, squares]: [i128; 3]) -> Vec<Tally> {
    vec![
        Tally { sum: Whole(buyers), squares: None },
        Tally { sum: Whole(sum), squares: Some(Whole(squares)) },
    ]
}

fn experiment(arms: Vec<Arm>, groupings: Vec<Grouping>) -> Experiment {
    let outcome = |name: &str, kind, currency, decimals| ExperimentOutcome {
        name: line(name),
        kind,
        currency,
        decimals,
        wanted: None,
    };
    Experiment {
        assigned: Some(Assignment::AtRandom),
        control: line("without"),
        outcomes: vec![
            outcome("converted", OutcomeKind::Converted, None, None),
            outcome("worth", OutcomeKind::Worth, Currency::parse("EUR"), Some(2)),
        ],
        arms,
        groupings,
    }
}

fn arm(name: &str, customers: u32, sums: [i128; 3]) -> Arm {
    Arm { name: line(name), customers, tallies: tallies(sums), share: None, cost: None }
}

/// Of the seeds at which the engine speaks: how many there are, and in how many the interval has the truth inside.
fn covered(with: (u32, &Shop), without: (u32, &Shop), seed: u64) -> [(u64, u64); 2] {
    let truths = [with.1.rate - without.1.rate, with.1.mean() - without.1.mean()];
    let mut found = [(0, 0); 2];
    for run in 0..SEEDS {
        let mut random = Random::seeded(seed * SEEDS + run);
        let arms = vec![
            arm("with", with.0, with.1.sell(&mut random, with.0)),
            arm("without", without.0, without.1.sell(&mut random, without.0)),
        ];
        let effect = effect(&experiment(arms, Vec::new()));
        for ((contrast, truth), found) in effect.arms[0].contrasts.iter().zip(truths).zip(&mut found) {
            if contrast.verdict == Verdict::NotEnoughData {
                continue;
            }
            let interval = contrast.interval.unwrap();
            found.0 += 1;
            found.1 += u64::from(!interval.is_above(truth) && !interval.is_below(truth));
        }
    }
    found
}

#[test]
fn promo_6_intervals_of_95_percent_have_the_truth_inside_in_93_to_97_percent_of_experiments() {
    let mut seed = 0;
    let mut lines = Vec::new();
    for rate in [0.005, 0.05, 0.3] {
        for sigma in [0.5, 1.0] {
            // The fewest buyers in the smaller arm of which the engine speaks, with arms of 1:1, 1:4 and 1:9.
            let fewest = [30.0, 255.0, 385.0].map(|effective: f64| effective * libm::exp(sigma * sigma));
            for (ratio, fewest) in [1, 4, 9].into_iter().zip(fewest) {
                if ratio == 9 && rate != 0.05 {
                    continue;
                }
                seed += 1;
                let customers = (fewest * 1.15 / rate) as u32;
                let without = Shop::new(rate, sigma, 40.0);
                // No effect, or one on both the rate and the amount.
                let with = match seed % 2 {
                    0 => without.clone(),
                    _ => Shop::new(rate * 1.2, sigma, 44.0),
                };
                let found = covered((customers, &with), (customers * ratio, &without), seed);
                for (what, (spoken, inside)) in ["rate", "worth"].into_iter().zip(found) {
                    let share = inside as f64 / spoken as f64;
                    lines.push((
                        share,
                        format!("{what}: {rate}, sigma {sigma}, 1:{ratio}: {share:.4} of {spoken}"),
                    ));
                    assert!(spoken > SEEDS * 9 / 10, "the engine speaks: {lines:?}");
                }
            }
        }
    }
    let out: Vec<&String> =
        lines.iter().filter(|(share, _)| !(0.93..=0.97).contains(share)).map(|(_, line)| line).collect();
    assert!(out.is_empty(), "{out:#?} of {lines:#?}");
}

/// The chance of each count of a binomial, by recurrence from its most likely one.
fn binomial_chances(trials: u32, rate: f64) -> Vec<f64> {
    let top = (f64::from(trials) * rate) as u32;
    let mut chances = vec![0.0; trials as usize + 1];
    chances[top as usize] = 1.0;
    let odds = rate / (1.0 - rate);
    for count in top..trials {
        chances[count as usize + 1] =
            chances[count as usize] * odds * f64::from(trials - count) / f64::from(count + 1);
    }
    for count in (0..top).rev() {
        chances[count as usize] =
            chances[count as usize + 1] / odds * f64::from(count + 1) / f64::from(trials - count);
    }
    let all: f64 = chances.iter().sum();
    chances.into_iter().map(|chance| chance / all).collect()
}

/// Not simulated but summed up over all samples that there can be: with five expected of the rarer kind in the smaller arm,
/// the fewest of which the engine speaks when it looks at one outcome.
#[test]
fn promo_6_intervals_of_rates_hold_from_the_first_sizes_of_which_the_engine_speaks() {
    for (rate, lift, ratio) in [(0.01, 1.0, 1), (0.02, 1.5, 4), (0.1, 1.0, 9), (0.3, 1.5, 1), (0.3, 1.0, 4)] {
        let customers = (5.0 / rate) as u32;
        let (with, without) = (customers, customers * ratio);
        let chances = (binomial_chances(with, rate * lift), binomial_chances(without, rate));
        let likely = |chances: &[f64]| {
            let some = chances.iter().copied().enumerate().filter(|(_, chance)| *chance > 1e-8);
            some.map(|(count, chance)| (count as u32, chance)).collect::<Vec<_>>()
        };
        let truth = rate * lift - rate;
        let mut covered = 0.0;
        for (first, chance) in likely(&chances.0) {
            let with = wilson(first, with, CONFIDENCE).unwrap();
            for (second, other) in likely(&chances.1) {
                let interval = newcombe(with, wilson(second, without, CONFIDENCE).unwrap()).interval;
                if !interval.is_above(truth) && !interval.is_below(truth) {
                    covered += chance * other;
                }
            }
        }
        assert!((0.93..=0.97).contains(&covered), "{rate} times {lift}, 1:{ratio}: {covered}");
    }
}

/// An experiment in three arms without any effect, with customers parted in three ways.
fn without_effect(random: &mut Random, shop: &Shop, sizes: [u32; 3]) -> Experiment {
    const PARTS: [usize; 3] = [2, 3, 4];
    let mut arms = [[0_i128; 3]; 3];
    let mut counts = [0; 3];
    let mut groups = PARTS.map(|parts| vec![vec![(0_u32, [0_i128; 3]); 3]; parts]);
    for index in 0..24 {
        let at = [index % 2, index / 2 % 3, index / 6];
        for (arm, size) in sizes.into_iter().enumerate() {
            // Groups of different sizes; chance decides which customers are in which arm.
            let customers = random.binomial(size / 6, if index % 3 == 0 { 0.4 } else { 0.2 });
            let sums = shop.sell(random, customers);
            counts[arm] += customers;
            let add = |into: &mut [i128; 3]| into.iter_mut().zip(sums).for_each(|(into, sum)| *into += sum);
            add(&mut arms[arm]);
            for (groups, at) in groups.iter_mut().zip(at) {
                groups[at][arm].0 += customers;
                add(&mut groups[at][arm].1);
            }
        }
    }
    let cell = |(customers, sums): &(u32, [i128; 3])| Cell { customers: *customers, tallies: tallies(*sums) };
    let groupings = groups.iter().enumerate().map(|(by, groups)| Grouping {
        by: line(&format!("by {by}")),
        groups: groups
            .iter()
            .enumerate()
            .map(|(name, cells)| Group {
                name: line(&format!("group {name}")),
                cells: cells.iter().map(cell).collect(),
            })
            .collect(),
    });
    let names = ["without", "one", "two"];
    let arms = (0..3).map(|index| arm(names[index], counts[index], arms[index])).collect();
    experiment(arms, groupings.collect())
}

#[test]
fn promo_6_without_an_effect_no_group_is_called_worth_targeting_in_more_than_5_percent() {
    let shops = [
        (Shop::new(0.05, 1.0, 40.0), [6000, 6000, 6000]),
        (Shop::new(0.02, 1.0, 40.0), [20_000, 5000, 5000]),
        (Shop::new(0.3, 1.5, 40.0), [800, 800, 3200]),
    ];
    for (number, (shop, sizes)) in shops.into_iter().enumerate() {
        let (mut called, mut targeted, mut looks) = (0, 0, 0);
        for run in 0..SEEDS {
            let mut random = Random::seeded((1000 + number as u64) * SEEDS + run);
            let effect = effect(&without_effect(&mut random, &shop, sizes));
            let is_called = |verdict| !matches!(verdict, Verdict::NoDifferenceSeen | Verdict::NotEnoughData);
            let mut contrasts = effect.groups.iter().flat_map(|group| &group.contrasts);
            let in_all =
                effect.arms.iter().flat_map(|arm| &arm.contrasts).any(|each| is_called(each.verdict));
            let in_groups = contrasts.clone().any(|each| is_called(each.contrast.verdict));
            called += u64::from(in_all) + u64::from(in_groups);
            targeted += u64::from(contrasts.any(|each| each.is_worth_targeting()));
            looks += u64::from(effect.group_looks);
        }
        let share = |count: u64| count as f64 / SEEDS as f64;
        assert!(looks > SEEDS * 10, "shop {number}: there is something to look at: {}", looks / SEEDS);
        assert!(share(targeted) <= 0.05, "shop {number}: {} are worth targeting", share(targeted));
        // Better or worse, of all or of groups: 5 % of each, and what 2,000 seeds may be off by.
        assert!(share(called) <= 2.0 * 0.06, "shop {number}: {} are called different", share(called));
    }
}
