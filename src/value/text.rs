//! Text as people write it, kept as it was written but for the spaces around it.

use std::fmt;
use std::sync::Arc;

/// One line of text: a name, a title, a benefit.
///
/// ```
/// use nextsale::value::text::Line;
/// assert_eq!(Line::parse("  Ada Lovelace ").unwrap().as_str(), "Ada Lovelace");
/// assert!(Line::parse("   ").is_none());
/// assert!(Line::parse("two\nlines").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Line(Arc<str>);

impl Line {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "one line of 1 to 300 characters";

    /// Reads a line; nothing if it is blank, too long or has control characters.
    pub fn parse(text: &str) -> Option<Line> {
        let text = text.trim();
        let allowed = !text.is_empty() && text.chars().count() <= 300 && !text.chars().any(char::is_control);
        allowed.then(|| Line(text.into()))
    }

    /// The line made of any text: control characters and runs of spaces become one space, the rest is cut.
    ///
    /// ```
    /// use nextsale::value::text::Line;
    /// assert_eq!(Line::squeezed("two\n  lines").unwrap().as_str(), "two lines");
    /// ```
    pub fn squeezed(text: &str) -> Option<Line> {
        let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let line: String = words.collect::<Vec<_>>().join(" ").chars().take(300).collect();
        Line::parse(&line)
    }

    /// The line as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The line as it is compared: lower case, runs of spaces as one.
    ///
    /// ```
    /// use nextsale::value::text::Line;
    /// assert_eq!(Line::parse("ACME  Ltd").unwrap().folded(), "acme ltd");
    /// ```
    pub fn folded(&self) -> String {
        self.0.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Text of several lines: notes, a description.
///
/// ```
/// use nextsale::value::text::Text;
/// assert_eq!(Text::parse("two\nlines").unwrap().as_str(), "two\nlines");
/// assert!(Text::parse("\n").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LongText", type = "string"))]
pub struct Text(Arc<str>);

impl Text {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "text of 1 to 20000 characters";

    /// Reads text; nothing if it is blank or too long.
    pub fn parse(text: &str) -> Option<Text> {
        let text = text.trim();
        let allowed = !text.is_empty() && text.chars().count() <= 20_000;
        allowed.then(|| Text(text.into()))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

read_from_text!(Line, Text);
