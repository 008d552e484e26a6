//! Stances: what a holder can be toward a target, which way each leans, and on what it is legal.

use super::node::NodeClass;
use super::word::code_words;

/// Which way a stance leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// For a proposal; friendly toward an actor or nation.
    Favor,
    /// Declares no side.
    Neutral,
    /// Against a proposal; hostile toward an actor or nation.
    Against,
}

code_words!(Polarity, "polarity", { Favor = 0 "favor", Neutral = 1 "neutral", Against = 2 "against" });

impl Polarity {
    /// The other sign; neutral has none.
    ///
    /// ```
    /// use stancegraph::Polarity;
    /// assert_eq!(Polarity::Favor.opposite(), Some(Polarity::Against));
    /// assert_eq!(Polarity::Neutral.opposite(), None);
    /// ```
    pub const fn opposite(self) -> Option<Self> {
        match self {
            Self::Favor => Some(Self::Against),
            Self::Against => Some(Self::Favor),
            Self::Neutral => None,
        }
    }
}

/// Whether a stance is put in full or only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Asks for it, would consider it, or questions its worth.
    Weak,
    /// Everything else.
    Full,
}

/// The kind of position a statement shows.
///
/// [`Stance::Abstains`] is a position someone took; [`Stance::Absent`] records that a member took none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Stance {
    /// Is for it.
    Supports,
    /// Puts it forward.
    Proposes,
    /// Commits to it.
    Pledges,
    /// Would do it if accepted.
    Offers,
    /// Yields, or agrees to another's.
    Accepts,
    /// Insists on it.
    Demands,
    /// Asks for it: favor, weak.
    Requests,
    /// Would consider it: favor, weak.
    OpenTo,
    /// Declares no side.
    Abstains,
    /// Ends its own earlier position and takes no side.
    Withdraws,
    /// A member with no vote recorded.
    Absent,
    /// Questions its worth: against, weak.
    Doubts,
    /// Disapproves.
    Criticizes,
    /// Refuses, opposes, votes no.
    Rejects,
    /// Announces harm to an actor or nation; may name the proposal it opposes.
    Threatens,
}

code_words!(Stance, "stance", {
    Supports = 0 "supports", Proposes = 1 "proposes", Pledges = 2 "pledges", Offers = 3 "offers",
    Accepts = 4 "accepts", Demands = 5 "demands", Requests = 6 "requests", OpenTo = 7 "open-to",
    Abstains = 8 "abstains", Withdraws = 9 "withdraws", Absent = 10 "absent", Doubts = 11 "doubts",
    Criticizes = 12 "criticizes", Rejects = 13 "rejects", Threatens = 14 "threatens",
});

impl Stance {
    /// Which way it leans; `None` for [`Stance::Withdraws`] and [`Stance::Absent`], which take no side.
    ///
    /// ```
    /// use stancegraph::{Polarity, Stance};
    /// assert_eq!(Stance::Doubts.polarity(), Some(Polarity::Against));
    /// assert_eq!(Stance::Absent.polarity(), None);
    /// ```
    pub const fn polarity(self) -> Option<Polarity> {
        match self {
            Self::Supports | Self::Proposes | Self::Pledges | Self::Offers | Self::Accepts => {
                Some(Polarity::Favor)
            }
            Self::Demands | Self::Requests | Self::OpenTo => Some(Polarity::Favor),
            Self::Abstains => Some(Polarity::Neutral),
            Self::Doubts | Self::Criticizes | Self::Rejects | Self::Threatens => Some(Polarity::Against),
            Self::Withdraws | Self::Absent => None,
        }
    }

    /// Weak for [`Stance::Requests`], [`Stance::OpenTo`] and [`Stance::Doubts`], full for the others.
    pub const fn strength(self) -> Strength {
        match self {
            Self::Requests | Self::OpenTo | Self::Doubts => Strength::Weak,
            _ => Strength::Full,
        }
    }

    /// Whether the stance can be held toward a target of this class.
    ///
    /// Toward proposals every stance but a threat; toward actors and nations only the friendly and hostile ones.
    pub const fn is_legal_on(self, target: NodeClass) -> bool {
        match target {
            NodeClass::Proposal => !matches!(self, Self::Threatens),
            NodeClass::Actor | NodeClass::Nation => matches!(
                self,
                Self::Supports
                    | Self::OpenTo
                    | Self::Doubts
                    | Self::Criticizes
                    | Self::Rejects
                    | Self::Threatens
            ),
        }
    }

    /// What it says of its holder, for the glossary and the explanations.
    pub const fn gloss(self) -> &'static str {
        match self {
            Self::Supports => "is for it",
            Self::Proposes => "puts it forward",
            Self::Pledges => "commits to it",
            Self::Offers => "would do it if accepted",
            Self::Accepts => "yields, or agrees to another's",
            Self::Demands => "insists on it",
            Self::Requests => "asks for it",
            Self::OpenTo => "would consider it",
            Self::Abstains => "declares no side",
            Self::Withdraws => "ends its own earlier position",
            Self::Absent => "a member with no vote recorded",
            Self::Doubts => "questions its worth",
            Self::Criticizes => "disapproves",
            Self::Rejects => "refuses or opposes it",
            Self::Threatens => "announces harm",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threat_is_legal_on_powers_only() {
        assert!(!Stance::Threatens.is_legal_on(NodeClass::Proposal));
        assert!(Stance::Threatens.is_legal_on(NodeClass::Nation));
        assert!(!Stance::Demands.is_legal_on(NodeClass::Actor));
    }

    #[test]
    fn every_stance_reads_back_from_its_word() {
        for &stance in Stance::ALL {
            assert_eq!(stance.as_str().parse(), Ok(stance));
        }
        assert!(
            "likes"
                .parse::<Stance>()
                .unwrap_err()
                .to_string()
                .starts_with("`likes` is no stance; write one of: supports")
        );
    }
}
