//! The numbers that coders rate statements with.

use super::parser::short;
use crate::model::Confidence;

/// A confidence; what is wrong with the text otherwise.
pub(super) fn rated(text: &str) -> Result<Confidence, String> {
    let number = match decimal(text) {
        Some(number) => number,
        None => text.parse().map_err(|_| format!("`{}` is no number; write one from 0 to 1", short(text)))?,
    };
    Confidence::new(number).map_err(|error| error.to_string())
}

/// The number that a digit, a point and a few digits spell. Both parts of the quotient are exact, so it is the nearest.
#[inline]
fn decimal(text: &str) -> Option<f64> {
    const TENS: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    let [whole @ b'0'..=b'9', b'.', part @ ..] = text.as_bytes() else { return None };
    let mut digits = u32::from(whole - b'0');
    if part.is_empty() || part.len() > 8 || !part.iter().all(u8::is_ascii_digit) {
        return None;
    }
    for byte in part {
        digits = digits * 10 + u32::from(byte - b'0');
    }
    Some(f64::from(digits) / TENS.get(part.len())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_the_number_that_std_reads() {
        let mut seen = 0;
        for number in 0..100_000_u32 {
            for text in [format!("0.{number}"), format!("{}.{:04}", number / 10_000, number % 10_000)] {
                assert_eq!(decimal(&text), Some(text.parse().unwrap()), "{text}");
                seen += 1;
            }
        }
        assert_eq!(seen, 200_000);
        for text in ["", ".", "1", ".5", "5.", "1e3", "-0.1", "10.5", "0.123456789", "0.1x", "NaN"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
