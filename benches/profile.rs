//! How long it takes to list what one holder said, and to answer with all of its stances, on bulk worlds of three sizes. Each
//! call asks of another holder.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::Query;
use stancegraph::position::{Lens, Selection};

fn profile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("profile");
    for size in world::BULK_SIZES {
        let graph = world::bulk_graph(size);
        let selection = Selection::new(&graph, Lens::default());
        let mut holders = world::holders(&graph)
            .map(|holder| (holder, graph.node(holder).expect("a holder").key.to_string()));
        let mut next = || holders.next().expect("holders come again");
        group.bench_function(BenchmarkId::new("said by", size), |bench| {
            bench.iter(|| selection.said_by(next().0));
        });
        group.bench_function(BenchmarkId::new("answer", size), |bench| {
            bench.iter(|| graph.run(&Query::profile(next().1)));
        });
    }
    group.finish();
}

criterion_group!(benches, profile);
criterion_main!(benches);
