//! Opening a snapshot takes no more memory than 64 times the length of the file and a MiB, whatever the file announces.
//!
//! The allocator refuses beyond that, which ends the test at once. A test binary of its own, since the limit is one of
//! the whole process.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]

use std::alloc::System;

use cap::Cap;
use stancegraph::model::draft::{
    AliasDraft, CapacityDraft, ConditionDraft, Draft, EventDraft, NodeDraft, SourceDraft, StatementDraft,
    TieDraft,
};
use stancegraph::{GraphBuilder, StanceGraph};

#[path = "snapshot/bytes.rs"]
mod bytes;
#[path = "snapshot/changes.rs"]
mod changes;
#[path = "snapshot/rich.rs"]
mod rich;

use bytes::{Lots, cases, checked, file as framed, parts};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// What is taken for each byte of a file, and for the words of questions that come with the crate.
const TIMES: usize = 64;
const START: usize = 1 << 20;

/// Opens a file under the limit; whether it is one.
fn opens(file: &[u8]) -> bool {
    ALLOCATOR.set_limit(ALLOCATOR.allocated() + START + TIMES * file.len()).unwrap();
    let opened = StanceGraph::from_snapshot(file).is_ok();
    ALLOCATOR.set_limit(usize::MAX).unwrap();
    opened
}

/// Keys as short as there are.
fn key(number: usize) -> String {
    let letters = b"abcdefghijklmnopqrstuvwxyz";
    let mut key = String::new();
    let mut rest = number;
    loop {
        key.push(char::from(letters[rest % 26]));
        rest /= 26;
        if rest == 0 {
            return key;
        }
    }
}

/// A holder, a proposal, and so many more of what a function adds.
fn file(count: usize, add: impl Fn(&mut Draft, usize)) -> Vec<u8> {
    let mut draft = Draft::default();
    draft.nodes.push(NodeDraft::nation("N", "N"));
    draft.nodes.push(NodeDraft::proposal("P", "P"));
    (0..count).for_each(|number| add(&mut draft, number));
    GraphBuilder::new().add(draft).build().unwrap_or_else(|error| panic!("{error}")).to_snapshot()
}

fn statement(number: usize) -> StatementDraft {
    StatementDraft::new(format!("s{number}"), "N", "rejects", "P")
}

#[test]
fn no_file_takes_more_memory_than_it_may() {
    let words = |number: usize| ConditionDraft {
        relation: "if".into(),
        scope: "stance".into(),
        text: Some(key(number).into()),
        ..ConditionDraft::default()
    };
    // What takes the most memory for the fewest bytes, of every kind of record and list.
    let files = [
        file(20_000, |draft, number| draft.nodes.push(NodeDraft::person(key(number), key(number)))),
        file(20_000, |draft, number| {
            draft.nodes[0].aliases.push(AliasDraft { text: key(number).into(), ..AliasDraft::default() });
        }),
        file(20_000, |draft, number| draft.nodes[0].ids.push((format!("_{}", key(number)), "x".into()))),
        file(20_000, |draft, _| draft.nodes[0].demonyms.push("x".into())),
        file(20_000, |draft, number| draft.sources.push(SourceDraft::new(key(number), key(number)))),
        file(20_000, |draft, number| {
            draft.nodes.push(NodeDraft::proposal(key(number), "x"));
            draft.ties.push(TieDraft::new("broader", key(number), "P"));
        }),
        file(20_000, |draft, _| draft.ties.push(TieDraft::new("concerns", "P", "N"))),
        file(20_000, |draft, number| draft.statements.push(statement(number))),
        file(20_000, |draft, number| {
            draft.statements.push(StatementDraft { id: key(number).into(), ..statement(number) });
        }),
        file(20_000, |draft, number| {
            draft.statements.push(StatementDraft { capacity: CapacityDraft::Personal, ..statement(number) });
        }),
        file(20_000, |draft, number| {
            draft.statements.push(StatementDraft {
                note: Some("".into()),
                code: Some(key(number).into()),
                ..statement(number)
            });
        }),
        file(2, |draft, number| {
            let conditions = (0..20_000).map(words).collect();
            draft.statements.push(StatementDraft { conditions, ..statement(number) });
        }),
        file(2, |draft, number| {
            let capacity = CapacityDraft::For(vec!["N".into(); 20_000]);
            draft.statements.push(StatementDraft { capacity, ..statement(number) });
        }),
        file(20_000, |draft, _| {
            draft.events.push(EventDraft { proposal: Some("P".into()), ..EventDraft::default() });
        }),
    ];
    for (number, file) in files.iter().enumerate() {
        assert!(opens(file), "{number}");
    }
    // More is announced than there is: each number of each file set high, with a checksum that fits.
    let small = file(3, |draft, number| {
        draft.statements.push(StatementDraft { capacity: CapacityDraft::Personal, ..statement(number) });
    });
    for at in 24..small.len() {
        for high in [&[0x7f][..], &[0xff, 0xff, 0x7f], &[0xff, 0xff, 0xff, 0xff, 0x0f], &[0xff; 12]] {
            let mut file = small.clone();
            let end = file.len().min(at + high.len());
            file[at..end].copy_from_slice(&high[..end - at]);
            opens(&checked(file));
        }
    }
    // What happens to files by chance, and what somebody may do who knows the layout.
    let whole = [rich::graph().to_snapshot(), small];
    let mut lots = Lots(13);
    for case in 0..cases(1_000) {
        opens(&changes::damaged(&whole[case % 2], &whole[1 - case % 2], &mut lots));
        let mut parts = parts(&whole[case % 2]);
        changes::forge(&mut parts, &whole, &mut lots);
        opens(&framed(&parts));
    }
}
