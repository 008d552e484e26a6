//! The names nodes go by, for looking them up as people write them.

use std::sync::Arc;

use crate::model::{Node, NodeId};

use self::later::Later;
use self::layer::{Layer, Rank, Use};
use super::fold::fold;
use super::lexicon::Lexicon;
use super::register::Register;
use super::tiers::joint;

mod later;
mod layer;
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
    /// The names of nodes that follow one another, shared with the vocabularies that this one grew from.
    layers: Vec<Arc<Later>>,
    /// The stance words of questions, where they are not those of the crate alone.
    lexicon: Option<Arc<Lexicon>>,
}

impl Vocabulary {
    /// The vocabulary of these nodes, numbered in their order.
    ///
    /// # Complexity
    /// O(n log n) in the total length of their labels.
    pub fn new(nodes: &[Node]) -> Self {
        Self::default().with(nodes, 0)
    }

    /// With the names of more nodes, numbered from `first` on.
    pub(super) fn with(&self, nodes: &[Node], first: usize) -> Self {
        if nodes.is_empty() {
            return self.clone();
        }
        let mut layers = self.layers.clone();
        layers.push(Arc::new(Later::made(Layer::new(nodes.iter(), first))));
        for _ in 1..joint(layers.iter().rev().map(|layer| layer.len())) {
            let (Some(last), Some(before)) = (layers.pop(), layers.pop()) else { break };
            layers.push(Arc::new(Later::made(before.get().joined(last.get()))));
        }
        Self { layers, lexicon: self.lexicon.clone() }
    }

    /// The vocabulary of these nodes, made when it is first asked.
    pub(super) fn later(nodes: Register<Node>) -> Self {
        let layers = if nodes.len() == 0 { Vec::new() } else { vec![Arc::new(Later::of(nodes))] };
        Self { layers, lexicon: None }
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.layers.iter().map(|layer| layer.get())
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
        let labels = self.layers().filter_map(|layer| layer.find(text));
        let mut uses: Vec<&Use> =
            labels.flat_map(|label| &label.uses).filter(|found| wanted(found.rank)).collect();
        uses.sort_by_key(|found| (found.rank, found.node));
        uses.into_iter().map(|found| found.node)
    }

    /// How many of the tokens from `start` on make the longest name; each token is a list of
    /// folded words, and an empty one ends every name.
    ///
    /// # Complexity
    /// O(w) look-ups for the `w` words of the longest name with that first word.
    pub(crate) fn longest_match(&self, tokens: &[Vec<String>], start: usize) -> Option<usize> {
        let rest = tokens.get(start..)?;
        let first = rest.first()?.first()?;
        let limit = self.layers().filter_map(|layer| layer.longest(first)).max()?;
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

fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fold::fold_words;
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

    #[test]
    fn a_vocabulary_that_grew_is_the_one_made_at_once() {
        // Many names first, so that later ones stay in layers of their own; some texts stand for nodes of several layers.
        let topics = (0..140).map(|number| node(NodeBody::Topic, &format!("topic {number}"), &["shared"]));
        let later = [
            node(NodeBody::Person, "Ada Shared", &["topic 7"]),
            node(NodeBody::Proposal, "shared topic of all", &[]),
            node(NodeBody::Proposal, "shared", &["topics"]),
        ];
        let nodes: Vec<Node> = topics.chain(later).collect();
        let mut grown = Vocabulary::new(&nodes[..140]);
        for (first, node) in nodes.iter().enumerate().skip(140) {
            grown = grown.with(std::slice::from_ref(node), first);
        }
        assert!(grown.layers.len() > 1);
        let at_once = Vocabulary::new(&nodes);
        for text in
            ["shared", "topic 7", "topic", "Ada Shared", "topics", "topc 7", "shard", "of all", "s", "t"]
        {
            let told = |names: &Vocabulary| {
                let tokens: Vec<Vec<String>> =
                    text.split(' ').chain(["topic", "of"]).map(fold_words).collect();
                (
                    indexes(names.exact(text)),
                    indexes(names.last_name(text)),
                    names.longest_match(&tokens, 0),
                    names.beginning_with(text, 50),
                    indexes(names.containing(text, 60).into_iter()),
                    format!("{:?}", names.nearest(text, 60)),
                )
            };
            assert_eq!(told(&grown), told(&at_once), "{text}");
        }
    }
}
