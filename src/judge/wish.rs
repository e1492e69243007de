//! What a rule or a point of contact wishes for: by which channel, with which benefit (CONTACT-2).

use crate::book::party::Party;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::{Objective, Why};
use crate::offer::terms::FollowUp;
use crate::plan::complaint::ComplaintPlan;
use crate::plan::pipeline::PointOfContact;
use crate::plan::rhythm::Rhythm;
use crate::plan::rule::ContactProposal;
use crate::value::contact_point::Channel;
use crate::value::text::Line;
use std::slice;

/// What a rule or a point of contact wishes for.
pub(super) struct Wish<'a> {
    pub(super) channels: &'a [Channel],
    pub(super) objective: Objective,
    pub(super) why: Why,
    pub(super) benefits: &'a [Benefit],
    pub(super) desired_result: Option<&'a Line>,
}

impl<'a> Wish<'a> {
    pub(super) fn of(proposal: &'a ContactProposal) -> Wish<'a> {
        Wish {
            channels: &proposal.channels,
            objective: proposal.objective,
            why: proposal.why,
            benefits: &proposal.benefits,
            desired_result: Some(&proposal.desired_result),
        }
    }

    pub(super) fn in_rhythm(segment: &'a Rhythm) -> Wish<'a> {
        Wish {
            channels: &segment.channels,
            objective: segment.objective,
            why: Why::PointOfContact,
            benefits: &segment.benefits,
            desired_result: Some(&segment.desired_result),
        }
    }

    pub(super) fn at(point: &'a PointOfContact) -> Wish<'a> {
        Wish {
            channels: &point.channels,
            objective: point.objective,
            why: Why::PointOfContact,
            benefits: &point.benefits,
            desired_result: Some(&point.desired_result),
        }
    }

    /// What puts a complaint right.
    pub(super) fn putting_right(complaints: &'a ComplaintPlan) -> Wish<'a> {
        Wish {
            channels: &complaints.channels,
            objective: Objective::ResolveComplaint,
            why: Why::TheyAsked,
            benefits: &complaints.benefits,
            desired_result: Some(&complaints.desired_result),
        }
    }

    /// What follows from an accepted promotion.
    pub(super) fn following(follow: &'a FollowUp) -> Wish<'a> {
        Wish {
            channels: follow.channel.as_slice(),
            objective: follow.objective,
            why: Why::PointOfContact,
            benefits: slice::from_ref(&follow.benefit),
            desired_result: follow.desired_result.as_ref(),
        }
    }

    /// The channels on which they can be reached: the one they prefer, those wished for in their order, the rest.
    pub(super) fn channels(&self, party: &Party) -> impl Iterator<Item = Channel> {
        let preferred = party.preferences.channel;
        let wished = self.channels.iter().copied().filter(move |channel| Some(*channel) != preferred);
        let rest = Channel::ALL.iter().copied();
        let rest =
            rest.filter(move |channel| Some(*channel) != preferred && !self.channels.contains(channel));
        let all = preferred.into_iter().chain(wished).chain(rest);
        all.filter(|channel| party.contact_point(*channel).is_some())
    }

    /// A benefit that differs from the last contact's (CONTACT-2), or the first one if none does.
    pub(super) fn benefit(&self, party: &Party) -> Option<Benefit> {
        let last = party.last_benefit();
        let fresh = self.benefits.iter().find(|benefit| last.is_none_or(|last| !benefit.is_same_as(last)));
        fresh.or(self.benefits.first()).cloned()
    }
}
