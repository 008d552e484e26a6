//! Any CSV file of statements, from the library and from the command.
#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::format::import::{Columns, Import, ImportError};
use stancegraph::format::{Format, read, write, write_lines};
use stancegraph::model::NodeKind;
use stancegraph::model::draft::Draft;
use stancegraph::{GraphBuilder, StanceGraph, datasets};

const ROWS: &str = "who,what,how,for,when,paper,words,sure
Kenya,debt relief,supports,,2010-06,The Daily,,0.5
Jane Roe,debt relief,rejects,Uganda,2011,The Daily,\"not, ever\",
Jane Roe,Kenya,doubts,,,,,
Żółć,debt relief,open-to,,,,,
";

fn columns() -> Columns {
    Columns::new("who", "what", "how")
        .on_behalf_of("for")
        .date("when")
        .source("paper")
        .quote("words")
        .confidence("sure")
}

fn import(rows: &str) -> Import {
    columns().read(rows.as_bytes(), "rows.csv", |_| ()).unwrap()
}

fn graph(draft: Draft) -> StanceGraph {
    let bundled = |key: &str, format| read(datasets::text(key).unwrap(), format, key).draft;
    let builder =
        GraphBuilder::new().add(bundled("nations", Format::Toml)).add(bundled("organizations", Format::Toml));
    builder.add(draft).build().unwrap()
}

#[test]
fn every_column_goes_to_its_field() {
    let import = import(ROWS);
    assert_eq!((import.rows, import.refused.count()), (4, 0));
    let graph = graph(import.draft);
    let statements: Vec<_> = graph.statements().map(|(_, statement)| statement).collect();
    let name = |id| graph.node(id).unwrap().name();
    assert_eq!(name(statements[0].holder), "Kenya");
    assert_eq!(graph.find("KEN"), Some(statements[0].holder), "the bundled nation");
    assert_eq!(statements[0].said.unwrap().to_string(), "2010-06");
    assert_eq!(statements[0].confidence.unwrap().get().to_string(), "0.5");
    assert_eq!(statements[1].quote(), Some("not, ever"));
    assert_eq!(statements[1].capacity.powers(), [graph.find("UGA").unwrap()]);
    assert_eq!(statements[0].citation.unwrap().source, statements[1].citation.unwrap().source);
    assert_eq!(graph.node(statements[2].target).unwrap().kind(), NodeKind::Proposal, "every target is one");
    assert_eq!(name(statements[3].holder), "Żółć");
    assert_eq!(statements[3].key, "rows-5", "numbered by its line");
}

#[test]
fn what_is_written_is_read_back_in_its_order() {
    let import = import(ROWS);
    let mut lines = Vec::new();
    write_lines(&import.draft, &mut lines).unwrap();
    let text = String::from_utf8(lines).unwrap();
    assert_eq!(text, write(&import.draft, Format::JsonLines));
    let reading = read(&text, Format::JsonLines, "rows.jsonl");
    assert_eq!(reading.faults, []);
    let (ours, theirs) = (graph(import.draft), graph(reading.draft));
    for (ours, theirs) in ours.statements().zip(theirs.statements()) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(ours.statement_count(), theirs.statement_count());
}

#[test]
fn each_faulty_row_is_refused_with_its_column_and_a_remedy() {
    let rows = "who,what,how,for,when,paper,words,sure
,relief,supports,,,,,
Kenya,,supports,,,,,
Kenya,relief,adores,,,,,
Kenya,relief,threatens,,,,,
Kenya,relief,supports,Atlantis,,,,
Kenya,relief,supports,,2010-13,,,
Kenya,relief,supports,,,,said,
Kenya,relief,supports,,,,,2
Kenya,relief,supports,,,,,much
Kenya,relief,supports,,,,,1
";
    let import = import(rows);
    let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
    assert_eq!(
        (import.rows, import.refused.count(), import.draft.plain.len(), import.draft.statements.len()),
        (10, 9, 1, 0)
    );
    for (fault, start) in told.iter().zip([
        "rows.csv:2: who: the field is empty",
        "rows.csv:3: what: the field is empty",
        "rows.csv:4: how: `adores` is no stance; write one of",
        "rows.csv:5: how: `threatens` cannot be held toward a proposal",
        "rows.csv:6: for: `Atlantis` is no nation or organization",
        "rows.csv:7: when: `2010-13` is no date",
        "rows.csv:8: words: a quote needs the document",
        "rows.csv:9: sure: confidence 2 is off the scale",
        "rows.csv:10: sure: `much` is no number",
    ]) {
        assert!(fault.starts_with(start), "{fault}");
    }
}

#[test]
fn a_column_that_is_not_there_is_told_with_those_that_are() {
    let error = columns().read("who,what\nKenya,relief\n".as_bytes(), "rows.csv", |_| ()).unwrap_err();
    assert!(matches!(error, ImportError::NoColumn { .. }));
    assert_eq!(error.to_string(), "`rows.csv` has no column `how`; it has `who`, `what`");
}

#[test]
fn names_that_make_one_key_stay_apart() {
    let rows = "who,what,how\nA. Bee,x y,supports\nA Bee,x-y,rejects\n";
    let import = Columns::new("who", "what", "how")
        .holders(NodeKind::Group)
        .read(rows.as_bytes(), "t.csv", |_| ())
        .unwrap();
    let graph = graph(import.draft);
    let statements: Vec<_> = graph.statements().map(|(_, statement)| statement).collect();
    assert_ne!(statements[0].holder, statements[1].holder);
    assert_ne!(statements[0].target, statements[1].target);
    assert_eq!(graph.node(statements[1].holder).unwrap().kind(), NodeKind::Group);
}

#[test]
fn many_names_without_a_letter_of_a_key_get_one_each() {
    let names: Vec<String> =
        (0..20_000).filter_map(|number| char::from_u32(0x4e00 + number)).map(String::from).collect();
    let rows: Vec<String> = names.iter().map(|name| format!("{name},relief,supports")).collect();
    let rows = format!("who,what,how\n{}\n", rows.join("\n"));
    let import = Columns::new("who", "what", "how").read(rows.as_bytes(), "t.csv", |_| ()).unwrap();
    let keys: std::collections::BTreeSet<&str> =
        import.draft.plain.iter().map(|statement| statement.holder).collect();
    assert_eq!(keys.len(), names.len());
}

#[test]
fn any_bytes_are_rows_or_refused() {
    for bytes in [&b"\xff\xfe,\n"[..], b"", b"who,what,how\n\"", b"who,what,how\n\xff,a,b\n", b"\0"] {
        let columns = Columns::new("who", "what", "how");
        if let Ok(import) = columns.read(bytes, "t.csv", |_| ()) {
            assert_eq!(import.rows, import.draft.plain.len() as u64 + import.refused.count());
        }
    }
}
