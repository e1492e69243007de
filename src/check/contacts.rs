//! Facts about contacts (CONTACT-1, CONTACT-2, GUARD-2).

use super::{AllowedTime, Objection, Objections, Wrong};
use crate::book::apply::planned_next;
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::journal::fact::{ContactCancelled, ContactLogged, ContactPlanned};
use crate::judge::Bench;
use crate::judge::agenda::{Agenda, span_of};
use crate::judge::guard::{GuardName, Idea, guard};
use crate::value::id::{DealId, InteractionId};

pub(super) fn planned(bench: &Bench<'_>, planned: &ContactPlanned, objections: &mut Objections) {
    if bench.book.interactions.contains_key(&planned.interaction) {
        objections.add("interaction", Wrong::Taken { id: planned.interaction.to_string() });
    }
    objections.not_earlier(bench, "at", planned.at);
    if !(1..=1440).contains(&planned.minutes) {
        objections.add("minutes", Wrong::Time { allowed: AllowedTime::Minutes });
    }
    let Some(party) = objections.party(bench, "party", &planned.party) else { return };
    deal(bench, party, planned.deal.as_ref(), objections);
    if planned.benefit.only_says_that_we_are_in_touch() {
        objections.add("benefit", Wrong::NoBenefit);
    }
    if party.last_benefit().is_some_and(|last| last.is_same_as(&planned.benefit)) {
        objections.add("benefit", Wrong::SameBenefit);
    }
    forbidden(bench, party, planned, objections);
    if planned.commitment == Commitment::Appointment {
        objections.found.extend(clash(bench, party, planned));
    }
}

/// So many free times are offered where one is taken.
const OFFERED: usize = 3;

/// An appointment at a time at which we have another one, or are busy (DAY-3). Free times are looked for from the one
/// asked for on.
fn clash(bench: &Bench<'_>, party: &Party, planned: &ContactPlanned) -> Option<Objection> {
    let agenda = Agenda::of(bench);
    let (with, span) = agenda.clash(span_of(planned))?;
    let free = agenda.free_times(&Idea::planned(party, planned), planned.at.max(bench.now.at), OFFERED);
    Some(Objection { path: "at".to_owned(), fault: Wrong::Clash { with, span, free } })
}

/// What they allow is not for us to overrule. Caps and hours are: who plans a contact may have agreed it with them.
fn forbidden(bench: &Bench<'_>, party: &Party, planned: &ContactPlanned, objections: &mut Objections) {
    let idea = Idea::planned(party, planned);
    for held in guard(bench, &idea, planned.at).held {
        let path = match held.guard {
            GuardName::Consent => "channel",
            GuardName::DoNotContact => "at",
            // What they agreed to, they want in spite of what they complained about.
            GuardName::Complaint if planned.commitment == Commitment::Intended => "objective",
            GuardName::Complaint
            | GuardName::Fatigue
            | GuardName::Cap
            | GuardName::Gap
            | GuardName::NoAnswer
            | GuardName::QuietHours
            | GuardName::Window => continue,
        };
        objections.add(path, Wrong::Guarded { guard: held.guard, until: held.until });
    }
}

pub(super) fn cancelled(bench: &Bench<'_>, cancelled: &ContactCancelled, objections: &mut Objections) {
    let party = bench.book.interactions.get(&cancelled.interaction).and_then(|party| bench.book.party(party));
    match party {
        None => objections.unknown("interaction", &cancelled.interaction),
        Some(party) if !party.planned.contains_key(&cancelled.interaction) => {
            objections.add("interaction", Wrong::NotPlanned);
        }
        Some(_) => {}
    }
}

pub(super) fn logged(bench: &Bench<'_>, logged: &ContactLogged, objections: &mut Objections) {
    objections.not_later(bench, "at", logged.at);
    let Some(party) = objections.party(bench, "party", &logged.party) else { return };
    deal(bench, party, logged.deal.as_ref(), objections);
    not_somebody_elses(bench, party, &logged.interaction, objections);
    brought(bench, party, logged, objections);
}

/// What a contact brought is checked as if it had been recorded by itself.
fn brought(bench: &Bench<'_>, party: &Party, logged: &ContactLogged, objections: &mut Objections) {
    for (number, promise) in logged.promises.iter().enumerate() {
        if promise.due < bench.now.today() {
            let path = format!("promises[{number}].due");
            objections.add(&path, Wrong::Time { allowed: AllowedTime::TodayOrLater });
        }
    }
    for (number, answered) in logged.answered.iter().enumerate() {
        let raised_now =
            logged.hesitations.iter().any(|new| new.hesitation.as_ref() == Some(&answered.hesitation));
        if !raised_now && !party.hesitations.iter().any(|known| known.hesitation == answered.hesitation) {
            objections.unknown(&format!("answered[{number}].hesitation"), &answered.hesitation);
        }
    }
    if let Some(next) = &logged.next {
        let mut found = Objections { found: Vec::new() };
        planned(bench, &planned_next(logged, next), &mut found);
        if logged.benefit.as_ref().is_some_and(|benefit| benefit.is_same_as(&next.benefit)) {
            found.add("benefit", Wrong::SameBenefit);
        }
        for objection in found.found.into_iter().filter(|objection| objection.path != "deal") {
            objections.add(&format!("next.{}", objection.path), objection.fault);
        }
    }
}

fn not_somebody_elses(
    bench: &Bench<'_>,
    party: &Party,
    interaction: &InteractionId,
    objections: &mut Objections,
) {
    if bench.book.interactions.get(interaction).is_some_and(|with| *with != party.id) {
        objections.add("interaction", Wrong::Taken { id: interaction.to_string() });
    }
}

pub(super) fn deal(bench: &Bench<'_>, party: &Party, id: Option<&DealId>, objections: &mut Objections) {
    let Some(id) = id else { return };
    let Some(known) = objections.deal(bench, "deal", id) else { return };
    let organisation = party.affiliation.as_ref().map(|affiliation| &affiliation.organisation);
    if known.party.as_ref() != Some(&party.id)
        && (organisation.is_none() || known.party.as_ref() != organisation)
    {
        objections.add("deal", Wrong::NotTheirDeal);
    }
}
