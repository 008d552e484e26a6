//! Statements: dated, sourced acts that each show one stance.

use super::{
    Act, Capacity, Condition, Confidence, Credibility, Date, Key, Modality, NodeId, Scope, SourceId, Stance,
};

/// The document a statement rests on, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// Where in it: "paragraph 3".
    pub locator: Option<String>,
    /// Who reported it.
    pub reporter: Option<String>,
    /// The holder's own words as the document prints them.
    pub quote: Option<String>,
}

/// One act of one holder that shows one stance on one target. Never edited: a correction retracts it and adds another.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Statement {
    /// Its lasting name.
    pub key: Key,
    /// Whose act it is.
    pub holder: NodeId,
    /// In whose name.
    pub capacity: Capacity,
    /// What kind of act.
    pub act: Act,
    /// The stance it shows.
    pub stance: Stance,
    /// On what, or toward whom.
    pub target: NodeId,
    /// Of whom it is demanded, to whom offered, against whom threatened.
    pub addressees: Vec<NodeId>,
    /// When it was said; `None` where nobody knows.
    pub said: Option<Date>,
    /// First day on which it no longer holds, by its own terms.
    pub until: Option<Date>,
    /// Why, in the coder's words.
    pub reason: Option<String>,
    /// What the stance or its content hangs on.
    pub conditions: Vec<Condition>,
    /// What a threat announces.
    pub consequence: Option<String>,
    /// The proposal that a threat opposes.
    pub related: Option<NodeId>,
    /// How firmly it was put.
    pub modality: Modality,
    /// What was mentioned as not preferred; carries no stance.
    pub rather_than: Vec<NodeId>,
    /// Where it was said: a summit, a forum.
    pub occasion: Option<String>,
    /// How sure the coder is.
    pub confidence: Option<Confidence>,
    /// How credible what the source reports here is; without it, the source's own credibility counts.
    pub credibility: Option<Credibility>,
    /// What it rests on.
    pub citation: Option<Citation>,
    /// The original code of imported data.
    pub code: Option<String>,
    /// When it was entered.
    pub recorded: Option<Date>,
    /// When it was taken back.
    pub retracted: Option<Date>,
    /// A remark by the coder.
    pub note: Option<String>,
}

impl Statement {
    /// Whether it was made by a holder or on its behalf.
    pub fn is_by(&self, holder: NodeId) -> bool {
        self.holder == holder || self.capacity.powers().contains(&holder)
    }

    /// The conditions the stance itself hangs on, as against those of its content.
    pub fn stance_conditions(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|condition| condition.scope == Scope::Stance)
    }

    /// The holder's own words, where the source prints them.
    pub fn quote(&self) -> Option<&str> {
        self.citation.as_ref()?.quote.as_deref()
    }

    /// Where in its source it stands.
    pub fn locator(&self) -> Option<&str> {
        self.citation.as_ref()?.locator.as_deref()
    }
}
