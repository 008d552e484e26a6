//! Roll calls of the UN General Assembly, in the two shapes in which they are published.

use std::io::Read;

use super::roll_calls::{RollCalls, not_a_number, reliable, roll_call_key};
use super::states::States;
use super::table::{Column, Table};
use super::{Import, ImportError, Refused};
use crate::graph::FaultKind;
use crate::model::draft::{DatasetDraft, Draft, PlainStatement, PlainStatements, SourceDraft};
use crate::model::{Act, Key, Stance};

/// Votes of the UN General Assembly, with its roll calls and their issues.
///
/// Each vote is a statement of its nation on the roll call, each roll call a proposal, each issue a topic. A symbol goes
/// to the roll call on the whole text; votes on paragraphs and amendments are parts of it. A text that was voted on in
/// three sessions or more is a series. Dates before 2003 are known to the month. Former states are entries of their own.
///
/// ```
/// use stancegraph::{GraphBuilder, datasets, format::import::UnVotes, format::{Format, read}};
///
/// let votes = "rcid,country,country_code,vote\n5309,Namibia,NA,abstain\n5309,Nowhere,XX,yes\n";
/// let calls = "rcid,session,date,unres\n5309,68,2014-03-27,R/68/262\n";
/// let import = UnVotes::new().roll_calls(calls.as_bytes(), "calls.csv")?.votes(votes.as_bytes(), "votes.csv", |_| ())?;
/// assert_eq!(import.rows, 2);
/// assert_eq!(import.refused.count(), 1);
///
/// let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations").draft;
/// let graph = GraphBuilder::new().add(nations).add(import.draft).build()?;
/// assert_eq!(graph.ask("who abstained on A/RES/68/262")?.findings().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
#[must_use]
pub struct UnVotes {
    calls: RollCalls,
    refused: Refused,
}

/// The columns of a file of votes.
enum Shape {
    /// Names, ISO codes and words; votes cast only.
    Words { country: Column, code: Option<Column>, vote: Column },
    /// Correlates of War numbers and vote numbers; absent and not yet members too.
    Codes { number: Column, vote: Column },
}

/// What a field of a vote says.
enum Vote {
    Cast(Stance, &'static str),
    NotAMember,
}

const SOURCE: &str = "unga-voting-data";

impl UnVotes {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the roll calls: `rcid`, and `date`, `session`, `unres`, `amend`, `para`, `short`, `descr` where there are.
    ///
    /// # Errors
    /// [`ImportError`] if the table cannot be read or has no `rcid`.
    pub fn roll_calls(mut self, source: impl Read, file: &str) -> Result<Self, ImportError> {
        self.calls.read(source, file, &mut self.refused)?;
        Ok(self)
    }

    /// Reads the issues: `rcid`, `short_name`, `issue`.
    ///
    /// # Errors
    /// [`ImportError`] if the table cannot be read or lacks one of them.
    pub fn issues(mut self, source: impl Read, file: &str) -> Result<Self, ImportError> {
        self.calls.read_issues(source, file, &mut self.refused)?;
        Ok(self)
    }

    /// Reads the votes, in either shape: `rcid`, `country`, `country_code` and `vote` (yes, abstain, no), or `rcid`,
    /// `ccode` and `vote` (1 yes, 2 abstain, 3 no, 8 absent, 9 not a member) with `date` and `unres`. `progress` is told
    /// how many rows there have been, every ten thousand.
    ///
    /// # Errors
    /// [`ImportError`] if the table cannot be read or lacks a column.
    pub fn votes(
        mut self,
        source: impl Read,
        file: &str,
        mut progress: impl FnMut(u64),
    ) -> Result<Import, ImportError> {
        let states = States::bundled()?;
        let mut table = Table::new(source, file)?;
        let number = table.column("rcid")?;
        let shape = match table.find("ccode") {
            Some(code) => Shape::Codes { number: code, vote: table.column("vote")? },
            None => Shape::Words {
                country: table.column("country")?,
                code: table.find("country_code"),
                vote: table.column("vote")?,
            },
        };
        let details = [table.find("date"), table.find("unres"), table.find("session")];
        let mut import = Import {
            draft: Draft::default(),
            rows: 0,
            set_aside: [].into(),
            refused: std::mem::take(&mut self.refused),
        };
        let mut plain = PlainStatements::of_file(file);
        while table.advance(&mut import.refused)? {
            if table.rows().is_multiple_of(10_000) {
                progress(table.rows());
            }
            let Ok(id) = table.get(number).parse::<u32>() else {
                import.refused.add(
                    FaultKind::IllFormedId,
                    table.place(number),
                    not_a_number(table.get(number)),
                );
                continue;
            };
            let call = self.calls.at(id);
            let [date, symbol, session] = details.map(|column| table.get_some(column));
            if date.is_some() || symbol.is_some() {
                call.set_symbol(
                    symbol.unwrap_or_default(),
                    session.unwrap_or_default(),
                    date.and_then(reliable),
                );
            }
            let said = call.date;
            let (place, vote) = shape.vote(&table);
            let Some(vote) = vote else {
                let message = format!("`{}` is no vote; write {}", table.get(place), shape.votes());
                import.refused.add(FaultKind::UnknownCode, table.place(place), message);
                continue;
            };
            let Vote::Cast(stance, code) = vote else {
                *import.set_aside.entry("not a member").or_default() += 1;
                continue;
            };
            let (place, state) = shape.state(&table, &states, said);
            let Some(state) = state else {
                let message =
                    format!("`{}` is no nation known here; write its name or ISO code", table.get(place));
                import.refused.add(FaultKind::DanglingReference, table.place(place), message);
                continue;
            };
            let (key, target) = (format!("un-vote-{}", table.line()), roll_call_key(id));
            let mut statement = PlainStatement::new(&key, state.as_str(), stance, &target);
            (statement.act, statement.said, statement.line) = (Act::Voted, said, table.line());
            (statement.source, statement.code) = (Some(SOURCE), Some(code));
            plain.push(&statement);
        }
        import.rows = table.rows();
        import.draft = Draft {
            dataset: Some(dataset()),
            nodes: self.calls.nodes(),
            sources: vec![source_record()],
            plain,
            ..Draft::default()
        };
        Ok(import)
    }
}

impl Shape {
    fn vote<R: Read>(&self, table: &Table<R>) -> (Column, Option<Vote>) {
        let (Self::Words { vote, .. } | Self::Codes { vote, .. }) = *self;
        let said = match (self, table.get(vote)) {
            (Self::Words { .. }, "yes") => Some(Vote::Cast(Stance::Supports, "yes")),
            (Self::Words { .. }, "abstain") => Some(Vote::Cast(Stance::Abstains, "abstain")),
            (Self::Words { .. }, "no") => Some(Vote::Cast(Stance::Rejects, "no")),
            (Self::Codes { .. }, "1") => Some(Vote::Cast(Stance::Supports, "1")),
            (Self::Codes { .. }, "2") => Some(Vote::Cast(Stance::Abstains, "2")),
            (Self::Codes { .. }, "3") => Some(Vote::Cast(Stance::Rejects, "3")),
            (Self::Codes { .. }, "8") => Some(Vote::Cast(Stance::Absent, "8")),
            (Self::Codes { .. }, "9") => Some(Vote::NotAMember),
            _ => None,
        };
        (vote, said)
    }

    const fn votes(&self) -> &'static str {
        match self {
            Self::Words { .. } => "yes, abstain or no",
            Self::Codes { .. } => "1 (yes), 2 (abstain), 3 (no), 8 (absent) or 9 (not a member)",
        }
    }

    fn state<R: Read>(
        &self,
        table: &Table<R>,
        states: &States,
        on: Option<crate::model::Date>,
    ) -> (Column, Option<&'static Key>) {
        match *self {
            Self::Words { country, code, .. } => {
                (country, states.named(table.get(country), table.get_some(code), on))
            }
            Self::Codes { number, .. } => {
                (number, table.get(number).parse().ok().and_then(|number| states.numbered(number, on)))
            }
        }
    }
}

fn dataset() -> DatasetDraft {
    DatasetDraft {
        key: "un-votes".into(),
        name: "UN General Assembly roll calls".into(),
        about: Some("Votes of the members of the United Nations in roll calls of the General Assembly.".into()),
        origin: Some("Voeten, Strezhnev and Bailey: United Nations General Assembly Voting Data. Days before 2003 are not reliable and left out.".into()),
        uses: vec!["nations".into()],
        ..DatasetDraft::default()
    }
}

fn source_record() -> SourceDraft {
    SourceDraft {
        author: Some("Erik Voeten, Anton Strezhnev, Michael Bailey".into()),
        ..SourceDraft::new(SOURCE, "United Nations General Assembly Voting Data")
    }
}
