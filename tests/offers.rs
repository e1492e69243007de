//! Promotions and quotes as a story: listed, accepted, followed, taken back (PROMO-3, PROMO-4, PROMO-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::failure::Failure;
use nextsale::judge::next_step::{steps_of_deal, steps_of_party};
use nextsale::judge::step::{Action, Because, Step};
use nextsale::value::document::read;
use nextsale::value::id::{DealId, PartyId, PromotionId, QuoteId};
use nextsale::value::money::{Currency, Money};
use nextsale::value::zone::Now;
use serde_json::{Value, json};
use support::{at, engine, moment, record};

/// Records a list of facts of which none is refused.
fn tell(engine: &mut Engine, now: &Now, facts: Value) {
    support::tell(engine, now, facts.as_array().unwrap());
}

fn reservation(uses: &Value, total: i64) -> Value {
    json!({
        "currency": "EUR", "total": total,
        "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100, "total": total }],
        "uses": uses
    })
}

fn ten_off() -> Value {
    json!([{ "promotion": "po_ten", "code": "TEN", "amount": 10, "shares": [{ "line": "a", "amount": 10 }] }])
}

fn shop() -> Engine {
    let mut engine = engine("a");
    tell(
        &mut engine,
        &at("2026-11-02T09:00:00Z"),
        json!([
            { "type": "partyMet", "party": "p_ada", "kind": "person", "name": "Ada",
              "contactPoints": [{ "channel": "email", "value": "ada@example.com" }] },
            { "type": "dealOpened", "deal": "d_one", "party": "p_ada", "name": "A first order" },
            { "type": "promotionListed", "promotion": "po_ten", "terms": { "name": "Ten off",
              "gives": { "type": "amountOff", "amounts": [{ "minor": 10, "currency": "EUR" }], "target": "whole" },
              "codes": ["TEN"], "limits": { "uses": 2, "budget": [{ "minor": 15, "currency": "EUR" }] } } },
            { "type": "promotionListed", "promotion": "po_trial", "terms": { "name": "A month on trial",
              "gives": { "type": "freeTrial", "days": 30 } } }
        ]),
    );
    engine
}

fn refusal(engine: &mut Engine, now: &str, fact: Value) -> Vec<(String, String)> {
    let now = at(now);
    let before = engine.backup(&now);
    let Err(failure @ Failure::Refusal(_)) = record(engine, &now, fact) else { panic!("should be refused") };
    assert_eq!(engine.backup(&now), before, "nothing changes");
    failure.view(&now).reasons.into_iter().map(|reason| (reason.path, reason.code)).collect()
}

#[test]
fn promo_5_an_accepted_quote_is_frozen_and_what_it_used_comes_back_with_it() {
    let mut engine = shop();
    let now = at("2026-11-03T09:00:00Z");
    tell(
        &mut engine,
        &now,
        json!([
            { "type": "quoteAccepted", "quote": "q_1", "deal": "d_one", "reservation": reservation(&ten_off(), 290) }
        ]),
    );
    let euro = Currency::parse("EUR").unwrap();
    let ten = PromotionId::parse("po_ten").unwrap();
    let bench = engine.bench(&now);
    assert_eq!(bench.book.deal(&DealId::parse("d_one").unwrap()).unwrap().worth, Money::new(290, euro));
    assert_eq!((bench.book.ledger().uses(&ten), bench.book.ledger().spent(&ten, euro)), (1, 10));
    // Five of the budget of fifteen are left: another ten would overspend it.
    let again = json!({ "type": "quoteAccepted", "quote": "q_2", "party": "p_ada", "reservation": reservation(&ten_off(), 290) });
    assert_eq!(
        refusal(&mut engine, "2026-11-03T10:00:00Z", again.clone()),
        [("reservation.uses[0]".to_owned(), "budgetExhausted".to_owned())]
    );
    // Terms that change later change nothing of what was accepted.
    tell(
        &mut engine,
        &at("2026-11-04T09:00:00Z"),
        json!([
            { "type": "promotionListed", "promotion": "po_ten", "terms": { "name": "Twenty off", "codes": ["TEN"],
              "gives": { "type": "amountOff", "amounts": [{ "minor": 20, "currency": "EUR" }], "target": "whole" },
              "limits": { "uses": 2, "budget": [{ "minor": 15, "currency": "EUR" }] } } },
            { "type": "goodsReturned", "quote": "q_1", "lines": [{ "line": "a", "quantity": 1 }] }
        ]),
    );
    let too_many =
        json!({ "type": "goodsReturned", "quote": "q_1", "lines": [{ "line": "a", "quantity": 3 }] });
    assert_eq!(
        refusal(&mut engine, "2026-11-04T10:00:00Z", too_many),
        [("lines[0].quantity".to_owned(), "notReturnable".to_owned())]
    );
    tell(&mut engine, &at("2026-11-05T09:00:00Z"), json!([{ "type": "quoteCancelled", "quote": "q_1" }]));
    assert_eq!(engine.bench(&now).book.ledger().spent(&ten, euro), 0);
    assert_eq!(
        refusal(&mut engine, "2026-11-05T10:00:00Z", json!({ "type": "quoteCancelled", "quote": "q_1" })),
        [("quote".to_owned(), "takenBackAlready".to_owned())]
    );
    // The budget is whole again.
    tell(&mut engine, &at("2026-11-05T11:00:00Z"), json!([again]));
}

#[test]
fn promo_5_what_can_not_be_accepted_is_refused_with_its_places() {
    let mut engine = shop();
    let now = "2026-11-03T09:00:00Z";
    let odd = json!([{ "promotion": "po_none", "amount": 10, "shares": [{ "line": "a", "amount": 10 }] }]);
    let mut fact = json!({ "type": "quoteAccepted", "quote": "q_1", "party": "p_nobody", "deal": "d_none", "reservation": reservation(&odd, 290) });
    fact["reservation"]["lines"][0]["product"] = json!("pr_none");
    let places: Vec<String> = refusal(&mut engine, now, fact).into_iter().map(|(path, _)| path).collect();
    assert_eq!(places, ["party", "deal", "reservation.uses[0].promotion", "reservation.lines[0].product"]);
    tell(
        &mut engine,
        &at(now),
        json!([{ "type": "partyMet", "party": "p_bob", "kind": "person", "name": "Bob" }]),
    );
    let theirs = json!({ "type": "quoteAccepted", "quote": "q_1", "party": "p_bob", "deal": "d_one", "reservation": reservation(&json!([]), 300) });
    assert_eq!(refusal(&mut engine, now, theirs), [("deal".to_owned(), "notTheirDeal".to_owned())]);
    for quote in ["quoteCancelled", "goodsReturned"] {
        let mut fact = json!({ "type": quote, "quote": "q_none" });
        if quote == "goodsReturned" {
            fact["lines"] = json!([]);
        }
        assert_eq!(refusal(&mut engine, now, fact), [("quote".to_owned(), "unknown".to_owned())]);
    }
}

/// The step that follows from a promotion, if there is one.
fn followed(steps: Vec<Step>) -> Option<Step> {
    steps.into_iter().find(|step| step.because.iter().any(|why| matches!(why, Because::Accepted { .. })))
}

#[test]
fn promo_3_a_trial_leads_to_a_contact_before_it_ends_and_to_a_need() {
    let mut engine = shop();
    let trial = json!([{ "promotion": "po_trial", "amount": 0, "gives": [{ "kind": "freeTrial", "quantity": 1, "days": 30 }] }]);
    tell(
        &mut engine,
        &at("2026-11-03T09:00:00Z"),
        json!([
            { "type": "quoteAccepted", "quote": "q_1", "deal": "d_one", "reservation": reservation(&trial, 300) },
            { "type": "dealClosed", "deal": "d_one", "outcome": { "type": "won" } }
        ]),
    );
    let ada = PartyId::parse("p_ada").unwrap();
    let asked = |engine: &Engine, now: &str| {
        let now = at(now);
        let bench = engine.bench(&now);
        followed(steps_of_party(&bench, bench.book.party(&ada).unwrap()))
    };
    assert_eq!(asked(&engine, "2026-11-29T09:00:00Z"), None, "not before its time");
    let step = asked(&engine, "2026-11-30T09:30:00Z").expect("three days before the trial ends");
    assert!(
        matches!(&step.action, Action::Contact(contact) if contact.benefit.to_string().contains("trial"))
    );
    let need = engine.bench(&at("2026-11-30T09:30:00Z")).book.party(&ada).unwrap().needs[0].clone();
    assert_eq!(serde_json::to_value(&need.time).unwrap(), json!({ "type": "later", "date": "2026-11-30" }));
    // Made once, it is made; and not before somebody makes it.
    let origin = serde_json::to_value(&step.origin).unwrap();
    assert_eq!(origin, json!({ "type": "promotion", "promotion": "po_trial", "quote": "q_1" }));
    let before = engine.backup(&at("2026-11-30T10:00:00Z"));
    tell(
        &mut engine,
        &at("2026-11-30T10:00:00Z"),
        json!([{ "type": "contactLogged", "interaction": "i_1", "party": "p_ada",
        "channel": "email", "objective": "askForFeedback", "outcome": "reached", "initiative": "seller", "at": moment("2026-11-30T10:00:00Z"), "origin": origin }]),
    );
    assert_eq!(asked(&engine, "2026-12-20T09:00:00Z"), None);
    // A quote that is cancelled leads to nothing.
    let mut cancelled = support::engine("b");
    cancelled.restore(&at("2026-11-30T10:00:00Z"), &before).unwrap();
    assert!(asked(&cancelled, "2026-11-30T10:30:00Z").is_some());
    tell(&mut cancelled, &at("2026-11-30T10:30:00Z"), json!([{ "type": "quoteCancelled", "quote": "q_1" }]));
    assert_eq!(asked(&cancelled, "2026-11-30T11:00:00Z"), None);
}

#[test]
fn promo_3_a_promotion_of_an_open_deal_is_followed_within_the_deal() {
    let mut engine = shop();
    let trial = json!([{ "promotion": "po_trial", "amount": 0, "gives": [{ "kind": "freeTrial", "quantity": 1, "days": 2 }] }]);
    tell(
        &mut engine,
        &at("2026-11-03T09:00:00Z"),
        json!([
            { "type": "quoteAccepted", "quote": "q_1", "deal": "d_one", "reservation": reservation(&trial, 300) }
        ]),
    );
    let now = at("2026-11-03T10:00:00Z");
    let bench = engine.bench(&now);
    let deal = bench.book.deal(&DealId::parse("d_one").unwrap()).unwrap();
    assert!(followed(steps_of_deal(&bench, deal)).is_some());
}

/// Lists the promotion of the shop anew, with some of its terms otherwise.
fn listed(change: Value) -> Value {
    let mut terms = json!({ "name": "Ten off", "codes": ["TEN"],
        "gives": { "type": "amountOff", "amounts": [{ "minor": 10, "currency": "EUR" }], "target": "whole" } });
    terms.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    json!({ "type": "promotionListed", "promotion": "po_ten", "terms": terms })
}

/// Ten off is accepted, so that nothing else counts but when.
fn accepted(change: Value) -> Value {
    let mut fact = json!({ "type": "quoteAccepted", "quote": "q_1", "party": "p_ada", "reservation": reservation(&ten_off(), 290) });
    fact.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    fact
}

#[test]
fn promo_4_what_is_over_is_accepted_only_of_a_quote_that_was_given_to_hold() {
    let (third, tenth) = (moment("2026-11-03T12:00:00Z"), moment("2026-11-10T00:00:00Z"));
    let outcome = |terms: &Value, change: Value| {
        let mut engine = shop();
        tell(&mut engine, &at("2026-11-02T10:00:00Z"), json!([listed(terms.clone())]));
        let now = at("2026-11-12T09:00:00Z");
        record(&mut engine, &now, accepted(change)).map(|_| ()).map_err(|failure| failure.view(&now).reasons)
    };
    let over = json!({ "period": { "until": tenth } });
    for terms in [&over, &json!({ "codes": [{ "code": "ten", "until": tenth }] })] {
        let reasons = outcome(terms, json!({})).unwrap_err();
        assert_eq!((reasons[0].path.as_str(), reasons[0].code.as_str()), ("reservation.uses[0]", "expired"));
        assert_eq!(reasons.len(), 1);
        assert!(reasons[0].text.contains("10 Nov"), "{}", reasons[0].text);
        // It was accepted in time, and is only written down now.
        assert!(outcome(terms, json!({ "acceptedAt": tenth.plus(-1) })).is_ok());
        assert!(outcome(terms, json!({ "acceptedAt": tenth })).is_err());
        // The quote was given to them in time, as one that holds until now.
        let validity =
            |given, until: &str| json!({ "validity": { "givenAt": given, "until": moment(until) } });
        assert!(outcome(terms, validity(third, "2026-11-12T09:00:01Z")).is_ok());
        assert!(outcome(terms, validity(third, "2026-11-12T09:00:00Z")).is_err(), "it held no longer");
        assert!(outcome(terms, validity(tenth, "2026-11-30T09:00:00Z")).is_err(), "it was over already");
        let ahead =
            outcome(terms, validity(moment("2026-11-13T09:00:00Z"), "2026-11-30T09:00:00Z")).unwrap_err();
        assert_eq!(ahead[0].path, "validity.givenAt");
    }
    let early = outcome(&json!({ "period": { "from": tenth } }), json!({ "acceptedAt": third })).unwrap_err();
    assert_eq!(early[0].code, "notStarted");
    // What others used up is used up, whatever was said.
    let used =
        json!({ "period": { "until": tenth }, "limits": { "budget": [{ "minor": 5, "currency": "EUR" }] } });
    let held = json!({ "validity": { "givenAt": third, "until": moment("2026-11-30T09:00:00Z") } });
    assert_eq!(outcome(&used, held).unwrap_err()[0].code, "budgetExhausted");
}

#[test]
fn promo_1_money_off_that_ended_is_spent_only_by_a_quote_that_was_given_to_hold() {
    let mut engine = shop();
    let trial = json!([{ "promotion": "po_trial", "amount": 0,
        "credit": { "amount": 50, "validDays": 5, "shares": [{ "line": "a", "amount": 50 }] } }]);
    let brings = json!({ "quote": "q_0", "reservation": reservation(&trial, 300) });
    tell(&mut engine, &at("2026-11-03T09:00:00Z"), json!([accepted(brings)]));
    let mut spends = accepted(json!({ "reservation": reservation(&json!([]), 250) }));
    spends["reservation"]["credits"] = json!([{ "quote": "q_0", "promotion": "po_trial", "amount": 50,
        "shares": [{ "line": "a", "amount": 50 }] }]);
    let now = "2026-11-09T09:00:00Z";
    let refused = [("reservation.credits".to_owned(), "budgetExhausted".to_owned())];
    assert_eq!(refusal(&mut engine, now, spends.clone()), refused);
    spends["validity"] =
        json!({ "givenAt": moment("2026-11-07T09:00:00Z"), "until": moment("2026-11-10T09:00:00Z") });
    tell(&mut engine, &at(now), json!([spends]));
}

#[test]
fn promo_4_what_is_paused_is_accepted_only_of_a_quote_from_before() {
    let mut engine = shop();
    let paused = |standing: &str| json!([listed(json!({ "standing": standing }))]);
    tell(&mut engine, &at("2026-11-05T09:00:00Z"), paused("paused"));
    // Listed once more, it is paused since the first time.
    tell(&mut engine, &at("2026-11-06T09:00:00Z"), paused("paused"));
    let now = "2026-11-07T09:00:00Z";
    let refused = [("reservation.uses[0]".to_owned(), "notActive".to_owned())];
    assert_eq!(refusal(&mut engine, now, accepted(json!({}))), refused);
    let since = json!({ "acceptedAt": moment("2026-11-05T09:00:00Z") });
    assert_eq!(refusal(&mut engine, now, accepted(since)), refused);
    let held = |given: &str| json!({ "validity": { "givenAt": moment(given), "until": moment("2026-11-30T09:00:00Z") } });
    assert_eq!(refusal(&mut engine, now, accepted(held("2026-11-06T09:00:00Z"))), refused);
    // Another copy that has not heard of it accepts the quote: that has happened, and counts for both.
    let mut other = support::engine("b");
    other.restore(&at("2026-11-02T10:00:00Z"), &shop().backup(&at("2026-11-02T10:00:00Z"))).unwrap();
    tell(&mut other, &at(now), json!([accepted(json!({ "quote": "q_other" }))]));
    engine.restore(&at(now), &other.backup(&at(now))).unwrap();
    assert!(engine.bench(&at(now)).book.ledger().sale(&QuoteId::parse("q_other").unwrap()).is_some());
    tell(&mut engine, &at(now), json!([accepted(held("2026-11-04T09:00:00Z"))]));
    tell(&mut engine, &at(now), paused("active"));
    tell(&mut engine, &at(now), json!([accepted(json!({ "quote": "q_2" }))]));
}

#[test]
fn promo_4_copies_that_were_apart_can_overspend_and_say_so() {
    let mut one = shop();
    let mut other = engine("b");
    let now = at("2026-11-03T09:00:00Z");
    other.restore(&now, &one.backup(&now)).unwrap();
    for (engine, quote) in [(&mut one, "q_1"), (&mut other, "q_2")] {
        tell(
            engine,
            &now,
            json!([{ "type": "quoteAccepted", "quote": quote, "party": "p_ada", "reservation": reservation(&ten_off(), 290) }]),
        );
    }
    one.restore(&now, &other.backup(&now)).unwrap();
    let book = one.bench(&now).book;
    let overspent = book.ledger().overspent(book.promotions());
    let told = serde_json::to_value(&overspent).unwrap();
    assert_eq!(
        told,
        json!([{ "type": "budget", "promotion": "po_ten",
        "limit": { "minor": 15, "currency": "EUR" }, "spent": { "minor": 20, "currency": "EUR" } }])
    );
    assert!(book.ledger().sale(&QuoteId::parse("q_2").unwrap()).is_some());
    let view: Value = {
        let query = read(r#"{ "type": "promotions" }"#).unwrap();
        serde_json::to_value(one.look(&now, &query).unwrap()).unwrap()
    };
    assert_eq!(view["overspent"], told);
}

#[test]
fn promo_5_what_a_quote_gives_can_be_accepted_word_for_word() {
    let mut engine = shop();
    let now = at("2026-11-03T09:00:00Z");
    let ask = |engine: &Engine, codes: Value| -> Value {
        let query = json!({ "type": "quote", "deal": "d_one", "currency": "EUR", "codes": codes,
            "lines": [{ "line": "a", "quantity": 3, "unitPrice": 100 }] });
        serde_json::to_value(engine.look(&now, &read(&query.to_string()).unwrap()).unwrap()).unwrap()
    };
    let quote = ask(&engine, json!([" ten ", "WRONG"]));
    assert_eq!(quote["total"], json!({ "before": 300, "after": 290 }));
    assert_eq!(quote["notApplied"][0]["reason"], json!({ "type": "unknownCode" }));
    assert_eq!(quote["words"]["notApplied"], json!(["no promotion has this code"]));
    tell(
        &mut engine,
        &now,
        json!([{ "type": "quoteAccepted", "quote": "q_1", "deal": "d_one", "reservation": quote["reservation"] }]),
    );
    // The trial came with it, and five of the budget of fifteen are left.
    let quote = ask(&engine, json!(["TEN"]));
    assert_eq!(quote["total"]["after"], 295);
    let accepted: Value = serde_json::to_value(
        engine.look(&now, &read(r#"{ "type": "acceptedQuotes", "party": "p_ada" }"#).unwrap()).unwrap(),
    )
    .unwrap();
    assert_eq!(accepted[0]["paid"], json!({ "minor": 290, "currency": "EUR" }));
    assert_eq!(accepted[0]["returnable"], json!([{ "line": "a", "units": 3 }]));
    let nobody = read(r#"{ "type": "quote", "currency": "EUR", "lines": [], "deal": "d_none" }"#).unwrap();
    assert!(matches!(engine.look(&now, &nobody), Err(Failure::Refusal(_))));
}
