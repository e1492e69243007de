//! One party as it is shown: where we stand, why, what to ask, what to do (SCORE-1, BANT-2, NEXT-2).

use super::offered::OfferedView;
use super::rapport::{OpeningTopic, RapportView};
use super::relationship::{ComplaintView, HesitationView, NeedView, PromiseView};
use super::score::{QuestionView, ScoreView, TopicView};
use super::stage::StageView;
use super::step::StepView;
use crate::contact::interaction::{ContactOutcome, Objective};
use crate::deal::outcome::Outcome;
use crate::deal::signal::{BuyingPoint, SignalKind};
use crate::journal::entry::EntryId;
use crate::judge::standing::Standing;
use crate::market::consent::{Consent, DoNotContact};
use crate::market::party::{BuyingRole, PartyKind, Preferences};
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{DealId, InteractionId, MemberId, PartyId};
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::{Date, Timestamp};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything about one party.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PartyView {
    /// The party.
    pub party: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// What it is to us.
    pub standing: Standing,
    /// Where a person belongs.
    pub organisation: Option<RelatedParty>,
    /// The people of an organisation.
    pub people: Vec<RelatedParty>,
    /// The part they play when their organisation buys.
    pub role: Option<BuyingRole>,
    /// Their job title.
    pub title: Option<String>,
    /// Ways to contact it.
    pub contact_points: Vec<ContactPoint>,
    /// What they allow, by channel.
    pub consent: BTreeMap<Channel, Consent>,
    /// Do they want to be left alone?
    pub do_not_contact: DoNotContact,
    /// How they like to be contacted.
    pub preferences: Preferences,
    /// How they were found.
    pub source: Option<Source>,
    /// The name of who referred them.
    pub referrer_name: Option<String>,
    /// Who of us looks after them.
    pub owner: Option<MemberId>,
    /// The owner's name.
    pub owner_name: Option<String>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
    /// Its ids in other systems.
    pub external_ids: Vec<Line>,
    /// When we met.
    pub met_at: Timestamp,
    /// Until when they are parked, and why.
    pub parked: Option<ParkedView>,
    /// The stage, and where it can go.
    pub stage: StageView,
    /// The score and its reasons.
    pub score: ScoreView,
    /// How close to buying.
    pub buying_point: BuyingPoint,
    /// The signals, latest first; the first fifty.
    pub signals: Vec<SignalView>,
    /// Budget, authority, need and timeline.
    pub qualification: Vec<TopicView>,
    /// The question to ask next.
    pub ask_next: Option<QuestionView>,
    /// How much we listened over all contacts (CONTACT-5).
    pub listening: Option<ListeningView>,
    /// The contacts, latest first; the first fifty.
    pub contacts: Vec<ContactView>,
    /// What they need, latest first.
    pub needs: Vec<NeedView>,
    /// What holds or held them back, latest first.
    pub hesitations: Vec<HesitationView>,
    /// What we promised them, latest first.
    pub promises: Vec<PromiseView>,
    /// What they complained about, latest first.
    pub complaints: Vec<ComplaintView>,
    /// Promotions that were offered to it or withheld from it, latest first.
    pub offered: Vec<OfferedView>,
    /// Its deals, open ones first.
    pub deals: Vec<DealView>,
    /// The next steps, best first.
    pub steps: Vec<StepView>,
    /// Notes, latest first.
    pub notes: Vec<NoteView>,
    /// Names of duplicates that were merged into it (PEOPLE-6).
    pub also_known_as: Vec<String>,
    /// What duplicates had differently, in words.
    pub set_aside: Vec<String>,
    /// What to open a conversation with, best first (PEOPLE-4, PEOPLE-5).
    pub open_with: Vec<OpeningTopic>,
    /// What we know of them personally, latest first.
    pub rapport: Vec<RapportView>,
}

/// Another party that this one has to do with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RelatedParty {
    /// The party.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// The part it plays.
    pub role: Option<BuyingRole>,
}

/// That somebody is parked (SIGNAL-3).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ParkedView {
    /// Why.
    pub reason: String,
    /// Until when.
    pub until: Date,
}

/// A signal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SignalView {
    /// What they did.
    pub signal: SignalKind,
    /// When.
    pub at: Timestamp,
    /// More about it.
    pub detail: Option<String>,
    /// Points that it counts now.
    pub points: i32,
}

/// How much we listened and talked (CONTACT-5).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ListeningView {
    /// Seconds listening.
    pub listening_seconds: u32,
    /// Seconds talking.
    pub talking_seconds: u32,
    /// Listening as percent of both. Two thirds is the aim.
    pub listening_percent: u8,
    /// In words.
    pub text: String,
}

/// A contact that was planned or took place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    /// The contact.
    pub interaction: InteractionId,
    /// When.
    pub at: Timestamp,
    /// How.
    pub channel: Channel,
    /// What for.
    pub objective: Objective,
    /// What came of it; nothing if it is still to come.
    pub outcome: Option<ContactOutcome>,
    /// What the customer gained.
    pub benefit: Option<String>,
    /// Notes.
    pub notes: Option<String>,
    /// How much we listened.
    pub listening: Option<ListeningView>,
    /// Needs that came up.
    pub needs: Vec<String>,
    /// Hesitations that came up.
    pub hesitations: Vec<String>,
    /// What was agreed.
    pub agreements: Vec<String>,
    /// In one line.
    pub text: String,
}

/// A deal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DealView {
    /// The deal.
    pub deal: DealId,
    /// What it is called.
    pub name: String,
    /// The outcome that the customer wants, in their words.
    pub desired_outcome: Option<String>,
    /// What it is worth, if known.
    pub worth: Option<Money>,
    /// Its products.
    pub products: Vec<String>,
    /// Who pursues it.
    pub owner_name: Option<String>,
    /// The stage, and where it can go.
    pub stage: StageView,
    /// How it ended; nothing while it is open.
    pub outcome: Option<Outcome>,
    /// When it began.
    pub opened_at: Timestamp,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// When it is expected to close.
    pub expected_close: Option<Date>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NoteView {
    /// The entry that has it.
    pub entry: EntryId,
    /// When it was taken.
    pub at: Timestamp,
    /// The note.
    pub text: String,
}
