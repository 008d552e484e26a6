//! The names nodes go by, for looking them up as people write them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Node, NodeId, NodeKind};

use super::fold::{fold, fold_words};
use super::lexicon::Lexicon;
use super::near::Glance;

mod search;

pub use search::Near;

/// Every name of every node, [folded](fold); looked up whole, as the longest match in a text, by a person's last
/// name, or by nearness.
///
/// ```
/// use stancegraph::{GraphBuilder, model::draft::{Draft, NodeDraft}};
///
/// let mut draft = Draft::default();
/// draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
/// draft.nodes.push(NodeDraft::person("william-ruto", "William Ruto"));
/// let graph = GraphBuilder::new().add(draft).build()?;
/// let names = graph.vocabulary();
/// assert_eq!(names.exact("KENYA's").next(), graph.find("KEN"));
/// assert_eq!(names.last_name("Ruto").next(), graph.find("william-ruto"));
/// assert_eq!(names.nearest("Kenia", 1)[0].label, "Kenya");
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Default, Clone)]
pub struct Vocabulary {
    names: Arc<Names>,
    /// The stance words of questions, where they are not those of the crate alone.
    lexicon: Option<Arc<Lexicon>>,
}

/// The names themselves.
#[derive(Debug, Default)]
struct Names {
    /// Ordered by folded text.
    labels: Vec<Label>,
    by_text: HashMap<Box<str>, usize>,
    /// By the first word of a label: how many words the longest one has.
    longest: HashMap<Box<str>, usize>,
    /// One for each label.
    glances: Vec<Glance>,
}

/// A folded text and the nodes it stands for.
#[derive(Debug)]
struct Label {
    text: Box<str>,
    /// Ordered by rank, then by node.
    uses: Vec<Use>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    rank: Rank,
    node: NodeId,
    written: Box<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name,
    Alias,
    LastName,
}

/// The least length of a last name that stands for its person; shorter ones are too often something else.
const LAST_NAME_LENGTH: usize = 3;

impl Vocabulary {
    /// The vocabulary of these nodes, numbered in their order.
    ///
    /// # Complexity
    /// O(n log n) in the total length of their labels.
    pub fn new(nodes: &[Node]) -> Self {
        Self::of(nodes)
    }

    pub(super) fn of<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> Self {
        let mut uses: HashMap<String, Vec<Use>> = HashMap::new();
        for (id, node) in (0..).map(NodeId::new).zip(nodes) {
            for (text, found) in uses_of(id, node) {
                uses.entry(text).or_default().push(found);
            }
        }
        let mut labels: Vec<Label> = uses.into_iter().map(|(text, uses)| Label::new(text, uses)).collect();
        labels.sort_unstable_by(|left, right| left.text.cmp(&right.text));
        let by_text = labels.iter().enumerate().map(|(at, label)| (label.text.clone(), at)).collect();
        let glances = labels.iter().map(|label| Glance::of(&label.text)).collect();
        let names = Names { longest: longest(&labels), by_text, labels, glances };
        Self { names: Arc::new(names), lexicon: None }
    }

    /// With these stance words for questions.
    pub(super) fn with_words(self, lexicon: Option<Arc<Lexicon>>) -> Self {
        Self { lexicon, ..self }
    }

    /// The stance words of questions.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_else(|| Lexicon::bundled())
    }

    /// The stance words of questions, if they are not those of the crate alone.
    pub(super) fn own_lexicon(&self) -> Option<Arc<Lexicon>> {
        self.lexicon.clone()
    }

    /// The nodes that go by exactly this name: those whose preferred name it is first, each group by id.
    ///
    /// # Complexity
    /// O(1) in the number of names.
    pub fn exact(&self, text: &str) -> impl Iterator<Item = NodeId> {
        self.exact_folded(&fold(text))
    }

    pub(crate) fn exact_folded(&self, text: &str) -> impl Iterator<Item = NodeId> + use<'_> {
        self.ranked(text, |rank| rank != Rank::LastName)
    }

    /// The persons with this last name: "Putin".
    ///
    /// # Complexity
    /// O(1) in the number of names.
    pub fn last_name(&self, text: &str) -> impl Iterator<Item = NodeId> {
        self.ranked(&fold(text), |rank| rank == Rank::LastName)
    }

    fn ranked(&self, text: &str, wanted: fn(Rank) -> bool) -> impl Iterator<Item = NodeId> + use<'_> {
        let label = self.names.by_text.get(text).and_then(|at| self.names.labels.get(*at));
        let uses = label.map_or(&[][..], |label| &label.uses);
        uses.iter().filter(move |found| wanted(found.rank)).map(|found| found.node)
    }

    /// How many of the tokens from `start` on make the longest name; each token is a list of
    /// folded words, and an empty one ends every name.
    ///
    /// # Complexity
    /// O(w) look-ups for the `w` words of the longest name with that first word.
    pub(crate) fn longest_match(&self, tokens: &[Vec<String>], start: usize) -> Option<usize> {
        let rest = tokens.get(start..)?;
        let limit = *self.names.longest.get(rest.first()?.first()?.as_str())?;
        let (mut text, mut words, mut found) = (String::new(), 0, None);
        for (length, token) in (1..).zip(rest) {
            words += token.len();
            if token.is_empty() || words > limit {
                break;
            }
            for word in token {
                push_word(&mut text, word);
            }
            if self.exact_folded(&text).next().is_some() {
                found = Some(length);
            }
        }
        found
    }
}

impl Label {
    fn new(text: String, mut uses: Vec<Use>) -> Self {
        // Several names of one node may fold alike; the sort is stable, so the best of them stays.
        uses.sort_by_key(|found| (found.node, found.rank));
        uses.dedup_by_key(|found| found.node);
        uses.sort_by_key(|found| (found.rank, found.node));
        Self { text: text.into(), uses }
    }
}

fn uses_of(id: NodeId, node: &Node) -> Vec<(String, Use)> {
    let named = |rank, written: &str| Use { rank, node: id, written: written.into() };
    let labels = node.labels().enumerate().map(|(at, label)| {
        let rank = if at == 0 { Rank::Name } else { Rank::Alias };
        (fold(label), named(rank, label))
    });
    let mut uses: Vec<_> = labels.filter(|(text, _)| !text.is_empty()).collect();
    let last = last_name(node).map(|last| (last, named(Rank::LastName, node.name())));
    let known = last.as_ref().is_some_and(|(last, _)| uses.iter().any(|(text, _)| text == last));
    uses.extend(last.filter(|_| !known));
    uses
}

fn last_name(node: &Node) -> Option<String> {
    let mut words = fold_words(node.name());
    let several = matches!(node.kind(), NodeKind::Person) && words.len() > 1;
    words.pop().filter(|last| several && last.chars().count() >= LAST_NAME_LENGTH)
}

fn longest(labels: &[Label]) -> HashMap<Box<str>, usize> {
    let mut longest: HashMap<Box<str>, usize> = HashMap::new();
    for label in labels {
        let words = label.text.split(' ').count();
        let first = label.text.split(' ').next().unwrap_or_default();
        let longest = longest.entry(first.into()).or_default();
        *longest = words.max(*longest);
    }
    longest
}

fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Alias, Interval, Key, NodeBody};

    fn node(body: NodeBody, name: &str, aliases: &[&str]) -> Node {
        let alias = |text: &&str| Alias { text: (*text).into(), language: None, held: Interval::default() };
        let aliases = aliases.iter().map(alias).collect();
        let key = Key::new(&name.to_lowercase().replace(' ', "-")).unwrap();
        Node { key, name: name.into(), aliases, ids: Vec::new(), note: None, body }
    }

    fn vocabulary() -> Vocabulary {
        Vocabulary::new(&[
            node(NodeBody::Topic, "Congo Basin", &["Congo"]),
            node(NodeBody::Person, "Vladimir Putin", &[]),
            node(NodeBody::Organization, "Congo", &[]),
            node(NodeBody::Proposal, "foreign troops in Ukraine", &["foreign troops"]),
            node(NodeBody::Person, "Kim Jong Un", &["Putin Kim"]),
        ])
    }

    fn indexes(found: impl Iterator<Item = NodeId>) -> Vec<usize> {
        found.map(NodeId::index).collect()
    }

    #[test]
    fn a_preferred_name_comes_before_aliases() {
        assert_eq!(indexes(vocabulary().exact("the congo")), [2, 0]);
        assert!(indexes(vocabulary().exact("")).is_empty());
    }

    #[test]
    fn a_last_name_is_the_last_word_of_a_persons_name() {
        assert_eq!(indexes(vocabulary().last_name("Putin's")), [1]);
        assert!(indexes(vocabulary().exact("Putin")).is_empty());
        assert!(indexes(vocabulary().last_name("Un")).is_empty(), "too short to stand for anyone");
    }

    #[test]
    fn the_longest_name_wins() {
        let tokens = |text: &str| text.split(' ').map(fold_words).collect::<Vec<_>>();
        let longest = |text: &str, start| vocabulary().longest_match(&tokens(text), start);
        assert_eq!(longest("oppose foreign troops in Ukraine now", 1), Some(4));
        assert_eq!(longest("foreign troops in Mali", 0), Some(2));
        assert_eq!(longest("foreign aid", 0), None);
        assert_eq!(longest("foreign", 7), None);
    }

    #[test]
    fn near_names_come_nearest_first_and_once_a_node() {
        let vocabulary = vocabulary();
        let near = vocabulary.nearest("Forein Troops in Ukrain", 5);
        let found: Vec<_> = near.iter().map(|near| (near.label, near.distance)).collect();
        assert_eq!(found, [("foreign troops in Ukraine", 2)]);
        assert!(vocabulary.nearest("xyz", 5).is_empty());
    }
}
