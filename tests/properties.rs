//! What holds for any book (ARCHITECTURE, invariants).
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

use nextsale::book::Book;
use nextsale::journal::entry::{Entry, Kept};
use nextsale::journal::fact::{Fact, Retracted};
use nextsale::judge::next_step::{steps_of_deal, steps_of_party};
use nextsale::judge::score::{Score, ScorePart, score};
use nextsale::judge::standing::{Standing, standing};
use nextsale::value::time::DAY;
use proptest::prelude::*;
use support::engine;
use support::generate::{after, happenings, home};

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { cases: number, failure_persistence: None, ..ProptestConfig::default() }
}

/// The sizes of the signals' parts of a score, in the order of kind and time.
fn signal_sizes(score: &Score) -> Vec<(String, i32)> {
    let parts = score.reasons().iter().filter_map(|reason| match &reason.part {
        ScorePart::Signal { signal, at } => Some((format!("{signal} {at}"), reason.points.abs())),
        _ => None,
    });
    let mut sizes: Vec<_> = parts.collect();
    sizes.sort();
    sizes
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_score_is_the_sum_of_its_reasons(story in happenings(40), home in home(), later in 0i64..400) {
        let (engine, mut now) = after(&story, home);
        now.at = now.at.plus(later * DAY);
        for party in engine.book().parties() {
            let score = score(&engine.bench(&now), party);
            let sum: i32 = score.reasons().iter().map(|reason| reason.points).sum();
            prop_assert_eq!(sum, i32::from(score.points()));
            prop_assert!(score.points() <= 100);
            prop_assert!(score.reasons().iter().all(|reason| reason.points != 0));
        }
    }

    #[test]
    fn while_nothing_happens_no_signal_counts_for_more(story in happenings(40), home in home(), steps in prop::collection::vec(1i64..40, 1..6)) {
        let (engine, mut now) = after(&story, home);
        // Signals may be recorded up to an hour ahead of our clock.
        now.at = now.at.plus(DAY);
        for party in engine.book().parties() {
            let mut now = now.clone();
            let mut before = signal_sizes(&score(&engine.bench(&now), party));
            for days in &steps {
                now.at = now.at.plus(days * DAY);
                let after = signal_sizes(&score(&engine.bench(&now), party));
                // Parts that count nothing any more are gone; of those left none is larger than one before.
                for (name, size) in &after {
                    let largest = before.iter().filter(|(other, _)| other == name).map(|(_, size)| *size).max();
                    prop_assert!(largest.is_some_and(|largest| *size <= largest), "{name}: {size}");
                }
                before = after;
            }
        }
    }

    #[test]
    fn nothing_open_is_without_a_next_step(story in happenings(60), home in home(), later in 0i64..200) {
        let (engine, mut now) = after(&story, home);
        now.at = now.at.plus(later * DAY);
        let bench = engine.bench(&now);
        for party in engine.book().parties() {
            let open = standing(&bench, party) != Standing::LeftAlone;
            let steps = steps_of_party(&bench, party);
            prop_assert_eq!(open, !steps.is_empty(), "{} {:?}", party.id, standing(&bench, party));
            prop_assert_eq!(open, steps.iter().any(|step| step.at.is_some()), "one of them can be done");
            prop_assert!(steps.iter().all(|step| !step.because.is_empty()));
        }
        for deal in engine.book().deals().filter(|deal| deal.is_open()) {
            let left_alone = deal.party.as_ref().and_then(|party| engine.book().party(party))
                .is_some_and(|party| standing(&bench, party) == Standing::LeftAlone);
            prop_assert_eq!(left_alone, steps_of_deal(&bench, deal).is_empty());
        }
    }

    #[test]
    fn the_book_does_not_depend_on_the_order_of_arrival(
        (story, order) in happenings(40).prop_flat_map(|story| {
            let order: Vec<usize> = (0..story.len()).collect();
            (Just(story), Just(order).prop_shuffle())
        }),
        home in home(),
    ) {
        let (one, now) = after(&story, home);
        let backup = one.backup(&now);
        let entries: Vec<Entry> = one.journal().cloned().collect();
        let shuffled: Vec<&Entry> = order.iter().filter_map(|index| entries.get(*index)).collect();
        let rest = entries.iter().enumerate().filter(|(index, _)| !order.contains(index)).map(|(_, entry)| entry);
        prop_assert_eq!(&Book::of(shuffled.iter().copied().chain(rest)), one.book(), "folded from any order");

        // What two replicas write reaches a third in any order, some of it twice.
        let mut third = engine("c3");
        let mut writer = engine("b2");
        let mut writes = Vec::new();
        for entry in shuffled {
            let alone = format!(r#"{{"format":"nextsale-backup","version":1,"entries":[{}]}}"#, entry.to_stored());
            writes.extend(writer.restore(&now, &alone).unwrap().writes);
        }
        for (key, value) in writes.iter().chain(writes.first()) {
            third.load([(key.as_str(), value.as_str())].into_iter());
        }
        third.restore(&now, &backup).unwrap();
        prop_assert_eq!(third.book(), one.book(), "merged in any order");
    }

    #[test]
    fn undo_gives_the_book_without_the_entry(story in happenings(40), home in home(), pick in any::<prop::sample::Index>()) {
        let (mut engine, now) = after(&story, home);
        let entries: Vec<Entry> = engine.journal().cloned().collect();
        prop_assume!(!entries.is_empty());
        let entry = pick.get(&entries).clone();
        // Taking back a retraction brings something back; that is another property.
        prop_assume!(!matches!(entry.fact, Kept::Known(Fact::Retracted(_))));
        let before = engine.book().clone();
        let undo = engine.record(&now, vec![Retracted { entry: entry.id.clone() }.into()], None);
        let Ok(undo) = undo else { return Ok(()) };
        let without = Book::of(entries.iter().filter(|other| other.id != entry.id));
        prop_assert_eq!(engine.book(), &without);

        let redo = Retracted { entry: undo.entries[0].clone() };
        engine.record(&now, vec![redo.into()], None).unwrap();
        prop_assert_eq!(engine.book(), &before, "undoing the undo brings it back");
    }
}
