//! Networks of a graph, as a selection sees it.

use crate::analysis::Time;
use crate::graph::StanceGraph;
use crate::model::word::code_words;
use crate::model::{
    Capacity, Modality, Node, NodeId, NodeKind, SourceId, Stance, StatementId, StatementRef, Strength,
};
use crate::model::{Date, Polarity};
use crate::position::{Certainty, Lean, Selection, Surety};
use crate::query::Listing;

use super::coding::{Coding, Member, Row, Said};
use super::network::Network;
use super::scale::{Level, Scale};
use super::{
    Aggregation, Duplicates, Isolates, Kernel, Mode, Moving, NetworkError, Normalization, Over, Rules,
    Settings,
};

/// Under whose name statements are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nodes {
    /// Those who made them.
    #[default]
    Holders,
    /// Nations: those spoken for, or that the holder is or speaks for alone.
    Nations,
    /// Organizations: those spoken for, or that the holder is.
    Organizations,
    /// The sources that report them.
    Sources,
}

code_words!(Nodes, "sort of nodes", {
    Holders = 0 "holder", Nations = 1 "nation", Organizations = 2 "organization", Sources = 3 "source",
});

/// What of a statement is its qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// For or against; what leans neither way is left out.
    #[default]
    Side,
    /// From -2, against, over -1, weakly against, 0, neutral, and 1, weakly for, to 2, for.
    Degree,
    /// The stance itself, as a word.
    Stance,
    /// Nothing.
    None,
}

code_words!(Qualifier, "qualifier", { Side = 0 "side", Degree = 1 "degree", Stance = 2 "stance", None = 3 "none" });

/// Whether hints count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hints {
    /// They do not: a hint is no statement of a stance.
    #[default]
    LeftOut,
    /// They count like anything else that was said.
    Included,
}

/// Networks of what a selection sees, told what they are to be of step by step.
///
/// Deeds and absences never count, nor does what was withdrawn or what may lie outside the selection's times. Statements
/// of one source are of one document.
///
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::analysis::network::{Aggregation, Networks, Nodes, Normalization};
/// let graph = datasets::es_11_1()?;
/// let network = Networks::of(&Selection::new(graph, Lens::default()))
///     .nodes(Nodes::Nations)
///     .aggregation(Aggregation::Congruence)
///     .normalization(Normalization::Average)
///     .network()?;
/// assert_eq!(network.weight_between("FRA", "DEU"), Some(1.0));
/// let edge = network.edge_between("FRA", "DEU").unwrap();
/// assert_eq!(network.behind(edge)[0].common.key, "un-es-11-1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Networks<'g> {
    selection: Selection<'g>,
    nodes: Nodes,
    qualifier: Qualifier,
    over: Over,
    hints: Hints,
    settings: Settings,
    /// Whether each node of the graph is wanted as a holder, and as a target; all are where nobody says.
    wanted: [Option<Vec<bool>>; 2],
}

impl<'g> Networks<'g> {
    /// Networks of holders over statements, sides ignored, nothing divided.
    pub fn of(selection: &Selection<'g>) -> Self {
        Self {
            selection: selection.clone(),
            nodes: Nodes::default(),
            qualifier: Qualifier::default(),
            over: Over::default(),
            hints: Hints::default(),
            settings: Settings::default(),
            wanted: [None, None],
        }
    }

    /// Under whose name statements are counted.
    pub fn nodes(self, nodes: Nodes) -> Self {
        Self { nodes, ..self }
    }

    /// What of a statement is its qualifier.
    pub fn qualifier(self, qualifier: Qualifier) -> Self {
        Self { qualifier, ..self }
    }

    /// Over statements, or over the positions that follow from them.
    ///
    /// Of positions only those count that certainly stand, on the target itself, without a condition, on one side: by
    /// nation those of nations, otherwise those of speakers. A position stands once, whatever it rests on; its latest
    /// statement tells its date, its source and, behind an edge, where to look.
    pub fn over(self, over: Over) -> Self {
        Self { over, ..self }
    }

    /// Whether hints count among statements; they never are positions.
    pub fn hints(self, hints: Hints) -> Self {
        Self { hints, ..self }
    }

    /// What is joined.
    pub fn mode(mut self, mode: Mode) -> Self {
        self.settings.mode = mode;
        self
    }

    /// How statements come together to weights.
    pub fn aggregation(mut self, aggregation: Aggregation) -> Self {
        self.settings.aggregation = aggregation;
        self
    }

    /// What weights are divided by.
    pub fn normalization(mut self, normalization: Normalization) -> Self {
        self.settings.normalization = normalization;
        self
    }

    /// Which of several like statements count.
    pub fn duplicates(mut self, duplicates: Duplicates) -> Self {
        self.settings.duplicates = duplicates;
        self
    }

    /// Only what was certainly said on this date or later.
    pub fn from(mut self, date: Date) -> Self {
        self.settings.from = Some(Time::start_of(date.earliest()));
        self
    }

    /// Only what was certainly said on this date or earlier.
    pub fn to(mut self, date: Date) -> Self {
        self.settings.to = Some(Time::end_of(date.latest()));
        self
    }

    /// Only those with at least so many statements.
    pub fn at_least(mut self, statements: u32) -> Self {
        self.settings.minimum = statements;
        self
    }

    /// Whether nodes without a statement left are shown.
    pub fn isolates(mut self, isolates: Isolates) -> Self {
        self.settings.isolates = isolates;
        self
    }

    /// By whose rules numbers are made.
    pub fn rules(mut self, rules: Rules) -> Self {
        self.settings.rules = rules;
        self
    }

    /// All other settings at once.
    pub fn settings(self, settings: Settings) -> Self {
        Self { settings, ..self }
    }

    /// Only those nodes that statements are counted under for which this holds; sources are no nodes.
    pub fn holders_where(mut self, is_wanted: impl Fn(&Node) -> bool) -> Self {
        self.wanted[0] = Some(self.each_node(is_wanted));
        self
    }

    /// Only targets for which this holds.
    pub fn targets_where(mut self, is_wanted: impl Fn(&Node) -> bool) -> Self {
        self.wanted[1] = Some(self.each_node(is_wanted));
        self
    }

    fn each_node(&self, is_wanted: impl Fn(&Node) -> bool) -> Vec<bool> {
        self.selection.graph().nodes().map(|(_, node)| is_wanted(node)).collect()
    }

    /// The network.
    ///
    /// # Errors
    /// As [`Coding::network`].
    pub fn network(&self) -> Result<Network, NetworkError> {
        let network = self.coding().network(&self.settings)?;
        Ok(self.named(network))
    }

    /// A network for each place of a moving window.
    ///
    /// # Errors
    /// As [`Coding::moving`].
    pub fn moving(&self, window: Moving) -> Result<Vec<Network>, NetworkError> {
        let networks = self.coding().moving(&self.settings, window)?.into_iter();
        Ok(networks.map(|network| self.named(network)).collect())
    }

    /// A network for each place of a moving window, in which near statements count more.
    ///
    /// # Errors
    /// As [`Coding::smoothed`].
    pub fn smoothed(&self, window: Moving, kernel: Kernel) -> Result<Vec<Network>, NetworkError> {
        let networks = self.coding().smoothed(&self.settings, window, kernel)?.into_iter();
        Ok(networks.map(|network| self.named(network)).collect())
    }

    /// The coded statements that networks are made of.
    ///
    /// # Complexity
    /// O(n) for `n` statements; over positions that of deriving every one.
    pub fn coding(&self) -> Coding {
        let mut coder = Coder { networks: self, coding: Coding::new(self.qualifier.scale()) };
        match self.over {
            Over::Statements => coder.add_statements(),
            Over::Positions => coder.add_positions(),
        }
        coder.coding
    }

    /// The network with the reading that it was made by.
    fn named(&self, network: Network) -> Network {
        Network { over: self.over, counted: Some((self.nodes, self.qualifier)), ..network }
    }

    fn is_wanted(&self, as_what: usize, node: NodeId) -> bool {
        self.wanted[as_what].as_ref().is_none_or(|wanted| wanted[node.index()])
    }
}

impl Qualifier {
    fn scale(self) -> Scale {
        match self {
            Self::Side => Scale::sides(),
            Self::Degree => Scale::grades(-2..=2),
            Self::Stance => Scale::categories(Stance::ALL.iter().map(|stance| stance.as_str())),
            Self::None => Scale::single(),
        }
    }

    /// The level of a stance; `None` for one that has none.
    fn level(self, stance: Stance) -> Option<Level<'static>> {
        let polarity = stance.polarity()?;
        let degree = if stance.strength() == Strength::Weak { 1 } else { 2 };
        match (self, polarity) {
            (Self::Side, Polarity::Neutral) => None,
            (Self::Side, side) => Some(Level::Favor(side == Polarity::Favor)),
            (Self::Degree, Polarity::Favor) => Some(Level::Grade(degree)),
            (Self::Degree, Polarity::Neutral) => Some(Level::Grade(0)),
            (Self::Degree, Polarity::Against) => Some(Level::Grade(-degree)),
            (Self::Stance, _) => Some(Level::Category(stance.as_str())),
            (Self::None, _) => Some(Level::Unqualified),
        }
    }
}

/// A node that a statement is counted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    Node(NodeId),
    Source(SourceId),
}

/// Codes statements or positions.
struct Coder<'n, 'g> {
    networks: &'n Networks<'g>,
    coding: Coding,
}

impl<'g> Coder<'_, 'g> {
    fn graph(&self) -> &'g StanceGraph {
        self.networks.selection.graph()
    }

    fn add_statements(&mut self) {
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

    fn add_positions(&mut self) {
        let listing =
            if self.networks.nodes == Nodes::Nations { Listing::Nations } else { Listing::Speakers };
        let targets: std::collections::BTreeSet<NodeId> =
            self.graph().statements().map(|(_, statement)| statement.target).collect();
        for target in targets {
            let records = self.networks.selection.records_on(target, listing).into_iter();
            for position in records.flat_map(|record| record.positions) {
                let stands =
                    position.certainty == Certainty::Certain && !position.conditional && !position.on_kind;
                let is_one_sided = !matches!(position.lean, Lean::Mixed | Lean::None);
                let Some(id) = position.headline().filter(|_| stands && is_one_sided) else { continue };
                let statement = self.graph().at_statement(id);
                let counted = match self.networks.nodes {
                    Nodes::Holders | Nodes::Nations => vec![Counted::Node(position.holder)],
                    Nodes::Organizations | Nodes::Sources => self.counted_under(statement),
                };
                for counted in counted {
                    self.add(counted, target, id, statement);
                }
            }
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

fn enter(members: &mut super::coding::Members, graph: &StanceGraph, id: NodeId) -> u32 {
    let node = graph.at(id);
    members.number(node.key.as_str(), || Member {
        name: node.name().to_owned(),
        key: node.key.to_string(),
        kind: Some(node.kind()),
        node: Some(id),
    })
}
