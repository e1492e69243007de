//! Lists of parties as they are shown (SCORE-3, SCORE-4).

use super::query::{LeadOrder, LeadsQuery};
use crate::book::Book;
use crate::book::party::Party;
use crate::judge::Bench;
use crate::judge::next_step::{place, steps_of_party};
use crate::judge::score::{Band, score};
use crate::judge::standing::{Standing, open_deals, position_of_party, standing};
use crate::judge::worth::worth;
use crate::market::party::PartyKind;
use crate::plan::Plan;
use crate::plan::pipeline::{PipelineKind, Stage};
use crate::say::en::step as say;
use crate::value::attribute::Attribute;
use crate::value::id::{PartyId, StageId};
use crate::value::money::Money;
use crate::value::number::count;
use crate::value::order::{Rank, descending, ranked};
use crate::value::text::Line;
use crate::value::time::Timestamp;
use serde::Serialize;

/// Some parties of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeadsView {
    /// How many match.
    pub total: u32,
    /// How many parties there are.
    pub all: u32,
    /// Those asked for.
    pub rows: Vec<LeadRow>,
    /// The stages there are, to filter by.
    pub stages: Vec<StageName>,
}

/// A stage's id and name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageName {
    /// Its id.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// What moves through it.
    pub pipeline: PipelineKind,
}

/// One party in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeadRow {
    /// The party.
    pub party: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// The organisation it belongs to.
    pub organisation: Option<String>,
    /// What it is to us.
    pub standing: Standing,
    /// Its stage.
    pub stage: StageName,
    /// Its score, 0 to 100.
    pub score: u8,
    /// Its band.
    pub band: Band,
    /// What an hour spent on the next step is worth.
    pub worth_per_hour: Money,
    /// What a sale is worth.
    pub worth: Money,
    /// How many deals are open.
    pub open_deals: u32,
    /// The next step, in words.
    pub next_step: String,
    /// When the next step can be done; nothing if a guard allows no time at all.
    pub next_at: Option<Timestamp>,
    /// The last contact.
    pub last_contact_at: Option<Timestamp>,
    /// When we met.
    pub met_at: Timestamp,
}

impl StageName {
    /// The name of a stage.
    pub fn of(pipeline: PipelineKind, stage: &Stage) -> StageName {
        StageName { id: stage.id.clone(), name: stage.name.to_string(), pipeline }
    }

    /// The names of all stages of a plan.
    pub fn all(plan: &Plan) -> Vec<StageName> {
        let pipelines = plan.pipelines.iter();
        pipelines
            .flat_map(|pipeline| pipeline.stages.iter().map(|stage| StageName::of(pipeline.covers, stage)))
            .collect()
    }
}

/// What the order of a list and its filters look at: cheap enough to be made for everybody.
struct Outline<'a> {
    party: &'a Party,
    standing: Standing,
    points: u8,
    band: Band,
    stage: Option<StageId>,
    /// Made only for the order of approach.
    place: Rank,
}

const LISTED: u32 = 100;

impl LeadsView {
    /// Lays a list out.
    pub fn of(bench: &Bench<'_>, query: &LeadsQuery) -> LeadsView {
        let search = Search::of(query.search.as_ref());
        let found = bench.book.parties().filter(|party| search.finds(bench.book, party));
        let found: Vec<Outline<'_>> =
            found.map(|party| Outline::of(bench, party)).filter(|outline| outline.is_wanted(query)).collect();
        let found = sorted(bench, found, query.order.unwrap_or(LeadOrder::Approach));
        let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
        let limit = usize::try_from(query.limit.unwrap_or(LISTED)).unwrap_or(usize::MAX);
        LeadsView {
            total: count(found.len()),
            all: count(bench.book.parties().count()),
            rows: found
                .iter()
                .skip(offset)
                .take(limit)
                .filter_map(|outline| LeadRow::of(bench, outline))
                .collect(),
            stages: StageName::all(bench.plan),
        }
    }
}

fn sorted<'a>(bench: &Bench<'_>, mut found: Vec<Outline<'a>>, order: LeadOrder) -> Vec<Outline<'a>> {
    match order {
        LeadOrder::Approach => {
            for outline in &mut found {
                outline.place = place(steps_of_party(bench, outline.party).first(), outline.points);
            }
            ranked(found, |outline| outline.place)
        }
        LeadOrder::Score => ranked(found, |outline| (descending(outline.points.into()), 0, 0)),
        LeadOrder::Name => {
            found.sort_by_cached_key(|outline| outline.party.name.folded());
            found
        }
        LeadOrder::LastContact => ranked(found, |outline| {
            let last = outline.party.last_contact();
            (last.map_or(i64::MIN, |contact| contact.logged.at.millis()), 0, 0)
        }),
        LeadOrder::Met => ranked(found, |outline| (descending(outline.party.met_at.millis()), 0, 0)),
    }
}

impl<'a> Outline<'a> {
    fn of(bench: &Bench<'_>, party: &'a Party) -> Outline<'a> {
        let score = score(bench, party);
        Outline {
            party,
            standing: standing(bench, party),
            points: score.points(),
            band: score.band(&bench.plan.score.bands),
            stage: position_of_party(bench.plan, party).map(|position| position.stage.id.clone()),
            place: Rank::default(),
        }
    }

    fn is_wanted(&self, query: &LeadsQuery) -> bool {
        let wanted_stage = |stage: &StageId| query.stages.contains(stage);
        (query.standings.is_empty() || query.standings.contains(&self.standing))
            && (query.bands.is_empty() || query.bands.contains(&self.band))
            && (query.stages.is_empty() || self.stage.as_ref().is_some_and(wanted_stage))
    }
}

/// The words of a search, each of which has to be found somewhere.
struct Search {
    words: Vec<String>,
}

impl Search {
    fn of(text: Option<&Line>) -> Search {
        let folded = text.map(Line::folded).unwrap_or_default();
        Search { words: folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    fn finds(&self, book: &Book, party: &Party) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let mut haystack = party.name.folded();
        let mut add = |text: &str| {
            haystack.push('\n');
            haystack.push_str(&text.to_lowercase());
        };
        book.organisation_of(party).into_iter().for_each(|name| add(name.as_str()));
        party.contact_points.iter().for_each(|point| add(point.value.as_str()));
        party.external_ids.iter().for_each(|id| add(id.as_str()));
        for value in party.attributes.values() {
            if let Attribute::Text(text) = value {
                add(text.as_str());
            }
        }
        self.words.iter().all(|word| haystack.contains(word))
    }
}

impl LeadRow {
    fn of(bench: &Bench<'_>, outline: &Outline<'_>) -> Option<LeadRow> {
        let party = outline.party;
        let position = position_of_party(bench.plan, party)?;
        let deals: Vec<_> = open_deals(bench.book, party).collect();
        let worths = deals.iter().map(|deal| worth(bench, Some(party), Some(deal)).amount);
        let of_deals = worths.reduce(|sum, each| sum.plus(each).unwrap_or(sum));
        let next = steps_of_party(bench, party).into_iter().next();
        let no_worth = Money { minor: 0, currency: bench.plan.currency };
        Some(LeadRow {
            party: party.id.clone(),
            kind: party.kind,
            name: party.name.to_string(),
            organisation: bench.book.organisation_of(party).map(Line::to_string),
            standing: outline.standing,
            stage: StageName::of(position.pipeline, position.stage),
            score: outline.points,
            band: outline.band,
            worth_per_hour: next.as_ref().map_or(no_worth, |step| step.per_hour),
            worth: of_deals.unwrap_or_else(|| worth(bench, Some(party), None).amount),
            open_deals: count(deals.len()),
            next_step: next.as_ref().map(|step| say::what_for(&step.action)).unwrap_or_default(),
            next_at: next.and_then(|step| step.at),
            last_contact_at: party.last_contact().map(|contact| contact.logged.at),
            met_at: party.met_at,
        })
    }
}
