//! vCards come in whole, or it is said what stays out and why; what goes out as a vCard comes back as it was.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "a test may fail loudly"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::book::Book;
use nextsale::book::party::Party;
use nextsale::engine::Engine;
use nextsale::exchange::preview::{FilePreview, ProblemEffect};
use nextsale::exchange::request::TableKind;
use nextsale::value::attribute::Attribute;
use nextsale::value::document::read;
use nextsale::value::id::PartyId;
use nextsale::value::text::Line;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use support::{MONDAY, at, engine, import, tell};

fn imported(text: &str) -> (Engine, FilePreview) {
    let mut engine = engine("a");
    let mut preview = import(&mut engine, &at(MONDAY), "cards.vcf", text.as_bytes()).preview;
    let file = preview.files.remove(0);
    assert_eq!((file.table, &file.fault), (TableKind::Cards, &None));
    assert_eq!(file.rows, file.accepted + file.refused, "{file:#?}");
    (engine, file)
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vcard").join(name);
    std::fs::read_to_string(path).unwrap()
}

fn named<'b>(book: &'b Book, name: &str) -> &'b Party {
    let mut found = book.parties().filter(|party| party.name.as_str() == name);
    let party = found.next().unwrap_or_else(|| panic!("nobody is called {name}"));
    assert!(found.next().is_none(), "several are called {name}");
    party
}

fn points(party: &Party) -> Vec<String> {
    let label = |label: &Option<Line>| label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
    party.contact_points.iter().map(|p| format!("{} {}{}", p.channel, p.value, label(&p.label))).collect()
}

fn attribute<'p>(party: &'p Party, name: &str) -> Option<&'p Attribute> {
    party.attributes.get(&Line::parse(name).unwrap())
}

fn in_words(party: &Party, name: &str) -> String {
    match attribute(party, name) {
        Some(Attribute::Text(text)) => text.to_string(),
        Some(Attribute::Date(date)) => format!("on {date}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn an_address_book_of_version_3_comes_in() {
    let (engine, file) = imported(&fixture("address_book_3.vcf"));
    assert_eq!((file.accepted, file.duplicates, file.problems.len()), (2, 0, 0), "{file:#?}");
    let book = engine.book();
    assert_eq!(book.parties().count(), 2);
    let astrid = named(book, "Dr. Astrid Lindqvist");
    let expected = [
        "email astrid@home.example (home)",
        "email astrid@pumps.example (work)",
        "phone +46 70 123 45 67 (mobile)",
        "phone +46 8 123 456 (Summer house)",
        "postal Storgatan 1, 211 34 Malmö, Sweden (work)",
        "social https://www.linkedin.com/in/astrid (linkedin)",
        "social @astrid@social.example (mastodon)",
    ];
    assert_eq!(points(astrid), expected);
    let affiliation = astrid.affiliation.as_ref().unwrap();
    assert_eq!(affiliation.organisation, named(book, "Nordic Pumps, Ltd.").id);
    assert_eq!(affiliation.title.as_ref().unwrap().as_str(), "Head of Purchasing");
    assert_eq!(
        astrid.notes[0].text.as_str(),
        "Met at the fair.\nPrefers to be called late in the week, and likes sailing."
    );
    assert_eq!(in_words(astrid, "Birthday"), "on 1979-04-02");
    assert_eq!(in_words(astrid, "Anniversary"), "2010-06-19".replace("2010", "on 2010"));
    assert_eq!(in_words(astrid, "Department"), "Purchasing");
    assert_eq!(in_words(astrid, "Categories"), "Customers,Fair");
    assert_eq!(in_words(astrid, "Fax"), "+46 8 999 999");
    assert!(attribute(astrid, "PHOTO").is_none());
    assert_eq!(astrid.external_ids.first().unwrap().as_str(), "5ad380fd-b2de-4261-ba99-de1d1db52fbe");
}

#[test]
fn cards_of_old_phones_come_in() {
    let (engine, file) = imported(&fixture("old_phone_2_1.vcf"));
    assert_eq!((file.accepted, file.refused), (1, 0), "{file:#?}");
    let party = named(engine.book(), "Jürgen Müller");
    let expected = [
        "phone 0170 1234567 (mobile)",
        "email juergen@mueller.example",
        "postal Straße 1, 10115 Berlin, Germany (home)",
    ];
    assert_eq!(points(party), expected);
    assert_eq!(party.notes[0].text.as_str(), "first line\nsecond line");
    assert_eq!(in_words(party, "Birthday"), "on 1980-03-21");
}

#[test]
fn cards_that_stay_out_are_told_with_line_property_value_and_reason() {
    let (engine, file) = imported(&fixture("modern_4.vcf"));
    assert_eq!((file.rows, file.accepted, file.refused), (6, 3, 3), "{file:#?}");
    let ines = named(engine.book(), "Ines Duarte");
    assert_eq!(
        points(ines),
        [
            "phone +351-21-555-0100 (home)",
            "phone +351 21 555 0199 (work)",
            "social xmpp:ines@quay.example (work)"
        ]
    );
    assert_eq!(ines.affiliation.as_ref().unwrap().organisation, named(engine.book(), "Quay Works").id);
    assert_eq!(ines.preferences.zone.as_ref().unwrap().as_str(), "Europe/Lisbon");
    assert_eq!(in_words(ines, "Birthday"), "--0203");
    assert_eq!(in_words(ines, "Related"), "Rui");
    let problems: Vec<(u32, Option<&str>, &str, ProblemEffect)> = file
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column.as_deref(), problem.value.as_str(), problem.effect))
        .collect();
    let expected = [
        (24, Some("KIND"), "group", ProblemEffect::RowRefused),
        (30, Some("END"), "", ProblemEffect::RowRefused),
        (33, Some("TEL"), "extension please", ProblemEffect::CellKeptAsText),
        (38, None, "", ProblemEffect::RowRefused),
    ];
    assert_eq!(problems, expected);
    assert!(file.problems.iter().all(|problem| problem.text.ends_with('.')));
}

#[test]
fn importing_again_changes_nothing() {
    for name in ["address_book_3.vcf", "old_phone_2_1.vcf", "modern_4.vcf"] {
        let (mut engine, first) = imported(&fixture(name));
        let again = import(&mut engine, &at(MONDAY), name, fixture(name).as_bytes());
        assert_eq!(again.preview.entries, 0, "{name}");
        assert_eq!(again.preview.files[0].duplicates, first.accepted, "{name}");
    }
}

/// Real files of many programs; not part of the project.
fn foreign_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(folder);
    let Ok(entries) = std::fs::read_dir(&path) else {
        eprintln!("not run: there is no {}", path.display());
        return Vec::new();
    };
    let files = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "vcf")).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect()
}

#[test]
fn cards_of_other_programs_come_in() {
    for (name, bytes) in foreign_files("vcard") {
        let mut engine = engine("a");
        let imported = import(&mut engine, &at(MONDAY), &name, &bytes);
        let file = &imported.preview.files[0];
        assert_eq!((file.table, &file.fault, file.refused), (TableKind::Cards, &None, 0), "{name} {file:#?}");
        assert!(file.accepted > 0 && file.accepted == file.rows, "{name}");
        let again = import(&mut engine, &at(MONDAY), &name, &bytes);
        assert_eq!(again.preview.new_parties, 0, "{name}");
    }
}

fn exported(engine: &Engine, query: Value) -> String {
    let view = engine.look(&at(MONDAY), &read(&query.to_string()).unwrap()).unwrap();
    let view = serde_json::to_value(view).unwrap();
    let text = view["text"].as_str().unwrap().to_owned();
    assert_eq!(view["cards"], text.matches("BEGIN:VCARD\r\n").count());
    text
}

/// What a card tells of a party, ids that the other book has given aside.
fn modelled(book: &Book, party: &Party) -> Value {
    let name = |id: &PartyId| book.party(id).map(|party| party.name.to_string());
    let affiliation = party.affiliation.as_ref();
    let source = party.source.as_ref();
    let consents = party.consent.iter().filter(|(_, consent)| consent.as_str() != "unknown");
    json!({
        "kind": party.kind,
        "name": party.name,
        "organisation": affiliation.map(|affiliation| name(&affiliation.organisation)),
        "role": affiliation.map(|affiliation| affiliation.role),
        "title": affiliation.map(|affiliation| affiliation.title.clone()),
        "points": party.contact_points,
        "source": source.map(|source| (source.method, source.campaign.clone(), source.detail.clone())),
        "referrer": source.and_then(|source| source.referrer.as_ref()).map(name),
        "preferences": party.preferences,
        "consents": consents.collect::<std::collections::BTreeMap<_, _>>(),
        "doNotContact": party.do_not_contact,
        "owner": party.owner.as_ref().and_then(|owner| book.member(owner)).map(|member| member.name.clone()),
        "attributes": party.attributes,
        "metAt": party.met_at,
        "rapport": party.rapport.iter().map(|noted| (noted.text.clone(), noted.date, noted.privacy)).collect::<Vec<_>>(),
        "notes": party.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>(),
    })
}

fn text() -> impl Strategy<Value = String> {
    let character = prop::sample::select("aZ0 ,;:\\\"'^=\nñß漢🙂|<>\t".chars().collect::<Vec<_>>());
    let words = prop::collection::vec(character, 1..90);
    words.prop_map(|characters| format!("x{}y", characters.into_iter().collect::<String>()))
}

fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(['\n', '\t'], " "))
}

fn label() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        Just(Some("work".to_owned())),
        Just(Some("home".to_owned())),
        Just(Some("mobile".to_owned())),
        line().prop_map(Some)
    ]
}

fn contact_points(id: usize) -> impl Strategy<Value = Vec<Value>> {
    let point =
        (0..5_usize, line(), 10_000_u32..99_999, label()).prop_map(move |(channel, value, number, label)| {
            let (channel, value) = match channel {
                0 => ("email", format!("a{number}.{id}@example.org")),
                1 => ("phone", format!("+49 30 {id}{number}")),
                2 => ("postal", format!("{value} {number}")),
                3 => ("social", format!("{value} {number}")),
                _ => ("inPerson", value),
            };
            let mut point = json!({ "channel": channel, "value": value });
            if let Some(label) = label {
                point["label"] = json!(label);
            }
            point
        });
    prop::collection::vec(point, 0..5).prop_map(|mut points| {
        let mut seen = std::collections::BTreeSet::new();
        points.retain(|point| seen.insert((point["channel"].to_string(), point["value"].to_string())));
        points
    })
}

fn attributes() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        text().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(json!("1979-04-02")),
        Just(json!("https://example.org/a")),
        Just(json!("https://linkedin.com/in/a")),
    ];
    let name = prop_oneof![
        line(),
        Just("Birthday".to_owned()),
        Just("Nickname".to_owned()),
        Just("URL".to_owned()),
        Just("Categories".to_owned()),
        Just("Department".to_owned()),
    ];
    prop::collection::btree_map(name, value, 0..4).prop_map(|fields| json!(fields))
}

/// Facts about a party that is number `id` of those in the book.
fn party(id: usize) -> impl Strategy<Value = Vec<Value>> {
    let organisation = id == 0;
    let more = (
        prop::option::of(line()),
        any::<bool>(),
        0..4_usize,
        0..3_usize,
        any::<bool>(),
        prop::option::of(text()),
    );
    (line(), contact_points(id), attributes(), more).prop_map(move |(name, points, attributes, more)| {
        let (title, windows, consent, wish, sourced, note) = more;
        let party = format!("p_{id}");
        let mut met = json!({ "type": "partyMet", "party": party, "name": format!("{name} {id}"),
            "kind": if organisation { "organisation" } else { "person" },
            "contactPoints": points, "attributes": attributes, "metAt": 1_700_000_000_000_u64 + id as u64 });
        if !organisation && id % 3 != 1 {
            met["affiliation"] = json!({ "organisation": "p_0", "role": "champion" });
            if let Some(title) = title {
                met["affiliation"]["title"] = json!(title);
            }
        }
        if sourced {
            met["source"] =
                json!({ "method": "referral", "campaign": "Spring", "detail": "by word of mouth" });
            if id > 0 {
                met["source"]["referrer"] = json!("p_0");
            }
            met["owner"] = json!("m_ann");
        }
        if windows {
            met["preferences"] = json!({ "channel": "phone", "zone": "Europe/Berlin",
                "windows": [{ "weekdays": ["tuesday"], "hours": { "from": "09:00", "to": "11:30" } }] });
        }
        let mut facts = vec![met];
        if let Some(consent) = [None, Some("given"), Some("withdrawn"), Some("unknown")][consent] {
            facts.push(
                json!({ "type": "consentChanged", "party": party, "channel": "email", "consent": consent }),
            );
        }
        match wish {
            1 => facts
                .push(json!({ "type": "doNotContactAsked", "party": party, "scope": { "type": "never" } })),
            2 => facts.push(json!({ "type": "doNotContactAsked", "party": party,
                "scope": { "type": "notBefore", "date": "2027-01-04" } })),
            _ => {}
        }
        if let Some(note) = note {
            facts.push(json!({ "type": "rapportNoted", "party": party, "text": format!("{note}!"), "date": "2026-10-01",
                "privacy": if id.is_multiple_of(2) { "private" } else { "shareable" } }));
            facts.push(json!({ "type": "noteTaken", "party": party, "text": note }));
        }
        facts
    })
}

/// Four parties, each after those that it refers to.
fn parties() -> impl Strategy<Value = Vec<Value>> {
    (party(0), party(1), party(2), party(3)).prop_map(|(a, b, c, d)| [a, b, c, d].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_as_cards_comes_back_as_it_was(facts in parties(), version in prop::sample::select(vec!["3.0", "4.0"])) {
        let mut first = engine("a");
        tell(&mut first, &at(MONDAY), &[json!({ "type": "memberJoined", "member": "m_ann", "name": "Ann" })]);
        tell(&mut first, &at(MONDAY), &facts);
        let text = exported(&first, json!({ "type": "vcard", "version": version }));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75), "{}", text);
        let (second, _) = imported(&text);
        let all = |engine: &Engine| -> Vec<Value> {
            let mut all: Vec<Value> =
                engine.book().parties().map(|party| modelled(engine.book(), party)).collect();
            all.sort_by_key(|party| party["name"].to_string());
            all
        };
        prop_assert_eq!(all(&first), all(&second), "{}", text);
        // The ids of the first book are known in the second.
        for party in first.book().parties() {
            let known = Line::parse(party.id.as_str()).unwrap();
            prop_assert!(named(second.book(), party.name.as_str()).external_ids.contains(&known));
        }
        // Coming back to where they are from, they change nothing.
        let again = import(&mut first, &at(MONDAY), "back.vcf", text.as_bytes());
        prop_assert_eq!(again.preview.entries, 0, "{}", text);
    }

    #[test]
    fn another_parser_reads_the_same(facts in parties(), version in prop::sample::select(vec!["3.0", "4.0"])) {
        let mut first = engine("a");
        tell(&mut first, &at(MONDAY), &[json!({ "type": "memberJoined", "member": "m_ann", "name": "Ann" })]);
        tell(&mut first, &at(MONDAY), &facts);
        for party in first.book().parties() {
            let text = exported(&first, json!({ "type": "vcard", "party": party.id, "version": version }));
            let card = calcard::vcard::VCard::parse(&text).unwrap();
            let value = |name: calcard::vcard::VCardProperty| {
                let entry = card.property(&name)?;
                entry.values.first()?.as_text().map(str::to_owned)
            };
            let name = value(calcard::vcard::VCardProperty::Fn);
            prop_assert_eq!(name.as_deref(), Some(party.name.as_str()));
            let note = party.notes.first().map(|note| note.text.to_string());
            prop_assert_eq!(value(calcard::vcard::VCardProperty::Note), note);
            let mails = card.properties(&calcard::vcard::VCardProperty::Email);
            let mails: Vec<&str> = mails.filter_map(|mail| mail.values.first()?.as_text()).collect();
            let own = party.contact_points.iter().filter(|point| point.channel.as_str() == "email");
            prop_assert_eq!(mails, own.map(|point| point.value.as_str()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_bytes_make_an_import_of_cards_panic(bytes in hostile()) {
        let mut engine = engine("a");
        let imported = import(&mut engine, &at(MONDAY), "cards.vcf", &bytes);
        let file = &imported.preview.files[0];
        prop_assert!(file.fault.is_some() || file.rows == file.accepted + file.refused);
    }
}

/// Pieces of cards in any order, cut anywhere, with any bytes between them.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "BEGIN:VCARD\r\n",
        "END:VCARD\r\n",
        "VERSION:2.1\n",
        "VERSION:3.0\r\n",
        "VERSION:4.0\r\n",
        "FN:Ada\r\n",
        "N:Lovelace;Ada;;;\r\n",
        "TEL;CELL:",
        "+49 30 1",
        "EMAIL;TYPE=\"a,b\":x@y.z\r\n",
        "ADR:;;a;b;;c;d\r\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE:=C3=\r\n",
        "=ZZ=",
        "\r\n ",
        "\n\t",
        "item1.X-ABLABEL:z\r\n",
        "item1.",
        "X-NEXTSALE:{\"metAt\":9}\r\n",
        "X-NEXTSALE:{\"role\":\"king\"}\r\n",
        "PHOTO;ENCODING=b:AAA\r\n ",
        "AGENT:\r\n",
        ";",
        ":",
        ",",
        "\\",
        "\\n",
        "\"",
        "^",
        "BDAY:00000000\r\n",
        "TZ:Europe/Berlin\r\n",
        "KIND:org\r\n",
        "ORG:;;\r\n",
        "é",
        "CHARSET=x",
        "URL:http://x.com\r\n",
        "UID:p_1\r\n",
        "\u{feff}",
    ];
    let piece = prop_oneof![
        8 => prop::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}
