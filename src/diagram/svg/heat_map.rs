//! Who stands where on what: holders by proposals.

use std::collections::{BTreeMap, HashMap};

use super::canvas::{Anchor, Canvas, Type};
use super::labels::{counted, shortened, width};
use super::layout::order_along;
use super::side;
use super::theme::Theme;
use crate::model::{NodeClass, NodeId};
use crate::position::{Lean, Selection};
use crate::query::Listing;

/// No more holders and targets are drawn.
const MOST_HOLDERS: usize = 200;
const MOST_TARGETS: usize = 60;
const TOP: f64 = 56.0;

/// Holders by proposals, a cell for each position.
///
/// Blue with `+` is in favor, orange with `−` against, grey with `0` neutral, pink with `±` both, a dot a member of whom no
/// vote is recorded; an empty cell is no position of its own, be it silence or a hint. What hangs on a condition, and what only may be, is paler. Holders that
/// stand alike are next to each other, and so are proposals on which they do: both run along the first axis of their
/// likeness. Of more than 200 holders and 60 proposals those with the most positions are drawn, and the line at the bottom
/// says how many were not.
///
/// ```
/// use stancegraph::{datasets, query::Listing, position::{Lens, Selection}};
/// use stancegraph::diagram::svg::HeatMap;
/// let graph = datasets::nato_accession()?;
/// let svg = HeatMap::of(&Selection::new(graph, Lens::default()), Listing::Nations).to_svg();
/// assert!(svg.contains("Hungary") && svg.contains("in favor"));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct HeatMap {
    title: String,
    theme: Theme,
    holders: Vec<String>,
    targets: Vec<String>,
    cells: HashMap<(usize, usize), Cell>,
    /// How many holders and targets there are, drawn or not.
    all: (usize, usize),
}

/// What a holder has on a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    lean: Lean,
    attributes: &'static str,
}

impl Cell {
    /// The cell of a holder that has another position in another capacity: on two sides it is on both, a side outweighs
    /// what takes none.
    fn beside(self, other: Self) -> Self {
        match (self.lean, other.lean) {
            (one, another) if one == another => self,
            (Lean::None | Lean::Neutral, _) => other,
            (_, Lean::None | Lean::Neutral) => self,
            _ => Self { lean: Lean::Mixed, ..self },
        }
    }
}

impl HeatMap {
    /// The positions on every proposal that anyone has a statement on, listed for speakers or for nations.
    ///
    /// # Complexity
    /// That of [`Selection::records_on`] for each proposal.
    pub fn of(selection: &Selection<'_>, listing: Listing) -> Self {
        let graph = selection.graph();
        let proposals = graph.nodes().filter(|(_, node)| node.class() == NodeClass::Proposal);
        let targets: Vec<NodeId> = proposals.map(|(id, _)| id).collect();
        Self::on(selection, &targets, listing)
    }

    /// The positions on these proposals; those that rest on a kind of a proposal, or on what it is a kind of, are left to that one.
    pub fn on(selection: &Selection<'_>, targets: &[NodeId], listing: Listing) -> Self {
        let mut found: BTreeMap<(NodeId, NodeId), Cell> = BTreeMap::new();
        for &target in targets.iter().filter(|target| !selection.graph().statements_on(**target).is_empty()) {
            for record in selection.records_on(target, listing) {
                for position in record.positions.iter().filter(|p| p.target == target && !p.on_kind) {
                    let cell = Cell { lean: position.lean, attributes: side::reserve(position) };
                    let known = found.entry((position.holder, target)).or_insert(cell);
                    *known = known.beside(cell);
                }
                if !record.absences.is_empty() && record.positions.is_empty() {
                    let holder = record.listed_as.unwrap_or_else(|| record.voice.node());
                    found.entry((holder, target)).or_insert(Cell { lean: Lean::None, attributes: "" });
                }
            }
        }
        Self::arranged(selection, &found)
    }

    /// Keeps those with the most positions, like ones side by side.
    fn arranged(selection: &Selection<'_>, found: &BTreeMap<(NodeId, NodeId), Cell>) -> Self {
        // Absences count less than any position, but count: a roll call in which nobody voted is on the board.
        let weighed = || found.iter().map(|(place, cell)| (place, usize::from(cell.lean != Lean::None)));
        let (holders, all_holders) = most(weighed().map(|((holder, _), one)| (*holder, one)), MOST_HOLDERS);
        let (targets, all_targets) = most(weighed().map(|((_, target), one)| (*target, one)), MOST_TARGETS);
        let value = |holder: NodeId, target: NodeId| {
            found.get(&(holder, target)).map_or(0.0, |cell| match cell.lean {
                Lean::Favor => 1.0,
                Lean::Against => -1.0,
                _ => 0.0,
            })
        };
        let rows: Vec<Vec<f64>> = holders
            .iter()
            .map(|&holder| targets.iter().map(|&target| value(holder, target)).collect())
            .collect();
        let columns: Vec<Vec<f64>> = targets
            .iter()
            .map(|&target| holders.iter().map(|&holder| value(holder, target)).collect())
            .collect();
        let holders: Vec<NodeId> = order_along(&rows).into_iter().map(|at| holders[at]).collect();
        let targets: Vec<NodeId> = order_along(&columns).into_iter().map(|at| targets[at]).collect();
        let mut cells = HashMap::new();
        for (row, &holder) in holders.iter().enumerate() {
            for (column, &target) in targets.iter().enumerate() {
                if let Some(cell) = found.get(&(holder, target)) {
                    cells.insert((row, column), *cell);
                }
            }
        }
        let name =
            |id: &NodeId| selection.graph().node(*id).map_or_else(String::new, |node| node.name().to_owned());
        Self {
            title: "Who stands where on what".to_owned(),
            theme: Theme::Auto,
            holders: holders.iter().map(name).collect(),
            targets: targets.iter().map(name).collect(),
            cells,
            all: (all_holders, all_targets),
        }
    }

    /// What is written above it.
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// In which colors.
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The picture as a file of its own.
    pub fn to_svg(&self) -> String {
        let (wide, high) = if self.targets.len() <= 25 { (26.0, 20.0) } else { (18.0, 15.0) };
        let left =
            30.0 + self.holders.iter().map(|name| width(&shortened(name, 40), 11.0)).fold(80.0, f64::max);
        // Names of proposals rise by 45 degrees.
        let longest = self.targets.iter().map(|name| width(&shortened(name, 44), 11.0)).fold(0.0, f64::max);
        let top = TOP + longest * 0.71 + 10.0;
        let mut canvas = Canvas::new();
        canvas.text(Type::new("ink", 20.0, Anchor::Start), (20.0, 30.0), &self.title);
        for (column, name) in self.targets.iter().enumerate() {
            let x = left + wide * (count(column) + 0.6);
            canvas.open(name);
            canvas.rising(Type::new("ink", 11.0, Anchor::Start), (x, top - 6.0), &shortened(name, 44));
            canvas.close();
        }
        for (row, name) in self.holders.iter().enumerate() {
            let y = top + high * count(row);
            if row % 2 == 0 {
                canvas.rect("faint", (left, y), (wide * count(self.targets.len()), high));
            }
            canvas.text(
                Type::new("ink", 11.0, Anchor::End),
                (left - 8.0, y + high / 2.0 + 4.0),
                &shortened(name, 40),
            );
        }
        self.draw_cells(&mut canvas, (left, top), (wide, high));
        let bottom = top + high * count(self.holders.len());
        let caption = self.caption();
        let right = (left + wide * count(self.targets.len()) + longest * 0.71 + 20.0).max(480.0);
        let setting = Type::new("dim", 12.0, Anchor::Start);
        let end = canvas.lines(setting, (20.0, bottom + 28.0), &caption, right - 40.0);
        canvas.finish((right, end), self.theme, &self.title, &caption)
    }

    fn draw_cells(&self, canvas: &mut Canvas, (left, top): (f64, f64), (wide, high): (f64, f64)) {
        let mut places: Vec<_> = self.cells.iter().collect();
        places.sort_by_key(|(place, _)| **place);
        for (&(row, column), cell) in places {
            let (x, y) = (left + wide * count(column), top + high * count(row));
            let middle = (x + wide / 2.0, y + high / 2.0 + 4.0);
            let told = if cell.lean == Lean::None { "no vote recorded" } else { side::words(cell.lean) };
            canvas.open(&format!("{} on {}: {told}", self.holders[row], self.targets[column]));
            match side::class(cell.lean) {
                Some(class) => {
                    let path = format!("M{x} {y}h{wide}v{high}h-{wide}Z");
                    canvas.path(&format!("{class} edge"), &path, cell.attributes);
                    let setting =
                        Type::new(side::text_class(cell.lean, cell.attributes), 11.0, Anchor::Middle);
                    canvas.text(setting, middle, side::sign(cell.lean));
                }
                None => canvas.text(Type::new("dim", 11.0, Anchor::Middle), middle, "·"),
            }
            canvas.close();
        }
    }

    fn caption(&self) -> String {
        let part = |drawn: usize, all: usize, one: &str, several: &str| {
            if drawn < all {
                format!("{drawn} of {}, those with the most positions", counted(all, one, several))
            } else {
                counted(all, one, several)
            }
        };
        let holders = part(self.holders.len(), self.all.0, "holder", "holders");
        let targets = part(self.targets.len(), self.all.1, "proposal", "proposals");
        format!(
            "{holders} · {targets} · + in favor · − against · 0 neutral · ± both · dot: no vote recorded · empty: no position of its own"
        )
    }
}

/// Those with the highest counts, in order of their ids, and how many there are.
fn most(ids: impl Iterator<Item = (NodeId, usize)>, room: usize) -> (Vec<NodeId>, usize) {
    let mut counts: BTreeMap<NodeId, usize> = BTreeMap::new();
    ids.for_each(|(id, count)| *counts.entry(id).or_default() += count);
    let all = counts.len();
    let mut by_count: Vec<(NodeId, usize)> = counts.into_iter().collect();
    by_count.sort_by_key(|&(id, count)| (std::cmp::Reverse(count), id));
    by_count.truncate(room);
    let mut kept: Vec<NodeId> = by_count.into_iter().map(|(id, _)| id).collect();
    kept.sort_unstable();
    (kept, all)
}

#[expect(clippy::cast_precision_loss, reason = "some hundred rows")]
const fn count(number: usize) -> f64 {
    number as f64
}
