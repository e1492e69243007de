//! What the book knows of a party.

use super::merging::{SetAside, Single};
use super::quotes::KnownFollowUp;
use super::relationship::{
    Excuse, KnownComplaint, KnownHesitation, KnownNeed, KnownPromise, Rapport, Rejection,
};
use crate::contact::benefit::Benefit;
use crate::contact::interaction::{ContactOutcome, Initiative};
use crate::deal::qualification::{Answer, Certainty, Topic};
use crate::deal::signal::SignalKind;
use crate::journal::entry::EntryId;
use crate::journal::fact::{ContactLogged, ContactPlanned};
use crate::market::consent::{Consent, Contactable, DoNotContact};
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::market::source::Source;
use crate::plan::pipeline::PipelineKind;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{InteractionId, MemberId, PartyId, StageId};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// What the book knows of a party.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: Line,
    /// The names of duplicates that were merged into it (PEOPLE-6).
    pub also_known_as: BTreeSet<Line>,
    /// What duplicates told of what there can be one of, whether or not it is the same.
    pub set_aside: Vec<SetAside>,
    // What only a duplicate told so far.
    pub(crate) borrowed: BTreeSet<Single>,
    /// Where a person belongs.
    pub affiliation: Option<Affiliation>,
    /// Ways to contact it, in the order in which they were learned.
    pub contact_points: Vec<ContactPoint>,
    /// How it was found.
    pub source: Option<Source>,
    /// What they allow.
    pub consent: BTreeMap<Channel, Consent>,
    /// Do they want to be left alone?
    pub do_not_contact: DoNotContact,
    /// How they like to be contacted.
    pub preferences: Preferences,
    /// Who of us looks after it.
    pub owner: Option<MemberId>,
    /// Its ids and names in other systems.
    pub external_ids: BTreeSet<Line>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
    /// When we met.
    pub met_at: Timestamp,
    /// Little interest for now.
    pub parked: Option<Parked>,
    /// Signals, by time.
    pub signals: Vec<Signal>,
    /// What we know of budget, authority, need and timeline.
    pub answers: BTreeMap<Topic, Learned>,
    /// Contacts that took place, by time.
    pub contacts: Vec<Contact>,
    /// Contacts that are planned.
    pub planned: BTreeMap<InteractionId, ContactPlanned>,
    /// The stage in which it is as a lead, and as a customer.
    pub stages: BTreeMap<PipelineKind, Entered>,
    /// When it first bought.
    pub customer_since: Option<Timestamp>,
    /// Notes, in the order in which they were taken.
    pub notes: Vec<Note>,
    /// What they need, in the order in which we understood it.
    pub needs: Vec<KnownNeed>,
    /// What holds or held them back, in the order in which it came up.
    pub hesitations: Vec<KnownHesitation>,
    /// What we promised them, in the order in which we did.
    pub promises: Vec<KnownPromise>,
    /// What they complained about, in the order in which they did.
    pub complaints: Vec<KnownComplaint>,
    /// What we know of them personally, in the order in which we learned it.
    pub rapport: Vec<Rapport>,
    /// Contacts that accepted promotions lead to.
    pub follow_ups: Vec<KnownFollowUp>,
    /// Proposed steps that somebody did not want.
    pub rejections: Vec<Rejection>,
    /// Why it may take longer than the plan says.
    pub excuse: Option<Excuse>,
}

/// Little interest for now (SIGNAL-3).
#[derive(Debug, Clone, PartialEq)]
pub struct Parked {
    /// Why.
    pub reason: Line,
    /// When to look again.
    pub until: Date,
}

/// A signal.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// When.
    pub at: Timestamp,
    /// What they did.
    pub kind: SignalKind,
    /// More about it.
    pub detail: Option<Line>,
    /// The entry that has it.
    pub entry: EntryId,
}

/// What we know of budget, authority, need or timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    /// The answer.
    pub answer: Answer,
    /// How we know it.
    pub certainty: Certainty,
    /// Since when.
    pub at: Timestamp,
    /// What makes us think so.
    pub evidence: Option<Text>,
    /// The budget.
    pub amount: Option<Money>,
    /// The day they want it by.
    pub date: Option<Date>,
}

/// A contact that took place.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// What was logged.
    pub logged: ContactLogged,
    /// What had been planned, if it was.
    pub planned: Option<Box<ContactPlanned>>,
    /// The entry that has it.
    pub entry: EntryId,
}

impl Contact {
    /// Did they take part in it, and not only we?
    pub fn was_two_way(&self) -> bool {
        self.logged.outcome != ContactOutcome::NoAnswer || self.logged.initiative == Initiative::Customer
    }
}

/// A stage and when it was entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    /// The stage.
    pub stage: StageId,
    /// When.
    pub since: Timestamp,
}

/// A note.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// When it was taken.
    pub at: Timestamp,
    /// The note.
    pub text: Text,
    /// The entry that has it.
    pub entry: EntryId,
}

impl Party {
    pub(crate) fn new(id: PartyId, kind: PartyKind, name: Line, met_at: Timestamp) -> Party {
        Party {
            id,
            kind,
            name,
            also_known_as: BTreeSet::new(),
            set_aside: Vec::new(),
            borrowed: BTreeSet::new(),
            affiliation: None,
            contact_points: Vec::new(),
            source: None,
            consent: BTreeMap::new(),
            do_not_contact: DoNotContact::Contactable(Contactable {}),
            preferences: Preferences { channel: None, windows: Vec::new(), zone: None },
            owner: None,
            external_ids: BTreeSet::new(),
            attributes: BTreeMap::new(),
            met_at,
            parked: None,
            signals: Vec::new(),
            answers: BTreeMap::new(),
            contacts: Vec::new(),
            planned: BTreeMap::new(),
            stages: BTreeMap::new(),
            customer_since: None,
            notes: Vec::new(),
            needs: Vec::new(),
            hesitations: Vec::new(),
            promises: Vec::new(),
            complaints: Vec::new(),
            rapport: Vec::new(),
            follow_ups: Vec::new(),
            rejections: Vec::new(),
            excuse: None,
        }
    }

    /// Consent for a channel.
    pub fn consent_for(&self, channel: Channel) -> Consent {
        self.consent.get(&channel).copied().unwrap_or(Consent::Unknown)
    }

    /// The first way to contact it on a channel.
    pub fn contact_point(&self, channel: Channel) -> Option<&ContactPoint> {
        self.contact_points.iter().find(|point| point.channel == channel)
    }

    /// The last contact that took place.
    pub fn last_contact(&self) -> Option<&Contact> {
        self.contacts.last()
    }

    /// The benefit of the last contact that named one.
    pub fn last_benefit(&self) -> Option<&Benefit> {
        self.contacts.iter().rev().find_map(|contact| contact.logged.benefit.as_ref())
    }

    /// How many contacts in a row nobody answered, up to the last one. An answer of any kind ends the row.
    pub fn no_answers_in_a_row(&self) -> usize {
        let silent = |contact: &&Contact| contact.logged.outcome == ContactOutcome::NoAnswer;
        self.contacts.iter().rev().take_while(silent).count()
    }

    /// When they last said something to us, in a contact or on their own.
    pub fn last_heard(&self) -> Option<Timestamp> {
        let answered = self.contacts.iter().rev().find(|contact| contact.was_two_way());
        let spoke = |signal: &&Signal| {
            matches!(
                signal.kind,
                SignalKind::AskedForInformation
                    | SignalKind::AskedForQuote
                    | SignalKind::DemoOrTrial
                    | SignalKind::Replied
                    | SignalKind::CameToMeeting
                    | SignalKind::Bought
                    | SignalKind::Complained
            )
        };
        let signal = self.signals.iter().rev().find(spoke);
        answered.map(|contact| contact.logged.at).max(signal.map(|signal| signal.at))
    }

    /// Is it a lead or a customer?
    pub fn pipeline(&self) -> PipelineKind {
        if self.customer_since.is_some() { PipelineKind::Customer } else { PipelineKind::Lead }
    }
}
