//! The sales plan as an object that guides, measures and refuses; contacts prepared and logged; promises: each rule in
//! a test that is named after its code.
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
use nextsale::judge::step::{Action, Because};
use nextsale::plan::built_in::BuiltIn;
use nextsale::value::zone::Now;
use serde_json::{Value, json};
use support::planning::{fires, later, logged, look, met, opened, pace, stage_of, steps, with};
use support::{MONDAY, at, record, tell};

#[test]
fn plan_1_new_existing_and_won_back_business_go_through_pipelines_of_their_own() {
    let mut engine = with(&[met("p_1"), opened("d_first", 100_000)]);
    assert_eq!(stage_of(&engine, &at(MONDAY), "d_first"), "exploring");
    tell(
        &mut engine,
        &later(1),
        &[json!({ "type": "dealClosed", "deal": "d_first", "outcome": { "type": "won" } })],
    );
    tell(&mut engine, &later(30), &[opened("d_again", 100_000)]);
    assert_eq!(stage_of(&engine, &later(30), "d_again"), "repeat-need");
    tell(
        &mut engine,
        &later(31),
        &[json!({ "type": "dealClosed", "deal": "d_again", "outcome": { "type": "won" } })],
    );
    tell(&mut engine, &later(500), &[opened("d_back", 100_000)]);
    assert_eq!(stage_of(&engine, &later(500), "d_back"), "back-listening");
    // What was once decided stays, whatever the customer becomes.
    tell(
        &mut engine,
        &later(501),
        &[json!({ "type": "dealClosed", "deal": "d_back", "outcome": { "type": "won" } })],
    );
    assert_eq!(stage_of(&engine, &later(501), "d_back"), "back-listening");
    let named = json!({ "type": "dealOpened", "deal": "d_named", "party": "p_1", "name": "Named", "pipeline": "deals" });
    tell(&mut engine, &later(502), &[named]);
    assert_eq!(stage_of(&engine, &later(502), "d_named"), "exploring");
    let wrong =
        json!({ "type": "dealOpened", "deal": "d_x", "party": "p_1", "name": "X", "pipeline": "deal" });
    let failure = record(&mut engine, &later(502), wrong).unwrap_err().view(&later(502));
    assert_eq!((failure.path.as_str(), failure.reasons[0].code.as_str()), ("pipeline", "unknownPipeline"));
    assert!(failure.message.contains("did you mean “deals”"), "{}", failure.message);
}

#[test]
fn plan_2_every_built_in_plan_leads_from_a_lead_to_a_referral_and_the_next_sale() {
    for built_in in BuiltIn::ALL {
        let plan = built_in.plan().unwrap();
        let stages = || plan.pipelines.iter().flat_map(|pipeline| &pipeline.stages);
        let points = || stages().flat_map(|stage| &stage.points_of_contact);
        for objective in [
            "findOutInterest",
            "analyseNeeds",
            "propose",
            "agree",
            "thank",
            "askForFeedback",
            "askForReferral",
        ] {
            let rules = plan.rules.iter().filter_map(|rule| {
                serde_json::to_value(&rule.propose).unwrap()["objective"].as_str().map(str::to_owned)
            });
            let prescribed =
                points().map(|point| point.objective.to_string()).chain(rules).any(|each| each == objective);
            assert!(prescribed, "{built_in}: {objective}");
        }
        assert!(
            stages().all(|stage| !stage.purpose.as_str().is_empty() && !stage.actions.is_empty()),
            "{built_in}"
        );
        assert!(
            !plan.rhythm.is_empty() && !plan.worth_tiers.is_empty() && plan.hesitations.len() == 9,
            "{built_in}"
        );
    }
    let days = |built_in: BuiltIn| -> u32 {
        let plan = built_in.plan().unwrap();
        let deals = plan.pipeline(nextsale::plan::pipeline::PipelineKind::Deal).unwrap();
        deals.stages.iter().map(|stage| u32::from(stage.ideal_days)).sum()
    };
    assert!(
        days(BuiltIn::ShortCycle) < days(BuiltIn::Standard)
            && days(BuiltIn::Standard) < days(BuiltIn::LongCycle)
    );
}

#[test]
fn plan_2_a_customer_of_whom_nothing_is_heard_for_long_is_to_be_won_back() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    tell(
        &mut engine,
        &later(1),
        &[json!({ "type": "dealClosed", "deal": "d_1", "outcome": { "type": "won" } })],
    );
    assert!(fires(&steps(&engine, &later(300)), "lapsed").is_none());
    let now = later(370);
    let found = steps(&engine, &now);
    let step = fires(&found, "lapsed").expect("to be won back");
    assert!(matches!(&step.action, Action::Move { to, .. } if to.as_str() == "lapsed"));
    let moved =
        json!({ "type": "stageMoved", "subject": { "type": "party", "party": "p_1" }, "to": "lapsed" });
    tell(&mut engine, &now, &[moved]);
    assert!(fires(&steps(&engine, &now), "lapsed").is_none());
    let points = steps(&engine, &now);
    assert!(points.iter().any(|step| matches!(&step.because[0], Because::PointOfContact { point, .. } if point.as_str() == "lapsed-hear")));
}

#[test]
fn plan_3_a_deal_is_early_on_track_late_or_stale_and_a_dearer_one_has_longer() {
    let mut engine = with(&[met("p_1"), opened("d_small", 100_000), opened("d_large", 5_000_000)]);
    let heard = |days: i64| logged(&format!("i_{days}"), &later(days), json!({}));
    tell(&mut engine, &later(14), &[heard(14)]);
    assert_eq!(
        (pace(&engine, &later(14), "d_small"), pace(&engine, &later(14), "d_large")),
        ("onTrack".into(), "onTrack".into())
    );
    assert_eq!(
        (pace(&engine, &later(15), "d_small"), pace(&engine, &later(15), "d_large")),
        ("late".into(), "onTrack".into())
    );
    tell(&mut engine, &later(28), &[heard(28)]);
    assert_eq!(pace(&engine, &later(28), "d_large"), "onTrack", "twice the ideal time from 50,000 euros on");
    assert_eq!(pace(&engine, &later(29), "d_large"), "late");
    let mut quick = with(&[met("p_1"), opened("d_1", 100_000)]);
    tell(
        &mut quick,
        &later(2),
        &[
            json!({ "type": "answerLearned", "party": "p_1", "topic": "need", "answer": "yes", "certainty": "confirmed" }),
            json!({ "type": "stageMoved", "subject": { "type": "deal", "deal": "d_1" }, "to": "proposing" }),
        ],
    );
    assert_eq!(pace(&quick, &later(3), "d_1"), "early", "the timeline expects it there from day 14 on");
    assert_eq!(pace(&quick, &later(14), "d_1"), "stale", "eight working days without a word");
}

#[test]
fn plan_3_idle_time_counts_working_days_since_they_last_said_something() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    let idle = |engine: &Engine, now: &Now| {
        let view = look(engine, now, json!({ "type": "party", "party": "p_1" }));
        view["deals"][0]["stage"]["progress"]["idleDays"].as_u64().unwrap()
    };
    assert_eq!(idle(&engine, &later(7)), 5, "a week has five working days");
    // An edit and a call that nobody answered don't make it less idle.
    tell(
        &mut engine,
        &later(6),
        &[json!({ "type": "dealCorrected", "deal": "d_1", "name": "Another name" })],
    );
    tell(&mut engine, &later(7), &[logged("i_1", &later(7), json!({ "outcome": "noAnswer" }))]);
    assert_eq!(idle(&engine, &later(7)), 5);
    tell(&mut engine, &later(7), &[logged("i_2", &later(7), json!({}))]);
    assert_eq!(idle(&engine, &later(7)), 0);
    assert_eq!(idle(&engine, &later(14)), 5);
    let appointment = json!({ "type": "contactPlanned", "interaction": "i_3", "party": "p_1", "at": later(20).at.millis(),
        "minutes": 30, "channel": "phone", "objective": "demonstrate", "why": "pointOfContact",
        "benefit": "Sees their own case worked through", "commitment": "appointment" });
    tell(&mut engine, &later(14), &[appointment]);
    assert_eq!(idle(&engine, &later(15)), 0, "an appointment lies ahead");
}

#[test]
fn plan_3_a_dated_reason_excuses_what_is_late_as_long_as_it_holds() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    assert_eq!(pace(&engine, &later(20), "d_1"), "stale");
    let excused = json!({ "type": "delayExcused", "subject": { "type": "deal", "deal": "d_1" },
        "reason": "Their board meets in January", "until": "2026-12-20" });
    tell(&mut engine, &later(20), &[excused]);
    assert_eq!(pace(&engine, &later(20), "d_1"), "excused");
    assert_eq!(pace(&engine, &later(27), "d_1"), "excused");
    assert_eq!(pace(&engine, &later(28), "d_1"), "stale");
    let gone = json!({ "type": "delayExcused", "subject": { "type": "deal", "deal": "d_1" }, "reason": "Late", "until": "2026-12-01" });
    assert_eq!(record(&mut engine, &later(20), gone).unwrap_err().view(&later(20)).path, "until");
}

#[test]
fn plan_5_a_move_remembers_the_plan_under_which_it_happened() {
    let mut engine = with(&[met("p_1"), opened("d_1", 100_000)]);
    let back = json!({ "type": "stageMoved", "subject": { "type": "deal", "deal": "d_1" }, "to": "proposing",
        "overridden": { "reason": "They asked for it" } });
    tell(&mut engine, &later(1), &[back]);
    let last = engine.journal().last().unwrap().to_stored();
    let last: Value = serde_json::from_str(&last).unwrap();
    assert_eq!(last["fact"]["under"], json!({ "plan": "standard", "version": engine.plan().version }));
}
