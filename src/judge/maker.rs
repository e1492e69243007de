//! Which steps there are about one thing: from what is planned, from rules, from the stage, from what binds us.

use super::Bench;
use super::explain::missing_answer;
use super::guard::lacks_common_time;
use super::rejection::{learned, quiet_until};
use super::situation::Situation;
use super::standing::{Standing, contact_person, standing};
use super::step::{Action, Because, Decision, Step};
use super::truth::{Truth, leaves, truth};
use super::wish::Wish;
use super::worth::per_hour;
use crate::book::party::Party;
use crate::deal::qualification::Topic;
use crate::deal::subject::Subject;
use crate::journal::fact::ContactPlanned;
use crate::plan::condition::{Asked, FactName};
use crate::plan::pipeline::PipelineKind;
use crate::plan::rule::{Anchor, ContactProposal, Proposal, Rule};
use crate::value::time::{DAY, Timestamp};

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
        let is_quiet = |step: &Step| quiet_until(self.bench, &step.subject, &step.origin).is_some();
        steps.extend(rules().filter_map(|rule| self.rule(person, rule)).filter(|step| !is_quiet(step)));
        // What follows from what they accepted comes before what the stage prescribes for everybody.
        let has_come = |step: &Step| self.bench.has_come(step.due);
        let (following, mut ahead): (Vec<Step>, Vec<Step>) =
            self.follow_ups(person).into_iter().partition(has_come);
        steps.extend(following);
        steps.extend(self.point_of_contact(person));
        match self.rhythm(person) {
            Some(step) if !has_come(&step) => ahead.push(step),
            in_time => steps.extend(in_time),
        }
        let (turned_down, steps): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(Step::was_turned_down);
        let mut steps: Vec<Step> = steps.into_iter().map(|step| learned(self.bench, step)).collect();
        let can_be_done = steps.iter().any(|step| step.at.is_some());
        if !steps.is_empty() && !can_be_done {
            steps.push(self.no_way(&steps));
        }
        if steps.is_empty() {
            let next = ahead.into_iter().chain(turned_down).min_by_key(|step| step.due);
            steps.extend(next.map(|step| learned(self.bench, step)).or_else(|| self.stage_done()));
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
