//! Entries of the journal in words.

use super::names;
use super::time::{day, moment};
use crate::book::Book;
use crate::contact::hesitation::Hesitation;
use crate::deal::outcome::Outcome;
use crate::deal::subject::Subject;
use crate::journal::entry::{Entry, Kept};
use crate::journal::fact::{
    AnswerLearned, ContactCancelled, ContactLogged, ContactPlanned, Fact, OfferedGroup, StageMoved,
};
use crate::market::consent::{Consent, DoNotContact};
use crate::plan::Plan;
use crate::value::id::{DealId, PartyId, PromotionId};
use crate::value::money::Money;
use crate::value::zone::Now;

/// What names are looked up in.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The book.
    pub book: &'a Book,
    /// The plan.
    pub plan: &'a Plan,
    /// The clock.
    pub now: &'a Now,
}

/// An entry in one line.
pub fn entry(names: &Names<'_>, entry: &Entry) -> String {
    match &entry.fact {
        Kept::Known(fact) | Kept::Partly(fact, _) => self::fact(names, fact),
        Kept::Unknown { type_name, .. } => format!("Kept from a newer version: {type_name}"),
    }
}

/// So many entries of a batch are told one by one: what somebody did at once, not what a file brought.
const TOLD: usize = 3;

/// A batch in one line.
pub fn batch(names: &Names<'_>, entries: &[&Entry]) -> String {
    match entries.len() {
        0..=TOLD => entries.iter().map(|each| entry(names, each)).collect::<Vec<_>>().join("; "),
        size => format!("{size} entries together"),
    }
}

fn fact(names: &Names<'_>, fact: &Fact) -> String {
    match fact {
        Fact::PartyMet(met) => format!("Met {}", met.name),
        Fact::PartyCorrected(corrected) => format!("Corrected {}", names.party(&corrected.party)),
        Fact::ContactPointAdded(added) => {
            format!("{}: added {}", names.party(&added.party), added.contact_point.value)
        }
        Fact::ContactPointRemoved(removed) => {
            format!("{}: removed {}", names.party(&removed.party), removed.contact_point.value)
        }
        Fact::PreferencesLearned(learned) => {
            format!("{}: learned how they like to be contacted", names.party(&learned.party))
        }
        Fact::ConsentChanged(changed) => {
            let consent = match changed.consent {
                Consent::Unknown => "consent unknown",
                Consent::Given => "consent given",
                Consent::Withdrawn => "consent withdrawn",
            };
            format!(
                "{}: {consent} for contact {}",
                names.party(&changed.party),
                names::by_channel(changed.channel)
            )
        }
        Fact::DoNotContactAsked(asked) => {
            let scope = match &asked.scope {
                DoNotContact::Contactable(_) => "may be contacted again".to_owned(),
                DoNotContact::Never(_) => "asked to be left alone".to_owned(),
                DoNotContact::NotBefore(until) => format!("asked to be left alone until {}", day(until.date)),
            };
            format!("{} {scope}", names.party(&asked.party))
        }
        Fact::PartyParked(parked) => {
            format!("Parked {} until {}: {}", names.party(&parked.party), day(parked.until), parked.reason)
        }
        Fact::PartyResumed(resumed) => format!("Took {} up again", names.party(&resumed.party)),
        Fact::NoteTaken(taken) => format!("Note on {}", names.party(&taken.party)),
        Fact::SignalSeen(seen) => {
            let signal = names::signal(seen.signal);
            format!("{}: {}", names.party(&seen.party), names::lower_first(signal))
        }
        Fact::AnswerLearned(learned) => answer(names, learned),
        Fact::ContactPlanned(planned) => self::planned(names, planned),
        Fact::ContactCancelled(cancelled) => self::cancelled(names, cancelled),
        Fact::ContactLogged(logged) => format!("{}: {}", names.party(&logged.party), contact(logged)),
        Fact::StageMoved(moved) => stage(names, moved),
        Fact::DealOpened(_) | Fact::DealCorrected(_) | Fact::DealClosed(_) => deal(names, fact),
        Fact::NeedFound(found) => format!("{}: needs “{}”", names.party(&found.party), found.words),
        Fact::HesitationRaised(raised) => {
            format!("{} hesitates: {}", names.party(&raised.party), names::hesitation(raised.kind))
        }
        Fact::HesitationAnswered(answered) => {
            format!("{}: answered what held them back: {}", names.party(&answered.party), answered.benefit)
        }
        Fact::PromiseMade(made) => {
            format!("Promised {} by {}: {}", names.party(&made.party), day(made.due), made.text)
        }
        Fact::PromiseKept(kept) => format!("Kept a promise to {}", names.party(&kept.party)),
        Fact::PromiseBroken(broken) => format!("Won't keep a promise to {}", names.party(&broken.party)),
        Fact::ComplaintMade(made) => format!("{} complained: {}", names.party(&made.party), made.words),
        Fact::ComplaintResolved(resolved) => {
            format!("Put right what {} complained about: {}", names.party(&resolved.party), resolved.how)
        }
        Fact::RapportNoted(noted) => format!("Learned of {} personally", names.party(&noted.party)),
        Fact::StepRejected(rejected) => {
            format!("Turned a step down: {}", names::rejection(rejected.reason))
        }
        Fact::DelayExcused(excused) => {
            format!("May take longer until {}: {}", day(excused.until), excused.reason)
        }
        Fact::PartiesMerged(merged) => format!("Merged {} with a duplicate", names.party(&merged.kept)),
        Fact::CalendarImported(imported) => {
            let times = imported.busy.len();
            format!("Took over the calendar “{}” ({times} busy)", imported.calendar)
        }
        Fact::PromotionOffered(offered) => {
            let (promotion, party) = (names.promotion(&offered.promotion), names.party(&offered.party));
            match offered.group {
                OfferedGroup::Offered => format!("Offered “{promotion}” to {party}"),
                OfferedGroup::Withheld => format!("Withheld “{promotion}” from {party}, to compare"),
            }
        }
        Fact::ExperimentRecorded(recorded) => format!("Recorded the experiment “{}”", recorded.name),
        Fact::ProductListed(listed) => format!("Listed the product {}", listed.name),
        Fact::PromotionListed(listed) => format!("Listed the promotion “{}”", listed.terms.name),
        Fact::QuoteAccepted(_) | Fact::QuoteCancelled(_) | Fact::GoodsReturned(_) => quote(names, fact),
        Fact::MemberJoined(joined) => format!("{} joined the team", joined.name),
        Fact::PlanAdopted(adopted) => {
            format!("Adopted the plan “{}”, version {}", adopted.plan.name, adopted.plan.version)
        }
        Fact::Retracted(_) => "Took an entry back".to_owned(),
        Fact::BatchRetracted(_) => "Took a batch back".to_owned(),
    }
}

fn quote(names: &Names<'_>, fact: &Fact) -> String {
    match fact {
        Fact::QuoteAccepted(accepted) => {
            let (minor, currency) = (accepted.reservation.total.0, accepted.reservation.currency);
            let total = Money { minor, currency };
            match (&accepted.deal, &accepted.party) {
                (Some(deal), _) => format!("{}: a quote of {total} was accepted", names.deal(deal)),
                (None, Some(party)) => format!("{} accepted a quote of {total}", names.party(party)),
                (None, None) => format!("A quote of {total} was accepted"),
            }
        }
        Fact::QuoteCancelled(cancelled) => match &cancelled.reason {
            Some(reason) => format!("Took an accepted quote back: {reason}"),
            None => "Took an accepted quote back".to_owned(),
        },
        Fact::GoodsReturned(returned) => {
            let units =
                returned.lines.iter().fold(0_u64, |sum, each| sum.saturating_add(each.quantity.into()));
            format!("{units} of an accepted quote came back")
        }
        _ => String::new(),
    }
}

fn deal(names: &Names<'_>, fact: &Fact) -> String {
    match fact {
        Fact::DealOpened(opened) => match &opened.party {
            Some(party) => format!("Opened the deal “{}” with {}", opened.name, names.party(party)),
            None => format!("Opened the deal “{}”", opened.name),
        },
        Fact::DealClosed(closed) => match &closed.outcome {
            Outcome::Won(_) => format!("Won the deal “{}”", names.deal(&closed.deal)),
            Outcome::Lost(lost) => {
                format!("Lost the deal “{}”: {}", names.deal(&closed.deal), names::loss(lost.reason))
            }
        },
        Fact::DealCorrected(corrected) => format!("Corrected the deal “{}”", names.deal(&corrected.deal)),
        _ => String::new(),
    }
}

fn answer(names: &Names<'_>, learned: &AnswerLearned) -> String {
    let topic = names::topic(learned.topic).to_lowercase();
    format!(
        "{}: {topic} is {}, {}",
        names.party(&learned.party),
        names::answer(learned.answer),
        learned.certainty
    )
}

fn planned(names: &Names<'_>, planned: &ContactPlanned) -> String {
    let (party, channel) = (names.party(&planned.party), names::by_channel(planned.channel));
    format!("Planned to contact {party} {channel}, {}", moment(names.now, planned.at))
}

fn cancelled(names: &Names<'_>, cancelled: &ContactCancelled) -> String {
    let with = names.book.interactions.get(&cancelled.interaction);
    let with = with.map(|party| format!(" with {}", names.party(party))).unwrap_or_default();
    let reason = cancelled.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("Called off a planned contact{with}{reason}")
}

/// A contact that is planned, in one line of its own.
pub fn planned_contact(planned: &ContactPlanned) -> String {
    let objective = names::objective(planned.objective).to_lowercase();
    format!("Planned {}: {objective}", names::by_channel(planned.channel))
}

/// A contact that took place, in one line of its own.
pub fn logged_contact(logged: &ContactLogged) -> String {
    names::upper_first(&contact(logged))
}

/// A hesitation as it was told.
pub fn hesitation(raised: &Hesitation) -> String {
    match &raised.words {
        Some(words) => words.to_string(),
        None => names::upper_first(names::hesitation(raised.kind)),
    }
}

/// A contact that took place, as the end of a line.
fn contact(logged: &ContactLogged) -> String {
    let objective = names::lower_first(names::objective(logged.objective));
    format!(
        "contacted {} to {objective}: {}",
        names::by_channel(logged.channel),
        names::outcome(logged.outcome)
    )
}

fn stage(names: &Names<'_>, moved: &StageMoved) -> String {
    let stages = names.plan.pipelines.iter().flat_map(|pipeline| &pipeline.stages);
    let name = stages.into_iter().find(|stage| stage.id == moved.to).map(|stage| stage.name.as_str());
    let to = name.unwrap_or(moved.to.as_str());
    let who = match &moved.subject {
        Subject::Party(subject) => names.party(&subject.party).to_owned(),
        Subject::Deal(subject) => format!("the deal “{}”", names.deal(&subject.deal)),
    };
    match &moved.overridden {
        Some(overridden) => format!("Moved {who} to “{to}” against the plan: {}", overridden.reason),
        None => format!("Moved {who} to “{to}”"),
    }
}

impl<'a> Names<'a> {
    fn party(&self, id: &'a PartyId) -> &'a str {
        self.book.party(id).map_or(id.as_str(), |party| party.name.as_str())
    }

    fn promotion(&self, id: &'a PromotionId) -> &'a str {
        self.book.promotion(id).map_or(id.as_str(), |promotion| promotion.name.as_str())
    }

    fn deal(&self, id: &'a DealId) -> &'a str {
        self.book.deal(id).map_or(id.as_str(), |deal| deal.name.as_str())
    }
}
