//! How long it takes to add up what was said on a plan and all kinds of it month by month, on bulk worlds of three sizes. Each
//! call asks of another plan.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::position::{Lens, Selection};

fn flow(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("monthly flow");
    for size in world::BULK_SIZES {
        let graph = world::bulk_graph(size);
        let selection = Selection::new(&graph, Lens::default());
        let mut plans = world::plans(&graph);
        group.bench_function(BenchmarkId::new("of a plan and its kinds", size), |bench| {
            bench.iter(|| selection.monthly_flow(plans.next().expect("plans come again")));
        });
    }
    group.finish();
}

criterion_group!(benches, flow);
criterion_main!(benches);
