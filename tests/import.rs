//! Tables of other systems come in whole, or it is said what stays out and why.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail loudly"
)]

use nextsale::engine::Engine;
use nextsale::exchange::known::Known;
use nextsale::exchange::preview::{FilePreview, ProblemEffect};
use nextsale::exchange::request::{ImportFile, ImportRequest, TableKind};
use nextsale::exchange::{Prepared, prepare};
use nextsale::journal::fact::{BatchRetracted, DealOpened, Fact, PartyMet};
use nextsale::plan::built_in;
use nextsale::value::attribute::Attribute;
use nextsale::value::id::{BookId, ReplicaId};
use nextsale::value::text::Line;
use nextsale::value::time::Timestamp;
use nextsale::value::zone::Now;
use std::path::{Path, PathBuf};

fn now() -> Now {
    Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap())
}

fn described(name: &str, bytes: &[u8]) -> ImportFile {
    ImportFile {
        name: Line::squeezed(name).unwrap(),
        length: u32::try_from(bytes.len()).unwrap(),
        table: None,
        delimiter: None,
        encoding: None,
        header_line: None,
        columns: Default::default(),
        experiment: None,
    }
}

fn request(files: Vec<ImportFile>) -> ImportRequest {
    ImportRequest { files, currency: None, country: None, date_order: None }
}

fn together(files: &[(&str, &[u8])]) -> (ImportRequest, Vec<u8>) {
    let request = request(files.iter().map(|(name, bytes)| described(name, bytes)).collect());
    (request, files.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect())
}

fn import(files: &[(&str, &[u8])]) -> Prepared {
    let (request, bytes) = together(files);
    prepare(&request, &bytes, &Known::default(), &built_in::standard().unwrap(), &now())
}

fn import_text(text: &str) -> Prepared {
    import(&[("table.csv", text.as_bytes())])
}

fn engine() -> Engine {
    Engine::new(BookId::parse("book").unwrap(), ReplicaId::parse("r1").unwrap()).unwrap()
}

fn met(prepared: &Prepared) -> Vec<&PartyMet> {
    let all = prepared.facts.iter();
    all.filter_map(|fact| if let Fact::PartyMet(met) = fact { Some(met) } else { None }).collect()
}

fn person<'p>(prepared: &'p Prepared, name: &str) -> &'p PartyMet {
    let found = met(prepared).into_iter().find(|met| met.name.as_str() == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}"))
}

fn deals(prepared: &Prepared) -> Vec<&DealOpened> {
    let all = prepared.facts.iter();
    all.filter_map(|fact| if let Fact::DealOpened(opened) = fact { Some(opened) } else { None }).collect()
}

/// What became of a file, in one line for the assertions.
fn outcome(file: &FilePreview) -> (u32, u32, u32) {
    (file.accepted, file.duplicates, file.refused)
}

fn refused(file: &FilePreview) -> Vec<(u32, &str)> {
    let refused = file.problems.iter().filter(|problem| problem.effect == ProblemEffect::RowRefused);
    refused.map(|problem| (problem.line, problem.text.as_str())).collect()
}

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    if !path.exists() {
        eprintln!("not run: {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn fixture() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/csv/salesforce_leads_1000.csv");
    std::fs::read(path).unwrap()
}

#[test]
fn a_crm_export_of_a_thousand_leads_comes_in() {
    let bytes = fixture();
    let prepared = import(&[("leads.csv", &bytes)]);
    let file = &prepared.preview.files[0];
    assert_eq!((file.table, file.rows, outcome(file)), (TableKind::Leads, 1000, (988, 8, 12)));
    let lines: Vec<&str> = refused(file).into_iter().map(|(_, text)| text).collect();
    let told = |part: &str| lines.iter().filter(|text| text.contains(part)).count();
    assert_eq!(
        (told("deleted"), told("Nothing in the row"), told("31 cells"), told("9 cells")),
        (3, 2, 2, 2)
    );
    assert_eq!((told("closing quote"), told("bytes that are no text")), (2, 1));
    let kept: Vec<&str> = file
        .problems
        .iter()
        .filter(|problem| problem.effect == ProblemEffect::CellKeptAsText)
        .filter_map(|problem| problem.column.as_deref())
        .collect();
    assert_eq!(kept, ["Email", "Phone", "CreatedDate", "CreatedDate", "DoNotCall"]);
    let meaning = |heading: &str| {
        file.columns.iter().find(|column| column.heading == heading).unwrap().meaning.as_str()
    };
    assert_eq!(
        (meaning("MobilePhone"), meaning("LeadSource"), meaning("Region__c")),
        ("phone", "source", "attribute")
    );
    // Hostile and foreign names are text like any other.
    person(&prepared, "<img src=x onerror=alert(1)> Hostile");
    person(&prepared, "ليلى الخطيب");
    person(&prepared, "Null None");
    person(&prepared, "__proto__ constructor");
    person(&prepared, "just.an.address@example.org");
    // Colleagues with one number and mailbox stay two people.
    person(&prepared, "Rania Kessler");
    person(&prepared, "Hugo Tanaka");
}

#[test]
fn an_engine_records_an_import_once_and_takes_it_back_as_a_whole() {
    let bytes = fixture();
    let mut engine = engine();
    let empty = engine.book().clone();
    let prepared = import(&[("leads.csv", &bytes)]);
    let recorded = engine.record(&now(), prepared.facts, None).unwrap();
    assert_eq!(engine.book().parties().count(), usize::try_from(prepared.preview.new_parties).unwrap());

    let (request, bytes) = together(&[("leads.csv", &bytes)]);
    let again = engine.preview(&now(), &request, &bytes);
    assert_eq!((again.entries, outcome(&again.files[0])), (0, (988, 988, 12)));

    let batch = recorded.batch.unwrap();
    engine.record(&now(), vec![BatchRetracted { batch }.into()], None).unwrap();
    assert_eq!(*engine.book(), empty);
}

#[test]
fn a_lead_brings_all_that_its_columns_say() {
    let prepared = import_text(
        "Salutation,First Name,Last Name,Job Title,Company,Email,Mobile,Street,City,Postal Code,Country,Lead Source,Campaign,Lead Owner,\
         Status,Do Not Call,Email Opt Out,Created Date,Notes,Shoe Size,Postbox\n\
         Dr.,Ada,Lovelace,Analyst,Engines Ltd,ada@example.org,+44 7700 900123,12 Mill Lane,London,N1 9GU,UK,Trade Show,Spring,Mary,\
         Qualified,yes,no,2026-05-01,likes trains,38,007\n",
    );
    assert_eq!(outcome(&prepared.preview.files[0]), (1, 0, 0));
    let ada = person(&prepared, "Ada Lovelace");
    let engines = person(&prepared, "Engines Ltd");
    let affiliation = ada.affiliation.as_ref().unwrap();
    assert_eq!(
        (&affiliation.organisation, affiliation.title.as_ref().unwrap().as_str()),
        (&engines.party, "Analyst")
    );
    let reach: Vec<&str> = ada.contact_points.iter().map(|point| point.value.as_str()).collect();
    assert_eq!(reach, ["ada@example.org", "+44 7700 900123", "12 Mill Lane, N1 9GU London, UK"]);
    let source = ada.source.as_ref().unwrap();
    assert_eq!((source.method.as_str(), source.detail.as_ref().unwrap().as_str()), ("event", "Trade Show"));
    assert_eq!(ada.met_at.unwrap().to_string(), "2026-05-01T00:00:00Z");
    let attribute = |name: &str| ada.attributes.get(&Line::parse(name).unwrap());
    assert_eq!(attribute("Shoe Size"), Some(&Attribute::Number(38.0)));
    assert_eq!(attribute("Postbox"), Attribute::from_text("007").as_ref());
    assert_eq!(attribute("Status"), Attribute::from_text("Qualified").as_ref());
    let kinds: Vec<String> = prepared.facts.iter().map(Fact::type_name).collect();
    assert_eq!(kinds, ["memberJoined", "partyMet", "partyMet", "consentChanged", "noteTaken", "stageMoved"]);
    engine().record(&now(), prepared.facts, None).unwrap();
}

#[test]
fn files_are_joined_by_ids_and_names() {
    let prepared = import(&[
        (
            "opportunities.csv",
            b"Id,Name,AccountId,Account,Contact,Product,Owner,Stage,Amount,Close Date\n\
            6,Big,1,,Ada Lovelace,GTXPro,Mary,Proposal,\"1.234,50\",2026-12-24\n\
            7,Small,,engines  LTD,,,5,Closed Won,\"10,5\",2026-01-24\n\
            8,New,,Unheard Of,,,,Closed Lost,,\n\
            9,Nobody,,,,,,Prospecting,,\n",
        ),
        ("contacts.csv", b"ContactId,Name,AccountId,Email\n3,Ada Lovelace,1,ada@example.org\n"),
        ("accounts.csv", b"AccountId,Account Name,Industry\n1,Engines Ltd,Steam\n"),
        ("products.csv", b"Product Name,Unit Price\nGTX Pro,100\n"),
        ("users.csv", b"User ID,First Name,Last Name\n5,Mary,Somerville\n"),
    ]);
    assert_eq!(
        (prepared.preview.new_parties, prepared.preview.new_deals, prepared.preview.new_products),
        (3, 4, 1)
    );
    let opened = deals(&prepared);
    let engines = &person(&prepared, "Engines Ltd").party;
    assert_eq!(opened[0].party.as_ref(), Some(engines));
    assert_eq!(opened[1].party.as_ref(), Some(engines));
    assert_eq!(opened[2].party.as_ref(), Some(&person(&prepared, "Unheard Of").party));
    assert_eq!(opened[3].party, None);
    assert_eq!(opened[0].worth.unwrap().to_string(), "1234.50 EUR");
    assert_eq!((opened[0].stage.as_ref().unwrap().as_str(), opened[0].products.len()), ("proposing", 1));
    assert_eq!(opened[1].owner.as_ref().unwrap().as_str(), "m_5");
    let closed: Vec<&Fact> =
        prepared.facts.iter().filter(|fact| matches!(fact, Fact::DealClosed(_))).collect();
    assert_eq!(closed.len(), 2);
    engine().record(&now(), prepared.facts, None).unwrap();
}

#[test]
fn people_6_duplicates_complete_each_other_without_losing_a_fact() {
    let prepared = import_text(
        "Name,Company,Email,Phone,Industry\n\
         Ada Lovelace,Engines,ada@example.org,,Steam\n\
         A. King,,ADA@example.org,+44 20 7946 0123,Maths\n\
         Hugo,Engines,info@example.org,+44 20 7946 0999,\n\
         Greta,Engines,info@example.org,+44 20 7946 0999,\n\
         hugo,ENGINES,,+44 20 7946 0777,\n",
    );
    assert_eq!(outcome(&prepared.preview.files[0]), (5, 2, 0));
    let ada = person(&prepared, "Ada Lovelace");
    assert_eq!(ada.contact_points.len(), 2);
    assert_eq!(person(&prepared, "Hugo").contact_points.len(), 3);
    person(&prepared, "Greta");
    let notes: Vec<&str> = prepared
        .facts
        .iter()
        .filter_map(|fact| if let Fact::NoteTaken(taken) = fact { Some(taken.text.as_str()) } else { None })
        .collect();
    assert!(notes.len() == 1 && notes[0].contains("Name: A. King") && notes[0].contains("Industry: Maths"));
}

#[test]
fn an_import_completes_what_the_book_knows() {
    let mut engine = engine();
    let first = import_text("Name,Email\nAda Lovelace,ada@example.org\n");
    engine.record(&now(), first.facts, None).unwrap();
    let (request, bytes) = together(&[(
        "leads.csv",
        b"Name,Email,Phone,Company,Industry,Email Opt Out\n\
        Ada Lovelace,Ada@Example.org,+44 20 7946 0123,Engines,Steam,1\n",
    )]);
    let second = engine.import(&now(), &request, &bytes).unwrap();
    assert_eq!((second.preview.new_parties, second.preview.completed_parties), (1, 1));
    let kinds: Vec<String> = engine.journal().skip(1).map(|entry| entry.type_name()).collect();
    assert_eq!(kinds, ["partyMet", "partyCorrected", "contactPointAdded", "consentChanged"]);
}

#[test]
fn referrers_are_parties_where_they_can_be_and_never_circle() {
    let prepared = import_text(
        "Name,Email,Referred By\nAda,ada@example.org,Bela\nBela,bela@example.org,Cleo\nCleo,cleo@example.org,Ada\nDora,dora@example.org,Somebody\n",
    );
    let referred = prepared.facts.iter().filter(|fact| matches!(fact, Fact::PartyCorrected(_))).count();
    assert_eq!(referred, 2);
    let dora = person(&prepared, "Dora").source.as_ref().unwrap();
    assert_eq!((dora.method.as_str(), dora.detail.as_ref().unwrap().as_str()), ("referral", "Somebody"));
    let cleo = person(&prepared, "Cleo").source.as_ref().unwrap();
    assert_eq!(cleo.detail.as_ref().unwrap().as_str(), "Ada");
    engine().record(&now(), prepared.facts, None).unwrap();
}

#[test]
fn columns_can_be_given_another_meaning() {
    let text = b"Wer,Wo,Egal\nAda,London,x\n";
    let mut file = described("list.csv", text);
    let unknown = prepare(
        &request(vec![file.clone()]),
        text,
        &Known::default(),
        &built_in::standard().unwrap(),
        &now(),
    );
    let fault = unknown.preview.files[0].fault.as_ref().unwrap();
    assert!(unknown.facts.is_empty() && fault.line == Some(1) && unknown.preview.files[0].columns.len() == 3);
    file.columns = [("0", "name"), ("1", "attribute"), ("2", "ignore")]
        .map(|(at, to)| (at.to_owned(), to.to_owned()))
        .into();
    let prepared = prepare(
        &request(vec![file.clone()]),
        text,
        &Known::default(),
        &built_in::standard().unwrap(),
        &now(),
    );
    let ada = person(&prepared, "Ada");
    assert_eq!(ada.attributes.keys().map(Line::as_str).collect::<Vec<_>>(), ["Wo"]);
    file.columns.insert("1".to_owned(), "nmae".to_owned());
    let wrong =
        prepare(&request(vec![file]), text, &Known::default(), &built_in::standard().unwrap(), &now());
    assert!(wrong.preview.files[0].fault.as_ref().unwrap().text.contains("nmae"));
}

#[test]
fn an_odoo_pipeline_tells_the_lost_from_the_open() {
    let prepared = import_text(
        "id,name,type,stage_id,user_id,partner_name,contact_name,email_from,expected_revenue,probability,date_deadline,lost_reason_id,active\n\
         a1,Desks,opportunity,Proposition,Mary,Engines,Ada Lovelace,ada@example.org,24000.0,55.5,2026-12-24,,True\n\
         a2,Chairs,opportunity,New,Mary,,Bela,bela@example.org,1000.0,0.0,,Too expensive,False\n\
         a3,Lamps,opportunity,New,Mary,,Bela,bela@example.org,1000.0,0.0,,,True\n",
    );
    let closed: Vec<&Fact> =
        prepared.facts.iter().filter(|fact| matches!(fact, Fact::DealClosed(_))).collect();
    let text = serde_json::to_string(&closed).unwrap();
    assert!(closed.len() == 1 && text.contains("\"reason\":\"price\""), "{text}");
    assert_eq!(deals(&prepared)[0].stage.as_ref().unwrap().as_str(), "proposing");
    assert_eq!(deals(&prepared)[1].party.as_ref(), Some(&person(&prepared, "Bela").party));
}

#[test]
fn files_that_are_no_tables_are_refused_with_place_and_reason() {
    let fault = |bytes: &[u8]| import(&[("file.csv", bytes)]).preview.files[0].fault.clone().unwrap();
    assert!(fault(b"").text.contains("empty"));
    assert!(fault(b"\n\n  \n").text.contains("empty"));
    assert!(fault(b"PK\x03\x04\x14\x00").text.contains("Excel"));
    assert_eq!(fault(b"Name,Email\n").line, Some(1));
    assert_eq!(fault(b"\nfoo,bar\n1,2\n").line, Some(2));
    // One bad file keeps all of them out.
    assert!(import(&[("a.csv", b"Name\nAda\n"), ("b.csv", b"")]).facts.is_empty());
}

#[test]
fn tricky_tables_of_our_own_come_in_or_say_why_not() {
    let rows = |bytes: &[u8]| {
        let prepared = import(&[("leads.csv", bytes)]);
        let file = prepared.preview.files[0].clone();
        assert_eq!(file.fault, None);
        let names: Vec<String> = met(&prepared).iter().map(|met| met.name.to_string()).collect();
        (names, refused(&file).into_iter().map(|(line, _)| line).collect::<Vec<_>>())
    };
    let both = (vec!["Ada".to_owned(), "Bela".to_owned()], vec![]);
    let utf16: Vec<u8> =
        "Name;City\r\nAda;Zürich\r\nBela;Łódź\r\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let tables: [&[u8]; 12] = [
        b"Name,City\nAda,Rome\nBela,Oslo\n",
        b"Name,City\rAda,Rome\rBela,Oslo",
        b"Name,City\r\nAda,Rome\nBela,Oslo\r",
        b"\xEF\xBB\xBF\"Name\",\"City\"\n\"Ada\",\"Rome\"\n\"Bela\",\"Oslo\"\n",
        b"sep=;\nName;City\nAda;Rome\nBela;Oslo\n",
        b"All our leads,,\n\nName,City,\nAda,Rome,\nBela,Oslo,\n",
        b"Name\tCity\nAda\tRome, Italy\nBela\tOslo; Norway\n",
        b"Name|City\nAda|K\xF6ln\nBela|M\xFCnchen\n",
        b"Name,City\n,\nAda,\"Rome\nItaly\"\n\nBela,\"the \"\"big\"\" city\"\n\n",
        b"Name*,City\nAda,Rome,,,\nBela,Oslo\n",
        b"NAME,City,City\nAda,Rome,Paris\nBela,Oslo,\n",
        &utf16,
    ];
    for table in tables {
        assert_eq!(rows(table), both, "{}", String::from_utf8_lossy(table));
    }
    let broken = rows(b"Name,City\nAda,Rome\nCleo,\"Rome\" (old)\nDora,a,b\nEva\nFay,\"x\nBela,Oslo\n");
    assert_eq!(broken, (both.0.clone(), vec![3, 4, 5, 6]));
    let unreadable = rows(b"Name,City\nAda,K\xC3\xB6ln\nCleo,\xFF\nBela,Z\xC3\xBCrich\nDora,\0\n");
    assert_eq!(unreadable, (both.0, vec![3, 5]));
}

#[test]
fn long_cells_are_kept_and_named() {
    let long = "x".repeat(30_000);
    let prepared = import_text(&format!("Name,Hobby,Notes\nAda,{long},{long}\n{long},,\n"));
    let file = &prepared.preview.files[0];
    assert_eq!(outcome(file), (2, 0, 0));
    assert_eq!(file.problems.len(), 3);
    let notes = prepared.facts.iter().filter(|fact| matches!(fact, Fact::NoteTaken(_))).count();
    assert_eq!(notes, 2);
}

#[test]
fn a_whole_pipeline_of_thousands_comes_in() {
    let Some(folder) = shared("maven_crm") else { return };
    let names = ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"];
    let read: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().copied().zip(read.iter().map(Vec::as_slice)).collect();
    let prepared = import(&files);
    let counts = &prepared.preview;
    assert_eq!(
        (counts.new_parties, counts.new_deals, counts.new_products, counts.new_members),
        (85, 8800, 7, 35)
    );
    assert!(counts.files.iter().all(|file| file.refused == 0 && file.fault.is_none()));
    assert_eq!(deals(&prepared).iter().filter(|deal| deal.party.is_none()).count(), 1425);
    assert!(deals(&prepared).iter().all(|deal| deal.products.len() == 1));
    let mut engine = engine();
    engine.record(&now(), prepared.facts, None).unwrap();
    let (request, bytes) = together(&files);
    assert_eq!(engine.preview(&now(), &request, &bytes).entries, 0);
}

#[test]
fn exports_of_other_systems_come_in() {
    let Some(folder) = shared("crm_exports") else { return };
    let import_at = |path: &str| import(&[("export.csv", &std::fs::read(folder.join(path)).unwrap())]);
    let leads = import_at("suitecrm/Leads.csv");
    assert_eq!(
        (leads.preview.files[0].table, outcome(&leads.preview.files[0])),
        (TableKind::Leads, (1, 0, 1))
    );
    let deals = import_at("salesforce_dataloader/opportunityData.csv");
    assert_eq!((deals.preview.files[0].table, deals.preview.new_deals), (TableKind::Opportunities, 38));
    engine().record(&now(), deals.facts, None).unwrap();
    // Every listing of headings with people, organisations or deals in it is understood.
    let text = std::fs::read_to_string(folder.join("headings.json")).unwrap();
    let listings: serde_json::Value = serde_json::from_str(&text).unwrap();
    let expected = [
        ("salesforce_dataloader_account", TableKind::Accounts),
        ("zoho_accounts", TableKind::Accounts),
        ("zoho_contacts", TableKind::Contacts),
        ("zoho_leads", TableKind::Leads),
        ("zoho_potentials", TableKind::Opportunities),
        ("zoho_products", TableKind::Products),
        ("zoho_users", TableKind::Members),
        ("pipedrive_import_sample", TableKind::Opportunities),
        ("hubspot_contacts", TableKind::Contacts),
        ("hubspot_deals", TableKind::Opportunities),
    ];
    for (listing, kind) in expected {
        let columns = listings[listing]["columns"].as_array().unwrap();
        let headings: Vec<&str> = columns.iter().map(|column| column.as_str().unwrap()).collect();
        let row = vec!["7"; headings.len()];
        let prepared = import_text(&format!("{}\n{}\n", headings.join(","), row.join(",")));
        let file = &prepared.preview.files[0];
        assert_eq!((file.table, &file.fault), (kind, &None), "{listing}");
    }
}

/// Each table of csv-spectrum, read with its first column as a name, has the cells that its JSON says.
#[test]
fn tricky_tables_have_the_right_cells() {
    let Some(folder) = shared("csv_tricky/csv-spectrum") else { return };
    for entry in std::fs::read_dir(folder.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        // Its JSON is about other rows than it has.
        if path.ends_with("location_coordinates.csv") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let json = folder.join("json").join(path.file_stem().unwrap()).with_extension("json");
        let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
        let rows = json.as_array().cloned().unwrap_or_else(|| vec![json.clone()]);
        let expected: Vec<_> = rows.iter().map(|row| row.as_object().unwrap().clone()).collect();
        let mut file = described("table.csv", &bytes);
        file.table = Some(TableKind::Accounts);
        let others = (1..expected[0].len()).map(|at| (at.to_string(), "attribute".to_owned()));
        file.columns = others.chain([("0".to_owned(), "name".to_owned())]).collect();
        let prepared =
            prepare(&request(vec![file]), &bytes, &Known::default(), &built_in::standard().unwrap(), &now());
        let found = met(&prepared);
        assert_eq!(found.len(), expected.len(), "{}", path.display());
        for (met, row) in found.iter().zip(&expected) {
            let mut cells = row.iter().map(|(heading, cell)| (heading, cell.as_str().unwrap().trim()));
            let squeezed = |text: &str| Line::squeezed(text).unwrap();
            assert_eq!(met.name, squeezed(cells.next().unwrap().1), "{}", path.display());
            for (heading, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
                let kept = serde_json::to_value(&met.attributes[&squeezed(heading)]).unwrap();
                let same = kept.as_str() == Some(cell) || kept.as_f64() == cell.parse().ok();
                assert!(same, "{}: {kept} is not {cell}", path.display());
            }
        }
    }
}

#[test]
fn no_tricky_file_goes_unexplained() {
    let Some(folder) = shared("csv_tricky") else { return };
    for part in ["csvlint", "salesforce_dataloader"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            let prepared = import(&[("file.csv", &bytes)]);
            let file = &prepared.preview.files[0];
            let explained = file.fault.is_some() || file.accepted.saturating_add(file.refused) == file.rows;
            assert!(explained && file.rows > 0, "{}: {file:?}", path.display());
        }
    }
}

/// Tables without names are about rows with ids or outcomes; a choice called "contact" is no name.
#[test]
fn tables_for_learning_come_in() {
    if let Some(path) = shared("bank_marketing/bank_full_train.csv") {
        let prepared = import(&[("bank.csv", &std::fs::read(path).unwrap())]);
        let file = &prepared.preview.files[0];
        assert_eq!((file.refused, file.duplicates, prepared.preview.new_parties), (0, 0, file.rows));
        let meaning = |heading: &str| {
            file.columns.iter().find(|column| column.heading == heading).unwrap().meaning.as_str()
        };
        assert_eq!(
            (meaning("contact"), meaning("campaign"), meaning("duration")),
            ("attribute", "attribute", "attribute")
        );
    }
    if let Some(path) = shared("salvirt/Salvirt_B2B_ML_dataset.csv") {
        let prepared = import(&[("b2b.csv", &std::fs::read(path).unwrap())]);
        assert_eq!((prepared.preview.new_deals, prepared.preview.new_parties), (448, 0));
        let closed = prepared.facts.iter().filter(|fact| matches!(fact, Fact::DealClosed(_))).count();
        assert_eq!(closed, 448);
    }
}
