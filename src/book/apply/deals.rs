//! What facts say of deals, and of the stages that they and parties are in.

use super::take;
use crate::book::Book;
use crate::book::deal::{Closed, Deal};
use crate::book::party::Entered;
use crate::deal::outcome::Outcome;
use crate::deal::subject::Subject;
use crate::journal::entry::Entry;
use crate::journal::fact::{DealClosed, DealCorrected, DealOpened, StageMoved};
use crate::value::id::{DealId, PartyId};

impl Book {
    pub(super) fn deal_opened(&mut self, opened: &DealOpened, entry: &Entry) {
        let opened_at = opened.opened_at.unwrap_or(entry.at);
        let stage = opened.stage.as_ref().map(|stage| Entered { stage: stage.clone(), since: opened_at });
        let deal = Deal {
            id: opened.deal.clone(),
            party: None,
            name: opened.name.clone(),
            worth: opened.worth,
            desired_outcome: opened.desired_outcome.clone(),
            pipeline: opened.pipeline.clone(),
            rejections: Vec::new(),
            excuse: None,
            products: opened.products.clone(),
            opened_at,
            expected_close: opened.expected_close,
            owner: opened.owner.clone(),
            external_ids: opened.external_ids.iter().cloned().collect(),
            attributes: opened.attributes.clone(),
            stage,
            closed: None,
        };
        if let Some(former) = self.deals.insert(opened.deal.clone(), deal).and_then(|former| former.party) {
            take(&mut self.pursuits, &former, &opened.deal);
            self.refresh_customer(&former);
        }
        self.assign(&opened.deal, opened.party.as_ref());
    }

    pub(super) fn deal_corrected(&mut self, corrected: &DealCorrected) {
        let Some(deal) = self.deals.get_mut(&corrected.deal) else { return };
        if let Some(name) = &corrected.name {
            deal.name = name.clone();
        }
        set(&mut deal.worth, &corrected.worth);
        set(&mut deal.desired_outcome, &corrected.desired_outcome);
        set(&mut deal.expected_close, &corrected.expected_close);
        set(&mut deal.owner, &corrected.owner);
        deal.attributes.extend(corrected.attributes.clone());
        self.assign(&corrected.deal, corrected.party.as_ref());
    }

    fn assign(&mut self, id: &DealId, party: Option<&PartyId>) {
        let (Some(party), Some(deal)) = (party, self.deals.get_mut(id)) else { return };
        if let Some(former) = deal.party.replace(party.clone()) {
            take(&mut self.pursuits, &former, id);
            self.refresh_customer(&former);
        }
        self.pursuits.entry(party.clone()).or_default().insert(id.clone());
        self.refresh_customer(party);
    }

    pub(super) fn deal_closed(&mut self, closed: &DealClosed, entry: &Entry) {
        let at = closed.closed_at.unwrap_or(entry.at);
        let Some(deal) = self.deals.get_mut(&closed.deal) else { return };
        deal.closed = Some(Closed { outcome: closed.outcome.clone(), at });
        if let Outcome::Won(won) = &closed.outcome {
            set(&mut deal.worth, &won.worth);
        }
        if let Some(party) = deal.party.clone() {
            self.refresh_customer(&party);
        }
    }

    /// Somebody is a customer since the first of their deals that was won.
    pub(super) fn refresh_customer(&mut self, id: &PartyId) {
        let Some(party) = self.parties.get(id) else { return };
        let since = self.deals_of(party).filter_map(Deal::won_at).min();
        self.change(id, |party| party.customer_since = since);
    }

    pub(super) fn stage_moved(&mut self, moved: &StageMoved, entry: &Entry) {
        let entered = Entered { stage: moved.to.clone(), since: entry.at };
        match &moved.subject {
            Subject::Party(subject) => self.change(&subject.party, |party| {
                party.stages.insert(party.pipeline(), entered);
            }),
            Subject::Deal(subject) => {
                if let Some(deal) = self.deals.get_mut(&subject.deal) {
                    deal.stage = Some(entered);
                }
            }
        }
    }
}

fn set<T: Clone>(known: &mut Option<T>, learned: &Option<T>) {
    if learned.is_some() {
        known.clone_from(learned);
    }
}
