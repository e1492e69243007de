//! Facts about people and organisations.

use crate::deal::qualification::{Answer, Certainty, Topic};
use crate::deal::signal::SignalKind;
use crate::market::consent::{Consent, DoNotContact};
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::market::rapport::Privacy;
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{MemberId, PartyId};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

record! {
    /// We came to know a party (PEOPLE-1, SOURCE-1).
    pub struct PartyMet {
        /// The id that it gets.
        pub party: PartyId,
        /// What it is.
        pub kind: PartyKind,
        /// Its name.
        pub name: Line,
        /// Where a person belongs.
        pub affiliation: Option<Affiliation>,
        /// Ways to contact it. Without one it is a suspect.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ContactPoint>>"))]
        pub contact_points: Vec<ContactPoint>,
        /// How it was found.
        pub source: Option<Source>,
        /// How it likes to be contacted.
        pub preferences: Option<Preferences>,
        /// When we met, if that was earlier than now.
        pub met_at: Option<Timestamp>,
        /// Who of us looks after it.
        pub owner: Option<MemberId>,
        /// Its ids and names in other systems.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub external_ids: Vec<Line>,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// What we know of a party was corrected. Fields that are absent stay as they are.
    pub struct PartyCorrected {
        /// The party.
        pub party: PartyId,
        /// Its right name.
        pub name: Option<Line>,
        /// Where it belongs.
        pub affiliation: Option<Affiliation>,
        /// How it was really found.
        pub source: Option<Source>,
        /// Who looks after it.
        pub owner: Option<MemberId>,
        /// Its ids and names in other systems, in addition to those known.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Line>>"))]
        pub external_ids: Vec<Line>,
        /// Custom fields to set.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// We learned a way to contact a party.
    pub struct ContactPointAdded {
        /// The party.
        pub party: PartyId,
        /// The way.
        pub contact_point: ContactPoint,
    }
}

record! {
    /// A way to contact a party is no longer good.
    pub struct ContactPointRemoved {
        /// The party.
        pub party: PartyId,
        /// The way, as it was entered.
        pub contact_point: ContactPoint,
    }
}

record! {
    /// We learned how a party likes to be contacted (PEOPLE-3). Replaces what was known of it.
    pub struct PreferencesLearned {
        /// The party.
        pub party: PartyId,
        /// How.
        pub preferences: Preferences,
    }
}

record! {
    /// A party allowed or forbade a channel (PEOPLE-3).
    pub struct ConsentChanged {
        /// The party.
        pub party: PartyId,
        /// The channel.
        pub channel: Channel,
        /// What they said.
        pub consent: Consent,
        /// How we know.
        pub evidence: Option<Text>,
    }
}

record! {
    /// A party asked to be left alone, or said that it needs no longer be (PEOPLE-3).
    pub struct DoNotContactAsked {
        /// The party.
        pub party: PartyId,
        /// For how long.
        pub scope: DoNotContact,
    }
}

record! {
    /// A party was parked: little interest for now (SIGNAL-3).
    pub struct PartyParked {
        /// The party.
        pub party: PartyId,
        /// Why.
        pub reason: Line,
        /// When to look again.
        pub until: Date,
    }
}

record! {
    /// A parked party was taken up again.
    pub struct PartyResumed {
        /// The party.
        pub party: PartyId,
    }
}

record! {
    /// Somebody took a note.
    pub struct NoteTaken {
        /// Whom it is about.
        pub party: PartyId,
        /// The note.
        pub text: Text,
    }
}

record! {
    /// A party showed interest, or lack of it (SIGNAL-1).
    pub struct SignalSeen {
        /// The party.
        pub party: PartyId,
        /// What they did.
        pub signal: SignalKind,
        /// When.
        pub at: Timestamp,
        /// More about it: which page, which product.
        pub detail: Option<Line>,
    }
}

record! {
    /// We learned of budget, authority, need or timeline (BANT-1).
    pub struct AnswerLearned {
        /// The party.
        pub party: PartyId,
        /// What about.
        pub topic: Topic,
        /// The answer.
        pub answer: Answer,
        /// How we know.
        pub certainty: Certainty,
        /// What makes us think so.
        pub evidence: Option<Text>,
        /// The budget.
        pub amount: Option<Money>,
        /// The day they want it by.
        pub date: Option<Date>,
    }
}

record! {
    /// We learned something personal, to open a conversation with (PEOPLE-4).
    pub struct RapportNoted {
        /// Of whom.
        pub party: PartyId,
        /// What.
        pub text: Text,
        /// When it happened, or was so; today if nobody says.
        pub date: Option<Date>,
        /// May it be suggested as a topic? It may if nobody says.
        pub privacy: Option<Privacy>,
    }
}

record! {
    /// Two parties turned out to be one (PEOPLE-6).
    pub struct PartiesMerged {
        /// The one whose name and id stay.
        pub kept: PartyId,
        /// The one that was the same.
        pub merged: PartyId,
    }
}
