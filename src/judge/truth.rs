//! Is a condition true (NEXT-4)? What nobody knows is neither true nor false.

use super::situation::FactValue;
use crate::plan::condition::{Asked, Comparison, Condition, Operand};

/// True, false, or nobody knows: Kleene's three-valued logic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    False,
    /// Something that it asks for is not known.
    Unknown,
    /// It holds.
    True,
}

impl Truth {
    fn of(holds: bool) -> Truth {
        if holds { Truth::True } else { Truth::False }
    }

    fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::Unknown => Truth::Unknown,
            Truth::False => Truth::True,
        }
    }
}

/// Something that knows facts.
pub trait Facts {
    /// The value of what is asked for; nothing if nobody knows.
    fn value(&self, asked: &Asked) -> Option<FactValue>;
}

/// Is a condition true, as far as these facts are known?
pub fn truth(condition: &Condition, situation: &dyn Facts) -> Truth {
    match condition {
        Condition::Always => Truth::True,
        Condition::All(all) => all.iter().map(|each| truth(each, situation)).min().unwrap_or(Truth::True),
        Condition::Any(any) => any.iter().map(|each| truth(each, situation)).max().unwrap_or(Truth::False),
        Condition::Not(condition) => truth(condition, situation).not(),
        Condition::Known(asked) => Truth::of(situation.value(asked).is_some()),
        Condition::Compare(asked, comparison) => match situation.value(asked) {
            Some(value) => compare(&value, comparison),
            None => Truth::Unknown,
        },
    }
}

/// A value that can't be compared so, like text with a number, is as if it were not known.
fn compare(value: &FactValue, comparison: &Comparison) -> Truth {
    match comparison {
        Comparison::Is(operand) => equal(value, operand),
        Comparison::IsNot(operand) => equal(value, operand).not(),
        Comparison::OneOf(operands) => {
            operands.iter().map(|operand| equal(value, operand)).max().unwrap_or(Truth::False)
        }
        Comparison::AtLeast(least) => {
            number(value).map_or(Truth::Unknown, |number| Truth::of(number >= *least))
        }
        Comparison::AtMost(most) => number(value).map_or(Truth::Unknown, |number| Truth::of(number <= *most)),
    }
}

fn number(value: &FactValue) -> Option<f64> {
    match value {
        FactValue::Number(number) if number.is_nan() => None,
        FactValue::Number(number) => Some(*number),
        FactValue::Flag(_) | FactValue::Name(_) | FactValue::Text(_) => None,
    }
}

fn equal(value: &FactValue, operand: &Operand) -> Truth {
    match (value, operand) {
        (FactValue::Flag(value), Operand::Flag(operand)) => Truth::of(value == operand),
        (FactValue::Number(_), Operand::Number(operand)) => {
            number(value).map_or(Truth::Unknown, |number| Truth::of(number == *operand))
        }
        (FactValue::Name(value), Operand::Name(operand)) => Truth::of(value == operand),
        (FactValue::Text(value), Operand::Name(operand)) => {
            Truth::of(value.to_lowercase() == operand.to_lowercase())
        }
        _ => Truth::Unknown,
    }
}

/// A leaf of a condition, and whether it should hold for the whole to be true.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// What it asks for.
    pub asked: Asked,
    /// How it compares; nothing if it only has to be known.
    pub comparison: Option<Comparison>,
    /// Should it hold, or not hold?
    pub wanted: Wanted,
    /// What the book knows.
    pub found: Option<FactValue>,
}

impl Leaf {
    pub(super) fn of(
        asked: &Asked,
        comparison: Option<&Comparison>,
        wanted: Wanted,
        facts: &dyn Facts,
    ) -> Leaf {
        Leaf { asked: asked.clone(), comparison: comparison.cloned(), wanted, found: facts.value(asked) }
    }

    /// Should it be unknown, though it is known and stays so? What has come about can't be asked away.
    ///
    /// ```
    /// use nextsale::judge::situation::FactValue;
    /// use nextsale::judge::truth::{Leaf, Wanted};
    /// use nextsale::plan::condition::{Asked, FactName};
    /// let asked = Asked::Named(FactName::DaysSinceContact);
    /// let never = |found| Leaf { asked: asked.clone(), comparison: None, wanted: Wanted::NotHolding, found };
    /// assert!(never(Some(FactValue::Number(2.0))).is_over());
    /// assert!(!never(None).is_over());
    /// ```
    pub fn is_over(&self) -> bool {
        let unknown = self.comparison.is_none() && self.wanted == Wanted::NotHolding;
        unknown && self.found.is_some() && !self.asked.can_be_asked_for()
    }

    /// Is it as it should be, as far as these facts are known?
    pub fn is_met(&self, facts: &dyn Facts) -> bool {
        let asked = self.asked.clone();
        let leaf = match &self.comparison {
            None => Condition::Known(asked),
            Some(comparison) => Condition::Compare(asked, comparison.clone()),
        };
        let truth = truth(&leaf, facts);
        match self.wanted {
            Wanted::Holding => truth == Truth::True,
            Wanted::NotHolding => truth == Truth::False,
        }
    }
}

/// Should a leaf hold for the whole to be true?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Yes.
    Holding,
    /// No: it stands under a `not`.
    NotHolding,
}

impl Wanted {
    pub(super) fn other(self) -> Wanted {
        match self {
            Wanted::Holding => Wanted::NotHolding,
            Wanted::NotHolding => Wanted::Holding,
        }
    }
}

/// The leaves that make a condition true (or, if `truth` is not true, that keep it from being so).
pub fn leaves(condition: &Condition, situation: &dyn Facts) -> Vec<Leaf> {
    let mut found = Vec::new();
    let aim = if truth(condition, situation) == Truth::True { Truth::True } else { Truth::False };
    collect(condition, situation, Wanted::Holding, aim, &mut found);
    found
}

/// Visits the branches whose truth decides: those that are true if the whole is, else those that are not.
fn collect(condition: &Condition, situation: &dyn Facts, wanted: Wanted, aim: Truth, found: &mut Vec<Leaf>) {
    let decides = |condition: &Condition| {
        let truth = truth(condition, situation);
        let truth = if wanted == Wanted::Holding { truth } else { truth.not() };
        if aim == Truth::True { truth == Truth::True } else { truth != Truth::True }
    };
    match condition {
        Condition::Always => {}
        Condition::All(conditions) | Condition::Any(conditions) => {
            for condition in conditions.iter().filter(|condition| decides(condition)) {
                collect(condition, situation, wanted, aim, found);
            }
        }
        Condition::Not(condition) => {
            collect(condition, situation, wanted.other(), aim, found);
        }
        Condition::Known(asked) => found.push(Leaf::of(asked, None, wanted, situation)),
        Condition::Compare(asked, comparison) => {
            found.push(Leaf::of(asked, Some(comparison), wanted, situation));
        }
    }
}
