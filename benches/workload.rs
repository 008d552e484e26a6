//! A workload of a hundred thousand to ten million statements, run query by query, for a comparison with databases.
//!
//! `STANCEGRAPH_WORKLOAD=DIR cargo bench --features csv --bench workload -- M` reads `DIR/data/M/nodes.csv`,
//! `statements.csv`, `statements.jsonl` and `queries.csv`, and writes `DIR/results/stancegraph.M.json`: microseconds and
//! a CRC-32 of each answer, the best of three calls. The graph is written beside the data as `graph.snapshot` and opened again.
//! Without the variable there is nothing to run.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Value, json};
use stancegraph::format::import::{Columns, Import};
use stancegraph::model::draft::{Draft, NodeDraft, TieDraft};
use stancegraph::model::{Day, NodeId, NodeKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Finding, GraphBuilder, Polarity, Query, StanceGraph};

/// How many bytes closures may take for each statement.
const CLOSURES: usize = 48;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let Some(folder) = std::env::var_os("STANCEGRAPH_WORKLOAD").map(PathBuf::from) else {
        println!("STANCEGRAPH_WORKLOAD names no folder with a workload: nothing to run");
        return Ok(());
    };
    let size = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_else(|| "M".into());
    let data = folder.join("data").join(&size);
    let mut meta = BTreeMap::new();
    let started = Instant::now();
    let graph = load(&data, from_csv)?;
    meta.insert("load_csv_s", started.elapsed().as_secs_f64());
    if data.join("statements.jsonl").exists() {
        let started = Instant::now();
        drop(load(&data, from_json_lines)?);
        meta.insert("load_jsonl_s", started.elapsed().as_secs_f64());
    }
    let statements = graph.statement_count();
    #[expect(clippy::cast_precision_loss, reason = "a figure in print")]
    meta.insert("bytes_per_stmt", graph.statement_bytes() as f64 / statements as f64);
    snapshot(&graph, &data, &mut meta)?;
    let ops = operations(&graph, &data)?;
    println!("{statements} statements: {meta:?}");
    let results = folder.join("results");
    fs::create_dir_all(&results)?;
    let result = json!({"peer": "stancegraph", "size": size, "meta": meta, "ops": ops});
    fs::write(results.join(format!("stancegraph.{size}.json")), result.to_string())?;
    Ok(())
}

/// Writes the graph as a snapshot, opens it from the file, and sets that beside the way from CSV; medians of nine.
fn snapshot(graph: &StanceGraph, data: &Path, meta: &mut BTreeMap<&str, f64>) -> Outcome<()> {
    let path = data.join("graph.snapshot");
    let bytes = graph.to_snapshot();
    fs::write(&path, &bytes)?;
    let write = median(|| graph.to_snapshot());
    let open = median(|| stancegraph::load(&path).expect("a snapshot"));
    let decode = median(|| StanceGraph::from_snapshot(&bytes).expect("a snapshot"));
    let csv = meta.get("load_csv_s").copied().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "figures in print")]
    let each = bytes.len() as f64 / graph.statement_count() as f64;
    println!(
        "snapshot: {each:.1} bytes a statement, nodes, ties and sources included; written in {:.1} ms, opened in {:.1} ms \
         ({:.1} ms of it from memory), {:.1} times as fast as from CSV",
        write * 1e3,
        open * 1e3,
        decode * 1e3,
        csv / open
    );
    meta.extend([("snapshot_bytes_per_stmt", each), ("snapshot_write_s", write), ("snapshot_open_s", open)]);
    Ok(())
}

/// The median time of nine calls, in seconds, without letting go of what they give.
fn median<T>(call: impl Fn() -> T) -> f64 {
    let mut times: Vec<f64> = (0..9)
        .map(|_| {
            let started = Instant::now();
            let given = std::hint::black_box(call());
            let time = started.elapsed().as_secs_f64();
            drop(given);
            time
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[4]
}

/// The nodes, with the nation of each holder as an office without dates.
fn nodes(data: &Path) -> Outcome<Draft> {
    let mut draft = Draft::default();
    for row in csv::Reader::from_path(data.join("nodes.csv"))?.records() {
        let row = row?;
        let (key, kind, parent, nation) = (&row[0], &row[1], &row[2], &row[3]);
        let kind = match kind {
            "nation" => NodeKind::Nation,
            "org" => NodeKind::Organization,
            "proposal" => NodeKind::Proposal,
            _ => NodeKind::Person,
        };
        let mut node = NodeDraft::new(kind, key, key);
        if !parent.is_empty() {
            node.broader = vec![parent.into()];
        }
        if !nation.is_empty() && nation != key {
            draft.ties.push(TieDraft::new("represents", key, nation));
        }
        draft.nodes.push(node);
    }
    Ok(draft)
}

/// Where the statements' columns stand, in CSV and JSON Lines alike, and the nodes that they name.
fn columns(nodes: &Draft) -> Outcome<Columns> {
    let mut columns =
        Columns::new("holder", "proposal", "kind").id("statement_id").date("date").source("source");
    for (kind, stance) in [
        ("supports", "supports"),
        ("endorses", "supports"),
        ("cosponsors", "supports"),
        ("rejects", "rejects"),
        ("threatens", "rejects"),
        ("condemns", "rejects"),
        ("abstains", "abstains"),
        ("neutral", "abstains"),
    ] {
        columns = columns.value(kind, stance)?;
    }
    Ok(columns.confidence("confidence").nodes(&nodes.nodes))
}

/// From the files to a graph that can be asked.
fn load(data: &Path, read: impl Fn(&Columns, &Path) -> Outcome<Import>) -> Outcome<StanceGraph> {
    let nodes = nodes(data)?;
    let import = read(&columns(&nodes)?, data)?;
    assert_eq!(import.refused.count(), 0, "{:?}", import.refused.listed().first());
    Ok(GraphBuilder::new().add(nodes).add(import.draft).build()?)
}

fn from_csv(columns: &Columns, data: &Path) -> Outcome<Import> {
    Ok(columns.read(File::open(data.join("statements.csv"))?, "statements.csv", |_| ())?)
}

fn from_json_lines(columns: &Columns, data: &Path) -> Outcome<Import> {
    Ok(columns.read_lines(File::open(data.join("statements.jsonl"))?, "statements.jsonl", |_| ())?)
}

fn operations(graph: &StanceGraph, data: &Path) -> Outcome<BTreeMap<String, Value>> {
    let mut queries: BTreeMap<String, Vec<(NodeId, Option<Day>)>> = BTreeMap::new();
    for row in csv::Reader::from_path(data.join("queries.csv"))?.records() {
        let row = row?;
        let day = row[2].parse::<stancegraph::Date>().ok().map(stancegraph::Date::earliest);
        queries.entry(row[0].to_owned()).or_default().push((graph.find(&row[1]).expect("a node"), day));
    }
    let known = ["q1", "q2", "q3", "q7"];
    queries.retain(|name, _| known.contains(&name.as_str()));
    // Beside the last words of q1 the positions, and the whole answer to the same question: on those no peer has a say.
    let beside = [("q1-positions", "q1"), ("q1-answer", "q1"), ("q1-closures", "q1"), ("q3-closures", "q3")];
    for (beside, same) in beside {
        let same = queries.get(same).cloned().unwrap_or_default();
        queries.insert(beside.to_owned(), same);
    }
    let started = Instant::now();
    let closed = graph.with_closures(CLOSURES * graph.statement_count());
    #[expect(clippy::cast_precision_loss, reason = "a figure in print")]
    let each = closed.closure_bytes() as f64 / graph.statement_count() as f64;
    println!("closures: {each:.1} bytes a statement, made in {:.2} s", started.elapsed().as_secs_f64());
    let graph_of = |name: &str| if name.ends_with("closures") { &closed } else { graph };
    Ok(queries.iter().map(|(name, queries)| (name.clone(), run(graph_of(name), name, queries))).collect())
}

fn numbers(ids: Vec<NodeId>) -> Vec<i64> {
    ids.into_iter().map(number).collect()
}

fn number(id: NodeId) -> i64 {
    i64::try_from(id.index()).expect("an index")
}

fn run(graph: &StanceGraph, name: &str, queries: &[(NodeId, Option<Day>)]) -> Value {
    let (mut times, mut checks) = (Vec::new(), Vec::new());
    for &(node, as_of) in queries {
        let mut lens = Lens::default();
        lens.as_of = as_of;
        let selection = Selection::new(graph, lens);
        let (time, answer) = match name {
            "q1" | "q1-closures" => timed(|| selection.latest_leaning(node, Polarity::Against), numbers),
            "q1-positions" => timed(|| selection.leaning(node, Polarity::Against), numbers),
            "q1-answer" => {
                let key = graph.node(node).expect("a node").key.to_string();
                let query = Query::who(Polarity::Against).on(key);
                let query = as_of.into_iter().fold(query, |query, day| query.as_of(day.into()));
                let holder =
                    |one: &Finding<'_>| number(graph.find(one.holder().key.as_str()).expect("a node"));
                timed(
                    || graph.run(&query).expect("an answer"),
                    |answer| answer.findings().iter().map(holder).collect(),
                )
            }
            "q2" => timed(
                || selection.said_by(node),
                |said| {
                    said.iter()
                        .map(|one| i64::try_from(one.statement.index() + 1).expect("an index"))
                        .collect()
                },
            ),
            "q3" | "q3-closures" => timed(
                || selection.latest_by_nation(node),
                |tallies| {
                    let of = |tally: stancegraph::position::NationTally| {
                        let (favor, against) = (i64::from(tally.favor), i64::from(tally.against));
                        [number(tally.nation), favor - against, favor, against]
                    };
                    tallies.into_iter().flat_map(of).collect()
                },
            ),
            _ => timed(|| selection.monthly_flow(node), months),
        };
        times.push(time);
        checks.push(crc32(&answer));
    }
    let mut sorted = times.clone();
    sorted.sort_by(f64::total_cmp);
    let at = |share: usize| sorted[(sorted.len() * share / 100).min(sorted.len() - 1)];
    println!("{name:12} n={:4} median={:10.2} us  p99={:10.2} us", sorted.len(), at(50), at(99));
    json!({"times_us": times, "n": times.len(), "median_us": at(50), "p99_us": at(99), "checks": checks})
}

/// Sum and count of each of the 240 months from January 2006 on.
fn months(flow: Vec<stancegraph::position::MonthlyFlow>) -> Vec<i64> {
    let mut all = vec![0; 480];
    for one in flow {
        let text = one.month.to_string();
        let part = |range: std::ops::Range<usize>| text[range].parse::<usize>().expect("digits");
        let month = (part(0..4) - 2006) * 12 + part(5..7) - 1;
        all[2 * month] = one.net;
        all[2 * month + 1] = i64::try_from(one.count).expect("a count");
    }
    all
}

/// The best of three calls, in microseconds, and what the answer comes down to.
fn timed<T>(ask: impl Fn() -> T, canon: impl FnOnce(T) -> Vec<i64>) -> (f64, Vec<i64>) {
    let mut best = f64::INFINITY;
    let mut answer = None;
    for _ in 0..3 {
        let started = Instant::now();
        let given = std::hint::black_box(ask());
        best = best.min(started.elapsed().as_secs_f64() * 1e6);
        answer = Some(given);
    }
    (best, canon(answer.expect("three calls")))
}

/// CRC-32 as in zlib, over the numbers as 64 bits, the low byte first.
fn crc32(numbers: &[i64]) -> u32 {
    let mut crc = u32::MAX;
    for byte in numbers.iter().flat_map(|number| number.to_le_bytes()) {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
