//! Light and dark, and the colors of both.

/// In which colors a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light or dark, as whoever looks at it has set.
    #[default]
    Auto,
    /// On white.
    Light,
    /// On black.
    Dark,
}

/// What a thing is, which says its color: a class in the style sheet, its paint, and the colors on white and on black.
const COLORS: [(&str, &str, &str, &str); 15] = [
    ("paper", "fill", "#ffffff", "#16181c"),
    ("ink", "fill", "#1c1e21", "#e8e9eb"),
    ("dim", "fill", "#5c6066", "#a3a8b0"),
    ("faint", "fill", "#eceef1", "#2a2d33"),
    ("rule", "stroke", "#c9cdd3", "#41454d"),
    ("with", "stroke", "#8796a8", "#5f7186"),
    ("versus", "stroke", "#d55e00", "#ff9a4d"),
    ("favor", "fill", "#0072b2", "#56b4e9"),
    ("against", "fill", "#e69f00", "#e69f00"),
    ("neutral", "fill", "#9aa0a8", "#80868f"),
    ("mixed", "fill", "#cc79a7", "#cc79a7"),
    ("line", "stroke", "#1c1e21", "#e8e9eb"),
    ("edge", "stroke", "#ffffff", "#16181c"),
    ("on", "fill", "#ffffff", "#16181c"),
    ("halo", "stroke", "#ffffff", "#16181c"),
];

/// The colors of camps: fill on white, text on it, fill on black, text on it.
const CAMPS: [[&str; 4]; 9] = [
    ["#0072b2", "#ffffff", "#56b4e9", "#16181c"],
    ["#e69f00", "#1c1e21", "#e69f00", "#16181c"],
    ["#009e73", "#ffffff", "#3fc79e", "#16181c"],
    ["#cc79a7", "#1c1e21", "#e3a6c6", "#16181c"],
    ["#56b4e9", "#1c1e21", "#0072b2", "#ffffff"],
    ["#d55e00", "#ffffff", "#ff8f45", "#16181c"],
    ["#f0e442", "#1c1e21", "#f0e442", "#16181c"],
    ["#4d4d4d", "#ffffff", "#c9c9c9", "#16181c"],
    ["#b5b9bf", "#1c1e21", "#6d737b", "#ffffff"],
];

/// The class of those in no camp.
pub(super) const ALONE: usize = CAMPS.len() - 1;

/// The number of the class of a camp: later ones share a color, and differ in the shape.
pub(super) const fn camp_class(camp: usize) -> usize {
    camp % ALONE
}

impl Theme {
    /// The style sheet.
    pub(super) fn style(self) -> String {
        let mut style = String::from("text{font-family:system-ui,'Helvetica Neue',Arial,sans-serif}");
        style.push_str(".with,.versus,.rule,.line{fill:none}.with,.versus{stroke-opacity:.6}.versus{stroke-dasharray:5 3}.halo{fill:none;stroke-width:3;stroke-linejoin:round}");
        match self {
            Self::Light => style.push_str(&rules(Side::Light)),
            Self::Dark => style.push_str(&rules(Side::Dark)),
            Self::Auto => {
                style.push_str(&rules(Side::Light));
                style.push_str("@media (prefers-color-scheme:dark){");
                style.push_str(&rules(Side::Dark));
                style.push('}');
            }
        }
        style
    }
}

#[derive(Clone, Copy)]
enum Side {
    Light,
    Dark,
}

fn rules(side: Side) -> String {
    let plain = COLORS.iter().map(|(class, paint, light, dark)| {
        let color = match side {
            Side::Light => light,
            Side::Dark => dark,
        };
        format!(".{class}{{{paint}:{color}}}")
    });
    let camps = CAMPS.iter().enumerate().map(|(number, [light, on_light, dark, on_dark])| {
        let (fill, text) = match side {
            Side::Light => (light, on_light),
            Side::Dark => (dark, on_dark),
        };
        format!(".c{number}{{fill:{fill}}}.t{number}{{fill:{text}}}")
    });
    plain.chain(camps).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as in the Web Content Accessibility Guidelines 2.1.
    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.039_28 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_fill() {
        for [light, on_light, dark, on_dark] in CAMPS {
            assert!(contrast(light, on_light) >= 3.0, "{on_light} on {light}");
            assert!(contrast(dark, on_dark) >= 3.0, "{on_dark} on {dark}");
        }
        let color = |name: &str| COLORS.iter().find(|(class, ..)| *class == name).unwrap();
        for ink in ["ink", "dim"] {
            assert!(contrast(color(ink).2, color("paper").2) >= 4.5);
            assert!(contrast(color(ink).3, color("paper").3) >= 4.5);
        }
    }

    #[test]
    fn the_two_sides_differ_in_grey() {
        let color = |name: &str| COLORS.iter().find(|(class, ..)| *class == name).unwrap();
        let (favor, against) = (color("favor"), color("against"));
        assert!(contrast(favor.2, against.2) >= 2.0);
    }
}
