//! Parties that an import brings or completes, and how duplicates are recognised (PEOPLE-6).

use super::ids::{Ids, canonical, is_telling, made_of};
use super::known::{ContactWish, Known, KnownParty};
use super::request::TableKind;
use crate::market::consent::Consent;
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::market::rapport::Privacy;
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{MemberId, PartyId, StageId};
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::BTreeMap;

/// What a row says of a party.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: PartyKind,
    pub(super) name: Line,
    pub(super) affiliation: Option<Affiliation>,
    pub(super) points: Vec<ContactPoint>,
    pub(super) source: Option<Source>,
    pub(super) referred_by: Option<Line>,
    pub(super) owner: Option<(MemberId, Line)>,
    pub(super) met_at: Option<Timestamp>,
    pub(super) external_id: Option<Line>,
    /// Others that are known of it, by which it isn't looked up.
    pub(super) other_ids: Vec<Line>,
    /// The kind of table whose ids that is one of.
    pub(super) ids_of: TableKind,
    pub(super) attributes: BTreeMap<Line, Attribute>,
    pub(super) consents: Vec<(Channel, Consent, Option<Text>)>,
    pub(super) contact: ContactWish,
    pub(super) preferences: Option<Preferences>,
    pub(super) rapport: Vec<Personal>,
    pub(super) notes: Vec<Text>,
    pub(super) standing: Option<LeadStanding>,
}

/// Something personal: what, when it happened, and whether it may be suggested.
pub(super) type Personal = (Text, Option<Date>, Option<Privacy>);

/// How far a lead was in the other system.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum LeadStanding {
    /// In a stage, under its word for it.
    Stage(StageId, String),
    /// Not worth pursuing for now.
    Parked(String),
}

impl Draft {
    /// A party of which only the name is known.
    pub(super) fn named(kind: PartyKind, name: Line) -> Draft {
        Draft {
            kind,
            name,
            affiliation: None,
            points: Vec::new(),
            source: None,
            referred_by: None,
            owner: None,
            met_at: None,
            external_id: None,
            other_ids: Vec::new(),
            ids_of: match kind {
                PartyKind::Person => TableKind::Contacts,
                PartyKind::Organisation => TableKind::Accounts,
            },
            attributes: BTreeMap::new(),
            consents: Vec::new(),
            contact: ContactWish::Welcome,
            preferences: None,
            rapport: Vec::new(),
            notes: Vec::new(),
            standing: None,
        }
    }
}

/// A party as it is after all rows so far.
#[derive(Debug)]
pub(super) struct Party {
    pub(super) id: PartyId,
    pub(super) kind: PartyKind,
    pub(super) name: Line,
    pub(super) affiliation: Option<Affiliation>,
    pub(super) points: Vec<ContactPoint>,
    pub(super) source: Option<Source>,
    pub(super) referred_by: Option<Line>,
    pub(super) owner: Option<MemberId>,
    pub(super) met_at: Option<Timestamp>,
    pub(super) external_ids: Vec<Line>,
    pub(super) attributes: BTreeMap<Line, Attribute>,
    pub(super) consents: BTreeMap<Channel, (Consent, Option<Text>)>,
    pub(super) contact: ContactWish,
    pub(super) preferences: Option<Preferences>,
    pub(super) rapport: Vec<Personal>,
    pub(super) notes: Vec<Text>,
    pub(super) standing: Option<LeadStanding>,
    /// As the book knows it, if it does.
    pub(super) before: Option<KnownParty>,
}

/// All parties, and what they are found by.
pub(super) struct Parties {
    country: Option<String>,
    pub(super) all: Vec<Party>,
    ids: Ids,
    by_point: BTreeMap<String, Vec<usize>>,
    by_external: BTreeMap<String, Vec<usize>>,
    /// Ids of other systems that rows of this import brought. What refers to one means it rather than a namesake
    /// from an earlier import.
    just_brought: BTreeMap<(TableKind, String), usize>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_id: BTreeMap<PartyId, usize>,
}

impl Parties {
    pub(super) fn new(known: &Known, country: Option<&str>) -> Parties {
        let mut parties = Parties {
            country: country.map(str::to_owned),
            all: Vec::new(),
            ids: Ids::default(),
            by_point: BTreeMap::new(),
            by_external: BTreeMap::new(),
            just_brought: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_id: BTreeMap::new(),
        };
        for each in &known.parties {
            parties.ids.take(each.id.as_str());
            let index = parties.add(Party::known(each));
            for duplicate in &each.duplicates {
                parties.ids.take(duplicate.as_str());
                parties.by_id.insert(duplicate.clone(), index);
            }
        }
        parties
    }

    fn add(&mut self, party: Party) -> usize {
        let index = self.all.len();
        self.by_id.insert(party.id.clone(), index);
        self.all.push(party);
        self.index(index);
        index
    }

    /// Notes what a party can be found by. Doing so again adds what is new.
    fn index(&mut self, index: usize) {
        let Some(party) = self.all.get(index) else { return };
        let note = |map: &mut BTreeMap<String, Vec<usize>>, key: String| {
            let found = map.entry(key).or_default();
            if !found.contains(&index) {
                found.push(index);
            }
        };
        for point in &party.points {
            note(&mut self.by_point, point.identity(self.country.as_deref()));
        }
        for external in &party.external_ids {
            note(&mut self.by_external, canonical(external.as_str()).to_owned());
        }
        note(&mut self.by_name, party.kind.name_key(&party.name));
        for name in party.before.iter().flat_map(|known| &known.other_names) {
            note(&mut self.by_name, party.kind.name_key(name));
        }
    }

    pub(super) fn get(&self, index: usize) -> Option<&Party> {
        self.all.get(index)
    }

    pub(super) fn index_of(&self, id: &PartyId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The only party of a kind with an id of another system.
    pub(super) fn with_external_id(&self, kind: PartyKind, external: &str) -> Option<usize> {
        let key = canonical(external).to_owned();
        let found = self.by_external.get(&key).into_iter().flatten().copied();
        let mut of_kind = found.filter(|index| self.get(*index).is_some_and(|party| party.kind == kind));
        let tables: &[TableKind] = match kind {
            PartyKind::Person => &[TableKind::Contacts, TableKind::Leads],
            PartyKind::Organisation => &[TableKind::Accounts],
        };
        let just_brought =
            tables.iter().find_map(|table| self.just_brought.get(&(*table, key.clone())).copied());
        just_brought.or_else(|| of_kind.next().filter(|_| of_kind.next().is_none()))
    }

    /// The parties of a kind with a name.
    pub(super) fn with_name(&self, kind: PartyKind, name: &Line) -> &[usize] {
        self.by_name.get(&kind.name_key(name)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The organisation of a name, made if there is none.
    pub(super) fn organisation(&mut self, name: Line) -> Option<PartyId> {
        match self.with_name(PartyKind::Organisation, &name).first() {
            Some(index) => self.get(*index).map(|party| party.id.clone()),
            None => self.enter(Draft::named(PartyKind::Organisation, name)).map(|entered| entered.id),
        }
    }

    /// Takes in what a row says: of a party that there is already, or of a new one.
    pub(super) fn enter(&mut self, draft: Draft) -> Option<Entered> {
        if let Some(index) = self.duplicate_of(&draft) {
            return self.complete(index, draft);
        }
        let external = draft.external_id.clone();
        let id = PartyId::parse(&self.ids.made("p_", &self.identity_of(&draft)))?;
        let table = draft.ids_of;
        let index = self.add(Party::new(id.clone(), draft));
        self.bring(table, external.as_ref(), index);
        Some(Entered { id, completes: false })
    }

    fn bring(&mut self, table: TableKind, external: Option<&Line>, index: usize) {
        if let Some(external) = external {
            self.just_brought.insert((table, canonical(external.as_str()).to_owned()), index);
        }
    }

    /// Takes in what a row says of a party that is known to be meant.
    pub(super) fn complete(&mut self, index: usize, draft: Draft) -> Option<Entered> {
        let organisation =
            draft.affiliation.as_ref().and_then(|affiliation| self.index_of(&affiliation.organisation));
        let organisation = organisation.and_then(|index| self.get(index)).map(|party| party.name.clone());
        let country = self.country.clone();
        self.bring(draft.ids_of, draft.external_id.as_ref(), index);
        let party = self.all.get_mut(index)?;
        party.complete(draft, organisation, country.as_deref());
        let id = party.id.clone();
        self.index(index);
        Some(Entered { id, completes: true })
    }

    /// What a new party's id is made of: the most lasting of what is known of it.
    fn identity_of(&self, draft: &Draft) -> String {
        let point = draft.points.first().map(|point| point.identity(self.country.as_deref()));
        match (&draft.external_id, &draft.affiliation) {
            (Some(external), _) => {
                format!("{} {} {}", draft.kind, canonical(external.as_str()), draft.name.folded())
            }
            (None, Some(affiliation)) => {
                format!("{} {} {}", draft.kind, affiliation.organisation, draft.name.folded())
            }
            (None, None) => format!("{} {} {}", draft.kind, point.unwrap_or_default(), draft.name.folded()),
        }
    }

    /// The party that the same row brought before.
    pub(super) fn as_before(&self, draft: &Draft) -> Option<usize> {
        PartyId::parse(&made_of("p_", &self.identity_of(draft))).and_then(|id| self.index_of(&id))
    }

    /// The party that a row is about too (PEOPLE-6).
    ///
    /// A phone number or an address can be shared by colleagues, and so can a mailbox like `info@`: these count
    /// only together with the name. A personal e-mail address counts alone.
    fn duplicate_of(&self, draft: &Draft) -> Option<usize> {
        let alike = |index: &usize| self.get(*index).filter(|party| party.kind == draft.kind).is_some();
        let same_name =
            |index: &usize| self.get(*index).is_some_and(|party| party.name.folded() == draft.name.folded());
        if let Some(external) = &draft.external_id {
            let key = (draft.ids_of, canonical(external.as_str()).to_owned());
            if let Some(index) = self.just_brought.get(&key).copied().filter(alike) {
                return Some(index);
            }
            // A table that we wrote ourselves.
            let own = PartyId::parse(external.as_str()).and_then(|id| self.index_of(&id));
            if let Some(index) = own.filter(alike) {
                return Some(index);
            }
            let found = self.by_external.get(canonical(external.as_str())).into_iter().flatten().copied();
            let telling = is_telling(external.as_str());
            if let Some(index) = found.filter(alike).find(|index| telling || same_name(index)) {
                return Some(index);
            }
        }
        if let Some(index) = self.as_before(draft) {
            return Some(index);
        }
        for point in &draft.points {
            let identity = point.identity(self.country.as_deref());
            let alone = point.channel == Channel::Email && !point.is_shared_mailbox();
            let found = self.by_point.get(&identity).into_iter().flatten().copied();
            if let Some(index) = found.filter(alike).find(|index| alone || same_name(index)) {
                return Some(index);
            }
        }
        let namesakes = self.with_name(draft.kind, &draft.name).iter().copied();
        match (draft.kind, &draft.affiliation) {
            (PartyKind::Organisation, _) => namesakes.into_iter().next(),
            (PartyKind::Person, Some(affiliation)) => {
                let same_place = |party: &Party| {
                    party
                        .affiliation
                        .as_ref()
                        .is_some_and(|other| other.organisation == affiliation.organisation)
                };
                namesakes.into_iter().find(|index| self.get(*index).is_some_and(same_place))
            }
            // Two people without anything but the same name are one: nothing tells them apart.
            (PartyKind::Person, None) if draft.points.is_empty() && draft.external_id.is_none() => {
                let bare = |party: &Party| party.points.is_empty() && party.affiliation.is_none();
                namesakes.into_iter().find(|index| self.get(*index).is_some_and(bare))
            }
            (PartyKind::Person, None) => None,
        }
    }
}

/// What became of a row.
#[derive(Debug, Clone)]
pub(super) struct Entered {
    pub(super) id: PartyId,
    /// Was the party there before the row?
    pub(super) completes: bool,
}
