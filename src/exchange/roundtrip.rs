//! Tables written in any dialect and encoding read back to the same cells.

use super::dialect::delimiter_of;
use super::encoding::decode;
use super::export::to_csv;
use super::table::read_rows;
use proptest::prelude::*;

type Cells = Vec<Vec<String>>;

const HEADINGS: [&str; 4] = ["First Name", "Last Name", "Email", "Company"];

/// Cells of what Windows-1252 can write too, with all that a dialect has to cope with.
fn cell() -> impl Strategy<Value = String> {
    let character = prop::sample::select(" aZ09,;|\t\"\n\r='+-@ÄéßñŠ€“”–.<>&".chars().collect::<Vec<_>>());
    prop::collection::vec(character, 0..9).prop_map(|characters| characters.into_iter().collect())
}

fn table() -> impl Strategy<Value = Cells> {
    prop::collection::vec(prop::collection::vec(cell(), 4), 1..9)
}

/// A shield that another program put before a formula would be taken off, so a table that is not ours has none.
fn foreign_table() -> impl Strategy<Value = Cells> {
    table().prop_map(|rows| {
        let plain = |cell: String| cell.trim_start_matches('\'').to_owned();
        rows.into_iter().map(|row| row.into_iter().map(plain).collect()).collect()
    })
}

fn written(rows: &Cells, delimiter: char, line_end: &str) -> String {
    let quoted = |cell: &String| {
        let plain = !cell.contains([delimiter, '"', '\r', '\n', ';', ',', '\t', '|']);
        if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let line = |row: &Vec<String>| {
        row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string()) + line_end
    };
    let headings: Vec<String> = HEADINGS.iter().map(|heading| (*heading).to_owned()).collect();
    std::iter::once(&headings).chain(rows).map(line).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '€' => 0x80,
        'Š' => 0x8A,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    let marked = format!("\u{FEFF}{text}");
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => marked.into_bytes(),
        2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        3 => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        4 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        5 => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => windows_1252(text),
    }
}

fn read(bytes: &[u8]) -> Cells {
    let decoded = decode(bytes, None).unwrap();
    let (delimiter, body) = delimiter_of(&decoded.text, None).unwrap();
    let rows = read_rows(body, delimiter, &decoded.broken).unwrap();
    assert!(rows.iter().all(|row| row.trouble.is_none()), "{rows:?}");
    rows.into_iter().skip(1).map(|row| row.cells).collect()
}

proptest! {
    #[test]
    fn any_dialect_reads_back(
        rows in foreign_table(),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|']),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in 0_usize..7,
    ) {
        let text = written(&rows, delimiter, line_end);
        prop_assert_eq!(read(&encoded(&text, encoding)), rows);
    }

    #[test]
    fn what_we_write_reads_back_and_no_cell_is_a_formula(rows in table()) {
        let headings: Vec<String> = HEADINGS.iter().map(|heading| (*heading).to_owned()).collect();
        let csv = to_csv(&std::iter::once(headings).chain(rows.clone()).collect::<Vec<_>>());
        prop_assert_eq!(read(csv.as_bytes()), rows);
        // As another program reads it, which takes nothing off.
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let number = cell.parse::<f64>().is_ok();
                prop_assert!(number || !cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            }
        }
    }
}
