//! Numbers over many customers: how sure they are, and what differs with a promotion and without (PROMO-6).
//!
//! `sample` has the sums that everything is made of, `quantile` and `interval` the statistics, each with its source.
//! `experiment` is what was measured, `comparable` whether its arms may be compared, `contrast` one outcome with something
//! and without, `family` what becomes of many looks at once, and `effect` all of it together.

pub mod comparable;
pub mod contrast;
pub mod effect;
pub mod experiment;
mod family;
pub mod interval;
pub mod quantile;
pub mod sample;
