#![doc = include_str!("layout.md")]

pub(in crate::graph) mod conditions;
mod datasets;
mod decoder;
mod encoder;
mod error;
mod frame;
mod known;
mod nodes;
mod sources;
mod stream;
mod ties;
mod words;

use std::io::{self, BufRead};
use std::sync::Arc;

use crate::model::{Node, NodeKind};

use super::StanceGraph;
use super::both::both;
use super::ledger::{Ledger, Stored};
use super::register::Register;
use super::store::Inner;
use super::structure::Structure;
use super::vocabulary::Vocabulary;

use self::stream::Kept;

pub(in crate::graph) use decoder::{Decoder, Flags};
pub(in crate::graph) use encoder::{Encoder, flags};
pub(crate) use error::Unopened;
pub use error::{Flaw, SnapshotError};
pub(crate) use frame::{MAGIC, is_snapshot};
pub(in crate::graph) use known::Known;
pub(in crate::graph) use stream::Stream;
pub(crate) use stream::WINDOW;

impl StanceGraph {
    /// The whole graph as a few bytes a statement, to be opened again by [`from_snapshot`](Self::from_snapshot).
    ///
    /// Equal graphs give equal bytes: one that grew in batches those of one that was built of them at once.
    ///
    /// # Complexity
    /// O(n) in what the graph holds; a graph that grew is copied once.
    pub fn to_snapshot(&self) -> Vec<u8> {
        let mut records: [Encoder; 6] = Default::default();
        let (stored, ()) = both(|| self.ledger().encode(), || self.encode_records(&mut records));
        let [datasets, nodes, sources, ties, conditions, words] = records;
        let Stored { keys, columns, apart } = stored;
        frame::framed([datasets, nodes, sources, ties, conditions, words, keys, columns, apart])
    }

    fn encode_records(&self, [datasets, nodes, sources, ties, conditions, words]: &mut [Encoder; 6]) {
        datasets::encode(self.datasets(), datasets);
        nodes::encode(self.nodes().map(|(_, node)| node), nodes);
        sources::encode(self.sources().map(|(_, source)| source), sources);
        ties::encode(self.ties().map(|(_, tie)| tie), ties);
        conditions::encode_records(self.condition_records(), conditions);
        words::encode(self.vocabulary().own_lexicon().as_deref(), words);
    }

    /// Writes what [`to_snapshot`](Self::to_snapshot) gives.
    ///
    /// # Errors
    /// What writing fails with.
    pub fn write_snapshot(&self, mut out: impl io::Write) -> io::Result<()> {
        out.write_all(&self.to_snapshot())?;
        out.flush()
    }

    /// The graph that a snapshot was made of; it lists, answers and grows as that one.
    ///
    /// Whatever the bytes are, they are either refused, or their nodes, sources, ties, statements and conditions are those of
    /// a graph that a builder could have made. What datasets say of themselves is taken as it is, but that they brought no
    /// more statements than there are; the words they bring are held to the limits on words. While it is opened, no more
    /// memory is taken than 64 times the length of the file, and a MiB for the words of questions.
    ///
    /// # Errors
    /// [`SnapshotError`] for bytes that are no snapshot, cut, damaged, or of a later version.
    ///
    /// # Complexity
    /// O(n) in the length of the file. The names of nodes are folded when the first question looks for one.
    ///
    /// # Example
    /// ```
    /// use stancegraph::{StanceGraph, datasets};
    /// let bytes = datasets::article()?.to_snapshot();
    /// let opened = StanceGraph::from_snapshot(&bytes)?;
    /// assert_eq!(opened.ask("who opposes foreign troops")?.findings()[0].holder().name(), "Vladimir Putin");
    /// assert_eq!(opened.to_snapshot(), bytes);
    ///
    /// let error = StanceGraph::from_snapshot(&bytes[..99]).unwrap_err();
    /// assert!(error.to_string().starts_with("the snapshot ends after 99 of at least "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_snapshot(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let mut left = bytes;
        Self::open_snapshot(&mut left, bytes.len()).map_err(|error| match error {
            Unopened::Snapshot(error) => error,
            // Bytes that are there do not fail to be read.
            Unopened::Io(_) => SnapshotError::Damaged,
        })
    }

    /// The graph in a file of so many bytes.
    pub(crate) fn open_snapshot(from: &mut (dyn BufRead + Send), length: usize) -> Result<Self, Unopened> {
        let mut stream = Stream::open(from, length)?;
        let opened = match opened(&mut stream) {
            Err(Unopened::Io(error)) => return Err(error.into()),
            opened => opened,
        };
        // What is damaged may look unsound before its end has been seen.
        if stream.finish()? { opened } else { Err(SnapshotError::Damaged.into()) }
    }
}

/// The graph in the parts of a snapshot.
fn opened(stream: &mut Stream<'_>) -> Result<StanceGraph, Unopened> {
    let mut parts: [Kept; 7] = Default::default();
    for part in &mut parts {
        *part = stream.part()?;
    }
    let [datasets, nodes, sources, ties, conditions, words, keys] = parts.each_ref().map(Kept::decoder);
    let (nodes, sources) = both(|| nodes::decode(nodes), || sources::decode(sources));
    let (nodes, sources) = (nodes?, sources?);
    let kinds: Box<[NodeKind]> = nodes.iter().map(|node| node.kind()).collect();
    let known = Known { nodes: &kinds, sources: sources.len() };
    let ledger = || Ledger::decode(keys, stream, known);
    let (ledger, records) = both(ledger, || Records::decode(nodes, ties, known));
    let Records { nodes, structure } = records?;
    let ledger = ledger?;
    Ok(StanceGraph::from(Inner {
        datasets: datasets::decode(datasets, ledger.len())?.into(),
        sources: Register::of(sources).ok_or(Flaw::twice("sources"))?,
        events: conditions::decode_records(conditions, known)?.into(),
        vocabulary: Vocabulary::later(nodes.clone()).with_words(words::decode(words)?),
        nodes,
        structure: Arc::new(structure),
        ledger,
    }))
}

/// The nodes, and what they hang together by.
struct Records {
    nodes: Register<Node>,
    structure: Structure,
}

impl Records {
    fn decode(nodes: Vec<Arc<Node>>, ties: Decoder<'_>, known: Known<'_>) -> Result<Self, Flaw> {
        let nodes = Register::of(nodes).ok_or(Flaw::twice("nodes"))?;
        let structure = Structure::default().with(&nodes, ties::decode(ties, known)?);
        Ok(Self { nodes, structure })
    }
}
