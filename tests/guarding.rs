//! What guards keep, each rule under its code: how often, when, and what for somebody is contacted (GUARD-1 to -4).
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

use nextsale::contact::interaction::{Initiative, Objective, Why};
use nextsale::engine::Engine;
use nextsale::journal::fact::Fact;
use nextsale::judge::guard::{GuardName, Idea, Verdict, guard, initiative};
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::step::{Action, Because, Decision};
use nextsale::value::contact_point::Channel;
use nextsale::value::document::read;
use nextsale::value::id::MemberId;
use nextsale::value::time::{DAY, Date, HOUR, Timestamp, Weekday};
use nextsale::value::zone::Now;
use nextsale::view::step::{ActionView, StepView};
use serde_json::{Value, json};
use support::{MONDAY, at, engine, moment, now_in, party, record, tell};

fn met(id: &str) -> Value {
    json!({ "type": "partyMet", "party": id, "kind": "person", "name": format!("Name of {id}"),
        "contactPoints": [{ "channel": "phone", "value": "+49 30 1234567" }, { "channel": "email", "value": "a@example.org" }] })
}

fn logged(interaction: &str, at: Timestamp, channel: &str) -> Value {
    json!({ "type": "contactLogged", "interaction": interaction, "party": "p_1", "at": at.millis(), "channel": channel,
        "objective": "findOutInterest", "initiative": "seller", "outcome": "reached" })
}

/// The built-in plan with other limits.
fn limits(change: impl FnOnce(&mut Value)) -> Value {
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    change(&mut plan["limits"]);
    json!({ "type": "planAdopted", "plan": plan })
}

/// Nothing but a budget of contacts.
fn only_fatigue() -> Value {
    limits(|limits| {
        limits["caps"] = json!([]);
        limits["gapHours"] = json!(0);
        limits["afterNoAnswer"]["firstHours"] = json!(0);
        limits["fatigue"] = json!({ "budget": 6, "days": 14, "weights": { "phone": 3, "email": 2 } });
    })
}

fn verdict(engine: &Engine, now: &Now, channel: Channel, objective: Objective, whose: Initiative) -> Verdict {
    let party = engine.book().party(&party("p_1")).unwrap();
    let idea = Idea { party, channel, minutes: 20, objective, initiative: whose, planned: None };
    guard(&engine.bench(now), &idea, now.at)
}

fn call(engine: &Engine, now: &Now) -> Verdict {
    verdict(engine, now, Channel::Phone, Objective::Propose, Initiative::Seller)
}

fn until(verdict: &Verdict, guard: GuardName) -> Option<Option<Timestamp>> {
    verdict.held.iter().find(|held| held.guard == guard).map(|held| held.until)
}

#[test]
fn guard_1_one_budget_over_all_channels_and_whoever_of_us_it_is() {
    let mut engine = engine("a1");
    let first = moment("2026-11-09T10:00:00Z");
    let now = Now::utc(first.plus(2 * DAY));
    tell(
        &mut engine,
        &Now::utc(first.plus(-HOUR)),
        &[
            met("p_1"),
            only_fatigue(),
            json!({ "type": "memberJoined", "member": "m_ada", "name": "Ada" }),
            json!({ "type": "memberJoined", "member": "m_ben", "name": "Ben" }),
        ],
    );
    let by = |engine: &mut Engine, who: &str, fact: Value| {
        let fact: Fact = read(&fact.to_string()).unwrap();
        engine.record(&now, vec![fact], Some(MemberId::parse(who).unwrap())).unwrap();
    };
    // Two of us, on two channels: neither alone would have used up what they bear.
    by(&mut engine, "m_ada", logged("i_1", first, "phone"));
    assert_eq!(call(&engine, &now).at, Some(now.at), "six are not more than six");
    by(&mut engine, "m_ben", logged("i_2", first.plus(DAY), "email"));
    let held = call(&engine, &now);
    // Room is there again when the call is two weeks ago.
    assert_eq!(until(&held, GuardName::Fatigue), Some(Some(first.plus(14 * DAY))));
    assert_eq!(held.at, Some(first.plus(14 * DAY)));
    let letter = verdict(&engine, &now, Channel::Postal, Objective::Propose, Initiative::Seller);
    assert_eq!(letter.at, Some(now.at), "what weighs less still fits");
}

#[test]
fn guard_1_a_channel_that_weighs_more_than_the_budget_is_refused_in_the_plan() {
    let mut engine = engine("a1");
    let adopted =
        limits(|limits| limits["fatigue"] = json!({ "budget": 2, "days": 7, "weights": { "phone": 3 } }));
    let failure = record(&mut engine, &at(MONDAY), adopted).unwrap_err();
    assert_eq!(failure.view(&at(MONDAY)).path, "plan.limits.fatigue.weights.phone");
}

#[test]
fn guard_1_what_they_asked_for_or_agreed_on_counts_for_nothing() {
    let mut engine = engine("a1");
    let now = at("2026-11-25T10:00:00Z");
    let ago = |hours: i64| now.at.plus(-hours * HOUR);
    let mut asked = logged("i_1", ago(5), "phone");
    asked["why"] = json!("theyAsked");
    let mut theirs = logged("i_2", ago(4), "phone");
    theirs["initiative"] = json!("customer");
    let appointment = json!({ "type": "contactPlanned", "interaction": "i_3", "party": "p_1", "at": ago(3).millis(),
        "minutes": 20, "channel": "phone", "objective": "demonstrate", "why": "signal", "benefit": "Sees it at work",
        "commitment": "appointment" });
    let held_it = logged("i_3", ago(3), "phone");
    tell(&mut engine, &Now::utc(ago(6)), &[met("p_1"), appointment]);
    tell(&mut engine, &now, &[asked, theirs, held_it]);
    for guard in [GuardName::Cap, GuardName::Fatigue] {
        assert_eq!(until(&call(&engine, &now), guard), None, "{guard}");
    }
    tell(&mut engine, &now, &[logged("i_4", ago(2), "phone"), logged("i_5", ago(1), "phone")]);
    assert!(until(&call(&engine, &now), GuardName::Cap).is_some(), "two of ours do");
}

#[test]
fn guard_1_after_each_contact_there_is_a_gap_before_an_idea_of_our_own() {
    let now = at("2026-11-25T10:00:00Z");
    let ago = |minutes: i64| now.at.plus(-minutes * 60_000);
    let began = |initiative: &str, outcome: &str| {
        let mut logged = logged("i_1", ago(1), "phone");
        logged["initiative"] = json!(initiative);
        logged["outcome"] = json!(outcome);
        logged
    };
    let asked_for = || {
        let mut logged = began("seller", "reached");
        logged["why"] = json!("theyAsked");
        logged
    };
    let appointment = json!({ "type": "contactPlanned", "interaction": "i_1", "party": "p_1", "at": ago(1).millis(),
        "minutes": 20, "channel": "phone", "objective": "demonstrate", "why": "signal", "benefit": "Sees it at work",
        "commitment": "appointment" });
    let after = |facts: &[Value]| {
        let mut engine = engine("a1");
        tell(&mut engine, &Now::utc(ago(120)), &[met("p_1")]);
        tell(&mut engine, &now, facts);
        engine
    };
    let spoken = [
        vec![began("seller", "reached")],
        vec![began("customer", "reached")],
        vec![began("customer", "notReached")],
        vec![asked_for()],
        vec![appointment.clone(), began("seller", "reached")],
        vec![appointment.clone(), began("seller", "noAnswer")],
    ];
    for facts in spoken {
        let engine = after(&facts);
        let gap = until(&call(&engine, &now), GuardName::Gap);
        assert_eq!(gap, Some(Some(ago(1).plus(44 * HOUR))), "{facts:?}");
        let theirs = verdict(&engine, &now, Channel::Phone, Objective::Propose, Initiative::Customer);
        assert_eq!(theirs.at, Some(now.at), "what they ask for waits for nothing: {facts:?}");
    }
    // Whoever called and missed us has not spoken with us.
    assert_eq!(until(&call(&after(&[began("customer", "noAnswer")]), &now), GuardName::Gap), None);
    // What they asked for or complained about in that very contact may be answered at once.
    let asked =
        json!({ "type": "signalSeen", "party": "p_1", "signal": "askedForQuote", "at": ago(1).millis() });
    let engine = after(&[began("customer", "reached"), asked]);
    assert_eq!(initiative(engine.book().party(&party("p_1")).unwrap(), Why::TheyAsked), Initiative::Customer);
    let put_right = Objective::ResolveComplaint;
    assert_eq!(verdict(&engine, &now, Channel::Phone, put_right, Initiative::Seller).at, Some(now.at));
}

#[test]
fn guard_1_an_answer_to_what_they_asked_waits_for_nothing_but_their_hours() {
    let mut engine = engine("a1");
    let now = at("2026-11-25T10:00:00Z");
    let mut silent = logged("i_1", now.at.plus(-2 * HOUR), "phone");
    silent["outcome"] = json!("noAnswer");
    let asked = json!({ "type": "signalSeen", "party": "p_1", "signal": "askedForQuote", "at": now.at.plus(-HOUR).millis() });
    tell(&mut engine, &now, &[met("p_1"), silent]);
    let whose = |engine: &Engine| initiative(engine.book().party(&party("p_1")).unwrap(), Why::TheyAsked);
    assert_eq!(whose(&engine), Initiative::Seller, "they asked for nothing yet");
    assert!(call(&engine, &now).at > Some(now.at));
    tell(&mut engine, &now, &[asked]);
    assert_eq!(whose(&engine), Initiative::Customer);
    let answer = |now: &Now| verdict(&engine, now, Channel::Phone, Objective::Propose, Initiative::Customer);
    assert_eq!(answer(&now).at, Some(now.at));
    let night = at("2026-11-25T22:00:00Z");
    assert_eq!(until(&answer(&night), GuardName::QuietHours), Some(Some(moment("2026-11-26T08:00:00Z"))));
    let mut engine = engine.clone();
    tell(&mut engine, &now, &[logged("i_2", now.at, "email")]);
    assert_eq!(whose(&engine), Initiative::Seller, "they have their answer");
}

#[test]
fn guard_2_nobody_is_contacted_on_a_holiday_of_their_zone() {
    let mut engine = engine("a1");
    let now = now_in("Europe/Berlin", moment("2026-11-23T10:00:00Z"));
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    plan["holidays"] = json!([
        { "name": "Day of rest", "date": "2026-11-23", "zones": ["Asia/Kathmandu"] },
        { "name": "Every year", "date": "--11-24", "zones": ["Asia/Kathmandu"] }]);
    let mut there = met("p_1");
    there["preferences"] = json!({ "zone": "Asia/Kathmandu" });
    tell(&mut engine, &now, &[there, met("p_2"), json!({ "type": "planAdopted", "plan": plan })]);
    // Eight o'clock there is a quarter past three in the morning here.
    let first = moment("2026-11-25T02:15:00Z");
    let held = call(&engine, &now);
    assert_eq!((held.at, until(&held, GuardName::QuietHours)), (Some(first), Some(Some(first))));
    let other = engine.book().party(&party("p_2")).unwrap();
    let here = Idea {
        party: other,
        channel: Channel::Phone,
        minutes: 20,
        objective: Objective::Propose,
        initiative: Initiative::Seller,
        planned: None,
    };
    assert_eq!(guard(&engine.bench(&now), &here, now.at).at, Some(now.at), "it is no holiday here");
}

#[test]
fn guard_2_hours_that_come_together_late_are_found() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    // On Mondays alone, of which most are off: longer than any number of rounds between guards that don't agree.
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    let mondays = (0..40).map(|week| now.today().plus_days(7 * week).to_string());
    plan["holidays"] = mondays.map(|date| json!({ "name": "Off", "date": date })).collect();
    let mut seldom = met("p_1");
    seldom["preferences"] =
        json!({ "windows": [{ "weekdays": ["monday"], "hours": { "from": "10:00", "to": "11:00" } }] });
    tell(&mut engine, &now, &[seldom, json!({ "type": "planAdopted", "plan": plan })]);
    let first = now.today().plus_days(7 * 40).to_string();
    assert_eq!(call(&engine, &now).at, Some(moment(&format!("{first}T10:00:00Z"))));
}

#[test]
fn guard_2_where_times_never_meet_a_common_one_is_looked_for_and_not_contact_details() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let suits = |weekday: &str| {
        json!({ "type": "preferencesLearned", "party": "p_1",
            "preferences": { "windows": [{ "weekdays": [weekday], "hours": { "from": "10:00", "to": "11:00" } }] } })
    };
    let withdrawn = |channel: &str| json!({ "type": "consentChanged", "party": "p_1", "channel": channel, "consent": "withdrawn" });
    let steps =
        |engine: &Engine| steps_of_party(&engine.bench(&now), engine.book().party(&party("p_1")).unwrap());
    // Contacts are for Mondays to Fridays.
    tell(&mut engine, &now, &[met("p_1"), suits("sunday")]);
    let first = &steps(&engine)[0];
    assert_eq!(
        (&first.action, &first.because[..]),
        (&Action::Decide(Decision::CommonTime), &[Because::NoCommonTime][..])
    );
    let words = StepView::of(&engine.bench(&now), first).words;
    assert!(words.why.contains("never meet") && words.how.contains("another time"), "{words:?}");
    // There is still a way on which only the time is missing; then there is none.
    tell(&mut engine, &now, &[withdrawn("phone")]);
    assert_eq!(steps(&engine)[0].because, [Because::NoCommonTime]);
    tell(&mut engine, &now, &[withdrawn("email")]);
    assert_eq!(steps(&engine)[0].action, Action::GetContactDetails);
    // Another time is all that it takes.
    tell(
        &mut engine,
        &now,
        &[
            json!({ "type": "consentChanged", "party": "p_1", "channel": "phone", "consent": "given" }),
            suits("tuesday"),
        ],
    );
    assert_eq!(steps(&engine)[0].at, Some(moment("2026-11-24T10:00:00Z")));
}

/// The built-in plan with other holidays and quiet hours.
fn plan_with(holidays: Vec<String>, quiet: (&str, &str)) -> Value {
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    plan["holidays"] = holidays.iter().map(|date| json!({ "name": "Off", "date": date })).collect();
    plan["limits"]["quietHours"] = json!({ "from": quiet.0, "to": quiet.1 });
    json!({ "type": "planAdopted", "plan": plan })
}

#[test]
fn guard_2_holidays_end_when_they_do_however_many_there_are() {
    let now = at(MONDAY);
    let windows =
        json!({ "windows": [{ "weekdays": ["tuesday"], "hours": { "from": "10:00", "to": "11:00" } }] });
    for (days, first, tuesday) in [
        (399, "2027-12-27T08:00:00Z", "2027-12-28T10:00:00Z"),
        (401, "2027-12-29T08:00:00Z", "2028-01-04T10:00:00Z"),
        (1826, "2031-11-24T08:00:00Z", "2031-11-25T10:00:00Z"),
    ] {
        let mut engine = engine("a1");
        // Those of the weekends are free without being holidays.
        let dates = (0..days).map(|day| now.today().plus_days(day));
        let dates = dates.filter(|date| days != 1826 || date.weekday() != Weekday::Sunday);
        let off = dates.map(|date| date.to_string()).collect();
        tell(&mut engine, &now, &[met("p_1"), plan_with(off, ("18:00", "08:00"))]);
        let held = call(&engine, &now);
        let first = Some(moment(first));
        assert_eq!((held.at, until(&held, GuardName::QuietHours)), (first, Some(first)), "{days}");
        let told = json!({ "type": "preferencesLearned", "party": "p_1", "preferences": windows });
        tell(&mut engine, &now, &[told]);
        assert_eq!(call(&engine, &now).at, Some(moment(tuesday)), "{days}");
    }
}

#[test]
fn guard_2_where_hours_allow_no_time_ever_another_is_looked_for() {
    let now = at(MONDAY);
    let year = |leap: u32| {
        let first = Date::parse("2024-01-01").unwrap();
        (0..365 + leap)
            .map(|day| first.plus_days(day).to_string().replacen("2024", "-", 1))
            .collect::<Vec<_>>()
    };
    for plan in [plan_with(year(1), ("18:00", "08:00")), plan_with(vec![], ("00:00", "24:00"))] {
        let mut engine = engine("a1");
        tell(&mut engine, &now, &[met("p_1"), plan.clone()]);
        let held = call(&engine, &now);
        assert_eq!((held.at, until(&held, GuardName::QuietHours)), (None, Some(None)));
        let bench = engine.bench(&now);
        let steps = steps_of_party(&bench, engine.book().party(&party("p_1")).unwrap());
        assert_eq!(steps[0].action, Action::Decide(Decision::CommonTime), "{:?}", steps[0]);
        let held = steps.iter().flat_map(|step| StepView::of(&bench, step).held).next().unwrap();
        assert_eq!(held.text, "The plan has nothing but quiet hours and free days where they live");
        let next = nextsale::judge::day::day(&bench, now.today()).next_working_day;
        let works = plan["plan"]["holidays"] == json!([]);
        assert_eq!(next.map(|date| date.to_string()).as_deref(), works.then_some("2026-11-24"));
    }
    // One free day in four years is found: 29 February, when it is no Saturday or Sunday.
    let mut engine = engine("a1");
    let but_leap = year(1).into_iter().filter(|date| date != "--02-29").collect();
    tell(&mut engine, &now, &[met("p_1"), plan_with(but_leap, ("18:00", "08:00"))]);
    assert_eq!(call(&engine, &now).at, Some(moment("2028-02-29T08:00:00Z")));
    let told = json!({ "type": "preferencesLearned", "party": "p_1",
        "preferences": { "windows": [{ "weekdays": ["friday"], "hours": { "from": "10:00", "to": "11:00" } }] } });
    tell(&mut engine, &now, &[told]);
    assert_eq!(call(&engine, &now).at, Some(moment("2036-02-29T10:00:00Z")));
}

#[test]
fn guard_3_while_a_complaint_is_open_nothing_is_sold_to_that_customer() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let organisation = json!({ "type": "partyMet", "party": "p_org", "kind": "organisation", "name": "Org" });
    let of_it = |id: &str| {
        let mut met = met(id);
        met["affiliation"] = json!({ "organisation": "p_org" });
        met
    };
    let complaint = json!({ "type": "complaintMade", "complaint": "c_1", "party": "p_2", "severity": "serious",
        "words": "It broke after a day" });
    tell(&mut engine, &now, &[organisation, of_it("p_1"), of_it("p_2"), complaint]);
    let asks =
        |engine: &Engine, objective| verdict(engine, &now, Channel::Phone, objective, Initiative::Seller);
    // A colleague of theirs complained, and so the customer did.
    let held = asks(&engine, Objective::Propose);
    assert_eq!((held.at, until(&held, GuardName::Complaint)), (None, Some(None)));
    for objective in Objective::ALL {
        let sells =
            ![Objective::ResolveComplaint, Objective::Thank, Objective::AskForFeedback].contains(objective);
        assert_eq!(asks(&engine, *objective).at.is_none(), sells, "{objective}");
    }
    let planned = |commitment: &str, objective: &str| {
        json!({ "type": "contactPlanned", "interaction": format!("i_{commitment}{objective}"), "party": "p_1",
            "at": now.at.millis(), "minutes": 20, "channel": "phone", "objective": objective, "why": "signal",
            "benefit": "Saves an hour", "commitment": commitment })
    };
    let failure = record(&mut engine, &now, planned("intended", "propose")).unwrap_err().view(&now);
    assert_eq!((failure.path.as_str(), failure.reasons[0].code.as_str()), ("objective", "complaint"));
    record(&mut engine, &now, planned("intended", "resolveComplaint")).unwrap();
    let resolved =
        json!({ "type": "complaintResolved", "complaint": "c_1", "party": "p_2", "how": "Replaced it" });
    tell(&mut engine, &now, &[resolved]);
    assert_eq!(until(&asks(&engine, Objective::Propose), GuardName::Complaint), None);
}

#[test]
fn guard_3_a_complaint_is_put_right_as_the_plan_says_and_opens_with_their_words() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let complaint = json!({ "type": "complaintMade", "complaint": "c_1", "party": "p_1", "severity": "serious",
        "words": "It broke after a day" });
    tell(&mut engine, &now, &[met("p_1"), complaint]);
    let step = |engine: &Engine| {
        let bench = engine.bench(&now);
        let steps = steps_of_party(&bench, engine.book().party(&party("p_1")).unwrap());
        let first = StepView::of(&bench, &steps[0]);
        let ActionView::Contact { channel, benefit, desired_result, .. } = first.action else {
            panic!("{first:?}")
        };
        (channel, benefit, desired_result.unwrap(), first.words.opening.unwrap(), first.sale)
    };
    let usual = step(&engine);
    assert_eq!((usual.0, usual.1.as_str()), (Channel::Phone, "Gets what went wrong put right"));
    assert_eq!(usual.3, "Begin with what went wrong, in their words: “It broke after a day”");
    assert_eq!(usual.4, None, "it is put right for its own sake, not for a sale");
    // Plans from before there was such a field go on as they were.
    let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    plan.as_object_mut().unwrap().remove("complaints");
    tell(&mut engine, &now, &[json!({ "type": "planAdopted", "plan": plan })]);
    assert_eq!(step(&engine), usual);
    plan["complaints"] = json!({ "channels": ["email"], "benefits": ["Has it replaced tomorrow"],
        "desiredResult": "They would buy it again" });
    tell(&mut engine, &now, &[json!({ "type": "planAdopted", "plan": plan })]);
    let ours = step(&engine);
    assert_eq!((ours.0, ours.1.as_str()), (Channel::Email, "Has it replaced tomorrow"));
    assert_eq!(ours.2, "They would buy it again");
    // Once it is put right, there is something else to begin with.
    let resolved =
        json!({ "type": "complaintResolved", "complaint": "c_1", "party": "p_1", "how": "Replaced it" });
    tell(&mut engine, &now, &[resolved]);
    assert!(!step(&engine).3.contains("It broke after a day"));
    assert!(step(&engine).4.is_some());
}

#[test]
fn guard_4_each_guard_says_until_when() {
    let mut engine = engine("a1");
    let now = at("2026-11-25T20:30:20Z");
    tell(&mut engine, &now, &[met("p_1"), logged("i_1", now.at.plus(-HOUR), "phone")]);
    let held = call(&engine, &now);
    // The next whole minute after 44 hours; and the next morning.
    assert_eq!(until(&held, GuardName::Gap), Some(Some(moment("2026-11-27T15:31:00Z"))));
    assert_eq!(until(&held, GuardName::QuietHours), Some(Some(moment("2026-11-26T08:00:00Z"))));
    assert_eq!(held.at, Some(moment("2026-11-27T15:31:00Z")));
    assert_eq!(held.held.len(), 2, "nobody else objects");
}

#[test]
fn guard_4_another_time_for_a_planned_contact_says_what_stands_against_it() {
    let mut engine = engine("a");
    let now = at(MONDAY);
    let planned = json!({ "type": "contactPlanned", "interaction": "i_1", "party": "p_1", "at": moment("2026-11-24T17:30:00Z").millis(),
        "minutes": 20, "channel": "phone", "objective": "propose", "why": "pointOfContact", "benefit": "Sees the numbers",
        "commitment": "appointment" });
    tell(&mut engine, &now, &[met("p_1"), planned]);
    let ask = |engine: &Engine, text: Option<&str>| -> Value {
        let mut query = json!({ "type": "planned", "interaction": "i_1" });
        if let Some(text) = text {
            query["at"] = json!(moment(text).millis());
        }
        serde_json::to_value(engine.look(&now, &read(&query.to_string()).unwrap()).unwrap()).unwrap()
    };
    let as_it_is = ask(&engine, None);
    assert_eq!(as_it_is["contact"]["benefit"], "Sees the numbers");
    assert_eq!(as_it_is["held"], json!([]), "nothing stands against the time that it has");
    let near = ask(&engine, Some("2026-11-24T17:40:00Z"));
    assert_eq!(near["held"], json!([]), "it doesn't stand in its own way");
    let late = ask(&engine, Some("2026-11-24T21:00:00Z"));
    assert_eq!(late["held"][0]["guard"], "quietHours");
    assert!(late["held"][0]["text"].as_str().unwrap().starts_with("Quiet hours"));
    let quieter = limits(|limits| limits["quietHours"] = json!({ "from": "17:00", "to": "08:00" }));
    tell(&mut engine, &now, &[quieter]);
    assert_eq!(ask(&engine, None)["held"][0]["guard"], "quietHours", "the time that it has is asked about");
    tell(&mut engine, &now, &[json!({ "type": "contactCancelled", "interaction": "i_1" })]);
    let gone = engine.look(&now, &read(r#"{ "type": "planned", "interaction": "i_1" }"#).unwrap());
    assert!(gone.is_err(), "what is not planned can't be moved");
}
