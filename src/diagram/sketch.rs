//! A picture in the making: nodes and edges are drawn once, however often they are mentioned.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::StanceGraph;
use crate::model::{Act, Capacity, Modality, NodeId, StatementRef, Tie, TieKind};

use super::{Figure, Line, Picture, PictureEdge, PictureGroup, PictureNode};

/// A picture of parts of a graph.
pub(super) struct Sketch<'g> {
    graph: &'g StanceGraph,
    picture: Picture,
    /// Where each node of the graph stands in the picture.
    places: BTreeMap<NodeId, usize>,
    /// Where each way of drawing an edge between two nodes stands among the edges.
    lines: BTreeMap<(usize, usize, Line), usize>,
    /// Who speaks for which power; the first power of a speaker counts.
    frames: BTreeMap<usize, usize>,
}

impl<'g> Sketch<'g> {
    pub(super) fn of(graph: &'g StanceGraph) -> Self {
        let (places, lines, frames) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { graph, picture: Picture::default(), places, lines, frames }
    }

    pub(super) fn has(&self, node: NodeId) -> bool {
        self.places.contains_key(&node)
    }

    /// The node's position; it is drawn where it is mentioned first.
    pub(super) fn node(&mut self, id: NodeId) -> usize {
        if let Some(&place) = self.places.get(&id) {
            return place;
        }
        let node = self.graph.at(id);
        let (key, label, figure) = (node.key.to_string(), node.name.clone(), Figure::Node(node.kind()));
        self.picture.nodes.push(PictureNode { key, label, figure });
        let place = self.picture.nodes.len() - 1;
        self.places.insert(id, place);
        place
    }

    /// The stance of a statement, from its holder, and for whom the holder speaks.
    pub(super) fn statement(&mut self, statement: StatementRef<'_>) {
        let (holder, target) = (self.node(statement.holder), self.node(statement.target));
        self.edge(holder, target, &label(statement), line(statement));
        if let Capacity::For(powers) = &statement.capacity {
            for &power in powers {
                self.speaks_for(statement.holder, power);
            }
        }
    }

    /// The verb of a tie; speaking for a power also puts both into one frame.
    pub(super) fn tie(&mut self, tie: &Tie) {
        if tie.kind == TieKind::Represents {
            return self.speaks_for(tie.from, tie.to);
        }
        let (from, to) = (self.node(tie.from), self.node(tie.to));
        self.edge(from, to, word(tie.kind), Line::Tie);
    }

    /// A way along the hierarchy, the narrower end first.
    pub(super) fn path(&mut self, path: &[NodeId], kind: TieKind) {
        for (&narrower, &broader) in path.iter().zip(path.iter().skip(1)) {
            let (from, to) = (self.node(narrower), self.node(broader));
            self.edge(from, to, word(kind), Line::Tie);
        }
    }

    pub(super) fn speaks_for(&mut self, speaker: NodeId, power: NodeId) {
        if speaker == power {
            return;
        }
        let (from, to) = (self.node(speaker), self.node(power));
        self.edge(from, to, word(TieKind::Represents), Line::Tie);
        self.frames.entry(from).or_insert(to);
    }

    /// Edges between the same nodes that are drawn alike are one, with all their labels.
    fn edge(&mut self, from: usize, to: usize, label: &str, line: Line) {
        let edges = &mut self.picture.edges;
        let place = *self.lines.entry((from, to, line)).or_insert(edges.len());
        match edges.get_mut(place) {
            Some(edge) if edge.label.split(", ").any(|known| known == label) => {}
            Some(edge) => edge.label.extend([", ", label]),
            None => edges.push(PictureEdge { from, to, label: label.to_owned(), line }),
        }
    }

    /// The finished picture, with a frame around each power and those who speak for it.
    pub(super) fn finish(mut self) -> Picture {
        let framed: BTreeSet<usize> = self.frames.values().copied().collect();
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (&speaker, &power) in &self.frames {
            // A speaker that others speak for has a frame of its own; no frame stands in another.
            if !framed.contains(&speaker) && !self.frames.contains_key(&power) {
                members.entry(power).or_insert_with(|| vec![power]).push(speaker);
            }
        }
        for (power, mut members) in members {
            members.sort_unstable();
            let label = self.picture.nodes.get(power).map(|node| node.label.clone()).unwrap_or_default();
            self.picture.groups.push(PictureGroup { label, members });
        }
        self.picture
    }
}

/// What is written on a stance: its verb, and what sets it apart.
fn label(statement: StatementRef<'_>) -> String {
    let stance = statement.stance.as_str().replace('-', " ");
    match (statement.act, statement.modality) {
        (Act::Did, _) => format!("acts ({stance})"),
        (Act::Voted, Modality::Asserted) => format!("{stance} (vote)"),
        (_, Modality::Asserted) if statement.stance_conditions().next().is_some() => format!("{stance} if"),
        (_, Modality::Asserted) => stance,
        (_, modality) => format!("{stance} ({modality})"),
    }
}

fn line(statement: StatementRef<'_>) -> Line {
    let polarity = statement.stance.polarity();
    match (statement.act, statement.modality) {
        (Act::Did, _) => Line::Deed,
        (_, Modality::Asserted) => Line::Asserted(polarity),
        (_, Modality::Hedged) => Line::Hedged(polarity),
        (_, Modality::Hinted) => Line::Hinted(polarity),
    }
}

/// What is written on a tie.
pub(super) const fn word(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Represents => "speaks for",
        TieKind::MemberOf => "member of",
        TieKind::Leads => "leads",
        TieKind::Broader => "kind of",
        TieKind::InSeries => "instance of",
        TieKind::PartOf => "part of",
        TieKind::About => "about",
        TieKind::ContraryTo => "contrary to",
        TieKind::Concerns => "concerns",
    }
}
