//! How a party grows by what another row, or an earlier import, says of it: what was absent is filled in, what is
//! there stays, and what differs is kept as a note.

use super::ids::canonical;
use super::known::KnownParty;
use super::party::{Draft, Party};
use super::words;
use crate::market::consent::Consent;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::PartyId;
use crate::value::text::{Line, Text};
use std::collections::BTreeMap;

impl Party {
    /// A new party.
    pub(super) fn new(id: PartyId, draft: Draft) -> Party {
        Party {
            id,
            kind: draft.kind,
            name: draft.name,
            affiliation: draft.affiliation,
            points: draft.points,
            source: draft.source,
            referred_by: draft.referred_by,
            owner: draft.owner.map(|(id, _)| id),
            met_at: draft.met_at,
            external_ids: draft.external_id.into_iter().chain(draft.other_ids).collect(),
            attributes: draft.attributes,
            consents: draft
                .consents
                .into_iter()
                .map(|(channel, consent, why)| (channel, (consent, why)))
                .collect(),
            contact: draft.contact,
            preferences: draft.preferences,
            rapport: draft.rapport,
            notes: draft.notes,
            standing: draft.standing,
            before: None,
        }
    }

    /// A party of the book.
    pub(super) fn known(known: &KnownParty) -> Party {
        let consents = known.consents.iter().map(|(channel, consent)| (*channel, (*consent, None))).collect();
        Party {
            id: known.id.clone(),
            kind: known.kind,
            name: known.name.clone(),
            affiliation: known.affiliation.clone(),
            points: known.contact_points.clone(),
            source: known.source.clone(),
            referred_by: None,
            owner: known.owner.clone(),
            met_at: None,
            external_ids: known.external_ids.clone(),
            attributes: known.attributes.clone(),
            consents,
            contact: known.contact,
            preferences: known.preferences.clone(),
            rapport: Vec::new(),
            notes: known.notes.clone(),
            standing: None,
            before: Some(known.clone()),
        }
    }

    /// Takes in what another row says. `organisation` is the name of the one that the row names.
    pub(super) fn complete(&mut self, draft: Draft, organisation: Option<Line>, country: Option<&str>) {
        let mut differing: Vec<(String, String)> = Vec::new();
        let mut differs = |what: &str, value: &str| differing.push((what.to_owned(), value.to_owned()));
        self.complete_name(&draft, &mut differs);
        self.complete_affiliation(&draft, organisation.as_ref(), &mut differs);
        self.complete_source(&draft, &mut differs);
        match (&self.owner, draft.owner) {
            (None, Some((owner, _))) => self.owner = Some(owner),
            (Some(own), Some((owner, name))) if *own != owner => differs("Owner", name.as_str()),
            _ => {}
        }
        for (name, attribute) in draft.attributes {
            match self.attributes.get(&name) {
                None => {
                    self.attributes.insert(name, attribute);
                }
                Some(own) if *own != attribute => differs(name.as_str(), &in_words(&attribute)),
                Some(_) => {}
            }
        }
        for point in draft.points {
            self.add_point(point, country);
        }
        for external in draft.external_id.into_iter().chain(draft.other_ids) {
            let same = |own: &Line| canonical(own.as_str()) == canonical(external.as_str());
            if !self.external_ids.iter().any(same) && external.as_str() != self.id.as_str() {
                self.external_ids.push(external);
            }
        }
        for (channel, consent, why) in draft.consents {
            self.complete_consent(channel, consent, why);
        }
        // The stricter wish counts.
        self.contact = self.contact.max(draft.contact);
        self.preferences = self.preferences.take().or(draft.preferences);
        let is_known = |text: &Text| self.before.iter().any(|known| known.rapport.contains(text));
        self.rapport.extend(draft.rapport.into_iter().filter(|(text, ..)| !is_known(text)));
        self.met_at = match (self.met_at, draft.met_at) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        };
        self.standing = self.standing.take().or(draft.standing);
        for note in draft.notes {
            self.add_note(note);
        }
        if !differing.is_empty() {
            let text: String = words::differing(&differing).chars().take(20_000).collect();
            Text::parse(&text).into_iter().for_each(|note| self.add_note(note));
        }
    }

    /// A name that is only an address gives way to a real one.
    fn complete_name(&mut self, draft: &Draft, differs: &mut impl FnMut(&str, &str)) {
        let is_address =
            |name: &Line, points: &[ContactPoint]| points.iter().any(|point| point.value == *name);
        let names = self.before.iter().flat_map(|known| &known.other_names);
        let is_known = names.chain([&self.name]).any(|name| name.folded() == draft.name.folded());
        if is_known || is_address(&draft.name, &draft.points) {
            return;
        }
        if is_address(&self.name, &self.points) {
            self.name = draft.name.clone();
        } else {
            differs("Name", draft.name.as_str());
        }
    }

    fn complete_affiliation(
        &mut self,
        draft: &Draft,
        organisation: Option<&Line>,
        differs: &mut impl FnMut(&str, &str),
    ) {
        let Some(other) = &draft.affiliation else { return };
        // A person's own company in another row of itself is no affiliation.
        if other.organisation == self.id {
            return;
        }
        let Some(own) = &mut self.affiliation else {
            self.affiliation = Some(other.clone());
            return;
        };
        if own.organisation != other.organisation {
            differs("Company", organisation.map(Line::as_str).unwrap_or_default());
        }
        match (&own.title, &other.title) {
            (None, Some(title)) => own.title = Some(title.clone()),
            (Some(own), Some(title)) if own.folded() != title.folded() => {
                differs("Job title", title.as_str())
            }
            _ => {}
        }
    }

    fn complete_source(&mut self, draft: &Draft, differs: &mut impl FnMut(&str, &str)) {
        if self.source.is_none() && self.referred_by.is_none() {
            self.source = draft.source.clone();
            self.referred_by = draft.referred_by.clone();
            return;
        }
        let Some(other) = &draft.source else { return };
        let own = self.source.as_ref();
        let same = own.is_some_and(|own| own.method == other.method && own.campaign == other.campaign);
        if !same {
            let detail = other.detail.as_ref().map_or_else(|| other.method.to_string(), Line::to_string);
            differs("Lead source", &detail);
        }
    }

    fn add_point(&mut self, point: ContactPoint, country: Option<&str>) {
        let identity = point.identity(country);
        if !self.points.iter().any(|own| own.identity(country) == identity) {
            self.points.push(point);
        }
    }

    /// A no stays a no; a yes counts where nobody said anything.
    fn complete_consent(&mut self, channel: Channel, consent: Consent, why: Option<Text>) {
        let own = self.consents.get(&channel).map_or(Consent::Unknown, |(consent, _)| *consent);
        if consent == Consent::Withdrawn && own != consent || own == Consent::Unknown {
            self.consents.insert(channel, (consent, why));
        }
    }

    fn add_note(&mut self, note: Text) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

fn in_words(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Flag(flag) => flag.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Date(date) => date.to_string(),
        Attribute::Text(text) => text.to_string(),
    }
}

/// The attributes that are new or different, as a correction would set them.
pub(super) fn added(
    before: &BTreeMap<Line, Attribute>,
    after: &BTreeMap<Line, Attribute>,
) -> BTreeMap<Line, Attribute> {
    let new = after.iter().filter(|(name, value)| before.get(*name) != Some(*value));
    new.map(|(name, value)| (name.clone(), value.clone())).collect()
}
