//! What binds us: promises to keep and complaints to put right (NEXT-3, GUARD-3).

use super::maker::Maker;
use super::situation::open_promises;
use super::standing::contact_person;
use super::step::{Action, Because, Step};
use super::wish::Wish;
use crate::book::party::Party;
use crate::book::relationship::{KnownComplaint, KnownPromise};
use crate::deal::subject::Subject;
use crate::plan::complaint::ComplaintPlan;
use crate::value::id::DealId;
use std::borrow::Cow;

impl Maker<'_> {
    /// Steps that we owe them.
    pub(super) fn bonds(&self, party: &Party) -> Vec<Step> {
        let complaints = party.complaints.iter().filter(|complaint| complaint.is_open());
        let complaints = complaints.filter(|complaint| self.is_ours(complaint.deal.as_ref()));
        let promises = open_promises(party).filter(|promise| self.is_ours(promise.deal.as_ref()));
        let mut steps: Vec<Step> =
            complaints.filter_map(|complaint| self.put_right(party, complaint)).collect();
        steps.extend(promises.map(|promise| self.keep(promise)));
        steps
    }

    /// What is about an open deal is that deal's; all else the party's.
    pub(super) fn is_ours(&self, deal: Option<&DealId>) -> bool {
        let open = deal.filter(|id| self.bench.book.deal(id).is_some_and(|deal| deal.is_open()));
        match (&self.subject, open) {
            (Subject::Deal(subject), Some(deal)) => subject.deal == *deal,
            (Subject::Party(_), None) => true,
            (Subject::Deal(_), None) | (Subject::Party(_), Some(_)) => false,
        }
    }

    /// On the day that it is due, or as soon as possible when that day has come.
    fn keep(&self, promise: &KnownPromise) -> Step {
        let now = self.bench.now;
        let at = self.bench.or_now(now.start_of(&now.zone, promise.due));
        let action = Action::KeepPromise {
            promise: promise.promise.clone(),
            text: promise.text.clone(),
            due: promise.due,
        };
        let because = Because::Promised { promise: promise.promise.clone(), due: promise.due };
        self.plain(action, at, because)
    }

    fn put_right(&self, party: &Party, complaint: &KnownComplaint) -> Option<Step> {
        let because = Because::Complained {
            complaint: complaint.complaint.clone(),
            words: complaint.words.clone(),
            answer_by: complaint.answer_by,
        };
        let usual = || ComplaintPlan::usual().map(Cow::Owned);
        let complaints = self.bench.plan.complaints.as_ref().map(Cow::Borrowed).or_else(usual)?;
        let wish = Wish::putting_right(&complaints);
        self.contact(contact_person(self.bench.book, party), &wish, self.bench.now.at, because)
    }
}
