//! The last word of everyone on a proposal and its kinds in one pass, where the later entry wins.

use std::cell::Cell;

use crate::graph::{Moment, Row, Segment};
use crate::model::{Capacity, Date, NodeId, Polarity, StatementId};

use super::{Lens, Selection};

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
    /// before all others. What was said in a holder's own name only is left out. Hints, deeds and absences are no words.
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
        let of = |(holder, moment): (NodeId, Moment)| Latest {
            holder,
            statement: moment.statement(),
            polarity: moment.polarity(),
        };
        self.fold_latest(target, |moments| moments.map(of).collect())
    }

    /// Whose [`latest`](Self::latest) word leans that way; in order.
    ///
    /// # Complexity
    /// As for [`latest`](Self::latest).
    pub fn latest_leaning(&self, target: NodeId, polarity: Polarity) -> Vec<NodeId> {
        self.fold_latest(target, |moments| {
            moments
                .filter(|(_, moment)| moment.polarity() == Some(polarity))
                .map(|(holder, _)| holder)
                .collect()
        })
    }

    /// The [`latest`](Self::latest) words counted by nation: of the nation itself and of those who speak for it alone,
    /// whenever; in order of the nations. A nation with neutral words only is counted with none on either side.
    ///
    /// # Complexity
    /// As for [`latest`](Self::latest).
    pub fn latest_by_nation(&self, target: NodeId) -> Vec<NationTally> {
        let graph = self.graph();
        self.fold_latest(target, |moments| {
            let mut tallies: Vec<Option<NationTally>> = Vec::new();
            for (holder, moment) in moments {
                let Some(nation) = graph.nation_of(holder) else { continue };
                if tallies.len() <= nation.index() {
                    tallies.resize(nation.index() + 1, None);
                }
                let tally =
                    tallies[nation.index()].get_or_insert(NationTally { nation, favor: 0, against: 0 });
                tally.favor += u32::from(moment.polarity() == Some(Polarity::Favor));
                tally.against += u32::from(moment.polarity() == Some(Polarity::Against));
            }
            tallies.into_iter().flatten().collect()
        })
    }

    /// Reads the last moments of all voices, in order of the voices.
    fn fold_latest<T>(
        &self,
        target: NodeId,
        read: impl FnOnce(&mut dyn Iterator<Item = (NodeId, Moment)>) -> T,
    ) -> T {
        let mut scratch = SCRATCH.take();
        let nodes = self.graph().node_count();
        if scratch.len() < nodes {
            scratch.resize(nodes, Moment::default());
        }
        let mut touched = Vec::new();
        let instance = self.latest_instance(target);
        let matter = self.graph().with_kinds(target);
        for segment in self.graph().segments() {
            let mut pass = Pass { selection: self, segment, scratch: &mut scratch, touched: &mut touched };
            for node in matter.iter().copied().chain(instance) {
                pass.add(segment.on(node));
            }
        }
        // Many: all nodes in order are read sooner than those touched are sorted.
        let result = if touched.len() > nodes / 16 {
            let all = (0..).map(NodeId::new).zip(scratch.iter().copied());
            read(&mut all.filter(|(_, moment)| !moment.is_none()))
        } else {
            touched.sort_unstable();
            read(&mut touched.iter().map(|&node| (node, scratch[node.index()])))
        };
        for node in &touched {
            scratch[node.index()] = Moment::default();
        }
        SCRATCH.set(scratch);
        result
    }

    /// Whether only the day asked about decides what is seen of plain statements.
    pub(super) fn is_simple(&self) -> bool {
        let lens = self.lens();
        *lens
            == Lens {
                as_of: lens.as_of,
                inference: lens.inference,
                assuming: lens.assuming.clone(),
                ..Lens::default()
            }
    }

    /// The packed date up to which plain statements count.
    pub(super) fn cutoff(&self) -> u32 {
        self.lens().as_of.map_or(u32::MAX >> 9, |day| Date::from(day).pack())
    }
}

/// One pass over rows of a segment.
struct Pass<'p> {
    selection: &'p Selection<'p>,
    segment: &'p Segment,
    scratch: &'p mut [Moment],
    touched: &'p mut Vec<NodeId>,
}

impl Pass<'_> {
    fn add(&mut self, rows: &[Row]) {
        let (cutoff, base) = (self.selection.cutoff(), self.segment.base());
        let is_simple = self.selection.is_simple();
        for row in rows {
            if row.is_plain() && is_simple {
                if row.when() <= cutoff {
                    self.enter(row.other(), row.moment(row.when(), base));
                }
            } else {
                self.weigh(*row);
            }
        }
    }

    #[inline]
    fn enter(&mut self, holder: NodeId, moment: Moment) {
        let place = &mut self.scratch[holder.index()];
        if place.is_none() {
            self.touched.push(holder);
        }
        *place = (*place).max(moment);
    }

    /// A statement that takes a closer look.
    fn weigh(&mut self, row: Row) {
        let id = self.segment.numbered(row);
        let statement = self.selection.graph().at_statement(id);
        if !statement.is_word() || self.selection.sight(id).is_err() {
            return;
        }
        let moment = row
            .moment(statement.said.map_or(0, |date| Date::from(date.latest()).pack()), self.segment.base());
        match statement.capacity {
            Capacity::Unstated => self.enter(statement.holder, moment),
            Capacity::Personal => {}
            Capacity::For(powers) => powers.iter().for_each(|&power| self.enter(power, moment)),
        }
    }
}
