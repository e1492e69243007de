//! Prints the TypeScript declarations of everything that crosses the boundary to JavaScript.
//!
//! `cargo run --features typescript --example types`
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::any::TypeId;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name, so that their order does not depend on how types refer to each other.
struct Declarations {
    config: Config,
    seen: Vec<TypeId>,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let text = format!("{docs}export {}\n", T::decl(&self.config));
            let name = T::ident(&self.config);
            // Two types of one name would be told apart in Rust by where they stand; here the last would win.
            let before = self.texts.insert(name.clone(), text.clone());
            assert!(before.is_none_or(|before| before == text), "two types are called {name}");
        }
        T::visit_dependencies(self);
    }
}

fn main() {
    use nextsale::view;
    let config = Config::new().with_large_int("number");
    let mut declarations = Declarations { config, seen: Vec::new(), texts: BTreeMap::new() };
    declarations.visit::<nextsale::journal::fact::Fact>();
    declarations.visit::<nextsale::journal::entry::Entry>();
    declarations.visit::<nextsale::deal::need::Need>();
    declarations.visit::<nextsale::contact::hesitation::Hesitation>();
    declarations.visit::<nextsale::value::document::Problem>();
    declarations.visit::<view::query::Query>();
    declarations.visit::<view::day::DayView>();
    declarations.visit::<view::week::WeekView>();
    declarations.visit::<view::leads::LeadsView>();
    declarations.visit::<view::party::PartyView>();
    declarations.visit::<view::rules::RulesView>();
    declarations.visit::<view::brief::PromisesView>();
    declarations.visit::<view::brief::BriefView>();
    declarations.visit::<nextsale::deal::need::Need>();
    declarations.visit::<nextsale::contact::hesitation::Hesitation>();
    declarations.visit::<view::planned::PlannedView>();
    declarations.visit::<view::history::HistoryView>();
    declarations.visit::<view::plan::PlanView>();
    declarations.visit::<view::plan_draft::PlanDraftView>();
    declarations.visit::<view::plan_trial::PlanTrialView>();
    declarations.visit::<view::plan_draft::PlanVersionsView>();
    declarations.visit::<view::board::BoardView>();
    declarations.visit::<view::plan::BookView>();
    declarations.visit::<view::plan::TableView>();
    declarations.visit::<view::plan::VcardView>();
    declarations.visit::<view::calendar::CalendarView>();
    declarations.visit::<view::duplicates::DuplicatesView>();
    declarations.visit::<nextsale::offer::code::CodeTerms>();
    declarations.visit::<view::quote::QuoteView>();
    declarations.visit::<view::quotes::PromotionsView>();
    declarations.visit::<view::quotes::AcceptedQuoteView>();
    declarations.visit::<view::effect::EffectView>();
    declarations.visit::<view::experiments::ExperimentsView>();
    declarations.visit::<nextsale::failure::FailureView>();
    declarations.visit::<view::recorded::Recorded>();
    declarations.visit::<view::recorded::Loaded>();
    declarations.visit::<nextsale::exchange::request::ImportRequest>();
    declarations.visit::<nextsale::exchange::preview::ImportPreview>();
    println!("// Generated from the Rust sources by `npm run build`. Do not edit.\n");
    for text in declarations.texts.values() {
        println!("{text}");
    }
    print!("{VIEWS}");
}

/// Which view answers which query; the `match` in `Engine::look` is the same table.
const VIEWS: &str = "\
/** The view that answers each type of query. */
export interface Views {
  day: DayView;
  week: WeekView;
  leads: LeadsView;
  party: PartyView;
  steps: StepView[];
  rules: RulesView;
  promises: PromisesView;
  brief: BriefView;
  planned: PlannedView;
  history: HistoryView;
  plan: PlanView;
  planDraft: PlanDraftView;
  planTrial: PlanTrialView;
  planVersions: PlanVersionsView;
  board: BoardView;
  book: BookView;
  table: TableView;
  vcard: VcardView;
  calendar: CalendarView;
  duplicates: DuplicatesView;
  quote: QuoteView;
  promotions: PromotionsView;
  acceptedQuotes: AcceptedQuoteView[];
  effect: EffectView;
  experiments: ExperimentsView;
}
";
