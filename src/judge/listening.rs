//! Do we listen twice as much as we talk (CONTACT-5)?

use crate::journal::fact::ContactLogged;

/// Seconds of listening and talking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listening {
    /// Seconds listening.
    pub listening_seconds: u32,
    /// Seconds talking.
    pub talking_seconds: u32,
}

impl Listening {
    /// Listening as percent of both, rounded down; 0 of nothing.
    ///
    /// ```
    /// use nextsale::judge::listening::Listening;
    /// let twice = Listening { listening_seconds: 600, talking_seconds: 300 };
    /// assert_eq!(twice.percent(), 66);
    /// ```
    pub fn percent(self) -> u8 {
        let both = u64::from(self.listening_seconds).saturating_add(self.talking_seconds.into());
        let percent = u64::from(self.listening_seconds).saturating_mul(100).checked_div(both).unwrap_or(0);
        u8::try_from(percent).unwrap_or(100)
    }

    /// Was it at least twice as much listening as talking?
    pub fn is_enough(self) -> bool {
        u64::from(self.listening_seconds) >= u64::from(self.talking_seconds).saturating_mul(2)
    }
}

/// Listening over some contacts; nothing if no contact has both numbers.
pub fn listening<'c>(contacts: impl Iterator<Item = &'c ContactLogged>) -> Option<Listening> {
    contacts
        .filter_map(|contact| Some((contact.listening_seconds?, contact.talking_seconds?)))
        .map(|(listening_seconds, talking_seconds)| Listening { listening_seconds, talking_seconds })
        .filter(|listening| listening.listening_seconds > 0 || listening.talking_seconds > 0)
        .reduce(|sum, each| Listening {
            listening_seconds: sum.listening_seconds.saturating_add(each.listening_seconds),
            talking_seconds: sum.talking_seconds.saturating_add(each.talking_seconds),
        })
}
