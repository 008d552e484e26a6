//! Drafts: what readers and callers hand to the builder, with keys and codes still as text, each with its [`Place`].
//!
//! A draft may be wrong in any way; [`GraphBuilder`](crate::GraphBuilder) checks everything and names every fault.
//! Equality of drafts compares content, not places.
//!
//! ```
//! use stancegraph::{GraphBuilder, model::draft::{Draft, NodeDraft, StatementDraft}};
//!
//! let mut draft = Draft::default();
//! draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
//! draft.nodes.push(NodeDraft::proposal("debt-relief", "debt relief"));
//! draft.statements.push(StatementDraft::new("s1", "KEN", "supports", "debt-relief"));
//! let graph = GraphBuilder::new().add(draft).build()?;
//! assert_eq!(graph.statement_count(), 1);
//! # Ok::<(), stancegraph::BuildError>(())
//! ```

pub use super::plain::{PlainStatement, PlainStatements};
use super::{NodeKind, Place, Placed};

/// A piece of text with its place.
pub type Text = Placed<String>;

/// A dataset, or a fragment of one, as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// What the dataset says of itself.
    pub dataset: Option<DatasetDraft>,
    /// Actors, nations and proposals.
    pub nodes: Vec<NodeDraft>,
    /// Ties of their own; ties of proposals may also stand in the proposal.
    pub ties: Vec<TieDraft>,
    /// Documents.
    pub sources: Vec<SourceDraft>,
    /// Statements.
    pub statements: Vec<StatementDraft>,
    /// Statements with no more than all have, packed: for bulk data.
    pub plain: PlainStatements,
    /// Records that a condition was met or not.
    pub events: Vec<EventDraft>,
    /// Statements taken back: of this draft, of others beside it, or of the graph that it comes to.
    pub retractions: Vec<RetractionDraft>,
    /// Stance words that questions may use beside those of the crate.
    pub words: Vec<WordDraft>,
}

/// What a dataset says of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DatasetDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// Its name to other datasets.
    pub key: Text,
    /// What to call it in print.
    pub name: Text,
    /// What it holds.
    pub about: Option<Text>,
    /// Where the facts come from.
    pub origin: Option<Text>,
    /// Terms of use.
    pub license: Option<Text>,
    /// Datasets it builds on.
    pub uses: Vec<Text>,
}

/// The place of a whole record; no part of its content, so all are equal.
#[derive(Debug, Clone, Default)]
pub struct IgnoredPlace(pub Place);

impl PartialEq for IgnoredPlace {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Another name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AliasDraft {
    /// The name.
    pub text: Text,
    /// BCP 47 tag.
    pub language: Option<Text>,
    /// First day in use.
    pub since: Option<Text>,
    /// First day out of use.
    pub until: Option<Text>,
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// Its kind.
    pub kind: NodeKind,
    /// Its key.
    pub key: Text,
    /// What to call it.
    pub name: Text,
    /// What else it is called.
    pub aliases: Vec<AliasDraft>,
    /// Scheme and code, in order.
    pub ids: Vec<(String, Text)>,
    /// A remark.
    pub note: Option<Text>,
    /// Nation: its capital.
    pub capital: Option<Text>,
    /// Nation: what its people and things are called.
    pub demonyms: Vec<Text>,
    /// Nation: first day of its existence.
    pub since: Option<Text>,
    /// Nation: first day after it.
    pub until: Option<Text>,
    /// Group: members not named.
    pub unnamed: bool,
    /// Proposal: what it is a kind of.
    pub broader: Vec<Text>,
    /// Proposal: series it is an instance of.
    pub in_series: Vec<Text>,
    /// Proposal: draft it is a part of.
    pub part_of: Vec<Text>,
    /// Proposal: topics.
    pub about: Vec<Text>,
    /// Proposal: what it excludes.
    pub contrary_to: Vec<Text>,
    /// Proposal: nations and actors it is about.
    pub concerns: Vec<Text>,
}

impl NodeDraft {
    /// A node of a kind.
    pub fn new(kind: NodeKind, key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self {
            place: IgnoredPlace::default(),
            kind,
            key: key.into(),
            name: name.into(),
            aliases: Vec::new(),
            ids: Vec::new(),
            note: None,
            capital: None,
            demonyms: Vec::new(),
            since: None,
            until: None,
            unnamed: false,
            broader: Vec::new(),
            in_series: Vec::new(),
            part_of: Vec::new(),
            about: Vec::new(),
            contrary_to: Vec::new(),
            concerns: Vec::new(),
        }
    }

    /// A person.
    pub fn person(key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self::new(NodeKind::Person, key, name)
    }

    /// An organization.
    pub fn organization(key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self::new(NodeKind::Organization, key, name)
    }

    /// A group whose members are not named.
    pub fn unnamed_group(key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self { unnamed: true, ..Self::new(NodeKind::Group, key, name) }
    }

    /// A nation.
    pub fn nation(key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self::new(NodeKind::Nation, key, name)
    }

    /// A proposal.
    pub fn proposal(key: impl Into<Text>, name: impl Into<Text>) -> Self {
        Self::new(NodeKind::Proposal, key, name)
    }

    /// Adds another name.
    #[must_use]
    pub fn alias(mut self, text: impl Into<Text>) -> Self {
        self.aliases.push(AliasDraft { text: text.into(), ..AliasDraft::default() });
        self
    }

    /// Makes a proposal a kind of another.
    #[must_use]
    pub fn kind_of(mut self, broader: impl Into<Text>) -> Self {
        self.broader.push(broader.into());
        self
    }

    /// The proposal's ties as lists, with the word each has in a dataset.
    pub fn tie_lists(&self) -> [(&'static str, super::TieKind, &[Text]); 6] {
        use super::TieKind::{About, Broader, Concerns, ContraryTo, InSeries, PartOf};
        [
            ("broader", Broader, &self.broader),
            ("in_series", InSeries, &self.in_series),
            ("part_of", PartOf, &self.part_of),
            ("about", About, &self.about),
            ("contrary_to", ContraryTo, &self.contrary_to),
            ("concerns", Concerns, &self.concerns),
        ]
    }
}

/// A tie; `from` may list several that share everything else.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TieDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// Its kind.
    pub tie: Text,
    /// From whom; at least one.
    pub from: Vec<Text>,
    /// To whom.
    pub to: Text,
    /// The office held.
    pub office: Option<Text>,
    /// First day in.
    pub since: Option<Text>,
    /// First day out.
    pub until: Option<Text>,
    /// Who says so.
    pub source: Option<Text>,
    /// Where in the source.
    pub locator: Option<Text>,
    /// How sure the coder is.
    pub confidence: Option<Placed<f64>>,
}

impl TieDraft {
    /// A tie of a kind, by its word: `TieDraft::new("represents", "vladimir-putin", "RUS")`.
    pub fn new(tie: impl Into<Text>, from: impl Into<Text>, to: impl Into<Text>) -> Self {
        Self { tie: tie.into(), from: vec![from.into()], to: to.into(), ..Self::default() }
    }
}

/// A document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// Its key.
    pub key: Text,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// Where to find it.
    pub url: Option<Text>,
    /// BCP 47 tag.
    pub language: Option<Text>,
    /// When it was published.
    pub published: Option<Text>,
    /// What it copies.
    pub origin: Option<Text>,
    /// Admiralty code, A to F.
    pub reliability: Option<Text>,
    /// Admiralty code, 1 to 6.
    pub credibility: Option<Text>,
}

impl SourceDraft {
    /// A document.
    pub fn new(key: impl Into<Text>, title: impl Into<Text>) -> Self {
        Self { key: key.into(), title: title.into(), ..Self::default() }
    }
}

/// In whose name a statement was made.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum CapacityDraft {
    /// Not said.
    #[default]
    Unstated,
    /// In the holder's own name only.
    Personal,
    /// On behalf of these.
    For(Vec<Text>),
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConditionDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// `if`, `unless`, ...
    pub relation: Text,
    /// What has to come about, in words.
    pub text: Option<Text>,
    /// What has to come about, as a proposal.
    pub proposal: Option<Text>,
    /// `stance` or `content`.
    pub scope: Text,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatementDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// Its key.
    pub id: Text,
    /// Whose act.
    pub holder: Text,
    /// In whose name.
    pub capacity: CapacityDraft,
    /// What kind of act; `said` where left out.
    pub act: Option<Text>,
    /// The stance.
    pub stance: Text,
    /// On what, or toward whom.
    pub target: Text,
    /// Of whom, to whom, against whom.
    pub addressees: Vec<Text>,
    /// When it was said.
    pub said: Option<Text>,
    /// First day on which it no longer holds.
    pub until: Option<Text>,
    /// Why.
    pub reason: Option<Text>,
    /// What it hangs on.
    pub conditions: Vec<ConditionDraft>,
    /// What a threat announces.
    pub consequence: Option<Text>,
    /// The proposal a threat opposes.
    pub related: Option<Text>,
    /// How firmly; `asserted` where left out.
    pub modality: Option<Text>,
    /// What was mentioned as not preferred.
    pub rather_than: Vec<Text>,
    /// Where it was said.
    pub occasion: Option<Text>,
    /// How sure the coder is.
    pub confidence: Option<Placed<f64>>,
    /// Admiralty code, 1 to 6: how credible this is; goes before that of the source.
    pub credibility: Option<Text>,
    /// The document.
    pub source: Option<Text>,
    /// Where in it.
    pub locator: Option<Text>,
    /// Who reported it.
    pub reporter: Option<Text>,
    /// The holder's own words.
    pub quote: Option<Text>,
    /// Original code of imported data.
    pub code: Option<Text>,
    /// When it was entered.
    pub recorded: Option<Text>,
    /// When it was taken back.
    pub retracted: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}

impl StatementDraft {
    /// A statement with what every statement needs; set the other fields as needed.
    pub fn new(
        id: impl Into<Text>,
        holder: impl Into<Text>,
        stance: impl Into<Text>,
        target: impl Into<Text>,
    ) -> Self {
        Self {
            id: id.into(),
            holder: holder.into(),
            stance: stance.into(),
            target: target.into(),
            ..Self::default()
        }
    }

    /// Made on behalf of a nation or organization.
    #[must_use]
    pub fn on_behalf_of(mut self, power: impl Into<Text>) -> Self {
        match &mut self.capacity {
            CapacityDraft::For(powers) => powers.push(power.into()),
            capacity => *capacity = CapacityDraft::For(vec![power.into()]),
        }
        self
    }

    /// Resting on a place in a document.
    #[must_use]
    pub fn cited(mut self, source: impl Into<Text>, locator: impl Into<Text>) -> Self {
        self.source = Some(source.into());
        self.locator = Some(locator.into());
        self
    }

    /// In the holder's own words, as the source prints them.
    #[must_use]
    pub fn quote(mut self, words: impl Into<Text>) -> Self {
        self.quote = Some(words.into());
        self
    }

    /// Said on a date.
    #[must_use]
    pub fn said(mut self, date: impl Into<Text>) -> Self {
        self.said = Some(date.into());
        self
    }
}

/// A record that a condition was met or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// The condition, in words.
    pub condition: Option<Text>,
    /// The condition, as a proposal.
    pub proposal: Option<Text>,
    /// Whether it was met.
    pub met: bool,
    /// When.
    pub date: Option<Text>,
    /// Who says so.
    pub source: Option<Text>,
    /// Where in the source.
    pub locator: Option<Text>,
}

/// A statement taken back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RetractionDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// The key of the statement.
    pub id: Text,
    /// The first day on which it no longer counts as known.
    pub retracted: Text,
}

impl RetractionDraft {
    /// A statement taken back on a day.
    pub fn new(id: impl Into<Text>, retracted: impl Into<Text>) -> Self {
        Self { id: id.into(), retracted: retracted.into(), ..Self::default() }
    }
}

/// A meaning and the phrases that have it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// A polarity, stance, vote or tie: `polarity:favor`, `stance:rejects`, `vote:for`, `tie:leads`.
    pub means: Text,
    /// Verbs, each in its five forms.
    pub verbs: Vec<VerbDraft>,
    /// What follows "is": "against".
    pub states: Vec<Text>,
    /// What stands before a name: "demands of".
    pub nouns: Vec<Text>,
    /// What follows a possessive: Ukraine's "demands".
    pub owned: Vec<Text>,
}

impl WordDraft {
    /// A meaning without phrases.
    pub fn new(means: impl Into<Text>) -> Self {
        Self { means: means.into(), ..Self::default() }
    }

    /// Adds a verb: "to back", "she backs", "she backed" yesterday, "she has backed", "she is backing".
    #[must_use]
    pub fn verb(mut self, forms: [&str; 5]) -> Self {
        let forms = forms.map(|form| Text::from(form.to_owned())).to_vec();
        self.verbs.push(VerbDraft { place: IgnoredPlace::default(), forms });
        self
    }

    /// Adds what follows "is".
    #[must_use]
    pub fn state(mut self, state: impl Into<Text>) -> Self {
        self.states.push(state.into());
        self
    }
}

/// The forms of a verb.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VerbDraft {
    /// Where it stands.
    pub place: IgnoredPlace,
    /// "to ...", "she ...", "she ... yesterday", "she has ...", "she is ...".
    pub forms: Vec<Text>,
}
