//! Steps as they are shown (NEXT-2, GUARD-4).

use crate::contact::interaction::{Commitment, Objective, Why};
use crate::contact::proposal::StepOrigin;
use crate::deal::subject::Subject;
use crate::judge::Bench;
use crate::judge::approach::approach;
use crate::judge::guard::{GuardName, Held};
use crate::judge::step::{Action, Because, Step};
use crate::say::en::step as say;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{InteractionId, PartyId, PromiseId, StageId};
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::{Date, Timestamp};
use serde::Serialize;

/// A step: who, why, how, what for, when, how long, what the customer gains, and what led to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// What it is about.
    pub subject: Subject,
    /// Who, if that is known.
    pub party: Option<PartyId>,
    /// Their name, or the deal's where nobody knows who.
    pub name: String,
    /// The organisation they belong to.
    pub organisation: Option<String>,
    /// The deal it is for.
    pub deal_name: Option<String>,
    /// What to do.
    pub action: ActionView,
    /// When, at the earliest; nothing if guards allow no time at all.
    pub at: Option<Timestamp>,
    /// How many minutes it takes.
    pub minutes: u16,
    /// What it may bring; nothing for a complaint, which is put right for its own sake, whatever it brings.
    pub sale: Option<SaleView>,
    /// What proposes it: to be given back when it is planned, logged or turned down, so that the ranking learns.
    pub origin: StepOrigin,
    /// What led to it.
    pub because: Vec<BecauseView>,
    /// What holds it back, until when.
    pub held: Vec<HeldView>,
    /// All of it in words.
    pub words: StepWords,
}

/// The sale that a step may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SaleView {
    /// What it is worth.
    pub worth: Money,
    /// How likely it is, in percent.
    pub chance_percent: u8,
    /// What an hour spent so is worth: the order of approach.
    pub worth_per_hour: Money,
}

/// What to do in a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ActionView {
    /// Contact them.
    Contact {
        /// The planned contact, if somebody planned it already.
        interaction: Option<InteractionId>,
        /// How.
        channel: Channel,
        /// Where to reach them.
        contact_point: Option<ContactPoint>,
        /// What for.
        objective: Objective,
        /// Why.
        why: Why,
        /// Why, in more words.
        why_detail: Option<String>,
        /// What the customer gains.
        benefit: String,
        /// What a good result would be.
        desired_result: Option<String>,
        /// Is the time agreed?
        commitment: Commitment,
    },
    /// Find out how to contact them.
    GetContactDetails,
    /// Find out who may buy.
    FindCustomer,
    /// Park them.
    Park {
        /// Why.
        reason: String,
        /// Until when.
        until: Date,
    },
    /// Look again at somebody who was parked.
    LookAgain {
        /// Why they were parked.
        reason: String,
    },
    /// Decide something.
    Decide {
        /// What.
        question: String,
    },
    /// Move to another stage.
    Move {
        /// Where to.
        to: StageId,
        /// Its name.
        name: String,
    },
    /// Do what we promised.
    KeepPromise {
        /// The promise.
        promise: PromiseId,
        /// What we said we would do.
        text: String,
        /// The last day on which it counts as kept.
        due: Date,
    },
    /// Find out what a rule has to know.
    FindOut {
        /// The fact that it asks for: `budget`, `attribute.industry`.
        asked: String,
        /// How to ask it, if the plan has a question for it.
        question: Option<String>,
    },
}

/// Something that led to a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BecauseView {
    /// The rule: a code of the domain (`NEXT-1`) or the id of a rule or point of contact of the plan.
    pub rule: String,
    /// In words.
    pub text: String,
}

/// A guard that holds something back (GUARD-4).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HeldView {
    /// The guard.
    pub guard: GuardName,
    /// The channel it was asked about.
    pub channel: Channel,
    /// The first moment that it allows; nothing if it allows none.
    pub until: Option<Timestamp>,
    /// In words.
    pub text: String,
}

/// A step in words, for a person to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepWords {
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// How.
    pub how: String,
    /// What for.
    pub what_for: String,
    /// What the customer gains.
    pub benefit: Option<String>,
    /// What to begin with, for a contact.
    pub opening: Option<String>,
    /// The need that they named last, in their words.
    pub need: Option<String>,
}

impl StepView {
    /// Lays a step out.
    pub fn of(bench: &Bench<'_>, step: &Step) -> StepView {
        let party = step.party.as_ref().and_then(|party| bench.book.party(party));
        let deal = match &step.subject {
            Subject::Deal(subject) => bench.book.deal(&subject.deal),
            Subject::Party(_) => None,
        };
        let deal_name = deal.map(|deal| deal.name.to_string());
        let organisation = party.and_then(|party| bench.book.organisation_of(party)).map(Line::to_string);
        let name = party.map(|party| party.name.to_string()).or(deal_name.clone()).unwrap_or_default();
        let approach =
            party.filter(|_| matches!(step.action, Action::Contact(_))).map(|party| approach(bench, party));
        let who = match &organisation {
            Some(organisation) => format!("{name}, {organisation}"),
            None => name.clone(),
        };
        StepView {
            subject: step.subject.clone(),
            party: step.party.clone(),
            name,
            organisation,
            deal_name,
            action: ActionView::of(&step.action),
            at: step.at,
            minutes: step.minutes,
            sale: SaleView::of(step),
            origin: step.origin.clone(),
            because: step.because.iter().map(BecauseView::of).collect(),
            held: step.held.iter().map(|held| HeldView::of(bench, held)).collect(),
            words: StepWords {
                who,
                why: say::why(&step.action, &step.because),
                how: say::how(&step.action),
                what_for: say::what_for(&step.action),
                benefit: match &step.action {
                    Action::Contact(contact) => Some(contact.benefit.to_string()),
                    _ => None,
                },
                opening: approach
                    .as_ref()
                    .and_then(|approach| approach.opening.as_ref())
                    .map(|opening| say::opening(bench.now, opening)),
                need: approach.and_then(|approach| approach.need).map(|need| need.to_string()),
            },
        }
    }
}

impl SaleView {
    fn of(step: &Step) -> Option<SaleView> {
        let for_its_own_sake = matches!(step.origin, StepOrigin::Complaint(_));
        (!for_its_own_sake).then_some(SaleView {
            worth: step.worth.amount,
            chance_percent: step.chance_percent,
            worth_per_hour: step.per_hour,
        })
    }
}

impl BecauseView {
    fn of(because: &Because) -> BecauseView {
        BecauseView { rule: say::because_code(because), text: say::because(because) }
    }
}

impl HeldView {
    /// Lays a guard out.
    pub(crate) fn of(bench: &Bench<'_>, held: &Held) -> HeldView {
        HeldView {
            guard: held.guard,
            channel: held.channel,
            until: held.until,
            text: say::held(bench.now, held),
        }
    }
}

impl ActionView {
    fn of(action: &Action) -> ActionView {
        match action {
            Action::Contact(contact) => ActionView::Contact {
                interaction: contact.interaction.clone(),
                channel: contact.channel,
                contact_point: contact.contact_point.clone(),
                objective: contact.objective,
                why: contact.why,
                why_detail: contact.why_detail.as_ref().map(Line::to_string),
                benefit: contact.benefit.to_string(),
                desired_result: contact.desired_result.as_ref().map(Line::to_string),
                commitment: contact.commitment,
            },
            Action::GetContactDetails => ActionView::GetContactDetails,
            Action::FindCustomer => ActionView::FindCustomer,
            Action::Park { reason, until } => ActionView::Park { reason: reason.to_string(), until: *until },
            Action::LookAgain { reason } => ActionView::LookAgain { reason: reason.to_string() },
            Action::Move { to, name } => ActionView::Move { to: to.clone(), name: name.to_string() },
            Action::KeepPromise { promise, text, due } => {
                ActionView::KeepPromise { promise: promise.clone(), text: text.to_string(), due: *due }
            }
            Action::FindOut { asked, question } => ActionView::FindOut {
                asked: asked.to_string(),
                question: question.as_ref().map(Line::to_string),
            },
            Action::Decide(_) => ActionView::Decide { question: say::what_for(action) },
        }
    }
}
