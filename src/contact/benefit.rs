//! What a contact is good for, for the customer (CONTACT-2).

use crate::value::text::Line;
use std::fmt;

/// A benefit for the customer. Phrases that only say that we are in touch name none.
///
/// ```
/// use nextsale::contact::benefit::Benefit;
/// assert!(Benefit::parse("Sees what the change would save a month").is_some());
/// assert!(Benefit::parse("Just checking in!").is_none());
/// assert!(Benefit::parse("touching base, following up again").is_none());
/// assert!(Benefit::parse("Following up with the price list they asked for").is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Benefit(Line);

/// Words that name no benefit by themselves, whatever their order.
const EMPTY_WORDS: &str = "a about again all an and any anything are back base been call can catch catching check \
    checked checking chat contact everything follow followed following for get going good having heard hear hello hey \
    hi hope how i i'd if in is it it's just keep keeping let's like on one our ping pinging please quick quickly \
    reach reaching see seeing short since some soon still talk talking that the there thing things time to together \
    touch touching up us wanted was we what's when with you your";

impl Benefit {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str =
        "one line that names what the customer gains from this contact, not just that we are in touch";

    /// Reads a benefit; nothing if it names none.
    pub fn parse(text: &str) -> Option<Benefit> {
        let line = Line::parse(text)?;
        let folded = line.folded().replace('’', "'");
        let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let names_something =
            words.into_iter().any(|word| !EMPTY_WORDS.split_whitespace().any(|empty| empty == word));
        names_something.then_some(Benefit(line))
    }

    /// The benefit in words.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Is it the same, but for case and spaces?
    ///
    /// ```
    /// use nextsale::contact::benefit::Benefit;
    /// let saves = Benefit::parse("Saves an hour a day").unwrap();
    /// assert!(saves.is_same_as(&Benefit::parse("saves  an hour a DAY").unwrap()));
    /// ```
    pub fn is_same_as(&self, other: &Benefit) -> bool {
        self.0.folded() == other.0.folded()
    }
}

impl fmt::Display for Benefit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

read_from_text!(Benefit);
