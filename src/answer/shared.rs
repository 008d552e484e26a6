//! What two holders both have a position on.

use crate::model::word::code_words;
use crate::model::{Node, NodeId};
use crate::position::Lean;

use super::{Finding, FindingData};

/// How two holders stand to each other on one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accord {
    /// They lean the same way.
    Agree,
    /// One is for it, the other against.
    Differ,
    /// Neither: one declares no side, withdrew, or is on record on both sides.
    Mixed,
}

code_words!(Accord, "relation", { Agree = 0 "agree", Differ = 1 "differ", Mixed = 2 "mixed" });

impl Accord {
    /// Of the leans of two holders, each in all its capacities.
    pub(crate) fn of(left: impl IntoIterator<Item = Lean>, right: impl IntoIterator<Item = Lean>) -> Self {
        match (one_lean(left), one_lean(right)) {
            (Lean::Favor, Lean::Against) | (Lean::Against, Lean::Favor) => Self::Differ,
            (left, right) if left == right && !matches!(left, Lean::Mixed | Lean::None) => Self::Agree,
            _ => Self::Mixed,
        }
    }
}

/// The one way that all lean, otherwise mixed.
fn one_lean(leans: impl IntoIterator<Item = Lean>) -> Lean {
    let mut leans = leans.into_iter();
    let Some(first) = leans.next() else { return Lean::None };
    if leans.all(|lean| lean == first) { first } else { Lean::Mixed }
}

/// A target that two holders both have a position on.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Shared<'a> {
    /// What both have a position on.
    pub target: &'a Node,
    /// How they stand to each other on it.
    pub accord: Accord,
    /// Whether a stance of either hangs on a condition that has not come about.
    pub is_conditional: bool,
    /// What the one has.
    pub left: Vec<Finding<'a>>,
    /// What the other has.
    pub right: Vec<Finding<'a>>,
}

/// A shared target by id.
#[derive(Debug, Clone)]
pub(crate) struct SharedData {
    pub(crate) target: NodeId,
    pub(crate) accord: Accord,
    pub(crate) left: Vec<FindingData>,
    pub(crate) right: Vec<FindingData>,
}

/// What two holders share, as far as it was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Comparison {
    pub(crate) entries: Vec<SharedData>,
    /// How many targets both have a position on, asked for or not.
    pub(crate) shared: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_opposite_signs_differ() {
        use Lean::{Against, Favor, Mixed, Neutral, None};
        let cases = [
            (vec![Favor], vec![Favor, Favor], Accord::Agree),
            (vec![Neutral], vec![Neutral], Accord::Agree),
            (vec![Favor], vec![Against], Accord::Differ),
            (vec![Favor], vec![Neutral], Accord::Mixed),
            (vec![Favor], vec![None], Accord::Mixed),
            (vec![Mixed], vec![Mixed], Accord::Mixed),
            (vec![Favor, Against], vec![Against], Accord::Mixed),
        ];
        for (left, right, expected) in cases {
            assert_eq!(Accord::of(left.clone(), right.clone()), expected, "{left:?} {right:?}");
            assert_eq!(Accord::of(right, left), expected);
        }
    }
}
