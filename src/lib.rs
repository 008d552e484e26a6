//! Who stands where on what in world politics: says who, since when, on what condition, and how do we know?
//!
//! stancegraph holds **statements** (one sourced act that shows one stance), derives **positions** from them by stated
//! rules, and answers questions, typed or in plain English, each answer with its evidence.
//!
//! ```
//! let graph = stancegraph::datasets::article()?; // one news article on the war in Ukraine, coded
//! let answer = graph.ask("who opposes foreign troops")?;
//!
//! let finding = answer.findings()[0];
//! assert_eq!(finding.holder().name(), "Vladimir Putin");
//! assert_eq!(finding.on_behalf_of().next().unwrap().name(), "Russia");
//! assert!(finding.evidence().map(|piece| piece.locator()).eq(["paragraph 1", "paragraph 3"]));
//!
//! let threat = answer.related()[0]; // what bears on it stands apart, here in the speaker's own words
//! assert_eq!(threat.evidence().next().unwrap().quote(), Some("legitimate targets"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The answers are honest: silence, neutrality, absence and "not in the data" are four different verdicts; a hint is
//! never told as a fact, a condition never left out; a *no* needs a contrary statement.
//!
//! ```
//! # use stancegraph::Verdict;
//! let graph = stancegraph::datasets::article()?;
//! assert_eq!(graph.ask("does Germany support foreign troops")?.verdict(), Some(Verdict::NoRecord));
//! assert_eq!(graph.ask("does Trump support air support")?.verdict(), Some(Verdict::Hinted));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The nouns
//!
//! - [`StanceGraph`]: nodes (actors, nations, proposals), ties between them, statements, sources. Immutable, cheap to
//!   clone, shared between threads.
//! - [`Stance`] and [`Polarity`]: the kind of position a statement shows, and which way it leans.
//! - [`Query`]: a question as plain data; [`Answer`]: findings, verdict, what stands apart, coverage, notes.
//! - [`Finding`]: who holds which stance on what, on which basis and condition, with its evidence and derivation.
//! - [`Draft`](model::draft::Draft) and [`GraphBuilder`]: the only way in; every [`Fault`] has a place and a remedy.
//!
//! # What to do with it
//!
//! | to | use |
//! |---|---|
//! | ask in words | [`StanceGraph::ask`]; the grammar is in [`ask`](mod@ask), recipes are in the [`cookbook`] |
//! | ask in types | [`Query`] and [`StanceGraph::run`] |
//! | bring a file | [`load`], [`format::read`], [`format::check`](format::check()) |
//! | build in code | [`GraphBuilder`] with [`model::draft`] |
//! | answer sooner about heavy proposals, for memory | [`StanceGraph::with_closures`] |
//! | keep a built graph in a file | [`StanceGraph::to_snapshot`], [`StanceGraph::from_snapshot`]; the layout is in [`graph::snapshot`] |
//! | use what is bundled | [`datasets`] |
//! | show an answer | [`render::text`](render::text()), [`render::table`](render::table()), [`render::json`](render::json()), [`render::markdown`](render::markdown()) |
//! | draw it | [`diagram::Picture`], as Mermaid or DOT; [`diagram::svg`] for networks, timelines, support and boards |
//! | see who stands with whom, which camps there are, who could mediate, who shifted when | [`analysis`] |
//! | run petgraph's algorithms on stances, ties and the hierarchy | [`graph::view`] |
//! | read positions yourself | [`position::Selection`]; the rules, with examples, are in [`position`] |
//!
//! ```
//! use stancegraph::{Polarity, Query, Stance, datasets};
//!
//! let graph = datasets::es_11_1()?; // the vote on UN General Assembly resolution ES-11/1
//! let against = graph.ask("who voted against A/RES/ES-11/1")?;
//! let names: Vec<_> = against.findings().iter().map(|f| f.holder().name()).collect();
//! assert_eq!(names, ["Belarus", "Eritrea", "North Korea", "Russia", "Syria"]);
//!
//! let supporters = graph.run(&Query::count(Polarity::Favor).on("A/RES/ES-11/1").by_nation())?;
//! assert_eq!(supporters.count(), Some(141));
//! assert_eq!(graph.run(&Query::who(Stance::Abstains).on("ES-11/1"))?.findings().len(), 35);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! The default build is pure Rust, needs no C compiler, and starts no thread, reads no clock and no file unasked.
//!
//! - `csv`: tables as input, any CSV file with a map of its columns, UN roll calls ([`mod@format`]).
//! - `parallel`: tables and snapshots are read, graphs built, networks, all pairs, camps, ideal points and samples made on all
//!   cores, to the same result.
//! - `cli`: the `stancegraph` command (`ask`, `repl`, `check`, `export`, `import`, `network`, `agreement`, `camps`, `balance`,
//!   `polarization`, `shifts`, `ideal-points`, `mediators`, `draw`).
//!
//! # What it does not do
//!
//! It reads no text for you: statements are coded by people or come from coded data. It has no model and guesses
//! nothing: names are corrected only where one candidate is clearly nearest, and the answer says so. It never tells
//! a position that no statement supports.

pub mod model;

pub mod graph;

pub mod position;

pub mod analysis;

pub mod query;

pub mod answer;

pub mod ask;

pub mod render;

pub mod diagram;

pub mod format;

pub mod datasets;

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

pub use answer::{Answer, Finding, Outcome, Verdict};
pub use ask::QuestionError;
pub use format::{LoadError, load};
pub use graph::{BuildError, Fault, FaultKind, GraphBuilder, StanceGraph};
pub use model::{Date, Key, Polarity, Stance};
pub use query::{Query, Vote, Word};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
