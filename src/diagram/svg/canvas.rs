//! Elements of SVG, one after the other.

use std::fmt::Write as _;

use super::labels::width;
use super::theme::Theme;
use crate::diagram::xml::escape;

/// A picture as it is written.
#[derive(Debug)]
pub(super) struct Canvas {
    body: String,
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// How a text is set: its class, its size, where it is held.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) class: &'static str,
    pub(super) size: f64,
    pub(super) anchor: Anchor,
}

impl Type {
    pub(super) const fn new(class: &'static str, size: f64, anchor: Anchor) -> Self {
        Self { class, size, anchor }
    }
}

impl Canvas {
    pub(super) const fn new() -> Self {
        Self { body: String::new() }
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, class: &str, corner: (f64, f64), size: (f64, f64)) {
        let [x, y, width, height] = [corner.0, corner.1, size.0, size.1].map(number);
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\n"
        ));
    }

    /// A straight line of some width.
    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64), width: f64) {
        let [x1, y1, x2, y2, width] = [from.0, from.1, to.0, to.1, width].map(number);
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke-width=\"{width}\"/>\n"
        ));
    }

    /// A path.
    pub(super) fn path(&mut self, class: &str, path: &str, attributes: &str) {
        self.put(format_args!("<path class=\"{class}\" d=\"{path}\"{attributes}/>\n"));
    }

    /// A text; its base line is at this height.
    pub(super) fn text(&mut self, setting: Type, at: (f64, f64), text: &str) {
        self.turned(setting, at, text, "");
    }

    /// Parts of a text, with ` · ` between them, in as many lines as they need; gives where the lines end.
    pub(super) fn lines(&mut self, setting: Type, (x, top): (f64, f64), text: &str, room: f64) -> f64 {
        let (mut line, mut y) = (String::new(), top);
        for part in text.split(" · ") {
            let longer = if line.is_empty() { part.to_owned() } else { format!("{line} · {part}") };
            if width(&longer, setting.size) <= room || line.is_empty() {
                line = longer;
                continue;
            }
            self.text(setting, (x, y), &line);
            (line, y) = (part.to_owned(), y + 1.4 * setting.size);
        }
        self.text(setting, (x, y), &line);
        y + 1.4 * setting.size
    }

    /// A text that rises to the right.
    pub(super) fn rising(&mut self, setting: Type, at: (f64, f64), text: &str) {
        let [x, y] = [at.0, at.1].map(number);
        self.turned(setting, at, text, &format!(" transform=\"rotate(-45 {x} {y})\""));
    }

    fn turned(&mut self, Type { class, size, anchor }: Type, at: (f64, f64), text: &str, turn: &str) {
        let [x, y, size] = [at.0, at.1, size].map(number);
        let (anchor, text) = (anchor.as_str(), escape(text));
        self.put(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{turn}>{text}</text>\n"
        ));
    }

    /// Begins a group whose title is told to whoever points at it.
    pub(super) fn open(&mut self, title: &str) {
        self.put(format_args!("<g><title>{}</title>\n", escape(title)));
    }

    /// Ends a group.
    pub(super) fn close(&mut self) {
        self.put(format_args!("</g>\n"));
    }

    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        _ = self.body.write_fmt(element);
    }

    /// The whole file, with a title and what else is told to those who cannot see it.
    pub(super) fn finish(self, size: (f64, f64), theme: Theme, title: &str, description: &str) -> String {
        let [width, height] = [size.0, size.1].map(number);
        let (title, description) = (escape(title), escape(description));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n<style>{}</style>\n\
             <rect class=\"paper\" x=\"0\" y=\"0\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
            theme.style(),
            self.body
        )
    }
}

/// A number with one decimal at most; what is no number is 0.
pub(super) fn number(value: f64) -> String {
    let value = if value.is_finite() { (value * 10.0).round() / 10.0 } else { 0.0 };
    // No minus before 0.
    format!("{}", value + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        let told: Vec<String> = [1.0, -0.04, 2.25, f64::NAN, f64::INFINITY].into_iter().map(number).collect();
        assert_eq!(told, ["1", "0", "2.3", "0", "0"]);
    }

    #[test]
    fn text_is_escaped_wherever_it_stands() {
        let mut canvas = Canvas::new();
        canvas.open("</title><script>");
        canvas.text(Type::new("ink", 10.0, Anchor::Start), (0.0, 0.0), "<b>&\"");
        canvas.close();
        let svg = canvas.finish((10.0, 10.0), Theme::Light, "<t>", "<d>");
        assert!(!svg.contains("<script>") && !svg.contains("<b>") && !svg.contains("<t>"), "{svg}");
    }
}
