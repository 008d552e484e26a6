//! Where a holder stood, and since when.

use std::collections::HashMap;

use super::axis::TimeAxis;
use super::canvas::{Anchor, Canvas, Type, number};
use super::labels::{counted, shortened};
use super::side;
use super::theme::Theme;
use crate::model::{Day, NodeId, StatementId};
use crate::position::{Position, Selection, Stretch};

/// No more rows are drawn.
const MOST_ROWS: usize = 40;
const LEFT: f64 = 330.0;
const WIDE: f64 = 640.0;
const ROW: f64 = 26.0;
const TOP: f64 = 56.0;

/// A holder's positions over time: a row for each proposal, a bar for each stretch of time in which the position stays what
/// it is, a mark for each statement.
///
/// Blue with `+` is in favor, orange with `−` against, grey with `0` neutral, pink with `±` both. What hangs on a condition,
/// and what only may be, is paler. A bar that nothing ended reaches a little beyond the last statement: nobody knows more.
/// Rows run by the first day on which the holder stood somewhere; of more than 40, those with the most statements are drawn,
/// and the line at the bottom says how many were not. What has no date has no row, and is counted there as well.
///
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::diagram::svg::TimelinePicture;
/// let graph = datasets::nato_accession()?;
/// let selection = Selection::new(graph, Lens::default());
/// let svg = TimelinePicture::of(&selection, graph.find("TUR").unwrap()).to_svg();
/// assert!(svg.contains("Türkiye"));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct TimelinePicture {
    title: String,
    theme: Theme,
    rows: Vec<Row>,
    span: Option<(Day, Day)>,
    /// On how many more proposals there is a timeline that has no room, and on how many there is none.
    left_out: (usize, usize),
}

#[derive(Debug, Clone)]
struct Row {
    name: String,
    stretches: Vec<Stretch>,
    /// The days on which something was said, and what.
    said: Vec<(Day, Day, String)>,
}

impl TimelinePicture {
    /// The timeline of a holder on everything that it has dated statements on.
    ///
    /// # Complexity
    /// That of [`Selection::timeline`] for each of these targets.
    pub fn of(selection: &Selection<'_>, holder: NodeId) -> Self {
        let graph = selection.graph();
        let mut said: HashMap<NodeId, Vec<StatementId>> = HashMap::new();
        for id in graph.statements_by(holder) {
            if let (Ok(_), Some(statement)) = (selection.sight(id), graph.statement(id)) {
                said.entry(statement.target).or_default().push(id);
            }
        }
        let mut targets: Vec<(NodeId, Vec<StatementId>)> = said.into_iter().collect();
        targets.sort_by_key(|(target, ids)| (std::cmp::Reverse(ids.len()), *target));
        let mut rows: Vec<Row> = Vec::new();
        let mut left_out = (0, 0);
        for (target, ids) in targets {
            let stretches = selection.timeline(holder, target);
            match (stretches.is_empty(), rows.len() < MOST_ROWS) {
                (true, _) => left_out.1 += 1,
                (false, false) => left_out.0 += 1,
                (false, true) => rows.push(Row::new(selection, target, &ids, stretches)),
            }
        }
        rows.sort_by(|a, b| a.begin().cmp(&b.begin()).then_with(|| a.name.cmp(&b.name)));
        let name = graph.node(holder).map_or("", |node| node.name());
        let title = format!("{name}: positions over time");
        let span = span(&rows);
        Self { title, theme: Theme::Auto, rows, span, left_out }
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
        let mut canvas = Canvas::new();
        canvas.text(Type::new("ink", 20.0, Anchor::Start), (20.0, 30.0), &self.title);
        let mut bottom = TOP;
        if let Some(span) = self.span {
            let axis = TimeAxis::new(span, LEFT, WIDE);
            bottom = TOP + ROW * rows(self.rows.len());
            axis.draw(&mut canvas, TOP - 4.0, bottom);
            for (place, row) in self.rows.iter().enumerate() {
                row.draw(&mut canvas, &axis, TOP + ROW * rows(place));
            }
        }
        let caption = self.caption();
        let setting = Type::new("dim", 12.0, Anchor::Start);
        let end = canvas.lines(setting, (20.0, bottom + 40.0), &caption, LEFT + WIDE - 20.0);
        canvas.finish((LEFT + WIDE + 20.0, end), self.theme, &self.title, &caption)
    }

    fn caption(&self) -> String {
        let mut parts = vec![if self.rows.is_empty() {
            "nothing on record that has a date".to_owned()
        } else {
            "+ in favor · − against · 0 neutral · ± both · paler: conditional or only possible".to_owned()
        }];
        if self.left_out.0 > 0 {
            parts.push(format!("not drawn: {} more", counted(self.left_out.0, "proposal", "proposals")));
        }
        if self.left_out.1 > 0 {
            parts.push(format!(
                "without a date or a position: {}",
                counted(self.left_out.1, "proposal", "proposals")
            ));
        }
        parts.join(" · ")
    }
}

impl Row {
    fn new(selection: &Selection<'_>, target: NodeId, ids: &[StatementId], stretches: Vec<Stretch>) -> Self {
        let graph = selection.graph();
        let name = graph.node(target).map_or_else(String::new, |node| node.name().to_owned());
        let mut said: Vec<(Day, Day, String)> = ids
            .iter()
            .filter_map(|&id| {
                let statement = graph.statement(id)?;
                let date = statement.said?;
                Some((
                    date.earliest(),
                    date.latest(),
                    format!("{date}: {} [{}]", statement.stance, statement.key),
                ))
            })
            .collect();
        said.sort();
        Self { name, stretches, said }
    }

    fn begin(&self) -> Option<Day> {
        self.stretches.first().map(|stretch| stretch.from)
    }

    fn draw(&self, canvas: &mut Canvas, axis: &TimeAxis, top: f64) {
        let name = Type::new("ink", 12.0, Anchor::End);
        canvas.open(&self.name);
        canvas.text(name, (LEFT - 12.0, top + 14.0), &shortened(&self.name, 46));
        canvas.close();
        for (place, stretch) in self.stretches.iter().enumerate() {
            let end = self.stretches.get(place + 1).map_or(axis.end(), |next| axis.at(next.from));
            let begin = axis.at(stretch.from);
            let high = 16.0 / rows(stretch.positions.len().max(1));
            for (part, position) in stretch.positions.iter().enumerate() {
                draw_bar(
                    canvas,
                    position,
                    stretch.from,
                    (begin, top + 2.0 + high * rows(part)),
                    (end - begin, high),
                );
            }
        }
        for (first, last, what) in &self.said {
            let (from, to) = (axis.at(*first), axis.at(*last));
            canvas.open(what);
            canvas.line("line", (from, top + 20.0), (to.max(from + 2.0), top + 20.0), 3.0);
            canvas.close();
        }
    }
}

/// Draws the bar of a position, which tells what it is to whoever points at it.
fn draw_bar(canvas: &mut Canvas, position: &Position, from: Day, corner: (f64, f64), size: (f64, f64)) {
    let Some(class) = side::class(position.lean) else { return };
    let condition = if position.conditional { ", only on a condition" } else { "" };
    canvas.open(&format!("from {from}: {}{condition}", side::words(position.lean)));
    let [x, y, wide, high] = [corner.0, corner.1, size.0, size.1].map(number);
    let path = format!("M{x} {y}h{wide}v{high}h-{wide}Z");
    let attributes = side::reserve(position);
    canvas.path(&format!("{class} edge"), &path, attributes);
    if size.0 >= 12.0 && size.1 >= 10.0 {
        let setting = Type::new(side::text_class(position.lean, attributes), 12.0, Anchor::Start);
        canvas.text(setting, (corner.0 + 4.0, corner.1 + 12.0), side::sign(position.lean));
    }
    canvas.close();
}

/// The days that the rows need.
fn span(rows: &[Row]) -> Option<(Day, Day)> {
    let days = || {
        rows.iter().flat_map(|row| {
            let said = row.said.iter().flat_map(|(first, last, _)| [*first, *last]);
            row.stretches.iter().map(|stretch| stretch.from).chain(said)
        })
    };
    Some((days().min()?, days().max()?))
}

#[expect(clippy::cast_precision_loss, reason = "some ten rows")]
const fn rows(count: usize) -> f64 {
    count as f64
}
