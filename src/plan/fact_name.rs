//! The named facts that conditions can ask for, and the values that each has.

use super::pace::{Business, Pace};
use super::pipeline::PipelineKind;
use crate::contact::interaction::{ContactOutcome, Objective};
use crate::deal::qualification::Answer;
use crate::deal::signal::BuyingPoint;
use crate::market::party::{BuyingRole, PartyKind};
use crate::market::source::SourceMethod;
use crate::value::contact_point::Channel;

choice! {
    /// The named facts that conditions can ask for.
    pub enum FactName {
        /// Person or organisation.
        Kind = "kind",
        /// The method of the source.
        Source = "source",
        /// Lead, deal or customer.
        Pipeline = "pipeline",
        /// The stage.
        Stage = "stage",
        /// The score, 0 to 100.
        Score = "score",
        /// How close to buying.
        BuyingPoint = "buyingPoint",
        /// Can they pay?
        Budget = "budget",
        /// Can they decide?
        Authority = "authority",
        /// Do they need it?
        Need = "need",
        /// Do they know when?
        Timeline = "timeline",
        /// How many ways there are to contact them.
        ContactPoints = "contactPoints",
        /// How many contacts were logged.
        Contacts = "contacts",
        /// How many contacts were logged since the stage was entered.
        ContactsInStage = "contactsInStage",
        /// How many contacts in a row nobody answered.
        NoAnswersInARow = "noAnswersInARow",
        /// Whole days since the last logged contact.
        DaysSinceContact = "daysSinceContact",
        /// Whole days since the last signal of any kind.
        DaysSinceSignal = "daysSinceSignal",
        /// Whole days since the stage was entered.
        DaysInStage = "daysInStage",
        /// Whole days since we met.
        DaysKnown = "daysKnown",
        /// How the last contact went.
        LastOutcome = "lastOutcome",
        /// What the last contact was for.
        LastObjective = "lastObjective",
        /// The channel of the last contact.
        LastChannel = "lastChannel",
        /// How many deals are open.
        OpenDeals = "openDeals",
        /// How many deals were won.
        WonDeals = "wonDeals",
        /// What it is worth, in whole units of the plan's currency.
        Worth = "worth",
        /// How many hesitations are open.
        Hesitations = "hesitations",
        /// New, existing, or to be won back.
        Business = "business",
        /// The part that they play when their organisation buys.
        Role = "role",
        /// The campaign that they came from.
        Campaign = "campaign",
        /// The channel that they prefer.
        PreferredChannel = "preferredChannel",
        /// How many needs matter now.
        Needs = "needs",
        /// How many needs will matter later.
        NeedsLater = "needsLater",
        /// How many promises of ours are still to be kept.
        OpenPromises = "openPromises",
        /// How many of them are due today or were earlier.
        DuePromises = "duePromises",
        /// How many complaints are open.
        OpenComplaints = "openComplaints",
        /// How many contacts in a row moved nothing.
        ContactsWithoutMovement = "contactsWithoutMovement",
        /// Whole days since they last said something to us.
        DaysSinceHeard = "daysSinceHeard",
        /// Working days since they last said something to us; none while an appointment lies ahead.
        IdleDays = "idleDays",
        /// How it stands against the plan's timeline.
        Pace = "pace",
        /// The outcome that the customer wants from the deal.
        DesiredOutcome = "desiredOutcome",
        /// What the lines of a quote cost on the list, in whole units of its currency; unknown outside a quote.
        QuoteAmount = "quoteAmount",
        /// How many units a quote has; unknown outside a quote.
        QuoteQuantity = "quoteQuantity",
    }
}

/// What kind of values a fact has.
#[derive(Debug, Clone, Copy)]
pub(super) enum Values {
    Numbers,
    Names(fn() -> Vec<&'static str>),
    AnyName,
    Anything,
}

impl FactName {
    pub(super) fn values(self) -> Values {
        match self {
            FactName::Kind => Values::Names(|| PartyKind::ALL.iter().map(|each| each.as_str()).collect()),
            FactName::Source => {
                Values::Names(|| SourceMethod::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::Pipeline => {
                Values::Names(|| PipelineKind::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::BuyingPoint => {
                Values::Names(|| BuyingPoint::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::Budget | FactName::Authority | FactName::Need | FactName::Timeline => {
                Values::Names(|| Answer::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::LastOutcome => {
                Values::Names(|| ContactOutcome::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::LastObjective => {
                Values::Names(|| Objective::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::LastChannel => {
                Values::Names(|| Channel::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::Business => Values::Names(|| Business::ALL.iter().map(|each| each.as_str()).collect()),
            FactName::Role => Values::Names(|| BuyingRole::ALL.iter().map(|each| each.as_str()).collect()),
            FactName::PreferredChannel => {
                Values::Names(|| Channel::ALL.iter().map(|each| each.as_str()).collect())
            }
            FactName::Pace => Values::Names(|| Pace::ALL.iter().map(|each| each.as_str()).collect()),
            FactName::Stage | FactName::Campaign | FactName::DesiredOutcome => Values::AnyName,
            FactName::Needs
            | FactName::NeedsLater
            | FactName::OpenPromises
            | FactName::DuePromises
            | FactName::OpenComplaints
            | FactName::ContactsWithoutMovement
            | FactName::DaysSinceHeard
            | FactName::IdleDays
            | FactName::Score
            | FactName::ContactPoints
            | FactName::Contacts
            | FactName::ContactsInStage
            | FactName::NoAnswersInARow
            | FactName::DaysSinceContact
            | FactName::DaysSinceSignal
            | FactName::DaysInStage
            | FactName::DaysKnown
            | FactName::OpenDeals
            | FactName::WonDeals
            | FactName::Worth
            | FactName::QuoteAmount
            | FactName::QuoteQuantity
            | FactName::Hesitations => Values::Numbers,
        }
    }
}
