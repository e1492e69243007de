//! The day and the week, each rule under its code (DAY-1 to -4).
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
use nextsale::failure::FailureView;
use nextsale::judge::day::{Placed, day, would_fit};
use nextsale::judge::step::Action;
use nextsale::value::document::read;
use nextsale::value::time::{HOUR, MINUTE, Timestamp};
use nextsale::value::zone::Now;
use nextsale::view::query::Query;
use serde_json::{Value, json};
use support::{MONDAY, at, engine, moment, now_in, party, record, tell};

fn met(id: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": format!("Name of {id}"),
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }] })
}

fn appointment(id: &str, at: Timestamp, channel: &str, minutes: u16) -> Value {
    json!({ "type": "contactPlanned", "interaction": format!("i_{id}"), "party": id, "at": at.millis(),
        "minutes": minutes, "channel": channel, "objective": "demonstrate", "why": "signal",
        "benefit": "Sees it at work", "commitment": "appointment" })
}

fn busy(times: &[(Timestamp, Timestamp)]) -> Value {
    let busy: Vec<Value> = times
        .iter()
        .map(|(from, to)| json!({ "from": from.millis(), "to": to.millis(), "summary": "Dentist" }))
        .collect();
    json!({ "type": "calendarImported", "calendar": "Private", "busy": busy })
}

/// The built-in plan with another rhythm of the day.
fn rhythm(change: impl FnOnce(&mut Value)) -> Value {
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    change(&mut plan);
    json!({ "type": "planAdopted", "plan": plan })
}

fn look(engine: &Engine, now: &Now, query: Value) -> Value {
    let query: Query = read(&query.to_string()).unwrap();
    serde_json::to_value(engine.look(now, &query).unwrap()).unwrap()
}

fn of<'p>(placed: &'p [Placed], id: &str) -> &'p Placed {
    placed.iter().find(|placed| placed.step.party == Some(party(id))).unwrap()
}

#[test]
fn day_1_breaks_busy_times_ways_and_switching_leave_room() {
    let mut engine = engine("a1");
    let now = at("2026-11-23T08:00:00Z");
    let plan = rhythm(|plan| {
        plan["day"]["hours"] = json!({ "monday": [{ "from": "09:00", "to": "17:00" }] });
        plan["day"]["breaks"] = json!([{ "name": "Coffee", "hours": { "from": "10:00", "to": "10:15" } }]);
        plan["day"]["travelMinutes"] = json!({ "inPerson": 30 });
    });
    let parties: Vec<Value> = (0..30).map(|number| met(&format!("p_{number}"))).collect();
    tell(
        &mut engine,
        &now,
        &[plan, busy(&[(moment("2026-11-23T13:00:00Z"), moment("2026-11-23T14:00:00Z"))])],
    );
    tell(&mut engine, &now, &parties);
    tell(
        &mut engine,
        &now,
        &[met("p_visit"), appointment("p_visit", moment("2026-11-23T11:00:00Z"), "inPerson", 60)],
    );
    let plan = day(&engine.bench(&now), now.today());
    assert!(plan.placed.len() > 12);
    let taken = [
        ("2026-11-23T10:00:00Z", "2026-11-23T10:15:00Z"),
        ("2026-11-23T13:00:00Z", "2026-11-23T14:00:00Z"),
        // The visit with the ways to and from it.
        ("2026-11-23T10:30:00Z", "2026-11-23T12:30:00Z"),
    ];
    for placed in plan.placed.iter().filter(|placed| placed.step.party != Some(party("p_visit"))) {
        for (from, to) in taken {
            assert!(placed.span.to <= moment(from) || moment(to) <= placed.span.from, "{:?}", placed.span);
        }
    }
    assert_eq!(of(&plan.placed, "p_visit").span.from, moment("2026-11-23T11:00:00Z"));
    let view = look(&engine, &now, json!({ "type": "day" }));
    assert_eq!(view["busy"][0]["fromClock"], "13:00");
}

#[test]
fn day_1_a_promise_that_is_due_leads_the_day() {
    let mut engine = engine("a1");
    let now = at("2026-11-23T08:00:00Z");
    let dear = json!({ "type": "answerLearned", "party": "p_1", "topic": "budget", "answer": "yes",
        "certainty": "confirmed", "amount": { "minor": 90_000_000, "currency": "EUR" } });
    let promise = json!({ "type": "promiseMade", "promise": "pm_1", "party": "p_2", "text": "Send the drawings",
        "due": "2026-11-23" });
    tell(&mut engine, &now, &[met("p_1"), dear, met("p_2"), promise]);
    let plan = day(&engine.bench(&now), now.today());
    assert!(matches!(plan.placed[0].step.action, Action::KeepPromise { .. }), "{:?}", plan.placed[0]);
    assert_eq!(plan.placed[0].span.from, moment("2026-11-23T09:00:00Z"));
}

#[test]
fn day_1_the_rest_of_a_day_that_slips_is_planned_anew() {
    let mut engine = engine("a1");
    let morning = at("2026-11-23T08:00:00Z");
    tell(
        &mut engine,
        &morning,
        &[
            met("p_1"),
            met("p_2"),
            met("p_3"),
            met("p_4"),
            appointment("p_2", moment("2026-11-23T09:30:00Z"), "phone", 30),
            appointment("p_3", moment("2026-11-23T10:45:00Z"), "phone", 30),
        ],
    );
    let now = at("2026-11-23T11:00:30Z");
    let logged = json!({ "type": "contactLogged", "interaction": "i_now", "party": "p_1",
        "at": moment("2026-11-23T09:10:00Z").millis(), "channel": "phone", "objective": "findOutInterest",
        "initiative": "seller", "outcome": "reached" });
    tell(&mut engine, &now, &[logged]);
    let plan = day(&engine.bench(&now), now.today());
    assert_eq!(plan.done.len(), 1);
    assert_eq!(plan.missed.iter().map(|planned| planned.party.as_str()).collect::<Vec<_>>(), ["p_2"]);
    // The one that is going on stands where it was agreed; the rest comes after it, and nothing before now.
    assert_eq!(of(&plan.placed, "p_3").span.from, moment("2026-11-23T10:45:00Z"));
    assert!(plan.placed.iter().all(|placed| placed.step.party != Some(party("p_2"))));
    assert!(of(&plan.placed, "p_4").span.from >= moment("2026-11-23T11:15:00Z"));
    let view = look(&engine, &now, json!({ "type": "day" }));
    assert_eq!(
        (&view["done"][0]["clock"], &view["missed"][0]["name"]),
        (&json!("09:10"), &json!("Name of p_2"))
    );
    // It is still to be said how it went on the next day.
    let tuesday = at("2026-11-24T08:00:00Z");
    assert_eq!(day(&engine.bench(&tuesday), tuesday.today()).missed.len(), 2);
}

#[test]
fn day_1_of_what_was_done_the_latest_is_told_first_and_the_rest_counted() {
    let mut engine = engine("a1");
    let now = at("2026-11-23T12:00:00Z");
    let contact = |id: &str, at: Timestamp| {
        json!({ "type": "contactLogged", "interaction": format!("i_{id}"), "party": "p_1", "at": at.millis(),
            "channel": "phone", "objective": "findOutInterest", "initiative": "seller", "outcome": "reached" })
    };
    let first = contact("first", moment("2026-11-23T08:10:00Z"));
    let last = contact("last", moment("2026-11-23T11:50:00Z"));
    let middle = contact("middle", moment("2026-11-23T09:20:00Z"));
    let day_before = contact("before", moment("2026-11-22T09:20:00Z"));
    tell(&mut engine, &now, &[met("p_1"), first, last, middle, day_before]);
    let told = |query: Value| {
        let view = look(&engine, &now, query);
        let done = view["done"].as_array().unwrap().iter().map(|done| done["interaction"].clone());
        (done.collect::<Vec<_>>(), view["doneCount"].clone())
    };
    assert_eq!(
        told(json!({ "type": "day" })),
        (vec![json!("i_last"), json!("i_middle"), json!("i_first")], json!(3))
    );
    assert_eq!(told(json!({ "type": "day", "limit": 1 })), (vec![json!("i_last")], json!(3)));
    let yesterday = json!({ "type": "day", "date": "2026-11-22" });
    assert_eq!(told(yesterday), (vec![json!("i_before")], json!(1)));
}

#[test]
fn day_1_a_day_of_23_hours_ends_when_its_clocks_say_so() {
    let mut engine = engine("a1");
    let now = now_in("Europe/Berlin", moment("2026-03-28T23:30:00Z"));
    // Half an hour into Sunday, 29 March; Monday begins 23 hours after it.
    let monday = moment("2026-03-29T22:00:00Z");
    let parked = json!({ "type": "partyParked", "party": "p_1", "reason": "later", "until": "2026-03-30" });
    tell(&mut engine, &now, &[met("p_1"), parked]);
    let plan = day(&engine.bench(&now), now.today());
    assert!(plan.left_over.iter().all(|left| left.step.due < monday), "{:?}", plan.left_over);
}

#[test]
fn day_1_a_free_day_names_the_next_working_day() {
    let mut engine = engine("a1");
    let now = at("2026-12-24T12:00:00Z");
    let plan = rhythm(|plan| {
        plan["holidays"] =
            json!([{ "name": "Christmas", "date": "--12-25" }, { "name": "Boxing Day", "date": "--12-26" }]);
    });
    tell(&mut engine, &now, &[plan, met("p_1")]);
    let christmas = look(&engine, &now, json!({ "type": "day", "date": "2026-12-25" }));
    assert_eq!(
        (&christmas["workingMinutes"], &christmas["nextWorkingDay"]),
        (&json!(0), &json!("2026-12-28"))
    );
    assert_eq!(christmas["items"], json!([]));
}

#[test]
fn day_2_it_would_fit_beside_what_stands_on_the_days_to_come() {
    let mut engine = engine("a1");
    let now = at("2026-11-23T17:00:00Z");
    let tuesday = |clock: &str| moment(&format!("2026-11-24T{clock}:00Z"));
    tell(
        &mut engine,
        &now,
        &[
            met("p_1"),
            met("p_2"),
            busy(&[(tuesday("09:00"), tuesday("10:00"))]),
            appointment("p_2", tuesday("10:10"), "phone", 60),
        ],
    );
    let plan = day(&engine.bench(&now), now.today());
    let step = plan.left_over.iter().find(|left| left.step.party == Some(party("p_1")));
    let step = step.map_or_else(|| of(&plan.placed, "p_1").step.clone(), |left| left.step.clone());
    // Ten minutes before the appointment are too few for a call.
    assert_eq!(would_fit(&engine.bench(&now), &step, now.today()), Some(tuesday("11:10")));
}

#[test]
fn day_3_a_clash_is_refused_with_three_free_times() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let ten = moment("2026-11-23T10:00:00Z");
    tell(
        &mut engine,
        &now,
        &[
            met("p_1"),
            met("p_2"),
            busy(&[(ten.plus(HOUR), ten.plus(2 * HOUR))]),
            appointment("p_1", ten, "phone", 30),
        ],
    );
    let refused = |engine: &mut Engine, at| -> FailureView {
        record(engine, &now, appointment("p_2", at, "phone", 30)).unwrap_err().view(&now)
    };
    let taken = refused(&mut engine, ten.plus(15 * MINUTE));
    assert_eq!((taken.path.as_str(), taken.reasons[0].code.as_str()), ("at", "clash"));
    // After the appointment, and after the dentist and lunch.
    let free = ["2026-11-23T10:30:00Z", "2026-11-23T12:00:00Z", "2026-11-23T13:30:00Z"].map(moment);
    assert_eq!(taken.reasons[0].times, free);
    assert!(
        taken.message.contains("Name of p_1") && taken.message.contains("today 10:30"),
        "{}",
        taken.message
    );
    assert!(refused(&mut engine, ten.plus(HOUR)).message.contains("Dentist"));
    for at in free {
        let mut other = engine.clone();
        record(&mut other, &now, appointment("p_2", at, "phone", 30)).unwrap();
    }
    // What is only meant to be done can be moved about, and is not refused.
    let mut intended = appointment("p_2", ten, "phone", 30);
    intended["commitment"] = json!("intended");
    record(&mut engine, &now, intended).unwrap();
}

#[test]
fn day_3_free_times_are_those_that_the_customer_chose() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let ten = moment("2026-11-23T10:00:00Z");
    let mut afternoons = met("p_2");
    afternoons["preferences"] = json!({ "windows": [{ "hours": { "from": "16:00", "to": "17:00" } }] });
    tell(&mut engine, &now, &[met("p_1"), afternoons, appointment("p_1", ten, "phone", 30)]);
    let failure = record(&mut engine, &now, appointment("p_2", ten, "phone", 30)).unwrap_err().view(&now);
    let free = ["2026-11-23T16:00:00Z", "2026-11-23T16:30:00Z", "2026-11-24T16:00:00Z"].map(moment);
    assert_eq!(failure.reasons[0].times, free);
}

#[test]
fn day_3_a_contact_that_moved_is_told_in_one_line_with_why() {
    let mut engine = engine("a");
    let now = at(MONDAY);
    tell(&mut engine, &now, &[met("p_1"), appointment("p_1", moment("2026-11-24T10:00:00Z"), "phone", 30)]);
    let cancelled =
        json!({ "type": "contactCancelled", "interaction": "i_p_1", "reason": "Moved: they asked for it" });
    // The new time overlaps with the old one, which has gone by then.
    let mut again = appointment("p_1", moment("2026-11-24T10:15:00Z"), "phone", 30);
    again["interaction"] = json!("i_again");
    let facts = [cancelled, again].map(|fact| read(&fact.to_string()).unwrap());
    engine.record(&now, facts.to_vec(), None).unwrap();
    let history = look(&engine, &now, json!({ "type": "history" }));
    let text = history["lines"][0]["text"].as_str().unwrap();
    assert!(
        text.starts_with(
            "Called off a planned contact with Name of p_1: Moved: they asked for it; Planned to"
        ),
        "{text}"
    );
    assert_eq!(history["lines"][0]["batchSize"], 2);
    let many =
        [3, 4, 5, 6].map(|number| met(&format!("p_{number}"))).map(|fact| read(&fact.to_string()).unwrap());
    engine.record(&now, many.to_vec(), None).unwrap();
    let history = look(&engine, &now, json!({ "type": "history" }));
    assert_eq!(history["lines"][0]["text"], "4 entries together", "what a file brings is counted");
}

#[test]
fn day_4_a_week_has_all_that_a_calendar_needs() {
    let mut engine = engine("a1");
    let now = now_in("Europe/Berlin", moment("2026-10-22T08:00:00Z"));
    let plan = rhythm(|plan| {
        plan["holidays"] = json!([{ "name": "Here", "date": "--10-20" }, { "name": "There", "date": "--10-21", "zones": ["UTC"] }]);
        plan["day"]["breaks"] = json!([{ "name": "Coffee", "hours": { "from": "10:00", "to": "10:15" } }]);
    });
    let mut abroad = met("p_1");
    abroad["preferences"] = json!({ "zone": "America/New_York" });
    let promise = json!({ "type": "promiseMade", "promise": "pm_1", "party": "p_1", "text": "Send the drawings",
        "due": "2026-10-24" });
    // From Saturday evening, over the hour that comes twice, into Sunday.
    let away = (moment("2026-10-24T20:00:00Z"), moment("2026-10-25T11:00:00Z"));
    tell(
        &mut engine,
        &now,
        &[
            plan,
            abroad,
            promise,
            busy(&[away]),
            appointment("p_1", moment("2026-10-23T13:00:00Z"), "phone", 30),
        ],
    );
    let week = look(&engine, &now, json!({ "type": "week", "date": "2026-10-25" }));
    assert_eq!((&week["monday"], &week["today"]), (&json!("2026-10-19"), &json!("2026-10-22")));
    let day = |number: usize| week["days"][number].clone();
    assert_eq!(week["days"].as_array().unwrap().len(), 7);
    // Past working time is shown too; a holiday of ours has none, and no breaks.
    let clocks: Vec<Value> =
        day(0)["working"].as_array().unwrap().iter().map(|span| span["fromClock"].clone()).collect();
    assert_eq!(clocks, ["09:00", "10:15", "13:30"]);
    assert_eq!(day(0)["breaks"][0]["name"], "Coffee");
    assert_eq!(
        (&day(1)["working"], &day(1)["holidays"], &day(1)["breaks"]),
        (&json!([]), &json!(["Here"]), &json!([]))
    );
    assert_eq!(day(2)["holidays"], json!([]));
    let contact = day(4)["contacts"][0].clone();
    assert_eq!((&contact["time"]["fromClock"], &contact["theirClock"]), (&json!("15:00"), &json!("09:00")));
    assert_eq!(day(5)["promises"][0]["text"], "Send the drawings");
    assert_eq!(
        (&day(5)["busy"][0]["time"]["fromClock"], &day(5)["busy"][0]["time"]["toClock"]),
        (&json!("22:00"), &json!("24:00"))
    );
    assert_eq!(
        (&day(6)["busy"][0]["time"]["fromClock"], &day(6)["busy"][0]["time"]["toClock"]),
        (&json!("00:00"), &json!("12:00"))
    );
}
