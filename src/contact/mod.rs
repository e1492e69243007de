//! Touching people: what a contact is for, and what came of it (CONTACT).

pub mod benefit;
pub mod interaction;
