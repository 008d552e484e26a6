//! `stancegraph import`: tables of statements into a dataset of JSON Lines.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Subcommand, ValueEnum};
use stancegraph::format::import::{Columns, Import as Imported, UnVotes};
use stancegraph::format::write_lines;
use stancegraph::model::NodeKind;

use crate::output::{print, tell};

/// How many of the refused rows are told on the screen.
const TOLD: usize = 10;

/// Read a table of statements and write it as a dataset in JSON Lines, for `ask --data`
///
/// Every row is checked. One at fault is refused, told with its line and the reason, and counted; the others are
/// written.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stancegraph import csv coded.csv --holder who --target what --stance how --values 1=supports,0=rejects --out coded.jsonl
  stancegraph import un-votes --votes un_votes.csv --roll-calls un_roll_calls.csv --issues un_roll_call_issues.csv --out votes.jsonl
  stancegraph ask --data votes.jsonl \"who voted against A/RES/68/262\"")]
pub(crate) struct Import {
    #[command(subcommand)]
    table: Table,
}

#[derive(Debug, Subcommand)]
enum Table {
    /// Any CSV file with a header, one statement a row
    Csv(Box<CsvArgs>),
    /// Roll calls of the UN General Assembly, in either published shape
    UnVotes(UnVotesArgs),
}

#[derive(Debug, clap::Args)]
struct CsvArgs {
    /// The table
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose statement it is: a name or key
    #[arg(long, value_name = "COL")]
    holder: String,
    /// On what proposal: a name or key
    #[arg(long, value_name = "COL")]
    target: String,
    /// The stance, in the words of datasets (supports, rejects ...) or in values of its own
    #[arg(long, value_name = "COL")]
    stance: String,
    /// What values of the stance column stand for: 1=supports,0=rejects
    #[arg(long, value_name = "VALUE=STANCE", value_delimiter = ',')]
    values: Vec<String>,
    /// On whose behalf: a nation or organization
    #[arg(long = "for", value_name = "COL")]
    behalf: Option<String>,
    /// When it was said: 2025-09-05, 2025-09 or 2025
    #[arg(long, value_name = "COL")]
    date: Option<String>,
    /// The document
    #[arg(long, value_name = "COL")]
    source: Option<String>,
    /// The holder's own words, as the document prints them
    #[arg(long, value_name = "COL")]
    quote: Option<String>,
    /// How sure the coder is, from 0 to 1
    #[arg(long, value_name = "COL")]
    confidence: Option<String>,
    /// The key of the statement; without it statements are numbered by their line
    #[arg(long, value_name = "COL")]
    id: Option<String>,
    /// The key of the dataset, where it is not made of the name of the file; two files of one name need it
    #[arg(long, value_name = "KEY")]
    dataset: Option<String>,
    /// What a holder is that is no nation or organization known here
    #[arg(long, value_enum, value_name = "KIND", default_value = "person")]
    holder_kind: HolderKind,
    #[command(flatten)]
    written: Written,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum HolderKind {
    Person,
    Organization,
    Group,
    Nation,
}

impl From<HolderKind> for NodeKind {
    fn from(kind: HolderKind) -> Self {
        match kind {
            HolderKind::Person => Self::Person,
            HolderKind::Organization => Self::Organization,
            HolderKind::Group => Self::Group,
            HolderKind::Nation => Self::Nation,
        }
    }
}

impl CsvArgs {
    fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let progress = Progress::new();
        let columns = self.columns()?;
        let import = columns.read(open(&self.file)?, &name(&self.file), |rows| progress.tell(rows))?;
        self.written.write(&import, &progress)
    }

    fn columns(&self) -> Result<Columns, Box<dyn Error>> {
        let mut columns =
            Columns::new(&self.holder, &self.target, &self.stance).holders(self.holder_kind.into());
        for pair in &self.values {
            let (value, stance) = pair.split_once('=').ok_or_else(|| {
                format!("`{pair}` under --values says nothing of a stance; write VALUE=STANCE, 1=supports")
            })?;
            columns = columns.value(value, stance)?;
        }
        for (column, set) in [
            (&self.behalf, Columns::on_behalf_of as fn(Columns, &str) -> Columns),
            (&self.id, Columns::id),
            (&self.dataset, Columns::dataset),
            (&self.date, Columns::date),
            (&self.source, Columns::source),
            (&self.quote, Columns::quote),
            (&self.confidence, Columns::confidence),
        ] {
            if let Some(column) = column {
                columns = set(columns, column);
            }
        }
        Ok(columns)
    }
}

#[derive(Debug, clap::Args)]
struct UnVotesArgs {
    /// The votes: `rcid`, `country`, `country_code`, `vote`; or `rcid`, `date`, `unres`, `ccode`, `vote`
    #[arg(long, value_name = "FILE")]
    votes: PathBuf,
    /// The roll calls: `rcid`, `session`, `date`, `unres`, `amend`, `para`, `short`, `descr`
    #[arg(long, value_name = "FILE")]
    roll_calls: Option<PathBuf>,
    /// The issues of roll calls: `rcid`, `short_name`, `issue`
    #[arg(long, value_name = "FILE")]
    issues: Option<PathBuf>,
    #[command(flatten)]
    written: Written,
}

/// Where the results go.
#[derive(Debug, clap::Args)]
struct Written {
    /// Write the dataset to this file
    #[arg(long, value_name = "FILE.jsonl")]
    out: PathBuf,
    /// Write the refused rows to this file, one a line: `file:line: column: reason`
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
}

impl Import {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        match &self.table {
            Table::Csv(args) => args.run(),
            Table::UnVotes(args) => args.run(),
        }
    }
}

impl UnVotesArgs {
    fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let mut votes = UnVotes::new();
        if let Some(path) = &self.roll_calls {
            votes = votes.roll_calls(open(path)?, &name(path))?;
        }
        if let Some(path) = &self.issues {
            votes = votes.issues(open(path)?, &name(path))?;
        }
        let progress = Progress::new();
        let import = votes.votes(open(&self.votes)?, &name(&self.votes), |rows| progress.tell(rows))?;
        self.written.write(&import, &progress)
    }
}

impl Written {
    fn write(&self, import: &Imported, progress: &Progress) -> Result<ExitCode, Box<dyn Error>> {
        progress.end();
        let out = File::create(&self.out).map_err(|error| cannot("write", &self.out, &error))?;
        write_lines(&import.draft, BufWriter::with_capacity(1 << 16, out))?;
        let refused = import.refused.listed();
        if let Some(path) = &self.refused {
            let mut file = BufWriter::new(File::create(path).map_err(|error| cannot("write", path, &error))?);
            for fault in refused {
                writeln!(file, "{fault}")?;
            }
            file.flush()?;
        }
        for fault in refused.iter().take(TOLD) {
            tell(&fault.to_string());
        }
        let more = import.refused.count().saturating_sub(TOLD as u64);
        if more > 0 {
            tell(&format!("{more} more rows were refused; --refused FILE writes them to a file"));
        }
        let draft = &import.draft;
        let aside: Vec<String> =
            import.set_aside.iter().map(|(why, rows)| format!("{rows} {why}, ")).collect();
        print(&format!(
            "{} rows: {} statements, {}{} refused; {} nodes; {}",
            import.rows,
            draft.plain.len() + draft.statements.len(),
            aside.concat(),
            import.refused.count(),
            draft.nodes.len(),
            progress.rate(import.rows),
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// How far it is, on a screen only.
struct Progress {
    start: Instant,
    is_shown: bool,
}

impl Progress {
    fn new() -> Self {
        Self { start: Instant::now(), is_shown: io::stderr().is_terminal() }
    }

    fn tell(&self, rows: u64) {
        if self.is_shown && rows.is_multiple_of(100_000) {
            let _ = write!(io::stderr(), "\r{rows} rows, {}", self.rate(rows));
        }
    }

    fn end(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }

    fn rate(&self, rows: u64) -> String {
        let seconds = self.start.elapsed().as_secs_f64().max(1e-3);
        #[expect(clippy::cast_precision_loss, reason = "a rate in print")]
        let rate = rows as f64 / seconds;
        format!("{seconds:.1} s, {rate:.0} rows a second")
    }
}

fn open(path: &Path) -> Result<BufReader<File>, String> {
    File::open(path)
        .map(|file| BufReader::with_capacity(1 << 16, file))
        .map_err(|error| cannot("read", path, &error))
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {what} `{}`: {error}; check the path", path.display())
}
