//! Snapshots: what a graph holds comes back, the first layout stays readable, and whatever the bytes are, they are refused
//! or their records are those of a graph that a builder makes.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands, its helpers too")]

mod bytes;
mod changes;
mod codes;
mod damaged;
mod drafted;
mod files;
mod forged;
mod rich;
mod round_trip;
mod told;
