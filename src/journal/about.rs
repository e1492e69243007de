//! What a fact is about.

use super::fact::Fact;
use crate::deal::subject::Subject;

impl Fact {
    /// The party or the deal that the fact is about; nothing for products, members, plans and retractions.
    ///
    /// ```
    /// use nextsale::journal::fact::{Fact, PartyResumed};
    /// use nextsale::value::id::PartyId;
    /// let ada = PartyId::parse("p_ada").unwrap();
    /// let fact = Fact::from(PartyResumed { party: ada.clone() });
    /// assert_eq!(fact.subject(), Some(ada.into()));
    /// ```
    pub fn subject(&self) -> Option<Subject> {
        let party = match self {
            Fact::PartyMet(fact) => &fact.party,
            Fact::PartyCorrected(fact) => &fact.party,
            Fact::ContactPointAdded(fact) => &fact.party,
            Fact::ContactPointRemoved(fact) => &fact.party,
            Fact::PreferencesLearned(fact) => &fact.party,
            Fact::ConsentChanged(fact) => &fact.party,
            Fact::DoNotContactAsked(fact) => &fact.party,
            Fact::PartyParked(fact) => &fact.party,
            Fact::PartyResumed(fact) => &fact.party,
            Fact::NoteTaken(fact) => &fact.party,
            Fact::SignalSeen(fact) => &fact.party,
            Fact::AnswerLearned(fact) => &fact.party,
            Fact::ContactPlanned(fact) => &fact.party,
            Fact::ContactLogged(fact) => &fact.party,
            Fact::DealOpened(fact) => return Some(fact.deal.clone().into()),
            Fact::DealCorrected(fact) => return Some(fact.deal.clone().into()),
            Fact::DealClosed(fact) => return Some(fact.deal.clone().into()),
            Fact::NeedFound(fact) => &fact.party,
            Fact::HesitationRaised(fact) => &fact.party,
            Fact::HesitationAnswered(fact) => &fact.party,
            Fact::PromiseMade(fact) => &fact.party,
            Fact::PromiseKept(fact) => &fact.party,
            Fact::PromiseBroken(fact) => &fact.party,
            Fact::ComplaintMade(fact) => &fact.party,
            Fact::ComplaintResolved(fact) => &fact.party,
            Fact::RapportNoted(fact) => &fact.party,
            Fact::PartiesMerged(fact) => &fact.kept,
            Fact::StageMoved(fact) => return Some(fact.subject.clone()),
            Fact::DelayExcused(fact) => return Some(fact.subject.clone()),
            Fact::StepRejected(fact) => return Some(fact.subject.clone()),
            Fact::ContactCancelled(_)
            | Fact::CalendarImported(_)
            | Fact::ProductListed(_)
            | Fact::MemberJoined(_)
            | Fact::PlanAdopted(_)
            | Fact::Retracted(_)
            | Fact::BatchRetracted(_) => return None,
        };
        Some(party.clone().into())
    }
}
