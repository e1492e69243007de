//! The plan for a day is worth what the best one is that could be, and never one that could not be (DAY-1). The best
//! one is found here by trying every order of every set, minute by minute.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use jiff::civil;
use jiff::tz::TimeZone;
use nextsale::contact::interaction::{Commitment, Initiative};
use nextsale::engine::Engine;
use nextsale::judge::day::{DayPlan, Placed, day};
use nextsale::judge::guard::{Idea, guard};
use nextsale::judge::next_step::steps_of_party;
use nextsale::judge::step::{Action, ContactAction, Step};
use nextsale::value::contact_point::Channel;
use nextsale::value::time::{Date, MINUTE, Timestamp};
use nextsale::value::zone::Now;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::cell::RefCell;
use support::{ZONES, engine, now_in, tell};

/// A day as it was drawn.
#[derive(Debug, Clone)]
struct Drawn {
    home: &'static str,
    date: civil::Date,
    /// When the day is looked at, in minutes after its midnight.
    looked_at: i64,
    hours: Vec<(u16, u16)>,
    breaks: Vec<(u16, u16)>,
    busy: Vec<(u16, u16)>,
    /// When, how long, on which channel.
    appointments: Vec<(u16, u16, &'static str)>,
    parties: Vec<Person>,
    minutes: Vec<u16>,
    travel: Vec<u16>,
    switch: u16,
}

#[derive(Debug, Clone)]
struct Person {
    channel: &'static str,
    budget: i64,
    zone: Option<&'static str>,
    windows: Vec<(u16, u16)>,
}

const CHANNELS: [&str; 5] = ["email", "phone", "postal", "social", "inPerson"];

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn span(earliest: u16, latest: u16, longest: u16) -> impl Strategy<Value = (u16, u16)> {
    (earliest..latest, 5..longest).prop_map(move |(from, length)| (from, (from + length).min(1440)))
}

fn person() -> impl Strategy<Value = Person> {
    let windows = prop_oneof![2 => Just(vec![]), 3 => vec(span(360, 1200, 240), 1..3)];
    (select(&CHANNELS[..]), 10_000i64..1_000_000, option::weighted(0.3, select(&ZONES[..])), windows)
        .prop_map(|(channel, budget, zone, windows)| Person { channel, budget, zone, windows })
}

fn drawn(most: usize) -> impl Strategy<Value = Drawn> {
    // Mondays beside days on which clocks change, and a few of those days themselves.
    let dates =
        ["2026-10-25", "2026-10-26", "2026-11-01", "2026-11-02", "2026-03-29", "2026-10-04", "2026-11-24"];
    let date = select(dates.map(|date| date.parse::<civil::Date>().unwrap()).to_vec());
    let looked_at = prop_oneof![Just(-600i64), 400i64..1000];
    let appointments = vec((480u16..1020, 10u16..90, select(&CHANNELS[..])), 0..3);
    (
        (select(&ZONES[..]), date, looked_at),
        (
            vec(span(420, 900, 300), 1..3),
            vec(span(660, 840, 40), 0..2),
            vec(span(420, 1000, 90), 0..3),
            appointments,
        ),
        (vec(person(), 1..=most), vec(8u16..75, 5), vec(prop_oneof![Just(0u16), 5u16..30], 5), 0u16..20),
    )
        .prop_map(|(when, day, work)| Drawn {
            home: when.0,
            date: when.1,
            looked_at: when.2,
            hours: day.0,
            breaks: day.1,
            busy: day.2,
            appointments: day.3,
            parties: work.0,
            minutes: work.1,
            travel: work.2,
            switch: work.3,
        })
}

impl Drawn {
    fn moment(&self, minutes: i64) -> Timestamp {
        let zone = TimeZone::get(self.home).unwrap();
        let midnight = self.date.to_zoned(zone).unwrap().timestamp().as_millisecond();
        Timestamp::from_millis(midnight + minutes * MINUTE).unwrap()
    }

    fn at_clock(&self, minutes: u16) -> Timestamp {
        let time = civil::time((minutes / 60 % 24) as i8, (minutes % 60) as i8, 0, 0);
        let local = self.date.to_datetime(time).to_zoned(TimeZone::get(self.home).unwrap()).unwrap();
        Timestamp::from_millis(local.timestamp().as_millisecond()).unwrap()
    }

    fn plan(&self) -> Value {
        let mut plan: Value = serde_json::from_str(nextsale::plan::built_in::STANDARD).unwrap();
        let propose = json!({ "type": "contact", "channels": CHANNELS, "objective": "findOutInterest", "why": "signal",
            "benefits": ["Saves an hour a day"], "desiredResult": "They say yes", "afterDays": 0, "anchor": "now" });
        plan["rules"] = json!([{ "id": "eager", "name": "Now!", "covers": ["lead"], "when": { "always": true },
            "liftPercent": 100, "propose": propose }]);
        plan["limits"]["contactDays"] =
            json!(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);
        let hours = |spans: &[(u16, u16)]| -> Vec<Value> {
            spans.iter().map(|(from, to)| json!({ "from": clock(*from), "to": clock(*to) })).collect()
        };
        let week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let breaks: Vec<Value> =
            hours(&self.breaks).into_iter().map(|hours| json!({ "name": "Break", "hours": hours })).collect();
        let by_channel = |of: &[u16]| -> serde_json::Map<String, Value> {
            CHANNELS
                .iter()
                .zip(of)
                .map(|(channel, minutes)| ((*channel).to_owned(), json!(minutes)))
                .collect()
        };
        let hours: serde_json::Map<String, Value> =
            week.iter().map(|day| ((*day).to_owned(), json!(hours(&self.hours)))).collect();
        plan["day"] = json!({ "hours": hours, "minutes": by_channel(&self.minutes), "otherMinutes": 10,
            "otherPercent": 25, "switchMinutes": self.switch, "breaks": breaks,
            "travelMinutes": by_channel(&self.travel) });
        plan
    }

    /// The book of the day.
    fn engine(&self) -> (Engine, Now) {
        let mut engine = engine("a1");
        let now = now_in(self.home, self.moment(self.looked_at));
        let mut facts = vec![json!({ "type": "planAdopted", "plan": self.plan() })];
        let windows = |person: &Person| -> Vec<Value> {
            let hours =
                person.windows.iter().map(|(from, to)| json!({ "from": clock(*from), "to": clock(*to) }));
            hours.map(|hours| json!({ "hours": hours })).collect()
        };
        let point = |channel: &str, number: usize| {
            let value = match channel {
                "email" => format!("p{number}@example.org"),
                "phone" => format!("+49 30 12345{number}"),
                _ => format!("place {number}"),
            };
            json!([{ "channel": channel, "value": value }])
        };
        for (number, person) in self.parties.iter().enumerate() {
            facts.push(json!({ "type": "partyMet", "party": format!("p_{number}"), "kind": "person",
                "name": format!("P{number}"), "contactPoints": point(person.channel, number),
                "preferences": { "zone": person.zone, "windows": windows(person) } }));
            facts.push(json!({ "type": "answerLearned", "party": format!("p_{number}"), "topic": "budget",
                "answer": "yes", "certainty": "confirmed",
                "amount": { "minor": person.budget, "currency": "EUR" } }));
        }
        let busy: Vec<Value> = self.busy.iter().map(|(from, to)| {
            json!({ "from": self.at_clock(*from).millis(), "to": self.at_clock(*from).millis() + i64::from(to - from) * MINUTE })
        }).collect();
        facts.push(json!({ "type": "calendarImported", "calendar": "Private", "busy": busy }));
        tell(&mut engine, &now, &facts);
        for (number, (at, minutes, channel)) in self.appointments.iter().enumerate() {
            let met = json!({ "type": "partyMet", "party": format!("p_a{number}"), "kind": "person",
                "name": format!("A{number}"), "contactPoints": point(channel, number) });
            tell(&mut engine, &now, &[met]);
            // One that clashes, or is over, is refused.
            let _ = support::record(
                &mut engine,
                &now,
                json!({ "type": "contactPlanned",
                "interaction": format!("i_{number}"), "party": format!("p_a{number}"),
                "at": self.at_clock(*at).millis(), "minutes": minutes, "channel": channel, "objective": "demonstrate",
                "why": "signal", "benefit": "Sees it at work", "commitment": "appointment" }),
            );
        }
        (engine, now)
    }
}

/// A step that could be done on the day, and whether it could begin in each minute from the day's beginning.
struct Candidate {
    step: Step,
    channel: Option<Channel>,
    length: i64,
    worth: i64,
    begins: Vec<bool>,
    /// The first minute from each on in which it could begin.
    next: Vec<i64>,
}

const NEVER: i64 = i64::MAX;
/// Days have up to so many minutes.
const MINUTES: i64 = 26 * 60;

struct Checked<'a> {
    drawn: &'a Drawn,
    engine: &'a Engine,
    now: &'a Now,
    first: Timestamp,
    /// Working minutes that are free, from the day's beginning.
    free: Vec<bool>,
    /// Beginning, end, channel.
    appointments: Vec<(i64, i64, Channel)>,
}

fn contact(step: &Step) -> Option<&ContactAction> {
    match &step.action {
        Action::Contact(contact) => Some(contact),
        _ => None,
    }
}

impl<'a> Checked<'a> {
    fn of(drawn: &'a Drawn, engine: &'a Engine, now: &'a Now) -> Checked<'a> {
        let first = drawn.moment(0);
        let zone = TimeZone::get(drawn.home).unwrap();
        let minute = |at: Timestamp| at.since(first).div_euclid(MINUTE);
        let within = |spans: &[(u16, u16)], at: u16| spans.iter().any(|(from, to)| *from <= at && at < *to);
        let free = (0..MINUTES).map(|minute| {
            let at = first.plus(minute * MINUTE);
            let local = jiff::Timestamp::from_millisecond(at.millis()).unwrap().to_zoned(zone.clone());
            let shown = local.hour() as u16 * 60 + local.minute() as u16;
            let busy = drawn.busy.iter().any(|(from, to)| {
                let begins = drawn.at_clock(*from);
                begins <= at && at < begins.plus(i64::from(to - from) * MINUTE)
            });
            local.date() == drawn.date
                && at >= now.at
                && within(&drawn.hours, shown)
                && !within(&drawn.breaks, shown)
                && !busy
        });
        let planned = engine.book().parties().flat_map(|party| party.planned.values());
        let appointments = planned
            .filter(|planned| planned.at.plus(i64::from(planned.minutes) * MINUTE) > now.at)
            .map(|planned| {
                (minute(planned.at), minute(planned.at) + i64::from(planned.minutes), planned.channel)
            });
        Checked { drawn, engine, now, first, free: free.collect(), appointments: appointments.collect() }
    }

    fn of_channel(&self, of: &[u16], channel: Option<Channel>) -> i64 {
        let Some(channel) = channel else { return 0 };
        i64::from(of[CHANNELS.iter().position(|name| *name == channel.as_str()).unwrap()])
    }

    /// Minutes between the end of one and the beginning of another.
    fn between(&self, one: Option<Channel>, other: Option<Channel>) -> i64 {
        let ways = self.of_channel(&self.drawn.travel, one) + self.of_channel(&self.drawn.travel, other);
        if one == other { ways } else { ways.max(self.drawn.switch.into()) }
    }

    /// Can a step begin in a minute, whatever else is flexible?
    fn begins(&self, step: &Step, minute: i64) -> bool {
        let length = i64::from(step.minutes);
        let channel = contact(step).map(|contact| contact.channel);
        let way = self.of_channel(&self.drawn.travel, channel);
        let is_free =
            |minute: i64| usize::try_from(minute).ok().and_then(|at| self.free.get(at)) == Some(&true);
        let apart = |(from, to, other): &(i64, i64, Channel)| {
            let between = self.between(channel, Some(*other));
            minute + length + between <= *from || *to + between <= minute
        };
        (minute - way..minute + length + way).all(is_free)
            && self.appointments.iter().all(apart)
            && self.is_allowed(step, self.first.plus(minute * MINUTE))
    }

    fn is_allowed(&self, step: &Step, at: Timestamp) -> bool {
        let Some(contact) = contact(step) else { return step.at.unwrap() <= at };
        let idea = Idea {
            party: self.engine.book().party(step.party.as_ref().unwrap()).unwrap(),
            channel: contact.channel,
            minutes: step.minutes,
            objective: contact.objective,
            initiative: Initiative::Seller,
            planned: None,
        };
        guard(&self.engine.bench(self.now), &idea, at).at == Some(at)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let bench = self.engine.bench(self.now);
        let ends = self.drawn.moment(26 * 60);
        let proposed = self.engine.book().parties().filter(|party| party.planned.is_empty());
        let steps = proposed.filter_map(|party| {
            steps_of_party(&bench, party).into_iter().find(|step| step.at.is_some_and(|at| at < ends))
        });
        let candidate = |step: Step| {
            let begins: Vec<bool> = (0..MINUTES).map(|minute| self.begins(&step, minute)).collect();
            let mut next = vec![NEVER; begins.len() + 1];
            for at in (0..begins.len()).rev() {
                next[at] = if begins[at] { at as i64 } else { next[at + 1] };
            }
            let length = i64::from(step.minutes);
            let channel = contact(&step).map(|contact| contact.channel);
            Candidate { channel, length, worth: step.per_hour.minor * length, begins, next, step }
        };
        steps.map(candidate).collect()
    }

    /// The most that any order of any of the candidates is worth.
    fn best(&self, left: &mut Vec<&Candidate>, end: i64, last: Option<Option<Channel>>) -> i64 {
        let mut best = 0;
        for at in 0..left.len() {
            let candidate = left.remove(at);
            let from = last.map_or(0, |last| end + self.between(last, candidate.channel));
            let begins = candidate.next.get(usize::try_from(from).unwrap()).copied().unwrap_or(NEVER);
            if begins != NEVER {
                let rest = self.best(left, begins + candidate.length, Some(candidate.channel));
                best = best.max(candidate.worth + rest);
            }
            left.insert(at, candidate);
        }
        best
    }

    /// What a plan is worth, if it can be.
    fn worth(&self, plan: &DayPlan, candidates: &[Candidate]) -> Result<i64, TestCaseError> {
        let mut worth = 0;
        for placed in &plan.placed {
            if is_appointment(placed) {
                continue;
            }
            let candidate =
                candidates.iter().find(|candidate| candidate.step.party == placed.step.party).unwrap();
            let minute = placed.span.from.since(self.first) / MINUTE;
            prop_assert_eq!(placed.span.from.since(self.first) % MINUTE, 0);
            prop_assert!(candidate.begins[usize::try_from(minute).unwrap()], "{:?} can't be then", placed);
            prop_assert_eq!(placed.span.minutes(), candidate.length);
            worth += candidate.worth;
        }
        let channel = |placed: &Placed| contact(&placed.step).map(|contact| contact.channel);
        for pair in plan.placed.windows(2) {
            let apart = pair[1].span.from.since(pair[0].span.to) / MINUTE;
            let agreed = pair.iter().all(is_appointment);
            let between = if agreed { 0 } else { self.between(channel(&pair[0]), channel(&pair[1])) };
            prop_assert!(apart >= between, "{apart} of {between} minutes between {:?}", pair);
        }
        let mut parties: Vec<_> = plan.placed.iter().map(|placed| &placed.step.party).collect();
        parties.sort();
        parties.dedup();
        prop_assert_eq!(parties.len(), plan.placed.len());
        Ok(worth)
    }
}

fn is_appointment(placed: &Placed) -> bool {
    contact(&placed.step).is_some_and(|contact| contact.commitment == Commitment::Appointment)
}

fn date(drawn: &Drawn) -> Date {
    Date::parse(&drawn.date.to_string()).unwrap()
}

#[test]
fn day_1_a_plan_is_worth_what_the_best_one_is() {
    let ratios = RefCell::new(Vec::new());
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(config).run(&drawn(9), |drawn| {
        let (engine, now) = drawn.engine();
        let checked = Checked::of(&drawn, &engine, &now);
        let candidates = checked.candidates();
        let plan = day(&engine.bench(&now), date(&drawn));
        let worth = checked.worth(&plan, &candidates)?;
        let mut left: Vec<&Candidate> =
            candidates.iter().filter(|candidate| candidate.begins.contains(&true)).collect();
        let best = checked.best(&mut left, 0, None);
        prop_assert!(worth <= best, "{worth} is more than can be, {best}");
        prop_assert!(worth * 10 >= best * 9, "{worth} of {best}");
        if best > 0 {
            ratios.borrow_mut().push(worth as f64 / best as f64);
        }
        Ok(())
    });
    outcome.unwrap();
    let ratios = ratios.into_inner();
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    assert!(ratios.len() > 100 && mean >= 0.97, "on {} days {mean:.4} of the best", ratios.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Days with more candidates than every order of them can be tried of.
    #[test]
    fn day_1_no_plan_is_one_that_can_not_be(drawn in drawn(30)) {
        let (engine, now) = drawn.engine();
        let checked = Checked::of(&drawn, &engine, &now);
        let candidates = checked.candidates();
        let plan = day(&engine.bench(&now), date(&drawn));
        checked.worth(&plan, &candidates)?;
    }

    /// What did not fit would at the moment that is named, and at no working moment before it.
    #[test]
    fn day_2_it_would_fit_just_when_it_says(drawn in drawn(9)) {
        let (engine, now) = drawn.engine();
        let bench = engine.bench(&now);
        // From the day before, the day is the first on which it could be.
        let before = Date::parse(&drawn.date.yesterday().unwrap().to_string()).unwrap();
        let checked = Checked::of(&drawn, &engine, &now);
        for candidate in checked.candidates() {
            let would = nextsale::judge::day::would_fit(&bench, &candidate.step, before);
            let first = candidate.begins.iter().position(|begins| *begins);
            let first = first.map(|minute| checked.first.plus(minute as i64 * MINUTE));
            match first {
                Some(first) => prop_assert_eq!(would, Some(first)),
                None => prop_assert!(would.is_none_or(|would| would >= drawn.moment(23 * 60))),
            }
        }
    }
}
