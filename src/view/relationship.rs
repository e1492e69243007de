//! What binds us to a party, as it is shown: needs, hesitations, promises, complaints.

use crate::book::party::Party;
use crate::book::relationship::{KnownComplaint, KnownHesitation, KnownNeed, KnownPromise};
use crate::contact::benefit::Benefit;
use crate::contact::complaint::Severity;
use crate::contact::hesitation::HesitationKind;
use crate::deal::need::NeedTime;
use crate::deal::qualification::Certainty;
use crate::judge::Bench;
use crate::judge::progress::Progress;
use crate::judge::promise::{PromiseStatus, status};
use crate::plan::pace::Pace;
use crate::say::en::relationship as say;
use crate::value::id::{ComplaintId, DealId, HesitationId, NeedId, PartyId, PromiseId};
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use serde::Serialize;

/// A need.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NeedView {
    /// Its id.
    pub need: NeedId,
    /// The deal that it matters for.
    pub deal: Option<DealId>,
    /// How they put it, word for word.
    pub words: String,
    /// The situation that they are in.
    pub situation: Option<String>,
    /// What is wrong with it.
    pub issue: Option<String>,
    /// What follows from that.
    pub ramifications: Option<String>,
    /// How we know it.
    pub certainty: Certainty,
    /// When it matters.
    pub time: NeedTime,
    /// When it matters, in words.
    pub when: String,
}

/// A hesitation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HesitationView {
    /// Its id.
    pub hesitation: HesitationId,
    /// The deal that it keeps them from.
    pub deal: Option<DealId>,
    /// What it is about.
    pub kind: HesitationKind,
    /// What it is about, in words.
    pub about: String,
    /// How they put it, word for word.
    pub words: Option<String>,
    /// Does it still hold them back?
    pub open: bool,
    /// What answered it last.
    pub answered: Option<String>,
    /// A benefit of the plan that answers such hesitations, another one than was tried.
    pub benefit: Option<String>,
    /// What to ask, to understand what is behind it.
    pub question: Option<String>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Its id.
    pub promise: PromiseId,
    /// Whom we promised it.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// For which deal.
    pub deal: Option<DealId>,
    /// What we said we would do.
    pub text: String,
    /// The last day on which it counts as kept.
    pub due: Date,
    /// How it stands.
    pub status: PromiseStatus,
    /// How it stands, in words.
    pub stands: String,
}

/// A complaint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ComplaintView {
    /// Its id.
    pub complaint: ComplaintId,
    /// About which deal.
    pub deal: Option<DealId>,
    /// How bad it is for them.
    pub severity: Severity,
    /// How they put it, word for word.
    pub words: String,
    /// When they complained.
    pub at: Timestamp,
    /// By when they must have an answer.
    pub answer_by: Option<Timestamp>,
    /// How it was put right; nothing while it is open.
    pub resolved: Option<String>,
}

/// Plan against actual (PLAN-3).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// In one word.
    pub pace: Pace,
    /// Days since it began.
    pub days: u32,
    /// The day on which the timeline expects it in this stage at the earliest, counted from the beginning.
    pub expected_from: u32,
    /// And up to which.
    pub expected_to: u32,
    /// The percentage of the stages' ideal time that applies, for its worth.
    pub ideal_percent: u16,
    /// Working days since they last said something to us; none while an appointment lies ahead.
    pub idle_days: u32,
    /// Working days of silence after which it is stale.
    pub stale_after_days: u16,
    /// Why it may take longer, as long as that reason holds.
    pub excuse: Option<String>,
    /// The last day for which that reason holds.
    pub excused_until: Option<Date>,
    /// In words.
    pub text: String,
}

impl NeedView {
    /// Lays a need out.
    pub fn of(need: &KnownNeed) -> NeedView {
        let text = |text: &Option<Text>| text.as_ref().map(Text::to_string);
        NeedView {
            need: need.need.clone(),
            deal: need.deal.clone(),
            words: need.words.to_string(),
            situation: text(&need.situation),
            issue: text(&need.issue),
            ramifications: text(&need.ramifications),
            certainty: need.certainty,
            time: need.time.clone(),
            when: say::need_time(&need.time),
        }
    }
}

impl HesitationView {
    /// Lays a hesitation out.
    pub fn of(bench: &Bench<'_>, known: &KnownHesitation) -> HesitationView {
        let plan = bench.plan.hesitations.get(&known.kind);
        let tried = known.answered.as_ref().map(|answered| &answered.benefit);
        let fresh = |benefit: &&Benefit| tried.is_none_or(|tried| !benefit.is_same_as(tried));
        let benefit = plan.and_then(|plan| plan.benefits.iter().find(fresh));
        HesitationView {
            hesitation: known.hesitation.clone(),
            deal: known.deal.clone(),
            kind: known.kind,
            about: crate::say::en::names::hesitation(known.kind).to_owned(),
            words: known.words.as_ref().map(Text::to_string),
            open: known.is_open(),
            answered: tried.map(Benefit::to_string),
            benefit: benefit.map(Benefit::to_string),
            question: plan.map(|plan| plan.question.to_string()),
        }
    }
}

impl PromiseView {
    /// Lays a promise out.
    pub fn of(bench: &Bench<'_>, party: &Party, promise: &KnownPromise) -> PromiseView {
        let status = status(bench, promise);
        PromiseView {
            promise: promise.promise.clone(),
            party: party.id.clone(),
            name: party.name.to_string(),
            deal: promise.deal.clone(),
            text: promise.text.to_string(),
            due: promise.due,
            status,
            stands: say::promise(status, promise.due),
        }
    }
}

impl ComplaintView {
    /// Lays a complaint out.
    pub fn of(complaint: &KnownComplaint) -> ComplaintView {
        ComplaintView {
            complaint: complaint.complaint.clone(),
            deal: complaint.deal.clone(),
            severity: complaint.severity,
            words: complaint.words.to_string(),
            at: complaint.at,
            answer_by: complaint.answer_by,
            resolved: complaint.resolved.as_ref().map(|resolved| resolved.how.to_string()),
        }
    }
}

impl ProgressView {
    /// Lays the progress out.
    pub fn of(progress: &Progress) -> ProgressView {
        ProgressView {
            pace: progress.pace,
            days: progress.days,
            expected_from: progress.expected.0,
            expected_to: progress.expected.1,
            ideal_percent: progress.ideal_percent,
            idle_days: progress.idle_days,
            stale_after_days: progress.stale_after_days,
            excuse: progress.excuse.as_ref().map(|excuse| Line::to_string(&excuse.reason)),
            excused_until: progress.excuse.as_ref().map(|excuse| excuse.until),
            text: say::progress(progress),
        }
    }
}
