//! What does the book know of what a condition asks for (NEXT-4)?

use super::Bench;
use super::authority::known;
use super::interest;
use super::movement::contacts_without_movement;
use super::progress;
use super::score::{Fading, score};
use super::standing::{Position, open_deals, position_of_deal, position_of_party};
use super::truth::Facts;
use super::worth::worth;
use crate::book::deal::Deal;
use crate::book::party::{Contact, Party};
use crate::book::relationship::{KnownPromise, PromiseFate};
use crate::contact::interaction::{ContactOutcome, Objective};
use crate::deal::need::NeedTime;
use crate::deal::qualification::{Answer, Topic};
use crate::deal::signal::SignalKind;
use crate::journal::fact::ContactLogged;
use crate::plan::condition::{Asked, FactName};
use crate::value::attribute::Attribute;
use crate::value::number::count;
use crate::value::order::ranked;
use crate::value::time::Timestamp;
use std::cell::OnceCell;

/// The value of something that can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum FactValue {
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A name of a closed list, or an id.
    Name(String),
    /// Text of a custom field, compared without regard to case.
    Text(String),
}

/// A party or a deal as conditions see it. Nothing is computed before somebody asks.
#[derive(Debug)]
pub struct Situation<'a> {
    bench: &'a Bench<'a>,
    party: Option<&'a Party>,
    deal: Option<&'a Deal>,
    position: Option<Position<'a>>,
    points: OnceCell<u8>,
    contacts: OnceCell<Vec<&'a Contact>>,
}

impl<'a> Situation<'a> {
    /// A party as a lead or a customer.
    pub fn of_party(bench: &'a Bench<'a>, party: &'a Party) -> Situation<'a> {
        let position = position_of_party(bench.plan, party);
        Situation::new(bench, Some(party), None, position)
    }

    /// A deal, and the party that may buy.
    pub fn of_deal(bench: &'a Bench<'a>, deal: &'a Deal) -> Situation<'a> {
        let party = deal.party.as_ref().and_then(|party| bench.book.party(party));
        let position = position_of_deal(bench.plan, deal);
        Situation::new(bench, party, Some(deal), position)
    }

    fn new(
        bench: &'a Bench<'a>,
        party: Option<&'a Party>,
        deal: Option<&'a Deal>,
        position: Option<Position<'a>>,
    ) -> Situation<'a> {
        Situation { bench, party, deal, position, points: OnceCell::new(), contacts: OnceCell::new() }
    }

    /// The party.
    pub fn party(&self) -> Option<&'a Party> {
        self.party
    }

    /// The deal.
    pub fn deal(&self) -> Option<&'a Deal> {
        self.deal
    }

    /// The stage.
    pub fn position(&self) -> Option<Position<'a>> {
        self.position
    }

    /// The score of the party.
    pub fn points(&self) -> Option<u8> {
        let party = self.party?;
        Some(*self.points.get_or_init(|| score(self.bench, party).points()))
    }

    /// The contacts with the party and, if it is an organisation, with its people, by time.
    pub fn contacts(&self) -> &[&'a Contact] {
        self.contacts.get_or_init(|| {
            let Some(party) = self.party else { return Vec::new() };
            let people = self.bench.book.people_of(party).flat_map(|person| &person.contacts);
            let all: Vec<&Contact> = party.contacts.iter().chain(people).collect();
            if all.len() == party.contacts.len() {
                return all;
            }
            ranked(all, |contact| (contact.logged.at.millis(), 0, 0))
        })
    }

    fn last(&self) -> Option<&'a ContactLogged> {
        self.contacts().last().map(|contact| &contact.logged)
    }

    /// Contacts since the stage was entered that were about this.
    pub fn contacts_in_stage(&self) -> impl Iterator<Item = &'a Contact> {
        let since = self.position.map_or(Timestamp::LATEST, |position| position.since);
        let deal = self.deal.map(|deal| &deal.id);
        self.contacts().iter().copied().filter(move |contact| {
            let about = contact.logged.deal.as_ref();
            contact.logged.at >= since && (deal.is_none() || about.is_none() || about == deal)
        })
    }

    fn days_until(&self, name: &str) -> Option<FactValue> {
        match self.attribute_value(name)? {
            Attribute::Date(date) => {
                let days = date.number().saturating_sub(self.bench.today().number());
                Some(FactValue::Number(i32::try_from(days).map_or(f64::from(i32::MAX), f64::from)))
            }
            Attribute::Flag(_) | Attribute::Number(_) | Attribute::Text(_) => None,
        }
    }

    fn named(&self, name: FactName) -> Option<FactValue> {
        let last = self.last();
        match name {
            FactName::Kind => self.party.map(|party| name_of(party.kind.as_str())),
            FactName::Source => Some(name_of(self.party?.source.as_ref()?.method.as_str())),
            FactName::Pipeline => self.position.map(|position| name_of(position.pipeline.as_str())),
            FactName::Stage => self.position.map(|position| name_of(position.stage.id.as_str())),
            FactName::Score => self.points().map(|points| FactValue::Number(points.into())),
            FactName::BuyingPoint => Some(name_of(interest::buying_point(self.bench, self.party?).as_str())),
            FactName::Budget => self.answer(Topic::Budget),
            FactName::Authority => self.answer(Topic::Authority),
            FactName::Need => self.answer(Topic::Need),
            FactName::Timeline => self.answer(Topic::Timeline),
            FactName::ContactPoints => self.party.map(|party| number(party.contact_points.len())),
            FactName::Contacts => self.party.map(|_| number(self.contacts().len())),
            FactName::ContactsInStage => Some(number(self.contacts_in_stage().count())),
            FactName::NoAnswersInARow => self.party.map(|_| number(self.no_answers_in_a_row())),
            FactName::DaysSinceContact => last.map(|last| self.days_from(last.at)),
            FactName::DaysSinceSignal => self.days_since(None),
            FactName::DaysInStage => self.position.map(|position| self.days_from(position.since)),
            FactName::DaysKnown => self.party.map(|party| self.days_from(party.met_at)),
            FactName::LastOutcome => last.map(|last| name_of(last.outcome.as_str())),
            FactName::LastObjective => last.map(|last| name_of(last.objective.as_str())),
            FactName::LastChannel => last.map(|last| name_of(last.channel.as_str())),
            FactName::OpenDeals => self.party.map(|party| number(open_deals(self.bench.book, party).count())),
            FactName::WonDeals => self.party.map(|party| number(self.won_deals(party))),
            FactName::Worth => Some(self.whole_worth()),
            FactName::Business => Some(name_of(super::pipeline::business(self.bench, self.party?).as_str())),
            FactName::Role => Some(name_of(self.party?.affiliation.as_ref()?.role?.as_str())),
            FactName::Campaign => {
                let campaign = self.party?.source.as_ref()?.campaign.as_ref()?;
                Some(FactValue::Text(campaign.as_str().to_owned()))
            }
            FactName::PreferredChannel => Some(name_of(self.party?.preferences.channel?.as_str())),
            FactName::DesiredOutcome => {
                let outcome = self.deal?.desired_outcome.as_ref()?;
                Some(FactValue::Text(outcome.as_str().to_owned()))
            }
            FactName::DaysSinceHeard => progress::heard(self.bench, self).map(|at| self.days_from(at)),
            FactName::IdleDays => progress::progress(self.bench, self)
                .map(|progress| FactValue::Number(progress.idle_days.into())),
            FactName::Pace => {
                progress::progress(self.bench, self).map(|progress| name_of(progress.pace.as_str()))
            }
            // Only who asks for a quote knows them.
            FactName::QuoteAmount | FactName::QuoteQuantity => None,
            FactName::Needs
            | FactName::NeedsLater
            | FactName::Hesitations
            | FactName::OpenPromises
            | FactName::DuePromises
            | FactName::OpenComplaints
            | FactName::ContactsWithoutMovement => self.counted(name),
        }
    }

    /// Facts that are counts of what binds us to them.
    fn counted(&self, name: FactName) -> Option<FactValue> {
        let party = self.party?;
        let today = self.bench.today();
        let everybody = || [party].into_iter().chain(self.bench.book.people_of(party));
        let needs = |matters: fn(&NeedTime) -> bool| {
            everybody().flat_map(|party| &party.needs).filter(|need| matters(&need.time)).count()
        };
        Some(number(match name {
            FactName::Needs => needs(|time| matches!(time, NeedTime::Now(_))),
            FactName::NeedsLater => needs(|time| matches!(time, NeedTime::Later(_))),
            FactName::Hesitations => {
                everybody().flat_map(|party| &party.hesitations).filter(|known| known.is_open()).count()
            }
            FactName::OpenPromises => open_promises(party).count(),
            FactName::DuePromises => open_promises(party).filter(|promise| promise.due <= today).count(),
            FactName::OpenComplaints => {
                party.complaints.iter().filter(|complaint| complaint.is_open()).count()
            }
            _ => contacts_without_movement(self),
        }))
    }

    fn no_answers_in_a_row(&self) -> usize {
        let silent = |contact: &&&Contact| contact.logged.outcome == ContactOutcome::NoAnswer;
        self.contacts().iter().rev().take_while(silent).count()
    }

    fn won_deals(&self, party: &Party) -> usize {
        self.bench.book.deals_of(party).filter(|deal| deal.won_at().is_some()).count()
    }

    fn whole_worth(&self) -> FactValue {
        let worth = worth(self.bench, self.party, self.deal).amount;
        let unit = 10_i64.checked_pow(worth.currency.exponent()).unwrap_or(1);
        let whole = worth.minor.checked_div(unit).unwrap_or(0);
        FactValue::Number(i32::try_from(whole).map_or(f64::from(i32::MAX), f64::from))
    }

    /// An answer that has to be confirmed again is no longer known.
    fn answer(&self, topic: Topic) -> Option<FactValue> {
        let known = known(self.bench, self.party?, topic)?;
        let counts = known.answer != Answer::Unknown && known.fading == Fading::Fresh;
        counts.then(|| name_of(known.answer.as_str()))
    }

    fn days_since(&self, kind: Option<SignalKind>) -> Option<FactValue> {
        let signals = interest::signs(self.party?).filter(|sign| kind.is_none_or(|kind| kind == sign.kind));
        signals.map(|sign| sign.at).max().map(|at| self.days_from(at))
    }

    /// Since they last asked for something, unless a contact since has answered it. Talking about something else does not
    /// make the offer that they asked for.
    fn days_unanswered_since(&self, kind: SignalKind) -> Option<FactValue> {
        let asked = self.party?.signals.iter().rev().find(|signal| signal.kind == kind)?.at;
        let answers = |contact: &Contact| {
            let logged = &contact.logged;
            let offers = matches!(logged.objective, Objective::Propose | Objective::Agree);
            logged.outcome != ContactOutcome::NoAnswer && (kind != SignalKind::AskedForQuote || offers)
        };
        let mut since = self.contacts().iter().copied().rev().take_while(|contact| contact.logged.at > asked);
        (!since.any(answers)).then(|| self.days_from(asked))
    }

    fn days_from(&self, at: Timestamp) -> FactValue {
        FactValue::Number(i32::try_from(self.bench.days_since(at)).map_or(f64::from(i32::MAX), f64::from))
    }

    fn attribute_value(&self, name: &str) -> Option<&'a Attribute> {
        let wanted = name.to_lowercase();
        let of_deal = self.deal.map(|deal| &deal.attributes);
        let of_party = self.party.map(|party| &party.attributes);
        let attributes = of_deal.into_iter().chain(of_party).flatten();
        attributes.into_iter().find(|(name, _)| name.folded() == wanted).map(|(_, value)| value)
    }

    fn attribute(&self, name: &str) -> Option<FactValue> {
        Some(match self.attribute_value(name)? {
            Attribute::Flag(flag) => FactValue::Flag(*flag),
            Attribute::Number(number) => FactValue::Number(*number),
            Attribute::Date(date) => FactValue::Text(date.to_string()),
            Attribute::Text(text) => FactValue::Text(text.as_str().to_owned()),
        })
    }
}

impl Facts for Situation<'_> {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        match asked {
            Asked::Named(name) => self.named(*name),
            Asked::DaysSince(kind) => self.days_since(Some(*kind)),
            Asked::DaysUnansweredSince(kind) => self.days_unanswered_since(*kind),
            Asked::DaysUntil(name) => self.days_until(name),
            Asked::Attribute(name) => self.attribute(name),
        }
    }
}

/// Promises of ours that are still to be kept.
pub(crate) fn open_promises(party: &Party) -> impl Iterator<Item = &KnownPromise> {
    party.promises.iter().filter(|promise| promise.fate == PromiseFate::Open)
}

fn name_of(name: &str) -> FactValue {
    FactValue::Name(name.to_owned())
}

fn number(number: usize) -> FactValue {
    FactValue::Number(count(number).into())
}
