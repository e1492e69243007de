//! How a step is put together: on which channel and when, for how long, what it is worth, and what proposes it.

use super::guard::{Held, Idea, Verdict, guard, initiative};
use super::maker::Maker;
use super::movement::contacts_without_movement;
use super::rejection::{quiet_until, unwanted_channels};
use super::step::{Action, Because, ContactAction, Step};
use super::wish::Wish;
use super::worth::{chance_percent, per_hour, worth};
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::contact::proposal::{
    ComplaintOrigin, OtherOrigin, PointOfContactOrigin, PromiseOrigin, PromotionOrigin, RhythmOrigin,
    RuleOrigin, StepOrigin,
};
use crate::journal::fact::ContactPlanned;
use crate::value::contact_point::Channel;
use crate::value::number::count;
use crate::value::time::Timestamp;

/// After so many contacts in a row that moved nothing another way is due (CONTACT-6).
const STUCK: usize = 2;

impl Maker<'_> {
    /// A contact that somebody planned. One whose time has passed is due now.
    pub(super) fn planned(&self, planned: &ContactPlanned) -> Option<Step> {
        let party = self.bench.book.party(&planned.party)?;
        let idea = Idea::planned(party, planned);
        let due = self.bench.or_now(planned.at);
        let verdict = match planned.commitment {
            Commitment::Intended => guard(self.bench, &idea, due),
            Commitment::Appointment => agreed(guard(self.bench, &idea, due), due),
        };
        let action = ContactAction {
            interaction: Some(planned.interaction.clone()),
            channel: planned.channel,
            contact_point: party.contact_point(planned.channel).cloned(),
            objective: planned.objective,
            why: planned.why,
            why_detail: planned.why_detail.clone(),
            benefit: planned.benefit.clone(),
            desired_result: planned.desired_result.clone(),
            commitment: planned.commitment,
        };
        let step = self.step(Action::Contact(action), planned.minutes, due, Because::Planned);
        Some(Step { party: Some(party.id.clone()), at: verdict.at, held: verdict.held, ..step })
    }

    /// A contact on the channel that guards allow first; of those allowed at once, the most wished for. What was turned
    /// down waits until it may come again.
    pub(super) fn contact(
        &self,
        party: &Party,
        wish: &Wish<'_>,
        due: Timestamp,
        because: Because,
    ) -> Option<Step> {
        let initiative = initiative(party, wish.why);
        let mut held = Vec::new();
        let mut best: Option<(Channel, Timestamp)> = None;
        let origin = origin(&because);
        let quiet_until = quiet_until(self.bench, &self.subject, &origin);
        let due = quiet_until.map_or(due, |until| due.max(until));
        let unmoved = contacts_without_movement(self.situation);
        let unwanted = self.unwanted(&origin, unmoved);
        let (last, first): (Vec<Channel>, Vec<Channel>) =
            wish.channels(party).partition(|channel| unwanted.contains(channel));
        let channels = || first.iter().chain(&last).copied();
        for channel in channels() {
            let minutes = self.bench.plan.day.minutes_on(channel);
            let objective = wish.objective;
            let idea = Idea { party, channel, minutes, objective, initiative, planned: None };
            let verdict = guard(self.bench, &idea, due);
            held.extend(verdict.held);
            if let Some(at) = verdict.at
                && best.is_none_or(|(_, earliest)| at < earliest)
            {
                best = Some((channel, at));
            }
            if best.is_some_and(|(_, at)| at == due) {
                break;
            }
        }
        let channel = best.map(|(channel, _)| channel).or_else(|| channels().next())?;
        // Of what was asked of other channels on the way, only that matters which holds back the chosen one.
        held.retain(|held: &Held| best.is_none() || held.channel == channel);
        let action = ContactAction {
            interaction: None,
            channel,
            contact_point: party.contact_point(channel).cloned(),
            objective: wish.objective,
            why: wish.why,
            why_detail: None,
            benefit: wish.benefit(party)?,
            desired_result: wish.desired_result.cloned(),
            commitment: Commitment::Intended,
        };
        let minutes = self.bench.plan.day.minutes_on(channel);
        let mut step = self.step(Action::Contact(action), minutes, due, because);
        if unmoved >= STUCK {
            step.because.push(Because::NoMovement { contacts: count(unmoved) });
        }
        if let Some(until) = quiet_until {
            let until = self.bench.now.local(&self.bench.now.zone, until).date;
            step.because.push(Because::TurnedDown { until });
        }
        Some(Step { party: Some(party.id.clone()), at: best.map(|(_, at)| at), held, ..step })
    }

    /// Channels that come last: those turned down for such a step and, when so many contacts in a row moved nothing, the
    /// one of the last (CONTACT-6).
    fn unwanted(&self, origin: &StepOrigin, unmoved: usize) -> Vec<Channel> {
        let mut unwanted: Vec<Channel> = unwanted_channels(self.bench, &self.subject, origin).collect();
        if unmoved >= STUCK {
            unwanted.extend(self.situation.contacts().last().map(|contact| contact.logged.channel));
        }
        unwanted
    }

    /// A step that is no contact, so that no guard is asked. It only prepares, and counts for less.
    pub(super) fn plain(&self, action: Action, at: Timestamp, because: Because) -> Step {
        let day = &self.bench.plan.day;
        let step = self.step(action, day.other_minutes, at, because);
        let per_hour = per_hour(step.worth.amount, step.chance_percent, day.other_percent, step.minutes);
        Step { per_hour, ..step }
    }

    pub(super) fn step(&self, action: Action, minutes: u16, due: Timestamp, because: Because) -> Step {
        let worth = worth(self.bench, self.situation.party(), self.situation.deal());
        let stage = self.situation.position().map(|position| position.stage);
        let chance_percent = chance_percent(stage, self.situation.points().unwrap_or(0));
        Step {
            subject: self.subject.clone(),
            party: self.situation.party().map(|party| party.id.clone()),
            action,
            at: Some(due),
            due,
            minutes,
            worth,
            chance_percent,
            per_hour: per_hour(worth.amount, chance_percent, 100, minutes),
            origin: origin(&because),
            because: vec![because],
            held: Vec::new(),
        }
    }
}

/// The customer agreed on this very time: only their consent and their wish to be left alone still count.
fn agreed(verdict: Verdict, due: Timestamp) -> Verdict {
    use super::guard::GuardName;
    let held: Vec<Held> = verdict
        .held
        .into_iter()
        .filter(|held| matches!(held.guard, GuardName::Consent | GuardName::DoNotContact))
        .collect();
    let at = held.iter().try_fold(due, |at, held| held.until.map(|until| at.max(until)));
    Verdict { at, held }
}

/// What proposes a step for this reason.
fn origin(because: &Because) -> StepOrigin {
    match because {
        Because::Rule { rule, .. } => RuleOrigin { rule: rule.clone() }.into(),
        Because::PointOfContact { point, .. } => PointOfContactOrigin { point: point.clone() }.into(),
        Because::Rhythm { segment, .. } => RhythmOrigin { segment: segment.clone() }.into(),
        Because::Promised { promise, .. } => PromiseOrigin { promise: promise.clone() }.into(),
        Because::Accepted { promotion, quote, .. } => {
            PromotionOrigin { promotion: promotion.clone(), quote: quote.clone() }.into()
        }
        Because::Complained { complaint, .. } => ComplaintOrigin { complaint: complaint.clone() }.into(),
        _ => OtherOrigin {}.into(),
    }
}
