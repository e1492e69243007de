//! What is known of budget, authority, need and timeline, and through whom. An organisation decides through its
//! people: its authority is the best among theirs (PEOPLE-2).

use super::Bench;
use super::score::{Fading, fading};
use crate::book::party::{Learned, Party};
use crate::deal::qualification::{Answer, Topic};
use crate::market::party::{BuyingRole, PartyKind};

/// An answer that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownAnswer<'a> {
    /// The answer.
    pub answer: Answer,
    /// Is it still fresh?
    pub fading: Fading,
    /// The person of the organisation through whom it is known, if it isn't the party's own answer.
    pub through: Option<&'a Party>,
    /// What was learned; nothing where only the part tells that a person plays.
    pub learned: Option<&'a Learned>,
}

/// What counts as the answer of a party; nothing where nobody has learned anything.
pub fn known<'a>(bench: &Bench<'a>, party: &'a Party, topic: Topic) -> Option<KnownAnswer<'a>> {
    let own = answered(bench, party, topic, None);
    if topic != Topic::Authority || party.kind != PartyKind::Organisation {
        return own;
    }
    let mut best = own;
    for person in bench.book.people_of(party) {
        let said = answered(bench, person, topic, Some(person));
        let role = person.affiliation.as_ref().and_then(|affiliation| affiliation.role);
        let played = role.and_then(authority_of).map(|answer| KnownAnswer {
            answer,
            fading: Fading::Fresh,
            through: Some(person),
            learned: None,
        });
        for other in said.into_iter().chain(played) {
            if best.is_none_or(|best| rank(best) < rank(other)) {
                best = Some(other);
            }
        }
    }
    best
}

fn answered<'a>(
    bench: &Bench<'_>,
    party: &'a Party,
    topic: Topic,
    through: Option<&'a Party>,
) -> Option<KnownAnswer<'a>> {
    let learned = party.answers.get(&topic)?;
    let fading = fading(bench, learned);
    Some(KnownAnswer { answer: learned.answer, fading, through, learned: Some(learned) })
}

/// What the part that somebody plays lets us assume of their authority.
fn authority_of(role: BuyingRole) -> Option<Answer> {
    match role {
        BuyingRole::DecisionMaker => Some(Answer::Yes),
        BuyingRole::Champion | BuyingRole::Influencer => Some(Answer::Partly),
        BuyingRole::User | BuyingRole::Blocker | BuyingRole::Gatekeeper => None,
    }
}

/// What is known and fresh before what has to be confirmed again, and of these the better answer.
fn rank(known: KnownAnswer<'_>) -> (bool, Answer) {
    (known.answer != Answer::Unknown && known.fading == Fading::Fresh, known.answer)
}
