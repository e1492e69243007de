//! Bytes → text. The encoding is found from a byte order mark, from the bytes themselves, or named by the caller.
//!
//! Three families are enough for what spreadsheets and CRMs write: UTF-8, UTF-16 and Windows-1252. The standard
//! library decodes the first two; the third is a table of 27 characters. The encoding_rs crate would
//! bring the tables of dozens of other encodings along: 99 kB of wasm after brotli (measured), for these 27.

use super::words::FileTrouble;

/// An encoding that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    pub(super) const NAMES: &'static str = "utf-8, utf-16le, utf-16be, windows-1252";

    pub(super) fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    fn named(name: &str) -> Option<Encoding> {
        let plain: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        match plain.as_str() {
            "utf8" => Some(Encoding::Utf8),
            "utf16le" | "utf16" => Some(Encoding::Utf16Le),
            "utf16be" => Some(Encoding::Utf16Be),
            "windows1252" | "cp1252" | "latin1" | "iso88591" | "ansi" => Some(Encoding::Windows1252),
            _ => None,
        }
    }
}

/// Decoded text, and where in it bytes could not be read; each such place shows U+FFFD.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: Encoding,
    pub(super) broken: Vec<usize>,
}

/// Decodes a file; a byte order mark is taken off.
pub(super) fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, FileTrouble> {
    if bytes.is_empty() {
        return Err(FileTrouble::Empty);
    }
    if let Some(format) = known_binary(bytes) {
        return Err(FileTrouble::Binary { format });
    }
    let encoding = match wanted {
        Some(name) => {
            Encoding::named(name).ok_or_else(|| FileTrouble::UnknownEncoding { found: name.to_owned() })?
        }
        None => detect(bytes),
    };
    let bytes = without_mark(bytes, encoding);
    let (text, broken) = match encoding {
        Encoding::Utf8 => from_utf8(bytes),
        Encoding::Utf16Le => from_utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => from_utf16(bytes, u16::from_be_bytes),
        Encoding::Windows1252 => from_windows_1252(bytes),
    };
    let nuls = text.bytes().filter(|byte| *byte == 0).count();
    // A stray NUL is one row's fault; many of them are no text at all.
    if nuls > 8 && nuls.saturating_mul(50) > text.len() {
        return Err(FileTrouble::Binary { format: "not a text file" });
    }
    Ok(Decoded { text, encoding, broken })
}

/// Formats that people take for CSV because a spreadsheet opens them too.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 8] = [
        (b"PK\x03\x04", "a zip archive, perhaps an Excel workbook (.xlsx)"),
        (b"\xD0\xCF\x11\xE0", "an old Excel workbook (.xls)"),
        (b"%PDF", "a PDF"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"SQLite format 3", "a database"),
    ];
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name)
}

fn without_mark(bytes: &[u8], encoding: Encoding) -> &[u8] {
    let mark: &[u8] = match encoding {
        Encoding::Utf8 => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
        Encoding::Windows1252 => b"",
    };
    bytes.strip_prefix(mark).unwrap_or(bytes)
}

fn detect(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Encoding::Utf8;
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return Encoding::Utf16Le;
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Encoding::Utf16Be;
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return encoding;
    }
    // Some broken bytes among sound UTF-8 are damage; more broken ones than sound ones are another encoding.
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound = sound.saturating_add(chunk.valid().chars().filter(|c| !c.is_ascii()).count());
        broken = broken.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    if broken > sound { Encoding::Windows1252 } else { Encoding::Utf8 }
}

/// UTF-16 without a mark betrays itself: letters, digits and separators of ASCII have a zero byte on one side.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let (mut little, mut big, mut pairs) = (0_usize, 0_usize, 0_usize);
    let is_plain = |byte: u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    for pair in bytes.chunks_exact(2).take(4096) {
        pairs = pairs.saturating_add(1);
        match pair {
            [plain, 0] if is_plain(*plain) => little = little.saturating_add(1),
            [0, plain] if is_plain(*plain) => big = big.saturating_add(1),
            _ => {}
        }
    }
    // Some characters of other scripts have a byte that looks like a letter of ASCII on the wrong side.
    let enough = |found: usize, other: usize| {
        found >= 2 && found > other.saturating_mul(4) && found.saturating_mul(20) >= pairs
    };
    match (enough(little, big), enough(big, little)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn from_utf8(bytes: &[u8]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            broken.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (text, broken)
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = Vec::new();
    let pairs = bytes.chunks_exact(2);
    let half_a_unit = !pairs.remainder().is_empty();
    let units = pairs.filter_map(|pair| pair.try_into().ok()).map(unit);
    for decoded in char::decode_utf16(units) {
        if decoded.is_err() {
            broken.push(text.len());
        }
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if half_a_unit {
        broken.push(text.len());
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, broken)
}

/// What Windows-1252 has at 0x80 to 0x9F; the five bytes it leaves free are undecodable.
const WINDOWS_1252: [Option<char>; 32] = {
    const fn c(c: char) -> Option<char> {
        Some(c)
    }
    [
        c('€'),
        None,
        c('‚'),
        c('ƒ'),
        c('„'),
        c('…'),
        c('†'),
        c('‡'),
        c('ˆ'),
        c('‰'),
        c('Š'),
        c('‹'),
        c('Œ'),
        None,
        c('Ž'),
        None,
        None,
        c('‘'),
        c('’'),
        c('“'),
        c('”'),
        c('•'),
        c('–'),
        c('—'),
        c('˜'),
        c('™'),
        c('š'),
        c('›'),
        c('œ'),
        None,
        c('ž'),
        c('Ÿ'),
    ]
};

fn from_windows_1252(bytes: &[u8]) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = Vec::new();
    for byte in bytes {
        let character = match byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at))) {
            Some(special) => *special,
            None => Some(char::from(*byte)),
        };
        if character.is_none() {
            broken.push(text.len());
        }
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    (text, broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn finds_each_encoding_with_and_without_a_mark() {
        let text = "name,city\nJürgen,Kraków\n";
        let latin = b"name,city\nJ\xFCrgen,K\x80ln\n";
        let samples: [(Vec<u8>, Encoding); 6] = [
            (text.into(), Encoding::Utf8),
            (format!("\u{FEFF}{text}").into(), Encoding::Utf8),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in samples {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
        let decoded = decode(latin, None).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.encoding),
            ("name,city\nJürgen,K€ln\n", Encoding::Windows1252)
        );
    }

    #[test]
    fn names_the_places_of_bytes_that_are_no_text() {
        let decoded = decode("Köln,Düsseldorf\n\u{0}".as_bytes(), None).unwrap();
        assert!(decoded.broken.is_empty());
        let decoded = decode(b"K\xC3\xB6ln,D\xC3\xBCren,\xFF\n", None).unwrap();
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Utf8, vec![13]));
        let decoded = decode(b"a\x81\n", Some("windows-1252")).unwrap();
        assert_eq!(decoded.broken, [1]);
    }

    #[test]
    fn says_what_a_binary_file_is() {
        assert!(matches!(decode(b"PK\x03\x04....", None), Err(FileTrouble::Binary { .. })));
        assert!(matches!(decode(&[0; 400], None), Err(FileTrouble::Binary { .. })));
        assert!(matches!(decode(b"a", Some("ebcdic")), Err(FileTrouble::UnknownEncoding { .. })));
        assert!(matches!(decode(b"", None), Err(FileTrouble::Empty)));
    }
}
