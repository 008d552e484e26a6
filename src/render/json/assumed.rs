//! Assumptions in JSON.

use serde::Serialize;

use crate::answer::{Answer, Assumed, Evidence};
use crate::model::StatementKey;
use crate::position::LeftOpen;

/// What one assumption does.
#[derive(Debug, Serialize)]
pub(super) struct AssumedJson<'a> {
    assumed: &'a str,
    activates: Vec<StatementKey<'a>>,
    ends: Vec<StatementKey<'a>>,
    open: Vec<OpenJson<'a>>,
}

/// A statement that an assumption leaves what it was, and why.
#[derive(Debug, Serialize)]
struct OpenJson<'a> {
    statement: StatementKey<'a>,
    reason: LeftOpen,
}

pub(super) fn assumptions(answer: &Answer) -> Vec<AssumedJson<'_>> {
    answer.assumptions().into_iter().map(AssumedJson::of).collect()
}

impl<'a> AssumedJson<'a> {
    fn of(assumed: Assumed<'a>) -> Self {
        let key = |piece: Evidence<'a>| piece.statement().key;
        let open = |(piece, reason)| OpenJson { statement: key(piece), reason };
        Self {
            assumed: assumed.name,
            activates: assumed.activates.into_iter().map(key).collect(),
            ends: assumed.ends.into_iter().map(key).collect(),
            open: assumed.open.into_iter().map(open).collect(),
        }
    }
}
