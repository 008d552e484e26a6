//! Any table of statements, in CSV or JSON Lines, by a map of its columns.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::sync::Arc;

use super::assembly::Assembly;
use super::blocks::{Block, Blocks};
use super::fields::{Field, PerField};
use super::layout::Layout;
use super::lines::Members;
use super::scan::Rows;
use super::table::TableBlocks;
use super::{Import, ImportError, in_turn};
use crate::model::draft::NodeDraft;
use crate::model::{NodeKind, Stance};

/// Which columns of a table hold what. A CSV file has a header; every row, and every object of a file of JSON Lines, is
/// one statement.
///
/// Holders and targets are names or keys. A holder that goes by the name of one bundled nation or organization is that
/// one; any other is entered, of the kind that [`holders`](Self::holders) says. Every target is entered as a proposal,
/// unless it is one of the [nodes that there are](Self::nodes). Statements are numbered by their line, unless a column
/// [names them](Self::id).
///
/// ```
/// use stancegraph::format::import::Columns;
/// use stancegraph::format::{Format, write};
///
/// let rows = "who,what,how\nKenya,debt relief,1\nJane Roe,debt relief,0\nKenya,debt relief,perhaps\n";
/// let columns = Columns::new("who", "what", "how").value("1", "supports")?.value("0", "rejects")?;
/// let import = columns.read(rows.as_bytes(), "rows.csv", |_| ())?;
/// assert_eq!(import.draft.plain.len(), 2);
/// let told = import.refused.listed()[0].to_string();
/// assert_eq!(told, "rows.csv:4: how: `perhaps` is no value given a stance; write one of: 0, 1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Columns {
    pub(super) names: PerField<Option<String>>,
    pub(super) values: BTreeMap<String, Stance>,
    pub(super) kind: NodeKind,
    /// The key of the dataset, where it is not made of the name of the file.
    pub(super) dataset: Option<String>,
    /// The nodes that there are, by key.
    pub(super) nodes: Arc<HashMap<String, NodeKind>>,
}

impl Columns {
    /// The columns that every statement needs.
    pub fn new(holder: &str, target: &str, stance: &str) -> Self {
        let none = Self {
            names: PerField::default(),
            values: BTreeMap::new(),
            kind: NodeKind::Person,
            dataset: None,
            nodes: Arc::default(),
        };
        none.with(Field::Holder, holder).with(Field::Target, target).with(Field::Stance, stance)
    }

    fn with(mut self, field: Field, column: &str) -> Self {
        self.names[field as usize] = Some(column.to_owned());
        self
    }

    /// What a value of the stance column stands for. Without any, the column holds words such as `supports`.
    ///
    /// # Errors
    /// [`UnknownCode`](crate::model::UnknownCode) where that is no stance, with those there are.
    pub fn value(mut self, value: &str, stance: &str) -> Result<Self, crate::model::UnknownCode> {
        self.values.insert(value.to_owned(), stance.parse()?);
        Ok(self)
    }

    /// The key of the statement. One that is used twice is told by the builder.
    pub fn id(self, column: &str) -> Self {
        self.with(Field::Id, column)
    }

    /// On whose behalf: a nation, or one of the bundled organizations.
    pub fn on_behalf_of(self, column: &str) -> Self {
        self.with(Field::Behalf, column)
    }

    /// When it was said: 2025-09-05, 2025-09 or 2025; empty where nobody knows.
    pub fn date(self, column: &str) -> Self {
        self.with(Field::Date, column)
    }

    /// The document.
    pub fn source(self, column: &str) -> Self {
        self.with(Field::Source, column)
    }

    /// The holder's own words, printed by the document.
    pub fn quote(self, column: &str) -> Self {
        self.with(Field::Quote, column)
    }

    /// How sure the coder is, from 0 to 1.
    pub fn confidence(self, column: &str) -> Self {
        self.with(Field::Confidence, column)
    }

    /// What kind of node a holder is that no bundled dataset knows: a person, organization, group or nation.
    pub const fn holders(mut self, kind: NodeKind) -> Self {
        self.kind = kind;
        self
    }

    /// The key of the dataset, with which the keys of statements that are numbered by their line begin. Without one it is
    /// made of the name of the file; two files of one name that go into one graph need different ones.
    pub fn dataset(mut self, key: &str) -> Self {
        self.dataset = Some(key.to_owned());
        self
    }

    /// Nodes that are in another draft, which goes to the builder too. A holder or target that is the key of one is that
    /// node and is not entered again.
    ///
    /// ```
    /// use stancegraph::{GraphBuilder, format::import::Columns, model::draft::{Draft, NodeDraft}};
    ///
    /// let nodes = vec![NodeDraft::person("p1", "Jane Roe"), NodeDraft::proposal("m1", "debt relief")];
    /// let columns = Columns::new("member", "motion", "vote").id("id").nodes(&nodes);
    /// let import = columns.read("id,member,motion,vote\n7,p1,m1,supports\n".as_bytes(), "votes.csv", |_| ())?;
    /// let graph = GraphBuilder::new().add(Draft { nodes, ..Draft::default() }).add(import.draft).build()?;
    /// assert_eq!(graph.node_count(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn nodes<'n>(mut self, nodes: impl IntoIterator<Item = &'n NodeDraft>) -> Self {
        let known = Arc::make_mut(&mut self.nodes);
        known.extend(nodes.into_iter().map(|node| (node.key.value.clone(), node.kind)));
        self
    }

    /// Reads a table in CSV. `progress` is told how many rows there have been, every ten thousand.
    ///
    /// # Errors
    /// [`ImportError`] if the table cannot be read or lacks one of the columns.
    ///
    /// # Complexity
    /// O(1) for a row; in memory, what the statements take packed, and every name once. With the feature `parallel`
    /// blocks of rows are read by all cores, to the same result.
    pub fn read(
        &self,
        source: impl Read,
        file: &str,
        progress: impl FnMut(u64),
    ) -> Result<Import, ImportError> {
        let mut blocks = TableBlocks::new(source, file, in_turn::block_size())?;
        let layout = Layout::of_table(self, blocks.take_header())?;
        self.assemble(&layout, file, |done| blocks.next(done), progress)
    }

    /// Reads a file of JSON Lines, an object a line; columns are its members, texts or numbers. `progress` is told how
    /// many lines there have been, every ten thousand.
    ///
    /// ```
    /// use stancegraph::format::import::Columns;
    ///
    /// let lines = "{\"who\": \"Kenya\", \"what\": \"debt relief\", \"how\": \"supports\", \"sure\": 0.9}\n{oops\n";
    /// let columns = Columns::new("who", "what", "how").confidence("sure");
    /// let import = columns.read_lines(lines.as_bytes(), "rows.jsonl", |_| ())?;
    /// assert_eq!((import.rows, import.draft.plain.len(), import.refused.count()), (2, 1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ImportError`] if the file cannot be read.
    ///
    /// # Complexity
    /// As for [`read`](Self::read).
    pub fn read_lines(
        &self,
        source: impl Read,
        file: &str,
        progress: impl FnMut(u64),
    ) -> Result<Import, ImportError> {
        let mut blocks = Blocks::new(source, Rows::Lines, in_turn::block_size());
        let layout = Layout::Lines(Members { file: file.into(), names: self.names.clone() });
        self.assemble(&layout, file, |done| Ok(blocks.next(done)?), progress)
    }

    fn assemble(
        &self,
        layout: &Layout,
        file: &str,
        next: impl FnMut(Block) -> Result<Option<Block>, ImportError>,
        progress: impl FnMut(u64),
    ) -> Result<Import, ImportError> {
        let mut assembly = Assembly::new(self, layout, file, progress)?;
        in_turn::read(self, layout, next, &mut assembly)?;
        Ok(assembly.finish())
    }
}
