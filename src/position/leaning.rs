//! Who holds a position that leans one way, in one pass where statements are plain.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::graph::{Row, Segment};
use crate::model::{NodeId, Polarity, StatementId};
use crate::query::{Inference, Listing};

use super::glance::Glance;
use super::{Record, Selection, Voice};

/// On which sides a holder stands, one bit each in the order of [`Polarity`], a withdrawal after them; and the nearest
/// basis that this rests on, a kind of the target where none is named.
type Sides = u8;

const ON_TARGET: Sides = 0x10;
const ON_INSTANCE: Sides = 0x20;
/// Said in a way, or at a time, that takes the whole derivation.
const UNCLEAR: Sides = 0x40;
/// Someone in office for it spoke unmarked.
const SPOKEN_FOR: Sides = 0x80;

thread_local! {
    /// The sides of each node, none between uses.
    static SCRATCH: Cell<Vec<Sides>> = const { Cell::new(Vec::new()) };
}

impl Selection<'_> {
    /// Who holds a position on a proposal, or on a kind of it, that leans that way, be it one of several sides; in order
    /// of the nodes.
    ///
    /// These are the holders under whose names [`records_on`](Self::records_on) lists such positions for speakers, without
    /// what the positions rest on. Whoever spoke plainly, unmarked and on known days, is read off the rows; only of the
    /// others the positions are derived.
    ///
    /// # Complexity
    /// O(s + k) for `s` plain statements on the proposal and its `k` kinds, a few nanoseconds each; that of
    /// [`records_of`](Self::records_of) for every voice that was not plain throughout. With filters, assumptions, a day
    /// known at or inference it is that of [`records_on`](Self::records_on).
    ///
    /// ```
    /// use stancegraph::{Polarity, datasets, position::{Lens, Selection}};
    /// let graph = datasets::es_11_1()?;
    /// let target = graph.find("un-es-11-1").unwrap();
    /// let against = Selection::new(graph, Lens::default()).leaning(target, Polarity::Against);
    /// assert_eq!(against.len(), 5);
    /// # Ok::<(), stancegraph::BuildError>(())
    /// ```
    pub fn leaning(&self, target: NodeId, polarity: Polarity) -> Vec<NodeId> {
        let glance = Glance::of(self);
        if !glance.is_enough || self.lens().inference == Inference::Included {
            let records = self.records_on(target, Listing::Speakers);
            let holders: BTreeSet<NodeId> =
                records.iter().flat_map(|record| self.holders_leaning(record, polarity)).collect();
            return holders.into_iter().collect();
        }
        let mut scratch = SCRATCH.take();
        scratch.resize(scratch.len().max(self.graph().node_count()), 0);
        let mut pass = Pass {
            selection: self,
            target,
            instance: self.latest_instance(target),
            cutoff: glance.cutoff,
            scratch: &mut scratch,
            unclear: Vec::new(),
            met: None,
        };
        pass.read();
        let found = pass.finish(polarity);
        SCRATCH.set(scratch);
        found
    }

    /// Whose positions in a record have a statement that leans that way.
    fn holders_leaning(&self, record: &Record, polarity: Polarity) -> Vec<NodeId> {
        let leans = |id: &StatementId| self.graph().at_statement(*id).stance.polarity() == Some(polarity);
        let positions = record.positions.iter().filter(|position| position.statements.iter().any(leans));
        positions.map(|position| position.holder).collect()
    }
}

/// One pass over the rows on a proposal and its kinds.
struct Pass<'p> {
    selection: &'p Selection<'p>,
    target: NodeId,
    /// The one that speaks for the target where that is a series.
    instance: Option<NodeId>,
    /// The packed date up to which plain rows are seen.
    cutoff: u32,
    scratch: &'p mut [Sides],
    /// Voices whose positions are to be derived.
    unclear: Vec<Voice>,
    /// The nodes met; of many rows none are noted, and all nodes are looked at in the end.
    met: Option<Vec<NodeId>>,
}

impl Pass<'_> {
    /// Reads all rows, nearest basis first.
    fn read(&mut self) {
        let (graph, target, instance) = (self.selection.graph(), self.target, self.instance);
        let matter = graph.with_kinds(target);
        let kinds = || matter.iter().copied().filter(|kind| *kind != target);
        let nodes = || [target].into_iter().chain(instance).chain(kinds());
        let runs = graph.segments().flat_map(|segment| nodes().map(|node| segment.on(node)));
        let rows = runs.map(<[Row]>::len).sum();
        self.met = (rows < self.scratch.len() / 8).then(|| Vec::with_capacity(rows));
        self.add(target, ON_TARGET, 0);
        if let Some(instance) = instance {
            self.add(instance, ON_INSTANCE, ON_TARGET);
        }
        for kind in kinds() {
            self.add(kind, 0, ON_TARGET | ON_INSTANCE);
        }
    }

    /// Adds what is said on one node, unless something nearer was said.
    fn add(&mut self, node: NodeId, basis: Sides, nearer: Sides) {
        let mut segments = self.selection.graph().segments().filter(|segment| !segment.on(node).is_empty());
        match (segments.next(), segments.next()) {
            (None, _) => {}
            (Some(only), None) => self.add_rows(only.on(node).iter().map(|row| (only, *row)), basis, nearer),
            (Some(first), Some(second)) => {
                let of = |segment| move |row: &Row| (segment, *row);
                let all = [first, second].into_iter().chain(segments);
                let mut rows: Vec<(&Segment, Row)> =
                    all.flat_map(|segment| segment.on(node).iter().map(of(segment))).collect();
                rows.sort_by_key(|(segment, row)| (row.other(), row.when(), segment.numbered(*row)));
                self.add_rows(rows.into_iter(), basis, nearer);
            }
        }
    }

    /// Adds rows in order of holder and date. Of each holder the last day that is seen decides: whatever was said before
    /// it on another side gave way. Without a branch, for whether a row is too late is as good as chance.
    #[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
    fn add_rows<'s>(
        &mut self,
        rows: impl DoubleEndedIterator<Item = (&'s Segment, Row)>,
        basis: Sides,
        nearer: Sides,
    ) {
        const NO_DAY: u32 = u32::MAX;
        let (mut holder, mut day) = (NodeId::new(u32::MAX), NO_DAY);
        for (segment, row) in rows.rev() {
            if !row.is_plain() {
                self.look_closer(segment.numbered(row));
                continue;
            }
            let when = row.when();
            day = if row.other() == holder { day } else { NO_DAY };
            holder = row.other();
            let takes = (when <= self.cutoff) & ((day == NO_DAY) | (day == when));
            day = if takes { when } else { day };
            let place = &mut self.scratch[holder.index()];
            let counts = takes & (*place & nearer == 0);
            if let Some(met) = self.met.as_mut().filter(|_| counts && *place == 0) {
                met.push(holder);
            }
            *place |= (side(row.polarity()) | basis) * Sides::from(counts);
        }
    }

    /// Notes the voices of a statement that is seen but not plain.
    #[cold]
    fn look_closer(&mut self, id: StatementId) {
        if self.selection.sight(id).is_err() {
            return;
        }
        let graph = self.selection.graph();
        for voice in Voice::of(graph, graph.at_statement(id)) {
            self.unclear.push(voice);
            if !matches!(voice, Voice::Personal(_)) {
                let place = &mut self.scratch[voice.node().index()];
                if let Some(met) = self.met.as_mut().filter(|_| *place == 0) {
                    met.push(voice.node());
                }
                *place |= UNCLEAR;
            }
        }
    }

    /// Who leans that way, and the scratch as it was.
    fn finish(mut self, polarity: Polarity) -> Vec<NodeId> {
        let wanted = |sides: Sides| sides & side(Some(polarity)) != 0 && sides & UNCLEAR == 0;
        let met = self.met.take();
        let mut found: Vec<NodeId> = if let Some(met) = &met {
            met.iter().copied().filter(|node| wanted(self.scratch[node.index()])).collect()
        } else {
            let all = (0..).map(NodeId::new).zip(&*self.scratch);
            all.filter(|(_, sides)| wanted(**sides)).map(|(node, _)| node).collect()
        };
        self.leave_out_kept_off(&mut found);
        self.add_unclear(polarity, &mut found);
        match met {
            Some(met) => met.into_iter().for_each(|node| self.scratch[node.index()] = 0),
            None => self.scratch.fill(0),
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Leaves out powers whose own words are farther from the target than what those in office for them said unmarked.
    fn leave_out_kept_off(&mut self, found: &mut Vec<NodeId>) {
        let graph = self.selection.graph();
        let nearest = [(Some(self.target), ON_TARGET), (self.instance, ON_TARGET | ON_INSTANCE)];
        for (node, as_near) in nearest {
            let is_farther =
                |sides: Sides, holder: NodeId| sides & as_near == 0 && graph.at(holder).kind().is_power();
            let some = |holder: &NodeId| is_farther(self.scratch[holder.index()], *holder);
            let Some(node) = node.filter(|_| found.iter().any(some)) else { continue };
            self.mark_spoken_for(node);
            found.retain(|holder| {
                let sides = self.scratch[holder.index()];
                sides & SPOKEN_FOR == 0 || !is_farther(sides, *holder)
            });
        }
    }

    /// Marks for whom those who spoke unmarked on a node itself were in office, or may have been; only those met.
    fn mark_spoken_for(&mut self, node: NodeId) {
        let (selection, graph) = (self.selection, self.selection.graph());
        let mut mark = |power: NodeId, speaks: bool| {
            let place = &mut self.scratch[power.index()];
            *place |= SPOKEN_FOR * Sides::from(speaks && *place != 0);
        };
        for segment in graph.segments() {
            for row in segment.on(node) {
                match graph.nation_of(row.other()) {
                    // In office whenever.
                    Some(nation) if row.is_plain() => mark(nation, row.when() <= self.cutoff),
                    _ => selection
                        .in_office_for(segment.numbered(*row))
                        .into_iter()
                        .for_each(|power| mark(power, true)),
                }
            }
        }
    }

    fn add_unclear(&mut self, polarity: Polarity, found: &mut Vec<NodeId>) {
        let voices: BTreeSet<Voice> = std::mem::take(&mut self.unclear).into_iter().collect();
        for voice in voices {
            let record = self.selection.record_of_speakers(voice, self.target);
            found.extend(self.selection.holders_leaning(&record, polarity));
        }
    }
}

#[inline]
fn side(polarity: Option<Polarity>) -> Sides {
    polarity.map_or(0x8, |polarity| 1 << polarity.code())
}
