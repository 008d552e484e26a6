//! A network as a petgraph graph, for the algorithms there.

use ::petgraph::graph::{NodeIndex, UnGraph};

use super::{Member, Network};

impl Network {
    /// The network as an undirected petgraph graph: first the rows, then, of two sorts of nodes, the columns; weights on the
    /// edges.
    ///
    /// ```
    /// use petgraph::algo::connected_components;
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// use stancegraph::analysis::network::{Aggregation, Networks};
    /// let selection = Selection::new(datasets::es_11_1()?, Lens::default());
    /// let network = Networks::of(&selection).aggregation(Aggregation::Congruence).network()?;
    /// // Those who voted yes, and those who voted no, have nothing in common.
    /// assert_eq!(connected_components(&network.to_petgraph()), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_petgraph(&self) -> UnGraph<Member, f64> {
        let second = if self.is_one_mode() { &[][..] } else { self.columns() };
        let mut graph = UnGraph::with_capacity(self.rows.len() + second.len(), self.edges.len());
        for member in self.rows.iter().chain(second) {
            graph.add_node(member.clone());
        }
        let offset = if self.is_one_mode() { 0 } else { self.rows.len() };
        for edge in &self.edges {
            let (row, column) = (edge.row as usize, edge.column as usize + offset);
            graph.add_edge(NodeIndex::new(row), NodeIndex::new(column), edge.weight);
        }
        graph
    }
}
