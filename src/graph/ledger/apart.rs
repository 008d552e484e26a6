//! A statement on its way into the ledger, and what few statements have.

use std::sync::Arc;

use hashbrown::HashSet;

use crate::model::{
    Act, Capacity, Condition, Confidence, Credibility, Date, Modality, NodeId, SourceId, Stance, StatementKey,
};

/// A checked statement on its way into the ledger.
#[derive(Debug)]
pub(in crate::graph) struct Entry<'t> {
    pub(in crate::graph) key: StatementKey<'t>,
    pub(in crate::graph) holder: NodeId,
    pub(in crate::graph) act: Act,
    pub(in crate::graph) stance: Stance,
    pub(in crate::graph) target: NodeId,
    pub(in crate::graph) said: Option<Date>,
    pub(in crate::graph) modality: Modality,
    pub(in crate::graph) confidence: Option<Confidence>,
    pub(in crate::graph) source: Option<SourceId>,
    pub(in crate::graph) code: Option<Code<'t>>,
    pub(in crate::graph) apart: Option<Box<Apart>>,
}

/// The original code of a statement: its text, or what the ledger calls it since it came first.
#[derive(Debug, Clone, Copy)]
pub(in crate::graph) enum Code<'t> {
    Text(&'t str),
    Short(ShortCode),
}

/// A code by its number in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::graph) struct ShortCode(pub(super) u16);

/// What few statements have; nothing of it by default. Fields as those of `StatementRef`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::graph) struct Apart {
    pub(in crate::graph) capacity: Capacity,
    pub(in crate::graph) addressees: Vec<NodeId>,
    pub(in crate::graph) until: Option<Date>,
    pub(in crate::graph) reason: Option<String>,
    pub(in crate::graph) conditions: Vec<Condition>,
    pub(in crate::graph) consequence: Option<String>,
    pub(in crate::graph) related: Option<NodeId>,
    pub(in crate::graph) rather_than: Vec<NodeId>,
    pub(in crate::graph) occasion: Option<String>,
    pub(in crate::graph) credibility: Option<Credibility>,
    pub(in crate::graph) locator: Option<String>,
    pub(in crate::graph) reporter: Option<String>,
    pub(in crate::graph) quote: Option<String>,
    pub(in crate::graph) recorded: Option<Date>,
    pub(in crate::graph) retracted: Option<Date>,
    pub(in crate::graph) note: Option<String>,
    /// A confidence or a code that the segment's lists have no more room for.
    pub(in crate::graph) confidence: Option<Confidence>,
    pub(in crate::graph) code: Option<String>,
}

/// What follows from what few statements have apart.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// Those on whose behalf another spoke, and in which row; in the order of the rows.
    pub(super) spoken_for: Vec<(NodeId, u32)>,
    /// Statements that name a proposal without a stance on it, by proposal, each once.
    pub(super) bearing: Vec<(NodeId, u32)>,
}

/// What follows from what these statements have apart, whose holders are those of the column.
pub(super) fn noted(aparts: &[(u32, Arc<Apart>)], holders: &[u32]) -> Noted {
    let mut noted = Noted::default();
    for (row, apart) in aparts {
        let holder = holders.get(*row as usize).copied();
        let mut seen = HashSet::new();
        let powers = apart.capacity.powers().iter();
        let others = powers.filter(|power| Some(power.raw()) != holder && seen.insert(**power));
        noted.spoken_for.extend(others.map(|power| (*power, *row)));
        let named = apart.related.iter().chain(&apart.rather_than);
        noted.bearing.extend(named.map(|named| (*named, *row)));
    }
    noted.bearing.sort_unstable();
    noted.bearing.dedup();
    noted
}

/// What a statement without anything apart has.
pub(super) static NOTHING: Apart = Apart {
    capacity: Capacity::Unstated,
    addressees: Vec::new(),
    until: None,
    reason: None,
    conditions: Vec::new(),
    consequence: None,
    related: None,
    rather_than: Vec::new(),
    occasion: None,
    credibility: None,
    locator: None,
    reporter: None,
    quote: None,
    recorded: None,
    retracted: None,
    note: None,
    confidence: None,
    code: None,
};
