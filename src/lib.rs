//! nextsale: a sales-domain engine.

#[macro_use]
pub mod value;
pub mod contact;
pub mod deal;
pub mod journal;
pub mod market;
pub mod plan;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;
