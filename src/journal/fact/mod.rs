//! Facts, in past tense: the only things that change a book.

pub mod bond;
pub mod company;
pub mod contact;
pub mod deal;
pub mod party;
pub mod promotion;
pub mod quote;

pub use bond::{
    ComplaintMade, ComplaintResolved, HesitationAnswered, HesitationRaised, NeedFound, PromiseBroken,
    PromiseKept, PromiseMade,
};
pub use company::{
    BatchRetracted, BusyTime, CalendarImported, MemberJoined, PlanAdopted, ProductListed, PromotionListed,
    Retracted,
};
pub use contact::{ContactCancelled, ContactLogged, ContactPlanned, NextContact, StepRejected};
pub use deal::{DealClosed, DealCorrected, DealOpened, DelayExcused, Override, PlanVersion, StageMoved};
pub use party::{
    AnswerLearned, ConsentChanged, ContactPointAdded, ContactPointRemoved, DoNotContactAsked, NoteTaken,
    PartiesMerged, PartyCorrected, PartyMet, PartyParked, PartyResumed, PreferencesLearned, RapportNoted,
    SignalSeen,
};
pub use promotion::{ExperimentRecorded, OfferedGroup, PromotionOffered};
pub use quote::{Consequence, GoodsReturned, QuoteAccepted, QuoteCancelled, ReturnedUnits};

tagged! {
    /// Anything that was learned or done.
    pub enum Fact {
        /// We came to know a party.
        PartyMet(PartyMet),
        /// What we know of a party was corrected.
        PartyCorrected(PartyCorrected),
        /// We learned a way to contact a party.
        ContactPointAdded(ContactPointAdded),
        /// A way to contact a party is no longer good.
        ContactPointRemoved(ContactPointRemoved),
        /// We learned how a party likes to be contacted.
        PreferencesLearned(PreferencesLearned),
        /// A party allowed or forbade a channel.
        ConsentChanged(ConsentChanged),
        /// A party asked to be left alone.
        DoNotContactAsked(DoNotContactAsked),
        /// A party was parked.
        PartyParked(PartyParked),
        /// A parked party was taken up again.
        PartyResumed(PartyResumed),
        /// Somebody took a note.
        NoteTaken(NoteTaken),
        /// A party showed interest, or lack of it.
        SignalSeen(SignalSeen),
        /// We learned of budget, authority, need or timeline.
        AnswerLearned(AnswerLearned),
        /// A contact was planned.
        ContactPlanned(ContactPlanned),
        /// A planned contact was called off.
        ContactCancelled(ContactCancelled),
        /// A contact took place.
        ContactLogged(ContactLogged),
        /// A pursuit of a sale began.
        DealOpened(DealOpened),
        /// What we know of a deal was corrected.
        DealCorrected(DealCorrected),
        /// A party or a deal moved to another stage.
        StageMoved(StageMoved),
        /// Something may take longer for a while.
        DelayExcused(DelayExcused),
        /// A deal ended.
        DealClosed(DealClosed),
        /// We understood something that they need.
        NeedFound(NeedFound),
        /// Something holds them back.
        HesitationRaised(HesitationRaised),
        /// A benefit answered what held them back.
        HesitationAnswered(HesitationAnswered),
        /// We said that we would do something.
        PromiseMade(PromiseMade),
        /// We did what we had promised.
        PromiseKept(PromiseKept),
        /// We won't do what we had promised.
        PromiseBroken(PromiseBroken),
        /// They complained.
        ComplaintMade(ComplaintMade),
        /// What they complained about was put right.
        ComplaintResolved(ComplaintResolved),
        /// We learned something personal.
        RapportNoted(RapportNoted),
        /// Somebody did not want a proposed step.
        StepRejected(StepRejected),
        /// Two parties turned out to be one.
        PartiesMerged(PartiesMerged),
        /// We took over the busy times of a calendar.
        CalendarImported(CalendarImported),
        /// We began to offer a product.
        ProductListed(ProductListed),
        /// We began to give a promotion, or to give it on other terms.
        PromotionListed(PromotionListed),
        /// A customer accepted a quote.
        QuoteAccepted(QuoteAccepted),
        /// An accepted quote was taken back as a whole.
        QuoteCancelled(QuoteCancelled),
        /// Goods of an accepted quote came back.
        GoodsReturned(GoodsReturned),
        /// Somebody joined the team.
        MemberJoined(MemberJoined),
        /// A promotion was offered to somebody, or withheld from them.
        PromotionOffered(PromotionOffered),
        /// Customers were measured in several arms.
        ExperimentRecorded(ExperimentRecorded),
        /// A sales plan came into force.
        PlanAdopted(PlanAdopted),
        /// An entry was taken back.
        Retracted(Retracted),
        /// A whole batch was taken back.
        BatchRetracted(BatchRetracted),
    }
}
