//! A quote as it is shown (PROMO-5).

use crate::judge::quote::answer::Quoted;
use crate::offer::promotion::Promotion;
use crate::say::en::offer as say;
use crate::value::id::PromotionId;
use crate::value::zone::Now;
use serde::Serialize;

/// A quote, with what there is to say about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuoteView {
    /// The quote.
    #[serde(flatten)]
    pub quoted: Quoted,
    /// What there is to say about it.
    pub words: QuoteWords,
}

/// A quote in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct QuoteWords {
    /// Why promotions don't apply, in their order.
    pub not_applied: Vec<String>,
    /// How the promotions were chosen; nothing where there was nothing to choose.
    pub combination: Option<String>,
}

impl QuoteView {
    /// Lays a quote out.
    pub(crate) fn of<'p>(
        now: &Now,
        quoted: Quoted,
        terms: impl Fn(&PromotionId) -> Option<&'p Promotion>,
    ) -> QuoteView {
        let name =
            |id: &PromotionId| terms(id).map_or_else(|| id.to_string(), |terms| terms.name.to_string());
        let not_applied = quoted.not_applied.iter().map(|each| say::why_not(now, &name, &each.reason));
        let words = QuoteWords {
            not_applied: not_applied.collect(),
            combination: say::combination(&name, &quoted.combination, quoted.currency),
        };
        QuoteView { quoted, words }
    }
}
