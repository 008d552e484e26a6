//! Statements: dated, sourced acts that each show one stance.

use super::{
    Act, Capacity, Condition, Confidence, Credibility, Date, Modality, NodeId, Scope, SourceId, Stance,
    StatementKey,
};

/// The document a statement rests on, and where in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation<'g> {
    /// The document.
    pub source: SourceId,
    /// Where in it: "paragraph 3".
    pub locator: Option<&'g str>,
    /// Who reported it.
    pub reporter: Option<&'g str>,
    /// The holder's own words as the document prints them.
    pub quote: Option<&'g str>,
}

/// One act of one holder that shows one stance on one target, as a graph holds it. Never edited: a correction retracts
/// it and adds another.
///
/// A view, cheap to copy and to make: graphs keep statements in columns, and what few statements have apart.
///
/// ```
/// let graph = stancegraph::datasets::article()?;
/// let quoted = graph.statements().filter(|(_, statement)| statement.quote().is_some());
/// assert!(quoted.count() > 0);
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct StatementRef<'g> {
    /// Its lasting name.
    pub key: StatementKey<'g>,
    /// Whose act it is.
    pub holder: NodeId,
    /// In whose name.
    pub capacity: &'g Capacity,
    /// What kind of act.
    pub act: Act,
    /// The stance it shows.
    pub stance: Stance,
    /// On what, or toward whom.
    pub target: NodeId,
    /// Of whom it is demanded, to whom offered, against whom threatened.
    pub addressees: &'g [NodeId],
    /// When it was said; `None` where nobody knows.
    pub said: Option<Date>,
    /// First day on which it no longer holds, by its own terms.
    pub until: Option<Date>,
    /// Why, in the coder's words.
    pub reason: Option<&'g str>,
    /// What the stance or its content hangs on.
    pub conditions: &'g [Condition],
    /// What a threat announces.
    pub consequence: Option<&'g str>,
    /// The proposal that a threat opposes.
    pub related: Option<NodeId>,
    /// How firmly it was put.
    pub modality: Modality,
    /// What was mentioned as not preferred; carries no stance.
    pub rather_than: &'g [NodeId],
    /// Where it was said: a summit, a forum.
    pub occasion: Option<&'g str>,
    /// How sure the coder is.
    pub confidence: Option<Confidence>,
    /// How credible what the source reports here is; without it, the source's own credibility counts.
    pub credibility: Option<Credibility>,
    /// What it rests on.
    pub citation: Option<Citation<'g>>,
    /// The original code of imported data.
    pub code: Option<&'g str>,
    /// When it was entered.
    pub recorded: Option<Date>,
    /// When it was taken back.
    pub retracted: Option<Date>,
    /// A remark by the coder.
    pub note: Option<&'g str>,
}

impl<'g> StatementRef<'g> {
    /// Whether it was made by a holder or on its behalf.
    pub fn is_by(self, holder: NodeId) -> bool {
        self.holder == holder || self.capacity.powers().contains(&holder)
    }

    /// Whether it is a word of the holder: no hint, no deed, no absence.
    pub fn is_word(self) -> bool {
        is_word(self.act, self.modality, self.stance)
    }

    /// The conditions the stance itself hangs on, as against those of its content.
    pub fn stance_conditions(self) -> impl Iterator<Item = &'g Condition> {
        self.conditions.iter().filter(|condition| condition.scope == Scope::Stance)
    }

    /// The holder's own words, where the source prints them.
    pub fn quote(self) -> Option<&'g str> {
        self.citation?.quote
    }

    /// Where in its source it stands.
    pub fn locator(self) -> Option<&'g str> {
        self.citation?.locator
    }
}

/// Whether a statement of this kind is a word of its holder.
pub(crate) fn is_word(act: Act, modality: Modality, stance: Stance) -> bool {
    act != Act::Did && modality != Modality::Hinted && stance != Stance::Absent
}
