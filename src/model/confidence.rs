//! How sure the coder is.

/// How sure the coder is of a statement or tie, from 0 (not at all) to 1 (certain).
///
/// Invariant: finite and within `0.0..=1.0`. A statement without one is unrated, not doubtful.
///
/// ```
/// use stancegraph::model::Confidence;
/// assert_eq!(Confidence::new(0.8).unwrap().get(), 0.8);
/// assert!(Confidence::new(f64::NAN).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence(f64);

/// A number that is no confidence.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("confidence {value} is off the scale; write a number from 0 (not at all sure) to 1 (certain)")]
pub struct ConfidenceError {
    value: f64,
}

impl Confidence {
    /// Reads a confidence.
    ///
    /// # Errors
    /// [`ConfidenceError`] off the scale or for NaN.
    pub fn new(value: f64) -> Result<Self, ConfidenceError> {
        let on_scale = (0.0..=1.0).contains(&value);
        on_scale.then_some(Self(value)).ok_or(ConfidenceError { value })
    }

    /// The number, within `0.0..=1.0`.
    pub const fn get(self) -> f64 {
        self.0
    }
}
