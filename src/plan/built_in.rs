//! The plan that is used until a company adopts its own (PLAN-2). Usable as it is.

use super::Plan;

/// The text of the standard plan.
pub const STANDARD: &str = include_str!("../../plans/standard.json");

/// The standard plan; nothing if it had a fault, which a test rules out.
///
/// ```
/// assert!(nextsale::plan::built_in::standard().is_some());
/// ```
pub fn standard() -> Option<Plan> {
    Plan::read(STANDARD).ok()
}
