//! The picture of a whole graph.

use std::collections::HashSet;

use crate::graph::StanceGraph;
use crate::model::{NodeId, Tie, TieKind};

use super::Picture;
use super::sketch::Sketch;

impl Picture {
    /// Every stance of a graph, with the ties of those involved.
    ///
    /// Drawn are all nodes that a statement names as its holder, as spoken for, or as its target; what these represent,
    /// lead, are a kind of, an instance or a part of, or contrary to, and the other way round; and memberships without
    /// an end between nodes drawn already. Left out are nodes without any of this, what proposals are about or concern, and the dates
    /// and conditions of statements. Stances of one holder on one target that are drawn alike share an edge; who leads what it also speaks for
    /// is drawn as speaking for it.
    ///
    /// # Complexity
    /// O(e log e) for `e` statements and ties.
    ///
    /// # Example
    /// ```
    /// use stancegraph::diagram::Picture;
    /// let graph = stancegraph::datasets::article()?;
    /// let picture = Picture::of_graph(graph);
    /// assert!(picture.nodes.iter().any(|node| node.key == "vladimir-putin"));
    /// assert!(picture.nodes.iter().all(|node| node.key != "DEU"));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn of_graph(graph: &StanceGraph) -> Self {
        let mut sketch = Sketch::of(graph);
        for (_, statement) in graph.statements() {
            sketch.statement(statement);
        }
        let stated: Vec<&Tie> =
            graph.ties().map(|(_, tie)| tie).filter(|tie| touches(&sketch, tie)).collect();
        let offices = stated.iter().filter(|tie| tie.kind == TieKind::Represents);
        let offices: HashSet<(NodeId, NodeId)> = offices.map(|tie| (tie.from, tie.to)).collect();
        for tie in stated {
            if tie.kind != TieKind::Leads || !offices.contains(&(tie.from, tie.to)) {
                sketch.tie(tie);
            }
        }
        sketch.finish()
    }
}

fn touches(sketch: &Sketch<'_>, tie: &Tie) -> bool {
    let (from, to) = (sketch.has(tie.from), sketch.has(tie.to));
    match tie.kind {
        TieKind::MemberOf => from && to && tie.until().is_none(),
        TieKind::About | TieKind::Concerns => false,
        _ => from || to,
    }
}
