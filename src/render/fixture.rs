//! A small graph and answers over it, for the tests of every page.

use crate::answer::Answer;
use crate::graph::{GraphBuilder, StanceGraph};
use crate::model::Polarity;
use crate::model::draft::{ConditionDraft, Draft, NodeDraft, SourceDraft, StatementDraft, TieDraft};
use crate::query::Query;

/// Kenya, Chile, a bloc, its secretary, a person, unnamed others; debt relief with a kind of it.
pub(crate) fn draft() -> Draft {
    let nodes = vec![
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
    let ties = vec![
        TieDraft { office: Some("President".into()), ..TieDraft::new("represents", "ada", "KEN") },
        TieDraft { since: Some("1999-01-01".into()), ..TieDraft::new("member-of", "CHL", "bloc") },
    ];
    let sources = vec![SourceDraft::new("paper", "The Paper")];
    Draft { nodes, ties, sources, ..Draft::default() }
}

/// A statement with its place in the one source.
pub(crate) fn statement(id: &str, holder: &str, stance: &str, target: &str) -> StatementDraft {
    StatementDraft::new(id, holder, stance, target).cited("paper", "page 1")
}

/// Kenya threatens Chile, in the hearing of the bloc, should there be an audit.
pub(crate) fn threat() -> StatementDraft {
    StatementDraft {
        addressees: vec!["CHL".into(), "bloc".into()],
        conditions: vec![condition("if", "audit", "stance")],
        consequence: Some("it closes its ports".into()),
        related: Some("audit".into()),
        ..statement("s1", "KEN", "threatens", "CHL").said("2020-01-02")
    }
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
    graph(statements).run(&Query::who(polarity).on("debt relief").including_inferred()).unwrap()
}

/// Whether Kenya supports debt relief.
pub(crate) fn does_kenya(statements: Vec<StatementDraft>) -> Answer {
    graph(statements).run(&Query::does("Kenya", Polarity::Favor).on("debt relief")).unwrap()
}

/// The position of a holder on debt relief.
pub(crate) fn position_of(holder: &str, statements: Vec<StatementDraft>) -> Answer {
    graph(statements).run(&Query::position(holder).on("debt relief")).unwrap()
}
