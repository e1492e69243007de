//! A plan document is checked whole (PLAN-5).
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

use nextsale::failure::Failure;
use nextsale::plan::{Plan, built_in};
use nextsale::value::document::{Fault, Problem};
use serde_json::{Value, json};
use support::{MONDAY, at, engine, record};

fn standard() -> Value {
    serde_json::from_str(built_in::STANDARD).unwrap()
}

fn problems(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut document = standard();
    change(&mut document);
    Plan::read(&document.to_string()).expect_err("the plan should be refused")
}

fn rename(value: &mut Value, from: &str, to: &str) {
    let fields = value.as_object_mut().unwrap();
    let moved = fields.remove(from).unwrap();
    fields.insert(to.to_owned(), moved);
}

#[test]
fn plan_2_the_built_in_plan_is_usable_as_it_is() {
    let plan = built_in::standard().unwrap();
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(Plan::read(&text).unwrap(), plan, "it reads back from what it writes");
}

#[test]
fn plan_5_a_misspelt_field_is_named_with_the_likely_right_one() {
    let problems = problems(|plan| rename(&mut plan["pipelines"][1]["stages"][0], "idealDays", "idealDay"));
    let misspelt = problems.iter().find(|problem| problem.fault == Fault::UnknownField).unwrap();
    assert_eq!(misspelt.path, "pipelines[1].stages[0].idealDay");
    assert_eq!(misspelt.likely.as_deref(), Some("idealDays"));
    assert!(
        problems.iter().any(|problem| problem.path == "pipelines[1].stages[0].idealDays"),
        "{problems:?}"
    );
}

#[test]
fn plan_5_an_unknown_condition_is_named_with_what_is_allowed() {
    let form = problems(|plan| plan["rules"][0]["when"] = json!({ "every": [] }));
    assert_eq!(form[0].path, "rules[0].when.every");
    assert!(form[0].allowed.contains("all"), "{form:?}");
    let fact = problems(|plan| plan["rules"][0]["when"] = json!({ "fact": "scoer", "atLeast": 4 }));
    assert_eq!((fact[0].path.as_str(), fact[0].likely.as_deref()), ("rules[0].when.fact", Some("score")));
    let comparison = problems(|plan| plan["rules"][0]["when"] = json!({ "fact": "score", "atLest": 4 }));
    assert_eq!(comparison[0].likely.as_deref(), Some("atLeast"));
    let name = problems(|plan| plan["rules"][0]["when"] = json!({ "fact": "need", "is": "jes" }));
    assert_eq!((name[0].path.as_str(), name[0].likely.as_deref()), ("rules[0].when.is", Some("yes")));
    let stage = problems(|plan| plan["rules"][0]["when"] = json!({ "fact": "stage", "is": "propsing" }));
    assert_eq!(stage[0].likely.as_deref(), Some("proposing"));
}

#[test]
fn plan_5_an_unreachable_stage_is_named() {
    let problems = problems(|plan| plan["pipelines"][3]["stages"][1]["next"] = json!(["exploring"]));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(
        (problems[0].path.as_str(), &problems[0].fault),
        ("pipelines[3].stages[2]", &Fault::Unreachable)
    );
}

#[test]
fn plan_5_a_duplicate_id_is_named() {
    let stage = problems(|plan| plan["pipelines"][1]["stages"][0]["id"] = json!("new"));
    assert!(stage.iter().any(|problem| {
        problem.path == "pipelines[1].stages[0].id"
            && problem.fault == Fault::Duplicate { found: "new".to_owned() }
    }));
    let rule = problems(|plan| plan["rules"][1]["id"] = plan["rules"][0]["id"].clone());
    assert_eq!(rule[0].path, "rules[1].id");
}

#[test]
fn plan_5_a_negative_or_impossible_number_is_named() {
    let days = problems(|plan| plan["pipelines"][0]["stages"][0]["idealDays"] = json!(-3));
    assert_eq!(days[0].path, "pipelines[0].stages[0].idealDays");
    assert_eq!(days[0].allowed, "a whole number from 0 to 65535");
    let cap = problems(|plan| plan["limits"]["caps"][0]["most"] = json!(0));
    assert_eq!(cap[0].path, "limits.caps[0].most", "a cap of nothing would silently forbid all contact");
    let chance = problems(|plan| plan["pipelines"][0]["stages"][0]["chancePercent"] = json!(140));
    assert_eq!(chance[0].path, "pipelines[0].stages[0].chancePercent");
    let half_life = problems(|plan| plan["signals"]["kinds"]["visited"]["halfLifeDays"] = json!(0));
    assert_eq!(half_life[0].path, "signals.kinds.visited.halfLifeDays");
    let silent = problems(|plan| {
        plan["complaints"] = json!({ "channels": [], "benefits": [], "desiredResult": "Peace" })
    });
    let paths: Vec<&str> = silent.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["complaints.channels", "complaints.benefits"], "a complaint would have no step");
    let fraction = problems(|plan| plan["limits"]["gapHours"] = json!(1.5));
    assert_eq!(fraction[0].path, "limits.gapHours");
}

#[test]
fn plan_5_what_takes_no_time_or_longer_than_a_day_is_refused() {
    let none = problems(|plan| {
        plan["day"]["minutes"]["phone"] = json!(0);
        plan["day"]["minutes"]["inPerson"] = json!(1441);
        plan["day"]["otherMinutes"] = json!(0);
        // Between contacts nothing has to be left free.
        plan["day"]["switchMinutes"] = json!(0);
        plan["day"]["travelMinutes"] = json!({ "inPerson": 0 });
    });
    let paths: Vec<&str> = none.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["day.minutes.phone", "day.minutes.inPerson", "day.otherMinutes"]);
    assert!(
        none.iter().all(|problem| problem.allowed == "a whole number of minutes from 1 to 1440"),
        "{none:?}"
    );
}

#[test]
fn plan_5_all_problems_are_listed_at_once() {
    let problems = problems(|plan| {
        rename(plan, "limits", "limit");
        plan["rules"][2]["when"] = json!({ "fact": "nothing like it", "is": 1 });
        plan["rules"][3]["propose"]["benefits"] = json!(["Just checking in"]);
        plan["pipelines"][0]["stages"][0]["idealDays"] = json!("two weeks");
        plan["currency"] = json!("EURO");
    });
    let mut paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    paths.sort_unstable();
    let expected = [
        "currency",
        "limit",
        "limits",
        "pipelines[0].stages[0].idealDays",
        "rules[2].when.fact",
        "rules[3].propose.benefits[0]",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn plan_5_what_cannot_be_read_hides_no_number_that_cannot_be() {
    let problems = problems(|plan| {
        plan["pipelines"][0]["stages"][0]["idealDays"] = json!(-3);
        plan["pipelines"][0]["stages"][1]["chancePercent"] = json!(250);
        plan["pipelines"][0]["stages"][1]["pointsOfContact"][0]["channels"] = json!([]);
        plan["limits"]["caps"][0]["most"] = json!(0);
        plan["limits"]["afterNoAnswer"]["growthPercent"] = json!(50);
        plan["limits"]["contactDays"] = json!([]);
        plan["score"]["bands"] = json!({ "hot": 10, "warm": 35, "cool": 15 });
        plan["day"]["otherMinutes"] = json!(0);
        plan["rules"][0]["when"] = json!({ "fact": "score", "atLeast": "x" });
        plan["rules"][1]["covers"] = json!([]);
        plan["signals"]["kinds"]["visited"]["halfLifeDays"] = json!(0);
    });
    let mut paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    paths.sort_unstable();
    let expected = [
        "day.otherMinutes",
        "limits.afterNoAnswer.growthPercent",
        "limits.caps[0].most",
        "limits.contactDays",
        "pipelines[0].stages[0].idealDays",
        "pipelines[0].stages[1].chancePercent",
        "pipelines[0].stages[1].pointsOfContact[0].channels",
        "rules[0].when.atLeast",
        "rules[1].covers",
        "score.bands",
        "signals.kinds.visited.halfLifeDays",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn plan_5_a_plan_with_a_fault_is_not_adopted() {
    let mut engine = engine("a1");
    let mut document = standard();
    let version = engine.plan().version;
    document["version"] = json!(version + 1);
    document["rules"][0]["lift"] = json!(3);
    let refused = record(&mut engine, &at(MONDAY), json!({ "type": "planAdopted", "plan": document }));
    let Err(Failure::Malformed(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(
        (problems[0].path.as_str(), problems[0].likely.as_deref()),
        ("plan.rules[0].lift", Some("liftPercent"))
    );
    assert_eq!(engine.plan().version, version);
    assert_eq!(engine.journal().count(), 0);

    document["rules"][0].as_object_mut().unwrap().remove("lift");
    record(&mut engine, &at(MONDAY), json!({ "type": "planAdopted", "plan": document })).unwrap();
    assert_eq!(engine.plan().version, version + 1);
}

#[test]
fn plan_5_any_document_is_refused_or_read_without_panic() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let leaves =
        [json!(null), json!(-1), json!(1e300), json!("x"), json!([]), json!({}), json!(true), json!([[[]]])];
    let strategy = (0usize..4000, proptest::sample::select(leaves.to_vec()));
    runner
        .run(&strategy, |(place, leaf)| {
            let mut document = standard();
            replace(&mut document, &mut { place }, &leaf);
            if let Err(problems) = Plan::read(&document.to_string()) {
                assert!(!problems.is_empty());
            }
            Ok(())
        })
        .unwrap();
}

/// Replaces the value at a place, counted through the document.
fn replace(value: &mut Value, place: &mut usize, leaf: &Value) {
    if *place == 0 {
        *value = leaf.clone();
    }
    *place = place.wrapping_sub(1);
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, place, leaf)),
        Value::Object(fields) => fields.values_mut().for_each(|value| replace(value, place, leaf)),
        _ => {}
    }
}
