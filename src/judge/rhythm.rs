//! Is it time to keep in touch?

use super::maker::Maker;
use super::progress::heard;
use super::step::{Because, Step};
use super::truth::{Truth, truth};
use super::wish::Wish;
use super::worth::per_hour;
use crate::book::party::Party;
use crate::deal::subject::Subject;
use crate::plan::rhythm::Rhythm;
use crate::value::time::DAY;

impl Maker<'_> {
    /// The next contact in the rhythm of the segment that they belong to, due so many days after they last said
    /// something to us. Deals have their own timeline.
    pub(super) fn rhythm(&self, person: &Party) -> Option<Step> {
        let Subject::Party(_) = self.subject else { return None };
        let mut segments = self.bench.plan.rhythm.iter();
        let segment = segments.find(|segment| truth(&segment.when, self.situation) == Truth::True)?;
        let party = self.situation.party()?;
        let last = heard(self.bench, self.situation);
        let from = last.unwrap_or(party.customer_since.unwrap_or(party.met_at));
        let due = self.bench.or_now(from.plus(i64::from(segment.ideal_days).saturating_mul(DAY)));
        let days = |at| u32::try_from(self.bench.days_since(at)).unwrap_or(u32::MAX);
        let because = Because::Rhythm {
            segment: segment.id.clone(),
            name: segment.name.clone(),
            days: last.map(days),
            ideal_days: segment.ideal_days,
            longest_days: segment.longest_days,
        };
        let mut step = self.contact(person, &Wish::in_rhythm(segment), due, because)?;
        let lift = lift_percent(segment, days(from));
        step.per_hour = per_hour(step.worth.amount, step.chance_percent, lift, step.minutes);
        Some(step)
    }
}

/// From the ideal to the longest gap it grows from once to three times as urgent, and is four times beyond it.
fn lift_percent(segment: &Rhythm, days: u32) -> u16 {
    let (ideal, longest) = (u32::from(segment.ideal_days), u32::from(segment.longest_days));
    if days >= longest {
        return 400;
    }
    let beyond = days.saturating_sub(ideal).saturating_mul(200);
    let growth = beyond.checked_div(longest.saturating_sub(ideal)).unwrap_or(0);
    u16::try_from(growth.saturating_add(100)).unwrap_or(400)
}
