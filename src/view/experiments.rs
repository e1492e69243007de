//! Of what there is an effect to ask for (PROMO-6).

use crate::book::Book;
use crate::judge::effect::counted;
use crate::say::en::effect as say;
use crate::value::id::{ExperimentId, PromotionId};
use crate::value::number::count;
use serde::Serialize;

/// Experiments and promotions of which there is an effect to ask for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExperimentsView {
    /// Experiments.
    pub experiments: Vec<ExperimentRow>,
    /// Promotions that were offered to somebody, or withheld.
    pub promotions: Vec<OfferedRow>,
}

/// An experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExperimentRow {
    /// The experiment.
    pub experiment: ExperimentId,
    /// What it is called.
    pub name: String,
    /// The promotion that it was about.
    pub promotion: Option<PromotionId>,
    /// The arms.
    pub arms: Vec<String>,
    /// The outcomes.
    pub outcomes: Vec<String>,
    /// In words.
    pub text: String,
}

/// A promotion that was offered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OfferedRow {
    /// The promotion.
    pub promotion: PromotionId,
    /// What it is called, if it is listed.
    pub name: Option<String>,
    /// To how many it was offered.
    pub offered: u32,
    /// From how many it was withheld.
    pub withheld: u32,
    /// In words.
    pub text: String,
}

impl ExperimentsView {
    /// All of which there is an effect to ask for.
    pub fn of(book: &Book) -> ExperimentsView {
        let experiments = book.experiments().map(|recorded| {
            let results = &recorded.results;
            let customers = results.arms.iter().map(|arm| u64::from(arm.customers)).sum();
            ExperimentRow {
                experiment: recorded.experiment.clone(),
                name: recorded.name.to_string(),
                promotion: recorded.promotion.clone(),
                arms: results.arms.iter().map(|arm| arm.name.to_string()).collect(),
                outcomes: results.outcomes.iter().map(|outcome| outcome.name.to_string()).collect(),
                text: say::experiment(results.arms.len(), customers),
            }
        });
        let promotions = book.offered().map(|(promotion, parties)| {
            let (offered, withheld) = counted(parties);
            OfferedRow {
                promotion: promotion.clone(),
                name: book.promotion(promotion).map(|promotion| promotion.name.to_string()),
                offered: count(offered),
                withheld: count(withheld),
                text: say::offered(offered, withheld),
            }
        });
        ExperimentsView { experiments: experiments.collect(), promotions: promotions.collect() }
    }
}
