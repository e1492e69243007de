//! Other systems' stages → those of the plan: by name, then by how likely a sale is from there.

use super::heading::folded;
use crate::plan::Plan;
use crate::plan::pipeline::{PipelineKind, Stage};

/// What a word says of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Open,
    Won,
    Lost,
}

/// Whether a word for a stage or a state says that a deal is won or lost.
pub(super) fn standing(word: &str) -> Option<Standing> {
    const WON: [&str; 6] = ["won", "gewonnen", "gagné", "gagne", "ganado", "ganada"];
    const LOST: [&str; 10] = [
        "lost",
        "verloren",
        "perdu",
        "perdido",
        "perdida",
        "dead",
        "abandoned",
        "disqualified",
        "cancelled",
        "canceled",
    ];
    let word = word.to_lowercase();
    let whole = folded(&word);
    let has = |list: &[&str]| {
        list.contains(&whole.trim_start_matches("closed"))
            || word.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|part| list.contains(&part))
    };
    match whole.as_str() {
        _ if has(&WON) => Some(Standing::Won),
        _ if has(&LOST) => Some(Standing::Lost),
        "open" | "ongoing" | "onhold" | "inprogress" | "active" | "new" | "offen" => Some(Standing::Open),
        _ => None,
    }
}

/// How likely a sale is at the stages that systems come with, in percent.
const DEAL_LADDER: &[(u8, &str)] = &[
    (
        10,
        "prospecting new newlead lead appointmentscheduled identified qualification screening \
         meeting discovery",
    ),
    (
        25,
        "qualified needsanalysis qualifiedtobuy engaging engaged contactmade valueproposition \
         valueprop interested demo demoready contacted needsdefined develop",
    ),
    (
        40,
        "iddecisionmakers identifydecisionmakers perceptionanalysis presentationscheduled \
         demoscheduled demonstration evaluation",
    ),
    (
        65,
        "proposal proposition proposalpricequote proposalmade proposalsent quote quotation \
         quotesent offer propose pricing",
    ),
    (
        80,
        "negotiation negotiationreview negotiationsstarted negotiations decisionmakerboughtin \
         contractsent contract commit verbalcommitment verbal close closing",
    ),
];

const LEAD_LADDER: &[(u8, &str)] = &[
    (
        5,
        "new open opennotcontacted notcontacted attempted attemptedtocontact assigned \
         contacted lead subscriber unread inprocess contactinfuture replied uncontacted",
    ),
    (
        15,
        "working workingcontacted connected engaged interested inprogress nurturing nurture \
         marketingqualifiedlead mql warm hot opportunity prequalified nurtured",
    ),
    (30, "qualified salesqualifiedlead sql closedconverted converted opendeal salesready"),
];

/// Words for leads that are not worth pursuing for now (SIGNAL-3).
const PARKED: &str = "unqualified closednotconverted disqualified junk junklead dead lost lostlead recycled \
         notinterested badtiming notqualified donotcontact inactive spam";

/// Is a lead of this status to be parked?
pub(super) fn is_parked(word: &str) -> bool {
    let word = folded(word);
    PARKED.split(' ').any(|each| each == word)
}

/// The plan's stage for a deal's stage of another system, or for its probability in percent.
pub(super) fn deal_stage<'p>(plan: &'p Plan, word: Option<&str>, percent: Option<f64>) -> Option<&'p Stage> {
    // Some systems write the pipeline behind the stage, in brackets.
    let bare = word.and_then(|word| word.split_once(" (")).map(|(word, _)| word);
    let each = [word, bare];
    let named = each.into_iter().flatten().find_map(|word| by_name(plan, PipelineKind::Deal, word));
    let known = || each.into_iter().flatten().find_map(|word| rung(DEAL_LADDER, word)).map(f64::from);
    named.or_else(|| known().or(percent).and_then(|percent| by_chance(plan, PipelineKind::Deal, percent)))
}

/// The plan's stage for a lead's status of another system.
pub(super) fn lead_stage<'p>(plan: &'p Plan, word: &str) -> Option<&'p Stage> {
    let known = || rung(LEAD_LADDER, word).map(f64::from);
    by_name(plan, PipelineKind::Lead, word)
        .or_else(|| known().and_then(|percent| by_chance(plan, PipelineKind::Lead, percent)))
}

fn by_name<'p>(plan: &'p Plan, kind: PipelineKind, word: &str) -> Option<&'p Stage> {
    let word = folded(word);
    let fits = |stage: &&Stage| folded(stage.name.as_str()) == word || folded(stage.id.as_str()) == word;
    plan.pipelines_of(kind).flat_map(|pipeline| &pipeline.stages).find(fits)
}

fn rung(ladder: &[(u8, &str)], word: &str) -> Option<u8> {
    let word = folded(word);
    ladder.iter().find(|(_, words)| words.split(' ').any(|each| each == word)).map(|(percent, _)| *percent)
}

/// The furthest stage that promises no more than the chance; the first where all promise more.
fn by_chance(plan: &Plan, kind: PipelineKind, percent: f64) -> Option<&Stage> {
    let pipeline = plan.pipeline(kind)?;
    let reached = pipeline.stages.iter().filter(|stage| f64::from(stage.chance_percent) <= percent);
    reached.max_by_key(|stage| stage.chance_percent).or_else(|| pipeline.stage(&pipeline.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in::standard;

    #[test]
    fn stages_map_by_name_then_ladder_then_chance() {
        let plan = standard().unwrap();
        let found = |word: &str, percent| {
            deal_stage(&plan, Some(word), percent).map(|stage| stage.id.as_str().to_owned())
        };
        assert_eq!(found("Proposing", None).as_deref(), Some("proposing"));
        assert_eq!(found("Prospecting", None).as_deref(), Some("exploring"));
        assert_eq!(found("Negotiation/Review", None).as_deref(), Some("agreeing"));
        assert_eq!(found("Proposal/Price Quote", None).as_deref(), Some("proposing"));
        assert_eq!(found("Our own word", Some(60.0)).as_deref(), Some("proposing"));
        assert_eq!(found("Our own word", None), None);
    }

    #[test]
    fn won_and_lost_are_read_from_words() {
        for word in ["Won", "Closed Won", "closedwon", "Closed - Won"] {
            assert_eq!(standing(word), Some(Standing::Won), "{word}");
        }
        assert_eq!(standing("Closed Lost"), Some(Standing::Lost));
        assert_eq!(standing("Won't buy"), None);
        assert_eq!(standing("Wonderful"), None);
    }
}
