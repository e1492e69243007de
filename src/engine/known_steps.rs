//! The steps of everybody, kept between questions: a new fact only makes those anew that it concerns, and time that
//! goes by only those to which it makes a difference.

use super::Engine;
use crate::book::Book;
use crate::book::party::Party;
use crate::contact::proposal::StepOrigin;
use crate::deal::subject::Subject;
use crate::journal::fact::Fact;
use crate::judge::candidates::Outline;
use crate::judge::next_step::{own_steps, steps_of_deal};
use crate::judge::step::Step;
use crate::judge::{Bench, Lasting};
use crate::value::id::{DealId, PartyId, QuoteId};
use crate::value::time::Timestamp;
use crate::value::zone::{Now, ZoneName, Zones};
use smallvec::SmallVec;
use std::cell::{Ref, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// Steps by what they are about, as far as they are known.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownSteps(RefCell<Kept>);

#[derive(Debug, Clone, Default)]
struct Kept {
    steps: BTreeMap<Subject, Known>,
    /// Nothing was asked yet, or everything may be otherwise.
    whole: bool,
    changed: BTreeSet<Subject>,
    at: Option<Timestamp>,
    zone: Option<ZoneName>,
    zones: Zones,
}

/// The steps about one thing.
#[derive(Debug, Clone)]
struct Known {
    steps: Vec<Step>,
    /// When each is due, and what else a day asks of it; most often there is one. What could be done at once still can
    /// be, only later: that is written here alone, so that nobody has to touch thousands of steps.
    outlines: SmallVec<[Outline; 1]>,
    /// The first moment at which they may be others, but for those that can be done at once.
    until: Timestamp,
}

impl KnownSteps {
    /// Everything may be otherwise.
    pub(super) fn forget(&self) {
        *self.0.borrow_mut() = Kept::default();
    }

    /// A fact is about to be recorded, or just was, that may change the steps of some: whom it concerns can be told from
    /// what was before and from what is after it.
    pub(super) fn learn(&self, book: &Book, fact: &Fact) {
        let mut kept = self.0.borrow_mut();
        if !kept.whole {
            return;
        }
        match concerned(book, fact) {
            Some(concerned) => kept.changed.extend(concerned),
            None => *kept = Kept::default(),
        }
    }

    /// What turning steps down taught has changed: all steps of these origins weigh otherwise.
    pub(super) fn weigh_anew(&self, origins: &[StepOrigin]) {
        let mut kept = self.0.borrow_mut();
        if !origins.is_empty() {
            let weighed = |known: &Known| known.steps.iter().any(|step| origins.contains(&step.origin));
            let found =
                kept.steps.iter().filter(|(_, known)| weighed(known)).map(|(subject, _)| subject.clone());
            let found: Vec<Subject> = found.collect();
            kept.changed.extend(found);
        }
    }
}

impl Engine {
    /// Gives the steps of every party and of every deal, each party's and deal's own, best first.
    pub(super) fn with_steps<T>(
        &self,
        now: &Now,
        ask: impl for<'s> FnOnce(&mut dyn Iterator<Item = (&'s [Outline], &'s [Step])>) -> T,
    ) -> T {
        self.refresh(now);
        let kept: Ref<'_, Kept> = self.steps.0.borrow();
        let mut steps = kept.steps.values().map(|known| (known.outlines.as_slice(), known.steps.as_slice()));
        ask(&mut steps)
    }

    fn refresh(&self, now: &Now) {
        let mut kept = self.steps.0.borrow_mut();
        let same_clock = kept.zone.as_ref() == Some(&now.zone) && kept.zones == now.zones;
        let last = kept.at.filter(|last| kept.whole && same_clock && *last <= now.at);
        match last {
            Some(last) => self.renew(now, &mut kept, last),
            None => self.make_all(now, &mut kept),
        }
        kept.changed.clear();
        kept.at = Some(now.at);
    }

    fn make_all(&self, now: &Now, kept: &mut Kept) {
        let parties = self.book.parties().map(|party| Subject::from(party.id.clone()));
        let deals = self.book.deals().map(|deal| Subject::from(deal.id.clone()));
        kept.steps = parties
            .chain(deals)
            .map(|subject| {
                let known = self.make(now, &subject);
                (subject, known)
            })
            .collect();
        (kept.whole, kept.zone, kept.zones) = (true, Some(now.zone.clone()), now.zones.clone());
    }

    /// Makes anew what a fact or the time has changed. What could be done at once still can be, only later.
    fn renew(&self, now: &Now, kept: &mut Kept, last: Timestamp) {
        for subject in &kept.changed {
            let known = self.make(now, subject);
            kept.steps.insert(subject.clone(), known);
        }
        for (subject, known) in &mut kept.steps {
            if known.until <= now.at {
                *known = self.make(now, subject);
                continue;
            }
            for outline in known.outlines.iter_mut().filter(|outline| outline.due == last) {
                outline.at = if outline.at == Some(last) { Some(now.at) } else { outline.at };
                outline.due = now.at;
            }
        }
    }

    fn make(&self, now: &Now, subject: &Subject) -> Known {
        let lasting = Lasting::new();
        let bench = Bench { lasting: Some(&lasting), ..self.bench(now) };
        let steps = match subject {
            Subject::Party(subject) => self.book.party(&subject.party).map(|party| own_steps(&bench, party)),
            Subject::Deal(subject) => self.book.deal(&subject.deal).map(|deal| steps_of_deal(&bench, deal)),
        };
        let steps = steps.unwrap_or_default();
        Known { outlines: steps.iter().map(Outline::of).collect(), steps, until: lasting.until() }
    }
}

/// Whose steps a fact may change; nothing if it may be everybody's.
fn concerned(book: &Book, fact: &Fact) -> Option<Vec<Subject>> {
    let mut found = Vec::new();
    match fact {
        Fact::PlanAdopted(_) | Fact::Retracted(_) | Fact::BatchRetracted(_) | Fact::PartiesMerged(_) => {
            return None;
        }
        Fact::CalendarImported(_)
        | Fact::ProductListed(_)
        | Fact::MemberJoined(_)
        | Fact::ExperimentRecorded(_)
        | Fact::PromotionListed(_) => {}
        Fact::QuoteCancelled(cancelled) => around_quote(book, &cancelled.quote, &mut found),
        // What comes back changes no step.
        Fact::GoodsReturned(_) => {}
        Fact::QuoteAccepted(accepted) => {
            if let Some(party) = book.customer_of(accepted.party.as_ref(), accepted.deal.as_ref()) {
                around(book, &party.id, &mut found);
            }
            accepted.deal.iter().for_each(|deal| around_deal(book, deal, &mut found));
        }
        Fact::ContactCancelled(cancelled) => {
            if let Some(party) = book.interactions.get(&cancelled.interaction) {
                around(book, party, &mut found);
            }
        }
        Fact::PartyMet(met) => {
            around(book, &met.party, &mut found);
            // Those whom they referred may have been known before.
            let referred = book.parties().filter(|party| {
                party.source.as_ref().is_some_and(|source| source.referrer.as_ref() == Some(&met.party))
            });
            found.extend(referred.flat_map(|party| with_deals(book, party)));
        }
        other => match other.subject()? {
            Subject::Party(subject) => around(book, &subject.party, &mut found),
            Subject::Deal(subject) => around_deal(book, &subject.deal, &mut found),
        },
    }
    Some(found)
}

/// A party, the organisation it belongs to and its people, and the deals of all of them.
fn around(book: &Book, id: &PartyId, found: &mut Vec<Subject>) {
    let Some(party) = book.party(id) else { return };
    // People are told of before the organisation that they belong to may be, and are colleagues all the same.
    let organisation = party.affiliation.as_ref().map(|affiliation| &affiliation.organisation);
    for house in [Some(&party.id), organisation].into_iter().flatten() {
        let people = book.people.get(house).into_iter().flatten();
        let known = [house].into_iter().chain(people).filter_map(|each| book.party(each));
        found.extend(known.flat_map(|each| with_deals(book, each)));
    }
}

fn around_deal(book: &Book, id: &DealId, found: &mut Vec<Subject>) {
    let Some(deal) = book.deal(id) else { return };
    found.push(id.clone().into());
    if let Some(party) = &deal.party {
        around(book, party, found);
    }
}

fn around_quote(book: &Book, quote: &QuoteId, found: &mut Vec<Subject>) {
    if let Some(party) = book.ledger().sale(quote).and_then(|sale| sale.party.as_ref()) {
        around(book, party, found);
    }
}

fn with_deals(book: &Book, party: &Party) -> impl Iterator<Item = Subject> {
    let deals = book.deals_of(party).map(|deal| deal.id.clone().into());
    [Subject::from(party.id.clone())].into_iter().chain(deals)
}
