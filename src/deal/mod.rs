//! One pursuit of one sale.

pub mod need;
pub mod outcome;
pub mod qualification;
pub mod signal;
pub mod subject;
