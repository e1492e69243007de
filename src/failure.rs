//! Why something was not done: the document was not well-formed, or the book doesn't allow the fact.

use crate::check::{Objection, Wrong};
use crate::say::en::{objection as say, problem};
use crate::value::document::Problem;
use crate::value::time::Timestamp;
use crate::value::zone::Now;
use serde::Serialize;

/// Why something was not done. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The document is not one that could be meant.
    Malformed(Vec<Problem>),
    /// The document is fine; book or plan don't allow it.
    Refusal(Vec<Objection>),
}

/// A failure as data, with words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FailureView {
    /// What kind of failure it is.
    pub code: FailureCode,
    /// The first place that it is about.
    pub path: String,
    /// All that is wrong.
    pub reasons: Vec<ReasonView>,
    /// All of it in words.
    pub message: String,
}

choice! {
    /// What kind of failure it is.
    pub enum FailureCode {
        /// The document is not one that could be meant.
        Malformed = "malformed",
        /// Book or plan don't allow it.
        Refusal = "refusal",
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReasonView {
    /// Where.
    pub path: String,
    /// What, for programs.
    pub code: String,
    /// What is allowed there, if that can be said in short.
    pub allowed: Option<String>,
    /// The name that was probably meant.
    pub likely: Option<String>,
    /// Times that would do instead (DAY-3).
    pub times: Vec<Timestamp>,
    /// In words.
    pub text: String,
}

impl Failure {
    /// The failure as data, with words.
    pub fn view(&self, now: &Now) -> FailureView {
        let (code, reasons): (FailureCode, Vec<ReasonView>) = match self {
            Failure::Malformed(problems) => {
                (FailureCode::Malformed, problems.iter().map(ReasonView::of_problem).collect())
            }
            Failure::Refusal(objections) => (
                FailureCode::Refusal,
                objections.iter().map(|each| ReasonView::of_objection(now, each)).collect(),
            ),
        };
        let message = match self {
            Failure::Malformed(problems) => problem::problems(problems),
            Failure::Refusal(_) => {
                reasons.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(" · ")
            }
        };
        let path = reasons.first().map(|reason| reason.path.clone()).unwrap_or_default();
        FailureView { code, path, reasons, message }
    }

    /// The same failure of something that stands at a place.
    pub(crate) fn at(self, place: &str) -> Failure {
        let join = |path: &str| match path {
            "" => place.to_owned(),
            path if path.starts_with('[') => format!("{place}{path}"),
            path => format!("{place}.{path}"),
        };
        match self {
            Failure::Malformed(problems) => Failure::Malformed(
                problems
                    .into_iter()
                    .map(|problem| Problem { path: join(&problem.path), ..problem })
                    .collect(),
            ),
            Failure::Refusal(objections) => Failure::Refusal(
                objections.into_iter().map(|each| Objection { path: join(&each.path), ..each }).collect(),
            ),
        }
    }
}

impl ReasonView {
    fn of_problem(found: &Problem) -> ReasonView {
        let fault = serde_json::to_value(&found.fault).unwrap_or_default();
        let code = fault.get("type").and_then(serde_json::Value::as_str).unwrap_or_default();
        ReasonView {
            path: found.path.clone(),
            code: code.to_owned(),
            allowed: Some(found.allowed.clone()),
            likely: found.likely.clone(),
            times: Vec::new(),
            text: problem::problem(found),
        }
    }

    fn of_objection(now: &Now, found: &Objection) -> ReasonView {
        let likely = match &found.fault {
            Wrong::UnknownStage { likely, .. } => likely.clone(),
            _ => None,
        };
        let times = match &found.fault {
            Wrong::Clash { free, .. } => free.clone(),
            _ => Vec::new(),
        };
        ReasonView {
            path: found.path.clone(),
            code: say::code(&found.fault).to_owned(),
            allowed: None,
            likely,
            times,
            text: say::objection(now, found),
        }
    }
}
