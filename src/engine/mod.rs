//! The engine: a journal, the book that it tells of, and the plan in force. Facts go in, views come out.

mod backup;
mod complete;
mod ingest;
mod known_steps;
mod look;
mod scores;

use crate::book::{Book, TakenBack, taken_back};
use crate::check::{Ledger, check};
use crate::failure::Failure;
use crate::journal::entry::{Entry, EntryDocument, EntryId, Kept};
use crate::journal::fact::Fact;
use crate::judge::Bench;
use crate::judge::rejection::learned_percents;
use crate::plan::Plan;
use crate::plan::built_in::BuiltIn;
use crate::say::en::store as say;
use crate::store::read::Shelf;
use crate::store::write::{self, Position, Write};
use crate::value::document::{Fault, Problem};
use crate::value::id::{BookId, MemberId, ReplicaId};
use crate::value::number::count;
use crate::value::zone::Now;
use crate::view::recorded::{LoadNote, Loaded, Recorded};
use known_steps::KnownSteps;
use scores::Scores;
use std::collections::BTreeMap;

/// More facts at once than this are an import.
const MANY: usize = 64;

/// One book in memory.
///
/// ```
/// use nextsale::engine::Engine;
/// use nextsale::journal::fact::Fact;
/// use nextsale::value::{document::read, id::{BookId, ReplicaId}, time::Timestamp, zone::Now};
///
/// let (book, replica) = (BookId::parse("mine").unwrap(), ReplicaId::parse("a1").unwrap());
/// let mut engine = Engine::new(book.clone(), replica.clone()).unwrap();
/// let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// let met: Fact = read(r#"{ "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada",
///     "contactPoints": [{ "channel": "phone", "value": "+49 30 123456" }] }"#).unwrap();
/// let recorded = engine.record(&now, vec![met], None).unwrap();
///
/// // What was recorded is what has to be written, and is all that another engine needs.
/// let mut other = Engine::new(book, ReplicaId::parse("b2").unwrap()).unwrap();
/// let pairs = recorded.writes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
/// assert_eq!(other.load(pairs).added, 1);
/// assert_eq!(other.book(), engine.book());
/// ```
#[derive(Debug, Clone)]
pub struct Engine {
    position: Position,
    shelf: Shelf,
    journal: BTreeMap<EntryId, Entry>,
    taken_back: TakenBack,
    book: Book,
    built_in: Plan,
    steps: KnownSteps,
}

impl Engine {
    /// An empty engine that writes under the keys of a book and a replica. Fails only if the built-in plan had a
    /// fault, which a test rules out.
    pub fn new(book: BookId, replica: ReplicaId) -> Result<Engine, Failure> {
        let built_in = BuiltIn::Standard.plan().map_err(Failure::Malformed)?;
        Ok(Engine {
            shelf: Shelf::new(book.clone()),
            position: Position { book, replica, sequence: 0 },
            journal: BTreeMap::new(),
            taken_back: TakenBack::default(),
            book: Book::default(),
            built_in,
            steps: KnownSteps::default(),
        })
    }

    /// The book.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The plan in force: the adopted one, or the one that came with the engine.
    pub fn plan(&self) -> &Plan {
        self.book.adopted_plan().unwrap_or(&self.built_in)
    }

    /// The entries of the journal, in order.
    pub fn journal(&self) -> impl Iterator<Item = &Entry> {
        self.journal.values()
    }

    /// What judges look at.
    pub fn bench<'a>(&'a self, now: &'a Now) -> Bench<'a> {
        Bench::new(&self.book, self.plan(), now)
    }

    /// Records facts: all of them, or none if one is refused. More than one are a batch, which can be taken back as
    /// a whole. Paths of a batch's failures begin with the number of the fact: `[3].party`.
    pub fn record(&mut self, now: &Now, facts: Vec<Fact>, by: Option<MemberId>) -> Result<Recorded, Failure> {
        if facts.is_empty() {
            return Err(Failure::Malformed(vec![Problem {
                path: String::new(),
                fault: Fault::Missing,
                allowed: "at least one fact".to_owned(),
                likely: None,
            }]));
        }
        // Of so many facts at once it is faster to look at everything anew.
        if facts.len() > MANY {
            self.steps.forget();
        }
        let before = Scores::of(self, now, &facts);
        let entries = self.add_all(now, facts, by.as_ref())?;
        let writes = self.writes(&entries);
        Ok(self.recorded(now, entries, writes, &before))
    }

    fn recorded(&self, now: &Now, entries: Vec<Entry>, writes: Vec<Write>, before: &Scores) -> Recorded {
        Recorded {
            batch: entries.first().and_then(|entry| entry.batch.clone()),
            entries: entries.iter().map(|entry| entry.id.clone()).collect(),
            writes,
            zones: self.book.zones().cloned().collect(),
            scores: before.changes(self, now),
        }
    }

    fn writes(&mut self, entries: &[Entry]) -> Vec<Write> {
        match entries {
            [only] => vec![write::entry(&mut self.position, only)],
            several => write::batch(&mut self.position, several),
        }
    }

    /// Checks and applies facts one after the other; puts everything back if one is refused.
    fn add_all(&mut self, now: &Now, facts: Vec<Fact>, by: Option<&MemberId>) -> Result<Vec<Entry>, Failure> {
        let is_batch = facts.len() > 1;
        let mut batch = None;
        let mut added: Vec<Entry> = Vec::with_capacity(facts.len());
        for (index, fact) in facts.into_iter().enumerate() {
            let ledger = Ledger { entries: &self.journal, taken_back: &self.taken_back };
            let objections = check(&self.bench(now), &ledger, &fact);
            if !objections.is_empty() {
                self.remove(&added);
                let refusal = Failure::Refusal(objections);
                return Err(if is_batch { refusal.at(&format!("[{index}]")) } else { refusal });
            }
            let fact = self.completed(now, fact);
            let id = self.next_id(now);
            if is_batch && batch.is_none() {
                batch = Some(id.clone());
            }
            let fact = Kept::Known(fact);
            let entry: Entry =
                EntryDocument { id, at: now.at, by: by.cloned(), batch: batch.clone(), fact }.into();
            self.add(entry.clone());
            added.push(entry);
        }
        Ok(added)
    }

    /// The name of the next entry. It stands after all that are known, whatever the clock says.
    fn next_id(&self, now: &Now) -> EntryId {
        let replica = self.position.replica.clone();
        match self.journal.last_key_value() {
            Some((last, _)) if last.time >= now.at => {
                EntryId { time: last.time, counter: last.counter.saturating_add(1), replica }
            }
            _ => EntryId { time: now.at, counter: 0, replica },
        }
    }

    /// Adds an entry that stands after all that are known.
    fn add(&mut self, entry: Entry) {
        // These change what earlier entries mean.
        let looks_back = matches!(
            entry.fact.fact(),
            Some(Fact::Retracted(_) | Fact::BatchRetracted(_) | Fact::PartiesMerged(_))
        );
        if !looks_back {
            self.apply(&entry);
        }
        self.journal.insert(entry.id.clone(), entry);
        if looks_back {
            self.fold();
        }
    }

    fn apply(&mut self, entry: &Entry) {
        let Some(fact) = entry.fact.fact() else { return };
        let before = learned_percents(&self.book, self.plan());
        self.steps.learn(&self.book, fact);
        self.book.apply(entry);
        self.steps.learn(&self.book, fact);
        let after = learned_percents(&self.book, self.plan());
        if before != after {
            let changed = after.into_iter().filter(|learned| !before.contains(learned));
            self.steps.weigh_anew(&changed.map(|(origin, _)| origin).collect::<Vec<_>>());
        }
    }

    fn remove(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.journal.remove(&entry.id);
        }
        if !entries.is_empty() {
            self.fold();
        }
    }

    /// Makes the book anew from the journal.
    fn fold(&mut self) {
        self.taken_back = taken_back(self.journal.values().rev());
        self.book = Book::folded(self.journal.values(), &self.taken_back);
        self.steps.forget();
    }

    /// Reads keys and values of the store, at the start or when other tabs wrote some. Whatever is unreadable is
    /// named; the rest is loaded. The same entry twice is the same entry once.
    pub fn load<'p>(&mut self, pairs: impl Iterator<Item = (&'p str, &'p str)>) -> Loaded {
        let found = self.shelf.read(pairs);
        let next = self.shelf.next_sequence(&self.position.replica);
        self.position.sequence = self.position.sequence.max(next);
        let added = self.merge(found.entries).len();
        let notes = found.notes.iter();
        Loaded {
            entries: count(self.journal.len()),
            added: count(added),
            notes: notes
                .map(|note| LoadNote { key: note.key.clone(), finding: note.finding, text: say::note(note) })
                .collect(),
            zones: self.book.zones().cloned().collect(),
        }
    }

    /// Puts entries together with those that are known, and gives those that were new.
    fn merge(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut added = Vec::new();
        for entry in entries {
            if !self.journal.contains_key(&entry.id) {
                self.journal.insert(entry.id.clone(), entry.clone());
                added.push(entry);
            }
        }
        if !added.is_empty() {
            self.fold();
        }
        added
    }
}
