//! Coded statements: who said what on what at which level, when and where, before anything is counted.

use hashbrown::HashMap;

use crate::analysis::Time;
use crate::model::{NodeId, NodeKind, StatementId};

use super::scale::{Level, OffScale, Scale};

/// A node of a network.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Member {
    /// What it is called in print.
    pub name: String,
    /// Its lasting name.
    pub key: String,
    /// What kind of node it is; `None` for a document or where nobody says.
    pub kind: Option<NodeKind>,
    /// The node of the graph; `None` for a document or a statement from elsewhere.
    pub node: Option<NodeId>,
}

impl Member {
    /// A member known by a name alone, which is its key as well.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), key: name.to_owned(), kind: None, node: None }
    }
}

/// One coded statement from outside a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodedStatement<'a> {
    /// Its number; edges tell it back.
    pub id: u32,
    /// Whose it is.
    pub holder: &'a str,
    /// On what it is.
    pub target: &'a str,
    /// Its qualifier.
    pub level: Level<'a>,
    /// When it was made; `None` where nobody knows.
    pub time: Option<Time>,
    /// The number of the document it stands in.
    pub document: Option<u32>,
    /// Where it begins and ends there: of several in one document the first one counts as the first.
    pub place: (u32, u32),
}

/// When something was said at the earliest and at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Said {
    pub(super) first: Time,
    pub(super) last: Time,
}

/// A statement with its names as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) holder: u32,
    pub(super) target: u32,
    pub(super) level: u32,
    pub(super) said: Option<Said>,
    pub(super) document: Option<u32>,
    pub(super) place: (u32, u32),
    pub(super) statement: StatementId,
}

/// Names and the numbers they are known by.
#[derive(Debug, Clone, Default)]
pub(super) struct Members {
    known: HashMap<String, u32>,
    pub(super) list: Vec<Member>,
}

impl Members {
    /// The number of the member with this key, entered where it is new.
    pub(super) fn number(&mut self, key: &str, member: impl FnOnce() -> Member) -> u32 {
        if let Some(number) = self.known.get(key) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.known.insert(key.to_owned(), number);
        self.list.push(member());
        number
    }
}

/// Statements coded on one scale, from which networks are made.
///
/// Made of a graph by [`Networks`](super::Networks), or statement by statement:
///
/// ```
/// use stancegraph::analysis::network::{CodedStatement, Coding, Level, Scale, Settings};
/// let mut coding = Coding::new(Scale::sides());
/// for (id, holder) in [(1, "Kenya"), (2, "Chile")] {
///     let (level, time) = (Level::Favor(true), None);
///     coding.add(CodedStatement { id, holder, target: "debt relief", level, time, document: None, place: (0, 0) })?;
/// }
/// let network = coding.network(&Settings::default())?;
/// assert_eq!(network.weight_between("Kenya", "Chile"), Some(1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Coding {
    pub(super) scale: Scale,
    pub(super) holders: Members,
    pub(super) targets: Members,
    pub(super) rows: Vec<Row>,
}

impl Coding {
    /// Without statements yet.
    pub fn new(scale: Scale) -> Self {
        Self { scale, holders: Members::default(), targets: Members::default(), rows: Vec::new() }
    }

    /// Adds a statement.
    ///
    /// # Errors
    /// [`OffScale`] where the scale does not have its level.
    pub fn add(&mut self, statement: CodedStatement<'_>) -> Result<(), OffScale> {
        let CodedStatement { id, holder, target, level, time, document, place } = statement;
        let off = || OffScale { statement: id, level: format!("{level:?}") };
        let level = self.scale.number(level).ok_or_else(off)?;
        self.rows.push(Row {
            holder: self.holders.number(holder, || Member::named(holder)),
            target: self.targets.number(target, || Member::named(target)),
            level,
            said: time.map(|time| Said { first: time, last: time }),
            document,
            place,
            statement: StatementId::new(id),
        });
        Ok(())
    }

    /// The same with these statements, by place, in place of its own.
    pub(in crate::analysis) fn with_rows(&self, places: &[usize]) -> Self {
        let rows = places.iter().filter_map(|place| self.rows.get(*place).copied()).collect();
        Self { scale: self.scale.clone(), holders: self.holders.clone(), targets: self.targets.clone(), rows }
    }

    /// How many statements there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
