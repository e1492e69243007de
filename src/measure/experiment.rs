//! What was measured of customers in several arms of an experiment: not the customers, but their sums. So a million of
//! them take no more room than ten, and whatever is computed from the sums is what would be computed from the rows.

use super::sample::{Sample, Whole};
use crate::value::money::{Currency, Money};
use crate::value::text::Line;

choice! {
    /// What was looked at.
    pub enum OutcomeKind {
        /// Whether somebody came to look.
        Visited = "visited",
        /// Whether somebody bought.
        Converted = "converted",
        /// Whether somebody came back: bought a second time, was there again.
        CameBack = "cameBack",
        /// Something else that is so or not of each customer.
        OtherRate = "otherRate",
        /// What somebody spent.
        Worth = "worth",
        /// How often somebody came.
        Visits = "visits",
        /// Something else that each customer has a number of.
        OtherAmount = "otherAmount",
    }
}

impl OutcomeKind {
    /// Is it so or not so of a customer, rather than a number?
    pub fn is_rate(self) -> bool {
        use OutcomeKind::{CameBack, Converted, OtherRate, Visited};
        matches!(self, Visited | Converted | CameBack | OtherRate)
    }
}

choice! {
    /// What we hope for.
    pub enum Wanted {
        /// The more, the better.
        More = "more",
        /// The less, the better: goods sent back, customers lost.
        Less = "less",
    }
}

choice! {
    /// How it was decided who gets what.
    pub enum Assignment {
        /// By chance alone.
        AtRandom = "atRandom",
        /// Somebody chose, or the customers did.
        Chosen = "chosen",
    }
}

record! {
    /// Something that was looked at, of every customer.
    pub struct ExperimentOutcome {
        /// What it is called.
        pub name: Line,
        /// What it is.
        pub kind: OutcomeKind,
        /// The currency of a worth.
        pub currency: Option<Currency>,
        /// How many decimals the last digit of its sums stands behind, 0 to 9; none if nobody says.
        pub decimals: Option<u8>,
        /// What we hope for; more if nobody says.
        pub wanted: Option<Wanted>,
    }
}

record! {
    /// The sums of one outcome over some customers, in units of its last decimal.
    pub struct Tally {
        /// The sum; of a rate, of how many it was so.
        pub sum: Whole,
        /// The sum of the squares; not needed of a rate.
        pub squares: Option<Whole>,
    }
}

record! {
    /// The customers who got one thing.
    pub struct Arm {
        /// What it is called.
        pub name: Line,
        /// How many customers.
        pub customers: u32,
        /// Their sums, in the order of the outcomes.
        pub tallies: Vec<Tally>,
        /// Its planned share of all customers, as a part beside those of the others.
        pub share: Option<u32>,
        /// What it cost in all.
        pub cost: Option<Money>,
    }
}

record! {
    /// Those customers of a group who were in one arm.
    pub struct Cell {
        /// How many customers.
        pub customers: u32,
        /// Their sums, in the order of the outcomes.
        pub tallies: Vec<Tally>,
    }
}

record! {
    /// Customers who have something in common that they had before the experiment.
    pub struct Group {
        /// What it is called.
        pub name: Line,
        /// Its customers, in the order of the arms.
        pub cells: Vec<Cell>,
    }
}

record! {
    /// One way to part customers into groups.
    pub struct Grouping {
        /// By what.
        pub by: Line,
        /// The groups.
        pub groups: Vec<Group>,
    }
}

record! {
    /// What was measured of customers in several arms.
    pub struct Experiment {
        /// How it was decided who gets what; unknown if nobody says.
        pub assigned: Option<Assignment>,
        /// The name of the arm that got nothing, and that the others are held against.
        pub control: Line,
        /// What was looked at.
        pub outcomes: Vec<ExperimentOutcome>,
        /// The arms.
        pub arms: Vec<Arm>,
        /// Ways to part the customers into groups.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Grouping>>"))]
        pub groupings: Vec<Grouping>,
    }
}

/// What can't be true of an experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// No arm has the name of the control.
    NoSuchArm,
    /// There are less than two arms, or no outcomes.
    TooFew,
    /// Another one has that name.
    SameName,
    /// A worth has no currency.
    NoCurrency,
    /// More decimals than nine.
    TooManyDecimals,
    /// There are not as many as outcomes, or as arms.
    NotAsMany,
    /// It was so of less than none or of more than all.
    NotAPart,
    /// No numbers have this sum and this sum of squares.
    ImpossibleSums,
    /// The groups have more than there is in the arm.
    MoreThanAll,
    /// The cost is not in the currency of the worth.
    OtherCurrency,
}

impl Experiment {
    /// Where the arm that got nothing stands.
    pub fn control_index(&self) -> Option<usize> {
        self.arms.iter().position(|arm| arm.name == self.control)
    }

    /// What can't be true, with the place of each.
    pub fn flaws(&self) -> Vec<(String, Flaw)> {
        let mut flaws = Flaws { outcomes: &self.outcomes, found: Vec::new() };
        if self.control_index().is_none() {
            flaws.add("control".to_owned(), Flaw::NoSuchArm);
        }
        if self.arms.len() < 2 {
            flaws.add("arms".to_owned(), Flaw::TooFew);
        }
        flaws.outcomes();
        flaws.names("arms", self.arms.iter().map(|arm| &arm.name));
        let currency = self.outcomes.iter().find_map(|outcome| outcome.currency);
        for (index, arm) in self.arms.iter().enumerate() {
            let place = format!("arms[{index}]");
            flaws.cell(&place, arm.customers, &arm.tallies);
            if arm.cost.is_some_and(|cost| Some(cost.currency) != currency) {
                flaws.add(format!("{place}.cost"), Flaw::OtherCurrency);
            }
        }
        flaws.names("groupings", self.groupings.iter().map(|grouping| &grouping.by));
        for (index, grouping) in self.groupings.iter().enumerate() {
            self.grouping_flaws(&format!("groupings[{index}]"), grouping, &mut flaws);
        }
        flaws.found
    }

    fn grouping_flaws(&self, place: &str, grouping: &Grouping, flaws: &mut Flaws<'_>) {
        flaws.names(&format!("{place}.groups"), grouping.groups.iter().map(|group| &group.name));
        for (index, group) in grouping.groups.iter().enumerate() {
            let place = format!("{place}.groups[{index}].cells");
            if group.cells.len() != self.arms.len() {
                flaws.add(place.clone(), Flaw::NotAsMany);
            }
            for (index, cell) in group.cells.iter().enumerate() {
                flaws.cell(&format!("{place}[{index}]"), cell.customers, &cell.tallies);
            }
        }
        for (index, arm) in self.arms.iter().enumerate() {
            let cells = grouping.groups.iter().filter_map(|group| group.cells.get(index));
            let customers: u64 = cells.map(|cell| u64::from(cell.customers)).sum();
            if customers > u64::from(arm.customers) {
                flaws.add(place.to_owned(), Flaw::MoreThanAll);
            }
        }
    }
}

impl ExperimentOutcome {
    /// The sums of one outcome as a sample.
    pub fn sample(&self, customers: u32, tally: &Tally) -> Sample {
        let squares = if self.kind.is_rate() { None } else { tally.squares };
        Sample {
            customers,
            sum: tally.sum.0,
            squares: squares.unwrap_or(tally.sum).0,
            decimals: if self.kind.is_rate() { 0 } else { u32::from(self.decimals.unwrap_or(0)) },
        }
    }
}

struct Flaws<'e> {
    outcomes: &'e [ExperimentOutcome],
    found: Vec<(String, Flaw)>,
}

impl Flaws<'_> {
    fn add(&mut self, place: String, flaw: Flaw) {
        self.found.push((place, flaw));
    }

    fn outcomes(&mut self) {
        if self.outcomes.is_empty() {
            self.add("outcomes".to_owned(), Flaw::TooFew);
        }
        self.names("outcomes", self.outcomes.iter().map(|outcome| &outcome.name));
        for (index, outcome) in self.outcomes.iter().enumerate() {
            if outcome.kind == OutcomeKind::Worth && outcome.currency.is_none() {
                self.add(format!("outcomes[{index}].currency"), Flaw::NoCurrency);
            }
            if outcome.decimals.is_some_and(|decimals| decimals > 9) {
                self.add(format!("outcomes[{index}].decimals"), Flaw::TooManyDecimals);
            }
        }
    }

    fn names<'n>(&mut self, place: &str, names: impl Iterator<Item = &'n Line>) {
        let mut seen: Vec<&Line> = Vec::new();
        for (index, name) in names.enumerate() {
            if seen.contains(&name) {
                self.add(format!("{place}[{index}]"), Flaw::SameName);
            }
            seen.push(name);
        }
    }

    fn cell(&mut self, place: &str, customers: u32, tallies: &[Tally]) {
        if tallies.len() != self.outcomes.len() {
            self.add(format!("{place}.tallies"), Flaw::NotAsMany);
        }
        for (index, (outcome, tally)) in self.outcomes.iter().zip(tallies).enumerate() {
            let sample = outcome.sample(customers, tally);
            let flaw = match outcome.kind.is_rate() {
                true if !(0..=i128::from(customers)).contains(&sample.sum) => Some(Flaw::NotAPart),
                false if tally.squares.is_none() || !is_possible(&sample) => Some(Flaw::ImpossibleSums),
                _ => None,
            };
            if let Some(flaw) = flaw {
                self.found.push((format!("{place}.tallies[{index}]"), flaw));
            }
        }
    }
}

/// Are there numbers with these sums? By Cauchy and Schwarz, and since no whole number is larger than its square.
fn is_possible(sample: &Sample) -> bool {
    let sum = sample.sum.unsigned_abs();
    let least = at_least(sum, sample.customers);
    let squares = u128::try_from(sample.squares).ok();
    squares.zip(least).is_some_and(|(squares, least)| squares >= least.max(sum))
}

/// The least sum of squares that so many numbers with a sum can have, without its fraction.
fn at_least(sum: u128, customers: u32) -> Option<u128> {
    let customers = u128::from(customers);
    if customers == 0 {
        return (sum == 0).then_some(0);
    }
    let (whole, rest) = (sum.checked_div(customers)?, sum.checked_rem(customers)?);
    // sum²/n = whole·sum + rest·whole + rest²/n, with the sum as whole·n + rest.
    whole
        .checked_mul(sum)?
        .checked_add(rest.checked_mul(whole)?)?
        .checked_add(rest.checked_mul(rest)?.checked_div(customers)?)
}
