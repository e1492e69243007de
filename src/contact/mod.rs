//! Touching people: what a contact is for, and what came of it (CONTACT).

pub mod benefit;
pub mod complaint;
pub mod hesitation;
pub mod interaction;
pub mod promise;
pub mod proposal;
