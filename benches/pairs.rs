//! All pairs of a workload: of its nations, and of all its holders, on how many proposals their latest stances have the
//! same and the opposite sign.
//!
//! `STANCEGRAPH_WORKLOAD=DIR cargo bench --features csv,parallel --bench pairs -- M` reads `DIR/data/M/nodes.csv` and
//! `statements.csv` and adds `q4n` and `q4a` to `DIR/results/stancegraph.M.json`: the best of three calls in
//! microseconds, and seven sums over the pairs; on Linux also how much memory they took beside the graph. Without the variable there is nothing to run. Beside them stands the
//! projection of ten thousand statements, which needs no workload.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Value, json};
use stancegraph::analysis::network::{
    Aggregation, CodedStatement, Coding, Duplicates, Level, Normalization, Scale, Settings,
};
use stancegraph::analysis::pairs::{Row, Sides};
use stancegraph::model::draft::{Draft, NodeDraft, PlainStatement};
use stancegraph::model::{NodeId, NodeKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Stance, StanceGraph};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    projection();
    let Some(folder) = std::env::var_os("STANCEGRAPH_WORKLOAD").map(PathBuf::from) else {
        println!("STANCEGRAPH_WORKLOAD names no folder with a workload: no pairs to run");
        return Ok(());
    };
    let size = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_else(|| "M".into());
    let graph = load(&folder.join("data").join(&size))?;
    let selection = Selection::new(&graph, Lens::default());
    let holders = |of: fn(NodeKind) -> bool| -> Vec<NodeId> {
        graph.nodes().filter(|(_, node)| of(node.kind())).map(|(id, _)| id).collect()
    };
    let (nations, all) = (holders(|kind| kind == NodeKind::Nation), holders(NodeKind::is_holder));
    let ops = [("q4n", nations), ("q4a", all)].map(|(name, holders)| (name, run(name, &selection, &holders)));
    let path = folder.join("results").join(format!("stancegraph.{size}.json"));
    let mut result: Value = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => json!({"peer": "stancegraph", "size": size, "meta": {}, "ops": {}}),
    };
    for (name, op) in ops {
        result["ops"][name] = op;
    }
    fs::write(path, result.to_string())?;
    Ok(())
}

/// Sums of agreements and disagreements, of how many pairs have any, of their squares; the largest agreement.
type Sums = [u64; 7];

fn add(sums: &mut Sums, row: Row<'_>) {
    for (at, counts) in [row.agree, row.disagree].into_iter().enumerate() {
        // The counts of one row add up to less than 2^32.
        let (mut sum, mut pairs, mut squares, mut most) = (0u32, 0u32, 0u64, 0u32);
        for &count in counts {
            sum += count;
            pairs += u32::from(count > 0);
            squares += u64::from(count) * u64::from(count);
            most = most.max(count);
        }
        sums[at] += u64::from(sum);
        sums[2 + at] += u64::from(pairs);
        sums[4 + at] += squares;
        if at == 0 {
            sums[6] = sums[6].max(u64::from(most));
        }
    }
}

#[cfg(feature = "parallel")]
fn sums(sides: &Sides) -> Sums {
    let merge = |left: Sums, right: Sums| {
        let mut merged: Sums = std::array::from_fn(|at| left[at] + right[at]);
        merged[6] = left[6].max(right[6]);
        merged
    };
    sides.fold_rows(|| [0; 7], add, merge)
}

#[cfg(not(feature = "parallel"))]
fn sums(sides: &Sides) -> Sums {
    let mut sums = [0; 7];
    sides.each_row(|row| add(&mut sums, row));
    sums
}

fn run(name: &str, selection: &Selection<'_>, holders: &[NodeId]) -> Value {
    let (mut best, mut checks) = (f64::INFINITY, [0; 7]);
    let before = peak_memory_from_now();
    for _ in 0..3 {
        let started = Instant::now();
        checks = std::hint::black_box(sums(&Sides::of(selection, holders)));
        best = best.min(started.elapsed().as_secs_f64() * 1e6);
    }
    println!("{name:4} {best:12.1} us  {checks:?}");
    if let (Some(before), Some(peak)) = (before, peak_memory()) {
        println!("     {:.1} MB beside {before:.1} MB that were in use before", peak - before);
    }
    json!({"times_us": [best], "n": 1, "median_us": best, "p99_us": best, "checks": checks})
}

/// Forgets the peak so far; the memory in use now, in MB, where the system tells it.
fn peak_memory_from_now() -> Option<f64> {
    fs::write("/proc/self/clear_refs", "5").ok()?;
    peak_memory()
}

/// The most memory that was resident, in MB, where the system tells it.
fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

fn load(data: &Path) -> Outcome<StanceGraph> {
    let mut draft = Draft::default();
    for row in csv::Reader::from_path(data.join("nodes.csv"))?.records() {
        let row = row?;
        let kind = match &row[1] {
            "nation" => NodeKind::Nation,
            "org" => NodeKind::Organization,
            "proposal" => NodeKind::Proposal,
            _ => NodeKind::Person,
        };
        draft.nodes.push(NodeDraft::new(kind, &row[0], &row[0]));
    }
    let mut reader = csv::Reader::from_path(data.join("statements.csv"))?;
    let header = reader.headers()?.clone();
    let at = |name: &str| {
        header.iter().position(|field| field == name).ok_or_else(|| format!("no column `{name}`"))
    };
    let (id, holder, target, sign, day) =
        (at("statement_id")?, at("holder")?, at("proposal")?, at("stance")?, at("date")?);
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        let stance = match &row[sign] {
            "1" => Stance::Supports,
            "-1" => Stance::Rejects,
            _ => Stance::Abstains,
        };
        let mut statement = PlainStatement::new(&row[id], &row[holder], stance, &row[target]);
        statement.said = Some(row[day].parse()?);
        assert!(draft.plain.push(&statement), "`{}` is a key", &row[id]);
    }
    Ok(GraphBuilder::new().add(draft).build()?)
}

/// Ten thousand statements of 300 organizations on 100 concepts: duplicates dropped over the whole range, then joined and
/// divided.
fn projection() {
    let mut coding = Coding::new(Scale::sides());
    let mut seed = 1u64;
    let mut draw = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for id in 0..10_000 {
        let (holder, target) = (format!("organization {}", draw(300)), format!("concept {}", draw(100)));
        let level = Level::Favor(draw(2) == 1);
        let day = format!("20{:02}-{:02}-{:02}", draw(20), 1 + draw(12), 1 + draw(28));
        let (time, document) = (day.parse().ok(), u32::try_from(draw(3_000)).ok());
        let statement =
            CodedStatement { id, holder: &holder, target: &target, level, time, document, place: (0, 0) };
        coding.add(statement).expect("sides have both levels");
    }
    let mut settings = Settings::default();
    settings.aggregation = Aggregation::Congruence;
    settings.duplicates = Duplicates::Range;
    settings.normalization = Normalization::Average;
    let mut best = f64::INFINITY;
    let mut edges = 0;
    for _ in 0..5 {
        let started = Instant::now();
        edges = coding.network(&settings).expect("settings that go together").edges().len();
        best = best.min(started.elapsed().as_secs_f64() * 1e3);
    }
    println!("10,000 statements, duplicates dropped, projected and divided: {best:.2} ms, {edges} edges");
}
