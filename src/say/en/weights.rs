//! What the score is made of, what answers hesitations, what turned-down steps teach and how quotes are counted, in words.

use super::names;
use super::plan::channels;
use crate::contact::benefit::Benefit;
use crate::deal::signal::BuyingPoint;
use crate::plan::complaint::ComplaintPlan;
use crate::plan::pipeline::HesitationPlan;
use crate::plan::quotes::{Follows, Lane, LaneChoice, QuoteRules, Remainder, Rounded, Rounding};
use crate::plan::rule::Rejections;
use crate::plan::weights::{ScoreWeights, SignalWeight, TopicWeight};
use crate::value::text::Line;

/// What a signal counts, and for how long.
///
/// ```
/// use nextsale::{plan::weights::SignalWeight, say::en::weights::signal, value::document::read};
/// let weight: SignalWeight = read(r#"{ "points": 22, "halfLifeDays": 21, "shows": "deciding" }"#).unwrap();
/// assert_eq!(signal(&weight), "+22 when it is fresh, half of that after 21 days, a quarter after 42. It shows that they are deciding.");
/// ```
pub fn signal(weight: &SignalWeight) -> String {
    let half = weight.half_life_days;
    let shows = weight.shows.map(|point| format!(" It shows that they {}.", buying_point(point)));
    format!(
        "{:+} when it is fresh, half of that after {}, a quarter after {}.{}",
        weight.points,
        names::counted(half, "day"),
        u32::from(half).saturating_mul(2),
        shows.unwrap_or_default()
    )
}

/// What somebody at a buying point does.
fn buying_point(point: BuyingPoint) -> &'static str {
    match point {
        BuyingPoint::Unaware => "don't know us",
        BuyingPoint::Aware => "know of us",
        BuyingPoint::Informing => "are gathering information",
        BuyingPoint::Comparing => "are comparing",
        BuyingPoint::Pricing => "are looking at prices",
        BuyingPoint::Deciding => "are deciding",
    }
}

/// What the answers to a topic count, and how it is asked for.
pub fn topic(weight: &TopicWeight) -> String {
    let TopicWeight { yes, partly, no, question } = weight;
    format!("Yes counts {yes:+}, partly {partly:+}, no {no:+}. We ask: “{question}”")
}

/// How the score is made up.
pub fn score(weights: &ScoreWeights) -> String {
    let ScoreWeights { fit_most, intent_most, no_answer_penalty, no_answer_penalty_most, bands, .. } =
        weights;
    format!(
        "Answers give at most {fit_most} and signals at most {intent_most}. Each contact in a row that nobody answered takes off \
         {no_answer_penalty}, all together at most {no_answer_penalty_most}. Hot is from {}, warm from {}, cool from {}; below is cold.",
        bands.hot, bands.warm, bands.cool
    )
}

/// What we do about hesitations of a kind.
pub fn hesitation(plan: &HesitationPlan) -> String {
    let benefits: Vec<&str> = plan.benefits.iter().map(Benefit::as_str).collect();
    match benefits.as_slice() {
        [] => format!("We ask: “{}”", plan.question),
        benefits => format!("We ask: “{}” They gain: {}.", plan.question, benefits.join("; or: ")),
    }
}

/// How complaints are put right.
pub fn complaints(plan: &ComplaintPlan) -> String {
    let benefits: Vec<&str> = plan.benefits.iter().map(Benefit::as_str).collect();
    let (how, gain) = (channels(&plan.channels), benefits.join("; or: "));
    format!("They are put right {how}. They gain: {gain}. A good result: {}.", plan.desired_result)
}

/// How quotes are counted.
///
/// ```
/// use nextsale::{plan::quotes::QuoteRules, say::en::weights::quotes, value::document::read};
/// assert_eq!(quotes(&QuoteRules::USUAL), "What a percentage takes off is rounded, with halves away from zero. Odd units of an \
///     amount that is spread over lines go to those that lost most in rounding. Of the promotions those apply that together \
///     are best for the customer.");
/// let rules: QuoteRules = read(r#"{ "rounding": "againstBuyer", "lanes": [{ "id": "house", "choose": "bestOne" }] }"#).unwrap();
/// assert!(quotes(&rules).contains("with halves never off the price"));
/// assert!(quotes(&rules).ends_with("lane by lane: of “house” the one that is best for the customer; then of the others those that together \
///     are best for the customer."));
/// ```
pub fn quotes(rules: &QuoteRules) -> String {
    let rounded = match rules.rounded.unwrap_or(Rounded::Reduction) {
        Rounded::Reduction => "What a percentage takes off",
        Rounded::Price => "What a percentage leaves of a price",
    };
    let halves = match rules.rounding.unwrap_or(Rounding::HalfAwayFromZero) {
        Rounding::HalfAwayFromZero => "away from zero",
        Rounding::HalfEven => "to the even number",
        Rounding::HalfDown => "towards zero",
        Rounding::AgainstBuyer => "never off the price",
    };
    let remainder = match rules.remainder.unwrap_or(Remainder::LargestRemainder) {
        Remainder::LargestRemainder => "those that lost most in rounding",
        Remainder::FirstLines => "the first ones",
    };
    format!(
        "{rounded} is rounded, with halves {halves}. Odd units of an amount that is spread over lines go to {remainder}. {}.",
        lanes(&rules.lanes)
    )
}

/// Which promotions apply, lane by lane where there are several.
fn lanes(lanes: &[Lane]) -> String {
    let is_usual = |lane: &Lane| lane.id.as_str() == QuoteRules::USUAL_LANE;
    if lanes.is_empty() {
        return "Of the promotions those apply that together are best for the customer".to_owned();
    }
    let of = |lane: &Lane| {
        let name = lane.name.as_ref().map_or(lane.id.as_str(), Line::as_str);
        let which = chosen(lane.choose.unwrap_or(LaneChoice::BestCombination));
        if is_usual(lane) && lane.name.is_none() {
            format!("of those that name no lane {which}")
        } else {
            format!("of “{name}” {which}")
        }
    };
    let mut words: Vec<String> = lanes.iter().map(of).collect();
    if !lanes.iter().any(is_usual) {
        words.push(format!("of the others {}", chosen(LaneChoice::BestCombination)));
    }
    format!("Promotions apply lane by lane: {}", words.join("; then "))
}

fn chosen(choice: LaneChoice) -> &'static str {
    match choice {
        LaneChoice::BestCombination => "those that together are best for the customer",
        LaneChoice::BestOne => "the one that is best for the customer",
        LaneChoice::BestOnEachLine => "on each line the one that takes most off it",
        LaneChoice::InOrder => "all, one after the other",
        LaneChoice::FirstOne => "the first that gives anything",
    }
}

/// The contact that follows from what a promotion gave.
pub fn follows(follows: &Follows) -> String {
    let objective = names::objective(follows.objective);
    let when = match follows.before_end_days {
        Some(days) => format!("{} before it ends", names::counted(days, "day")),
        None => {
            format!("{} after the quote was accepted", names::counted(follows.after_days.unwrap_or(7), "day"))
        }
    };
    let how = follows.channel.map(|channel| format!(" {}", names::by_channel(channel)));
    let need = follows.need.as_ref().map(|need| format!(" The need that comes up: {need}."));
    let (how, need) = (how.unwrap_or_default(), need.unwrap_or_default());
    format!("{objective}{how}, {when}. They gain: {}.{need}", follows.benefit.as_str())
}

/// What steps that were turned down teach.
pub fn rejections(rejections: &Rejections) -> String {
    let quiet = names::counted(rejections.quiet_days, "day");
    format!(
        "What was turned down is not proposed to the same party again for {quiet}. Each rule has {} carried out in hand: the more, \
         the less it weighs that one was turned down.",
        names::counted(rejections.prior, "step")
    )
}
