//! What is read on all cores is what is read on one: the statements, their order, the faults, the refused rows.
#![cfg(all(feature = "csv", feature = "parallel"))]
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use std::fmt::Write as _;

use stancegraph::format::import::{Columns, Import};
use stancegraph::model::draft::{Draft, NodeDraft};
use stancegraph::{GraphBuilder, StanceGraph};

/// How many rows: enough for several blocks a core.
const ROWS: u64 = 150_000;

/// Numbers that look drawn by lot, the same every time.
struct Lots(u64);

impl Lots {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn nodes() -> Vec<NodeDraft> {
    (0..100).map(|number| NodeDraft::person(format!("p{number}"), format!("Person {number}"))).collect()
}

fn columns(nodes: &[NodeDraft]) -> Columns {
    let columns = Columns::new("who", "what", "how").id("id").date("when").source("paper").quote("words");
    columns.confidence("sure").on_behalf_of("for").nodes(nodes)
}

/// The fields of a row: names that repeat, new ones, and now and then something at fault.
fn fields(lots: &mut Lots, row: u64) -> [String; 9] {
    let odd = |lots: &mut Lots| lots.below(500) == 0;
    let who =
        if odd(lots) { format!("Étranger {}", lots.below(300)) } else { format!("p{}", lots.below(130)) };
    let what = if odd(lots) { String::new() } else { format!("a matter, the {}th", lots.below(900)) };
    let how = if odd(lots) {
        "adores"
    } else {
        ["supports", "rejects", "abstains"][usize::try_from(row % 3).unwrap()]
    };
    let when = if odd(lots) {
        "2010-13-01".into()
    } else {
        format!("20{:02}-{:02}-1{}", lots.below(25), 1 + lots.below(12), row % 9)
    };
    let paper = if odd(lots) { String::new() } else { format!("Paper {}", lots.below(3_000)) };
    let words = if odd(lots) { format!("never,\n\"{row}\"") } else { String::new() };
    let sure = if odd(lots) { "2".into() } else { format!("0.{:02}", lots.below(100)) };
    let on_behalf = if odd(lots) { ["Kenya", "Atlantis"][usize::try_from(row % 2).unwrap()] } else { "" };
    let id = if odd(lots) { "no key".into() } else { format!("s{row}") };
    [id, who, what, how.into(), when, paper, words, sure, on_behalf.into()]
}

const NAMES: [&str; 9] = ["id", "who", "what", "how", "when", "paper", "words", "sure", "for"];

fn table() -> String {
    let (mut text, mut lots) = (NAMES.join(","), Lots(1));
    for row in 0..ROWS {
        let quoted = |field: &String| {
            let needs_quotes = field.contains([',', '"', '\n']);
            if needs_quotes { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.clone() }
        };
        let fields = fields(&mut lots, row).each_ref().map(quoted).join(",");
        let end = ["\n", "\r\n", "\n\n"][usize::try_from(row % 3).unwrap()];
        let more = if row % 5_000 == 17 { ",too many" } else { "" };
        write!(text, "{end}{fields}{more}").unwrap();
    }
    text
}

fn lines() -> String {
    let (mut text, mut lots) = (String::new(), Lots(2));
    for row in 0..ROWS {
        let members = NAMES.iter().zip(fields(&mut lots, row));
        let members: Vec<String> = members
            .map(|(name, field)| match field.parse::<f64>() {
                Ok(_) => format!("\"{name}\":{field}"),
                Err(_) => format!("\"{name}\":{}", serde_json::to_string(&field).unwrap()),
            })
            .collect();
        let oops = if row % 5_000 == 17 { "oops" } else { "" };
        writeln!(text, "{{{}}}{oops}", members.join(",")).unwrap();
    }
    text
}

fn on_cores<T: Send>(count: usize, run: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap().install(run)
}

/// What was read, and of how many rows the caller was told.
fn read(cores: usize, run: impl Fn(&mut Vec<u64>) -> Import + Sync) -> (Import, Vec<u64>) {
    on_cores(cores, || {
        let mut told = Vec::new();
        (run(&mut told), told)
    })
}

fn graph(nodes: Vec<NodeDraft>, import: Import) -> StanceGraph {
    let bundled = |key: &str| {
        let text = stancegraph::datasets::text(key).unwrap();
        stancegraph::format::read(text, stancegraph::format::Format::Toml, key).draft
    };
    let builder = GraphBuilder::new().add(bundled("nations")).add(bundled("organizations"));
    builder.add(Draft { nodes, ..Draft::default() }).add(import.draft).build().unwrap()
}

#[track_caller]
fn check(run: impl Fn(&mut Vec<u64>) -> Import + Sync) {
    let (one, told) = read(1, &run);
    assert!(one.refused.count() > 1_000 && one.draft.statements.len() > 200, "{:?}", one.refused.count());
    assert_eq!(one.rows, ROWS);
    assert_eq!(told, (1..=ROWS / 10_000).map(|tens| tens * 10_000).collect::<Vec<_>>());
    for cores in [2, 3, 7] {
        let (several, told_too) = read(cores, &run);
        assert!(several == one, "what is read on {cores} cores");
        assert_eq!(told_too, told);
    }
    let (ours, theirs) =
        (on_cores(1, || graph(nodes(), one.clone())), on_cores(3, || graph(nodes(), one.clone())));
    assert_eq!(ours.statement_count(), one.draft.plain.len() + one.draft.statements.len());
    assert!(ours.statements().eq(theirs.statements()), "what is built on three cores");
    for (node, _) in ours.nodes() {
        assert_eq!(ours.statements_on(node), theirs.statements_on(node));
        assert_eq!(ours.statements_by(node), theirs.statements_by(node));
    }
}

#[test]
fn a_table_is_read_on_all_cores_as_on_one() {
    let (text, nodes) = (table(), nodes());
    check(|told| columns(&nodes).read(text.as_bytes(), "t.csv", |rows| told.push(rows)).unwrap());
}

#[test]
fn lines_are_read_on_all_cores_as_on_one() {
    let (text, nodes) = (lines(), nodes());
    check(|told| columns(&nodes).read_lines(text.as_bytes(), "t.jsonl", |rows| told.push(rows)).unwrap());
}
