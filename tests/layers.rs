//! A file names only layers above its own (ARCHITECTURE, invariant 1).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the top down, as `src/lib.rs` declares them.
fn layers() -> Vec<String> {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    let declared = lib.lines().filter_map(|line| {
        let line = line.trim();
        let name = line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod "))?;
        Some(name.trim_end_matches(';').to_owned())
    });
    declared.collect()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn layer_of(file: &Path) -> String {
    let first = file.strip_prefix(source()).unwrap().components().next().unwrap();
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// Every layer that is named with `crate::` anywhere outside of comments.
fn named(text: &str) -> Vec<String> {
    let code = text.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    code.flat_map(|line| line.match_indices("crate::").map(|(at, _)| line[at + "crate::".len()..].to_owned()))
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group.split(',').map(|name| name.trim().to_owned()).collect(),
            None => vec![rest],
        })
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .filter(|name: &String| !name.is_empty())
        .collect()
}

fn violations(layers: &[String], layer: &str, text: &str) -> Vec<String> {
    let rank = |name: &str| layers.iter().position(|known| known == name);
    let own = rank(layer);
    named(text).into_iter().filter(|name| own.is_some() && rank(name) > own).collect()
}

#[test]
fn files_name_only_layers_above_their_own() {
    let layers = layers();
    assert!(layers.len() > 10, "lib.rs declares the layers: {layers:?}");
    for file in files(&source()) {
        let layer = layer_of(&file);
        let text = fs::read_to_string(&file).unwrap();
        let below = violations(&layers, &layer, &text);
        assert!(below.is_empty(), "{} names {below:?}, which stand below {layer}", file.display());
    }
}

#[test]
fn a_downward_name_is_noticed() {
    let layers = vec!["value".to_owned(), "book".to_owned()];
    assert_eq!(violations(&layers, "value", "use crate::book::Book;"), ["book"]);
    assert_eq!(violations(&layers, "value", "use crate::{value::id, book::Book};"), ["book"]);
    assert!(violations(&layers, "book", "use crate::value::id;").is_empty());
}

#[test]
fn only_the_wasm_layer_names_wasm_bindgen() {
    for file in files(&source()) {
        let names = fs::read_to_string(&file).unwrap().contains("wasm_bindgen");
        assert_eq!(names, layer_of(&file) == "wasm", "{}", file.display());
    }
}

#[test]
fn the_core_has_no_clock_randomness_or_input_and_output() {
    let forbidden = [
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "std::fs",
        "std::net",
        "std::env",
        "thread_rng",
        " rand::",
    ];
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        let found: Vec<_> = forbidden.iter().filter(|word| text.contains(**word)).collect();
        assert!(found.is_empty(), "{} uses {found:?}", file.display());
    }
}
