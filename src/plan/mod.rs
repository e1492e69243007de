//! The sales plan: how this company sells, as data (PLAN).

pub mod built_in;
pub mod changes;
pub mod check;
pub mod complaint;
pub mod condition;
pub mod day;
pub mod fact_name;
pub mod holiday;
pub mod limits;
pub mod pace;
pub mod pipeline;
pub mod quotes;
pub mod rhythm;
pub mod rule;
pub mod weights;

use crate::contact::hesitation::HesitationKind;
use crate::value::document::{FromDocument, Place, Problem, Reading};
use crate::value::id::{PlanId, StageId};
use crate::value::money::{Currency, MinorUnits, Money};
use crate::value::text::Line;
use complaint::ComplaintPlan;
use day::DayRhythm;
use holiday::Holiday;
use limits::Limits;
use pipeline::{HesitationPlan, Pipeline, PipelineKind, Stage, WorthTier};
use quotes::QuoteRules;
use rhythm::Rhythm;
use rule::{Rejections, Rule};
use serde_json::Value;
use std::collections::BTreeMap;
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
        /// In which rhythm customers are kept in touch with.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Rhythm>>"))]
        pub rhythm: Vec<Rhythm>,
        /// A dearer deal takes longer: by what percentage of the ideal time, from which worth on (PLAN-3).
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<WorthTier>>"))]
        pub worth_tiers: Vec<WorthTier>,
        /// What answers hesitations of each kind, and what to ask about them.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<HesitationKind, HesitationPlan>>"))]
        pub hesitations: BTreeMap<HesitationKind, HesitationPlan>,
        /// How complaints are put right; the usual if not named.
        pub complaints: Option<ComplaintPlan>,
        /// Days without a purchase or a contact in which they answered after which a customer has to be won back; 365
        /// if not named.
        pub lapsed_after_days: Option<u16>,
        /// Days after which a rapport note is too old to begin with; 365 if not named.
        pub rapport_days: Option<u16>,
        /// What rejected steps teach; the usual if not named.
        pub rejections: Option<Rejections>,
        /// How quotes are counted; the usual if not named.
        pub quotes: Option<QuoteRules>,
        /// Days on which nobody works.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Holiday>>"))]
        pub holidays: Vec<Holiday>,
        /// The guards' limits.
        pub limits: Limits,
        /// Working hours and how long things take.
        pub day: DayRhythm,
    }
}

impl PlanDocument {
    /// The pipelines of a kind, in their order.
    pub fn pipelines_of(&self, kind: PipelineKind) -> impl Iterator<Item = &Pipeline> {
        self.pipelines.iter().filter(move |pipeline| pipeline.covers == kind)
    }

    /// The pipeline of a kind that takes everything, whoever it comes from.
    pub fn pipeline(&self, kind: PipelineKind) -> Option<&Pipeline> {
        self.pipelines_of(kind).find(|pipeline| pipeline.takes.is_none())
    }

    /// The pipeline that a stage belongs to.
    pub fn pipeline_of(&self, stage: &StageId) -> Option<&Pipeline> {
        self.pipelines.iter().find(|pipeline| pipeline.stage(stage).is_some())
    }

    /// A stage of any pipeline of a kind.
    pub fn any_stage(&self, kind: PipelineKind, id: &StageId) -> Option<&Stage> {
        self.pipelines_of(kind).find_map(|pipeline| pipeline.stage(id))
    }

    /// A stage; the first one of its kind where the plan has no such stage (any more).
    pub fn stage(&self, kind: PipelineKind, id: Option<&StageId>) -> Option<&Stage> {
        let first = || self.pipeline(kind).and_then(|pipeline| pipeline.stage(&pipeline.start));
        id.and_then(|id| self.any_stage(kind, id)).or_else(first)
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
