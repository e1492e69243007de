//! Facts about deals.

use super::{Objections, Wrong, moves};
use crate::journal::fact::{DealClosed, DealCorrected, DealOpened};
use crate::judge::Bench;
use crate::plan::pipeline::PipelineKind;

pub(super) fn opened(bench: &Bench<'_>, opened: &DealOpened, objections: &mut Objections) {
    if bench.book.deal(&opened.deal).is_some() {
        objections.add("deal", Wrong::Taken { id: opened.deal.to_string() });
    }
    if let Some(party) = &opened.party {
        objections.party(bench, "party", party);
    }
    if let Some(pipeline) = &opened.pipeline {
        moves::known_pipeline(bench, PipelineKind::Deal, pipeline, "pipeline", objections);
    }
    if let Some(stage) = &opened.stage {
        moves::known_stage(bench, PipelineKind::Deal, stage, "stage", objections);
    }
    for (index, product) in opened.products.iter().enumerate() {
        if bench.book.product(product).is_none() {
            objections.unknown(&format!("products[{index}]"), product);
        }
    }
    objections.member(bench, "owner", opened.owner.as_ref());
    if let Some(opened_at) = opened.opened_at {
        objections.not_later(bench, "openedAt", opened_at);
    }
}

pub(super) fn corrected(bench: &Bench<'_>, corrected: &DealCorrected, objections: &mut Objections) {
    objections.deal(bench, "deal", &corrected.deal);
    if let Some(party) = &corrected.party {
        objections.party(bench, "party", party);
    }
    objections.member(bench, "owner", corrected.owner.as_ref());
}

pub(super) fn closed(bench: &Bench<'_>, closed: &DealClosed, objections: &mut Objections) {
    if objections.deal(bench, "deal", &closed.deal).is_some_and(|deal| !deal.is_open()) {
        objections.add("deal", Wrong::Closed);
    }
    if let Some(closed_at) = closed.closed_at {
        objections.not_later(bench, "closedAt", closed_at);
    }
}
