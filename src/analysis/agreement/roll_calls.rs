//! Roll calls with the votes cast in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::graph::StanceGraph;
use crate::model::{Act, Capacity, Date, NodeId, Polarity, StatementId, TieKind};
use crate::position::{Selection, Surety};

use super::ballots::Ballots;
use super::{Agreement, Cast, Contest, VoteSet};

/// One roll call: when, and who voted how, by voter.
#[derive(Debug, Clone)]
struct Call {
    node: NodeId,
    /// The year of its votes, where one is known.
    year: Option<i16>,
    votes: Vec<(NodeId, Polarity)>,
    /// What each vote stands in, vote by vote.
    statements: Vec<StatementId>,
}

/// The roll calls that a selection sees, and how each voter voted.
///
/// A vote counts for the nation or organization that cast it. Absences are no votes. Of two votes of one voter in one roll
/// call the later one counts.
///
/// ```
/// use stancegraph::{datasets, analysis::agreement::RollCalls, position::{Lens, Selection}};
/// let graph = datasets::es_11_1()?;
/// let calls = RollCalls::of(&Selection::new(graph, Lens::default()));
/// let node = |key: &str| graph.find(key).unwrap();
/// let agreement = calls.agreement(node("IND"), node("FRA"));
/// assert_eq!((agreement.common, agreement.half, agreement.value()), (1, 1, Some(0.5)));
/// assert_eq!(calls.agreement(node("VEN"), node("FRA")).value(), None, "Venezuela did not vote");
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
pub struct RollCalls {
    graph: StanceGraph,
    calls: Vec<Call>,
    set: Arc<VoteSet>,
}

impl RollCalls {
    /// The roll calls with a vote that is certainly seen.
    ///
    /// # Complexity
    /// O(n log n) for `n` statements.
    pub fn of(selection: &Selection<'_>) -> Self {
        let graph = selection.graph().clone();
        let calls = calls(selection);
        let datasets = graph.datasets().iter().map(|dataset| dataset.key.clone()).collect();
        let set = VoteSet {
            datasets,
            period: selection.lens().period,
            year: None,
            issue: None,
            contest: Contest::Any,
            roll_calls: Vec::new(),
        };
        Self { graph, calls: Vec::new(), set: Arc::new(set) }.with(calls, |_| {})
    }

    /// Only those in which not every vote cast was the same.
    #[must_use]
    pub fn contested(&self) -> Self {
        let is_contested = |call: &&Call| {
            let first = call.votes.first().map(|(_, vote)| *vote);
            call.votes.iter().any(|(_, vote)| Some(*vote) != first)
        };
        self.only(is_contested, |set| set.contest = Contest::Contested)
    }

    /// Only those about an issue: a topic, or any node that roll calls are tied to as being about it.
    #[must_use]
    pub fn on_issue(&self, issue: NodeId) -> Self {
        let about = |call: &&Call| {
            let mut ties = self.graph.ties_from(call.node, TieKind::About).into_iter();
            ties.any(|tie| self.graph.at_tie(tie).to == issue)
        };
        self.only(about, |set| set.issue = self.graph.node(issue).map(|node| node.key.clone()))
    }

    /// The roll calls of each issue, in the order in which the issues enter the data; one that is about several is in each.
    pub fn by_issue(&self) -> Vec<(NodeId, Self)> {
        let ties = self.calls.iter().flat_map(|call| self.graph.ties_from(call.node, TieKind::About));
        let issues: BTreeSet<NodeId> = ties.map(|tie| self.graph.at_tie(tie).to).collect();
        issues.into_iter().map(|issue| (issue, self.on_issue(issue))).collect()
    }

    /// The roll calls of each calendar year, in order; those of which no year is known are in none.
    pub fn by_year(&self) -> Vec<(i16, Self)> {
        let years: BTreeSet<i16> = self.calls.iter().filter_map(|call| call.year).collect();
        years.into_iter().map(|year| (year, self.in_year(year))).collect()
    }

    /// The roll calls of a calendar year.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Self {
        self.only(|call| call.year == Some(year), |set| set.year = Some(year))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }

    /// Which roll calls these are, and what was asked for.
    pub fn vote_set(&self) -> &VoteSet {
        &self.set
    }

    /// Who cast a vote in any of them, by key.
    pub fn voters(&self) -> Vec<NodeId> {
        let voters: BTreeSet<NodeId> =
            self.calls.iter().flat_map(|call| call.votes.iter().map(|(voter, _)| *voter)).collect();
        let mut voters: Vec<NodeId> = voters.into_iter().collect();
        voters.sort_by_key(|voter| &self.graph.at(*voter).key);
        voters
    }

    /// Every vote, roll call by roll call in order of entry, voters likewise.
    ///
    /// ```
    /// use stancegraph::{datasets, analysis::agreement::RollCalls, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let calls = RollCalls::of(&Selection::new(graph, Lens::default()));
    /// assert_eq!(calls.votes().count(), 141 + 5 + 35);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn votes(&self) -> impl Iterator<Item = Cast> + '_ {
        self.calls.iter().flat_map(|call| {
            call.votes.iter().zip(&call.statements).map(|(&(voter, vote), &statement)| Cast {
                call: call.node,
                year: call.year,
                voter,
                vote,
                statement,
            })
        })
    }

    /// The same with these roll calls, by place, in place of its own.
    pub(in crate::analysis) fn with_calls(&self, places: &[usize]) -> Self {
        self.with(places.iter().filter_map(|place| self.calls.get(*place).cloned()).collect(), |_| {})
    }

    /// The graph that they are of.
    pub(in crate::analysis) const fn graph(&self) -> &StanceGraph {
        &self.graph
    }

    /// How two voted in the roll calls in which both did.
    ///
    /// # Complexity
    /// O(r log n) for `r` roll calls of at most `n` votes.
    pub fn agreement(&self, left: NodeId, right: NodeId) -> Agreement {
        let ballots = self.ballots(&[left, right]);
        self.counted(&ballots, (0, left), (1, right))
    }

    /// How each two of some voters voted, in the order given: first the first with all others.
    ///
    /// # Complexity
    /// O(r n) to sort `r` roll calls of `n` votes into bits, then O(n² r / 64).
    pub fn pairs(&self, voters: &[NodeId]) -> Vec<Agreement> {
        let ballots = self.ballots(voters);
        let rows: Vec<(usize, NodeId)> = voters.iter().copied().enumerate().collect();
        let later = |at: usize| rows.get(at + 1..).unwrap_or_default();
        let of = |(at, left): &(usize, NodeId)| {
            let left = (*at, *left);
            later(left.0).iter().map(move |right| (left, *right))
        };
        rows.iter().flat_map(of).map(|(left, right)| self.counted(&ballots, left, right)).collect()
    }

    /// How each two of all [`voters`](Self::voters) voted, by key.
    pub fn all_pairs(&self) -> Vec<Agreement> {
        self.pairs(&self.voters())
    }

    fn ballots(&self, voters: &[NodeId]) -> Ballots {
        let cast: Vec<_> = self.calls.iter().map(|call| call.votes.as_slice()).collect();
        Ballots::new(&cast, voters)
    }

    fn counted(&self, ballots: &Ballots, left: (usize, NodeId), right: (usize, NodeId)) -> Agreement {
        let [common, half, opposite] = ballots.common(left.0, right.0);
        let set = Arc::clone(&self.set);
        Agreement {
            left: left.1,
            right: right.1,
            common,
            same: common - half - opposite,
            half,
            opposite,
            set,
        }
    }

    fn only(&self, wanted: impl Fn(&&Call) -> bool, told: impl FnOnce(&mut VoteSet)) -> Self {
        self.with(self.calls.iter().filter(wanted).cloned().collect(), told)
    }

    fn with(&self, calls: Vec<Call>, told: impl FnOnce(&mut VoteSet)) -> Self {
        let mut set = VoteSet::clone(&self.set);
        told(&mut set);
        set.roll_calls = calls.iter().map(|call| self.graph.at(call.node).key.clone()).collect();
        Self { graph: self.graph.clone(), calls, set: Arc::new(set) }
    }
}

/// The votes that count in one roll call, by voter, each with its date and its statement.
type Ballot = BTreeMap<NodeId, (Option<Date>, Polarity, StatementId)>;

/// The votes of each roll call, in the order in which the roll calls enter the data.
fn calls(selection: &Selection<'_>) -> Vec<Call> {
    let mut calls: BTreeMap<NodeId, Ballot> = BTreeMap::new();
    for (id, statement) in selection.graph().statements().filter(|(_, one)| one.act == Act::Voted) {
        let Some(vote) = statement.stance.polarity() else { continue };
        if !statement.is_word() || selection.sight(id) != Ok(Surety::Certain) {
            continue;
        }
        let cast_by = match statement.capacity {
            Capacity::For(powers) => powers.as_slice(),
            Capacity::Unstated | Capacity::Personal => std::slice::from_ref(&statement.holder),
        };
        let ballot = calls.entry(statement.target).or_default();
        for &voter in cast_by {
            let cast = ballot.entry(voter).or_insert((statement.said, vote, id));
            // The order of entry decides among votes of one day.
            if statement.said >= cast.0 {
                *cast = (statement.said, vote, id);
            }
        }
    }
    let of = |(node, votes): (NodeId, Ballot)| Call {
        node,
        year: votes.values().filter_map(|(said, ..)| *said).min().map(|date| date.earliest().year()),
        statements: votes.values().map(|(.., statement)| *statement).collect(),
        votes: votes.into_iter().map(|(voter, (_, vote, _))| (voter, vote)).collect(),
    };
    calls.into_iter().map(of).collect()
}
