//! Why a position follows: a tree of rules down to statements, ties and the words of the sources.

use crate::model::{NodeId, StatementId, TieId};

use super::{Basis, Certainty, Ending, Filter, Lean, Position, Selection, SideRating};

/// One step of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// A rule and what it says here, in words.
    Rule(String),
    /// A statement of the graph; it rests on its quote, where its source prints one.
    Statement(StatementId),
    /// The holder's own words in the source of this statement.
    Quote(StatementId),
    /// A tie of the graph.
    Tie(TieId),
    /// A way along the hierarchy, the narrower end first.
    Path(Vec<NodeId>),
    /// A time, restriction or assumption of the question.
    Filter(Filter),
    /// Why the statement below it does not stand, which explains that the others do.
    Ended(Ending),
}

/// A derivation tree: a step and what it rests on. Its leaves are statements, ties, quotes and paths of the graph, and
/// filters of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Derivation {
    /// The step.
    pub step: Step,
    /// What it rests on.
    pub from: Vec<Derivation>,
}

impl Derivation {
    fn leaf(step: Step) -> Self {
        Self { step, from: Vec::new() }
    }

    fn rule(rule: impl Into<String>, from: Vec<Self>) -> Self {
        Self { step: Step::Rule(rule.into()), from }
    }

    /// The steps of the tree, each before what it rests on.
    pub fn steps(&self) -> Vec<&Step> {
        let mut steps = vec![&self.step];
        steps.extend(self.from.iter().flat_map(Self::steps));
        steps
    }
}

impl Selection<'_> {
    /// Why a position follows: what stands, the ties and ways it takes, what gave way to it, how sure it is, and the
    /// filters through which the record was read.
    pub fn derivation(&self, position: &Position) -> Derivation {
        let statements = position.statements.iter().map(|&id| self.stated(id));
        let ties = position.ties.iter().map(|&id| Derivation::leaf(Step::Tie(id)));
        let ways = position.paths.iter().filter(|path| !path.is_empty());
        let paths = ways.map(|path| Derivation::leaf(Step::Path(path.clone())));
        let contingent = position
            .contingent
            .iter()
            .map(|&id| Derivation::rule("would stand if its condition came about", vec![self.stated(id)]));
        let ended = position
            .ended
            .iter()
            .map(|&(id, ending)| Derivation { step: Step::Ended(ending), from: vec![self.stated(id)] });
        let rated = position.rating.sides.iter().filter(|side| side.confidence.is_some()).map(sureness);
        let held = statements.chain(ties).chain(paths).chain(contingent);
        Derivation::rule(rule(position), held.chain(ended).chain(rated).chain(self.filters()).collect())
    }

    /// Why an act is found: it stands in the record.
    pub(crate) fn derivation_of_record(&self, id: StatementId) -> Derivation {
        let from = [self.stated(id)].into_iter().chain(self.filters()).collect();
        Derivation::rule("as it stands in the record", from)
    }

    /// A statement with the words it rests on.
    fn stated(&self, id: StatementId) -> Derivation {
        let quote = self.graph().at_statement(id).quote().map(|_| Derivation::leaf(Step::Quote(id)));
        Derivation { step: Step::Statement(id), from: quote.into_iter().collect() }
    }

    fn filters(&self) -> impl Iterator<Item = Derivation> {
        self.lens().filters().into_iter().map(|filter| Derivation::leaf(Step::Filter(filter)))
    }
}

/// The confidence of a side: each statement with what it adds, and the tie that holds it back.
fn sureness(side: &SideRating) -> Derivation {
    let parts = side.parts.iter().map(|part| {
        let tie = part.tie.map(|id| Derivation::leaf(Step::Tie(id)));
        let statement = Derivation::leaf(Step::Statement(part.statement));
        Derivation::rule(part.to_string(), [statement].into_iter().chain(tie).collect())
    });
    Derivation::rule(format!("{side}, for {}", side.polarity), parts.collect())
}

fn rule(position: &Position) -> String {
    let basis = match position.basis {
        Basis::Stated => "the holder's own word",
        Basis::SpokenFor => "spoken for the holder",
        Basis::Represents => "said in office for the holder, unmarked, where the holder's own pool is empty",
        Basis::Series => "the latest instance speaks for its series",
        Basis::Narrower => "a stance on a kind of it; never decides a yes or no",
        Basis::Broader => "against the broader proposal, hence against this kind of it; inferred on request",
        Basis::Membership => "the position of a bloc it belongs to; inferred on request",
    };
    let standing = match (position.lean, position.certainty) {
        (Lean::Mixed, Certainty::OrderUnknown) => "; both sides stand, their order is unknown",
        (Lean::Mixed, _) => "; both sides stand",
        (Lean::None, _) => "; takes no side",
        (_, Certainty::Possible) => "; possible, as far as the dates tell",
        (_, Certainty::OrderUnknown) => "; whether it was withdrawn later is unknown",
        (_, Certainty::Certain) => "",
    };
    let condition = if position.conditional { "; only if its condition comes about" } else { "" };
    format!("{basis}{standing}{condition}")
}
