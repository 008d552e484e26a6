//! How long it takes to count how nations stand on a plan and all kinds of it, by the last words of those who speak for them,
//! on bulk worlds of three sizes. Each call asks of another plan.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::position::{Lens, Selection};

fn nations(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("by nation");
    for size in world::BULK_SIZES {
        let graph = world::bulk_graph(size);
        let selection = Selection::new(&graph, Lens::default());
        let mut plans = world::plans(&graph);
        group.bench_function(BenchmarkId::new("last words", size), |bench| {
            bench.iter(|| selection.latest_by_nation(plans.next().expect("plans come again")));
        });
    }
    group.finish();
}

criterion_group!(benches, nations);
criterion_main!(benches);
