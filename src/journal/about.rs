//! What a fact is about.

use super::fact::Fact;
use crate::deal::subject::Subject;
use crate::market::party::Affiliation;
use crate::market::source::Source;
use crate::value::id::PartyId;

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
            Fact::PromotionOffered(fact) => &fact.party,
            Fact::PartiesMerged(fact) => &fact.kept,
            Fact::QuoteAccepted(fact) => match (&fact.deal, &fact.party) {
                (Some(deal), _) => return Some(deal.clone().into()),
                (None, Some(party)) => party,
                (None, None) => return None,
            },
            Fact::StageMoved(fact) => return Some(fact.subject.clone()),
            Fact::DelayExcused(fact) => return Some(fact.subject.clone()),
            Fact::StepRejected(fact) => return Some(fact.subject.clone()),
            Fact::ContactCancelled(_)
            | Fact::CalendarImported(_)
            | Fact::ExperimentRecorded(_)
            | Fact::ProductListed(_)
            | Fact::PromotionListed(_)
            | Fact::QuoteCancelled(_)
            | Fact::GoodsReturned(_)
            | Fact::MemberJoined(_)
            | Fact::PlanAdopted(_)
            | Fact::Retracted(_)
            | Fact::BatchRetracted(_) => return None,
        };
        Some(party.clone().into())
    }
}

impl Fact {
    /// Puts other parties in the place of those that the fact names; one that tells of a merging stays as it is.
    pub(crate) fn rename_parties(&mut self, other: &dyn Fn(&mut PartyId)) {
        let of_subject = |subject: &mut Subject| {
            if let Subject::Party(subject) = subject {
                other(&mut subject.party);
            }
        };
        match self {
            Fact::PartyMet(fact) => {
                other(&mut fact.party);
                described(&mut fact.affiliation, &mut fact.source, other);
            }
            Fact::PartyCorrected(fact) => {
                other(&mut fact.party);
                described(&mut fact.affiliation, &mut fact.source, other);
            }
            Fact::ContactPointAdded(fact) => other(&mut fact.party),
            Fact::ContactPointRemoved(fact) => other(&mut fact.party),
            Fact::PreferencesLearned(fact) => other(&mut fact.party),
            Fact::ConsentChanged(fact) => other(&mut fact.party),
            Fact::DoNotContactAsked(fact) => other(&mut fact.party),
            Fact::PartyParked(fact) => other(&mut fact.party),
            Fact::PartyResumed(fact) => other(&mut fact.party),
            Fact::NoteTaken(fact) => other(&mut fact.party),
            Fact::SignalSeen(fact) => other(&mut fact.party),
            Fact::AnswerLearned(fact) => other(&mut fact.party),
            Fact::ContactPlanned(fact) => other(&mut fact.party),
            Fact::ContactLogged(fact) => other(&mut fact.party),
            Fact::NeedFound(fact) => other(&mut fact.party),
            Fact::HesitationRaised(fact) => other(&mut fact.party),
            Fact::HesitationAnswered(fact) => other(&mut fact.party),
            Fact::PromiseMade(fact) => other(&mut fact.party),
            Fact::PromiseKept(fact) => other(&mut fact.party),
            Fact::PromiseBroken(fact) => other(&mut fact.party),
            Fact::ComplaintMade(fact) => other(&mut fact.party),
            Fact::ComplaintResolved(fact) => other(&mut fact.party),
            Fact::RapportNoted(fact) => other(&mut fact.party),
            Fact::PromotionOffered(fact) => other(&mut fact.party),
            Fact::DealOpened(fact) => fact.party.iter_mut().for_each(other),
            Fact::DealCorrected(fact) => fact.party.iter_mut().for_each(other),
            Fact::QuoteAccepted(fact) => fact.party.iter_mut().for_each(other),
            Fact::StageMoved(fact) => of_subject(&mut fact.subject),
            Fact::DelayExcused(fact) => of_subject(&mut fact.subject),
            Fact::StepRejected(fact) => of_subject(&mut fact.subject),
            Fact::PartiesMerged(_)
            | Fact::DealClosed(_)
            | Fact::ContactCancelled(_)
            | Fact::CalendarImported(_)
            | Fact::ExperimentRecorded(_)
            | Fact::ProductListed(_)
            | Fact::PromotionListed(_)
            | Fact::QuoteCancelled(_)
            | Fact::GoodsReturned(_)
            | Fact::MemberJoined(_)
            | Fact::PlanAdopted(_)
            | Fact::Retracted(_)
            | Fact::BatchRetracted(_) => {}
        }
    }
}

fn described(
    affiliation: &mut Option<Affiliation>,
    source: &mut Option<Source>,
    other: &dyn Fn(&mut PartyId),
) {
    affiliation.iter_mut().for_each(|affiliation| other(&mut affiliation.organisation));
    source.iter_mut().filter_map(|source| source.referrer.as_mut()).for_each(other);
}
