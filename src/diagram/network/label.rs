//! How the nodes of a network are told apart in a file.

use std::collections::HashMap;

use crate::analysis::network::{Member, Network};

/// What is written for each node of a network.
#[derive(Debug, Clone)]
pub(super) struct Written<'n> {
    /// A name that no other node of the file has: its key where all keys are distinct names of XML, `n0`, `n1` ... otherwise.
    pub(super) id: String,
    /// The node.
    pub(super) member: &'n Member,
    /// How many statements are counted under it.
    pub(super) statements: usize,
    /// Of two sorts of nodes, whether it is of the second one.
    pub(super) second: bool,
}

/// All nodes of a network: the rows, then the columns where those are of another sort.
pub(super) fn written(network: &Network) -> Vec<Written<'_>> {
    let second = if network.is_one_mode() { &[][..] } else { network.columns() };
    let counts = network.statement_counts();
    let sorts =
        network.rows().iter().map(|member| (member, false)).chain(second.iter().map(|member| (member, true)));
    let mut nodes: Vec<Written<'_>> = sorts
        .zip(counts)
        .map(|((member, second), statements)| Written { id: member.key.clone(), member, statements, second })
        .collect();
    let mut keys: Vec<&str> = nodes.iter().map(|node| node.id.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.len() < nodes.len() || !keys.iter().all(|key| is_token(key)) {
        for (place, node) in nodes.iter_mut().enumerate() {
            node.id = format!("n{place}");
        }
    }
    nodes
}

/// Whether a text may stand as a name token in XML; only the plain letters of it are taken.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

/// The place of the second end of an edge among the nodes that are [`written`].
pub(super) fn second_end(network: &Network, column: u32) -> usize {
    column as usize + if network.is_one_mode() { 0 } else { network.rows().len() }
}

/// Names of nodes, with the key where several share one.
pub(super) fn names(members: &[Member]) -> Vec<String> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for member in members {
        *uses.entry(&member.name).or_default() += 1;
    }
    let name = |member: &Member| {
        let is_shared = uses.get(member.name.as_str()).is_some_and(|uses| *uses > 1);
        if is_shared { format!("{} ({})", member.name, member.key) } else { member.name.clone() }
    };
    members.iter().map(name).collect()
}

/// What a network is, in words, for the remark that files have room for.
pub(super) fn remark(network: &Network) -> String {
    let settings = network.settings();
    let of = format!("{} network over {} {}", settings.mode, network.statement_count(), network.over());
    let counted = network.counted();
    let (from, to) = (settings.from, settings.to);
    let frame = network.frame();
    let parts = [
        Some(format!("aggregation {}", settings.aggregation)),
        Some(format!("normalization {}", settings.normalization)),
        Some(format!("duplicates {}", settings.duplicates)),
        counted.map(|(nodes, qualifier)| format!("counted by {nodes}, qualifier {qualifier}")),
        from.map(|time| format!("from {time}")),
        to.map(|time| format!("to {time}")),
        (settings.minimum > 1).then(|| format!("at least {} statements", settings.minimum)),
        Some(format!("{} rules", settings.rules)),
        frame.map(|frame| format!("window from {} to {}", frame.start, frame.stop)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{of}; {}", parts.join(", "))
}
