//! Problems of documents in words.

use crate::value::document::{Fault, Problem};

/// A problem: where, what is wrong, what is allowed.
///
/// ```
/// use nextsale::{say::en::problem::problem, value::{document::read, money::Money}};
/// let problems = read::<Money>(r#"{ "minor": 5, "currency": "EURO" }"#).unwrap_err();
/// assert_eq!(problem(&problems[0]), "currency: “EURO” is not allowed; allowed is an ISO 4217 currency code like EUR");
/// ```
pub fn problem(problem: &Problem) -> String {
    let place = if problem.path.is_empty() { "the document" } else { &problem.path };
    format!("{place}: {}", at_its_place(problem))
}

/// A problem that is shown where it is: what is wrong, what is allowed.
pub fn at_its_place(problem: &Problem) -> String {
    let wrong = match &problem.fault {
        Fault::NotJson { detail } => format!("is not JSON ({detail})"),
        Fault::Missing => return format!("is missing: {}", problem.allowed),
        Fault::UnknownField => "is not a known field".to_owned(),
        Fault::UnknownName { found } => format!("“{found}” is not known"),
        Fault::WrongType { found } => format!("is {found}"),
        Fault::NotAllowed { found } => format!("“{found}” is not allowed"),
        Fault::Duplicate { found } => format!("“{found}” is there twice"),
        Fault::Unreachable => "can't be reached".to_owned(),
    };
    let likely = match &problem.likely {
        Some(likely) => format!("; did you mean “{likely}”?"),
        None => String::new(),
    };
    format!("{wrong}; allowed is {}{likely}", problem.allowed)
}

/// Several problems as one message.
pub fn problems(all: &[Problem]) -> String {
    match all {
        [only] => problem(only),
        all => {
            let lines: Vec<String> = all.iter().map(problem).collect();
            format!("{} problems: {}", all.len(), lines.join(" · "))
        }
    }
}
