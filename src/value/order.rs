//! Putting things in order. One sort for all of them: every type of element would otherwise bring a sort of its own
//! into the engine, and with a dozen of them they would weigh more than the judges.

/// What decides an order: the first number, then the second, then the third.
pub type Rank = (i64, i64, i64);

/// A number that puts the largest first.
///
/// ```
/// use nextsale::value::order::descending;
/// assert!(descending(5) < descending(3));
/// ```
pub fn descending(number: i64) -> i64 {
    number.saturating_neg()
}

/// Things in the order of their ranks; those of equal rank stay as they stood.
///
/// ```
/// use nextsale::value::order::ranked;
/// assert_eq!(ranked(vec!["pear", "fig", "plum"], |word| (word.len() as i64, 0, 0)), ["fig", "pear", "plum"]);
/// ```
pub fn ranked<T>(things: Vec<T>, rank: impl Fn(&T) -> Rank) -> Vec<T> {
    let ranks: Vec<Rank> = things.iter().map(rank).collect();
    let mut waiting: Vec<Option<T>> = things.into_iter().map(Some).collect();
    let order = order(&ranks);
    order.into_iter().filter_map(|index| waiting.get_mut(index)?.take()).collect()
}

/// The indices of ranks in their order.
fn order(ranks: &[Rank]) -> Vec<usize> {
    let mut order: Vec<(Rank, usize)> = ranks.iter().copied().zip(0..).collect();
    sort(&mut order);
    order.into_iter().map(|(_, index)| index).collect()
}

/// Which elements left their places, if these are the places that they had: as few as could have, so that all others
/// stand to each other as they did.
///
/// ```
/// use nextsale::value::order::moved;
/// assert_eq!(moved(&[3, 0, 1, 2]), [true, false, false, false], "the last came first, and nobody else moved");
/// ```
pub fn moved(places: &[usize]) -> Vec<bool> {
    // Patience: for each length the row of ascending places that ends lowest, by the index of its end.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (index, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places.get(*end).is_some_and(|end| end < place));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut moved = vec![true; places.len()];
    let mut stays = ends.last().copied();
    while let Some(index) = stays {
        if let Some(moved) = moved.get_mut(index) {
            *moved = false;
        }
        stays = before.get(index).copied().flatten();
    }
    moved
}

/// Puts numbered ranks in order, where somebody keeps the list to use it again.
pub(crate) fn sort(ranks: &mut [(Rank, usize)]) {
    ranks.sort_unstable();
}
