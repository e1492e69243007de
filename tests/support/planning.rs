//! One customer and deals, under plans that are changed, and what is shown of them.

use super::{MONDAY, at, engine, moment, party, tell};
use nextsale::engine::Engine;
use nextsale::judge::next_step::{steps_of_deal, steps_of_party};
use nextsale::judge::step::{Because, Step};
use nextsale::plan::built_in::STANDARD;
use nextsale::value::document::read;
use nextsale::value::id::DealId;
use nextsale::value::time::DAY;
use nextsale::value::zone::Now;
use serde_json::{Value, json};

pub fn met(id: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": format!("Name of {id}"),
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }, { "channel": "email", "value": "a@example.org" }] })
}

pub fn opened(deal: &str, minor: i64) -> Value {
    json!({ "type": "dealOpened", "deal": deal, "party": "p_1", "name": format!("Deal {deal}"),
        "worth": { "minor": minor, "currency": "EUR" } })
}

pub fn logged(interaction: &str, now: &Now, more: Value) -> Value {
    let mut fact = json!({ "type": "contactLogged", "interaction": interaction, "party": "p_1", "at": now.at.millis(),
        "channel": "phone", "objective": "analyseNeeds", "initiative": "seller", "outcome": "partly" });
    fact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fact
}

pub fn later(days: i64) -> Now {
    Now::utc(moment(MONDAY).plus(days * DAY))
}

pub fn look(engine: &Engine, now: &Now, query: Value) -> Value {
    let query = read(&query.to_string()).unwrap();
    serde_json::to_value(engine.look(now, &query).unwrap_or_else(|failure| panic!("{:?}", failure.view(now))))
        .unwrap()
}

pub fn with(facts: &[Value]) -> Engine {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), facts);
    engine
}

pub fn with_plan(change: impl FnOnce(&mut Value), facts: &[Value]) -> Engine {
    let mut plan: Value = serde_json::from_str(STANDARD).unwrap();
    change(&mut plan);
    let mut engine = with(&[json!({ "type": "planAdopted", "plan": plan })]);
    tell(&mut engine, &at(MONDAY), facts);
    engine
}

pub fn steps(engine: &Engine, now: &Now) -> Vec<Step> {
    steps_of_party(&engine.bench(now), engine.book().party(&party("p_1")).unwrap())
}

pub fn deal_steps(engine: &Engine, now: &Now, deal: &str) -> Vec<Step> {
    steps_of_deal(&engine.bench(now), engine.book().deal(&DealId::parse(deal).unwrap()).unwrap())
}

pub fn fires<'s>(steps: &'s [Step], rule: &str) -> Option<&'s Step> {
    steps.iter().find(|step| {
        step.because
            .iter()
            .any(|because| matches!(because, Because::Rule { rule: id, .. } if id.as_str() == rule))
    })
}

pub fn stage_of(engine: &Engine, now: &Now, deal: &str) -> String {
    let view = look(engine, now, json!({ "type": "party", "party": "p_1" }));
    let deals = view["deals"].as_array().unwrap();
    let found = deals.iter().find(|found| found["deal"] == deal).unwrap_or_else(|| panic!("{deal}: {view}"));
    found["stage"]["stage"]["id"].as_str().unwrap().to_owned()
}

pub fn pace(engine: &Engine, now: &Now, deal: &str) -> String {
    let view = look(engine, now, json!({ "type": "party", "party": "p_1" }));
    let deals = view["deals"].as_array().unwrap();
    let found = deals.iter().find(|found| found["deal"] == deal).unwrap_or_else(|| panic!("{deal}: {view}"));
    found["stage"]["progress"]["pace"].as_str().unwrap().to_owned()
}
