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
