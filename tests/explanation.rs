//! Explanations hold: what a rule names as its reasons is so, without it the rule does not fire, and the change that it
//! names makes it fire (NEXT-2, NEXT-4). What nobody knows never makes a rule true.
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

use nextsale::deal::subject::Subject;
use nextsale::judge::explain::{Witness, smallest_change, witness};
use nextsale::judge::next_step::{steps_of_deal, steps_of_party};
use nextsale::judge::rules::{RuleState, rules};
use nextsale::judge::situation::{FactValue, Situation};
use nextsale::judge::step::{Because, Step};
use nextsale::judge::truth::{Facts, Leaf, Truth, Wanted, leaves, truth};
use nextsale::plan::condition::{Asked, Condition};
use nextsale::say::en::step::leaf as words;
use nextsale::value::document::read;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::generate::{after, happenings, home};
use support::{MONDAY, at, engine, tell};

/// Facts, some of them otherwise than they are.
struct Otherwise<'a> {
    facts: &'a dyn Facts,
    changed: Vec<(Asked, Witness)>,
}

impl Facts for Otherwise<'_> {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        match self.changed.iter().find(|(changed, _)| changed == asked) {
            Some((_, Witness::Value(value))) => Some(value.clone()),
            Some((_, Witness::Unknown)) => None,
            None => self.facts.value(asked),
        }
    }
}

fn asked_for(leaves: &[Leaf]) -> Vec<Asked> {
    leaves.iter().map(|leaf| leaf.asked.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn about<'l>(leaves: &'l [Leaf], asked: &Asked) -> Vec<&'l Leaf> {
    leaves.iter().filter(|leaf| leaf.asked == *asked).collect()
}

/// The facts with all of these leaves the other way round; nothing if no facts could be so.
fn without<'a>(facts: &'a dyn Facts, leaves: &[Leaf]) -> Option<Otherwise<'a>> {
    let turned: Vec<Leaf> = leaves
        .iter()
        .map(|leaf| Leaf {
            wanted: match leaf.wanted {
                Wanted::Holding => Wanted::NotHolding,
                Wanted::NotHolding => Wanted::Holding,
            },
            ..leaf.clone()
        })
        .collect();
    let changed = asked_for(&turned).into_iter().map(|asked| {
        // Where they can't all be false at once, like "known" and "is yes", not knowing is as good.
        let unknown = || {
            let facts = Otherwise { facts, changed: vec![(asked.clone(), Witness::Unknown)] };
            about(leaves, &asked).iter().all(|leaf| !leaf.is_met(&facts)).then_some(Witness::Unknown)
        };
        let value = witness(&about(&turned, &asked)).or_else(unknown)?;
        Some((asked, value))
    });
    Some(Otherwise { facts, changed: changed.collect::<Option<_>>()? })
}

/// The facts as a change wants them.
fn with<'a>(facts: &'a dyn Facts, change: &[Leaf]) -> Otherwise<'a> {
    let changed = asked_for(change).into_iter().map(|asked| {
        let value = witness(&about(change, &asked)).expect("a change that can be made");
        (asked, value)
    });
    Otherwise { facts, changed: changed.collect() }
}

fn check_steps(steps: &[Step], situation: &Situation<'_>, plan: &nextsale::plan::Plan) {
    for because in steps.iter().flat_map(|step| &step.because) {
        let Because::Rule { rule, leaves, .. } = because else { continue };
        let rule = plan.rules.iter().find(|each| each.id == *rule).unwrap();
        for leaf in leaves {
            assert!(leaf.is_met(situation), "{leaf:?}");
        }
        let without = without(situation, leaves).expect("facts that are otherwise");
        assert_ne!(truth(&rule.when, &without), Truth::True, "{}: {leaves:?}", rule.id);
    }
}

fn check_verdicts(situation: &Situation<'_>, bench: &nextsale::judge::Bench<'_>, subject: &Subject) {
    for verdict in rules(bench, situation, subject) {
        match &verdict.change {
            Some(change) => {
                assert_ne!(truth(&verdict.rule.when, situation), Truth::True);
                assert_eq!(truth(&verdict.rule.when, &with(situation, change)), Truth::True, "{change:?}");
            }
            None => {
                assert!(matches!(verdict.state, RuleState::Fires | RuleState::Quiet), "{}", verdict.rule.id)
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_a_step_names_holds_and_without_it_the_rule_does_not_fire(story in happenings(40), home in home()) {
        let (engine, now) = after(&story, home);
        let bench = engine.bench(&now);
        for party in engine.book().parties() {
            let own: Vec<Step> = steps_of_party(&bench, party).into_iter().filter(|step| step.subject == party.id.clone().into()).collect();
            check_steps(&own, &Situation::of_party(&bench, party), engine.plan());
            check_verdicts(&Situation::of_party(&bench, party), &bench, &party.id.clone().into());
        }
        for deal in engine.book().deals() {
            check_steps(&steps_of_deal(&bench, deal), &Situation::of_deal(&bench, deal), engine.plan());
            check_verdicts(&Situation::of_deal(&bench, deal), &bench, &deal.id.clone().into());
        }
    }
}

/// What the rules say when somebody asks about a party or a deal: each rule with its state, and its leaves in words.
fn told(engine: &nextsale::engine::Engine, query: Value) -> Vec<(String, String, String)> {
    let answer = engine.look(&at(MONDAY), &read(&query.to_string()).unwrap()).unwrap();
    let answer = serde_json::to_value(answer).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rules = answer["rules"].as_array().unwrap().iter().map(|rule| {
        let leaves: Vec<String> =
            rule["leaves"].as_array().unwrap().iter().map(|leaf| text(&leaf["text"])).collect();
        (text(&rule["rule"]), text(&rule["state"]), leaves.join("; "))
    });
    rules.collect()
}

#[test]
fn next_2_why_not_is_told_of_a_deal_by_the_rules_that_cover_deals() {
    let mut engine = engine("a1");
    let now = at(MONDAY);
    let deal = json!({ "type": "dealOpened", "deal": "d_1", "party": "p_1", "name": "Roof" });
    let met = json!({ "type": "partyMet", "party": "p_1", "kind": "person", "name": "Ada" });
    let doubts = json!({ "type": "hesitationRaised", "hesitation": "h_1", "party": "p_1", "deal": "d_1",
        "kind": "price", "words": "It is dear" });
    tell(&mut engine, &now, &[met, deal, doubts]);
    let of_deal = || json!({ "type": "rules", "deal": "d_1" });
    let ids = |told: &[(String, String, String)]| told.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&told(&engine, of_deal())), ["answer-quote", "answer-question", "hesitation-open"]);
    let of_party = told(&engine, json!({ "type": "rules", "party": "p_1" }));
    assert!(!ids(&of_party).contains(&"hesitation-open".to_owned()), "a deal's rules are the deal's");
    // There is a hesitation, and nobody spoke with them: what the rule hangs on is named.
    let (_, state, leaves) = told(&engine, of_deal()).remove(2);
    assert_eq!(state, "unknown");
    assert!(leaves.contains("last objective") && !leaves.contains("hesitations"), "{leaves}");
    let spoke = json!({ "type": "contactLogged", "interaction": "i_1", "party": "p_1", "deal": "d_1",
        "at": now.at.millis(), "channel": "phone", "objective": "propose", "initiative": "seller", "outcome": "reached" });
    tell(&mut engine, &now, &[spoke]);
    let (_, state, leaves) = told(&engine, of_deal()).remove(2);
    assert_eq!(state, "fires");
    assert!(leaves.contains("hesitations"), "{leaves}");
}

/// Facts by name.
#[derive(Debug, Clone)]
struct Known(Vec<(Asked, FactValue)>);

impl Facts for Known {
    fn value(&self, asked: &Asked) -> Option<FactValue> {
        self.0.iter().find(|(known, _)| known == asked).map(|(_, value)| value.clone())
    }
}

fn leaf() -> impl Strategy<Value = Value> {
    let number =
        select(&["score", "contacts", "daysSince.replied", "daysUntil.renewal", "attribute.size"][..]);
    let answer = select(&["no", "partly", "yes"][..]);
    let operator = select(&["is", "isNot", "atLeast", "atMost"][..]);
    prop_oneof![
        (number.clone(), operator, -1..4i32)
            .prop_map(|(fact, operator, value)| json!({ "fact": fact, operator: value })),
        (number, proptest::collection::vec(-1..4i32, 1..3))
            .prop_map(|(fact, values)| json!({ "fact": fact, "oneOf": values })),
        (select(&["need", "budget"][..]), select(&["is", "isNot"][..]), answer.clone())
            .prop_map(|(fact, operator, value)| json!({ "fact": fact, operator: value })),
        (select(&["need", "attribute.trade"][..]), proptest::collection::vec(answer, 1..3))
            .prop_map(|(fact, values)| json!({ "fact": fact, "oneOf": values })),
        (select(&["attribute.big", "attribute.trade"][..]), select(&["is", "isNot"][..]), any::<bool>())
            .prop_map(|(fact, operator, value)| json!({ "fact": fact, operator: value })),
        select(&["need", "score", "attribute.size", "attribute.trade"][..])
            .prop_map(|fact| json!({ "known": fact })),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(|all| json!({ "all": all })),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(|any| json!({ "any": any })),
            inner.prop_map(|not| json!({ "not": not })),
        ]
    })
}

/// All values that matter for the generated conditions.
fn values(asked: &Asked) -> Vec<Witness> {
    let name = asked.to_string();
    let numbers = (-3..6).map(|number| FactValue::Number(f64::from(number)));
    let names = ["no", "partly", "yes", "unknown"];
    let found: Vec<FactValue> = match name.as_str() {
        "need" | "budget" => names.map(|name| FactValue::Name(name.to_owned())).to_vec(),
        "attribute.big" => [true, false].map(FactValue::Flag).to_vec(),
        "attribute.trade" => {
            let texts = ["no", "partly", "yes", "else"].map(|text| FactValue::Text(text.to_owned()));
            texts.into_iter().chain([true, false].map(FactValue::Flag)).collect()
        }
        _ => numbers.collect(),
    };
    [Witness::Unknown].into_iter().chain(found.into_iter().map(Witness::Value)).collect()
}

/// What each leaf asks for, as often as it is asked for.
fn all_leaves(condition: &Condition, found: &mut Vec<Asked>) {
    match condition {
        Condition::Always => {}
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|each| all_leaves(each, found)),
        Condition::Not(inner) => all_leaves(inner, found),
        Condition::Known(asked) | Condition::Compare(asked, _) => found.push(asked.clone()),
    }
}

/// The least number of facts that must be otherwise, by trying all values of all combinations of up to two facts.
fn least(condition: &Condition, facts: &dyn Facts) -> Option<usize> {
    let mut asked = Vec::new();
    all_leaves(condition, &mut asked);
    let asked: Vec<Asked> = asked.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let holds =
        |changed: Vec<(Asked, Witness)>| truth(condition, &Otherwise { facts, changed }) == Truth::True;
    let one = asked.iter().any(|one| values(one).into_iter().any(|value| holds(vec![(one.clone(), value)])));
    if one {
        return Some(1);
    }
    let two = asked.iter().enumerate().any(|(at, one)| {
        asked.iter().skip(at + 1).any(|other| {
            values(one).into_iter().any(|first| {
                values(other)
                    .into_iter()
                    .any(|second| holds(vec![(one.clone(), first.clone()), (other.clone(), second)]))
            })
        })
    });
    two.then_some(2)
}

fn known() -> impl Strategy<Value = Known> {
    let names = [
        "score",
        "contacts",
        "daysSince.replied",
        "daysUntil.renewal",
        "attribute.size",
        "need",
        "budget",
        "attribute.big",
        "attribute.trade",
    ];
    let each = names.map(|name| {
        let asked: Asked = read(&json!(name).to_string()).unwrap();
        select(values(&asked)).prop_map(move |value| match value {
            Witness::Value(value) => Some((asked.clone(), value)),
            Witness::Unknown => None,
        })
    });
    each.to_vec().prop_map(|known| Known(known.into_iter().flatten().collect()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn any_condition_explains_itself(document in condition(), facts in known()) {
        let condition: Condition = read(&document.to_string()).unwrap();
        let named = leaves(&condition, &facts);
        if truth(&condition, &facts) == Truth::True {
            for leaf in &named {
                prop_assert!(leaf.is_met(&facts), "{:?}", leaf);
            }
            // Some conditions are true whatever a fact is: need is yes, or need is not yes.
            let mut other = Vec::new();
            all_leaves(&condition, &mut other);
            other.retain(|asked| asked_for(&named).contains(asked));
            let only_named = other.len() == named.len();
            if let Some(without) = without(&facts, &named).filter(|_| !named.is_empty() && only_named) {
                prop_assert_ne!(truth(&condition, &without), Truth::True);
            }
            prop_assert_eq!(smallest_change(&condition, &facts), None);
            return Ok(());
        }
        for leaf in &named {
            prop_assert!(!leaf.is_met(&facts), "{:?}", leaf);
        }
        match smallest_change(&condition, &facts) {
            Some(change) => {
                prop_assert_eq!(truth(&condition, &with(&facts, &change)), Truth::True, "{:?}", change);
                let facts_changed = asked_for(&change).len();
                let least = least(&condition, &facts);
                prop_assert!(least.is_none_or(|least| facts_changed <= least), "{} of {:?}", facts_changed, least);
            }
            None => prop_assert_eq!(least(&condition, &facts), None),
        }
    }
}

/// What is absent, empty or of the wrong type never makes a comparison true, whichever way round it is asked.
#[test]
fn next_4_what_has_come_about_is_not_wished_away() {
    let asked = |name: &str| -> Asked { read(&json!(name).to_string()).unwrap() };
    let facts =
        Known([(asked("lastObjective"), FactValue::Name("propose".to_owned()))].into_iter().collect());
    let change = |condition: Value| -> Vec<String> {
        let condition: Condition = read(&condition.to_string()).unwrap();
        smallest_change(&condition, &facts).unwrap().iter().map(words).collect()
    };
    let never = json!({ "not": { "known": "lastObjective" } });
    let agreed = json!({ "fact": "lastObjective", "is": "agree" });
    assert_eq!(change(json!({ "any": [never, agreed] })), ["last objective is agree (now: propose)"]);
    // Where nothing else would do, it is told that this is over.
    assert_eq!(change(never), ["last objective is not known (now: propose, and it stays known)"]);
    // What has not come about is not for anybody to find out.
    let quote = json!({ "fact": "daysSince.askedForQuote", "atMost": 3 });
    assert_eq!(change(quote), ["days since asked for quote is at most 3 (none so far)"]);
    let need = json!({ "fact": "need", "is": "yes" });
    assert_eq!(change(need), ["need is yes (nobody knows yet)"]);
}

#[test]
fn next_4_what_nobody_knows_is_neither_true_nor_false() {
    let text = |text: &str| Some(FactValue::Text(text.to_owned()));
    let number = |number: f64| Some(FactValue::Number(number));
    let comparisons = [
        (json!({ "is": 3 }), "number"),
        (json!({ "isNot": 3 }), "number"),
        (json!({ "oneOf": [3, 4] }), "number"),
        (json!({ "atLeast": 3 }), "number"),
        (json!({ "atMost": 3 }), "number"),
        (json!({ "is": "oak" }), "text"),
        (json!({ "isNot": "oak" }), "text"),
        (json!({ "oneOf": ["oak", "elm"] }), "text"),
        (json!({ "is": true }), "flag"),
        (json!({ "isNot": true }), "flag"),
        (json!({ "oneOf": [true] }), "flag"),
    ];
    let found = [
        ("absent", None),
        ("text", text("3")),
        ("text", text("three")),
        ("text", text("true")),
        ("text", text("")),
        ("number", number(0.0)),
        ("number", number(f64::NAN)),
        ("flag", Some(FactValue::Flag(true))),
        ("flag", Some(FactValue::Flag(false))),
    ];
    let size = Asked::Attribute("size".to_owned());
    let mut checked = 0;
    for (comparison, expects) in &comparisons {
        let mut plain = comparison.clone();
        plain["fact"] = json!("attribute.size");
        let not = json!({ "not": plain.clone() });
        for (is, value) in &found {
            let facts = Known(value.iter().map(|value| (size.clone(), value.clone())).collect());
            if is == expects && !matches!(value, Some(FactValue::Number(number)) if number.is_nan()) {
                continue;
            }
            for document in [&plain, &not] {
                let condition: Condition = read(&document.to_string()).unwrap();
                assert_eq!(truth(&condition, &facts), Truth::Unknown, "{document} of {value:?}");
                let any = json!({ "any": [document, { "known": "attribute.nothing" }] });
                let any: Condition = read(&any.to_string()).unwrap();
                assert_ne!(truth(&any, &facts), Truth::True);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 2 * (5 * 8 + 3 * 5 + 3 * 7));
}

/// What a plan can't mean is refused when it is read, so that it can't be true by accident.
#[test]
fn plan_5_conditions_that_compare_what_can_not_be_compared_are_refused() {
    for document in [
        json!({ "fact": "score", "is": "high" }),
        json!({ "fact": "need", "atLeast": 1 }),
        json!({ "fact": "need", "is": "perhaps" }),
        json!({ "fact": "score", "oneOf": [] }),
        json!({ "fact": "attribute.", "is": 1 }),
        json!({ "fact": "daysUntil.", "atMost": 1 }),
        json!({ "fact": "daysUntil.renewal", "is": "soon" }),
        json!({ "fact": "score", "atLeast": null }),
        json!({ "fact": "score", "atLeast": 1, "atMost": 3 }),
        json!({ "known": "scores" }),
        json!({ "always": false }),
    ] {
        assert!(read::<Condition>(&document.to_string()).is_err(), "{document}");
    }
}
