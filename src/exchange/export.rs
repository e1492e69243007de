//! Tables as CSV (RFC 4180) that a spreadsheet may open without running anything.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula, also after
//! spaces and in the wide forms of East Asian keyboards. Such cells get an apostrophe in front, which spreadsheets
//! understand as "this is text". Plain numbers need none and stay numbers. Phone numbers do need it: `+49 30 123`
//! is an expression to a spreadsheet. So that reading the file back gives the cells as they were, a cell that by
//! itself begins with an apostrophe before such a character gets another one; [`as_it_was`] takes one off.

/// Writes rows of cells.
///
/// ```
/// use nextsale::exchange::export::to_csv;
/// let csv = to_csv(&[vec!["Name", "Phone"], vec!["=1+1", "+49 30 123"], vec!["a \"b\", c", "-5.50"]]);
/// assert_eq!(csv, "Name,Phone\r\n'=1+1,'+49 30 123\r\n\"a \"\"b\"\", c\",-5.50\r\n");
/// ```
pub fn to_csv<C: AsRef<str>>(rows: &[Vec<C>]) -> String {
    let mut csv = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&disarmed(cell.as_ref()))).collect();
        // A row of one blank cell would be a blank line, which readers pass over.
        let blank = cells.len() == 1 && cells.iter().all(String::is_empty);
        csv.push_str(if blank { "\"\"".to_owned() } else { cells.join(",") }.as_str());
        csv.push_str("\r\n");
    }
    csv
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', ';', '"', '\r', '\n', '\t']) || cell != cell.trim() {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A cell that no spreadsheet takes for a formula.
///
/// ```
/// use nextsale::exchange::export::disarmed;
/// assert_eq!(disarmed("@SUM(A1)"), "'@SUM(A1)");
/// assert_eq!(disarmed("-12.50"), "-12.50");
/// assert_eq!(disarmed("Ada"), "Ada");
/// ```
pub fn disarmed(cell: &str) -> String {
    let shielded = cell.trim_start_matches('\'');
    if is_armed(shielded) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell that [`disarmed`] was given.
///
/// ```
/// use nextsale::exchange::export::{as_it_was, disarmed};
/// for cell in ["=1+1", "'=1+1", "'tis", "-5", "+49 30", "\t=1", "plain"] {
///     assert_eq!(as_it_was(&disarmed(cell)), cell);
/// }
/// ```
pub fn as_it_was(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_armed(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// Could a spreadsheet take the cell for a formula?
fn is_armed(cell: &str) -> bool {
    const TRIGGERS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let begins_with_control = cell.starts_with(['\t', '\r', '\n', '\0']);
    let invisible =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}');
    begins_with_control
        || (cell.trim_start_matches(invisible).starts_with(TRIGGERS) && !is_plain_number(cell))
}

/// Digits with a sign before them and a mark between them, and nothing else.
fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(fraction)
}
