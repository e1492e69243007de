//! What the book has already, as far as an import needs to know it. The engine fills this in; an empty one is an
//! empty book.

use crate::journal::fact::{BusyTime, ExperimentRecorded};
use crate::market::consent::Consent;
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{DealId, MemberId, PartyId, ProductId};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::Date;
use std::collections::BTreeMap;

/// A party of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownParty {
    /// Its id.
    pub id: PartyId,
    /// The ids of duplicates that were merged into it.
    pub duplicates: Vec<PartyId>,
    /// Their names.
    pub other_names: Vec<Line>,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: Line,
    /// Where it belongs.
    pub affiliation: Option<Affiliation>,
    /// Ways to contact it.
    pub contact_points: Vec<ContactPoint>,
    /// How it was found.
    pub source: Option<Source>,
    /// Who looks after it.
    pub owner: Option<MemberId>,
    /// Its ids in other systems.
    pub external_ids: Vec<Line>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
    /// What it allows.
    pub consents: BTreeMap<Channel, Consent>,
    /// Is it to be left alone?
    pub contact: ContactWish,
    /// How it likes to be contacted, if it said so.
    pub preferences: Option<Preferences>,
    /// Notes on it.
    pub notes: Vec<Text>,
    /// What is known personally.
    pub rapport: Vec<Text>,
}

/// Whether a party wants to be contacted at all, the strictest wish last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ContactWish {
    /// It didn't say otherwise.
    #[default]
    Welcome,
    /// Not before a day.
    NotBefore(Date),
    /// Never.
    Never,
}

/// A deal of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownDeal {
    /// Its id.
    pub id: DealId,
    /// Who may buy.
    pub party: Option<PartyId>,
    /// What it is called.
    pub name: Line,
    /// What it is worth.
    pub worth: Option<Money>,
    /// When it is expected to close.
    pub expected_close: Option<Date>,
    /// Who pursues it.
    pub owner: Option<MemberId>,
    /// Its ids in other systems.
    pub external_ids: Vec<Line>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
    /// Is it still open?
    pub state: DealState,
}

/// Whether a deal is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DealState {
    /// It is.
    Open,
    /// It was won or lost.
    Closed,
}

/// A product of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownProduct {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Line,
}

/// A member of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownMember {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: Line,
}

/// Everything that an import is joined to.
///
/// ```
/// assert!(nextsale::exchange::known::Known::default().parties.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The parties.
    pub parties: Vec<KnownParty>,
    /// The deals.
    pub deals: Vec<KnownDeal>,
    /// The products.
    pub products: Vec<KnownProduct>,
    /// The members.
    pub members: Vec<KnownMember>,
    /// The busy times of calendars.
    pub busy: BTreeMap<Line, Vec<BusyTime>>,
    /// Its experiments.
    pub experiments: Vec<ExperimentRecorded>,
}
