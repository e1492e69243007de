//! Why does a rule not fire, and what is the least that would have to be otherwise (NEXT-2, NEXT-4)?

use super::situation::FactValue;
use super::truth::{Facts, Leaf, Truth, Wanted, truth};
use crate::plan::condition::{Asked, Comparison, Condition, Operand};
use crate::value::order::ranked;

/// So many ways to make a condition true are looked at. A plan's conditions have few; of more, those are kept that
/// ask for the least.
const WAYS: usize = 256;

/// The least that would have to be otherwise for a condition to be true: as few facts as possible, each with all that
/// it would have to be. Nothing if it is true already, or if no facts could make it true.
///
/// ```
/// use nextsale::judge::explain::smallest_change;
/// use nextsale::judge::situation::FactValue;
/// use nextsale::judge::truth::Facts;
/// use nextsale::plan::condition::{Asked, Condition, FactName};
/// use nextsale::value::document::read;
///
/// struct Score(f64);
/// impl Facts for Score {
///     fn value(&self, asked: &Asked) -> Option<FactValue> {
///         (*asked == Asked::Named(FactName::Score)).then_some(FactValue::Number(self.0))
///     }
/// }
/// let both = r#"{ "all": [{ "fact": "score", "atLeast": 40 }, { "fact": "need", "is": "yes" }] }"#;
/// let condition: Condition = read(both).unwrap();
/// let change = smallest_change(&condition, &Score(50.0)).unwrap();
/// assert_eq!(change.len(), 1);
/// assert_eq!(change[0].asked, Asked::Named(FactName::Need));
/// ```
pub fn smallest_change(condition: &Condition, facts: &dyn Facts) -> Option<Vec<Leaf>> {
    if truth(condition, facts) == Truth::True {
        return None;
    }
    let ways = ways(condition, Wanted::Holding, facts);
    let possible = ways.into_iter().filter(|way| groups(way).iter().all(|(_, leaves)| can_be(leaves)));
    let way = possible.min_by_key(|way| cost(way, facts))?;
    let changed = groups(&way).into_iter().filter(|(_, leaves)| !met(leaves, facts));
    Some(changed.flat_map(|(_, leaves)| leaves.into_iter().cloned()).collect())
}

/// The answer without which nobody can say whether a condition is true: it is unknown, somebody could find it out, and
/// nothing else stands in the way. Of several the one that the condition asks for first.
pub fn missing_answer(condition: &Condition, facts: &dyn Facts) -> Option<Leaf> {
    if truth(condition, facts) != Truth::Unknown {
        return None;
    }
    let change = smallest_change(condition, facts)?;
    let can_be_asked = |leaf: &Leaf| leaf.found.is_none() && leaf.asked.can_be_asked_for();
    change.iter().all(can_be_asked).then(|| change.into_iter().next())?
}

/// Leaves by the fact that they ask for.
type Groups<'l> = Vec<(&'l Asked, Vec<&'l Leaf>)>;

fn groups(leaves: &[Leaf]) -> Groups<'_> {
    let mut groups: Groups<'_> = Vec::new();
    for leaf in leaves {
        match groups.iter_mut().find(|(asked, _)| **asked == leaf.asked) {
            Some((_, group)) if group.contains(&leaf) => {}
            Some((_, group)) => group.push(leaf),
            None => groups.push((&leaf.asked, vec![leaf])),
        }
    }
    groups
}

fn met(leaves: &[&Leaf], facts: &dyn Facts) -> bool {
    leaves.iter().all(|leaf| leaf.is_met(facts))
}

/// How many facts would have to be otherwise, then how many of them could only have been so before, then how much is
/// said of them.
fn cost(way: &[Leaf], facts: &dyn Facts) -> (i64, i64, i64) {
    let changed = groups(way);
    let changed = changed.iter().filter(|(_, leaves)| !met(leaves, facts));
    changed.fold((0, 0, 0), |(facts, over, leaves), (_, group)| {
        let is_over = group.iter().any(|leaf| leaf.is_over());
        let said = i64::try_from(group.len()).unwrap_or(i64::MAX);
        (facts.saturating_add(1), over.saturating_add(i64::from(is_over)), leaves.saturating_add(said))
    })
}

/// The ways to make a condition hold, or not hold: each a list of leaves that have to be as they are wanted.
fn ways(condition: &Condition, wanted: Wanted, facts: &dyn Facts) -> Vec<Vec<Leaf>> {
    match (condition, wanted) {
        (Condition::Always, Wanted::Holding) => vec![Vec::new()],
        (Condition::Always, Wanted::NotHolding) => Vec::new(),
        (Condition::Not(inner), Wanted::Holding) => ways(inner, Wanted::NotHolding, facts),
        (Condition::Not(inner), Wanted::NotHolding) => ways(inner, Wanted::Holding, facts),
        (Condition::All(all), Wanted::Holding) | (Condition::Any(all), Wanted::NotHolding) => {
            all.iter().fold(vec![Vec::new()], |so_far, each| {
                fewest(together(&so_far, &ways(each, wanted, facts)), facts)
            })
        }
        (Condition::Any(any), Wanted::Holding) | (Condition::All(any), Wanted::NotHolding) => {
            fewest(any.iter().flat_map(|each| ways(each, wanted, facts)).collect(), facts)
        }
        (Condition::Known(asked), _) => vec![vec![Leaf::of(asked, None, wanted, facts)]],
        (Condition::Compare(asked, comparison), _) => {
            vec![vec![Leaf::of(asked, Some(comparison), wanted, facts)]]
        }
    }
}

/// Every way of the one with every way of the other, without those that contradict themselves.
fn together(one: &[Vec<Leaf>], other: &[Vec<Leaf>]) -> Vec<Vec<Leaf>> {
    let pairs = one.iter().flat_map(|first| other.iter().map(move |second| [first.as_slice(), second]));
    let joined = pairs.map(|pair| pair.concat());
    joined.filter(|way| groups(way).iter().all(|(_, leaves)| can_be(leaves))).collect()
}

fn fewest(ways: Vec<Vec<Leaf>>, facts: &dyn Facts) -> Vec<Vec<Leaf>> {
    if ways.len() <= WAYS {
        return ways;
    }
    let mut ways = ranked(ways, |way: &Vec<Leaf>| cost(way, facts));
    ways.truncate(WAYS);
    ways
}

/// Is there a value that is as all of these leaves want it?
fn can_be(leaves: &[&Leaf]) -> bool {
    leaves.len() < 2 || witness(leaves).is_some()
}

/// What a fact would have to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Witness {
    /// It would have to be unknown.
    Unknown,
    /// It would have to have this value, or one like it.
    Value(FactValue),
}

/// A value that is as all leaves about one fact want it; nothing if none is.
pub fn witness(leaves: &[&Leaf]) -> Option<Witness> {
    let fits = |witness: &Witness| leaves.iter().all(|leaf| leaf.is_met(&Only(leaf, witness)));
    candidates(leaves).into_iter().find(fits)
}

/// One fact, and nothing else.
struct Only<'a>(&'a Leaf, &'a Witness);

impl Facts for Only<'_> {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        match self.1 {
            Witness::Value(value) if *asked == self.0.asked => Some(value.clone()),
            Witness::Value(_) | Witness::Unknown => None,
        }
    }
}

/// Values at and just beside all that the leaves compare with: if any value fits, one of these does.
fn candidates(leaves: &[&Leaf]) -> Vec<Witness> {
    let mut found = vec![Witness::Unknown];
    let mut add = |value: FactValue| found.push(Witness::Value(value));
    for leaf in leaves {
        let operands: &[Operand] = match &leaf.comparison {
            Some(Comparison::Is(operand) | Comparison::IsNot(operand)) => std::slice::from_ref(operand),
            Some(Comparison::OneOf(operands)) => operands,
            Some(Comparison::AtLeast(number) | Comparison::AtMost(number)) => {
                [*number, number - 1.0, number + 1.0].map(FactValue::Number).into_iter().for_each(&mut add);
                continue;
            }
            None => &[],
        };
        for operand in operands {
            match operand {
                Operand::Flag(flag) => [*flag, !flag].map(FactValue::Flag).into_iter().for_each(&mut add),
                Operand::Number(number) => {
                    let near = [*number, number - 1.0, number + 1.0, number + 0.5];
                    near.map(FactValue::Number).into_iter().for_each(&mut add);
                }
                Operand::Name(name) if matches!(leaf.asked, Asked::Attribute(_)) => {
                    let other = format!("other than {name}");
                    [name.clone(), other].map(FactValue::Text).into_iter().for_each(&mut add);
                }
                Operand::Name(name) => {
                    let closed = leaf.asked.closed_list();
                    let others = closed.map_or_else(
                        || vec![format!("other than {name}")],
                        |names| names.into_iter().map(str::to_owned).collect(),
                    );
                    [name.clone()].into_iter().chain(others).map(FactValue::Name).for_each(&mut add);
                }
            }
        }
        if leaf.comparison.is_none() {
            add(FactValue::Number(0.0));
            let names = leaf.asked.closed_list().unwrap_or_default();
            names.into_iter().for_each(|name| add(FactValue::Name(name.to_owned())));
        }
    }
    found
}
