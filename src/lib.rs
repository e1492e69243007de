//! nextsale: a sales-domain engine.
#[cfg(target_arch = "wasm32")]
mod wasm;
