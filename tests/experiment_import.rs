//! Experiments from tables of their customers (PROMO-6): what columns are taken for, what is added up, what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test fails by panicking"
)]

#[allow(unreachable_pub, reason = "shared by tests, which are crates of their own")]
mod support;

use nextsale::engine::Engine;
use nextsale::exchange::preview::FilePreview;
use nextsale::exchange::request::{ImportFile, ImportRequest, TableKind};
use nextsale::value::document::read;
use serde_json::{Value, json};
use support::{MONDAY, at, described, engine, request};

/// A request for one file, with more about its experiment.
fn about(csv: &str, about: Value) -> ImportRequest {
    request(vec![ImportFile {
        experiment: Some(read(&about.to_string()).unwrap()),
        ..described("mailing.csv", csv.as_bytes())
    }])
}

fn preview(csv: &str) -> FilePreview {
    let request = request(vec![described("mailing.csv", csv.as_bytes())]);
    let mut preview = engine("a1").preview(&at(MONDAY), &request, csv.as_bytes());
    preview.files.remove(0)
}

/// What the columns are taken for.
fn meanings(csv: &str) -> Vec<String> {
    preview(csv).columns.into_iter().map(|column| column.meaning).collect()
}

/// What is shown of the only experiment of a book.
fn effect(engine: &Engine) -> Value {
    let id = engine.book().experiments().next().unwrap().experiment.to_string();
    let query = read(&json!({ "type": "effect", "experiment": id }).to_string()).unwrap();
    serde_json::to_value(engine.look(&at(MONDAY), &query).unwrap()).unwrap()
}

fn imported(csv: &str, more: Value) -> Engine {
    let mut engine = engine("a1");
    let imported = engine.import(&at(MONDAY), &about(csv, more), csv.as_bytes()).unwrap();
    assert_eq!(imported.preview.new_experiments, 1, "{:?}", imported.preview.files[0].fault);
    engine
}

/// So many rows under headings, the same few over and over.
fn table(headings: &str, rows: &[&str], times: usize) -> String {
    let mut csv = format!("{headings}\n");
    for _ in 0..times {
        rows.iter().for_each(|row| csv.push_str(&format!("{row}\n")));
    }
    csv
}

/// The figures of SciPy and statsmodels, computed customer by customer (`tests/reference/effect.py`).
#[test]
fn promo_6_an_imported_experiment_has_the_intervals_of_an_independent_implementation() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/");
    let csv = std::fs::read_to_string(format!("{folder}experiment.csv")).unwrap();
    let figures: Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{folder}effect.json")).unwrap()).unwrap();
    let view = effect(&imported(&csv, json!({ "assigned": "atRandom" })));
    assert_eq!(view["control"], "No E-Mail");
    let same = |outcome: &Value, expected: &Value| {
        let found = [&outcome["difference"], &outcome["interval"]["low"], &outcome["interval"]["high"]];
        for (found, expected) in found.into_iter().zip(expected.as_array().unwrap()) {
            let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
            assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{outcome}: not {expected}");
        }
    };
    for arm in view["arms"].as_array().unwrap() {
        let expected = &figures["experiment"][arm["arm"].as_str().unwrap()];
        for outcome in arm["outcomes"].as_array().unwrap() {
            same(outcome, &expected["all"][outcome["outcome"].as_str().unwrap()]);
        }
    }
    let groupings = view["groupings"].as_array().unwrap();
    let channel = groupings.iter().find(|grouping| grouping["by"] == "channel").unwrap();
    let web = channel["groups"].as_array().unwrap().iter().filter(|group| group["group"] == "Web");
    let mut compared = 0;
    for group in web {
        let expected = &figures["experiment"][group["arm"].as_str().unwrap()]["web"];
        // Too few buyers in one group for Welch's interval of what they spend.
        for outcome in group["outcomes"].as_array().unwrap().iter().filter(|each| !each["interval"].is_null())
        {
            same(outcome, &expected[outcome["outcome"].as_str().unwrap()]);
            compared += 1;
        }
    }
    assert!(compared >= 4);
    let by: Vec<&str> = groupings.iter().map(|grouping| grouping["by"].as_str().unwrap()).collect();
    assert_eq!(by, ["recency", "history", "newbie", "channel"]);
}

#[test]
fn promo_6_columns_of_experiments_are_told_by_headings_and_cells() {
    let mail = table(
        "recency,zip_code,channel,segment,visit,conversion,spend",
        &[
            "10,Urban,Phone,Womens E-Mail,0,0,0",
            "2,Rural,Web,No E-Mail,1,1,29.99",
            "7,Urban,Web,No E-Mail,0,0,0",
        ],
        40,
    );
    assert_eq!(meanings(&mail), ["group", "group", "group", "arm", "visited", "converted", "worth"]);
    let rows: Vec<String> = (0..100)
        .map(|id| {
            format!(
                "{id},{},{},True,{},Monday",
                1_069_124 + id,
                if id % 9 == 0 { "psa" } else { "ad" },
                id * 3
            )
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let advertising = table(",user id,test group,converted,total ads,most ads day", &rows, 1);
    assert_eq!(meanings(&advertising), ["ignore", "id", "arm", "converted", "ignore", "ignore"]);
    let rows: Vec<String> = (0..100)
        .map(|id| {
            format!(
                "{},gate_{},{},{},False",
                116 + id,
                if id % 2 == 0 { 30 } else { 40 },
                id % 37,
                id % 3 == 0
            )
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let game = table("userid,version,sum_gamerounds,retention_1,retention_7", &rows, 1);
    assert_eq!(meanings(&game), ["id", "arm", "otherAmount", "cameBack", "cameBack"]);
    let found = preview(&game).experiment.unwrap();
    assert_eq!((found.control.as_str(), found.arms.len(), found.assigned), ("gate_30", 2, None));
}

#[test]
fn promo_6_a_table_of_people_is_no_experiment() {
    for csv in [
        "Name,Email,Group,Converted\nAda,ada@example.org,A,yes\nBob,bob@example.org,B,no\n",
        "account,sector,segment,revenue\nAcme,retail,large,12\n",
        "opportunity_id,account,segment,deal_stage,close_value,sales\n1,Acme,a,Won,5,1\n2,Beta,a,Lost,0,2\n",
    ] {
        assert_ne!(preview(csv).table, TableKind::Experiment, "{csv}");
    }
}

#[test]
fn promo_6_rows_that_do_not_count_are_named_with_their_place() {
    let mut csv = table("id,group,bought,spend", &[], 0);
    for id in 0..60 {
        csv.push_str(&format!("c{id},{},{},{}\n", ["a", "control"][id % 2], id % 3 / 2, id % 3 / 2 * 7));
    }
    csv.push_str("c60,,1,5\nc61,a,perhaps,0\nc62,a,1,lots\nc63,a,,0\nc5,a,1,7\nc64,a\nc65,a,1,\nc66,a,0,\n");
    let found = preview(&csv);
    let problems: Vec<(u32, Option<&str>)> =
        found.problems.iter().map(|problem| (problem.line, problem.column.as_deref())).collect();
    assert_eq!(
        problems,
        [
            (62, Some("group")),
            (63, Some("bought")),
            (64, Some("spend")),
            (65, Some("bought")),
            (66, None),
            (67, None),
            (68, Some("spend")),
        ]
    );
    // Who did not buy and of whom nothing is told spent nothing.
    assert_eq!((found.rows, found.accepted, found.refused), (68, 61, 7));
    assert_eq!(found.experiment.unwrap().arms.iter().map(|arm| arm.customers).sum::<u32>(), 61);
}

#[test]
fn promo_6_what_the_file_does_not_tell_can_be_told() {
    let rows: Vec<String> = (0..4000)
        .map(|row| {
            let (arm, bought) =
                (["old", "new", "newer"][row % 3], row % 10 == 0 || (row % 3 == 1 && row % 7 == 0));
            format!("{arm},{},{}", u8::from(bought), ["north", "south"][row % 2])
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let csv = table("offer,paid,region", &rows, 1);
    let mut request = about(
        &csv,
        json!({
            "experiment": "e_offer", "name": "New offer", "promotion": "po_new", "control": "old",
            "assigned": "atRandom", "shares": { "old": 1, "new": 1, "newer": 1 },
        }),
    );
    request.files[0].table = Some(TableKind::Experiment);
    request.files[0].columns.insert("1".to_owned(), "converted".to_owned());
    let mut engine = engine("a1");
    let imported = engine.import(&at(MONDAY), &request, csv.as_bytes()).unwrap();
    assert_eq!(imported.recorded.entries.len(), 1);
    let view = effect(&engine);
    assert_eq!(
        (&view["name"], &view["experiment"], &view["promotion"]),
        (&json!("New offer"), &json!("e_offer"), &json!("po_new"))
    );
    assert_eq!(view["arms"][0]["outcomes"][0]["verdict"], "works");
    assert_eq!(view["comparability"]["doubts"], json!([]));
    // The same file again changes nothing.
    let again = engine.import(&at(MONDAY), &request, csv.as_bytes()).unwrap();
    assert!(again.recorded.entries.is_empty());
    request.files[0].experiment.as_mut().unwrap().control = nextsale::value::text::Line::parse("nobody");
    let fault = engine.preview(&at(MONDAY), &request, csv.as_bytes()).files.remove(0).fault.unwrap();
    assert!(fault.text.contains("nobody"), "{}", fault.text);
}

#[test]
fn promo_6_a_column_that_tells_the_arm_once_more_is_no_group() {
    let csv = table(
        "group,landing,converted,device",
        &["control,old,0,phone", "control,old,1,desk", "treatment,new,1,desk", "treatment,new,0,phone"],
        50,
    );
    let found = preview(&csv).experiment.unwrap();
    assert_eq!(found.same_as_arm, ["landing"]);
    assert_eq!(found.groupings.iter().map(|grouping| grouping.by.as_str()).collect::<Vec<_>>(), ["device"]);
}

#[test]
fn promo_6_files_that_are_no_experiments_say_why() {
    let fault = |csv: &str, columns: &[(&str, &str)]| {
        let mut file =
            ImportFile { table: Some(TableKind::Experiment), ..described("mailing.csv", csv.as_bytes()) };
        for (index, meaning) in columns {
            file.columns.insert((*index).to_owned(), (*meaning).to_owned());
        }
        let preview = engine("a1").preview(&at(MONDAY), &request(vec![file]), csv.as_bytes());
        preview.files[0].fault.as_ref().map(|fault| fault.text.clone()).unwrap_or_default()
    };
    let csv = "x,y\na,1\nb,0\na,0\nb,1\n";
    assert!(fault(csv, &[("1", "converted")]).contains("what each customer got"));
    assert!(fault(csv, &[("0", "arm"), ("1", "ignore")]).contains("what came of it"));
    assert!(fault(csv, &[("0", "arm"), ("1", "arm")]).contains("Several columns"));
    assert!(fault("x,y\na,1\na,0\n", &[("0", "arm"), ("1", "converted")]).contains("2 to 20 arms"));
    assert!(fault("x,y\n", &[("0", "arm"), ("1", "converted")]).contains("no rows"));
    assert_eq!(fault(csv, &[("0", "arm"), ("1", "converted")]), "");
}

#[test]
fn promo_6_other_decimal_marks_and_delimiters_are_understood() {
    let csv = table("group;umsatz", &["a;1.234,50", "b;0,00", "a;12,25", "b;3,75"], 30);
    let view = effect(&imported(&csv, json!({})));
    let spend = &view["arms"][0]["outcomes"][0];
    let both = [spend["with"]["value"].as_f64().unwrap(), spend["without"]["value"].as_f64().unwrap()];
    assert_eq!(both, [1.875, 623.375]);
}
