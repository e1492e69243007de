//! What binds us to a party beyond data: needs, hesitations, promises, complaints, what we know personally, and what
//! was turned down.

use crate::contact::benefit::Benefit;
use crate::contact::complaint::Severity;
use crate::contact::hesitation::HesitationKind;
use crate::contact::interaction::Why;
use crate::contact::proposal::{RejectionReason, StepOrigin};
use crate::deal::need::NeedTime;
use crate::deal::qualification::Certainty;
use crate::journal::entry::EntryId;
use crate::market::rapport::Privacy;
use crate::value::contact_point::Channel;
use crate::value::id::{ComplaintId, DealId, HesitationId, NeedId, PromiseId};
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};

/// A need.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownNeed {
    /// Its id.
    pub need: NeedId,
    /// The deal that it matters for.
    pub deal: Option<DealId>,
    /// How they put it, word for word.
    pub words: Text,
    /// The situation that they are in.
    pub situation: Option<Text>,
    /// What is wrong with it.
    pub issue: Option<Text>,
    /// What follows from that.
    pub ramifications: Option<Text>,
    /// How we know it.
    pub certainty: Certainty,
    /// When it matters.
    pub time: NeedTime,
    /// When we heard of it first.
    pub at: Timestamp,
}

/// A hesitation.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownHesitation {
    /// Its id.
    pub hesitation: HesitationId,
    /// The deal that it keeps them from.
    pub deal: Option<DealId>,
    /// What it is about.
    pub kind: HesitationKind,
    /// How they put it.
    pub words: Option<Text>,
    /// When it came up.
    pub at: Timestamp,
    /// What answered it last.
    pub answered: Option<AnsweredBy>,
}

/// What answered a hesitation.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredBy {
    /// What the customer gains that answers it.
    pub benefit: Benefit,
    /// Did they confirm it?
    pub certainty: Certainty,
    /// When.
    pub at: Timestamp,
}

impl KnownHesitation {
    /// Does it still hold them back? It does until they confirmed that it was answered.
    pub fn is_open(&self) -> bool {
        self.answered.as_ref().is_none_or(|answered| answered.certainty != Certainty::Confirmed)
    }
}

/// A promise.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownPromise {
    /// Its id.
    pub promise: PromiseId,
    /// For which deal.
    pub deal: Option<DealId>,
    /// What we will do.
    pub text: Line,
    /// The last day on which it counts as kept.
    pub due: Date,
    /// When we made it.
    pub at: Timestamp,
    /// What became of it.
    pub fate: PromiseFate,
}

/// What became of a promise.
#[derive(Debug, Clone, PartialEq)]
pub enum PromiseFate {
    /// It is still to be kept.
    Open,
    /// It was kept.
    Kept {
        /// When.
        at: Timestamp,
    },
    /// We said that we won't keep it.
    Broken {
        /// When.
        at: Timestamp,
        /// Why.
        reason: Option<Line>,
    },
}

/// A complaint.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownComplaint {
    /// Its id.
    pub complaint: ComplaintId,
    /// About which deal.
    pub deal: Option<DealId>,
    /// How bad it is for them.
    pub severity: Severity,
    /// How they put it.
    pub words: Text,
    /// When they complained.
    pub at: Timestamp,
    /// By when they must have an answer.
    pub answer_by: Option<Timestamp>,
    /// How and when it was put right; nothing while it is open.
    pub resolved: Option<Resolved>,
}

impl KnownComplaint {
    /// Is it still to be put right?
    pub fn is_open(&self) -> bool {
        self.resolved.is_none()
    }
}

/// How and when a complaint was put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// How.
    pub how: Text,
    /// When.
    pub at: Timestamp,
}

/// Something personal.
#[derive(Debug, Clone, PartialEq)]
pub struct Rapport {
    /// What.
    pub text: Text,
    /// When it happened, or was so; the day is that of the entry if nobody said.
    pub date: Option<Date>,
    /// May it be suggested as a topic?
    pub privacy: Privacy,
    /// When it was noted.
    pub at: Timestamp,
    /// The entry that has it.
    pub entry: EntryId,
}

/// A proposed step that somebody did not want.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// What had proposed it.
    pub origin: StepOrigin,
    /// Why not.
    pub reason: RejectionReason,
    /// The channel that it had proposed.
    pub channel: Option<Channel>,
    /// When.
    pub at: Timestamp,
}

/// Why something may take longer than the plan says.
#[derive(Debug, Clone, PartialEq)]
pub struct Excuse {
    /// Why.
    pub reason: Line,
    /// The last day for which the reason holds.
    pub until: Date,
}

/// What became of the steps that something proposed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many were carried out.
    pub done: u32,
    /// So many were turned down because they were of no use.
    pub rejected: u32,
}

/// Why a contact took place: as it was logged, or as it was planned.
impl super::party::Contact {
    /// Why it took place, as far as somebody said.
    pub fn why(&self) -> Option<Why> {
        self.logged.why.or_else(|| self.planned.as_ref().map(|planned| planned.why))
    }

    /// What had proposed it. That a planned contact was logged does not say why it was planned.
    pub fn origin(&self) -> Option<&StepOrigin> {
        let planned = self.planned.as_ref().and_then(|planned| planned.origin.as_ref());
        let origins = [self.logged.origin.as_ref(), planned].into_iter().flatten();
        origins.into_iter().find(|origin| !matches!(origin, StepOrigin::Other(_)))
    }
}
