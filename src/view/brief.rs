//! All that has to be at hand before a contact, on one screen (CONTACT-3, CONTACT-7).

use super::party::ContactView;
use super::query::BriefQuery;
use super::rapport::OpeningTopic;
use super::relationship::{ComplaintView, HesitationView, NeedView, ProgressView, PromiseView};
use super::score::QuestionView;
use super::step::{ActionView, StepView};
use crate::book::deal::Deal;
use crate::book::party::{Contact, Party};
use crate::book::relationship::KnownPromise;
use crate::judge::Bench;
use crate::judge::next_step::{steps_of_deal, steps_of_party};
use crate::judge::progress::progress;
use crate::judge::promise::status;
use crate::judge::question::question;
use crate::judge::rapport::topics;
use crate::judge::readiness::{ReadinessItem, ReadinessState, readiness};
use crate::judge::situation::{Situation, open_promises as still_open};
use crate::judge::standing::{contact_person, open_deals};
use crate::judge::step::{Action, Step};
use crate::say::en::relationship as say;
use crate::value::id::{DealId, PartyId};
use crate::value::order::{descending, ranked};
use crate::value::text::Text;
use serde::Serialize;

/// The brief for a contact. What the customer wants comes first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BriefView {
    /// The outcome that the customer wants from the deal, in their words.
    pub desired_outcome: Option<String>,
    /// Whom the contact is with.
    pub party: PartyId,
    /// Their name.
    pub name: String,
    /// The organisation that they belong to.
    pub organisation: Option<String>,
    /// The deal that it is about.
    pub deal: Option<DealId>,
    /// The name of the deal.
    pub deal_name: Option<String>,
    /// The contact: how, why, what for, the benefit, what good looks like; nothing if no contact is due.
    pub step: Option<StepView>,
    /// The stage that it stands in.
    pub stage: Option<String>,
    /// Plan against actual.
    pub progress: Option<ProgressView>,
    /// What they need, in their words, latest first.
    pub needs: Vec<NeedView>,
    /// What holds them back, with the benefit that answers each.
    pub hesitations: Vec<HesitationView>,
    /// What we promised and have not done yet, the earliest first.
    pub promises: Vec<PromiseView>,
    /// What they complained about and is not put right.
    pub complaints: Vec<ComplaintView>,
    /// What to open with: something personal, or what they said.
    pub openings: Vec<OpeningTopic>,
    /// The last contact.
    pub last: Option<ContactView>,
    /// What was agreed in the last contact that brought an agreement.
    pub agreements: Vec<String>,
    /// What good looks like.
    pub desired_result: Option<String>,
    /// The questions to ask: that of the answer that would change most, then those behind hesitations.
    pub questions: Vec<String>,
    /// The open answer that would change most.
    pub ask_next: Option<QuestionView>,
    /// What to be ready in, and whether we are.
    pub readiness: Vec<ReadinessView>,
}

/// Something to be ready in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReadinessView {
    /// What.
    pub item: ReadinessItem,
    /// Are we?
    pub state: ReadinessState,
    /// In words.
    pub text: String,
}

impl BriefView {
    /// Lays the brief out.
    pub fn of(bench: &Bench<'_>, query: &BriefQuery, party: &Party) -> BriefView {
        let deal = deal(bench, query, party);
        let situation = match deal {
            Some(deal) => Situation::of_deal(bench, deal),
            None => Situation::of_party(bench, party),
        };
        let step = step(bench, query, party, deal).map(|step| StepView::of(bench, &step));
        let hesitations: Vec<HesitationView> = party
            .hesitations
            .iter()
            .filter(|known| known.is_open())
            .map(|known| HesitationView::of(bench, known))
            .collect();
        let ask_next = question(bench, party).map(QuestionView::of);
        let asked = ask_next.iter().map(|question| question.question.clone());
        let behind = hesitations.iter().filter_map(|known| known.question.clone());
        BriefView {
            desired_outcome: deal.and_then(|deal| deal.desired_outcome.as_ref()).map(Text::to_string),
            party: party.id.clone(),
            name: party.name.to_string(),
            organisation: bench.book.organisation_of(party).map(ToString::to_string),
            deal: deal.map(|deal| deal.id.clone()),
            deal_name: deal.map(|deal| deal.name.to_string()),
            desired_result: step.as_ref().and_then(|step| match &step.action {
                ActionView::Contact { desired_result, .. } => desired_result.clone(),
                _ => None,
            }),
            step,
            stage: situation.position().map(|position| position.stage.name.to_string()),
            progress: progress(bench, &situation).as_ref().map(ProgressView::of),
            needs: party.needs.iter().rev().map(NeedView::of).collect(),
            promises: open_promises(bench, party),
            complaints: party
                .complaints
                .iter()
                .filter(|complaint| complaint.is_open())
                .map(ComplaintView::of)
                .collect(),
            openings: topics(bench, contact_person(bench.book, party))
                .iter()
                .map(|matter| OpeningTopic::of(bench, matter))
                .collect(),
            last: situation.contacts().last().map(|contact| ContactView::logged(&contact.logged)),
            agreements: agreements(situation.contacts()),
            questions: asked.chain(behind).collect(),
            hesitations,
            ask_next,
            readiness: readiness(bench, party, deal)
                .into_iter()
                .map(|(item, state)| ReadinessView { item, state, text: say::readiness(item).to_owned() })
                .collect(),
        }
    }
}

/// The deal that is asked for, that of the planned contact, or the first open one.
fn deal<'a>(bench: &Bench<'a>, query: &BriefQuery, party: &Party) -> Option<&'a Deal> {
    let planned = query.interaction.as_ref().and_then(|interaction| party.planned.get(interaction));
    let named = query.deal.as_ref().or_else(|| planned?.deal.as_ref());
    named.and_then(|deal| bench.book.deal(deal)).or_else(|| open_deals(bench.book, party).next())
}

/// The planned contact, or the first contact that is proposed.
fn step(bench: &Bench<'_>, query: &BriefQuery, party: &Party, deal: Option<&Deal>) -> Option<Step> {
    let is_asked_for = |step: &Step| match (&step.action, &query.interaction) {
        (Action::Contact(contact), Some(interaction)) => contact.interaction.as_ref() == Some(interaction),
        (Action::Contact(_), None) => true,
        _ => false,
    };
    let person = contact_person(bench.book, party);
    let of_deal = deal.map(|deal| steps_of_deal(bench, deal)).unwrap_or_default();
    let steps = of_deal.into_iter().chain(steps_of_party(bench, person));
    steps.into_iter().find(is_asked_for)
}

fn open_promises(bench: &Bench<'_>, party: &Party) -> Vec<PromiseView> {
    let open = ranked(still_open(party).collect(), |promise: &&KnownPromise| (promise.due.number(), 0, 0));
    open.into_iter().map(|promise| PromiseView::of(bench, party, promise)).collect()
}

/// What was agreed in the last contact that brought an agreement.
fn agreements(contacts: &[&Contact]) -> Vec<String> {
    let last = contacts.iter().rev().find(|contact| !contact.logged.agreements.is_empty());
    last.into_iter().flat_map(|contact| &contact.logged.agreements).map(Text::to_string).collect()
}

/// What we promised.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PromisesView {
    /// What is still to be kept, the earliest first.
    pub open: Vec<PromiseView>,
    /// What was kept or broken, the latest first; the first hundred.
    pub settled: Vec<PromiseView>,
}

impl PromisesView {
    /// Lays out what we promised somebody, or everybody.
    pub fn of<'a>(bench: &Bench<'_>, parties: impl Iterator<Item = &'a Party>) -> PromisesView {
        let all = parties.flat_map(|party| party.promises.iter().map(move |promise| (party, promise)));
        let (open, settled): (Vec<_>, Vec<_>) =
            all.partition(|(_, promise)| status(bench, promise).is_open());
        let open = ranked(open, |(_, promise)| (promise.due.number(), 0, 0));
        let settled = ranked(settled, |(_, promise)| (descending(promise.due.number()), 0, 0));
        let view = |(party, promise)| PromiseView::of(bench, party, promise);
        PromisesView {
            open: open.into_iter().map(view).collect(),
            settled: settled.into_iter().take(100).map(view).collect(),
        }
    }
}
