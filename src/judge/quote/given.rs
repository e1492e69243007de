//! What promotions give beside the lines.

use super::best::Table;
use super::candidate::Candidate;
use crate::offer::gift::Gift;
use crate::offer::reservation::{Given, GivenKind};
use crate::offer::selector::amount_in;
use crate::value::money::{MinorUnits, Money};

/// What a promotion gives beside the lines.
pub(super) fn given(table: Table<'_, '_>, candidate: &Candidate<'_>, things: i64) -> Vec<Given> {
    let currency = table.goods.currency;
    let quantity = u32::try_from(things).unwrap_or(u32::MAX);
    if quantity == 0 {
        return Vec::new();
    }
    let of = |kind: GivenKind, quantity: u32, value: &[Money], cost: &[Money]| {
        let all = |amounts: &[Money]| {
            amount_in(amounts, currency).map(|amount| MinorUnits(amount.saturating_mul(quantity.into())))
        };
        let (value, cost) = (all(value), all(cost));
        let (product, name, line, days, minutes) = (None, None, None, None, None);
        Given { kind, product, name, line, quantity, days, minutes, value, cost }
    };
    match &candidate.terms.gives {
        Gift::FreeItem(gift) => vec![Given {
            product: Some(gift.product.clone()),
            name: gift.name.clone(),
            ..of(GivenKind::FreeItem, quantity, &gift.value, &gift.cost)
        }],
        Gift::Sample(gift) => vec![Given {
            product: gift.product.clone(),
            name: Some(gift.name.clone()),
            ..of(GivenKind::Sample, quantity, &gift.value, &gift.cost)
        }],
        Gift::Prize(gift) => vec![Given {
            name: Some(gift.name.clone()),
            ..of(GivenKind::Prize, quantity, &gift.value, &gift.cost)
        }],
        Gift::FreeTrial(gift) => vec![Given {
            product: gift.product.clone(),
            name: gift.name.clone(),
            days: Some(gift.days),
            ..of(GivenKind::FreeTrial, quantity, &gift.value, &gift.cost)
        }],
        Gift::Training(gift) => vec![Given {
            name: gift.name.clone(),
            minutes: gift.minutes,
            ..of(GivenKind::Training, quantity, &gift.value, &gift.cost)
        }],
        Gift::OtherService(gift) => vec![Given {
            name: Some(gift.name.clone()),
            ..of(GivenKind::OtherService, quantity, &gift.value, &gift.cost)
        }],
        Gift::Upgrade(gift) => {
            let mut left = quantity;
            let lines = candidate.spots.iter().filter_map(|spot| table.goods.lines.get(*spot));
            let upgraded = lines.filter_map(|line| {
                let units = line.quantity.min(left);
                left = left.saturating_sub(units);
                (units > 0).then(|| Given {
                    product: Some(gift.to.clone()),
                    name: gift.name.clone(),
                    line: Some(line.line.clone()),
                    ..of(GivenKind::Upgrade, units, &gift.value, &gift.cost)
                })
            });
            upgraded.collect()
        }
        Gift::PercentOff(_)
        | Gift::AmountOff(_)
        | Gift::FixedPrice(_)
        | Gift::MoneyOffNext(_)
        | Gift::BuyGet(_)
        | Gift::Delivery(_) => Vec::new(),
    }
}
