//! An amount spread over lines: by weights, to the minor unit, and into none more than it has room for.

use super::rounding::mul_div;
use crate::plan::quotes::Remainder;
use crate::value::order::{Rank, descending, sort};

/// A line that takes part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// The line.
    pub(super) spot: usize,
    /// Its weight.
    pub(super) weight: i64,
    /// The most that it can take.
    pub(super) room: i64,
    /// Who is first where two have the same claim to an odd unit.
    pub(super) rank: i64,
    /// What it gets.
    pub(super) share: i64,
}

/// Spreads an amount. What a line has no room for goes to the others; what finds no line is not given.
pub(super) fn spread(amount: i64, parts: &mut [Part], remainder: Remainder, order: &mut Vec<(Rank, usize)>) {
    for part in &mut *parts {
        part.share = 0;
    }
    let mut rest = amount;
    let weight = fill(&mut rest, parts);
    if weight == 0 {
        return;
    }
    order.clear();
    let mut odd = rest;
    for (index, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.share < part.room) {
        let (share, left) = mul_div(rest, part.weight, weight);
        part.share = share;
        odd = odd.saturating_sub(share);
        let claim = if remainder == Remainder::LargestRemainder { descending(left) } else { 0 };
        if part.weight > 0 {
            order.push(((claim, part.rank, 0), index));
        }
    }
    if odd > 0 {
        sort(order);
    }
    for (_, index) in order.iter() {
        if let Some(part) = parts.get_mut(*index).filter(|_| odd > 0) {
            part.share = part.share.saturating_add(1);
            odd = odd.saturating_sub(1);
        }
    }
}

/// Fills the lines whose part would be all that they have room for, and gives the weight of those that are left.
fn fill(rest: &mut i64, parts: &mut [Part]) -> i64 {
    loop {
        let open = parts.iter().filter(|part| part.share < part.room);
        let weight = open.fold(0_i64, |sum, part| sum.saturating_add(part.weight));
        let before = *rest;
        let mut filled = 0_i64;
        for part in parts.iter_mut().filter(|part| part.share < part.room && part.weight > 0) {
            if mul_div(before, part.weight, weight).0 >= part.room {
                part.share = part.room;
                filled = filled.saturating_add(part.room);
            }
        }
        *rest = before.saturating_sub(filled);
        if filled == 0 || *rest == 0 {
            let open = parts.iter().filter(|part| part.share < part.room);
            return if *rest == 0 {
                0
            } else {
                open.fold(0, |sum: i64, part| sum.saturating_add(part.weight))
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(amount: i64, parts: &[(i64, i64)], remainder: Remainder) -> Vec<i64> {
        let part = |(spot, (weight, room)): (usize, &(i64, i64))| {
            let rank = i64::try_from(spot).unwrap();
            Part { spot, weight: *weight, room: *room, rank, share: 0 }
        };
        let mut parts: Vec<Part> = parts.iter().enumerate().map(part).collect();
        spread(amount, &mut parts, remainder, &mut Vec::new());
        parts.iter().map(|part| part.share).collect()
    }

    #[test]
    fn odd_units_go_to_the_largest_remainder_and_then_to_the_earliest() {
        use Remainder::{FirstLines, LargestRemainder};
        assert_eq!(shares(100, &[(1, 100), (1, 100), (1, 100)], LargestRemainder), [34, 33, 33]);
        assert_eq!(shares(10, &[(15, 100), (25, 100), (60, 100)], LargestRemainder), [2, 2, 6]);
        assert_eq!(shares(10, &[(10, 100), (26, 100), (64, 100)], LargestRemainder), [1, 3, 6]);
        assert_eq!(shares(10, &[(14, 100), (27, 100), (59, 100)], FirstLines), [2, 3, 5]);
    }

    #[test]
    fn what_a_line_has_no_room_for_goes_to_the_others() {
        let largest = Remainder::LargestRemainder;
        assert_eq!(shares(100, &[(1, 10), (1, 100), (1, 100)], largest), [10, 45, 45]);
        assert_eq!(shares(100, &[(1, 10), (1, 40), (1, 100)], largest), [10, 40, 50]);
        assert_eq!(shares(100, &[(1, 10), (1, 20)], largest), [10, 20]);
        assert_eq!(shares(100, &[(1, 0), (0, 20)], largest), [0, 0]);
        let huge = 4_503_599_627_370_495;
        assert_eq!(shares(huge, &[(huge, huge), (huge, huge)], largest), [huge / 2 + 1, huge / 2]);
    }
}
