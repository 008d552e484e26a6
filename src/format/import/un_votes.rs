//! Roll calls of the UN General Assembly, in the two shapes in which they are published.

use std::collections::BTreeMap;
use std::io::Read;

use super::roll_calls::{RollCalls, reliable, roll_call_key};
use super::states::States;
use super::table::{Column, NO_ROOM, Table, Wrong};
use super::{Import, ImportError, Refused};
use crate::graph::FaultKind;
use crate::model::draft::{DatasetDraft, Draft, PlainStatement, PlainStatements, SourceDraft};
use crate::model::{Act, Date, Key, Stance};

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

/// The two shapes.
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
        let columns = Columns::of(&table)?;
        let mut refused = std::mem::take(&mut self.refused);
        let mut set_aside = BTreeMap::new();
        let mut plain = PlainStatements::of_file(file);
        while table.advance(&mut refused)? {
            if table.rows().is_multiple_of(10_000) {
                progress(table.rows());
            }
            match self.vote(&table, &columns, &states) {
                Ok(Some(vote)) if plain.push(&vote.statement()) => {}
                Ok(Some(_)) => {
                    table.refuse((columns.number, FaultKind::TooLarge, NO_ROOM.to_owned()), &mut refused);
                }
                Ok(None) => *set_aside.entry("not a member").or_default() += 1,
                Err(wrong) => table.refuse(wrong, &mut refused),
            }
        }
        let (nodes, sources) = (self.calls.nodes(), vec![source_record()]);
        let draft = Draft { dataset: Some(dataset()), nodes, sources, plain, ..Draft::default() };
        Ok(Import { draft, rows: table.rows(), set_aside, refused })
    }

    /// The vote of a row; `None` where it says that its state was no member.
    fn vote<R: Read>(
        &mut self,
        table: &Table<R>,
        columns: &Columns,
        states: &States,
    ) -> Result<Option<StateVote>, Wrong> {
        let id = table.roll_call(columns.number)?;
        let call = self.calls.at(id);
        let [date, symbol, session] = columns.details.map(|column| table.get_some(column));
        if date.is_some() || symbol.is_some() {
            call.set_symbol(symbol.unwrap_or_default(), session.unwrap_or_default(), date.and_then(reliable));
        }
        let said = call.date;
        let (column, vote) = columns.shape.vote(table);
        let not_a_vote = || format!("`{}` is no vote; write {}", table.get(column), columns.shape.votes());
        let Vote::Cast(stance, code) = vote.ok_or_else(|| (column, FaultKind::UnknownCode, not_a_vote()))?
        else {
            return Ok(None);
        };
        let (column, state) = columns.shape.state(table, states, said);
        let unknown =
            || format!("`{}` is no nation known here; write its name or ISO code", table.get(column));
        let state = state.ok_or_else(|| (column, FaultKind::DanglingReference, unknown()))?;
        let (line, target) = (table.line(), roll_call_key(id));
        Ok(Some(StateVote { id: format!("un-vote-{line}"), line, state, stance, code, said, target }))
    }
}

/// The columns of a file of votes.
struct Columns {
    number: Column,
    shape: Shape,
    /// Date, symbol and session of the roll call.
    details: [Option<Column>; 3],
}

impl Columns {
    fn of<R: Read>(table: &Table<R>) -> Result<Self, ImportError> {
        let vote = table.column("vote")?;
        let shape = match table.find("ccode") {
            Some(number) => Shape::Codes { number, vote },
            None => {
                Shape::Words { country: table.column("country")?, code: table.find("country_code"), vote }
            }
        };
        let details = [table.find("date"), table.find("unres"), table.find("session")];
        Ok(Self { number: table.column("rcid")?, shape, details })
    }
}

/// How a state voted.
struct StateVote {
    id: String,
    line: u32,
    state: &'static Key,
    stance: Stance,
    code: &'static str,
    said: Option<Date>,
    target: String,
}

impl StateVote {
    fn statement(&self) -> PlainStatement<'_> {
        let mut statement = PlainStatement::new(&self.id, self.state.as_str(), self.stance, &self.target);
        (statement.act, statement.said, statement.line) = (Act::Voted, self.said, self.line);
        (statement.source, statement.code) = (Some(SOURCE), Some(self.code));
        statement
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
        on: Option<Date>,
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
