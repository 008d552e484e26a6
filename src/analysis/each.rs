//! The same done to each of many, on all cores where the feature `parallel` is on.

/// What comes of each item, in the order of the items: on however many threads, the same.
#[cfg(feature = "parallel")]
pub(super) fn each<T: Sync, R: Send>(items: &[T], of: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
    items.par_iter().map(of).collect()
}

/// What comes of each item, in the order of the items.
#[cfg(not(feature = "parallel"))]
pub(super) fn each<T, R>(items: &[T], of: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(of).collect()
}
