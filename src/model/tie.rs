//! Ties: structure between people and powers, and between proposals.

use super::word::code_words;
use super::{Confidence, Date, Interval, NodeClass, NodeId, NodeKind, SourceId};

/// What kind of structure a tie is. Each reads from left to right: `from` represents `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TieKind {
    /// An actor speaks for a nation or organization, by office.
    Represents,
    /// An actor or nation belongs to an organization or group.
    MemberOf,
    /// An actor or nation heads an organization, group or nation.
    Leads,
    /// A proposal is a kind of another.
    Broader,
    /// A proposal is an instance of a series.
    InSeries,
    /// A paragraph or amendment of a draft; never rolled up.
    PartOf,
    /// A proposal or series is about a topic; carries no polarity.
    About,
    /// One proposal excludes the other; serves contradictions only.
    ContraryTo,
    /// A proposal or series is about a nation or actor.
    Concerns,
}

code_words!(TieKind, "tie", {
    Represents = 0 "represents", MemberOf = 1 "member-of", Leads = 2 "leads", Broader = 3 "broader",
    InSeries = 4 "in-series", PartOf = 5 "part-of", About = 6 "about", ContraryTo = 7 "contrary-to",
    Concerns = 8 "concerns",
});

impl TieKind {
    /// Whether it joins people and powers and so is dated; the others are undated vocabulary.
    pub const fn is_dated(self) -> bool {
        matches!(self, Self::Represents | Self::MemberOf | Self::Leads)
    }

    /// What a tie of this kind runs between, for the remedy of a fault.
    pub(crate) const fn remedy(self) -> &'static str {
        match self {
            Self::Represents => {
                "it runs from a person, organization or group to the nation or organization it speaks for"
            }
            Self::MemberOf => "it runs from a nation or actor to an organization or group",
            Self::Leads => "it runs from a nation or actor to an organization, group or nation",
            Self::Broader => "it runs from a proposal to another one, of which it is a kind",
            Self::InSeries => "it runs from a proposal to a series",
            Self::PartOf => "it runs from a proposal to the draft it is a part of",
            Self::About => "it runs from a proposal or series to a topic",
            Self::ContraryTo => "it runs between two proposals that exclude each other",
            Self::Concerns => "it runs from a proposal or series to a nation or actor",
        }
    }

    /// Whether a tie of this kind may run between nodes of these kinds.
    pub const fn is_legal(self, from: NodeKind, to: NodeKind) -> bool {
        use NodeKind::{Group, Nation, Organization, Person, Proposal, Series, Topic};
        let from_power = !matches!(from.class(), NodeClass::Proposal);
        match self {
            Self::Represents => {
                matches!(from.class(), NodeClass::Actor) && matches!(to, Nation | Organization | Group)
            }
            Self::MemberOf => from_power && matches!(to, Organization | Group),
            Self::Leads => from_power && !matches!(to.class(), NodeClass::Proposal) && !matches!(to, Person),
            Self::Broader => matches!(from, Proposal | Series) && matches!(to, Proposal | Series),
            Self::InSeries => matches!(from, Proposal) && matches!(to, Series),
            Self::PartOf => matches!(from, Proposal) && matches!(to, Proposal),
            Self::About => matches!(from, Proposal | Series) && matches!(to, Topic),
            Self::ContraryTo => matches!(from, Proposal | Series) && matches!(to, Proposal | Series),
            Self::Concerns => matches!(from, Proposal | Series) && !matches!(to.class(), NodeClass::Proposal),
        }
    }
}

/// A structural edge, dated and sourced where it joins people and powers.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Tie {
    /// What kind of structure.
    pub kind: TieKind,
    /// Who represents, belongs, leads; the narrower proposal.
    pub from: NodeId,
    /// Who is represented, belonged to, led; the broader proposal.
    pub to: NodeId,
    /// The office held: "President".
    pub office: Option<String>,
    /// From when to when; open on both sides where unknown.
    pub held: Interval,
    /// Who says so.
    pub source: Option<SourceId>,
    /// Where in the source.
    pub locator: Option<String>,
    /// How sure the coder is; a tie without one is taken as fact.
    pub confidence: Option<Confidence>,
}

impl Tie {
    /// First day in, where known.
    pub const fn since(&self) -> Option<Date> {
        self.held.since
    }

    /// First day out, where it has ended.
    pub const fn until(&self) -> Option<Date> {
        self.held.until
    }
}
