//! Cells → ways to contact somebody.

use super::field::Field;
use super::row::{Cell, RowReader};
use super::words::CellTrouble;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::text::Line;
use std::collections::BTreeMap;

/// All ways to contact somebody that a row tells.
pub(super) fn contact_points(reader: &mut RowReader<'_>) -> Vec<ContactPoint> {
    let mut points = Vec::new();
    for cell in reader.take_all(Field::Email) {
        let found = mailboxes(cell.1);
        add(reader, &mut points, cell, Channel::Email, found, CellTrouble::NotAMailbox);
    }
    for cell in reader.take_all(Field::Phone) {
        let found = numbers(cell.1);
        add(reader, &mut points, cell, Channel::Phone, found, CellTrouble::NotAPhone);
    }
    for cell in reader.take_all(Field::Social) {
        add(reader, &mut points, cell, Channel::Social, vec![cell.1], CellTrouble::TooLongForALine);
    }
    points.extend(addresses(reader));
    points
}

fn add<'s>(
    reader: &mut RowReader<'s>,
    points: &mut Vec<ContactPoint>,
    cell: Cell<'s>,
    channel: Channel,
    values: Vec<&str>,
    trouble: CellTrouble,
) {
    let label = cell.0.label.and_then(Line::parse);
    let read: Vec<Option<ContactPoint>> =
        values.iter().map(|value| ContactPoint::new(channel, value)).collect();
    if read.is_empty() || read.iter().any(Option::is_none) {
        reader.keep(cell, trouble);
    }
    for mut point in read.into_iter().flatten() {
        point.label = label.clone();
        if !points.iter().any(|own| own.channel == channel && own.value == point.value) {
            points.push(point);
        }
    }
}

/// The addresses in a cell: one, several, or one with a name before it as in `Ada <ada@example.org>`.
fn mailboxes(cell: &str) -> Vec<&str> {
    let inner = |part: &'_ str| -> Option<(usize, usize)> {
        let open = part.find('<')?;
        let close = part.find('>').filter(|close| *close > open)?;
        Some((open.saturating_add(1), close))
    };
    let clean = |part| -> &str {
        let part: &str = part;
        let part = inner(part).and_then(|(from, to)| part.get(from..to)).unwrap_or(part).trim();
        part.strip_prefix("mailto:").unwrap_or(part)
    };
    let whole = clean(cell);
    if !cell.contains([';', ',', '|', '\n', '\r'])
        && (inner(cell).is_some() || !whole.contains(char::is_whitespace))
    {
        return vec![whole];
    }
    cell.split([';', ',', '|', '\n', '\r']).map(clean).flat_map(str::split_whitespace).collect()
}

/// The numbers in a cell. A slash can be part of one, so a cell is only cut where each part could be called.
fn numbers(cell: &str) -> Vec<&str> {
    // A spreadsheet has rounded this one; its digits are gone.
    if cell.to_uppercase().contains("E+") && crate::value::number::read(&cell.replace(',', ".")).is_some() {
        return Vec::new();
    }
    let callable = |part: &&str| part.chars().filter(char::is_ascii_digit).count() >= 5;
    for separators in [[';', '|', '\n'], [',', ',', ','], ['/', '/', '/']] {
        let parts: Vec<&str> =
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && parts.iter().all(callable) {
            return parts;
        }
    }
    vec![cell]
}

const PARTS: [Field; 6] =
    [Field::Street, Field::PostalCode, Field::City, Field::State, Field::Country, Field::Address];

/// Postal addresses put together from their columns. A country alone is no address that a letter could go to.
fn addresses(reader: &mut RowReader<'_>) -> Vec<ContactPoint> {
    let mut groups: BTreeMap<Option<&'static str>, Vec<(Field, Cell<'_>)>> = BTreeMap::new();
    for field in PARTS {
        for cell in reader.take_all(field) {
            groups.entry(cell.0.label).or_default().push((field, cell));
        }
    }
    let mut points = Vec::new();
    for (label, parts) in groups {
        let has = |field: Field| parts.iter().any(|(each, _)| *each == field);
        let complete =
            has(Field::Street) || has(Field::Address) || (has(Field::City) && has(Field::PostalCode));
        let text = composed(&parts);
        let point = complete.then(|| ContactPoint::new(Channel::Postal, &text)).flatten();
        match point {
            Some(mut point) => {
                point.label = label.and_then(Line::parse);
                points.push(point);
            }
            None => parts.iter().for_each(|(_, cell)| reader.keep_quietly(*cell)),
        }
    }
    points
}

/// Street, postal code and city, state, country; the lines of a street become commas.
fn composed(parts: &[(Field, Cell<'_>)]) -> String {
    let of = |field: Field| -> Vec<String> {
        let cells = parts.iter().filter(|(each, _)| *each == field);
        let lines = cells.flat_map(|(_, (_, cell))| cell.lines());
        lines
            .map(|line| line.trim().trim_end_matches(',').to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let place = [of(Field::PostalCode), of(Field::City)].concat().join(" ");
    let mut all = [of(Field::Address), of(Field::Street)].concat();
    all.push(place);
    all.extend([of(Field::State), of(Field::Country)].concat());
    all.retain(|part| !part.is_empty());
    let text = all.join(", ");
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_several_addresses_are_cut() {
        assert_eq!(mailboxes("a@b.c; d@e.f"), ["a@b.c", "d@e.f"]);
        assert_eq!(mailboxes("Ada Lovelace <ada@b.c>"), ["ada@b.c"]);
        assert_eq!(mailboxes("mailto:ada@b.c"), ["ada@b.c"]);
        assert_eq!(numbers("030 123456 / 0171 9876543"), ["030 123456", "0171 9876543"]);
        assert_eq!(numbers("030/123456"), ["030/123456"]);
        assert!(numbers("4.91513E+11").is_empty());
    }
}
