//! The cards of a file → parties.

use super::super::intake::{Accepted, Intake};
use super::super::preview::{FilePreview, ProblemEffect, RowProblem};
use super::super::words::shown;
use super::contents::{Property, chunks, properties};
use super::person::{Sketch, is_organisation};
use super::words::CardTrouble;

/// What became of a card, and what is only kept of it.
type Outcome = (Result<Accepted, CardTrouble>, Vec<RowProblem>);

/// Takes in the cards of a file, organisations first, so that people find theirs; tells in its preview what became
/// of them.
pub(in super::super) fn take_in(intake: &mut Intake<'_>, text: &str, preview: &mut FilePreview) {
    let cards: Vec<(u32, Result<Vec<Property>, CardTrouble>)> =
        chunks(text).iter().map(|chunk| (chunk.line, properties(chunk))).collect();
    preview.rows = crate::value::number::count(cards.len());
    let mut outcomes: Vec<Option<Outcome>> = cards.iter().map(|_| None).collect();
    for organisations in [true, false] {
        for ((line, card), outcome) in cards.iter().zip(&mut outcomes) {
            match card {
                Ok(card) if is_organisation(card) == organisations => {
                    let mut sketch = Sketch::new(*line);
                    let accepted = sketch.enter(intake, card);
                    *outcome = Some((accepted, sketch.problems));
                }
                Err(trouble) if organisations => *outcome = Some((Err(trouble.clone()), Vec::new())),
                _ => {}
            }
        }
    }
    for ((line, card), outcome) in cards.iter().zip(outcomes) {
        let Some((accepted, problems)) = outcome else { continue };
        let named = card.as_ref().ok().and_then(|card| card.iter().find(|property| property.name == "FN"));
        let refused = accepted.map_err(|trouble| RowProblem {
            line: *line,
            column: trouble.property().map(str::to_owned),
            value: match trouble.value() {
                value if value.is_empty() => named.map(|name| shown(&name.value)).unwrap_or_default(),
                value => value,
            },
            effect: ProblemEffect::RowRefused,
            text: trouble.text(),
        });
        preview.tell(*line, refused, problems);
    }
}
