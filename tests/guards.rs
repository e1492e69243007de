//! No proposed contact ever breaks what the guards keep (GUARD-1, GUARD-2). The oracle here is written from the
//! domain alone, with an independent library for local time; it does not ask the engine's guards.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use jiff::tz::TimeZone;
use nextsale::book::party::Party;
use nextsale::contact::interaction::{Commitment, ContactOutcome, Initiative, Objective, Why};
use nextsale::deal::signal::SignalKind;
use nextsale::engine::Engine;
use nextsale::judge::day::day;
use nextsale::judge::guard::{Idea, guard};
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::step::{Action, ContactAction, Step};
use nextsale::market::consent::{Consent, DoNotContact};
use nextsale::value::contact_point::Channel;
use nextsale::value::id::{InteractionId, PartyId};
use nextsale::value::time::{DAY, HOUR, MINUTE, Timestamp, Weekday};
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

/// A contact that is looked at.
#[derive(Clone, Copy)]
struct Thought<'a> {
    party: &'a Party,
    channel: Channel,
    objective: Objective,
    why: Why,
    minutes: u16,
    planned: Option<&'a InteractionId>,
}

impl<'a> Thought<'a> {
    fn of(party: &'a Party, contact: &'a ContactAction, minutes: u16) -> Thought<'a> {
        let planned = contact.interaction.as_ref();
        Thought {
            party,
            channel: contact.channel,
            objective: contact.objective,
            why: contact.why,
            minutes,
            planned,
        }
    }

    /// Did they ask for it? Of what nobody planned only if nobody contacted them since they asked.
    fn is_asked_for(&self) -> bool {
        let asks = [SignalKind::AskedForInformation, SignalKind::AskedForQuote, SignalKind::Replied];
        let asked = self
            .party
            .signals
            .iter()
            .filter(|signal| asks.contains(&signal.kind))
            .map(|signal| signal.at)
            .max();
        let contacted = self.party.contacts.iter().map(|contact| contact.logged.at).max();
        self.why == Why::TheyAsked && (self.planned.is_some() || asked > contacted)
    }
}

/// Everything that is wrong with contacting somebody at a moment.
fn broken(engine: &Engine, home: &str, thought: &Thought<'_>, at: Timestamp) -> Vec<String> {
    let mut broken = Vec::new();
    let party = thought.party;
    let zone = party.preferences.zone.as_ref().map_or(home, |zone| zone.as_str());
    if party.consent_for(thought.channel) == Consent::Withdrawn {
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
    broken
}

/// What is wrong with it unless they agreed on this very time.
fn broken_unless_agreed(engine: &Engine, home: &str, thought: &Thought<'_>, at: Timestamp) -> Vec<String> {
    let zone = thought.party.preferences.zone.as_ref().map_or(home, |zone| zone.as_str());
    let mut broken = broken(engine, home, thought, at);
    broken.extend(Clocks::of(engine, zone, thought, at, 1).broken(0));
    broken.extend(complaint(engine, thought));
    if !thought.is_asked_for() {
        broken.extend(rhythm(engine, thought, at));
    }
    broken
}

/// While somebody of the customer's complains, only three things may be on our mind.
fn complaint(engine: &Engine, thought: &Thought<'_>) -> Option<String> {
    let sells = ![Objective::ResolveComplaint, Objective::Thank, Objective::AskForFeedback]
        .contains(&thought.objective);
    let organisation = thought.party.affiliation.as_ref().map_or(&thought.party.id, |of| &of.organisation);
    let mut customer = engine.book().parties().filter(|party| {
        party.id == thought.party.id
            || party.id == *organisation
            || party.affiliation.as_ref().is_some_and(|of| of.organisation == *organisation)
    });
    let complains =
        customer.any(|party| party.complaints.iter().any(|complaint| complaint.resolved.is_none()));
    (sells && complains).then(|| "sold to one who complains".to_owned())
}

/// Quiet hours, free days, holidays and windows, looked at minute by minute from a moment on.
struct Clocks {
    waking: Vec<bool>,
    convenient: Vec<bool>,
    minutes: usize,
    must_wake: bool,
    must_suit: bool,
}

impl Clocks {
    fn of(engine: &Engine, zone: &str, thought: &Thought<'_>, from: Timestamp, moments: usize) -> Clocks {
        let minutes = usize::from(thought.minutes);
        let shown = (0..moments + minutes).map(|minute| wall(zone, from.plus(minute as i64 * MINUTE)));
        let (waking, convenient) = shown
            .map(|(weekday, clock, date)| {
                let is_off = is_holiday(engine, zone, &date);
                (!is_off && is_waking(engine, weekday, clock), suits(thought.party, weekday, clock))
            })
            .unzip();
        // In a week without holidays and changing clocks.
        let week = || Weekday::ALL.iter().flat_map(|day| (0..1440).map(move |clock| (*day, clock)));
        let longest = |works: &dyn Fn(Weekday, i32) -> bool| {
            let (mut run, mut longest) = (0, 0);
            for (day, clock) in week().chain(week()) {
                run = if works(day, clock) { run + 1 } else { 0 };
                longest = longest.max(run);
            }
            longest
        };
        Clocks {
            waking,
            convenient,
            minutes,
            must_wake: longest(&|day, clock| is_waking(engine, day, clock)) >= minutes,
            must_suit: longest(&|day, clock| suits(thought.party, day, clock)) >= minutes,
        }
    }

    /// What is wrong with beginning at a minute. Where no hours are ever long enough, only the beginning counts.
    fn broken(&self, minute: usize) -> Vec<String> {
        let last = |must_end: bool| if must_end { minute + self.minutes } else { minute + 1 };
        let mut broken = Vec::new();
        if !self.waking[minute..last(self.must_wake)].iter().all(|waking| *waking) {
            broken.push(format!("quiet hours or a free day {minute} minutes on"));
        }
        if !self.convenient[minute..last(self.must_suit)].iter().all(|suits| *suits) {
            broken.push(format!("outside of their windows {minute} minutes on"));
        }
        broken
    }
}

fn is_holiday(engine: &Engine, zone: &str, date: &str) -> bool {
    engine.plan().holidays.iter().any(|holiday| {
        let of_zone = holiday.zones.is_empty() || holiday.zones.iter().any(|of| of.as_str() == zone);
        let text = holiday.date.to_string();
        of_zone && (text == date || text.strip_prefix("--").is_some_and(|rest| date.ends_with(rest)))
    })
}

fn is_waking(engine: &Engine, weekday: Weekday, clock: i32) -> bool {
    let limits = &engine.plan().limits;
    let quiet = (i32::from(limits.quiet_hours.from.minutes()), i32::from(limits.quiet_hours.to.minutes()));
    assert!(quiet.0 > quiet.1, "the standard plan is quiet over midnight");
    limits.contact_days.contains(&weekday) && clock < quiet.0 && clock >= quiet.1
}

fn suits(party: &Party, weekday: Weekday, clock: i32) -> bool {
    let windows = &party.preferences.windows;
    windows.is_empty()
        || windows.iter().any(|window| {
            let (from, to) = (i32::from(window.hours.from.minutes()), i32::from(window.hours.to.minutes()));
            let day = window.weekdays.is_empty() || window.weekdays.contains(&weekday);
            day && from <= clock && clock < to
        })
}

/// Our contacts that they neither asked for nor agreed on.
fn touches(thought: &Thought<'_>) -> Vec<(Timestamp, Channel)> {
    let counts = |why: Option<Why>, commitment: Option<Commitment>| {
        why != Some(Why::TheyAsked) && commitment != Some(Commitment::Appointment)
    };
    let logged = thought.party.contacts.iter().filter(|contact| {
        let planned = contact.planned.as_ref();
        let why = contact.logged.why.or(planned.map(|planned| planned.why));
        contact.logged.initiative == Initiative::Seller
            && counts(why, planned.map(|planned| planned.commitment))
    });
    let logged = logged.map(|contact| (contact.logged.at, contact.logged.channel));
    let planned = thought.party.planned.values().filter(|planned| {
        thought.planned != Some(&planned.interaction) && counts(Some(planned.why), Some(planned.commitment))
    });
    logged.chain(planned.map(|planned| (planned.at, planned.channel))).collect()
}

type Weight = Box<dyn Fn(Channel) -> u32>;

/// Caps, the budget, the gap, and the gap that grows while nobody answers.
fn rhythm(engine: &Engine, thought: &Thought<'_>, at: Timestamp) -> Vec<String> {
    let limits = &engine.plan().limits;
    let mut broken = Vec::new();
    let touches = touches(thought);
    let mut budgets: Vec<(u32, u16, Weight)> = Vec::new();
    for cap in limits.caps.clone() {
        let weight = move |channel| u32::from(cap.channel.is_none_or(|capped| capped == channel));
        budgets.push((cap.most.into(), cap.days, Box::new(weight)));
    }
    if let Some(fatigue) = limits.fatigue.clone() {
        let weight = move |channel| fatigue.weights.get(&channel).copied().unwrap_or(1).into();
        budgets.push((
            limits.fatigue.as_ref().unwrap().budget.into(),
            limits.fatigue.as_ref().unwrap().days,
            Box::new(weight),
        ));
    }
    for (most, days, weight) in budgets {
        let length = i64::from(days) * DAY;
        let new = weight(thought.channel);
        // No period of that length that has the new contact in it may hold more.
        for end in
            touches.iter().map(|(at, _)| *at).chain([at]).filter(|end| *end >= at && end.since(at) < length)
        {
            let within = touches.iter().filter(|(touch, _)| *touch <= end && end.since(*touch) < length);
            let sum = within.map(|(_, channel)| weight(*channel)).sum::<u32>() + new;
            if new > 0 && sum > most {
                broken.push(format!("{sum} of {most} in {days} days"));
            }
        }
    }
    let gap = i64::from(limits.gap_hours) * HOUR;
    if touches.iter().any(|(touch, _)| at.since(*touch).abs() < gap) {
        broken.push("gap".to_owned());
    }
    broken.extend(silence(engine, thought.party, at));
    broken
}

fn silence(engine: &Engine, party: &Party, at: Timestamp) -> Option<String> {
    let growing = &engine.plan().limits.after_no_answer;
    let silent = party.contacts.iter().rev();
    let silent = silent.take_while(|contact| contact.logged.outcome == ContactOutcome::NoAnswer).count();
    let last = party.contacts.last().filter(|_| silent > 0)?;
    let mut hours = f64::from(growing.first_hours);
    for _ in 1..silent {
        hours *= f64::from(growing.growth_percent) / 100.0;
    }
    let hours = hours.min(f64::from(growing.most_hours));
    ((at.since(last.logged.at) as f64) < hours * HOUR as f64 - 1.0)
        .then(|| format!("{silent} without an answer"))
}

fn check(engine: &Engine, home: &str, now: &Now, step: &Step) -> Result<(), TestCaseError> {
    let (Action::Contact(contact), Some(at)) = (&step.action, step.at) else { return Ok(()) };
    let party = engine.book().party(step.party.as_ref().unwrap()).unwrap();
    prop_assert!(at >= now.at, "proposed for the past");
    let thought = Thought::of(party, contact, step.minutes);
    let broken = match contact.commitment {
        Commitment::Intended => broken_unless_agreed(engine, home, &thought, at),
        Commitment::Appointment => broken(engine, home, &thought, at),
    };
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
    plan["holidays"] = serde_json::json!([
        { "name": "Everywhere", "date": "2026-10-28" }, { "name": "Here", "date": "--11-03", "zones": ["Europe/Berlin"] },
        { "name": "There", "date": "--10-27", "zones": ["America/New_York", "Pacific/Apia"] }]);
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

    /// Every minute before the one that is named is one that some guard objects to.
    #[test]
    fn the_next_allowed_moment_is_exact(
        story in happenings(40), home in home(), later in 0i64..40, party in 0..5, minutes in 1u16..200,
        channel in proptest::sample::select(Channel::ALL), objective in proptest::sample::select(Objective::ALL),
        within in 0i64..1440,
    ) {
        let (mut engine, mut now) = after(&story, home);
        eager(&mut engine, &now);
        now.at = now.at.plus(later * 7 * HOUR + within * MINUTE);
        let Some(party) = engine.book().party(&PartyId::parse(&format!("p_{party}")).unwrap()) else { return Ok(()) };
        let idea = Idea { party, channel, minutes, objective, initiative: Initiative::Seller, planned: None };
        let thought = Thought { party, channel, objective, why: Why::Signal, minutes, planned: None };
        let verdict = guard(&engine.bench(&now), &idea, now.at);
        let zone = party.preferences.zone.as_ref().map_or(home, |zone| zone.as_str());
        let first = now.at.plus((MINUTE - now.at.millis().rem_euclid(MINUTE)).rem_euclid(MINUTE));
        let ahead = verdict.at.map_or(12 * DAY, |at| at.since(first)).min(12 * DAY) / MINUTE;
        let moments = usize::try_from(ahead.max(0)).unwrap();
        let clocks = Clocks::of(&engine, zone, &thought, first, moments + 1);
        for minute in 0..moments {
            let at = first.plus(minute as i64 * MINUTE);
            let objects = !clocks.broken(minute).is_empty()
                || complaint(&engine, &thought).is_some()
                || !rhythm(&engine, &thought, at).is_empty()
                || !broken(&engine, home, &thought, at).is_empty();
            prop_assert!(objects, "{at} would do before {:?}, which {:?} name", verdict.at, verdict.held);
        }
        if let Some(at) = verdict.at {
            let broken = broken_unless_agreed(&engine, home, &thought, at);
            prop_assert!(broken.is_empty(), "{at}: {broken:?}");
            prop_assert!(at == now.at || at.millis() % MINUTE == 0);
        }
        for held in &verdict.held {
            prop_assert!(held.until.is_none_or(|until| until > now.at && verdict.at.is_none_or(|at| until <= at)));
        }
    }
}
