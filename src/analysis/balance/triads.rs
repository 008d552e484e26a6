//! Triangles by their signs.

use crate::analysis::partition::real;
use crate::analysis::signed::{Neighbor, SignedNetwork};
use crate::model::word::code_words;

/// The signs of the three edges of a triangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signs {
    /// `+++`: three friends.
    Positive,
    /// `++-`: two friends of one are enemies. Neither strongly nor weakly balanced.
    OneNegative,
    /// `+--`: two friends with a common enemy.
    TwoNegative,
    /// `---`: three enemies. Balanced only weakly: two of them have a common enemy and are no friends.
    Negative,
}

code_words!(Signs, "triangle", {
    Positive = 0 "+++", OneNegative = 1 "++-", TwoNegative = 2 "+--", Negative = 3 "---",
});

/// Three members, each two of which have an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Triad {
    /// Their places, in order.
    pub places: [usize; 3],
    /// The signs of its edges.
    pub signs: Signs,
}

/// How many triangles there are of each kind: a census of triads.
///
/// # Source
/// Heider (1946), Attitudes and cognitive organization; Cartwright and Harary (1956), Structural balance; Davis (1967),
/// Clustering and structural balance in graphs, for the weak sense.
///
/// # Example
/// ```
/// use stancegraph::analysis::{balance::{Signs, Triads}, signed::SignedNetwork};
/// let network = SignedNetwork::from_names([
///     ("Chile", "Kenya", 1.0), ("Chile", "Peru", -1.0), ("Kenya", "Peru", -1.0), // two against one
///     ("Chile", "Ghana", -1.0), ("Ghana", "Peru", -1.0),                         // Chile, Peru, Ghana: all at odds
/// ])?;
/// let triads = Triads::of(&network);
/// assert_eq!((triads.count(Signs::TwoNegative), triads.count(Signs::Negative)), (1, 1));
/// assert_eq!((triads.balanced(), triads.weakly_balanced()), (Some(0.5), Some(1.0)));
/// # Ok::<(), stancegraph::analysis::signed::SignedError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Triads([usize; 4]);

impl Triads {
    /// Counts the triangles of a network.
    ///
    /// # Complexity
    /// O(sum over edges of the neighbors of both ends), O(1) memory.
    pub fn of(network: &SignedNetwork) -> Self {
        let mut counts = [0; 4];
        Triad::each(network).for_each(|triad| counts[usize::from(triad.signs.code())] += 1);
        Self(counts)
    }

    /// How many triangles have these signs.
    pub fn count(&self, signs: Signs) -> usize {
        self.0[usize::from(signs.code())]
    }

    /// How many triangles there are.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// The share of triangles with an even number of negative edges, `+++` and `+--`: from 0 to 1. `None` without a
    /// triangle: what nobody tells is neither in balance nor out of it.
    pub fn balanced(&self) -> Option<f64> {
        self.share(self.count(Signs::Positive) + self.count(Signs::TwoNegative))
    }

    /// The share of triangles other than `++-`: from 0 to 1, never below [`balanced`](Self::balanced). `None` without a
    /// triangle.
    pub fn weakly_balanced(&self) -> Option<f64> {
        self.share(self.total() - self.count(Signs::OneNegative))
    }

    fn share(&self, count: usize) -> Option<f64> {
        (self.total() > 0).then(|| real(count) / real(self.total()))
    }
}

impl Triad {
    /// Every triangle of a network once, by its places.
    pub fn each(network: &SignedNetwork) -> impl Iterator<Item = Self> + '_ {
        let later = |place: usize| network.neighbors(place).iter().filter(move |to| to.place > place);
        (0..network.len()).flat_map(move |first| {
            later(first).flat_map(move |second| {
                common(network.neighbors(first), network.neighbors(second.place), second.place).map(
                    move |(third, weights)| Self {
                        places: [first, second.place, third],
                        signs: signs([second.weight, weights[0], weights[1]]),
                    },
                )
            })
        })
    }
}

/// Who is a neighbor on both lists, after a place, with the weights to both.
fn common<'n>(
    left: &'n [Neighbor],
    right: &'n [Neighbor],
    after: usize,
) -> impl Iterator<Item = (usize, [f64; 2])> + 'n {
    let later = move |list: &'n [Neighbor]| &list[list.partition_point(|to| to.place <= after)..];
    let (mut left, mut right) = (later(left), later(right));
    std::iter::from_fn(move || {
        loop {
            let ([one, ..], [other, ..]) = (left, right) else { return None };
            let is_common = one.place == other.place;
            if one.place <= other.place {
                left = &left[1..];
            }
            if other.place <= one.place {
                right = &right[1..];
            }
            if is_common {
                return Some((one.place, [one.weight, other.weight]));
            }
        }
    })
}

fn signs(weights: [f64; 3]) -> Signs {
    match weights.iter().filter(|weight| **weight < 0.0).count() {
        0 => Signs::Positive,
        1 => Signs::OneNegative,
        2 => Signs::TwoNegative,
        _ => Signs::Negative,
    }
}
