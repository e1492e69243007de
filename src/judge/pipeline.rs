//! Which pipeline takes something new (PLAN-1, PLAN-2)?

use super::Bench;
use super::situation::Situation;
use super::truth::{Truth, truth};
use crate::book::party::Party;
use crate::plan::pace::Business;
use crate::plan::pipeline::{Pipeline, PipelineKind};
use crate::value::time::DAY;

/// Days of silence after which a customer has to be won back where the plan says nothing.
const LAPSED_AFTER_DAYS: u16 = 365;

/// What kind of business somebody is. A customer lapses when neither a purchase nor a word came from them for as long
/// as the plan says.
pub fn business(bench: &Bench<'_>, party: &Party) -> Business {
    let Some(since) = party.customer_since else { return Business::New };
    let bought = bench.book.deals_of(party).filter_map(|deal| deal.won_at()).max();
    let last = bought.unwrap_or(since).max(party.last_heard().unwrap_or(since));
    let days = bench.plan.lapsed_after_days.unwrap_or(LAPSED_AFTER_DAYS);
    let lapsed = bench.has_come(last.plus(i64::from(days).saturating_mul(DAY)));
    if lapsed { Business::WinningBack } else { Business::Existing }
}

/// The first pipeline of a kind that takes what a party brings; that which takes everything where nobody knows who
/// brings it.
pub fn pipeline_for<'a>(
    bench: &'a Bench<'a>,
    kind: PipelineKind,
    party: Option<&'a Party>,
) -> Option<&'a Pipeline> {
    let Some(party) = party else { return bench.plan.pipeline(kind) };
    let situation = Situation::of_party(bench, party);
    bench.plan.pipelines_of(kind).find(|pipeline| match &pipeline.takes {
        Some(condition) => truth(condition, &situation) == Truth::True,
        None => true,
    })
}
