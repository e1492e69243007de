//! Whom we sell to, and how they found us.

pub mod consent;
pub mod party;
pub mod rapport;
pub mod source;
