//! Names in documents: camelCase, and what somebody probably meant.

/// The known name closest to a misspelt one, if any is close: few letters differ, or the beginning is the same.
pub(crate) fn closest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let letters = strsim::normalized_damerau_levenshtein(name, candidate);
        let beginning = strsim::jaro_winkler(name, candidate);
        let likeness = letters + beginning;
        let close = letters > 0.5 || beginning > 0.85;
        if close && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

/// Is `key` the camelCase form of a Rust name, in snake_case or PascalCase?
pub(crate) fn is_camel_case_of(key: &str, rust_name: &str) -> bool {
    let mut expected = rust_name.bytes();
    let mut upper = false;
    let mut first = true;
    for found in key.bytes() {
        let mut next = expected.next();
        while next == Some(b'_') {
            upper = true;
            next = expected.next();
        }
        let Some(byte) = next else { return false };
        let byte = match (upper, first) {
            (true, _) => byte.to_ascii_uppercase(),
            (false, true) => byte.to_ascii_lowercase(),
            (false, false) => byte,
        };
        if byte != found {
            return false;
        }
        (upper, first) = (false, false);
    }
    expected.next().is_none()
}

/// The camelCase form of a Rust name.
pub(crate) fn camel_case(rust_name: &str) -> String {
    let mut camel = String::with_capacity(rust_name.len());
    let mut upper = false;
    for letter in rust_name.chars() {
        match (letter, upper, camel.is_empty()) {
            ('_', _, _) => upper = true,
            (_, true, _) => {
                camel.push(letter.to_ascii_uppercase());
                upper = false;
            }
            (_, false, true) => camel.push(letter.to_ascii_lowercase()),
            (_, false, false) => camel.push(letter),
        }
    }
    camel
}
