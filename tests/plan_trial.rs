//! What a plan that is being written would change for the parties of a book (PLAN-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::plan::built_in;
use nextsale::value::document::read;
use nextsale::value::zone::Now;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};
use support::generate::{after, happenings, home};
use support::{MONDAY, at, engine, moment, tell};

fn look(engine: &Engine, now: &Now, query: Value) -> Value {
    serde_json::to_value(engine.look(now, &read(&query.to_string()).unwrap()).unwrap()).unwrap()
}

fn trial(engine: &Engine, now: &Now, draft: &str) -> Value {
    look(engine, now, json!({ "type": "planTrial", "text": draft, "limit": 1000 }))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Changes that a sales lead may make, each on its own or together with others.
const EDITS: [fn(&mut Value); 12] = [
    |plan| plan["signals"]["kinds"]["askedForQuote"]["points"] = json!(60),
    |plan| plan["signals"]["kinds"]["visited"]["halfLifeDays"] = json!(90),
    |plan| plan["score"]["bands"] = json!({ "hot": 30, "warm": 12, "cool": 4 }),
    |plan| plan["score"]["noAnswerPenaltyMost"] = json!(0),
    |plan| plan["qualification"]["topics"]["need"]["no"] = json!(-40),
    |plan| plan["rules"].as_array_mut().unwrap().truncate(3),
    |plan| plan["rules"].as_array_mut().unwrap().reverse(),
    |plan| plan["rules"][0]["liftPercent"] = json!(1),
    |plan| plan["rules"][1]["when"] = json!({ "fact": "contacts", "atLeast": 1 }),
    |plan| {
        for pipeline in plan["pipelines"].as_array_mut().unwrap() {
            for stage in pipeline["stages"].as_array_mut().unwrap() {
                stage["idealDays"] = json!(1);
                stage["staleAfterDays"] = json!(2);
            }
        }
    },
    // Everybody who is in that stage is in none that the plan knows.
    |plan| *plan = serde_json::from_str(&plan.to_string().replace("\"interested\"", "\"keen\"")).unwrap(),
    |plan| plan["limits"]["gapHours"] = json!(200),
];

fn drafts() -> impl Strategy<Value = String> {
    subsequence((0..EDITS.len()).collect::<Vec<_>>(), 1..4).prop_map(|edits| {
        let mut plan: Value = serde_json::from_str(built_in::STANDARD).unwrap();
        edits.into_iter().for_each(|edit| EDITS[edit](&mut plan));
        plan.to_string()
    })
}

/// A copy of the book in which the draft was adopted.
fn adopted(engine: &Engine, now: &Now, draft: &str) -> Engine {
    let mut copy = engine.clone();
    let plan: Value = serde_json::from_str(draft).unwrap();
    tell(&mut copy, now, &[json!({ "type": "planAdopted", "plan": plan })]);
    copy
}

/// What the ordinary queries say of everybody, in the form in which a trial tells it of a side.
fn told(engine: &Engine, now: &Now) -> Vec<(String, Value)> {
    let leads = look(engine, now, json!({ "type": "leads", "order": "approach", "limit": 1000 }));
    let rows = list(&leads["rows"]).iter().zip(1..).map(|(row, place)| {
        let party = look(engine, now, json!({ "type": "party", "party": row["party"] }));
        let stand = |subject: Value, name: Value, stage: &Value| {
            let mut query = subject.clone();
            query["type"] = json!("rules");
            let rules = look(engine, now, query)["rules"].clone();
            json!({ "subject": subject, "dealName": name, "stage": stage["stage"],
                "progress": stage["progress"], "rules": rules })
        };
        let own = stand(json!({ "type": "party", "party": row["party"] }), Value::Null, &party["stage"]);
        let open = list(&party["deals"]).iter().filter(|deal| deal["outcome"].is_null());
        let deals = open.map(|deal| {
            stand(json!({ "type": "deal", "deal": deal["deal"] }), deal["name"].clone(), &deal["stage"])
        });
        let stands: Vec<Value> = [own].into_iter().chain(deals).collect();
        let step = list(&party["steps"]).first().cloned();
        let side = json!({ "place": place, "score": party["score"], "step": step, "stands": stands });
        (row["party"].as_str().unwrap().to_owned(), side)
    });
    let mut rows: Vec<(String, Value)> = rows.collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    rows
}

fn fires(rule: &Value) -> bool {
    rule["state"] == "fires"
}

/// Of all rules those that fire by one of the plans alone.
fn only_different_rules(mut side: Value, other: &Value) -> Value {
    for stand in side["stands"].as_array_mut().unwrap() {
        let there = list(&other["stands"]).iter().find(|there| there["subject"] == stand["subject"]).unwrap();
        let same = |rule: &Value| list(&there["rules"]).iter().find(|other| other["rule"] == rule["rule"]);
        stand["rules"].as_array_mut().unwrap().retain(|rule| same(rule).is_some_and(fires) != fires(rule));
    }
    side
}

/// What differs, but for places, which are a matter of everybody.
fn differences(before: &Value, after: &Value) -> Vec<&'static str> {
    let step = |side: &Value| side["step"].clone();
    let what = |side: &Value| {
        [step(side)["subject"].clone(), step(side)["origin"].clone(), step(side)["action"].clone()]
    };
    let stands = |side: &Value, field: fn(&Value) -> Value| {
        list(&side["stands"]).iter().map(field).collect::<Vec<_>>()
    };
    let another = what(before) != what(after);
    let firing = |side: &Value| {
        let of = |stand: &Value| {
            let rules = list(&stand["rules"]).iter().filter(|rule| fires(rule));
            let mut ids: Vec<String> = rules.map(|rule| rule["rule"].to_string()).collect();
            ids.sort();
            ids
        };
        list(&side["stands"]).iter().map(of).collect::<Vec<_>>()
    };
    let stage: fn(&Value) -> Value = |stand| stand["stage"]["id"].clone();
    let pace: fn(&Value) -> Value = |stand| stand["progress"]["pace"].clone();
    let found = [
        ("band", before["score"]["band"] != after["score"]["band"]),
        ("score", before["score"]["points"] != after["score"]["points"]),
        ("step", another),
        ("time", !another && step(before)["at"] != step(after)["at"]),
        ("stage", stands(before, stage) != stands(after, stage)),
        ("pace", stands(before, pace) != stands(after, pace)),
        ("rules", firing(before) != firing(after)),
    ];
    found.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
}

/// The length of the longest row of places that ascends, found without cleverness.
fn longest_ascent(places: &[u64]) -> usize {
    let mut longest = vec![1; places.len()];
    for at in 0..places.len() {
        for before in 0..at {
            if places[before] < places[at] {
                longest[at] = longest[at].max(longest[before] + 1);
            }
        }
    }
    longest.into_iter().max().unwrap_or(0)
}

/// The kinds of change of a row, each once.
fn kinds(row: &Value) -> Vec<String> {
    let mut kinds: Vec<String> =
        list(&row["changes"]).iter().map(|change| change["what"].as_str().unwrap().to_owned()).collect();
    kinds.dedup();
    kinds
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn plan_5_a_plan_as_it_is_in_force_changes_nothing_for_anybody(story in happenings(30), home in home()) {
        let (engine, now) = after(&story, home);
        let view = trial(&engine, &now, built_in::STANDARD);
        prop_assert_eq!(&view["changed"], &json!(0), "{}", view);
        for field in ["problems", "differences", "rules", "rows"] {
            prop_assert!(list(&view[field]).is_empty(), "{}: {}", field, view[field]);
        }
        for tally in list(&view["bands"]).iter().chain(list(&view["paces"])) {
            prop_assert_eq!(&tally["before"], &tally["after"]);
        }
    }

    #[test]
    fn plan_5_a_trial_says_what_adopting_the_plan_brings(story in happenings(40), home in home(), draft in drafts()) {
        let (engine, now) = after(&story, home);
        let untouched = (engine.book().clone(), engine.plan().clone(), engine.journal().count());
        let view = trial(&engine, &now, &draft);
        prop_assert!(untouched == (engine.book().clone(), engine.plan().clone(), engine.journal().count()), "the book is as it was");

        let (before, after) = (told(&engine, &now), told(&adopted(&engine, &now, &draft), &now));
        prop_assert_eq!(&view["parties"], &json!(before.len()));
        let row_of = |party: &str| list(&view["rows"]).iter().find(|row| row["party"] == party);
        let mut counts = std::collections::BTreeMap::<String, u64>::new();
        for ((party, old), (_, new)) in before.iter().zip(&after) {
            let mut differs: Vec<String> = differences(old, new).into_iter().map(str::to_owned).collect();
            let row = row_of(party);
            // Which of them overtake others is for the trial to say, how many is checked below.
            let overtakes = row.is_some_and(|row| kinds(row).contains(&"place".to_owned()));
            differs.extend(overtakes.then(|| "place".to_owned()));
            differs.iter().for_each(|what| *counts.entry(what.clone()).or_default() += 1);
            prop_assert_eq!(row.map(kinds).unwrap_or_default(), differs, "{}", party);
            if let Some(row) = row {
                prop_assert_eq!(&row["before"], &only_different_rules(old.clone(), new));
                prop_assert_eq!(&row["after"], &only_different_rules(new.clone(), old));
            }
        }
        prop_assert_eq!(&view["changed"], &json!(list(&view["rows"]).len()));

        let mut in_new_order: Vec<(u64, u64)> = before.iter().zip(&after)
            .map(|((_, old), (_, new))| (new["place"].as_u64().unwrap(), old["place"].as_u64().unwrap())).collect();
        in_new_order.sort();
        let places: Vec<u64> = in_new_order.into_iter().map(|(_, old)| old).collect();
        let overtaking = u64::try_from(places.len() - longest_ascent(&places)).unwrap();
        prop_assert_eq!(counts.get("place").copied().unwrap_or(0), overtaking);
        let told_counts = list(&view["differences"]).iter()
            .map(|each| (each["what"].as_str().unwrap().to_owned(), each["parties"].as_u64().unwrap()));
        prop_assert_eq!(told_counts.collect::<std::collections::BTreeMap<_, _>>(), counts);

        let how_many = |told: &[(String, Value)], is: &dyn Fn(&Value) -> bool| told.iter().filter(|(_, side)| is(side)).count();
        for tally in list(&view["bands"]) {
            let is = |side: &Value| side["score"]["band"] == tally["band"];
            prop_assert_eq!((&tally["before"], &tally["after"]), (&json!(how_many(&before, &is)), &json!(how_many(&after, &is))));
        }
        let stands = |told: &[(String, Value)]| told.iter().flat_map(|(_, side)| list(&side["stands"]).to_vec()).collect::<Vec<_>>();
        let (old, new) = (stands(&before), stands(&after));
        for tally in list(&view["paces"]) {
            let count = |stands: &[Value]| stands.iter().filter(|stand| stand["progress"]["pace"] == tally["pace"]).count();
            prop_assert_eq!((&tally["before"], &tally["after"]), (&json!(count(&old)), &json!(count(&new))));
        }
        for tally in list(&view["rules"]) {
            let fires = |stand: &Value| list(&stand["rules"]).iter().any(|rule| fires(rule) && rule["rule"] == tally["rule"]);
            let of = |is: &dyn Fn(bool, bool) -> bool| old.iter().zip(&new).filter(|(old, new)| is(fires(old), fires(new))).count();
            prop_assert_eq!(&tally["before"], &json!(of(&|old, _| old)));
            prop_assert_eq!(&tally["after"], &json!(of(&|_, new| new)));
            prop_assert_eq!(&tally["begins"], &json!(of(&|old, new| new && !old)));
            prop_assert_eq!(&tally["ends"], &json!(of(&|old, new| old && !new)));
        }
    }
}

#[test]
fn plan_5_a_draft_with_faults_is_not_tried() {
    let engine = engine("a1");
    let now = at(MONDAY);
    let draft = built_in::STANDARD.replace("\"hot\": 60", "\"hot\": 600").replace("\"rules\"", "\"rulse\"");
    let view = trial(&engine, &now, &draft);
    let checked = look(&engine, &now, json!({ "type": "planDraft", "text": draft }));
    assert!(list(&view["problems"]).len() > 1);
    assert_eq!(view["problems"], checked["problems"]);
    let view = trial(&engine, &now, "{ not json");
    assert_eq!(list(&view["problems"]).len(), 1);
}

/// Three leads: of one we know that she asked for a quote, of another nothing, and the third answered no calls.
fn three() -> (Engine, Now) {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let met = |party: &str, name: &str| {
        json!({ "type": "partyMet", "party": party, "kind": "person", "name": name,
            "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] })
    };
    tell(
        &mut engine,
        &at("2026-11-16T09:00:00Z"),
        &[met("p_ada", "Ada"), met("p_bob", "Bob"), met("p_cleo", "Cleo")],
    );
    let asked = json!({ "type": "signalSeen", "party": "p_ada", "signal": "askedForQuote",
        "at": moment("2026-11-20T09:00:00Z").millis() });
    let silent = json!({ "type": "contactLogged", "interaction": "i_1", "party": "p_cleo", "channel": "phone",
        "objective": "findOutInterest", "outcome": "noAnswer", "initiative": "seller",
        "at": moment("2026-11-20T09:00:00Z").millis() });
    tell(&mut engine, &at("2026-11-20T09:00:00Z"), &[asked, silent]);
    (engine, now)
}

#[test]
fn plan_5_what_changes_is_told_in_words_with_the_reasons_of_both() {
    let (engine, now) = three();
    let mut draft: Value = serde_json::from_str(built_in::STANDARD).unwrap();
    draft["rules"].as_array_mut().unwrap().retain(|rule| rule["id"] != "answer-quote");
    draft["score"]["bands"]["warm"] = json!(20);
    let view = trial(&engine, &now, &draft.to_string());
    assert_eq!((&view["parties"], &view["changed"]), (&json!(3), &json!(1)), "{view}");
    let row = &view["rows"][0];
    assert_eq!(row["name"], "Ada");
    let texts: Vec<&str> =
        list(&row["changes"]).iter().map(|change| change["text"].as_str().unwrap()).collect();
    assert_eq!(texts[0], "Warm instead of cool");
    assert!(
        texts[1].starts_with("First step: ") && texts[1].ends_with("(so far: Make an offer by phone)"),
        "{texts:?}"
    );
    assert!(texts[2].ends_with(" no longer fires"), "{texts:?}");
    assert_eq!(row["before"]["step"]["because"][0]["rule"], "answer-quote");
    assert_ne!(row["after"]["step"]["because"][0]["rule"], "answer-quote");
    assert_eq!(row["before"]["score"]["reasons"], row["after"]["score"]["reasons"]);
    let rule = &view["rules"][0];
    assert_eq!(
        (&rule["rule"], &rule["before"], &rule["after"], &rule["ends"]),
        (&json!("answer-quote"), &json!(1), &json!(0), &json!(1))
    );
    assert!(rule["text"].as_str().unwrap().ends_with("no longer fires for 1: for 0 instead of 1"), "{rule}");
}

#[test]
fn plan_5_those_for_whom_most_changes_come_first_and_all_are_counted() {
    let (engine, now) = three();
    let draft = built_in::STANDARD
        .replace("\"noAnswerPenalty\": 3", "\"noAnswerPenalty\": 0")
        .replace("\"points\": 22", "\"points\": 60");
    let all = trial(&engine, &now, &draft);
    let names: Vec<&Value> = list(&all["rows"]).iter().map(|row| &row["name"]).collect();
    assert_eq!(names.first().copied(), Some(&json!("Ada")), "{all}");
    let first = look(&engine, &now, json!({ "type": "planTrial", "text": draft, "limit": 1 }));
    assert_eq!(first["changed"], all["changed"]);
    assert_eq!(list(&first["rows"]), &list(&all["rows"])[..1]);
}

#[test]
fn plan_5_whoever_is_equal_by_the_draft_stands_as_in_the_list_of_leads() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    for party in ["p_1", "p_2"] {
        let met = json!({ "type": "partyMet", "party": party, "kind": "person", "name": party,
            "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] });
        tell(&mut engine, &now, &[met]);
    }
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "signalSeen", "party": "p_2", "signal": "visited", "at": now.at.millis() })],
    );
    let draft = built_in::STANDARD.replace("\"visited\": { \"points\": 3", "\"visited\": { \"points\": 0");
    let view = trial(&engine, &now, &draft);
    let places = |told: Vec<(String, Value)>| {
        told.into_iter().map(|(_, side)| side["place"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(places(told(&engine, &now)), [2, 1]);
    assert_eq!(places(told(&adopted(&engine, &now, &draft), &now)), [1, 2]);
    let visitor = list(&view["rows"]).iter().find(|row| row["party"] == "p_2").unwrap();
    assert_eq!((&visitor["before"]["place"], &visitor["after"]["place"]), (&json!(1), &json!(2)));
}
