//! Completion: how a question that is being typed may go on.

use crate::graph::{Vocabulary, fold};

/// How a question may go on, for a line editor.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Completion {
    /// Where the text begins that a candidate takes the place of: a byte of the line.
    pub start: usize,
    /// What may stand there, forms of questions before stance words before names, each group in the order of the
    /// alphabet but for the forms, which stand in that of the documentation.
    pub candidates: Vec<String>,
}

/// Openings of questions, as far as they are the same for every name.
const OPENINGS: [&str; 33] = [
    "who supports ",
    "who opposes ",
    "who rejects ",
    "who demands ",
    "who voted for ",
    "who voted against ",
    "who abstained on ",
    "who doesn't support ",
    "who threatens whom",
    "who changed position on ",
    "who leads ",
    "who agrees most with ",
    "which nations support ",
    "which nations oppose ",
    "which stances are conditional",
    "which stances are hedged or hinted",
    "how many nations support ",
    "how has support for ",
    "what does ",
    "what did ",
    "does ",
    "is ",
    "why does ",
    "when did ",
    "since when does ",
    "where does ",
    "where do ",
    "stances of ",
    "position of ",
    "timeline of ",
    "members of ",
    "contradictions",
    "compare ",
];

/// How many words before the cursor may belong to a name.
const LONGEST_NAME: usize = 12;

/// How the text before the cursor may go on: an opening of a question, a stance word after its subject, or the name
/// that its last words begin; at most `limit` candidates.
///
/// # Complexity
/// O(w log n + c) for `n` names, `w` words before the cursor and `c` candidates.
///
/// # Example
/// ```
/// let graph = stancegraph::datasets::article()?;
/// let found = stancegraph::ask::complete("who opposes foreign tr", graph.vocabulary(), 5);
/// assert_eq!(found.start, "who opposes ".len());
/// assert_eq!(found.candidates, ["foreign troops", "foreign troops in Ukraine"]);
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
pub fn complete(before: &str, vocabulary: &Vocabulary, limit: usize) -> Completion {
    let openings = openings(before);
    if !openings.is_empty() {
        let start = before.len() - before.trim_start().len();
        return Completion { start, candidates: openings.into_iter().take(limit).collect() };
    }
    let words = words(before, vocabulary);
    if !words.is_empty() {
        let start = word_starts(before).last().copied().unwrap_or(before.len());
        return Completion { start, candidates: words.into_iter().take(limit).collect() };
    }
    name(before, vocabulary, limit)
}

/// Openings that begin with the whole text.
fn openings(before: &str) -> Vec<String> {
    let typed = before.trim_start().to_lowercase();
    let fits = |opening: &&&str| opening.starts_with(&typed) && opening.len() > typed.len();
    OPENINGS.iter().filter(fits).map(|opening| (*opening).to_owned()).collect()
}

/// Stance words after a subject, where nothing else was typed yet.
fn words(before: &str, vocabulary: &Vocabulary) -> Vec<String> {
    const SUBJECTS: [&str; 4] = ["who ", "which nations ", "which countries ", "which states "];
    let typed = before.trim_start().to_lowercase();
    let rest = SUBJECTS.iter().find_map(|subject| typed.strip_prefix(subject));
    let Some(begun) = rest.filter(|rest| !rest.is_empty() && !rest.contains(' ')) else { return Vec::new() };
    vocabulary.lexicon().verbs_beginning(begun)
}

/// The known names that the longest run of last words begins.
fn name(before: &str, vocabulary: &Vocabulary, limit: usize) -> Completion {
    for start in word_starts(before) {
        let text = before.get(start..).unwrap_or_default();
        // The first word of a question belongs to no name.
        if fold(text).is_empty() || start == 0 {
            continue;
        }
        let candidates = vocabulary.beginning_with(text, limit);
        if !candidates.is_empty() {
            return Completion { start, candidates };
        }
    }
    Completion { start: before.len(), candidates: Vec::new() }
}

/// Where each of the last words begins, the first of them first.
fn word_starts(before: &str) -> Vec<usize> {
    let begins = |(at, letter): (usize, char)| {
        let after_gap = before.get(..at).is_none_or(|text| text.is_empty() || text.ends_with([' ', '"']));
        (after_gap && letter != ' ').then_some(at)
    };
    let starts: Vec<usize> = before.char_indices().filter_map(begins).collect();
    starts.get(starts.len().saturating_sub(LONGEST_NAME)..).unwrap_or_default().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datasets;

    #[track_caller]
    fn check(before: &str, rest: &str, expected: &[&str]) {
        let found = complete(before, datasets::article().unwrap().vocabulary(), 4);
        assert_eq!(
            (&before[found.start..], found.candidates),
            (rest, expected.iter().map(|one| (*one).to_owned()).collect())
        );
    }

    #[test]
    fn openings_words_and_names_are_completed() {
        check("who ab", "who ab", &["who abstained on "]);
        check("  timel", "timel", &["timeline of "]);
        check("who rej", "who rej", &["who rejects "]);
        check("who repud", "repud", &["repudiated", "repudiates"]);
        check("stances of vladimir p", "vladimir p", &["Vladimir Putin"]);
        check(
            "does Russia as a guarantor of Ukrainian s",
            "Russia as a guarantor of Ukrainian s",
            &["Russia as a guarantor of Ukrainian security"],
        );
    }

    #[test]
    fn nothing_is_made_up() {
        check("who opposes xyzzy", "", &[]);
        check("", "", &["who supports ", "who opposes ", "who rejects ", "who demands "]);
        check("who opposes zq\u{202e}", "", &[]);
    }
}
