//! Did contacts move anything (CONTACT-6)?
//!
//! Forward movement is a stage, an answer, a need, an agreement or a promise gained.

use super::situation::Situation;
use crate::book::party::{Contact, Party};
use crate::value::time::Timestamp;

/// How many contacts in a row moved nothing, up to the last one.
pub fn contacts_without_movement(situation: &Situation<'_>) -> usize {
    let contacts = situation.contacts();
    let moved = contacts.iter().rposition(|contact| gained(contact));
    let since = moved.and_then(|index| contacts.get(index)).map(|contact| contact.logged.at);
    let since = since.max(learned(situation));
    let after = moved.map_or(0, |index| index.saturating_add(1));
    let rest = contacts.iter().skip(after);
    rest.filter(|contact| since.is_none_or(|since| contact.logged.at > since)).count()
}

/// Did the contact itself bring a need, an agreement, a promise, or an answer to what held them back?
fn gained(contact: &Contact) -> bool {
    let logged = &contact.logged;
    !logged.needs.is_empty()
        || !logged.agreements.is_empty()
        || !logged.promises.is_empty()
        || !logged.answered.is_empty()
}

/// When a stage or an answer was last gained. What was learned after a contact belongs to it.
fn learned(situation: &Situation<'_>) -> Option<Timestamp> {
    let answers = |party: &Party| party.answers.values().map(|learned| learned.at).max();
    let entered = |party: &Party| party.stages.values().map(|entered| entered.since).max();
    let needs = |party: &Party| party.needs.iter().map(|need| need.at).max();
    let party = situation.party();
    let of_party = party.and_then(|party| answers(party).max(entered(party)).max(needs(party)));
    let of_deal = situation.deal().map(|deal| {
        let entered = deal.stage.as_ref().map(|entered| entered.since);
        entered.map_or(deal.opened_at, |since| since.max(deal.opened_at))
    });
    of_party.max(of_deal)
}
