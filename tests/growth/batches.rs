//! A draft cut into batches, each of which needs no more than itself and those before it.

use std::collections::HashMap;

use stancegraph::model::NodeKind;
use stancegraph::model::draft::{
    CapacityDraft, Draft, NodeDraft, PlainStatement, RetractionDraft, SourceDraft, StatementDraft, Text,
};
use stancegraph::{GraphBuilder, StanceGraph};

/// Numbers that say where each record goes, taken one after the other and then again.
pub(crate) struct Cuts<'c> {
    numbers: std::iter::Cycle<std::slice::Iter<'c, usize>>,
    batches: usize,
}

impl<'c> Cuts<'c> {
    pub(crate) fn new(numbers: &'c [usize], batches: usize) -> Self {
        Self { numbers: numbers.iter().cycle(), batches }
    }

    fn next(&mut self) -> usize {
        self.numbers.next().unwrap() % self.batches
    }
}

/// Batches, and the same with each retraction in its statement.
pub(crate) struct Batches {
    pub(crate) batches: Vec<Draft>,
    /// What is built at once: the same records in the same order, but each retraction where its statement is.
    pub(crate) whole: Vec<Draft>,
}

/// Cuts a draft. A retraction comes with its statement or in a batch of its own, as it falls.
pub(crate) fn cut(draft: &Draft, mut cuts: Cuts<'_>) -> Batches {
    let mut batches = vec![Draft::default(); cuts.batches];
    // In which batch a node or source is.
    let mut place: HashMap<&str, usize> = HashMap::new();
    for node in &draft.nodes {
        let at = cuts.next();
        place.insert(&node.key.value, at);
        batches[at].nodes.push(node.clone());
    }
    for source in &draft.sources {
        let at = cuts.next();
        place.insert(&source.key.value, at);
        batches[at].sources.push(source.clone());
    }
    let after = |needs: Vec<&Text>, cuts: &mut Cuts<'_>| {
        let needed = needs.iter().map(|text| place[text.value.as_str()]).max().unwrap_or_default();
        needed.max(cuts.next())
    };
    for tie in &draft.ties {
        let at = after(tie.from.iter().chain([&tie.to]).collect(), &mut cuts);
        batches[at].ties.push(tie.clone());
    }
    for event in &draft.events {
        let at = after(event.proposal.iter().chain(&event.source).collect(), &mut cuts);
        batches[at].events.push(event.clone());
    }
    let mut places = Vec::new();
    for statement in &draft.statements {
        places.push(after(needs(statement), &mut cuts));
    }
    let mut whole = batches.clone();
    for (statement, at) in draft.statements.iter().zip(places) {
        whole[at].statements.push(statement.clone());
        let later = at + cuts.next() % (batches.len() - at);
        if let Some(date) = statement.retracted.clone().filter(|_| cuts.next().is_multiple_of(2)) {
            batches[at].statements.push(StatementDraft { retracted: None, ..statement.clone() });
            batches[later].retractions.push(RetractionDraft::new(statement.id.clone(), date));
        } else {
            batches[at].statements.push(statement.clone());
        }
    }
    Batches { batches, whole }
}

fn needs(statement: &StatementDraft) -> Vec<&Text> {
    let powers = match &statement.capacity {
        CapacityDraft::For(powers) => powers.as_slice(),
        _ => &[],
    };
    let conditions = statement.conditions.iter().filter_map(|condition| condition.proposal.as_ref());
    let own = [&statement.holder, &statement.target];
    own.into_iter().chain(powers).chain(conditions).chain(&statement.source).collect()
}

/// Puts into the first batch so many statements of somebody on something that nobody asks about, and as many topics and
/// sources, so that what small batches bring stays apart from it.
pub(crate) fn with_filler(mut batches: Vec<Draft>, statements: usize) -> Vec<Draft> {
    let first = &mut batches[0];
    first.nodes.push(NodeDraft::nation("n8", "the n8"));
    first.nodes.push(NodeDraft::proposal("x8", "the x8"));
    for number in 0..statements {
        first.nodes.push(NodeDraft::new(
            NodeKind::Topic,
            format!("t{number}"),
            format!("the topic {number}"),
        ));
        first.sources.push(SourceDraft::new(format!("d{number}"), format!("document {number}")));
        let id = format!("filler-{number}");
        let filler = PlainStatement::new(&id, "n8", stancegraph::Stance::Supports, "x8");
        assert!(first.plain.push(&filler));
    }
    batches
}

/// The graph of all batches at once.
pub(crate) fn built(batches: &[Draft]) -> StanceGraph {
    let builder = batches.iter().cloned().fold(GraphBuilder::new(), GraphBuilder::add);
    builder.build().unwrap_or_else(|error| panic!("{error}\n{batches:#?}"))
}

/// The graph after each batch.
pub(crate) fn grown(batches: &[Draft]) -> Vec<StanceGraph> {
    let mut graphs = vec![built(&batches[..1])];
    for batch in &batches[1..] {
        let grown =
            graphs.last().unwrap().extend(batch).unwrap_or_else(|error| panic!("{error}\n{batch:#?}"));
        graphs.push(grown);
    }
    graphs
}
