//! What the engine adds to a fact before it is kept: what only the plan of that moment can say.

use super::Engine;
use crate::journal::fact::{DealOpened, Fact, PlanVersion};
use crate::judge::follow_up::consequences;
use crate::judge::pipeline::pipeline_for;
use crate::plan::pipeline::PipelineKind;
use crate::value::zone::Now;

impl Engine {
    /// A deal is told which stage it begins in, a move under which version of the plan it happened (PLAN-5), and a quote
    /// what its promotions lead to: later plans and terms must not change what was.
    pub(super) fn completed(&self, now: &Now, fact: Fact) -> Fact {
        match fact {
            Fact::DealOpened(opened) => self.opened(now, opened).into(),
            Fact::StageMoved(mut moved) => {
                let plan = self.plan();
                moved.under = Some(PlanVersion { plan: plan.id.clone(), version: plan.version });
                moved.into()
            }
            Fact::QuoteAccepted(mut accepted) => {
                accepted.consequences = consequences(&self.bench(now), &accepted);
                accepted.into()
            }
            other => other,
        }
    }

    fn opened(&self, now: &Now, mut opened: DealOpened) -> DealOpened {
        if opened.stage.is_none() {
            let bench = self.bench(now);
            let party = opened.party.as_ref().and_then(|party| self.book.party(party));
            let named = opened.pipeline.as_ref();
            let named = named.and_then(|id| {
                self.plan().pipelines_of(PipelineKind::Deal).find(|pipeline| pipeline.id == *id)
            });
            let pipeline = named.or_else(|| pipeline_for(&bench, PipelineKind::Deal, party));
            opened.stage = pipeline.map(|pipeline| pipeline.start.clone());
        }
        opened
    }
}
