//! A graph as the draft that a builder makes it of again.

use std::fmt::Display;

use stancegraph::StanceGraph;
use stancegraph::model::draft::{
    AliasDraft, CapacityDraft, ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft,
    Text, TieDraft,
};
use stancegraph::model::{
    Capacity, Condition, ConditionRecord, ConditionSubject, Confidence, Node, NodeBody, NodeId, Placed,
    Source, SourceId, StatementRef, Tie,
};

fn text(value: Option<impl Display>) -> Option<Text> {
    value.map(|value| value.to_string().into())
}

fn rated(value: Option<Confidence>) -> Option<Placed<f64>> {
    value.map(|value| value.get().into())
}

/// Everything but what datasets say of themselves and the words that they brought.
pub(crate) fn drafted(graph: &StanceGraph) -> Draft {
    let names = Names(graph);
    Draft {
        nodes: graph.nodes().map(|(_, one)| node(one)).collect(),
        sources: graph.sources().map(|(_, one)| source(one)).collect(),
        ties: graph.ties().map(|(_, one)| names.tie(one)).collect(),
        events: graph.condition_records().iter().map(|one| names.event(one)).collect(),
        statements: graph.statements().map(|(_, one)| names.statement(one)).collect(),
        ..Draft::default()
    }
}

fn node(node: &Node) -> NodeDraft {
    let mut draft = NodeDraft::new(node.kind(), node.key.to_string(), node.name.clone());
    draft.unnamed = node.is_unnamed();
    draft.note = text(node.note.as_ref());
    draft.ids = node.ids.iter().map(|id| (id.scheme().to_owned(), id.value().into())).collect();
    let alias = |alias: &stancegraph::model::Alias| AliasDraft {
        text: alias.text.clone().into(),
        language: text(alias.language.as_ref()),
        since: text(alias.held.since),
        until: text(alias.held.until),
    };
    draft.aliases = node.aliases.iter().map(alias).collect();
    if let NodeBody::Nation(nation) = &node.body {
        draft.capital = text(nation.capital.as_ref());
        draft.demonyms = nation.demonyms.iter().map(|demonym| demonym.clone().into()).collect();
        (draft.since, draft.until) = (text(nation.exists.since), text(nation.exists.until));
    }
    draft
}

fn source(source: &Source) -> SourceDraft {
    let mut draft = SourceDraft::new(source.key.to_string(), source.title.clone());
    (draft.publisher, draft.author) = (text(source.publisher.as_ref()), text(source.author.as_ref()));
    (draft.url, draft.language) = (text(source.url.as_ref()), text(source.language.as_ref()));
    (draft.origin, draft.published) = (text(source.origin.as_ref()), text(source.published));
    (draft.reliability, draft.credibility) = (text(source.reliability), text(source.credibility));
    draft
}

/// The keys that ids of a graph stand for.
struct Names<'g>(&'g StanceGraph);

impl Names<'_> {
    fn node(&self, id: NodeId) -> Text {
        self.0.node(id).unwrap().key.to_string().into()
    }

    fn nodes(&self, ids: &[NodeId]) -> Vec<Text> {
        ids.iter().map(|id| self.node(*id)).collect()
    }

    fn source(&self, id: Option<SourceId>) -> Option<Text> {
        text(id.map(|id| self.0.source(id).unwrap().key.to_string()))
    }

    fn tie(&self, tie: &Tie) -> TieDraft {
        let mut draft = TieDraft::new(tie.kind.to_string(), self.node(tie.from), self.node(tie.to));
        (draft.office, draft.locator) = (text(tie.office.as_ref()), text(tie.locator.as_ref()));
        (draft.since, draft.until) = (text(tie.held.since), text(tie.held.until));
        (draft.source, draft.confidence) = (self.source(tie.source), rated(tie.confidence));
        draft
    }

    /// What has to come about: words or a proposal.
    fn subject(&self, subject: &ConditionSubject) -> (Option<Text>, Option<Text>) {
        match subject {
            ConditionSubject::Text(words) => (Some(words.clone().into()), None),
            ConditionSubject::Proposal(proposal) => (None, Some(self.node(*proposal))),
        }
    }

    fn event(&self, record: &ConditionRecord) -> EventDraft {
        let (condition, proposal) = self.subject(&record.subject);
        EventDraft {
            condition,
            proposal,
            met: record.met,
            date: text(record.date),
            source: self.source(record.source),
            locator: text(record.locator.as_ref()),
            ..EventDraft::default()
        }
    }

    fn condition(&self, condition: &Condition) -> ConditionDraft {
        let (words, proposal) = self.subject(&condition.subject);
        let (relation, scope) = (condition.relation.to_string().into(), condition.scope.to_string().into());
        ConditionDraft { relation, scope, text: words, proposal, ..ConditionDraft::default() }
    }

    fn statement(&self, one: StatementRef<'_>) -> StatementDraft {
        let key = one.key.to_string();
        let mut draft =
            StatementDraft::new(key, self.node(one.holder), one.stance.to_string(), self.node(one.target));
        draft.capacity = match one.capacity {
            Capacity::Unstated => CapacityDraft::Unstated,
            Capacity::Personal => CapacityDraft::Personal,
            Capacity::For(powers) => CapacityDraft::For(self.nodes(powers)),
        };
        (draft.act, draft.modality) = (text(Some(one.act)), text(Some(one.modality)));
        (draft.addressees, draft.rather_than) = (self.nodes(one.addressees), self.nodes(one.rather_than));
        draft.conditions = one.conditions.iter().map(|one| self.condition(one)).collect();
        (draft.said, draft.until) = (text(one.said), text(one.until));
        (draft.recorded, draft.retracted) = (text(one.recorded), text(one.retracted));
        (draft.reason, draft.consequence) = (text(one.reason), text(one.consequence));
        draft.related = one.related.map(|proposal| self.node(proposal));
        (draft.occasion, draft.note, draft.code) = (text(one.occasion), text(one.note), text(one.code));
        (draft.confidence, draft.credibility) = (rated(one.confidence), text(one.credibility));
        let citation = one.citation;
        draft.source = self.source(citation.map(|citation| citation.source));
        draft.locator = text(citation.and_then(|citation| citation.locator));
        draft.reporter = text(citation.and_then(|citation| citation.reporter));
        draft.quote = text(citation.and_then(|citation| citation.quote));
        draft
    }
}
