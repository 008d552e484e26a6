//! Networks of a graph, as a selection sees it.

use crate::analysis::Time;
use crate::model::{Date, Node, NodeId};
use crate::position::Selection;

use super::coder::Coder;
use super::coding::Coding;
use super::network::Network;
use super::{
    Aggregation, Duplicates, Hints, Isolates, Kernel, Mode, Moving, NetworkError, Nodes, Normalization, Over,
    Qualifier, Rules, Settings,
};

/// Networks of what a selection sees, told what they are to be of step by step.
///
/// Deeds and absences never count, nor does what was withdrawn or what may lie outside the selection's times. Over
/// statements, what hangs on a condition counts as what was said. Statements of one source are of one document.
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
    pub(super) selection: Selection<'g>,
    pub(super) nodes: Nodes,
    pub(super) qualifier: Qualifier,
    over: Over,
    pub(super) hints: Hints,
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

    /// The settings as they stand.
    pub(crate) const fn settings_of(&self) -> &Settings {
        &self.settings
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
        let mut coder = Coder::of(self);
        match self.over {
            Over::Statements => coder.add_statements(),
            Over::Positions => coder.add_positions(),
        }
        coder.coding
    }

    /// Those of the [coded statements](Self::coding) that are within the dates, documents, holders and targets wanted: what a
    /// [bootstrap](crate::analysis::bootstrap) draws from, so that all samples are of one size. Which of several like ones count is left
    /// to each sample.
    ///
    /// ```
    /// use stancegraph::{datasets, analysis::network::Networks, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let networks = Networks::of(&Selection::new(graph, Lens::default()));
    /// assert!(!networks.coding_within().is_empty());
    /// // The vote was in March 2022.
    /// let later = networks.from("2023-01-01".parse()?);
    /// assert_eq!((later.coding().is_empty(), later.coding_within().is_empty()), (false, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn coding_within(&self) -> Coding {
        self.coding().within(&self.settings)
    }

    /// The network with the reading that it was made by.
    fn named(&self, network: Network) -> Network {
        Network { over: self.over, counted: Some((self.nodes, self.qualifier)), ..network }
    }

    /// Whether a node is wanted as a holder (0) or as a target (1).
    pub(super) fn is_wanted(&self, as_what: usize, node: NodeId) -> bool {
        self.wanted[as_what].as_ref().is_none_or(|wanted| wanted[node.index()])
    }
}
