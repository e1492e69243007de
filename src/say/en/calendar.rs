//! Contacts as events of a calendar, in words.

use super::{names, step as say};
use crate::book::Book;
use crate::book::party::Party;
use crate::contact::interaction::Objective;
use crate::deal::subject::Subject;
use crate::journal::fact::ContactPlanned;
use crate::judge::step::{ContactAction, Step};
use crate::value::contact_point::Channel;

/// Who, how and what for: "Call Ada Byron (Acme): Get a meeting".
pub fn summary(book: &Book, party: &Party, channel: Channel, objective: Objective) -> String {
    let organisation = book.organisation_of(party).map(|name| format!(" ({name})")).unwrap_or_default();
    format!("{} {}{organisation}: {}", names::imperative(channel), party.name, names::objective(objective))
}

/// Why a planned contact takes place, what they gain, what a good result is, and how to reach them.
pub fn planned(book: &Book, party: &Party, planned: &ContactPlanned) -> String {
    let why = match &planned.why_detail {
        Some(detail) => format!("{}: {detail}", names::why(planned.why)),
        None => names::why(planned.why).to_owned(),
    };
    let mut lines = vec![format!("Why: {why}")];
    lines.push(format!("What they gain: {}", planned.benefit));
    lines.extend(planned.desired_result.as_ref().map(|result| format!("A good result: {result}")));
    let deal = planned.deal.as_ref().and_then(|deal| book.deal(deal));
    lines.extend(deal.map(|deal| format!("Deal: {}", deal.name)));
    lines.extend(reach(party));
    lines.join("\n")
}

/// Why a step is proposed, what they gain, and how to reach them.
pub fn proposed(book: &Book, party: &Party, step: &Step, contact: &ContactAction) -> String {
    let mut lines = vec![format!("Why: {}", say::why(&step.action, &step.because))];
    lines.push(format!("What they gain: {}", contact.benefit));
    lines.extend(contact.desired_result.as_ref().map(|result| format!("A good result: {result}")));
    let deal = match &step.subject {
        Subject::Deal(subject) => book.deal(&subject.deal),
        Subject::Party(_) => None,
    };
    lines.extend(deal.map(|deal| format!("Deal: {}", deal.name)));
    lines.extend(reach(party));
    lines.join("\n")
}

fn reach(party: &Party) -> impl Iterator<Item = String> {
    party.contact_points.iter().map(|point| {
        let label = point.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        format!("{}: {}{label}", names::upper_first(names::by_channel(point.channel)), point.value)
    })
}
