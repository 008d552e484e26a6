//! Two pieces of work that do not wait for each other.

/// Does both; at once with the feature `parallel`.
pub(super) fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    #[cfg(feature = "parallel")]
    if rayon::current_num_threads() > 1 {
        return rayon::join(one, other);
    }
    (one(), other())
}
