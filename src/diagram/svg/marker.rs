//! The shapes of nodes: a camp is told by its shape as well as by its color.

use super::canvas::number;

/// The corners of each shape around a middle, as far out as 1; a circle has none.
const SHAPES: [&[(f64, f64)]; 8] = [
    &[],
    &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
    &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
    &[(-1.1, 0.0), (-0.55, -0.98), (0.55, -0.98), (1.1, 0.0), (0.55, 0.98), (-0.55, 0.98)],
    &[(0.0, -1.35), (1.3, 0.9), (-1.3, 0.9)],
    &[(-1.3, -0.9), (1.3, -0.9), (0.0, 1.35)],
    &[(0.0, -1.15), (1.12, -0.35), (0.7, 0.98), (-0.7, 0.98), (-1.12, -0.35)],
    &[(-1.3, -0.65), (0.8, -0.65), (1.3, 0.65), (-0.8, 0.65)],
];

/// The outline of the shape of a camp around a middle, as a path.
pub(super) fn outline(camp: usize, (x, y): (f64, f64), radius: f64) -> String {
    // Colors repeat after eight camps; shapes are then another eight pairs with them.
    let corners = SHAPES[(camp + camp / SHAPES.len()) % SHAPES.len()];
    if corners.is_empty() {
        let [left, y, radius, width] = [x - radius, y, radius, 2.0 * radius].map(number);
        return format!("M{left} {y}a{radius} {radius} 0 1 0 {width} 0a{radius} {radius} 0 1 0 -{width} 0Z");
    }
    let points: Vec<String> = corners
        .iter()
        .map(|(right, down)| format!("{} {}", number(x + right * radius), number(y + down * radius)))
        .collect();
    format!("M{}Z", points.join("L"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::theme::camp_class;
    use super::*;

    #[test]
    fn sixty_four_camps_differ_in_color_or_shape() {
        let told: BTreeSet<_> =
            (0..64).map(|camp| (camp_class(camp), outline(camp, (0.0, 0.0), 10.0))).collect();
        assert_eq!(told.len(), 64);
    }
}
