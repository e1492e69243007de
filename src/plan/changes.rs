//! What differs between two plans, as data (PLAN-5).
//!
//! Documents are compared, not types: a draft that has a fault can then be compared too, and whatever the plan learns
//! next is compared without a word here.

use serde_json::{Map, Value};

/// One place at which two plans differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The place in the later document, as JavaScript would write it; in the earlier one for what was taken out.
    pub path: String,
    /// What the place is called, from the outside in.
    pub within: Vec<Part>,
    /// What was there; nothing if it is new.
    pub before: Option<Value>,
    /// What is there now; nothing if it was taken out.
    pub after: Option<Value>,
    /// What became of it.
    pub kind: ChangeKind,
}

/// A step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A field.
    Field(String),
    /// A thing with an id, by its name; else by where it stands, from 1.
    Thing(String),
}

choice! {
    /// What became of a place in a plan.
    pub enum ChangeKind {
        /// It is new.
        Added = "added",
        /// It was taken out.
        Removed = "removed",
        /// It is another.
        Changed = "changed",
        /// The same things stand in another order.
        Reordered = "reordered",
    }
}

/// All places at which two documents differ, in the order of the later one.
///
/// ```
/// use nextsale::plan::changes::changes;
/// let before = serde_json::from_str(r#"{ "rules": [{ "id": "a", "days": 3 }, { "id": "b" }] }"#).unwrap();
/// let after = serde_json::from_str(r#"{ "rules": [{ "id": "a", "days": 4 }] }"#).unwrap();
/// let found = changes(&before, &after);
/// assert_eq!(found[0].path, "rules[0].days");
/// assert_eq!((found[1].path.as_str(), found[1].after.is_none()), ("rules[1]", true));
/// ```
pub fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let mut walk = Walk { within: Vec::new(), found: Vec::new() };
    walk.compare("", before, after);
    walk.found
}

struct Walk {
    within: Vec<Part>,
    found: Vec<Change>,
}

impl Walk {
    fn note(&mut self, path: &str, before: Option<&Value>, after: Option<&Value>) {
        let kind = match (before, after) {
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.note_as(kind, path, before, after);
    }

    fn note_as(&mut self, kind: ChangeKind, path: &str, before: Option<&Value>, after: Option<&Value>) {
        self.found.push(Change {
            path: path.to_owned(),
            within: self.within.clone(),
            before: before.cloned(),
            after: after.cloned(),
            kind,
        });
    }

    fn compare(&mut self, path: &str, before: &Value, after: &Value) {
        if same(before, after) {
            return;
        }
        match (before, after) {
            (Value::Object(before), Value::Object(after))
                if !is_condition(before) && !is_condition(after) =>
            {
                self.fields(path, before, after);
            }
            (Value::Array(before), Value::Array(after)) if are_things(before) && are_things(after) => {
                self.things(path, before, after);
            }
            (Value::Array(old), Value::Array(new)) if are_objects(old) && are_objects(new) => {
                self.places(path, old, new);
            }
            _ => self.note(path, Some(before), Some(after)),
        }
    }

    fn inside(&mut self, part: Part, path: &str, before: Option<&Value>, after: Option<&Value>) {
        self.within.push(part);
        match (before, after) {
            (Some(before), Some(after)) => self.compare(path, before, after),
            (None, None) => {}
            _ => self.note(path, before, after),
        }
        self.within.pop();
    }

    fn fields(&mut self, path: &str, before: &Map<String, Value>, after: &Map<String, Value>) {
        let gone = before.keys().filter(|name| !after.contains_key(*name));
        for name in after.keys().chain(gone) {
            let here = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let known =
                |fields: &Map<String, Value>| fields.get(name).filter(|value| !is_nothing(value)).cloned();
            self.inside(Part::Field(name.clone()), &here, known(before).as_ref(), known(after).as_ref());
        }
    }

    /// Things with ids are the same wherever they stand.
    fn things(&mut self, path: &str, before: &[Value], after: &[Value]) {
        for (at, thing) in after.iter().enumerate() {
            let old = before.iter().find(|old| id(old) == id(thing));
            self.inside(Part::Thing(name(thing)), &format!("{path}[{at}]"), old, Some(thing));
        }
        for (at, thing) in before.iter().enumerate() {
            if !after.iter().any(|new| id(new) == id(thing)) {
                self.inside(Part::Thing(name(thing)), &format!("{path}[{at}]"), Some(thing), None);
            }
        }
        let kept = |here: &[Value], there: &[Value]| -> Vec<Value> {
            let both = here.iter().filter(|thing| there.iter().any(|other| id(other) == id(thing)));
            both.map(|thing| Value::from(name(thing))).collect()
        };
        let ids = |things: &[Value], others: &[Value]| -> Vec<Option<Value>> {
            let both = things.iter().filter(|thing| others.iter().any(|other| id(other) == id(thing)));
            both.map(|thing| id(thing).cloned()).collect()
        };
        if ids(before, after) != ids(after, before) {
            let (old, new) = (Value::from(kept(before, after)), Value::from(kept(after, before)));
            self.note_as(ChangeKind::Reordered, path, Some(&old), Some(&new));
        }
    }

    /// Things without ids are the same where they stand at the same place.
    fn places(&mut self, path: &str, before: &[Value], after: &[Value]) {
        for at in 0..before.len().max(after.len()) {
            let part = Part::Thing(at.saturating_add(1).to_string());
            self.inside(part, &format!("{path}[{at}]"), before.get(at), after.get(at));
        }
    }
}

/// Does it say no more than a field that is not there?
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Are two values the same? However their numbers are written: 14 is 14.0.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(name, one)| other.get(name).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}

/// A condition is changed as a whole: half a condition has no words.
fn is_condition(fields: &Map<String, Value>) -> bool {
    ["all", "any", "not", "known", "always", "fact"].iter().any(|word| fields.contains_key(*word))
}

fn are_objects(list: &[Value]) -> bool {
    list.iter().all(|value| matches!(value, Value::Object(fields) if !is_condition(fields)))
}

fn are_things(list: &[Value]) -> bool {
    list.iter().all(|value| id(value).is_some())
}

fn id(value: &Value) -> Option<&Value> {
    value.get("id")
}

fn name(thing: &Value) -> String {
    let named = |field: &str| thing.get(field).and_then(Value::as_str);
    named("name").or_else(|| named("id")).unwrap_or_default().to_owned()
}
