//! No proposed contact ever breaks what the guards keep (GUARD-1, GUARD-2). The oracle here is written from the
//! domain alone, with an independent library for local time; it does not ask the engine's guards.
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

use jiff::tz::TimeZone;
use nextsale::book::party::Party;
use nextsale::contact::interaction::{Commitment, ContactOutcome, Initiative};
use nextsale::engine::Engine;
use nextsale::judge::day::day;
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::step::{Action, ContactAction, Step};
use nextsale::market::consent::{Consent, DoNotContact};
use nextsale::value::contact_point::Channel;
use nextsale::value::time::{DAY, HOUR, Timestamp, Weekday};
use nextsale::value::zone::Now;
use proptest::prelude::*;
use support::generate::{after, happenings, home};

/// What a clock on the wall shows: weekday, minute of the day, date.
fn wall(zone: &str, at: Timestamp) -> (Weekday, i32, String) {
    let moment = jiff::Timestamp::from_millisecond(at.millis()).unwrap();
    let local = moment.to_zoned(TimeZone::get(zone).unwrap());
    let weekday = Weekday::ALL[local.weekday().to_monday_zero_offset() as usize];
    (weekday, i32::from(local.hour()) * 60 + i32::from(local.minute()), local.date().to_string())
}

/// Everything that is wrong with contacting somebody at a moment.
fn broken(
    engine: &Engine,
    home: &str,
    party: &Party,
    contact: &ContactAction,
    minutes: u16,
    at: Timestamp,
) -> Vec<String> {
    let mut broken = Vec::new();
    let zone = party.preferences.zone.as_ref().map_or(home, |zone| zone.as_str());
    if party.consent_for(contact.channel) == Consent::Withdrawn {
        broken.push("consent".to_owned());
    }
    let organisation = party.affiliation.as_ref().and_then(|of| engine.book().party(&of.organisation));
    let wishes = [Some(party), organisation].into_iter().flatten().map(|party| &party.do_not_contact);
    wishes.for_each(|wish| match wish {
        DoNotContact::Contactable(_) => {}
        DoNotContact::Never(_) => broken.push("do not contact".to_owned()),
        DoNotContact::NotBefore(until) if wall(zone, at).2 < until.date.to_string() => {
            broken.push(format!("do not contact before {}", until.date));
        }
        DoNotContact::NotBefore(_) => {}
    });
    if contact.commitment == Commitment::Appointment {
        return broken;
    }
    broken.extend(hours(engine, zone, party, minutes, at));
    broken.extend(rhythm(engine, party, contact, at));
    broken
}

/// Quiet hours, free days and windows, looked at minute by minute.
fn hours(engine: &Engine, zone: &str, party: &Party, minutes: u16, at: Timestamp) -> Vec<String> {
    let limits = &engine.plan().limits;
    let mut broken = Vec::new();
    let quiet = (i32::from(limits.quiet_hours.from.minutes()), i32::from(limits.quiet_hours.to.minutes()));
    assert!(quiet.0 > quiet.1, "the standard plan is quiet over midnight");
    let windows = &party.preferences.windows;
    let usable = |from: i32, to: i32| from < to;
    // A window that is shorter than the contact can only be begun in.
    let longest = windows
        .iter()
        .map(|window| window.hours.to.minutes().saturating_sub(window.hours.from.minutes()))
        .max();
    let must_end_within = longest.is_none_or(|longest| longest >= minutes);
    for minute in 0..i64::from(minutes) {
        let (weekday, clock, _) = wall(zone, at.plus(minute * 60_000));
        if !limits.contact_days.contains(&weekday) {
            broken.push(format!("contacted on a {weekday}"));
        }
        if clock >= quiet.0 || clock < quiet.1 {
            broken.push(format!("quiet hours at {clock}"));
        }
        let fits = windows.is_empty()
            || windows.iter().any(|window| {
                let (from, to) =
                    (i32::from(window.hours.from.minutes()), i32::from(window.hours.to.minutes()));
                let day = window.weekdays.is_empty() || window.weekdays.contains(&weekday);
                day && usable(from, to) && from <= clock && clock < to
            });
        if !fits && (minute == 0 || must_end_within) {
            broken.push(format!("outside of their windows at {weekday} {clock}"));
        }
    }
    broken
}

/// Caps, the gap, and the gap that grows while nobody answers.
fn rhythm(engine: &Engine, party: &Party, contact: &ContactAction, at: Timestamp) -> Vec<String> {
    let limits = &engine.plan().limits;
    let mut broken = Vec::new();
    let logged = party.contacts.iter().map(|contact| &contact.logged);
    let ours = logged
        .filter(|logged| logged.initiative == Initiative::Seller)
        .map(|logged| (logged.at, logged.channel));
    let planned =
        party.planned.values().filter(|planned| contact.interaction.as_ref() != Some(&planned.interaction));
    let touches: Vec<(Timestamp, Channel)> =
        ours.chain(planned.map(|planned| (planned.at, planned.channel))).collect();
    for cap in &limits.caps {
        if cap.channel.is_some_and(|channel| channel != contact.channel) {
            continue;
        }
        let counted: Vec<Timestamp> = touches
            .iter()
            .filter(|(_, channel)| cap.channel.is_none_or(|capped| capped == *channel))
            .map(|(at, _)| *at)
            .collect();
        let length = i64::from(cap.days) * DAY;
        // No period of that length that has the new contact in it may hold more than the cap.
        for end in counted.iter().copied().chain([at]).filter(|end| *end >= at && end.since(at) < length) {
            let within = counted.iter().filter(|touch| **touch <= end && end.since(**touch) < length).count();
            if within + 1 > usize::from(cap.most) {
                broken.push(format!("{} contacts in {} days", within + 1, cap.days));
            }
        }
    }
    let gap = i64::from(limits.gap_hours) * HOUR;
    if touches.iter().any(|(touch, _)| at.since(*touch).abs() < gap) {
        broken.push("gap".to_owned());
    }
    let silent = party
        .contacts
        .iter()
        .rev()
        .take_while(|contact| contact.logged.outcome == ContactOutcome::NoAnswer)
        .count();
    if let (Some(last), true) = (party.contacts.last(), silent > 0) {
        let growing = &limits.after_no_answer;
        let mut hours = f64::from(growing.first_hours);
        for _ in 1..silent {
            hours *= f64::from(growing.growth_percent) / 100.0;
        }
        let hours = hours.min(f64::from(growing.most_hours));
        if (at.since(last.logged.at) as f64) < hours * HOUR as f64 - 1.0 {
            broken.push(format!("{silent} without an answer"));
        }
    }
    broken
}

fn check(engine: &Engine, home: &str, now: &Now, step: &Step) -> Result<(), TestCaseError> {
    let (Action::Contact(contact), Some(at)) = (&step.action, step.at) else { return Ok(()) };
    let party = engine.book().party(step.party.as_ref().unwrap()).unwrap();
    prop_assert!(at >= now.at, "proposed for the past");
    let broken = broken(engine, home, party, contact, step.minutes, at);
    prop_assert!(broken.is_empty(), "{} {} at {at}: {broken:?}", party.id, contact.channel);
    Ok(())
}

/// A plan that would like to contact everybody at once, always, so that nothing but guards can hold it back.
fn eager(engine: &mut Engine, now: &Now) {
    let mut plan: serde_json::Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
    let propose = serde_json::json!({ "type": "contact", "channels": ["phone", "email", "postal", "social", "inPerson"],
        "objective": "agree", "why": "signal", "benefits": ["Saves an hour a day"], "desiredResult": "They agree",
        "afterDays": 0, "anchor": "now" });
    plan["rules"] = serde_json::json!([{ "id": "eager", "name": "Now!", "covers": ["lead", "deal", "customer"],
        "when": { "always": true }, "liftPercent": 1000, "propose": propose }]);
    // Where the gap that grows is as long as the other, neither would be missed.
    plan["limits"]["gapHours"] = serde_json::json!(20);
    plan["limits"]["afterNoAnswer"]["firstHours"] = serde_json::json!(30);
    let adopted = serde_json::json!({ "type": "planAdopted", "plan": plan });
    support::tell(engine, now, &[adopted]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_step_breaks_a_guard(story in happenings(60), home in home(), later in 0i64..40, is_eager: bool) {
        let (mut engine, mut now) = after(&story, home);
        if is_eager {
            eager(&mut engine, &now);
        }
        now.at = now.at.plus(later * 7 * HOUR);
        let bench = engine.bench(&now);
        for party in engine.book().parties() {
            for step in steps_of_party(&bench, party) {
                check(&engine, home, &now, &step)?;
                // What is held back says by whom, and until when if the moment is known.
                let waits = step.at != Some(step.due);
                let is_contact = matches!(step.action, Action::Contact(_));
                prop_assert!(!waits || !is_contact || !step.held.is_empty());
            }
        }
    }

    #[test]
    fn no_day_breaks_a_guard_or_overlaps(story in happenings(60), home in home(), later in 0i64..40, ahead in 0u32..4, is_eager: bool) {
        let (mut engine, mut now) = after(&story, home);
        if is_eager {
            eager(&mut engine, &now);
        }
        now.at = now.at.plus(later * 7 * HOUR);
        let bench = engine.bench(&now);
        let plan = day(&bench, now.today().plus_days(ahead));
        for placed in &plan.placed {
            check(&engine, home, &now, &placed.step)?;
            prop_assert_eq!(placed.step.at, Some(placed.span.from));
            let appointment = matches!(&placed.step.action, Action::Contact(contact) if contact.commitment == Commitment::Appointment);
            let works = plan.working.iter().any(|hours| hours.from <= placed.span.from && placed.span.to <= hours.to);
            prop_assert!(works || appointment, "outside of working hours");
        }
        for (first, second) in plan.placed.iter().zip(plan.placed.iter().skip(1)) {
            prop_assert!(first.span.to <= second.span.from, "two things at once");
        }
        let mut flexible: Vec<_> = plan.placed.iter().filter(|placed| {
            !matches!(&placed.step.action, Action::Contact(contact) if contact.commitment == Commitment::Appointment)
        }).filter_map(|placed| placed.step.party.clone()).collect();
        let all = flexible.len();
        flexible.sort();
        flexible.dedup();
        prop_assert_eq!(flexible.len(), all, "nobody is contacted twice on a day");
    }
}
