//! The plans that come with the engine (PLAN-2). Each is usable as it is, and covers the whole cycle: finding leads,
//! every stage of interest, the sale, and after it feedback, referral and the next sale.

use super::Plan;
use crate::value::document::Problem;
use serde_json::Value;

/// The text of the standard plan.
pub const STANDARD: &str = include_str!("../../plans/standard.json");

/// What is different where many small sales are made, as a JSON Merge Patch (RFC 7396) of the standard plan.
const SHORT_CYCLE: &str = include_str!("../../plans/short-cycle.json");

/// What is different where few large sales are made, as a JSON Merge Patch (RFC 7396) of the standard plan.
const LONG_CYCLE: &str = include_str!("../../plans/long-cycle.json");

choice! {
    /// The plans that come with the engine.
    pub enum BuiltIn {
        /// For most.
        Standard = "standard",
        /// For cheap goods that are bought often.
        ShortCycle = "short-cycle",
        /// For dear services that are bought seldom.
        LongCycle = "long-cycle",
    }
}

impl BuiltIn {
    /// The plan. Fails only if it had a fault, which a test rules out.
    ///
    /// ```
    /// use nextsale::plan::built_in::BuiltIn;
    /// for built_in in BuiltIn::ALL {
    ///     assert_eq!(built_in.plan().unwrap().id.as_str(), built_in.as_str());
    /// }
    /// ```
    pub fn plan(self) -> Result<Plan, Vec<Problem>> {
        let patch = match self {
            BuiltIn::Standard => return Plan::read(STANDARD),
            BuiltIn::ShortCycle => SHORT_CYCLE,
            BuiltIn::LongCycle => LONG_CYCLE,
        };
        let parse = crate::value::document::parse;
        let mut document = parse(STANDARD)?;
        merge(&mut document, parse(patch)?);
        crate::value::document::read_value(&document)
    }
}

/// Puts a merge patch onto a document: fields replace fields, null takes one away (RFC 7396).
fn merge(document: &mut Value, patch: Value) {
    match (document, patch) {
        (Value::Object(fields), Value::Object(patch)) => {
            for (name, value) in patch {
                match value {
                    Value::Null => _ = fields.remove(&name),
                    value => merge(fields.entry(name).or_insert(Value::Null), value),
                }
            }
        }
        (document, patch) => *document = patch,
    }
}

/// The standard plan; nothing if it had a fault, which a test rules out.
///
/// ```
/// assert!(nextsale::plan::built_in::standard().is_some());
/// ```
pub fn standard() -> Option<Plan> {
    BuiltIn::Standard.plan().ok()
}
