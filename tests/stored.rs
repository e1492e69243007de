//! Entries in a store: what is written is read, what is damaged is named, and nothing keeps the rest from opening.
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

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::journal::entry::Kept;
use nextsale::journal::fact::Fact;
use nextsale::store::Finding;
use nextsale::store::pack::{pack, unpack};
use nextsale::value::document::read;
use proptest::prelude::*;
use serde_json::json;
use support::generate::{after, happenings};
use support::{MONDAY, at, engine, party, record, tell};

type Pairs = Vec<(String, String)>;

fn load(engine: &mut Engine, pairs: &Pairs) -> Vec<(String, Finding)> {
    let loaded = engine.load(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    loaded.notes.into_iter().map(|note| (note.key, note.finding)).collect()
}

fn met(id: &str) -> serde_json::Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": id })
}

fn three_stored() -> Pairs {
    let mut engine = engine("a1");
    ["p_1", "p_2", "p_3"]
        .iter()
        .flat_map(|id| record(&mut engine, &at(MONDAY), met(id)).unwrap().writes)
        .collect()
}

fn many(number: usize) -> Vec<Fact> {
    (0..number).map(|id| read(&met(&format!("p_{id}")).to_string()).unwrap()).collect()
}

#[test]
fn a_damaged_value_is_named_and_the_rest_is_read() {
    for damage in ["", "x", "00000000:{}", "not even close"] {
        let mut pairs = three_stored();
        pairs[1].1 = damage.to_owned();
        let mut engine = engine("b2");
        assert_eq!(load(&mut engine, &pairs), [(pairs[1].0.clone(), Finding::Damaged)]);
        assert_eq!(engine.book().parties().count(), 2);
    }
}

#[test]
fn a_value_at_the_wrong_key_is_damaged() {
    let mut pairs = three_stored();
    pairs[1].1 = pairs[0].1.clone();
    assert_eq!(load(&mut engine("b2"), &pairs), [(pairs[1].0.clone(), Finding::Damaged)]);
}

#[test]
fn every_cut_and_every_flipped_byte_is_noticed() {
    let pairs = three_stored();
    let (key, value) = pairs[2].clone();
    for cut in 0..value.len() {
        let mut cut_off = pairs.clone();
        cut_off[2].1 = value[..cut].to_owned();
        assert_eq!(load(&mut engine("b2"), &cut_off), [(key.clone(), Finding::Damaged)], "cut at {cut}");
        let mut flipped = value.clone().into_bytes();
        flipped[cut] ^= 1;
        let mut wrong = pairs.clone();
        wrong[2].1 = String::from_utf8(flipped).unwrap();
        assert_eq!(load(&mut engine("b2"), &wrong), [(key.clone(), Finding::Damaged)], "flipped at {cut}");
    }
}

#[test]
fn foreign_keys_are_passed_over_and_newer_ones_named() {
    let mut pairs = three_stored();
    pairs.push(("theme".to_owned(), "dark".to_owned()));
    pairs.push(("nextsale:1:another-book:a1:e:00000000".to_owned(), "whatever".to_owned()));
    pairs.push(("nextsale:9:mine:a1:z:1".to_owned(), "from the future".to_owned()));
    pairs.push(("nextsale:1:mine:a1:s:00000007".to_owned(), "a sealed tail".to_owned()));
    let mut engine = engine("b2");
    let expected = [
        ("nextsale:9:mine:a1:z:1".to_owned(), Finding::Newer),
        ("nextsale:1:mine:a1:s:00000007".to_owned(), Finding::Newer),
    ];
    assert_eq!(load(&mut engine, &pairs), expected);
    assert_eq!(engine.book().parties().count(), 3);
}

#[test]
fn a_batch_is_whole_or_absent() {
    let mut writer = engine("a1");
    let recorded = writer.record(&at(MONDAY), many(4000), None).unwrap();
    assert!(recorded.writes.len() > 2, "several segments");
    for present in 0..recorded.writes.len() {
        let mut reader = engine("b2");
        let notes = load(&mut reader, &recorded.writes[..present].to_vec());
        assert_eq!(reader.book().parties().count(), 0, "{present} of {}", recorded.writes.len());
        assert_eq!(notes.iter().any(|(_, finding)| *finding == Finding::UnfinishedBatch), present > 0);
        // The rest may come later, from another tab's events.
        let notes = load(&mut reader, &recorded.writes[present..].to_vec());
        assert_eq!(notes, []);
        assert_eq!(reader.book(), writer.book());
    }
}

#[test]
fn a_batch_is_taken_back_as_a_whole() {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), &[met("p_before")]);
    let before = engine.book().clone();
    let batch = engine.record(&at(MONDAY), many(20), None).unwrap().batch.unwrap();
    let undo =
        record(&mut engine, &at(MONDAY), json!({ "type": "batchRetracted", "batch": batch.to_string() }))
            .unwrap();
    assert_eq!(engine.book(), &before);
    assert!(
        record(&mut engine, &at(MONDAY), json!({ "type": "batchRetracted", "batch": batch.to_string() }))
            .is_err()
    );
    tell(&mut engine, &at(MONDAY), &[json!({ "type": "retracted", "entry": undo.entries[0].to_string() })]);
    assert_eq!(engine.book().parties().count(), 21);
}

#[test]
fn a_batch_with_one_refused_fact_changes_nothing() {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), &[met("p_3")]);
    let before = (engine.book().clone(), engine.journal().count());
    let refusal = engine.record(&at(MONDAY), many(5), None).unwrap_err();
    assert_eq!(refusal.view(&at(MONDAY)).path, "[3].party");
    assert_eq!((engine.book().clone(), engine.journal().count()), before);
}

#[test]
fn what_a_newer_version_wrote_is_kept_word_for_word() {
    let mut engine = engine("b2");
    let unknown = r#"{"id":"5.0.z9","at":5,"fact":{"type":"planetFound","planet":"Ⅸ","orbits":{"days":1.5}},"mood":"glad"}"#;
    let with_more = r#"{"id":"6.0.z9","at":6,"fact":{"type":"partyMet","party":"p_1","kind":"person","name":"Ada","aura":"blue"}}"#;
    let backup = format!(r#"{{"format":"nextsale-backup","version":1,"entries":[{unknown},{with_more}]}}"#);
    engine.restore(&at(MONDAY), &backup).unwrap();
    assert_eq!(engine.book().party(&party("p_1")).unwrap().name.as_str(), "Ada");
    let kept: Vec<String> = engine.journal().map(|entry| entry.to_stored()).collect();
    assert!(kept[0].contains(r#"{"type":"planetFound","planet":"Ⅸ","orbits":{"days":1.5}}"#), "{}", kept[0]);
    assert!(kept[0].contains(r#""mood":"glad""#), "{}", kept[0]);
    assert!(kept[1].contains(r#""aura":"blue""#), "{}", kept[1]);
    assert!(matches!(engine.journal().next().unwrap().fact, Kept::Unknown { .. }));
}

#[test]
fn a_clock_that_runs_backwards_does_not_disturb_the_order() {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), &[met("p_1")]);
    let earlier = at("2020-01-01T00:00:00Z");
    tell(&mut engine, &earlier, &[json!({ "type": "partyCorrected", "party": "p_1", "name": "Ada" })]);
    assert_eq!(engine.book().party(&party("p_1")).unwrap().name.as_str(), "Ada");
    let last = engine.journal().last().unwrap();
    assert_eq!((last.at, last.id.time), (earlier.at, at(MONDAY).at), "noted, not trusted");
}

#[test]
fn a_backup_that_is_cut_off_or_not_one_changes_nothing() {
    let mut writer = engine("a1");
    tell(&mut writer, &at(MONDAY), &[met("p_1"), met("p_2")]);
    let backup = writer.backup(&at(MONDAY));
    let mut reader = engine("b2");
    let halves = [
        &backup[..backup.len() / 2],
        "",
        "[]",
        "{\"format\":\"other\"}",
        "{\"format\":\"nextsale-backup\",\"version\":99}",
    ];
    for wrong in halves {
        assert!(reader.restore(&at(MONDAY), wrong).is_err(), "{wrong}");
    }
    assert_eq!(reader.journal().count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn packed_bytes_are_read_back(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let packed = pack(&bytes);
        prop_assert!(packed.chars().count() <= (bytes.len() * 8).div_ceil(15));
        let away_from_surrogates = '\u{800}'..'\u{8800}';
        prop_assert!(packed.chars().all(|c| away_from_surrogates.contains(&c)));
        prop_assert_eq!(unpack(&packed, bytes.len()), Some(bytes));
    }

    #[test]
    fn any_text_in_the_store_is_survived(key in ".{0,40}", value in ".{0,60}", tail in "[0-9a-z:]{0,30}") {
        let pairs = vec![(key, value.clone()), (format!("nextsale:1:mine:{tail}"), value.clone()), (format!("nextsale:{tail}"), value)];
        let mut engine = engine("b2");
        load(&mut engine, &pairs);
        let good = three_stored();
        load(&mut engine, &good);
        prop_assert_eq!(engine.book().parties().count(), 3);
    }

    #[test]
    fn a_backup_tells_the_whole_book(story in happenings(40)) {
        let (one, now) = after(&story, "Europe/Berlin");
        let mut other = engine("b2");
        let recorded = other.restore(&now, &one.backup(&now)).unwrap();
        prop_assert_eq!(other.book(), one.book());
        let mut third = engine("c3");
        load(&mut third, &recorded.writes);
        prop_assert_eq!(third.book(), one.book());
    }
}
