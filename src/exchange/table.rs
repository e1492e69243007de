//! Text → rows of cells. The `csv` crate reads the cells; what it would silently make the best of (a quote that
//! never ends, text after a closing quote) is found here, so that the row is named and the rest comes in.

use super::export::as_it_was;
use super::words::{FileTrouble, RowTrouble};
use csv::{Reader, ReaderBuilder, StringRecord};

/// So many places are tried to go on after broken quotes before a file is given up.
const MOST_RESTARTS: u32 = 20_000;

/// One record of the file.
#[derive(Debug)]
pub(super) struct Row {
    /// The line it begins on, from 1.
    pub(super) line: u32,
    pub(super) cells: Vec<String>,
    pub(super) trouble: Option<RowTrouble>,
}

impl Row {
    pub(super) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map(String::as_str).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.trouble.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Where lines begin. CR, LF and CRLF each end one, also mixed.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        let mut starts = vec![0];
        let mut bytes = text.bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            let next = bytes.peek().map(|(_, next)| *next);
            if byte == b'\n' || (byte == b'\r' && next != Some(b'\n')) {
                starts.push(at.saturating_add(1));
            }
        }
        Lines(starts)
    }

    fn number(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }

    fn starts_after(&self, offset: usize) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().copied().skip(self.0.partition_point(|start| *start <= offset))
    }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(4096)
        .from_reader(text.as_bytes())
}

fn offset_of(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// Reads all rows. `broken` are the places where bytes could not be decoded.
pub(super) fn read_rows(text: &str, delimiter: u8, broken: &[usize]) -> Result<Vec<Row>, FileTrouble> {
    let lines = Lines::of(text);
    let mut rows = Vec::new();
    visit(text, delimiter, &lines, &mut |row| rows.push(row))?;
    mark_unreadable(text, &lines, broken, &mut rows);
    Ok(rows)
}

/// Shows all rows, one after the other, without keeping any.
pub(super) fn visit_rows(text: &str, delimiter: u8, each: &mut dyn FnMut(Row)) -> Result<(), FileTrouble> {
    visit(text, delimiter, &Lines::of(text), each)
}

fn visit(text: &str, delimiter: u8, lines: &Lines, each: &mut dyn FnMut(Row)) -> Result<(), FileTrouble> {
    let width = usual_width(text, delimiter);
    let mut restarts = 0;
    let mut from = 0;
    while from < text.len() {
        let Some(fault) = read_until_fault(text, from, delimiter, lines, each) else { break };
        from = resume_after(text, &fault, delimiter, width, lines, &mut restarts);
        if restarts > MOST_RESTARTS {
            return Err(FileTrouble::TooManyBrokenQuotes { line: lines.number(fault.begins) });
        }
    }
    Ok(())
}

/// A record whose quotes are broken.
struct Fault {
    begins: usize,
    ends: usize,
}

fn read_until_fault(
    text: &str,
    from: usize,
    delimiter: u8,
    lines: &Lines,
    each: &mut dyn FnMut(Row),
) -> Option<Fault> {
    let rest = text.get(from..)?;
    let mut reader = reader(rest, delimiter);
    let mut record = StringRecord::new();
    loop {
        let start = offset_of(&reader);
        let read = reader.read_record(&mut record).unwrap_or(false);
        if !read {
            return None;
        }
        let raw = rest.get(start..offset_of(&reader)).unwrap_or_default();
        // The line feed of the CRLF that ended the last record, and blank lines, stand before this one.
        let blank = raw.len().saturating_sub(raw.trim_start_matches(['\r', '\n']).len());
        let begins = from.saturating_add(start).saturating_add(blank);
        let line = lines.number(begins);
        let mut cells: Vec<String> = record.iter().map(|cell| as_it_was(cell).to_owned()).collect();
        let trouble = quote_trouble(raw.trim_start_matches(['\r', '\n']), delimiter, line);
        if let Some(trouble) = trouble {
            cells.truncate(1);
            each(Row { line, cells, trouble: Some(trouble) });
            return Some(Fault { begins, ends: from.saturating_add(offset_of(&reader)) });
        }
        each(Row { line, cells, trouble: None });
    }
}

/// What is wrong with the quotes of a record. Follows the same rules as the reader: a quote opens a cell only as
/// its first character, and a doubled quote within it is one quote. Spaces after a closing quote are harmless.
fn quote_trouble(raw: &str, delimiter: u8, line: u32) -> Option<RowTrouble> {
    #[derive(PartialEq)]
    enum At {
        CellStart,
        Plain,
        Quoted,
        AfterQuote,
        Trailing,
    }
    let mut at = At::CellStart;
    for byte in raw.bytes() {
        let ends_cell = byte == delimiter || byte == b'\r' || byte == b'\n';
        at = match at {
            At::Quoted if byte == b'"' => At::AfterQuote,
            At::Quoted => At::Quoted,
            At::AfterQuote if byte == b'"' => At::Quoted,
            _ if ends_cell => At::CellStart,
            At::CellStart if byte == b'"' => At::Quoted,
            At::CellStart | At::Plain => At::Plain,
            At::AfterQuote | At::Trailing if byte == b' ' || byte == b'\t' => At::Trailing,
            At::AfterQuote | At::Trailing => return Some(RowTrouble::TextAfterQuote),
        };
    }
    (at == At::Quoted).then_some(RowTrouble::QuoteNeverEnds { line })
}

/// Where to go on after a record with broken quotes. If it took in further lines, the first of them that reads
/// soundly with the usual number of cells is taken for the next row; those before it belong to the broken one.
fn resume_after(
    text: &str,
    fault: &Fault,
    delimiter: u8,
    width: usize,
    lines: &Lines,
    restarts: &mut u32,
) -> usize {
    for start in lines.starts_after(fault.begins) {
        *restarts = restarts.saturating_add(1);
        if start >= fault.ends || *restarts > MOST_RESTARTS {
            break;
        }
        let rest = text.get(start..).unwrap_or_default();
        let mut reader = reader(rest, delimiter);
        let mut record = StringRecord::new();
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        let raw = rest.get(..offset_of(&reader)).unwrap_or_default();
        let sound = quote_trouble(raw.trim_start_matches(['\r', '\n']), delimiter, 0).is_none();
        if sound && width >= 2 && record.len() == width {
            return start;
        }
    }
    fault.ends
}

/// The number of cells that most of the first rows have.
fn usual_width(text: &str, delimiter: u8) -> usize {
    let mut widths: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    let mut reader = reader(text, delimiter);
    for record in reader.records().take(100).flatten() {
        let count = widths.entry(record.len()).or_default();
        *count = count.saturating_add(1);
    }
    widths.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(width, _)| width)
}

/// Marks the rows that have bytes that could not be decoded, or a NUL.
fn mark_unreadable(text: &str, lines: &Lines, broken: &[usize], rows: &mut [Row]) {
    let starts: Vec<u32> = rows.iter().map(|row| row.line).collect();
    let mut mark = |offset: usize, trouble: fn(u32) -> RowTrouble| {
        let line = lines.number(offset);
        let row = starts.partition_point(|start| *start <= line).checked_sub(1);
        if let Some(row) = row.and_then(|row| rows.get_mut(row)) {
            row.trouble.get_or_insert(trouble(line));
        }
    };
    for offset in broken {
        mark(*offset, |line| RowTrouble::Undecodable { line });
    }
    for (offset, _) in text.match_indices('\0') {
        mark(offset, |line| RowTrouble::Nul { line });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read_rows(text, b',', &[]).unwrap().into_iter().map(|row| row.cells).collect()
    }

    fn lines_and_troubles(text: &str) -> Vec<(u32, Option<RowTrouble>)> {
        read_rows(text, b',', &[]).unwrap().into_iter().map(|row| (row.line, row.trouble)).collect()
    }

    #[test]
    fn reads_quotes_newlines_and_all_line_ends() {
        assert_eq!(cells("a,b\r1,\"x\"\"y\"\r"), [["a", "b"], ["1", "x\"y"]]);
        assert_eq!(cells("a,b\r\n1,\"x\ny\"\n2,3"), [["a", "b"], ["1", "x\ny"], ["2", "3"]]);
        let found = lines_and_troubles("a\r\rb\r\n\r\n\"c\nd\"\ne");
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3, 5, 7]);
    }

    #[test]
    fn names_broken_quotes_and_goes_on() {
        let found = lines_and_troubles("a,b\n1,\"x\" y\n3,4\n");
        assert_eq!(found, [(1, None), (2, Some(RowTrouble::TextAfterQuote)), (3, None)]);
        let found = lines_and_troubles("a,b\n1,\"x\n3,4\n5,6\n");
        let never = Some(RowTrouble::QuoteNeverEnds { line: 2 });
        assert_eq!(found, [(1, None), (2, never), (3, None), (4, None)]);
        let found = lines_and_troubles("a,b\n1,\"x\n3,\"4\"\n5,6\n");
        assert_eq!(found, [(1, None), (2, Some(RowTrouble::TextAfterQuote)), (3, None), (4, None)]);
        assert_eq!(lines_and_troubles("a,b\n1,\"x\"  \n"), [(1, None), (2, None)]);
    }

    #[test]
    fn marks_rows_with_unreadable_bytes() {
        let text = "a,b\n1,\u{FFFD}\n\0,4\n";
        let rows = read_rows(text, b',', &[6]).unwrap();
        let troubles: Vec<_> = rows.into_iter().map(|row| row.trouble).collect();
        assert_eq!(
            troubles,
            [None, Some(RowTrouble::Undecodable { line: 2 }), Some(RowTrouble::Nul { line: 3 })]
        );
    }
}
