//! Codes the statements of a graph, or the positions that follow from them.

use std::collections::BTreeSet;

use crate::analysis::Time;
use crate::graph::StanceGraph;
use crate::model::{Capacity, Modality, NodeId, NodeKind, SourceId, StatementId, StatementRef};
use crate::position::{Certainty, Lean, Position, Surety};
use crate::query::Listing;

use super::coding::{Coding, Member, Members, Row, Said};
use super::{Hints, Networks, Nodes};

/// A node that a statement is counted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Node(NodeId),
    Source(SourceId),
}

/// Codes statements or positions.
pub(super) struct Coder<'n, 'g> {
    networks: &'n Networks<'g>,
    pub(super) coding: Coding,
}

impl<'n, 'g> Coder<'n, 'g> {
    pub(super) fn of(networks: &'n Networks<'g>) -> Self {
        Self { networks, coding: Coding::new(networks.qualifier.scale()) }
    }

    fn graph(&self) -> &'g StanceGraph {
        self.networks.selection.graph()
    }

    /// Codes what was said.
    pub(super) fn add_statements(&mut self) {
        let selection = &self.networks.selection;
        for (id, statement) in self.graph().statements() {
            let is_hint = statement.modality == Modality::Hinted && self.networks.hints == Hints::Included;
            let plain = StatementRef { modality: Modality::Asserted, ..statement };
            let counts = statement.is_word() || (is_hint && plain.is_word());
            if counts && selection.sight(id) == Ok(Surety::Certain) {
                for counted in self.counted_under(statement) {
                    self.add(counted, statement.target, id, statement);
                }
            }
        }
    }

    /// Codes what certainly stands, on the target itself, without a condition, on one side.
    pub(super) fn add_positions(&mut self) {
        let listing =
            if self.networks.nodes == Nodes::Nations { Listing::Nations } else { Listing::Speakers };
        let said_on = self.graph().statements().map(|(_, statement)| statement.target);
        let targets: BTreeSet<NodeId> =
            said_on.filter(|target| self.networks.is_wanted(1, *target)).collect();
        for target in targets {
            let records = self.networks.selection.records_on(target, listing).into_iter();
            let positions = records.flat_map(|record| record.positions);
            // One who speaks for two powers has a position for each, and stands once.
            let mut seen = BTreeSet::new();
            for position in positions.filter(|position| position.target == target && stands(position)) {
                let Some(id) = position.headline() else { continue };
                if seen.insert((position.holder, id)) {
                    self.add_position(&position, id);
                }
            }
        }
    }

    fn add_position(&mut self, position: &Position, id: StatementId) {
        let statement = self.graph().at_statement(id);
        let counted = match self.networks.nodes {
            Nodes::Holders | Nodes::Nations => vec![Counted::Node(position.holder)],
            Nodes::Organizations | Nodes::Sources => self.counted_under(statement),
        };
        for counted in counted {
            self.add(counted, position.target, id, statement);
        }
    }

    fn counted_under(&self, statement: StatementRef<'_>) -> Vec<Counted> {
        let graph = self.graph();
        let powers = |kind: NodeKind, alone: Option<NodeId>| -> Vec<Counted> {
            let of_kind = |node: &NodeId| graph.at(*node).kind() == kind;
            let named = match statement.capacity {
                Capacity::For(powers) => powers.clone(),
                Capacity::Personal => Vec::new(),
                Capacity::Unstated => alone.into_iter().collect(),
            };
            named.into_iter().filter(of_kind).map(Counted::Node).collect()
        };
        match self.networks.nodes {
            Nodes::Holders => vec![Counted::Node(statement.holder)],
            Nodes::Nations => powers(NodeKind::Nation, graph.nation_of(statement.holder)),
            Nodes::Organizations => powers(NodeKind::Organization, Some(statement.holder)),
            Nodes::Sources => {
                statement.citation.map(|cited| Counted::Source(cited.source)).into_iter().collect()
            }
        }
    }

    fn add(&mut self, counted: Counted, target: NodeId, id: StatementId, statement: StatementRef<'_>) {
        let is_wanted = match counted {
            Counted::Node(node) => self.networks.is_wanted(0, node),
            Counted::Source(_) => true,
        };
        let level =
            self.networks.qualifier.level(statement.stance).and_then(|level| self.coding.scale.number(level));
        let Some(level) = level.filter(|_| is_wanted && self.networks.is_wanted(1, target)) else { return };
        let graph = self.graph();
        let holder = match counted {
            Counted::Node(node) => enter(&mut self.coding.holders, graph, node),
            Counted::Source(source) => {
                let source = graph.at_source(source);
                let member = || Member { name: source.title.clone(), ..Member::named(source.key.as_str()) };
                self.coding.holders.number(source.key.as_str(), member)
            }
        };
        let target = enter(&mut self.coding.targets, graph, target);
        self.coding.rows.push(Row {
            holder,
            target,
            level,
            said: statement.said.map(|date| Said {
                first: Time::start_of(date.earliest()),
                last: Time::start_of(date.latest()),
            }),
            document: statement.citation.map(|cited| cited.source.raw()),
            place: (0, 0),
            statement: id,
        });
    }
}

/// Whether a position certainly stands, without a condition, on one side.
fn stands(position: &Position) -> bool {
    let is_one_sided = !matches!(position.lean, Lean::Mixed | Lean::None);
    position.certainty == Certainty::Certain && !position.conditional && is_one_sided
}

fn enter(members: &mut Members, graph: &StanceGraph, id: NodeId) -> u32 {
    let node = graph.at(id);
    members.number(node.key.as_str(), || Member {
        name: node.name().to_owned(),
        key: node.key.to_string(),
        kind: Some(node.kind()),
        node: Some(id),
    })
}
