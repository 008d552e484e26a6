//! `stancegraph repl`: one question after the other.

use std::error::Error;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{CompletionType, Config, Context, Editor, Helper, Highlighter, Hinter, Validator};
use stancegraph::query::Query;
use stancegraph::{Answer, Outcome, StanceGraph, ask, render};

use crate::data::Data;
use crate::output::{print, tell};
use crate::refusal::{as_text, underlined};

const HELP: &str = "Ask a question and press Enter; Tab completes forms, words and names; the arrow keys bring back earlier questions.
A question may refer to the one before: `why is Germany not listed?`, `and as of 2023?`, `and Russia?`
  .explain   how the last question was read, what was looked at and what was left out
  .json      the last answer as JSON
  .help      this text
  .quit      leave; so does Ctrl-D
";

/// How many candidates a completion offers.
const OFFERED: usize = 20;

/// Ask one question after the other, with history and completion.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph repl
  stancegraph repl --data nato-accession --history ~/.stancegraph_history")]
pub(crate) struct Repl {
    #[command(flatten)]
    data: Data,
    /// Keep the questions in this file, and bring back those it holds; without it they are forgotten
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
}

/// What the line editor asks: how a line may go on.
#[derive(Helper, Hinter, Highlighter, Validator)]
struct Names<'g> {
    graph: &'g StanceGraph,
}

impl Completer for Names<'_> {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let before = line.get(..at).unwrap_or_default();
        let found = ask::complete(before, self.graph.vocabulary(), OFFERED);
        Ok((found.start, found.candidates))
    }
}

/// The last question and its answer.
#[derive(Default)]
struct Talk {
    query: Option<Query>,
    answer: Option<Answer>,
}

impl Repl {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let graph = self.data.graph()?;
        let config = Config::builder().completion_type(CompletionType::List).auto_add_history(true).build();
        let mut editor: Editor<Names<'_>, DefaultHistory> = Editor::with_config(config)?;
        editor.set_helper(Some(Names { graph: &graph }));
        if let Some(file) = self.history.as_ref().filter(|file| file.exists()) {
            editor.load_history(file)?;
        }
        tell("Ask a question; .help says more, .quit leaves.");
        let mut talk = Talk::default();
        loop {
            match editor.readline("> ") {
                Ok(line) if line.trim() == ".quit" => break,
                Ok(line) => talk.take(&graph, line.trim())?,
                Err(ReadlineError::Interrupted) => {}
                Err(ReadlineError::Eof) => break,
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(file) = &self.history {
            editor.save_history(file)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Talk {
    /// Takes one line: a command, or a question.
    fn take(&mut self, graph: &StanceGraph, line: &str) -> io::Result<()> {
        match (line, &self.answer) {
            ("", _) => Ok(()),
            (".help", _) => print(HELP),
            (".explain", Some(answer)) => print(&answer.explanation().to_string()),
            (".json", Some(answer)) => print(&render::json(answer)),
            (".explain" | ".json", None) => {
                tell("nothing was answered yet; ask a question first");
                Ok(())
            }
            (command, _) if command.starts_with('.') => {
                tell(&format!("`{command}` is no command here; .help lists them"));
                Ok(())
            }
            (question, _) => self.ask(graph, question),
        }
    }

    fn ask(&mut self, graph: &StanceGraph, question: &str) -> io::Result<()> {
        let names = Some(graph.vocabulary());
        let read = match &self.query {
            Some(before) => ask::read_after(question, names, before),
            None => ask::read(question, names),
        };
        match read.and_then(|reading| Ok((graph.answer(&reading)?, reading.into_query()))) {
            Ok((answer, query)) => {
                if answer.outcome() == Outcome::Clarify
                    && let Some(span) = answer.unclear().and_then(|unclear| unclear.span.clone())
                {
                    tell(&underlined(question, &span));
                }
                print(&render::text(&answer))?;
                (self.query, self.answer) = (Some(query), Some(answer));
            }
            Err(error) => tell(&as_text(question, &error)),
        }
        Ok(())
    }
}
