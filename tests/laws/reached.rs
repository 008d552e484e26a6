//! Which words of an answer random graphs have led to, so that no rule is compared in vain.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;
use stancegraph::Verdict;
use stancegraph::position::{Basis, Certainty, Conflict, Reason};

use crate::worlds::case::{list, text};

/// How often each word was met, by what it is a word for.
#[derive(Debug, Default)]
pub(crate) struct Reached(BTreeMap<(&'static str, String), usize>);

impl Reached {
    /// Counts the words of an answer in the shape of [`shape`](crate::worlds::shape).
    pub(crate) fn note(&mut self, told: &Value) {
        for finding in list(&told["findings"]) {
            self.count("basis", &finding["basis"]);
            self.count("certainty", &finding["certainty"]);
        }
        self.count("verdict", &told["verdict"]);
        for reason in list(&told["reasons"]) {
            self.count("reason", reason);
        }
        for clash in list(&told["contradictions"]) {
            self.count("contradiction", &clash["kind"]);
        }
    }

    fn count(&mut self, what: &'static str, word: &Value) {
        if word.is_string() {
            *self.0.entry((what, text(word).to_owned())).or_default() += 1;
        }
    }

    /// What was never met of every basis, certainty, verdict, reason and kind of contradiction there is.
    pub(crate) fn missing(&self) -> Vec<(&'static str, String)> {
        let words = |what, all: Vec<&'static str>| all.into_iter().map(move |word| (what, word.to_owned()));
        let all = words("basis", Basis::ALL.iter().map(|one| one.as_str()).collect())
            .chain(words("certainty", Certainty::ALL.iter().map(|one| one.as_str()).collect()))
            .chain(words("verdict", Verdict::ALL.iter().map(|one| one.as_str()).collect()))
            .chain(words("reason", Reason::ALL.iter().map(|one| one.as_str()).collect()))
            .chain(words("contradiction", Conflict::ALL.iter().map(|one| one.as_str()).collect()));
        all.filter(|word| !self.0.contains_key(word)).collect()
    }
}

/// "basis stated 5120, basis spoken-for 210, ..."
impl fmt::Display for Reached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = self.0.iter().map(|((what, word), count)| format!("{what} {word} {count}"));
        f.write_str(&told.collect::<Vec<_>>().join(", "))
    }
}
