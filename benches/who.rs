//! How long it takes to find who opposes a plan or any kind of it: by last words, by positions, and with the whole answer, on
//! bulk worlds of three sizes. Each call asks of another plan.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Polarity, Query};

fn who(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("who opposes");
    for size in world::BULK_SIZES {
        let graph = world::bulk_graph(size);
        let selection = Selection::new(&graph, Lens::default());
        let mut plans =
            world::plans(&graph).map(|plan| (plan, graph.node(plan).expect("a plan").key.to_string()));
        let mut next = || plans.next().expect("plans come again");
        group.bench_function(BenchmarkId::new("last words", size), |bench| {
            bench.iter(|| selection.latest_leaning(next().0, Polarity::Against));
        });
        group.bench_function(BenchmarkId::new("positions", size), |bench| {
            bench.iter(|| selection.leaning(next().0, Polarity::Against));
        });
        group.bench_function(BenchmarkId::new("answer", size), |bench| {
            bench.iter(|| graph.run(&Query::who(Polarity::Against).on(next().1)));
        });
    }
    group.finish();
}

criterion_group!(benches, who);
criterion_main!(benches);
