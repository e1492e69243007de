//! What the book knows of a deal.

use super::party::Entered;
use super::relationship::{Excuse, Rejection};
use crate::deal::outcome::Outcome;
use crate::value::attribute::Attribute;
use crate::value::id::{DealId, MemberId, PartyId, PipelineId, ProductId};
use crate::value::money::Money;
use crate::value::text::{Line, Text};
use crate::value::time::{Date, Timestamp};
use std::collections::{BTreeMap, BTreeSet};

/// What the book knows of a deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// Who may buy, if that is known.
    pub party: Option<PartyId>,
    /// What it is called.
    pub name: Line,
    /// What it is worth, if that is known.
    pub worth: Option<Money>,
    /// The outcome that the customer wants, in their words (CONTACT-7).
    pub desired_outcome: Option<Text>,
    /// Its products.
    pub products: Vec<ProductId>,
    /// When it began.
    pub opened_at: Timestamp,
    /// When it is expected to close.
    pub expected_close: Option<Date>,
    /// Who of us pursues it.
    pub owner: Option<MemberId>,
    /// Its ids in other systems.
    pub external_ids: BTreeSet<Line>,
    /// Custom fields.
    pub attributes: BTreeMap<Line, Attribute>,
    /// The stage it was moved to or began in; nothing means the first one.
    pub stage: Option<Entered>,
    /// The pipeline that it was opened in, if one was named.
    pub pipeline: Option<PipelineId>,
    /// Proposed steps that somebody did not want.
    pub rejections: Vec<Rejection>,
    /// Why it may take longer than the plan says.
    pub excuse: Option<Excuse>,
    /// How it ended; nothing means that it is open.
    pub closed: Option<Closed>,
}

/// How and when a deal ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    /// How.
    pub outcome: Outcome,
    /// When.
    pub at: Timestamp,
}

impl Deal {
    /// Is it neither won nor lost?
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// When it was won.
    pub fn won_at(&self) -> Option<Timestamp> {
        self.closed
            .as_ref()
            .filter(|closed| matches!(closed.outcome, Outcome::Won(_)))
            .map(|closed| closed.at)
    }
}
