//! Are we ready for a contact (CONTACT-3)? The relevant facts at hand; calm; curious; and would I be glad to get it?

use super::Bench;
use super::promise::{PromiseStatus, status};
use super::standing::contact_person;
use crate::book::deal::Deal;
use crate::book::party::Party;

choice! {
    /// What to be ready in.
    pub enum ReadinessItem {
        /// There is a way to reach them.
        ContactDetails = "contactDetails",
        /// We know what they need.
        Need = "need",
        /// We know the outcome that they want.
        DesiredOutcome = "desiredOutcome",
        /// What we promised them is done.
        Promises = "promises",
        /// What they complained about is put right.
        Complaints = "complaints",
        /// I am calm.
        Calm = "calm",
        /// I am curious.
        Curious = "curious",
        /// I would be glad to get this call.
        Glad = "glad",
    }
}

choice! {
    /// Are we ready in it?
    pub enum ReadinessState {
        /// Yes.
        Ready = "ready",
        /// No.
        Missing = "missing",
        /// Only the one who makes the contact can say.
        AskYourself = "askYourself",
    }
}

/// What to be ready in for a contact, and whether we are.
pub fn readiness(
    bench: &Bench<'_>,
    party: &Party,
    deal: Option<&Deal>,
) -> Vec<(ReadinessItem, ReadinessState)> {
    let state = |ready: bool| if ready { ReadinessState::Ready } else { ReadinessState::Missing };
    let overdue = party.promises.iter().any(|promise| status(bench, promise) == PromiseStatus::Overdue);
    let open_complaint = party.complaints.iter().any(|complaint| complaint.is_open());
    let reachable = !contact_person(bench.book, party).contact_points.is_empty();
    let mut items = vec![
        (ReadinessItem::ContactDetails, state(reachable)),
        (ReadinessItem::Need, state(!party.needs.is_empty())),
        (ReadinessItem::Promises, state(!overdue)),
        (ReadinessItem::Complaints, state(!open_complaint)),
    ];
    items.extend(deal.map(|deal| (ReadinessItem::DesiredOutcome, state(deal.desired_outcome.is_some()))));
    let oneself = [ReadinessItem::Calm, ReadinessItem::Curious, ReadinessItem::Glad];
    items.extend(oneself.map(|item| (item, ReadinessState::AskYourself)));
    items
}
