//! Which contact does the plan prescribe next in a stage (PLAN-1)?

use super::maker::Maker;
use super::rejection::quiet_until;
use super::standing::Position;
use super::step::{Because, Step};
use super::wish::Wish;
use crate::book::party::Party;
use crate::contact::proposal::{PointOfContactOrigin, StepOrigin};
use crate::plan::pipeline::PointOfContact;
use crate::value::time::{DAY, Timestamp};

impl Maker<'_> {
    /// The first point of contact of the stage that is still to be made and that nobody turned down lately; if all were,
    /// the one that may come again first.
    pub(super) fn point_of_contact(&self, party: &Party) -> Option<Step> {
        let position = self.situation.position()?;
        let point = self.open_points(position).into_iter().min_by_key(|point| {
            let origin: StepOrigin = PointOfContactOrigin { point: point.id.clone() }.into();
            quiet_until(self.bench, &self.subject, &origin).unwrap_or(Timestamp::EARLIEST)
        })?;
        let due = position.since.plus(i64::from(point.after_days).saturating_mul(DAY));
        let because = Because::PointOfContact {
            point: point.id.clone(),
            stage: position.stage.name.clone(),
            after_days: point.after_days,
        };
        self.contact(party, &Wish::at(point), self.bench.or_now(due), because)
    }

    /// The points of contact that no contact since the stage was entered has used up: each the point that it came from,
    /// whether or not somebody answered, and one that came from elsewhere the first with its objective.
    fn open_points<'p>(&self, position: Position<'p>) -> Vec<&'p PointOfContact> {
        let mut open: Vec<&PointOfContact> = position.stage.points_of_contact.iter().collect();
        for contact in self.situation.contacts_in_stage() {
            let used = open.iter().position(|point| match contact.origin() {
                Some(StepOrigin::PointOfContact(origin)) => origin.point == point.id,
                _ => point.objective == contact.logged.objective,
            });
            used.map(|index| open.remove(index));
        }
        open
    }
}
