//! Facts about people and deals, and what judges say of them.

use super::{MONDAY, at, engine, moment, party, record, tell};
use nextsale::engine::Engine;
use nextsale::failure::FailureView;
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::score::score;
use nextsale::judge::step::{Action, ContactAction, Step};
use nextsale::value::time::{DAY, Timestamp};
use nextsale::value::zone::Now;
use serde_json::{Value, json};

pub fn met(id: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": format!("Name of {id}"),
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }, { "channel": "email", "value": "a@example.org" }] })
}

pub fn logged(id: &str, interaction: &str, at: Timestamp, outcome: &str) -> Value {
    json!({ "type": "contactLogged", "interaction": interaction, "party": id, "at": at.millis(), "channel": "phone",
        "objective": "findOutInterest", "initiative": "seller", "outcome": outcome })
}

pub fn planned(id: &str, interaction: &str, at: Timestamp) -> Value {
    json!({ "type": "contactPlanned", "interaction": interaction, "party": id, "at": at.millis(), "minutes": 30,
        "channel": "phone", "objective": "analyseNeeds", "why": "theyAsked",
        "benefit": "Sees what the change would save", "commitment": "appointment" })
}

pub fn signal(id: &str, signal: &str, at: Timestamp) -> Value {
    json!({ "type": "signalSeen", "party": id, "signal": signal, "at": at.millis() })
}

pub fn answer(id: &str, topic: &str, answer: &str) -> Value {
    json!({ "type": "answerLearned", "party": id, "topic": topic, "answer": answer, "certainty": "confirmed" })
}

pub fn opened(deal: &str, party: &str, minor: i64) -> Value {
    json!({ "type": "dealOpened", "deal": deal, "party": party, "name": format!("Deal {deal}"),
        "worth": { "minor": minor, "currency": "EUR" } })
}

pub fn with(facts: &[Value]) -> Engine {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), facts);
    engine
}

pub fn points(engine: &Engine, now: &Now, id: &str) -> u8 {
    score(&engine.bench(now), engine.book().party(&party(id)).unwrap()).points()
}

pub fn steps(engine: &Engine, now: &Now, id: &str) -> Vec<Step> {
    steps_of_party(&engine.bench(now), engine.book().party(&party(id)).unwrap())
}

pub fn first(engine: &Engine, now: &Now, id: &str) -> Step {
    steps(engine, now, id).into_iter().next().unwrap()
}

pub fn contact(step: &Step) -> &ContactAction {
    match &step.action {
        Action::Contact(contact) => contact,
        other => panic!("not a contact: {other:?}"),
    }
}

pub fn refusal(engine: &mut Engine, now: &Now, fact: Value) -> FailureView {
    let before = (engine.book().clone(), engine.journal().count());
    let failure = record(engine, now, fact).unwrap_err().view(now);
    assert_eq!((engine.book().clone(), engine.journal().count()), before, "nothing changes");
    failure
}

pub fn later(days: i64) -> Now {
    Now::utc(moment(MONDAY).plus(days * DAY))
}
