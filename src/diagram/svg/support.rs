//! How the support of a proposal went, month by month.

use super::axis::TimeAxis;
use super::canvas::{Anchor, Canvas, Type, number};
use super::labels::counted;
use super::theme::Theme;
use crate::analysis::{Time, Unit};
use crate::model::{Day, NodeId, Polarity};
use crate::position::Selection;

/// Longer times are cut: no more months than these are drawn, the last ones.
const MOST_MONTHS: usize = 240;
const LEFT: f64 = 60.0;
const WIDE: f64 = 860.0;
const HIGH: f64 = 200.0;
const TOP: f64 = 64.0;

/// The support of a proposal over time: for each month a bar of how many more statements were in favor than against, up or
/// down, and a line of how many more holders stood in favor at its end, by their last words.
///
/// Both count the proposal and every kind of it, and leave out hints, deeds, absences and what has not even a month. The two
/// halves have scales of their own. Of more than 240 months the last ones are drawn.
///
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::diagram::svg::SupportPicture;
/// let graph = datasets::nato_accession()?;
/// let selection = Selection::new(graph, Lens::default());
/// let target = graph.ask("who supports Sweden's accession")?.findings()[0].target().id();
/// let svg = SupportPicture::of(&selection, target).to_svg();
/// assert!(svg.contains("said in the month"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SupportPicture {
    title: String,
    theme: Theme,
    months: Vec<Month>,
    left_out: usize,
}

#[derive(Debug, Clone, Copy)]
struct Month {
    first: Day,
    last: Day,
    /// Statements in favor less those against.
    said: i64,
    statements: u64,
    /// Holders in favor less those against, at its end.
    standing: i64,
}

impl SupportPicture {
    /// The support of a proposal.
    ///
    /// # Complexity
    /// O(m s) for `m` months and `s` statements on the proposal and its kinds, some nanoseconds each.
    pub fn of(selection: &Selection<'_>, target: NodeId) -> Self {
        let graph = selection.graph();
        let flow = selection.monthly_flow(target);
        let mut months = Vec::new();
        let (begin, end) = (flow.first().map(|flow| flow.month), flow.last().map(|flow| flow.month));
        let mut flows = flow.iter().peekable();
        let mut next = begin;
        while let (Some(first), Some(end)) = (next, end) {
            let Some(after) = Time::start_of(first).plus(1, Unit::Months).map(Time::day) else { break };
            let found = flows.next_if(|flow| flow.month == first);
            let last = after.previous().unwrap_or(first);
            months.push(Month {
                first,
                last,
                said: found.map_or(0, |flow| flow.net),
                statements: found.map_or(0, |flow| flow.count),
                standing: 0,
            });
            next = (after <= end).then_some(after);
        }
        let left_out = months.len().saturating_sub(MOST_MONTHS);
        months.drain(..left_out);
        for month in &mut months {
            let latest = selection.at(month.last).latest(target);
            month.standing = latest.iter().map(|one| side(one.polarity)).sum();
        }
        let title = graph.node(target).map_or("", |node| node.name());
        Self { title: format!("{title}: support by month"), theme: Theme::Auto, months, left_out }
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
        if let (Some(first), Some(last)) = (self.months.first(), self.months.last()) {
            let axis = TimeAxis::new((first.first, last.last), LEFT, WIDE);
            let below = TOP + HIGH + 40.0;
            axis.draw(&mut canvas, TOP, below + HIGH);
            self.draw_said(&mut canvas, &axis, TOP);
            self.draw_standing(&mut canvas, &axis, below);
            bottom = below + HIGH;
        }
        let caption = self.caption();
        canvas.text(Type::new("dim", 12.0, Anchor::Start), (20.0, bottom + 40.0), &caption);
        canvas.finish((LEFT + WIDE + 20.0, bottom + 56.0), self.theme, &self.title, &caption)
    }

    fn draw_said(&self, canvas: &mut Canvas, axis: &TimeAxis, top: f64) {
        let scale = Scale::new(self.months.iter().map(|month| month.said), top);
        scale.draw(canvas, axis, "said in the month: statements in favor less those against");
        for month in self.months.iter().filter(|month| month.statements > 0) {
            let (x, end) = (axis.at(month.first) + 0.5, axis.at(month.last) - 0.5);
            let (y, zero) = (scale.at(month.said), scale.at(0));
            let class = if month.said < 0 { "against" } else { "favor" };
            let said =
                counted(usize::try_from(month.statements).unwrap_or(usize::MAX), "statement", "statements");
            canvas.open(&format!("{} to {}: net {:+} of {said}", month.first, month.last, month.said));
            let size = ((end - x).max(1.5), (y - zero).abs().max(1.0));
            canvas.rect(class, (x, y.min(zero)), size);
            canvas.close();
        }
    }

    fn draw_standing(&self, canvas: &mut Canvas, axis: &TimeAxis, top: f64) {
        let scale = Scale::new(self.months.iter().map(|month| month.standing), top);
        scale.draw(canvas, axis, "standing at its end: holders in favor less those against, by last words");
        let points = self
            .months
            .iter()
            .map(|month| format!("{} {}", number(axis.at(month.last)), number(scale.at(month.standing))));
        let points: Vec<String> = points.collect();
        canvas.path("line", &format!("M{}", points.join("L")), " stroke-width=\"2\"");
        for month in &self.months {
            canvas.open(&format!("{}: net {:+}", month.last, month.standing));
            let (x, y) = (axis.at(month.last), scale.at(month.standing));
            canvas.rect("ink", (x - 2.0, y - 2.0), (4.0, 4.0));
            canvas.close();
        }
    }

    fn caption(&self) -> String {
        let months = match self.months.len() {
            0 => "nothing on record that has a month".to_owned(),
            count => counted(count, "month", "months"),
        };
        match self.left_out {
            0 => months,
            before => format!("{months} · not drawn: {} before", counted(before, "month", "months")),
        }
    }
}

const fn side(polarity: Option<Polarity>) -> i64 {
    match polarity {
        Some(Polarity::Favor) => 1,
        Some(Polarity::Against) => -1,
        Some(Polarity::Neutral) | None => 0,
    }
}

/// Numbers from top to bottom, 0 among them.
struct Scale {
    top: f64,
    low: i64,
    high: i64,
}

impl Scale {
    fn new(values: impl Iterator<Item = i64>, top: f64) -> Self {
        let (low, high) = values.fold((0, 0), |(low, high), value| (value.min(low), value.max(high)));
        Self { top, low, high: high.max(low + 1) }
    }

    fn at(&self, value: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "numbers of statements")]
        let share = (self.high - value) as f64 / (self.high - self.low) as f64;
        self.top + HIGH * share
    }

    /// Draws the line of 0, the ends, and what is counted.
    fn draw(&self, canvas: &mut Canvas, axis: &TimeAxis, what: &str) {
        canvas.text(Type::new("ink", 12.0, Anchor::Start), (LEFT, self.top - 8.0), what);
        for value in [self.low, 0, self.high] {
            let y = self.at(value);
            canvas.line("rule", (LEFT, y), (axis.end(), y), 1.0);
            canvas.text(Type::new("dim", 11.0, Anchor::End), (LEFT - 6.0, y + 4.0), &signed(value));
        }
    }
}

/// A number with its sign, 0 without.
fn signed(value: i64) -> String {
    if value == 0 { "0".to_owned() } else { format!("{value:+}").replace('-', "−") }
}
