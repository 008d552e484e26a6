//! The last word of everyone on a proposal and its kinds in one pass, where the later entry wins.

use std::cell::Cell;

use crate::graph::{Closure, Moment, Row, Segment};
use crate::model::{Capacity, Date, NodeId, Polarity, StatementId};

use super::glance::Glance;
use super::{Selection, Surety};

/// What one voice said last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Latest {
    /// Whose word: the holder, or the nation or organization that it spoke for.
    pub holder: NodeId,
    /// The statement.
    pub statement: StatementId,
    /// Which way it leans; `None` for a withdrawal.
    pub polarity: Option<Polarity>,
}

/// How many of a nation, and of those who speak for it, said what last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct NationTally {
    /// The nation.
    pub nation: NodeId,
    /// How many are for it.
    pub favor: u32,
    /// How many are against it.
    pub against: u32,
}

thread_local! {
    /// One moment per node, all none between uses: small enough for the cache, too dear to clear for each question.
    static SCRATCH: Cell<Vec<Moment>> = const { Cell::new(Vec::new()) };
}

impl Selection<'_> {
    /// What each voice said last on a proposal, its latest instance or any kind of it; in order of the holders.
    ///
    /// The reading of [`last_word`](Self::last_word) with one difference: of several statements on one day the one
    /// entered later is the last, instead of all of them. A partial date counts as its last day, an unknown one comes
    /// before all others; what may have been said, or known, only later is left out, as is what was said in a holder's own
    /// name only. Hints, deeds and absences are no words.
    ///
    /// # Complexity
    /// O(s + k) for `s` statements on the proposal and its `k` kinds, a few nanoseconds each.
    ///
    /// ```
    /// use stancegraph::{Polarity, datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let target = graph.find("un-es-11-1").unwrap();
    /// let latest = Selection::new(graph, Lens::default()).latest(target);
    /// let against = latest.iter().filter(|word| word.polarity == Some(Polarity::Against));
    /// assert_eq!(against.count(), 5);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn latest(&self, target: NodeId) -> Vec<Latest> {
        let mut latest = Vec::new();
        self.each_latest(target, |holder, moment| {
            latest.push(Latest { holder, statement: moment.statement(), polarity: moment.polarity() });
        });
        latest
    }

    /// Whose [`latest`](Self::latest) word leans that way; in order.
    ///
    /// # Complexity
    /// As for [`latest`](Self::latest); with a [closure](crate::StanceGraph::with_closures) of the proposal O(v + log s) for
    /// the `v` voices on it, of `s` statements, and the few words behind a checkpoint.
    pub fn latest_leaning(&self, target: NodeId, polarity: Polarity) -> Vec<NodeId> {
        if let Some((closure, until)) = self.closure(target) {
            return closure.leaning(until, polarity);
        }
        let mut holders = Vec::new();
        self.each_latest(target, |holder, moment| {
            if moment.polarity() == Some(polarity) {
                holders.push(holder);
            }
        });
        holders
    }

    /// The [`latest`](Self::latest) words counted by nation: of the nation itself and of those who speak for it alone,
    /// whenever; in order of the nations. A nation with neutral words only is counted with none on either side.
    ///
    /// # Complexity
    /// As for [`latest_leaning`](Self::latest_leaning).
    pub fn latest_by_nation(&self, target: NodeId) -> Vec<NationTally> {
        let graph = self.graph();
        let mut tallies: Vec<Option<NationTally>> = Vec::new();
        self.each_side(target, |holder, side| {
            let Some(nation) = graph.nation_of(holder) else { return };
            if tallies.len() <= nation.index() {
                tallies.resize(nation.index() + 1, None);
            }
            let tally = tallies[nation.index()].get_or_insert(NationTally { nation, favor: 0, against: 0 });
            tally.favor += u32::from(side == Some(Polarity::Favor));
            tally.against += u32::from(side == Some(Polarity::Against));
        });
        tallies.into_iter().flatten().collect()
    }

    /// The closure that tells who said what last, and the packed day by which.
    fn closure(&self, target: NodeId) -> Option<(&Closure, u32)> {
        let glance = Glance::of(self);
        let closure = self.graph().closure(target)?;
        glance.is_enough.then_some((closure, glance.cutoff))
    }

    /// Shows which way the last word of each voice leans, in order of the voices.
    fn each_side(&self, target: NodeId, mut see: impl FnMut(NodeId, Option<Polarity>)) {
        match self.closure(target) {
            Some((closure, until)) => closure.each(until, see),
            None => self.each_latest(target, |holder, moment| see(holder, moment.polarity())),
        }
    }

    /// Shows the last moment of each voice, in order of the voices.
    fn each_latest(&self, target: NodeId, mut see: impl FnMut(NodeId, Moment)) {
        let graph = self.graph();
        let instance = self.latest_instance(target);
        let matter = graph.with_kinds(target);
        let nodes = || matter.iter().copied().chain(instance);
        let rows: usize =
            graph.segments().flat_map(|segment| nodes().map(|node| segment.on(node).len())).sum();
        let mut scratch = SCRATCH.take();
        if scratch.len() < graph.node_count() {
            scratch.resize(graph.node_count(), Moment::default());
        }
        let mut pass = Pass::new(self, &mut scratch, rows);
        for segment in graph.segments() {
            nodes().for_each(|node| pass.add(segment, segment.on(node)));
        }
        pass.finish(&mut see);
        SCRATCH.set(scratch);
    }
}

/// One pass over rows.
struct Pass<'p> {
    selection: &'p Selection<'p>,
    glance: Glance,
    scratch: &'p mut [Moment],
    /// The voices met; of many rows none are noted, and all voices are looked at in the end.
    met: Option<Vec<NodeId>>,
}

impl<'p> Pass<'p> {
    fn new(selection: &'p Selection<'p>, scratch: &'p mut [Moment], rows: usize) -> Self {
        let met = (rows < scratch.len() / 8).then(|| Vec::with_capacity(rows));
        Self { selection, glance: Glance::of(selection), scratch, met }
    }

    fn add(&mut self, segment: &Segment, rows: &[Row]) {
        if self.met.is_some() || !self.glance.is_enough {
            return rows.iter().for_each(|row| self.add_one(segment, *row));
        }
        for row in rows {
            if row.is_plain() {
                // Without a branch: whether a row is too late is as good as chance.
                let moment = row.moment_until(self.glance.cutoff, segment.base());
                let place = &mut self.scratch[row.other().index()];
                *place = (*place).max(moment);
            } else {
                self.weigh(segment, *row);
            }
        }
    }

    #[inline]
    fn add_one(&mut self, segment: &Segment, row: Row) {
        match self.glance.sees(row) {
            Some(true) => self.enter(row.other(), row.moment(row.when(), segment.base())),
            Some(false) => {}
            None => self.weigh(segment, row),
        }
    }

    #[inline]
    fn enter(&mut self, holder: NodeId, moment: Moment) {
        let place = &mut self.scratch[holder.index()];
        if let Some(met) = self.met.as_mut().filter(|_| place.is_none()) {
            met.push(holder);
        }
        *place = (*place).max(moment);
    }

    /// A statement that takes a closer look.
    #[cold]
    fn weigh(&mut self, segment: &Segment, row: Row) {
        let id = segment.numbered(row);
        let statement = self.selection.graph().at_statement(id);
        if !statement.is_word() || self.selection.sight(id) != Ok(Surety::Certain) {
            return;
        }
        let day = statement.said.map_or(0, |date| Date::from(date.latest()).pack());
        let moment = row.moment(day, segment.base());
        match statement.capacity {
            Capacity::Unstated => self.enter(statement.holder, moment),
            Capacity::Personal => {}
            Capacity::For(powers) => powers.iter().for_each(|&power| self.enter(power, moment)),
        }
    }

    /// Shows what was found and leaves the scratch as it was.
    fn finish(self, see: &mut impl FnMut(NodeId, Moment)) {
        let Some(mut met) = self.met else {
            for (node, moment) in (0..).map(NodeId::new).zip(&mut *self.scratch) {
                if !moment.is_none() {
                    see(node, std::mem::take(moment));
                }
            }
            return;
        };
        met.sort_unstable();
        for node in met {
            see(node, std::mem::take(&mut self.scratch[node.index()]));
        }
    }
}
