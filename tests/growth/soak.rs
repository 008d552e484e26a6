//! Readers on several threads while the graph grows: each sees whole batches only, and its snapshot never changes.
//!
//! Nobody waits for a clock: the number of steps is fixed, a reader checks each graph once, and whoever fails lets the others
//! come to an end.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, ScopedJoinHandle};

use stancegraph::model::draft::{Draft, RetractionDraft, StatementDraft};
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Polarity, StanceGraph};

use crate::naive;
use crate::naive::world::{Capacity, Form, Node, Question, Statement, Word, World};
use crate::told;
use crate::worlds::{draft, shape};

/// How many batches come in, and how many readers ask meanwhile.
const BATCHES: usize = 160;
const READERS: usize = 3;
const STATEMENTS_A_BATCH: usize = 3;
/// After so many batches one more statement is taken back, by itself.
const TURN: usize = 10;

/// How far a graph has grown: batches, and statements taken back by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Stage {
    batches: usize,
    alone: usize,
}

impl Stage {
    /// One batch, with which every graph begins.
    const FIRST: Self = Self { batches: 1, alone: 0 };
    const LAST: Self = Self { batches: BATCHES, alone: BATCHES / TURN };

    fn next(self) -> Self {
        if self.alone < self.batches / TURN {
            Self { alone: self.alone + 1, ..self }
        } else {
            Self { batches: self.batches + 1, ..self }
        }
    }

    /// How far this graph has grown; half a step is none.
    fn of(graph: &StanceGraph) -> Self {
        let statements = graph.statement_count();
        assert_eq!(statements % STATEMENTS_A_BATCH, 0, "half a batch");
        let batches = statements / STATEMENTS_A_BATCH;
        let retracted = graph.statements().filter(|(_, one)| one.retracted.is_some()).count();
        let with_batches = world(Self { batches, alone: 0 });
        let with_batches = with_batches.statements.iter().filter(|one| one.retracted.is_some()).count();
        assert!(retracted >= with_batches, "half a batch");
        let alone = retracted - with_batches;
        let stage = Self { batches, alone };
        let before = Self { alone: (batches / TURN).saturating_sub(1), ..stage };
        let is_whole = alone == batches / TURN || (batches.is_multiple_of(TURN) && stage == before);
        assert!(is_whole, "half a batch: {stage:?}");
        stage
    }
}

/// The world at a stage. A batch brings three statements of one day; from the fifth on it takes one statement of the
/// batch before back, and every twentieth brings a proposal that the next ones are about.
fn world(stage: Stage) -> World {
    let node = |key: String, kind: &str| Node { key, kind: kind.into(), unnamed: false };
    let mut world = World::default();
    world.nodes.extend((0..4).map(|n| node(format!("n{n}"), "nation")));
    world.nodes.extend((0..=stage.batches / 20).map(|n| node(format!("x{n}"), "proposal")));
    for batch in 0..stage.batches {
        for part in 0..STATEMENTS_A_BATCH {
            let with_the_next = part == 0 && batch >= 4 && batch + 1 < stage.batches;
            let alone = (batch, part) == taken_back_alone(batch / TURN) && batch / TURN < stage.alone;
            let with_the_next = with_the_next.then(|| day(batch + 1));
            world.statements.push(statement(batch, part, with_the_next.or(alone.then(|| later(batch)))));
        }
    }
    world
}

/// Which statement is taken back by itself in a turn: batch and part.
const fn taken_back_alone(turn: usize) -> (usize, usize) {
    (turn * TURN + 5, 1)
}

/// The day of the last batch of a turn.
fn later(batch: usize) -> String {
    day(batch / TURN * TURN + TURN - 1)
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

/// The next graph: a batch more, or one statement less.
fn grown(graph: &StanceGraph, stage: Stage) -> StanceGraph {
    if stage.next().alone > stage.alone {
        let (batch, part) = taken_back_alone(stage.alone);
        return graph.retract(&format!("s{batch}-{part}"), &later(batch)).unwrap();
    }
    graph.extend(&batch(stage)).unwrap()
}

/// What the next batch adds to the world.
fn batch(stage: Stage) -> Draft {
    let (before, after) = (world(stage), world(stage.next()));
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
        ask(Form::Does, Some("n0"), None, Some(day(batches.saturating_sub(2)))),
        Question { by_nation: true, ..ask(Form::Who, None, None, None) },
        Question { last_word: true, ..ask(Form::Who, None, None, None) },
        Question { holder: None, ..ask(Form::Contradictions, None, None, None) },
    ]
}

/// Holds a snapshot to the naive rules and to a fresh build; how far it has grown.
fn check(graph: &StanceGraph) -> Stage {
    let stage = Stage::of(graph);
    let world = world(stage);
    assert_eq!(graph.node_count(), world.nodes.len(), "half a batch");
    let fresh = GraphBuilder::new().add(draft::draft(&world)).build().unwrap();
    assert_eq!(streamed(graph), streamed(&fresh));
    for question in questions(stage.batches) {
        let query = draft::query(&question);
        let (grown, built) = (graph.run(&query).unwrap(), fresh.run(&query).unwrap());
        assert_eq!(stancegraph::render::json(&grown), stancegraph::render::json(&built));
        let told = shape::of_library(&stancegraph::render::json_value(&grown));
        let naive = shape::of_naive(&naive::answer(&world, &question));
        assert_eq!(shape::difference(&told, &naive), None, "{}", shape::brief(&world, &question));
    }
    stage
}

/// What is read off the packed copies in one pass.
fn streamed(graph: &StanceGraph) -> String {
    let selection = Selection::new(graph, Lens::default());
    let of_node = |key: String| graph.find(&key).unwrap();
    let targets = graph.nodes().map(|(id, _)| id).filter(|id| *id >= of_node("x0".into()));
    let on = targets.map(|target| {
        let against = selection.latest_leaning(target, Polarity::Against);
        let leaning = selection.leaning(target, Polarity::Favor);
        let (tallies, flow) = (selection.latest_by_nation(target), selection.monthly_flow(target));
        format!("{against:?} {leaning:?} {tallies:?} {flow:?}")
    });
    let by = (0..4).map(|n| format!("{:?}", selection.said_by(of_node(format!("n{n}")))));
    on.chain(by).collect::<Vec<_>>().join("\n")
}

/// Says that no more is to come, also where the writer fails.
struct End<'e>(&'e AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

#[test]
fn readers_see_whole_batches_while_others_come_in() {
    let first = GraphBuilder::new().add(draft::draft(&world(Stage::FIRST))).build().unwrap();
    let current = Arc::new(Mutex::new(first));
    let (seen, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let snapshots = thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(|| read(&current, &seen, &is_over))).collect();
        let end = End(&is_over);
        let mut stage = Stage::FIRST;
        while stage < Stage::LAST {
            // The new graph is made without the lock: readers go on with the old one.
            let graph = current.lock().unwrap().clone();
            let grown = grown(&graph, stage);
            *current.lock().unwrap() = grown;
            stage = stage.next();
            // Batches must not all have come before the first reader asks; one that failed is not waited for.
            let nobody_failed = || !readers.iter().any(ScopedJoinHandle::is_finished);
            while seen.load(Ordering::Relaxed) * 4 < stage.batches && nobody_failed() {
                thread::yield_now();
            }
        }
        drop(end);
        readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(snapshots.len() >= BATCHES / 4, "{}", snapshots.len());
    // What was seen then is still there now, whatever came since: in every form of print, and to the last field.
    for (stage, graph) in snapshots.iter().step_by(5) {
        assert_eq!(check(graph), *stage);
        let fresh = GraphBuilder::new().add(draft::draft(&world(*stage))).build().unwrap();
        assert_eq!(told::listed(graph), told::listed(&fresh));
    }
}

/// Asks each new graph, until no more is to come; the last one too.
fn read(current: &Mutex<StanceGraph>, seen: &AtomicUsize, is_over: &AtomicBool) -> Vec<(Stage, StanceGraph)> {
    let mut snapshots: Vec<(Stage, StanceGraph)> = Vec::new();
    loop {
        let was_over = is_over.load(Ordering::Acquire);
        let graph = current.lock().unwrap().clone();
        let last = snapshots.last().map(|(stage, _)| *stage).unwrap_or_default();
        let stage = Stage::of(&graph);
        assert!(stage >= last, "a graph lost a batch");
        if stage > last {
            assert_eq!(check(&graph), stage);
            seen.fetch_add(1, Ordering::Relaxed);
            snapshots.push((stage, graph));
        } else if was_over {
            assert_eq!(last, Stage::LAST);
            return snapshots;
        } else {
            thread::yield_now();
        }
    }
}

#[test]
fn graphs_and_answers_may_go_to_any_thread() {
    fn check<T: Send + Sync + 'static>() {}
    check::<StanceGraph>();
    check::<stancegraph::Answer>();
}
