//! English.

pub mod calendar;
pub mod duplicates;
pub mod effect;
pub mod history;
pub mod names;
pub mod objection;
pub mod offer;
pub mod plan;
pub mod problem;
pub mod relationship;
pub mod score;
pub mod step;
pub mod store;
pub mod time;
pub mod trial;
pub mod weights;
