//! Ids for what an import brings: made from the row itself, so that the same row gets the same id on any device.

use std::collections::BTreeSet;

/// 64 bits of FNV-1a, mixed so that like texts differ in all bits.
pub(super) fn digest(text: &str) -> u64 {
    let folded = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (folded ^ (folded >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}

/// The id that an identity gets as long as nothing else has it.
pub(super) fn made_of(prefix: &str, identity: &str) -> String {
    format!("{prefix}{:016x}", digest(identity))
}

/// Ids that are taken, and new ones beside them.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// Marks an id as taken.
    pub(super) fn take(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }

    /// A free id with a prefix, made from what identifies the thing.
    pub(super) fn made(&mut self, prefix: &str, identity: &str) -> String {
        let mut id = made_of(prefix, identity);
        let mut round = 1_u32;
        while self.0.contains(&id) {
            round = round.saturating_add(1);
            id = made_of(prefix, &format!("{identity}\n{round}"));
        }
        self.take(&id);
        id
    }

    /// The id of the other system with our prefix, if it can be one and is free; else one made from it.
    pub(super) fn kept(&mut self, prefix: &str, external: &str) -> String {
        let id = format!("{prefix}{external}");
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let plain = (1..=80).contains(&external.len()) && external.chars().all(allowed);
        if !plain || self.0.contains(&id) {
            return self.made(prefix, external);
        }
        self.take(&id);
        id
    }
}

/// An id of another system as it is compared. Salesforce writes the same id with 15 characters or, with a check
/// on their case, with 18.
pub(super) fn canonical(external: &str) -> &str {
    let external = external.trim();
    match external.get(..15) {
        Some(short) if external.len() == 18 && external.get(15..) == Some(case_check(short).as_str()) => {
            short
        }
        _ => external,
    }
}

/// Three characters that tell which of 15 are capitals, five bits each.
fn case_check(short: &str) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    let bytes: Vec<u8> = short.bytes().collect();
    bytes
        .chunks(5)
        .map(|chunk| {
            let bits = chunk
                .iter()
                .rev()
                .fold(0_usize, |bits, byte| (bits << 1) | usize::from(byte.is_ascii_uppercase()));
            ALPHABET.get(bits).copied().map_or('A', char::from)
        })
        .collect()
}

/// Does an id look as if no other system could have given it too? Plain counters are given by all of them.
pub(super) fn is_telling(external: &str) -> bool {
    let external = external.trim();
    external.len() >= 12
        || (external.len() >= 6
            && external.chars().any(|c| c.is_ascii_alphabetic())
            && external.chars().any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_the_same_every_time_and_never_taken_twice() {
        let (mut one, mut other) = (Ids::default(), Ids::default());
        let first = one.made("p_", "ada@example.org");
        assert_eq!(first, other.made("p_", "ada@example.org"));
        assert_ne!(first, one.made("p_", "ada@example.org"));
        assert_eq!(one.kept("m_", "005x"), "m_005x");
        assert_ne!(one.kept("m_", "005x"), "m_005x");
        assert!(crate::value::id::MemberId::parse(&one.kept("m_", "seed chris/ü")).is_some());
    }

    #[test]
    fn both_forms_of_a_salesforce_id_are_one() {
        assert_eq!(canonical("006x0000001YtCrAAK"), "006x0000001YtCr");
        assert_eq!(canonical("006x0000001YtCrAAA"), "006x0000001YtCrAAA");
        assert_eq!(canonical(" 12 "), "12");
        assert!(is_telling("1C1I7A6R") && !is_telling("12") && !is_telling("4711"));
    }
}
