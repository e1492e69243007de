//! The rules of selling, each in a test that is named after its code.
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

use nextsale::contact::interaction::{Initiative, Objective};
use nextsale::deal::qualification::Topic;
use nextsale::deal::signal::BuyingPoint;
use nextsale::engine::Engine;
use nextsale::failure::{Failure, FailureView};
use nextsale::judge::day::{LeftOverReason, day};
use nextsale::judge::guard::{GuardName, Idea, Verdict, guard};
use nextsale::judge::interest::buying_point;
use nextsale::judge::next_step::{steps_of_deal, steps_of_party};
use nextsale::judge::question::question;
use nextsale::judge::score::{Band, ScorePart, score};
use nextsale::judge::standing::{Standing, standing};
use nextsale::judge::step::{Action, Because, ContactAction, Step};
use nextsale::value::contact_point::Channel;
use nextsale::value::document::read;
use nextsale::value::id::DealId;
use nextsale::value::time::{DAY, HOUR, Timestamp};
use nextsale::value::zone::{Now, ZoneName};
use serde_json::{Value, json};
use support::{MONDAY, at, engine, moment, now_in, party, record, tell};

fn met(id: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": format!("Name of {id}"),
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }, { "channel": "email", "value": "a@example.org" }] })
}

fn logged(id: &str, interaction: &str, at: Timestamp, outcome: &str) -> Value {
    json!({ "type": "contactLogged", "interaction": interaction, "party": id, "at": at.millis(), "channel": "phone",
        "objective": "findOutInterest", "initiative": "seller", "outcome": outcome })
}

fn planned(id: &str, interaction: &str, at: Timestamp) -> Value {
    json!({ "type": "contactPlanned", "interaction": interaction, "party": id, "at": at.millis(), "minutes": 30,
        "channel": "phone", "objective": "analyseNeeds", "why": "theyAsked",
        "benefit": "Sees what the change would save", "commitment": "appointment" })
}

fn signal(id: &str, signal: &str, at: Timestamp) -> Value {
    json!({ "type": "signalSeen", "party": id, "signal": signal, "at": at.millis() })
}

fn answer(id: &str, topic: &str, answer: &str) -> Value {
    json!({ "type": "answerLearned", "party": id, "topic": topic, "answer": answer, "certainty": "confirmed" })
}

fn opened(deal: &str, party: &str, minor: i64) -> Value {
    json!({ "type": "dealOpened", "deal": deal, "party": party, "name": format!("Deal {deal}"),
        "worth": { "minor": minor, "currency": "EUR" } })
}

fn with(facts: &[Value]) -> Engine {
    let mut engine = engine("a1");
    tell(&mut engine, &at(MONDAY), facts);
    engine
}

fn points(engine: &Engine, now: &Now, id: &str) -> u8 {
    score(&engine.bench(now), engine.book().party(&party(id)).unwrap()).points()
}

fn steps(engine: &Engine, now: &Now, id: &str) -> Vec<Step> {
    steps_of_party(&engine.bench(now), engine.book().party(&party(id)).unwrap())
}

fn first(engine: &Engine, now: &Now, id: &str) -> Step {
    steps(engine, now, id).into_iter().next().expect("a next step")
}

fn contact(step: &Step) -> &ContactAction {
    match &step.action {
        Action::Contact(contact) => contact,
        other => panic!("not a contact: {other:?}"),
    }
}

fn refusal(engine: &mut Engine, now: &Now, fact: Value) -> FailureView {
    let before = (engine.book().clone(), engine.journal().count());
    let failure = record(engine, now, fact).expect_err("should be refused").view(now);
    assert_eq!((engine.book().clone(), engine.journal().count()), before, "nothing changes");
    failure
}

fn later(days: i64) -> Now {
    Now::utc(moment(MONDAY).plus(days * DAY))
}

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
fn contact_1_a_contact_names_who_why_how_and_what_for() {
    let mut engine = with(&[met("p_1")]);
    let whole = planned("p_1", "i_1", moment(MONDAY).plus(DAY));
    for field in ["party", "why", "channel", "objective", "benefit"] {
        let mut lacking = whole.clone();
        lacking.as_object_mut().unwrap().remove(field);
        let failure = refusal(&mut engine, &at(MONDAY), lacking);
        assert_eq!((failure.path.as_str(), failure.reasons[0].code.as_str()), (field, "missing"));
        let mut wrong = whole.clone();
        wrong[field] = json!("no such thing ");
        let failure = refusal(
            &mut engine,
            &at(MONDAY),
            if field == "benefit" { lacking_benefit(&whole) } else { wrong },
        );
        assert_eq!(failure.path, field);
        assert!(failure.reasons[0].allowed.is_some(), "{failure:?}");
    }
    tell(&mut engine, &at(MONDAY), &[whole]);
}

fn lacking_benefit(whole: &Value) -> Value {
    let mut wrong = whole.clone();
    wrong["benefit"] = json!("");
    wrong
}

#[test]
fn contact_2_just_checking_in_is_no_benefit_and_the_last_one_is_not_repeated() {
    let mut engine = with(&[met("p_1")]);
    let whole = planned("p_1", "i_1", moment(MONDAY).plus(DAY));
    for empty in
        ["Just checking in", "just CHECKING in…", "Touching base", "following up", "Hi there, how are you?"]
    {
        let mut wrong = whole.clone();
        wrong["benefit"] = json!(empty);
        let failure = refusal(&mut engine, &at(MONDAY), wrong);
        assert_eq!(failure.path, "benefit", "{empty}");
        assert!(failure.reasons[0].allowed.as_ref().unwrap().contains("what the customer gains"));
    }
    let mut log = logged("p_1", "i_0", moment(MONDAY), "reached");
    log["benefit"] = whole["benefit"].clone();
    tell(&mut engine, &at(MONDAY), &[log]);
    assert_eq!(refusal(&mut engine, &at(MONDAY), whole.clone()).reasons[0].code, "sameBenefit");
    let mut other = whole;
    other["benefit"] = json!("Gets a list of what others found useful");
    tell(&mut engine, &at(MONDAY), &[other]);
}

#[test]
fn contact_2_a_proposed_benefit_differs_from_the_last_contacts() {
    let mut engine = with(&[met("p_1")]);
    let offered = contact(&first(&engine, &at(MONDAY), "p_1")).benefit.clone();
    let mut log = logged("p_1", "i_0", moment(MONDAY).plus(-60 * DAY), "reached");
    log["benefit"] = json!(offered.as_str());
    tell(&mut engine, &at(MONDAY), &[log]);
    let next = first(&engine, &at(MONDAY), "p_1");
    assert!(!contact(&next).benefit.is_same_as(&offered));
}

#[test]
fn contact_4_the_log_keeps_everything_and_moves_the_score() {
    let mut engine = with(&[met("p_1")]);
    let mut log = logged("p_1", "i_0", moment(MONDAY), "reached");
    log["notes"] = json!("Works in two shifts");
    log["needs"] = json!(["Less paper at the gate"]);
    log["hesitations"] = json!(["Is it too dear?"]);
    log["agreements"] = json!(["We talk again on Thursday"]);
    let recorded = record(&mut engine, &at(MONDAY), log).unwrap();
    assert_eq!(recorded.scores[0].after, 8, "they answered");
    let contact = &engine.book().party(&party("p_1")).unwrap().contacts[0].logged;
    assert_eq!(contact.needs[0].words.as_str(), "Less paper at the gate");
    assert_eq!(contact.hesitations[0].words.as_ref().unwrap().as_str(), "Is it too dear?");
}

#[test]
fn contact_5_listening_is_shown_per_contact_and_over_all() {
    let mut engine = with(&[met("p_1")]);
    let mut talk = |number: i64, listening: u32, talking: u32| {
        let mut log = logged("p_1", &format!("i_{number}"), moment(MONDAY).plus(number * 60_000), "reached");
        log["listeningSeconds"] = json!(listening);
        log["talkingSeconds"] = json!(talking);
        tell(&mut engine, &at(MONDAY), &[log]);
    };
    talk(1, 600, 300);
    talk(2, 0, 900);
    let view = engine.look(&at(MONDAY), &read(r#"{ "type": "party", "party": "p_1" }"#).unwrap()).unwrap();
    let view = serde_json::to_value(&view).unwrap();
    assert_eq!(view["listening"]["listeningPercent"], 33);
    assert_eq!(view["contacts"][1]["listening"]["listeningPercent"], 66);
}

#[test]
fn next_1_a_deal_and_a_customer_have_a_next_step_too() {
    let mut engine = with(&[met("p_1"), opened("d_1", "p_1", 100_000)]);
    let now = at(MONDAY);
    let deal = engine.book().deal(&DealId::parse("d_1").unwrap()).unwrap();
    assert!(!steps_of_deal(&engine.bench(&now), deal).is_empty());
    tell(&mut engine, &now, &[json!({ "type": "dealClosed", "deal": "d_1", "outcome": { "type": "won" } })]);
    let step = first(&engine, &later(2), "p_1");
    assert!(
        matches!(&step.because[0], Because::PointOfContact { point, .. } if point.as_str() == "served-thanks")
    );
    let nobody = json!({ "type": "dealOpened", "deal": "d_2", "name": "Nobody's" });
    tell(&mut engine, &now, &[nobody]);
    let deal = engine.book().deal(&DealId::parse("d_2").unwrap()).unwrap();
    assert_eq!(steps_of_deal(&engine.bench(&now), deal)[0].action, Action::FindCustomer);
}

#[test]
fn next_2_a_rule_outranks_the_plans_contact_and_says_why() {
    let engine = with(&[met("p_1"), signal("p_1", "askedForQuote", moment(MONDAY))]);
    let steps = steps(&engine, &at(MONDAY), "p_1");
    let Because::Rule { rule, leaves, .. } = &steps[0].because[0] else { panic!("{:?}", steps[0].because) };
    assert_eq!(rule.as_str(), "answer-quote");
    assert!(leaves.iter().any(|leaf| leaf.asked.to_string() == "daysSince.askedForQuote"));
    assert!(steps[0].per_hour.minor > steps[1].per_hour.minor);
    assert!(steps.windows(2).all(|pair| pair[0].per_hour.minor >= pair[1].per_hour.minor));
}

#[test]
fn next_4_a_rule_that_asks_for_what_nobody_knows_does_not_fire() {
    let mut engine = engine("a1");
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    let propose = json!({ "type": "decide", "question": "Offer the small package?" });
    let rule = |id: &str, when: Value| json!({ "id": id, "name": id, "covers": ["lead"], "when": when, "liftPercent": 100, "propose": propose });
    plan["rules"] = json!([
        rule("small", json!({ "fact": "attribute.employees", "atMost": 50 })),
        rule("not-large", json!({ "not": { "fact": "attribute.employees", "atLeast": 1000 } })),
        rule("unknown", json!({ "not": { "known": "attribute.employees" } })),
    ]);
    let mut small = met("p_small");
    small["attributes"] = json!({ "Employees": 20 });
    tell(&mut engine, &at(MONDAY), &[json!({ "type": "planAdopted", "plan": plan }), met("p_1"), small]);
    let fired = |id: &str| -> Vec<String> {
        let steps = steps(&engine, &at(MONDAY), id);
        steps
            .iter()
            .filter_map(|step| match &step.because[0] {
                Because::Rule { rule, .. } => Some(rule.to_string()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(fired("p_1"), ["unknown"], "no employee count is neither few nor not many");
    assert_eq!(fired("p_small"), ["small", "not-large"]);
}

#[test]
fn day_1_work_at_the_desk_does_not_crowd_out_contacts() {
    let suspects = (0..60).map(|number| json!({ "type": "partyMet", "party": format!("p_{number}"), "kind": "person", "name": "Nobody" }));
    let mut facts: Vec<Value> = suspects.collect();
    facts.push(met("p_lead"));
    let engine = with(&facts);
    let now = at("2026-11-23T08:00:00Z");
    let plan = day(&engine.bench(&now), now.today());
    assert!(plan.placed.iter().any(|placed| placed.step.party == Some(party("p_lead"))));
}

#[test]
fn guard_1_caps_gap_and_growing_gap_name_the_exact_next_moment() {
    let mut engine = with(&[met("p_1")]);
    tell(&mut engine, &at(MONDAY), &[logged("p_1", "i_1", moment(MONDAY), "noAnswer")]);
    let verdict = |engine: &Engine, channel: Channel, from: Timestamp| {
        let now = at(MONDAY);
        let idea = Idea {
            party: engine.book().party(&party("p_1")).unwrap(),
            channel,
            minutes: 20,
            objective: Objective::Propose,
            initiative: Initiative::Seller,
            planned: None,
        };
        guard(&engine.bench(&now), &idea, from)
    };
    let until = |verdict: &Verdict, guard: GuardName| {
        let held = verdict.held.iter().find(|held| held.guard == guard);
        held.map(|held| held.until.expect("a moment"))
    };
    // 44 hours after Monday 09:00 are Wednesday 05:00, so that it may be eight o'clock.
    let first = verdict(&engine, Channel::Phone, moment(MONDAY).plus(HOUR));
    assert_eq!(until(&first, GuardName::Gap), Some(moment(MONDAY).plus(44 * HOUR)));
    assert_eq!(until(&first, GuardName::NoAnswer), Some(moment(MONDAY).plus(44 * HOUR)));
    assert_eq!(first.at, Some(moment("2026-11-25T08:00:00Z")));

    // The second in a row doubles the gap; the cap of two calls in seven days is met as well.
    tell(&mut engine, &later(4), &[logged("p_1", "i_2", later(4).at, "noAnswer")]);
    let second = verdict(&engine, Channel::Phone, later(4).at.plus(50 * HOUR));
    assert_eq!(until(&second, GuardName::NoAnswer), Some(later(4).at.plus(88 * HOUR)));
    assert_eq!(
        until(&second, GuardName::Cap),
        Some(moment(MONDAY).plus(7 * DAY)),
        "when the first call falls out"
    );
    assert_eq!(until(&verdict(&engine, Channel::Email, later(4).at.plus(50 * HOUR)), GuardName::Cap), None);

    // Three contacts in fourteen days are enough on any channel.
    tell(&mut engine, &later(8), &[logged("p_1", "i_3", later(8).at, "reached")]);
    let third = verdict(&engine, Channel::Email, later(11).at);
    assert_eq!(until(&third, GuardName::Cap), Some(moment(MONDAY).plus(14 * DAY)));
    assert_eq!(until(&third, GuardName::NoAnswer), None, "they answered");
    assert_eq!(third.at, Some(moment(MONDAY).plus(14 * DAY)));
}

#[test]
fn guard_1_contacts_that_the_customer_asked_for_do_not_count() {
    let mut engine = with(&[met("p_1")]);
    let mut theirs = logged("p_1", "i_1", moment(MONDAY), "notReached");
    theirs["initiative"] = json!("customer");
    tell(&mut engine, &at(MONDAY), &[theirs]);
    assert!(first(&engine, &later(4), "p_1").held.is_empty());
    let now = Now::utc(moment(MONDAY).plus(HOUR));
    assert!(first(&engine, &now, "p_1").held.iter().all(|held| held.guard != GuardName::Gap));
}

#[test]
fn guard_2_consent_do_not_contact_and_hours_hold_a_step_back() {
    let mut engine = with(&[met("p_1")]);
    let night = at("2026-11-23T22:00:00Z");
    let step = first(&engine, &night, "p_1");
    assert_eq!(step.at, Some(moment("2026-11-24T08:00:00Z")));
    assert_eq!(step.held[0].guard, GuardName::QuietHours);
    let friday_night = at("2026-11-27T22:00:00Z");
    assert_eq!(
        first(&engine, &friday_night, "p_1").at,
        Some(moment("2026-11-30T08:00:00Z")),
        "not on a weekend"
    );
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "consentChanged", "party": "p_1", "channel": "phone", "consent": "withdrawn" })],
    );
    assert_eq!(contact(&first(&engine, &at(MONDAY), "p_1")).channel, Channel::Email);
    let failure = refusal(&mut engine, &at(MONDAY), planned("p_1", "i_1", moment(MONDAY).plus(DAY)));
    assert_eq!((failure.path.as_str(), failure.reasons[0].code.as_str()), ("channel", "consent"));
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "consentChanged", "party": "p_1", "channel": "email", "consent": "withdrawn" })],
    );
    assert_eq!(
        first(&engine, &at(MONDAY), "p_1").action,
        Action::GetContactDetails,
        "another way has to be found"
    );
    tell(
        &mut engine,
        &at(MONDAY),
        &[json!({ "type": "doNotContactAsked", "party": "p_1", "scope": { "type": "never" } })],
    );
    assert!(steps(&engine, &at(MONDAY), "p_1").is_empty());
}

#[test]
fn guard_4_what_is_held_back_can_be_seen_with_its_guard() {
    let mut engine = with(&[met("p_1")]);
    tell(
        &mut engine,
        &at(MONDAY),
        &[
            json!({ "type": "doNotContactAsked", "party": "p_1", "scope": { "type": "notBefore", "date": "2026-12-15" } }),
        ],
    );
    let now = at(MONDAY);
    let plan = day(&engine.bench(&now), now.today());
    assert!(plan.placed.is_empty());
    let held = &plan.held_back[0];
    assert_eq!(held.held[0].guard, GuardName::DoNotContact);
    assert_eq!(held.at, Some(moment("2026-12-15T08:00:00Z")));
}

#[test]
fn day_1_appointments_stand_and_like_work_is_batched() {
    let mut engine = engine("a1");
    let now = now_in("Europe/Berlin", moment("2026-11-23T07:00:00Z"));
    let mut facts: Vec<Value> = (0..8)
        .map(|number| {
            let channel = if number % 2 == 0 { "phone" } else { "email" };
            let value = if number % 2 == 0 { format!("+49 30 123456{number}") } else { format!("p{number}@example.org") };
            json!({ "type": "partyMet", "party": format!("p_{number}"), "kind": "person", "name": format!("P{number}"),
                "contactPoints": [{ "channel": channel, "value": value }] })
        })
        .collect();
    facts.push(met("p_date"));
    facts.push(planned("p_date", "i_date", moment("2026-11-23T09:30:00Z")));
    tell(&mut engine, &now, &facts);
    let plan = day(&engine.bench(&now), now.today());
    assert_eq!(plan.placed.len(), 9);
    let appointment = plan.placed.iter().find(|placed| placed.step.party == Some(party("p_date"))).unwrap();
    assert_eq!(appointment.span.from, moment("2026-11-23T09:30:00Z"));
    let channels: Vec<Channel> = plan
        .placed
        .iter()
        .filter(|placed| placed.step.party != Some(party("p_date")))
        .map(|placed| contact(&placed.step).channel)
        .collect();
    let changes = channels.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(changes <= 2, "calls stand together, and so do e-mails: {channels:?}");
    let emails = plan.placed.iter().filter(|placed| contact(&placed.step).channel == Channel::Email);
    assert!(emails.into_iter().all(|placed| placed.span.minutes() == 10), "an e-mail is not a call");
}

#[test]
fn day_1_each_contact_is_at_a_time_that_suits_the_customer_in_their_zone() {
    let mut engine = engine("a1");
    let now = now_in("Europe/Berlin", moment("2026-11-23T07:00:00Z"));
    let mut abroad = met("p_1");
    abroad["preferences"] = json!({ "zone": "America/New_York" });
    tell(&mut engine, &now, &[abroad]);
    let plan = day(&engine.bench(&now), now.today());
    // Eight o'clock in New York is two o'clock in Berlin.
    assert_eq!(plan.placed[0].span.from, moment("2026-11-23T13:00:00Z"));
}

#[test]
fn day_2_what_does_not_fit_is_listed_with_the_reason_and_when_it_would() {
    let facts: Vec<Value> = (0..60).map(|number| met(&format!("p_{number}"))).collect();
    let mut engine = with(&facts);
    let now = at("2026-11-23T08:00:00Z");
    let plan = day(&engine.bench(&now), now.today());
    assert!(plan.placed.len() > 15 && !plan.left_over.is_empty());
    let left_over = usize::try_from(plan.left_over_count).unwrap();
    assert_eq!(plan.placed.len() + left_over, 60);
    for (limit, told) in [(None, 25), (Some(3), 3), (Some(1000), left_over)] {
        let query = json!({ "type": "day", "date": now.today(), "limit": limit });
        let view =
            serde_json::to_value(engine.look(&now, &read(&query.to_string()).unwrap()).unwrap()).unwrap();
        assert_eq!(view["leftOver"].as_array().unwrap().len(), told);
        assert_eq!(view["leftOverCount"], left_over);
    }
    assert!(plan.left_over.iter().all(|left| left.reason == LeftOverReason::DayFull));
    let fits = nextsale::judge::day::would_fit(&engine.bench(&now), &plan.left_over[0].step, now.today());
    assert_eq!(fits, Some(moment("2026-11-24T09:00:00Z")));
    let sunday = now.today().plus_days(6);
    assert!(day(&engine.bench(&now), sunday).placed.is_empty());
    let evening = json!({ "windows": [{ "hours": { "from": "18:00", "to": "18:30" } }] });
    tell(
        &mut engine,
        &now,
        &[json!({ "type": "preferencesLearned", "party": "p_0", "preferences": evening })],
    );
    let plan = day(&engine.bench(&now), now.today());
    let left = plan.left_over.iter().find(|left| left.step.party == Some(party("p_0"))).unwrap();
    assert!(matches!(left.reason, LeftOverReason::NoCommonTime | LeftOverReason::DayFull));
}

#[test]
fn a_clash_of_appointments_is_told() {
    let now = at(MONDAY);
    let mut engine = with(&[met("p_1"), met("p_2")]);
    let mut other = support::engine("b2");
    other.restore(&now, &engine.backup(&now)).unwrap();
    // Two people who don't see each other's appointments.
    let ten = moment("2026-11-23T10:00:00Z");
    tell(&mut engine, &now, &[planned("p_1", "i_1", ten)]);
    tell(&mut other, &now, &[planned("p_2", "i_2", ten.plus(15 * 60_000))]);
    engine.restore(&now, &other.backup(&now)).unwrap();
    let plan = day(&engine.bench(&now), now.today());
    assert_eq!(plan.left_over[0].reason, LeftOverReason::Clash);
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
