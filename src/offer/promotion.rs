//! Promotions: what is given, to whom, when, how often, and together with what else (PROMO-1 to PROMO-4).

use super::code::Code;
use super::gift::Gift;
use super::refusal::WhyNot;
use super::selector::LineSelector;
use super::terms::{
    Basis, Caps, Exclusive, FollowUp, LaterNeed, Minimum, Period, PromotionLimits, PromotionStanding,
    Requirement, Spread,
};
use crate::plan::condition::Condition;
use crate::value::id::{GroupId, LaneId};
use crate::value::text::{Line, Text};
use crate::value::time::Timestamp;

record! {
    /// The terms of a promotion, each read but not yet checked against the others.
    pub struct PromotionDocument {
        /// What it is called.
        pub name: Line,
        /// How it is put to customers.
        pub words: Option<Text>,
        /// Is it given at all? Active if it is not said.
        pub standing: Option<PromotionStanding>,
        /// What it gives.
        pub gives: Gift,
        /// Which lines it is about; all if it is not said.
        pub lines: Option<LineSelector>,
        /// One of these has to be named; it applies by itself if there are none.
        #[cfg_attr(feature = "typescript", ts(optional, type = "Array<string | CodeTerms>"))]
        pub codes: Vec<Code>,
        /// When it is given.
        pub period: Option<Period>,
        /// How often and how much in all.
        pub limits: Option<PromotionLimits>,
        /// For whom and for which deals.
        pub when: Option<Condition>,
        /// The least that has to be bought of the lines that it is about.
        pub minimum: Option<Minimum>,
        /// What else has to be on the quote, or must not be.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Requirement>>"))]
        pub requires: Vec<Requirement>,
        /// The higher, the earlier it applies; 0 if it is not said.
        pub priority: Option<i32>,
        /// The lane that it goes in; the usual one if it is not said.
        pub lane: Option<LaneId>,
        /// Of those in the same group at most one holds.
        pub group: Option<GroupId>,
        /// What it keeps others from; nothing if it is not said.
        pub exclusive: Option<Exclusive>,
        /// Of which price a percentage is taken; the current one if it is not said.
        pub basis: Option<Basis>,
        /// How a reduction of several lines together is spread; by what they cost if it is not said.
        pub spread: Option<Spread>,
        /// The most that it gives on one quote.
        pub caps: Option<Caps>,
        /// The contact that follows when it was accepted.
        pub follow: Option<FollowUp>,
        /// The need that it leads to.
        pub need: Option<LaterNeed>,
    }
}

/// A promotion whose terms were checked as a whole: what it says can be done.
///
/// ```
/// use nextsale::offer::promotion::Promotion;
/// use nextsale::value::document::read;
/// let spring = r#"{
///   "name": "Ten percent in spring",
///   "gives": { "type": "percentOff", "basisPoints": 1000, "target": "whole" },
///   "codes": ["SPRING"], "limits": { "uses": 100 }
/// }"#;
/// assert!(read::<Promotion>(spring).is_ok());
/// let problems = read::<Promotion>(&spring.replace("1000", "12000")).unwrap_err();
/// assert_eq!(problems[0].path, "gives.basisPoints");
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(as = "PromotionDocument"))]
#[serde(transparent)]
pub struct Promotion(PromotionDocument);

checked_as_a_whole!(Promotion of PromotionDocument by super::check::check);

impl Promotion {
    /// The code that somebody named; case and spaces around it don't matter.
    pub fn code(&self, named: &Line) -> Option<&Code> {
        if self.codes.is_empty() {
            return None;
        }
        let named = named.folded();
        self.codes.iter().find(|code| code.code.folded() == named)
    }

    /// Is it given at a moment, by its own period and that of the code that was named? Why not, if it isn't.
    ///
    /// ```
    /// use nextsale::offer::{promotion::Promotion, refusal::WhyNot};
    /// use nextsale::value::{document::read, time::Timestamp};
    /// let spring: Promotion = read(r#"{ "name": "Spring", "period": { "until": 86400000 },
    ///   "gives": { "type": "percentOff", "basisPoints": 1000, "target": "whole" } }"#).unwrap();
    /// let end = Timestamp::from_millis(86_400_000).unwrap();
    /// assert!(spring.in_time(None, end.plus(-1)).is_ok());
    /// assert_eq!(spring.in_time(None, end), Err(WhyNot::Expired { until: end }));
    /// ```
    pub fn in_time(&self, code: Option<&Code>, at: Timestamp) -> Result<(), WhyNot> {
        if let Some(period) = &self.period {
            within(period.from, period.until, at)?;
        }
        code.map_or(Ok(()), |code| within(code.from, code.until, at))
    }
}

fn within(from: Option<Timestamp>, until: Option<Timestamp>, at: Timestamp) -> Result<(), WhyNot> {
    if let Some(from) = from.filter(|from| at < *from) {
        return Err(WhyNot::NotStarted { from });
    }
    match until.filter(|until| at >= *until) {
        Some(until) => Err(WhyNot::Expired { until }),
        None => Ok(()),
    }
}
