//! The verbs of the engine for JavaScript. The only file that knows of wasm-bindgen.
use wasm_bindgen::prelude::wasm_bindgen;

/// One book held in memory; text goes in, text comes out.
#[wasm_bindgen]
pub struct Core {}

#[wasm_bindgen]
impl Core {
    /// An empty engine that writes under the keys of one book and replica.
    #[wasm_bindgen(constructor)]
    pub fn new(_book: &str, _replica: &str) -> Core {
        Core {}
    }
    /// Reads stored key/value pairs (JSON `[[key, value], …]`) into the book.
    pub fn load(&mut self, _pairs: &str) -> String {
        r#"{"ok":{"zones":[],"notes":[]}}"#.to_owned()
    }
    /// Records facts (JSON array), all or none.
    pub fn record(&mut self, _now: &str, _facts: &str) -> String {
        r#"{"ok":{"entries":[],"writes":[],"zones":[]}}"#.to_owned()
    }
    /// Answers a query.
    pub fn look(&self, _now: &str, _query: &str) -> String {
        r#"{"ok":{}}"#.to_owned()
    }
}
