//! The sales plan: how this company sells, as data (PLAN).

pub mod built_in;
pub mod changes;
pub mod check;
pub mod condition;
pub mod day;
pub mod limits;
pub mod pipeline;
pub mod rule;
pub mod weights;

use crate::value::document::{FromDocument, Place, Problem, Reading};
use crate::value::id::{PlanId, StageId};
use crate::value::money::{Currency, MinorUnits, Money};
use crate::value::text::Line;
use day::DayRhythm;
use limits::Limits;
use pipeline::{Pipeline, PipelineKind, Stage};
use rule::Rule;
use serde_json::Value;
use weights::{Qualification, ScoreWeights, SignalWeights};

record! {
    /// The parts of a plan, each read but not yet checked against the others.
    pub struct PlanDocument {
        /// Its id.
        pub id: PlanId,
        /// Its version, counted up with each change.
        pub version: u32,
        /// Its name.
        pub name: Line,
        /// The currency in which worth is counted.
        pub currency: Currency,
        /// What a sale is worth as long as nobody knows better, in minor units of the currency.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub typical_worth: MinorUnits,
        /// The stages, for leads, deals and customers.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Pipeline>"))]
        pub pipelines: Vec<Pipeline>,
        /// What signals mean.
        pub signals: SignalWeights,
        /// What budget, authority, need and timeline mean.
        pub qualification: Qualification,
        /// How the score is made up.
        pub score: ScoreWeights,
        /// The rules that propose next steps.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Rule>"))]
        pub rules: Vec<Rule>,
        /// The guards' limits.
        pub limits: Limits,
        /// Working hours and how long things take.
        pub day: DayRhythm,
    }
}

/// A sales plan that was checked whole: its stages lead somewhere, its ids are its own, its rules can be asked.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "PlanDocument"))]
#[serde(transparent)]
pub struct Plan(PlanDocument);

impl std::ops::Deref for Plan {
    type Target = PlanDocument;
    fn deref(&self) -> &PlanDocument {
        &self.0
    }
}

impl Plan {
    /// Reads and checks a plan. Gives all problems, not only the first.
    ///
    /// ```
    /// use nextsale::plan::{Plan, built_in};
    /// let text = built_in::STANDARD.replace("\"idealDays\"", "\"idealDay\"");
    /// let problems = Plan::read(&text).unwrap_err();
    /// assert_eq!(problems[1].path, "pipelines[0].stages[0].idealDay");
    /// assert_eq!(problems[1].likely.as_deref(), Some("idealDays"));
    /// ```
    pub fn read(text: &str) -> Result<Plan, Vec<Problem>> {
        crate::value::document::read(text)
    }

    /// The pipeline of a kind.
    pub fn pipeline(&self, kind: PipelineKind) -> Option<&Pipeline> {
        self.pipelines.iter().find(|pipeline| pipeline.covers == kind)
    }

    /// A stage of a pipeline; its first stage where the plan has no such stage (any more).
    pub fn stage(&self, kind: PipelineKind, id: Option<&StageId>) -> Option<&Stage> {
        let pipeline = self.pipeline(kind)?;
        id.and_then(|id| pipeline.stage(id)).or_else(|| pipeline.stage(&pipeline.start))
    }

    /// What a sale is worth as long as nobody knows better.
    pub fn typical_worth(&self) -> Money {
        Money { minor: self.typical_worth.0, currency: self.currency }
    }
}

impl FromDocument for Plan {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let before = reading.problem_count();
        let document = PlanDocument::from_document(value, place, reading);
        check::check_value(value, place, reading);
        let document = document?;
        check::check(&document, place, reading);
        (reading.problem_count() == before).then_some(Plan(document))
    }
}
