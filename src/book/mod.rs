//! Everything known: what the journal says, folded in the order of its entries.
//!
//! The fold can't fail. A fact about somebody whom the book doesn't know (any more) has no effect, and has it again
//! when the entry that introduced them comes back.

pub mod apply;
pub mod deal;
pub mod merging;
pub mod offering;
pub mod quotes;
pub mod party;
pub mod relationship;

use crate::contact::proposal::StepOrigin;
use crate::journal::entry::{Entry, EntryId};
use crate::journal::fact::{BusyTime, ExperimentRecorded, Fact, MemberJoined, ProductListed};
use crate::plan::{Plan, built_in};
use crate::value::id::{DealId, ExperimentId, InteractionId, MemberId, PartyId, ProductId, PromotionId};
use crate::value::text::Line;
use crate::value::time::Timestamp;
use crate::value::zone::ZoneName;
use deal::Deal;
use offering::Offering;
use party::Party;
use quotes::Quotes;
use relationship::Tally;
use std::collections::{BTreeMap, BTreeSet};

/// Everything known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    pub(crate) parties: BTreeMap<PartyId, Party>,
    pub(crate) deals: BTreeMap<DealId, Deal>,
    pub(crate) interactions: BTreeMap<InteractionId, PartyId>,
    // Kept beside the parties, since people and deals may be told of before the party that they belong to.
    pub(crate) people: BTreeMap<PartyId, BTreeSet<PartyId>>,
    pub(crate) pursuits: BTreeMap<PartyId, BTreeSet<DealId>>,
    // And these so that nobody has to walk through all parties for the few who matter to a day.
    pub(crate) with_plans: BTreeSet<PartyId>,
    pub(crate) last_contacts: BTreeSet<(Timestamp, PartyId)>,
    pub(crate) zones: BTreeSet<ZoneName>,
    pub(crate) members: BTreeMap<MemberId, MemberJoined>,
    pub(crate) products: BTreeMap<ProductId, ProductListed>,
    pub(crate) quotes: Quotes,
    pub(crate) adopted: Option<Plan>,
    // What became of the steps that each rule and point of contact proposed.
    pub(crate) tallies: BTreeMap<StepOrigin, Tally>,
    // When we are busy with something else, by calendar.
    pub(crate) busy: BTreeMap<Line, Vec<BusyTime>>,
    // Who was offered a promotion, and who was not.
    pub(crate) offered: BTreeMap<PromotionId, BTreeMap<PartyId, Offering>>,
    pub(crate) experiments: BTreeMap<ExperimentId, ExperimentRecorded>,
    // Duplicates, and the parties that they were merged into.
    pub(crate) merged: BTreeMap<PartyId, PartyId>,
}

impl Book {
    /// The book that a journal tells of.
    ///
    /// ```
    /// use nextsale::book::Book;
    /// use nextsale::journal::entry::Entry;
    /// use nextsale::value::id::PartyId;
    /// let met = r#"{"id":"5.0.a","at":5,"fact":{"type":"partyMet","party":"p_1","kind":"person","name":"Ada"}}"#;
    /// let undone = r#"{"id":"6.0.a","at":6,"fact":{"type":"retracted","entry":"5.0.a"}}"#;
    /// let journal: Vec<Entry> = [met, undone].into_iter().filter_map(Entry::from_stored).collect();
    /// let ada = PartyId::parse("p_1").unwrap();
    /// assert!(Book::of(&journal[..1]).party(&ada).is_some());
    /// assert!(Book::of(&journal).party(&ada).is_none());
    /// ```
    pub fn of<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Book {
        let mut ordered: BTreeMap<&EntryId, &Entry> = BTreeMap::new();
        ordered.extend(entries.into_iter().map(|entry| (&entry.id, entry)));
        let taken_back = taken_back(ordered.values().copied().rev());
        Book::folded(ordered.values().copied(), &taken_back)
    }

    /// The book that entries in their order tell of, without those that no longer count.
    pub(crate) fn folded<'e>(
        ordered: impl Iterator<Item = &'e Entry> + Clone,
        taken_back: &TakenBack,
    ) -> Book {
        let merged = merging::merged(ordered.clone(), taken_back);
        let mut book = Book { merged, ..Book::default() };
        for entry in ordered.filter(|entry| !taken_back.contains(entry)) {
            book.apply(entry);
        }
        book
    }

    /// A party; that of a duplicate is the one that it was merged into.
    pub fn party(&self, id: &PartyId) -> Option<&Party> {
        self.parties.get(self.kept(id))
    }

    /// The id that a party has now: that of the one that it was merged into, or its own.
    pub fn kept<'b>(&'b self, id: &'b PartyId) -> &'b PartyId {
        merging::kept(&self.merged, id)
    }

    /// The duplicates that were merged into a party, by id.
    pub fn duplicates_of<'b>(&'b self, id: &'b PartyId) -> impl Iterator<Item = &'b PartyId> {
        self.merged.iter().filter(move |(_, kept)| *kept == id).map(|(merged, _)| merged)
    }

    /// All parties, by id.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.parties.values()
    }

    /// The parties with whom something is planned, by id.
    pub(crate) fn parties_with_plans(&self) -> impl Iterator<Item = &Party> {
        self.with_plans.iter().filter_map(|id| self.parties.get(id))
    }

    /// The parties that were contacted at a moment or since, by when they were last.
    pub(crate) fn parties_contacted_since(&self, since: Timestamp) -> impl Iterator<Item = &Party> {
        let lately = self.last_contacts.iter().rev().take_while(move |(last, _)| since <= *last);
        lately.filter_map(|(_, id)| self.parties.get(id))
    }

    /// A deal.
    pub fn deal(&self, id: &DealId) -> Option<&Deal> {
        self.deals.get(id)
    }

    /// All deals, by id.
    pub fn deals(&self) -> impl Iterator<Item = &Deal> {
        self.deals.values()
    }

    /// The deals of a party, by id.
    pub fn deals_of(&self, party: &Party) -> impl Iterator<Item = &Deal> {
        self.pursuits.get(&party.id).into_iter().flatten().filter_map(|deal| self.deals.get(deal))
    }

    /// The people of an organisation, by id.
    pub fn people_of(&self, organisation: &Party) -> impl Iterator<Item = &Party> {
        self.people.get(&organisation.id).into_iter().flatten().filter_map(|person| self.parties.get(person))
    }

    /// Somebody of the team.
    pub fn member(&self, id: &MemberId) -> Option<&MemberJoined> {
        self.members.get(id)
    }

    /// A product.
    pub fn product(&self, id: &ProductId) -> Option<&ProductListed> {
        self.products.get(id)
    }

    /// The name of the organisation that a party belongs to.
    pub fn organisation_of(&self, party: &Party) -> Option<&Line> {
        let affiliation = party.affiliation.as_ref()?;
        self.parties.get(&affiliation.organisation).map(|organisation| &organisation.name)
    }

    /// What became of the steps that something proposed.
    pub fn tally(&self, origin: &StepOrigin) -> Tally {
        self.tallies.get(origin).copied().unwrap_or_default()
    }

    /// When we are busy with something else, by calendar.
    pub fn busy(&self) -> impl Iterator<Item = (&Line, &[BusyTime])> {
        self.busy.iter().map(|(calendar, times)| (calendar, times.as_slice()))
    }

    /// Promotions that were offered to somebody or withheld from them, with whom.
    pub fn offered(&self) -> impl Iterator<Item = (&PromotionId, &BTreeMap<PartyId, Offering>)> {
        self.offered.iter()
    }

    /// Who was offered a promotion, and who was not.
    pub fn offered_of(&self, promotion: &PromotionId) -> Option<&BTreeMap<PartyId, Offering>> {
        self.offered.get(promotion)
    }

    /// An experiment.
    pub fn experiment(&self, id: &ExperimentId) -> Option<&ExperimentRecorded> {
        self.experiments.get(id)
    }

    /// All experiments, by id.
    pub fn experiments(&self) -> impl Iterator<Item = &ExperimentRecorded> {
        self.experiments.values()
    }

    /// The plan that was adopted last.
    pub fn adopted_plan(&self) -> Option<&Plan> {
        self.adopted.as_ref()
    }

    /// The plan in force: the adopted one, or the one that came with the engine.
    pub fn plan_in_force(&self) -> Option<Plan> {
        self.adopted.clone().or_else(built_in::standard)
    }

    /// The zones that parties live in, or lived in, by name.
    pub fn zones(&self) -> impl Iterator<Item = &ZoneName> {
        self.zones.iter()
    }
}

/// Entries that no longer count, asked for one by one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TakenBack {
    entries: BTreeSet<EntryId>,
    batches: BTreeSet<EntryId>,
}

impl TakenBack {
    /// Was this entry taken back?
    pub fn contains(&self, entry: &Entry) -> bool {
        self.entries.contains(&entry.id)
            || entry.batch.as_ref().is_some_and(|batch| self.batches.contains(batch))
    }
}

/// What was taken back. A retraction only counts against what stands before it, so the latest are looked at first:
/// whether one of them was itself taken back is known when its turn comes.
pub(crate) fn taken_back<'e>(latest_first: impl Iterator<Item = &'e Entry>) -> TakenBack {
    let mut taken_back = TakenBack::default();
    for entry in latest_first {
        if taken_back.contains(entry) {
            continue;
        }
        match entry.fact.fact() {
            Some(Fact::Retracted(retracted)) if retracted.entry < entry.id => {
                taken_back.entries.insert(retracted.entry.clone());
            }
            Some(Fact::BatchRetracted(retracted)) if retracted.batch < entry.id => {
                taken_back.batches.insert(retracted.batch.clone());
            }
            _ => {}
        }
    }
    taken_back
}
