//! Whom or what a step, a stage or a score is about.

use crate::value::id::{DealId, PartyId};

record! {
    /// A party, in the lead's or the customer's part of the plan.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct PartySubject {
        /// The party.
        pub party: PartyId,
    }
}

record! {
    /// A deal, in the deal's part of the plan.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct DealSubject {
        /// The deal.
        pub deal: DealId,
    }
}

tagged! {
    /// A party or one of its deals.
    #[derive(Eq, PartialOrd, Ord)]
    pub enum Subject {
        /// A party.
        Party(PartySubject),
        /// A deal.
        Deal(DealSubject),
    }
}

impl From<PartyId> for Subject {
    fn from(party: PartyId) -> Subject {
        Subject::Party(PartySubject { party })
    }
}

impl From<DealId> for Subject {
    fn from(deal: DealId) -> Subject {
        Subject::Deal(DealSubject { deal })
    }
}
