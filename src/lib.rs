//! nextsale: a sales-domain engine.
//!
//! **Somebody records a fact → it is checked against the book and the plan → the journal keeps it → the book is what
//! the journal says → judges answer questions from book, plan and now, with reasons → views lay the answers out →
//! words say them.** The core has no clock, no randomness and no I/O; whatever it has to know comes in from outside.
//!
//! Read the modules in the order in which they stand here: each names only those before it.
//!
//! | word | meaning |
//! |---|---|
//! | party | a person or an organisation |
//! | suspect | a party without a way to contact it |
//! | lead | a party that may buy and can be contacted |
//! | customer | a party that has bought |
//! | deal | one possible sale to a party |
//! | book | everything known: its parties, deals and what happened with them |
//! | journal | what was recorded, entry by entry; the book is computed from it |
//! | sales plan | how a company sells, as data |
//! | interaction, contact | one planned or logged touch |
//! | step | what to do next: who, why, how, what for, when |
//! | guard | what holds a contact back: consent, caps, gaps, hours |
//! | promotion | what makes an offer better: money, goods or services, within limits |
//! | quote | what the lines of an offer cost, before and after promotions |
//! | reservation | a quote as it would be accepted, word for word |
//! | ledger | what was used of promotions, and given back |

#[macro_use]
pub mod value;
// Numbers over many customers.
pub mod measure;
pub mod market;
// A deal is pursued in contacts, according to the plan.
pub mod deal;
pub mod contact;
pub mod plan;
// What makes an offer better, under which conditions.
pub mod offer;
// What was recorded, how it is stored, and what it tells.
pub mod journal;
pub mod store;
pub mod book;
// Questions, and whether a fact may be recorded.
pub mod judge;
pub mod check;
// Tables of other systems.
pub mod exchange;
// Words, screens, and the engine that holds all of it.
pub mod say;
pub mod view;
pub mod failure;
pub mod engine;
#[cfg(target_arch = "wasm32")]
mod wasm;
