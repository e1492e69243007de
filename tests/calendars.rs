//! Planned contacts go out as an iCalendar that others read, and busy times come in from theirs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::let_underscore_must_use,
    reason = "a test may fail loudly"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use nextsale::engine::Engine;
use nextsale::exchange::preview::FilePreview;
use nextsale::exchange::request::TableKind;
use nextsale::value::document::read;
use nextsale::value::time::Timestamp;
use nextsale::value::zone::Now;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use support::{MONDAY, engine, import, moment, now_in, tell};

fn in_berlin() -> Now {
    now_in("Europe/Berlin", moment(MONDAY))
}

fn busy(engine: &Engine) -> Vec<String> {
    let mut all = Vec::new();
    for (_, times) in engine.book().busy() {
        for time in times {
            let summary = time.summary.as_ref().map(|summary| format!(" {summary}")).unwrap_or_default();
            all.push(format!("{}/{}{summary}", time.from, time.to));
        }
    }
    all
}

#[test]
fn busy_times_come_in_on_the_clock_that_they_are_told_on() {
    let mut engine = engine("a");
    let bytes =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ical/office.ics")).unwrap();
    let imported = import(&mut engine, &in_berlin(), "office.ics", &bytes);
    let expected = [
        // Clocks go back between the first and the second; the third is left out, the second was moved.
        "2026-10-19T07:00:00Z/2026-10-19T08:00:00Z Team, weekly",
        "2026-10-26T14:00:00Z/2026-10-26T14:30:00Z Team moved",
        "2026-11-09T08:00:00Z/2026-11-09T09:00:00Z Team, weekly",
        "2026-11-24T14:00:00Z/2026-11-24T14:30:00Z In New York",
        "2026-11-25T12:00:00Z/2026-11-25T13:00:00Z",
        "2026-11-26T07:00:00Z/2026-11-26T08:00:00Z",
        "2026-11-28T10:00:00Z/2026-11-28T11:00:00Z",
        "2026-11-28T12:00:00Z/2026-11-28T14:00:00Z",
        "2026-11-30T23:00:00Z/2026-12-02T23:00:00Z Fair",
    ];
    assert_eq!(busy(&engine), expected);
    assert_eq!(engine.book().busy().next().unwrap().0.as_str(), "Jo's office");
    let file = &imported.preview.files[0];
    assert_eq!(
        (file.table, file.rows, file.accepted, file.refused),
        (TableKind::Calendar, 14, 10, 4),
        "{file:#?}"
    );
    assert_eq!(imported.preview.busy_times, 9);
    let problems: Vec<(u32, Option<&str>, &str)> =
        file.problems.iter().map(|each| (each.line, each.column.as_deref(), each.value.as_str())).collect();
    let expected = [
        (80, Some("DTSTART"), "Middle Earth"),
        (85, Some("DTEND"), "20261124T080000Z"),
        (90, Some("RRULE"), "FREQ=SECONDLY"),
        (96, Some("DTSTART"), ""),
    ];
    assert_eq!(problems, expected);
    // The same calendar again changes nothing; another state of it replaces what was known.
    assert_eq!(import(&mut engine, &in_berlin(), "office.ics", &bytes).preview.entries, 0);
    let empty = b"BEGIN:VCALENDAR\nX-WR-CALNAME:Jo's office\nEND:VCALENDAR\n";
    assert_eq!(import(&mut engine, &in_berlin(), "new.ics", empty).preview.entries, 1);
    assert!(busy(&engine).is_empty());
}

/// What the events of a calendar come to, as seen in Berlin, and why some don't come in.
fn times_of(events: &[&str]) -> (Vec<String>, Vec<String>) {
    let events = events.iter().map(|event| format!("BEGIN:VEVENT\nUID:a\n{event}\nEND:VEVENT\n"));
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.collect::<String>());
    let mut engine = engine("a");
    let imported = import(&mut engine, &in_berlin(), "calendar.ics", text.as_bytes());
    let problems = imported.preview.files[0].problems.iter().map(|problem| problem.text.clone());
    (busy(&engine), problems.collect())
}

#[test]
fn day_1_an_event_of_any_length_keeps_us_busy() {
    for end in ["DTEND;VALUE=DATE:20271201", "DURATION:P425D"] {
        let (times, problems) = times_of(&[&format!("DTSTART;VALUE=DATE:20261002\n{end}")]);
        assert_eq!((times, problems), (vec!["2026-10-01T22:00:00Z/2027-11-30T23:00:00Z".to_owned()], vec![]));
    }
    let for_ever = "DTSTART:20200101T000000Z\nDURATION:P99999999W";
    let (times, problems) = times_of(&[for_ever]);
    assert!(times[0].starts_with("2020-01-01T00:00:00Z/24"), "{times:?} {problems:?}");
    let (times, problems) = times_of(&["DTSTART:20261124T090000Z\nDTEND:20261124T080000Z"]);
    assert_eq!((times, problems), (vec![], vec!["The event ends before it begins.".to_owned()]));
}

#[test]
fn day_1_a_period_takes_as_long_as_it_says() {
    let (times, problems) = times_of(&[
        "DTSTART:20261124T090000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261125T090000Z/PT4H,20261126T090000Z/20261126T113000Z\nRDATE:20261127T090000Z",
    ]);
    let expected = [
        "2026-11-24T09:00:00Z/2026-11-24T10:00:00Z",
        "2026-11-25T09:00:00Z/2026-11-25T13:00:00Z",
        "2026-11-26T09:00:00Z/2026-11-26T11:30:00Z",
        "2026-11-27T09:00:00Z/2026-11-27T10:00:00Z",
    ];
    assert_eq!((times, problems.len()), (expected.map(str::to_owned).to_vec(), 0), "{problems:?}");
    for period in ["20261125T090000Z/-PT4H", "20261125T090000Z/20261125T080000Z"] {
        let (times, problems) =
            times_of(&[&format!("DTSTART:20261124T090000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:{period}")]);
        assert_eq!((times.len(), problems.len()), (0, 1), "{period}");
    }
}

#[test]
fn day_1_what_stands_for_an_occurrence_and_all_later_ones_moves_them_all() {
    let series =
        "DTSTART;TZID=Europe/Berlin:20261124T100000\nDURATION:PT1H\nSUMMARY:Team\nRRULE:FREQ=DAILY;COUNT=6";
    let moved = "RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T090000Z\nDTSTART;TZID=Europe/Berlin:20261126T140000\nDURATION:PT2H\nSUMMARY:Later";
    let again = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261128T100000\nDTSTART;TZID=Europe/Berlin:20261128T080000\nDURATION:PT1H\nSUMMARY:Early";
    let one = "RECURRENCE-ID;TZID=Europe/Berlin:20261127T100000\nDTSTART:20261127T180000Z\nDURATION:PT1H\nSUMMARY:Once";
    let expected = [
        "2026-11-24T09:00:00Z/2026-11-24T10:00:00Z Team",
        "2026-11-25T09:00:00Z/2026-11-25T10:00:00Z Team",
        "2026-11-26T13:00:00Z/2026-11-26T15:00:00Z Later",
        "2026-11-27T18:00:00Z/2026-11-27T19:00:00Z Once",
        "2026-11-28T07:00:00Z/2026-11-28T08:00:00Z Early",
        "2026-11-29T07:00:00Z/2026-11-29T08:00:00Z Early",
    ];
    let expected = (expected.map(str::to_owned).to_vec(), Vec::new());
    assert_eq!(times_of(&[series, moved, again, one]), expected);
    assert_eq!(times_of(&[one, again, series, moved]), expected, "in any order");
    // Called off from there on.
    let off = format!("{moved}\nSTATUS:CANCELLED");
    assert_eq!(times_of(&[series, &off]).0, expected.0[..2]);
    // Without its series it is known of one occurrence alone.
    assert_eq!(times_of(&[moved]).0, expected.0[2..3]);
    // What it stands for has to be told.
    let (times, problems) = times_of(&["RECURRENCE-ID:yesterday\nDTSTART:20261126T140000Z\nDURATION:PT2H"]);
    assert_eq!((times.len(), problems.len()), (0, 1));
}

#[test]
fn day_1_a_day_names_the_occurrence_that_it_has() {
    let series = "DTSTART;TZID=Europe/Berlin:20261124T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY";
    // A last day counts, up to its end.
    let until = format!("{series};UNTIL=20261126\nEXDATE;VALUE=DATE:20261125");
    let expected = ["2026-11-24T09:00:00Z/2026-11-24T10:00:00Z", "2026-11-26T09:00:00Z/2026-11-26T10:00:00Z"];
    assert_eq!(times_of(&[&until]), (expected.map(str::to_owned).to_vec(), vec![]));
    let moved = "RECURRENCE-ID;VALUE=DATE:20261125\nDTSTART:20261125T130000Z\nDURATION:PT1H";
    let expected = ["2026-11-24T09:00:00Z/2026-11-24T10:00:00Z", "2026-11-25T13:00:00Z/2026-11-25T14:00:00Z"];
    let (times, _) = times_of(&[&format!("{series};UNTIL=20261125"), moved]);
    assert_eq!(times, expected);
    // What an old rule takes away is not there.
    let (times, _) = times_of(&[&format!("{series};COUNT=3\nEXRULE:FREQ=DAILY;INTERVAL=2")]);
    assert_eq!(times, ["2026-11-25T09:00:00Z/2026-11-25T10:00:00Z"]);
}

fn tables(engine: &Engine, now: &Now, query: Value) -> (String, u64) {
    let view = engine.look(now, &read(&query.to_string()).unwrap()).unwrap();
    let view = serde_json::to_value(view).unwrap();
    (view["text"].as_str().unwrap().to_owned(), view["events"].as_u64().unwrap())
}

/// What an independent parser reads: UID, start, end, status and summary of each event.
fn read_by_another(text: &str) -> Vec<(String, String, String, String, String, String)> {
    let calendar = ICalendar::parse(text).unwrap();
    let time = |time: &PartialDateTime| {
        let part = |part: Option<u8>| part.unwrap();
        assert_eq!((time.tz_hour, time.tz_minute), (Some(0), Some(0)), "in UTC");
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            time.year.unwrap(),
            part(time.month),
            part(time.day),
            part(time.hour),
            part(time.minute),
            part(time.second)
        )
    };
    let events =
        calendar.components.iter().filter(|each| each.component_type == ICalendarComponentType::VEvent);
    events
        .map(|event| {
            let value = |name: &ICalendarProperty| event.property(name).unwrap().values.first().unwrap();
            let text = |name: ICalendarProperty| value(&name).as_text().unwrap().to_owned();
            let date = |name: ICalendarProperty| time(value(&name).as_partial_date_time().unwrap());
            date(ICalendarProperty::Dtstamp);
            (
                text(ICalendarProperty::Uid),
                date(ICalendarProperty::Dtstart),
                date(ICalendarProperty::Dtend),
                format!("{:?}", event.status().unwrap()),
                text(ICalendarProperty::Summary),
                text(ICalendarProperty::Description),
            )
        })
        .collect()
}

fn planned(id: usize, at: Timestamp, minutes: u16, commitment: &str, benefit: &str) -> Value {
    json!({ "type": "contactPlanned", "interaction": format!("i_{id}"), "party": "p_ada", "at": at, "minutes": minutes,
        "channel": "phone", "objective": "getMeeting", "why": "theyAsked", "benefit": benefit, "commitment": commitment })
}

fn with_ada(now: &Now) -> Engine {
    let mut engine = engine("a");
    let ada = json!({ "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada, Countess; of L\\ove",
        "contactPoints": [{ "channel": "phone", "value": "+49 30 123456", "label": "work" }] });
    tell(&mut engine, now, &[ada]);
    engine
}

#[test]
fn an_appointment_says_who_why_what_for_and_how() {
    let now = in_berlin();
    let mut engine = with_ada(&now);
    let at = moment("2026-11-24T09:00:00Z");
    tell(
        &mut engine,
        &now,
        &[planned(1, at, 30, "appointment", "a calmer Friday afternoon for the whole team, with tea")],
    );
    let (text, events) =
        tables(&engine, &now, json!({ "type": "calendar", "from": "2026-11-24", "to": "2026-11-24" }));
    assert_eq!(events, 1);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let [(uid, from, to, status, summary, description)] = &read_by_another(&text)[..] else {
        panic!("{text}")
    };
    assert_eq!(
        (uid.as_str(), from.as_str(), to.as_str()),
        ("i_1@nextsale", "2026-11-24T09:00:00Z", "2026-11-24T09:30:00Z")
    );
    assert_eq!(
        (status.as_str(), summary.as_str()),
        ("Confirmed", "Call Ada, Countess; of L\\ove: Get a meeting")
    );
    let lines: Vec<&str> = description.lines().collect();
    assert_eq!(
        lines,
        [
            "Why: They asked",
            "What they gain: a calmer Friday afternoon for the whole team, with tea",
            "By phone: +49 30 123456 (work)"
        ]
    );
    // What the plan proposes for the day can be had too, as what we only mean to do.
    let query =
        json!({ "type": "calendar", "from": "2026-11-23", "to": "2026-11-27", "include": "proposed" });
    let (text, _) = tables(&engine, &now, query);
    let all = read_by_another(&text);
    assert_eq!(all.iter().filter(|each| each.0 == "i_1@nextsale").count(), 1);
    assert!(all.iter().filter(|each| each.0 != "i_1@nextsale").all(|each| each.3 == "Tentative"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Over days on which clocks change, in three zones.
    #[test]
    fn another_parser_reads_the_same_times(
        zone in prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Kolkata"]),
        start in prop::sample::select(vec!["2026-03-06T00:00:00Z", "2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z", "2026-10-30T00:00:00Z"]),
        contacts in prop::collection::vec((0_i64..4 * 24 * 60, 5_u16..120, any::<bool>()), 1..8),
    ) {
        let now = now_in(zone, moment(start));
        let mut engine = with_ada(&now);
        let contacts: Vec<(Timestamp, u16, bool)> = contacts.into_iter().map(|(minute, minutes, firm)| (moment(start).plus(minute * 60_000), minutes, firm)).collect();
        for (id, (at, minutes, firm)) in contacts.iter().enumerate() {
            let commitment = if *firm { "appointment" } else { "intended" };
            let fact = planned(id, *at, *minutes, commitment, "clarity");
            let fact = read(&fact.to_string()).unwrap();
            // Those that the guards refuse are not planned.
            let _ = engine.record(&now, vec![fact], None);
        }
        let days = json!({ "type": "calendar", "from": "2026-01-01", "to": "2026-12-31" });
        let (text, events) = tables(&engine, &now, days);
        let mut found: Vec<_> = read_by_another(&text).into_iter().map(|each| (each.0, each.1, each.2)).collect();
        found.sort();
        let ada = engine.book().party(&support::party("p_ada")).unwrap();
        let mut own: Vec<_> = ada.planned.values().map(|planned| {
            let to = planned.at.plus(i64::from(planned.minutes) * 60_000);
            (format!("{}@nextsale", planned.interaction), planned.at.to_string(), to.to_string())
        }).collect();
        own.sort();
        prop_assert_eq!(events, own.len() as u64);
        prop_assert_eq!(&found, &own);
        // What we wrote we read as busy times, at the same moments.
        let mut other = support::engine("b");
        let bytes = text.as_bytes();
        import(&mut other, &now, "mine.ics", bytes);
        let mut times: Vec<_> = other.book().busy().flat_map(|(_, times)| times.iter().map(|time| (time.from.to_string(), time.to.to_string())).collect::<Vec<_>>()).collect();
        times.sort();
        let mut own: Vec<_> = own.into_iter().map(|(_, from, to)| (from, to)).collect();
        own.sort();
        prop_assert_eq!(times, own);
    }

    #[test]
    fn no_bytes_make_an_import_of_a_calendar_panic(bytes in hostile()) {
        let mut engine = engine("a");
        let imported = import(&mut engine, &in_berlin(), "calendar.ics", &bytes);
        let file = &imported.preview.files[0];
        prop_assert!(file.fault.is_some() || file.rows == file.accepted + file.refused);
        prop_assert!(busy(&engine).len() <= 20_000);
    }

    /// An independent library repeats events as we do.
    #[test]
    fn repetitions_are_those_of_another_library(
        rule in rules(),
        start in prop::sample::select(vec!["20260105T101500", "20251031T233000", "20240229T120000", "20261115T000000"]),
    ) {
        let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{start}Z\r\nDURATION:PT1H\r\nRRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        let mut engine = engine("a");
        let now = Now::utc(moment(MONDAY));
        import(&mut engine, &now, "calendar.ics", text.as_bytes());
        let (from, to) = (now.at.plus(-56 * 86_400_000), now.at.plus(182 * 86_400_000));
        let expanded = ICalendar::parse(&text).unwrap().expand_dates(calcard::common::timezone::Tz::UTC, 5_000);
        let mut expected: Vec<i64> = expanded.events.iter().map(|event| event.start.timestamp_millis()).filter(|at| at + 3_600_000 > from.millis() && *at < to.millis()).collect();
        expected.sort_unstable();
        expected.dedup();
        let mut own: Vec<i64> = engine.book().busy().flat_map(|(_, times)| times.iter().map(|time| time.from.millis()).collect::<Vec<_>>()).collect();
        let first = Timestamp::parse_rfc3339(&format!("{}-{}-{}T{}:{}:{}Z", &start[..4], &start[4..6], &start[6..8], &start[9..11], &start[11..13], &start[13..])).unwrap();
        expected.retain(|at| *at != first.millis());
        own.retain(|at| *at != first.millis());
        prop_assert_eq!(own, expected, "{}", rule);
    }
}

fn rules() -> impl Strategy<Value = String> {
    let freq = prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let by = prop::sample::select(vec!["", ";BYDAY=MO,WE", ";BYDAY=FR", ";BYMONTH=1,11,12"]);
    let end = prop::sample::select(vec!["", ";COUNT=40", ";UNTIL=20270101T000000Z"]);
    (freq, 1..5_u32, by, end).prop_map(|(freq, interval, by, end)| {
        // Of a start that the rule does not produce the RFC says nothing but that it counts.
        let end = if end.starts_with(";COUNT") && !by.is_empty() { "" } else { end };
        let by = if freq == "YEARLY" || (freq == "MONTHLY" && by.contains("MONTH")) { "" } else { by };
        format!("FREQ={freq};INTERVAL={interval}{by}{end}")
    })
}

#[test]
fn what_no_calendar_means_is_refused() {
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    let often = |rule: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:16010101T000000Z\nDTEND:16010101T000100Z\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    for text in [
        deep,
        often("FREQ=HOURLY"),
        often("FREQ=MINUTELY"),
        often("FREQ=DAILY;INTERVAL=4294967295"),
        often("FREQ=SOMETIMES"),
        often("FREQ=YEARLY;RSCALE=HEBREW"),
    ] {
        let mut engine = engine("a");
        let file: FilePreview =
            import(&mut engine, &in_berlin(), "calendar.ics", text.as_bytes()).preview.files.remove(0);
        assert_eq!((file.accepted, file.refused), (0, 1), "{}", &text[..200.min(text.len())]);
        assert!(busy(&engine).is_empty());
    }
    let mut engine = engine("a");
    let fault = |name: &str, bytes: &[u8], engine: &mut Engine| {
        import(engine, &in_berlin(), name, bytes).preview.files[0].fault.clone()
    };
    assert!(fault("nothing.ics", b"hello", &mut engine).unwrap().text.contains("BEGIN:VCALENDAR"));
}

/// Real files of many programs; not part of the project.
#[test]
fn calendars_of_other_programs_come_in_or_are_refused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ical");
    let Ok(entries) = std::fs::read_dir(&path) else {
        eprintln!("not run: there is no {}", path.display());
        return;
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "ics"));
    files.sort();
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let mut engine = engine("a");
        let imported =
            import(&mut engine, &in_berlin(), &path.file_name().unwrap().to_string_lossy(), &bytes);
        let file = &imported.preview.files[0];
        eprintln!(
            "{}: {} events, {} refused, {} busy{}{}",
            file.name,
            file.rows,
            file.refused,
            imported.preview.busy_times,
            file.fault.as_ref().map(|fault| format!(" – {}", fault.text)).unwrap_or_default(),
            file.problems
                .iter()
                .map(|problem| format!(
                    "\n    {} {:?} {} {}",
                    problem.line, problem.column, problem.value, problem.text
                ))
                .collect::<String>(),
        );
        assert_eq!(file.table, TableKind::Calendar, "{}", path.display());
        assert_eq!(file.rows, file.accepted + file.refused);
        assert!(file.problems.iter().all(|problem| !problem.text.is_empty()));
    }
}

fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "BEGIN:VCALENDAR\r\n",
        "END:VCALENDAR\r\n",
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VTIMEZONE\r\nTZID:X\r\n",
        "END:VTIMEZONE\r\n",
        "BEGIN:STANDARD\r\n",
        "END:STANDARD\r\n",
        "TZOFFSETFROM:+0100\r\n",
        "TZOFFSETTO:-9959\r\n",
        "DTSTART:20261124T090000Z\r\n",
        "DTSTART;TZID=X:20261124T090000\r\n",
        "DTSTART;VALUE=DATE:20261124\r\n",
        "DTSTART:00000000T000000\r\n",
        "DTSTART:99991231T235959Z\r\n",
        "DTSTART:20261124T090060\r\n",
        "DTEND:20261124T100000Z\r\n",
        "DURATION:PT1H\r\n",
        "DURATION:P99999999999999999999W\r\n",
        "DURATION:-P1D\r\n",
        "RRULE:FREQ=DAILY\r\n",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
        "RRULE:FREQ=WEEKLY;INTERVAL=4294967295\r\n",
        "RRULE:FREQ=MONTHLY;BYSETPOS=-366;BYDAY=-53MO\r\n",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53;COUNT=0\r\n",
        "RRULE:FREQ=HOURLY;UNTIL=20270101T000000Z\r\n",
        "EXDATE:20261124T090000Z,,x\r\n",
        "RDATE;VALUE=PERIOD:20261124T090000Z/PT1H\r\n",
        "RECURRENCE-ID:20261124T090000Z\r\n",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261125T090000Z\r\n",
        "RDATE;VALUE=PERIOD:20261124T090000Z/P99999999999W\r\n",
        "EXDATE;VALUE=DATE:20261124\r\n",
        "UID:a\r\n",
        "SUMMARY:b\\n\\\r\n",
        "BEGIN:VFREEBUSY\r\n",
        "END:VFREEBUSY\r\n",
        "FREEBUSY:20261124T090000Z/20261124T080000Z,20261124T090000Z/PT1H\r\n",
        "\r\n ",
        ":",
        ";",
        "=",
        "\"",
        "é",
        "END",
        "BEGIN",
    ];
    let piece = prop_oneof![
        12 => prop::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}
