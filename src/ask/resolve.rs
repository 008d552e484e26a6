//! From a name to a node: generous with spelling, strict with meaning.
//!
//! The first of these that finds a node decides: the name as it is; its plural or singular; a person's last name; the
//! number of a document for its symbol; Cyrillic read as Ukrainian; the one name that is clearly nearest, which is
//! reported as a correction. Where several nodes fit, they are offered and
//! none is picked.

use std::collections::BTreeSet;

use crate::answer::{Candidate, Correction};
use crate::graph::{Near, StanceGraph, Vocabulary, fold, fold_as_ukrainian, fold_words};
use crate::model::{NodeId, NodeKind};
use crate::query::Name;

use super::variant::{document_symbols, with_other_number};

/// What a name is wanted as; it tells apart nodes that share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Who holds a stance.
    Holder,
    /// What a stance is about.
    Target,
    /// On whose behalf it is held.
    Power,
    /// Anything.
    Any,
}

/// Where a name leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// To this node; with a correction where the name was not found as typed.
    Found { node: NodeId, correction: Option<Correction> },
    /// To one of these.
    Ambiguous(Vec<Candidate>),
    /// Nowhere; these are the nearest.
    Unknown { nearest: Vec<Candidate> },
}

/// How many candidates are listed.
const LISTED: usize = 5;
/// How long a code may be; names up to this length are never what a slip was meant for.
const LONGEST_CODE: usize = 4;
/// The most edits of a correction.
const CORRECTED: usize = 2;

impl Role {
    /// Whether a node of this kind fits.
    const fn fits(self, kind: NodeKind) -> bool {
        match self {
            Self::Holder => kind.is_holder(),
            Self::Target => !matches!(kind, NodeKind::Topic),
            Self::Power => kind.is_power(),
            Self::Any => true,
        }
    }

    /// What one calls such a thing: "no such ... is known".
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Holder => "actor or nation",
            Self::Target => "proposal, actor or nation",
            Self::Power => "nation or organization",
            Self::Any => "thing",
        }
    }
}

/// Resolves a name in the given role.
///
/// # Complexity
/// O(w) look-ups for a known name of `w` words; for others that of [`Vocabulary::nearest`].
pub(crate) fn resolve(graph: &StanceGraph, name: &Name, role: Role) -> Resolution {
    let resolver = Resolver { graph, vocabulary: graph.vocabulary(), name, role };
    let known = [
        Resolver::exact,
        Resolver::in_other_number,
        Resolver::last_name,
        Resolver::by_document_number,
        Resolver::as_ukrainian,
    ];
    let found = known.iter().find_map(|step| resolver.decide(step(&resolver)));
    found.unwrap_or_else(|| resolver.nearest())
}

struct Resolver<'r> {
    vocabulary: &'r Vocabulary,
    graph: &'r StanceGraph,
    name: &'r Name,
    role: Role,
}

impl Resolver<'_> {
    fn exact(&self) -> BTreeSet<NodeId> {
        self.vocabulary.exact(self.name.as_str()).collect()
    }

    /// With one word of it in the plural for the singular, or the other way round.
    fn in_other_number(&self) -> BTreeSet<NodeId> {
        let words = fold_words(self.name.as_str());
        let variants = (0..words.len()).flat_map(|at| with_other_number(&words, at));
        variants.flat_map(|text| self.vocabulary.exact(&text).collect::<Vec<_>>()).collect()
    }

    fn last_name(&self) -> BTreeSet<NodeId> {
        self.vocabulary.last_name(self.name.as_str()).collect()
    }

    /// "Resolution 68/262", "UNGA 68/262" and "Security Council resolution 2202" stand for the symbols A/RES/68/262
    /// and S/RES/2202.
    fn by_document_number(&self) -> BTreeSet<NodeId> {
        let symbols = document_symbols(&fold_words(self.name.as_str()));
        symbols.iter().flat_map(|symbol| self.vocabulary.exact(symbol).collect::<Vec<_>>()).collect()
    }

    fn as_ukrainian(&self) -> BTreeSet<NodeId> {
        let read = fold_as_ukrainian(self.name.as_str()).unwrap_or_default();
        self.vocabulary.exact(&read).chain(self.vocabulary.last_name(&read)).collect()
    }

    /// The one node; of several those that fit the role, and if that leaves several, all of these.
    fn decide(&self, found: BTreeSet<NodeId>) -> Option<Resolution> {
        let fitting: Vec<NodeId> = found.iter().copied().filter(|node| self.fits(*node)).collect();
        let nodes = if fitting.is_empty() { found.into_iter().collect() } else { fitting };
        match nodes.as_slice() {
            [] => None,
            [node] => Some(Resolution::Found { node: *node, correction: None }),
            several => {
                Some(Resolution::Ambiguous(several.iter().map(|node| self.candidate(*node)).collect()))
            }
        }
    }

    fn fits(&self, node: NodeId) -> bool {
        self.graph.node(node).is_some_and(|node| self.role.fits(node.kind()))
    }

    fn candidate(&self, node: NodeId) -> Candidate {
        let label = self.graph.node(node).map_or_else(String::new, |node| node.name().to_owned());
        Candidate { node, label }
    }

    /// The one node that is clearly nearest, as a correction; else what is near.
    fn nearest(&self) -> Resolution {
        let near = self.vocabulary.nearest(self.name.as_str(), 4 * LISTED);
        let fitting: Vec<Near<'_>> = near.into_iter().filter(|near| self.fits(near.node)).collect();
        let close: Vec<&Near<'_>> = fitting.iter().filter(|near| self.may_correct(near)).collect();
        let clear = match close.as_slice() {
            [] => None,
            [only] => Some(only),
            [first, second, ..] => (second.distance > first.distance).then_some(first),
        };
        match (clear, close.is_empty()) {
            (Some(near), _) => self.corrected(near.node),
            (None, false) => Resolution::Ambiguous(listed(&close)),
            (None, true) => Resolution::Unknown { nearest: self.similar(&fitting) },
        }
    }

    // Another number is another thing: A/RES/68/262 is no slip for A/RES/68/263. Neither is another first letter
    // (Lenin is not Benin), nor a word for a mere code (West is not EST).
    fn may_correct(&self, near: &Near<'_>) -> bool {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let typed = fold(self.name.as_str());
        let alike = digits(&typed) == digits(near.text) && typed.chars().next() == near.text.chars().next();
        near.distance <= CORRECTED && alike && near.text.chars().count() > LONGEST_CODE
    }

    fn corrected(&self, node: NodeId) -> Resolution {
        let correction =
            Correction { typed: self.name.as_str().to_owned(), read_as: node, span: self.name.span() };
        Resolution::Found { node, correction: Some(correction) }
    }

    /// What is spelled alike; else the known names within this one.
    fn similar(&self, near: &[Near<'_>]) -> Vec<Candidate> {
        if !near.is_empty() {
            return listed(&near.iter().collect::<Vec<_>>());
        }
        let around = self.vocabulary.containing(self.name.as_str(), 4 * LISTED).into_iter();
        let around: Vec<NodeId> = around.filter(|node| self.fits(*node)).take(LISTED).collect();
        if !around.is_empty() {
            return around.into_iter().map(|node| self.candidate(node)).collect();
        }
        self.inside()
    }

    /// The known names within this one.
    fn inside(&self) -> Vec<Candidate> {
        let words: Vec<Vec<String>> =
            fold_words(self.name.as_str()).into_iter().map(|word| vec![word]).collect();
        let starts = (0..words.len()).filter_map(|at| Some((at, self.vocabulary.longest_match(&words, at)?)));
        let inner = starts.filter_map(|(at, length)| Some(words.get(at..at + length)?.concat().join(" ")));
        let telling = inner.filter(|text| self.is_telling(text));
        let nodes = telling.flat_map(|text| self.vocabulary.exact(&text).collect::<Vec<_>>());
        let fitting: BTreeSet<NodeId> = nodes.filter(|node| self.fits(*node)).collect();
        fitting.into_iter().take(LISTED).map(|node| self.candidate(node)).collect()
    }

    // "and" in a name does not mean Andorra, "AND" may.
    fn is_telling(&self, text: &str) -> bool {
        text.chars().count() > 3 || self.name.as_str().contains(&text.to_uppercase())
    }
}

fn listed(near: &[&Near<'_>]) -> Vec<Candidate> {
    let candidate = |near: &&Near<'_>| Candidate { node: near.node, label: near.label.to_owned() };
    near.iter().take(LISTED).map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datasets;

    /// Where a name leads, in words: `key`, `typed -> key` for a correction, `one | other ?` for an ambiguous name,
    /// `unknown: nearest | ...` otherwise.
    fn told(name: &str, role: Role) -> String {
        let graph = datasets::article().unwrap();
        let key = |node: NodeId| graph.at(node).key.to_string();
        let labels = |candidates: Vec<Candidate>| {
            let labels: Vec<String> = candidates.into_iter().map(|candidate| candidate.label).collect();
            labels.join(" | ")
        };
        match resolve(graph, &Name::new(name), role) {
            Resolution::Found { node, correction: None } => key(node),
            Resolution::Found { node, correction: Some(correction) } => {
                format!("{} -> {}", correction.typed, key(node))
            }
            Resolution::Ambiguous(candidates) => format!("{} ?", labels(candidates)),
            Resolution::Unknown { nearest } => format!("unknown: {}", labels(nearest)),
        }
    }

    #[track_caller]
    fn check(role: Role, cases: &[(&str, &str)]) {
        for (name, expected) in cases {
            assert_eq!(told(name, role), *expected, "{name}");
        }
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        check(
            Role::Holder,
            &[
                ("Putin", "vladimir-putin"),
                ("president putin", "vladimir-putin"),
                ("Zelenskij", "volodymyr-zelensky"),
                ("Kyiv", "UKR"),
                ("the U.S.", "USA"),
                ("Côte d’Ivoire", "CIV"),
                ("Cote dIvoire", "CIV"),
                ("GBR", "GBR"),
                ("Путин", "vladimir-putin"),
                ("Владимира Путина", "Владимира Путина -> vladimir-putin"),
                ("Володимир Зеленський", "volodymyr-zelensky"),
                ("Эммануэль Макрон", "Эммануэль Макрон -> emmanuel-macron"),
                ("Макрон", "Макрон -> emmanuel-macron"),
                ("习近平", "unknown: "),
            ],
        );
    }

    #[test]
    fn plural_and_singular_are_one_name() {
        let troops = "foreign-troops-in-ukraine";
        check(Role::Target, &[("foreign troop in Ukraine", troops), ("cease-fires", "ceasefire")]);
    }

    #[test]
    fn one_clear_slip_is_corrected_and_told() {
        check(
            Role::Target,
            &[
                ("foreign troops in Ukrain", "foreign troops in Ukrain -> foreign-troops-in-ukraine"),
                ("forein troops", "forein troops -> foreign-troops-in-ukraine"),
                ("Kenia", "Kenia -> KEN"),
            ],
        );
        check(Role::Holder, &[("Putn", "Putn -> vladimir-putin"), ("Marcon", "Marcon -> emmanuel-macron")]);
    }

    #[test]
    fn what_is_not_clear_is_offered_and_never_picked() {
        check(Role::Holder, &[("Belgrade", "Serbia | Serbia and Montenegro | Yugoslavia ?")]);
        assert_eq!(told("Atlantis", Role::Holder), "unknown: ");
        let offered = told("foreign troops in Atlantis", Role::Target);
        assert_eq!(offered, "unknown: foreign troops in Ukraine");
    }

    #[test]
    fn another_number_is_no_slip() {
        let told = told("27 nations", Role::Holder);
        assert!(told.starts_with("unknown: 26 nations"), "{told}");
    }
}
