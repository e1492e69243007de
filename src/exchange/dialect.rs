//! Which character separates the cells, and which row has the headings.

use super::heading::is_familiar;
use super::table::Row;
use super::words::FileTrouble;
use csv::ReaderBuilder;
use std::collections::BTreeMap;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many characters are looked at to find the delimiter.
const SAMPLE: usize = 100_000;

/// The delimiter, and the text without the `sep=` line by which spreadsheets name it.
pub(super) fn delimiter_of<'t>(text: &'t str, wanted: Option<&str>) -> Result<(u8, &'t str), FileTrouble> {
    let named = named_in_first_line(text);
    let body = named.map_or(text, |(_, rest)| rest);
    match wanted {
        Some(wanted) => match wanted.as_bytes() {
            [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | 0) => Ok((*byte, body)),
            _ => Err(FileTrouble::BadDelimiter { found: wanted.to_owned() }),
        },
        None => Ok((named.map_or_else(|| guessed(body), |(delimiter, _)| delimiter), body)),
    }
}

/// The line is kept as a blank one, so that line numbers stay those of the file.
fn named_in_first_line(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let delimiter = *rest.as_bytes().first()?;
    let rest = rest.get(1..)?;
    let allowed = delimiter.is_ascii_punctuation() || delimiter == b'\t';
    (allowed && delimiter != b'"' && rest.starts_with(['\r', '\n'])).then_some((delimiter, rest))
}

fn guessed(text: &str) -> u8 {
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end).unwrap_or(text);
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let points = evenness(sample, delimiter);
        if points > best.0 {
            best = (points, delimiter);
        }
    }
    best.1
}

/// How evenly a delimiter cuts the text: the share of rows with the usual number of cells, in percent, and a
/// little for more cells and for headings that are known.
fn evenness(sample: &str, delimiter: u8) -> usize {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(sample.as_bytes());
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut rows, mut familiar) = (0_usize, 0_usize);
    for record in reader.records().take(60).flatten() {
        rows = rows.saturating_add(1);
        let width = widths.entry(record.len()).or_default();
        *width = width.saturating_add(1);
        // Headings stand near the top; looking further would only cost time.
        if rows <= 10 && record.len() > 1 {
            familiar = familiar.max(record.iter().filter(|cell| is_familiar(cell)).count());
        }
    }
    let usual = widths.into_iter().filter(|(width, _)| *width > 1).max_by_key(|(_, count)| *count);
    let Some((width, count)) = usual else { return 0 };
    let share = count.saturating_mul(100).checked_div(rows).unwrap_or(0);
    share.saturating_add(width.min(20)).saturating_add(familiar.min(20).saturating_mul(15))
}

/// The index of the row with the headings. Title rows and blank rows may stand above it.
pub(super) fn header_row(rows: &[Row], wanted_line: Option<u32>) -> Result<usize, FileTrouble> {
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    if let Some(line) = wanted_line {
        let named = rows.iter().position(|row| row.line == line && !row.is_blank());
        return named.ok_or(FileTrouble::NoHeaderAt { line });
    }
    let candidates = || rows.iter().enumerate().filter(|(_, row)| filled(row) > 0).take(25);
    let widest = candidates().map(|(_, row)| filled(row)).max().unwrap_or(0);
    let familiar = |row: &Row| row.cells.iter().filter(|cell| is_familiar(cell)).count();
    let most_familiar = candidates().map(|(_, row)| familiar(row)).max().unwrap_or(0);
    if most_familiar >= 2 {
        let found = candidates().find(|(_, row)| familiar(row) == most_familiar);
        return found.map(|(index, _)| index).ok_or(FileTrouble::Empty);
    }
    // Nothing known: the first row that is not much narrower than the widest.
    let wide_enough = |row: &Row| filled(row).saturating_mul(10) >= widest.saturating_mul(6);
    candidates().find(|(_, row)| wide_enough(row)).map(|(index, _)| index).ok_or(FileTrouble::Empty)
}

#[cfg(test)]
mod tests {
    use super::super::table::read_rows;
    use super::*;

    #[test]
    fn finds_the_delimiter() {
        let found = |text: &str| char::from(delimiter_of(text, None).unwrap().0);
        assert_eq!(found("name,city\nAda,London\n"), ',');
        assert_eq!(found("name;worth\nAda;1,5\nBob;2,5\n"), ';');
        assert_eq!(found("name\tcity\nAda, Countess\tLondon\n"), '\t');
        assert_eq!(found("name|city\nAda|London\n"), '|');
        assert_eq!(found("sep=;\na,b;c\n"), ';');
        assert_eq!(found("only\none\n"), ',');
        assert_eq!(char::from(delimiter_of("a!b", Some("!")).unwrap().0), '!');
        assert!(delimiter_of("a", Some("::")).is_err());
    }

    #[test]
    fn finds_the_header() {
        let header = |text: &str| header_row(&read_rows(text, b',', &[]).unwrap(), None).unwrap();
        assert_eq!(header("Our list,,\n\nFirst Name,Last Name,Email\nA,B,c@d.e\n"), 1);
        assert_eq!(header("Our list,,\nFoo,Bar,Baz\n1,2,3\n"), 1);
        assert_eq!(header("Foo,Bar,Baz\n1,2,3\n"), 0);
    }
}
