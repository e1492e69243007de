//! A plan that is being written, and the plans that were in force before (PLAN-5).

use crate::book::TakenBack;
use crate::journal::entry::{Entry, EntryId};
use crate::journal::fact::Fact;
use crate::judge::Bench;
use crate::plan::Plan;
use crate::plan::built_in::BuiltIn;
use crate::plan::changes::{Change, ChangeKind, changes};
use crate::plan::complaint::ComplaintPlan;
use crate::plan::condition::{AskableFact, Condition};
use crate::plan::quotes::QuoteRules;
use crate::plan::rule::Rule;
use crate::say::en::plan as say;
use crate::say::en::problem::at_its_place;
use crate::say::en::weights;
use crate::value::document::{FromDocument, Problem, parse, read_value};
use crate::value::time::Timestamp;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What there is to say about a plan that is being written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanDraftView {
    /// Whatever is wrong with it; with nothing wrong it can be adopted.
    pub problems: Vec<PlanProblem>,
    /// What its parts say, for those that can be read.
    pub sentences: Vec<PlanSentence>,
    /// What it changes in the plan in force.
    pub changes: Vec<PlanChange>,
    /// What its conditions can ask for.
    pub facts: Vec<AskableFact>,
}

/// Something wrong at a place in a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanProblem {
    /// The place, as JavaScript would write it; empty for the whole.
    pub path: String,
    /// What is wrong there, and what is allowed, in words.
    pub text: String,
    /// What is allowed there.
    pub allowed: String,
    /// The name that was probably meant.
    pub likely: Option<String>,
}

/// A part of a plan in plain language: a rule, what must be true to enter a stage, what a signal counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanSentence {
    /// The place: `rules[2]`, `pipelines[0].stages[1].enter`, `signals.kinds.visited`.
    pub path: String,
    /// The sentence.
    pub text: String,
}

/// A place at which two plans differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanChange {
    /// The place, as JavaScript would write it.
    pub path: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// The place in words.
    pub place: String,
    /// What was there, in words.
    pub before: Option<String>,
    /// What is there now, in words.
    pub after: Option<String>,
    /// All of it in one line.
    pub text: String,
}

/// The plans that were in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanVersionsView {
    /// Latest first; the first is in force, the last came with the engine.
    pub versions: Vec<PlanVersionView>,
    /// The plans that come along, to begin with.
    pub built_in: Vec<Plan>,
}

/// A plan that was in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanVersionView {
    /// The entry that adopted it; nothing for the plan that came with the engine.
    pub entry: Option<EntryId>,
    /// When it was adopted.
    pub at: Option<Timestamp>,
    /// Who adopted it, by name.
    pub by: Option<String>,
    /// The plan.
    pub plan: Plan,
    /// What it changed in the one before.
    pub changes: Vec<PlanChange>,
}

impl PlanDraftView {
    /// Looks at a plan that is being written.
    pub fn of(in_force: &Plan, text: &str) -> PlanDraftView {
        let draft = match parse(text) {
            Ok(draft) => draft,
            Err(problems) => {
                let problems = problems.iter().map(PlanProblem::of).collect();
                return PlanDraftView {
                    problems,
                    sentences: Vec::new(),
                    changes: Vec::new(),
                    facts: AskableFact::all(),
                };
            }
        };
        let read = read_value::<Plan>(&draft);
        let compared = read.as_ref().ok().map_or_else(|| draft.clone(), document);
        PlanDraftView {
            problems: read.err().unwrap_or_default().iter().map(PlanProblem::of).collect(),
            sentences: sentences(&draft),
            changes: listed(&document(in_force), &compared),
            facts: AskableFact::all(),
        }
    }
}

impl PlanVersionsView {
    /// Looks through the journal.
    pub fn of(
        bench: &Bench<'_>,
        built_in: &Plan,
        entries: &BTreeMap<EntryId, Entry>,
        taken_back: &TakenBack,
    ) -> PlanVersionsView {
        let first =
            PlanVersionView { entry: None, at: None, by: None, plan: built_in.clone(), changes: Vec::new() };
        let mut before = document(built_in);
        let mut versions = vec![first];
        for entry in entries.values().filter(|entry| !taken_back.contains(entry)) {
            let Some(Fact::PlanAdopted(adopted)) = entry.fact.fact() else { continue };
            let after = document(&adopted.plan);
            let by =
                entry.by.as_ref().map(|by| bench.book.member(by).map_or(by.as_str(), |by| by.name.as_str()));
            versions.push(PlanVersionView {
                entry: Some(entry.id.clone()),
                at: Some(entry.at),
                by: by.map(str::to_owned),
                plan: (*adopted.plan).clone(),
                changes: listed(&before, &after),
            });
            before = after;
        }
        versions.reverse();
        let built_in = BuiltIn::ALL.iter().filter_map(|plan| plan.plan().ok()).collect();
        PlanVersionsView { versions, built_in }
    }
}

impl PlanProblem {
    pub(super) fn of(problem: &Problem) -> PlanProblem {
        PlanProblem {
            path: problem.path.clone(),
            text: at_its_place(problem),
            allowed: problem.allowed.clone(),
            likely: problem.likely.clone(),
        }
    }
}

impl PlanChange {
    fn of(change: &Change) -> PlanChange {
        let words = |value: &Option<Value>| value.as_ref().map(say::value_words);
        PlanChange {
            path: change.path.clone(),
            kind: change.kind,
            place: say::place(change),
            before: words(&change.before),
            after: words(&change.after),
            text: say::change(change),
        }
    }
}

fn listed(before: &Value, after: &Value) -> Vec<PlanChange> {
    changes(before, after).iter().map(PlanChange::of).collect()
}

/// A plan as the document that it writes. By way of its text: the engine has the means for that anyway.
fn document(plan: &Plan) -> Value {
    serde_json::to_string(plan).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Part by part, so that a fault in one place leaves the words of all others.
fn sentences(draft: &Value) -> Vec<PlanSentence> {
    let mut found = Vec::new();
    for (at, pipeline) in elements(draft, "pipelines") {
        for (stage_at, stage) in elements(pipeline, "stages") {
            let path = format!("pipelines[{at}].stages[{stage_at}].enter");
            found.extend(sentence(path, stage.get("enter"), |asked: &Condition| say::enter(asked)));
        }
        let takes = pipeline.get("takes");
        found
            .extend(sentence(format!("pipelines[{at}].takes"), takes, |asked: &Condition| say::enter(asked)));
    }
    for (at, rule) in elements(draft, "rules") {
        // The condition by itself too: it has words before the rest of the rule is written.
        found.extend(sentence(format!("rules[{at}].when"), rule.get("when"), |asked: &Condition| {
            say::when(asked)
        }));
        found.extend(sentence(format!("rules[{at}]"), Some(rule), |rule: &Rule| say::rule(rule)));
    }
    for (at, segment) in elements(draft, "rhythm") {
        let when = segment.get("when");
        found.extend(sentence(format!("rhythm[{at}].when"), when, |asked: &Condition| say::when(asked)));
    }
    found.extend(sentence("score".to_owned(), draft.get("score"), weights::score));
    // Where a plan says nothing of these, what is usual holds.
    let usual = |path: &str, text: String| PlanSentence { path: path.to_owned(), text };
    let said = |field: &str| draft.get(field).filter(|value| !value.is_null());
    found.extend(match said("complaints") {
        Some(complaints) => sentence("complaints".to_owned(), Some(complaints), weights::complaints),
        None => ComplaintPlan::usual().map(|plan| usual("complaints", weights::complaints(&plan))),
    });
    found.extend(match said("quotes") {
        Some(rules) => sentence("quotes".to_owned(), Some(rules), weights::quotes),
        None => Some(usual("quotes", weights::quotes(&QuoteRules::USUAL))),
    });
    found.extend(sentence("rejections".to_owned(), draft.get("rejections"), weights::rejections));
    found.extend(sentences_in(draft, "signals.kinds", weights::signal));
    found.extend(sentences_in(draft, "qualification.topics", weights::topic));
    found.extend(sentences_in(draft, "hesitations", weights::hesitation));
    found.extend(sentences_in(draft, "quotes.follows", weights::follows));
    found
}

/// Of each field at a place.
fn sentences_in<T: FromDocument>(
    draft: &Value,
    place: &str,
    say: impl Fn(&T) -> String,
) -> Vec<PlanSentence> {
    let here = place.split('.').try_fold(draft, |value, field| value.get(field));
    let fields = here.and_then(Value::as_object).into_iter().flatten();
    fields.filter_map(|(name, value)| sentence(format!("{place}.{name}"), Some(value), &say)).collect()
}

fn sentence<T: FromDocument>(
    path: String,
    value: Option<&Value>,
    say: impl Fn(&T) -> String,
) -> Option<PlanSentence> {
    let read = read_value::<T>(value?).ok()?;
    Some(PlanSentence { path, text: say(&read) })
}

fn elements<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = (usize, &'v Value)> {
    value.get(field).and_then(Value::as_array).into_iter().flatten().enumerate()
}
