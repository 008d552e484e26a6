//! The explanation of an answer in JSON.

use serde::Serialize;

use crate::answer::{Explanation, Match, Matter, Omission};
use crate::model::{Key, NodeKind};

use super::answer::bytes;

/// How a question was read and answered.
#[derive(Debug, Serialize)]
pub(super) struct ExplanationJson {
    understood: String,
    form: String,
    names: Vec<NameJson>,
    words: Vec<String>,
    rules: Vec<String>,
    filters: Vec<String>,
    looked_at: Vec<LookedJson>,
    left_out: Vec<LeftOutJson>,
}

#[derive(Debug, Serialize)]
struct NameJson {
    typed: String,
    span: Option<[usize; 2]>,
    key: Key,
    name: String,
    kind: NodeKind,
    how: Match,
}

#[derive(Debug, Serialize)]
struct LookedJson {
    matter: Matter,
    key: Option<Key>,
    name: String,
    statements: usize,
    seen: usize,
}

#[derive(Debug, Serialize)]
struct LeftOutJson {
    why: Omission,
    count: usize,
    statements: Vec<Key>,
}

impl ExplanationJson {
    pub(super) fn of(explanation: Explanation) -> Self {
        let Explanation { understood, form, names, words, rules, filters, looked_at, left_out } = explanation;
        let name = |one: crate::answer::NameExplained| NameJson {
            span: bytes(one.span.as_ref()),
            typed: one.typed,
            key: one.key,
            name: one.name,
            kind: one.kind,
            how: one.how,
        };
        let looked = |one: crate::answer::Looked| LookedJson {
            matter: one.matter,
            key: one.key,
            name: one.name,
            statements: one.statements,
            seen: one.seen,
        };
        let left = |one: crate::answer::LeftOut| LeftOutJson {
            why: one.why,
            count: one.statements.len(),
            statements: one.statements,
        };
        Self {
            understood,
            form,
            names: names.into_iter().map(name).collect(),
            words,
            rules,
            filters,
            looked_at: looked_at.into_iter().map(looked).collect(),
            left_out: left_out.into_iter().map(left).collect(),
        }
    }
}
