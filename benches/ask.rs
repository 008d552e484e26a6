//! How long a question takes, in words and as a typed query, on worlds of three sizes and on the bundled article.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::{GraphBuilder, Polarity, Query, datasets};

fn article(criterion: &mut Criterion) {
    let graph = datasets::article().expect("bundled");
    let mut group = criterion.benchmark_group("article");
    for question in ["who opposes foreign troops", "stances of Russia", "does Germany support foreign troops"]
    {
        group.bench_function(question, |bench| bench.iter(|| graph.ask(question)));
    }
    group.bench_function("a misspelt name", |bench| bench.iter(|| graph.ask("stances of Putn")));
    group.finish();
}

fn worlds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("world");
    for size in world::SIZES {
        let graph = GraphBuilder::new().add(world::draft(size)).build().expect("a generated world is sound");
        let query = Query::who(Polarity::Against).on("p3").as_of("2010-06-01".parse().expect("a date"));
        let words = "who opposes plan number 3 as of 2010-06-01";
        group.bench_function(BenchmarkId::new("who, typed", size), |bench| bench.iter(|| graph.run(&query)));
        group
            .bench_function(BenchmarkId::new("who, in words", size), |bench| bench.iter(|| graph.ask(words)));
        let profile = Query::profile("n7");
        group.bench_function(BenchmarkId::new("profile", size), |bench| bench.iter(|| graph.run(&profile)));
    }
    group.finish();
}

criterion_group!(benches, article, worlds);
criterion_main!(benches);
