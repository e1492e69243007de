//! Parties: people and organisations (PEOPLE-2, PEOPLE-3).

use crate::value::contact_point::Channel;
use crate::value::id::PartyId;
use crate::value::text::Line;
use crate::value::time::{Hours, Weekday};
use crate::value::zone::ZoneName;

choice! {
    /// What a party is.
    pub enum PartyKind {
        /// A human being.
        Person = "person",
        /// A company, an association, a household.
        Organisation = "organisation",
    }
}

impl PartyKind {
    /// The form of a name by which parties of this kind are looked up. Organisations are looked up by letters and
    /// digits alone, since tables name them in many spellings.
    pub(crate) fn name_key(self, name: &Line) -> String {
        let folded = name.folded();
        let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
        match self {
            PartyKind::Organisation if !letters.is_empty() => format!("o {letters}"),
            PartyKind::Organisation => format!("o {folded}"),
            PartyKind::Person => format!("p {folded}"),
        }
    }
}

choice! {
    /// What part a person plays when their organisation buys.
    pub enum BuyingRole {
        /// Decides.
        DecisionMaker = "decisionMaker",
        /// Is listened to by those who decide.
        Influencer = "influencer",
        /// Will use what is bought.
        User = "user",
        /// Speaks for us inside.
        Champion = "champion",
        /// Speaks against it.
        Blocker = "blocker",
        /// Decides who gets through.
        Gatekeeper = "gatekeeper",
    }
}

record! {
    /// That a person belongs to an organisation.
    pub struct Affiliation {
        /// The organisation.
        pub organisation: PartyId,
        /// The part they play when it buys.
        pub role: Option<BuyingRole>,
        /// Their job title.
        pub title: Option<Line>,
    }
}

record! {
    /// When somebody likes to be contacted, in their own time zone.
    pub struct Window {
        /// On these days; none named means every day.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Weekday>>"))]
        pub weekdays: Vec<Weekday>,
        /// Within these hours.
        pub hours: Hours,
    }
}

record! {
    /// How somebody likes to be contacted.
    pub struct Preferences {
        /// On this channel.
        pub channel: Option<Channel>,
        /// Within these windows; none named means any time.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Window>>"))]
        pub windows: Vec<Window>,
        /// The time zone they live by.
        pub zone: Option<ZoneName>,
    }
}
