//! Queries and the views that answer them.

use super::Engine;
use crate::book::deal::Deal;
use crate::book::party::Party;
use crate::check::{Objection, Wrong};
use crate::deal::subject::Subject;
use crate::exchange::card::{CardVersion, card};
use crate::failure::Failure;
use crate::judge::agenda::Agenda;
use crate::judge::day::{LISTED, day_of};
use crate::judge::next_step::{steps_of_deal, steps_of_party};
use crate::judge::quote::quote;
use crate::judge::rules::rules;
use crate::judge::situation::Situation;
use crate::judge::standing::{Standing, standing};
use crate::offer::request::QuoteRequest;
use crate::plan::quotes::QuoteRules;
use crate::value::document::{Fault, Problem};
use crate::value::id::{DealId, PartyId};
use crate::value::number::count;
use crate::value::zone::Now;
use crate::view::board::BoardView;
use crate::view::brief::{BriefView, PromisesView};
use crate::view::calendar::CalendarView;
use crate::view::day::DayView;
use crate::view::duplicates::DuplicatesView;
use crate::view::effect::EffectView;
use crate::view::experiments::ExperimentsView;
use crate::view::history::HistoryView;
use crate::view::leads::LeadsView;
use crate::view::party::PartyView;
use crate::view::plan::{BookView, MemberView, PlanOrigin, PlanView, ProductView, TableView, VcardView};
use crate::view::plan_draft::{PlanDraftView, PlanVersionsView};
use crate::view::plan_trial::PlanTrialView;
use crate::view::planned::PlannedView;
use crate::view::query::{AcceptedQuotesQuery, EffectQuery, Query, RulesQuery, StepsQuery, VcardQuery};
use crate::view::quote::QuoteView;
use crate::view::quotes::{AcceptedQuoteView, PromotionsView};
use crate::view::rules::{RuleView, RulesView};
use crate::view::step::StepView;
use crate::view::table;
use crate::view::week::WeekView;
use serde::Serialize;

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum View {
    /// The plan for a day.
    Day(DayView),
    /// The calendar of a week.
    Week(WeekView),
    /// A list of parties.
    Leads(LeadsView),
    /// Everything about one party.
    Party(PartyView),
    /// Next steps.
    Steps(Vec<StepView>),
    /// Which rules fire, which don't, and why.
    Rules(RulesView),
    /// What we promised.
    Promises(PromisesView),
    /// All that has to be at hand before a contact.
    Brief(BriefView),
    /// A planned contact.
    Planned(Box<PlannedView>),
    /// The journal.
    History(HistoryView),
    /// The plan in force.
    Plan(PlanView),
    /// What there is to say about a plan that is being written.
    PlanDraft(PlanDraftView),
    /// What a plan that is being written would change.
    PlanTrial(PlanTrialView),
    /// The plans that were in force.
    PlanVersions(PlanVersionsView),
    /// What moves through a pipeline.
    Board(BoardView),
    /// The book in numbers.
    Book(BookView),
    /// A table for other programs.
    Table(TableView),
    /// Parties as vCards.
    Vcard(VcardView),
    /// Contacts as an iCalendar.
    Calendar(CalendarView),
    /// Parties that are the same.
    Duplicates(DuplicatesView),
    /// What a promotion or an experiment showed.
    Effect(Box<EffectView>),
    /// A quote.
    Quote(Box<QuoteView>),
    /// The promotions.
    Promotions(PromotionsView),
    /// Accepted quotes.
    AcceptedQuotes(Vec<AcceptedQuoteView>),
    /// Experiments and promotions of which there is an effect to ask for.
    Experiments(ExperimentsView),
}

impl Engine {
    /// Answers a query. Changes nothing.
    pub fn look(&self, now: &Now, query: &Query) -> Result<View, Failure> {
        let bench = self.bench(now);
        Ok(match query {
            Query::Day(query) => {
                let date = query.date.unwrap_or_else(|| now.today());
                let agenda = Agenda::of(&bench);
                let plan =
                    self.with_steps(now, |steps| day_of(&agenda, date, query.limit.unwrap_or(LISTED), steps));
                View::Day(DayView::laid_out(&agenda, &plan))
            }
            Query::Week(query) => View::Week(WeekView::of(&bench, query.date.unwrap_or_else(|| now.today()))),
            Query::Leads(query) => View::Leads(LeadsView::of(&bench, query)),
            Query::Party(query) => {
                let party = PartyView::of(&bench, self.known(&query.party)?);
                View::Party(party.ok_or_else(|| unknown("party", &query.party))?)
            }
            Query::Steps(query) => View::Steps(self.steps(now, query)?),
            Query::Rules(query) => View::Rules(self.rules(now, query)?),
            Query::Promises(query) => View::Promises(match &query.party {
                Some(id) => PromisesView::of(&bench, [self.known(id)?].into_iter()),
                None => PromisesView::of(&bench, self.book.parties()),
            }),
            Query::Brief(query) => View::Brief(BriefView::of(&bench, query, self.known(&query.party)?)),
            Query::Planned(query) => {
                let planned = PlannedView::of(&bench, query);
                View::Planned(Box::new(planned.ok_or_else(|| unknown("interaction", &query.interaction))?))
            }
            Query::History(query) => {
                View::History(HistoryView::of(&bench, &self.journal, &self.taken_back, query))
            }
            Query::Plan(_) => View::Plan(PlanView {
                plan: self.plan().clone(),
                origin: match self.book.adopted_plan() {
                    Some(_) => PlanOrigin::Adopted,
                    None => PlanOrigin::BuiltIn,
                },
            }),
            Query::PlanDraft(query) => View::PlanDraft(PlanDraftView::of(self.plan(), &query.text)),
            Query::PlanTrial(query) => View::PlanTrial(PlanTrialView::of(&bench, query)),
            Query::PlanVersions(_) => View::PlanVersions(PlanVersionsView::of(
                &bench,
                &self.built_in,
                &self.journal,
                &self.taken_back,
            )),
            Query::Board(query) => {
                let board = BoardView::of(&bench, query);
                View::Board(board.ok_or_else(|| unknown("pipeline", &query.covers))?)
            }
            Query::Book(_) => View::Book(self.in_numbers(now)),
            Query::Calendar(query) => View::Calendar(CalendarView::of(&bench, query)),
            Query::Duplicates(_) => View::Duplicates(DuplicatesView::of(&bench)),
            Query::Quote(request) => View::Quote(Box::new(self.quote(now, request)?)),
            Query::Promotions(_) => View::Promotions(PromotionsView::of(&self.book)),
            Query::AcceptedQuotes(query) => View::AcceptedQuotes(self.accepted_quotes(query)?),
            Query::Effect(query) => View::Effect(Box::new(self.effect(now, query)?)),
            Query::Experiments(_) => View::Experiments(ExperimentsView::of(&self.book)),
            Query::Vcard(query) => View::Vcard(self.cards(query)?),
            Query::Table(query) => View::Table(table::of(&bench, query.table)),
        })
    }

    fn steps(&self, now: &Now, query: &StepsQuery) -> Result<Vec<StepView>, Failure> {
        let bench = self.bench(now);
        let steps = match (&query.party, &query.deal) {
            (Some(id), None) => steps_of_party(&bench, self.known(id)?),
            (None, Some(id)) => steps_of_deal(&bench, self.known_deal(id)?),
            (party, _) => return Err(either_party_or_deal(party.is_some())),
        };
        Ok(steps.iter().map(|step| StepView::of(&bench, step)).collect())
    }

    fn effect(&self, now: &Now, query: &EffectQuery) -> Result<EffectView, Failure> {
        let by = query.by.as_ref();
        match (&query.promotion, &query.experiment) {
            (Some(id), None) => {
                let effect = EffectView::of_promotion(&self.bench(now), id, by);
                effect.ok_or_else(|| unknown("promotion", id))
            }
            (None, Some(id)) => {
                let effect = EffectView::of_experiment(&self.book, id, by);
                effect.ok_or_else(|| unknown("experiment", id))
            }
            (promotion, _) => {
                Err(one_of("promotion", "either a promotion or an experiment", promotion.is_some()))
            }
        }
    }

    fn quote(&self, now: &Now, request: &QuoteRequest) -> Result<QuoteView, Failure> {
        self.both_known(request.party.as_ref(), request.deal.as_ref())?;
        let usual = QuoteRules::USUAL;
        let rules = self.plan().quotes.as_ref().unwrap_or(&usual);
        let quoted = quote(&self.bench(now), self.book.ledger(), self.book.promotions(), rules, request);
        Ok(QuoteView::of(now, quoted, |id| self.book.promotion(id)))
    }

    fn accepted_quotes(&self, query: &AcceptedQuotesQuery) -> Result<Vec<AcceptedQuoteView>, Failure> {
        self.both_known(query.party.as_ref(), query.deal.as_ref())?;
        Ok(AcceptedQuoteView::all(&self.book, query))
    }

    fn cards(&self, query: &VcardQuery) -> Result<VcardView, Failure> {
        let version = query.version.unwrap_or(CardVersion::V4);
        let party = query.party.as_ref();
        let parties: Vec<&Party> = match party {
            Some(id) => vec![self.known(id)?],
            None => self.book.parties().collect(),
        };
        let text = parties.iter().map(|party| card(&self.book, party, version)).collect();
        Ok(VcardView { text, cards: count(parties.len()) })
    }

    fn rules(&self, now: &Now, query: &RulesQuery) -> Result<RulesView, Failure> {
        let bench = self.bench(now);
        let (situation, subject) = match (&query.party, &query.deal) {
            (Some(id), None) => (Situation::of_party(&bench, self.known(id)?), Subject::from(id.clone())),
            (None, Some(id)) => (Situation::of_deal(&bench, self.known_deal(id)?), Subject::from(id.clone())),
            (party, _) => return Err(either_party_or_deal(party.is_some())),
        };
        Ok(RulesView { rules: rules(&bench, &situation, &subject).iter().map(RuleView::of).collect() })
    }

    fn known(&self, id: &PartyId) -> Result<&Party, Failure> {
        self.book.party(id).ok_or_else(|| unknown("party", id))
    }

    fn known_deal(&self, id: &DealId) -> Result<&Deal, Failure> {
        self.book.deal(id).ok_or_else(|| unknown("deal", id))
    }

    /// Whoever a question names, and whichever deal, must be known.
    fn both_known(&self, party: Option<&PartyId>, deal: Option<&DealId>) -> Result<(), Failure> {
        party.map(|party| self.known(party)).transpose()?;
        deal.map(|deal| self.known_deal(deal)).transpose()?;
        Ok(())
    }

    fn in_numbers(&self, now: &Now) -> BookView {
        let bench = self.bench(now);
        let standings: Vec<Standing> = self.book.parties().map(|party| standing(&bench, party)).collect();
        let how_many =
            |wanted: Standing| count(standings.iter().filter(|standing| **standing == wanted).count());
        let won = self.book.deals().filter(|deal| deal.won_at().is_some()).count();
        let open = self.book.deals().filter(|deal| deal.is_open()).count();
        let deals = self.book.deals().count();
        BookView {
            entries: count(self.journal.len()),
            parties: count(standings.len()),
            suspects: how_many(Standing::Suspect),
            leads: how_many(Standing::Lead),
            customers: how_many(Standing::Customer),
            parked: how_many(Standing::Parked),
            open_deals: count(open),
            won_deals: count(won),
            lost_deals: count(deals.saturating_sub(won).saturating_sub(open)),
            contacts: count(self.book.parties().map(|party| party.contacts.len()).sum()),
            members: self
                .book
                .members
                .values()
                .map(|member| MemberView { member: member.member.clone(), name: member.name.to_string() })
                .collect(),
            products: self
                .book
                .products
                .values()
                .map(|product| ProductView {
                    product: product.product.clone(),
                    name: product.name.to_string(),
                    price: product.price,
                })
                .collect(),
            zones: self.book.zones().cloned().collect(),
            not_understood: count(self.journal.values().filter(|entry| entry.fact.fact().is_none()).count()),
        }
    }
}

fn either_party_or_deal(both: bool) -> Failure {
    one_of("party", "either a party or a deal", both)
}

/// Of two fields one is needed, and not both.
fn one_of(path: &str, allowed: &str, both: bool) -> Failure {
    let fault = if both { Fault::NotAllowed { found: "both".to_owned() } } else { Fault::Missing };
    Failure::Malformed(vec![Problem {
        path: path.to_owned(),
        fault,
        allowed: allowed.to_owned(),
        likely: None,
    }])
}

fn unknown(path: &str, id: &impl ToString) -> Failure {
    Failure::Refusal(vec![Objection { path: path.to_owned(), fault: Wrong::Unknown { id: id.to_string() } }])
}
