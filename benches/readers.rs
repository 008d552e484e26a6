//! How many questions one reader and two readers ask a second, by themselves and beside a writer that adds statements and
//! takes others back.
//!
//! Each figure is the median of several rounds in which all settings take turns, so that whatever else a machine does falls on
//! all of them. Beside the clock stand questions a second of processor time, where the system tells it: on a busy machine they
//! show what readers cost each other, and the clock shows how many cores were free.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench may fail where it stands, and prints its figures"
)]

mod world;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use stancegraph::model::draft::Draft;
use stancegraph::position::{Lens, Selection};
use stancegraph::{GraphBuilder, Polarity, Query, StanceGraph};

const ROUNDS: usize = 9;
const ROUND: Duration = Duration::from_millis(400);

/// What is written beside the readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writer {
    None,
    /// A thousand changes a second at most.
    Paced,
    /// As many as come in: on two cores it takes a share of them from two readers.
    Unpaced,
}

/// Who asks and who writes.
#[derive(Debug, Clone, Copy)]
struct Setting {
    readers: u32,
    writer: Writer,
}

const SETTINGS: [Setting; 6] = [
    Setting { readers: 1, writer: Writer::None },
    Setting { readers: 2, writer: Writer::None },
    Setting { readers: 1, writer: Writer::Paced },
    Setting { readers: 2, writer: Writer::Paced },
    Setting { readers: 1, writer: Writer::Unpaced },
    Setting { readers: 2, writer: Writer::Unpaced },
];

/// What one round came to, a second.
#[derive(Debug, Default, Clone, Copy)]
struct Rates {
    reads: f64,
    /// Of processor time, of one reader.
    reads_on_a_core: f64,
    changes: f64,
}

fn main() {
    println!("{} cores", thread::available_parallelism().map_or(1, usize::from));
    for size in world::BULK_SIZES {
        let graph = GraphBuilder::new().add(world::bulk(size)).build().expect("a generated world is sound");
        let mut rounds: [Vec<Rates>; 6] = Default::default();
        for _ in 0..ROUNDS {
            for (rates, setting) in rounds.iter_mut().zip(SETTINGS) {
                rates.push(round(&graph, size, setting));
            }
        }
        let medians = rounds.map(|rates| Rates {
            reads: median(&rates, |rates| rates.reads),
            reads_on_a_core: median(&rates, |rates| rates.reads_on_a_core),
            changes: median(&rates, |rates| rates.changes),
        });
        for (pair, settings) in medians.chunks(2).zip(SETTINGS.chunks(2)) {
            for (rates, setting) in pair.iter().zip(settings) {
                print(size, *setting, rates, &pair[0]);
            }
        }
    }
}

/// One line, beside the figures of one reader with the same writer.
fn print(size: usize, setting: Setting, rates: &Rates, one: &Rates) {
    let by_clock = rates.reads / one.reads;
    let by_core = rates.reads_on_a_core * f64::from(setting.readers) / one.reads_on_a_core;
    println!(
        "{size:>9}  readers {}  writer {:8} {:>9.0} reads/s, {by_clock:.2} of one  {:>9.0} a reader and second of core, \
         {by_core:.2} of one  {:>6.0} changes/s",
        setting.readers,
        format!("{:?}", setting.writer).to_lowercase(),
        rates.reads,
        rates.reads_on_a_core,
        rates.changes,
    );
}

fn median(rates: &[Rates], of: fn(&Rates) -> f64) -> f64 {
    let mut figures: Vec<f64> = rates.iter().map(of).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Every round begins with the same graph.
fn round(graph: &StanceGraph, size: usize, setting: Setting) -> Rates {
    let current = Mutex::new(graph.clone());
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let (current, is_over) = (&current, &is_over);
        let readers =
            (0..setting.readers as usize).map(|number| scope.spawn(move || read(current, is_over, number)));
        let readers: Vec<_> = readers.collect();
        let writer = scope.spawn(move || write(current, is_over, size, setting.writer));
        let started = Instant::now();
        thread::sleep(ROUND);
        is_over.store(true, Ordering::Relaxed);
        let seconds = started.elapsed().as_secs_f64();
        let read: Vec<(f64, f64)> =
            readers.into_iter().map(|reader| reader.join().expect("a reader")).collect();
        let (reads, core): (Vec<f64>, Vec<f64>) = read.into_iter().unzip();
        let (reads, core): (f64, f64) = (reads.iter().sum(), core.iter().sum());
        let changes = writer.join().expect("a writer");
        Rates { reads: reads / seconds, reads_on_a_core: reads / core, changes: changes / seconds }
    })
}

/// Asks the newest graph again and again: how often, and in how many seconds of processor time.
fn read(current: &Mutex<StanceGraph>, is_over: &AtomicBool, number: usize) -> (f64, f64) {
    let began = processor_time();
    let mut reads = 0_u32;
    while !is_over.load(Ordering::Relaxed) {
        let graph = current.lock().expect("a graph").clone();
        std::hint::black_box(ask(&graph, reads as usize * 31 + number * 7_919));
        reads += 1;
    }
    (f64::from(reads), processor_time().saturating_sub(began).as_secs_f64())
}

/// One question of a mix: who is against it, how nations stand, what one said, a position.
fn ask(graph: &StanceGraph, number: usize) -> usize {
    let target = graph.find(&format!("p{}", number % 500)).expect("a plan");
    let selection = Selection::new(graph, Lens::default());
    match number % 4 {
        0 => selection.latest_leaning(target, Polarity::Against).len(),
        1 => selection.latest_by_nation(target).len(),
        2 => {
            let holder = graph.find(&format!("h{}", number % 9_000)).expect("a holder");
            selection.said_by(holder).len()
        }
        _ => {
            let query =
                Query::position(format!("Holder {}", number % 9_000)).on(format!("p{}", number % 5_000));
            graph.run(&query).expect("a question").findings().len()
        }
    }
}

/// Adds a statement and takes one back that came a hundred changes ago, in turns: how many changes.
fn write(current: &Mutex<StanceGraph>, is_over: &AtomicBool, size: usize, writer: Writer) -> f64 {
    let mut changes = 0_u32;
    let started = Instant::now();
    while writer != Writer::None && !is_over.load(Ordering::Relaxed) {
        let graph = current.lock().expect("a graph").clone();
        let number = changes as usize / 2;
        let grown = if changes % 2 == 1 && number >= 50 {
            graph.retract(&format!("s{}", size + 2 * (number - 50)), "2024-01-01").expect("it stands")
        } else {
            let mut batch = Draft::default();
            world::add_bulk(&mut batch, size + changes as usize, 1);
            graph.extend(&batch).expect("a sound batch")
        };
        *current.lock().expect("a graph") = grown;
        changes += 1;
        let due = Duration::from_millis(u64::from(changes));
        if writer == Writer::Paced {
            thread::sleep(due.saturating_sub(started.elapsed()));
        }
    }
    f64::from(changes)
}

/// How long this thread has run on a core; by the clock where the system does not tell.
fn processor_time() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}
