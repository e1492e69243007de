//! What would another plan change, and for whom (PLAN-5)?
//!
//! The same judges are asked about the same book at the same moment by both plans, so that the answer is what adopting the
//! other plan would bring. Of everybody no more than the outcome is kept; reasons are for whoever looks closer.

use super::Bench;
use super::next_step::{place, steps_of_party};
use super::progress::progress;
use super::rules::firing;
use super::score::{Band, band};
use super::situation::Situation;
use super::standing::open_deals;
use super::step::{Action, Step};
use crate::book::party::Party;
use crate::contact::proposal::StepOrigin;
use crate::deal::subject::Subject;
use crate::plan::Plan;
use crate::plan::pace::Pace;
use crate::plan::rule::Rule;
use crate::value::id::{RuleId, StageId};
use crate::value::number::count;
use crate::value::order::{Rank, descending, moved, ranked};
use crate::value::text::Line;

choice! {
    /// What two plans say otherwise of a party.
    pub enum Difference {
        /// Its band.
        Band = "band",
        /// Its points.
        Score = "score",
        /// Its place in the order of approach: it overtakes others, or is overtaken.
        Place = "place",
        /// Its first step: what to do, and what proposes it.
        Step = "step",
        /// When that step can be done, where it is the same.
        Time = "time",
        /// The stage that it or one of its open deals is in.
        Stage = "stage",
        /// How it or one of its open deals stands against the timeline.
        Pace = "pace",
        /// Which rules fire for it or one of its open deals.
        Rules = "rules",
    }
}

/// What another plan changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial<'a> {
    /// How many parties were looked at.
    pub parties: u32,
    /// Those for whom something differs, first those for whom most does.
    pub changed: Vec<Tried<'a>>,
    /// How many parties are in each band.
    pub bands: Vec<(Band, Tally)>,
    /// How many parties and open deals stand so against the timeline.
    pub paces: Vec<(Pace, Tally)>,
    /// The rules of both plans: for how many parties and open deals each fires.
    pub rules: Vec<RuleTally>,
}

/// What another plan changes for a party.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried<'a> {
    /// The party.
    pub party: &'a Party,
    /// What differs.
    pub differs: Vec<Difference>,
    /// Its place in the order of approach by either plan, from 1.
    pub places: (u32, u32),
    points_apart: u8,
    ranks: (Rank, Rank),
}

/// How many by the plan in force, and by the other one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// By the plan in force.
    pub before: u32,
    /// By the other plan.
    pub after: u32,
}

/// For how many parties and open deals a rule fires.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleTally {
    /// The rule.
    pub rule: RuleId,
    /// What it says of itself: in the other plan, if that has it.
    pub name: Line,
    /// For how many in all.
    pub fires: Tally,
    /// For how many it fires by the other plan alone.
    pub begins: u32,
    /// For how many it no longer fires.
    pub ends: u32,
}

/// What another plan changes; the plan in force is that of the first bench.
///
/// ```
/// use nextsale::judge::{Bench, trial::{Difference, trial}};
/// use nextsale::plan::{Plan, built_in};
/// # use nextsale::{engine::Engine, value::{document::read, id::{BookId, ReplicaId}, time::Timestamp, zone::Now}};
/// # let (book, replica) = (BookId::parse("mine").unwrap(), ReplicaId::parse("a1").unwrap());
/// # let mut engine = Engine::new(book, replica).unwrap();
/// # let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
/// # let met = read(r#"{ "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada",
/// #     "contactPoints": [{ "channel": "phone", "value": "+49 30 123456" }] }"#).unwrap();
/// # let asked = read(r#"{ "type": "signalSeen", "party": "p_ada", "signal": "askedForQuote", "at": 1795420800000 }"#).unwrap();
/// # engine.record(&now, vec![met, asked], None).unwrap();
/// // Whoever asked for a quote is warm with fewer points than so far.
/// let draft = Plan::read(&built_in::STANDARD.replace("\"warm\": 35", "\"warm\": 20")).unwrap();
/// let in_force = engine.bench(&now);
/// let found = trial(&in_force, &Bench::new(engine.book(), &draft, &now));
/// assert_eq!(found.changed[0].differs, [Difference::Band]);
/// assert!(trial(&in_force, &in_force).changed.is_empty());
/// ```
pub fn trial<'a>(before: &Bench<'a>, after: &Bench<'_>) -> Trial<'a> {
    let mut found = Trial {
        parties: 0,
        changed: Vec::new(),
        bands: Band::ALL.iter().map(|band| (*band, Tally::default())).collect(),
        paces: Pace::ALL.iter().map(|pace| (*pace, Tally::default())).collect(),
        rules: rules_of(before.plan, after.plan),
    };
    let tried: Vec<Tried<'_>> =
        before.book.parties().map(|party| found.compare(before, after, party)).collect();
    found.parties = count(tried.len());
    let mut tried = in_places(tried);
    tried.retain(|tried| !tried.differs.is_empty());
    found.changed = ranked(tried, |tried| {
        let differs = i64::from(count(tried.differs.len()));
        (descending(differs), descending(tried.points_apart.into()), tried.places.1.into())
    });
    found
}

/// A party and its open deals, each as conditions see it.
pub(crate) fn situations<'a>(
    bench: &'a Bench<'a>,
    party: &'a Party,
) -> impl Iterator<Item = (Subject, Situation<'a>)> {
    let deals = open_deals(bench.book, party);
    let deals = deals.map(|deal| (deal.id.clone().into(), Situation::of_deal(bench, deal)));
    [(party.id.clone().into(), Situation::of_party(bench, party))].into_iter().chain(deals)
}

/// What a plan says of a party.
struct Side<'a> {
    points: u8,
    band: Band,
    first: Option<Step>,
    stands: Vec<Stand<'a>>,
}

/// What a plan says of a party, or of one of its open deals.
struct Stand<'a> {
    stage: Option<StageId>,
    pace: Option<Pace>,
    fires: Vec<&'a RuleId>,
}

impl<'a> Side<'a> {
    fn of(bench: &Bench<'a>, party: &Party) -> Side<'a> {
        let stands = situations(bench, party).map(|(subject, situation)| {
            let stand = Stand {
                stage: situation.position().map(|position| position.stage.id.clone()),
                pace: progress(bench, &situation).map(|progress| progress.pace),
                fires: firing(bench, &situation, &subject).map(|rule| &rule.id).collect(),
            };
            (situation.points().unwrap_or(0), stand)
        });
        let (points, stands): (Vec<u8>, Vec<Stand<'a>>) = stands.unzip();
        // The first is the party itself.
        let points = points.first().copied().unwrap_or(0);
        let first = steps_of_party(bench, party).into_iter().next();
        Side { points, band: band(points, &bench.plan.score.bands), first, stands }
    }
}

impl<'b> Trial<'b> {
    fn compare(&mut self, before: &Bench<'b>, after: &Bench<'_>, party: &'b Party) -> Tried<'b> {
        let (old, new) = (Side::of(before, party), Side::of(after, party));
        let stands = || old.stands.iter().zip(&new.stands);
        let step = differ(old.first.as_ref(), new.first.as_ref());
        let found = [
            (Difference::Band, old.band != new.band),
            (Difference::Score, old.points != new.points),
            (Difference::Step, step == Some(Difference::Step)),
            (Difference::Time, step == Some(Difference::Time)),
            (Difference::Stage, stands().any(|(old, new)| old.stage != new.stage)),
            (Difference::Pace, stands().any(|(old, new)| old.pace != new.pace)),
            (Difference::Rules, stands().any(|(old, new)| !same_rules(&old.fires, &new.fires))),
        ];
        note(&mut self.bands, Some(old.band), Some(new.band));
        for (old, new) in stands() {
            note(&mut self.paces, old.pace, new.pace);
            self.note_rules(&old.fires, &new.fires);
        }
        Tried {
            party,
            differs: found.iter().filter(|(_, differs)| *differs).map(|(what, _)| *what).collect(),
            places: (0, 0),
            points_apart: old.points.abs_diff(new.points),
            ranks: (place(old.first.as_ref(), old.points), place(new.first.as_ref(), new.points)),
        }
    }

    fn note_rules(&mut self, old: &[&RuleId], new: &[&RuleId]) {
        for tally in &mut self.rules {
            let (before, after) = (old.contains(&&tally.rule), new.contains(&&tally.rule));
            tally.fires.add(before, after);
            tally.begins = tally.begins.saturating_add(u32::from(after && !before));
            tally.ends = tally.ends.saturating_add(u32::from(before && !after));
        }
    }
}

impl Tally {
    fn add(&mut self, before: bool, after: bool) {
        self.before = self.before.saturating_add(u32::from(before));
        self.after = self.after.saturating_add(u32::from(after));
    }
}

fn note<T: PartialEq>(tallies: &mut [(T, Tally)], before: Option<T>, after: Option<T>) {
    for (each, tally) in tallies {
        tally.add(before.as_ref() == Some(each), after.as_ref() == Some(each));
    }
}

/// Whether it is another step, or the same at another time.
fn differ(old: Option<&Step>, new: Option<&Step>) -> Option<Difference> {
    match () {
        () if what(old) != what(new) => Some(Difference::Step),
        () if old.map(|step| step.at) != new.map(|step| step.at) => Some(Difference::Time),
        () => None,
    }
}

fn what(step: Option<&Step>) -> Option<(&Subject, &StepOrigin, &Action)> {
    step.map(|step| (&step.subject, &step.origin, &step.action))
}

/// Whether the same rules fire, in whichever order the plans have them.
fn same_rules(old: &[&RuleId], new: &[&RuleId]) -> bool {
    old.len() == new.len() && old.iter().all(|rule| new.contains(rule))
}

/// The rules of the other plan, then those that it no longer has.
fn rules_of(before: &Plan, after: &Plan) -> Vec<RuleTally> {
    let gone = before.rules.iter().filter(|old| !after.rules.iter().any(|rule| rule.id == old.id));
    let tally = |rule: &Rule| RuleTally {
        rule: rule.id.clone(),
        name: rule.name.clone(),
        fires: Tally::default(),
        begins: 0,
        ends: 0,
    };
    after.rules.iter().chain(gone).map(tally).collect()
}

/// Gives each its places. When one overtakes all others they all stand one place further down: of that, no more than the
/// overtaking is a difference.
fn in_places(mut tried: Vec<Tried<'_>>) -> Vec<Tried<'_>> {
    // Those of equal rank stay as the book has them.
    for (tried, index) in tried.iter_mut().zip(0..) {
        (tried.ranks.0.2, tried.ranks.1.2) = (index, index);
    }
    tried = numbered(tried, |tried| tried.ranks.0, |tried, place| tried.places.0 = place);
    tried = numbered(tried, |tried| tried.ranks.1, |tried, place| tried.places.1 = place);
    let before: Vec<usize> =
        tried.iter().map(|tried| usize::try_from(tried.places.0).unwrap_or(usize::MAX)).collect();
    for (tried, moved) in tried.iter_mut().zip(moved(&before)) {
        if moved {
            tried.differs.push(Difference::Place);
        }
    }
    tried
}

fn numbered<'a>(
    tried: Vec<Tried<'a>>,
    rank: fn(&Tried<'a>) -> Rank,
    number: fn(&mut Tried<'a>, u32),
) -> Vec<Tried<'a>> {
    let mut tried = ranked(tried, rank);
    tried.iter_mut().zip(1..).for_each(|(tried, place)| number(tried, place));
    tried
}
