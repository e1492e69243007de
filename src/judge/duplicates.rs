//! Which parties are the same (PEOPLE-6)?
//!
//! An e-mail address that one person reads tells alone. A phone number or a shared mailbox can be that of colleagues,
//! so it tells only together with the name; so does the place that somebody belongs to. An organisation is told by
//! its name. Parties are found by what they have in common, never by comparing each with each.

use super::Bench;
use crate::book::party::Party;
use crate::market::party::PartyKind;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::PartyId;
use crate::value::number::count;
use crate::value::order::{descending, ranked};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What parties have in common that makes them one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum InCommon {
    /// An e-mail address.
    Email {
        /// The address.
        address: String,
    },
    /// A name and a phone number.
    NameAndPhone {
        /// The number, as one of them has it.
        number: String,
    },
    /// A name and another way of contact.
    NameAndContactPoint {
        /// The way, as one of them has it.
        value: String,
    },
    /// A name and the organisation.
    NameAndOrganisation {
        /// The organisation.
        organisation: PartyId,
    },
    /// The name of an organisation.
    Name {
        /// The name, as one of them has it.
        name: String,
    },
}

/// Parties that are the same, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicates<'a> {
    /// The one to keep: that of which most is known, and of equals the one whom we met first.
    pub kept: &'a Party,
    /// The others, in the same order.
    pub others: Vec<&'a Party>,
    /// What they have in common, each with the parties that share it.
    pub because: Vec<(InCommon, Vec<PartyId>)>,
}

/// All parties that are the same, by the id of the one to keep.
pub fn duplicates<'a>(bench: &Bench<'a>) -> Vec<Duplicates<'a>> {
    let parties: Vec<&Party> = bench.book.parties().collect();
    let mut shared: BTreeMap<String, (InCommon, Vec<usize>)> = BTreeMap::new();
    for (index, party) in parties.iter().enumerate() {
        for (key, common) in signs(party) {
            let (_, sharing) = shared.entry(key).or_insert_with(|| (common, Vec::new()));
            if sharing.last() != Some(&index) {
                sharing.push(index);
            }
        }
    }
    shared.retain(|_, (_, sharing)| sharing.len() > 1);
    let mut groups = Groups((0..parties.len()).collect());
    for (_, sharing) in shared.values() {
        sharing.windows(2).for_each(|pair| groups.join(pair));
    }
    let mut found: BTreeMap<usize, Found> = BTreeMap::new();
    for (common, sharing) in shared.into_values() {
        let group = found.entry(sharing.first().map_or(0, |first| groups.of(*first))).or_default();
        let ids = sharing.iter().filter_map(|index| parties.get(*index)).map(|party| party.id.clone());
        group.because.push((common, ids.collect()));
        group.members.extend(sharing);
    }
    let of = |found: Found| {
        let members = found.members.iter().filter_map(|index| parties.get(*index).copied()).collect();
        let key = |party: &&Party| (descending(known_of(bench, party).into()), party.met_at.millis(), 0);
        let mut members = ranked(members, key).into_iter();
        Some(Duplicates { kept: members.next()?, others: members.collect(), because: found.because })
    };
    found.into_values().filter_map(of).collect()
}

/// A group that is being found.
#[derive(Default)]
struct Found {
    members: BTreeSet<usize>,
    because: Vec<(InCommon, Vec<PartyId>)>,
}

/// How much is known of a party.
fn known_of(bench: &Bench<'_>, party: &Party) -> u32 {
    let told = [
        party.contacts.len(),
        party.planned.len(),
        party.signals.len(),
        party.answers.len(),
        party.needs.len(),
        party.notes.len(),
        party.contact_points.len(),
        bench.book.deals_of(party).count(),
        bench.book.people_of(party).count(),
    ];
    told.into_iter().fold(0, |sum, each| sum.saturating_add(count(each)))
}

/// What a party can be recognised by, each as a key that another party has if it is the same.
fn signs(party: &Party) -> Vec<(String, InCommon)> {
    let name = party.kind.name_key(&party.name);
    let mut signs = Vec::new();
    for point in &party.contact_points {
        let identity = point.identity(None);
        let value = point.value.to_string();
        match point.channel {
            Channel::Email if !point.is_shared_mailbox() => {
                let common = InCommon::Email { address: value };
                signs.push((format!("{} {identity}", party.kind), common));
            }
            Channel::Phone => {
                if let Some(ending) = ending(point) {
                    signs.push((format!("{name} {ending}"), InCommon::NameAndPhone { number: value }));
                }
            }
            _ => signs.push((format!("{name} {identity}"), InCommon::NameAndContactPoint { value })),
        }
    }
    match (party.kind, &party.affiliation) {
        (PartyKind::Organisation, _) => {
            signs.push((name, InCommon::Name { name: party.name.to_string() }));
        }
        (PartyKind::Person, Some(affiliation)) => {
            let organisation = affiliation.organisation.clone();
            signs.push((format!("{name} @{organisation}"), InCommon::NameAndOrganisation { organisation }));
        }
        (PartyKind::Person, None) => {}
    }
    signs
}

/// The end of a phone number, which is the same with and without the code of a country.
fn ending(point: &ContactPoint) -> Option<String> {
    let identity = point.identity(None);
    let digits: Vec<char> = identity.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().saturating_sub(7);
    (digits.len() >= 6).then(|| digits.iter().skip(from).collect())
}

/// Indices of parties, joined into groups; each leads to the first of its group.
struct Groups(Vec<usize>);

impl Groups {
    fn of(&self, index: usize) -> usize {
        let mut at = index;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    }

    fn join(&mut self, pair: &[usize]) {
        let [one, other] = pair else { return };
        let (one, other) = (self.of(*one), self.of(*other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}
