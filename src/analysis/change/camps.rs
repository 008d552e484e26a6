//! Whether two camps come nearer: agreement within and between them, year by year.

use std::collections::BTreeSet;

use crate::analysis::agreement::{Agreement, RollCalls};
use crate::model::NodeId;

/// How far two camps agreed among themselves and with each other in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Camps {
    /// The year.
    pub year: i16,
    /// The mean agreement over all pairs within either camp; `None` where none of them has a vote in common.
    pub within: Option<f64>,
    /// The mean agreement over all pairs of one of each; `None` likewise.
    pub between: Option<f64>,
    /// Over how many pairs within.
    pub pairs_within: usize,
    /// Over how many pairs between.
    pub pairs_between: usize,
}

impl Camps {
    /// `within - between`: 0 where it does not matter who is of which camp, 1 where each camp votes as one and always
    /// against the other; below 0 where they agree more with each other than among themselves.
    pub fn distance(&self) -> Option<f64> {
        Some(self.within? - self.between?)
    }
}

/// The agreement of two voters year by year, with the roll calls in which both voted; years without one are left out.
///
/// # Complexity
/// O(r log n) for `r` roll calls of at most `n` votes.
pub fn agreement_by_year(calls: &RollCalls, left: NodeId, right: NodeId) -> Vec<(i16, Agreement)> {
    let of = |(year, calls): (i16, RollCalls)| (year, calls.agreement(left, right));
    calls.by_year().into_iter().map(of).filter(|(_, agreement)| agreement.common > 0).collect()
}

/// How far two camps agreed among themselves and with each other, year by year.
///
/// A [trend](super::Trend) below 0 through the [distances](Camps::distance) is convergence. Agreement moves with the agenda,
/// too; a distance takes out what moves all pairs alike. Whoever is in both camps is left out of both.
///
/// # Complexity
/// O(r n) for `r` roll calls and `n` members, and O(n² r / 64).
///
/// # Example
/// ```
/// use stancegraph::{datasets, analysis::{agreement::RollCalls, change::camps_by_year}, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let nodes = |keys: [&str; 3]| keys.map(|key| graph.find(key).unwrap());
/// let calls = RollCalls::of(&Selection::new(graph, Lens::default()));
/// let years = camps_by_year(&calls, &nodes(["BLR", "RUS", "SYR"]), &nodes(["FRA", "DEU", "IND"]));
/// // Within: 1 for the six pairs but the two of India, which abstained. Between: 0, but 1/2 with India.
/// assert_eq!((years[0].within, years[0].between), (Some(5.0 / 6.0), Some(1.0 / 6.0)));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn camps_by_year(calls: &RollCalls, left: &[NodeId], right: &[NodeId]) -> Vec<Camps> {
    let [left, right] = [left, right].map(|camp| camp.iter().copied().collect::<BTreeSet<NodeId>>());
    let members: Vec<NodeId> = left.symmetric_difference(&right).copied().collect();
    calls.by_year().into_iter().map(|(year, calls)| camps(year, &calls.pairs(&members), &left)).collect()
}

fn camps(year: i16, pairs: &[Agreement], left: &BTreeSet<NodeId>) -> Camps {
    let mut sums = [(0.0, 0usize); 2];
    for pair in pairs {
        let Some(value) = pair.value() else { continue };
        let is_between = left.contains(&pair.left) != left.contains(&pair.right);
        let (sum, number) = &mut sums[usize::from(is_between)];
        *sum += value;
        *number += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "no camp has 2^26 members")]
    let mean = |(sum, number): (f64, usize)| (number > 0).then(|| sum / number as f64);
    let [within, between] = sums;
    Camps {
        year,
        within: mean(within),
        between: mean(between),
        pairs_within: within.1,
        pairs_between: between.1,
    }
}
