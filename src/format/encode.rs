//! From a draft to the trees of its records: the reading of [`fill`](super::fill), backward.

use super::field::{Field, Slot};
use super::records::{self, RecordKind};
use super::tree::{Content, Member, Position, Table, Value};
use crate::model::draft::{AliasDraft, CapacityDraft, Draft, StatementDraft, Text};

/// Every record of a draft, kind by kind as they are written, nodes in the order of the draft.
pub(super) fn records(draft: &Draft) -> impl Iterator<Item = (RecordKind, Table)> {
    // A field lends its part of the record to be filled, so each record is copied once to be taken apart.
    let dataset = draft
        .dataset
        .iter()
        .map(|dataset| (RecordKind::Dataset, table(records::dataset(&mut dataset.clone()))));
    let node = |node: &crate::model::draft::NodeDraft| {
        (RecordKind::Node(node.kind), table(records::node(&mut node.clone())))
    };
    let nodes = draft.nodes.iter().map(node);
    let ties = draft.ties.iter().map(|tie| (RecordKind::Tie, table(records::tie(&mut tie.clone()))));
    let sources =
        draft.sources.iter().map(|source| (RecordKind::Source, table(records::source(&mut source.clone()))));
    let events =
        draft.events.iter().map(|event| (RecordKind::Event, table(records::event(&mut event.clone()))));
    let retraction = |retraction: &crate::model::draft::RetractionDraft| {
        (RecordKind::Retraction, table(records::retraction(&mut retraction.clone())))
    };
    let retractions = draft.retractions.iter().map(retraction);
    let words = draft.words.iter().map(|word| (RecordKind::Word, table(records::word(&mut word.clone()))));
    dataset
        .chain(nodes)
        .chain(ties)
        .chain(sources)
        .chain(statements(draft))
        .chain(events)
        .chain(retractions)
        .chain(words)
}

/// The statements, plain ones and others in the order in which they were read.
fn statements(draft: &Draft) -> impl Iterator<Item = (RecordKind, Table)> {
    let record =
        |mut statement: StatementDraft| (RecordKind::Statement, table(records::statement(&mut statement)));
    let before = move |other: usize| if other == 0 { 0 } else { draft.plain.before(other - 1) };
    let turn = move |other: usize| {
        let plain = draft.plain.between(before(other), draft.plain.before(other));
        let spelled_out = draft.statements.get(other).cloned();
        plain.map(|statement| statement.spelled_out(None)).chain(spelled_out).map(record)
    };
    (0..=draft.statements.len()).flat_map(turn)
}

/// The fields of a record that say something.
fn table(fields: Vec<Field<'_>>) -> Table {
    let member = |field: Field<'_>| {
        let name = field.name.to_owned();
        content(field.slot).map(|content| Member { name, at: Position::default(), value: content.into() })
    };
    Table { members: fields.into_iter().filter_map(member).collect() }
}

/// What a field says; `None` where it would say no more than its absence.
fn content(slot: Slot<'_>) -> Option<Content> {
    match slot {
        Slot::Required(_, text) => Some(take(text)),
        Slot::Optional(_, text) => text.as_mut().map(take),
        Slot::List(_, texts) => items(texts.iter_mut().map(take)),
        Slot::OneOrMore(texts) => match texts.as_mut_slice() {
            [one] => Some(take(one)),
            several => items(several.iter_mut().map(take)),
        },
        Slot::Confidence(number) => number.as_ref().map(|number| Content::Number(number.value)),
        Slot::Flag(flag) => flag.then_some(Content::Bool(true)),
        Slot::RequiredFlag(flag) => Some(Content::Bool(*flag)),
        Slot::Aliases(aliases) => items(aliases.iter_mut().map(alias)),
        Slot::Ids(ids) => {
            let member = |(name, code): &mut (String, Text)| Member {
                name: std::mem::take(name),
                at: Position::default(),
                value: take(code).into(),
            };
            (!ids.is_empty()).then(|| Content::Table(Table { members: ids.iter_mut().map(member).collect() }))
        }
        Slot::Capacity(capacity) => match capacity {
            CapacityDraft::Unstated => None,
            CapacityDraft::Personal => Some(Content::Text("personal".into())),
            CapacityDraft::For(powers) => items(powers.iter_mut().map(take)),
        },
        Slot::Conditions(conditions) => {
            items(conditions.iter_mut().map(|condition| Content::Table(table(records::condition(condition)))))
        }
        Slot::Verbs(verbs) => items(verbs.iter_mut().map(|verb| {
            let forms = verb.forms.iter_mut().map(|form| Value::from(take(form)));
            Content::List(forms.collect())
        })),
    }
}

/// A name as a text, or as a table where more is known of it.
fn alias(alias: &mut AliasDraft) -> Content {
    if alias.language.is_none() && alias.since.is_none() && alias.until.is_none() {
        return take(&mut alias.text);
    }
    Content::Table(table(records::alias(alias)))
}

fn take(text: &mut Text) -> Content {
    Content::Text(std::mem::take(&mut text.value))
}

fn items(contents: impl ExactSizeIterator<Item = Content>) -> Option<Content> {
    (contents.len() > 0).then(|| Content::List(contents.map(Value::from).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{NodeDraft, StatementDraft, TieDraft};

    #[test]
    fn a_record_says_only_what_its_absence_would_not() {
        let statement = StatementDraft::new("s", "KEN", "supports", "levy");
        let draft = Draft { statements: vec![statement], ..Draft::default() };
        let (kind, table) = records(&draft).next().unwrap();
        assert_eq!(kind, RecordKind::Statement);
        let names: Vec<_> = table.members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["id", "holder", "stance", "target"]);
    }

    #[test]
    fn one_member_is_a_text_and_several_are_a_list() {
        let mut tie = TieDraft::new("member-of", "KEN", "african-union");
        let from = |tie: &mut TieDraft| content(Slot::OneOrMore(&mut tie.from));
        assert_eq!(from(&mut tie.clone()), Some(Content::Text("KEN".into())));
        tie.from.push("UGA".into());
        assert!(matches!(from(&mut tie), Some(Content::List(items)) if items.len() == 2));
    }

    #[test]
    fn an_alias_is_a_text_unless_more_is_known_of_it() {
        let mut node = NodeDraft::nation("COD", "DR Congo").alias("Zaire");
        assert_eq!(alias(&mut node.aliases[0].clone()), Content::Text("Zaire".into()));
        node.aliases[0].until = Some("1997".into());
        assert!(matches!(alias(&mut node.aliases[0]), Content::Table(_)));
    }
}
