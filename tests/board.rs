//! The board, the plan that is being written, and its versions (PLAN-1, PLAN-4, PLAN-5).
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
use nextsale::judge::missing::missing;
use nextsale::judge::situation::FactValue;
use nextsale::judge::truth::Facts;
use nextsale::plan::built_in;
use nextsale::plan::condition::{Asked, Condition, FactName};
use nextsale::say::en::step;
use nextsale::value::document::read;
use nextsale::value::zone::Now;
use nextsale::view::query::Query;
use serde_json::{Value, json};
use support::{MONDAY, at, engine, record, tell};

fn look(engine: &Engine, now: &Now, query: Value) -> Value {
    let query: Query = read(&query.to_string()).unwrap();
    serde_json::to_value(engine.look(now, &query).unwrap()).unwrap()
}

fn met(id: &str, name: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": name,
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] })
}

fn deal(id: &str, worth: i64, currency: &str) -> Value {
    json!({ "type": "dealOpened", "deal": id, "party": "p_ada", "name": id, "worth": { "minor": worth, "currency": currency } })
}

fn standard() -> Value {
    serde_json::from_str(built_in::STANDARD).unwrap()
}

#[test]
fn plan_1_the_board_has_a_column_for_each_stage_and_a_card_for_each_deal() {
    let (mut engine, now) = (engine("a"), at(MONDAY));
    tell(&mut engine, &now, &[met("p_ada", "Ada"), deal("d_small", 100, "EUR"), deal("d_large", 900, "EUR")]);
    tell(&mut engine, &now, &[deal("d_far", 700, "USD")]);
    let board = look(&engine, &now, json!({ "type": "board", "covers": "deal" }));
    let columns = board["columns"].as_array().unwrap();
    let plan = standard();
    let stages = plan["pipelines"][3]["stages"].as_array().unwrap();
    assert_eq!(columns.len(), stages.len());
    for (column, stage) in columns.iter().zip(stages) {
        assert_eq!(column["purpose"], stage["purpose"]);
        assert_eq!(column["idealDays"], stage["idealDays"]);
    }
    assert_eq!(columns[0]["count"], 3);
    let names: Vec<&str> = columns[0]["cards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["dealName"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["d_large", "d_far", "d_small"], "those worth most come first");
    // Amounts of different currencies never add up.
    assert_eq!(
        columns[0]["worth"],
        json!([{ "minor": 1000, "currency": "EUR" }, { "minor": 700, "currency": "USD" }])
    );
    let closed =
        json!({ "type": "dealClosed", "deal": "d_far", "outcome": { "type": "lost", "reason": "price" } });
    tell(&mut engine, &now, &[closed]);
    assert_eq!(look(&engine, &now, json!({ "type": "board", "covers": "deal" }))["columns"][0]["count"], 2);
}

#[test]
fn plan_4_a_card_says_what_is_missing_for_each_move_and_the_refusal_says_the_same() {
    let (mut engine, now) = (engine("a"), at(MONDAY));
    tell(&mut engine, &now, &[met("p_ada", "Ada")]);
    let board = look(&engine, &now, json!({ "type": "board", "covers": "lead" }));
    let card = &board["columns"][0]["cards"][0];
    assert_eq!(card["name"], "Ada");
    assert_eq!(card["moves"][0]["to"]["id"], "interested");
    let missing = card["moves"][0]["missing"].as_array().unwrap();
    assert!(!missing.is_empty());
    let moved =
        json!({ "type": "stageMoved", "subject": { "type": "party", "party": "p_ada" }, "to": "interested" });
    let refusal = record(&mut engine, &now, moved).unwrap_err().view(&now);
    for text in missing {
        assert!(refusal.message.contains(text.as_str().unwrap()), "{} lacks {text}", refusal.message);
    }
}

#[test]
fn plan_4_of_several_ways_one_is_enough_and_it_is_said_so() {
    let missing = |condition: Value| -> Vec<String> {
        let condition: Condition = read(&condition.to_string()).unwrap();
        missing(&condition, &Needs).iter().map(step::missing).collect()
    };
    let (need, budget) = (json!({ "fact": "need", "is": "yes" }), json!({ "fact": "budget", "is": "yes" }));
    let contacts = json!({ "fact": "contacts", "atLeast": 2 });
    let [in_need, with_budget] = ["need is yes (now: partly)", "budget is yes (nobody knows yet)"];
    assert_eq!(missing(json!({ "all": [need, budget] })), [in_need, with_budget]);
    assert_eq!(missing(json!({ "any": [need, budget] })), [format!("{in_need}; or {with_budget}")]);
    assert_eq!(missing(json!({ "any": [need, contacts] })), [] as [&str; 0]);
    let nested = json!({ "all": [contacts, { "any": [need, { "all": [contacts, budget, need] }] }] });
    assert_eq!(missing(nested), [format!("{in_need}; or {with_budget} and {in_need}")]);
    let neither = json!({ "not": { "any": [contacts, { "not": need }] } });
    assert_eq!(missing(neither), ["contacts is not at least 2 (now: 3)", in_need]);
}

/// Somebody with a partial need and three contacts.
struct Needs;

impl Facts for Needs {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        match asked {
            Asked::Named(FactName::Need) => Some(FactValue::Name("partly".to_owned())),
            Asked::Named(FactName::Contacts) => Some(FactValue::Number(3.0)),
            _ => None,
        }
    }
}

#[test]
fn plan_5_what_others_wrote_is_told_as_they_wrote_it() {
    let engine = engine("a");
    let mut plan = standard();
    plan["rules"][0]["when"] = json!({ "all": [
        { "fact": "attribute.CRM-Segment", "is": "VIP" },
        { "fact": "campaign", "is": "BlackFriday2026" },
        { "fact": "daysUntil.contractEnd", "atMost": 30 },
        { "fact": "lastOutcome", "is": "noAnswer" },
    ] });
    let sentence = draft(&engine, &plan)["sentences"].to_string();
    for words in
        ["“CRM-Segment” is VIP", "campaign is BlackFriday2026", "days until “contractEnd” is at most 30"]
    {
        assert!(sentence.contains(words), "{sentence} lacks {words}");
    }
    assert!(sentence.contains("last outcome is no answer"), "{sentence}");
}

#[test]
fn plan_1_a_column_lists_the_first_fifty_and_counts_all() {
    let (mut engine, now) = (engine("a"), at(MONDAY));
    let many: Vec<Value> = (0..60).map(|number| met(&format!("p_{number}"), "Somebody")).collect();
    tell(&mut engine, &now, &many);
    let board = look(&engine, &now, json!({ "type": "board", "covers": "lead" }));
    assert_eq!(board["columns"][0]["count"], 60);
    assert_eq!(board["columns"][0]["cards"].as_array().unwrap().len(), 50);
}

fn draft(engine: &Engine, plan: &Value) -> Value {
    look(engine, &at(MONDAY), json!({ "type": "planDraft", "text": plan.to_string() }))
}

#[test]
fn plan_5_a_draft_names_each_fault_at_its_place_and_still_says_what_can_be_read() {
    let engine = engine("a");
    let mut plan = standard();
    plan["rules"][0]["when"] = json!({ "fact": "scor", "atLeast": 3 });
    plan["limits"]["gapHours"] = json!(-3);
    let view = draft(&engine, &plan);
    let problems = view["problems"].as_array().unwrap();
    let of = |path: &str| {
        problems
            .iter()
            .find(|problem| problem["path"] == path)
            .unwrap_or_else(|| panic!("{path}: {problems:?}"))
    };
    assert_eq!(of("rules[0].when.fact")["likely"], "score");
    assert!(of("limits.gapHours")["text"].as_str().unwrap().contains("allowed is"));
    let sentences = view["sentences"].as_array().unwrap();
    assert!(!sentences.iter().any(|sentence| sentence["path"] == "rules[0]"));
    let changes: Vec<&Value> =
        view["changes"].as_array().unwrap().iter().map(|change| &change["path"]).collect();
    assert_eq!(
        changes,
        ["rules[0].when", "limits.gapHours"],
        "a faulty draft differs in nothing but what was changed"
    );
    assert!(sentences.iter().any(|sentence| sentence["path"] == "rules[1]"));
    let broken = look(&engine, &at(MONDAY), json!({ "type": "planDraft", "text": "{ not json" }));
    assert_eq!(broken["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn next_4_a_rule_is_told_in_plain_language() {
    let engine = engine("a");
    let mut plan = standard();
    plan["rules"][0]["covers"] = json!(["lead", "deal"]);
    plan["rules"][0]["when"] = json!({ "all": [{ "fact": "need", "is": "yes" },
        { "any": [{ "not": { "known": "budget" } }, { "fact": "daysSince.viewedPricing", "atMost": 3 }] }] });
    let view = draft(&engine, &plan);
    let sentence =
        view["sentences"].as_array().unwrap().iter().find(|sentence| sentence["path"] == "rules[0]").unwrap();
    let text = sentence["text"].as_str().unwrap();
    let expected = "For leads and deals: when need is yes and (budget is not known or days since viewed pricing is at most 3), ";
    assert!(text.starts_with(expected), "{text}");
    assert_eq!(draft(&engine, &standard())["changes"], json!([]), "the plan in force changes nothing");
}

#[test]
fn plan_5_weights_and_answers_are_told_in_plain_language_each_at_its_place() {
    let engine = engine("a");
    let mut plan = standard();
    plan["signals"]["kinds"]["visited"] = json!({ "points": 4, "halfLifeDays": 10 });
    plan["signals"]["kinds"]["complained"]["halfLifeDays"] = json!("long");
    let view = draft(&engine, &plan);
    let all = view["sentences"].as_array().unwrap();
    let at =
        |path: &str| all.iter().find(|told| told["path"] == path).map(|told| told["text"].as_str().unwrap());
    let expected = "+4 when it is fresh, half of that after 10 days, a quarter after 20.";
    assert_eq!(at("signals.kinds.visited"), Some(expected));
    assert_eq!(at("signals.kinds.complained"), None, "what can't be read has no words");
    assert!(at("score").unwrap().contains("Hot is from 60, warm from 35, cool from 15"));
    assert!(
        at("qualification.topics.need")
            .unwrap()
            .starts_with("Yes counts +14, partly +7, no -12. We ask: “What")
    );
    assert!(at("hesitations.timing").unwrap().starts_with("We ask: “What has to happen"));
    let complaints = at("complaints").unwrap();
    assert!(
        complaints.starts_with("They are put right by phone, else in person, else by e-mail"),
        "{complaints}"
    );
    assert!(complaints.ends_with("A good result: They say that it is put right."), "{complaints}");
    assert!(at("rejections").unwrap().contains("for 14 days"));
    assert!(
        at("quotes")
            .unwrap()
            .starts_with("What a percentage takes off is rounded, with halves away from zero.")
    );
    let (usual, silent) = (at("complaints"), {
        let mut plan = standard();
        let fields = plan.as_object_mut().unwrap();
        fields.remove("complaints");
        fields.remove("quotes");
        draft(&engine, &plan)
    });
    let of_silent = |path: &str| {
        let told = silent["sentences"].as_array().unwrap().iter().find(|told| told["path"] == path);
        told.map(|told| told["text"].as_str().unwrap())
    };
    assert_eq!(of_silent("complaints"), usual, "where the plan says nothing, what is usual holds");
    assert_eq!(of_silent("quotes"), at("quotes"));
    assert_eq!(
        at("quotes.follows.sample").unwrap(),
        "Ask for feedback, 7 days after the quote was accepted. They gain: Finds out whether it fits, with somebody to ask."
    );
}

#[test]
fn next_4_an_editor_is_told_what_conditions_can_ask_for() {
    let view = draft(&engine("a"), &standard());
    let facts = view["facts"].as_array().unwrap();
    let of = |name: &str| facts.iter().find(|fact| fact["name"] == name).unwrap();
    assert_eq!(of("score")["values"], "numbers");
    assert_eq!(of("need")["names"], json!(["unknown", "no", "partly", "yes"]));
    assert_eq!(of("daysSince.viewedPricing")["values"], "numbers");
    assert_eq!(of("stage")["values"], "stages");
}

#[test]
fn plan_5_a_draft_tells_what_it_changes() {
    let engine = engine("a");
    let mut plan = standard();
    plan["pipelines"][0]["stages"][1]["idealDays"] = json!(10);
    plan["pipelines"][0]["stages"][2]["enter"] = json!({ "fact": "need", "is": "yes" });
    plan["limits"]["gapHours"] = json!(70);
    plan["rules"].as_array_mut().unwrap().remove(0);
    let view = draft(&engine, &plan);
    assert_eq!(view["problems"], json!([]));
    let texts: Vec<&str> =
        view["changes"].as_array().unwrap().iter().map(|change| change["text"].as_str().unwrap()).collect();
    assert!(texts.contains(&"Stage “Interested”, ideal days: 14 → 10"), "{texts:?}");
    let enter = "Stage “Qualified”, enter: need is yes and authority is partly or yes → need is yes";
    assert!(texts.contains(&enter), "{texts:?}");
    assert!(
        texts.iter().any(|text| text.starts_with("Limits, gap hours: ") && text.ends_with("→ 70")),
        "{texts:?}"
    );
    assert!(
        texts.iter().any(|text| text.starts_with("Rule “") && text.ends_with("was taken out")),
        "{texts:?}"
    );
    assert_eq!(texts.len(), 4, "{texts:?}");
}

#[test]
fn plan_5_versions_are_kept_with_what_each_changed() {
    let (mut engine, now) = (engine("a"), at(MONDAY));
    let mut second = standard();
    let version = second["version"].as_u64().unwrap();
    second["version"] = json!(version + 1);
    second["name"] = json!("Our own way");
    tell(&mut engine, &now, &[json!({ "type": "planAdopted", "plan": second })]);
    let versions = look(&engine, &now, json!({ "type": "planVersions" }));
    let versions = versions["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(
        (&versions[0]["plan"]["name"], &versions[0]["at"]),
        (&json!("Our own way"), &json!(now.at.millis()))
    );
    let texts: Vec<&str> = versions[0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["text"].as_str().unwrap())
        .collect();
    let counted_up = format!("Version: {version} → {}", version + 1);
    assert_eq!(texts, [counted_up.as_str(), "Name: Standard sales plan → Our own way"]);
    assert_eq!(versions[1]["plan"]["version"], version);
    assert_eq!(versions[1]["entry"], Value::Null);
    let entry = versions[0]["entry"].clone();
    tell(&mut engine, &now, &[json!({ "type": "retracted", "entry": entry })]);
    let after = look(&engine, &now, json!({ "type": "planVersions" }));
    assert_eq!(after["versions"].as_array().unwrap().len(), 1, "what was taken back was never in force");
}
