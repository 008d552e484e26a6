//! A graph that grows in batches answers as one that was built at once; what is taken back is taken back everywhere.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]
#![allow(
    dead_code,
    unused_imports,
    clippy::similar_names,
    clippy::unused_self,
    clippy::single_match_else,
    clippy::struct_excessive_bools,
    reason = "the naive rules and the random worlds are shared with other tests"
)]

mod batches;
mod faults;
mod laws;
#[path = "../naive/mod.rs"]
mod naive;
mod soak;
mod told;
#[path = "../worlds/mod.rs"]
mod worlds;
