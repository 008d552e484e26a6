//! How long a question takes, in words and as a typed query, on worlds of three sizes, on the bundled article, with
//! many names, and by the length of the question.
#![expect(clippy::expect_used, reason = "a bench may fail where it stands")]

mod world;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use stancegraph::{GraphBuilder, Polarity, Query, ask, datasets};

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

/// Reading a question, looking its names up and answering it, with as many names as a large dataset has.
fn names(criterion: &mut Criterion) {
    const NAMES: usize = 100_000;
    let mut group = criterion.benchmark_group("100,000 names");
    let draft = world::names(NAMES);
    let graph = GraphBuilder::new().add(draft.clone()).build().expect("a generated world is sound");
    for (what, question) in [
        ("a known name", "who opposes foreign troops in Ukraine"),
        ("a near miss", "who opposes foreing troops in Ukraine"),
        ("a long near miss", "who opposes the forein troops in Ukrain"),
        ("a name unlike any", "who opposes the Quetzalcoatl convention"),
    ] {
        let names = Some(graph.vocabulary());
        group.bench_function(BenchmarkId::new("parse", what), |bench| {
            bench.iter(|| ask::parse(question, names));
        });
        group.bench_function(BenchmarkId::new("answer", what), |bench| bench.iter(|| graph.ask(question)));
    }
    let name = graph.nodes().nth(NAMES / 2).map(|(_, node)| node.name().to_owned()).expect("a name");
    group.bench_function("resolve a known name", |bench| {
        bench.iter(|| graph.vocabulary().exact(&name).next());
    });
    group.sample_size(10);
    group.bench_function("build", |bench| {
        bench.iter_with_setup(
            || draft.clone(),
            |draft| GraphBuilder::new().add(draft).build().expect("sound"),
        );
    });
    group.finish();
}

/// The time to read a question grows with its length, up to the longest one may be.
fn lengths(criterion: &mut Criterion) {
    let graph = datasets::article().expect("bundled");
    let mut group = criterion.benchmark_group("parse by length");
    for length in (100..=ask::MAX_LENGTH).step_by(100) {
        let known: String =
            "who opposes ".chars().chain("foreign troops ".chars().cycle()).take(length).collect();
        let unknown: String =
            "who opposes ".chars().chain("suport mesures ".chars().cycle()).take(length).collect();
        let babble: String = "does the demand of x at ".chars().cycle().take(length).collect();
        for (what, question) in [("known names", known), ("unknown names", unknown), ("babble", babble)] {
            group.throughput(Throughput::Elements(length as u64));
            group.bench_function(BenchmarkId::new(what, length), |bench| {
                bench.iter(|| ask::parse(&question, Some(graph.vocabulary())));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, article, worlds, names, lengths);
criterion_main!(benches);
