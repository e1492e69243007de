//! Next steps, promises, the brief and the log: each rule in a test that is named after its code.
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
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::step::{Action, Because, Step};
use nextsale::plan::built_in::BuiltIn;
use nextsale::plan::condition::Asked;
use nextsale::value::document::read;
use nextsale::value::time::{DAY, HOUR};
use nextsale::value::zone::Now;
use nextsale::view::step::StepView;
use serde_json::{Value, json};
use support::planning::{deal_steps, fires, later, logged, look, met, opened, steps, with, with_plan};
use support::{MONDAY, at, moment, party, record, tell};

#[test]
fn next_2_a_step_that_was_turned_down_stays_away_and_weighs_less_elsewhere() {
    let asked = |id: &str| json!({ "type": "signalSeen", "party": id, "signal": "askedForQuote", "at": moment(MONDAY).millis() });
    let mut engine = with(&[met("p_1"), asked("p_1"), met("p_2"), asked("p_2")]);
    let now = at(MONDAY);
    let before = fires(&steps(&engine, &now), "answer-quote").unwrap().per_hour.minor;
    let reject = |reason: &str, id: &str| {
        json!({ "type": "stepRejected", "subject": { "type": "party", "party": id },
        "origin": { "type": "rule", "rule": "answer-quote" }, "reason": reason, "channel": "phone" })
    };
    // Later is not never: nothing is learned from it but to wait.
    tell(&mut engine, &now, &[reject("notNow", "p_2")]);
    assert_eq!(fires(&steps(&engine, &now), "answer-quote").unwrap().per_hour.minor, before);
    tell(&mut engine, &now, &[reject("notUseful", "p_2")]);
    let found = steps(&engine, &now);
    let step = fires(&found, "answer-quote").unwrap();
    assert_eq!(step.per_hour.minor, before * 83 / 100, "five in hand of six");
    assert!(
        step.because
            .iter()
            .any(|because| matches!(because, Because::Learned { percent: 83, done: 0, rejected: 1 }))
    );
    let other = |now: &Now| steps_of_party(&engine.bench(now), engine.book().party(&party("p_2")).unwrap());
    assert!(fires(&other(&now), "answer-quote").is_none());
    assert!(!other(&now).is_empty(), "nobody is without a next step");
    assert!(fires(&other(&later(14)), "answer-quote").is_some(), "after two weeks it may come again");
}

#[test]
fn next_2_another_channel_is_proposed_when_one_was_turned_down() {
    let now = at(MONDAY);
    let mut engine = with(&[met("p_1")]);
    let channel = |engine: &Engine| match &steps(engine, &now)[0].action {
        Action::Contact(contact) => contact.channel.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(channel(&engine), "phone");
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "stepRejected", "subject": { "type": "party", "party": "p_1" },
        "origin": { "type": "pointOfContact", "point": "new-first" }, "reason": "wrongChannel", "channel": "phone" })],
    );
    assert_eq!(channel(&engine), "email");
}

#[test]
fn plan_1_a_contact_uses_up_the_point_of_contact_that_it_came_from_and_no_other() {
    let now = later(1);
    let next = |facts: &[Value]| {
        let mut engine = with(&[met("p_1")]);
        tell(&mut engine, &now, facts);
        steps(&engine, &later(60)).into_iter().find_map(|step| match &step.because[0] {
            Because::PointOfContact { point, .. } => Some(point.to_string()),
            _ => None,
        })
    };
    let next = |facts: &[Value]| next(facts).unwrap_or_default();
    let contact = |more: Value| logged("i_1", &now, more);
    let point = |point: &str| json!({ "type": "pointOfContact", "point": point });
    assert_eq!(next(&[]), "new-first");
    // They called about something else; a rule led us to another thing, or to the same.
    assert_eq!(next(&[contact(json!({ "initiative": "customer", "outcome": "reached" }))]), "new-first");
    let by_rule = json!({ "type": "rule", "rule": "answer-question" });
    assert_eq!(next(&[contact(json!({ "origin": by_rule, "objective": "propose" }))]), "new-first");
    assert_eq!(next(&[contact(json!({ "origin": by_rule, "objective": "findOutInterest" }))]), "new-second");
    // The one that it came from, answered or not; of one that came from nowhere the first with its objective.
    let first = json!({ "origin": point("new-first"), "outcome": "noAnswer" });
    assert_eq!(next(&[contact(first)]), "new-second");
    assert_eq!(next(&[contact(json!({ "origin": point("new-second") }))]), "new-first");
    assert_eq!(next(&[contact(json!({ "objective": "findOutInterest" }))]), "new-second");
    // One that was planned from there, and logged as what was planned.
    let planned = json!({ "type": "contactPlanned", "interaction": "i_1", "party": "p_1", "at": now.at.plus(HOUR).millis(),
        "minutes": 20, "channel": "phone", "objective": "findOutInterest", "why": "pointOfContact",
        "benefit": "Hears what others of their kind do", "commitment": "intended", "origin": point("new-second") });
    let done = contact(json!({ "origin": { "type": "other" } }));
    assert_eq!(next(&[planned, done.clone()]), "new-first");
    // Each uses up one, and all are to be used up before the stage is done.
    let also = |id: &str, from: &str| logged(id, &now, json!({ "origin": point(from) }));
    let all = [also("i_1", "new-third"), also("i_2", "new-first"), also("i_3", "new-second")];
    assert_eq!(next(&all[..2]), "new-second");
    assert_eq!(next(&all), "");
}

#[test]
fn next_2_not_now_goes_on_to_the_plans_next_contact_and_nothing_is_done_before_it_is() {
    let now = at(MONDAY);
    let mut engine = with(&[met("p_1")]);
    let reject = |engine: &mut Engine, now: &Now, point: &str| {
        let rejected = json!({ "type": "stepRejected", "subject": { "type": "party", "party": "p_1" },
            "origin": { "type": "pointOfContact", "point": point }, "reason": "notNow" });
        tell(engine, now, &[rejected]);
    };
    let next = |engine: &Engine, now: &Now| {
        let found = steps(engine, now);
        assert_eq!(found.len(), 1, "{found:?}");
        let Because::PointOfContact { point, .. } = &found[0].because[0] else { panic!("{found:?}") };
        (point.to_string(), found[0].due, found[0].was_turned_down())
    };
    assert_eq!(next(&engine, &now), ("new-first".into(), now.at, false));
    reject(&mut engine, &now, "new-first");
    assert_eq!(next(&engine, &now), ("new-second".into(), later(4).at, false));
    reject(&mut engine, &later(1), "new-second");
    assert_eq!(next(&engine, &later(1)), ("new-third".into(), later(14).at, false));
    // Once all were turned down, the one that may come again first is waited for.
    reject(&mut engine, &later(2), "new-third");
    let waiting = ("new-first".to_owned(), later(14).at, true);
    assert_eq!(next(&engine, &later(2)), waiting);
    let step = StepView::of(&engine.bench(&later(2)), &steps(&engine, &later(2))[0]);
    assert!(step.words.why.contains("turned it down: it comes again Mon 7 Dec 2026"), "{:?}", step.words);
    let day = look(&engine, &later(2), json!({ "type": "day" }));
    assert_eq!(day["items"], json!([]), "it is not for this day");
    assert_eq!(next(&engine, &later(14)), ("new-first".into(), later(14).at, false));
}

#[test]
fn next_2_a_step_that_stays_until_it_is_done_cant_be_turned_down() {
    let mut engine = with(&[met("p_1")]);
    let made = json!({ "type": "promiseMade", "promise": "pm_1", "party": "p_1", "text": "Send it", "due": "2026-11-24" });
    tell(&mut engine, &at(MONDAY), &[made]);
    for origin in [json!({ "type": "other" }), json!({ "type": "promise", "promise": "pm_1" })] {
        let rejected = json!({ "type": "stepRejected", "subject": { "type": "party", "party": "p_1" },
            "origin": origin, "reason": "notNow" });
        let failure = record(&mut engine, &at(MONDAY), rejected).unwrap_err().view(&at(MONDAY));
        assert_eq!(
            (failure.path.as_str(), failure.reasons[0].code.as_str()),
            ("origin", "stays"),
            "{origin}"
        );
    }
}

#[test]
fn next_2_what_they_ask_for_anew_is_answered_whatever_was_before() {
    let now = at("2026-11-23T10:00:00Z");
    let before = |days: i64, objective: &str| {
        logged(
            "i_1",
            &Now::utc(now.at.plus(-days * DAY)),
            json!({ "objective": objective, "outcome": "reached" }),
        )
    };
    let asked = |signal: &str| json!({ "type": "signalSeen", "party": "p_1", "signal": signal, "at": now.at.plus(-HOUR).millis() });
    let known = |engine: &mut Engine, minutes: i64, objective: &str, outcome: &str| {
        let at = Now::utc(now.at.plus(minutes * 60_000));
        let answer =
            logged(&format!("i_{minutes}"), &at, json!({ "objective": objective, "outcome": outcome }));
        tell(engine, &later(1), &[answer]);
    };
    for built_in in BuiltIn::ALL {
        let plan =
            json!({ "type": "planAdopted", "plan": serde_json::to_value(built_in.plan().unwrap()).unwrap() });
        let with = |facts: &[Value]| {
            let mut engine = support::engine("a1");
            tell(&mut engine, &Now::utc(now.at.plus(-60 * DAY)), &[plan.clone(), met("p_1")]);
            tell(&mut engine, &now, facts);
            engine
        };
        let is_first = |engine: &Engine, rule: &str| fires(&steps(engine, &now)[..1], rule).is_some();
        let still = |engine: &Engine, rule: &str| fires(&steps(engine, &later(1)), rule).is_some();
        // An offer of weeks ago does not answer what they ask for today.
        let mut engine = with(&[before(53, "propose"), asked("askedForQuote")]);
        assert!(is_first(&engine, "answer-quote"), "{built_in}");
        let found = steps(&engine, &now);
        assert_eq!(found[0].at, Some(now.at), "{built_in}");
        let view = StepView::of(&engine.bench(&now), &found[0]);
        assert!(
            view.because[0].text.contains("days unanswered since asked for quote: 0"),
            "{:?}",
            view.because
        );
        known(&mut engine, 1, "analyseNeeds", "reached");
        assert!(still(&engine, "answer-quote"), "{built_in}: they have no offer yet");
        known(&mut engine, 2, "propose", "noAnswer");
        assert!(still(&engine, "answer-quote"), "{built_in}: nobody heard it");
        known(&mut engine, 3, "propose", "partly");
        assert!(!still(&engine, "answer-quote"), "{built_in}: they have it");
        known(&mut engine, 4, "thank", "reached");
        assert!(!still(&engine, "answer-quote"), "{built_in}: they still have it");
        // Nor does a talk of some days ago answer a question of today.
        let mut engine = with(&[before(3, "analyseNeeds"), asked("askedForInformation")]);
        assert!(is_first(&engine, "answer-question"), "{built_in}");
        known(&mut engine, 1, "analyseNeeds", "noAnswer");
        assert!(still(&engine, "answer-question"), "{built_in}: nobody answered it");
        known(&mut engine, 2, "findOutInterest", "reached");
        assert!(!still(&engine, "answer-question"), "{built_in}: it is answered");
    }
    let known = Asked::known_names();
    assert!(known.contains(&"daysUnansweredSince.askedForQuote".to_owned()));
    assert!(
        !known.contains(&"daysUnansweredSince.viewedPricing".to_owned()),
        "nobody asks by looking at prices"
    );
}

#[test]
fn next_2_every_rule_says_why_it_fires_or_why_not() {
    let engine = with(&[
        met("p_1"),
        json!({ "type": "signalSeen", "party": "p_1", "signal": "viewedPricing", "at": moment(MONDAY).millis() }),
    ]);
    let view = look(&engine, &at(MONDAY), json!({ "type": "rules", "party": "p_1" }));
    let rule =
        |id: &str| view["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == id).unwrap().clone();
    assert_eq!(rule("prices-viewed")["state"], "fires");
    assert_eq!(rule("prices-viewed")["change"], Value::Null);
    let quote = rule("answer-quote");
    assert_eq!(quote["state"], "unknown");
    assert_eq!(quote["change"][0]["fact"], "daysUnansweredSince.askedForQuote");
    let park = rule("little-interest");
    assert_eq!(park["state"], "doesNotFire");
    assert_eq!(park["change"][0]["fact"], "noAnswersInARow");
    assert_eq!(park["change"].as_array().unwrap().len(), 1, "the score is low enough already");
    assert_eq!(park["leaves"][0]["text"], "no answers in a row is at least 3 (now: 0)");
}

#[test]
fn next_3_promises_are_made_due_kept_and_broken_and_due_ones_come_first() {
    let mut engine = with(&[
        met("p_1"),
        json!({ "type": "signalSeen", "party": "p_1", "signal": "askedForQuote", "at": moment(MONDAY).millis() }),
    ]);
    let made = |id: &str, due: &str| json!({ "type": "promiseMade", "promise": id, "party": "p_1", "text": "Send the drawing", "due": due });
    tell(&mut engine, &at(MONDAY), &[made("pm_1", "2026-11-24"), made("pm_2", "2026-11-25")]);
    let status = |engine: &Engine, now: &Now| -> Vec<String> {
        let view = look(engine, now, json!({ "type": "promises" }));
        let all = view["open"].as_array().unwrap().iter().chain(view["settled"].as_array().unwrap());
        all.map(|promise| {
            format!("{} {}", promise["promise"].as_str().unwrap(), promise["status"].as_str().unwrap())
        })
        .collect()
    };
    assert_eq!(status(&engine, &at(MONDAY)), ["pm_1 open", "pm_2 open"]);
    let first = &steps(&engine, &later(1))[0];
    assert!(matches!(&first.action, Action::KeepPromise { promise, .. } if promise.as_str() == "pm_1"));
    assert_eq!(status(&engine, &later(2)), ["pm_1 overdue", "pm_2 due"]);
    tell(&mut engine, &later(2), &[json!({ "type": "promiseKept", "party": "p_1", "promise": "pm_1" })]);
    tell(
        &mut engine,
        &later(2),
        &[
            json!({ "type": "promiseBroken", "party": "p_1", "promise": "pm_2", "reason": "The drawing is lost" }),
        ],
    );
    assert_eq!(status(&engine, &later(2)), ["pm_2 broken", "pm_1 keptLate"]);
    assert!(steps(&engine, &later(2)).iter().all(|step| !matches!(step.action, Action::KeepPromise { .. })));
    let again =
        record(&mut engine, &later(2), json!({ "type": "promiseKept", "party": "p_1", "promise": "pm_2" }));
    assert_eq!(again.unwrap_err().view(&later(2)).reasons[0].code, "settled");
    let past = record(&mut engine, &later(2), made("pm_3", "2026-11-24")).unwrap_err().view(&later(2));
    assert_eq!(past.path, "due");
}

#[test]
fn next_3_a_promise_leads_whatever_else_there_is_to_do_and_not_before_its_day() {
    // A lead that a deal pursues, and a promise that has nothing to do with that deal.
    let made = json!({ "type": "promiseMade", "promise": "pm_1", "party": "p_1", "text": "Send the drawing", "due": "2026-11-26" });
    let engine = with(&[met("p_1"), opened("d_1", 100_000), made]);
    let promised = |step: &Step| matches!(step.action, Action::KeepPromise { .. });
    let before = steps(&engine, &at(MONDAY));
    assert!(!promised(&before[0]), "until its day there is better to do");
    assert!(before.iter().any(promised));
    assert!(promised(&steps(&engine, &later(3))[0]), "on its day it leads");
    let day = look(&engine, &later(3), json!({ "type": "day" }));
    assert_eq!(day["items"][0]["step"]["action"]["type"], "keepPromise");
}

#[test]
fn next_4_a_rule_that_needs_what_nobody_knows_proposes_to_find_it_out() {
    let industry = json!({ "id": "trade-fair", "name": "Builders meet at the fair", "covers": ["lead"],
        "when": { "all": [{ "fact": "attribute.industry", "is": "building" }, { "fact": "contacts", "atMost": 3 }] },
        "liftPercent": 100, "propose": { "type": "decide", "question": "Invite them to the fair?" } });
    let mut engine =
        with_plan(|plan| plan["rules"].as_array_mut().unwrap().insert(0, industry), &[met("p_1")]);
    let now = at(MONDAY);
    let asked = |engine: &Engine| {
        let found = steps(engine, &now).into_iter().find_map(|step| match step.action {
            Action::FindOut { asked, .. } => Some(asked.to_string()),
            _ => None,
        });
        (found, fires(&steps(engine, &now), "trade-fair").is_some())
    };
    assert_eq!(asked(&engine), (Some("attribute.industry".into()), false));
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "partyCorrected", "party": "p_1", "attributes": { "industry": "Building" } })],
    );
    assert_eq!(asked(&engine), (None, true));
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "partyCorrected", "party": "p_1", "attributes": { "industry": "baking" } })],
    );
    assert_eq!(asked(&engine), (None, false));
}

#[test]
fn next_4_rules_see_every_fact_and_custom_field() {
    let facts = [
        met("p_1"),
        opened("d_1", 100_000),
        json!({ "type": "partyCorrected", "party": "p_1", "attributes": { "renewal": "2026-12-03", "size": 40 } }),
        json!({ "type": "needFound", "need": "n_1", "party": "p_1", "words": "Less paper", "time": { "type": "later", "date": "2027-02-01" } }),
        json!({ "type": "hesitationRaised", "hesitation": "h_1", "party": "p_1", "kind": "price" }),
        json!({ "type": "promiseMade", "promise": "pm_1", "party": "p_1", "text": "Call back", "due": "2026-11-23" }),
        json!({ "type": "complaintMade", "complaint": "c_1", "party": "p_1", "severity": "serious", "words": "It came late" }),
    ];
    for (condition, holds) in [
        (json!({ "fact": "daysUntil.renewal", "atMost": 10 }), true),
        (json!({ "fact": "daysUntil.renewal", "atMost": 9 }), false),
        (json!({ "fact": "attribute.size", "atLeast": 40 }), true),
        (json!({ "fact": "needsLater", "is": 1 }), true),
        (json!({ "fact": "needs", "is": 0 }), true),
        (json!({ "fact": "hesitations", "is": 1 }), true),
        (json!({ "fact": "duePromises", "is": 1 }), true),
        (json!({ "fact": "openComplaints", "atLeast": 1 }), true),
        (json!({ "fact": "business", "is": "new" }), true),
        (json!({ "fact": "contactsWithoutMovement", "is": 0 }), true),
        (json!({ "known": "daysSinceHeard" }), false),
        (json!({ "known": "desiredOutcome" }), false),
    ] {
        let rule = json!({ "id": "test", "name": "Test", "covers": ["deal"], "when": condition, "liftPercent": 100,
            "propose": { "type": "decide", "question": "Well?" } });
        let engine = with_plan(|plan| plan["rules"] = json!([rule]), &facts);
        let found = deal_steps(&engine, &at(MONDAY), "d_1");
        assert_eq!(fires(&found, "test").is_some(), holds, "{condition}");
    }
}

#[test]
fn contact_3_the_brief_has_all_that_has_to_be_at_hand() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    let now = at(MONDAY);
    tell(
        &mut engine,
        &now,
        &[
            json!({ "type": "dealCorrected", "deal": "d_1", "desiredOutcome": "No more paper at the gate" }),
            json!({ "type": "rapportNoted", "party": "p_1", "text": "Runs marathons" }),
            logged(
                "i_1",
                &now,
                json!({ "deal": "d_1", "needs": ["We lose half an hour at every shift"],
            "hesitations": [{ "kind": "price", "words": "That is a lot of money" }], "agreements": ["We measure one shift"],
            "promises": [{ "text": "Send the checklist", "due": "2026-11-24" }] }),
            ),
        ],
    );
    let brief = look(&engine, &later(1), json!({ "type": "brief", "party": "p_1" }));
    assert_eq!(brief["desiredOutcome"], "No more paper at the gate");
    assert_eq!(brief["openings"][0]["words"], "Runs marathons");
    assert_eq!(brief["needs"][0]["words"], "We lose half an hour at every shift");
    assert_eq!(brief["hesitations"][0]["words"], "That is a lot of money");
    assert_eq!(brief["hesitations"][0]["benefit"], "Sees what it saves or brings them, beside what it costs");
    assert_eq!(brief["promises"][0]["status"], "due");
    assert_eq!(brief["agreements"][0], "We measure one shift");
    assert_eq!(brief["last"]["outcome"], "partly");
    assert!(brief["desiredResult"].as_str().is_some_and(|result| !result.is_empty()));
    let questions: Vec<&str> =
        brief["questions"].as_array().unwrap().iter().map(|question| question.as_str().unwrap()).collect();
    assert!(questions.contains(&"Compared with what does it seem dear?"), "{questions:?}");
    let state = |item: &str, brief: &Value| {
        let items = brief["readiness"].as_array().unwrap();
        items.iter().find(|found| found["item"] == item).unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        (state("need", &brief), state("promises", &brief), state("calm", &brief)),
        ("ready".into(), "ready".into(), "askYourself".into())
    );
    let overdue = look(&engine, &later(2), json!({ "type": "brief", "party": "p_1" }));
    assert_eq!(state("promises", &overdue), "missing");
}

#[test]
fn contact_4_one_save_keeps_outcome_needs_hesitations_promises_and_the_next_step() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    let now = at(MONDAY);
    let next = json!({ "interaction": "i_2", "at": later(2).at.millis(), "minutes": 30, "channel": "phone", "objective": "demonstrate",
        "why": "theyAsked", "benefit": "Sees their own case worked through", "commitment": "appointment" });
    let log = logged(
        "i_1",
        &now,
        json!({ "deal": "d_1", "benefit": "Gets their situation put in order",
        "needs": [{ "words": "Less paper", "time": { "type": "later", "date": "2027-01-10" } }],
        "hesitations": [{ "hesitation": "h_1", "kind": "risk" }],
        "promises": [{ "text": "Send the checklist", "due": "2026-11-24" }], "next": next.clone() }),
    );
    let recorded = record(&mut engine, &now, log.clone()).unwrap();
    assert_eq!(recorded.entries.len(), 1, "one save, one undo");
    let known = engine.book().party(&party("p_1")).unwrap();
    assert_eq!(
        (known.needs.len(), known.hesitations.len(), known.promises.len(), known.planned.len()),
        (1, 1, 1, 1)
    );
    assert_eq!(known.promises[0].promise.as_str(), "pm_1.0", "the contact's own name and a number");
    let answered = logged(
        "i_3",
        &now,
        json!({ "answered": [{ "hesitation": "h_1", "benefit": "Can begin with a part", "certainty": "assumed" }] }),
    );
    tell(&mut engine, &now, &[answered]);
    assert!(engine.book().party(&party("p_1")).unwrap().hesitations[0].is_open(), "until they confirm it");
    let confirmed = json!({ "type": "hesitationAnswered", "party": "p_1", "hesitation": "h_1", "benefit": "Can begin with a part", "certainty": "confirmed" });
    tell(&mut engine, &now, &[confirmed]);
    assert!(!engine.book().party(&party("p_1")).unwrap().hesitations[0].is_open());
    let entry = recorded.entries[0].to_string();
    tell(&mut engine, &now, &[json!({ "type": "retracted", "entry": entry })]);
    let known = engine.book().party(&party("p_1")).unwrap();
    assert_eq!(
        (known.needs.len(), known.hesitations.len(), known.promises.len(), known.planned.len()),
        (0, 0, 0, 0)
    );
    // What is wrong inside is named with its place, and nothing is kept.
    let mut wrong = logged(
        "i_9",
        &now,
        json!({ "benefit": "Sees their own case worked through",
        "promises": [{ "text": "Send it", "due": "2026-11-01" }], "next": next }),
    );
    wrong["answered"] =
        json!([{ "hesitation": "h_9", "benefit": "Can begin with a part", "certainty": "assumed" }]);
    let failure = record(&mut engine, &now, wrong).unwrap_err().view(&now);
    let mut paths: Vec<&str> = failure.reasons.iter().map(|reason| reason.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["answered[0].hesitation", "next.benefit", "promises[0].due"]);
}

#[test]
fn contact_6_two_contacts_that_move_nothing_call_for_another_way() {
    let mut engine = with(&[met("p_1")]);
    let quiet = |id: &str, days: i64| {
        logged(id, &later(days), json!({ "outcome": "notReached", "objective": "findOutInterest" }))
    };
    let channel = |engine: &Engine, now: &Now| {
        let found = steps(engine, now);
        let step = found.iter().find(|step| matches!(step.action, Action::Contact(_))).unwrap().clone();
        let stuck = step.because.iter().any(|because| matches!(because, Because::NoMovement { contacts: 2 }));
        match step.action {
            Action::Contact(contact) => (contact.channel.to_string(), stuck),
            other => panic!("{other:?}"),
        }
    };
    tell(&mut engine, &later(0), &[quiet("i_1", 0)]);
    assert!(!channel(&engine, &later(15)).1);
    tell(&mut engine, &later(4), &[quiet("i_2", 4)]);
    assert_eq!(channel(&engine, &later(25)), ("email".into(), true), "both were by phone");
    // An answer learned is movement.
    tell(
        &mut engine,
        &later(25),
        &[
            json!({ "type": "answerLearned", "party": "p_1", "topic": "budget", "answer": "no", "certainty": "confirmed" }),
        ],
    );
    assert!(!channel(&engine, &later(25)).1);
}

#[test]
fn contact_7_the_outcome_that_the_customer_wants_is_kept_with_the_deal_and_comes_first() {
    let deal = json!({ "type": "dealOpened", "deal": "d_1", "party": "p_1", "name": "Deal", "desiredOutcome": "Home by six" });
    let engine = with(&[met("p_1"), deal]);
    let view = look(&engine, &at(MONDAY), json!({ "type": "party", "party": "p_1" }));
    assert_eq!(view["deals"][0]["desiredOutcome"], "Home by six");
    let brief = read(&json!({ "type": "brief", "party": "p_1" }).to_string()).unwrap();
    let text = serde_json::to_string(&engine.look(&at(MONDAY), &brief).unwrap()).unwrap();
    assert!(text.starts_with("{\"desiredOutcome\":\"Home by six\""), "{text}");
}

#[test]
fn rhythm_a_customer_is_heard_of_in_time_and_every_real_contact_begins_it_anew() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    tell(
        &mut engine,
        &later(0),
        &[json!({ "type": "dealClosed", "deal": "d_1", "outcome": { "type": "won" } })],
    );
    let due = |engine: &Engine, now: &Now| {
        steps(engine, now)
            .iter()
            .find(|step| matches!(step.because[0], Because::Rhythm { .. }) && step.due <= now.at)
            .map(|step| step.per_hour.minor)
    };
    assert_eq!(due(&engine, &later(70)), None);
    let at_75 = due(&engine, &later(76)).expect("after 75 days");
    assert!(due(&engine, &later(110)).unwrap() > at_75, "it grows more urgent");
    tell(&mut engine, &later(76), &[logged("i_1", &later(76), json!({ "outcome": "noAnswer" }))]);
    assert!(due(&engine, &later(100)).is_some(), "nobody answered, so that nothing began anew");
    tell(&mut engine, &later(100), &[logged("i_2", &later(100), json!({}))]);
    assert_eq!(due(&engine, &later(150)), None);
    assert!(due(&engine, &later(176)).is_some());
}
