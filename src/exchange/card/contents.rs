//! A file of cards → its cards, each with its properties as text.

use super::super::encoding;
use super::words::CardTrouble;
use vcard::tree::cst::VcardCst;
use vcard::tree::error::VcardParseError;
use vcard::tree::line::VcardLine;
use vcard::tree::value::node::VcardValueNode;

/// The text of one card in a file.
pub(super) struct Chunk<'t> {
    /// The line it begins on, from 1.
    pub(super) line: u32,
    pub(super) text: &'t str,
    /// Was the end of the card missing?
    pub(super) is_open: bool,
}

/// Cuts a file into cards. A card within a card, as an AGENT of version 2.1 is, belongs to the outer one.
pub(super) fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut open: Option<(usize, u32)> = None;
    let (mut at, mut line, mut depth) = (0_usize, 0_u32, 0_u32);
    let mut nested = false;
    for row in text.split_inclusive('\n') {
        line = line.saturating_add(1);
        let next = at.saturating_add(row.len());
        let word = row.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if word.eq_ignore_ascii_case("BEGIN:VCARD") {
            match open {
                Some(_) if nested => depth = depth.saturating_add(1),
                _ => {
                    if let Some((from, began)) = open {
                        let text = text.get(from..at).unwrap_or_default();
                        chunks.push(Chunk { line: began, text, is_open: true });
                    }
                    (open, depth) = (Some((at, line)), 0);
                }
            }
        } else if word.eq_ignore_ascii_case("END:VCARD")
            && let Some((from, began)) = open
        {
            if depth == 0 {
                let text = text.get(from..next).unwrap_or_default();
                chunks.push(Chunk { line: began, text, is_open: false });
                open = None;
            }
            depth = depth.saturating_sub(1);
        }
        if !word.is_empty() {
            let upper = word.to_ascii_uppercase();
            nested = upper.starts_with("AGENT") && upper.ends_with(':');
        }
        at = next;
    }
    if let Some((from, began)) = open {
        chunks.push(Chunk { line: began, text: text.get(from..).unwrap_or_default(), is_open: true });
    }
    chunks
}

/// A property of a card, its value as text.
#[derive(Debug)]
pub(super) struct Property {
    /// The name in capitals, without its group.
    pub(super) name: String,
    pub(super) group: Option<String>,
    /// What TYPE says, in small letters; in version 2.1 that stands without its name.
    pub(super) types: Vec<String>,
    /// The whole value.
    pub(super) value: String,
    /// The value cut at its semicolons.
    pub(super) parts: Vec<String>,
    /// Is the value a picture, a key, a sound?
    pub(super) is_binary: bool,
}

/// The properties of a card.
pub(super) fn properties(chunk: &Chunk<'_>) -> Result<Vec<Property>, CardTrouble> {
    if chunk.is_open {
        return Err(CardTrouble::NeverEnds);
    }
    let begins = chunk.text.trim_start_matches('\u{feff}');
    let card = VcardCst::parse(begins).map_err(|error| match error {
        VcardParseError::MissingPropertyColon(line) | VcardParseError::NonUtf8Header(line) => {
            CardTrouble::NoValue { line }
        }
        VcardParseError::ExpectedBegin(_)
        | VcardParseError::MissingEnd(_)
        | VcardParseError::MissingCrlf(_) => CardTrouble::NeverEnds,
    })?;
    let mut depth = 0_u32;
    let mut properties = Vec::new();
    for line in &card.props {
        let property = property(line);
        match property.name.as_str() {
            "BEGIN" => depth = depth.saturating_add(1),
            "END" => depth = depth.saturating_sub(1),
            _ if depth == 0 => properties.push(property),
            _ => {}
        }
    }
    Ok(properties)
}

fn property(line: &VcardLine<'_>) -> Property {
    let mut types = Vec::new();
    let (mut quoted_printable, mut is_binary, mut charset) = (false, false, None);
    for param in &line.params {
        let name = param.name.get().trim().to_ascii_uppercase();
        let values = param.values.iter().map(|value| value.get().trim_matches('"').trim().to_lowercase());
        let values: Vec<String> = values.flat_map(|value| pieces(&value)).collect();
        let says = |word: &str| name == word || values.iter().any(|value| value.eq_ignore_ascii_case(word));
        match name.as_str() {
            "ENCODING" | "QUOTED-PRINTABLE" | "BASE64" => {
                quoted_printable |= says("QUOTED-PRINTABLE");
                is_binary |= says("BASE64") || says("B");
            }
            "VALUE" => is_binary |= says("BINARY"),
            "CHARSET" => charset = values.first().cloned(),
            "TYPE" => types.extend(values),
            "PREF" => types.push("pref".to_owned()),
            // Version 2.1 names types without TYPE=; others tell the service of a handle.
            _ if values.is_empty() => types.push(name.to_lowercase()),
            "X-SERVICE-TYPE" | "SERVICE-TYPE" => types.extend(values),
            _ => {}
        }
    }
    let raw = line.value.to_string();
    let decoded = (quoted_printable && !is_binary).then(|| from_quoted_printable(&raw, charset.as_deref()));
    let (value, parts) = match &decoded {
        Some(text) => {
            let mut node = VcardValueNode::parse(text.as_bytes());
            node.escaper = line.value.escaper;
            texts(&node)
        }
        None => texts(&line.value),
    };
    Property {
        name: line.bare_name().trim().to_ascii_uppercase(),
        group: line.group().map(str::to_ascii_lowercase),
        types,
        value,
        parts,
        is_binary,
    }
}

fn pieces(value: &str) -> Vec<String> {
    value.split(',').map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

fn texts(node: &VcardValueNode<'_>) -> (String, Vec<String>) {
    let parts = (0..node.component_count()).map(|index| node.decode_component(index).trim().to_owned());
    (node.decode().trim().to_owned(), parts.collect())
}

fn from_quoted_printable(raw: &str, charset: Option<&str>) -> String {
    let bytes = quoted_printable::decode(raw, quoted_printable::ParseMode::Robust);
    let bytes = bytes.unwrap_or_else(|_| raw.as_bytes().to_vec());
    let read = |charset| encoding::decode(&bytes, charset).ok().map(|decoded| decoded.text);
    let text = read(charset).or_else(|| read(None));
    text.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned()).replace("\r\n", "\n")
}
