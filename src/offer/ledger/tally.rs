//! Counting uses: of a promotion in all, and of each of its codes.

use super::sale::Left;
use crate::value::id::PartyId;
use crate::value::money::Currency;
use crate::value::text::Line;
use std::collections::BTreeMap;

/// What was used.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Count {
    uses: i64,
    by_party: BTreeMap<PartyId, i64>,
    spent: BTreeMap<Currency, i64>,
    pub(super) units: i64,
}

/// What was used of a promotion, in all and with each code.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) all: Count,
    codes: BTreeMap<String, Count>,
}

impl Tally {
    pub(super) fn count(
        &mut self,
        code: Option<&Line>,
        party: Option<&PartyId>,
        currency: Currency,
        left: &Left,
        sign: i64,
    ) {
        self.all.count(party, currency, left, sign);
        if let Some(code) = code {
            self.codes.entry(code.folded()).or_default().count(party, currency, left, sign);
        }
    }

    pub(super) fn of_code(&self, code: &Line) -> Option<&Count> {
        self.codes.get(&code.folded())
    }
}

impl Count {
    fn count(&mut self, party: Option<&PartyId>, currency: Currency, left: &Left, sign: i64) {
        let add = |sum: &mut i64, number: i64| *sum = sum.saturating_add(number.saturating_mul(sign));
        if left.is_anything() {
            add(&mut self.uses, 1);
            if let Some(party) = party {
                add(self.by_party.entry(party.clone()).or_default(), 1);
            }
        }
        add(self.spent.entry(currency).or_default(), left.amount.saturating_add(left.credit));
        add(&mut self.units, left.units);
    }

    pub(super) fn uses(&self) -> u32 {
        u32::try_from(self.uses).unwrap_or(0)
    }

    pub(super) fn uses_of(&self, party: &PartyId) -> u32 {
        self.by_party.get(party).and_then(|uses| u32::try_from(*uses).ok()).unwrap_or(0)
    }

    pub(super) fn spent(&self, currency: Currency) -> i64 {
        self.spent.get(&currency).copied().unwrap_or(0)
    }

    /// What was spent in each currency, in minor units.
    pub(super) fn spent_in_all(&self) -> impl Iterator<Item = (Currency, i64)> {
        self.spent.iter().map(|(currency, spent)| (*currency, *spent))
    }

    /// The customers that used it, and how often.
    pub(super) fn parties(&self) -> impl Iterator<Item = (&PartyId, u32)> {
        self.by_party.keys().map(|party| (party, self.uses_of(party)))
    }
}
