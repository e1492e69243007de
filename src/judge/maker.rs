//! How steps about one thing are made: from what is planned, from rules, from the stage, from what binds us.

use super::Bench;
use super::explain::missing_answer;
use super::guard::{Held, Idea, Verdict, guard, initiative, lacks_common_time};
use super::movement::contacts_without_movement;
use super::rejection::{learned, quiet_until, unwanted_channels};
use super::situation::Situation;
use super::standing::{Standing, contact_person, standing};
use super::step::{Action, Because, ContactAction, Decision, Step};
use super::truth::{Truth, leaves, truth};
use super::wish::Wish;
use super::worth::{chance_percent, per_hour, worth};
use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::contact::proposal::{
    ComplaintOrigin, OtherOrigin, PointOfContactOrigin, PromiseOrigin, PromotionOrigin, RhythmOrigin,
    RuleOrigin, StepOrigin,
};
use crate::deal::qualification::Topic;
use crate::deal::subject::Subject;
use crate::journal::fact::ContactPlanned;
use crate::plan::condition::{Asked, FactName};
use crate::plan::pipeline::{PipelineKind, Stage};
use crate::plan::rule::{Anchor, ContactProposal, Proposal, Rule};
use crate::value::contact_point::Channel;
use crate::value::number::count;
use crate::value::time::{DAY, Timestamp};

/// After so many contacts in a row that moved nothing another way is due (CONTACT-6).
const STUCK: usize = 2;

/// Makes steps about one thing.
pub(super) struct Maker<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) situation: &'a Situation<'a>,
    pub(super) subject: Subject,
}

impl<'a> Maker<'a> {
    pub(super) fn steps(
        &self,
        party: &Party,
        kind: PipelineKind,
        planned: Vec<&ContactPlanned>,
    ) -> Vec<Step> {
        let standing = standing(self.bench, party);
        if standing == Standing::LeftAlone {
            return Vec::new();
        }
        let mut steps = self.bonds(party);
        steps.extend(match standing {
            Standing::LeftAlone => Vec::new(),
            Standing::Suspect => {
                vec![self.plain(Action::GetContactDetails, self.bench.now.at, Because::NoContactPoint)]
            }
            Standing::Parked => self.look_again(party).into_iter().collect(),
            Standing::Lead | Standing::Customer => self.proposals(party, kind, planned),
        });
        steps
    }

    /// What is planned, what rules propose, what the stage prescribes; and if all that is nothing, something else.
    fn proposals(&self, party: &Party, kind: PipelineKind, planned: Vec<&ContactPlanned>) -> Vec<Step> {
        let person = contact_person(self.bench.book, party);
        let mut steps: Vec<Step> = planned.into_iter().filter_map(|planned| self.planned(planned)).collect();
        steps.extend(self.look_again(party));
        // What somebody planned is the next step; proposals would only compete with it.
        if steps.iter().any(|step| step.at.is_some()) {
            return steps;
        }
        let rules = || self.bench.plan.rules.iter().filter(|rule| rule.covers.contains(&kind));
        steps.extend(rules().filter_map(|rule| self.rule(person, rule)));
        // What follows from what they accepted comes before what the stage prescribes for everybody.
        let has_come = |step: &Step| self.bench.has_come(step.due);
        let (following, mut ahead): (Vec<Step>, Vec<Step>) =
            self.follow_ups(person).into_iter().partition(has_come);
        steps.extend(following);
        if let Some(position) = self.situation.position() {
            steps.extend(self.point_of_contact(person, position.stage, position.since));
        }
        match self.rhythm(person) {
            Some(step) if !has_come(&step) => ahead.push(step),
            in_time => steps.extend(in_time),
        }
        let mut steps: Vec<Step> = steps.into_iter().filter_map(|step| self.wanted(step)).collect();
        let can_be_done = steps.iter().any(|step| step.at.is_some());
        if !steps.is_empty() && !can_be_done {
            steps.push(self.no_way(&steps));
        }
        if steps.is_empty() {
            let next = ahead.into_iter().min_by_key(|step| step.due);
            steps.extend(next.and_then(|step| self.wanted(step)).or_else(|| self.stage_done()));
        }
        steps.extend(self.find_out(rules()));
        steps
    }

    /// What to do where none of the steps can be done: whoever can be reached but never at a common time has no want of
    /// contact details.
    fn no_way(&self, steps: &[Step]) -> Step {
        let stuck_in_time = steps.iter().any(|step| step.at.is_none() && lacks_common_time(&step.held));
        let (action, because) = if stuck_in_time {
            (Action::Decide(Decision::CommonTime), Because::NoCommonTime)
        } else {
            (Action::GetContactDetails, Because::NoAllowedChannel)
        };
        self.plain(action, self.bench.now.at, because)
    }

    /// The step with what turning others like it down taught; nothing if this one was turned down lately.
    fn wanted(&self, step: Step) -> Option<Step> {
        let quiet = quiet_until(self.bench, &step.subject, &step.origin);
        quiet.is_none().then(|| learned(self.bench, step))
    }

    /// The answer that the most urgent rule needs and nobody knows: to be asked for, not guessed.
    fn find_out<'r>(&self, rules: impl Iterator<Item = &'r Rule>) -> Option<Step> {
        let unknown = rules.filter_map(|rule| Some((rule, missing_answer(&rule.when, self.situation)?)));
        // Of rules that are equally urgent the first in the plan.
        let (rule, leaf) = unknown.min_by_key(|(rule, _)| std::cmp::Reverse(rule.lift_percent))?;
        let question = match &leaf.asked {
            Asked::Named(name) => {
                topic(*name).and_then(|topic| self.bench.plan.qualification.topics.get(&topic))
            }
            _ => None,
        };
        let action = Action::FindOut {
            asked: leaf.asked.clone(),
            question: question.map(|weight| weight.question.clone()),
        };
        let because = Because::Unknown { rule: rule.id.clone(), name: rule.name.clone(), leaf };
        Some(self.plain(action, self.bench.now.at, because))
    }

    /// A rule's step, if the rule fires.
    fn rule(&self, party: &Party, rule: &Rule) -> Option<Step> {
        if truth(&rule.when, self.situation) != Truth::True {
            return None;
        }
        let leaves = leaves(&rule.when, self.situation);
        let because = Because::Rule { rule: rule.id.clone(), name: rule.name.clone(), leaves };
        let now = self.bench.now.at;
        Some(match &rule.propose {
            Proposal::Contact(proposal) => {
                let due = self.bench.or_now(self.due(proposal));
                let mut step = self.contact(party, &Wish::of(proposal), due, because)?;
                step.per_hour =
                    per_hour(step.worth.amount, step.chance_percent, rule.lift_percent, step.minutes);
                step
            }
            Proposal::Park(park) => {
                let until = self.bench.today().plus_days(park.days.into());
                self.plain(Action::Park { reason: park.reason.clone(), until }, now, because)
            }
            Proposal::Move(proposal) => {
                let position = self.situation.position()?;
                let to = self.bench.plan.any_stage(position.pipeline, &proposal.to)?;
                let action = Action::Move { to: to.id.clone(), name: to.name.clone() };
                (to.id != position.stage.id).then(|| self.plain(action, now, because))?
            }
            Proposal::Decide(decide) => {
                self.plain(Action::Decide(Decision::Asked(decide.question.clone())), now, because)
            }
        })
    }

    fn due(&self, proposal: &ContactProposal) -> Timestamp {
        let anchor = match proposal.anchor {
            Anchor::Now => None,
            Anchor::LastContact => self.situation.contacts().last().map(|contact| contact.logged.at),
            Anchor::StageEntered => self.situation.position().map(|position| position.since),
        };
        anchor.unwrap_or(self.bench.now.at).plus(i64::from(proposal.after_days).saturating_mul(DAY))
    }

    /// The first point of contact of the stage that no contact since it was entered has used up.
    fn point_of_contact(&self, party: &Party, stage: &Stage, since: Timestamp) -> Option<Step> {
        let done = self.situation.contacts_in_stage().count();
        let point = stage.points_of_contact.get(done)?;
        let due = self.bench.or_now(since.plus(i64::from(point.after_days).saturating_mul(DAY)));
        let because = Because::PointOfContact {
            point: point.id.clone(),
            stage: stage.name.clone(),
            after_days: point.after_days,
        };
        self.contact(party, &Wish::at(point), due, because)
    }

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

    /// A contact on the channel that guards allow first; of those allowed at once, the most wished for.
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

    /// Looking again at who was parked: on the day that was named, or now if it has passed.
    fn look_again(&self, party: &Party) -> Option<Step> {
        let parked = party.parked.as_ref()?;
        let now = self.bench.now;
        let at = self.bench.or_now(now.start_of(&now.zone, parked.until));
        let action = Action::LookAgain { reason: parked.reason.clone() };
        Some(self.plain(action, at, Because::Parked { until: parked.until }))
    }

    /// Nothing is left to do in the stage, so it is time to leave it.
    fn stage_done(&self) -> Option<Step> {
        let position = self.situation.position()?;
        let stages = position.stage.next.iter();
        let stages = stages.filter_map(|id| self.bench.plan.any_stage(position.pipeline, id));
        let next = stages.map(|stage| stage.name.clone());
        let decision = Decision::StageDone { stage: position.stage.name.clone(), next: next.collect() };
        Some(self.plain(Action::Decide(decision), self.bench.now.at, Because::NothingElse))
    }

    /// A step that is no contact, so that no guard is asked. It only prepares, and counts for less.
    pub(super) fn plain(&self, action: Action, at: Timestamp, because: Because) -> Step {
        let day = &self.bench.plan.day;
        let step = self.step(action, day.other_minutes, at, because);
        let per_hour = per_hour(step.worth.amount, step.chance_percent, day.other_percent, step.minutes);
        Step { per_hour, ..step }
    }

    fn step(&self, action: Action, minutes: u16, due: Timestamp, because: Because) -> Step {
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

/// The topic that a fact is the answer to.
fn topic(name: FactName) -> Option<Topic> {
    match name {
        FactName::Budget => Some(Topic::Budget),
        FactName::Authority => Some(Topic::Authority),
        FactName::Need => Some(Topic::Need),
        FactName::Timeline => Some(Topic::Timeline),
        _ => None,
    }
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
