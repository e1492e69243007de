//! What facts say of contacts, planned and made.

use crate::book::Book;
use crate::book::party::Contact;
use crate::contact::proposal::StepOrigin;
use crate::journal::entry::Entry;
use crate::journal::fact::{ContactLogged, ContactPlanned, NextContact};
use crate::value::id::PartyId;

impl Book {
    pub(super) fn contact_planned(&mut self, planned: &ContactPlanned) {
        let Some(party) = self.parties.get_mut(&planned.party) else { return };
        let done = party.contacts.iter().any(|contact| contact.logged.interaction == planned.interaction);
        if !done {
            party.planned.insert(planned.interaction.clone(), planned.clone());
            self.with_plans.insert(planned.party.clone());
        }
        self.interactions.insert(planned.interaction.clone(), planned.party.clone());
    }

    pub(super) fn contact_logged(&mut self, logged: &ContactLogged, entry: &Entry) {
        let with = self.interactions.get(&logged.interaction).cloned();
        let mut planned = None;
        if let Some(planned_with) = with {
            self.change(&planned_with, |party| planned = party.planned.remove(&logged.interaction));
            self.refresh_plans(&planned_with);
        }
        let Some(party) = self.parties.get_mut(&logged.party) else { return };
        if let Some(last) = party.last_contact().map(|contact| contact.logged.at) {
            self.last_contacts.remove(&(last, logged.party.clone()));
        }
        let mut contact =
            Contact { logged: logged.clone(), planned: planned.map(Box::new), entry: entry.id.clone() };
        // The same contact logged again corrects what was logged before.
        let former = party.contacts.iter().position(|former| former.logged.interaction == logged.interaction);
        let former = former.map(|index| party.contacts.remove(index));
        contact.planned = contact.planned.or_else(|| former.as_ref()?.planned.clone());
        let origins = (former.and_then(|former| former.origin().cloned()), contact.origin().cloned());
        let key = |contact: &Contact| (contact.logged.at, contact.entry.clone());
        let position = party.contacts.partition_point(|other| key(other) < key(&contact));
        party.contacts.insert(position, contact);
        self.last_contacts.extend(
            party.last_contact().map(|contact| contact.logged.at).map(|last| (last, logged.party.clone())),
        );
        self.interactions.insert(logged.interaction.clone(), logged.party.clone());
        self.count_done(origins.0, origins.1);
        self.brought(&logged.party, logged, entry.at);
        if let Some(next) = &logged.next {
            self.contact_planned(&planned_next(logged, next));
        }
    }

    pub(super) fn refresh_plans(&mut self, id: &PartyId) {
        if self.parties.get(id).is_none_or(|party| party.planned.is_empty()) {
            self.with_plans.remove(id);
        }
    }

    /// A step was carried out; a contact that is logged again counts once.
    fn count_done(&mut self, former: Option<StepOrigin>, origin: Option<StepOrigin>) {
        if let Some(former) = former {
            let tally = self.tallies.entry(former).or_default();
            tally.done = tally.done.saturating_sub(1);
        }
        if let Some(origin) = origin {
            let tally = self.tallies.entry(origin).or_default();
            tally.done = tally.done.saturating_add(1);
        }
    }
}

/// The next contact as a planned one.
pub(crate) fn planned_next(logged: &ContactLogged, next: &NextContact) -> ContactPlanned {
    ContactPlanned {
        interaction: next.interaction.clone(),
        party: logged.party.clone(),
        deal: logged.deal.clone(),
        at: next.at,
        minutes: next.minutes,
        channel: next.channel,
        objective: next.objective,
        why: next.why,
        why_detail: next.why_detail.clone(),
        benefit: next.benefit.clone(),
        desired_result: next.desired_result.clone(),
        commitment: next.commitment,
        origin: None,
    }
}
