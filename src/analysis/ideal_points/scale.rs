//! The scale that makes estimates comparable: where 0 is, what 1 is, and which way the axes lie.

use super::call::{Item, count};
use super::panel::Panel;
use super::path::Place;
use super::square::{Square, Vector, apply, axes, diagonal, dot, lower, on_axes, plus, solved};

/// What is estimated together: calls and places on one scale.
#[derive(Debug, Clone)]
pub(super) struct Model<const D: usize> {
    pub(super) items: Vec<Item<D>>,
    pub(super) places: Vec<Place<D>>,
}

impl<const D: usize> Model<D> {
    /// Moves, stretches and turns the scale: over all places where someone voted the mean is 0 and the expected square 1 on
    /// every axis, no two axes go together, and votes differ most along the first. What votes are expected stays the same.
    pub(super) fn standardize(&mut self, panel: &Panel) {
        let voted = || panel.states.iter().zip(&self.places).filter(|(state, _)| !state.votes.is_empty());
        let number = count(voted().count());
        let mut middle = [0.0; D];
        for (_, place) in voted() {
            middle = std::array::from_fn(|at| middle[at] + place.at[at] / number);
        }
        let mut square = [[0.0; D]; D];
        for (_, place) in voted() {
            let off: Vector<D> = std::array::from_fn(|at| place.at[at] - middle[at]);
            let outer = off.map(|own| off.map(|other| own * other));
            square = plus(&plus(&square, 1.0 / number, &outer), 1.0 / number, &place.spread);
        }
        for item in &mut self.items {
            let shift = dot(&item.slope, &middle);
            item.thresholds = item.thresholds.map(|cut| cut - shift);
        }
        for place in &mut self.places {
            place.at = std::array::from_fn(|at| place.at[at] - middle[at]);
        }
        self.change_axes(&inverse_root(&square));
        self.turn(panel);
    }

    /// Turns the axes so that along the first one votes differ the most: the principal axes of the slopes, each counted by
    /// its votes. An axis goes on pointing where it pointed.
    fn turn(&mut self, panel: &Panel) {
        let mut square = [[0.0; D]; D];
        for (item, call) in self.items.iter().zip(&panel.calls) {
            let outer = item.slope.map(|own| item.slope.map(|other| own * other));
            square = plus(&square, count(call.votes.len()), &outer);
        }
        let mut change = axes(&square).map(|(_, axis)| axis);
        for (at, axis) in change.iter_mut().enumerate() {
            let sign = if axis[at] < 0.0 { -1.0 } else { 1.0 };
            *axis = axis.map(|value| sign * value);
        }
        self.change_axes(&change);
    }

    /// Turns an axis around.
    pub(super) fn flip(&mut self, axis: usize) {
        let mut change = diagonal(1.0);
        change[axis][axis] = -1.0;
        self.change_axes(&change);
    }

    fn change_axes(&mut self, change: &Square<D>) {
        // `slope * x` must stay what it is: slopes change by the inverse of the transposed.
        let lower = lower(&on_axes(change, &diagonal(1.0)));
        for item in &mut self.items {
            item.slope = solved(&lower, &apply(change, &item.slope));
        }
        for place in &mut self.places {
            place.at = apply(change, &place.at);
            place.spread = on_axes(change, &place.spread);
        }
    }
}

/// The symmetric matrix whose square is the inverse; turned as little as can be.
fn inverse_root<const D: usize>(square: &Square<D>) -> Square<D> {
    let mut root = [[0.0; D]; D];
    for (length, axis) in axes(square) {
        let outer = axis.map(|own| axis.map(|other| own * other));
        root = plus(&root, 1.0 / length.max(1e-12).sqrt(), &outer);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ideal_points::panel::Vote;

    #[test]
    fn a_changed_scale_expects_the_same_votes() {
        let vote = |holder, level| Vote { holder, call: 0, period: 0, level };
        let panel = Panel::new(&[vote(0, 0), vote(1, 2), vote(2, 1)]);
        let spread = [[0.2, 0.05], [0.05, 0.3]];
        let places = [[2.0, 1.0], [-1.0, 0.5], [0.3, -2.0]].map(|at| Place { at, spread });
        let item = Item { slope: [1.2, -0.5], thresholds: [-0.3, 0.4], cuts: 2 };
        let mut model = Model { items: vec![item], places: places.to_vec() };
        let expected = |model: &Model<2>| {
            let item = &model.items[0];
            model
                .places
                .iter()
                .map(|place| item.likelihood(1, dot(&item.slope, &place.at))[0])
                .collect::<Vec<_>>()
        };
        let before = expected(&model);
        model.standardize(&panel);
        model.flip(1);
        for (before, after) in before.iter().zip(expected(&model)) {
            assert!((before - after).abs() < 1e-12);
        }
        let mean: f64 = model.places.iter().map(|place| place.at[0]).sum();
        let common: f64 =
            model.places.iter().map(|place| place.at[0] * place.at[1] + place.spread[0][1]).sum();
        assert!(mean.abs() < 1e-12 && common.abs() < 1e-12);
        assert!(model.items[0].slope[1].abs() < 1e-12, "one call divides along the first axis alone");
    }
}
