//! The rules of people, interest and the plan, each in a test that is named after its code.
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

use nextsale::deal::qualification::Topic;
use nextsale::deal::signal::BuyingPoint;
use nextsale::engine::Engine;
use nextsale::failure::Failure;
use nextsale::judge::day::day;
use nextsale::judge::guard::GuardName;
use nextsale::judge::interest::buying_point;
use nextsale::judge::question::question;
use nextsale::judge::score::{Band, ScorePart, score};
use nextsale::judge::standing::{Standing, standing};
use nextsale::judge::step::{Action, Because};
use nextsale::value::contact_point::Channel;
use nextsale::value::document::read;
use nextsale::value::id::DealId;
use nextsale::value::time::{DAY, HOUR};
use nextsale::value::zone::{Now, ZoneName};
use serde_json::json;
use support::selling::{
    answer, contact, first, later, logged, met, opened, points, refusal, signal, steps, with,
};
use support::{MONDAY, at, moment, now_in, party, record, tell};

#[test]
fn people_1_without_a_contact_point_the_next_step_is_to_get_one() {
    let engine = with(&[json!({ "type": "partyMet", "party": "p_1", "kind": "person", "name": "Ada" })]);
    let now = at(MONDAY);
    assert_eq!(standing(&engine.bench(&now), engine.book().party(&party("p_1")).unwrap()), Standing::Suspect);
    let step = first(&engine, &now, "p_1");
    assert_eq!((&step.action, &step.because[0]), (&Action::GetContactDetails, &Because::NoContactPoint));
    let lead = with(&[met("p_1")]);
    assert!(matches!(first(&lead, &now, "p_1").action, Action::Contact(_)));
}

#[test]
fn people_2_an_organisation_is_reached_through_who_decides() {
    let belongs = |id: &str, role: &str| {
        let mut person = met(id);
        person["affiliation"] = json!({ "organisation": "p_acme", "role": role });
        person
    };
    let mut engine = with(&[
        json!({ "type": "partyMet", "party": "p_acme", "kind": "organisation", "name": "Acme" }),
        opened("d_1", "p_acme", 1_000_000),
    ]);
    let now = at(MONDAY);
    assert_eq!(first(&engine, &now, "p_acme").action, Action::GetContactDetails, "nobody is known there");
    tell(
        &mut engine,
        &now,
        &[belongs("p_gate", "gatekeeper"), belongs("p_boss", "decisionMaker"), belongs("p_user", "user")],
    );
    let step = first(&engine, &now, "p_acme");
    assert_eq!((&step.subject, &step.party), (&DealId::parse("d_1").unwrap().into(), &Some(party("p_boss"))));
    assert_eq!(contact(&step).channel, Channel::Phone);
    let plan = day(&engine.bench(&now), now.today());
    assert_eq!(plan.placed.len(), 1, "one deal, one contact, not one for each who works there");
    let mut log = logged("p_boss", "i_1", moment(MONDAY), "reached");
    log["deal"] = json!("d_1");
    log["objective"] = json!("analyseNeeds");
    tell(&mut engine, &now, &[log]);
    let next = first(&engine, &now, "p_acme");
    assert!(
        matches!(&next.because[0], Because::PointOfContact { point, .. } if point.as_str() == "exploring-demo")
    );
}

#[test]
fn people_3_preferred_channel_window_and_zone_decide_how_and_when() {
    let mut engine = with(&[met("p_1")]);
    let now = now_in("Europe/Berlin", moment(MONDAY));
    assert_eq!(contact(&first(&engine, &now, "p_1")).channel, Channel::Phone);
    let windows = json!([{ "weekdays": ["wednesday"], "hours": { "from": "09:00", "to": "11:00" } }]);
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "preferencesLearned", "party": "p_1",
        "preferences": { "channel": "email", "windows": windows, "zone": "America/New_York" } })],
    );
    let step = first(&engine, &now, "p_1");
    assert_eq!(contact(&step).channel, Channel::Email);
    // Wednesday nine o'clock in New York.
    assert_eq!(step.at, Some(moment("2026-11-25T14:00:00Z")));
    assert!(step.held.iter().any(|held| held.guard == GuardName::Window));
}

#[test]
fn source_1_a_referral_counts_and_names_who_referred() {
    let now = at(MONDAY);
    let engine = with(&[
        met("p_1"),
        json!({ "type": "partyMet", "party": "p_2", "kind": "person", "name": "Grace",
        "contactPoints": [{ "channel": "phone", "value": "+1 202 5550123" }],
        "source": { "method": "referral", "referrer": "p_1" } }),
    ]);
    let score = score(&engine.bench(&now), engine.book().party(&party("p_2")).unwrap());
    assert!(
        score
            .reasons()
            .iter()
            .any(|reason| reason.part == ScorePart::Referred { by: party("p_1") } && reason.points > 0)
    );
    assert!(points(&engine, &now, "p_2") > points(&engine, &now, "p_1"));
}

#[test]
fn signal_1_a_signal_counts_half_after_its_half_life() {
    let engine = with(&[met("p_1"), signal("p_1", "viewedPricing", moment(MONDAY))]);
    assert_eq!(points(&engine, &later(0), "p_1"), 14);
    assert_eq!(points(&engine, &later(14), "p_1"), 7);
    assert_eq!(points(&engine, &later(28), "p_1"), 4);
    assert_eq!(points(&engine, &later(2000), "p_1"), 0);
}

#[test]
fn signal_2_the_buying_point_is_the_furthest_step_reached_lately() {
    let engine = with(&[
        met("p_1"),
        signal("p_1", "viewedPricing", moment(MONDAY).plus(-50 * DAY)),
        signal("p_1", "askedForInformation", moment(MONDAY)),
    ]);
    let point = |now: &Now| buying_point(&engine.bench(now), engine.book().party(&party("p_1")).unwrap());
    assert_eq!(point(&later(0)), BuyingPoint::Pricing);
    assert_eq!(
        point(&later(20)),
        BuyingPoint::Informing,
        "asking for information is not yet looking at prices"
    );
    assert_eq!(point(&later(100)), BuyingPoint::Unaware);
}

#[test]
fn signal_3_little_interest_is_parked_with_a_date_and_never_deleted() {
    let mut engine = with(&[met("p_1")]);
    for (number, days) in [0, 5, 20].iter().enumerate() {
        let now = later(*days);
        tell(&mut engine, &now, &[logged("p_1", &format!("i_{number}"), now.at, "noAnswer")]);
    }
    let now = later(90);
    let park =
        steps(&engine, &now, "p_1").into_iter().find(|step| matches!(step.action, Action::Park { .. }));
    let Some(Action::Park { reason, until }) = park.map(|step| step.action) else {
        panic!("no proposal to park")
    };
    tell(
        &mut engine,
        &now,
        &[
            json!({ "type": "partyParked", "party": "p_1", "reason": reason.as_str(), "until": until.to_string() }),
        ],
    );
    let bench = engine.bench(&now);
    assert_eq!(standing(&bench, engine.book().party(&party("p_1")).unwrap()), Standing::Parked);
    let again = first(&engine, &now, "p_1");
    assert!(matches!(again.action, Action::LookAgain { .. }));
    assert_eq!(again.at.map(|at| now.local(&now.zone, at).date), Some(until));
    let back = Now::utc(again.at.unwrap().plus(HOUR));
    assert!(matches!(first(&engine, &back, "p_1").action, Action::LookAgain { .. }));
}

#[test]
fn bant_1_answers_count_and_carry_evidence() {
    let mut engine = with(&[met("p_1")]);
    let before = points(&engine, &at(MONDAY), "p_1");
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "answerLearned", "party": "p_1", "topic": "budget", "answer": "yes",
        "certainty": "confirmed", "evidence": "“We have set 50,000 aside”", "amount": { "minor": 5_000_000, "currency": "EUR" } })],
    );
    assert_eq!(points(&engine, &at(MONDAY), "p_1"), before + 9);
    let step = first(&engine, &at(MONDAY), "p_1");
    assert_eq!(step.worth.amount.minor, 5_000_000, "the budget says what a sale may be worth");
    tell(&mut engine, &at(MONDAY), &[answer("p_1", "budget", "unknown")]);
    assert_eq!(points(&engine, &at(MONDAY), "p_1"), before);
}

#[test]
fn bant_2_the_question_is_the_one_that_would_change_the_order_most() {
    let mut engine = with(&[met("p_1")]);
    let now = at(MONDAY);
    let ask = |engine: &Engine| question(&engine.bench(&now), engine.book().party(&party("p_1")).unwrap());
    for expected in [Topic::Need, Topic::Budget, Topic::Authority, Topic::Timeline] {
        // Budget swings by 15 points, authority by 14: the order of the answers' weights, not that of the letters.
        assert_eq!(ask(&engine).unwrap().topic, expected);
        tell(&mut engine, &now, &[answer("p_1", expected.as_str(), "yes")]);
    }
    assert_eq!(ask(&engine), None);
}

#[test]
fn bant_3_old_answers_fade_to_be_confirmed_again() {
    let engine = with(&[met("p_1"), answer("p_1", "need", "yes")]);
    assert_eq!(points(&engine, &later(120), "p_1"), 14);
    assert_eq!(points(&engine, &later(121), "p_1"), 7);
    let asked = question(&engine.bench(&later(121)), engine.book().party(&party("p_1")).unwrap()).unwrap();
    assert_eq!(asked.topic, Topic::Need, "what nobody is sure of any more is asked again");
}

#[test]
fn score_1_caps_are_reasons_too_and_all_of_them_add_up() {
    let mut facts = vec![met("p_1")];
    facts.extend((0..9).map(|_| signal("p_1", "askedForQuote", moment(MONDAY))));
    facts.extend(["need", "authority", "budget", "timeline"].iter().map(|topic| answer("p_1", topic, "yes")));
    let engine = with(&facts);
    let now = at(MONDAY);
    let score = score(&engine.bench(&now), engine.book().party(&party("p_1")).unwrap());
    assert_eq!(score.points(), 75, "40 for fit and 35 for intent");
    let capped = score.reasons().iter().find(|reason| reason.part == ScorePart::IntentMost).unwrap();
    assert_eq!(capped.points, 35 - 9 * 22);
}

#[test]
fn score_3_the_order_of_approach_is_worth_against_minutes() {
    let engine = with(&[
        met("p_1"),
        met("p_2"),
        opened("d_small", "p_1", 10_000),
        opened("d_large", "p_2", 10_000_000),
    ]);
    let now = at(MONDAY);
    let (small, large) = (first(&engine, &now, "p_1"), first(&engine, &now, "p_2"));
    assert!(large.per_hour.minor > small.per_hour.minor * 900);
    let expected =
        large.worth.amount.minor * i64::from(large.chance_percent) / 100 * 60 / i64::from(large.minutes);
    assert_eq!(large.per_hour.minor, expected);
    let list = engine.look(&now, &read(r#"{ "type": "leads" }"#).unwrap()).unwrap();
    let rows = serde_json::to_value(&list).unwrap();
    assert_eq!(rows["rows"][0]["party"], "p_2");
}

#[test]
fn score_3_a_contact_has_an_opening_and_a_need() {
    let mut engine = with(&[met("p_1")]);
    let words = |engine: &Engine, now: &Now| {
        let query = read(r#"{ "type": "steps", "party": "p_1" }"#).unwrap();
        serde_json::to_value(engine.look(now, &query).unwrap()).unwrap()[0]["words"].clone()
    };
    let now = at(MONDAY);
    assert!(words(&engine, &now)["opening"].as_str().unwrap().starts_with("Ask: "));
    tell(&mut engine, &now, &[signal("p_1", "viewedPricing", moment(MONDAY))]);
    assert_eq!(words(&engine, &now)["opening"], "Begin with what they did today: they looked at prices");
    let mut log = logged("p_1", "i_1", moment(MONDAY), "reached");
    log["needs"] = json!(["Less paper at the gate"]);
    log["agreements"] = json!(["We talk again on Thursday"]);
    tell(&mut engine, &now, &[log]);
    let words = words(&engine, &now);
    assert_eq!(words["opening"], "Begin with what was agreed: We talk again on Thursday");
    assert_eq!(words["need"], "Less paper at the gate");
}

#[test]
fn score_4_a_change_of_band_says_what_changed_it() {
    let mut engine = with(&[met("p_1")]);
    let recorded = record(&mut engine, &at(MONDAY), signal("p_1", "askedForQuote", moment(MONDAY))).unwrap();
    let change = &recorded.scores[0];
    assert_eq!((change.before, change.after), (Some(0), 22));
    assert_eq!((change.band_before, change.band_after), (Some(Band::Cold), Band::Cool));
    assert_eq!(change.because.iter().map(|reason| reason.points).sum::<i32>(), 22);
}

#[test]
fn plan_1_a_stage_prescribes_contacts_one_after_the_other() {
    let mut engine = with(&[met("p_1")]);
    let first_contact = first(&engine, &at(MONDAY), "p_1");
    assert!(
        matches!(&first_contact.because[0], Because::PointOfContact { point, .. } if point.as_str() == "new-first")
    );
    tell(&mut engine, &at(MONDAY), &[logged("p_1", "i_1", moment(MONDAY), "notReached")]);
    let second = first(&engine, &at(MONDAY), "p_1");
    assert!(
        matches!(&second.because[0], Because::PointOfContact { point, .. } if point.as_str() == "new-second")
    );
    assert_eq!(second.due, moment(MONDAY).plus(4 * DAY));
}

#[test]
fn plan_4_a_move_that_the_plan_does_not_allow_is_refused_with_what_is_missing() {
    let mut engine = with(&[met("p_1")]);
    let now = at(MONDAY);
    let to =
        |to: &str| json!({ "type": "stageMoved", "subject": { "type": "party", "party": "p_1" }, "to": to });
    let missing = refusal(&mut engine, &now, to("interested"));
    assert_eq!((missing.path.as_str(), missing.reasons[0].code.as_str()), ("to", "notMet"));
    assert!(missing.message.contains("nobody knows yet"), "{}", missing.message);
    assert_eq!(refusal(&mut engine, &now, to("qualified")).reasons[0].code, "noSuchMove");
    assert_eq!(refusal(&mut engine, &now, to("intersted")).reasons[0].likely.as_deref(), Some("interested"));
    let mut overridden = to("qualified");
    overridden["overridden"] = json!({ "reason": "The manager knows them" });
    tell(&mut engine, &now, &[overridden]);
    tell(&mut engine, &now, &[answer("p_1", "need", "yes"), to("interested")]);
    let position = nextsale::judge::standing::position_of_party(
        engine.plan(),
        engine.book().party(&party("p_1")).unwrap(),
    );
    assert_eq!(position.unwrap().stage.id.as_str(), "interested");
}

#[test]
fn facts_about_what_is_not_there_are_refused_with_their_path() {
    let mut engine = with(&[met("p_1")]);
    let now = at(MONDAY);
    let cases = [
        (signal("p_9", "visited", now.at), "party"),
        (signal("p_1", "visited", now.at.plus(2 * HOUR)), "at"),
        (opened("d_1", "p_9", 5), "party"),
        (json!({ "type": "dealClosed", "deal": "d_9", "outcome": { "type": "won" } }), "deal"),
        (json!({ "type": "retracted", "entry": "5.0.zz" }), "entry"),
        (met("p_1"), "party"),
        (
            json!({ "type": "partyMet", "party": "p_2", "kind": "person", "name": "B", "affiliation": { "organisation": "p_1" } }),
            "affiliation.organisation",
        ),
        (
            json!({ "type": "partyMet", "party": "p_2", "kind": "person", "name": "B", "source": { "method": "referral", "referrer": "p_2" } }),
            "source.referrer",
        ),
        (
            json!({ "type": "contactPointRemoved", "party": "p_1", "contactPoint": { "channel": "social", "value": "x" } }),
            "contactPoint",
        ),
        (json!({ "type": "partyParked", "party": "p_1", "reason": "r", "until": "2026-11-23" }), "until"),
    ];
    for (fact, path) in cases {
        let failure = refusal(&mut engine, &now, fact.clone());
        assert_eq!(failure.path, path, "{fact}");
        assert!(!failure.message.is_empty());
    }
}

#[test]
fn a_zone_that_the_host_does_not_know_is_taken_for_our_own() {
    let mut engine = with(&[met("p_1")]);
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "preferencesLearned", "party": "p_1", "preferences": { "zone": "Mars/Olympus" } })],
    );
    let now = now_in("Europe/Berlin", moment("2026-11-23T20:00:00Z"));
    let zone = ZoneName::parse("Europe/Berlin").unwrap();
    let step = first(&engine, &now, "p_1");
    assert_eq!(now.local(&zone, step.at.unwrap()).time.to_string(), "08:00");
}

#[test]
fn every_failure_says_what_and_where() {
    let failure =
        Failure::Malformed(read::<nextsale::journal::fact::Fact>(r#"{"type":"partyMte"}"#).unwrap_err());
    let view = failure.view(&at(MONDAY));
    assert_eq!((view.path.as_str(), view.reasons[0].likely.as_deref()), ("type", Some("partyMet")));
}
