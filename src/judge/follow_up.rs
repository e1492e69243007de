//! What did an accepted promotion lead to? A promotion starts a relationship (PROMO-6).

use super::Bench;
use super::maker::Maker;
use super::step::{Because, Step};
use super::wish::Wish;
use crate::book::party::Party;
use crate::book::quotes::KnownFollowUp;
use crate::contact::proposal::{PromotionOrigin, RejectionReason, StepOrigin};
use crate::deal::need::{Need, NeedLater, NeedTime};
use crate::journal::fact::{Consequence, QuoteAccepted};
use crate::offer::reservation::{GivenKind, PromotionUse};
use crate::offer::terms::FollowUp;
use crate::plan::quotes::{Followed, Follows};
use crate::value::document::OrText;
use crate::value::text::Text;
use crate::value::time::{DAY, Timestamp};

/// A contact follows after so many days where nobody says when.
const USUAL_DAYS: u16 = 7;

impl Maker<'_> {
    /// The contacts that follow from promotions that they accepted and that are still to be made.
    pub(super) fn follow_ups(&self, person: &Party) -> Vec<Step> {
        let Some(party) = self.situation.party() else { return Vec::new() };
        let ours = party.follow_ups.iter().filter(|follow_up| self.is_ours(follow_up.deal.as_ref()));
        let open = ours.filter(|follow_up| self.is_to_be_made(party, person, follow_up));
        open.filter_map(|follow_up| self.follow_up(person, follow_up)).collect()
    }

    fn follow_up(&self, person: &Party, follow_up: &KnownFollowUp) -> Option<Step> {
        let follow = &follow_up.follow;
        let wish = Wish::following(follow);
        let because = Because::Accepted {
            promotion: follow_up.promotion.clone(),
            quote: follow_up.quote.clone(),
            name: follow_up.name.clone(),
            days: u32::try_from(self.bench.days_since(follow_up.accepted_at)).unwrap_or(0),
        };
        self.contact(person, &wish, self.bench.or_now(due(follow_up)), because)
    }

    /// It is made when a contact says that it came from there, when one with its objective took place after it was due,
    /// or when somebody said that it is done or useless.
    fn is_to_be_made(&self, party: &Party, person: &Party, follow_up: &KnownFollowUp) -> bool {
        let origin = origin(follow_up);
        let contacts = party.contacts.iter().chain(person.contacts.iter());
        let made = contacts.into_iter().any(|contact| {
            let in_its_place = contact.logged.objective == follow_up.follow.objective
                && contact.logged.at >= due(follow_up)
                && contact.was_two_way();
            contact.origin() == Some(&origin) || in_its_place
        });
        let of_deal = self.situation.deal().into_iter().flat_map(|deal| &deal.rejections);
        let settled = party.rejections.iter().chain(of_deal).any(|rejection| {
            let for_good =
                matches!(rejection.reason, RejectionReason::AlreadyDone | RejectionReason::NotUseful);
            rejection.origin == origin && for_good
        });
        !made && !settled
    }
}

/// What the promotions of a quote lead to: as their terms say, or else the plan.
pub(crate) fn consequences(bench: &Bench<'_>, accepted: &QuoteAccepted) -> Vec<Consequence> {
    let at = accepted.accepted_at.unwrap_or(bench.now.at);
    let uses = accepted.reservation.uses.iter();
    let known = uses.filter_map(|each| Some((each, bench.book.promotion(&each.promotion)?)));
    let led_to = known.map(|(each, terms)| {
        let usual = followed(each).and_then(|(what, days)| {
            let quotes = bench.plan.quotes.as_ref()?;
            quotes.follows.get(&what).map(|follows| (follows, days))
        });
        let later = terms.need.as_ref().map(|need| (need.words.clone(), need.after_days));
        let usually = || {
            let (follows, days) = usual?;
            Some((follows.need.clone()?, after_days(follows, days)))
        };
        Consequence {
            promotion: each.promotion.clone(),
            name: terms.name.clone(),
            follow: terms.follow.clone().or_else(|| usual.map(|(follows, days)| follow_up(follows, days))),
            need: later.or_else(usually).map(|(words, days)| need(bench, words, at, days)),
        }
    });
    led_to.filter(|led_to| led_to.follow.is_some() || led_to.need.is_some()).collect()
}

/// What of a use something follows from, and after how many days it ends.
fn followed(each: &PromotionUse) -> Option<(Followed, Option<u16>)> {
    if let Some(credit) = &each.credit {
        return Some((Followed::MoneyOffNext, Some(credit.valid_days)));
    }
    each.gives.iter().find_map(|given| {
        let what = match given.kind {
            GivenKind::Sample => Followed::Sample,
            GivenKind::FreeTrial => Followed::FreeTrial,
            GivenKind::Training => Followed::Training,
            GivenKind::OtherService => Followed::OtherService,
            GivenKind::FreeItem | GivenKind::Upgrade | GivenKind::Prize => return None,
        };
        Some((what, given.days))
    })
}

fn after_days(follows: &Follows, ends_after: Option<u16>) -> u16 {
    let before_end = || Some(ends_after?.saturating_sub(follows.before_end_days?));
    before_end().or(follows.after_days).unwrap_or(USUAL_DAYS)
}

fn follow_up(follows: &Follows, ends_after: Option<u16>) -> FollowUp {
    FollowUp {
        after_days: after_days(follows, ends_after),
        channel: follows.channel,
        objective: follows.objective,
        benefit: follows.benefit.clone(),
        desired_result: follows.desired_result.clone(),
    }
}

fn need(bench: &Bench<'_>, words: Text, at: Timestamp, days: u16) -> Need {
    let date = bench.now.local(&bench.now.zone, at.plus(i64::from(days).saturating_mul(DAY))).date;
    let time = Some(NeedTime::Later(NeedLater { date: Some(date), event: None }));
    Need { time, ..Need::from_text(words) }
}

fn due(follow_up: &KnownFollowUp) -> Timestamp {
    follow_up.accepted_at.plus(i64::from(follow_up.follow.after_days).saturating_mul(DAY))
}

fn origin(follow_up: &KnownFollowUp) -> StepOrigin {
    PromotionOrigin { promotion: follow_up.promotion.clone(), quote: follow_up.quote.clone() }.into()
}
