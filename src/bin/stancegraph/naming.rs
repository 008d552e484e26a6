//! Nodes as they are named on the command line.

use stancegraph::StanceGraph;
use stancegraph::model::NodeId;

/// The node of a key or of a name that only one has.
pub(crate) fn find(graph: &StanceGraph, name: &str) -> Result<NodeId, String> {
    let name = name.trim();
    let found: Vec<NodeId> = match graph.find(name) {
        Some(node) => vec![node],
        None => graph.vocabulary().exact(name).collect(),
    };
    let key = |id: &NodeId| graph.node(*id).map_or("", |node| node.key.as_str());
    match found.as_slice() {
        [node] => Ok(*node),
        [] => {
            let near = graph.vocabulary().nearest(name, 1);
            let offer =
                near.first().map(|near| format!("; did you mean `{}`?", near.label)).unwrap_or_default();
            Err(format!("nothing in the data is called `{name}`{offer}"))
        }
        several => {
            let keys: Vec<&str> = several.iter().map(key).collect();
            Err(format!("`{name}` may mean several things; write one of the keys {}", keys.join(", ")))
        }
    }
}

/// The nodes of several names.
pub(crate) fn find_all(graph: &StanceGraph, names: &[String]) -> Result<Vec<NodeId>, String> {
    names.iter().map(|name| find(graph, name)).collect()
}
