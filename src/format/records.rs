//! The records of a dataset and the fields of each: the format, as one table.

use super::field::Domain::{Code, Date, Key, Words};
use super::field::{CodeSet, Field, Slot, field, list, optional, required};
use crate::model::draft::{
    AliasDraft, ConditionDraft, DatasetDraft, EventDraft, NodeDraft, RetractionDraft, SourceDraft,
    StatementDraft, TieDraft, WordDraft,
};
use crate::model::{Act, Credibility, Modality, NodeKind, Relation, Reliability, Scope, Stance, TieKind};

/// A kind of record, in the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecordKind {
    Dataset,
    Node(NodeKind),
    Tie,
    Source,
    Statement,
    Event,
    Retraction,
    Word,
}

impl RecordKind {
    /// Every kind of record, in the order in which they are written.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let nodes = NodeKind::ALL.iter().copied().map(Self::Node);
        [Self::Dataset].into_iter().chain(nodes).chain([
            Self::Tie,
            Self::Source,
            Self::Statement,
            Self::Event,
            Self::Retraction,
            Self::Word,
        ])
    }

    /// Its name in a file.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Dataset => "dataset",
            Self::Node(kind) => kind.as_str(),
            Self::Tie => "tie",
            Self::Source => "source",
            Self::Statement => "statement",
            Self::Event => "event",
            Self::Retraction => "retraction",
            Self::Word => "word",
        }
    }

    /// The kind of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|kind| kind.name() == name)
    }
}

/// The name of the record that gives the others what they lack.
pub(super) const DEFAULTS: &str = "defaults";

macro_rules! code_set {
    ($name:ident, $type:ty) => {
        const $name: CodeSet = || <$type>::ALL.iter().map(|value| value.as_str()).collect();
    };
}
code_set!(STANCE, Stance);
code_set!(ACT, Act);
code_set!(MODALITY, Modality);
code_set!(RELATION, Relation);
code_set!(SCOPE, Scope);
code_set!(TIE, TieKind);
code_set!(RELIABILITY, Reliability);
code_set!(CREDIBILITY, Credibility);

pub(super) fn dataset(draft: &mut DatasetDraft) -> Vec<Field<'_>> {
    vec![
        required("key", Key, &mut draft.key),
        required("name", Words, &mut draft.name),
        optional("about", Words, &mut draft.about),
        optional("origin", Words, &mut draft.origin),
        optional("license", Words, &mut draft.license),
        list("uses", Words, &mut draft.uses),
    ]
}

/// The fields of a node, by its kind: what only a nation, group or proposal has, the others have not.
pub(super) fn node(draft: &mut NodeDraft) -> Vec<Field<'_>> {
    let kind = draft.kind;
    let mut fields = vec![
        required("key", Key, &mut draft.key),
        required("name", Words, &mut draft.name),
        field("aliases", Slot::Aliases(&mut draft.aliases)),
        field("ids", Slot::Ids(&mut draft.ids)),
        optional("note", Words, &mut draft.note),
    ];
    if kind == NodeKind::Nation {
        fields.push(optional("capital", Words, &mut draft.capital));
        fields.push(list("demonyms", Words, &mut draft.demonyms));
        fields.push(optional("since", Date, &mut draft.since));
        fields.push(optional("until", Date, &mut draft.until));
    }
    if kind == NodeKind::Group {
        fields.push(field("unnamed", Slot::Flag(&mut draft.unnamed)));
    }
    let ties = [
        (TieKind::Broader, list("broader", Key, &mut draft.broader)),
        (TieKind::InSeries, list("in_series", Key, &mut draft.in_series)),
        (TieKind::PartOf, list("part_of", Key, &mut draft.part_of)),
        (TieKind::About, list("about", Key, &mut draft.about)),
        (TieKind::ContraryTo, list("contrary_to", Key, &mut draft.contrary_to)),
        (TieKind::Concerns, list("concerns", Key, &mut draft.concerns)),
    ];
    let legal = |tie: TieKind| NodeKind::ALL.iter().any(|&to| tie.is_legal(kind, to));
    fields.extend(ties.into_iter().filter(|(tie, _)| legal(*tie)).map(|(_, field)| field));
    fields
}

pub(super) fn alias(draft: &mut AliasDraft) -> Vec<Field<'_>> {
    vec![
        required("text", Words, &mut draft.text),
        optional("language", Words, &mut draft.language),
        optional("since", Date, &mut draft.since),
        optional("until", Date, &mut draft.until),
    ]
}

pub(super) fn tie(draft: &mut TieDraft) -> Vec<Field<'_>> {
    vec![
        required("tie", Code(TIE), &mut draft.tie),
        field("from", Slot::OneOrMore(&mut draft.from)),
        required("to", Key, &mut draft.to),
        optional("office", Words, &mut draft.office),
        optional("since", Date, &mut draft.since),
        optional("until", Date, &mut draft.until),
        optional("source", Key, &mut draft.source),
        optional("locator", Words, &mut draft.locator),
        field("confidence", Slot::Confidence(&mut draft.confidence)),
    ]
}

pub(super) fn source(draft: &mut SourceDraft) -> Vec<Field<'_>> {
    vec![
        required("key", Key, &mut draft.key),
        required("title", Words, &mut draft.title),
        optional("publisher", Words, &mut draft.publisher),
        optional("author", Words, &mut draft.author),
        optional("url", Words, &mut draft.url),
        optional("language", Words, &mut draft.language),
        optional("published", Date, &mut draft.published),
        optional("origin", Words, &mut draft.origin),
        optional("reliability", Code(RELIABILITY), &mut draft.reliability),
        optional("credibility", Code(CREDIBILITY), &mut draft.credibility),
    ]
}

pub(super) fn statement(draft: &mut StatementDraft) -> Vec<Field<'_>> {
    vec![
        required("id", Key, &mut draft.id),
        required("holder", Key, &mut draft.holder),
        field("for", Slot::Capacity(&mut draft.capacity)),
        optional("act", Code(ACT), &mut draft.act),
        required("stance", Code(STANCE), &mut draft.stance),
        required("target", Key, &mut draft.target),
        list("addressee", Key, &mut draft.addressees),
        optional("said", Date, &mut draft.said),
        optional("until", Date, &mut draft.until),
        optional("reason", Words, &mut draft.reason),
        field("conditions", Slot::Conditions(&mut draft.conditions)),
        optional("consequence", Words, &mut draft.consequence),
        optional("related", Key, &mut draft.related),
        optional("modality", Code(MODALITY), &mut draft.modality),
        list("rather_than", Key, &mut draft.rather_than),
        optional("occasion", Words, &mut draft.occasion),
        field("confidence", Slot::Confidence(&mut draft.confidence)),
        optional("credibility", Code(CREDIBILITY), &mut draft.credibility),
        optional("source", Key, &mut draft.source),
        optional("locator", Words, &mut draft.locator),
        optional("reporter", Words, &mut draft.reporter),
        optional("quote", Words, &mut draft.quote),
        optional("code", Words, &mut draft.code),
        optional("recorded", Date, &mut draft.recorded),
        optional("retracted", Date, &mut draft.retracted),
        optional("note", Words, &mut draft.note),
    ]
}

pub(super) fn condition(draft: &mut ConditionDraft) -> Vec<Field<'_>> {
    vec![
        required("relation", Code(RELATION), &mut draft.relation),
        optional("text", Words, &mut draft.text),
        optional("proposal", Key, &mut draft.proposal),
        required("scope", Code(SCOPE), &mut draft.scope),
    ]
}

pub(super) fn event(draft: &mut EventDraft) -> Vec<Field<'_>> {
    vec![
        optional("condition", Words, &mut draft.condition),
        optional("proposal", Key, &mut draft.proposal),
        field("met", Slot::RequiredFlag(&mut draft.met)),
        optional("date", Date, &mut draft.date),
        optional("source", Key, &mut draft.source),
        optional("locator", Words, &mut draft.locator),
    ]
}

pub(super) fn retraction(draft: &mut RetractionDraft) -> Vec<Field<'_>> {
    vec![required("id", Key, &mut draft.id), required("retracted", Date, &mut draft.retracted)]
}

pub(super) fn word(draft: &mut WordDraft) -> Vec<Field<'_>> {
    vec![
        required("means", Words, &mut draft.means),
        field("verbs", Slot::Verbs(&mut draft.verbs)),
        list("states", Words, &mut draft.states),
        list("nouns", Words, &mut draft.nouns),
        list("owned", Words, &mut draft.owned),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_found_by_its_name() {
        assert!(RecordKind::all().all(|kind| RecordKind::named(kind.name()) == Some(kind)));
        assert_eq!(RecordKind::named(DEFAULTS), None);
    }

    #[test]
    fn only_proposals_have_the_ties_of_proposals() {
        let names = |kind| node(&mut NodeDraft::new(kind, "", "")).iter().map(|f| f.name).collect::<Vec<_>>();
        assert_eq!(names(NodeKind::Topic), ["key", "name", "aliases", "ids", "note"]);
        assert!(names(NodeKind::Proposal).ends_with(&[
            "broader",
            "in_series",
            "part_of",
            "about",
            "contrary_to",
            "concerns"
        ]));
        assert!(names(NodeKind::Series).ends_with(&["note", "broader", "about", "contrary_to", "concerns"]));
    }
}
