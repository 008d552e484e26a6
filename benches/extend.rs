//! How long it takes to add to a graph, to take back, and to ask after each, on bulk worlds of three sizes; beside it,
//! how long it takes to build the graph anew.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

mod world;

use std::time::{Duration, Instant};

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use stancegraph::model::draft::{Draft, NodeDraft, SourceDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Polarity, Query, StanceGraph};

/// How many additions, one statement each, make a figure.
const ADDITIONS: usize = 1_000;

fn build(draft: &Draft) -> StanceGraph {
    GraphBuilder::new().add(draft.clone()).build().expect("a generated world is sound")
}

/// A batch of one statement, of that number, on nodes that the graph has.
fn single(number: usize) -> Draft {
    let mut batch = Draft::default();
    world::add_bulk(&mut batch, number, 1);
    batch
}

/// What is asked after each addition: all that streams over a plan and its kinds, or over a holder; and a position.
fn ask(graph: &StanceGraph, number: usize) -> usize {
    let target = graph.find(&format!("p{}", number % 500)).expect("a plan");
    let holder = graph.find(&format!("h{}", number % 9_000)).expect("a holder");
    let selection = Selection::new(graph, Lens::default());
    let streamed = selection.latest_leaning(target, Polarity::Against).len()
        + selection.latest_by_nation(target).len()
        + selection.monthly_flow(target).len()
        + selection.said_by(holder).len();
    let query = Query::position(format!("Holder {}", number % 9_000)).on(format!("p{}", number % 5_000));
    streamed + graph.run(&query).expect("a question").findings().len()
}

/// Times of one thing done again and again.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let made = work();
        self.0.push(started.elapsed());
        made
    }

    fn print(&mut self, what: &str, size: usize, rebuild: Duration) {
        self.0.sort_unstable();
        let total: Duration = self.0.iter().sum();
        let count = u32::try_from(self.0.len()).expect("few");
        let (median, worst) = (self.0[self.0.len() / 2], self.0[self.0.len() - 1]);
        let ratio = rebuild.as_secs_f64() / (total / count).as_secs_f64();
        println!(
            "{size:>9}  {what:24} mean {:>10.2?}  median {median:>10.2?}  worst {worst:>10.2?}  1/{ratio:.0} of a rebuild",
            total / count
        );
    }
}

/// A thousand additions of each kind, each followed by a question: mean, median, worst, and the share of a rebuild.
fn figures(_: &mut Criterion) {
    for size in world::BULK_SIZES {
        let draft = world::bulk(size);
        let mut rebuilds = Times::default();
        let mut graph = rebuilds.time(|| build(&draft));
        for _ in 0..4 {
            graph = rebuilds.time(|| build(&draft));
        }
        rebuilds.0.sort_unstable();
        let rebuild = rebuilds.0[2];
        rebuilds.print("a build", size, rebuild);
        let questions = |graph: &StanceGraph, what| {
            let mut times = Times::default();
            for number in 0..ADDITIONS {
                times.time(|| ask(graph, number));
            }
            times.print(what, size, rebuild);
        };
        questions(&graph, "a question, as built");
        let mut add = |what: &str, batch: &dyn Fn(usize) -> Draft| {
            let (mut added, mut asked) = (Times::default(), Times::default());
            for number in 0..ADDITIONS {
                let batch = batch(number);
                graph = added.time(|| graph.extend(&batch).expect("a sound batch"));
                asked.time(|| ask(&graph, number));
            }
            added.print(what, size, rebuild);
            asked.print("  a question after each", size, rebuild);
        };
        add("a statement", &|number| single(size + number));
        add("  with its source", &|number| {
            let mut batch = single(size + ADDITIONS + number);
            batch.sources.push(SourceDraft::new(format!("new-d{number}"), format!("New document {number}")));
            batch
        });
        add("  with a new proposal", &|number| {
            let mut batch = single(size + 2 * ADDITIONS + number);
            let proposal = NodeDraft::proposal(format!("new-p{number}"), format!("new plan {number}"));
            batch.nodes.push(proposal.kind_of(format!("p{}", number % 5_000)));
            batch
        });
        let mut retracted = Times::default();
        for number in 0..ADDITIONS {
            let key = format!("s{}", number * 7_919 % size);
            graph = retracted.time(|| graph.retract(&key, "2024-01-01").expect("it stands"));
        }
        retracted.print("a retraction", size, rebuild);
        questions(&graph, "a question in the end");
        // As many as it takes to have everything joined: what an addition costs at worst, once in so many.
        let mut batch = Draft::default();
        world::add_bulk(&mut batch, size + 3 * ADDITIONS, size / 30);
        let mut joined = Times::default();
        graph = joined.time(|| graph.extend(&batch).expect("a sound batch"));
        joined.print("a batch of a thirtieth", size, rebuild);
        questions(&graph, "a question after it");
    }
}

fn extend(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("extend");
    for size in world::BULK_SIZES {
        let mut graph = build(&world::bulk(size));
        let mut next = size;
        group.bench_function(BenchmarkId::new("a statement", size), |bench| {
            let batch = || {
                next += 1;
                single(next)
            };
            bench.iter_batched(
                batch,
                |batch| graph = graph.extend(&batch).expect("a sound batch"),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, figures, extend);
criterion_main!(benches);
