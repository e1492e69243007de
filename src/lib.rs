//! nextsale: a sales-domain engine.

#[macro_use]
pub mod value;
pub mod book;
pub mod check;
pub mod contact;
pub mod deal;
pub mod journal;
pub mod judge;
pub mod market;
pub mod plan;
pub mod say;
pub mod store;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;
