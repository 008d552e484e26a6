//! How the support of a proposal went, month by month.

use super::axis::TimeAxis;
use super::canvas::{Anchor, Canvas, Type, number};
use super::labels::counted;
use super::theme::Theme;
use crate::analysis::change::{Support, support_by_month};
use crate::model::NodeId;
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
/// let target = graph.find("sweden-accession").unwrap();
/// let svg = SupportPicture::of(&selection, target).to_svg();
/// assert!(svg.contains("said in the month"));
/// # Ok::<(), stancegraph::BuildError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SupportPicture {
    title: String,
    theme: Theme,
    months: Vec<Support>,
    left_out: usize,
}

impl SupportPicture {
    /// The support of a proposal.
    ///
    /// # Complexity
    /// That of [`support_by_month`].
    pub fn of(selection: &Selection<'_>, target: NodeId) -> Self {
        let mut months = support_by_month(selection, target);
        let left_out = months.len().saturating_sub(MOST_MONTHS);
        months.drain(..left_out);
        let title = selection.graph().node(target).map_or("", |node| node.name());
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
            let axis = TimeAxis::new((first.month, last.end), LEFT, WIDE);
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
        let scale = Scale::new(self.months.iter().map(|month| month.flow), top);
        scale.draw(canvas, axis, "said in the month: statements in favor less those against");
        for month in &self.months {
            let (x, end) = (axis.at(month.month) + 0.5, axis.at(month.end) - 0.5);
            let (y, zero) = (scale.at(month.flow), scale.at(0));
            let class = if month.flow < 0 { "against" } else { "favor" };
            let said = counted(usize::try_from(month.count).unwrap_or(usize::MAX), "statement", "statements");
            canvas.open(&format!("{} to {}: net {:+} of {said}", month.month, month.end, month.flow));
            canvas.rect(class, (x, y.min(zero)), ((end - x).max(1.5), (y - zero).abs().max(1.0)));
            canvas.close();
        }
    }

    /// A line that stays where it is through months without a word.
    fn draw_standing(&self, canvas: &mut Canvas, axis: &TimeAxis, top: f64) {
        let scale = Scale::new(self.months.iter().map(Support::net), top);
        scale.draw(canvas, axis, "standing at its end: holders in favor less those against, by last words");
        let steps = self
            .months
            .iter()
            .map(|month| format!("H{}V{}", number(axis.at(month.end)), number(scale.at(month.net()))));
        let steps: String = steps.collect();
        canvas.path(
            "line",
            &format!("M{} {}{steps}", number(LEFT), number(scale.at(0))),
            " stroke-width=\"2\"",
        );
        for month in &self.months {
            let Support { end, favor, neutral, against, .. } = month;
            canvas.open(&format!("{end}: {favor} in favor, {neutral} neutral, {against} against"));
            canvas.rect("ink", (axis.at(*end) - 2.5, scale.at(month.net()) - 2.5), (5.0, 5.0));
            canvas.close();
        }
    }

    fn caption(&self) -> String {
        let months = match self.months.len() {
            0 => "nothing on record that has a month".to_owned(),
            count => counted(count, "month with a word", "months with a word"),
        };
        match self.left_out {
            0 => months,
            before => format!("{months} · not drawn: {} before", counted(before, "month", "months")),
        }
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
