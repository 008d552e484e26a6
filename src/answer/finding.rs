//! Findings: one position or act each, with its evidence.

use crate::graph::StanceGraph;
use crate::model::{
    Act, Capacity, Condition, ConditionSubject, Date, Modality, Node, NodeId, Source, Stance, StatementId,
    StatementRef, Strength,
};
use crate::position::{
    Basis, Certainty, Derivation, Filter, Lean, Position, Rating, Selection, Step, Surety,
};

/// The data of a finding, by id.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FindingData {
    pub(crate) holder: NodeId,
    pub(crate) on_behalf_of: Vec<NodeId>,
    pub(crate) personal: bool,
    pub(crate) target: NodeId,
    pub(crate) lean: Lean,
    pub(crate) certainty: Certainty,
    pub(crate) basis: Basis,
    pub(crate) conditional: bool,
    pub(crate) paths: Vec<Vec<NodeId>>,
    pub(crate) rating: Rating,
    pub(crate) headline: StatementId,
    pub(crate) evidence: Vec<StatementId>,
    pub(crate) contingent: Vec<StatementId>,
    pub(crate) derivation: Derivation,
}

impl FindingData {
    /// The finding of a position; `None` for a position without statements, which no rule makes.
    pub(crate) fn of_position(selection: &Selection<'_>, position: &Position) -> Option<Self> {
        Some(Self {
            holder: position.holder,
            on_behalf_of: position.on_behalf_of.clone(),
            personal: position.personal,
            target: position.target,
            lean: position.lean,
            certainty: position.certainty,
            basis: position.basis,
            conditional: position.conditional,
            paths: position.paths.clone(),
            rating: position.rating.clone(),
            headline: position.headline()?,
            evidence: position.statements.clone(),
            contingent: position.contingent.clone(),
            derivation: selection.derivation(position),
        })
    }

    /// [`of_statement`](Self::of_statement) under the name of the power it was made for.
    pub(crate) fn of_statement_as(
        selection: &Selection<'_>,
        id: StatementId,
        listed_as: Option<NodeId>,
    ) -> Self {
        let own = Self::of_statement(selection, id);
        match listed_as {
            Some(holder) if holder != own.holder => {
                Self { holder, on_behalf_of: Vec::new(), basis: Basis::SpokenFor, ..own }
            }
            _ => own,
        }
    }

    /// The finding of one act as it stands in the record: a vote, a hint, a threat, a deed.
    pub(crate) fn of_statement(selection: &Selection<'_>, id: StatementId) -> Self {
        let statement = selection.graph().at_statement(id);
        let certainty = match selection.sight(id) {
            Ok(Surety::Possible) => Certainty::Possible,
            _ => Certainty::Certain,
        };
        Self {
            holder: statement.holder,
            on_behalf_of: statement
                .capacity
                .powers()
                .iter()
                .copied()
                .filter(|&power| power != statement.holder)
                .collect(),
            personal: *statement.capacity == Capacity::Personal,
            target: statement.target,
            lean: Lean::from(statement.stance.polarity()),
            certainty,
            basis: Basis::Stated,
            conditional: statement.stance_conditions().next().is_some(),
            paths: Vec::new(),
            rating: Rating::default(),
            headline: id,
            evidence: vec![id],
            contingent: Vec::new(),
            derivation: selection.derivation_of_record(id),
        }
    }
}

/// A finding of an answer: who holds which stance on what, and how we know.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'a> {
    graph: &'a StanceGraph,
    data: &'a FindingData,
}

impl<'a> Finding<'a> {
    pub(crate) const fn new(graph: &'a StanceGraph, data: &'a FindingData) -> Self {
        Self { graph, data }
    }

    fn headline(self) -> StatementRef<'a> {
        self.graph.at_statement(self.data.headline)
    }

    /// Who holds it.
    pub fn holder(self) -> &'a Node {
        self.graph.at(self.data.holder)
    }

    /// The holder's id.
    pub const fn holder_id(self) -> NodeId {
        self.data.holder
    }

    /// On whose behalf; empty where unstated, personal, or for itself.
    pub fn on_behalf_of(self) -> impl ExactSizeIterator<Item = &'a Node> {
        self.data.on_behalf_of.iter().map(|&power| self.graph.at(power))
    }

    /// Whether it is held in the holder's own name only.
    pub const fn is_personal(self) -> bool {
        self.data.personal
    }

    /// The stance of the headline, which is the latest statement.
    pub fn stance(self) -> Stance {
        self.headline().stance
    }

    /// Full or weak, by the headline.
    pub fn strength(self) -> Strength {
        self.stance().strength()
    }

    /// What kind of act the headline is.
    pub fn act(self) -> Act {
        self.headline().act
    }

    /// Which way it leans.
    pub const fn lean(self) -> Lean {
        self.data.lean
    }

    /// What it is on: the target asked about, or the kind of it, or the whole, that the statements are on.
    pub fn target(self) -> &'a Node {
        self.graph.at(self.data.target)
    }

    /// The target's id.
    pub const fn target_id(self) -> NodeId {
        self.data.target
    }

    /// Of whom it is demanded, to whom offered, against whom threatened.
    pub fn addressees(self) -> impl ExactSizeIterator<Item = &'a Node> {
        self.headline().addressees.iter().map(|&node| self.graph.at(node))
    }

    /// What the headline mentions as not preferred; carries no stance.
    pub fn rather_than(self) -> impl ExactSizeIterator<Item = &'a Node> {
        self.headline().rather_than.iter().map(|&node| self.graph.at(node))
    }

    /// How firmly the headline was put.
    pub fn modality(self) -> Modality {
        self.headline().modality
    }

    /// How surely it follows.
    pub const fn certainty(self) -> Certainty {
        self.data.certainty
    }

    /// On what it rests.
    pub const fn basis(self) -> Basis {
        self.data.basis
    }

    /// The conditions of the headline, of the stance and of its content.
    pub fn conditions(self) -> &'a [Condition] {
        self.headline().conditions
    }

    /// Whether the stance hangs on a condition that has not come about.
    pub const fn is_conditional(self) -> bool {
        self.data.conditional
    }

    /// Whether the question took this condition as met.
    pub(crate) fn assumes(self, subject: &ConditionSubject) -> bool {
        let given =
            |part: &Derivation| matches!(&part.step, Step::Filter(Filter::Assuming(one)) if one == subject);
        self.data.derivation.from.iter().any(given)
    }

    /// From the target of the statements to the one asked about, the narrower end first; empty where they are one.
    pub fn paths(self) -> impl Iterator<Item = Vec<&'a Node>> {
        self.data.paths.iter().filter(|path| !path.is_empty()).map(move |path| self.nodes(path))
    }

    /// The one of [`paths`](Self::paths) that leads from the target of the finding.
    pub fn path(self) -> Vec<&'a Node> {
        self.data.paths.first().map_or_else(Vec::new, |path| self.nodes(path))
    }

    fn nodes(self, path: &[NodeId]) -> Vec<&'a Node> {
        path.iter().map(|&node| self.graph.at(node)).collect()
    }

    /// [`paths`](Self::paths) by id.
    pub(crate) fn path_ids(self) -> impl Iterator<Item = &'a Vec<NodeId>> {
        self.data.paths.iter().filter(|path| !path.is_empty())
    }

    /// The date of the earliest dated statement that still stands.
    pub fn since(self) -> Option<Date> {
        self.evidence().filter_map(Evidence::said).min()
    }

    /// First day on which the headline no longer holds, by its own terms.
    pub fn until(self) -> Option<Date> {
        self.headline().until
    }

    /// How sure one may be of it, a figure a side, with its parts.
    pub const fn rating(self) -> &'a Rating {
        &self.data.rating
    }

    /// Why, in the coder's words: the first reason among the statements, the headline's first.
    pub fn reason(self) -> Option<&'a str> {
        self.evidence().find_map(|evidence| evidence.statement.reason)
    }

    /// What a threat announces.
    pub fn consequence(self) -> Option<&'a str> {
        self.headline().consequence
    }

    /// The proposal that a threat opposes, which is no stance on it.
    pub fn related(self) -> Option<&'a Node> {
        self.headline().related.map(|node| self.graph.at(node))
    }

    /// The statements it rests on, the headline first.
    pub fn evidence(self) -> impl ExactSizeIterator<Item = Evidence<'a>> {
        self.data.evidence.iter().map(move |&id| Evidence::new(self.graph, id))
    }

    /// Statements of another polarity that would stand if their condition came about.
    pub fn contingent(self) -> impl ExactSizeIterator<Item = Evidence<'a>> {
        self.data.contingent.iter().map(move |&id| Evidence::new(self.graph, id))
    }

    /// Why it follows, down to the statements and ties.
    pub const fn derivation(self) -> &'a Derivation {
        &self.data.derivation
    }
}

/// A statement as evidence of a finding.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    graph: &'a StanceGraph,
    id: StatementId,
    statement: StatementRef<'a>,
}

impl<'a> Evidence<'a> {
    pub(crate) fn new(graph: &'a StanceGraph, id: StatementId) -> Self {
        Self { graph, id, statement: graph.at_statement(id) }
    }

    /// The statement's id.
    pub const fn id(self) -> StatementId {
        self.id
    }

    /// The statement.
    pub const fn statement(self) -> StatementRef<'a> {
        self.statement
    }

    /// Who made it.
    pub fn speaker(self) -> &'a Node {
        self.graph.at(self.statement.holder)
    }

    /// The document.
    pub fn source(self) -> Option<&'a Source> {
        self.statement.citation.as_ref().map(|citation| self.graph.at_source(citation.source))
    }

    /// The witness that the document is or copies: evidence of one origin is no independent evidence. `None` without a
    /// document; then the statement is its own origin.
    pub fn origin(self) -> Option<&'a str> {
        self.source().map(Source::origin_or_self)
    }

    /// Where in the document; empty where nobody says.
    pub fn locator(self) -> &'a str {
        self.statement.locator().unwrap_or_default()
    }

    /// The speaker's own words, where the document prints them.
    pub fn quote(self) -> Option<&'a str> {
        self.statement.quote()
    }

    /// When it was said, where anybody knows.
    pub fn said(self) -> Option<Date> {
        self.statement.said
    }
}
