//! One pursuit of one sale.

pub mod outcome;
pub mod qualification;
pub mod signal;
pub mod subject;
