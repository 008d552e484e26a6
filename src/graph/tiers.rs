//! When the parts of something that grows are made one: in geometric tiers, so that few parts stay and most work is on
//! small ones.

/// How many times the length of all parts after it a part has at least.
///
/// A million records are at most five parts; a record is copied some thirty times for each of them on its way to the first.
const STEP: usize = 32;

/// How many of the last parts are to be made one, the newest included; `lengths` runs from the newest back.
pub(super) fn joint(lengths: impl IntoIterator<Item = usize>) -> usize {
    let (mut total, mut count) = (0_usize, 0);
    for length in lengths {
        if count > 0 && length >= total.saturating_mul(STEP) {
            break;
        }
        total = total.saturating_add(length);
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds one record after the other: the parts at the end, the most there were, and how many records were copied.
    fn grown(start: usize, records: usize) -> (Vec<usize>, usize, usize) {
        let (mut parts, mut most, mut copied) = (vec![start], 1, 0);
        for _ in 0..records {
            parts.push(1);
            let count = joint(parts.iter().rev().copied());
            let whole: usize = parts.drain(parts.len() - count..).sum();
            copied += if count > 1 { whole } else { 1 };
            parts.push(whole);
            most = most.max(parts.len());
        }
        (parts, most, copied)
    }

    #[test]
    fn a_million_records_are_five_parts_at_most() {
        let (parts, most, _) = grown(1_000_000, 40_000);
        assert_eq!(parts.iter().sum::<usize>(), 1_040_000);
        assert!(most <= 5, "{most}");
    }

    #[test]
    fn a_thousand_records_leave_a_million_alone_and_are_copied_a_few_dozen_times() {
        let (parts, _, copied) = grown(1_000_000, 1_000);
        assert_eq!(parts[0], 1_000_000);
        assert!(copied < 64 * 1_000, "{copied}");
    }
}
