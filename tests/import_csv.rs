//! Any CSV file of statements, from the library and from the command.
#![cfg(feature = "csv")]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::format::import::{Columns, Import, ImportError};
use stancegraph::format::{Format, read, write, write_lines};
use stancegraph::model::NodeKind;
use stancegraph::model::draft::{Draft, NodeDraft};
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
fn files_of_one_name_are_kept_apart_by_the_key_of_their_dataset() {
    let of_year = |year: &str| {
        let rows = format!("who,what,how\nKenya,levy of {year},supports\n");
        let columns = Columns::new("who", "what", "how").dataset(year);
        columns.read(rows.as_bytes(), &format!("{year}/votes.csv"), |_| ()).unwrap().draft
    };
    let bundled = |key: &str| read(datasets::text(key).unwrap(), Format::Toml, key).draft;
    let builder = GraphBuilder::new().add(bundled("nations")).add(bundled("organizations"));
    let graph = builder.add(of_year("2020")).add(of_year("2021")).build().unwrap();
    let keys: Vec<String> = graph.statements().map(|(_, statement)| statement.key.to_string()).collect();
    assert_eq!(keys, ["2020-2", "2021-2"]);
}

#[test]
fn keys_and_nodes_may_come_from_elsewhere() {
    let nodes = [
        NodeDraft::person("p1", "Jane Roe"),
        NodeDraft::nation("N1", "Utopia"),
        NodeDraft::proposal("m1", "levy"),
    ];
    let rows = "key,who,what,how\ns7,p1,m1,supports\ns9,p1,N1,threatens\nu/3,Kenya,levy,rejects\n\
        s7,m1,m1,supports\n,p1,m1,supports\na b,p1,m1,supports\ns10,p1,N1,demands\ns11,p1,m1,threatens\n";
    let columns = Columns::new("who", "what", "how").id("key").nodes(&nodes);
    let import = columns.read(rows.as_bytes(), "t.csv", |_| ()).unwrap();
    let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
    for (fault, start) in told.iter().zip([
        "t.csv:5: who: `m1` is a proposal, which holds no stance",
        "t.csv:6: key: the field is empty; write a key",
        "t.csv:7: key: `a b` cannot be a key",
        "t.csv:8: how: `demands` cannot be held toward a target of this kind: nation",
        "t.csv:9: how: `threatens` cannot be held toward a proposal",
    ]) {
        assert!(fault.starts_with(start), "{fault}");
    }
    assert_eq!((told.len(), import.rows), (5, 8));
    let names: Vec<&str> = import.draft.nodes.iter().map(|node| node.key.value.as_str()).collect();
    assert_eq!(names, ["levy"], "what there is is not entered again");
    let draft = Draft { nodes: nodes.to_vec(), ..Draft::default() };
    let bundled = |key: &str| read(datasets::text(key).unwrap(), Format::Toml, key).draft;
    let builder = GraphBuilder::new().add(bundled("nations")).add(bundled("organizations"));
    let graph = builder.add(draft).add(import.draft).build().unwrap();
    let keys: Vec<String> = graph.statements().map(|(_, statement)| statement.key.to_string()).collect();
    assert_eq!(keys, ["s7", "s9", "u/3"]);
}

#[test]
fn lines_are_read_by_the_same_map_as_rows() {
    let table = "who,what,how,when,paper,words,sure\nKenya,debt relief,supports,2010-06,The Daily,,0.5\n\
        Żółć,debt relief,open-to,,,,\n\"A \"\"B\"\"\",levy,rejects,2011,The Daily,\"no\n, never\",1\n";
    let lines = r#"{"who": "Kenya", "what": "debt relief", "how": "supports", "when": "2010-06", "paper": "The Daily", "sure": 0.5}

        {"who": "\u017bółć", "what": "debt relief", "how": " open-to ", "when": null, "more": [1, {"who": 2}]}
{"sure": 1, "who": "A \"B\"", "what": "levy", "how": "rejects", "when": 2011, "paper": "The Daily", "words": "no\n, never"}
"#;
    let columns =
        Columns::new("who", "what", "how").date("when").source("paper").quote("words").confidence("sure");
    let of_table = columns.read(table.as_bytes(), "t.csv", |_| ()).unwrap();
    let of_lines = columns.read_lines(lines.as_bytes(), "t.jsonl", |_| ()).unwrap();
    assert_eq!((of_table.refused.count(), of_lines.refused.listed()), (0, &[][..]));
    assert_eq!((of_table.rows, of_lines.rows), (3, 3));
    let (ours, theirs) = (graph(of_table.draft), graph(of_lines.draft));
    assert_eq!(ours.statement_count(), 3);
    for ((_, ours), (_, theirs)) in ours.statements().zip(theirs.statements()) {
        assert_eq!(
            (ours.holder, ours.target, ours.stance, ours.said),
            (theirs.holder, theirs.target, theirs.stance, theirs.said)
        );
        assert_eq!((ours.confidence, ours.citation), (theirs.confidence, theirs.citation));
    }
}

#[test]
fn each_faulty_line_is_refused_with_a_remedy() {
    let good = r#"{"who": "Kenya", "what": "relief", "how": "supports"}"#;
    let lines = [
        good,
        "{oops",
        "[1]",
        r#"{"who": ["Kenya"], "what": "relief", "how": "supports"}"#,
        r#"{"who": "Kenya", "who": "Uganda", "what": "relief", "how": "supports"}"#,
        r#"{"who": "Kenya", "how": "supports"}"#,
        r#"{"who": 12345678901234567890, "what": "relief", "how": "supports", "more": true}"#,
        r#"{"who": "Kenya", "what": "relief", "how": "supports"} x"#,
        good,
    ]
    .join("\r\n");
    let lines = [
        lines.as_bytes(),
        b"\n\xff\n",
        good.as_bytes(),
        b"\n{\"x\": \"",
        &vec![b'x'; 3 << 20],
        b"\"}\n",
        good.as_bytes(),
    ]
    .concat();
    let import = Columns::new("who", "what", "how").read_lines(lines.as_slice(), "t.jsonl", |_| ()).unwrap();
    let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
    for (fault, start) in told.iter().zip([
        "t.jsonl:2: this line is no JSON",
        "t.jsonl:3: the line is a list; write an object",
        "t.jsonl:4: who: `who` is a list; write a text in quotes",
        "t.jsonl:5: who: `who` stands twice in this line; keep one",
        "t.jsonl:6: what: the field is empty; write a name",
        "t.jsonl:7: who: `who` is the number",
        "t.jsonl:8: this line is no JSON",
        "t.jsonl:10: the line is not UTF-8",
        "t.jsonl:12: the line is longer than the 1 MiB that are read of one",
    ]) {
        assert!(fault.starts_with(start), "{fault}");
    }
    assert_eq!((told.len(), import.rows, import.draft.plain.len()), (9, 13, 4));
    let lines: Vec<u32> = import.draft.plain.iter().map(|statement| statement.line).collect();
    assert_eq!(lines, [1, 9, 11, 13]);
}

/// A number is the same text in a line with something nested beside it, which is read another way.
#[test]
fn a_number_reads_the_same_whatever_stands_beside_it() {
    let holders = |beside: &str| -> Vec<String> {
        let numbers = ["7", "7.0", "1e2", "-0", "0.5", "123456789012345", "12345678901234567890", "0.10"];
        let line = |number: &&str| {
            format!("{{\"who\":{number},\"what\":\"relief\",\"how\":\"supports\"{beside}}}\n")
        };
        let lines: String = numbers.iter().map(line).collect();
        let import =
            Columns::new("who", "what", "how").read_lines(lines.as_bytes(), "t.jsonl", |_| ()).unwrap();
        let said = import.draft.plain.iter().map(|one| one.holder.to_owned());
        said.chain(import.refused.listed().iter().map(ToString::to_string)).collect()
    };
    let plain = holders("");
    assert_eq!(plain.len(), 8);
    assert_eq!(plain, holders(",\"x\":null"));
    assert_eq!(plain, holders(",\"x\":[1]"));
}

/// A row of exactly 1 MiB is read, and one more byte refused, whatever ends the line and whatever it is made of.
#[test]
fn a_json_line_of_one_mebibyte_is_read() {
    let of_length = |length: usize, fill: u8, end: &[u8]| {
        let (start, rest) =
            (&b"{\"who\":\"Kenya\",\"what\":\"relief\",\"how\":\"supports\",\"x\":\""[..], &b"\"}"[..]);
        let filling = vec![fill; length - start.len() - rest.len()];
        let lines = [start, &filling, rest, end].concat();
        let import =
            Columns::new("who", "what", "how").read_lines(lines.as_slice(), "t.jsonl", |_| ()).unwrap();
        let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
        (import.draft.plain.len(), told.join(""))
    };
    for end in [&b""[..], b"\n", b"\r\n"] {
        assert_eq!(of_length(1 << 20, b'x', end), (1, String::new()));
        for (fill, length) in [(b'x', (1 << 20) + 1), (0xff, (1 << 20) + 1), (0xff, (1 << 20) + 200_000)] {
            let (read, told) = of_length(length, fill, end);
            assert!(read == 0 && told.contains("longer than the 1 MiB"), "{told}");
        }
    }
}

#[test]
fn a_quote_that_is_not_closed_costs_one_row_and_not_the_memory() {
    let rows = format!(
        "who,what,how\nKenya,relief,supports\nUganda,\"relief,supports\n{}",
        "Kenya,relief,supports\n".repeat(100_000)
    );
    let import = Columns::new("who", "what", "how").read(rows.as_bytes(), "t.csv", |_| ()).unwrap();
    let told: Vec<String> = import.refused.listed().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["t.csv:3: the row is longer than the 1 MiB that are read of one; close its quotes or split it"]
    );
    assert_eq!((import.rows, import.draft.plain.len()), (2, 1));
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
