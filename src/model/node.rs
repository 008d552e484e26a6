//! Nodes: actors, nations and proposals.

use super::word::code_words;
use super::{ExternalId, Interval, Key};

/// The finest kind of a node, as a dataset names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A person.
    Person,
    /// An organization: NATO.
    Organization,
    /// A group, perhaps unnamed: "Western leaders".
    Group,
    /// A state.
    Nation,
    /// Anything one can be for or against.
    Proposal,
    /// A repeated proposal: the yearly embargo vote.
    Series,
    /// A subject; nobody holds a stance on one.
    Topic,
}

code_words!(NodeKind, "kind of node", {
    Person = 0 "person", Organization = 1 "organization", Group = 2 "group", Nation = 3 "nation",
    Proposal = 4 "proposal", Series = 5 "series", Topic = 6 "topic",
});

impl NodeKind {
    /// The node type it belongs to.
    pub const fn class(self) -> NodeClass {
        match self {
            Self::Person | Self::Organization | Self::Group => NodeClass::Actor,
            Self::Nation => NodeClass::Nation,
            Self::Proposal | Self::Series | Self::Topic => NodeClass::Proposal,
        }
    }

    /// Whether it can hold a stance.
    pub const fn is_holder(self) -> bool {
        !matches!(self.class(), NodeClass::Proposal)
    }

    /// Whether one can speak on its behalf: a nation or an organization.
    pub const fn is_power(self) -> bool {
        matches!(self, Self::Nation | Self::Organization)
    }
}

/// The three node types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeClass {
    /// A person, organization or group that takes positions.
    Actor,
    /// A state.
    Nation,
    /// What one can be for or against.
    Proposal,
}

/// Another name for a node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// The name.
    pub text: String,
    /// Its language, as a BCP 47 tag, where it matters.
    pub language: Option<String>,
    /// When it was in use.
    pub held: Interval,
}

/// What only a nation has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nation {
    /// Name of the capital.
    pub capital: Option<String>,
    /// What its people and things are called: "Ukrainian", "Ukrainians".
    pub demonyms: Vec<String>,
    /// When it exists, for states that came or went.
    pub exists: Interval,
}

/// A node's kind with what only that kind has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeBody {
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A group; `unnamed` where nobody named its members, so that it hands its stance to no one.
    Group {
        /// Whether its members are unnamed.
        unnamed: bool,
    },
    /// A state.
    Nation(Nation),
    /// A proposal.
    Proposal,
    /// A series of proposals.
    Series,
    /// A topic.
    Topic,
}

/// An actor, nation or proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Node {
    /// Its lasting name.
    pub key: Key,
    /// What to call it in print.
    pub name: String,
    /// What else people call it.
    pub aliases: Vec<Alias>,
    /// Its codes elsewhere, by scheme.
    pub ids: Vec<ExternalId>,
    /// A remark by the coder.
    pub note: Option<String>,
    /// Its kind, with what only that kind has.
    pub body: NodeBody,
}

impl Node {
    /// Its finest kind.
    pub const fn kind(&self) -> NodeKind {
        match self.body {
            NodeBody::Person => NodeKind::Person,
            NodeBody::Organization => NodeKind::Organization,
            NodeBody::Group { .. } => NodeKind::Group,
            NodeBody::Nation(_) => NodeKind::Nation,
            NodeBody::Proposal => NodeKind::Proposal,
            NodeBody::Series => NodeKind::Series,
            NodeBody::Topic => NodeKind::Topic,
        }
    }

    /// Its node type.
    pub const fn class(&self) -> NodeClass {
        self.kind().class()
    }

    /// What to call it in print.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a group whose members nobody named.
    pub const fn is_unnamed(&self) -> bool {
        matches!(self.body, NodeBody::Group { unnamed: true })
    }

    /// Its code in a scheme: `id("cow")`.
    pub fn id(&self, scheme: &str) -> Option<&str> {
        self.ids.iter().find(|id| id.scheme() == scheme).map(ExternalId::value)
    }

    /// Every name it goes by, the preferred one first: name, aliases, capital, demonyms, codes people write.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let nation = match &self.body {
            NodeBody::Nation(nation) => Some(nation),
            _ => None,
        };
        let own =
            std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(|alias| alias.text.as_str()));
        let capital = nation.and_then(|nation| nation.capital.as_deref());
        let demonyms = nation.into_iter().flat_map(|nation| nation.demonyms.iter().map(String::as_str));
        let symbols =
            self.ids.iter().filter(|id| matches!(id.scheme(), "un" | "iso3")).map(ExternalId::value);
        own.chain(capital).chain(demonyms).chain(symbols)
    }
}
