//! What a screen shows: plain data, laid out from what judges said. Words come from [`crate::say`].

pub mod board;
pub mod brief;
pub mod calendar;
pub mod day;
pub mod duplicates;
pub mod effect;
pub mod experiments;
pub mod history;
pub mod leads;
pub mod offered;
pub mod party;
mod party_layout;
pub mod plan;
pub mod plan_draft;
pub mod planned;
pub mod query;
pub mod quote;
pub mod quotes;
pub mod rapport;
pub mod recorded;
pub mod relationship;
pub mod rules;
pub mod score;
pub mod stage;
pub mod step;
pub mod table;
pub mod week;
