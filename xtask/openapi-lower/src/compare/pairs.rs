//! Finds what belongs together in two lists.

/// Moves matching elements of both lists to `pairs`, each with the first match that is left.
pub(super) fn pair_up<T: Copy>(
    old: &mut Vec<T>,
    new: &mut Vec<T>,
    pairs: &mut Vec<(T, T)>,
    matches: impl Fn(&T, &T) -> bool,
) {
    old.retain(|candidate| {
        let found = new.iter().position(|other| matches(candidate, other));
        if let Some(index) = found {
            pairs.push((*candidate, new.remove(index)));
        }
        found.is_none()
    });
}

/// Returns the pairs of a removed and an added element that match each other and nothing else.
pub(super) fn probable_renames<T: Copy>(removed: &[T], added: &[T], matches: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let mut renames = Vec::new();
    for old in removed {
        let candidates: Vec<T> = added.iter().copied().filter(|new| matches(*old, *new)).collect();
        if let [new] = candidates.as_slice()
            && removed.iter().filter(|other| matches(**other, *new)).count() == 1
        {
            renames.push((*old, *new));
        }
    }
    renames
}
