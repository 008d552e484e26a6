//! `PageRank`: who is reached by going from friend to friend.

use crate::analysis::partition::real;
use crate::analysis::signed::SignedNetwork;

use super::ways::{MOST_DAMPING, PageRankError, Ways};

/// How far the ranks may be from the solution, all differences together.
const CLOSE: f64 = 1e-13;

/// `PageRank`: the share of time that someone spends with each member who goes from friend to friend.
///
/// In a network of stances it is recognition: high for whom many agree with, the more so when those agree with few others
/// and are themselves agreed with by many. Enmities are no way to go, and what they say of standing is in
/// [`pn_centrality`](super::pn_centrality) and [`degrees`](super::degrees()). With [`starting_from`](Self::starting_from)
/// it tells how near each is to some of them: to a camp, say.
///
/// `x = d (W' S⁻¹ x + v sum(x_i : s_i = 0)) + (1 - d) v`, with `W` the weights above 0, `S` their sums `s` by member, `d` the damping
/// and `v` where one starts, everywhere alike unless told otherwise. From 0 to 1, together 1. Who has no friend to go to is left for a
/// start, and so has a rank above 0 wherever it may be one. No rank for no member. Accurate to about 10⁻¹⁰, all differences together, for a million members.
///
/// # Complexity
/// O(n + m) a round for `n` members and `m` edges, about `30 / (1 - d)` rounds at most: 200 at 0.85.
///
/// # Source
/// Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine, Computer Networks and ISDN Systems 30; for
/// whom no way leads on from, Langville and Meyer (2005), A survey of eigenvector methods for web information retrieval, SIAM
/// Review 47(1).
///
/// # Example
/// ```
/// use stancegraph::analysis::{signed::SignedNetwork, standing::PageRank};
/// let network = SignedNetwork::from_names([("Chile", "Kenya", 2.0), ("Chile", "Peru", 1.0), ("Oman", "Peru", -3.0)])?;
/// let place = |key: &str| network.place(key).unwrap();
/// let ranks = PageRank::default().of(&network)?;
/// assert!(ranks[place("Chile")] > ranks[place("Kenya")] && ranks[place("Kenya")] > ranks[place("Peru")]);
/// assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// let near_oman = PageRank::default().starting_from([place("Oman")]).of(&network)?;
/// assert_eq!(near_oman[place("Oman")], 1.0, "an enmity leads nowhere");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct PageRank {
    damping: f64,
    starts: Vec<usize>,
}

impl Default for PageRank {
    /// A damping of 0.85, and a start anywhere.
    fn default() -> Self {
        Self { damping: 0.85, starts: Vec::new() }
    }
}

impl PageRank {
    /// How likely one goes on instead of starting anew.
    ///
    /// # Errors
    /// [`PageRankError::Damping`] for what is not from 0 to 0.999.
    pub fn damping(self, damping: f64) -> Result<Self, PageRankError> {
        let is_one = (0.0..=MOST_DAMPING).contains(&damping);
        is_one.then_some(Self { damping, ..self }).ok_or(PageRankError::Damping { found: damping })
    }

    /// With whom one starts, each as likely, one named twice twice as likely: the places of members; of none, anywhere.
    pub fn starting_from(self, starts: impl IntoIterator<Item = usize>) -> Self {
        Self { starts: starts.into_iter().collect(), ..self }
    }

    /// The rank of each member, in their order, by going along friendships either way.
    ///
    /// # Errors
    /// [`PageRankError::Place`] for a start where no member is.
    pub fn of(&self, network: &SignedNetwork) -> Result<Vec<f64>, PageRankError> {
        let edges = (0..network.len()).flat_map(|from| {
            let friends = network.neighbors(from).iter().filter(|to| to.weight > 0.0);
            friends.map(move |to| (from, to.place, to.weight))
        });
        self.over(network.len(), edges)
    }

    /// The rank of each of so many members, by going along edges from the first to the second end: for what has a direction, such as
    /// who supports whom. Edges may run side by side, and to where they come from.
    ///
    /// # Errors
    /// [`PageRankError`] for a start or an edge where no member is, and for a weight that is not above 0 and finite.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{datasets, model::Polarity, position::{Lens, Selection}};
    /// use stancegraph::{analysis::standing::PageRank, graph::view::petgraph::visit::{EdgeRef, IntoEdgeReferences}};
    /// // Who backs whom: standing flows from whoever backs to whom it backs.
    /// let selection = Selection::new(datasets::article()?, Lens::default());
    /// let view = selection.stance_edges().showing(Polarity::Favor).view();
    /// let edges = (&view).edge_references().map(|edge| (edge.source().index(), edge.target().index(), 1.0));
    /// let ranks = PageRank::default().over(view.node_count(), edges)?;
    /// assert_eq!(ranks.len(), view.nodes().len());
    /// assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn over(
        &self,
        count: usize,
        edges: impl IntoIterator<Item = (usize, usize, f64)>,
    ) -> Result<Vec<f64>, PageRankError> {
        let start = self.start(count)?;
        let ways = Ways::new(count, edges)?;
        let mut ranks = start.clone();
        for _ in 0..self.rounds() {
            let next = ways.followed(&ranks, &start, self.damping);
            let moved: f64 = next.iter().zip(&ranks).map(|(new, old)| (new - old).abs()).sum();
            ranks = next;
            if moved * self.damping <= CLOSE * (1.0 - self.damping) {
                break;
            }
        }
        Ok(ranks)
    }

    /// After so many rounds, each of which brings all differences down by the damping, they are close whatever rounding does.
    fn rounds(&self) -> usize {
        let mut left = 2.0;
        let mut rounds = 0;
        while left > CLOSE {
            left *= self.damping;
            rounds += 1;
        }
        rounds
    }

    fn start(&self, count: usize) -> Result<Vec<f64>, PageRankError> {
        if self.starts.is_empty() {
            return Ok(vec![1.0 / real(count); count]);
        }
        let mut start = vec![0.0; count];
        for &place in &self.starts {
            let share = start.get_mut(place).ok_or(PageRankError::Place { place, count })?;
            *share += 1.0 / real(self.starts.len());
        }
        Ok(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::partition::Lots;

    #[test]
    fn the_ranks_of_a_directed_web_are_those_that_are_published() {
        // Langville and Meyer (2005), the web of six pages; networkx's own test takes its figures from there.
        let edges = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)];
        let edges = edges.map(|(from, to)| (from - 1, to - 1, 1.0));
        let found = PageRank::default().damping(0.9).unwrap().over(6, edges).unwrap();
        let wanted = [0.037_211_97, 0.053_957_35, 0.041_505_65, 0.375_080_82, 0.205_998_33, 0.286_245_89];
        assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-8), "{found:?}");
    }

    /// Grolmusz (2015), A note on the `PageRank` of undirected graphs, Information Processing Letters 115: ranks are in proportion to
    /// degrees where starts are.
    #[test]
    fn starting_by_degree_ranks_are_degrees() {
        let pairs = [(0, 1), (0, 2), (0, 3), (3, 4), (1, 2)];
        let edges = pairs.into_iter().flat_map(|(a, b)| [(a, b, 1.0), (b, a, 1.0)]);
        let starts = pairs.into_iter().flat_map(|(a, b)| [a, b]);
        let found = PageRank::default().starting_from(starts).over(5, edges).unwrap();
        let wanted = [0.3, 0.2, 0.2, 0.2, 0.1];
        assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-12), "{found:?}");
    }

    /// Against the equations, solved.
    #[test]
    fn ranks_solve_their_equations_at_any_damping() {
        let mut lots = Lots::new(5);
        for round in 0..120 {
            let count = 1 + round % 9;
            let weight = |lots: &mut Lots| real(1 + lots.below(9)) / 4.0;
            let edges: Vec<(usize, usize, f64)> = (0..lots.below(3 * count))
                .map(|_| (lots.below(count), lots.below(count), weight(&mut lots)))
                .collect();
            let damping = [0.0, 0.5, 0.85, 0.999][round % 4];
            let starts: Vec<usize> = (0..lots.below(3)).map(|_| lots.below(count)).collect();
            let search = PageRank::default().damping(damping).unwrap().starting_from(starts.clone());
            let found = search.over(count, edges.iter().copied()).unwrap();
            let start = |place: usize| {
                let named = starts.iter().filter(|one| **one == place).count();
                if starts.is_empty() { 1.0 / real(count) } else { real(named) / real(starts.len()) }
            };
            let out =
                |from: usize| edges.iter().filter(|edge| edge.0 == from).map(|edge| edge.2).sum::<f64>();
            let way = |from: usize, to: usize| {
                let weight: f64 =
                    edges.iter().filter(|edge| (edge.0, edge.1) == (from, to)).map(|edge| edge.2).sum();
                if out(from) > 0.0 { weight / out(from) } else { start(to) }
            };
            let row = |to: usize| {
                let cells = (0..count).map(|from| f64::from(u8::from(from == to)) - damping * way(from, to));
                cells.chain([(1.0 - damping) * start(to)]).collect()
            };
            let wanted = crate::analysis::symmetric::solved((0..count).map(row).collect()).unwrap();
            assert!(found.iter().zip(&wanted).all(|(a, b)| (a - b).abs() < 1e-11), "{found:?} {wanted:?}");
        }
    }

    #[test]
    fn what_cannot_be_ranked_is_told() {
        let told = |edges: &[(usize, usize, f64)]| {
            PageRank::default().over(2, edges.iter().copied()).unwrap_err().to_string()
        };
        assert_eq!(told(&[(0, 2, 1.0)]), "the place 2 is beyond the 2 members; places run from 0");
        assert_eq!(
            told(&[(0, 1, -1.0)]),
            "the edge 0 - 1 has the weight -1; write a finite number above 0, or leave it out"
        );
        let damping = PageRank::default().damping(1.0).unwrap_err().to_string();
        assert_eq!(damping, "a damping of 1 is none; write a number from 0 to 0.999: 0.85 as published");
        assert!(PageRank::default().starting_from([0]).over(0, []).is_err());
        assert_eq!(PageRank::default().over(0, []), Ok(Vec::new()));
        for weight in [f64::MAX, 5e-324] {
            let found = PageRank::default().over(2, [(0, 1, weight), (0, 0, weight)]).unwrap();
            assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
