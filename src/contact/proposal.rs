//! Where a proposed step comes from, and why somebody may not want it (NEXT-2).

use crate::value::id::{ComplaintId, PointOfContactId, PromiseId, PromotionId, QuoteId, RuleId, SegmentId};

record! {
    /// A rule of the plan.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct RuleOrigin {
        /// The rule.
        pub rule: RuleId,
    }
}

record! {
    /// A point of contact of a stage.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct PointOfContactOrigin {
        /// The point.
        pub point: PointOfContactId,
    }
}

record! {
    /// The rhythm in which we keep in touch.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct RhythmOrigin {
        /// The segment that they belong to.
        pub segment: SegmentId,
    }
}

record! {
    /// A promise.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct PromiseOrigin {
        /// The promise.
        pub promise: PromiseId,
    }
}

record! {
    /// A complaint.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct ComplaintOrigin {
        /// The complaint.
        pub complaint: ComplaintId,
    }
}

record! {
    /// A promotion of a quote that they accepted.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct PromotionOrigin {
        /// The promotion.
        pub promotion: PromotionId,
        /// The quote.
        pub quote: QuoteId,
    }
}

record! {
    /// Something else, such as that nothing else is due.
    #[derive(Eq, PartialOrd, Ord)]
    pub struct OtherOrigin {}
}

tagged! {
    /// What proposes a step.
    #[derive(Eq, PartialOrd, Ord)]
    pub enum StepOrigin {
        /// A rule.
        Rule(RuleOrigin),
        /// A point of contact.
        PointOfContact(PointOfContactOrigin),
        /// The rhythm of a segment.
        Rhythm(RhythmOrigin),
        /// A promise.
        Promise(PromiseOrigin),
        /// A complaint.
        Complaint(ComplaintOrigin),
        /// A promotion that they accepted.
        Promotion(PromotionOrigin),
        /// Something else.
        Other(OtherOrigin),
    }
}

impl StepOrigin {
    /// Can its steps be turned down? What binds us, and the step that is left when nothing else is, stay until they are
    /// done.
    ///
    /// ```
    /// use nextsale::contact::proposal::{OtherOrigin, StepOrigin};
    /// assert!(!StepOrigin::Other(OtherOrigin {}).can_be_turned_down());
    /// ```
    pub fn can_be_turned_down(&self) -> bool {
        !matches!(self, StepOrigin::Promise(_) | StepOrigin::Complaint(_) | StepOrigin::Other(_))
    }
}

choice! {
    /// Why a proposed step is not wanted.
    pub enum RejectionReason {
        /// Later.
        NotNow = "notNow",
        /// It was done without a log.
        AlreadyDone = "alreadyDone",
        /// Another channel would be better.
        WrongChannel = "wrongChannel",
        /// Another person would be better.
        WrongPerson = "wrongPerson",
        /// It does not help them.
        NotUseful = "notUseful",
        /// Something else.
        Other = "other",
    }
}
