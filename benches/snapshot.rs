//! How long it takes to write graphs of three sizes as snapshots and to open them, in statements a second.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use stancegraph::{GraphBuilder, StanceGraph};

fn snapshot(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("snapshot");
    group.sample_size(20);
    for size in world::SIZES {
        let graph = GraphBuilder::new().add(world::draft(size)).build().expect("sound");
        let bytes = graph.to_snapshot();
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("write", size), |bench| bench.iter(|| graph.to_snapshot()));
        group.bench_function(BenchmarkId::new("open", size), |bench| {
            bench.iter(|| StanceGraph::from_snapshot(&bytes).expect("a snapshot"));
        });
    }
    group.finish();
}

criterion_group!(benches, snapshot);
criterion_main!(benches);
