//! `stancegraph ask`: a question to some data.

use std::error::Error;
use std::ops::Range;
use std::process::ExitCode;

use clap::ValueEnum;
use stancegraph::diagram::Picture;
use stancegraph::query::{Inference, Listing, Modifiers};
use stancegraph::{Answer, Date, Outcome, QuestionError, StanceGraph, ask, render};

use crate::data::Data;
use crate::listing::By;
use crate::output::{print, tell};
use crate::refusal::{as_json, as_text, underlined};

/// The exit status for a question that cannot be taken.
const NOT_TAKEN: u8 = 2;

/// Ask a question: who supports, opposes, demands, rejects what, and how do we know?
///
/// Exits with 0 for an answer or nothing on record, with 2 for a question that cannot be taken.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph ask who opposes foreign troops
  stancegraph ask \"what does Ukraine demand?\" --format markdown
  stancegraph ask does Germany support foreign troops
  stancegraph ask which stances are conditional --json
  stancegraph ask --data es-11-1 who abstained on A/RES/ES-11/1
  stancegraph ask --data mine.toml --as-of 2025-09-05 --by nation who rejects the harbor treaty")]
pub(crate) struct Ask {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    reading: Reading,
    /// How to print the answer
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: Shape,
    /// Print the answer, or why there is none, as JSON: the same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Say how the question was read, what was looked at and what was left out: after the answer, or as a field `explanation` of JSON
    #[arg(long)]
    explain: bool,
    /// The question; quotes around it are not needed
    #[arg(value_name = "QUESTION")]
    question: Vec<String>,
}

/// Flags that say in which reading a question is put. They go before what the question says in words.
#[derive(Debug, clap::Args)]
struct Reading {
    /// What held in the world at the end of this date: 2025-09-05, 2025-09 or 2025
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// What had been recorded by the end of this date
    #[arg(long, value_name = "DATE")]
    known_at: Option<Date>,
    /// List findings under nations instead of speakers
    #[arg(long, value_enum, value_name = "WHOM")]
    by: Option<By>,
    /// Include inferred positions, each marked
    #[arg(long)]
    inferred: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// Sentences with their evidence
    Text,
    /// One row a finding, in aligned columns
    Table,
    /// For programs
    Json,
    /// With numbered citations
    Markdown,
    /// Its part of the graph as a Mermaid flowchart
    Mermaid,
    /// Its part of the graph for Graphviz
    Dot,
}

impl Ask {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let question = self.question.join(" ");
        match self.reading.put(&graph, &question) {
            Ok(answer) => self.show(&answer),
            Err(error) => self.refuse(&question, &error),
        }
    }

    /// Prints the answer. What it asks back goes to standard error: it is no data, except to a program.
    fn show(&self, answer: &Answer) -> Result<ExitCode, Box<dyn Error>> {
        let shape = self.shape();
        if answer.outcome() == Outcome::Clarify && shape != Shape::Json {
            if let (Some(question), Some(span)) = (answer.question(), unclear_span(answer)) {
                tell(&underlined(question, &span));
            }
            tell(&render::text(answer));
        } else {
            print(&self.page(answer))?;
        }
        if self.explain && !matches!(shape, Shape::Json | Shape::Text | Shape::Table) {
            tell(&answer.explanation().to_string());
        }
        let is_taken = answer.outcome() != Outcome::Clarify;
        Ok(if is_taken { ExitCode::SUCCESS } else { ExitCode::from(NOT_TAKEN) })
    }

    /// The answer as it is to be printed. What is written for another program has no place for an explanation, which then
    /// goes to standard error.
    fn page(&self, answer: &Answer) -> String {
        match self.shape() {
            Shape::Json if self.explain => render::json_explained(answer),
            Shape::Text | Shape::Table if self.explain => {
                format!("{}\n{}", self.shape().of(answer), answer.explanation())
            }
            shape => shape.of(answer),
        }
    }

    fn refuse(&self, question: &str, error: &QuestionError) -> Result<ExitCode, Box<dyn Error>> {
        if self.shape() == Shape::Json {
            print(&as_json(question, error)?)?;
        } else {
            tell(&as_text(question, error));
        }
        Ok(ExitCode::from(NOT_TAKEN))
    }

    const fn shape(&self) -> Shape {
        if self.json { Shape::Json } else { self.format }
    }
}

/// Where in the question the name stands that kept it from being answered.
fn unclear_span(answer: &Answer) -> Option<Range<usize>> {
    answer.unclear()?.span.clone()
}

impl Shape {
    fn of(self, answer: &Answer) -> String {
        match self {
            Self::Text => render::text(answer),
            Self::Table => render::table(answer),
            Self::Json => render::json(answer),
            Self::Markdown => render::markdown(answer),
            Self::Mermaid => Picture::of_answer(answer).to_mermaid(),
            Self::Dot => Picture::of_answer(answer).to_dot(),
        }
    }
}

impl Reading {
    fn put(&self, graph: &StanceGraph, question: &str) -> Result<Answer, QuestionError> {
        if self.says_nothing() {
            return graph.ask(question);
        }
        let mut reading = ask::read(question, Some(graph.vocabulary()))?;
        self.overrule(&mut reading.query_mut().modifiers);
        graph.answer(&reading)
    }

    const fn says_nothing(&self) -> bool {
        matches!(self, Self { as_of: None, known_at: None, by: None, inferred: false })
    }

    /// Puts the flags in place of what the question says; tells where the two differ.
    fn overrule(&self, modifiers: &mut Modifiers) {
        replace("as of", &mut modifiers.as_of, self.as_of);
        replace("known at", &mut modifiers.known_at, self.known_at);
        if self.by == Some(By::Nation) {
            modifiers.listing = Listing::Nations;
        }
        if self.inferred {
            modifiers.inference = Inference::Included;
        }
    }
}

fn replace(name: &str, said: &mut Option<Date>, flag: Option<Date>) {
    let Some(flag) = flag else { return };
    match said.replace(flag) {
        Some(said) if said != flag => {
            let option = name.replace(' ', "-");
            tell(&format!("note: --{option} {flag} goes before `{name} {said}` of the question"));
        }
        _ => {}
    }
}
