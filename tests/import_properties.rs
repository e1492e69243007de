//! Whatever a file holds, an import never panics, and what it prepares can be recorded.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use nextsale::engine::Engine;
use nextsale::exchange::request::{ImportFile, ImportRequest};
use nextsale::value::id::{BookId, ReplicaId};
use nextsale::value::text::Line;
use nextsale::value::time::Timestamp;
use nextsale::value::zone::Now;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn now() -> Now {
    Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap())
}

fn engine() -> Engine {
    Engine::new(BookId::parse("book").unwrap(), ReplicaId::parse("r1").unwrap()).unwrap()
}

fn request(files: &[Vec<u8>]) -> (ImportRequest, Vec<u8>) {
    let described = files.iter().map(|bytes| ImportFile {
        name: Line::parse("table.csv").unwrap(),
        length: u32::try_from(bytes.len()).unwrap(),
        table: None,
        delimiter: None,
        encoding: None,
        header_line: None,
        columns: Default::default(),
        experiment: None,
    });
    let files_in = described.collect();
    (ImportRequest { files: files_in, currency: None, country: None, date_order: None }, files.concat())
}

/// Imports, and imports again and again: nothing new comes of it. (Where rows contradict each other, such as one
/// address for people of two companies, a detail can still find its place the second time.)
fn imports_once(files: &[Vec<u8>]) {
    let (request, bytes) = request(files);
    let mut engine = engine();
    let first = engine.import(&now(), &request, &bytes).unwrap();
    for file in first.preview.files.iter().filter(|file| file.fault.is_none()) {
        assert_eq!(file.accepted.saturating_add(file.refused), file.rows);
    }
    for _ in 0..2 {
        let again = engine.import(&now(), &request, &bytes).unwrap().preview;
        let new = (again.new_parties, again.new_deals, again.new_products, again.new_members);
        let journal: Vec<String> = engine.journal().map(|entry| entry.to_stored()).collect();
        assert_eq!(new, (0, 0, 0, 0), "{}\n{}", String::from_utf8_lossy(&bytes), journal.join("\n"));
    }
}

const TABLES: [&[&str]; 5] = [
    &[
        "Lead ID",
        "First Name",
        "Last Name",
        "Company",
        "Email",
        "Phone",
        "Lead Source",
        "Referred By",
        "Status",
        "Owner",
        "Do Not Call",
        "Created Date",
        "Notes",
        "City",
        "Zip",
    ],
    &["Contact ID", "Name", "Account ID", "Email", "Title", "Contact Owner", "Industry"],
    &["Account ID", "Account Name", "Industry", "Phone", "Website"],
    &[
        "Opportunity ID",
        "Deal Name",
        "Account ID",
        "Account Name",
        "Contact",
        "Product",
        "Stage",
        "Amount",
        "Currency",
        "Close Date",
        "Create Date",
        "Is Won",
        "Lost Reason",
        "Owner",
    ],
    &["Product Name", "Product Code", "Unit Price"],
];

/// Few different cells for each heading, so that rows meet; now and then one that belongs elsewhere.
fn cell(heading: &str) -> impl Strategy<Value = String> {
    let own: &[&str] = match heading {
        "Lead ID" | "Contact ID" => &["", "1", "2", "00Q8d0000000001EAA", "00Q8d0000000001"],
        "Account ID" => &["", "1", "2", "7"],
        "Opportunity ID" => &["", "1", "2", "OPP-20261"],
        "First Name" | "Name" | "Contact" | "Referred By" => {
            &["", "Ada", "ada", "Bela Nagy", "<b>", "\u{202E}x", "=1+1"]
        }
        "Last Name" => &["", "Nagy", "None"],
        "Company" | "Account Name" => &["", "Engines Ltd", "ENGINES LTD", "Other", "n/a"],
        "Email" => &["", "ada@example.org", "Ada@Example.org", "info@example.org", "x@y.z; ada@example.org"],
        "Phone" => &["", "+44 20 7946 0123", "020 7946 0123"],
        "Lead Source" => &["", "Web", "Partner"],
        "Status" => &["", "Qualified", "Unqualified", "customer"],
        "Owner" | "Contact Owner" => &["", "Mary", "mary", "5"],
        "Do Not Call" | "Is Won" => &["", "yes", "no", "true"],
        "Created Date" | "Create Date" | "Close Date" => {
            &["", "2026-01-31", "2031-01-31", "25/12/2025", "03/04/2026"]
        }
        "Deal Name" => &["", "Big", "big", "Small"],
        "Product" | "Product Name" => &["", "GTX Pro", "GTXPro", "GT-X Pro"],
        "Stage" => &["", "Closed Won", "Lost", "Proposal", "Own word"],
        "Amount" | "Unit Price" => &["", "0.00", "1,234.50", "1.234,50", "€ 12"],
        "Currency" => &["", "EUR", "USD"],
        _ => &["", "one", "two\nlines"],
    };
    let own: Vec<String> = own.iter().map(|cell| (*cell).to_owned()).collect();
    let odd = ["what", "\u{0}", "'=1+1", "12", "\u{FFFD}"].map(str::to_owned).to_vec();
    prop_oneof![30 => prop::sample::select(own), 1 => prop::sample::select(odd)]
}

fn table() -> impl Strategy<Value = String> {
    (0..TABLES.len()).prop_flat_map(|table| {
        let row: Vec<_> = TABLES[table].iter().map(|heading| cell(heading).boxed()).collect();
        prop::collection::vec(row, 1..8).prop_map(move |rows| {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
            let lines: Vec<String> =
                std::iter::once(TABLES[table].join(",")).chain(rows.iter().map(line)).collect();
            lines.join("\n")
        })
    })
}

proptest! {
    // The same tables every time, so that a run can be repeated.
    #![proptest_config(ProptestConfig {
        cases: 64,
        max_shrink_iters: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        imports_once(&[bytes]);
    }

    #[test]
    fn any_text_is_answered(text in "[\"\\r\\n,;\t =a-eNametlos@.0-9é\u{0}-]{0,200}") {
        imports_once(&[format!("Name,Email\n{text}").into_bytes()]);
    }

    #[test]
    fn damaged_tables_are_answered(table in table(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut table = table.into_bytes();
        let at = at.index(table.len());
        if cut { table.truncate(at) } else { table[at] = byte }
        imports_once(&[table]);
    }

    #[test]
    fn what_is_prepared_can_be_recorded_and_only_once(tables in prop::collection::vec(table(), 1..5)) {
        imports_once(&tables.into_iter().map(String::into_bytes).collect::<Vec<_>>());
    }
}
