//! Tables of other systems on their way into the journal.

use super::Engine;
use crate::book::Book;
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::exchange::known::{
    ContactWish, DealState, Known, KnownDeal, KnownMember, KnownParty, KnownProduct,
};
use crate::exchange::preview::ImportPreview;
use crate::exchange::request::ImportRequest;
use crate::exchange::{Prepared, prepare};
use crate::failure::Failure;
use crate::market::consent::DoNotContact;
use crate::market::party::Preferences;
use crate::value::id::PartyId;
use crate::value::zone::Now;
use crate::view::recorded::{Imported, Recorded};
use std::collections::BTreeMap;

impl Engine {
    /// Says what an import would do. Records nothing.
    pub fn preview(&self, now: &Now, request: &ImportRequest, bytes: &[u8]) -> ImportPreview {
        self.prepare(now, request, bytes).preview
    }

    /// Imports what can be, as one batch.
    ///
    /// ```
    /// use nextsale::engine::Engine;
    /// use nextsale::value::{document::read, id::{BookId, ReplicaId}, time::Timestamp, zone::Now};
    /// let csv = "Name,Email\nAda,ada@example.org\n";
    /// let request = format!(r#"{{ "files": [{{ "name": "leads.csv", "length": {} }}] }}"#, csv.len());
    /// let request = read(&request).unwrap();
    /// let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
    /// let mut engine = Engine::new(BookId::parse("mine").unwrap(), ReplicaId::parse("a1").unwrap()).unwrap();
    /// assert_eq!(engine.preview(&now, &request, csv.as_bytes()).new_parties, 1);
    /// engine.import(&now, &request, csv.as_bytes()).unwrap();
    /// assert_eq!(engine.book().parties().count(), 1);
    /// let again = engine.import(&now, &request, csv.as_bytes()).unwrap();
    /// assert!(again.recorded.entries.is_empty());
    /// ```
    pub fn import(&mut self, now: &Now, request: &ImportRequest, bytes: &[u8]) -> Result<Imported, Failure> {
        let Prepared { preview, facts } = self.prepare(now, request, bytes);
        let recorded = match facts.is_empty() {
            true => Recorded { zones: self.book().zones().cloned().collect(), ..Recorded::default() },
            false => self.record(now, facts, None)?,
        };
        Ok(Imported { recorded, preview })
    }

    fn prepare(&self, now: &Now, request: &ImportRequest, bytes: &[u8]) -> Prepared {
        prepare(request, bytes, &known(self.book()), self.plan(), now)
    }
}

/// What the book has already.
fn known(book: &Book) -> Known {
    let mut duplicates: BTreeMap<&PartyId, Vec<PartyId>> = BTreeMap::new();
    for (merged, kept) in &book.merged {
        duplicates.entry(kept).or_default().push(merged.clone());
    }
    Known {
        parties: book.parties().map(|party| known_party(party, &duplicates)).collect(),
        busy: book.busy.clone(),
        experiments: book.experiments().cloned().collect(),
        deals: book.deals().map(known_deal).collect(),
        products: book
            .products
            .values()
            .map(|listed| KnownProduct { id: listed.product.clone(), name: listed.name.clone() })
            .collect(),
        members: book
            .members
            .values()
            .map(|joined| KnownMember { id: joined.member.clone(), name: joined.name.clone() })
            .collect(),
    }
}

fn known_party(party: &Party, duplicates: &BTreeMap<&PartyId, Vec<PartyId>>) -> KnownParty {
    KnownParty {
        id: party.id.clone(),
        duplicates: duplicates.get(&party.id).cloned().unwrap_or_default(),
        other_names: party.other_names().cloned().collect(),
        kind: party.kind,
        name: party.name.clone(),
        affiliation: party.affiliation.clone(),
        contact_points: party.contact_points.clone(),
        source: party.source.clone(),
        owner: party.owner.clone(),
        external_ids: party.external_ids.iter().cloned().collect(),
        attributes: party.attributes.clone(),
        consents: party.consent.clone(),
        contact: match party.do_not_contact {
            DoNotContact::Never(_) => ContactWish::Never,
            DoNotContact::NotBefore(ref until) => ContactWish::NotBefore(until.date),
            DoNotContact::Contactable(_) => ContactWish::Welcome,
        },
        preferences: Some(party.preferences.clone())
            .filter(|known| *known != Preferences { channel: None, windows: Vec::new(), zone: None }),
        rapport: party.rapport.iter().map(|noted| noted.text.clone()).collect(),
        notes: party.notes.iter().map(|note| note.text.clone()).collect(),
    }
}

fn known_deal(deal: &Deal) -> KnownDeal {
    KnownDeal {
        id: deal.id.clone(),
        party: deal.party.clone(),
        name: deal.name.clone(),
        worth: deal.worth,
        expected_close: deal.expected_close,
        owner: deal.owner.clone(),
        external_ids: deal.external_ids.iter().cloned().collect(),
        attributes: deal.attributes.clone(),
        state: if deal.is_open() { DealState::Open } else { DealState::Closed },
    }
}
