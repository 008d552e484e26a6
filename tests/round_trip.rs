//! Laws of reading and writing datasets, by random input: what is written reads back the same in every format, and
//! any text at all is read or reported.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use stancegraph::format::{Format, read, write};
use stancegraph::model::draft::{
    AliasDraft, CapacityDraft, ConditionDraft, DatasetDraft, Draft, EventDraft, NodeDraft, RetractionDraft,
    SourceDraft, StatementDraft, Text, TieDraft, VerbDraft, WordDraft,
};
use stancegraph::model::{NodeKind, Placed, Stance, TieKind};

/// Any text that says something, quotes, line breaks and control characters included.
fn words() -> impl Strategy<Value = Text> {
    prop_oneof![any::<String>(), "[\"'\\\\\r\n\t\u{0}\u{7f}\u{feff}=#]{1,4}", "\\PC{1,9}"]
        .prop_filter("a required text says something", |text| !text.is_empty())
        .prop_map(Text::from)
}

fn key() -> impl Strategy<Value = Text> {
    "[A-Za-z0-9][-A-Za-z0-9_.:/]{0,12}".prop_map(Text::from)
}

fn date() -> impl Strategy<Value = Text> {
    prop_oneof![Just("2022-03-02"), Just("2022-03"), Just("2022")].prop_map(Text::from)
}

fn keys() -> impl Strategy<Value = Vec<Text>> {
    vec(key(), 0..3)
}

fn confidence() -> impl Strategy<Value = Option<Placed<f64>>> {
    option::of((0.0..=1.0).prop_map(Placed::from))
}

fn dataset() -> impl Strategy<Value = DatasetDraft> {
    (key(), words(), option::of(words()), vec(words(), 0..3)).prop_map(|(key, name, about, uses)| {
        DatasetDraft { key, name, origin: about.clone(), about, uses, ..DatasetDraft::default() }
    })
}

fn alias() -> impl Strategy<Value = AliasDraft> {
    (words(), option::of(words()), option::of(date())).prop_map(|(text, language, since)| AliasDraft {
        text,
        language,
        until: since.clone(),
        since,
    })
}

fn node() -> impl Strategy<Value = NodeDraft> {
    let kind = proptest::sample::select(NodeKind::ALL);
    let scheme = prop_oneof![Just("iso-numeric".to_owned()), "\\PC{1,5}", any::<String>()];
    let ids = proptest::collection::btree_map(scheme, words(), 0..3);
    let shared = (kind, key(), words(), vec(alias(), 0..3), ids, option::of(words()));
    (shared, option::of(date()), keys(), any::<bool>()).prop_map(|(shared, date, keys, unnamed)| {
        let (kind, key, name, aliases, ids, remark) = shared;
        let mut node = NodeDraft { aliases, note: remark, ..NodeDraft::new(kind, key, name) };
        node.ids = ids.into_iter().rev().collect();
        match kind {
            NodeKind::Nation => {
                (node.capital, node.demonyms) = (node.note.clone(), keys);
                (node.since, node.until) = (date.clone(), date);
            }
            NodeKind::Group => node.unnamed = unnamed,
            NodeKind::Proposal => {
                (node.broader, node.in_series, node.part_of) = (keys.clone(), keys.clone(), keys);
            }
            NodeKind::Series => {
                (node.about, node.contrary_to, node.concerns) = (keys.clone(), keys.clone(), keys);
            }
            _ => {}
        }
        node
    })
}

fn tie() -> impl Strategy<Value = TieDraft> {
    let kind = proptest::sample::select(TieKind::ALL).prop_map(|kind| Text::from(kind.as_str()));
    (kind, vec(key(), 1..4), key(), option::of(words()), option::of(date()), confidence()).prop_map(
        |(tie, from, to, office, since, confidence)| TieDraft {
            tie,
            from,
            to,
            locator: office.clone(),
            office,
            since,
            confidence,
            ..TieDraft::default()
        },
    )
}

fn source() -> impl Strategy<Value = SourceDraft> {
    (key(), words(), option::of(words()), option::of(date())).prop_map(
        |(key, title, publisher, published)| SourceDraft {
            author: publisher.clone(),
            publisher,
            published,
            reliability: Some("F".into()),
            ..SourceDraft::new(key, title)
        },
    )
}

fn condition() -> impl Strategy<Value = ConditionDraft> {
    (words(), option::of(key())).prop_map(|(text, proposal)| ConditionDraft {
        relation: "if".into(),
        text: proposal.is_none().then_some(text),
        proposal,
        scope: "content".into(),
        ..ConditionDraft::default()
    })
}

fn statement() -> impl Strategy<Value = StatementDraft> {
    let capacity = prop_oneof![
        Just(CapacityDraft::Unstated),
        Just(CapacityDraft::Personal),
        vec(key(), 1..3).prop_map(CapacityDraft::For)
    ];
    let needed = (key(), key(), proptest::sample::select(Stance::ALL), key());
    (needed, capacity, keys(), vec(condition(), 0..3), option::of(words()), option::of(date()), confidence())
        .prop_map(
            |((id, holder, stance, target), capacity, addressees, conditions, words, date, confidence)| {
                StatementDraft {
                    capacity,
                    rather_than: addressees.clone(),
                    addressees,
                    conditions,
                    quote: words.clone(),
                    reason: words,
                    said: date.clone(),
                    until: date,
                    confidence,
                    credibility: Some("2".into()),
                    ..StatementDraft::new(id, holder, stance, target)
                }
            },
        )
}

fn event() -> impl Strategy<Value = EventDraft> {
    (words(), any::<bool>(), option::of(date())).prop_map(|(condition, met, date)| EventDraft {
        condition: Some(condition),
        met,
        date,
        ..EventDraft::default()
    })
}

fn retraction() -> impl Strategy<Value = RetractionDraft> {
    (key(), date()).prop_map(|(id, date)| RetractionDraft::new(id, date))
}

fn word() -> impl Strategy<Value = WordDraft> {
    let verb = vec(words(), 0..6).prop_map(|forms| VerbDraft { forms, ..VerbDraft::default() });
    (words(), vec(verb, 0..3), vec(words(), 0..3)).prop_map(|(means, verbs, states)| WordDraft {
        verbs,
        nouns: states.clone(),
        states,
        ..WordDraft::new(means)
    })
}

fn draft() -> impl Strategy<Value = Draft> {
    let dataset = option::of(dataset());
    (
        dataset,
        vec(node(), 0..4),
        vec(tie(), 0..3),
        vec(source(), 0..3),
        vec(statement(), 0..3),
        vec(event(), 0..3),
        vec(retraction(), 0..3),
        vec(word(), 0..3),
    )
        .prop_map(|(dataset, mut nodes, ties, sources, statements, events, retractions, words)| {
            nodes.sort_by_key(|node| node.kind);
            Draft {
                dataset,
                nodes,
                ties,
                sources,
                statements,
                events,
                retractions,
                words,
                ..Draft::default()
            }
        })
}

fn format() -> impl Strategy<Value = Format> {
    proptest::sample::select(Format::ALL)
}

/// A valid text with some of it cut out, doubled, or replaced.
fn mutated() -> impl Strategy<Value = (Format, String)> {
    let change = (any::<prop::sample::Index>(), 0..40usize, "[\\[\\]{}\",:= \n0-9a-z]{0,6}");
    (draft(), format(), vec(change, 1..5)).prop_map(|(draft, format, changes)| {
        let mut text: Vec<char> = write(&draft, format).chars().collect();
        for (at, length, with) in changes {
            let start = at.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, with.chars());
        }
        (format, text.into_iter().collect())
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(draft in draft(), format in format()) {
        let text = write(&draft, format);
        let reading = read(&text, format, "f");
        prop_assert_eq!(&reading.faults, &[], "{}", text);
        prop_assert!(reading.is_complete);
        prop_assert_eq!(reading.draft, draft, "{}", text);
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_change_nothing(draft in draft(), format in format()) {
        let text = format!("\u{feff}{}", write(&draft, format).replace('\n', "\r\n"));
        prop_assert_eq!(read(&text, format, "f").draft, draft);
    }

    #[test]
    fn any_text_is_read_or_reported(text in any::<String>(), format in format()) {
        read(&text, format, "f");
    }

    #[test]
    fn a_damaged_text_is_read_or_reported((format, text) in mutated()) {
        let reading = read(&text, format, "f");
        let last = u32::try_from(text.lines().count().max(1)).unwrap() + 1;
        for fault in &reading.faults {
            prop_assert!(fault.place().line.is_none_or(|line| (1..=last).contains(&line)), "{}", fault);
        }
    }
}
