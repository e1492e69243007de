//! The rules of contacts, next steps, guards and the day, each in a test that is named after its code.
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
use nextsale::engine::Engine;
use nextsale::judge::day::{LeftOverReason, day};
use nextsale::judge::guard::{GuardName, Idea, Verdict, guard};
use nextsale::judge::next_step::steps_of_deal;
use nextsale::judge::step::{Action, Because};
use nextsale::value::contact_point::Channel;
use nextsale::value::document::read;
use nextsale::value::id::DealId;
use nextsale::value::time::{DAY, HOUR, Timestamp};
use nextsale::value::zone::Now;
use serde_json::{Value, json};
use support::selling::{contact, first, later, logged, met, opened, planned, refusal, signal, steps, with};
use support::{MONDAY, at, engine, moment, now_in, party, record, tell};

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
    for in_touch in [
        "I am just checking in with you",
        "Keep in touch with them",
        "Touch base on the proposal",
        "Follow up on my last e-mail",
        "Circle back",
        "A friendly nudge",
        "Say hello",
        "x",
    ] {
        let mut wrong = whole.clone();
        wrong["benefit"] = json!(in_touch);
        let failure = refusal(&mut engine, &at(MONDAY), wrong);
        assert_eq!(
            (failure.path.as_str(), failure.reasons[0].code.as_str()),
            ("benefit", "noBenefit"),
            "{in_touch}"
        );
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
    assert!(leaves.iter().any(|leaf| leaf.asked.to_string() == "daysUnansweredSince.askedForQuote"));
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
fn guard_1_contacts_that_the_customer_began_count_for_the_gap_alone() {
    let mut engine = with(&[met("p_1")]);
    let mut theirs = logged("p_1", "i_1", moment(MONDAY), "notReached");
    theirs["initiative"] = json!("customer");
    tell(&mut engine, &at(MONDAY), &[theirs]);
    assert!(first(&engine, &later(4), "p_1").held.is_empty());
    let now = Now::utc(moment(MONDAY).plus(HOUR));
    let held = first(&engine, &now, "p_1").held;
    let guards: Vec<GuardName> = held.iter().map(|held| held.guard).collect();
    assert!(guards.iter().all(|guard| *guard == GuardName::Gap), "{guards:?}");
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
