//! The journal: what anybody learned or did, kept for ever. Everything else is computed from it.

pub mod about;
pub mod entry;
pub mod fact;
