//! Facts about what binds us: needs, hesitations, promises, complaints.

use crate::contact::benefit::Benefit;
use crate::contact::complaint::Severity;
use crate::contact::hesitation::HesitationKind;
use crate::deal::need::NeedTime;
use crate::deal::qualification::Certainty;
use crate::value::id::{ComplaintId, DealId, HesitationId, NeedId, PartyId, PromiseId};
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};

record! {
    /// We understood something that they need, or understood it better (NEED-1).
    pub struct NeedFound {
        /// The id that it gets, or has: told again it corrects what was known.
        pub need: NeedId,
        /// Who needs it.
        pub party: PartyId,
        /// The deal that it matters for.
        pub deal: Option<DealId>,
        /// How they put it, word for word (PEOPLE-5).
        pub words: Text,
        /// The situation that they are in.
        pub situation: Option<Text>,
        /// What is wrong with it.
        pub issue: Option<Text>,
        /// What follows from that.
        pub ramifications: Option<Text>,
        /// How we know it; assumed if nobody says.
        pub certainty: Option<Certainty>,
        /// When it matters; now if nobody says.
        pub time: Option<NeedTime>,
    }
}

record! {
    /// Something holds them back (OBJECTION-1).
    pub struct HesitationRaised {
        /// The id that it gets.
        pub hesitation: HesitationId,
        /// Whom.
        pub party: PartyId,
        /// From which deal.
        pub deal: Option<DealId>,
        /// What it is about.
        pub kind: HesitationKind,
        /// How they put it, word for word.
        pub words: Option<Text>,
    }
}

record! {
    /// A benefit answered what held them back (OBJECTION-1).
    pub struct HesitationAnswered {
        /// Whom.
        pub party: PartyId,
        /// The hesitation.
        pub hesitation: HesitationId,
        /// What the customer gains that answers it.
        pub benefit: Benefit,
        /// Did they confirm that it is answered? Until then it stays open.
        pub certainty: Certainty,
    }
}

record! {
    /// We said that we would do something (NEXT-3).
    pub struct PromiseMade {
        /// The id that it gets.
        pub promise: PromiseId,
        /// Whom we promised it.
        pub party: PartyId,
        /// For which deal.
        pub deal: Option<DealId>,
        /// What we will do.
        pub text: Line,
        /// The last day on which it counts as kept.
        pub due: Date,
    }
}

record! {
    /// We did what we had promised (NEXT-3).
    pub struct PromiseKept {
        /// Whom we promised it.
        pub party: PartyId,
        /// The promise.
        pub promise: PromiseId,
        /// When we did it, if that was earlier than now.
        pub kept_at: Option<Timestamp>,
    }
}

record! {
    /// We won't do what we had promised (NEXT-3).
    pub struct PromiseBroken {
        /// Whom we promised it.
        pub party: PartyId,
        /// The promise.
        pub promise: PromiseId,
        /// Why.
        pub reason: Option<Line>,
    }
}

record! {
    /// They complained (GUARD-3).
    pub struct ComplaintMade {
        /// The id that it gets.
        pub complaint: ComplaintId,
        /// Who.
        pub party: PartyId,
        /// About which deal.
        pub deal: Option<DealId>,
        /// How bad it is for them.
        pub severity: Severity,
        /// How they put it, word for word.
        pub words: Text,
        /// By when they must have an answer.
        pub answer_by: Option<Timestamp>,
    }
}

record! {
    /// What they complained about was put right (GUARD-3).
    pub struct ComplaintResolved {
        /// Who complained.
        pub party: PartyId,
        /// The complaint.
        pub complaint: ComplaintId,
        /// How it was put right.
        pub how: Text,
    }
}
