//! Parties that turned out to be one (PEOPLE-6).
//!
//! Which parties are one is known before the fold begins: it depends on the set of entries alone. Then every fact
//! about a duplicate counts for the party that was kept, in the order of the journal, as if it had always been one.
//! What can have one value only stays as the kept party has it, whichever was told first; what a duplicate had
//! had is set aside too, so that nothing is lost.

use super::TakenBack;
use super::party::Party;
use crate::journal::entry::Entry;
use crate::journal::fact::Fact;
use crate::market::party::{Affiliation, Preferences};
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::id::{MemberId, PartyId};
use crate::value::text::Line;
use std::collections::{BTreeMap, BTreeSet};

/// What a duplicate had differently from the party that was kept.
#[derive(Debug, Clone, PartialEq)]
pub enum SetAside {
    /// Where it belonged.
    Affiliation(Affiliation),
    /// How it was found.
    Source(Source),
    /// Who looked after it.
    Owner(MemberId),
    /// How it liked to be contacted.
    Preferences(Preferences),
    /// A custom field.
    Attribute(Line, Attribute),
}

/// A value of which a party has one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Single {
    Name,
    Affiliation,
    Source,
    Owner,
    Preferences,
    Attribute(Line),
}

/// About whom a fact was told that counts for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Itself.
    Directly,
    /// A duplicate of it.
    OfDuplicate,
}

/// The parties that were merged into others, each with the one that was kept. A merging counts if it is not taken
/// back; of two that contradict each other, as those of two devices can, the later has no effect.
pub(super) fn merged<'e>(
    ordered: impl Iterator<Item = &'e Entry>,
    taken_back: &TakenBack,
) -> BTreeMap<PartyId, PartyId> {
    let mut into: BTreeMap<PartyId, PartyId> = BTreeMap::new();
    for entry in ordered {
        let Some(Fact::PartiesMerged(fact)) = entry.fact.fact() else { continue };
        let (kept, merged) = (kept(&into, &fact.kept).clone(), kept(&into, &fact.merged).clone());
        if kept == merged || taken_back.contains(entry) {
            continue;
        }
        // Those merged into this one before follow it, so that one step always leads to the end.
        into.values_mut().filter(|target| **target == merged).for_each(|target| *target = kept.clone());
        into.insert(merged, kept);
    }
    into
}

/// The party that a party is now.
pub(super) fn kept<'m>(into: &'m BTreeMap<PartyId, PartyId>, id: &'m PartyId) -> &'m PartyId {
    into.get(id).unwrap_or(id)
}

/// Takes over a value of which there can be one only. Gives the one that has to be set aside, if there is one.
pub(super) fn take_over<T>(
    borrowed: &mut BTreeSet<Single>,
    what: Single,
    told: Told,
    known: &mut Option<T>,
    learned: T,
) -> Option<T> {
    let is_borrowed = borrowed.contains(&what);
    match told {
        // Its own later word counts as ever; that it replaces an own earlier one is no loss.
        Told::Directly => {
            borrowed.remove(&what);
            known.replace(learned).filter(|_| is_borrowed)
        }
        // Of what only duplicates told, the later counts.
        Told::OfDuplicate if is_borrowed || known.is_none() => {
            borrowed.insert(what);
            known.replace(learned)
        }
        Told::OfDuplicate => Some(learned),
    }
}

impl Party {
    pub(super) fn set_aside(&mut self, aside: Option<SetAside>) {
        if let Some(aside) = aside.filter(|aside| !self.set_aside.contains(aside)) {
            self.set_aside.push(aside);
        }
    }

    /// The name as the kept party has it; those of duplicates are remembered.
    pub(super) fn named(&mut self, name: &Line, told: Told) {
        match told {
            Told::OfDuplicate => {
                self.also_known_as.insert(name.clone());
                if self.borrowed.contains(&Single::Name) {
                    self.name = name.clone();
                }
            }
            Told::Directly => {
                self.name = name.clone();
                self.borrowed.remove(&Single::Name);
            }
        }
    }

    /// What duplicates had otherwise than it is now.
    pub fn had_differently(&self) -> impl Iterator<Item = &SetAside> {
        self.set_aside.iter().filter(|aside| match aside {
            SetAside::Affiliation(affiliation) => self.affiliation.as_ref() != Some(affiliation),
            SetAside::Source(source) => self.source.as_ref() != Some(source),
            SetAside::Owner(owner) => self.owner.as_ref() != Some(owner),
            SetAside::Attribute(name, value) => self.attributes.get(name) != Some(value),
            SetAside::Preferences(other) => {
                let own = &self.preferences;
                let same_channel = other.channel.is_none() || other.channel == own.channel;
                let same_zone = other.zone.is_none() || other.zone == own.zone;
                let same_windows = other.windows.is_empty() || other.windows == own.windows;
                !(same_channel && same_zone && same_windows)
            }
        })
    }

    /// Names of duplicates that are not its own.
    pub fn other_names(&self) -> impl Iterator<Item = &Line> {
        self.also_known_as.iter().filter(|name| **name != self.name)
    }
}
