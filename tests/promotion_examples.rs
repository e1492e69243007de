//! The worked examples in `examples/promotions.md`, figure by figure (PROMO-1 to PROMO-5).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::judge::quote::answer::Quoted;
use nextsale::offer::request::QuoteRequest;
use nextsale::value::id::{LineId, PromotionId, QuoteId};
use nextsale::value::money::{Currency, Money};
use serde_json::{Value, json};
use support::quoting::{Shop, reads};

const PAGE: &str = include_str!("../examples/promotions.md");

struct Example<'a> {
    title: &'a str,
    json: &'a str,
    /// What stands below the JSON: tables and what did not apply.
    result: &'a str,
}

fn examples() -> Vec<Example<'static>> {
    PAGE.split("\n## ")
        .skip(1)
        .map(|section| {
            let (title, rest) = section.split_once('\n').unwrap();
            let (_, rest) = rest.split_once("```json\n").unwrap();
            let (json, result) = rest.split_once("\n```\n").unwrap();
            Example { title, json, result: result.trim() }
        })
        .collect()
}

/// An amount with the decimals of its currency.
fn decimal(minor: i64, currency: Currency) -> String {
    Money::new(minor, currency).unwrap().to_string().split(' ').next().unwrap().to_owned()
}

/// What an example comes to, as the page shows it: with amounts as `write` writes them.
fn result(document: &Value, write: &dyn Fn(i64, Currency) -> String) -> String {
    let mut promotions = document["promotions"].clone();
    promotions = promotions
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, terms)| (id[3..].to_owned(), terms.clone()))
        .collect();
    let mut shop = Shop::with(promotions);
    if let Some(rules) = document.get("rules") {
        shop = shop.ruled(rules.clone());
    }
    let request: QuoteRequest = reads(&document["quote"]);
    let quoted = shop.ask(&request);
    let mut text = table(&quoted, write);
    for each in &quoted.not_applied {
        let name = each.promotion.as_ref().map(|id| format!("`{id}`")).unwrap_or_default();
        let code = each.code.as_ref().map(|code| format!("`{code}`")).unwrap_or_default();
        let who = [name, code].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" with ");
        text += &format!("\n\nNot applied: {who}, `{}`.", each.reason.name());
    }
    for given in quoted.applied.iter().flat_map(|applied| &applied.gives) {
        text += &format!("\n\nAdded: {} × `{}`.", given.quantity, given.product.as_ref().unwrap());
    }
    if let Some(returns) = document.get("returns") {
        text += "\n\n";
        text += &after_returns(&mut shop, &request, &quoted, returns, write);
    }
    text
}

fn table(quoted: &Quoted, write: &dyn Fn(i64, Currency) -> String) -> String {
    let amount = |minor: i64| write(minor, quoted.currency);
    let ids: Vec<&PromotionId> = quoted.applied.iter().map(|applied| &applied.promotion).collect();
    let names: String = ids.iter().map(|id| format!(" `{id}` |")).collect();
    let mut rows =
        vec![format!("| | list |{names} to pay |"), format!("|---|---|{}---|", "---|".repeat(ids.len()))];
    for line in &quoted.lines {
        let of = |id: &&&PromotionId| {
            line.shares.iter().find(|share| share.promotion == ***id).map_or(0, |share| share.amount.0)
        };
        let shares: String = ids.iter().map(|id| format!(" {} |", amount(of(&id)))).collect();
        let (before, after) = (amount(line.total.before.0), amount(line.total.after.0));
        rows.push(format!("| {} | {before} |{shares} {after} |", line.line));
    }
    if quoted.delivery.total.before.0 > 0 {
        let shares: String =
            quoted.applied.iter().map(|applied| format!(" {} |", amount(applied.delivery.0))).collect();
        let (before, after) = (amount(quoted.delivery.total.before.0), amount(quoted.delivery.total.after.0));
        rows.push(format!("| delivery | {before} |{shares} {after} |"));
    }
    let shares: String =
        quoted.applied.iter().map(|applied| format!(" {} |", amount(applied.amount.0))).collect();
    let (before, after) = (amount(quoted.total.before.0), amount(quoted.total.after.0));
    rows.push(format!("| **total** | {before} |{shares} {after} |"));
    rows.join("\n")
}

/// What the ledger says when the quote is accepted, after each return.
fn after_returns(
    shop: &mut Shop,
    request: &QuoteRequest,
    quoted: &Quoted,
    returns: &Value,
    write: &dyn Fn(i64, Currency) -> String,
) -> String {
    let (quote, currency) = (QuoteId::parse("q_1").unwrap(), request.currency);
    let promotion = shop.promotions.keys().next().unwrap().clone();
    let mut rows = vec![
        "| returned | refund | taken back | in use | spent |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    shop.ledger.accept(&quote, None, shop.now, &quoted.reservation);
    for each in returns.as_array().unwrap() {
        let line = LineId::parse(each["line"].as_str().unwrap()).unwrap();
        let units = u32::try_from(each["quantity"].as_u64().unwrap()).unwrap();
        let back = shop.ledger.give_back(&quote, &line, units);
        rows.push(format!(
            "| {units} × {line} | {} | {} | {} | {} |",
            write(back.refund, currency),
            write(back.taken_back, currency),
            shop.ledger.uses(&promotion),
            write(shop.ledger.spent(&promotion, currency), currency),
        ));
    }
    rows.join("\n")
}

/// The same example in another currency, with the same minor units.
fn in_currency(document: &Value, currency: &str) -> Value {
    match document {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let value = if name == "currency" { json!(currency) } else { in_currency(value, currency) };
                (name.clone(), value)
            })
            .collect(),
        Value::Array(values) => values.iter().map(|value| in_currency(value, currency)).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_example_comes_to_what_the_page_says() {
    let all = examples();
    assert!(all.len() > 25);
    for currency in ["JPY", "EUR", "KWD"] {
        assert!(all.iter().filter(|each| each.json.contains(currency)).count() > 4, "{currency}");
    }
    for Example { title, json, result: expected } in all {
        let document: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{title}: {error}"));
        let found = result(&document, &decimal);
        assert_eq!(found, expected, "{title}\n\n{found}\n");
    }
}

#[test]
fn the_currency_changes_nothing_but_where_the_decimals_stand() {
    for Example { title, json, .. } in examples() {
        let document: Value = serde_json::from_str(json).unwrap();
        let minor = |currency: &str| result(&in_currency(&document, currency), &|minor, _| minor.to_string());
        let euro = minor("EUR");
        assert_eq!((minor("JPY"), minor("KWD")), (euro.clone(), euro), "{title}");
    }
}
