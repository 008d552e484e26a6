//! What one voice said last on each matter itself, in one pass over its own rows.

use crate::graph::{Moment, Row, Segment};
use crate::model::{Capacity, Date, NodeId, Polarity, StatementId};

use super::glance::Glance;
use super::{Selection, Surety};

/// What a voice said last on a target itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LatestOn {
    /// On what.
    pub target: NodeId,
    /// The statement.
    pub statement: StatementId,
    /// Which way it leans; `None` for a withdrawal.
    pub polarity: Option<Polarity>,
}

/// Room for the last moment on each target; empty between two holders.
#[derive(Debug, Default)]
pub(crate) struct LastWords {
    moments: Vec<Moment>,
    met: Vec<NodeId>,
}

impl Selection<'_> {
    /// What a holder said last on each target itself, kinds of it left aside; in order of the targets.
    ///
    /// For a nation or organization these are its own words and those made on its behalf, for anyone else its own, in
    /// whichever capacity. Of several on one day the one
    /// entered later is the last; a partial date counts as its last day, an unknown one comes before all others. What may
    /// have been said, or known, only later is left out, and so is what hangs on a condition. Hints, deeds and absences
    /// are no words.
    ///
    /// # Complexity
    /// O(s + t log t) for its `s` statements on `t` targets.
    ///
    /// ```
    /// use stancegraph::{Polarity, datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let vote = Selection::new(graph, Lens::default()).latest_of(graph.find("BLR").unwrap());
    /// assert_eq!((vote.len(), vote[0].polarity), (1, Some(Polarity::Against)));
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn latest_of(&self, holder: NodeId) -> Vec<LatestOn> {
        let mut latest = Vec::new();
        self.each_latest_of(holder, &mut LastWords::default(), |target, moment| {
            latest.push(LatestOn { target, statement: moment.statement(), polarity: moment.polarity() });
        });
        latest.sort_unstable_by_key(|one| one.target);
        latest
    }

    /// Shows what a holder said last on each target, in no order that tells anything.
    pub(crate) fn each_latest_of(
        &self,
        holder: NodeId,
        words: &mut LastWords,
        mut see: impl FnMut(NodeId, Moment),
    ) {
        if words.moments.len() < self.graph().node_count() {
            words.moments.resize(self.graph().node_count(), Moment::default());
        }
        let glance = Glance::of(self);
        for segment in self.graph().segments() {
            for &row in segment.by(holder) {
                if glance.is_enough && row.is_plain() {
                    // Without a branch: whether a row is too late is as good as chance.
                    words.enter(row.other(), row.moment_until(glance.cutoff, segment.base()));
                } else {
                    self.weigh_of(holder, segment, row, words);
                }
            }
        }
        for target in words.met.drain(..) {
            let moment = std::mem::take(&mut words.moments[target.index()]);
            if !moment.is_none() {
                see(target, moment);
            }
        }
    }

    /// A statement that takes a closer look.
    #[cold]
    fn weigh_of(&self, holder: NodeId, segment: &Segment, row: Row, words: &mut LastWords) {
        let id = segment.numbered(row);
        let statement = self.graph().at_statement(id);
        // As everywhere: of a nation or organization its pool, of anyone else its own, in whichever capacity.
        let is_power = self.graph().at(holder).kind().is_power();
        let is_own = match statement.capacity {
            _ if !is_power => statement.holder == holder,
            Capacity::Unstated => statement.holder == holder,
            Capacity::Personal => false,
            Capacity::For(powers) => powers.contains(&holder),
        };
        let is_plain = statement.is_word() && statement.stance_conditions().next().is_none();
        if is_own && is_plain && self.sight(id) == Ok(Surety::Certain) {
            let day = statement.said.map_or(0, |date| Date::from(date.latest()).pack());
            words.enter(row.other(), row.moment(day, segment.base()));
        }
    }
}

impl LastWords {
    #[inline]
    fn enter(&mut self, target: NodeId, moment: Moment) {
        let place = &mut self.moments[target.index()];
        if place.is_none() {
            self.met.push(target);
        }
        *place = (*place).max(moment);
    }
}
