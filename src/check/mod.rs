//! May a fact be recorded now? One answer: yes, or all the reasons why not.

mod contacts;
mod deals;
mod moves;
mod quotes;
mod parties;
mod promotions;
mod relationship;
mod retractions;

use crate::book::TakenBack;
use crate::journal::entry::{Entry, EntryId};
use crate::journal::fact::Fact;
use crate::judge::Bench;
use crate::judge::guard::GuardName;
use crate::judge::missing::Missing;
use crate::measure::experiment::Flaw;
use crate::offer::refusal::WhyNot;
use crate::value::id::{PipelineId, StageId};
use crate::value::text::Line;
use crate::value::time::{Span, Timestamp};
use std::collections::BTreeMap;

pub use moves::missing_for;

/// A reason not to record a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Objection {
    /// The field that it is about, as JavaScript would write it.
    pub path: String,
    /// What is wrong.
    pub fault: Wrong,
}

/// What can be wrong with a fact that is well-formed.
#[derive(Debug, Clone, PartialEq)]
pub enum Wrong {
    /// Nothing has this id.
    Unknown {
        /// The id.
        id: String,
    },
    /// Something else has this id already.
    Taken {
        /// The id.
        id: String,
    },
    /// It refers to itself.
    Itself,
    /// It should be an organisation.
    NotAnOrganisation,
    /// The deal belongs to somebody else.
    NotTheirDeal,
    /// The moment is not allowed.
    Time {
        /// What is.
        allowed: AllowedTime,
    },
    /// The contact has no such contact point.
    NoSuchContactPoint,
    /// A guard forbids it for good.
    Guarded {
        /// The guard.
        guard: GuardName,
        /// The first moment that it allows.
        until: Option<Timestamp>,
    },
    /// We have something else to do then (DAY-3).
    Clash {
        /// With whom, or what, as far as anybody said.
        with: Option<Line>,
        /// When that is.
        span: Span,
        /// Times that would do instead.
        free: Vec<Timestamp>,
    },
    /// The benefit is the same as the last contact's (CONTACT-2).
    SameBenefit,
    /// It only says that we are in touch (CONTACT-2).
    NoBenefit,
    /// There is no such stage there.
    UnknownStage {
        /// The stage.
        stage: StageId,
        /// The stages that there are.
        known: Vec<StageId>,
        /// The one most like it.
        likely: Option<String>,
    },
    /// There is no such pipeline.
    UnknownPipeline {
        /// The pipeline.
        pipeline: PipelineId,
        /// The pipelines that there are.
        known: Vec<String>,
        /// The one most like it.
        likely: Option<String>,
    },
    /// It is in that stage already.
    SameStage,
    /// The plan does not lead there from here (PLAN-4).
    NoSuchMove {
        /// Where the plan leads.
        allowed: Vec<Line>,
    },
    /// Something that must be true to enter the stage is not (PLAN-4).
    NotMet {
        /// What.
        missing: Missing,
    },
    /// The deal is closed.
    Closed,
    /// It is not planned (any more).
    NotPlanned,
    /// It was taken back already.
    TakenBackAlready,
    /// It is settled already: the promise was kept or broken, the complaint put right.
    Settled,
    /// The step can't be turned down (NEXT-2).
    Stays,
    /// One is a person, the other an organisation.
    NotTheSameKind,
    /// It was decided already that they get the promotion, or that they don't.
    OtherGroup,
    /// The numbers of an experiment can't be true.
    Flawed {
        /// What can't be.
        flaw: Flaw,
    },
    /// A promotion can't give (any more) what it would have to (PROMO-4).
    NotApplicable {
        /// The promotion's name.
        name: Line,
        /// Why not.
        why: WhyNot,
    },
    /// So many units can't come back.
    NotReturnable {
        /// So many can.
        most: u32,
    },
}

/// What moments are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AllowedTime {
    /// Now or earlier.
    Past,
    /// Now or later.
    Future,
    /// A later day than today.
    LaterDay,
    /// Today or a later day.
    TodayOrLater,
    /// 1 to 1440 minutes.
    Minutes,
}

/// The journal, as far as a check has to see it.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// All entries.
    pub entries: &'a BTreeMap<EntryId, Entry>,
    /// Those that no longer count.
    pub taken_back: &'a TakenBack,
}

/// All reasons not to record a fact; none means that it may.
pub fn check(bench: &Bench<'_>, ledger: &Ledger<'_>, fact: &Fact) -> Vec<Objection> {
    let mut objections = Objections { found: Vec::new() };
    match fact {
        Fact::PartyMet(met) => parties::met(bench, met, &mut objections),
        Fact::PartyCorrected(corrected) => parties::corrected(bench, corrected, &mut objections),
        Fact::ContactPointAdded(added) => {
            objections.party(bench, "party", &added.party);
        }
        Fact::ContactPointRemoved(removed) => parties::contact_point_removed(bench, removed, &mut objections),
        Fact::PreferencesLearned(learned) => {
            objections.party(bench, "party", &learned.party);
        }
        Fact::ConsentChanged(changed) => {
            objections.party(bench, "party", &changed.party);
        }
        Fact::DoNotContactAsked(asked) => {
            objections.party(bench, "party", &asked.party);
        }
        Fact::PartyParked(parked) => parties::parked(bench, parked, &mut objections),
        Fact::PartyResumed(resumed) => {
            objections.party(bench, "party", &resumed.party);
        }
        Fact::NoteTaken(taken) => {
            objections.party(bench, "party", &taken.party);
        }
        Fact::SignalSeen(seen) => {
            objections.party(bench, "party", &seen.party);
            objections.not_later(bench, "at", seen.at);
        }
        Fact::AnswerLearned(learned) => {
            objections.party(bench, "party", &learned.party);
        }
        Fact::ContactPlanned(planned) => contacts::planned(bench, planned, &mut objections),
        Fact::ContactCancelled(cancelled) => contacts::cancelled(bench, cancelled, &mut objections),
        Fact::ContactLogged(logged) => contacts::logged(bench, logged, &mut objections),
        Fact::DealOpened(opened) => deals::opened(bench, opened, &mut objections),
        Fact::DealCorrected(corrected) => deals::corrected(bench, corrected, &mut objections),
        Fact::DealClosed(closed) => deals::closed(bench, closed, &mut objections),
        Fact::StageMoved(moved) => moves::moved(bench, moved, &mut objections),
        Fact::DelayExcused(excused) => moves::excused(bench, excused, &mut objections),
        Fact::NeedFound(_)
        | Fact::HesitationRaised(_)
        | Fact::HesitationAnswered(_)
        | Fact::PromiseMade(_)
        | Fact::PromiseKept(_)
        | Fact::PromiseBroken(_)
        | Fact::ComplaintMade(_)
        | Fact::ComplaintResolved(_)
        | Fact::RapportNoted(_)
        | Fact::StepRejected(_)
        | Fact::PartiesMerged(_) => relationship::check(bench, fact, &mut objections),
        Fact::PromotionOffered(offered) => promotions::offered(bench, offered, &mut objections),
        Fact::ExperimentRecorded(recorded) => promotions::experiment(recorded, &mut objections),
        Fact::QuoteAccepted(accepted) => quotes::accepted(bench, accepted, &mut objections),
        Fact::QuoteCancelled(cancelled) => quotes::cancelled(bench, cancelled, &mut objections),
        Fact::GoodsReturned(returned) => quotes::returned(bench, returned, &mut objections),
        // Listing a product, a promotion or a member again corrects it; terms and plans were checked when they were read.
        Fact::CalendarImported(_)
        | Fact::ProductListed(_)
        | Fact::PromotionListed(_)
        | Fact::MemberJoined(_)
        | Fact::PlanAdopted(_) => {}
        Fact::Retracted(retracted) => retractions::entry(ledger, retracted, &mut objections),
        Fact::BatchRetracted(retracted) => retractions::batch(ledger, retracted, &mut objections),
    }
    objections.found
}

/// The objections found so far.
struct Objections {
    found: Vec<Objection>,
}

/// Clocks differ: what is a little ahead of ours has happened all the same.
const TOLERANCE: i64 = crate::value::time::HOUR;

impl Objections {
    fn add(&mut self, path: &str, fault: Wrong) {
        self.found.push(Objection { path: path.to_owned(), fault });
    }

    fn unknown(&mut self, path: &str, id: impl ToString) {
        self.add(path, Wrong::Unknown { id: id.to_string() });
    }

    /// The party must be known.
    fn party<'b>(
        &mut self,
        bench: &Bench<'b>,
        path: &str,
        id: &crate::value::id::PartyId,
    ) -> Option<&'b crate::book::party::Party> {
        let party = bench.book.party(id);
        if party.is_none() {
            self.unknown(path, id);
        }
        party
    }

    /// The deal must be known.
    fn deal<'b>(
        &mut self,
        bench: &Bench<'b>,
        path: &str,
        id: &crate::value::id::DealId,
    ) -> Option<&'b crate::book::deal::Deal> {
        let deal = bench.book.deal(id);
        if deal.is_none() {
            self.unknown(path, id);
        }
        deal
    }

    /// The member must be known, if one is named.
    fn member(&mut self, bench: &Bench<'_>, path: &str, id: Option<&crate::value::id::MemberId>) {
        if let Some(id) = id.filter(|id| bench.book.member(id).is_none()) {
            self.unknown(path, id);
        }
    }

    fn not_later(&mut self, bench: &Bench<'_>, path: &str, at: Timestamp) {
        if at > bench.now.at.plus(TOLERANCE) {
            self.add(path, Wrong::Time { allowed: AllowedTime::Past });
        }
    }

    fn not_earlier(&mut self, bench: &Bench<'_>, path: &str, at: Timestamp) {
        if at < bench.now.at.plus(-TOLERANCE) {
            self.add(path, Wrong::Time { allowed: AllowedTime::Future });
        }
    }
}
