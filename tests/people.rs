//! The rules about people, each in a test that is named after its code.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::book::Book;
use nextsale::engine::Engine;
use nextsale::journal::entry::Entry;
use nextsale::value::document::read;
use nextsale::value::zone::Now;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{MONDAY, at, engine, party, record, tell};

fn look(engine: &Engine, now: &Now, query: Value) -> Value {
    serde_json::to_value(engine.look(now, &read(&query.to_string()).unwrap()).unwrap()).unwrap()
}

fn view_of(engine: &Engine, now: &Now, party: &str) -> Value {
    look(engine, now, json!({ "type": "party", "party": party }))
}

fn met(id: &str, name: &str, more: Value) -> Value {
    let mut fact = json!({ "type": "partyMet", "party": id, "kind": "person", "name": name });
    fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fact
}

fn mail(address: &str) -> Value {
    json!({ "channel": "email", "value": address })
}

/// An organisation with people who play parts.
fn with_people(people: &[(&str, &str)]) -> Engine {
    let mut engine = engine("a");
    tell(&mut engine, &at(MONDAY), &[met("p_acme", "Acme", json!({ "kind": "organisation" }))]);
    for (id, role) in people {
        let affiliation = json!({ "organisation": "p_acme", "role": role });
        tell(&mut engine, &at(MONDAY), &[met(id, id, json!({ "affiliation": affiliation }))]);
    }
    engine
}

fn authority(engine: &Engine) -> Value {
    let view = view_of(engine, &at(MONDAY), "p_acme");
    let topics = view["qualification"].as_array().unwrap();
    topics.iter().find(|topic| topic["topic"] == "authority").unwrap().clone()
}

#[test]
fn people_2_authority_of_an_organisation_is_the_best_among_its_people() {
    for (people, answer) in [
        (vec![], "unknown"),
        (vec![("p_u", "user"), ("p_b", "blocker"), ("p_g", "gatekeeper")], "unknown"),
        (vec![("p_c", "champion")], "partly"),
        (vec![("p_i", "influencer"), ("p_u", "user")], "partly"),
        (vec![("p_c", "champion"), ("p_d", "decisionMaker"), ("p_i", "influencer")], "yes"),
    ] {
        assert_eq!(authority(&with_people(&people))["answer"], answer, "{people:?}");
    }
    // A part lets us assume it, and it is said who plays it.
    let mut engine = with_people(&[("p_c", "champion"), ("p_d", "decisionMaker")]);
    assert_eq!(authority(&engine)["certainty"], "assumed");
    assert_eq!(authority(&engine)["through"]["party"], "p_d");
    let score = |engine: &Engine| view_of(engine, &at(MONDAY), "p_acme")["score"].clone();
    let reasons = score(&engine).to_string();
    assert!(reasons.contains("Authority: yes, through p_d"), "{reasons}");
    let with_decider = score(&engine)["points"].as_u64().unwrap();
    let with_champion = score(&with_people(&[("p_c", "champion")]))["points"].as_u64().unwrap();
    let with_nobody = score(&with_people(&[]))["points"].as_u64().unwrap();
    assert!(with_decider > with_champion && with_champion > with_nobody);
    // Nobody has to ask any more who decides.
    assert_ne!(view_of(&engine, &at(MONDAY), "p_acme")["askNext"]["topic"], "authority");
    // What a person said counts as their part does, and more than a part that says less.
    engine = with_people(&[("p_u", "user")]);
    let said = json!({ "type": "answerLearned", "party": "p_u", "topic": "authority", "answer": "yes", "certainty": "confirmed" });
    tell(&mut engine, &at(MONDAY), &[said]);
    assert_eq!(
        (&authority(&engine)["answer"], &authority(&engine)["certainty"]),
        (&json!("yes"), &json!("confirmed"))
    );
    // Their budget is not that of the organisation, and its authority is not theirs.
    let said = json!({ "type": "answerLearned", "party": "p_u", "topic": "budget", "answer": "yes", "certainty": "confirmed" });
    tell(&mut engine, &at(MONDAY), &[said]);
    assert_eq!(view_of(&engine, &at(MONDAY), "p_acme")["qualification"][0]["answer"], "unknown");
}

#[test]
fn people_4_rapport_notes_fade_and_private_ones_are_never_suggested() {
    let mut engine = engine("a");
    let noted = |text: &str, more: Value| {
        let mut fact = json!({ "type": "rapportNoted", "party": "p_ada", "text": text });
        fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fact
    };
    tell(
        &mut engine,
        &at(MONDAY),
        &[
            met("p_ada", "Ada", json!({})),
            noted("moved to Lisbon", json!({ "date": "2026-10-01" })),
            noted("runs marathons", json!({})),
            noted("is getting divorced", json!({ "date": "2026-11-20", "privacy": "private" })),
            noted("was on a fair", json!({ "date": "2025-11-22" })),
            noted("had the flu", json!({ "date": "2025-11-23" })),
        ],
    );
    let suggested = |now: &str| -> Vec<String> {
        let view = view_of(&engine, &at(now), "p_ada");
        let topics = view["openWith"].as_array().unwrap().clone();
        topics.iter().map(|topic| topic["words"].as_str().unwrap().to_owned()).collect()
    };
    // The latest first; after a year they have faded.
    assert_eq!(suggested(MONDAY), ["runs marathons", "moved to Lisbon", "had the flu"]);
    assert_eq!(suggested("2026-11-24T09:00:00Z"), ["runs marathons", "moved to Lisbon"]);
    assert_eq!(suggested("2027-11-24T09:00:00Z"), [""; 0]);
    // They are still known, with what keeps them from being suggested.
    let known = view_of(&engine, &at(MONDAY), "p_ada")["rapport"].clone();
    let known: Vec<&str> =
        known.as_array().unwrap().iter().map(|note| note["freshness"].as_str().unwrap()).collect();
    assert_eq!(known, ["fresh", "faded", "private", "fresh", "fresh"]);
    // The plan says how long.
    let mut plan = look(&engine, &at(MONDAY), json!({ "type": "plan" }))["plan"].clone();
    plan["rapportDays"] = json!(30);
    tell(&mut engine, &at(MONDAY), &[json!({ "type": "planAdopted", "plan": plan })]);
    let view = view_of(&engine, &at(MONDAY), "p_ada");
    assert_eq!(view["openWith"].as_array().unwrap().len(), 1);
}

#[test]
fn people_5_their_own_words_are_kept_verbatim() {
    let mut engine = engine("a");
    let words = "We can't  go on\nwith \"this\" thing – it eats our Fridays!";
    let found = |id: &str, words: &str, time: Value| json!({ "type": "needFound", "party": "p_ada", "need": id, "words": words, "time": time });
    tell(
        &mut engine,
        &at(MONDAY),
        &[
            met("p_ada", "Ada", json!({})),
            found("n_1", "It was too slow", json!({ "type": "solved" })),
            found("n_2", words, json!({ "type": "now" })),
        ],
    );
    let view = view_of(&engine, &at(MONDAY), "p_ada");
    let topics = view["openWith"].as_array().unwrap();
    assert_eq!(topics.len(), 1, "what is solved is left alone");
    assert_eq!((&topics[0]["words"], &topics[0]["need"]), (&json!(words), &json!("n_2")));
    assert!(topics[0]["text"].as_str().unwrap().contains(words));
}

fn duplicates(engine: &Engine) -> Vec<(String, Vec<String>, Vec<String>)> {
    let view = look(engine, &at(MONDAY), json!({ "type": "duplicates" }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let groups = view["groups"].as_array().unwrap();
    assert_eq!(view["total"], groups.len());
    let group = |group: &Value| {
        let others = group["others"].as_array().unwrap().iter().map(|other| text(&other["party"]));
        let because =
            group["because"].as_array().unwrap().iter().map(|reason| text(&reason["inCommon"]["type"]));
        (text(&group["kept"]["party"]), others.collect(), because.collect())
    };
    groups.iter().map(group).collect()
}

#[test]
fn people_6_duplicates_are_recognised() {
    let at_acme = json!({ "organisation": "p_acme" });
    let phone = |number: &str| json!({ "channel": "phone", "value": number });
    for (one, other, because) in [
        // An address that one person reads tells alone.
        (
            met("p_1", "Ada", json!({ "contactPoints": [mail("Ada@Example.org")] })),
            met("p_2", "A. Lovelace", json!({ "contactPoints": [mail("ada@example.ORG")] })),
            vec!["email"],
        ),
        // A shared one tells together with the name.
        (
            met("p_1", "Ada", json!({ "contactPoints": [mail("info@example.org")] })),
            met("p_2", "Bob", json!({ "contactPoints": [mail("info@example.org")] })),
            vec![],
        ),
        (
            met("p_1", "Ada", json!({ "contactPoints": [mail("info@example.org")] })),
            met("p_2", "ada", json!({ "contactPoints": [mail("info@example.org")] })),
            vec!["nameAndContactPoint"],
        ),
        // So does a phone number, however it is written.
        (
            met("p_1", "Ada", json!({ "contactPoints": [phone("+49 30 1234567")] })),
            met("p_2", "ADA", json!({ "contactPoints": [phone("030/123 45 67")] })),
            vec!["nameAndPhone"],
        ),
        (
            met("p_1", "Ada", json!({ "contactPoints": [phone("+49 30 1234567")] })),
            met("p_2", "Bob", json!({ "contactPoints": [phone("+49 30 1234567")] })),
            vec![],
        ),
        // And the organisation.
        (
            met("p_1", "Ada", json!({ "affiliation": at_acme })),
            met("p_2", "ada", json!({ "affiliation": at_acme })),
            vec!["nameAndOrganisation"],
        ),
        (met("p_1", "Ada", json!({ "affiliation": at_acme })), met("p_2", "Ada", json!({})), vec![]),
        (met("p_1", "Ada", json!({})), met("p_2", "Ada", json!({})), vec![]),
        // An organisation is told by its name, a person is none.
        (
            met("p_1", "Big Ltd.", json!({ "kind": "organisation" })),
            met("p_2", "BIG LTD", json!({ "kind": "organisation" })),
            vec!["name"],
        ),
        (met("p_1", "Big", json!({ "kind": "organisation" })), met("p_2", "Big", json!({})), vec![]),
        (
            met("p_1", "Big", json!({ "kind": "organisation", "contactPoints": [mail("x@y.z")] })),
            met("p_2", "Ada", json!({ "contactPoints": [mail("x@y.z")] })),
            vec![],
        ),
    ] {
        let mut engine = engine("a");
        tell(
            &mut engine,
            &at(MONDAY),
            &[met("p_acme", "Acme", json!({ "kind": "organisation" })), one.clone(), other.clone()],
        );
        let found = duplicates(&engine);
        let expected: Vec<_> = match because.is_empty() {
            true => Vec::new(),
            false => vec![(
                "p_1".to_owned(),
                vec!["p_2".to_owned()],
                because.iter().map(|each| each.to_string()).collect(),
            )],
        };
        assert_eq!(found, expected, "{one} {other}");
    }
    // The one to keep is that of which more is known; groups that touch are one.
    let mut engine = engine("a");
    let mails = |addresses: &[&str]| json!({ "contactPoints": addresses.iter().map(|each| mail(each)).collect::<Vec<_>>() });
    tell(
        &mut engine,
        &at(MONDAY),
        &[
            met("p_1", "Ada", mails(&["a@x.y"])),
            met("p_2", "Ada L", mails(&["a@x.y", "b@x.y"])),
            met("p_3", "Lovelace", mails(&["b@x.y"])),
            met("p_4", "Nobody else", mails(&["c@x.y"])),
            json!({ "type": "noteTaken", "party": "p_3", "text": "one" }),
            json!({ "type": "noteTaken", "party": "p_3", "text": "two" }),
        ],
    );
    let expected =
        vec![("p_3".to_owned(), vec!["p_2".to_owned(), "p_1".to_owned()], vec!["email".to_owned(); 2])];
    assert_eq!(duplicates(&engine), expected);
}

/// Two parties that are the same, with something of each kind told of both.
fn doubled() -> Vec<Value> {
    let mut facts = vec![
        met("p_acme", "Acme", json!({ "kind": "organisation" })),
        met("p_old", "Old Works", json!({ "kind": "organisation" })),
        json!({ "type": "memberJoined", "member": "m_ann", "name": "Ann" }),
        json!({ "type": "memberJoined", "member": "m_bob", "name": "Bob" }),
    ];
    for (id, name, mail_address, org, owner, zone) in [
        ("p_b", "A. Lovelace", "b@x.y", "p_old", "m_bob", "Europe/Lisbon"),
        ("p_a", "Ada Lovelace", "a@x.y", "p_acme", "m_ann", "Europe/Berlin"),
    ] {
        let number = if id == "p_a" { 1 } else { 2 };
        facts.extend([
            met(id, name, json!({
                "contactPoints": [mail(mail_address)], "affiliation": { "organisation": org, "title": name },
                "owner": owner, "externalIds": [id.to_uppercase()],
                "attributes": { "Size": number, name: true }, "preferences": { "zone": zone },
                "source": { "method": if number == 1 { "website" } else { "event" } },
            })),
            json!({ "type": "signalSeen", "party": id, "signal": "readContent", "at": 1_700_000_000_000_u64 + number }),
            json!({ "type": "noteTaken", "party": id, "text": name }),
            json!({ "type": "rapportNoted", "party": id, "text": name }),
            json!({ "type": "answerLearned", "party": id, "topic": if number == 1 { "budget" } else { "need" },
                "answer": "yes", "certainty": "assumed" }),
            json!({ "type": "consentChanged", "party": id, "channel": if number == 1 { "email" } else { "phone" }, "consent": "given" }),
            json!({ "type": "contactLogged", "interaction": format!("i_{number}"), "party": id, "at": 1_700_000_000_000_u64 + number,
                "channel": "email", "objective": "analyseNeeds", "initiative": "seller", "outcome": "reached",
                "promises": [{ "text": name, "due": "2026-12-01" }] }),
            json!({ "type": "needFound", "party": id, "need": format!("n_{number}"), "words": name, "time": { "type": "now" } }),
            json!({ "type": "dealOpened", "deal": format!("d_{number}"), "party": id, "name": name }),
            met(&format!("p_friend{number}"), "Friend", json!({ "source": { "method": "referral", "referrer": id } })),
        ]);
    }
    facts
}

fn merge(kept: &str, merged: &str) -> Value {
    json!({ "type": "partiesMerged", "kept": kept, "merged": merged })
}

#[test]
fn people_6_merging_loses_no_fact() {
    let mut engine = engine("a");
    let now = at(MONDAY);
    tell(&mut engine, &now, &doubled());
    let before = engine.book().clone();
    let merged = record(&mut engine, &now, merge("p_a", "p_b")).unwrap();
    let book = engine.book();
    assert_eq!(book.parties().count(), before.parties().count() - 1);
    // Whoever asks for the duplicate gets the one that was kept.
    let ada = book.party(&party("p_b")).unwrap();
    assert_eq!((ada.id.as_str(), ada.name.as_str()), ("p_a", "Ada Lovelace"));
    assert_eq!(view_of(&engine, &now, "p_b"), view_of(&engine, &now, "p_a"));
    assert_eq!(view_of(&engine, &now, "p_b")["alsoKnownAs"], json!(["A. Lovelace"]));
    // Everything of both is there.
    assert_eq!(ada.contact_points.len(), 2);
    assert_eq!((ada.signals.len(), ada.notes.len(), ada.rapport.len(), ada.answers.len()), (2, 2, 2, 2));
    assert_eq!((ada.contacts.len(), ada.needs.len(), ada.promises.len(), ada.consent.len()), (2, 2, 2, 2));
    assert_eq!((ada.external_ids.len(), ada.attributes.len()), (2, 3));
    assert_eq!(book.deals_of(ada).count(), 2);
    // What can be one thing only is as the kept one has it; the other's is set aside, and said.
    assert_eq!(ada.affiliation.as_ref().unwrap().organisation, party("p_acme"));
    assert_eq!(ada.owner.as_ref().unwrap().as_str(), "m_ann");
    assert_eq!(ada.preferences.zone.as_ref().unwrap().as_str(), "Europe/Berlin");
    let aside = view_of(&engine, &now, "p_a")["setAside"].to_string();
    for words in ["Old Works", "Bob", "Europe/Lisbon", "Size: 2", "Source: "] {
        assert!(aside.contains(words), "{words} in {aside}");
    }
    assert_eq!(book.people_of(book.party(&party("p_old")).unwrap()).count(), 0);
    assert_eq!(book.people_of(book.party(&party("p_acme")).unwrap()).count(), 1);
    // Whom the duplicate referred, the kept one referred.
    let friend = view_of(&engine, &now, "p_friend2");
    assert_eq!(friend["referrerName"], "Ada Lovelace");
    // The journal of both is that of one.
    let history = look(&engine, &now, json!({ "type": "history", "party": "p_b" }));
    assert_eq!(history["total"], 2 * 9 + 1);
    // Facts about the duplicate still count.
    tell(&mut engine, &now, &[json!({ "type": "noteTaken", "party": "p_b", "text": "later" })]);
    assert_eq!(engine.book().party(&party("p_a")).unwrap().notes.len(), 3);
    assert!(duplicates(&engine).iter().all(|(kept, ..)| kept != "p_a"));
    // Undo splits them again, and nothing has come of it.
    let entry = merged.entries[0].to_string();
    tell(&mut engine, &now, &[json!({ "type": "retracted", "entry": entry })]);
    let split = engine.book();
    assert_eq!(split.parties().count(), before.parties().count());
    assert_eq!(split.party(&party("p_a")), before.party(&party("p_a")));
    assert_eq!(split.party(&party("p_b")).unwrap().notes.len(), 2);
}

#[test]
fn people_6_what_cant_be_merged_is_refused() {
    let mut engine = engine("a");
    let now = at(MONDAY);
    tell(
        &mut engine,
        &now,
        &[
            met("p_1", "Ada", json!({})),
            met("p_2", "Ada", json!({})),
            met("p_org", "Ada", json!({ "kind": "organisation" })),
        ],
    );
    for (kept, merged) in [("p_1", "p_1"), ("p_1", "p_org"), ("p_1", "p_none"), ("p_none", "p_1")] {
        assert!(record(&mut engine, &now, merge(kept, merged)).is_err(), "{kept} {merged}");
    }
    tell(&mut engine, &now, &[merge("p_1", "p_2")]);
    for (kept, merged) in [("p_1", "p_2"), ("p_2", "p_1")] {
        assert!(record(&mut engine, &now, merge(kept, merged)).is_err(), "{kept} {merged}");
    }
}

#[test]
fn people_6_an_import_finds_the_one_that_was_kept() {
    let mut engine = engine("a");
    let now = at(MONDAY);
    let csv = b"Id,Name,Email\n1,Ada Lovelace,a@x.y\n2,A. Lovelace,b@x.y\n";
    let request = json!({ "files": [{ "name": "leads.csv", "length": csv.len() }] });
    let request = read(&request.to_string()).unwrap();
    engine.import(&now, &request, csv).unwrap();
    let ids: Vec<String> = engine.book().parties().map(|party| party.id.to_string()).collect();
    tell(&mut engine, &now, &[merge(&ids[0], &ids[1])]);
    assert_eq!(engine.import(&now, &request, csv).unwrap().preview.entries, 0);
}

/// Facts about a few parties, among them mergings in all directions, as of several devices.
fn told() -> impl Strategy<Value = Vec<Entry>> {
    let fact = (0..9_usize, 0..5_usize, 0..5_usize, 0..4_u32).prop_map(|(kind, one, other, value)| {
        let (id, with) = (format!("p_{one}"), format!("p_{other}"));
        match kind {
            0..=2 => merge(&id, &with),
            3 | 4 => met(&id, &format!("{id} {value}"), json!({ "attributes": { "Size": value }, "owner": format!("m_{one}"),
                "affiliation": { "organisation": with }, "source": { "method": "referral", "referrer": with },
                "contactPoints": [mail(&format!("{one}@{value}.example"))], "preferences": { "channel": "phone" } })),
            5 => json!({ "type": "noteTaken", "party": id, "text": format!("{one} {value}") }),
            6 => json!({ "type": "partyCorrected", "party": id, "name": format!("{id} again"), "attributes": { "Size": value + 10 } }),
            7 => json!({ "type": "dealOpened", "deal": format!("d_{value}"), "party": id, "name": "Deal" }),
            _ => json!({ "type": "retracted", "entry": format!("{}.0.r{}", 100 + value * 3, one % 3) }),
        }
    });
    prop::collection::vec((fact, 0..3_u32), 0..40).prop_map(|facts| {
        let entry = |(index, (fact, replica)): (usize, (Value, u32))| {
            let json =
                json!({ "id": format!("{}.0.r{replica}", 100 + index), "at": 100 + index, "fact": fact });
            Entry::from_stored(&json.to_string()).unwrap()
        };
        facts.into_iter().enumerate().map(entry).collect()
    })
}

proptest! {
    #[test]
    fn people_6_the_book_depends_on_the_set_of_entries_alone(entries in told(), seed in any::<u64>()) {
        let book = Book::of(&entries);
        let mut shuffled = entries.clone();
        let mut state = seed | 1;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, (state >> 33) as usize % (index + 1));
        }
        prop_assert_eq!(&book, &Book::of(&shuffled));
        // Every id leads to one party that leads to itself, and every note that counts is kept.
        for id in (0..5).map(|id| party(&format!("p_{id}"))) {
            prop_assert_eq!(book.kept(book.kept(&id)), book.kept(&id));
            if let Some(party) = book.party(&id) {
                prop_assert_eq!(&party.id, book.kept(&id));
                prop_assert!(party.affiliation.as_ref().is_none_or(|other| book.kept(&other.organisation) == &other.organisation));
                prop_assert!(party.source.as_ref().is_none_or(|source| source.referrer.as_ref() != Some(&party.id)));
            }
        }
        for deal in book.deals() {
            if let Some(party) = &deal.party {
                prop_assert_eq!(book.kept(party), party);
            }
        }
    }

    #[test]
    fn people_6_every_value_that_was_told_is_still_known(entries in told()) {
        let book = Book::of(&entries);
        let without = |fact: &Value| fact["type"] == "partiesMerged";
        let kept: Vec<Entry> = entries.iter().filter(|entry| !without(&serde_json::from_str(&entry.to_stored()).map(|json: Value| json["fact"].clone()).unwrap())).cloned().collect();
        let apart = Book::of(&kept);
        // Retractions of mergings aside, what the parties knew apart, they know together.
        for one in apart.parties() {
            let Some(all) = book.party(&one.id) else { continue };
            for point in &one.contact_points {
                prop_assert!(all.contact_points.contains(point));
            }
            for (name, value) in &one.attributes {
                let aside = nextsale::book::merging::SetAside::Attribute(name.clone(), value.clone());
                prop_assert!(all.attributes.get(name) == Some(value) || all.set_aside.contains(&aside), "{name} {value:?}");
            }
            prop_assert!(one.notes.iter().all(|note| all.notes.contains(note)));
            prop_assert!(all.name == one.name || all.other_names().any(|name| *name == one.name));
            prop_assert_eq!(apart.deals_of(one).count(), apart.deals_of(one).filter(|deal| book.deals_of(all).any(|other| other.id == deal.id)).count());
        }
    }
}

#[test]
fn people_6_ten_thousand_parties_are_looked_through() {
    let entries: Vec<Entry> = (0..10_000)
        .map(|id| {
            let fact = met(
                &format!("p_{id}"),
                &format!("Name {}", id / 2),
                json!({ "contactPoints": [mail(&format!("a{}@x.y", id / 2))] }),
            );
            let json = json!({ "id": format!("{}.0.a", 100 + id), "at": 100 + id, "fact": fact });
            Entry::from_stored(&json.to_string()).unwrap()
        })
        .collect();
    let book = Book::of(&entries);
    let plan = nextsale::plan::built_in::standard().unwrap();
    let now = at(MONDAY);
    let bench = nextsale::judge::Bench::new(&book, &plan, &now);
    assert_eq!(nextsale::judge::duplicates::duplicates(&bench).len(), 5_000);
}
