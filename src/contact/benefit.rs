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

/// Words for us, for them, and for being in touch.
const IN_TOUCH_WORDS: &str = "am bug bugging bump bumping circle circled circling do e earlier email emails followup \
    friendly go he her him his i'm im last latest letter little mail mails me meeting message messages my note notes nudge \
    nudging offer offers our ours phone previous proposal quotation quote recent regarding remind reminder reminding say \
    saying she small sorry talk their them they this those touchpoint we'd we'll we're week were wish would yours";

fn words(line: &Line) -> Vec<String> {
    let folded = line.folded().replace('’', "'");
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_one_of(word: &str, words: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}

impl Benefit {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str =
        "one line that names what the customer gains from this contact, not just that we are in touch";

    /// Reads a benefit; nothing if it names none.
    pub fn parse(text: &str) -> Option<Benefit> {
        let line = Line::parse(text)?;
        let names_something = words(&line).iter().any(|word| !is_one_of(word, EMPTY_WORDS));
        names_something.then_some(Benefit(line))
    }

    /// Does it only say that we are in touch, and perhaps about what? It is told apart from what names nothing at all by
    /// more words, so it is asked of what is recorded now and not of what was kept.
    ///
    /// ```
    /// use nextsale::contact::benefit::Benefit;
    /// let only_in_touch = |text| Benefit::parse(text).unwrap().only_says_that_we_are_in_touch();
    /// assert!(only_in_touch("Following up on my last email"));
    /// assert!(!only_in_touch("Following up with the price list they asked for"));
    /// assert!(!only_in_touch("Gets our proposal, with what each part saves"));
    /// ```
    pub fn only_says_that_we_are_in_touch(&self) -> bool {
        // A lone letter is a slip of the hand.
        let says = |word: &String| {
            word.len() > 1 && !is_one_of(word, EMPTY_WORDS) && !is_one_of(word, IN_TOUCH_WORDS)
        };
        !words(&self.0).iter().any(says)
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
