//! Questions that can be asked, each with the view that answers it.

use crate::exchange::card::CardVersion;
use crate::judge::score::Band;
use crate::judge::standing::Standing;
use crate::offer::request::QuoteRequest;
use crate::plan::pipeline::PipelineKind;
use crate::value::id::{DealId, ExperimentId, InteractionId, PartyId, PipelineId, PromotionId, StageId};
use crate::value::text::Line;
use crate::value::time::{Date, Timestamp};

record! {
    /// The plan for a day.
    pub struct DayQuery {
        /// The day; today if none is named.
        pub date: Option<Date>,
        /// How many of the steps that did not fit, of those held back, and of the contacts that took place to tell at
        /// most; 25 if not named. Their counts are always told.
        pub limit: Option<u32>,
    }
}

record! {
    /// The calendar of a week.
    pub struct WeekQuery {
        /// A day of the week; today if none is named.
        pub date: Option<Date>,
    }
}

choice! {
    /// The order of a list of parties.
    pub enum LeadOrder {
        /// By what an hour spent on the next step is worth, most first (SCORE-3).
        Approach = "approach",
        /// By score, highest first.
        Score = "score",
        /// By name.
        Name = "name",
        /// By the last contact, longest ago first; never before all.
        LastContact = "lastContact",
        /// By when we met, latest first.
        Met = "met",
    }
}

record! {
    /// A list of parties.
    pub struct LeadsQuery {
        /// Only those whose name, organisation, contact points or attributes have all these words.
        pub search: Option<Line>,
        /// Only these standings; none named means all.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Standing>>"))]
        pub standings: Vec<Standing>,
        /// Only these bands; none named means all.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Band>>"))]
        pub bands: Vec<Band>,
        /// Only these stages; none named means all.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<StageId>>"))]
        pub stages: Vec<StageId>,
        /// The order; that of approach if none is named.
        pub order: Option<LeadOrder>,
        /// How many to leave out from the start; 0 if not named.
        pub offset: Option<u32>,
        /// How many at most; 100 if not named.
        pub limit: Option<u32>,
    }
}

record! {
    /// Everything about one party.
    pub struct PartyQuery {
        /// The party.
        pub party: PartyId,
    }
}

record! {
    /// The next steps of a party and its deals, or of a deal.
    pub struct StepsQuery {
        /// The party.
        pub party: Option<PartyId>,
        /// The deal.
        pub deal: Option<DealId>,
    }
}

record! {
    /// Which rules fire for a party or a deal, which don't, and why. A party has the rules for leads or for customers,
    /// whichever it is; each of its deals is asked for by itself, and has the rules for deals.
    pub struct RulesQuery {
        /// The party.
        pub party: Option<PartyId>,
        /// The deal.
        pub deal: Option<DealId>,
    }
}

record! {
    /// What we promised.
    pub struct PromisesQuery {
        /// Only what we promised this party.
        pub party: Option<PartyId>,
    }
}

record! {
    /// All that has to be at hand before a contact, on one screen.
    pub struct BriefQuery {
        /// Whom to contact.
        pub party: PartyId,
        /// About which deal; that of the planned contact, or their first open one, if none is named.
        pub deal: Option<DealId>,
        /// The planned contact, if it is one.
        pub interaction: Option<InteractionId>,
    }
}

record! {
    /// A planned contact, and what stands against another time for it.
    pub struct PlannedQuery {
        /// The contact.
        pub interaction: InteractionId,
        /// The time asked about; that for which it is planned if none is named.
        pub at: Option<Timestamp>,
    }
}

record! {
    /// The journal.
    pub struct HistoryQuery {
        /// Only what is about this party or its deals.
        pub party: Option<PartyId>,
        /// How many lines to leave out from the start; 0 if not named.
        pub offset: Option<u32>,
        /// How many at most; 100 if not named.
        pub limit: Option<u32>,
    }
}

record! {
    /// The plan in force.
    pub struct PlanQuery {}
}

record! {
    /// A plan that is being written: what is wrong with it, what it says, and what it changes.
    pub struct PlanDraftQuery {
        /// Its text.
        pub text: String,
    }
}

record! {
    /// What a plan that is being written would change for the parties of this book.
    pub struct PlanTrialQuery {
        /// Its text.
        pub text: String,
        /// How many of the parties for whom something changes to tell at most, those first for whom most does; 25 if not
        /// named. Their count is always told.
        pub limit: Option<u32>,
    }
}

record! {
    /// The plans that were in force, latest first.
    pub struct PlanVersionsQuery {}
}

record! {
    /// What moves through a pipeline, in columns by stage.
    pub struct BoardQuery {
        /// Leads, deals or customers.
        pub covers: PipelineKind,
        /// One pipeline where there are several for it; the first one if none is named.
        pub pipeline: Option<PipelineId>,
    }
}

record! {
    /// What the book holds, in numbers.
    pub struct BookQuery {}
}

choice! {
    /// A table that can be exported.
    pub enum TableName {
        /// All parties.
        Parties = "parties",
        /// All deals.
        Deals = "deals",
    }
}

record! {
    /// A table for other programs.
    pub struct TableQuery {
        /// Which.
        pub table: TableName,
    }
}

record! {
    /// Parties as vCards for address books.
    pub struct VcardQuery {
        /// Only this party; all if none is named.
        pub party: Option<PartyId>,
        /// The version of vCard; 4.0 if none is named.
        pub version: Option<CardVersion>,
    }
}

choice! {
    /// What a calendar has.
    pub enum CalendarSteps {
        /// Contacts that are planned.
        Planned = "planned",
        /// These, and what the plan for each day proposes, for 31 days at most.
        Proposed = "proposed",
    }
}

record! {
    /// The contacts of some days as an iCalendar for other programs.
    pub struct CalendarQuery {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
        /// What to put in; only what is planned if not named.
        pub include: Option<CalendarSteps>,
    }
}

record! {
    /// Parties that are the same (PEOPLE-6).
    pub struct DuplicatesQuery {}
}

record! {
    /// What a promotion or an experiment showed (PROMO-6).
    pub struct EffectQuery {
        /// The promotion; of those who were offered it, and those from whom it was withheld.
        pub promotion: Option<PromotionId>,
        /// The experiment.
        pub experiment: Option<ExperimentId>,
        /// Only groups by this; by everything if not named.
        pub by: Option<Line>,
    }
}

record! {
    /// Experiments and promotions of which there is an effect to ask for.
    pub struct ExperimentsQuery {}
}

record! {
    /// The promotions, and what was used of them (PROMO-4).
    pub struct PromotionsQuery {}
}

record! {
    /// Quotes that were accepted, latest first (PROMO-5).
    pub struct AcceptedQuotesQuery {
        /// Only those of this party.
        pub party: Option<PartyId>,
        /// Only those of this deal.
        pub deal: Option<DealId>,
    }
}

tagged! {
    /// A question.
    pub enum Query {
        /// The plan for a day.
        Day(DayQuery),
        /// The calendar of a week.
        Week(WeekQuery),
        /// A list of parties.
        Leads(LeadsQuery),
        /// Everything about one party.
        Party(PartyQuery),
        /// Next steps.
        Steps(StepsQuery),
        /// Which rules fire, which don't, and why.
        Rules(RulesQuery),
        /// What we promised.
        Promises(PromisesQuery),
        /// All that has to be at hand before a contact.
        Brief(BriefQuery),
        /// A planned contact.
        Planned(PlannedQuery),
        /// The journal.
        History(HistoryQuery),
        /// The plan in force.
        Plan(PlanQuery),
        /// A plan that is being written.
        PlanDraft(PlanDraftQuery),
        /// What a plan that is being written would change.
        PlanTrial(PlanTrialQuery),
        /// The plans that were in force.
        PlanVersions(PlanVersionsQuery),
        /// What moves through a pipeline, in columns.
        Board(BoardQuery),
        /// The book in numbers.
        Book(BookQuery),
        /// A table for other programs.
        Table(TableQuery),
        /// Parties as vCards.
        Vcard(VcardQuery),
        /// Contacts as an iCalendar.
        Calendar(CalendarQuery),
        /// Parties that are the same.
        Duplicates(DuplicatesQuery),
        /// What something costs, with which promotions.
        Quote(QuoteRequest),
        /// The promotions.
        Promotions(PromotionsQuery),
        /// Accepted quotes.
        AcceptedQuotes(AcceptedQuotesQuery),
        /// What a promotion or an experiment showed.
        Effect(EffectQuery),
        /// What there is an effect to ask for of.
        Experiments(ExperimentsQuery),
    }
}
