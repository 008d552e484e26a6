//! A small graph and answers over it, for the tests of every page.

use crate::answer::{Answer, Clause, Content, Correction, Coverage, Outcome, does, position, who};
use crate::graph::{GraphBuilder, StanceGraph};
use crate::model::draft::{ConditionDraft, Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use crate::model::{NodeId, Polarity};
use crate::position::{Lens, Selection};
use crate::query::{Inference, Listing, Negation, Query, Word};

/// Kenya, Chile, a bloc, its secretary, a person, unnamed others; debt relief with a kind of it.
pub(crate) fn draft() -> Draft {
    let mut draft = Draft::default();
    draft.nodes = vec![
        NodeDraft::nation("KEN", "Kenya"),
        NodeDraft::nation("CHL", "Chile"),
        NodeDraft::organization("bloc", "the Bloc"),
        NodeDraft::person("ada", "Ada Nyong'o"),
        NodeDraft::person("bo", "Bo"),
        NodeDraft::unnamed_group("lenders", "Lenders"),
        NodeDraft::proposal("relief", "debt relief"),
        NodeDraft::proposal("swap", "debt swap").kind_of("relief"),
        NodeDraft::proposal("audit", "audit"),
    ];
    draft.ties = vec![
        TieDraft { office: Some("President".into()), ..TieDraft::new("represents", "ada", "KEN") },
        TieDraft { since: Some("1999-01-01".into()), ..TieDraft::new("member-of", "CHL", "bloc") },
    ];
    draft.sources = vec![SourceDraft::new("paper", "The Paper")];
    draft
}

/// A statement with its place in the one source.
pub(crate) fn statement(id: &str, holder: &str, stance: &str, target: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, target).cited("paper", "page 1")
}

pub(crate) fn condition(relation: &str, proposal: &str, scope: &str) -> ConditionDraft {
    ConditionDraft {
        relation: relation.into(),
        proposal: Some(proposal.into()),
        scope: scope.into(),
        ..ConditionDraft::default()
    }
}

pub(crate) fn graph(statements: Vec<StatementDraft>) -> StanceGraph {
    GraphBuilder::new().add(Draft { statements, ..draft() }).build().unwrap()
}

/// Who is of this polarity on debt relief; inferred positions too.
pub(crate) fn who_on_relief(statements: Vec<StatementDraft>, polarity: Polarity) -> Answer {
    let graph = graph(statements);
    let clause = Clause { word: Word::Leaning(polarity), negation: Negation::Affirmed };
    let query = Query::who(polarity).on("debt relief");
    answer(&graph, query, |selection, on| who(selection, on, clause, Listing::Speakers))
}

/// Whether Kenya supports debt relief.
pub(crate) fn does_kenya(statements: Vec<StatementDraft>) -> Answer {
    let graph = graph(statements);
    let clause = Clause { word: Word::Leaning(Polarity::Favor), negation: Negation::Affirmed };
    let kenya = graph.find("KEN").unwrap();
    answer(&graph, Query::does("Kenya", Polarity::Favor).on("debt relief"), |selection, on| {
        does(selection, kenya, on, clause)
    })
}

/// The position of a holder on debt relief.
pub(crate) fn position_of(holder: &str, statements: Vec<StatementDraft>) -> Answer {
    let graph = graph(statements);
    let node = graph.find(holder).unwrap();
    let query = Query::position(holder).on("debt relief");
    answer(&graph, query, |selection, on| position(selection, node, on))
}

fn answer(graph: &StanceGraph, query: Query, content: impl Fn(&Selection<'_>, NodeId) -> Content) -> Answer {
    let mut lens = Lens::default();
    lens.inference = Inference::Included;
    let selection = Selection::new(graph, lens);
    let relief = graph.find("relief").unwrap();
    let content = content(&selection, relief);
    Answer {
        graph: graph.clone(),
        question: None,
        query,
        understood: "the question".into(),
        outcome: if content.is_empty() { Outcome::NoRecord } else { Outcome::Answer },
        content,
        coverage: Some(Coverage::of(&selection, &[relief])),
        corrections: Vec::new(),
        candidates: Vec::new(),
    }
}

pub(crate) fn corrected(mut answer: Answer, typed: &str, key: &str) -> Answer {
    let read_as = answer.graph.find(key).unwrap();
    answer.corrections.push(Correction { typed: typed.into(), read_as });
    answer
}
