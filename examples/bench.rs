//! The native side of `npm run bench`: reads a book, then does one task for each line it is sent, and answers with a
//! line of JSON that says how long it took.
//!
//! `cargo run --release --example bench -- BOOK STORE`
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement that can't be made fails by panicking"
)]

use nextsale::engine::Engine;
use nextsale::journal::fact::Fact;
use nextsale::value::document::read;
use nextsale::value::id::{BookId, ReplicaId};
use nextsale::value::zone::Now;
use nextsale::view::query::Query;
use serde_json::{Value, json};
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

/// Facts and the moment at which they were recorded.
struct Recording {
    now: Now,
    facts: String,
}

struct Contestant {
    now: Now,
    recordings: Vec<Recording>,
    /// What happens afterwards, fact by fact, the next one last.
    news: Vec<Recording>,
    pairs: Vec<(String, String)>,
    /// The quote that is asked for.
    request: Value,
    engine: Engine,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut file = || {
        let path = arguments.next().expect("BOOK STORE");
        let text = std::fs::read_to_string(&path).expect("a file that can be read");
        serde_json::from_str::<Value>(&text).expect("JSON")
    };
    let mut contestant = Contestant::of(&file(), &file());
    let mut output = std::io::stdout().lock();
    for task in std::io::stdin().lock().lines() {
        let answer = contestant.answer(&task.expect("a line"));
        writeln!(output, "{answer}").expect("somebody who listens");
        output.flush().expect("somebody who listens");
    }
}

impl Contestant {
    fn of(book: &Value, store: &Value) -> Contestant {
        let list = |name: &str| book[name].as_array().expect("a list").iter();
        let recording =
            |told: &Value, facts: &str| Recording { now: now(&told["now"]), facts: told[facts].to_string() };
        let pairs: Vec<(String, String)> = serde_json::from_value(store.clone()).expect("pairs");
        Contestant {
            now: now(&book["now"]),
            recordings: list("recordings").map(|told| recording(told, "facts")).collect(),
            news: list("news").rev().map(|told| recording(told, "fact")).collect(),
            pairs,
            request: quote(&book["request"]),
            engine: engine(),
        }
    }

    fn answer(&mut self, task: &str) -> Value {
        match task {
            "ready" => json!({}),
            "record" => {
                let begun = Instant::now();
                self.engine = self.recorded();
                took(begun)
            }
            "open" => {
                let begun = Instant::now();
                let mut engine = engine();
                engine.load(self.pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
                let took = took(begun);
                self.engine = engine;
                took
            }
            "anew" => {
                // Time that runs backwards makes all that was known of everybody's steps worthless.
                self.now.at = self.now.at.plus(-1);
                let query = day();
                let begun = Instant::now();
                black_box(self.look(&query));
                took(begun)
            }
            "news" => {
                let Recording { now, facts } = self.news.pop().expect("news");
                self.now = now;
                let query = day();
                let begun = Instant::now();
                let fact: Fact = read(&facts).expect("a fact");
                self.engine.record(&self.now, vec![fact], None).expect("a fact that counts");
                black_box(self.look(&query));
                took(begun)
            }
            "answers" => self.answers(),
            "quote" => {
                let text = self.request.to_string();
                let begun = Instant::now();
                let query: Query = read(&text).expect("a query");
                black_box(self.look(&query));
                took(begun)
            }
            "quoted" => {
                let query: Query = read(&self.request.to_string()).expect("a query");
                serde_json::to_value(self.look(&query)).expect("JSON")
            }
            query => {
                let query: Query = read(query).expect("a query");
                let begun = Instant::now();
                black_box(self.look(&query));
                took(begun)
            }
        }
    }

    fn recorded(&self) -> Engine {
        let mut engine = engine();
        for Recording { now, facts } in &self.recordings {
            let facts: Vec<Fact> = read(facts).expect("facts");
            if let Err(failure) = engine.record(now, facts, None) {
                panic!("{}", failure.view(now).message);
            }
        }
        engine
    }

    fn look(&self, query: &Query) -> impl serde::Serialize {
        match self.engine.look(&self.now, query) {
            Ok(view) => view,
            Err(failure) => panic!("{}", failure.view(&self.now).message),
        }
    }

    /// What the others have to answer too: everybody's score and first step, the order of approach, the day.
    fn answers(&self) -> Value {
        let all = json!({ "type": "leads", "limit": 1_000_000 });
        let ask = |query: Value| {
            let query = read(&query.to_string()).expect("a query");
            serde_json::to_value(self.look(&query)).expect("JSON")
        };
        let leads = ask(all);
        let rows = leads["rows"].as_array().expect("rows");
        let parties = rows.iter().map(|row| {
            let view = ask(json!({ "type": "party", "party": row["party"] }));
            json!({ "party": row["party"], "score": view["score"], "step": view["steps"].get(0) })
        });
        let parties: Vec<Value> = parties.collect();
        json!({ "parties": parties, "leads": rows, "day": ask(json!({ "type": "day" })) })
    }
}

fn engine() -> Engine {
    let book = BookId::parse("main").expect("a name");
    Engine::new(book, ReplicaId::parse("native").expect("a name")).expect("a plan without faults")
}

fn quote(request: &Value) -> Value {
    let mut query = request.clone();
    if let Some(fields) = query.as_object_mut() {
        fields.insert("type".to_owned(), json!("quote"));
    }
    query
}

fn day() -> Query {
    read(r#"{ "type": "day" }"#).expect("a query")
}

fn now(value: &Value) -> Now {
    read(&value.to_string()).expect("a moment with zones")
}

fn took(begun: Instant) -> Value {
    json!({ "ms": begun.elapsed().as_secs_f64() * 1000.0 })
}
