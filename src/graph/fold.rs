//! x
pub(crate) fn fold(t: &str) -> String {
    t.to_lowercase()
}
