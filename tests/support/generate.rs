//! Generated facts: a few parties and deals, so that facts meet each other, and everything else at random.

use super::{ZONES, engine, moment, now_in};
use nextsale::engine::Engine;
use nextsale::journal::fact::Fact;
use nextsale::value::document::read;
use nextsale::value::time::{DAY, Timestamp};
use nextsale::value::zone::Now;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A fact and how long after the one before it comes.
#[derive(Debug, Clone)]
pub struct Happening {
    pub later_by: i64,
    pub fact: Value,
}

/// Things that happen one after the other.
pub fn happenings(most: usize) -> impl Strategy<Value = Vec<Happening>> {
    // The organisation comes first, so that the others can belong to it.
    let first = ["p_4", "p_0", "p_1", "p_2", "p_3"].map(|party| met(Just(party.to_owned())));
    let first = first.prop_map(|facts| facts.into_iter().map(|fact| Happening { later_by: 0, fact }));
    // Close together, so that contacts come near to each other.
    let later = vec((0..DAY / 3, any_fact()), 0..most).prop_map(|facts| {
        facts.into_iter().map(|(later_by, fact)| Happening { later_by, fact }).collect::<Vec<_>>()
    });
    (first, later).prop_map(|(first, later)| first.chain(later).collect())
}

/// Where somebody looks from.
pub fn home() -> impl Strategy<Value = &'static str> {
    select(&ZONES[..])
}

/// The first moment of generated stories: days before clocks change in many zones.
pub fn beginning() -> Timestamp {
    moment("2026-10-12T07:00:00Z")
}

/// An engine to which things happened; refused facts are left out, as a host would.
pub fn after(happenings: &[Happening], home: &str) -> (Engine, Now) {
    let mut engine = engine("a1");
    let mut now = now_in(home, beginning());
    for happening in happenings {
        now.at = now.at.plus(happening.later_by);
        let fact = placed(&happening.fact, now.at, &engine);
        if let Ok(fact) = read::<Fact>(&fact.to_string()) {
            let _ = engine.record(&now, vec![fact], None);
        }
    }
    (engine, now)
}

/// Fills in what can only be known when the fact is recorded: times relative to now, entries to take back.
pub fn placed(fact: &Value, now: Timestamp, engine: &Engine) -> Value {
    let mut fact = fact.clone();
    let Some(fields) = fact.as_object_mut() else { return fact };
    if let Some(days) = fields.remove("hoursFromNow") {
        let at = now.plus(days.as_i64().unwrap_or(0) * 3_600_000);
        fields.insert("at".to_owned(), json!(at.millis()));
    }
    if let Some(pick) = fields.remove("pickEntry") {
        let ids: Vec<String> = engine.journal().map(|entry| entry.id.to_string()).collect();
        let pick = usize::try_from(pick.as_u64().unwrap_or(0)).unwrap_or(0);
        if !ids.is_empty() {
            fields.insert("entry".to_owned(), json!(ids[pick % ids.len()]));
        }
    }
    fact
}

fn any_fact() -> impl Strategy<Value = Value> {
    prop_oneof![
        1 => met(party()),
        4 => signal(),
        // Much that took place and little that is planned: what is planned keeps everything else from being proposed.
        9 => logged(),
        1 => planned(),
        3 => answer(),
        2 => about_party(),
        2 => deal(),
        2 => moved(),
        1 => complaint(),
        4 => quote(),
        1 => (0u64..1000).prop_map(|pick| json!({ "type": "retracted", "pickEntry": pick })),
    ]
}

fn party() -> impl Strategy<Value = String> {
    (0..5).prop_map(|number| format!("p_{number}"))
}

fn deal_id() -> impl Strategy<Value = String> {
    (0..3).prop_map(|number| format!("d_{number}"))
}

fn name_of(names: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    select(names)
}

/// Some twice, so that caps of a channel are met.
const CHANNELS: [&str; 7] = ["email", "phone", "phone", "email", "postal", "social", "inPerson"];
const OBJECTIVES: [&str; 5] = ["findOutInterest", "analyseNeeds", "propose", "askForFeedback", "thank"];

fn contact_point() -> impl Strategy<Value = Value> {
    (name_of(&CHANNELS), 0..9).prop_map(|(channel, number)| {
        let value = match channel {
            "email" => format!("p{number}@example.org"),
            "phone" => format!("+49 30 12345{number}"),
            _ => format!("place {number}"),
        };
        json!({ "channel": channel, "value": value })
    })
}

fn clock() -> impl Strategy<Value = String> {
    (0..24, select(&[0, 15, 30, 59][..])).prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}"))
}

fn window() -> impl Strategy<Value = Value> {
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let weekdays = proptest::sample::subsequence(weekdays.to_vec(), 0..4);
    (weekdays, clock(), clock())
        .prop_map(|(weekdays, from, to)| json!({ "weekdays": weekdays, "hours": { "from": from, "to": to } }))
}

fn preferences() -> impl Strategy<Value = Value> {
    (option::of(name_of(&CHANNELS)), vec(window(), 0..3), option::of(select(&ZONES[..])))
        .prop_map(|(channel, windows, zone)| json!({ "channel": channel, "windows": windows, "zone": zone }))
}

fn met(party_id: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    let source = name_of(&["website", "referral", "coldCall", "event"]);
    (
        party_id,
        vec(contact_point(), 0..6),
        option::of(preferences()),
        option::of((source, option::weighted(0.2, party()))),
    )
        .prop_map(|(party, points, preferences, source)| {
            let source = source.map(|(method, referrer)| json!({ "method": method, "referrer": referrer }));
            // One of them is an organisation, and some of the others belong to it.
            let is_organisation = party == "p_4";
            let kind = if is_organisation { "organisation" } else { "person" };
            let affiliation = (!is_organisation && points.len() % 2 == 1)
                .then(|| json!({ "organisation": "p_4", "role": "decisionMaker" }));
            json!({ "type": "partyMet", "party": party, "kind": kind, "name": format!("Name of {party}"),
                "affiliation": affiliation, "contactPoints": if is_organisation { vec![] } else { points },
                "preferences": preferences, "source": source })
        })
}

fn signal() -> impl Strategy<Value = Value> {
    let signal = name_of(&[
        "visited",
        "askedForInformation",
        "viewedPricing",
        "askedForQuote",
        "complained",
        "wentSilent",
        "bought",
    ]);
    (party(), signal, -900i64..2).prop_map(|(party, signal, hours)| {
        json!({ "type": "signalSeen", "party": party, "signal": signal, "hoursFromNow": hours })
    })
}

fn logged() -> impl Strategy<Value = Value> {
    let outcome = name_of(&["reached", "partly", "notReached", "noAnswer", "noAnswer"]);
    let initiative = name_of(&["seller", "seller", "customer"]);
    let why = option::of(name_of(&["signal", "feedback", "theyAsked"]));
    (party(), 0..40, -90i64..1, name_of(&CHANNELS), name_of(&OBJECTIVES), outcome, initiative, why).prop_map(
        |(party, interaction, hours, channel, objective, outcome, initiative, why)| {
            json!({ "why": why, "type": "contactLogged", "interaction": format!("i_{interaction}"), "party": party,
                "hoursFromNow": hours, "channel": channel, "objective": objective, "outcome": outcome,
                "initiative": initiative, "listeningSeconds": 90, "talkingSeconds": 60 })
        },
    )
}

fn planned() -> impl Strategy<Value = Value> {
    let commitment = name_of(&["intended", "intended", "appointment"]);
    let why = name_of(&["signal", "feedback", "theyAsked"]);
    (party(), 0..40, 0i64..200, name_of(&CHANNELS), name_of(&OBJECTIVES), commitment, 1..90, why).prop_map(
        |(party, interaction, hours, channel, objective, commitment, minutes, why)| {
            json!({ "type": "contactPlanned", "interaction": format!("i_{interaction}"), "party": party,
                "hoursFromNow": hours, "minutes": minutes, "channel": channel, "objective": objective,
                "why": why, "benefit": format!("Saves {interaction} hours a week"),
                "commitment": commitment })
        },
    )
}

fn complaint() -> impl Strategy<Value = Value> {
    (party(), 0..3, any::<bool>()).prop_map(|(party, complaint, is_made)| {
        let complaint = format!("c_{complaint}");
        if is_made {
            json!({ "type": "complaintMade", "party": party, "complaint": complaint, "severity": "serious",
                "words": "It broke after a day" })
        } else {
            json!({ "type": "complaintResolved", "party": party, "complaint": complaint, "how": "Replaced it" })
        }
    })
}

/// Promotions, quotes that use them, and what is taken back of those.
fn quote() -> impl Strategy<Value = Value> {
    let listed = (1u16..20).prop_map(|days| {
        json!({ "type": "promotionListed", "promotion": "po_trial", "terms": { "name": "On trial",
            "gives": { "type": "freeTrial", "days": days }, "limits": { "uses": 5 } } })
    });
    let accepted = (0..8, option::of(party()), option::of(deal_id()), 1u16..20).prop_map(
        |(quote, party, deal, days)| {
            json!({ "type": "quoteAccepted", "quote": format!("q_{quote}"), "party": party, "deal": deal,
                "reservation": { "currency": "EUR", "total": 500,
                    "lines": [{ "line": "a", "quantity": 5, "unitPrice": 100, "total": 500 }],
                    "uses": [{ "promotion": "po_trial", "amount": 0,
                        "gives": [{ "kind": "freeTrial", "quantity": 1, "days": days }] }] } })
        },
    );
    let back = (0..8, option::of(1..3)).prop_map(|(quote, units)| match units {
        Some(units) => json!({ "type": "goodsReturned", "quote": format!("q_{quote}"),
            "lines": [{ "line": "a", "quantity": units }] }),
        None => json!({ "type": "quoteCancelled", "quote": format!("q_{quote}") }),
    });
    prop_oneof![2 => listed, 6 => accepted, 1 => back]
}

fn answer() -> impl Strategy<Value = Value> {
    let topic = name_of(&["budget", "authority", "need", "timeline"]);
    let answer = name_of(&["unknown", "no", "partly", "yes"]);
    (party(), topic, answer, option::of(1i64..10_000_000)).prop_map(|(party, topic, answer, minor)| {
        let amount = minor.map(|minor| json!({ "minor": minor, "currency": "EUR" }));
        json!({ "type": "answerLearned", "party": party, "topic": topic, "answer": answer,
            "certainty": "assumed", "amount": amount })
    })
}

fn about_party() -> impl Strategy<Value = Value> {
    let scope = prop_oneof![
        Just(json!({ "type": "contactable" })),
        Just(json!({ "type": "never" })),
        (1..28).prop_map(|day| json!({ "type": "notBefore", "date": format!("2026-11-{day:02}") })),
    ];
    let consent = (name_of(&CHANNELS), name_of(&["unknown", "given", "withdrawn", "withdrawn"]));
    prop_oneof![
        (party(), consent).prop_map(|(party, (channel, consent))| {
            json!({ "type": "consentChanged", "party": party, "channel": channel, "consent": consent })
        }),
        (party(), scope).prop_map(
            |(party, scope)| json!({ "type": "doNotContactAsked", "party": party, "scope": scope })
        ),
        (party(), 1..28).prop_map(|(party, day)| {
            json!({ "type": "partyParked", "party": party, "reason": "little interest",
                "until": format!("2026-12-{day:02}") })
        }),
        party().prop_map(|party| json!({ "type": "partyResumed", "party": party })),
        (party(), preferences()).prop_map(|(party, preferences)| {
            json!({ "type": "preferencesLearned", "party": party, "preferences": preferences })
        }),
        (party(), contact_point()).prop_map(|(party, point)| {
            json!({ "type": "contactPointAdded", "party": party, "contactPoint": point })
        }),
        (party(), contact_point()).prop_map(|(party, point)| {
            json!({ "type": "contactPointRemoved", "party": party, "contactPoint": point })
        }),
    ]
}

fn deal() -> impl Strategy<Value = Value> {
    let stage = option::of(name_of(&["exploring", "proposing", "agreeing"]));
    prop_oneof![
        (deal_id(), option::of(party()), option::of(1i64..10_000_000), stage).prop_map(
            |(deal, party, minor, stage)| {
                let worth = minor.map(|minor| json!({ "minor": minor, "currency": "EUR" }));
                json!({ "type": "dealOpened", "deal": deal, "party": party, "name": format!("Deal {deal}"),
                    "worth": worth, "stage": stage })
            }
        ),
        (deal_id(), any::<bool>()).prop_map(|(deal, won)| {
            let outcome =
                if won { json!({ "type": "won" }) } else { json!({ "type": "lost", "reason": "price" }) };
            json!({ "type": "dealClosed", "deal": deal, "outcome": outcome })
        }),
        (deal_id(), party())
            .prop_map(|(deal, party)| { json!({ "type": "dealCorrected", "deal": deal, "party": party }) }),
    ]
}

fn moved() -> impl Strategy<Value = Value> {
    let stages =
        ["new", "interested", "qualified", "exploring", "proposing", "agreeing", "served", "partner"];
    let subject = prop_oneof![
        party().prop_map(|party| json!({ "type": "party", "party": party })),
        deal_id().prop_map(|deal| json!({ "type": "deal", "deal": deal })),
    ];
    (subject, select(stages.to_vec()), any::<bool>()).prop_map(|(subject, to, overridden)| {
        let mut fact = Map::new();
        fact.insert("type".to_owned(), json!("stageMoved"));
        fact.insert("subject".to_owned(), subject);
        fact.insert("to".to_owned(), json!(to));
        if overridden {
            fact.insert("overridden".to_owned(), json!({ "reason": "we know better" }));
        }
        Value::Object(fact)
    })
}
