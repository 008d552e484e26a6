//! Readers on several threads while the graph grows: each sees whole batches only, and its snapshot never changes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use stancegraph::model::draft::{Draft, RetractionDraft, StatementDraft};
use stancegraph::{GraphBuilder, StanceGraph};

use crate::naive;
use crate::naive::world::{Capacity, Form, Node, Question, Statement, Word, World};
use crate::worlds::{draft, shape};

/// How many batches come in, and how many readers ask meanwhile.
const BATCHES: usize = 160;
const READERS: usize = 3;
const STATEMENTS_A_BATCH: usize = 3;

/// The world after a number of batches. A batch brings three statements of one day; from the fifth on it takes one
/// statement of the batch before back, and every twentieth brings a proposal that the next ones are about.
fn world(batches: usize) -> World {
    let node = |key: String, kind: &str| Node { key, kind: kind.into(), unnamed: false };
    let mut world = World::default();
    world.nodes.extend((0..4).map(|n| node(format!("n{n}"), "nation")));
    world.nodes.extend((0..=batches / 20).map(|n| node(format!("x{n}"), "proposal")));
    for batch in 0..batches {
        for part in 0..STATEMENTS_A_BATCH {
            let retracted = (batch >= 4 && batch + 1 < batches && part == 0).then(|| day(batch + 1));
            world.statements.push(statement(batch, part, retracted));
        }
    }
    world
}

fn day(batch: usize) -> String {
    format!("2014-{:02}-{:02}", 1 + batch / 28, 1 + batch % 28)
}

fn statement(batch: usize, part: usize, retracted: Option<String>) -> Statement {
    let turn = batch * 7 + part * 5;
    Statement {
        id: format!("s{batch}-{part}"),
        holder: format!("n{}", turn % 4),
        capacity: Capacity::Unstated,
        act: "said".into(),
        stance: ["supports", "rejects", "abstains", "withdraws", "rejects"][turn % 5].into(),
        target: format!("x{}", batch / 20),
        modality: "asserted".into(),
        said: Some(day(batch)),
        until: None,
        published: None,
        recorded: Some(day(batch)),
        retracted,
        origin: None,
        confidence: None,
        conditions: Vec::new(),
    }
}

/// What the batch of a number adds to the world before it.
fn batch(number: usize) -> Draft {
    let (before, after) = (world(number), world(number + 1));
    let new = World {
        nodes: after.nodes[before.nodes.len()..].to_vec(),
        statements: after.statements[before.statements.len()..].to_vec(),
        ..World::default()
    };
    let taken_back = |(old, new): (&Statement, &Statement)| {
        let date = new.retracted.clone().filter(|_| old.retracted.is_none())?;
        Some(RetractionDraft::new(new.id.clone(), date))
    };
    let pairs = before.statements.iter().zip(&after.statements);
    Draft { retractions: pairs.filter_map(taken_back).collect(), ..draft::draft(&new) }
}

fn questions(batches: usize) -> Vec<Question> {
    let target = format!("x{}", (batches - 1) / 20);
    let ask = |form: Form, holder: Option<&str>, as_of: Option<String>, known_at: Option<String>| Question {
        form,
        holder: holder.map(Into::into),
        target: (form != Form::Contradictions).then(|| target.clone()),
        word: Word::Leaning("against".into()),
        negated: false,
        last_word: false,
        by_nation: false,
        inferred: false,
        asserted: false,
        as_of,
        known_at,
        assuming: Vec::new(),
    };
    vec![
        ask(Form::Who, None, None, None),
        ask(Form::Count, None, Some(day(batches / 2)), None),
        ask(Form::Position, Some("n1"), None, Some(day(batches - 1))),
        ask(Form::Position, Some("n2"), None, None),
        ask(Form::WhyNot, Some("n3"), None, None),
    ]
}

/// Holds a snapshot to the naive rules and to a fresh build; how many batches it has.
fn check(graph: &StanceGraph) -> usize {
    let statements = graph.statement_count();
    assert_eq!(statements % STATEMENTS_A_BATCH, 0, "half a batch");
    let batches = statements / STATEMENTS_A_BATCH;
    let world = world(batches);
    assert_eq!(graph.node_count(), world.nodes.len(), "half a batch");
    let retracted = graph.statements().filter(|(_, one)| one.retracted.is_some()).count();
    assert_eq!(
        retracted,
        world.statements.iter().filter(|one| one.retracted.is_some()).count(),
        "half a batch"
    );
    let fresh = GraphBuilder::new().add(draft::draft(&world)).build().unwrap();
    for question in questions(batches) {
        let query = draft::query(&question);
        let (grown, built) = (graph.run(&query).unwrap(), fresh.run(&query).unwrap());
        assert_eq!(stancegraph::render::json(&grown), stancegraph::render::json(&built));
        let told = shape::of_library(&stancegraph::render::json_value(&grown));
        let naive = shape::of_naive(&naive::answer(&world, &question));
        assert_eq!(shape::difference(&told, &naive), None, "{}", shape::brief(&world, &question));
    }
    batches
}

#[test]
fn readers_see_whole_batches_while_others_come_in() {
    // One statement to begin with would do; a batch keeps the count simple.
    let first = GraphBuilder::new().add(draft::draft(&world(1))).build().unwrap();
    let current = Arc::new(Mutex::new(first));
    let seen = AtomicUsize::new(0);
    let snapshots = thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(|| read(&current, &seen))).collect();
        for number in 1..BATCHES {
            // The new graph is made without the lock: readers go on with the old one.
            let graph = current.lock().unwrap().clone();
            let grown = graph.extend(&batch(number)).unwrap();
            *current.lock().unwrap() = grown;
            // Batches must not all have come before the first reader asks.
            while seen.load(Ordering::Relaxed) * 4 < number {
                thread::yield_now();
            }
        }
        readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(snapshots.len() >= BATCHES / 4, "{}", snapshots.len());
    // What was seen then is still there now, whatever came since.
    for (batches, graph) in snapshots.iter().step_by(5) {
        assert_eq!(check(graph), *batches);
    }
}

/// Asks the newest graph again and again, until the last batch is in it.
fn read(current: &Mutex<StanceGraph>, seen: &AtomicUsize) -> Vec<(usize, StanceGraph)> {
    let mut snapshots = Vec::new();
    let mut last = 0;
    while last < BATCHES {
        let graph = current.lock().unwrap().clone();
        let batches = check(&graph);
        seen.fetch_add(1, Ordering::Relaxed);
        assert!(batches >= last, "a graph lost a batch");
        last = batches;
        snapshots.push((batches, graph));
    }
    snapshots
}

#[test]
fn graphs_and_answers_may_go_to_any_thread() {
    fn check<T: Send + Sync + 'static>() {}
    check::<StanceGraph>();
    check::<stancegraph::Answer>();
}
