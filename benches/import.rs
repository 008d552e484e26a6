//! How long it takes from a table of statements, as CSV and as JSON Lines, to a graph that can be asked, in statements a
//! second; on bulk worlds of three sizes.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use std::fmt::Write as _;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use stancegraph::format::import::{Columns, Import};
use stancegraph::model::draft::Draft;
use stancegraph::{GraphBuilder, Stance, StanceGraph};

const HEADER: &str = "id,holder,target,stance,date,source";

fn csv(statements: usize) -> String {
    let mut text = format!("{HEADER}\n");
    for row in (0..statements).map(world::bulk_row) {
        let world::BulkRow { id, holder, target, source, stance, date } = row;
        writeln!(text, "{id},{holder},{target},{stance},{date},{source}").expect("a text takes all");
    }
    text
}

fn json_lines(statements: usize) -> String {
    let mut text = String::new();
    for row in (0..statements).map(world::bulk_row) {
        let world::BulkRow { id, holder, target, source, stance, date } = row;
        writeln!(
            text,
            r#"{{"id":"{id}","holder":"{holder}","target":"{target}","stance":"{stance}","date":"{date}","source":"{source}"}}"#
        )
        .expect("a text takes all");
    }
    text
}

/// Where the columns stand, in both alike.
fn columns(nodes: &Draft) -> Columns {
    let columns = Columns::new("holder", "target", "stance").id("id").date("date").source("source");
    let all = Stance::ALL.iter().map(|stance| stance.as_str());
    let columns = all.fold(columns, |columns, stance| columns.value(stance, stance).expect("a stance"));
    columns.nodes(&nodes.nodes)
}

fn build(nodes: &Draft, import: Import) -> StanceGraph {
    assert_eq!(import.refused.count(), 0, "every row is sound");
    GraphBuilder::new().add(nodes.clone()).add(import.draft).build().expect("a generated world is sound")
}

fn import(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    // Sources come with the statements that name them.
    let nodes = Draft { sources: Vec::new(), ..world::bulk(0) };
    let columns = columns(&nodes);
    for size in world::BULK_SIZES {
        group.throughput(Throughput::Elements(size as u64));
        let text = csv(size);
        group.bench_function(BenchmarkId::new("CSV", size), |bench| {
            bench
                .iter(|| build(&nodes, columns.read(text.as_bytes(), "world.csv", |_| ()).expect("a table")));
        });
        let text = json_lines(size);
        group.bench_function(BenchmarkId::new("JSON Lines", size), |bench| {
            bench.iter(|| {
                build(&nodes, columns.read_lines(text.as_bytes(), "world.jsonl", |_| ()).expect("lines"))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, import);
criterion_main!(benches);
