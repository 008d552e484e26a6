//! How long a question takes, in words and as a typed query, on worlds of three sizes, on the bundled article, with
//! many names, and by the length of the question.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

mod world;

use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use stancegraph::{Answer, GraphBuilder, Polarity, Query, QuestionError, Stance, ask, datasets};

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

/// What words cost beside the same question in types: each of the two is asked in turns, and the least of many times is
/// what it takes when nothing else is in the way.
fn words(_: &mut Criterion) {
    const TURNS: usize = 2_000;
    let of_article = datasets::article().expect("bundled");
    let of_world = GraphBuilder::new().add(world::draft(10_000)).build().expect("a generated world is sound");
    let day = |day: &str| day.parse().expect("a date");
    for (graph, question, query) in [
        (of_article, "who opposes foreign troops", Query::who(Polarity::Against).on("foreign troops")),
        (of_article, "stances of Russia", Query::profile("Russia")),
        (
            of_article,
            "does Germany support foreign troops",
            Query::does("Germany", Polarity::Favor).on("foreign troops"),
        ),
        (
            of_article,
            "what does Ukraine demand as of 2025-09-05",
            Query::what("Ukraine", Stance::Demands).as_of(day("2025-09-05")),
        ),
        (
            &of_world,
            "who opposes plan number 3 as of 2010-06-01",
            Query::who(Polarity::Against).on("plan number 3").as_of(day("2010-06-01")),
        ),
    ] {
        let understood =
            |answer: Result<Answer, QuestionError>| answer.expect("a question").understood().to_owned();
        assert_eq!(understood(graph.ask(question)), understood(graph.run(&query)));
        let mut least = [Duration::MAX; 3];
        for _ in 0..TURNS {
            let work: [&dyn Fn(); 3] = [&|| drop(graph.ask(question)), &|| drop(graph.run(&query)), &|| {
                drop(ask::parse(question, Some(graph.vocabulary())));
            }];
            for (least, work) in least.iter_mut().zip(work) {
                let started = Instant::now();
                work();
                *least = (*least).min(started.elapsed());
            }
        }
        let [in_words, in_types, parsing] = least;
        println!(
            "{question:45} in words {in_words:>8.1?}  in types {in_types:>8.1?}  words take {:>6.1?} more, reading {parsing:>6.1?}",
            in_words.saturating_sub(in_types)
        );
    }
}

criterion_group!(benches, words, article, worlds, names, lengths);
criterion_main!(benches);
