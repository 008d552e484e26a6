//! Laws on random graphs, and the library against a second, naive reading of the rules for positions.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail where it stands, and says how many cases held"
)]
#![expect(
    clippy::similar_names,
    clippy::unused_self,
    clippy::single_match_else,
    clippy::struct_excessive_bools,
    reason = "the naive rules follow the wording of the rules, not the shortest form"
)]

mod change;
mod compare;
mod forms;
mod leaning;
#[path = "../naive/mod.rs"]
mod naive;
mod reached;
mod tree;
mod why;
mod worked;
#[path = "../worlds/mod.rs"]
mod worlds;

use naive::world::{Question, World};
use proptest::prelude::*;
use serde_json::Value;
use worlds::{draft, shape};

/// How many random graphs the laws are tried on: `STANCEGRAPH_LAW_CASES`, a few thousand where it is not set.
fn config() -> ProptestConfig {
    let cases = std::env::var("STANCEGRAPH_LAW_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(3000), failure_persistence: None, ..ProptestConfig::default() }
}

/// An eighth as many as for the comparison.
fn fewer() -> ProptestConfig {
    let ProptestConfig { cases, .. } = config();
    ProptestConfig { cases: cases / 8, ..config() }
}

/// What the library answers, in full.
fn told(world: &World, question: &Question) -> Value {
    let answer = draft::graph(world).run(&draft::query(question)).unwrap();
    shape::of_library(&stancegraph::render::json_value(&answer))
}
