//! A graph that grows in batches answers as one that was built at once; what is taken back is taken back everywhere.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail where it stands, its helpers too"
)]
#![allow(
    dead_code,
    clippy::similar_names,
    clippy::unused_self,
    clippy::single_match_else,
    clippy::struct_excessive_bools,
    reason = "the naive rules are shared with other tests"
)]

#[path = "naive/mod.rs"]
mod naive;
#[path = "worlds/mod.rs"]
mod worlds;

#[path = "growth/batches.rs"]
mod batches;
#[path = "growth/faults.rs"]
mod faults;
#[path = "growth/laws.rs"]
mod laws;
#[path = "growth/soak.rs"]
mod soak;
