//! What should we ask next (BANT-2)?

use super::Bench;
use super::authority::known;
use super::score::{Fading, score_if};
use super::standing::{open_deals, position_of_deal, position_of_party};
use super::worth::{chance_percent, per_hour, worth};
use crate::book::party::Party;
use crate::deal::qualification::{Answer, Topic};
use crate::value::money::Money;
use crate::value::text::Line;

/// A question, and by how much its answer would change the order of approach.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What about.
    pub topic: Topic,
    /// The question.
    pub question: Line,
    /// By how much the worth of an hour differs between the best and the worst answer.
    pub swing: Money,
}

/// The question whose answer would change the order of approach most, of those whose answer nobody knows (any
/// more). Of equal ones the first in the order need, authority, budget, timeline. Nothing if all is known.
pub fn question(bench: &Bench<'_>, party: &Party) -> Option<Question> {
    const ORDER: [Topic; 4] = [Topic::Need, Topic::Authority, Topic::Budget, Topic::Timeline];
    let mut best: Option<Question> = None;
    for topic in ORDER.into_iter().filter(|topic| is_open(bench, party, *topic)) {
        let swing = swing(bench, party, topic);
        let Some(weight) = bench.plan.qualification.topics.get(&topic) else { continue };
        if best.as_ref().is_none_or(|best| swing.minor > best.swing.minor) {
            best = Some(Question { topic, question: weight.question.clone(), swing });
        }
    }
    best
}

fn is_open(bench: &Bench<'_>, party: &Party, topic: Topic) -> bool {
    known(bench, party, topic)
        .is_none_or(|known| known.answer == Answer::Unknown || known.fading == Fading::ToBeConfirmed)
}

/// The worth of an hour by phone after the best answer, less that after the worst.
fn swing(bench: &Bench<'_>, party: &Party, topic: Topic) -> Money {
    let deal =
        open_deals(bench.book, party).max_by_key(|deal| worth(bench, Some(party), Some(deal)).amount.minor);
    let position = match deal {
        Some(deal) => position_of_deal(bench.plan, deal),
        None => position_of_party(bench.plan, party),
    };
    let stage = position.map(|position| position.stage);
    let amount = worth(bench, Some(party), deal).amount;
    let hourly = |answer: Answer| {
        let points = score_if(bench, party, Some((topic, answer))).points();
        per_hour(amount, chance_percent(stage, points), 100, bench.plan.day.other_minutes).minor
    };
    let worths = [Answer::No, Answer::Partly, Answer::Yes].map(hourly);
    let (least, most) = (worths.iter().min(), worths.iter().max());
    let swing = most.zip(least).map_or(0, |(most, least)| most.saturating_sub(*least));
    Money { minor: swing, currency: amount.currency }
}
