//! The `stancegraph` command: ask a dataset, check it, write it in another way. Thin over the library.

mod agreement;
mod ask;
mod balance;
mod breaks;
mod calls;
mod camps;
mod check;
mod convergence;
mod counting;
mod data;
mod draw;
mod drift;
mod export;
mod ideal_points;
mod import;
mod listing;
mod mediators;
mod naming;
mod network;
mod output;
mod polarization;
mod refusal;
mod reliability;
mod repl;
mod sampling;
mod seen;
mod sheet;
mod shifts;
mod signing;
mod standing;
mod support;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Who stands where on what in world politics: says who, on what condition, and how do we know?
#[derive(Debug, Parser)]
#[command(
    name = "stancegraph",
    version,
    after_help = "Examples:
  stancegraph ask who opposes foreign troops
  stancegraph ask --data es-11-1 --json \"who abstained on A/RES/ES-11/1\"
  stancegraph repl --data nato-accession
  stancegraph check mine.toml
  stancegraph export --format json --data mine.toml --out mine.json
  stancegraph import csv coded.csv --holder who --target what --stance how --out coded.jsonl
  stancegraph import un-votes --votes un_votes.csv --roll-calls un_roll_calls.csv --out votes.jsonl
  stancegraph network --data es-11-1 --nodes nation --aggregation congruence --format csv
  stancegraph agreement --data votes.jsonl --pairs GBR,FRA --from 2019 --to 2019
  stancegraph camps --data es-11-1 --nodes nation
  stancegraph ideal-points --data votes.jsonl --from 2019 --to 2019 --upward RUS,USA
  stancegraph support --data nato-accession --on \"Sweden's accession to NATO\"
  stancegraph mediators Russia Ukraine
  stancegraph draw network --data es-11-1 --nodes nation --camps --out vote.svg

Exit status: 0 for an answer or nothing on record, 2 for a question that cannot be taken, 1 for anything that failed."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Ask(ask::Ask),
    Repl(repl::Repl),
    Check(check::Check),
    Export(export::Export),
    Import(Box<import::Import>),
    Network(Box<network::Network>),
    Agreement(agreement::Agreement),
    Camps(Box<camps::Camps>),
    Balance(Box<balance::Balance>),
    Standing(Box<standing::Standing>),
    Polarization(Box<polarization::Polarization>),
    Shifts(shifts::Shifts),
    Drift(drift::Drift),
    Breaks(Box<breaks::Breaks>),
    Support(support::Support),
    Convergence(convergence::Convergence),
    Reliability(reliability::Reliability),
    IdealPoints(Box<ideal_points::Points>),
    Mediators(Box<mediators::Mediators>),
    Draw(draw::Draw),
}

impl Command {
    fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        match self {
            Self::Ask(ask) => ask.run(),
            Self::Repl(repl) => repl.run(),
            Self::Check(check) => check.run(),
            Self::Export(export) => export.run(),
            Self::Import(import) => import.run(),
            Self::Network(network) => network.run(),
            Self::Agreement(agreement) => agreement.run(),
            Self::Camps(camps) => camps.run(),
            Self::Balance(balance) => balance.run(),
            Self::Standing(standing) => standing.run(),
            Self::Polarization(polarization) => polarization.run(),
            Self::Shifts(shifts) => shifts.run(),
            Self::Drift(drift) => drift.run(),
            Self::Breaks(breaks) => breaks.run(),
            Self::Support(support) => support.run(),
            Self::Convergence(convergence) => convergence.run(),
            Self::Reliability(reliability) => reliability.run(),
            Self::IdealPoints(points) => points.run(),
            Self::Mediators(mediators) => mediators.run(),
            Self::Draw(draw) => draw.run(),
        }
    }
}

fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => cli.command.run().unwrap_or_else(|error| {
            output::tell(&format!("error: {error}"));
            ExitCode::FAILURE
        }),
        Err(usage) => told(&usage),
    }
}

/// Help and version are no failure. Clap would exit with 2 for a wrong flag, which here stands for a question.
fn told(usage: &clap::Error) -> ExitCode {
    // A closed terminal is nobody to complain to.
    let _ = usage.print();
    if usage.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
