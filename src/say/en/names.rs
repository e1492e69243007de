//! Names of things.

use crate::contact::hesitation::HesitationKind;
use crate::contact::interaction::{ContactOutcome, Objective, Why};
use crate::contact::proposal::RejectionReason;
use crate::deal::outcome::LossReason;
use crate::deal::qualification::{Answer, Topic};
use crate::deal::signal::SignalKind;
use crate::market::source::SourceMethod;
use crate::plan::pipeline::PipelineKind;
use crate::value::contact_point::Channel;

/// How somebody is contacted: "by phone".
pub fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "by e-mail",
        Channel::Phone => "by phone",
        Channel::Postal => "by post",
        Channel::Social => "by social message",
        Channel::InPerson => "in person",
    }
}

/// What to do on a channel: "Call".
pub fn imperative(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "E-mail",
        Channel::Phone => "Call",
        Channel::Postal => "Write to",
        Channel::Social => "Message",
        Channel::InPerson => "Meet",
    }
}

/// What a contact is for.
pub fn objective(objective: Objective) -> &'static str {
    match objective {
        Objective::FindOutInterest => "Find out whether there is interest",
        Objective::AnalyseNeeds => "Understand what they need",
        Objective::GetMeeting => "Get a meeting",
        Objective::Demonstrate => "Show how it works for them",
        Objective::Propose => "Make an offer",
        Objective::ResolveHesitation => "Resolve a hesitation",
        Objective::ResolveComplaint => "Put right what they complained about",
        Objective::Agree => "Come to an agreement",
        Objective::Thank => "Thank them",
        Objective::AskForFeedback => "Ask for feedback",
        Objective::AskForReferral => "Ask for a referral",
    }
}

/// Why somebody is contacted.
pub fn why(why: Why) -> &'static str {
    match why {
        Why::TheyAsked => "They asked",
        Why::Referred => "Somebody referred them",
        Why::Signal => "They showed interest",
        Why::PointOfContact => "The sales plan has a contact due",
        Why::PromiseDue => "Something we promised is due",
        Why::NeedForLater => "They said that it would matter later",
        Why::Feedback => "Feedback",
    }
}

/// How a contact went.
pub fn outcome(outcome: ContactOutcome) -> &'static str {
    match outcome {
        ContactOutcome::Reached => "objective reached",
        ContactOutcome::Partly => "objective partly reached",
        ContactOutcome::NotReached => "objective not reached",
        ContactOutcome::NoAnswer => "no answer",
    }
}

/// What somebody did.
pub fn signal(signal: SignalKind) -> &'static str {
    match signal {
        SignalKind::Visited => "Visited us",
        SignalKind::ReadContent => "Read something of ours",
        SignalKind::AskedForInformation => "Asked for information",
        SignalKind::ViewedPricing => "Looked at prices",
        SignalKind::AskedForQuote => "Asked for a quote",
        SignalKind::DemoOrTrial => "Saw a demonstration or began a trial",
        SignalKind::Replied => "Answered us",
        SignalKind::CameToMeeting => "Came to a meeting",
        SignalKind::Bought => "Bought",
        SignalKind::Complained => "Complained",
        SignalKind::WentSilent => "Stopped answering",
        SignalKind::Unsubscribed => "Unsubscribed",
    }
}

/// What we want to know.
pub fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Budget => "Budget",
        Topic::Authority => "Authority",
        Topic::Need => "Need",
        Topic::Timeline => "Timeline",
    }
}

/// What we know of it.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Unknown => "unknown",
        Answer::No => "no",
        Answer::Partly => "partly",
        Answer::Yes => "yes",
    }
}

/// How a lead was won.
pub fn source(method: SourceMethod) -> &'static str {
    match method {
        SourceMethod::ColdCall => "cold call",
        SourceMethod::LocalNetworking => "local networking",
        SourceMethod::Website => "website",
        SourceMethod::Referral => "referral",
        SourceMethod::Influencer => "influencer",
        SourceMethod::AffiliatePartner => "affiliate partner",
        SourceMethod::Advertising => "advertising",
        SourceMethod::Event => "event",
        SourceMethod::DirectSolicitation => "direct solicitation",
        SourceMethod::WalkIn => "walk-in",
        SourceMethod::ExistingCustomer => "existing customer",
        SourceMethod::Other => "other source",
    }
}

/// What a hesitation is about.
pub fn hesitation(kind: HesitationKind) -> &'static str {
    match kind {
        HesitationKind::Price => "the price",
        HesitationKind::Timing => "the timing",
        HesitationKind::Trust => "whether they can trust us",
        HesitationKind::Authority => "who decides",
        HesitationKind::Fit => "whether it is right for them",
        HesitationKind::Risk => "what could go wrong",
        HesitationKind::Competitor => "another offer",
        HesitationKind::StatusQuo => "whether to change anything",
        HesitationKind::Other => "something else",
    }
}

/// Why a step is not wanted.
pub fn rejection(reason: RejectionReason) -> &'static str {
    match reason {
        RejectionReason::NotNow => "not now",
        RejectionReason::AlreadyDone => "it is done already",
        RejectionReason::WrongChannel => "another channel would be better",
        RejectionReason::WrongPerson => "another person would be better",
        RejectionReason::NotUseful => "it would not help them",
        RejectionReason::Other => "another reason",
    }
}

/// Why a deal was lost.
pub fn loss(reason: LossReason) -> &'static str {
    match reason {
        LossReason::Price => "price",
        LossReason::Timing => "timing",
        LossReason::Competitor => "a competitor",
        LossReason::NoDecision => "no decision",
        LossReason::NoNeed => "no need",
        LossReason::NoBudget => "no budget",
        LossReason::Trust => "trust",
        LossReason::Fit => "fit",
        LossReason::Other => "another reason",
        LossReason::NotRecorded => "reason not recorded",
    }
}

/// What moves through a pipeline.
pub fn pipeline(kind: PipelineKind) -> &'static str {
    match kind {
        PipelineKind::Lead => "lead",
        PipelineKind::Deal => "deal",
        PipelineKind::Customer => "customer",
    }
}

/// A camelCase name as words: "askedForQuote" is "asked for quote".
///
/// ```
/// assert_eq!(nextsale::say::en::names::spaced("noAnswersInARow"), "no answers in a row");
/// ```
pub fn spaced(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_uppercase() || letter == '.' {
            words.push(' ');
        }
        if letter != '.' {
            words.push(letter.to_ascii_lowercase());
        }
    }
    words
}

/// "1 day", "2 days".
///
/// ```
/// assert_eq!(nextsale::say::en::names::counted(2, "day"), "2 days");
/// ```
pub fn counted(count: impl Into<i64>, one: &str) -> String {
    match count.into() {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}

/// A sentence as a part of another: its first letter small.
///
/// ```
/// assert_eq!(nextsale::say::en::names::lower_first("Looked at prices"), "looked at prices");
/// ```
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A part of a sentence as a sentence: its first letter large.
///
/// ```
/// assert_eq!(nextsale::say::en::names::upper_first("looked at prices"), "Looked at prices");
/// ```
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
